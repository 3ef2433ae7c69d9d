"""Alignment: one to one, and no other pairing does better."""

from itertools import combinations, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.evaluating.alignment import Marked, align, align_mentions, shared_length
from pipeline.records import Mention, Span

sizes = st.integers(0, 4)


@st.composite
def tables(draw):
    """Three ranked criteria over up to four by four items."""
    rows, columns = draw(sizes), draw(sizes)
    row = st.lists(st.integers(0, 5), min_size=columns, max_size=columns)
    table = st.lists(row, min_size=rows, max_size=rows)
    return rows, columns, [draw(table) for _ in range(3)]


def matchings(rows: int, columns: int):
    """Every one-to-one pairing, the incomplete ones too."""
    for size in range(min(rows, columns) + 1):
        for chosen in combinations(range(rows), size):
            for others in permutations(range(columns), size):
                yield tuple(zip(chosen, others, strict=True))


def totals(pairs, criteria) -> tuple[int, ...]:
    return tuple(sum(table[i][j] for i, j in pairs) for table in criteria)


@given(tables())
def test_no_pairing_beats_the_alignment(made) -> None:
    """Brute force over all admissible pairings finds no better totals, rank by rank."""
    rows, columns, criteria = made
    chosen = align(
        range(rows), range(columns), [lambda i, j, t=table: t[i][j] for table in criteria]
    )
    admissible = (
        pairs for pairs in matchings(rows, columns) if all(criteria[0][i][j] for i, j in pairs)
    )
    assert totals(chosen, criteria) == max(totals(pairs, criteria) for pairs in admissible)


@given(tables())
def test_alignment_is_one_to_one_and_admissible(made) -> None:
    """Nothing is paired twice, and nothing whose first criterion is 0 is paired."""
    rows, columns, criteria = made
    pairs = align(range(rows), range(columns), [lambda i, j: criteria[0][i][j]])
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)
    assert all(criteria[0][i][j] for i, j in pairs)


@pytest.mark.parametrize(
    ("first", "second", "shared"),
    [((0, 4), (0, 4), 4), ((0, 4), (2, 6), 2), ((0, 4), (4, 8), 0), ((0, 9), (3, 5), 2)],
)
def test_touching_spans_share_nothing(first, second, shared) -> None:
    """Half-open spans that only touch do not overlap."""
    spans = [Span(start=start, end=end) for start, end in (first, second)]
    assert shared_length(*spans) == shared


def marked(start: int, end: int, label: str = "x") -> Marked:
    return Marked(Mention(start=start, end=end, text="", sentence=""), label)


@pytest.mark.parametrize(
    ("gold", "predicted", "pairs"),
    [
        ([marked(0, 10)], [marked(0, 3), marked(2, 10)], {(0, 1)}),
        ([marked(0, 6), marked(6, 10)], [marked(0, 10)], {(0, 0)}),
        ([marked(0, 4, "x"), marked(0, 4, "y")], [marked(0, 4, "y")], {(1, 0)}),
        ([marked(0, 4)], [marked(4, 8)], set()),
        # Greedy by order would pair 0-0 and leave 1 with little.
        ([marked(0, 4), marked(2, 6)], [marked(2, 6), marked(0, 3)], {(0, 1), (1, 0)}),
    ],
)
def test_the_greatest_overlap_is_paired(gold, predicted, pairs) -> None:
    """Overlap decides, the label among equal overlaps."""
    assert set(align_mentions(gold, predicted)) == pairs
