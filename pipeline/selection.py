"""What the user asks of a run: which of the inputs to take, and how to go about it."""

import hashlib
from dataclasses import dataclass, field

from pipeline.articles import DEFAULT_MAX_CHARS
from pipeline.normalising.edtf import bounds
from pipeline.reading import Limits

_HASH_BYTES = 8
_HASHES = 1 << 8 * _HASH_BYTES


@dataclass(frozen=True, slots=True)
class Selection:
    """`since` is an EDTF year, month or day, `sample` a share of 1, `limit` a number of records."""

    max_chars: int = DEFAULT_MAX_CHARS
    since: str | None = None
    sample: float = 1.0
    limit: int | None = None

    @property
    def limits(self) -> Limits:
        """What is read of an input."""
        return Limits(self.max_chars)

    @property
    def whole(self) -> bool:
        """Whether every article of the inputs is taken."""
        return self.since is None and self.sample >= 1 and self.limit is None

    def drawn(self, name: str) -> bool:
        """Whether the sample holds what is called so: the same at every run, and in larger samples."""
        if self.sample >= 1:
            return True
        digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).digest()
        return int.from_bytes(digest[:_HASH_BYTES]) < self.sample * _HASHES

    def too_old(self, published: str | None) -> bool:
        """Whether all of an article's time of publication lies before `since`, or it has none."""
        if self.since is None:
            return False
        latest, earliest = bounds(published)[1], bounds(self.since)[0]
        return latest is None or earliest is None or latest < earliest


@dataclass(frozen=True, slots=True)
class Options:
    """How to run: on which articles, in how many processes, with or without what earlier runs kept."""

    selection: Selection = field(default_factory=Selection)
    jobs: int = 1
    force: bool = False
    retry_rejects: bool = False
