"""Which lines of a page are furniture: rows of models/lexicons/furniture.jsonl, datelines and four blocks.

Notes for a newcomer: a row says what one line looks like; lines of the page about the article are
read by page_lines.py. The blocks need more than a line: the epigraph (a maxim and its author before
the title), "Today in history" (history_blocks.py), the titles under "Read also", what closing_blocks.py finds below the
text, and the title, of which only the first standing copy is kept.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from typing import Any

from pipeline.cleaning.closing_blocks import closing_blocks
from pipeline.cleaning.history_blocks import HISTORY_ENTRY, history_blocks
from pipeline.cleaning.lines import TERMINAL, Line
from pipeline.cleaning.page_lines import LABELLED_DAY, LONE_DAY, page_line
from pipeline.datelines import DAY, day_in, page_day
from pipeline.lexicons import rules
from pipeline.table_rows import row_of

MAX_TITLE_CHARS = 180
# Lines in which a page's title is said.
_TOP = 12

_LINKS_HEAD = re.compile(r"[\w ]+\s*:?(?:\.\.\.)?")
_AUTHOR = re.compile(r"[–—-]?\s*\(?[A-Z][\w.'-]*(?: (?:[A-Z][\w.'-]*|al-\w+|ibn|von|de)){0,4}\)?")
_MAXIM_WITH_AUTHOR = re.compile(
    r"[\"'].{10,300}[\"'.!?]\s*[–—-]\s*[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){0,3}"
)
_SITE = "history.kz"
_SITE_SUFFIX = re.compile(r"\s+[-–—|]\s*(?:www\.)?e-?history\.kz/?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sorted:
    """The lines to keep, the one among them that is the title, and the furniture by rule id.

    `site_title` is the title where but a line with the site's name says it.
    """

    kept: tuple[Line, ...]
    title: Line | None
    dropped: tuple[tuple[str, Line], ...]
    site_title: str | None = None


def sort_lines(lines: Sequence[Line], known_title: str | None = None) -> Sorted:
    """Part content from furniture; `known_title` is the metadata's title, if any."""
    confirmed = _confirmed_titles(lines, known_title)
    dropped: dict[int, str] = _matched(lines, confirmed)
    numbers = _table_cells(lines, dropped) | _wrapped_numbers(lines, dropped)
    for cell in numbers | _table_rows(lines, dropped):
        del dropped[cell]
    dropped |= _links_block(lines, dropped)
    dropped |= closing_blocks([line.text for line in lines], dropped)
    titles = frozenset(i for i, line in enumerate(lines) if _key(line.text) in confirmed)
    dropped |= history_blocks(lines, dropped, titles)
    dropped |= _epigraph(lines, dropped, confirmed)
    dropped |= _other_events(lines, dropped, confirmed)
    title = _title_index(lines, dropped, confirmed)
    dropped |= _title_copies(lines, dropped, title)
    site = None if title is not None else _site_title(lines, dropped)
    return Sorted(
        kept=tuple(line for i, line in enumerate(lines) if i not in dropped),
        title=None if title is None else lines[title],
        dropped=tuple((rule, lines[i]) for i, rule in sorted(dropped.items())),
        site_title=site,
    )


_DATELINES = ("dateline", LABELLED_DAY, LONE_DAY)


def published_on(dropped: Sequence[tuple[str, Line]]) -> str | None:
    """The EDTF day of the first dateline of the furniture, if it is a calendar day."""
    lines = (line.text for rule, line in dropped if rule in _DATELINES)
    return next((day for text in lines if (day := day_in(text)) is not None), None)


# "ALMATY, 28 October 2022 - The rink Medeu …": a town in capitals and a day that open the text.
_AGENCY = re.compile(
    rf"(?-i:[A-Z][A-Z .'-]+)[,.] ?(?P<day>{DAY})[.,]?(?: ?[/(]?\w+(?: \w+){{0,2}}[/).]?)? ?[-–—/] ?",
    re.IGNORECASE,
)


def opening_day(kept: Sequence[Line]) -> str | None:
    """The EDTF day that a news agency's line opens the text with."""
    opened = (match for line in kept[:_TOP] if (match := _AGENCY.match(line.text)))
    return next((page_day(match["day"]) for match in opened), None)


@cache
def _rows() -> tuple[tuple[Mapping[str, Any], re.Pattern[str]], ...]:
    return tuple((row, re.compile(row["pattern"], re.IGNORECASE)) for row in rules("furniture"))


def line_rule(text: str, *, edge: bool) -> str | None:
    """The id of what the whole line is by itself, if furniture; `edge` lines stand around the body."""
    told = page_line(text)
    if told is not None and (edge or told != LONE_DAY):
        return told
    if len(text) > MAX_TITLE_CHARS * 2:
        return None
    for row, pattern in _rows():
        if (edge or row["zone"] == "any") and pattern.fullmatch(text):
            return str(row["id"])
    return None


def _matched(lines: Sequence[Line], confirmed: frozenset[str]) -> dict[int, str]:
    first, last = _body_edges(lines, confirmed)
    lone = [i for i, line in enumerate(lines) if page_line(line.text) == LONE_DAY]
    # One day of the portal's years among the first lines is no part of a chronicle.
    top = lone if len(lone) == 1 and lone[0] < _TOP else ()
    return {
        i: rule
        for i, line in enumerate(lines)
        if (rule := line_rule(line.text, edge=not first <= i <= last or i in top))
    }


def _body_edges(lines: Sequence[Line], confirmed: frozenset[str]) -> tuple[int, int]:
    """The first and the last line that reads as the article's text."""
    # An epigraph reads as body too, but what stands above the title line is none.
    titles = [i for i, line in enumerate(lines[:_TOP]) if _key(line.text) in confirmed]
    top = titles[-1] if titles else 0
    body = [i for i, line in enumerate(lines) if line.is_body and i >= top]
    return (body[0], body[-1]) if body else (len(lines), -1)


_LABEL_WORDS = 4
_FEWEST_ROWS = 2
# Years that rise from line to line are headings of what stands below them.
_YEAR = re.compile(r"1\d{3}|20\d\d")
_FEWEST_HEADINGS = 3


def _table_cells(lines: Sequence[Line], dropped: Mapping[int, str]) -> frozenset[int]:
    """Lone numbers that are no view counts but cells: two labels or more have numbers on the lines below.

    The first line left is the title, and a number below it the page's.
    """
    rows: list[list[int]] = []
    title = next((i for i in range(len(lines)) if i not in dropped), -1)
    for i, line in enumerate(lines[title + 1 :], title + 1):
        if dropped.get(i) == "bare-number":
            if rows and rows[-1][-1] == i - 1:
                rows[-1].append(i)
        elif i not in dropped and _is_label(line):
            rows.append([i])
    cells = [row[1:] for row in rows if len(row) > 1]
    years = [i for i in dropped if dropped[i] == "bare-number" and _YEAR.fullmatch(lines[i].text)]
    if len(years) >= _FEWEST_HEADINGS and years == sorted(years, key=lambda i: lines[i].text):
        cells.append(years)
    if len(cells) < _FEWEST_ROWS and not (cells and cells[-1] is years):
        return frozenset()
    return frozenset(i for row in cells for i in row)


def _wrapped_numbers(lines: Sequence[Line], dropped: Mapping[int, str]) -> frozenset[int]:
    """Numbers that a hard-wrapped sentence has on a line of their own: small letters go on right below them."""
    return frozenset(
        i
        for i, rule in dropped.items()
        if rule == "bare-number"
        and 0 < i < len(lines) - 1
        and not (lines[i].blank_before or lines[i + 1].blank_before)
        and lines[i + 1].text[0].islower()
        and not lines[i - 1].text.endswith(TERMINAL)
    )


# The rules that a row or the head of a table may look like.
_ROW_LIKE = ("breadcrumb", "bare-number", "dateline")
# What parts the cells of a row that does not look like a sentence.
_CELLS = re.compile(r"\|| / ")


def _table_rows(lines: Sequence[Line], dropped: Mapping[int, str]) -> frozenset[int]:
    """Lines with bars or slashes, or of numbers behind a year, that are rows of a table or head one."""
    # "Views: 1204" is no row, nor does it make one of the line beside it.
    open_lines = (i for i in range(len(lines)) if dropped.get(i) in (None, *_ROW_LIKE))
    rows = {i for i in open_lines if row_of(lines[i].text) is not None}
    table = {i for i in rows if i + 1 in rows or i - 1 in rows}
    first = (i for i in table - {i + 1 for i in rows} if _CELLS.search(lines[i].text))
    heads = {i - 1 - (dropped.get(i - 1) == "drawn-line") for i in first}
    return frozenset(i for i in table | heads if dropped.get(i) in _ROW_LIKE)


def _is_label(line: Line) -> bool:
    short = len(line.text.split()) <= _LABEL_WORDS and not line.text.endswith(TERMINAL)
    return short and line.text[0].isalpha()


def _key(text: str) -> str:
    plain = _SITE_SUFFIX.sub("", text) if _SITE in text.lower() else text
    return " ".join(plain.casefold().strip("\"'.").split())


def _confirmed_titles(lines: Sequence[Line], known_title: str | None) -> frozenset[str]:
    """Titles that the page itself confirms: with the site's suffix, in metadata, or said twice, no sentences."""
    sites = (line.text for line in lines if _SITE in line.text.lower())
    suffixed = {_key(text) for text in sites if _SITE_SUFFIX.search(text)}
    short = Counter(
        _key(line.text)
        for line in lines[:_TOP]
        if not (line.is_body or line.text.endswith(".")) and len(line.text.split()) > 1
    )
    repeated = {key for key, count in short.items() if count > 1 and len(key) <= MAX_TITLE_CHARS}
    return frozenset(suffixed | repeated | ({_key(known_title)} if known_title else set()))


def _links_block(lines: Sequence[Line], dropped: Mapping[int, str]) -> dict[int, str]:
    """The titles under a "Read also:" that follows the text, or that stand right under one within it."""
    found: dict[int, str] = {}
    for head in (i for i, rule in dropped.items() if rule == "see-also"):
        if not _LINKS_HEAD.fullmatch(lines[head].text):
            continue
        below = range(head + 1, len(lines))
        end = next((i for i in below if lines[i].is_body and lines[i].text[-1] == "."), None)
        if end is not None:
            end = next((i for i in below if lines[i].blank_before), head)
        titles = range(head + 1, end or len(lines))
        if not any(lines[i].text.endswith(".") for i in titles):
            found |= {i: "see-also" for i in titles if i not in dropped}
    return found


# The maxims above every page of the portal and who they are by: one may go without, what stands below it is the title.
_PORTAL_MAXIM = re.compile(
    r"\"?(?:if a nation does not know its history|we need to look into the past in order to understand)\b.*",
    re.IGNORECASE,
)
_PORTAL_AUTHOR = re.compile(
    r"[–—-]? ?(?:(?:N\. ?(?:A\. ?)?|Nursultan )Nazarbaye?v|M(?:[iy]rzhakyp|\.) ?Dulat(?:uly|ov))\.?"
)


def _epigraph(
    lines: Sequence[Line], dropped: Mapping[int, str], confirmed: frozenset[str]
) -> dict[int, str]:
    top = [i for i in range(len(lines)) if i not in dropped][:3]
    if len(top) < 2 or _key(lines[top[0]].text) in confirmed:
        return {}
    maxim, author = lines[top[0]], lines[top[1]]
    if _PORTAL_MAXIM.match(maxim.text):
        by = _PORTAL_AUTHOR.fullmatch(author.text)
        return dict.fromkeys(top[: 2 if by else 1], "epigraph")
    if _MAXIM_WITH_AUTHOR.fullmatch(maxim.text):
        return {top[0]: "epigraph"}
    plain_maxim = maxim.is_body and len(maxim.text) <= 300 and not re.search(r"\d", maxim.text)
    named = _AUTHOR.fullmatch(author.text) and _key(author.text) not in confirmed
    return (
        {top[0]: "epigraph", top[1]: "epigraph"} if plain_maxim and named and len(top) > 2 else {}
    )


_CALENDAR_ENTRY = re.compile(
    rf"(?:today is )?(?:the )?birthday of\b|{HISTORY_ENTRY.pattern}", re.IGNORECASE
)


def _other_events(
    lines: Sequence[Line], dropped: Mapping[int, str], confirmed: frozenset[str]
) -> dict[int, str]:
    """Events of the same day that a calendar's page tells right under its epigraph, above its own."""
    if not any(_PORTAL_MAXIM.match(lines[i].text) for i in dropped):
        return {}
    left = [i for i in range(len(lines)) if i not in dropped]
    above = list(takewhile(lambda i: not lines[i].is_body, left))
    title = next((n for n, i in enumerate(above) if _key(lines[i].text) in confirmed), -1)
    events = above[:title] if above else []
    if len(above) == len(left) or not all(_CALENDAR_ENTRY.match(lines[i].text) for i in events):
        return {}
    return dict.fromkeys(events, "today-in-history")


def _site_title(lines: Sequence[Line], dropped: Mapping[int, str]) -> str | None:
    """The title of the first line that says it with the site's name."""
    sites = (lines[i].text for i in sorted(dropped) if dropped[i] == "site-title")
    return next((_SITE_SUFFIX.sub("", text) for text in sites), None)


def _title_index(
    lines: Sequence[Line], dropped: Mapping[int, str], confirmed: frozenset[str]
) -> int | None:
    left = [i for i in range(len(lines)) if i not in dropped]
    for i in left:
        if _key(lines[i].text) in confirmed:
            return i
    if _site_title(lines, dropped) is not None:
        return None
    first = left[0] if len(left) > 1 else None
    if first is None or len(lines[first].text) > MAX_TITLE_CHARS:
        return None
    return None if lines[first].text.endswith((".", ",", ";", ":")) else first


def _title_copies(
    lines: Sequence[Line], dropped: Mapping[int, str], title: int | None
) -> dict[int, str]:
    if title is None:
        return {}
    key = _key(lines[title].text)
    copies = (i for i in range(title + 1, len(lines)) if i not in dropped)
    return {i: "repeated-title" for i in copies if _key(lines[i].text) == key}
