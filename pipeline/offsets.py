"""Text that remembers where each of its characters stands in the raw input.

Every stage that drops or replaces characters works on a `MappedText`, so offsets always lead back to
the raw decoded input: character `i` covers `raw[starts[i]:ends[i]]`.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Piece = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class MappedText:
    """A text with, for each character, its half-open stretch of the raw input."""

    text: str
    starts: array[int]
    ends: array[int]

    @classmethod
    def identity(cls, raw: str) -> MappedText:
        """The raw input itself."""
        return cls(raw, array("q", range(len(raw))), array("q", range(1, len(raw) + 1)))

    @classmethod
    def from_pieces(cls, pieces: Iterable[Piece]) -> MappedText:
        """From (text, raw start, raw end); every character of a piece covers the whole stretch."""
        parts: list[str] = []
        starts, ends = array("q"), array("q")
        for text, start, end in pieces:
            parts.append(text)
            starts.extend([start] * len(text))
            ends.extend([end] * len(text))
        return cls("".join(parts), starts, ends)

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """The raw stretch that the characters `start:end` (not empty) cover."""
        return self.starts[start], self.ends[end - 1]

    def slice(self, start: int, end: int) -> MappedText:
        """The part `start:end`, its offsets kept."""
        return MappedText(self.text[start:end], self.starts[start:end], self.ends[start:end])

    def without(self, cuts: Sequence[tuple[int, int]]) -> MappedText:
        """What is left when the stretches `cuts`, in order, are dropped."""
        if not cuts:
            return self
        starts = [0, *(end for _, end in cuts)]
        ends = [*(start for start, _ in cuts), len(self.text)]
        return self.join(((s, e) for s, e in zip(starts, ends, strict=True) if s < e), "")

    def join(self, parts: Iterable[tuple[int, int]], separator: str) -> MappedText:
        """The parts in order, with `separator` between them."""
        return MappedText.concatenate((self.slice(start, end) for start, end in parts), separator)

    @classmethod
    def concatenate(cls, texts: Iterable[MappedText], separator: str) -> MappedText:
        """The texts in order; a separator is mapped to the end of the text before it."""
        parts: list[str] = []
        starts, ends = array("q"), array("q")
        for text in texts:
            if parts:
                parts.append(separator)
                starts.extend([ends[-1]] * len(separator))
                ends.extend([ends[-1]] * len(separator))
            parts.append(text.text)
            starts.extend(text.starts)
            ends.extend(text.ends)
        return cls("".join(parts), starts, ends)
