"""Stretches of a text that are rows of a table, one line a row or one line a cell, with the lines above them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile
from statistics import mode

from pipeline.normalising.context import person_nouns
from pipeline.table_rows import Entry, Row, Stretch, label_at, lone_number, row_of

YEAR = re.compile(r"1\d{3}|20\d\d")
_FEWEST_ROWS = 2
_LONGEST_HEAD = 160
# As many lines above the rows as a head of one line a column may take.
_HEAD_LINES = 8


@dataclass(frozen=True, slots=True)
class Block:
    """Rows with offsets into the text; `readings` are two where spaces may part cells or thousands.

    `head` are the lines above, the nearest last; `stacked` where each cell is a line of its own.
    """

    head: tuple[Stretch, ...]
    readings: tuple[tuple[Row, ...], ...]
    stacked: bool


def blocks(text: str) -> Iterator[Block]:
    """Every run of two rows or more, in the order of the text."""
    lines = [match.span() for match in re.finditer(r"[^\n]+", text)]
    i, free = 0, 0
    while i < len(lines):
        block, end = _block(text, lines, i, free)
        if block is not None:
            yield block
            free = end
        i = max(end, i + 1)


def _block(text: str, lines: Sequence[Stretch], i: int, free: int) -> tuple[Block | None, int]:
    """The block that begins at a line and the line behind it; its head begins no earlier than `free`."""
    for stacked, read in ((False, _whole_lines), (True, _stacked_lines)):
        rows, end = read(text, lines, i)
        if len(rows) < _FEWEST_ROWS:
            continue
        head = _head(text, lines[max(free, i - _HEAD_LINES) : i])
        if _is_head(text, rows[0][0]) and not _are_years(text, rows[1][0]):
            years = rows.pop(0)[0]
            head = (*head, (years.label[0], text.rindex("\n", 0, rows[0][0].label[0])))
        if len(rows) < _FEWEST_ROWS:
            continue
        readings = tuple(dict.fromkeys((tuple(r[0] for r in rows), tuple(r[1] for r in rows))))
        return Block(head, readings, stacked), end
    return None, i


def _head(text: str, above: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """The lines right above that may head a table: short, and no sentences."""
    near = list(takewhile(lambda line: _may_head(text[slice(*line)]), reversed(above)))
    if not near and above and (announced := _ANNOUNCED.search(text, *above[-1])):
        return (announced.span(1),)
    return tuple(reversed(near))


# The sentence at a paragraph's end that a table follows: "They are settled as follows (2009, persons):"
_ANNOUNCED = re.compile(r"[.!?] +([A-Z][^.!?]{0,158}:)$")


def _may_head(line: str) -> bool:
    closed = line.endswith((".", "!", "?", ";")) and not _UNIT_AT_END.search(line)
    return len(line) <= _LONGEST_HEAD and (
        not closed or _CLOSED_CAPTION.fullmatch(line) is not None
    )


# "Table 2. Koreans of Kazakhstan.", "The number of Turks by regions, 2009."; a line has no more words.
_CLOSED_CAPTION = re.compile(
    r"(?:table(?: \d{1,3}\b)?[.:]? )?(?:the )?(?:(?:total|national|ethnic|social|age|urban|rural) ){0,6}"
    r"(?:number|population|shares?|composition|structure|dynamics|distribution)"
    r"(?: (?!(?:is|are|was|were|has|had|have|grew|rose|fell|changed|increased|decreased|reached)\b)[^\s.!?]+){0,79}\.",
    re.IGNORECASE,
)
# "…, thous.", "It is seen in the table (both sexes, persons)."
_UNIT_AT_END = re.compile(r"\b(?:thous|mln|pers)\.$|\([^()]{3,60}\)\.$")


def _is_head(text: str, row: Row) -> bool:
    """Whether a row is the years over the others: "Nationality 1926 1939"."""
    noun = person_nouns().get(text[slice(*row.label)].lower())
    return _are_years(text, row) and not (noun and noun.ethnic)


def _are_years(text: str, row: Row) -> bool:
    """Whether the numbers of a row are years that rise."""
    years = [text[entry.start : entry.end] for entry in row.numbers]
    return all(map(YEAR.fullmatch, years)) and all(a < b for a, b in pairwise(years))


_Readings = tuple[Row, Row]


def _whole_lines(text: str, lines: Sequence[Stretch], i: int) -> tuple[list[_Readings], int]:
    rows: list[_Readings] = []
    while i < len(lines):
        start, end = lines[i]
        line = text[start:end].strip()
        spaced, plain = row_of(line), row_of(line, spaced=False)
        if spaced is None or plain is None:
            break
        start = text.index(line, start)
        rows.append((_moved(spaced, start), _moved(plain, start)))
        i += 1
    return rows, i


def _stacked_lines(text: str, lines: Sequence[Stretch], i: int) -> tuple[list[_Readings], int]:
    rows: list[_Readings] = []
    while i < len(lines):
        start, end = lines[i]
        label, numbers = label_at(text[start:end]), list(_numbers_below(text, lines, i + 1))
        if YEAR.fullmatch(text, start, end):
            # The next year heads the next row.
            numbers = list(takewhile(lambda n: not YEAR.fullmatch(text, n.start, n.end), numbers))
        elif label is None or label.end() != end - start:
            break
        if not numbers:
            break
        row = Row((start, end), tuple(numbers))
        rows.append((row, row))
        i += 1 + len(numbers)
    return rows, i


def _numbers_below(text: str, lines: Sequence[Stretch], i: int) -> Iterator[Entry]:
    for start, end in lines[i:]:
        entry = lone_number(text[start:end])
        if entry is None:
            return
        yield _shifted(entry, start)


def _moved(row: Row, by: int) -> Row:
    entries = tuple(entry and _shifted(entry, by) for entry in row.entries)
    first, *beside = [(low + by, high + by) for low, high in (row.label, *row.beside)]
    return Row(first, entries, tuple(beside))


def _shifted(entry: Entry, by: int) -> Entry:
    return replace(entry, start=entry.start + by, end=entry.end + by)


def fitting(rows: Sequence[Row], width: int) -> tuple[Row, ...]:
    """The rows that have `width` cells, each padded with null where a dash stands for a number."""
    found = []
    for row in rows:
        # A dash right behind the label parts it from the cells.
        behind = row.entries[row.entries[0] is None :]
        for entries in (row.numbers, row.entries, behind):
            if len(entries) == width:
                found.append(replace(row, entries=entries))
                break
    return tuple(found)


def widths(rows: Sequence[Row]) -> list[int]:
    """The numbers of cells that the rows of a table may have."""
    return sorted({len(e) for row in rows for e in (row.numbers, row.entries)}, reverse=True)


def label_cells(rows: Sequence[Row]) -> int:
    """The number of cells of words that most rows begin with."""
    return mode(1 + len(row.beside) for row in rows)
