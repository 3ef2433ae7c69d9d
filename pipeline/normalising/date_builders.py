"""What a date rule's groups mean: one builder a way of writing, null for what the calendar does not know."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from pipeline.normalising.calendar_words import (
    calendar_words,
    ordinal_value,
    part_of,
    roman_value,
)
from pipeline.normalising.edtf import (
    century_edtf,
    day_edtf,
    decade_edtf,
    interval_edtf,
    millennium_edtf,
    year_edtf,
)
from pipeline.records import DateKind, DatePart

_LATEST_CENTURY, _EARLIEST_CENTURY_BC = 21, 100
_MONTHS = 12
_AUTUMN, _WINTER = 23, 24
_LAST_DECADE = 10
# "12.04.61" is 1961, "12.04.15" 2015.
_LATEST_SHORT_YEAR = 30
_PAST_CENTURY, _THIS_CENTURY = 1900, 2000

Groups = Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class DateValue:
    """What a date expression means; `decade` is set while a bare decade awaits its century."""

    edtf: str | None
    kind: DateKind
    part: DatePart | None = None
    approximate: bool = False
    uncertain: bool = False
    decades: tuple[int, ...] = ()


def _int(groups: Groups, name: str) -> int:
    digits = re.match(r"\d+", groups.get(name) or "")
    assert digits is not None, f"no number in group {name}"
    return int(digits[0])


def _month(groups: Groups, name: str = "month") -> int:
    """A month in digits, by name, or in Roman numerals ("15.XI.1920")."""
    text = groups.get(name) or ""
    named = calendar_words("month").get(text.lower())
    return int(text) if text.isdigit() else named or roman_value(text) or 0


def _season_code(groups: Groups, name: str) -> int:
    return calendar_words("season")[(groups[name] or "").lower()]


def _part(groups: Groups) -> DatePart | None:
    text = groups.get("part")
    return None if text is None else part_of(text)


def _value(groups: Groups, edtf: str | None, kind: DateKind) -> DateValue | None:
    if edtf is None:
        return None
    approximate = bool(groups.get("approx"))
    uncertain = bool(groups.get("doubt") or groups.get("doubt2"))
    mark = "?" if uncertain else "~" if approximate else ""
    return DateValue(_marked(edtf, mark), kind, _part(groups), approximate, uncertain)


def _marked(edtf: str, mark: str) -> str:
    """A date with its mark, which the grammar has not for a decade or century ("192X~").

    Of two years "about" is told of the one that it stands before, a doubt of both.
    """
    if not mark or "X" in edtf:
        return edtf
    first, slash, second = edtf.partition("/")
    return f"{first}{mark}{slash}{second}{mark if slash and mark == '?' and second != '..' else ''}"


def _interval(groups: Groups, first: str | None, second: str | None) -> DateValue | None:
    """From one date to the other; a part but the turn is the first one's ("late 1941 to 1945"), not the interval's."""
    edtf = interval_edtf(first, second) if first and second else None
    value = _value(groups, edtf, "interval")
    return value if value is None or value.part == "turn" else replace(value, part=None)


def _said_year(groups: Groups) -> int | None:
    """The astronomical year of `year1`, or of the two digits `yy`; null where none is said."""
    if groups.get("yy"):
        short = _int(groups, "yy")
        return short + (_PAST_CENTURY if short > _LATEST_SHORT_YEAR else _THIS_CENTURY)
    if not groups.get("year1"):
        return None
    year = _int(groups, "year1")
    return 1 - year if groups.get("bc") else year


def _day_number(groups: Groups, name: str) -> int:
    """A day in digits or as an ordinal word."""
    return ordinal_value(groups.get(name) or "") or 0


def _day(groups: Groups) -> DateValue | None:
    year = _said_year(groups)
    edtf = day_edtf(year, _month(groups), _day_number(groups, "day1"))
    return _value(groups, edtf, "recurring" if year is None else "day")


def _named_day(groups: Groups) -> DateValue | None:
    """ "New Year's Day 1942"."""
    month, day = divmod(calendar_words("named")[(groups["named"] or "").lower()], 100)
    return _value(groups, day_edtf(_said_year(groups), month, day), "day")


def _numeric_day(groups: Groups) -> DateValue | None:
    """Day first, save where only the second number can be a day ("10/31/1974")."""
    first, second = _int(groups, "day1"), _int(groups, "month")
    day, month = (second, first) if second > _MONTHS else (first, second)
    return _value(groups, day_edtf(_said_year(groups), month, day), "day")


def _double_day(groups: Groups) -> DateValue | None:
    """The new-style day of a date given in both styles; two days in a row are a night between them."""
    if not groups.get("month1") and _int(groups, "day2") - _int(groups, "day1") == 1:
        return _day_range(groups)
    year = _said_year(groups)
    edtf = day_edtf(year, _month(groups), _int(groups, "day2"))
    return _value(groups, edtf, "recurring" if year is None else "day")


def _day_range(groups: Groups) -> DateValue | None:
    year, month = _said_year(groups), _month(groups)
    first_month = _month(groups, "month1") if groups.get("month1") else month
    first = day_edtf(_opening(year, first_month, month), first_month, _int(groups, "day1"))
    return _interval(groups, first, day_edtf(year, month, _int(groups, "day2")))


def _opening(year: int | None, first: int, second: int) -> int | None:
    """The year of the first of two months that share one: "30 December – 5 January 1942" began the year before."""
    return year if year is None or first <= second else year - 1


def _until_year(groups: Groups) -> DateValue | None:
    """ "May 1917 to 1918", "May 3, 1917 to 1918"."""
    day = _day_number(groups, "day1") if groups.get("day1") else None
    first = day_edtf(_said_year(groups), _month(groups), day)
    return _interval(groups, first, year_edtf(_int(groups, "year2")))


def _month_only(groups: Groups) -> DateValue | None:
    year = _said_year(groups)
    edtf = day_edtf(year, _month(groups))
    return _value(groups, edtf, "recurring" if year is None else "month")


def _iso_month(groups: Groups) -> DateValue | None:
    """ "2014-10"; "1905-07" are two years."""
    year, month = _int(groups, "year1"), _int(groups, "month")
    return _value(groups, day_edtf(year, month), "month") if month <= year % 100 else None


def _month_range(groups: Groups) -> DateValue | None:
    year = _said_year(groups)
    first, second = (_month(groups, name) for name in ("month1", "month2"))
    opening = day_edtf(_opening(year, first, second), first)
    return _interval(groups, opening, day_edtf(year, second))


def _season(groups: Groups) -> DateValue | None:
    year = _said_year(groups)
    edtf = day_edtf(year, _season_code(groups, "season"))
    return _value(groups, edtf, "recurring" if year is None else "season")


def _season_range(groups: Groups) -> DateValue | None:
    """Two seasons of a year, or of two; a winter that opens one began the year before."""
    year, first, second = (
        _int(groups, "year1"),
        _season_code(groups, "season1"),
        _season_code(groups, "season2"),
    )
    if groups.get("year2"):
        closing = year + 1 if second < first or second < _AUTUMN else year
        return _interval(groups, day_edtf(year, first), day_edtf(closing, second))
    opening = year - 1 if first == _WINTER else year
    return _interval(groups, day_edtf(opening, first), day_edtf(year, second))


def _year(groups: Groups) -> DateValue | None:
    if groups.get("yy"):
        edtf = year_edtf(_said_year(groups) or 0)
    else:
        edtf = year_edtf(_int(groups, "year1"), bc=bool(groups.get("bc")))
    return _value(groups, edtf, "year")


def _year_range(groups: Groups) -> DateValue | None:
    second_bc = bool(groups.get("bc"))
    first_bc = bool(groups.get("bc1")) or second_bc
    first = year_edtf(_int(groups, "year1"), bc=first_bc)
    return _interval(groups, first, year_edtf(_int(groups, "year2"), bc=second_bc))


def _year_range_short(groups: Groups) -> DateValue | None:
    first = _int(groups, "year1")
    second = first // 100 * 100 + _int(groups, "year2")
    return _interval(groups, year_edtf(first), year_edtf(second))


def _open_range(groups: Groups) -> DateValue | None:
    return _value(groups, f"{year_edtf(_int(groups, 'year1'))}/..", "interval")


def _decade(groups: Groups) -> DateValue | None:
    year, bc = _int(groups, "year1"), bool(groups.get("bc"))
    return _value(groups, decade_edtf(year, bc=bc), "decade") if year % 10 == 0 else None


def _decade_range(groups: Groups) -> DateValue | None:
    """ "1930–1940s"; a year that is no decade's stays a year ("1917–1920s", "1917–1918s")."""
    first, second = _int(groups, "year1"), _int(groups, "year2")
    second += first // 100 * 100 if second < 100 else 0
    years = second % 10
    start = year_edtf(first) if years or first % 10 else decade_edtf(first)
    return _interval(groups, start, year_edtf(second) if years else decade_edtf(second))


def _decade_pair(groups: Groups) -> DateValue | None:
    """ "the 1950s and 1960s", one stretch; decades apart from each other are two dates."""
    next_to = _int(groups, "year2") - _int(groups, "year1") == _DECADE
    return _decade_range(groups) if next_to else None


_DECADE = 10


def _decade_number(groups: Groups) -> int:
    word = groups.get("decadeword")
    return calendar_words("decade")[word.lower()] if word else _int(groups, "decade")


def _decade_of_century(groups: Groups) -> DateValue | None:
    century = ordinal_value(groups["ord1"] or "")
    if century is None:
        return None
    year = (century - 1) * 100 + _decade_number(groups)
    return _value(groups, decade_edtf(year), "decade")


_HUNDREDS = {"eighteen": 1800, "nineteen": 1900}


def _decade_of_hundreds(groups: Groups) -> DateValue | None:
    """ "the nineteen thirties"."""
    year = _HUNDREDS[(groups["hundreds"] or "").lower()] + _decade_number(groups)
    return _value(groups, decade_edtf(year), "decade")


def _nth_decade(groups: Groups) -> DateValue | None:
    """ "the first decade of the XXI century", "the last decade of …"."""
    century = ordinal_value(groups["ord1"] or "")
    nth = _LAST_DECADE if (groups["nth"] or "").lower() == "last" else _day_number(groups, "nth")
    if not century or nth > _LAST_DECADE:
        return None
    return _value(groups, decade_edtf((century - 1) * 100 + (nth - 1) * 10), "decade")


def _decade_range_of_century(groups: Groups) -> DateValue | None:
    century = ordinal_value(groups["ord1"] or "")
    if century is None:
        return None
    first, second = ((century - 1) * 100 + _int(groups, n) for n in ("decade", "decade2"))
    return _interval(groups, decade_edtf(first), decade_edtf(second))


_DEFAULT_CENTURY = 1900


def _bare(groups: Groups, kind: DateKind, *decades: int) -> DateValue:
    edtf = "/".join(decade_edtf(_DEFAULT_CENTURY + decade) for decade in decades)
    return DateValue(edtf, kind, _part(groups), bool(groups.get("approx")), decades=decades)


def _decade_bare(groups: Groups) -> DateValue | None:
    return _bare(groups, "decade", _decade_number(groups))


def _decade_range_bare(groups: Groups) -> DateValue | None:
    first, second = _int(groups, "decade"), _int(groups, "decade2")
    return _bare(groups, "interval", first, second) if first < second else None


def _century_number(groups: Groups, name: str) -> int | None:
    number = ordinal_value(groups.get(name) or "")
    earlier = groups.get("bc") or groups.get("bc1")
    latest = _EARLIEST_CENTURY_BC if earlier else _LATEST_CENTURY
    return number if number and number <= latest else None


def _century(groups: Groups) -> DateValue | None:
    number = _century_number(groups, "ord1")
    edtf = century_edtf(number, bc=bool(groups.get("bc"))) if number else None
    return _value(groups, edtf, "century")


def _century_told(groups: Groups) -> DateValue | None:
    """ "the end of the century", which the dates before it name; at its turn there are two."""
    part = _part(groups)
    return None if part == "turn" else DateValue(None, "century", part)


def _eras(
    groups: Groups, first: int | None, second: int | None, write: Callable[..., str | None]
) -> DateValue | None:
    """From one century or millennium to another; BC behind the second holds for both."""
    if not first or not second:
        return None
    second_bc = bool(groups.get("bc"))
    first_bc = bool(groups.get("bc1")) or second_bc
    if first_bc and second_bc and first < second:
        # "2nd–3rd millennium BC" counts backwards.
        first, second = second, first
    return _interval(groups, write(first, bc=first_bc), write(second, bc=second_bc))


def _century_range(groups: Groups) -> DateValue | None:
    first, second = (_century_number(groups, name) for name in ("ord1", "ord2"))
    return _eras(groups, first, second, century_edtf)


_LAST_PARTS, _FIRST_PARTS = ("end", "late"), ("beginning", "early")


def _century_parts_range(groups: Groups) -> DateValue | None:
    """ "late 19th – early 20th century" is the turn of the two; other parts are not the interval's."""
    value = _century_range(groups)
    last, opening = (part_of(groups[p] or "") for p in ("part1", "part2"))
    turns = last in _LAST_PARTS and opening in _FIRST_PARTS
    return replace(value, part="turn") if value and turns and _in_a_row(groups) else value


def _in_a_row(groups: Groups) -> bool:
    """Whether a century follows the other; before our era they count down, and it has none of number zero."""
    first, second = (_century_number(groups, name) or 0 for name in ("ord1", "ord2"))
    if groups.get("bc"):
        return first - second == 1
    return (first, second) == (1, 1) if groups.get("bc1") else second - first == 1


def _millennium(groups: Groups) -> DateValue | None:
    number = ordinal_value(groups["ord1"] or "")
    edtf = millennium_edtf(number, bc=bool(groups.get("bc"))) if number else None
    return _value(groups, edtf, "millennium")


def _millennium_range(groups: Groups) -> DateValue | None:
    first, second = (ordinal_value(groups[name] or "") for name in ("ord1", "ord2"))
    return _eras(groups, first, second, millennium_edtf)


BUILDERS: Mapping[str, Callable[[Groups], DateValue | None]] = {
    "day": _day,
    "named_day": _named_day,
    "double_day": _double_day,
    "day_range": _day_range,
    "until_year": _until_year,
    "month": _month_only,
    "month_range": _month_range,
    "numeric_day": _numeric_day,
    "iso_month": _iso_month,
    "season": _season,
    "season_range": _season_range,
    "decade_of_hundreds": _decade_of_hundreds,
    "nth_decade": _nth_decade,
    "year": _year,
    "year_range": _year_range,
    "year_range_short": _year_range_short,
    "open_range": _open_range,
    "decade": _decade,
    "decade_range": _decade_range,
    "decade_pair": _decade_pair,
    "decade_of_century": _decade_of_century,
    "decade_range_of_century": _decade_range_of_century,
    "decade_bare": _decade_bare,
    "decade_range_bare": _decade_range_bare,
    "century": _century,
    "century_told": _century_told,
    "century_range": _century_range,
    "century_parts_range": _century_parts_range,
    "millennium": _millennium,
    "millennium_range": _millennium_range,
}
