"""Offsets in UTF-16 code units, as JavaScript counts them, to and from characters (code points)."""

from bisect import bisect_left
from itertools import accumulate

_FIRST_ASTRAL = "\U00010000"


class Utf16:
    """The UTF-16 offsets of one text."""

    def __init__(self, text: str) -> None:
        sizes = (2 if character >= _FIRST_ASTRAL else 1 for character in text)
        self._units = list(accumulate(sizes, initial=0))

    def unit(self, character: int) -> int:
        """The offset in code units of a character offset (0 to the length of the text)."""
        return self._units[character]

    def character(self, unit: int) -> int | None:
        """The character offset of a code unit; null inside a surrogate pair or beyond the text."""
        found = bisect_left(self._units, unit)
        exact = found < len(self._units) and self._units[found] == unit
        return found if exact else None
