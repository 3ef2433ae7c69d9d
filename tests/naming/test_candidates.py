"""Of candidates that overlap the longest stays, of equal ones the better evidence."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.naming.candidates import EVIDENCE, Candidate, longest


def made(start: int, end: int, evidence: str = "quoted") -> Candidate:
    return Candidate(start, end, f"{start}-{end}", "other", evidence)


@pytest.mark.parametrize(
    ("given_", "kept"),
    [
        ([], []),
        ([made(5, 9), made(0, 4)], ["0-4", "5-9"]),
        ([made(0, 4), made(4, 8)], ["0-4", "4-8"]),
        ([made(0, 4), made(2, 9)], ["2-9"]),
        ([made(0, 9), made(2, 4), made(5, 12)], ["0-9"]),
        ([made(3, 6), made(0, 5), made(4, 10)], ["4-10"]),
    ],
)
def test_the_longest_of_those_that_overlap_stays(given_: list[Candidate], kept: list[str]) -> None:
    """Touching ones do not overlap; the answer is in text order."""
    assert [c.name for c in longest(given_)] == kept


@pytest.mark.parametrize(
    ("evidences", "kept"),
    [
        (("apposed", "listed"), "listed"),
        (("adjectival", "quoted"), "quoted"),
        (("full-weak", "told-again"), "told-again"),
    ],
)
def test_the_better_evidence_wins_between_equals(evidences: tuple[str, ...], kept: str) -> None:
    """In whatever order the readers gave them."""
    pair = [made(0, 4, evidence) for evidence in evidences]
    assert [c.evidence for c in longest(pair)] == [kept]
    assert [c.evidence for c in longest(pair[::-1])] == [kept]


_CANDIDATES = st.lists(
    st.builds(
        lambda start, size, evidence: made(start, start + size, evidence),
        st.integers(0, 40),
        st.integers(1, 12),
        st.sampled_from(EVIDENCE),
    )
)


@given(_CANDIDATES)
def test_what_stays_never_overlaps(candidates: list[Candidate]) -> None:
    """And what goes overlaps one that stays and is no shorter."""
    kept = longest(candidates)
    assert all(one.end <= two.start for one, two in pairwise(kept))
    for candidate in candidates:
        over = [c for c in kept if c.start < candidate.end and candidate.start < c.end]
        assert any(c.end - c.start >= candidate.end - candidate.start for c in over)
