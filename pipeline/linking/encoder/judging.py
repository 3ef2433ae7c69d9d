"""Choosing among the values that a field may have: by the weights, and where these leave doubt by the encoder too.

Both are taken for independent witnesses: the logarithms of their probabilities are added, the encoder's with a weight
of its own (a product of experts; Hinton 2002).
"""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar, get_args

import numpy as np
from spacy.tokens import Doc, Span

from pipeline.extensions import once
from pipeline.linking.encoder.blocks import Block, block_of
from pipeline.linking.encoder.network import Network, Offsets, Pieces, Vector, softmax
from pipeline.linking.ranking import Option, shares
from pipeline.records import OrganizationType, PercentageKind, PopulationKind

T = TypeVar("T")

# The key under which the component `ehistory_encoder` leaves the network with a Doc.
NETWORK = "encoder"
# How sure the weights must be for a block not to be read, and, of a block that has been read, not to be asked about.
_UNREAD, _UNASKED = 0.6, 0.9
# What the encoder's word counts beside that of the weights.
_WEIGHT = 0.6
_LEAST = 1e-6
# Blocks of a Doc whose vectors are kept, 160 kB each.
_KEPT = 64

# The classes of the heads that choose among a few, in the order of their outputs.
CLASSES: Mapping[str, tuple[str | None, ...]] = {
    "kind": get_args(PopulationKind),
    "change": get_args(PercentageKind),
    "quote": (*get_args(OrganizationType), None),
}
Mentions = Callable[[Doc, Block], Iterable[tuple[Span, Any]]]


def judged(
    span: Span, options: Sequence[Option[T]], name: str, mentions: Mentions | None = None
) -> T:
    """The likeliest value; `mentions` are the spans of a block that tell of values, with these."""
    told = judged_shares(span, options, name, mentions)
    return max(told, key=told.__getitem__)


def judged_shares(
    span: Span, options: Sequence[Option[T]], name: str, mentions: Mentions | None = None
) -> dict[T, float]:
    """The probability of each value (together 1)."""
    told = shares(options, name)
    reading = _reading(span, max(told.values()))
    seen = reading.seen(span, name, mentions) if reading is not None else None
    if seen is None:
        return told
    joined = {v: max(p, _LEAST) * max(seen(v), _LEAST) ** _WEIGHT for v, p in told.items()}
    whole = sum(joined.values())
    return {value: share / whole for value, share in joined.items()}


class _Reading:
    """A block that has been read, with what was asked of it."""

    def __init__(self, network: Network, doc: Doc, block: Block) -> None:
        self._network, self._doc, self._block = network, doc, block
        self._encoded = network.encode(block.text(doc))
        self._asked: dict[Pieces, Mapping[str, Vector]] = {}
        self._placed: dict[str, tuple[list[Any], Vector | None]] = {}

    def seen(
        self, span: Span, name: str, mentions: Mentions | None
    ) -> Callable[[Any], float] | None:
        """The encoder's probability of each value; none where it does not read as far as the span."""
        at = self._encoded.offsets.pieces(*self._block.stretch(span))
        if at is None:
            return None
        if at not in self._asked:
            self._asked[at] = self._network.asked(self._encoded.vectors, at)
        asked = self._asked[at]
        if mentions is None:
            found = zip(CLASSES[name], softmax(asked[f"class.{name}"]), strict=True)
            return dict(found).__getitem__
        values, keys = self._mentioned(name, mentions)
        scores = asked[f"none.{name}"]
        if keys is not None:
            query = asked[f"query.{name}"]
            scores = np.concatenate((scores, keys @ query / math.sqrt(len(query))))
        none, elsewhere, *each = softmax(scores)
        shared: dict[Any, float] = {None: none}
        for value, share in zip(values, each, strict=True):
            shared[value] = shared.get(value, 0.0) + share
        return lambda value: shared.get(value, elsewhere)

    def _mentioned(self, name: str, mentions: Mentions) -> tuple[list[Any], Vector | None]:
        """The values of the block's mentions, and what a question is compared with for each."""
        if name not in self._placed:
            told = placed(self._doc, self._block, self._encoded.offsets, mentions)
            among = [pieces for pieces, _ in told]
            keys = self._network.keys(name, self._encoded.vectors, among) if among else None
            self._placed[name] = [value for _, value in told], keys
        return self._placed[name]


def placed(
    doc: Doc, block: Block, offsets: Offsets, mentions: Mentions
) -> list[tuple[Pieces, Any]]:
    """The pieces of the mentions of a block, as far as it is read, and their values."""
    found = ((offsets.pieces(*block.stretch(span)), value) for span, value in mentions(doc, block))
    return [(pieces, value) for pieces, value in found if pieces is not None]


def _reading(span: Span, sure: float) -> _Reading | None:
    """The reading of a span's block, where the weights are not sure enough to do without."""
    network: Network | None = once(span.doc, NETWORK, lambda: None)
    if network is None or sure >= _UNASKED:
        return None
    kept: dict[Block, _Reading] = once(span.doc, "encoder_readings", dict)
    block = block_of(span)
    if block not in kept:
        if sure >= _UNREAD:
            return None
        if len(kept) >= _KEPT:
            del kept[next(iter(kept))]
        kept[block] = _Reading(network, span.doc, block)
    return kept[block]
