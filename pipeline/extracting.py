"""Articles to records, one at a time through the spaCy pipeline."""

import hashlib
from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.articles import RawArticle
from pipeline.assembling import assemble
from pipeline.errors import Code, RejectedInput
from pipeline.nlp import load, make_doc
from pipeline.offsets import MappedText
from pipeline.records import ArticleRecord


def article_of(text: str, *, id: str = "text", published: str | None = None) -> RawArticle:  # noqa: A002
    """An article made of a string; `published` is an EDTF day for relative dates."""
    return RawArticle(
        id=id,
        source=id,
        raw=text,
        visible=MappedText.identity(text),
        sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        published=published,
        language="en",
    )


def extract(text: str | RawArticle, *, published: str | None = None) -> ArticleRecord:
    """The record of one article, given as text or as read; raises RejectedInput for an empty text."""
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
        if isinstance(item, RejectedInput):
            yield item
            continue
        # What spaCy learns of an article's words would otherwise be kept for all time.
        with nlp.memory_zone():
            try:
                outcome: ArticleRecord | RejectedInput = record_of(nlp, make_doc(nlp, item), item)
            except RejectedInput as reject:
                outcome = reject
        yield outcome


def record_of(nlp: Language, doc: Doc, article: RawArticle) -> ArticleRecord:
    """The record of an article's unparsed Doc; whatever a rule raises becomes a RejectedInput."""
    try:
        return assemble(nlp(doc), article)
    except MemoryError as error:
        raise RejectedInput(Code.CRASHED, article.source, "out of memory") from error
    except Exception as error:
        reason = f"{type(error).__name__}: {error}"
        raise RejectedInput(Code.EXTRACTION, article.source, reason) from error
