"""Lines that are rows of a flattened table: a label, then nothing but the numbers of its cells."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

Stretch = tuple[int, int]

_LABEL_WORDS = 6
_DASH = r"[-–—]"
_INITIAL = r"(?<=\b[A-Z])\.(?= ?[A-Z])"
# A label ends before a lone dash, a bar, a colon, a semicolon, a slash before a number, or a digit; a full stop makes
# it prose or a source.
_LABEL = re.compile(
    rf"(?:\d{{1,4}}(?:st|nd|rd|th) )?[^\W\d_]"
    rf"(?:(?!\s{_DASH}+(?:\s|$)|\s?[|;:]| / ?(?:\d|{_DASH})|\(\d)(?:[^\d|;:.!?…]|{_INITIAL}))*"
)
# A year or a span of years; a day before a bar alone: behind a dash it is prose or a chronicle.
_YEAR = re.compile(
    r"(?:1\d{3}|20\d\d)(?:[-–—/](?:1\d{3}|20\d\d|\d\d))?(?= *[|;:]| +[-–—/] |,? +\d)"
    r"|(?:\d\d?\.\d\d\.|\d\d? [A-Z][a-z]+ |[A-Z][a-z]+ \d\d?, )(?:1\d{3}|20\d\d)(?= *[|;])"
)
_LEAD = re.compile(r"(?:\| *)?(?:\d{1,3}(?:[.)] +| ?[|;] ?(?=\d{1,4}[a-z]|[^\W\d])))?")
# What parts the label from further cells of words: "1710 | Karakum | 12,000".
_WORDS_BESIDE = re.compile(r" ?[|;] ?(?=[^\W\d_])")
_NOTE = r"(?:\*{1,3}|\(\*\))?"


def _cell_pattern(number: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?P<minus>(?<=[|;] ){_DASH})?(?P<number>\+?(?:{number})(?![\w.,]*\w))(?P<sign> ?%)?{_NOTE}"
        rf"|\((?P<inner>{number})(?P<inner_sign> ?%)?\)"
        rf"|(?P<empty>{_DASH}{{1,3}}|…|\.{{2,3}}|n/a|no data)(?=[\s|;]|$)"
        r"|(?P<blank>(?:(?<=[|;])|(?<=[|;] )) *[|;] ?)"
        r"|(?P<gap> / | *[|;:] ?|\s+|, )"
    )


# Whether a space parts cells or the thousands of one number, only the table as a whole tells.
_SPACED = _cell_pattern(r"\d{1,3}(?: \d{3})+(?:[.,]\d+)?(?!\d)|\d+(?:[.,]\d+)*")
_PLAIN = _cell_pattern(r"\d+(?:[.,]\d+)*")


@dataclass(frozen=True, slots=True)
class Entry:
    """The number of a cell at `start:end`; `signed` where a per cent sign of its own follows, `below` zero or not."""

    start: int
    end: int
    signed: bool
    below: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A label at its stretch (of the line) and what stands behind it; null is a dash for no number."""

    label: Stretch
    entries: tuple[Entry | None, ...]
    beside: tuple[Stretch, ...] = ()
    """Further cells of words between the label and the numbers."""

    @property
    def numbers(self) -> tuple[Entry, ...]:
        """The cells that hold a number."""
        return tuple(entry for entry in self.entries if entry is not None)


def row_of(line: str, *, spaced: bool = True) -> Row | None:
    """The row that a whole line is, else null; `spaced` reads "3 628" as one number."""
    start = _lead(line)
    label = _YEAR.match(line, start) or label_at(line, start)
    if label is None:
        return None
    words = [label, *_words_beside(line, label.end())]
    entries = _entries(line, words[-1].end(), spaced=spaced)
    if not entries or not any(entries):
        return None
    first, *beside = [(m.start(), m.start() + len(m[0].rstrip(" ,(–—-"))) for m in words]
    return Row(first, entries, tuple(beside))


def _words_beside(line: str, start: int) -> Iterator[re.Match[str]]:
    while gap := _WORDS_BESIDE.match(line, start):
        label = label_at(line, gap.end())
        if label is None:
            return
        yield label
        start = label.end()


def lone_number(line: str) -> Entry | None:
    """The number that a whole line is."""
    entries = _entries(line, 0, spaced=True)
    return entries[0] if entries and len(entries) == 1 else None


def label_at(line: str, start: int = 0) -> re.Match[str] | None:
    """A label of a few words at an offset of a line."""
    match = _LABEL.match(line, start)
    return match if match and len(match[0].split()) <= _LABEL_WORDS else None


def _lead(line: str) -> int:
    match = _LEAD.match(line)
    return match.end() if match else 0


def _entries(line: str, start: int, *, spaced: bool) -> tuple[Entry | None, ...] | None:
    """The cells from an offset to the line's end; null where anything else stands there."""
    if start and line[start - 1] not in " (" and line[start : start + 1].isdigit():
        return None  # "TU-134" is a word
    found: list[Entry | None] = []
    for match in _walk(line, start, _SPACED if spaced else _PLAIN):
        if match is None:
            return None
        if match["gap"] is None:
            found.append(_entry(match))
    # The bar that closes a line that none opens has an empty cell behind it.
    return (*found, None) if line.endswith("|") and not line.startswith("|") else tuple(found)


def _walk(line: str, start: int, pattern: re.Pattern[str]) -> Iterator[re.Match[str] | None]:
    while start < len(line):
        match = pattern.match(line, start)
        yield match
        if match is None:
            return
        start = match.end()


def _entry(match: re.Match[str]) -> Entry | None:
    if match["empty"] is not None or match["blank"] is not None:
        return None
    name = "number" if match["number"] is not None else "inner"
    sign = match["sign"] if name == "number" else match["inner_sign"]
    return Entry(*match.span(name), signed=sign is not None, below=match["minus"] is not None)
