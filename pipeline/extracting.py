"""Articles to records, one at a time through the spaCy pipeline."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date

from spacy.language import Language

from pipeline.articles import RawArticle, half_pair_at
from pipeline.assembling import assemble
from pipeline.errors import Code, PublishedError, RejectedInput
from pipeline.nlp import load, make_doc
from pipeline.reading.articles import published_edtf, text_article
from pipeline.records import ArticleRecord


def article_of(text: str, *, id: str = "text", published: str | date | None = None) -> RawArticle:  # noqa: A002
    """An article made of a string; `published` is the day that relative dates are counted from.

    Raises PublishedError for a day that is no date, RejectedInput for a text that UTF-8 can't write.
    """
    day = None if published is None else _day(published)
    if (at := half_pair_at(text)) is not None:
        raise RejectedInput(Code.ENCODING, id, f"half a surrogate pair at character {at}")
    return text_article(text, id=id, source=id, metadata={"published": day})


def _day(published: object) -> str:
    """The EDTF of a day of publication."""
    told = published.isoformat() if isinstance(published, date) else published
    if not isinstance(told, str):
        raise TypeError(f"published takes a str or a datetime.date, not {_type(published)}")
    if (day := published_edtf(told)) is None:
        raise PublishedError(told)
    return day


def _type(value: object) -> str:
    return "None" if value is None else type(value).__name__


def extract(text: str | RawArticle, *, published: str | date | None = None) -> ArticleRecord:
    """The record of one article, given as text or as read; raises RejectedInput for an empty text.

    Relative dates are counted from `published` (a date, or YYYY, YYYY-MM or YYYY-MM-DD, else PublishedError).
    """
    article = _article(text, "text", "extract takes", published)
    return _record(load(), article)


def _article(
    given: object, default_id: str, takes: str, published: str | date | None = None
) -> RawArticle:
    """What a caller gives as an article; raises TypeError for what is none."""
    if isinstance(given, str):
        return article_of(given, id=default_id, published=published)
    if isinstance(given, RawArticle):
        return given if published is None else replace(given, published=_day(published))
    raise TypeError(f"{takes} a str or a RawArticle, not {_type(given)}")


def _record(nlp: Language, article: RawArticle) -> ArticleRecord:
    if not article.raw.strip():
        raise RejectedInput(Code.EMPTY, article.source, "the text is empty")
    return assemble(nlp(make_doc(nlp, article)), article)


def extract_many(articles: Iterable[str | RawArticle]) -> Iterator[ArticleRecord]:
    """Records in the order of the articles; raises RejectedInput for one that can't be processed.

    Those given as text have the ids `text-1`, `text-2` … by their place.
    """
    takes = "extract_many takes an iterable, each of it"
    if isinstance(articles, str | bytes):
        raise TypeError(
            f"{takes} a str or a RawArticle, not one {_type(articles)}; put it in a list"
        )
    for outcome in outcomes(
        _article(given, f"text-{number}", takes) for number, given in enumerate(articles, start=1)
    ):
        if isinstance(outcome, RejectedInput):
            raise outcome
        yield outcome


def outcomes(
    items: Iterable[RawArticle | RejectedInput],
) -> Iterator[ArticleRecord | RejectedInput]:
    """A record or a reject for every item, in order; one bad article does not stop the rest."""
    nlp = load()
    for item in items:
        yield item if isinstance(item, RejectedInput) else _outcome(nlp, item)


def _outcome(nlp: Language, article: RawArticle) -> ArticleRecord | RejectedInput:
    # What spaCy learns of an article's words would otherwise be kept for all time.
    with nlp.memory_zone():
        try:
            with defects_as_rejects(article.source):
                return _record(nlp, article)
        except RejectedInput as reject:
            return reject


@contextmanager
def defects_as_rejects(source: str) -> Iterator[None]:
    """Whatever a rule or a parser raises on one article as a RejectedInput, so that the others go on."""
    try:
        yield
    except RejectedInput:
        raise
    except MemoryError as error:
        raise RejectedInput(Code.CRASHED, source, "out of memory") from error
    except Exception as error:
        raise RejectedInput(Code.EXTRACTION, source, f"{type(error).__name__}: {error}") from error
