"""Dates and facts as a reader would write them."""

import pytest
from making import TEXT, day, people, predicted

from pipeline.browsing.wording import date_words, details_of, value_of, years


@pytest.mark.parametrize(
    ("edtf", "part", "words"),
    [
        ("1991-12-01", None, "1 December 1991"),
        ("1999-05", None, "May 1999"),
        ("1932-21", None, "spring 1932"),
        ("2008", None, "2008"),
        ("1465~", None, "about 1465"),
        ("193X", "late", "late 1930s"),
        ("17XX", None, "18th c."),
        ("20XX", None, "21st c."),
        ("10XX", None, "11th c."),
        ("00XX", None, "1st c."),
        ("18XX", "second_half", "second half of 19th c."),
        ("18XX/19XX", "turn", "turn of 19th–20th c."),
        ("1941/1945", None, "1941–1945"),
        ("1937-07-21/1937-07-26", None, "21 July 1937 – 26 July 1937"),
        ("-02XX", None, "3rd c. BC"),
        ("-0529", None, "530 BC"),
        ("0000", None, "1 BC"),
        ("-0XXX", "second_half", "second half of 1st millennium BC"),
        ("1991/..", None, "since 1991"),
        ("/2011", None, "to 2011"),
        ("XXXX-05-01", None, "1 May"),
        ("2001-34", None, "2001-34"),
        ("19X5", None, "19X5"),
        ("Y-17000", None, "Y-17000"),
        ("[1667,1668]", None, "[1667,1668]"),
    ],
)
def test_dates_in_words(edtf: str, part: str | None, words: str) -> None:
    """Of the forms that extraction gives; others stay as they are."""
    assert date_words(edtf, part) == words


@pytest.mark.parametrize(
    ("edtf", "moments"),
    [
        ("1930", (1930, 1931)),
        ("-02XX", (-299, -199)),
        ("1991/..", (1991, None)),
        ("XXXX-05-01", (None, None)),
        ("2001-34", (None, None)),
        ("1930/[1931,1932]", (None, None)),
        (None, (None, None)),
    ],
)
def test_moments_of_a_date(edtf, moments) -> None:
    """In years, the end that of its last day."""
    assert years(edtf) == moments


def test_a_day_lasts_a_day() -> None:
    """Some three thousandths of a year, in its place in the year."""
    start, end = years("1930-07-01")
    assert start and end
    assert 1930.49 < start < end < 1930.51


@pytest.mark.parametrize(
    ("fact", "value", "details"),
    [
        (people("20 men", 34000, group="Koreans", qualifier="approximate"),
         "about 34\u202f000 Koreans", ["resident"]),
        (people("20 men", 412, unit="families", kind="moved", time="1937"), "412 families", ["moved", "1937"]),
        (people("20 men", None, low=15000, high=20000, qualifier="range"),
         "15\u202f000–20\u202f000 people", ["resident"]),
    ],
)  # fmt: skip
def test_counts_in_words(fact, value, details) -> None:
    """With qualifier, unit and group, and what else is known."""
    (found,) = predicted("20 men", populations=[fact]).populations
    assert (value_of(found), details_of(found)) == (value, details)


def test_a_period_has_its_name() -> None:
    """As the article has it; its EDTF stands beside."""
    (found,) = predicted(TEXT, dates=[day("1937", "1937/1938", "period")]).dates
    assert (value_of(found), details_of(found)) == ("1937", ["period", "1937/1938"])
