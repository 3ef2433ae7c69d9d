"""The article as read: raw text, what is known of it, and the part a reader would see."""

import re
from dataclasses import dataclass
from datetime import date

from pipeline.offsets import MappedText

# Some seventy pages of print. The time for an article grows faster than its length
# (docs/benchmarks/batches.md), so one of millions of characters would hold up a run for hours.
DEFAULT_MAX_CHARS = 200_000

_HALF_PAIR = re.compile("[\ud800-\udfff]")


def half_pair_at(text: str) -> int | None:
    """The offset of half a surrogate pair, which JSON can write and UTF-8 can't; null without one."""
    match = _HALF_PAIR.search(text)
    return match.start() if match else None


def day_of(year: str, month: str, day: str) -> str | None:
    """The EDTF of a day told in digits, null where the calendar has no such day."""
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class RawArticle:
    """One article before cleaning.

    `raw` is the decoded input as given (HTML source for a page, the `text` value of a JSON row);
    `visible` is the text a reader sees, mapped to `raw`: `raw` itself save for HTML. `warnings` tell
    what of its metadata was left out.
    """

    id: str
    source: str
    raw: str
    visible: MappedText
    sha256: str
    url: str | None = None
    title: str | None = None
    published: str | None = None
    language: str | None = None
    warnings: tuple[str, ...] = ()
