"""One-to-one alignment of gold and predicted items by optimal assignment.

The assignment maximises the totals of several criteria in order of rank, so no greedy choice and no
order of the input decides which items are paired.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment

from pipeline.records import Mention, Span

G = TypeVar("G")
P = TypeVar("P")

Pair = tuple[int, int]

# Overlap is compared to the thousandth: whole numbers keep ties true ties.
OVERLAP_STEPS = 1000


def shared_length(first: Span, second: Span) -> int:
    """How many characters two half-open spans share; 0 for spans that only touch."""
    return max(0, min(first.end, second.end) - max(first.start, second.start))


def _table(
    gold: Sequence[G],
    predicted: Sequence[P],
    criterion: Callable[[G, P], int],
    admissible: NDArray[np.bool_] | None = None,
) -> NDArray[np.float64]:
    table = np.zeros((len(gold), len(predicted)))
    for i, g in enumerate(gold):
        for j, p in enumerate(predicted):
            if admissible is None or admissible[i, j]:
                table[i, j] = criterion(g, p)
    return table


def align(
    gold: Sequence[G], predicted: Sequence[P], criteria: Sequence[Callable[[G, P], int]]
) -> tuple[Pair, ...]:
    """Index pairs, one to one, with the greatest total of the first criterion, then the second …

    Criteria give whole numbers from 0 up; a pair whose first criterion is 0 is never made. Ranks
    are kept exactly while the product of the totals stays below 2**53 (some 300 items a side).
    """
    if not gold or not predicted:
        return ()
    weights = _table(gold, predicted, criteria[0])
    admissible = weights > 0
    smaller = min(weights.shape)
    for criterion in criteria[1:]:
        table = _table(gold, predicted, criterion, admissible)
        weights = weights * (smaller * table.max() + 1) + table
    rows, columns = linear_sum_assignment(weights, maximize=True)
    pairs = zip(rows.tolist(), columns.tolist(), strict=True)
    return tuple((i, j) for i, j in pairs if admissible[i, j])


@dataclass(frozen=True, slots=True)
class Marked:
    """A mention with the label of its fact: the kind, or the type of an organization."""

    mention: Mention
    label: str


def _overlap(gold: Marked, predicted: Marked) -> int:
    shared = shared_length(gold.mention, predicted.mention)
    if not shared:
        return 0
    spans = (gold.mention, predicted.mention)
    union = sum(span.end - span.start for span in spans) - shared
    return max(1, round(OVERLAP_STEPS * shared / union))


def same_bounds(gold: Marked, predicted: Marked) -> bool:
    """Whether both mentions cover the same characters."""
    spans = gold.mention, predicted.mention
    return spans[0].start == spans[1].start and spans[0].end == spans[1].end


def same_label(gold: Marked, predicted: Marked) -> bool:
    """Whether both mentions have one label."""
    return gold.label == predicted.label


def align_mentions(gold: Sequence[Marked], predicted: Sequence[Marked]) -> tuple[Pair, ...]:
    """Index pairs of overlapping mentions with the greatest total overlap.

    Overlap is the shared part of the union. The lower ranks settle ties by what the schemes count,
    so equal alignments give equal counts.
    """
    return align(
        gold,
        predicted,
        (
            _overlap,
            lambda g, p: int(same_bounds(g, p) and same_label(g, p)),
            same_bounds,
            same_label,
            lambda *_: 1,
        ),
    )
