"""duckling (Facebook), English corpus of times: its absolute dates.

Absolute is a surface form of a day, month or year (or a stretch of those) that names it by number or by
the month's name: `_NAMED` picks those. `_OTHER` leaves out what points to the time of speaking, counts
weekdays, weeks or quarters, or names a holiday; the grain leaves out the clock. duckling fills a year
that is not said from its reference time; the record keeps it open, so there month and day decide. A form
is right where the text holds one date, with the same first and last day; where duckling cuts "early
March" to some days of it, the same month with that part of it.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from benchmarks.others.scoring import Case, Result, dates_of, read_json, reason_for, share
from pipeline.normalising.dates import DateValue
from pipeline.normalising.edtf import bounds, day_edtf, year_edtf

_BAR = 90.0
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_NAMED = re.compile(
    rf"(?<![a-z]){_MONTH}(?![a-z])|(?<!\d)\d{{4}}(?!\d)|\d ?[/.-] ?\d|\ba\.d\.", re.IGNORECASE
)
_OTHER = re.compile(
    r"\b(?:next|last|closest|days?|weeks?|years?|quarter|qtr|christmas|(?:mon|tues|wednes|fri|sun)day"
    r" (?:of|in))\b|\dQ\d",
    re.IGNORECASE,
)
_VALUE = re.compile(r"datetime\w* [^-\d]*(?P<numbers>[-\d, ()]+)\)+ (?P<grain>Day|Month|Year)\b")

Day = tuple[int, int, int]


def results(peers: Path) -> Iterator[Result]:
    """The absolute dates of the corpus."""
    entries = read_json(peers, "duckling/Time.EN.json")
    forms = list(absolute_forms(entries))
    total = sum(len(entry["texts"]) for entry in entries)
    failing = [
        Case(text, value, _shown(found), reason_for("duckling", text))
        for text, value in forms
        if not right(value, found := dates_of(text))
    ]
    kept = len(forms) - len(failing)
    score = share(kept, len(forms))
    yield Result(
        "duckling Time, absolute dates",
        "forms with the right days",
        len(forms),
        kept,
        score,
        _BAR,
        [f"{len(forms)} of the corpus's {total} forms are absolute dates"],
        failing,
    )


def absolute_forms(entries: list[dict[str, object]]) -> Iterator[tuple[str, str]]:
    """Surface forms of absolute dates, each with duckling's value."""
    for entry in entries:
        value, texts = str(entry["value"]), entry["texts"]
        assert isinstance(texts, list), f"no list of surface forms for {value}"
        if "Holiday" in value or not _VALUE.match(value):
            continue
        yield from (
            (text, value) for text in texts if _NAMED.search(text) and not _OTHER.search(text)
        )


def right(value: str, found: list[DateValue]) -> bool:
    """Whether the one date found covers the days of duckling's value."""
    if len(found) != 1 or found[0].edtf is None:
        return False
    first, last, year = _days(value)
    ours = bounds(found[0].edtf.replace("XXXX", year))
    if found[0].part is None:
        return ours == (first, last)
    return str(ours[0]) <= first and last <= str(ours[1])


def _days(value: str) -> tuple[str, str, str]:
    """First and last day of a duckling value, whose intervals end before their second time; the year."""
    match = _VALUE.match(value)
    assert match is not None, f"{value!r} is no day, month or year"
    days = [_day(text) for text in re.findall(r"\(([-\d, ]+)\)", f"({match['numbers']})")]
    if "Interval (" not in value:
        (one,) = days
        ends = bounds(_edtf(one, match["grain"]))
        return str(ends[0]), str(ends[1]), year_of(one)
    first, after = days
    last = date(*after) - timedelta(days=1)
    return date(*first).isoformat(), last.isoformat(), year_of(first)


def _day(numbers: str) -> Day:
    year, month, day = (int(number) for number in numbers.split(",")[:3])
    return year, month, day


def year_of(day: Day) -> str:
    """The EDTF year; duckling writes 2014 BC as -2014."""
    return year_edtf(abs(day[0]), bc=day[0] < 0)


def _edtf(day: Day, grain: str) -> str | None:
    year = year_of(day)
    if grain == "Year":
        return year
    return day_edtf(int(year), day[1], day[2] if grain == "Day" else None)


def _shown(found: list[DateValue]) -> str:
    return ", ".join(str(value.edtf) for value in found) or "nothing"
