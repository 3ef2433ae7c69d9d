"""The work on one article: a parcel in, its outcome out, in whatever process this runs."""

import hashlib

from pipeline.addresses import canonical_address
from pipeline.articles import RawArticle
from pipeline.errors import Code, RejectedInput
from pipeline.extracting import record_of
from pipeline.nlp import load, make_doc
from pipeline.outcomes import Outcome, rejected
from pipeline.reading import Parcel, open_parcel
from pipeline.records import FACT_TYPES, ArticleRecord
from pipeline.selection import Selection


def work(parcel: Parcel, selection: Selection) -> Outcome:
    """The outcome of an article; the parse is spared for one that the selection leaves out."""
    try:
        article = open_parcel(parcel, selection.limits)
    except RejectedInput as reject:
        return rejected(reject)
    except Exception as error:  # noqa: BLE001 - one page that a parser breaks on stops no run
        return Outcome(code=Code.EXTRACTION, reason=f"{type(error).__name__}: {error}")
    return _read(article, selection)


def _read(article: RawArticle, selection: Selection) -> Outcome:
    nlp = load()
    # What spaCy learns of an article's words would otherwise be kept for all time.
    with nlp.memory_zone():
        doc = make_doc(nlp, article)
        known = {
            "address": canonical_address(article.url),
            "text": text_hash(article.visible.text),
            "chars": len(article.visible.text),
            "published": doc._.published,
        }
        if selection.too_old(doc._.published):
            return Outcome(**known)
        try:
            record = record_of(nlp, doc, article)
            return Outcome(line=_unbound(record), facts=_counts(record), **known)
        except RejectedInput as reject:
            return Outcome(code=reject.code, reason=reject.reason, **known)


def text_hash(text: str) -> str:
    """What two articles with the same words in the same order share."""
    return hashlib.sha256(" ".join(text.split()).encode("utf-8", "surrogatepass")).hexdigest()


def _unbound(record: ArticleRecord) -> str:
    """The record's line without id and source, which are those of the run."""
    article = record.article.model_copy(update={"id": "", "source": ""})
    return record.model_copy(update={"article": article}).model_dump_json()


def _counts(record: ArticleRecord) -> tuple[int, ...]:
    return tuple(len(getattr(record, name)) for name in FACT_TYPES)
