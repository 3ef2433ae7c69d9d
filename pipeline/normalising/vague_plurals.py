"""Plurals without a number that tell its order of size: "thousands of", "tens of millions of"."""

import re
from collections.abc import Iterator
from decimal import Decimal

from pipeline.anchors import Anchored

_VAGUE = re.compile(
    r"(?<![\w-])(?:(?P<many>tens|dozens|hundreds|scores) of )?"
    r"(?P<what>tens|dozens|scores|hundreds|thousands|millions|billions|trillions)(?= of\b)",
    re.IGNORECASE,
)
_ORDERS = {
    "tens": 10,
    "dozens": 12,
    "scores": 20,
    "hundreds": 100,
    "thousands": 10**3,
    "millions": 10**6,
    "billions": 10**9,
    "trillions": 10**12,
}
# Characters on either side of one that a phrase takes.
_REACH = 40


def vague_plurals(text: str) -> Iterator[tuple[int, int, Decimal]]:
    """Where each begins and ends, and its order of size."""
    for match in Anchored(_VAGUE, frozenset(_ORDERS), _REACH).finditer(text):
        order = Decimal(_ORDERS[match["what"].lower()])
        yield *match.span(), order * _ORDERS.get((match["many"] or "").lower(), 1)
