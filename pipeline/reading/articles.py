"""Texts and pages to `RawArticle`."""

import hashlib
import html
import re
from collections.abc import Mapping

from pipeline.articles import RawArticle, day_of
from pipeline.datelines import day_in, page_day
from pipeline.errors import Code, RejectedInput
from pipeline.languages import ENGLISH, canonical_tag
from pipeline.offsets import MappedText
from pipeline.reading.html import marked_up, visible_text

_SITE_SUFFIX = re.compile(r"(?<!\s)\s+[-–—|]\s*(?:www\.)?e-?history\.kz.*$", re.IGNORECASE)
_ISO = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-([0-2]\d|3[01]))?)?(?![\d-])", re.ASCII)


def text_article(
    raw: str,
    *,
    id: str,  # noqa: A002
    source: str,
    sha256: str | None = None,
    metadata: Mapping[str, str | None] | None = None,
) -> RawArticle:
    """A plain text; `sha256` is that of the file's bytes, else of the text as UTF-8."""
    known = dict(metadata or {})
    day, tag = known.get("published"), (known.get("language") or "").strip()
    published, language = published_edtf(day), canonical_tag(tag or ENGLISH)
    return RawArticle(
        id=id,
        source=source,
        raw=raw,
        visible=marked_up(raw) or MappedText.identity(raw),
        sha256=sha256 or sha256_of(raw),
        url=known.get("url"),
        title=known.get("title"),
        published=published,
        language=language,
        warnings=(
            *(() if published else _left_out("published", day, "date")),
            *(() if language else _left_out("language", tag, "language tag of BCP 47")),
        ),
    )


_SHOWN_CHARS = 40


def _left_out(name: str, given: str | None, what: str) -> tuple[str, ...]:
    """The warning of metadata that are not what they should be, if any were given."""
    if given is None or not given.strip():
        return ()
    shown = given if len(given) <= _SHOWN_CHARS else f"{given[:_SHOWN_CHARS]}…"
    return (f"{name} {shown!r} is no {what} and left out",)


def html_article(
    raw: str,
    *,
    id: str,  # noqa: A002
    source: str,
    sha256: str | None = None,
    url: str | None = None,
) -> RawArticle:
    """A saved page, `url` where it was fetched; raises RejectedInput where it holds no article."""
    import trafilatura

    metadata = trafilatura.extract_metadata(raw)
    title = _SITE_SUFFIX.sub("", metadata.title) if metadata and metadata.title else None
    visible = visible_text(raw, title)
    if visible is None:
        raise RejectedInput(Code.NO_MAIN_TEXT, source, "the page holds no article text")
    return RawArticle(
        id=id,
        source=source,
        raw=raw,
        visible=visible,
        sha256=sha256 or sha256_of(raw),
        url=url or (metadata.url if metadata else None),
        title=title,
        published=_page_date(raw),
        language=ENGLISH,
    )


_DATE_NAMES = (
    r"article:published(?:_time)?|og:published_time|datePublished|dc(?:terms)?\.(?:date|created|issued)[\w.]{0,40}|pubdate"
    r"|(?:publish(?:ed)?|publication)[-_]?date"
)
_META_DATE = re.compile(
    rf"(?:{_DATE_NAMES}|name=[\"']date)[\"'][^>]{{0,300}}?content=[\"']([^\"']{{1,100}})"
    rf"|content=[\"']([^\"']{{1,100}})[\"'][^>]{{0,300}}?[\"'](?:{_DATE_NAMES}|date)[\"']"
    r"|\"datePublished\":\s*\"([^\"]{1,100})\"|<time[^>]{1,300}datetime=[\"']([^\"']{1,100})",
    re.IGNORECASE,
)
# <span class="news-date">12 May 2014</span>: what a page marks as its day.
_MARKED_DATE = re.compile(
    r"<[a-z]{1,20}\s[^>]{0,300}?(?:class|id|itemprop)=[\"'][^\"'>]{0,100}?(?<![a-z])"
    r"(?:(?:pub|post|news|article|create|publish)?date(?:time)?|time|published|byline)(?![a-z])"
    r"[^\"'>]{0,100}[\"'][^>]{0,300}>\s*([^<]{6,80})",
    re.IGNORECASE,
)


def _page_date(raw: str) -> str | None:
    """The date the page itself declares or marks: trafilatura would also guess one from the text.

    Where marks tell of several days, some are those of other articles.
    """
    match = _META_DATE.search(raw)
    if match and (told := published_edtf(next(filter(None, match.groups())))):
        return told
    texts = (html.unescape(found[1]) for found in _MARKED_DATE.finditer(raw))
    marked = {page_day(" ".join(text.split())) for text in texts} - {None}
    return marked.pop() if len(marked) == 1 else None


def sha256_of(text: str) -> str:
    """The hash of a text as UTF-8."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def published_edtf(text: str | None) -> str | None:
    """An ISO-like date, or a day as datelines write it, as EDTF; null for anything else."""
    if text is None:
        return None
    if match := _ISO.match(text.strip()):
        year, month, day = match.groups()
        known = day_of(year, month or "1", day or "1") is not None
        return "-".join(filter(None, match.groups())) if known else None
    return day_in(text)
