"""Where the noun of a bare number stands: "of them N", "Germans – N", "the number of Greeks reached N".

Each cue looks at the words around a number and gives the noun that it counts, or nothing; the first of `CUES`
that finds one wins.
"""

import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import replace

from pipeline.extensions import columns, is_covered, sentence_of, spans_in, text_of
from pipeline.linking.bare_numbers import MEMBERS, NEAR_TOKENS, PLAIN, Bare, things_counted
from pipeline.linking.count_verbs import COPULA, FATE, INVERTED
from pipeline.linking.counting_nouns import (
    enumerated,
    grown,
    mustered,
    populated,
    staffed,
    toll,
)
from pipeline.linking.shared_groups import share_retold
from pipeline.linking.surroundings import lead_in, paragraph_of
from pipeline.normalising.context import (
    PersonNoun,
    blockers,
    counted_head,
    governed_words,
    noun_in,
    person_nouns,
)

_OF_THEM = re.compile(
    r"\b(?:(?:of|from|among) (?:them|whom|these|those|which|it)|of this number|including)\b[^.;]{0,80}$",
    re.IGNORECASE,
)
_OF_GROUP = re.compile(
    r"\b(?:of|from|among) (?:the |all )?(?P<words>(?:[\w'-]+ ){1,3})$", re.IGNORECASE
)
_TOWN_OF = re.compile(r"\b(?:city|town|village|settlement|population) of $", re.IGNORECASE)
_LISTED = re.compile(
    r"(?<![\w-])(?P<name>[A-Z][\w-]+(?: [A-Z]?[\w-]+){0,2}) ?(?:[-–—:(,]|numbered|totall?ed|counted) ?"
    r"(?:there (?:were|are) )?$"
)
# "In 1989 it stood at N", "their number was put at N": the count goes on from the one before.
_ANAPHOR = re.compile(
    r"\b(?:their (?:number|quantity)|they|it|this number|the number(?! of)|them|the former|the latter)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_REACH_OF_GAP = 120


def _listed(bare: Bare) -> PersonNoun | None:
    """ "Germans – N", "Germans (N"."""
    listed = _LISTED.search(bare.before)
    noun = _named_in(listed["name"]) if listed else None
    # "Alimuly counted 19 thousand families, Zhetiru – 15 thousand": the list goes on in its unit.
    if noun is None or bare.near is None or not bare.previous_in_sentence:
        return noun
    return replace(noun, unit=bare.near.unit)


def _named_in(name: str) -> PersonNoun | None:
    """Who a label names; both peoples of "Kazakhs and Kirghiz"."""
    noun = noun_in(name)
    pair = [person_nouns().get(word) for word in name.lower().split(" and ")]
    groups = [other.group for other in pair if other is not None and other.ethnic and other.group]
    return replace(noun, group=" and ".join(groups)) if noun and len(groups) > 1 else noun


def _noun_before(bare: Bare) -> PersonNoun | None:
    """ "Uyghurs were about 50 thousand souls, and families N"."""
    named = _NOUN_BEFORE.search(bare.before) if bare.previous_in_sentence else None
    return person_nouns().get(named["name"]) if named else None


_NOUN_BEFORE = re.compile(
    r"(?:[,;] (?:and )?| and )(?P<name>families|households|souls|men|women|children|boys|girls|pupils|students|teachers"
    r"|members) (?:about |some )?$"
)


def _listed_on(bare: Bare) -> PersonNoun | None:
    """ "Tatars - 705, merchants – N", "men - 300 and women - N"."""
    listed = _LISTED_ON.search(bare.before) if bare.previous_in_sentence else None
    noun = noun_in(listed["name"]) if listed else None
    return noun if noun is not None and noun.group else None


_LISTED_ON = re.compile(r"\d(?:[,;](?: and)?| and) (?P<name>[a-z][\w-]+(?: [a-z-]+)?) [-–—] $")


def _bracketed(bare: Bare) -> PersonNoun | None:
    """ "2 792 families (N)": the people of the families."""
    near, previous = bare.near, bare.previous
    if near is None or previous is None or near.unit == "persons":
        return None
    if text_of(bare.doc)[previous.end_char : bare.match.start] != " (":
        return None
    people, families = bare.match.quantity.value, previous._.population.quantity.value
    larger = people is not None and families is not None and people > families
    return replace(near, unit="persons") if larger else None


def _paired(bare: Bare) -> PersonNoun | None:
    """The noun at the end of a list of numbers: "1 130 and 1 166 souls", "from 112 to 64 actors"."""
    end = bare.match.end
    start = bare.number.start
    for following in spans_in(bare.doc, "numbers", start, start + NEAR_TOKENS):
        if following.start_char < end or is_covered(following, "dates"):
            continue
        if not _LINK.fullmatch(text_of(bare.doc), end, following.start_char):
            break
        end = following.end_char
        if head := counted_head(text_of(bare.doc), end):
            return head.noun
    if listed := _listed_with_places(bare):
        return listed
    # The second number of a change is part of the same match: "from 112 to 64 actors".
    changed = _CHANGED_TO.match(text_of(bare.doc), bare.match.end)
    head = counted_head(text_of(bare.doc), changed.end()) if changed else None
    return head.noun if head else None


def _listed_with_places(bare: Bare) -> PersonNoun | None:
    """ "Karaganda Region took 50 thousand, Kostanay Region 31 thousand settlers"."""
    end, start = bare.match.end, bare.number.start
    for following in spans_in(bare.doc, "numbers", start + 1, start + NEAR_TOKENS):
        if not _PLACE_LINK.fullmatch(text_of(bare.doc), end, following.start_char):
            return None
        end = following.end_char
        if head := counted_head(text_of(bare.doc), end):
            return head.noun
    return None


_LINK = re.compile(
    r"(?:, | and |, and | or |; )"
    r"(?:(?:in |on |by |for )?(?:\d\d?\.\d\d\.)?(?:1[5-9]|20)\d\d(?: year)?(?: ?[-–—:] ?| ))?"
)
_PLACE_LINK = re.compile(
    r"(?:,| and|;) (?:and )?(?:in |to |from |the )*(?:[A-Z][\w'-]+ )+(?:(?:region|province|district|oblast|area) )?"
    r"(?:- |– |— )?"
)
_CHANGED_TO = re.compile(r" to (?:[\d., ]*\d(?: (?:thousand|million))?|[a-z-]+)")


def _partitive(bare: Bare) -> PersonNoun | None:
    """ "Of evacuated children N lived in homes"."""
    named = _OF_GROUP.search(bare.before)
    return noun_in(named["words"]) if named else None


def _equated(bare: Bare) -> PersonNoun | None:
    """ "In 2009 Kurds were N"."""
    named = _EQUATED.search(bare.before)
    noun = person_nouns().get(named["name"].lower()) if named else None
    return noun if noun is not None and noun.ethnic else None


_EQUATED = re.compile(
    r"\b(?P<name>[A-Z][\w-]+)(?: (?:of|in) (?:the )?[\w-]+)? (?:were|are|made(?: up)?|was) (?:only |already )?$"
)


def _inverted_copula(bare: Bare) -> PersonNoun | None:
    """ "In 1908 inhabitants was already over 30 thousand", "women who came – 34"."""
    named = _WAS.search(bare.before) or _WHO_CAME.search(bare.before)
    return person_nouns().get(named["name"].lower()) if named else None


_WAS = re.compile(
    r"\b(?P<name>[a-z-]+) (?:were|are|was|is|made(?: up)?) (?:only |already |there |just )*$"
)
_WHO_CAME = re.compile(
    r"\b(?P<name>[a-z-]+),? who [^.;,:–—]{3,40} (?:[-–—]|were|was) $", re.IGNORECASE
)


def _in_row(bare: Bare) -> PersonNoun | None:
    """A row of a list that counts people in another row or in what leads in to it: "Kirghizia - 18 740"."""
    lead = lead_in(bare.doc, bare.match.start)
    start, stop = paragraph_of(bare.doc, bare.match.start)
    text = text_of(bare.doc)
    if lead is None or not _ROW_END.match(text, bare.match.end, stop):
        return None
    label = noun_in(text[start : bare.match.start].strip(" -–—:|"))
    if label is not None and label.group:
        return label
    told = bare.previous is not None and bare.previous.start_char >= lead[0]
    return bare.near if told and not _has_columns(bare, start) else None


def _has_columns(bare: Bare, start: int) -> bool:
    """Whether other numbers stand before it in its row, as the cells of other columns do."""
    first = bisect_left(columns(bare.doc).starts, start)
    before = spans_in(bare.doc, "numbers", first, bare.number.start)
    return any(not is_covered(number, "dates") for number in before)


_ROW_END = re.compile(
    r"[ \t]*(?:\([^()]*\)|, (?:more than |about )?[\d.,]+ ?(?:%|per ?cents?))?[ \t;.,]*(?:\n|\Z)"
)


def _received(bare: Bare) -> PersonNoun | None:
    """ "Akmola Region took 61,300": those that the count before counts."""
    many = (bare.match.quantity.value or bare.match.quantity.low or 0) >= _MANY
    return bare.near if many and _RECEIVED.search(bare.before) else None


_RECEIVED = re.compile(r"\b(?:took(?: in)?|received|accepted|got|admitted|housed|placed) $")
_MANY = 100


def _told_of(bare: Bare) -> PersonNoun | None:
    """ "Of the N who fled", "a city of N", "a group of N", "went back N"."""
    who = re.match(r" who(?:m)?\b", text_of(bare.doc)[bare.match.end : bare.match.end + 6])
    if who or _TOWN_OF.search(bare.before):
        return PLAIN
    if _PARTY_OF.search(bare.before):
        return MEMBERS
    if _WE_SHALL_BE.search(bare.before):
        return PLAIN
    if _WE_WERE.search(bare.before) and _CLOSED.match(text_of(bare.doc), bare.match.end):
        return MEMBERS
    if not INVERTED.search(bare.before):
        return None
    things = things_counted(bare.doc, sentence_of(bare.number).start, bare.number)
    return bare.near or (None if things else PLAIN)


_PARTY_OF = re.compile(
    r"\b(?:(?:group|party|crowd|detachment|delegation|squad|army|garrison|team|troupe|embassy|at the head) of"
    r"|(?:attended|visited|seen|watched|heard|read|signed|joined|completed) by) (?:only |just |some )?$",
    re.IGNORECASE,
)
_WE_SHALL_BE = re.compile(r"\b[Ww]e (?:shall|will)(?: already| soon)? be $")
_WE_WERE = re.compile(r"\b(?:we|they) (?:were|are) (?:only |already |just )?$", re.IGNORECASE)
_CLOSED = re.compile(r"[.;,!?]|\s{0,8}$")


def _governed(bare: Bare) -> PersonNoun | None:
    """ "The number of Greeks reached N"."""
    words = governed_words(bare.before, 0, len(bare.before))
    told = COPULA.search(bare.before) or bare.before.endswith(": ")
    return noun_in(words) if words and told else None


def _changed(bare: Bare) -> PersonNoun | None:
    """ "The Ukrainians of the republic decreased from N to N"."""
    named = _CHANGED.search(bare.before)
    noun = person_nouns().get(named["name"].lower()) if named else None
    return noun if noun is not None and noun.ethnic else None


_CHANGED = re.compile(
    r"\b(?P<name>[A-Z][\w-]{1,30})(?: (?:of|in) [^,;.]{2,30})? (?:decreas|increas|grew|grow|fell|rose"
    r"|declin|dropp|shrank|dwindl)\w{0,4}(?: in number)? (?:from|to) $"
)


def _resumed(bare: Bare) -> PersonNoun | None:
    """ "Their number was N", "it stood at N"."""
    resumed = _ANAPHOR.search(bare.before) and COPULA.search(bare.before)
    return (bare.near or bare.named) if resumed else None


def _part_of_them(bare: Bare) -> PersonNoun | None:
    """ "Of them N …"."""
    return bare.near if _OF_THEM.search(bare.before) else None


def _gapped(bare: Bare) -> PersonNoun | None:
    """A count that goes on with the one before it: "in 2009 only N", "N in Taraz"."""
    if bare.previous is None or bare.previous.end_char < bare.match.start - len(bare.before):
        return None
    between = text_of(bare.doc)[bare.previous.end_char : bare.match.start]
    told = _IN_PLACES.sub("", between.lower().rpartition(":")[2])
    words = set(re.findall(r"[a-z]+", told))
    return bare.near if len(between) < _REACH_OF_GAP and not words & blockers() else None


# Where the people counted before were: "9.8 million lived in towns and N in villages".
_IN_PLACES = re.compile(
    r"\bin (?:the )?(?:towns?|cities|villages?|auls?|settlements|regions|districts|camps|kolkhozes|hospitals|schools)\b"
)


def _part_of_count(bare: Bare) -> PersonNoun | None:
    """ "Of 1,130 graduates sent to the hospitals, more than N went to the front"."""
    if bare.previous is None:
        return None
    start = sentence_of(bare.number).start_char
    opening = text_of(bare.doc)[start : bare.previous.start_char]
    return (
        bare.near if re.fullmatch(r"(?:\S+ )?[Oo]f (?:the |its |these |all )?", opening) else None
    )


def _fated(bare: Bare) -> PersonNoun | None:
    """ "More than N did not return"; not "of 40 million head of cattle 5 million were left"."""
    if not FATE.match(text_of(bare.doc), bare.match.end) or _things_before(bare):
        return None
    if bare.near is None:
        return PLAIN
    unit = bare.near.unit if bare.previous_in_sentence else "persons"
    return PersonNoun(None, bare.near.group, unit)


def _things_before(bare: Bare) -> bool:
    """Whether things are counted before it in its sentence, or in its part of one that a semicolon divides."""
    low = sentence_of(bare.number).start
    words = columns(bare.doc).words
    start = max((i for i in range(low, bare.number.start) if words[i] == ";"), default=low)
    return things_counted(bare.doc, start, bare.number)


def _of_share(bare: Bare) -> PersonNoun | None:
    """ "Kazakhs made 30 percent of the population (2.8 million)"."""
    share = share_retold(bare.doc, bare.number.start, bare.match.start)
    many = (bare.match.quantity.value or bare.match.quantity.low or 0) >= _MANY
    if share is None or not many or not text_of(bare.doc).startswith(")", bare.match.end):
        return None
    return PersonNoun(None, share._.percentage.group, "persons")


def found_to_be(bare: Bare) -> PersonNoun | None:
    """ "Over two hundred were found to be Chechens"."""
    named = _FOUND_TO_BE.match(text_of(bare.doc), bare.match.end)
    noun = person_nouns().get(named["name"].lower()) if named else None
    return noun if noun is not None and noun.ethnic else None


_FOUND_TO_BE = re.compile(
    r" (?:of them )?(?:(?:were|are) (?:found|known|considered|reckoned|thought) to be|(?:proved|turned out)(?: to be)?"
    r"|were|are) (?:ethnic )?(?P<name>[A-Z][\w-]+)"
)


def _compared(bare: Bare) -> PersonNoun | None:
    """ "More people came than left: N against M", "there were N, against M the year before"."""
    opened = re.search(r"[:–—-] ?(?:about |some )?$", bare.before)
    against = _AGAINST.match(text_of(bare.doc), bare.match.end)
    return bare.named if opened and against else None


_AGAINST = re.compile(r",? (?:against|versus|compared (?:with|to)) [^.;]{0,20}\d")


def _by_places(bare: Bare) -> PersonNoun | None:
    """ "Ukrainians mainly live in Karaganda (N thousand), Kostanay (N thousand)"."""
    opened = _PLACE_OPENS.search(bare.before) and _LIVE.search(bare.before)
    closed = text_of(bare.doc).startswith(")", bare.match.end)
    return (bare.named or bare.near) if opened and closed else None


_PLACE_OPENS = re.compile(r"\b[A-Z][\w-]+(?: (?:region|area|oblast|district|city))? \($")
_LIVE = re.compile(r"\b(?:lives?|lived|settled|resid\w+|inhabit\w*|concentrated|located|placed)\b")


def _on_the_rolls(bare: Bare) -> PersonNoun | None:
    """ "The combine had 4,200 on its rolls"."""
    return MEMBERS if _ROLLS.match(text_of(bare.doc), bare.match.end) else None


_ROLLS = re.compile(r" on (?:its|the|their) (?:rolls?|lists?|payrolls?|staff|books)\b")


def _gathered(bare: Bare) -> PersonNoun | None:
    """ "Students came out; by evening there were at least N." """
    there = re.search(r"\bthere (?:were|are|was)(?: already| only| some)? $", bare.before)
    closed = _CLOSED.match(text_of(bare.doc), bare.match.end)
    return (bare.near or bare.named) if there and closed else None


def _another(bare: Bare) -> PersonNoun | None:
    """ "Another 41 thousand sat down": more of those that the count before counts, or the clause names."""
    return (bare.near or bare.named) if _ANOTHER.search(bare.before) else None


_ANOTHER = re.compile(r"\b(?:another|a further|yet another) $", re.IGNORECASE)


def _apposed(bare: Bare) -> PersonNoun | None:
    """ "The Kazakhs, at 3 million, remained"."""
    named = _AT.search(bare.before)
    noun = person_nouns().get(named["name"].lower()) if named else None
    return noun if noun is not None and noun.ethnic else None


_AT = re.compile(r"\b(?P<name>[A-Z][\w-]+), at $")

# In the order they are tried.
CUES: tuple[Callable[[Bare], PersonNoun | None], ...] = (
    _listed,
    _noun_before,
    _bracketed,
    _listed_on,
    _paired,
    _equated,
    _inverted_copula,
    _in_row,
    _partitive,
    _governed,
    _changed,
    _resumed,
    _part_of_them,
    _gapped,
    _fated,
    _part_of_count,
    _told_of,
    populated,
    enumerated,
    staffed,
    mustered,
    _compared,
    _gathered,
    _received,
    _of_share,
    found_to_be,
    grown,
    toll,
    _another,
    _apposed,
    _by_places,
    _on_the_rolls,
)
