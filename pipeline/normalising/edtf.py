"""EDTF (ISO 8601-2:2019, levels 0-2) strings from calendar numbers, and the days they cover.

Years are astronomical: 1 BC is 0000, 530 BC is -0529. The N-th century is written `(N-1)XX` with four
places, a century BC `-(N-1)XX`; a decade is `193X`.
"""

import calendar
import re
from datetime import date

_LAST_YEAR = 9999
_SEASON_STARTS = {21: 3, 22: 6, 23: 9, 24: 12}
_ELEMENT = re.compile(r"(?P<year>-?[\dX]{4})(?:-(?P<month>\d\d))?(?:-(?P<day>\d\d))?[~?%]?")


def year_edtf(year: int, *, bc: bool = False) -> str:
    """A year as historians count it: `year_edtf(530, bc=True)` is "-0529"."""
    if not bc:
        return f"{year:04}"
    return f"-{year - 1:04}" if year > 1 else "0000"


def astronomical_edtf(year: int) -> str | None:
    """An astronomical year, null where four places don't hold it."""
    return f"{'-' if year < 0 else ''}{abs(year):04}" if abs(year) <= _LAST_YEAR else None


def decade_edtf(year: int, *, bc: bool = False) -> str:
    """The decade that a year is in; like a century, one BC is named by the years it counts."""
    return f"{'-' if bc else ''}{year // 10:03}X"


def century_edtf(number: int, *, bc: bool = False) -> str:
    """The N-th century, AD or BC."""
    return f"{'-' if bc else ''}{number - 1:02}XX"


def millennium_edtf(number: int, *, bc: bool = False) -> str | None:
    """The N-th millennium, AD or BC; null before 10000 BC, which four places don't hold."""
    return f"{'-' if bc else ''}{number - 1}XXX" if 1 <= number <= 10 else None


def day_edtf(year: int | None, month: int, day: int | None = None) -> str | None:
    """A month or day of an astronomical year, `XXXX` for one not said; null for what the calendar lacks."""
    written = "XXXX" if year is None else f"{'-' if year < 0 else ''}{abs(year):04}"
    if day is None:
        return f"{written}-{month:02}" if 1 <= month <= 12 or 21 <= month <= 24 else None
    if not 1 <= month <= 12 or not 1 <= day <= _last_day(2000 if year is None else year, month):
        return None
    return f"{written}-{month:02}-{day:02}"


def interval_edtf(first: str, second: str) -> str | None:
    """The interval between two dates, null where it runs backward, goes nowhere or ends in the year it begins within.

    The grammar has no months of signed years in an interval, which keep their years, and no era that
    begins in "-00XX", which is written from its first year.
    """
    if first == second or ("XXXX" not in first and not ordered(first, second)):
        return None
    if first.startswith(f"{second}-"):
        return None
    if first.startswith("-") and (first[1:] + second).count("-") > second.startswith("-"):
        first, second = first[:5], second[:5] if second.startswith("-") else second[:4]
    if re.fullmatch(r"-0+X+", first) and not second.startswith("-"):
        first = str(bounds(first)[0]).removesuffix("-01-01")
    return f"{first}/{second}"


def bounds(edtf: str | None) -> tuple[str | None, str | None]:
    """The first and last day an EDTF string covers; null where it is open or has no year."""
    if edtf is None or "XXXX" in edtf:
        return None, None
    first, slash, second = edtf.partition("/")
    if not slash:
        return _days(first)
    return (
        _days(first)[0] if first.strip(".") else None,
        _days(second)[1] if second.strip(".") else None,
    )


def _days(element: str) -> tuple[str, str]:
    match = _ELEMENT.fullmatch(element)
    assert match is not None, f"{element!r} is no element of an interval"
    low, high = _years(match["year"])
    month, day = match["month"], match["day"]
    if month is None:
        return _iso(low, 1, 1), _iso(high, 12, 31)
    if int(month) in _SEASON_STARTS:
        return _season(low, high, _SEASON_STARTS[int(month)])
    if day is not None:
        return _iso(low, int(month), int(day)), _iso(high, int(month), int(day))
    return _iso(low, int(month), 1), _iso(high, int(month), _last_day(high, int(month)))


def _season(low: int, high: int, start: int) -> tuple[str, str]:
    end = (start + 1) % 12 + 1
    end_year = high + (1 if end < start else 0)
    return _iso(low, start, 1), _iso(end_year, end, _last_day(end_year, end))


def _years(text: str) -> tuple[int, int]:
    low, high = int(text.replace("X", "0")), int(text.replace("X", "9"))
    if not text.startswith("-"):
        return low, high
    # "-00XX" has no sign as a number: its last year is 1 BC, 0000.
    return min(high, -abs(high)), low


def _last_day(year: int, month: int) -> int:
    return calendar.monthrange(year if year > 0 else 2000 + year % 400, month)[1]


def _iso(year: int, month: int, day: int) -> str:
    return f"{'-' if year < 0 else ''}{abs(year):04}-{month:02}-{day:02}"


_MARKS = str.maketrans("", "", "~?%")


def bare(edtf: str) -> str:
    """An EDTF string without its marks of approximation and doubt."""
    return edtf.translate(_MARKS)


def ordered(first: str, second: str) -> bool:
    """Whether an interval from `first` to `second` runs forward."""
    start, end = bounds(first)[0], bounds(second)[1]
    if start is None or end is None:
        return False
    return _sortable(start) < _sortable(end)


def _sortable(iso: str) -> tuple[int, str]:
    year, rest = iso[:-6], iso[-6:]
    return int(year), rest


def today_of(published: str | None) -> date | None:
    """The publication day, where the day is known."""
    return date.fromisoformat(published) if published and len(published) == 10 else None
