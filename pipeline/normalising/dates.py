"""Calendar text to EDTF: what the rule rows of models/lexicons/date_rules.jsonl find in a text.

Notes for a newcomer: a row's pattern (date_patterns.py) says how a date is written, its builder
(date_builders.py) what it means. Groups are `part`, `approx`, `doubt`, `year1`, `month`, `day1`, `ord1` (a
century) and so on; a group that has a second spelling ends in b or c.
"""

import re
from bisect import bisect
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.anchors import Stretch, lowered, windows
from pipeline.normalising.date_builders import DateValue, Groups
from pipeline.normalising.date_patterns import REACH, Rule, date_rules, month_words

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
    lower = lowered(text)
    runs = [match.span() for match in _DIGITS.finditer(lower)]
    found = [
        (rule.number, DateMatch(_start(match, value), match.end(), rule.id, value))
        for need, rules in date_rules().items()
        for rule, match in _matches(text, lower, need.spots(lower, runs), rules)
        if (value := rule.build(_groups(match))) is not None
    ]
    return tuple(_longest(found))


def _start(match: re.Match[str], value: DateValue) -> int:
    """Where a date begins: "the 1999 census" holds a bare year, "the 1930-33 famine" two."""
    years = re.fullmatch(r"\d{4}~?(?:/\d{4}~?)?", value.edtf or "") is not None
    bare = years and value.part is None and match[0][4:5].isdigit()
    return match.start() + 4 * (bare and match[0][:4].lower() == "the ")


def _matches(
    text: str, lower: str, spots: Iterable[Stretch], rules: Sequence[Rule]
) -> Iterator[tuple[Rule, re.Match[str]]]:
    """The matches of rules that need the same thing, in the windows around it."""
    headed = any(rule.heads for rule in rules)
    for start, end in windows(spots, len(text), REACH):
        heads = _heads(lower, start, end) if headed else {}
        for rule in rules:
            if _may_match(rule, text, (start, end), heads):
                for match in rule.pattern.finditer(text, start, end):
                    yield rule, match


def _may_match(
    rule: Rule, text: str, window: tuple[int, int], heads: Mapping[str, Sequence[int]]
) -> bool:
    """Whether a window may hold a match of a rule: a quick look for what follows its optional opening."""
    if rule.heads is None:
        return not rule.opened or rule.core.search(text, *window) is not None
    match, end = rule.core.match, window[1]
    for start in heads[rule.heads]:  # noqa: SIM110 - tried for every rule and window
        if match(text, start, end):
            return True
    return False


_DIGITS = re.compile(r"\d+")


def _heads(lower: str, start: int, end: int) -> dict[str, list[int]]:
    """Where a window has numbers and months, which most rules begin with."""
    days = [match.start() for match in _DIGITS.finditer(lower, start, end)]
    months = [match.start() for match in month_words().finditer(lower, start, end)]
    return {"day": days, "month": months, "either": [*days, *months]}


def _longest(found: list[tuple[int, DateMatch]]) -> list[DateMatch]:
    """Of matches that overlap the longest, of equal ones that of the earlier row; in text order."""
    taken: list[DateMatch] = []
    for _, match in sorted(found, key=lambda pair: (pair[1].start - pair[1].end, pair[0])):
        place = bisect(taken, match.start, key=lambda other: other.start)
        after_last = not place or taken[place - 1].end <= match.start
        if after_last and (place == len(taken) or match.end <= taken[place].start):
            taken.insert(place, match)
    return taken


def _groups(match: re.Match[str]) -> Groups:
    """Groups by plain name: `year1b` fills `year1` where that is empty."""
    groups: dict[str, str | None] = {}
    for name, text in match.groupdict().items():
        plain = name[:-1] if name[-1] in "bc" and name not in ("bc", "decadec") else name
        plain = "decade" if name == "decadec" else plain
        groups[plain] = groups.get(plain) or text
    return groups
