"""Names that a land of the past shares with a town of today, told apart by the years around them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from pipeline.lexicons import table
from pipeline.normalising.gazetteer import places
from pipeline.records import Place

_YEAR = re.compile(r"(?<![\d.,])\d{4}(?![\d.,]\d|\d)")


@dataclass(frozen=True, slots=True)
class FormerLand:
    """A land that was called by a name from year `first` to `last`, and the town of that name."""

    first: int
    last: int
    land: Place
    town: Place


@cache
def former_lands() -> Mapping[str, FormerLand]:
    """Former lands by surface form, lower case."""
    return {
        row["form"]: FormerLand(
            int(row["first"]),
            int(row["last"]),
            places()[row["land"].lower()],
            places()[row["town"].lower()],
        )
        for row in table("former_lands")
    }


def place_called(form: str, text: str, start: int) -> Place:
    """The place that a form of the gazetteer means at an offset of a text."""
    former = former_lands().get(form)
    if former is None:
        return places()[form]
    year = _year_near(text, start)
    return former.land if year and former.first <= year <= former.last else former.town


def _year_near(text: str, start: int) -> int | None:
    """The year told last before an offset in its paragraph, else the first one behind it."""
    low = text.rfind("\n", 0, start) + 1
    high = text.find("\n", start)
    before = _YEAR.findall(text, low, start)
    behind = None if before else _YEAR.search(text, start, high if high >= 0 else len(text))
    return int(before[-1]) if before else int(behind[0]) if behind else None
