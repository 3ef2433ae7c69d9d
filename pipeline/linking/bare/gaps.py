"""Counts that go on from the one before, and those that what came of people tells: "in 2009 only N", "N returned"."""

import re
from dataclasses import replace

from pipeline.extensions import columns, sentence_of, text_of
from pipeline.linking.bare.numbers import PLAIN, Bare, things_counted
from pipeline.linking.bare.verbs import FATE
from pipeline.normalising.context import PersonNoun, blockers

_REACH_OF_GAP = 120


def gapped(bare: Bare) -> PersonNoun | None:
    """A count that goes on with the one before it: "in 2009 only N", "N in Taraz"."""
    if bare.previous is None or bare.previous.end_char < bare.match.start - len(bare.before):
        return None
    between = text_of(bare.doc)[bare.previous.end_char : bare.match.start]
    told = _IN_PLACES.sub("", _NAMES.sub("", between.rpartition(":")[2]).lower())
    words = set(re.findall(r"[a-z]+", told))
    noun = bare.near if len(between) < _REACH_OF_GAP and not words & blockers() else None
    struck = bare.behind(FATE) or _FATE_LABEL.search(bare.before)
    return replace(noun, group=_not_by_fate(bare, noun.group)) if noun and struck else noun


# "Wounded – 3 402; missing – 318".
_FATE_LABEL = re.compile(
    r"\b(?:killed|missing|wounded|captured|dead)(?: ?[-–—:])? $", re.IGNORECASE
)


# "In the United States" names no states.
_NAMES = re.compile(
    r"\b[A-Z][\w-]+ [A-Z][\w-]+"
    r"|\b[A-Z][\w-]+(?:, [A-Z][\w-]+){0,3} and [A-Z][\w-]+"
    r" (?:[Rr]egions|[Dd]istricts|[Pp]rovinces|[Uu]yezds|oblasts|areas)\b"
)
# Where the people counted before were, or how much later it was: "9.8 million lived in towns and N in villages".
_IN_PLACES = re.compile(
    r"\b\w+ (?:years?|months?|weeks?|days?) (?:later|after|before|earlier)\b"
    r"|\b(?:in|on|from) (?:(?:each|all|any|most|some|both|many) (?:of )?)?(?:the |its |these |those |other ){0,3}"
    r"(?:[a-z]+ern )?(?:towns?|cities|villages?|auls?|settlements|regions|districts|areas|provinces|republics"
    r"|countries|camps|kolkhozes|hospitals|schools)\b"
    r"|\b(?:all |the ){0,2}(?:other|remaining|rest of the) (?:towns|cities|regions|districts|areas|provinces|republics"
    r"|countries)\b"
)


def fated(bare: Bare) -> PersonNoun | None:
    """ "More than N did not return"; not "of 40 million head of cattle 5 million were left"."""
    end = behind_aside(text_of(bare.doc), bare.match.end)
    if not FATE.match(text_of(bare.doc), end) or _things_before(bare):
        return None
    if bare.near is None:
        return PLAIN
    unit = bare.near.unit if bare.previous_in_sentence else "persons"
    return PersonNoun(None, _not_by_fate(bare, bare.near.group), unit)


def _not_by_fate(bare: Bare, group: str | None) -> str | None:
    """Whom a count goes on with; the fate of others of its list is not theirs: "33 wounded, 7 captured"."""
    if group not in _FATES or bare.previous is None:
        return group
    between = text_of(bare.doc)[bare.previous.end_char : bare.match.start]
    return None if _LISTED_BESIDE.fullmatch(between) else group


_LISTED_BESIDE = re.compile(r"(?:[,;](?: and)?| and) (?:[a-z]+(?: ?[-–—:])? )?")
_FATES = ("wounded", "dead", "killed", "missing", "captives", "prisoners of war")


def behind_aside(text: str, end: int) -> int:
    """The end of a number with what is put in behind it: "9 thousand, as old men count, left", "400 (55%) live"."""
    behind = _ASIDE.match(text, end)
    return behind.end() if behind else end


_ASIDE = re.compile(
    r"(?:, (?:as|according|by|in|it is|they) [^,.;:]{3,50},"
    r"|, (?:mostly|mainly|chiefly|largely|most of them|almost all|many of them|including) [^,.;:]{3,60},"
    r"| [-–—] (?:almost|nearly|about|more than|over|half|a|one)\b"
    r"[^.;:–—-]{3,50} [-–—]| \([^()]{1,40}\))(?= )"
)


def _things_before(bare: Bare) -> bool:
    """Whether things are counted before it in its sentence, or in its part of one that a semicolon divides.

    What is left of something may be told behind a semicolon: "40 million sheep; by 1933 N were left".
    """
    low = sentence_of(bare.number).start
    words = columns(bare.doc).words
    left = bare.behind(_LEFT_OVER)
    if left and not bare.previous_in_sentence:
        return things_counted(bare.doc, low, bare.number)
    start = max((i for i in range(low, bare.number.start) if words[i] == ";"), default=low)
    return things_counted(bare.doc, start, bare.number)


_LEFT_OVER = re.compile(r" (?:(?:were|was) left|remain\w*|survived|had survived)\b")
