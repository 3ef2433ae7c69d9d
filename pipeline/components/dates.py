"""`ehistory_dates`: absolute, relative and named dates in `doc.spans["dates"]`, values in `span._.date`.

A year that counts something ("1500 families") is no date; which, the words after it decide.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.alternatives import any_of
from pipeline.extensions import char_span, text_of
from pipeline.lexicons import table, values
from pipeline.linking.surroundings import tense
from pipeline.linking.years.counted import is_count, without_count
from pipeline.linking.years.told import of_year, with_told_years
from pipeline.normalising.calendar_words import calendar_words, part_of, part_words
from pipeline.normalising.dates import DateMatch, DateValue, find_dates
from pipeline.normalising.dates_in_names import is_named, outside_titles
from pipeline.normalising.edtf import bare, century_edtf, day_edtf, decade_edtf, interval_edtf
from pipeline.normalising.relative_dates import (
    ON_WEEKDAY,
    THESE_DAYS,
    find_relative_dates,
    relative_year,
)
from pipeline.phrases import PhraseIndex, phrase_index
from pipeline.records import DatePart

# Years of two digits, or alone on a line, are ancient ones only where no modern year is told.
_ANCIENT_SHORT = re.compile(r"ancient-(?:short-\w+|lone-year)")
_IN_BRACKETS = "ancient-bracket-year"


@Language.factory("ehistory_dates")
def create_dates(nlp: Language, name: str) -> Callable[[Doc], Doc]:  # noqa: ARG001
    """The component; relative dates resolve against `doc._.published`."""
    return mark_dates


def mark_dates(doc: Doc) -> Doc:
    """Set `doc.spans["dates"]`."""
    text = text_of(doc)
    told = (match for match in _of_one_age(find_dates(text)) if not is_named(text, match))
    ours = (match for match in told if not _OTHER_CALENDAR.match(text, match.end))
    found = (without_count(text, match) for match in ours)
    absolute = [match for match in found if not is_count(doc, match)]
    dated = _with_years(text, _with_centuries(text, absolute), doc._.published)
    relative = list(find_relative_dates(text, doc._.published))
    joined = with_told_years(doc, list(_joined(text, _with_days(text, dated))), relative)
    others = outside_titles(text, [*_periods(text), *relative])
    spans = []
    story = False
    for match in _apart(joined, others):
        span = char_span(doc, match.start, match.end, match.value.kind.upper())
        if match.rule == ON_WEEKDAY and (story or tense(span) not in ("past", "none")):
            # "On Friday up to a thousand come": on any of them.
            continue
        if match.rule == THESE_DAYS and tense(span) == "past":
            # "In these days the town perished": those of the story.
            continue
        if match.value.kind not in ("relative", "recurring"):
            story = _is_of_story(match, doc._.published)
        span._.date = match.value
        spans.append(span)
    doc.spans["dates"] = spans
    return doc


def _is_of_story(match: DateMatch, published: str | None) -> bool:
    """Whether a date tells of another year than the publication's, whose days of the week are of that year then."""
    return published is not None and not (match.value.edtf or "").startswith(published[:4])


# "In 870 A.H. (1465-1466)", "in 870/1465": a year of the Hijra is none of our calendar.
_OTHER_CALENDAR = re.compile(
    r"(?<=\b\d{3})/\d{3,4}\b|,? ?\(?(?:A\.? ?H\b"
    r"|(?:(?:of|by|after|according to) )?(?:the )?(?:Muslim |Islamic )?(?:Hijr[ai]h?|Hegira|Khidzhra)\b)",
    re.IGNORECASE,
)


def _of_one_age(found: tuple[DateMatch, ...]) -> Iterator[DateMatch]:
    """The dates; "in 37" is 1937 in a text with modern years, which no rule can tell, so it is none.

    "(751)" is a year where the text tells of its age elsewhere.
    """
    modern = any(re.match(r"[12]\d[\dX]{2}", match.value.edtf or "") for match in found)
    early = any(
        re.match(r"0[3-9]", match.value.edtf or "") and match.rule != _IN_BRACKETS
        for match in found
    )
    for match in found:
        short = modern and _ANCIENT_SHORT.fullmatch(match.rule)
        if early if match.rule == _IN_BRACKETS else not short:
            yield match


_THAT_CENTURY = re.compile(
    r" of (?:that|this|the same|this same|that same) century\b", re.IGNORECASE
)
_LAST_CENTURY = re.compile(r" of (?:the )?(?:last|past) century\b(?!'s)", re.IGNORECASE)


def _with_centuries(text: str, matches: Iterable[DateMatch]) -> Iterator[DateMatch]:
    """Bare decades, and "the end of the century", given the century of the last date before them that names one.

    After a date of this century a decade that had not come by then is the past century's. A year of the decade
    right behind it tells more: "in the end of the 80s. In 1988 …". Only "of that century" goes back to any century:
    beside one of long ago a bare decade is likelier one of the modern years.
    """
    told: int | None = None
    last: int | None = None
    matches = list(matches)
    for index, match in enumerate(matches):
        if match.value.decades:
            behind = _year_within(match.value.decades[-1], matches[index + 1 : index + 2])
            that = _THAT_CENTURY.match(text, match.end)
            past = _LAST_CENTURY.match(text, match.end)
            near = None if past or _of_last_century(text, match) else behind or told
            century = (last if that else near) or _PAST_CENTURY
            tail = that or past
            yield _of_century(match, century, tail.end() if tail else match.end)
            continue
        if match.rule == "century-told":
            if last:
                value = replace(match.value, edtf=century_edtf(last // 100 + 1))
                yield replace(match, value=value)
            continue
        if year := _YEAR_TOLD.match(match.value.edtf or ""):
            last = int(year["year"].replace("X", "0"))
            told = last if last >= _EARLIEST_TOLD else told
        yield replace(match, end=_century_end(text, match))


# Of "the turn of the XIX–XX centuries" the century that came.
_YEAR_TOLD = re.compile(r"(?:\d\dXX/(?=\d\dXX))?(?P<year>\d\d[\dX]{2})")
# A bare decade beside a century before it is one of the modern years.
_EARLIEST_TOLD = 1500


def _of_last_century(text: str, match: DateMatch) -> bool:
    return text[match.start : match.end].lower().endswith(("last century", "past century"))


def _of_century(match: DateMatch, century: int, end: int) -> DateMatch:
    """A bare decade, or two, of the century of a year."""
    years = [_full_year(decade, century) for decade in match.value.decades]
    value = replace(match.value, edtf="/".join(map(decade_edtf, years)), decades=())
    return replace(match, end=end, value=value)


def _century_end(text: str, match: DateMatch) -> int:
    """Where a date of the past century ends that tells so: "the years 1920-1930 of the last century"."""
    past = (match.value.edtf or "").startswith("19") and match.value.kind in _OF_YEARS
    tail = _LAST_CENTURY.match(text, match.end) if past else None
    return tail.end() if tail else match.end


_OF_YEARS = ("year", "decade", "interval")


def _year_within(decade: int, following: Sequence[DateMatch]) -> int | None:
    """The year of the date behind a decade, if there is one in that decade."""
    years = (re.match(r"\d{4}", match.value.edtf or "") for match in following)
    return next((int(y[0]) for y in years if y and int(y[0]) // 10 % 10 * 10 == decade), None)


_PAST_CENTURY, _THIS_CENTURY = 1900, 2000


def _full_year(decade: int, told: int) -> int:
    """The decade of a century told before: of this one what has come by then, behind its last years one of the next."""
    year = told // 100 * 100 + decade
    if told < _PAST_CENTURY and told % 100 >= _LAST_YEARS and decade <= _NEXT_DECADES:
        return year + 100
    return year - 100 if told >= _THIS_CENTURY and year > told else year


# "In 1897 the parish was large. In the 30s it was closed": a story goes on.
_LAST_YEARS, _NEXT_DECADES = 90, 50


_SAME_YEAR = re.compile(
    r" (?:of )?(?:(?:the|that|this) )?(?:very )?same year\b| of (?:that|this) (?:very )?year\b"
)


def _with_years(
    text: str, matches: Iterable[DateMatch], published: str | None
) -> Iterator[DateMatch]:
    """ "October of the same year" given the last year told before it, "October last year" the publication's."""
    year = None
    for match in matches:
        edtf = match.value.edtf or ""
        if edtf.startswith("XXXX-"):
            same = _SAME_YEAR.match(text, match.end)
            told = (int(year), same.end()) if same and year else None
            relative = relative_year(text, match.end, published)
            if found := (relative if published else told) or relative or told:
                yield of_year(match, *found)
                continue
            if match.rule == "season-of-year":
                continue
        if dated := re.match(r"\d{4}", edtf):
            year = dated[0]
        yield match


@cache
def _days_of_month() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?P<month>{any_of(calendar_words('month'))}) \d{{1,2}}(?:st|nd|rd|th)?"
        r"(?P<days>(?:(?:, (?:and )?| and )(?:the )?(?:[12]?\d|3[01])(?:st|nd|rd|th)?){1,4}),? $",
        re.IGNORECASE,
    )


# Characters before a year that the days of a month stand in.
_DAYS_REACH = 50


def _with_days(text: str, matches: Iterable[DateMatch]) -> Iterator[DateMatch]:
    """ "May 20, 21 and 23, 1994": the days behind the first one, whose month stands before it."""
    for match in matches:
        yield from _days_of(text, match) if match.rule == "year" else [match]


def _days_of(text: str, year: DateMatch) -> list[DateMatch]:
    """The days that stand before their year, the last one with it, or the year alone."""
    low = max(0, year.start - _DAYS_REACH)
    days = _days_of_month().search(text, low, year.start)
    if days is None:
        return [year]
    month = calendar_words("month")[days["month"].lower()]
    found = []
    for number in re.finditer(r"(?P<day>\d+)\w*", days["days"]):
        start, end = (days.start("days") + place for place in number.span())
        edtf = day_edtf(int(bare(year.value.edtf or "0")), month, int(number["day"]))
        if edtf is None:
            return [year]
        found.append(DateMatch(start, end, "next-day", DateValue(edtf, "day")))
    return [*found[:-1], replace(found[-1], end=year.end)]


_JOINT = re.compile(r"(?: ?[-–—] ?| (?:to|till|until|through) (?:the )?)")
# "From June 1941 | up to May 1945"; "since 1741 up to 1743" tells of two dates.
_FROM, _UP_TO = (
    re.compile(r"\bfrom (?:the )?$", re.IGNORECASE),
    re.compile(r" up (?:to|till|until) (?:the )?"),
)
# Two counts "between the censuses of 1989 and 1999" are two dates.
_BETWEEN = re.compile(
    r"\bbetween (?:the )?(?:(?!(?:census(?:es)?|counts?) of )[a-z]+ (?:of )?(?:the )?)?$",
    re.IGNORECASE,
)
# Characters of the longest opening: "between the censuses of the ".
_BETWEEN_REACH = 40
_JOINABLE = ("day", "month", "year", "season", "decade", "century")


def _joined(text: str, matches: Iterable[DateMatch]) -> Iterator[DateMatch]:
    """Two dates with a range word between them as one interval."""
    pending: DateMatch | None = None
    for match in matches:
        merged = _interval(text, pending, match) if pending else None
        if pending and merged is None:
            yield pending
        pending = merged or match
    if pending:
        yield pending


def _interval(text: str, first: DateMatch, second: DateMatch) -> DateMatch | None:
    if not _are_joined(text, first, second):
        return _months(text, first, second)
    kinds = first.value.kind in _JOINABLE and second.value.kind in _JOINABLE
    one, two = first.value.edtf or "", second.value.edtf or ""
    # "Late 1941 – early 1942" is two dates, each with its part, which an interval has not.
    parted = first.value.part is not None and second.value.part is not None
    edtf = interval_edtf(one, two) if kinds and not parted else None
    if edtf is None:
        return None
    approximate = first.value.approximate or second.value.approximate
    uncertain = first.value.uncertain or second.value.uncertain
    value = DateValue(edtf, "interval", None, approximate, uncertain)
    return DateMatch(first.start, second.end, "joined", value)


_DIGIT = re.compile(r"\d")
_MONTH_OF = re.compile(r"(?:XXXX|(?P<year>\d{4}))-(?P<month>0\d|1[0-2])")


def _months(text: str, first: DateMatch, second: DateMatch) -> DateMatch | None:
    """ "May and June 2011": two months in a row that share a year are one stretch."""
    if text[first.end : second.start] != " and ":
        return None
    one, two = (_MONTH_OF.fullmatch(match.value.edtf or "") for match in (first, second))
    if one is None or two is None or not two["year"] or _DIGIT.search(text, first.start, first.end):
        return None
    if int(two["month"]) - int(one["month"]) != 1 or first.value.part or second.value.part:
        return None
    edtf = f"{two['year']}-{one['month']}/{two['year']}-{two['month']}"
    return DateMatch(first.start, second.end, "joined", DateValue(edtf, "interval"))


def _are_joined(text: str, first: DateMatch, second: DateMatch) -> bool:
    """Whether the words before two dates and between them make one stretch of them."""
    between, low = text[first.end : second.start], max(0, first.start - _BETWEEN_REACH)
    if between in (" and ", " and the "):
        return _BETWEEN.search(text, low, first.start) is not None
    if _UP_TO.fullmatch(between):
        return _FROM.search(text, low, first.start) is not None
    return _JOINT.fullmatch(between) is not None


def _apart(absolute: Iterable[DateMatch], others: Iterable[DateMatch]) -> list[DateMatch]:
    """All matches, an absolute date before a named one where they overlap, the longer one else."""
    kept = list(absolute)
    for match in sorted(others, key=lambda m: m.start - m.end):
        if all(match.end <= other.start or match.start >= other.end for other in kept):
            kept.append(match)
    return sorted(kept, key=lambda m: m.start)


@cache
def _period_index() -> tuple[PhraseIndex, dict[str, str]]:
    edtfs = {
        form.lower(): row["edtf"]
        for row in table("periods")
        for form in (row["name"], *values(row["variants"]))
    }
    return phrase_index(edtfs), edtfs


_NUMBERED = re.compile(
    r"(?:\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|(?:fif|six|seven|eigh|nine)?teen|\w+ty(?:-\w+)?)) $"
)


def _is_duration(text: str, start: int, form: str) -> bool:
    """Whether a number leads "years of independence": how long it lasted, not when it was."""
    return (
        form.startswith("years") and _NUMBERED.search(text, max(0, start - 20), start) is not None
    )


# What leads a plan told as a time, and not as a paper that was drawn up or carried out.
_TIME_OF_PLAN = re.compile(
    r"\b(?:in|during|throughout|since|until|till|before|after|(?:end|beginning|start|middle|eve|course|time) of)"
    r" (?:the )?$",
    re.IGNORECASE,
)


def _is_time(text: str, start: int, form: str) -> bool:
    """Whether a name of a plan tells when, as any other period does."""
    before = text[max(0, start - _BETWEEN_REACH) : start]
    return not form.endswith("plan") or _TIME_OF_PLAN.search(before) is not None


# "Middle age | of the veterans is 91", "middle age | was 54": a mean.
_MEAN = re.compile(r" (?:of (?:the |its |all )?[a-z]+(?: [a-z]+)? )?(?:is|was|makes|made) ")


def _is_mean(text: str, end: int, form: str) -> bool:
    """Whether a mean of ages is told in a translator's words, and no period."""
    return form == "middle age" and _MEAN.match(text, end) is not None


def _periods(text: str) -> Iterator[DateMatch]:
    index, edtfs = _period_index()
    for start, end, form in index.find(text):
        # "the time of the USSR's leader" is a person's.
        goes_on = text.startswith(("'s", "’s", "-"), end) or _is_mean(text, end, form)
        if not goes_on and not _is_duration(text, start, form) and _is_time(text, start, form):
            first, part = (start, None) if form.endswith("plan") else _part_before(text, start)
            yield DateMatch(first, end, "period", DateValue(edtfs[form], "period", part))


def _part_before(text: str, start: int) -> tuple[int, DatePart | None]:
    """Where a period begins with what tells its part, and the part: "the end of | the Soviet era"."""
    told = _part_of_period().search(text, max(0, start - _PART_REACH), start)
    return (told.start(), part_of(told["part"])) if told else (start, None)


_PART_REACH = 40


_OF_PERIOD = re.compile(r"(?<! days)(?<! years) of$")


@cache
def _part_of_period() -> re.Pattern[str]:
    """What tells a part of a period; its "first days" are no beginning that is dated."""
    parts = any_of(phrase for phrase in part_words() if _OF_PERIOD.search(phrase))
    return re.compile(rf"(?<!\w)(?:the )?(?P<part>{parts}) (?:the )?$", re.IGNORECASE)
