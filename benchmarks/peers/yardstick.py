"""When what a system found is what the gold has: by place, by value, by bounds.

Items are aligned one to one by optimal assignment, as in the evaluator.
"""

import math
import re
from collections.abc import Callable, Iterable, Sequence

from benchmarks.peers.exchange import Found
from benchmarks.peers.places import stated_numbers
from pipeline.evaluating.alignment import Marked, align, align_mentions, shared_length
from pipeline.evaluating.results import Counts
from pipeline.evaluating.scoring import scheme_counts
from pipeline.normalising.context import person_nouns
from pipeline.records import Mention, Percentage, Population, Span

# Where guidelines differ: a preposition or article before, quotes and marks at either end.
_LEADING = re.compile(
    r"(?:(?:the|an?|in|on|at|by|from|since|until|till|during|of|to)\s+|[\s\"'«»“”„‘’(\[]+)+",
    re.IGNORECASE,
)
_TRAILING = re.compile(r"[\s\"'«»“”„‘’)\],.;:]+$")


class Item(Span):
    """A stretch of the raw input with a number or an EDTF string, where it has one."""

    value: float | str | None = None


def _agree(gold: Item, found: Item) -> bool:
    if isinstance(gold.value, float) and isinstance(found.value, float):
        return math.isclose(gold.value, found.value)
    return gold.value == found.value


def _counts(
    gold: Sequence[Item], found: Sequence[Item], matches: Callable[[Item, Item], bool]
) -> Counts:
    pairs = align(gold, found, (lambda g, p: int(matches(g, p)), shared_length))
    missed, spurious = len(gold) - len(pairs), len(found) - len(pairs)
    return Counts(correct=len(pairs), missed=missed, spurious=spurious)


def by_place(gold: Sequence[Item], found: Sequence[Item]) -> Counts:
    """Counts of items that share characters, whatever their values."""
    return _counts(gold, found, lambda g, p: shared_length(g, p) > 0)


def by_value(gold: Sequence[Item], found: Sequence[Item]) -> Counts:
    """Counts of items that share characters and are equal in value."""
    return _counts(gold, found, lambda g, p: _agree(g, p) and shared_length(g, p) > 0)


def by_bounds(raw: str, gold: Iterable[Span], found: Iterable[Span], scheme: str) -> Counts:
    """Counts in the scheme "exact" or "partial" of SemEval-2013, both sides trimmed."""
    asked = [Marked(trimmed(raw, span), "") for span in gold]
    given = [Marked(trimmed(raw, span), "") for span in found]
    return scheme_counts(asked, given, align_mentions(asked, given))[scheme]


def trimmed(raw: str, span: Span) -> Mention:
    """A span without prepositions and articles before and quotes and marks at either end."""
    text = raw[span.start : span.end]
    leading = _LEADING.match(text)
    start = span.start + (leading.end() if leading else 0)
    end = span.start + len(_TRAILING.sub("", text))
    if start >= end:
        start, end = span.start, span.end
    return Mention(start=start, end=end, text=raw[start:end], sentence="")


def gold_numbers(facts: Iterable[Population | Percentage]) -> list[Item]:
    """One item a number that the facts' mentions state; a range states two."""
    return [
        Item(start=mention.start, end=mention.end, value=number)
        for fact in facts
        for mention in fact.mentions
        for number in stated_numbers(fact)
    ]


def found_numbers(outputs: Iterable[Found]) -> list[Item]:
    """One item a number that was found; what has no value is one item without."""
    return [
        Item(start=one.start, end=one.end, value=number)
        for one in outputs
        for number in one.numbers or (None,)
    ]


def touching(items: Iterable[Item], others: Sequence[Item]) -> list[Item]:
    """The items that share characters with one of the others."""
    return [item for item in items if any(shared_length(item, other) for other in others)]


def counts_people(unit: str | None) -> bool:
    """Whether a word of a unit stands for people, families or households in the lexicons."""
    return any(word in person_nouns() for word in (unit or "").lower().split())
