"""An article before it is decoded: its bytes, and what is known of it without looking into them.

A parcel is cheap to make, to hash and to send to another process; `open_parcel` does the costly part.
"""

import hashlib
from dataclasses import dataclass
from typing import Literal

from pipeline.articles import RawArticle
from pipeline.reading.articles import html_article, text_article
from pipeline.reading.decoding import decode
from pipeline.reading.limits import Limits
from pipeline.reading.paths import writable

Form = Literal["text", "page", "row"]


@dataclass(frozen=True, slots=True)
class Parcel:
    """One article's bytes: those of its file or page, or a row's text as UTF-8.

    `sha256` is that of `data`; the metadata are those given beside the text, not those inside a page.
    """

    id: str
    source: str
    form: Form
    data: bytes
    sha256: str
    url: str | None = None
    title: str | None = None
    published: str | None = None
    language: str | None = None
    charset: str | None = None

    @property
    def contents(self) -> tuple[str | None, ...]:
        """All that decides the article's facts: neither its id nor where it was read."""
        given = (self.url, self.title, self.published, self.language, self.charset)
        return (self.form, self.sha256, *given)


def parcel(id: str, source: str, form: Form, data: bytes, **known: str | None) -> Parcel:  # noqa: A002
    """A parcel with the hash of its bytes."""
    digest = hashlib.sha256(data).hexdigest()
    return Parcel(writable(id), writable(source), form, data, digest, **known)


def article_in(parcel: Parcel) -> RawArticle:
    """The article inside; raises RejectedInput where there is none."""
    return _OPENERS[parcel.form](parcel)


def open_parcel(parcel: Parcel, limits: Limits) -> RawArticle:
    """The same within limits: raises RejectedInput for a text too long, too."""
    article = article_in(parcel)
    limits.check(len(article.visible.text), parcel.source)
    return article


def _metadata(parcel: Parcel) -> dict[str, str | None]:
    names = ("url", "title", "published", "language")
    return {name: getattr(parcel, name) for name in names}


def _row(parcel: Parcel) -> RawArticle:
    return _text(parcel, parcel.data.decode())


def _file(parcel: Parcel) -> RawArticle:
    return _text(parcel, decode(parcel.data, parcel.source))


def _text(parcel: Parcel, raw: str) -> RawArticle:
    return text_article(
        raw,
        id=parcel.id,
        source=parcel.source,
        sha256=parcel.sha256,
        metadata=_metadata(parcel),
    )


def _page(parcel: Parcel) -> RawArticle:
    return html_article(
        decode(parcel.data, parcel.source, charset=parcel.charset),
        id=parcel.id,
        source=parcel.source,
        sha256=parcel.sha256,
        url=parcel.url,
    )


_OPENERS = {"row": _row, "text": _file, "page": _page}
