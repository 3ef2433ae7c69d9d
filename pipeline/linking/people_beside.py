"""The people that words right beside a number name, and how those of the count before it are told again."""

import re
from collections.abc import Iterable
from decimal import Decimal

from spacy.tokens import Span

from pipeline.extensions import sentence_of, text_of
from pipeline.normalising.context import PersonNoun, person_nouns

_HOW_MANY = r"(?:(?:only|already|about|over|some|more than) )*$"
# "By Koreans with 100 thousand", "troops numbering 50 thousand": no matter what stands behind the number.
_OWN = (
    re.compile(rf"\b(?:by|then|finally) (?:the )?(?P<word>[\w-]+) with {_HOW_MANY}"),
    re.compile(rf"\b(?P<word>[\w-]+) (?:numbering|counting) {_HOW_MANY}"),
    # "Ukrainians fell from 859 to 658 thousand, Uzbeks - from 228 to 103".
    re.compile(
        r"[,;] (?:and )?(?:(?:that|those|the number) of )?(?:the )?(?P<word>[A-Z][\w-]+) ?[-–—] from "
        r"(?:\d[\d ,.]*(?:thousand |million )?(?:up |down )?to )?$"
    ),
)
# "From builders of the road were living 31 persons".
_OUT_OF = (
    re.compile(
        r"(?:^|[,;] )(?:From|Of|Among|Out of|from|among) (?:the )?(?P<word>[\w-]+)(?: of (?:the )?[\w-]+)?"
        rf" (?:there )?(?:were|was|lived|remained|stayed|came|died|perished|survived)(?: [a-z]+)? {_HOW_MANY}"
    ),
)
_CALLED = re.compile(
    r"(?: \([^()]{1,20}\))?(?: who)? (?:consider|call|identif|declar|recogni[sz]|name)(?:s|d|ed|ied|y|e)? themselves"
    r"(?: to be| as)? (?:the |ethnic )?(?P<word>[\w-]+)"
)


def own_people(before: str) -> str | None:
    """Whose bare number it is by the words right before it, whatever is counted behind or before those."""
    return _group(pattern.search(before) for pattern in _OWN)


def people_out_of(before: str, behind: str) -> str | None:
    """Of whom a count of "persons" is one, or what they call themselves."""
    called = _CALLED.match(behind)
    return _group((called, *(pattern.search(before) for pattern in _OUT_OF)))


def _group(matches: Iterable[re.Match[str] | None]) -> str | None:
    nouns: Iterable[PersonNoun | None] = (
        person_nouns().get(match["word"].lower()) for match in matches if match
    )
    return next((noun.group for noun in nouns if noun is not None and noun.group), None)


PART = re.compile(
    r"\b(?:of|from|among) (?:them|whom|these|those|which) (?:[^.;,]{0,20} )?$", re.IGNORECASE
)


def is_part(count: Span | None) -> bool:
    """Whether a count is told as part of another: "of whom 300"."""
    return count is not None and PART.search(_before(count)) is not None


_IN_ALL = re.compile(
    r"\s*(?:(?:In all|In total|Altogether|Overall|Totally|All in all),? )?", re.IGNORECASE
)
# No row of a table, no "7765 of them".
_GOES_ON = re.compile(r" (?!of\b|from\b|among\b)[a-z]")


def is_of_all(count: Span, value: Decimal | None, previous: Span | None) -> bool:
    """ "43 members were arrested. In all, 22 thousand were shot": more than the count of the sentence before."""
    if previous is None or sentence_of(previous) is sentence_of(count):
        return False
    told = previous._.population.quantity.value
    if not _GOES_ON.match(text_of(count.doc), count.end_char):
        return False
    more = told is not None and value is not None and value > told
    return more and _IN_ALL.fullmatch(_before(count)) is not None


# "1970 - 39 241, | 1979 - | 49 930".
_NEXT_LABEL = re.compile(
    r"(?: [a-z]+){0,3}[,;] (?:and )?(?:in )?\d{4}(?: years?)? ?[-–—:] ?"
    # "From Iran - 4 020, | from Turkey - | 2 990 people".
    r"|[,;] (?:and )?(?:from|in|to) [A-Z][\w-]+(?: [\w-]+){0,2} ?[-–—:] ?"
)


def of_other_label(count: Span, previous: Span | None) -> str | None:
    """Whom the count of another year or place, right before this one, counts."""
    if previous is None or not _NEXT_LABEL.fullmatch(
        text_of(count.doc), previous.end_char, count.start_char
    ):
        return None
    group = previous._.population.group
    return str(group) if group else None


def _before(count: Span) -> str:
    return text_of(count.doc)[sentence_of(count).start_char : count.start_char]
