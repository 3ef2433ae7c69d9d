"""Places that share the word for what they are: "in Akmola, Turgai and Pavlodar regions"."""

import re
from collections.abc import Iterator, Sequence

from pipeline.normalising.gazetteer import region_called
from pipeline.records import Place

# A place with its half-open stretch of the text.
Told = tuple[int, int, Place]
_REGIONS = re.compile(r" (?:regions|oblasts|provinces)\b")
_JOINED = re.compile(r"(?:,| and|, and|,? as well as) (?:the |in |of )?(?:present )?")


def with_shared_kind(text: str, found: Sequence[Told]) -> Iterator[Told]:
    """Places in text order, those of a list that ends in "regions" as regions."""
    shared = False
    behind = None
    told: list[Told] = []
    for start, end, place in reversed(found):
        joined = behind is not None and _JOINED.fullmatch(text, end, behind) is not None
        shared = _REGIONS.match(text, end) is not None or (shared and joined)
        behind = start
        region = region_called(text[start:end], place) if shared else None
        told.append((start, end, region or place))
    yield from reversed(told)
