"""The year of a day or month that has none: "On 9 January 1957 it was restored, and on May 3 an echelon came".

What happened then is told in the past tense, behind a date of that year in the same paragraph. A day that comes every
year ("On May 9 flowers are laid") stays without one, and so does what a later month told before leaves in doubt.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from pipeline.extensions import char_span, sentence_of, text_of
from pipeline.linking.surroundings import tense
from pipeline.normalising.dates import DateMatch
from pipeline.records import DateKind

# A day of every year, whatever the tense.
_RECURS = re.compile(
    r"\b(?:[Ee]very|[Ee]ach|annual\w*|yearly|celebrat\w*|mark(?:ed|s)? (?:on|as|by)|holidays?|feasts?|fairs?|Day|day of"
    r"|birthday|remembers?|declared)\b"
)
_TOLD = ("day", "month", "season", "year", "relative")
_DATED = re.compile(r"(?P<year>\d{4})(?:-(?P<month>0\d|1[0-2]))?(?:-\d\d)?")
_MONTH = re.compile(r"XXXX-(?P<month>0\d|1[0-2])(?:/XXXX-(?:0\d|1[0-2]))?")
# A day, a month or two of them in a row.
_MONTHS = re.compile(rf"{_DATED.pattern}(?:/(?P=year)-\d\d)?")
# "Last year, | on May 5", "In May, | two years ago".
_ASIDE = re.compile(r", (?:on |in )?(?:the )?| (?:on|in) (?:the )?")
_DIGITS_OF_YEAR = 4
# "It was opened two years ago, in May | it holds a fair": of every year.
_HOLDS = re.compile(r" (?:it|they|he|she|we) [a-z]+s?\b(?<!ed)")
# "In February, | April and | June 1940", "in June | and again in September 1936".
_AND = re.compile(r"(?:,|,? and|,? or)(?: again)?(?: in| on)? ")


def with_told_years(
    doc: Doc, matches: Sequence[DateMatch], relative: Sequence[DateMatch]
) -> list[DateMatch]:
    """The dates; days and months given the year that is told before them, or behind an "and".

    A year may be told from the publication, as `relative` are: "Last year, on June 21 …".
    """
    found: list[DateMatch] = []
    for match in reversed(matches):
        found.append(_shared(text_of(doc), match, found[-1] if found else None))
    found.reverse()
    for place, match in enumerate(found):
        if own := _MONTH.match(match.value.edtf or ""):
            beside = _beside(text_of(doc), match, relative)
            before = _before(match, found[:place], relative)
            found[place] = beside or _told(doc, match, own, before)
    return found


def of_year(match: DateMatch, year: int | None, end: int) -> DateMatch:
    """A day or month of every year made one of a year; of one that nothing tells it is relative."""
    if year is None:
        return replace(match, end=end, value=replace(match.value, edtf=None, kind="relative"))
    edtf = (match.value.edtf or "").replace("XXXX", f"{year:04}")
    kind: DateKind = "day" if len(edtf) == len("1918-05-01") else "month"
    if "/" in edtf or match.rule == "season-of-year":
        kind = "interval" if "/" in edtf else "season"
    return replace(match, end=end, value=replace(match.value, edtf=edtf, kind=kind))


def _shared(text: str, match: DateMatch, behind: DateMatch | None) -> DateMatch:
    """A month of every year given the year of a later one that it is told together with."""
    own = _MONTH.fullmatch(match.value.edtf or "")
    last = _MONTHS.fullmatch(behind.value.edtf or "") if behind else None
    if (
        own is None
        or behind is None
        or last is None
        or not _AND.fullmatch(text, match.end, behind.start)
    ):
        return match
    later = last["month"] is not None and own["month"] < last["month"]
    return of_year(match, int(last["year"]), match.end) if later else match


def _beside(text: str, match: DateMatch, relative: Sequence[DateMatch]) -> DateMatch | None:
    """A day or month given the year told from the publication right beside it; null where none is."""
    for other in relative:
        first, second = sorted((match, other), key=lambda either: either.start)
        own = second is match and _HOLDS.match(text, match.end) is not None
        if other.rule == "year" and not own and _ASIDE.fullmatch(text, first.end, second.start):
            told = other.value.edtf
            return of_year(match, int(told[:_DIGITS_OF_YEAR]) if told else None, match.end)
    return None


def _before(
    match: DateMatch, dates: Sequence[DateMatch], relative: Sequence[DateMatch]
) -> list[DateMatch]:
    """The dates and what is told from the publication, a year or the same day, before a date, the nearest first."""
    told = (other for other in relative if other.start < match.start)
    same = (other for other in told if other.rule == "year" or _is_same_day(other, match))
    return sorted((*dates, *same), key=lambda other: other.start, reverse=True)


def _is_same_day(other: DateMatch, match: DateMatch) -> bool:
    """Whether "yesterday" is the day and month of a date: "Yesterday, on May 5"."""
    day, own = other.value.edtf or "", match.value.edtf or ""
    return other.rule == "day" and day[_DIGITS_OF_YEAR:] == own[_DIGITS_OF_YEAR:]


def _told(doc: Doc, match: DateMatch, own: re.Match[str], before: Iterable[DateMatch]) -> DateMatch:
    """A day or month given the year of the last date before it in its paragraph; `before` has the nearest first."""
    told = next(_years_before(text_of(doc), match, before), None)
    if told is None or (told["month"] or "") > own["month"]:
        return match
    span = char_span(doc, match.start, match.end, "DATE")
    if (
        not doc.has_annotation("SENT_START")
        or tense(span) != "past"
        or _RECURS.search(sentence_of(span).text)
    ):
        return match
    return of_year(match, int(told["year"]), match.end)


def _years_before(
    text: str, match: DateMatch, before: Iterable[DateMatch]
) -> Iterator[re.Match[str]]:
    """The dates of years before it in its paragraph, the nearest first."""
    low = text.rfind("\n", 0, match.start) + 1
    for other in before:
        if other.start < low:
            return
        dated = _DATED.fullmatch(other.value.edtf or "")
        if dated and other.value.kind in _TOLD:
            yield dated
        if other.value.kind == "relative" and not dated:
            return
