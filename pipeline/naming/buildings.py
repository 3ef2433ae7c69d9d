"""Heads that tell a place or a building, no body: malls, shores, mines told by where they are, churches that stand."""

from pipeline.naming.found_heads import FoundHead
from pipeline.naming.nouns import word_set


def is_building(found: FoundHead) -> bool:
    """Whether a head is told as a place or a building."""
    return _mall(found) or _shore(found) or _pit(found) or _monument(found)


def _mall(found: FoundHead) -> bool:
    """Whether a centre is a building: "the Keruen | shopping centre"."""
    kind = found.left[-1].lower if found.left else ""
    return f"{kind} {found.row['head']}" in word_set("work") and not found.tail.present


def _shore(found: FoundHead) -> bool:
    """Whether a lower-case bank is a river's: "the Irtysh bank"."""
    of_river = len(found.left) == 1 and found.left[0].lower in word_set("river")
    return found.row["head"] == "bank" and not found.capital and of_river


def _pit(found: FoundHead) -> bool:
    """Whether a lower-case mine is told by where it is: "the Uspensky mine"; with a patron it is a body."""
    bare = not found.capital and not found.tail.memorial
    return bare and found.row["head"] in ("mine", "shaft")


def _monument(found: FoundHead) -> bool:
    """Whether a house of prayer or learning is told as a building: "the Shir-Dor Madrasah stands in Samarkand"."""
    following = [word.lower for word in found.words[found.end : found.end + 1]]
    before = [word.lower for word in found.words[max(0, found.start - 3) : found.start]]
    head = found.row["head"]
    # "the domes of the | Old Church", "the Old Church | built in 1902"
    part = before[-2:] == ["of", "the"] and before[0] in word_set("building")
    stands = any(word in word_set("standing") for word in following) or _is_built(found)
    built = head in _BUILT and (part or stands)
    # "the Green Mosque | with two minarets"
    return built or (head == "mosque" and following == ["with"])


def _is_built(found: FoundHead) -> bool:
    """Whether a house was built, and did not build: "the Old Church | built in 1902"."""
    following = found.words[found.end : found.end + 2]
    return [w.lower for w in following[:1]] == ["built"] and following[-1].pos == "ADP"


_BUILT = ("madrasah", "madrasa", "madrassah", "mosque", "church", "cathedral")
