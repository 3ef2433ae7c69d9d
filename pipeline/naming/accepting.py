"""Which of the heads found, with the words before and behind them, are names of bodies, and what they are called.

A capitalised head needs less around it than a lower-case one (lower_case.py), which a memorial name, a place, a
quoted or a bare name must make one body's own.
"""

from collections.abc import Sequence
from dataclasses import replace

from pipeline.naming.buildings import is_building
from pipeline.naming.candidates import Candidate
from pipeline.naming.chains import OF_THE_LAND
from pipeline.naming.found_heads import FoundHead, has_motto, is_plain, kept
from pipeline.naming.listed import type_listed
from pipeline.naming.lower_case import lower_case
from pipeline.naming.nouns import is_head, legal_forms, type_of_head, word_set
from pipeline.naming.tail_nouns import is_bracketed
from pipeline.naming.word_kinds import names_bodies, of_people
from pipeline.naming.words import Word, closes_quote, next_to
from pipeline.normalising.gazetteer import is_people, peoples, places


def accepted(text: str, found: FoundHead) -> Candidate | None:
    """The name that a head makes with what was found around it, or none."""
    found = _with_line(found)
    if _meeting(found) or _of_tribes(found):
        return None
    if _work_team(found) or _of_a_company(found) or _titles_a_work(found) or _laid(found):
        return None
    if is_building(found) or _envoys(found) or _two_units(found) or _journey(found):
        return None
    if _office_in_a_town(found) or _of_its_men(found) or _of_heroes(found):
        return None
    found = _with_bracket(found)
    if found.capital and not (_opens_with_a_part(found) or _bears_a_name(found)):
        return _capitalised(text, found)
    return kept(text, found, "tailed") if _of_the_land(found) else lower_case(text, found)


def _of_the_land(found: FoundHead) -> bool:
    """Whether a land's own body opens a sentence, its field behind it or before: "National bureau | of statistics".

    With its field before, or with a weak head, something must be told of it: "Republican drama theatre | was opened".
    """
    if not found.left or not found.left[0].first or found.left[0].text not in OF_THE_LAND:
        return False
    told = any(word.lower in _TELLING for word in found.words[found.end : found.end + 1])
    if len(found.left) == 1 and found.tail.present:
        return found.strong or told
    return told and found.after - found.start > _FIELD_BEFORE


# "National | bureau"
_FIELD_BEFORE = 2
_TELLING = ("was", "is", "has", "had")


def _of_tribes(found: FoundHead) -> bool:
    """Whether a confederation is a people's state of old: "the Kypchak Confederation"."""
    peoples_own = found.left != [] and all(of_people(word) for word in found.left)
    return found.row["head"] == "confederation" and peoples_own and not found.tail.present


def _with_bracket(found: FoundHead) -> FoundHead:
    """The name with its town or people before a bracket: "Tashkent | (Frunze) Infantry School"."""
    words, start = found.words, found.start
    before = [word.text for word in words[max(0, start - _BRACKET) : start]]
    if len(before) < _BRACKET or (before[1], before[3]) != ("(", ")") or not before[2][0].isupper():
        return found
    town = before[0][0].isupper() and before[0].lower() in (places() | peoples().keys())
    return replace(found, start=start - _BRACKET) if town and found.capital else found


# The town, and a word in brackets.
_BRACKET = 4


def _with_line(found: FoundHead) -> FoundHead:
    """A railway's name with the stations before a dash: "Orenburg – | Tashkent railway"."""
    words, start = found.words, found.start
    if found.row["head"] not in _LINES or not found.left:
        return found
    while start > 1 and words[start - 1].text in _DASHES and words[start - 2].capital:
        start -= 2
    return replace(found, start=start)


_LINES = ("railway", "railroad")
_DASHES = ("-", "–", "—")


def _bears_a_name(found: FoundHead) -> bool:
    """Whether a head of which but the first word is a capital only tells the kind: "TV channel | KTK", a sentence's
    first "Kolkhoz | Zarya"."""
    head = found.words[found.head : found.after]
    alone = not found.left and not found.tail.present
    following = found.words[found.after : found.after + 1]
    farm = (
        head[0].first
        and found.row["head"] in _FARMS
        and not any(is_people(word.text) for word in following)
    )
    return alone and found.takes_name and (farm or (len(head) > 1 and not head[-1].capital))


_FARMS = ("kolkhoz", "sovkhoz", "collective farm", "state farm", "artel", "mine", "shaft", "trust")


def _work_team(found: FoundHead) -> bool:
    """Whether a brigade is of the person who leads it: "Brigade of G. Sadykova fulfilled the norm"."""
    tail = found.words[found.after : found.end]
    return found.row["head"] == "brigade" and len(tail) > 1 and tail[1].initial


# "Collected Works of Abai"
_EDITIONS = ("Collected", "Selected", "Complete")


def _titles_a_work(found: FoundHead) -> bool:
    """Whether what a head seems to name is the title of a book or treaty: "the trilogy | School of life"."""
    before = [word.lower for word in found.words[max(0, found.start - 3) : found.start]]
    opened = [word for word in before if word != "the"]
    titled = opened[-2:] in (["treaty", "on"], ['"', "on"], ['"', "about"])
    collected = found.row["head"] == "works" and found.left and found.left[-1].text in _EDITIONS
    titled = titled or bool(collected) or _numbered_title(found)
    return titled or any(word in word_set("literary") for word in before[-1:])


# "The 9th Company | film"
_SHOWN = ("film", "movie", "series", "novel")


def _numbered_title(found: FoundHead) -> bool:
    """Whether a number and a head are what a film is called."""
    following = [word.lower for word in found.words[found.end : found.end + 1]]
    counted = bool(found.left) and all(word.ordinal for word in found.left)
    return counted and any(word in _SHOWN for word in following)


# What is done to a railway that is a line, no company, and what tells where it runs.
_LAYING = ("building", "completion", "construction", "extension", "laying")
_RUNNING = ("between", "from")


def _laid(found: FoundHead) -> bool:
    """Whether a railway is the line: "the completion of the Turgai Railway", "the Turgai Railway | from Torgai"."""
    before = [word.lower for word in found.words[max(0, found.start - 3) : found.start]]
    behind = found.words[found.end : found.end + 2]
    laid = before[-2:] == ["of", "the"] and before[0] in _LAYING
    runs = len(behind) > 1 and behind[0].lower in _RUNNING and behind[1].capital
    return found.row["head"] == "railway" and (laid or runs)


def _envoys(found: FoundHead) -> bool:
    """Whether an embassy is a journey, of a person or of rulers and no land: "Embassy of A. Tevkelev"."""
    if found.row["head"] != "embassy" or found.left or found.tail.memorial:
        return False
    tail = found.words[found.after : found.end]
    ruled = any(word.lower in ("khan", "khans", "sultan", "sultans", "tsar") for word in tail)
    name = [word for word in tail if word.lower not in ("of", "the")]
    lone = len(name) == 1 and name[0].text.isalpha() and not name[0].text.isupper()
    person = name[:1] != name[-1:] and name[0].initial
    return ruled or person or (lone and name[0].lower not in places())


def _office_in_a_town(found: FoundHead) -> bool:
    """Whether but an office of a body is told by its town: "the Uralsk office | of the American Administration"."""
    seated = len(found.left) == 1 and found.left[0].lower in places()
    seated = seated and not is_people(found.left[0].text) and found.left[0].lower not in peoples()
    whole = [word for word in found.words[found.after : found.end] if word.capital]
    bodies = any(is_head(word.lower) for word in whole)
    return found.row["head"] == "office" and not found.capital and seated and bodies


def _of_its_men(found: FoundHead) -> bool:
    """Whether an army but tells whose men are told: "57 Red Army | men"."""
    following = [word.lower for word in found.words[found.end : found.end + 1]]
    return found.row["head"] == "army" and following in (["men"], ["man"])


def _of_heroes(found: FoundHead) -> bool:
    """Whether but a title names the land: "Heroes of the | Soviet Union of the 100th brigade"."""
    before = [word.lower for word in found.words[max(0, found.start - 3) : found.start]]
    land = found.row["head"] == "union" and [word.text for word in found.left] == ["Soviet"]
    return land and before[:2] in (["hero", "of"], ["heroes", "of"])


def _two_units(found: FoundHead) -> bool:
    """Whether ordinals that "and" joins tell two units, which are read apart: "the 2nd and 3rd | Tank Corps"."""
    left = [word.lower for word in found.left]
    joint = left.index("and") if found.row["type"] == "military" and "and" in left else 0
    pair = found.left[joint - 1 : joint + 2 : 2] if joint else []
    return len(pair) > 1 and all(word.ordinal for word in pair)


def _journey(found: FoundHead) -> bool:
    """Whether an expedition is a march or a journey: one that no body has sent, "the Khiva Expedition"."""
    tail = (word for word in found.words[found.after : found.end] if word.capital)
    own = found.capital and found.left and any(type_of_head(word.lower) for word in tail)
    return found.row["head"] == "expedition" and not own


def _of_a_company(found: FoundHead) -> bool:
    """Whether a board is of a company that its legal form or a quote tells: 'Board of | JSC "KazContent"'."""
    tail = found.words[found.after : found.end]
    of_quoted = [word.text for word in found.words[found.end : found.end + 2]] == ["of", '"']
    formed = of_quoted or any(word.text in legal_forms() for word in tail)
    return found.row["head"] == "board" and formed


def _opens_with_a_part(found: FoundHead) -> bool:
    """Whether a sentence opens with a part of a body: "Detachment | of the Russian Red Cross Society came"."""
    weak = not found.strong and found.row["head"] in word_set("unit") and not found.left
    weak = weak and found.row["type"] not in ("government", "assembly")
    behind = [word.lower for word in found.words[found.after : found.after + 2]]
    return weak and found.words[found.head].first and behind == ["of", "the"]


def _capitalised(text: str, found: FoundHead) -> Candidate | None:
    """ "Ministry of Education": a capitalised head with something beside it."""
    head = found.words[found.head : found.after]
    whole = all(word.capital or word.lower in ("of", "and") for word in head)
    complete = found.strong and len(head) > 1 and (whole or not head[0].first)
    alone = not found.left and not found.tail.present
    if (alone and not complete) or _heads_an_event(found) or _legal_form(found):
        return None
    if _adjective(found) or _on_a_land(found) or _told_by_quote(found) or _of_any_body(found):
        return None
    if _custom(found) or _holiday(found) or _of_others(found):
        return None
    # "Center of migration researches" is a name inside a sentence, not at its beginning.
    lettered = found.tail.present and is_bracketed(found.words, found.end)
    named = found.tail.capital or lettered
    if not found.left and not complete and head[0].first and not named:
        return None
    return kept(text, found, "full-strong" if found.strong else "full-weak")


def _legal_form(found: FoundHead) -> bool:
    """Whether a head but tells the kind of a quoted name: 'Republican State Enterprise "Kazakhstan Temir Zholy"'."""
    following = found.words[found.end : found.end + 1]
    if found.tail.present or not following:
        return False
    # "National Company | KazMunayGas"
    if found.row["head"].endswith("company") and type_listed(following[0].text) == "company":
        return is_plain(found.left)
    quoted = following[0].text == '"'
    if not quoted or not found.takes_name:
        return False
    # 'JSC National company | «Kazgeology»', but 'National Company "Kazgeology"'
    if not found.words[found.after - 1].capital:
        return True
    if not is_plain(_without_form(found.left)):
        return False
    opens = following[0].start > found.words[found.end - 1].end
    told = found.left or found.after - found.head > 1
    return not (opens and told and has_motto(found.row))


def _without_form(left: Sequence[Word]) -> Sequence[Word]:
    """The words before a head without the legal form that opens them: "JSC | National"."""
    return left[1:] if left and left[0].text in legal_forms() else left


def _adjective(found: FoundHead) -> bool:
    """Whether a capitalised head is an adjective of the noun behind it: "Soviet citizens"."""
    following = found.words[found.end : found.end + 1]
    plain = found.words[found.head].lower == "soviet" and not found.tail.present
    return plain and bool(following) and following[0].pos in ("NOUN", "ADJ", "PROPN")


# Types of bodies of which there are many, each with a board, a committee, a library of its own.
_MANY = ("company", "culture", "education", "museum")


def _of_any_body(found: FoundHead) -> bool:
    """Whether a part is told of a body without a name: "Board of Trustees | of the university"."""
    tail = found.words[found.after : found.end]
    if len(tail) < 3 or tail[-1].capital or not is_plain(found.left):
        return False
    whose = [word.lower for word in tail[-3:-1]]
    # "of Trustees", "of History"
    common = (word.lower.endswith("s") or names_bodies(word) for word in tail if word.capital)
    return whose == ["of", "the"] and type_of_head(tail[-1].lower) in _MANY and all(common)


def _told_by_quote(found: FoundHead) -> bool:
    """Whether a quoted name right before is the body's: '"Vatan" | Kurdish Cultural Centre'."""
    return found.takes_name and closes_quote(found.words, found.start)


def _custom(found: FoundHead) -> bool:
    """Whether an institute is a custom of old: "the Institute of Biys"."""
    tail = [word.lower for word in found.words[found.after : found.end]]
    of = [word for word in tail if word != "the"]
    lone = found.row["head"] == "institute" and not found.left and len(of) > 1
    # The Academy has an Institute of Law.
    lone = lone and found.words[found.after + 1].text != "Law"
    return lone and of[1] in word_set("custom") and len(of) == 1 + 1


def _holiday(found: FoundHead) -> bool:
    """Whether a body is but whose a holiday is: "the Day of | the Armed Forces"."""
    before = [word.text for word in found.words[max(0, found.start - 3) : found.start]]
    return before[-2:] == ["Day", "of"] or before == ["Day", "of", "the"]


_NOUNS = ("NOUN", "PROPN", "ADJ")


def _of_others(found: FoundHead) -> bool:
    """Whether a sentence's first head is of people whose noun names hold not: "Newspaper of the Kazakh | gentry"."""
    last, behind = found.words[found.end - 1], found.words[found.end : found.end + 1]
    cut = bool(behind) and next_to(found.words, found.end) and behind[0].pos in _NOUNS
    first = not found.left and found.words[found.head].first
    return first and cut and of_people(last) and not behind[0].capital


def _on_a_land(found: FoundHead) -> bool:
    """Whether the tail tells but the land that a body looks after: "Council | on the Kazakh SSR"."""
    tail = [word.lower for word in found.words[found.after : found.end] if word.lower != "the"]
    return not found.left and tail[:1] == ["on"] and " ".join(tail[1:]) in places()


def _meeting(found: FoundHead) -> bool:
    """Whether a congress is one that met: a body is of a people or nation and of a land ("Jewish Congress of …")."""
    if found.row["head"] == "kurultai":
        return not (found.capital and _of_a_people_of_a_land(found))
    if found.row["head"] != "congress":
        return False
    of = found.left[-1].lower if found.left else ""
    return not (found.capital and found.tail.capital) or not (
        of in peoples() or of in ("people's", "national")
    )


def _of_a_people_of_a_land(found: FoundHead) -> bool:
    """Whether a tail tells a people and then their land: "of Bashkirs | of Kazakhstan"."""
    tail = [word for word in found.words[found.after : found.end] if word.lower != "the"]
    joints = [i for i, word in enumerate(tail[:-1]) if word.lower == "of"]
    if len(joints) != _PEOPLE_AND_LAND:
        return False
    people, land = (tail[i + 1] for i in joints)
    return is_people(people.text) and land.lower in places()


_PEOPLE_AND_LAND = 2


def _heads_an_event(found: FoundHead) -> bool:
    """Whether a capital behind the head makes it another thing: "Party Congress", "Theatre Day"."""
    following = found.words[found.end : found.end + 1]
    event = bool(following) and following[0].text in word_set("event")
    return event and following[0].capital
