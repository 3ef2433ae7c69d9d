"""Examples for the weights: what the pipeline finds in gold articles, with the gold's answer."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from spacy.tokens import Doc, Span

from pipeline.components.populations import bare_numbers
from pipeline.evaluating.gold import GoldArticle, raw_article
from pipeline.evaluating.matching import FIELDS, same_value
from pipeline.linking.bare.weighing import count_options
from pipeline.linking.body_places import body_place_options, setting_of
from pipeline.linking.groups import group_options
from pipeline.linking.kinds import kind_options
from pipeline.linking.percent_kinds import percent_kind_options
from pipeline.linking.places import place_options
from pipeline.linking.ranking import Option
from pipeline.linking.subjects import Percent, subject_options
from pipeline.linking.times import time_options
from pipeline.linking.untold_groups import untold_options
from pipeline.merging import body_clusters
from pipeline.naming.candidates import Candidate
from pipeline.naming.untold_quotes import Quote, quote_options, untold_quotes
from pipeline.nlp import load, make_doc
from pipeline.normalising.qualifiers import Quantity
from pipeline.records import Fact, OrganizationType, Population
from pipeline.training.fitting import Example

_TYPES = {"populations": "population", "percentages": "percentage"}


@dataclass(frozen=True, slots=True)
class Found:
    """A found count or share, and the count before it; or a found body, with all of its mentions."""

    doc: Doc
    span: Span
    fact_type: str
    previous: Span | None
    mentions: tuple[Span, ...] = ()

    @property
    def value(self) -> Any:  # noqa: ANN401 - a component's own value
        """What the component made of the span."""
        return self.span._.get(_TYPES[self.fact_type])

    @property
    def kind(self) -> str:
        """The kind that the place is chosen for."""
        return self.value.kind if self.fact_type == "populations" else "percent"


@dataclass(frozen=True, slots=True)
class Field:
    """A field that weights decide: of which facts, and how its options are made."""

    name: str
    fact_types: tuple[str, ...]
    options: Callable[[Found], list[Option[Any]]]

    def __call__(self, article: GoldArticle, doc: Doc) -> Iterator[Example]:
        """One example a found count, share or body that the gold holds too and whose answer is an option."""
        for found, fact in facts_found(article, doc, self.fact_types):
            options = self.options(found)
            agree = FIELDS[found.fact_type][self.name]
            answer = getattr(fact, self.name)
            right = tuple(agree(answer, option.value) for option in options)
            if any(right):
                yield Example(tuple(o.features for o in options), right, article.article.id)


def bare_counts(article: GoldArticle, doc: Doc) -> Iterator[Example]:
    """One example a number that nothing behind it tells of: a count of people, families or households, or none."""
    for bare in bare_numbers(doc):
        fact = _count_at(article, bare.number, bare.match.quantity)
        options = count_options(bare)
        right = tuple(option.value == (fact and fact.unit) for option in options)
        if any(right):
            yield Example(tuple(o.features for o in options), right, article.article.id)


def quoted_names(article: GoldArticle, doc: Doc) -> Iterator[Example]:
    """One example a quoted name: a body of the gold's type, or none."""
    for quote, body in quotes_found(article, doc):
        options = quote_options(quote)
        right = tuple(option.value == body for option in options)
        yield Example(tuple(o.features for o in options), right, article.article.id)


def quotes_found(article: GoldArticle, doc: Doc) -> Iterator[tuple[Quote, OrganizationType | None]]:
    """The quoted names, each with the type of the gold body that it is a mention of."""
    found = [
        Candidate(s.start_char, s.end_char, s._.organization.name, s._.organization.type, "")
        for s in doc.spans["organizations"]
    ]
    for quote in untold_quotes(doc, found):
        body = next(_told_at(article, "organizations", quote.span), None)
        yield quote, body and body.type


# What is fitted, by the name of its weights: the examples of an article.
TASKS: Mapping[str, Callable[[GoldArticle, Doc], Iterator[Example]]] = {
    "quote": quoted_names,
    "count": bare_counts,
    "kind": Field(
        "kind",
        ("populations",),
        lambda f: kind_options(f.doc, f.span, f.value.noun, f.previous),
    ),
    "change": Field(
        "kind", ("percentages",), lambda f: percent_kind_options(f.doc, f.span, f.previous)
    ),
    "group": Field(
        "group", ("percentages",), lambda f: group_options(f.doc, f.span, f.value.kind, f.previous)
    ),
    "people": Field(
        "group",
        ("populations",),
        lambda f: (
            []
            if f.value.group_told
            else untold_options(f.doc, f.span, f.value.kind, f.value.evidence, f.previous)
        ),
    ),
    "subject": Field(
        "subject",
        ("percentages",),
        lambda f: subject_options(Percent(f.span, f.value.kind, f.value.group, f.previous)),
    ),
    "place": Field(
        "place", tuple(_TYPES), lambda f: place_options(f.doc, f.span, f.kind, f.previous)
    ),
    "body_place": Field(
        "place",
        ("organizations",),
        lambda f: body_place_options(setting_of(f.doc, f.doc.spans["organizations"]), f.mentions),
    ),
    "time": Field(
        "time", tuple(_TYPES), lambda f: time_options(f.doc, f.span, f.value.kind, f.previous)
    ),
}


def gold_docs(gold: Iterable[GoldArticle]) -> Iterator[tuple[GoldArticle, Doc]]:
    """The gold articles with their processed Docs."""
    nlp = load()
    articles = list(gold)
    docs = nlp.pipe(make_doc(nlp, raw_article(article)) for article in articles)
    yield from zip(articles, docs, strict=True)


def facts_found(
    article: GoldArticle, doc: Doc, fact_types: Iterable[str]
) -> Iterator[tuple[Found, Any]]:
    """What is found that the gold holds too, with the gold's fact."""
    for found in _found(doc, fact_types):
        fact = _gold_body(article, found) if found.mentions else _gold_of(article, found)
        if fact is not None:
            yield found, fact


def _found(doc: Doc, fact_types: Iterable[str]) -> Iterator[Found]:
    for fact_type in fact_types:
        if fact_type == "organizations":
            for mentions in body_clusters(list(doc.spans[fact_type])):
                yield Found(doc, mentions[0], fact_type, None, tuple(mentions))
            continue
        previous = None
        for span in doc.spans[fact_type]:
            yield Found(doc, span, fact_type, previous)
            previous = span


def _gold_body(article: GoldArticle, found: Found) -> Fact | None:
    """The gold body that shares most mentions with a found one."""
    spans = [mention._.raw_span for mention in found.mentions]
    shared = {
        number: sum(m.start < end and start < m.end for m in fact.mentions for start, end in spans)
        for number, fact in enumerate(article.organizations)
    }
    best = max(shared, key=shared.__getitem__, default=None)
    return article.organizations[best] if best is not None and shared[best] else None


def _gold_of(article: GoldArticle, found: Found) -> Fact | None:
    """The gold fact that a span is a mention of."""
    span, quantity = found.span, found.value.quantity
    return next(
        (
            f
            for f in _told_at(article, found.fact_type, span)
            if _equal(found.fact_type, f, quantity)
        ),
        None,
    )


def _count_at(article: GoldArticle, number: Span, quantity: Quantity) -> Population | None:
    """The gold count that a number tells, whatever its unit."""
    facts = _told_at(article, "populations", number)
    return next((f for f in facts if _equal("populations", f, quantity)), None)


def _told_at(article: GoldArticle, fact_type: str, span: Span) -> Iterator[Any]:
    """The gold facts that have a mention where a span is."""
    start, end = span._.raw_span
    for fact in getattr(article, fact_type):
        if any(m.start < end and start < m.end for m in fact.mentions):
            yield fact


def _equal(fact_type: str, fact: Fact, quantity: Quantity) -> bool:
    found = fact.model_copy(
        update={"value": quantity.value, "low": quantity.low, "high": quantity.high}
    )
    return same_value(fact_type, fact, found)
