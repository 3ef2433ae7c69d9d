"""Lines in which a page tells of the article: its day, author, views and buttons, one beside another.

Notes for a newcomer: such a line is read part by part with the rows of
models/lexicons/dateline_parts.jsonl; a word that is no such part makes it a line of text.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from pipeline.datelines import DAY, day_in, page_day
from pipeline.lexicons import rules

_ATOMS = {
    "DAY": DAY,
    "WEEKDAY": "(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?",
    "NAME": r"(?-i:[A-ZА-ЯӘІҢҒҮҰҚӨҺ][\w.'-]*(?: (?:[A-ZА-ЯӘІҢҒҮҰҚӨҺ][\w.'-]*|uly|kyzy|de|von|al)){0,3})(?!\w)",
}
# Parts of a line stand apart by a bar, a dot or a wide gap; a comma, a dash or a space between
# known ones is enough.
_BAR = re.compile(r"\s*[|·•]\s*|\s*;\s*|\s{2,}|\s+[/–—-]\s+")
_BARS = re.compile(r"[|·•]|\s{2}|\s/\s")
_GAP = re.compile(r"[.,]?\s+")
_APART = ("name", "section", "number")
_COUNTS = ("views", "share")
_BESIDE_COUNTS = (*_COUNTS, "byline", "credit", "tags")
LONE_DAY = "lone-day"
LABELLED_DAY = "labelled-day"
_MAX_CHARS = 200


@cache
def _parts() -> Mapping[str, re.Pattern[str]]:
    found = {}
    for row in rules("dateline_parts"):
        pattern = row["pattern"]
        for name, atom in _ATOMS.items():
            pattern = pattern.replace(f"{{{name}}}", atom)
        found[row["kind"]] = re.compile(pattern, re.IGNORECASE)
    return found


def page_line(text: str) -> str | None:
    """What a line about the article is, if it is one.

    "labelled-day": a day that the line calls the page's ("Published: …"); "dateline": a day with author, views
    or buttons; "lone-day": a day and nothing that says it is the page's; "page-counts": views and buttons.
    """
    if len(text) > _MAX_CHARS:
        return None
    kinds = _read(text)
    if kinds is None:
        return None
    if "date" in kinds:
        if page_day(text) is None and day_in(text) is not None:
            return None
        if "label" in kinds:
            return LABELLED_DAY
        told = set(kinds) - {"date", "section", "place"}
        if not _BARS.search(text) and told <= {"name"} and {"name", "section"} & set(kinds):
            # "16 December 2011 – Zhanaozen" heads a part of a chronicle as well.
            return None
        return "dateline" if told else LONE_DAY
    counted = any(kind in _COUNTS for kind in kinds)
    known = all(kind in _BESIDE_COUNTS for kind in kinds)
    return "page-counts" if counted and known and len(kinds) > 1 else None


def _read(text: str) -> list[str] | None:
    """The kinds of a line's parts in order; null where a part is none."""
    kinds: list[str] = []
    position, barred = 0, True
    while position < len(text):
        found = next(_at(text, position, barred, kinds), None)
        if found is None:
            return None
        kind, position = found
        kinds.append(kind)
        gap = _BAR.match(text, position)
        barred = gap is not None
        gap = gap or _GAP.match(text, position)
        if gap:
            position = gap.end()
        elif kind != "label" and position < len(text) and text[position:] != ".":
            return None
    return kinds


def _at(text: str, position: int, barred: bool, before: list[str]) -> Iterator[tuple[str, int]]:
    for kind, pattern in _parts().items():
        match = pattern.match(text, position)
        if match is None or match.end() == position:
            continue
        if kind in _APART:
            led = barred or (kind == "number" and before[-1:] == ["date"])
            closed = match.end() == len(text) or _BAR.match(text, match.end())
            if not (led and closed):
                continue
        yield kind, match.end()
