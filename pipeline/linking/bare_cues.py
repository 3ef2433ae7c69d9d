"""Where the noun of a bare number stands: "of them N", "Germans – N", "the number of Greeks reached N".

Each cue looks at the words around a number and gives the noun that it counts, or nothing; the first of `CUES`
that finds one wins.
"""

import re
from collections.abc import Callable

from pipeline.extensions import columns, sentence_of, text_of
from pipeline.linking.bare_numbers import MEMBERS, PLAIN, Bare, things_counted
from pipeline.linking.count_verbs import COPULA, FATE, INVERTED
from pipeline.linking.counting_nouns import (
    enumerated,
    grown,
    mustered,
    populated,
    staffed,
    toll,
)
from pipeline.linking.listed_counts import (
    bracketed,
    by_places,
    in_row,
    listed,
    listed_on,
    noun_before,
    paired,
)
from pipeline.linking.shared_groups import share_retold
from pipeline.normalising.context import (
    PersonNoun,
    blockers,
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
# "In 1989 it stood at N", "their number was put at N": the count goes on from the one before.
_ANAPHOR = re.compile(
    r"\b(?:their (?:number|quantity)|they|it|this number|the number(?! of)|them|the former|the latter)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_REACH_OF_GAP = 120


def _partitive(bare: Bare) -> PersonNoun | None:
    """ "Of evacuated children N lived in homes"."""
    named = _OF_GROUP.search(bare.before)
    return noun_in(named["words"]) if named else None


def _equated(bare: Bare) -> PersonNoun | None:
    """ "In 2009 Kurds were N", "Kazakhs among them being N"."""
    named = _EQUATED.search(bare.before)
    noun = person_nouns().get(named["name"].lower()) if named else None
    return noun if noun is not None and noun.ethnic else None


_EQUATED = re.compile(
    r"\b(?P<name>[A-Z][\w-]+)(?: (?:of|in|among) (?:the )?[\w-]+)?"
    r" (?:were|are|being|made(?: up)?|was|composed|numbered|counted|amounted(?: to)?) (?:only |already )?$"
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


def _beside(bare: Bare) -> PersonNoun | None:
    """ "Kazakhs were 2.3 million, Russians N"."""
    named = _BESIDE.search(bare.before)
    noun = person_nouns().get(named["name"].lower()) if named else None
    return noun if noun is not None and noun.ethnic else None


_BESIDE = re.compile(
    r"(?:[,;:(–—] |\b(?:and|while|but) )(?:the )?(?P<name>[A-Z][\w-]+) (?:only |already |up to )?$"
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
_CLOSED = re.compile(r"[.;:,!?]|\s{0,8}$")


def _governed(bare: Bare) -> PersonNoun | None:
    """ "The number of Greeks reached N"."""
    words = governed_words(bare.before, 0, len(bare.before))
    told = COPULA.search(bare.before) or bare.before.endswith(": ")
    if told and _NUMBER_WHO.search(bare.before):
        return bare.near or bare.named or PLAIN
    return noun_in(words) if words and told else None


_NUMBER_WHO = re.compile(
    r"\bnumber (?:of (?:those|them|people|persons) )?who [a-z]+\b[^.;,]{0,40}$"
)


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


# Where the people counted before were, or how much later it was: "9.8 million lived in towns and N in villages".
_IN_PLACES = re.compile(
    r"\b\w+ (?:years?|months?|weeks?|days?) (?:later|after|before|earlier)\b"
    r"|\bin (?:the )?(?:towns?|cities|villages?|auls?|settlements|regions|districts|camps|kolkhozes|hospitals"
    r"|schools)\b"
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
    behind = _ASIDE.match(text_of(bare.doc), bare.match.end)
    end = behind.end() if behind else bare.match.end
    if not FATE.match(text_of(bare.doc), end) or _things_before(bare):
        return None
    if bare.near is None:
        return PLAIN
    unit = bare.near.unit if bare.previous_in_sentence else "persons"
    return PersonNoun(None, bare.near.group, unit)


# "More than 9 thousand, as old men count, left".
_ASIDE = re.compile(r", (?:as|according|by|in|it is|they) [^,.;:]{3,50},(?= )")


def _things_before(bare: Bare) -> bool:
    """Whether things are counted before it in its sentence, or in its part of one that a semicolon divides.

    What is left of something may be told behind a semicolon: "40 million sheep; by 1933 N were left".
    """
    low = sentence_of(bare.number).start
    words = columns(bare.doc).words
    left = _LEFT_OVER.match(text_of(bare.doc), bare.match.end)
    if left and not bare.previous_in_sentence:
        return things_counted(bare.doc, low, bare.number)
    start = max((i for i in range(low, bare.number.start) if words[i] == ";"), default=low)
    return things_counted(bare.doc, start, bare.number)


_LEFT_OVER = re.compile(r" (?:(?:were|was) left|remain\w*|survived|had survived)\b")


def _of_share(bare: Bare) -> PersonNoun | None:
    """ "Kazakhs made 30 percent of the population (2.8 million)"."""
    share = share_retold(bare.doc, bare.number.start, bare.match.start)
    many = (bare.match.quantity.value or bare.match.quantity.low or 0) >= _MANY
    if share is None or not many or not text_of(bare.doc).startswith(")", bare.match.end):
        return None
    return PersonNoun(None, share._.percentage.group, "persons")


def found_to_be(bare: Bare) -> PersonNoun | None:
    """ "Over three hundred were found to be Balkars"."""
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


def _by_label(bare: Bare) -> PersonNoun | None:
    """ "Verny: 30 thousand inhabitants. Semipalatinsk: N.": those that the line before counts."""
    labelled = _LABEL.fullmatch(bare.before) and _CLOSED.match(text_of(bare.doc), bare.match.end)
    if not labelled or bare.previous is None:
        return None
    start = sentence_of(bare.previous).start_char
    return (
        bare.near if _LABEL.fullmatch(text_of(bare.doc)[start : bare.previous.start_char]) else None
    )


_LABEL = re.compile(r"\s*(?:[Ii]n )?[A-Z][\w-]+(?: [\w-]+){0,2}(?::| [-–—]) ")


def _then(bare: Bare) -> PersonNoun | None:
    """ "Three times more than in 2014 (N)": those that the count before counts."""
    return bare.near if _THAN_IN.search(bare.before) else None


_THAN_IN = re.compile(r"\bthan (?:in|for) (?:the )?[\d/–-]+(?: year)? \($")


def _on_the_rolls(bare: Bare) -> PersonNoun | None:
    """ "The combine had 4,200 on its rolls"."""
    return MEMBERS if _ROLLS.match(text_of(bare.doc), bare.match.end) else None


_ROLLS = re.compile(r" on (?:its|the|their) (?:rolls?|lists?|payrolls?|staff|books)\b")


def _gathered(bare: Bare) -> PersonNoun | None:
    """ "Students came out; by evening there were at least N.", "in Russia there were N in the same census"."""
    there = re.search(r"\bthere (?:were|are|was)(?: already| only| some)? $", bare.before)
    if there is None:
        return None
    if _CLOSED.match(text_of(bare.doc), bare.match.end):
        return bare.near or bare.named
    return bare.near if _WHEN_OR_WHERE.match(text_of(bare.doc), bare.match.end) else None


_WHEN_OR_WHERE = re.compile(r" (?:in|at|by|on|for)\b")


def _town_had(bare: Bare) -> PersonNoun | None:
    """ "Oral had 36,446 inhabitants. Semey had N, Verny N": a town's, after another's inhabitants."""
    had = _TOWN_HAD.search(bare.before)
    near = bare.near if had else None
    return near if near is not None and near.group is None and near.kind == "resident" else None


_TOWN_HAD = re.compile(
    r"(?:^|[.;,:] |\b(?:and|while) )[A-Z][\w-]+(?:,| had| has)? (?:only |already )?$"
)


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
    listed,
    noun_before,
    bracketed,
    listed_on,
    paired,
    _equated,
    _beside,
    _inverted_copula,
    in_row,
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
    by_places,
    _by_label,
    _town_had,
    _then,
    _on_the_rolls,
)
