"""A stretch of the clean text that may name a body, and which of overlapping ones stays."""

from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.records import OrganizationType


@dataclass(frozen=True, slots=True)
class Candidate:
    """`start:end` of the clean text, the canonical name, and how sure the reader is (0-1)."""

    start: int
    end: int
    name: str
    type: OrganizationType
    confidence: float


def longest(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates that overlap no longer one, in text order; of equal ones the surer."""
    taken: list[Candidate] = []
    for candidate in sorted(candidates, key=lambda c: (c.start - c.end, -c.confidence)):
        if all(candidate.end <= other.start or candidate.start >= other.end for other in taken):
            taken.append(candidate)
    return sorted(taken, key=lambda c: c.start)
