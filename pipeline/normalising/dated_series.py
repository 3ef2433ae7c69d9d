"""Counts year by year behind what they count: "Number of Koreans: 1939 – 96,453, 1959 – 74,000"."""

import re
from collections.abc import Iterator
from functools import cache

from pipeline.normalising.context import PersonNoun
from pipeline.normalising.number_atoms import multiplier_pattern
from pipeline.normalising.numerals import is_written_whole, number_value
from pipeline.normalising.table_heads import Told, factor_in, told_of
from pipeline.normalising.table_lines import YEAR
from pipeline.normalising.tables import Cell, Places
from pipeline.records import Place
from pipeline.table_rows import Stretch

# What the series counts, on the same line or the one above, before a colon, dash or bracket.
_LABEL = re.compile(r"[^\n.!?;:()]{3,100}(?:\([^()\n]{1,40}\) ?)?(?: ?: ?| \(| [-–—] |:[ \t]*\n+)$")
_LABEL_REACH = 160
# "… of those in industry": of whom the series before tells.
_OF_THOSE = re.compile(r"\s{0,3}(?:[Oo]f|[Aa]mong) (?:these|those|them|which)\b")
# "Deputies (1959-1962, 1963-1966)": from year to year.
_YEARS = rf"(?:{YEAR.pattern})[-–—](?:{YEAR.pattern})"
_TERMS = re.compile(rf"{_YEARS}(?:(?:[,;]|,? and) {_YEARS})+")
# A line that leads in to several series: "by the yearly counts, in thousands:".
_LEAD = re.compile(r"[^\n]{3,200}:[ \t]*\n+(?=(?:[^\n]+\n+){0,6}[^\n]*$)")
_LEAD_REACH = 400


def find_series(text: str, places: Places) -> list[Cell]:
    """The numbers of every series of a text whose label names people, as cells without a table."""
    found: list[Cell] = []
    last: PersonNoun | None = None
    for series in _series().finditer(text):
        low = max(0, series.start() - _LABEL_REACH)
        label = _LABEL.search(text, low, series.start())
        if label is None or _TERMS.fullmatch(series[0]):
            continue
        told = told_of(text, label.span(), (), whole=False)
        last = told.noun or (last if _OF_THOSE.match(label[0]) else None)
        if last is not None:
            told = Told(told.measure, told.factor or _factor_above(text, label.start()), last)
            found += _cells(text, series.span(), told, _place_in(label.span(), places))
    return found


def _factor_above(text: str, start: int) -> int | None:
    """The unit that the nearest line with a colon above a label tells."""
    leads = list(_LEAD.finditer(text, max(0, start - _LEAD_REACH), start))
    return factor_in(leads[-1][0]) if leads else None


def _place_in(label: Stretch, places: Places) -> Place | None:
    named = [place for start, end, place in places if label[0] <= start and end <= label[1]]
    return named[0] if len(named) == 1 else None


def _cells(text: str, series: Stretch, told: Told, place: Place | None) -> Iterator[Cell]:
    for item in _item().finditer(text, *series):
        value = number_value(item["number"].rstrip("."))
        factor = told.factor or 1
        multiplied = factor > 1 or any(letter.isalpha() for letter in item["number"])
        if value is not None and (multiplied or is_written_whole(value)):
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
        rf"(?P<number>(?:{number})(?: {multiplier_pattern()})?)(?! ?%|\w)"
        r"(?: \(\d[\d.,]* ?%\))?",
        re.IGNORECASE,
    )


@cache
def _series() -> re.Pattern[str]:
    """Two items or more."""
    item = re.sub(r"\?P<\w+>", "?:", _item().pattern)
    return re.compile(
        rf"(?<![\w.,]){item}(?:(?:(?:[,;]|,? and) |[;,.]?[ \t]*\n+){item})+", re.IGNORECASE
    )
