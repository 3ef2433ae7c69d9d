"""quantulum3: numbers with units of measurement; people are no unit of its own."""

from collections.abc import Iterable, Sequence
from typing import Any

from benchmarks.peers.adapters.stretches import sentences
from benchmarks.peers.exchange import Found, Given, Kind, Peer

PEER = Peer(
    name="quantulum3",
    package="quantulum3",
    kinds=frozenset({"number", "percentage"}),
    valued=frozenset({"number", "percentage"}),
    counts_people=False,
    how="`parser.parse` on each sentence of en_core_web_sm, with its unit classifier; a value with an "
    "uncertainty is read as the range that it stands for",
)


def found(quantities: Iterable[Any], offset: int = 0) -> list[Found]:
    """What a list of its quantities says."""
    return [_found(quantity, offset) for quantity in quantities]


def _found(quantity: Any, offset: int) -> Found:  # noqa: ANN401 - the peer's own class
    start, end = quantity.span
    value, spread = float(quantity.value), float(quantity.uncertainty or 0)
    numbers = (value - spread, value + spread) if spread else (value,)
    percentage = quantity.unit.name == "percentage"
    kind: Kind = "percentage" if percentage else "number"
    # A number that opens a text may begin one character before it.
    return Found(kind, offset + max(start, 0), offset + end, numbers)


def run(texts: Sequence[Given]) -> list[list[Found]]:
    """What quantulum3 finds in each text."""
    from quantulum3 import parser

    return [
        [one for offset, words in parts for one in found(parser.parse(words), offset)]
        for parts in sentences(text.text for text in texts)
    ]
