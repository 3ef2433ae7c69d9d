"""Datelines and cells of flattened tables among the furniture."""

import pytest

from pipeline.articles import day_of
from pipeline.cleaning import clean
from pipeline.cleaning.furniture import sort_lines, split_lines
from pipeline.extracting import article_of, extract

BODY = "The village was founded in 1928 by settlers who came to the valley of the river."


def kept(*lines: str) -> list[str]:
    return [line.text for line in sort_lines(split_lines("\n\n".join(lines))).kept]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("12.05.2014 1380", "2014-05-12"),
        ("12/05/2014", "2014-05-12"),
        ("2014-05-12", "2014-05-12"),
        ("12 May 2014", "2014-05-12"),
        ("May 12, 2014", "2014-05-12"),
        ("29.02.2012", "2012-02-29"),
        ("31.02.2014", None),
        ("12.13.2014", None),
        ("00.05.2014", None),
    ],
)
def test_a_dateline_is_the_day_of_publication(line: str, day: str | None) -> None:
    """Where it is a day of the calendar, and furniture in any case."""
    cleaned = clean(article_of(f"Dungans of the valley\n\n{line}\n\n{BODY}"))
    assert cleaned.published == day
    assert line not in cleaned.text


def test_a_day_that_never_was_leaves_relative_dates_open() -> None:
    """The article is read all the same."""
    record = extract(f"Dungans of the valley\n\n31.02.2014 1380\n\n{BODY} Today it is a town.")
    assert record.article.published is None
    assert [date.edtf for date in record.dates] == ["1928", None]


@pytest.mark.parametrize(
    ("told", "day"),
    [
        (("2014", "5", "2"), "2014-05-02"),
        (("2013", "02", "29"), None),
        (("0000", "01", "01"), None),
    ],
)
def test_days_are_those_of_the_calendar(told: tuple[str, str, str], day: str | None) -> None:
    """Told in digits."""
    assert day_of(*told) == day


@pytest.mark.parametrize(
    ("lines", "cells"),
    [
        (("Koreans", "4 120", "Germans", "3 006"), ["4 120", "3 006"]),
        (("Koreans", "4 120", "51", "Germans", "3 006", "60"), ["4 120", "51", "3 006", "60"]),
        (("1939", "1959", "1970"), ["1939", "1959", "1970"]),
        (("Koreans", "4 120"), []),
        (("1970", "1939", "1959"), []),
        (("1939", "1959"), []),
        ((f"{BODY}", "4 120", f"{BODY}", "3 006"), []),
    ],
)
def test_numbers_are_cells_where_labels_or_years_head_them(
    lines: tuple[str, ...], cells: list[str]
) -> None:
    """Two rows, or three years that rise; one number alone is a count of views."""
    found = kept("Peoples of the district", BODY, *lines)
    assert [line for line in found if line[0].isdigit()] == cells


def test_a_mark_between_parts_of_the_text_closes_no_block() -> None:
    """Only at the top of a page does it stand below the history block."""
    lines = [f"{number}. {BODY}" for number in range(14)]
    assert kept("Dungans of the valley", *lines, "- = -", BODY)[: len(lines) + 1] == [
        "Dungans of the valley",
        *lines,
    ]
