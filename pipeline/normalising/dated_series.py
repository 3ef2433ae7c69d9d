"""Counts year by year behind what they count: "Number of Koreans: 1939 – 96,453, 1959 – 74,000"."""

import re
from collections.abc import Iterator
from functools import cache

from pipeline.normalising.number_atoms import multiplier_pattern
from pipeline.normalising.numerals import is_written_whole, number_value
from pipeline.normalising.table_heads import Told, told_of
from pipeline.normalising.table_lines import YEAR
from pipeline.normalising.tables import Cell, Places
from pipeline.records import Place
from pipeline.table_rows import Stretch

# What the series counts, on the same line, before a colon or bracket.
_LABEL = re.compile(r"[^\n.!?;:()]{3,100}(?:\([^()\n]{1,40}\) ?)?(?: ?: ?| \()$")
_LABEL_REACH = 160


def find_series(text: str, places: Places) -> list[Cell]:
    """The numbers of every series of a text whose label names people, as cells without a table."""
    return [
        cell
        for series in _series().finditer(text)
        if (label := _LABEL.search(text, max(0, series.start() - _LABEL_REACH), series.start()))
        if (told := told_of(text, label.span(), (), whole=False)).noun is not None
        for cell in _cells(text, series.span(), told, _place_in(label.span(), places))
    ]


def _place_in(label: Stretch, places: Places) -> Place | None:
    named = [place for start, end, place in places if label[0] <= start and end <= label[1]]
    return named[0] if len(named) == 1 else None


def _cells(text: str, series: Stretch, told: Told, place: Place | None) -> Iterator[Cell]:
    for item in _item().finditer(text, *series):
        value = number_value(item["number"])
        factor = told.factor or 1
        if value is not None and (factor > 1 or is_written_whole(value)):
            yield Cell(
                *item.span("number"),
                kind="count",
                value=value,
                factor=factor,
                noun=told.noun,
                place=place,
                time=item["year"],
                signed=False,
                headed=True,
            )


@cache
def _item() -> re.Pattern[str]:
    """A year with its number and the multiplier behind it, but no share."""
    number = r"\d{1,3}(?:[ .,]\d{3})+(?![\d.,]*\d)|\d+(?:[.,]\d+)?"
    return re.compile(
        rf"(?:in |by )?(?P<year>{YEAR.pattern})(?: y\.| years?)? ?[-–—:=] ?"
        rf"(?P<number>(?:{number})(?: {multiplier_pattern()})?)(?! ?%|\w)",
        re.IGNORECASE,
    )


@cache
def _series() -> re.Pattern[str]:
    """Two items or more."""
    item = re.sub(r"\?P<\w+>", "?:", _item().pattern)
    return re.compile(rf"(?<![\w.,]){item}(?:(?:[,;]|,? and) {item})+", re.IGNORECASE)
