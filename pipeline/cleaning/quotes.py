"""Spaces dropped between names and their straight quotes in prose: 'the newspaper " Kazakh" , the union "Alash ".

A straight quote doesn't say whether it opens: a letter on one side of it does, or else the quote before it.
"""

import re
from collections.abc import Iterator, Sequence

from pipeline.offsets import MappedText

_MARK = re.compile(r'"')
_OPENS, _CLOSES, _EITHER = "opens", "closes", "either"
# Behind a bracket a quote opens and before a stop it closes, whatever is on the other side.
_BEFORE_OPENING, _BEHIND_CLOSING = "([", ".,;:!?)]"
_PARTING = " -–—"
# Names and titles; what is said in quotes may be as long as a paragraph, and its spaces harm nobody.
_INNER_CHARS = 90


def tightly_quoted(mapped: MappedText) -> MappedText:
    """The text with no space between what is quoted in it and its quotes."""
    cuts = [cut for pair in _pairs(mapped.text) for cut in _spaces(mapped.text, *pair)]
    return mapped.without(cuts)


def _pairs(text: str) -> Iterator[tuple[int, int]]:
    """Where quotes open and close again."""
    marks = [match.start() for match in _MARK.finditer(text)]
    sides = [_side(text, mark) for mark in marks]
    opened: int | None = None
    for i, (mark, side) in enumerate(zip(marks, sides, strict=True)):
        if opened is None or side == _OPENS or _opens_again(sides, i):
            opened = None if side == _CLOSES else mark
        else:
            yield opened, mark
            opened = None


def _opens_again(sides: Sequence[str], i: int) -> bool:
    """Whether a quote that may be either has its own closing one behind it: the one before was never closed."""
    return sides[i] == _EITHER and sides[i + 1 : i + 2] == [_CLOSES]


def _side(text: str, mark: int) -> str:
    """What the characters beside a quote make of it."""
    before, behind = text[mark - 1 : mark] or " ", text[mark + 1 : mark + 2] or " "
    if before in _BEFORE_OPENING or behind in _BEHIND_CLOSING:
        return _OPENS if before in _BEFORE_OPENING else _CLOSES
    if (before in _PARTING) == (behind in _PARTING):
        return _EITHER
    return _OPENS if before in _PARTING else _CLOSES


def _spaces(text: str, opening: int, closing: int) -> Iterator[tuple[int, int]]:
    """The spaces inside a pair of quotes around a name, which begins with a capital or a digit."""
    inner = text[opening + 1 : closing]
    name = inner.strip(" ")
    if len(inner) > _INNER_CHARS or not (name[:1].isupper() or name[:1].isdigit()):
        return
    if inner[0] == " ":
        yield opening + 1, opening + 1 + len(inner) - len(inner.lstrip(" "))
    if inner[-1] == " ":
        yield closing - len(inner) + len(inner.rstrip(" ")), closing
