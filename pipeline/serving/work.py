"""What a worker does with one article; JSON goes back as a string, which costs least to send."""

from dataclasses import dataclass

from pydantic import ValidationError

from pipeline.articles import RawArticle
from pipeline.errors import AnnotationError, GroundingError, RejectedInput
from pipeline.extracting import defects_as_rejects, outcomes
from pipeline.reading import Limits, Parcel, open_parcel
from pipeline.records import FACT_TYPES, ArticleRecord
from pipeline.serving.correcting import Correction, corrected, drafted
from pipeline.serving.problems import invalid, unfit


@dataclass(frozen=True, slots=True)
class Extracted:
    """A record as JSON, and how many facts of each type it holds."""

    json: str
    facts: tuple[int, ...]


def ready() -> bool:
    """Whether a worker can load the model; raises ModelError."""
    from pipeline.nlp import load

    return load() is not None


def extracted(parcel: Parcel, limits: Limits) -> Extracted:
    """The record of an article; raises RejectedInput."""
    record = _record(_article(parcel, limits))
    return Extracted(record.model_dump_json(), tuple(len(getattr(record, n)) for n in FACT_TYPES))


def draft(parcel: Parcel, limits: Limits) -> str:
    """The article as a draft to correct; raises RejectedInput."""
    article = _article(parcel, limits)
    return drafted(article, _record(article)).model_dump_json()


def gold(body: bytes, limits: Limits) -> str:
    """A correction as gold; raises RejectedInput for its article, Refusal for what it says of it."""
    try:
        correction = Correction.model_validate_json(body, strict=True)
        return corrected(correction, limits).model_dump_json()
    except ValidationError as error:
        raise invalid(error) from error
    except (AnnotationError, GroundingError) as error:
        raise unfit(str(error)) from error


def _article(parcel: Parcel, limits: Limits) -> RawArticle:
    with defects_as_rejects(parcel.source):
        return open_parcel(parcel, limits)


def _record(article: RawArticle) -> ArticleRecord:
    (outcome,) = outcomes([article])
    if isinstance(outcome, RejectedInput):
        raise outcome
    return outcome
