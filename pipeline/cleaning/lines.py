"""The lines of a page: a stretch of its text each, and whether it reads as prose."""

from dataclasses import dataclass

_BODY_WORDS = 8
TERMINAL = (".", "!", "?", "…", '."', '!"', '?"', ":", ";")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: its stretch of the text without surrounding space."""

    start: int
    end: int
    text: str
    blank_before: bool = False

    @property
    def is_body(self) -> bool:
        """Whether the line reads as prose: a whole sentence of some length."""
        return self.text.endswith(TERMINAL) and len(self.text.split()) >= _BODY_WORDS


def split_lines(text: str) -> tuple[Line, ...]:
    """The lines of a text that are not blank."""
    found: list[Line] = []
    position, blank = 0, False
    for whole in text.split("\n"):
        stripped = whole.strip()
        if stripped:
            start = position + whole.index(stripped[0])
            found.append(Line(start, start + len(stripped), stripped, blank))
        blank = not stripped
        position += len(whole) + 1
    return tuple(found)
