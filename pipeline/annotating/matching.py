"""Which span of a corrected task is which span of the exported one."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.annotating.tasks import Mark
from pipeline.evaluating.alignment import align

Pair = tuple[Mark, Mark]


@dataclass(frozen=True, slots=True)
class Matching:
    """Exported spans beside those that came back.

    `kept` pairs have the same label and bounds, `moved` pairs the same label and other bounds.
    """

    kept: tuple[Pair, ...]
    moved: tuple[Pair, ...]
    added: tuple[Mark, ...]
    deleted: tuple[Mark, ...]


def _kept(exported: Iterable[Mark], returned: Iterable[Mark]) -> list[Pair]:
    """Pairs of one label and one stretch; where several facts share it, the reference decides."""
    waiting: dict[tuple[str, int, int], list[Mark]] = defaultdict(list)
    for old in exported:
        waiting[old.label, old.start, old.end].append(old)
    pairs = []
    # Spans with a reference choose first, so that none is taken by one without.
    for new in sorted(returned, key=lambda mark: mark.ref is None):
        candidates = waiting[new.label, new.start, new.end]
        if candidates:
            old = next((o for o in candidates if o.ref == new.ref), candidates[0])
            candidates.remove(old)
            pairs.append((old, new))
    return pairs


def _referred(exported: Iterable[Mark], returned: Iterable[Mark]) -> list[Pair]:
    """Pairs of one label and one reference."""
    waiting = {(old.label, old.ref): old for old in exported}
    keys = ((new, (new.label, new.ref)) for new in returned if new.ref is not None)
    return [(waiting.pop(key), new) for new, key in keys if key in waiting]


def _overlapping(exported: Sequence[Mark], returned: Sequence[Mark]) -> list[Pair]:
    """Pairs of one label that share characters, with the greatest total of them."""

    def shared(old: Mark, new: Mark) -> int:
        if old.label != new.label:
            return 0
        return max(0, min(old.end, new.end) - max(old.start, new.start))

    return [(exported[i], returned[j]) for i, j in align(exported, returned, (shared,))]


def match(exported: Sequence[Mark], returned: Sequence[Mark]) -> Matching:
    """Kept spans by label and bounds; moved ones by reference, then by overlap; the rest."""
    kept = _kept(exported, returned)
    moved: list[Pair] = []
    for step in (_referred, _overlapping):
        pairs = [*kept, *moved]
        moved += step(
            _without(exported, (o for o, _ in pairs)), _without(returned, (n for _, n in pairs))
        )
    pairs = [*kept, *moved]
    return Matching(
        tuple(kept),
        tuple(moved),
        tuple(_without(returned, (new for _, new in pairs))),
        tuple(_without(exported, (old for old, _ in pairs))),
    )


def _without(marks: Iterable[Mark], taken: Iterable[Mark]) -> list[Mark]:
    gone = {id(mark) for mark in taken}
    return [mark for mark in marks if id(mark) not in gone]
