"""The rows of told_kinds.py: what the words before and behind a count say of its kind.

Notes for a newcomer: a row belongs here only where its words leave no doubt, whatever else the sentence tells.
"""

from pipeline.records import PopulationKind

HOW_MANY = r"(?:(?:only|already|about|nearly|almost|over|some|more than|just|even) )*"
# Other counts told in one breath: "…, including 387 thousand Chechens and 91 thousand Ingush, were".
_ITEM = (
    r"(?:\d|more than a |about a )"
    r"(?:(?! (?:of|from|among) (?:them|whom|which)| and (?:\w+ ){0,2}\d)(?:[^.;,:()]|(?<=\d)[.,](?=\d))){0,45}"
)
# A comma alone joins no list: "2987 sick, 2750 died".
LIST_BEHIND = (
    rf"(?:(?:(?:, {HOW_MANY}{_ITEM}?)*?,? and {HOW_MANY}{_ITEM}?"
    rf"|,(?: including| i\.e\.,?| that is,?| or) {HOW_MANY}{_ITEM}?(?:,? and {HOW_MANY}{_ITEM}?)?"
    # An aside of a part, without a fate of its own: ", among them 52 percent children, were".
    rf"|,? (?:among|of|from) (?:them|whom|which|these) {HOW_MANY}{_ITEM}?(?:,? and {HOW_MANY}{_ITEM}?)?(?=,)),?)?"
)
LIST_BEFORE = rf"(?:{_ITEM}?(?:, and|,| and) )*{HOW_MANY}$"
AUXILIARY = (
    r"(?: [-–—])?(?: (?:of|from|among) (?:them|whom|these|those))?(?:,? (?:who|that|which))?(?: (?:had|have|has))?"
    r"(?: (?:also|then|later|already|soon|never|all))?"
)
_WERE = r"(?: (?:were|was|been|being|are)(?: to be)?)(?: (?:also|then|later|already|soon|all|both|either))?"
_COUNTRYWARD = r"(?:to|into|from|for|across|over|through)"
STRENGTH = (
    r"(?:garrison|army|detachment|regiment|troops|squad|corps|militia|expedition|brigade|division|battalion|gang|horde"
    r"|cavalry|delegation|staff|crew|troupe|choir|orchestra|convoy|guard)"
)
_UNIT = r"(?:division|regiment|battalion|brigade|army|squadron|company|platoon|detachment|garrison)"
_SETTLEMENT = (
    r"(?:town|city|village|settlement|aul|auls|region"
    r"|district|county|province|uyezd|volost|republic|country|fortress)"
)
_EXPELLED_FROM = (
    r"(?:universit|institut|school"
    r"|academ|colleg|part(?:y|ies)\b|union|komsomol|technical|course|gymnasi|madrasa)"
)
_HOUSE = r"(?:hospital|orphanage|school|sanatori|camp|prison|barracks|hostel|hotel)"
# Who rose, and what people come together for.
_RISING = (
    r"(?:revolts?|uprisings?|rebellions?|riots?|strikes?|unrest|demonstrations?|protests?|disturbances"
    r"|mutin(?:y|ies))"
)
_OCCASION = (
    r"(?:celebrat\w+|see|watch|listen|hear|greet|meet|honou?r|pray|vote|protest|support|attend|participate"
    r"|take part|bow"
    r"|the (?:[\w-]+ )?(?:squares?|streets|meeting|rally|celebrations?|feast|holiday|festival|concert|congress"
    r"|exhibition|opening|polls|elections|mosque|funeral|museum|theat(?:re|er)))\b"
)
_ACHIEVED = (
    r"(?:owners?|holders?|members?|participants?|laureates?|winners?|champions|students?|candidates|doctors|masters"
    r"|graduates|engineers|teachers|specialists|heroes|communists|orphans|invalids|unemployed|scholars)"
)
# Who is called up goes nowhere to live.
FRONT = (
    r"(?:the )?(?:(?:active|Red|Soviet|acting) )?"
    r"(?:fronts?(?![ -](?:rear|line))|army|labou?r[ -](?:army|columns?))\b"
)
_HOUSED = r"(?:a |any |their )?(?:roof|shelter|homes?|houses?|housing|jobs?|work)\b"
# "One bed fell on 9 thousand inhabitants": how many there were for it.
SHARED_OUT = r"\b(?:[Oo]ne|[Ee]ach|[Ee]very) (?:[\w-]+ ){1,3}(?:fell|falls|came) (?:on|to) "
Rows = tuple[tuple[PopulationKind, str], ...]

# Verbs right behind a count, and kinds.
BEHIND: Rows = (
    (
        "other",
        r"(?: of (?:the |its |our |this )?[\w'-]+(?: (?!died|fell|were|lost)[\w'-]+){0,2}?)?"
        rf"(?:{_WERE})?(?: (?:sent|left|went|gone|departed|set off|called up|mobili[sz]ed|drafted|conscripted"
        rf"|taken|volunteered)(?: away| off)?)? (?:to|for|into|in) {FRONT}",
    ),
    (
        "lost",
        r"(?: people| persons| inhabitants)? (?:fewer|less) than (?:in|at|before|by|a|it|the)\b",
    ),
    ("other", r" without (?:a |any |their )?(?:roof|shelter|homes?|houses?|housing)\b"),
    ("other", r" of (?:the |his |its )?(?:suite|escort|retinue)\b"),
    (
        "lost",
        r"(?:, (?:mostly|mainly|chiefly|almost all|all)(?: of them)? [^.;,\d]{3,30},)?"
        r" (?:died|perished|(?:starved|froze) to death|fell victim|(?:did|could) not survive"
        r"|went extinct|became extinct)\b",
    ),
    (
        "lost",
        rf"{_WERE} (?:killed|slain|beheaded|hanged|executed|massacred|slaughtered|exterminated|mown down|buried alive"
        r"|swept away|carried off by|shot(?! in\b))\b",
    ),
    (
        "moved",
        rf"{_WERE} (?:captured|taken (?:prisoners?|captive)|(?:led|driven|taken) (?:away |off )?(?:in|into|to)"
        r" captivity)\b",
    ),
    ("moved", r" (?:(?:in|into|to) captivity|(?:as )?(?:prisoners?|captives?)(?! of war))\b"),
    (
        "lost",
        rf"(?:{_WERE})? sent to (?:the )?(?:[\w-]+ )?(?:camps?|prisons?|jails?|hard labou?r|gulag)\b",
    ),
    (
        "other",
        rf"(?:{_WERE}| got) (?:wounded|injured|born|punished|flogged|whipped|left homeless|left without {_HOUSED})\b",
    ),
    (
        "other",
        r" (?:fell (?:ill|sick)|took (?:up arms|part)|participated|rebelled|revolted|mutinied"
        r"|rose (?:in (?:arms|revolt|rebellion)|against))\b",
    ),
    ("other", r" received (?:compensation|benefits|injuries|wounds|diplomas|education|medals)\b"),
    (
        "lost",
        r"(?: of (?:the )?[A-Z][\w-]+)? (?:sentenced|condemned|convicted) (?:by|to|in) ",
    ),
    ("lost", rf"{_WERE} tried (?:by|in|for) "),
    ("other", r" were (?:former|ex-)"),
    ("other", r" served (?:in|at|with|on|as)\b(?! (?:exile|prisons?|camps?|the camps?)\b)"),
    (
        "other",
        r"(?: of (?:the )?[^.;,\d]{3,40})? drove (?:the |out |away (?!to\b|from\b|in\b))[a-z]",
    ),
    ("resident", r" decided to (?:remain|stay)\b"),
    ("other", rf"{_WERE} expelled from (?:the |its |their )?(?:[\w-]+ ){{0,3}}{_EXPELLED_FROM}"),
    ("lost", r" became (?:the )?victims\b"),
    (
        "lost",
        r" (?:lie|lay|rest|are buried|were buried) in (?:the |this |that |these |our )?"
        r"(?:earth|soil|graves?|[\w-]+ (?:cemetery|graves?))\b",
    ),
    (
        "lost",
        r"(?: of (?:the |this |our )?[\w-]+)?"
        r" (?:(?:laid|lay|put) down their (?:heads?|lives)|(?:gave|lost) their lives)\b",
    ),
    (
        "moved",
        r" (?:found|sought|got|received) (?:a |their |temporary )?(?:shelter|refuge|asylum)\b",
    ),
    ("other", rf" became (?:the )?(?:[\w-]+ )?{_ACHIEVED}\b"),
    (
        "other",
        r" (?:came(?: together| out)?|went out|gathered|assembled|arrived)"
        rf"(?: (?:to|in|at|from) (?:the )?[\w-]+(?: (?-i:[A-Z])[\w-]+)?)? (?:to|for) {_OCCASION}",
    ),
    ("other", rf" (?:remained|were left)(?: alive)? (?:of|from|out of) [^.;]{{0,60}}\b{_UNIT}\b"),
    (
        "resident",
        r"(?: \([^()]{1,20}\))? (?:consider|call|identif|declar|recogni[sz]|name)(?:s|d|ed|ied|y|e)? themselves\b",
    ),
    (
        "moved",
        r" (?:went|passed|escaped|moved|got) (?:over|across|beyond) the (?:border|frontier)\b",
    ),
    (
        "moved",
        r" (?:crossed (?:over )?the (?:border|frontier)|fled(?! from the field)|emigrated)\b",
    ),
    ("moved", rf"{_WERE} (?:deported|resettled|evacuated|evicted|loaded (?:on|in)?to)\b"),
)
# Verbs that guests, troops and students take too, of whom they tell nothing.
COMING: Rows = (
    ("resident", r" stayed(?: (?:here|there|behind))?(?=\s*(?:[.,;](?!\d)|$))"),
    # Those left are there, unless it is told how.
    ("resident", r" (?:were|was) left(?: alive| there| here)?(?=\s*(?:[.,;](?!\d)|$)| in [A-Z])"),
    (
        "moved",
        rf"{_WERE} (?:placed|settled|accommodated) in (?:the )?[A-Z](?![^.;]{{0,50}}\b{_HOUSE})",
    ),
    (
        "moved",
        rf"{_WERE} (?:driven|marched|escorted|convoyed|shipped|transported)(?: on foot| by \w+)? {_COUNTRYWARD}\b",
    ),
    (
        "moved",
        rf"{_WERE} taken to (?:the )?(?-i:[A-Z])(?![^.;]{{0,50}}\b{_HOUSE})",
    ),
    ("moved", r" had come with\b"),
    (
        "moved",
        rf"(?:{_WERE})? (?:brought|transported|taken out|driven) from (?!the (?:front|hospital)\b)",
    ),
    ("moved", r" (?:headed|set (?:out|off)|roamed (?:away|off)) (?:for|to|towards?)\b"),
    (
        "moved",
        rf" (?:arrived (?:in|at|from|to)|departed|moved {_COUNTRYWARD}|migrated"
        r"|passed (?:in \d{4} )?(?:to|into|across|over)"
        r"|left (?:for|to) (?!the front|study|fight)[\w])\b",
    ),
)
# Words that a count stands right behind, alone or in a list, and kinds.
BEFORE: Rows = (
    (
        "lost",
        r"\b(?:cemeter(?:y|ies)|graves?|earth|burial ground)\b[^.;]{0,50}?"
        r" (?:lie|lies|lay|rest|are buried|were buried) ",
    ),
    (
        "lost",
        r"\b(?:killed|beheaded|executed|hanged|slew|massacred|slaughtered|exterminated|perished|died|dead|missing)"
        r"(?: were| was| numbered| made(?: up)?| amounted to)?(?: ?[-–—:])? ",
    ),
    (
        "lost",
        r"\bas (?:killed|dead|fallen|missing)(?:,? (?:and|or) [a-z]+(?: from wounds)?)? (?:are|were) "
        r"(?:considered|listed|counted|registered|named) ",
    ),
    (
        "lost",
        r"\b(?:deaths?|killings?|murder|execution|extermination|massacre|shooting|slaughter) of"
        r" (?:the |its |their |all )?",
    ),
    # "Died among Chechens in Kazakhstan - 101 036, in Kirghizia 36 thousand".
    (
        "lost",
        r"\b(?:[Dd]ied|[Pp]erished) (?:among|of|from|in|at) [^.;:\d]{3,90} ?[-–—] "
        r"(?:\d[\d ,]*(?: thousand)?(?: [a-z]+)?, (?:in|at) [A-Z][\w-]+ (?:[-–—] )?){0,6}",
    ),
    # What a population falls by is lost: "a decline of 1.1 million", "became smaller by 9 thousand".
    ("lost", r"\b(?:loss|decline|decrease|drop|reduction) of "),
    (
        "lost",
        r"\b(?:smaller|fewer|less|(?:go(?:es|ing|ne)?|went) down(?: only)?\b[^.;]{0,60}) by ",
    ),
    (
        "other",
        r"\b(?:mobili[sz]ation|conscription|call-up|recruitment|training|enrol?lment|rehabilitation|participation) of"
        r" (?:the |its |their |all )?",
    ),
    ("other", rf"\b{_RISING}\b[^.;]{{0,40}}\b(?:cover|involv|embrac|engulf)(?:ed|ing) "),
    (
        "other",
        r"\b(?:regime|account|register|supervision|restrictions?) (?:was|were) (?:removed|lifted) from ",
    ),
    ("other", r"\b(?:attended|visited|watched) by "),
    (
        "other",
        r"\b(?:surveyed|interrogated|questioned|polled) ",
    ),
    ("other", r"\b(?:came|come|got) together "),
    ("resident", r"\b(?:together|in all|in total) came to "),
    (
        "resident",
        r"\b(?:is|was|are|were|became|become|remains?)(?: a| the| now)? home (?:to|for|of) ",
    ),
    (
        "lost",
        r"\b(?:typhus|typhoid|cholera|plague|smallpox|scurvy|measles|dysentery|epidemic|hunger|famine) (?:had )?took "
        r"(?:from (?:the |this |our )?[^.;,\d]{3,40}(?:, by [^.;,\d]{3,40},)? )?",
    ),
    (
        "resident",
        r"\b(?:town|city|village|settlement)\b[^.;]{0,60} (?:which|that) (?:had )?(?:once )?housed ",
    ),
    ("lost", r"\bto the (?:gallows|scaffold) (?:went|were sent|were led) "),
    ("resident", r"\b(?:auls?|villages?|towns?|cit(?:y|ies)|settlements?|stanitsas?|hamlets?) of "),
    (
        "other",
        r"\b(?:wounded|injured|fell (?:ill|sick)|shell-shocked)(?: were| was| numbered| made(?: up)?| amounted to)?"
        r"(?: ?[-–—:])? ",
    ),
    ("other", rf"\b(?:left|remained) (?:without {_HOUSED}|homeless) "),
    (
        "other",
        r"\b[Ww]ithout (?:citizenship|documents|passports?|jobs?|work|housing)(?: there)? (?:remained|were left) ",
    ),
    ("resident", SHARED_OUT),
    # "On one bath fell 1 100 people": there were so many for it.
    (
        "resident",
        r"\b[Oo]n (?:one|each|every) [\w-]+ (?:fell|falls) (?:[^.;]{1,40}, on (?:one|each|every) [\w-]+ )?",
    ),
    (
        "moved",
        r"\bgave (?:a |the |temporary )?(?:shelter|refuge|asylum) to [^.;\d]{3,90} and ",
    ),
    (
        "other",
        r"\b(?:lent|gave|granted|allotted|issued|awarded|distributed)"
        r" (?!up\b|way\b|(?:[a-z]+ )?(?:shelter|refuge|asylum)\b)(?:[a-z]+ ){1,3}to ",
    ),
    ("other", r"\b(?:formed|founded|created|organi[sz]ed|united)(?: in \d{4})? by "),
    (
        "other",
        rf"\b{STRENGTH}(?: of [^.;,]{{3,30}})? (?:numbered|counted|consisted of|comprised|totalled|amounted to) ",
    ),
    # Envoys come and go; they settle nowhere.
    (
        "other",
        r"\b(?:delegation|deputation|embassy|suite) (?:of|numbering|consisting of|in number of) ",
    ),
    ("moved", r"\b(?:were (?:unloaded|deported|resettled|evicted|evacuated)) "),
)
COME: Rows = (
    ("moved", r"\bto (?:settle|resettle|deport|evict|exile|relocate|evacuate) "),
    (
        "moved",
        rf"\b(?:{_SETTLEMENT}|Kazakhstan)(?: has| had)? (?:accepted|sheltered|took in) ",
    ),
    ("moved", r"\b(?:arrived|departed|went down to [A-Z][\w-]+) "),
    (
        "moved",
        r"\b(?:flight|exodus|influx|inflow|outflow|resettlement|deportation|evacuation|arrival|eviction|departure|return"
        r"|relocation|repatriation|banishment|e?migration|immigration) of (?:the |another |a further )?",
    ),
)
_NEUTRAL = r".*\b(?:people|persons|souls|inhabitants|residents|men)$"
# What stands before a count, how it ends, what stands behind it.
AROUND: tuple[tuple[PopulationKind, str, str, str], ...] = (
    ("other", r"\bleaving ", "", r" without (?:an? |any )"),
    (
        "moved",
        r"\b(?:plant|works|factory|mill|institute|theatre|studio|school|hospital|orphanage)s?\b[^.;]{0,60}"
        r" (?:was|were|been)? ?(?:evacuated|brought|transferred)\b[^.;\d]{0,60} with ",
        "",
        "",
    ),
    ("lost", "", r".* dead$", ""),
    (
        "other",
        r"\b(?:killed|dead|fallen|captured|missing)(?:,|,? and) ",
        r".* (?:wounded|injured|shell-shocked)$",
        "",
    ),
    (
        "lost",
        r"\b(?:[Ll]oss(?:es)?|[Dd]eath toll|[Cc]asualties)(?: (?:of|in|at|for|among) (?:[^.;,:\d]|\b1[6-9]\d\d){3,60})?"
        r" (?:made(?: up)?|were|was|is|amounted to|reached|totall?ed|constituted|numbered|came to)"
        r"(?:, (?:in|by|according) [^.;,:\d]{3,50},)? ",
        r"(?!.*\b(?:wounded|injured|sick|captured|prisoners)$).*",
        r"(?! (?:wounded|injured|sick|captured|taken))",
    ),
    # Who it cost, and persons: no roubles.
    (
        "lost",
        r"\b(?<!the )(?<!at )cost (?:the |its |his |their )?[\w-]+(?: [\w-]+)? ",
        _NEUTRAL,
        "",
    ),
    (
        "other",
        r"\b[a-z]+ with ",
        r".*(?<!families)(?<!households)$",
        r" (?:reached|marched|attacked|besieged|rode|occupied|set out|defeated)\b",
    ),
    (
        "other",
        r"\b(?:remained|left|survived)(?: alive)? (?:of|from|out of) (?:the |its |his )?",
        "",
        rf" of (?:the |its |this )?(?:[\w-]+ ){{0,3}}{_UNIT}\b",
    ),
    # "At 700 households cattle was taken", as the Russian has it.
    (
        "other",
        r"\b(?:[Aa]t|[Ff]rom) ",
        "",
        r" (?:[a-z-]+ ){0,3}(?:was|were) (?:taken(?: away)?|confiscated|withdrawn|seized|expropriated|requisitioned)\b",
    ),
    (
        "resident",
        rf"\b(?:{_SETTLEMENT}|horde|uluses|ulus)(?: of [A-Z][\w-]+)?(?: in \d{{4}})?"
        r" (?:consist(?:s|ed) of|number(?:s|ed)|count(?:s|ed)|totall?ed|totals|contain(?:s|ed)) ",
        r".*\b(?:people|persons|souls|inhabitants|residents|families|households|yurts|tents|kibitkas)$",
        r"(?! (?:dead|killed|dying|who|that)\b)",
    ),
    (
        "resident",
        r"\b(?:ethnos|ethnic group|diaspora|nationality|community|minority|population)\b"
        r"(?:[^.;,]|(?<=\d),(?= \d{4}\b)){0,80}"
        r" (?:(?:is|are|was|were) (?:re)?presented(?: here)? by|numbers|numbered|counts|counted|amounts to) ",
        _NEUTRAL,
        "",
    ),
    (
        "resident",
        rf"^In \d{{4}}(?: years?)?,?(?: in (?:the |this )?(?:{_SETTLEMENT}|[A-Z][\w-]+))?"
        r" (?:there )?(?:were|was|lived) ",
        _NEUTRAL,
        r"(?:\s*(?:[.,;](?!\d)|$)| (?:in|on|and)\b)",
    ),
)
