"""A task as every tool's format knows it: a text, labelled spans, and the record they belong to.

Notes for a newcomer: a tool shows spans and labels and knows nothing of values, groups or leaders.
These travel in the task as one string (`pack`), and come back with it; a span finds its fact by its
reference, where the tool keeps one, else by its label and bounds.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from pipeline.errors import AnnotationError
from pipeline.evaluating.gold import GoldArticle
from pipeline.reading.articles import sha256_of
from pipeline.records import FACT_TYPES, Date, Fact, Organization, Percentage, Population
from pipeline.versions import explain

IGNORE = "ignore"
# One label a fact type, then the doubtful stretches.
LABELS: Mapping[str, str] = {
    "population": "populations",
    "percentage": "percentages",
    "organization": "organizations",
    "date": "dates",
}
FACT_CLASSES: Mapping[str, type[Fact]] = {
    "population": Population,
    "percentage": Percentage,
    "organization": Organization,
    "date": Date,
}
PREFIXES: Mapping[str, str] = {
    "population": "pop",
    "percentage": "pct",
    "organization": "org",
    "date": "date",
}
# What a fact holds beside the fields an annotator may edit; the bounds follow from the EDTF string.
_NOT_EDITED = {"mentions", "confidence", "earliest", "latest"}


@dataclass(frozen=True, slots=True)
class Mark:
    """A labelled span; offsets count the characters (code points) of the raw text.

    `ref` names the fact and the number of its mention ("pop-1_0"), null where the tool lost it;
    `fields` is the fact as editable JSON; spans of one `group` are mentions of one fact; `where` is
    how messages name the span.
    """

    start: int
    end: int
    label: str
    ref: str | None = None
    fields: str | None = None
    group: str | None = None
    where: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """A task as it came back: the article as it was exported, and the spans it has now."""

    article: GoldArticle
    marks: tuple[Mark, ...]
    where: str
    annotator: str | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A task that is no answer (skipped, rejected …), or one that can't be read, and why."""

    where: str
    reason: str
    failed: bool = False


Returned = Answer | LeftOut


def fields_json(fact: Fact) -> str:
    """The fields of a fact that an annotator may edit, with the fact's id, as JSON."""
    fields = fact.model_dump(mode="json", exclude=_NOT_EDITED)
    return json.dumps(fields, ensure_ascii=False)


def marks_of(article: GoldArticle) -> tuple[Mark, ...]:
    """Every mention and ignored stretch of an article, in text order."""
    return tuple(sorted(_marks(article), key=lambda mark: (mark.start, mark.end)))


def _marks(article: GoldArticle) -> Iterator[Mark]:
    for label, fact_type in LABELS.items():
        for fact in getattr(article, fact_type):
            for number, mention in enumerate(fact.mentions):
                ref = f"{fact.id}_{number}"
                yield Mark(mention.start, mention.end, label, ref, fields_json(fact), where=ref)
    for number, span in enumerate(article.ignore):
        ref = f"{IGNORE}_{number}"
        fields = json.dumps({"reason": span.reason}, ensure_ascii=False)
        yield Mark(span.start, span.end, IGNORE, ref, fields, where=ref)


def fact_id(ref: str) -> str:
    """The fact's part of a reference."""
    return ref.rpartition("_")[0]


def blank(article: GoldArticle) -> GoldArticle:
    """The article without facts and ignored stretches, for annotation from nothing."""
    return article.model_copy(update={**dict.fromkeys(FACT_TYPES, ()), "ignore": ()})


def pack(article: GoldArticle) -> str:
    """The article without its text, as one JSON string.

    A string, for tools pass extra values through tables and query builders that reshape objects.
    """
    record = article.model_dump(mode="json", exclude={"text"})
    return json.dumps(
        {"text_sha256": sha256_of(article.text), "record": record}, ensure_ascii=False
    )


def unpack(packed: object, text: str) -> GoldArticle:
    """The article of a task; raises AnnotationError where it was not exported or its text changed."""
    try:
        carried: dict[str, Any] = json.loads(packed)  # type: ignore[arg-type]
        expected, record = carried["text_sha256"], carried["record"]
        if sha256_of(text) == expected:
            return GoldArticle.model_validate({**record, "text": text})
        name, size = record["article"]["id"], record["article"]["n_chars"]
    except ValidationError as error:
        raise AnnotationError(f"ehistory: {explain(error)}; export the article again") from error
    except (ValueError, TypeError, KeyError) as error:
        raise AnnotationError(
            "no exported record under `ehistory`; make tasks with `ehistory annotate export`"
        ) from error
    raise AnnotationError(
        f"the text is not the one exported for {name}: {len(text)} characters, {size} then; "
        "export the article again"
    )
