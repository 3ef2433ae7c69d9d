"""EDTF strings from numbers of the calendar, and the days they cover."""

import pytest
from edtf_validate.valid_edtf import is_valid

from pipeline.normalising.calendar_words import ordinal_value
from pipeline.normalising.edtf import bounds, day_edtf, interval_edtf, millennium_edtf, ordered
from pipeline.records import is_plain_edtf


@pytest.mark.parametrize(
    ("year", "month", "day", "edtf"),
    [
        (1917, 12, 31, "1917-12-31"),
        (1917, 12, None, "1917-12"),
        (1917, 1, None, "1917-01"),
        (1917, 13, None, None),
        (1917, 0, None, None),
        (1917, 20, None, None),
        (1932, 21, None, "1932-21"),
        (1932, 24, None, "1932-24"),
        (1932, 25, None, None),
        (1917, 13, 1, None),
        (1917, 0, 1, None),
        (1917, 5, 0, None),
        (1917, 4, 30, "1917-04-30"),
        (1917, 4, 31, None),
        (1916, 2, 29, "1916-02-29"),
        (1917, 2, 29, None),
        (1900, 2, 29, None),
        (2000, 2, 29, "2000-02-29"),
        (None, 2, 29, "XXXX-02-29"),
        (None, 2, 30, None),
        (None, 5, None, "XXXX-05"),
        (0, 3, None, "0000-03"),
        (0, 2, 29, "0000-02-29"),
        (-4, 2, 29, "-0004-02-29"),
        (-5, 2, 29, None),
        (-100, 2, 29, None),
        (-400, 2, 29, "-0400-02-29"),
        (-189, 3, 29, "-0189-03-29"),
    ],
)
def test_a_day_is_one_of_the_calendar(
    year: int | None, month: int, day: int | None, edtf: str | None
) -> None:
    """Months to twelve, seasons from 21 to 24, leap years on either side of the year zero."""
    assert day_edtf(year, month, day) == edtf
    assert edtf is None or is_valid(edtf)


@pytest.mark.parametrize(
    ("number", "bc", "edtf"),
    [
        (1, False, "0XXX"),
        (3, False, "2XXX"),
        (10, False, "9XXX"),
        (11, False, None),
        (0, False, None),
        (1, True, "-0XXX"),
        (10, True, "-9XXX"),
        (11, True, None),
    ],
)
def test_a_millennium_has_four_places(number: int, bc: bool, edtf: str | None) -> None:
    """The tenth is the last that they hold."""
    assert millennium_edtf(number, bc=bc) == edtf


def test_a_millennium_is_ad_unless_told() -> None:
    """Like every year."""
    assert millennium_edtf(2) == "1XXX"


@pytest.mark.parametrize(
    ("first", "second", "edtf"),
    [
        ("1941", "1945", "1941/1945"),
        ("1945", "1941", None),
        ("1917-05-05", "1917-06-20", "1917-05-05/1917-06-20"),
        ("1917-06-20", "1917-05-05", None),
        ("1917-05-20", "1917-05-05", None),
        ("1465-03", "1465", None),
        ("1465", "1465-03", "1465/1465-03"),
        ("XXXX-12-30", "XXXX-01-02", "XXXX-12-30/XXXX-01-02"),
        ("-0208", "-0173", "-0208/-0173"),
        ("-0173", "-0208", None),
        ("-0009", "0009", "-0009/0009"),
        ("-01XX", "02XX", "-01XX/02XX"),
        ("-05XX", "-03XX", "-05XX/-03XX"),
        ("-00XX", "04XX", "-0099/04XX"),
        ("-0XXX", "0XXX", "-0999/0XXX"),
        ("-1XXX", "-0XXX", "-1XXX/-0XXX"),
        ("-0189-03", "-0189-05", "-0189/-0189"),
        ("-0189-03", "-0187-05", "-0189/-0187"),
        ("-0189-03", "0005-05", "-0189/0005"),
        ("-0189", "0005-05", "-0189/0005"),
    ],
)
def test_an_interval_runs_forward(first: str, second: str, edtf: str | None) -> None:
    """From the earlier to the later; months of signed years are left out, for the grammar has none."""
    assert interval_edtf(first, second) == edtf
    assert edtf is None or is_valid(edtf)


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest"),
    [
        ("../1917", None, "1917-12-31"),
        ("1917/..", "1917-01-01", None),
        ("1917/", "1917-01-01", None),
        ("1932-22", "1932-06-01", "1932-08-31"),
        ("1932-23", "1932-09-01", "1932-11-30"),
        ("1935-24", "1935-12-01", "1936-02-29"),
        ("1916-02", "1916-02-01", "1916-02-29"),
        ("1900-02", "1900-02-01", "1900-02-28"),
        ("-0004-02", "-0004-02-01", "-0004-02-29"),
        ("-0005-02", "-0005-02-01", "-0005-02-28"),
        ("-0100-02", "-0100-02-01", "-0100-02-28"),
        ("0000-02", "0000-02-01", "0000-02-29"),
        ("0001-02", "0001-02-01", "0001-02-28"),
        ("-1XXX", "-1999-01-01", "-1000-12-31"),
        ("-0XXX/0XXX", "-0999-01-01", "0999-12-31"),
        ("00XX", "0000-01-01", "0099-12-31"),
        ("1941-06-22/1945-05-09", "1941-06-22", "1945-05-09"),
    ],
)
def test_the_days_of_seasons_leap_years_and_open_ends(
    edtf: str, earliest: str | None, latest: str | None
) -> None:
    """A winter ends in the February after; an open end has no day."""
    assert bounds(edtf) == (earliest, latest)


@pytest.mark.parametrize(
    ("first", "second", "forward"),
    [
        ("1941", "1945", True),
        ("1945", "1941", False),
        ("1917-05-05", "1917-05-06", True),
        ("1917-05-06", "1917-05-05", False),
        ("-0529", "-0100", True),
        ("-0100", "-0529", False),
        ("XXXX-05-01", "1917", False),
        ("1917", "XXXX-05-01", False),
    ],
)
def test_order_is_told_by_days(first: str, second: str, forward: bool) -> None:
    """Signed years count backward; without a year there is no order."""
    assert ordered(first, second) is forward


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("XIX", 19),
        ("XVIII-th", 18),
        ("19th", 19),
        ("nineteenth", 19),
        ("Twenty First", 21),
        ("twenty-first", 21),
        ("", None),
        ("golden", None),
        ("IIX", None),
    ],
)
def test_a_century_is_numbered_in_each_way(text: str, number: int | None) -> None:
    """Roman, in digits, in words; another word numbers none."""
    assert ordinal_value(text) == number


_PLAIN = [
    *("0000", "1917", "191X", "19XX", "1917-00", "1917-13", "1917-21", "1917/1918", "1918/1917"),
    *("1917/1917", "0001/0002", "XXXX", "1XXX", "1917-2", "191", "19170", "1917~", "-1917"),
    *(f"1917-{month:02}-{day:02}" for month in range(14) for day in range(33)),
    *(f"1916-{month:02}" for month in range(14)),
]


@pytest.mark.parametrize("edtf", _PLAIN)
def test_what_is_plain_is_valid(edtf: str) -> None:
    """Nothing passes at sight that the grammar refuses."""
    assert is_valid(edtf) or not is_plain_edtf(edtf)


@pytest.mark.parametrize("edtf", ["1917", "191X", "19XX", "1917-12-31", "1916-02", "1914/1918"])
def test_most_dates_are_plain(edtf: str) -> None:
    """Years, decades, centuries, months, days, two years."""
    assert is_plain_edtf(edtf)
