"""The work on one article: a parcel in, its outcome out, in whatever process this runs."""

import hashlib
from dataclasses import replace

from pipeline.addresses import canonical_address
from pipeline.articles import RawArticle
from pipeline.assembling import assemble
from pipeline.errors import RejectedInput
from pipeline.extracting import defects_as_rejects
from pipeline.nlp import load, make_doc
from pipeline.outcomes import Outcome
from pipeline.reading import Parcel, open_parcel
from pipeline.records import FACT_TYPES, ArticleRecord
from pipeline.selection import Selection


def work(parcel: Parcel, selection: Selection) -> Outcome:
    """The outcome of an article; the parse is spared for one that the selection leaves out."""
    article, known = opened(parcel, selection)
    if article is None:
        return known
    # What spaCy learns of an article's words would otherwise be kept for all time.
    with load().memory_zone():
        try:
            with defects_as_rejects(parcel.source):
                return _extracted(article, known, selection)
        except RejectedInput as reject:
            return replace(known, code=reject.code, reason=reject.reason)


def opened(parcel: Parcel, selection: Selection) -> tuple[RawArticle | None, Outcome]:
    """The article and what it is recognised by; without an article, the outcome is the reject."""
    try:
        with defects_as_rejects(parcel.source):
            article = open_parcel(parcel, selection.limits)
    except RejectedInput as reject:
        return None, Outcome(code=reject.code, reason=reject.reason)
    text = article.visible.text
    address = canonical_address(article.url)
    return article, Outcome(address=address, text=text_hash(text), chars=len(text))


def _extracted(article: RawArticle, known: Outcome, selection: Selection) -> Outcome:
    nlp = load()
    doc = make_doc(nlp, article)
    known = replace(known, published=doc._.published)
    if selection.too_old(known.published):
        return known
    record = assemble(nlp(doc), article)
    return replace(known, line=_unbound(record), facts=_counts(record))


def text_hash(text: str) -> str:
    """What two articles with the same words in the same order share."""
    return hashlib.sha256(" ".join(text.split()).encode("utf-8", "surrogatepass")).hexdigest()


def _unbound(record: ArticleRecord) -> str:
    """The record's line without id and source, which are those of the run."""
    article = record.article.model_copy(update={"id": "", "source": ""})
    return record.model_copy(update={"article": article}).model_dump_json()


def _counts(record: ArticleRecord) -> tuple[int, ...]:
    return tuple(len(getattr(record, name)) for name in FACT_TYPES)
