"""Cells that tabs part, as a browser's copy of a table has them, parted by bars as everywhere else."""

import re
from collections.abc import Iterator

from pipeline.offsets import MappedText

_FEWEST_LINES = 2
_LONGEST_CELL = 60
_LINE = re.compile(r"[^\r\n\u2028\u2029]*\S[^\r\n\u2028\u2029]*")
_GAP = re.compile(r"[ \xa0]*\t[ \xa0]*")
# A tab behind the mark of a list's item parts no cells.
_MARK = re.compile(r"(?:\d{1,3}|[A-Za-z])[.)]|[-–—•*·▪]")


def barred_cells(visible: MappedText) -> MappedText:
    """The text with a bar between the cells of lines beside each other that tabs part."""
    gaps = [gap for run in _runs(visible.text) for gaps in run for gap in gaps]
    if not gaps:
        return visible
    starts = [0, *(end for _, end in gaps)]
    ends = [*(start for start, _ in gaps), len(visible.text)]
    return visible.join(zip(starts, ends, strict=True), " | ")


def _runs(text: str) -> Iterator[list[list[tuple[int, int]]]]:
    """The gaps of each line of the runs of lines that have any."""
    run: list[list[tuple[int, int]]] = []
    for line in _LINE.finditer(text):
        gaps = _gaps(text, line.start(), line.end())
        if gaps:
            run.append(gaps)
            continue
        if len(run) >= _FEWEST_LINES:
            yield run
        run = []
    if len(run) >= _FEWEST_LINES:
        yield run


def _gaps(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The gaps between the short cells of a line; none where a cell is a paragraph."""
    line = text[start:end]
    low = start + len(line) - len(line.lstrip())
    high = start + len(line.rstrip())
    gaps = [match.span() for match in _GAP.finditer(text, low, high)]
    starts, ends = [low, *(e for _, e in gaps)], [*(s for s, _ in gaps), high]
    cells = [text[s:e] for s, e in zip(starts, ends, strict=True)]
    if gaps and _MARK.fullmatch(cells[0].strip()):
        gaps = gaps[1:]
    return gaps if all(len(cell) <= _LONGEST_CELL for cell in cells) else []
