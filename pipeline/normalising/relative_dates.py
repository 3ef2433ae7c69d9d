"""Dates told from the day of publication: the rows of models/lexicons/relative_dates.tsv."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from pipeline.alternatives import any_of
from pipeline.anchors import Anchored, anchored
from pipeline.lexicons import table
from pipeline.normalising.calendar_words import calendar_words, part_of, part_words
from pipeline.normalising.dates import DateMatch, DateValue
from pipeline.normalising.edtf import (
    astronomical_edtf,
    century_edtf,
    decade_edtf,
    interval_edtf,
    today_of,
)
from pipeline.normalising.numerals import NumberMatch, find_numbers
from pipeline.records import DatePart

# A number of so many places that any year is told by it, and no row of a table.
_DIGIT_WORDS = "an?|one|two|three|four|five|six|seven|eight|nine"
_TENS = "ten|fif?teen|twenty|thirty|forty|fifty"
_FIRST = rf"(?:\d{{1,4}}(?:[.,]\d)?(?: thousand| million)?|{_DIGIT_WORDS}|{_TENS})(?: ?[-–—] ?| to | or )"
_NUMBER = (
    rf"(?:(?:{_FIRST})?(?:\d{{1,3}}(?:,\d{{3}})+|(?:\d[\d ]{{0,12}})?\d|\d{{1,3}}[.,]\d)(?: thousand| million)?"
    rf"|{_FIRST}(?:{_DIGIT_WORDS}|[a-z]+(?:teen|ty)|ten|eleven|twelve)(?: thousand)?|(?:{_DIGIT_WORDS}|ten) thousand"
    rf"|(?:{_DIGIT_WORDS}) hundred(?: and [a-z]+(?:-[a-z]+)?)?"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty [a-z]+|[a-z]+(?:-[a-z]+)?)"
)


# Characters that a relative date's number and words take on either side of one of them.
_RELATIVE_REACH = 80


@cache
def _relative_rows() -> tuple[tuple[Anchored, str, str], ...]:
    return tuple(
        (
            anchored(
                re.compile(
                    rf"(?<![\w-])(?<!\d[.,])(?:{_relative_pattern(row['pattern'])})(?![\w-])",
                    re.IGNORECASE,
                ),
                _RELATIVE_REACH,
            ),
            row["unit"],
            row["shift"],
        )
        for row in table("relative_dates")
    )


def _relative_pattern(pattern: str) -> str:
    seasons = "|".join(calendar_words("season"))
    # "This may be": a month has its capital.
    names = "|".join(word.title() for word in calendar_words("month") if "." not in word)
    named = pattern.replace("NUMBER", _NUMBER).replace("SEASON", seasons)
    named = named.replace(
        "WEEKDAY", rf"(?-i:{'|'.join(map(str.title, calendar_words('weekday')))})"
    )
    return named.replace("MONTH", rf"(?-i:{names})")


def find_relative_dates(text: str, published: str | None) -> Iterator[DateMatch]:
    """Every relative expression, its value null where the publication date does not give it."""
    for pattern, unit, shift in _relative_rows():
        for match in pattern.finditer(text):
            amounts = _amounts(match["n"]) if shift == "N" else (int(shift),)
            if not amounts:
                continue
            told = [_told(match, unit, n, published) for n in amounts] if published else [None]
            edtf = interval_edtf(*told) if len(told) > 1 and all(told) else told[0]
            # "On Friday" of an undated text is a Friday of its story.
            if edtf or unit != ON_WEEKDAY:
                start, part = _with_part(text, match.start(), unit)
                yield DateMatch(start, match.end(), unit, DateValue(edtf, "relative", part))


def _amounts(number: str) -> tuple[int, ...]:
    """How far back a number goes, or the two of a range, the farther first: "20-25 years ago"."""
    found = list(find_numbers(number))
    if len(found) == _TWO and _TO.fullmatch(number, found[0].end, found[1].start):
        return _falling(number, *found)
    if len(found) != 1 or (found[0].start, found[0].end) != (0, len(number)):
        return ()
    quantity = found[0].quantity
    ends = (quantity.high, quantity.low) if quantity.qualifier == "range" else (quantity.value,)
    return tuple(-int(end) for end in ends if end is not None)


_TWO = 2
_TO = re.compile(r" ?[-–—] ?| to ")
_SCALES = {"thousand": 1_000, "million": 1_000_000}


def _falling(number: str, first: NumberMatch, second: NumberMatch) -> tuple[int, ...]:
    """The two of a range that starts with the farther: "140 – 40 thousand years ago"."""
    far, near = (found.quantity.value or 0 for found in (first, second))
    if not first.multiplied:
        far *= _SCALES.get(number.rpartition(" ")[2], 1)
    return (-int(far), -int(near)) if far > near > 0 else ()


ON_WEEKDAY = "on weekday"
THESE_DAYS = "these days"
# What has parts that the contract tells.
_PARTED = ("month", "year", "century")


def _with_part(text: str, start: int, unit: str) -> tuple[int, DatePart | None]:
    """Where "the end of | last year" begins, with its part."""
    low = max(0, start - _RELATIVE_REACH)
    before = _part_before().search(text, low, start) if unit in _PARTED else None
    return (before.start(), part_of(before["part"])) if before else (start, None)


@cache
def _part_before() -> re.Pattern[str]:
    phrases = any_of(part_words())
    return re.compile(rf"(?<![\w-])(?:the )?(?P<part>{phrases})[ -](?:the )?$", re.IGNORECASE)


def _told(match: re.Match[str], unit: str, shift: int, published: str) -> str | None:
    """What a match of a row means, seen from the publication; null where that does not tell."""
    if unit == "season":
        return _season_told(calendar_words("season")[match["season"].lower()], shift, published)
    if unit == "named month":
        month = int(calendar_words("month")[match["month"].lower()])
        return f"{_year_told(month, shift, published):04}-{month:02}"
    if unit.endswith("weekday"):
        weekday = calendar_words("weekday")[match["weekday"].lower()]
        return _weekday_told(weekday, shift, today_of(published))
    return _resolved(unit, shift, published)


_DAYS_OF_WEEK = 7


def _weekday_told(weekday: int, shift: int, today: date | None) -> str | None:
    """The last day of its name up to the publication (shift -1: before it), or the first to come."""
    if today is None:
        return None
    past = (today.isoweekday() - weekday) % _DAYS_OF_WEEK
    days = past - _DAYS_OF_WEEK if shift > 0 else past or (_DAYS_OF_WEEK if shift else 0)
    return (today - timedelta(days=days)).isoformat()


_WINTER = 24
# The month after a season of ISO 8601-2, by its code; a winter has the year it begins in.
_MONTHS_OF_SEASON = 3
_OVER_BY = {21: 6, 22: 9, 23: 12, _WINTER: 3}


def _season_told(season: int, shift: int, published: str) -> str | None:
    """This season (a winter: until summer), the last one that was over at the publication or the first to come."""
    if len(published) < len("2014-05"):
        return None
    year, month = int(published[:4]), int(published[5:7])
    if shift == 0:
        return f"{year - (season == _WINTER and month < _OVER_BY[21])}-{season}"
    if shift > 0:
        return f"{year + (month >= _OVER_BY[season] - _MONTHS_OF_SEASON and season != _WINTER)}-{season}"
    begun = year - (season == _WINTER)
    return f"{begun if month >= _OVER_BY[season] else begun - 1}-{season}"


def _year_told(month: int, shift: int, published: str) -> int:
    """The year of this month, of the last one of its name or the next, seen from the publication."""
    year, now = int(published[:4]), int(published[5:7] or 0)
    if not shift or not now:
        return year
    return year - (month >= now) if shift < 0 else year + (month <= now)


def _resolved(unit: str, shift: int, published: str) -> str | None:
    year = int(published[:4])
    if unit in ("day", THESE_DAYS):
        day = today_of(published)
        return (day + timedelta(days=shift)).isoformat() if day else published
    if unit == "week":
        return _week(today_of(published), shift)
    if unit == "month":
        if len(published) < 7:
            return None
        months = year * 12 + int(published[5:7]) - 1 + shift
        return f"{months // 12:04}-{months % 12 + 1:02}"
    if unit == "century":
        return century_edtf(year // 100 + 1 + shift)
    if unit == "decade":
        decade = year + 10 * shift
        return decade_edtf(decade) if decade >= 0 else None
    if unit == "open":
        return f"/{year:04}"
    return astronomical_edtf(year + shift) if unit == "year" else None


def _week(today: date | None, shift: int) -> str | None:
    """The days of a week, from Monday to Sunday."""
    if today is None:
        return None
    monday = today + timedelta(days=1 - today.isoweekday(), weeks=shift)
    return f"{monday}/{monday + timedelta(days=_DAYS_OF_WEEK - 1)}"


_SHIFTS = {"this": 0, "current": 0, "last": -1, "past": -1, "previous": -1, "next": 1}
_YEAR_WORDS = re.compile(
    rf",? (?:of |in )?(?:the )?(?P<which>{'|'.join(_SHIFTS)}) year\b(?!s)", re.IGNORECASE
)


def relative_year(text: str, position: int, published: str | None) -> tuple[int | None, int] | None:
    """The year that " of this year", " last year" gives the day or month before it, null unpublished, and its end."""
    match = _YEAR_WORDS.match(text, position)
    if match is None:
        return None
    year = int(published[:4]) + _SHIFTS[match["which"].lower()] if published else None
    return year, match.end()
