"""A stretch of the clean text that may name a body, and which of overlapping ones stays."""

from bisect import bisect
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.records import OrganizationType

# What a reader saw, best first: of two readings of one stretch the better is kept.
EVIDENCE = (
    "told-again",
    "quoted",
    "listed",
    "shortened",
    "full-strong",
    "legal-form",
    "named-after",
    "memorial",
    "tailed",
    "named-before",
    "full-weak",
    "adjectival",
    "apposed",
    "acronym",
    "weighed",
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """`start:end` of the clean text, the canonical name, and what makes it one (a word of `EVIDENCE`)."""

    start: int
    end: int
    name: str
    type: OrganizationType
    evidence: str


def longest(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates that overlap no longer one, in text order; of equal ones the one with the better evidence."""
    taken: list[Candidate] = []
    for candidate in sorted(
        candidates, key=lambda c: (c.start - c.end, EVIDENCE.index(c.evidence))
    ):
        place = bisect(taken, candidate.start, key=lambda c: c.start)
        after_last = not place or taken[place - 1].end <= candidate.start
        if after_last and (place == len(taken) or candidate.end <= taken[place].start):
            taken.insert(place, candidate)
    return taken
