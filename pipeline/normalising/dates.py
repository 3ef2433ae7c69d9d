"""Calendar text to EDTF: what the rule rows of models/lexicons/date_rules.jsonl find in a text.

Notes for a newcomer: a row's pattern (date_patterns.py) says how a date is written, its builder
(date_builders.py) what it means. Groups are `part`, `approx`, `doubt`, `year1`, `month`, `day1`, `ord1` (a
century) and so on; a group that has a second spelling ends in b or c.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.normalising.date_builders import DateValue, Groups
from pipeline.normalising.date_patterns import REACH, date_rules, trigger

__all__ = ["DateMatch", "DateValue", "find_dates"]


@dataclass(frozen=True, slots=True)
class DateMatch:
    """A date expression at `start:end`; `rule` is the id of its row."""

    start: int
    end: int
    rule: str
    value: DateValue


def find_dates(text: str) -> tuple[DateMatch, ...]:
    """Every absolute date expression, the longest where they overlap, left to right."""
    found = [
        DateMatch(match.start(), match.end(), rule.id, value)
        for start, end in _windows(text)
        for rule in date_rules()
        if rule.needs.search(text, start, end)
        for match in rule.pattern.finditer(text, start, end)
        if (value := rule.build(_groups(match))) is not None
    ]
    return tuple(_longest(found))


def _windows(text: str) -> Iterator[tuple[int, int]]:
    """The stretches that a date may stand in: around digits and words of the calendar."""
    start = end = 0
    for match in trigger().finditer(text):
        if match.start() - REACH > end:
            if end:
                yield start, end
            start = match.start() - REACH
        end = min(len(text), match.end() + REACH)
    if end:
        yield max(start, 0), end


def _longest(found: list[DateMatch]) -> Iterator[DateMatch]:
    taken: list[DateMatch] = []
    for match in sorted(found, key=lambda m: m.start - m.end):
        if all(match.end <= other.start or match.start >= other.end for other in taken):
            taken.append(match)
    yield from sorted(taken, key=lambda m: m.start)


def _groups(match: re.Match[str]) -> Groups:
    """Groups by plain name: `year1b` fills `year1` where that is empty."""
    groups: dict[str, str | None] = {}
    for name, text in match.groupdict().items():
        plain = name[:-1] if name[-1] in "bc" and name not in ("bc", "decadec") else name
        plain = "decade" if name == "decadec" else plain
        groups[plain] = groups.get(plain) or text
    return groups
