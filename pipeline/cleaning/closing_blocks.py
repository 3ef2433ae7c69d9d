"""What stands below an article's text under a head of its own: its sources and its readers' comments."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from pipeline.cleaning.page_lines import page_line

_SOURCES_HEAD = re.compile(
    r"(?:\d\.? )?(?:(?:the )?list of (?:the )?(?:used )?|used |cited )?"
    r"(?:references|literature|sources|bibliography|(?:foot)?notes|links)(?: (?:used|cited))?\s*[:.]?",
    re.IGNORECASE,
)
# A place and year, a page, a volume or an address: what a source has and a sentence of the text hardly.
_SOURCE_SIGN = re.compile(
    r"[.,:;] ?(?:[A-Z][\w-]*\.?[,:;.]? ?(?:[A-Z][\w-]+, ?)?)?(?:1[789]|20)\d\d\b|\b\d{1,4} ?(?:pp?|с)\."
    r"|\b(?:pp?|с|ff?|fund|op|inv(?:entory)?|d|file|l|ll|sheet|vol|issue|no|t)\.? ?\d|№ ?\d|//|https?:",
    re.IGNORECASE,
)
_FINITE = re.compile(r"\b(?:was|were|is|are|has|had|lived|took|became)\b")
_NUMBERED = re.compile(r"\[?\d{1,3}[.\])]? ?(?=[^\W\d])|[*•–—-] ")

_COMMENTS_HEAD = re.compile(
    r"(?:readers' )?comments? ?\(?\d*\)?\s*:?(?: ?\d+)?|\d+ comments?"
    r"|\d+ (?:thoughts?|responses?|replies) (?:on|to)\b.*",
    re.IGNORECASE,
)
_ANSWER = re.compile(r"reply|answer|.{2,40} says:", re.IGNORECASE)
_CLOCK = re.compile(r"\d{1,2}:\d{2}")
# Of the characters of a page below its comments' head and those above it.
_MOST_COMMENTS = 1.0


def closing_blocks(lines: Sequence[str], dropped: Mapping[int, str]) -> dict[int, str]:
    """The lines of sources and comments by number, each with the rule it is furniture by."""
    found = dict.fromkeys(_sources(lines, dropped), "source")
    return found | {i: "comment" for i in _comments(lines) if i not in dropped}


def _sources(lines: Sequence[str], dropped: Mapping[int, str]) -> Iterator[int]:
    """The numbered sources under their head, as far as they go on; what reads as a sentence ends them."""
    heads = (i for i, line in enumerate(lines) if _SOURCES_HEAD.fullmatch(line))
    for head in heads:
        below = range(head + 1, len(lines))
        listed = takewhile(lambda i: i in dropped or _is_source(lines[i]), below)
        yield from (i for i in listed if i not in dropped)


def _is_source(line: str) -> bool:
    told = _NUMBERED.match(line) and _SOURCE_SIGN.search(line)
    return told is not None and _FINITE.search(line) is None


def _comments(lines: Sequence[str]) -> range:
    """The lines from the head of the comments on, if answers or days with their hours tell that they are some."""
    head = next((i for i, line in enumerate(lines) if _COMMENTS_HEAD.fullmatch(line)), None)
    if head is None:
        return range(0)
    below = range(head + 1, len(lines))
    marked = any(_is_mark(lines[i], right_below=i == head + 1) for i in below)
    many = sum(map(len, lines[head + 1 :])) > _MOST_COMMENTS * sum(map(len, lines[:head]))
    return below if marked and not many else range(0)


def _is_mark(line: str, *, right_below: bool) -> bool:
    """Whether a line says that one spoke; a day that begins the line under the head may be the article's own."""
    if _ANSWER.fullmatch(line):
        return True
    return (
        not (right_below and line[0].isdigit())
        and _CLOCK.search(line) is not None
        and page_line(line) is not None
    )
