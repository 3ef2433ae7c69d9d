"""What a number or a name is linked to: whom it counts, what is told of them, where and when; leaders and founding.

A field is chosen in two steps: `told_*` reads words that leave no doubt; where there are none, the options of the
module named like the field are weighed (`ranking`, and `encoder` where the weights leave doubt).

- whom a count counts: `counts`, `counted`, `counted_again`, `people_beside`, `listed_counts`, `led_in`, `other_things`,
  `untold_groups`; a number without a noun: `bare`; a number like a year: `years`
- kind of a count: `told_kinds`, `kind_rows`, `kinds`; of a percentage: `told_percent_kinds`, `percent_kinds`, `changes`
- group of a percentage: `told_groups`, `shared_groups`, `groups`; what it is of: `told_subjects`, `subjects`,
  `subject_phrases`
- place: `told_places`, `labelling_places`, `places`, over `places_told` and `places_around`; of a body: `body_places`,
  `owned_places`, `barred_places`, `unlisted`
- time: `told_times`, `times`, over `dated`; lists that answer each other: `respective`
- leaders and founding of bodies: `leaders`, `founding`, over `shapes`, `signs`, `people`, `pronouns`, `telling`
- what stands around a mention: `surroundings`; the fact before it: `previous`
"""
