"""Articles to records, one at a time through the spaCy pipeline."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from spacy.language import Language

from pipeline.articles import RawArticle, half_pair_at
from pipeline.assembling import assemble
from pipeline.errors import Code, PublishedError, RejectedInput
from pipeline.nlp import load, make_doc
from pipeline.reading.articles import published_edtf, text_article
from pipeline.records import ArticleRecord


def article_of(text: str, *, id: str = "text", published: str | None = None) -> RawArticle:  # noqa: A002
    """An article made of a string; `published` is the day that relative dates are counted from.

    Raises PublishedError for a day that is no date, RejectedInput for a text that UTF-8 can't write.
    """
    if published is not None and published_edtf(published) is None:
        raise PublishedError(published)
    if (at := half_pair_at(text)) is not None:
        raise RejectedInput(Code.ENCODING, id, f"half a surrogate pair at character {at}")
    return text_article(text, id=id, source=id, metadata={"published": published})


def extract(text: str | RawArticle, *, published: str | None = None) -> ArticleRecord:
    """The record of one article, given as text or as read; raises RejectedInput for an empty text.

    Relative dates are counted from `published` (YYYY, YYYY-MM or YYYY-MM-DD), else PublishedError.
    """
    article = article_of(text, published=published) if isinstance(text, str) else text
    if not article.raw.strip():
        raise RejectedInput(Code.EMPTY, article.source, "the text is empty")
    nlp = load()
    return assemble(nlp(make_doc(nlp, article)), article)


def extract_many(articles: Iterable[RawArticle]) -> Iterator[ArticleRecord]:
    """Records in the order of the articles; raises RejectedInput for one that can't be processed."""
    for outcome in outcomes(articles):
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
                return assemble(nlp(make_doc(nlp, article)), article)
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
