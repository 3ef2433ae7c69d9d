"""The block "Today in history" of a page: its head, the events of the day and the mark that closes it.

Notes for a newcomer: above the text a block may lack its head or its mark, below it both; the mark may as well
stand above the head there. What the block holds is known by the day or year that begins each event.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from pipeline.cleaning.lines import Line
from pipeline.datelines import DAY_OF_MONTH

_RULE = "today-in-history"
# Lines in which the block above a text stands.
_TOP = 12
# The block names no more of them.
_MOST_EVENTS = 6
# A longer line of prose is a paragraph of the text, no title or maxim.
_LONGEST_ABOVE = 180

_HEAD = re.compile(
    rf"(?:(?:today|this day|the day) in (?:the )?history|on this day)(?:(?:,| [-–—]|:)? \(?(?:{DAY_OF_MONTH})\)?)?"
    r"\s*[:.]?",
    re.IGNORECASE,
)
_MARK = re.compile(r"[-–—]\s*=\s*[-–—]")
HISTORY_ENTRY = re.compile(
    rf"(?:in |on )?(?:(?:{DAY_OF_MONTH})(?:,? (?:in )?\d{{3,4}})?|\d{{3,4}}(?:,? (?:{DAY_OF_MONTH}))?)(?: years?)?"
    r"(?P<apart> ?(?:[–—-](?!\d)|:)|\. (?=[A-Z]))?(?(apart)|(?: \w|$))|\d+ years ago ",
    re.IGNORECASE,
)


def history_blocks(
    lines: Sequence[Line], dropped: Mapping[int, str], titles: frozenset[int]
) -> dict[int, str]:
    """The lines of every block by number, each with the rule it is furniture by; `titles` are lines of the title."""
    heads = [i for i, line in enumerate(lines) if _HEAD.fullmatch(line.text)]
    stretches = [*(_headed(lines, head, titles) for head in heads), *_headless(lines, heads)]
    return {i: _RULE for stretch in stretches for i in stretch if i not in dropped}


def _headed(lines: Sequence[Line], head: int, titles: frozenset[int]) -> range:
    """A block with its head: up to its mark, if no paragraph of the text is between, else as far as events go."""
    start = head - (head > 0 and _is_mark(lines[head - 1]))
    for i in range(head + 1, len(lines)):
        if _is_mark(lines[i]):
            return range(start, i + 1)
        if _is_paragraph(lines[i]) and not _is_entry(lines[i], below=True):
            break
    return range(start, _open_end(lines, head, titles))


def _headless(lines: Sequence[Line], heads: Sequence[int]) -> Iterator[range]:
    """A block without its head: above its mark at the top of a page, or a few events below one that ends the text."""
    marks = [i for i, line in enumerate(lines) if _is_mark(line)]
    if not marks:
        return
    first, last = marks[0], marks[-1]
    if not heads and first < _TOP and not any(map(_is_paragraph, lines[:first])):
        yield range(first + 1)
    events = [_is_entry(line, below=False) for line in lines[last + 1 :]]
    if all(events) and len(events) <= _MOST_EVENTS and any(map(_is_paragraph, lines[:last])):
        yield range(last, len(lines))


def _open_end(lines: Sequence[Line], head: int, titles: frozenset[int]) -> int:
    """Where a block that lacks its closing mark ends: at the title, or behind its events."""
    # Behind a paragraph of the text the block stands below it.
    if any(map(_is_paragraph, lines[:head])):
        return max(head + 1, _entries_end(lines, head, below=True))
    for i in range(head + 1, len(lines)):
        if i in titles:
            return i
        if lines[i].is_body:
            return max(head + 1, i - 1, _entries_end(lines, head))
    return max(head + 1, _entries_end(lines, head))


def _is_mark(line: Line) -> bool:
    return _MARK.fullmatch(line.text) is not None


def _is_paragraph(line: Line) -> bool:
    return line.is_body and len(line.text) > _LONGEST_ABOVE


def _entries_end(lines: Sequence[Line], head: int, *, below: bool = False) -> int:
    """Where the events right under the block's head end: each told by its day or year; `below` the text."""
    end = head + 1
    while end < len(lines) and _is_entry(lines[end], below=below):
        end += 1
    return end


def _is_entry(line: Line, *, below: bool) -> bool:
    """Whether a line tells an event of a day; above the text a whole sentence needs a mark behind the day."""
    entry = HISTORY_ENTRY.match(line.text)
    if entry is None or not line.is_body:
        return entry is not None
    return not line.blank_before and (below or entry["apart"] is not None)
