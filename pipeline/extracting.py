"""Articles to records, in batches through the spaCy pipeline."""

import hashlib
from collections.abc import Iterable, Iterator
from itertools import islice

from spacy.language import Language

from pipeline.articles import RawArticle
from pipeline.assembling import assemble
from pipeline.errors import Code, EhistoryError, RejectedInput
from pipeline.nlp import load, make_doc
from pipeline.offsets import MappedText
from pipeline.records import ArticleRecord

# spaCy's own throughput is flat from 16 articles up; a batch is what stays in memory.
BATCH = 32


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
    pending = iter(items)
    while batch := list(islice(pending, BATCH)):
        yield from _batch(nlp, batch)


def _batch(
    nlp: Language, batch: list[RawArticle | RejectedInput]
) -> Iterator[ArticleRecord | RejectedInput]:
    articles = [item for item in batch if isinstance(item, RawArticle)]
    try:
        docs = list(nlp.pipe((make_doc(nlp, article) for article in articles), batch_size=BATCH))
        done = iter([assemble(doc, article) for doc, article in zip(docs, articles, strict=True)])
    except (EhistoryError, ValueError, AssertionError, RuntimeError):
        yield from (
            item if isinstance(item, RejectedInput) else _alone(nlp, item) for item in batch
        )
        return
    yield from (item if isinstance(item, RejectedInput) else next(done) for item in batch)


def _alone(nlp: Language, article: RawArticle) -> ArticleRecord | RejectedInput:
    try:
        return assemble(nlp(make_doc(nlp, article)), article)
    except (EhistoryError, ValueError, AssertionError, RuntimeError) as error:
        reason = f"{type(error).__name__}: {error}"
        return RejectedInput(Code.EXTRACTION, article.source, reason)
