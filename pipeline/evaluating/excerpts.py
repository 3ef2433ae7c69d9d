"""A fact's sentence with every gold and predicted mention of its type marked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from pipeline.evaluating.results import Finding
from pipeline.records import ArticleRecord, Mention, Span

# Characters shown on either side of a mention whose sentence isn't found in the raw text as it is.
CONTEXT = 120

Mark = Literal["", "gold", "predicted", "both"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one marking; `focus` where the error itself is."""

    text: str
    mark: Mark
    focus: bool


def stretch(raw: str, mention: Mention) -> tuple[int, int]:
    """Where the mention's sentence stands in the raw text, or the characters around the mention."""
    start = raw.find(mention.sentence, max(0, mention.end - len(mention.sentence)))
    if 0 <= start <= mention.start:
        return start, start + len(mention.sentence)
    return max(0, mention.start - CONTEXT), min(len(raw), mention.end + CONTEXT)


def _covers(spans: Iterable[Span], start: int, end: int) -> bool:
    return any(span.start <= start and end <= span.end for span in spans)


def pieces(
    raw: str, focus: Mention, gold: Sequence[Span], predicted: Sequence[Span]
) -> tuple[Piece, ...]:
    """The sentence of `focus`, cut wherever a mention begins or ends."""
    start, end = stretch(raw, focus)
    bounds = {edge for span in (*gold, *predicted, focus) for edge in (span.start, span.end)}
    cuts = [start, *sorted(edge for edge in bounds if start < edge < end), end]
    found = []
    for left, right in pairwise(cuts):
        sides = _covers(gold, left, right), _covers(predicted, left, right)
        found.append(Piece(raw[left:right], _MARKS[sides], _covers([focus], left, right)))
    return tuple(found)


_MARKS: dict[tuple[bool, bool], Mark] = {
    (False, False): "",
    (True, False): "gold",
    (False, True): "predicted",
    (True, True): "both",
}


def mentions(record: ArticleRecord | None, fact_type: str) -> list[Mention]:
    """Every mention of one fact type in a record."""
    return [mention for fact in getattr(record, fact_type, ()) for mention in fact.mentions]


def excerpt(
    finding: Finding, raw: str, gold: ArticleRecord, predicted: ArticleRecord | None
) -> tuple[Piece, ...]:
    """The sentence of one error in its article."""
    fact_type = finding.fact_type
    return pieces(raw, finding.mention, mentions(gold, fact_type), mentions(predicted, fact_type))
