"""Confidence by evidence: how often facts told by the same evidence are right, smoothed towards a prior.

What counts most are first scores: facts of new articles as the pipeline told them before anyone had read the
articles (corpus/gold/first.tsv). Facts of the development gold, on which rules were written, count little. Each
class has a Beta prior of `PRIOR_FACTS` facts, so that one seen a few times claims little; its mean is lower for
evidence that is weak by its nature: heads that the lexicon calls weak, lower-case heads, numbers without a noun.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from spacy.tokens import Doc

from pipeline.assembling import assemble
from pipeline.confidence import evidence
from pipeline.evaluating.gold import GoldArticle, raw_article
from pipeline.evaluating.scoring import align_facts, outside
from pipeline.merging import fact_spans
from pipeline.records import FACT_TYPES

STRONG_PRIOR, WEAK_PRIOR = 0.95, 0.75
PRIOR_FACTS = 10
# What a fact of the articles that rules were written on weighs beside one told of an article nobody had read.
SEEN = 0.03
_WEAK = (
    "full-weak",
    "tailed",
    "adjectival",
    "named-before",
    "apposed",
    "acronym",
    "shared-sign",
    "bare_",
)


Counts = Mapping[str, tuple[int, int]]


def confidences(pairs: Iterable[tuple[GoldArticle, Doc]], first: Counts) -> Mapping[str, float]:
    """The confidence of each class of evidence: from gold articles with their Docs, and from first scores, by class
    how many facts were right and of how many."""
    seen = counted(pairs)
    shares = {}
    for told in sorted(seen.keys() | first.keys()):
        right, total = (
            SEEN * old + new
            for old, new in zip(seen.get(told, (0, 0)), first.get(told, (0, 0)), strict=True)
        )
        shares[told] = (right + _prior(told) * PRIOR_FACTS) / (total + PRIOR_FACTS)
    return shares


def counted(pairs: Iterable[tuple[GoldArticle, Doc]]) -> Counts:
    """By class of evidence, how many facts are right and how many there are."""
    right: defaultdict[str, int] = defaultdict(int)
    total: defaultdict[str, int] = defaultdict(int)
    for gold, doc in pairs:
        for told, good in _judged(gold, doc):
            right[told] += good
            total[told] += 1
    return {told: (right[told], count) for told, count in sorted(total.items())}


def together(first: Counts, more: Counts) -> Counts:
    """Two tables of counts as one, class by class."""
    return {
        told: tuple(map(sum, zip(first.get(told, (0, 0)), more.get(told, (0, 0)), strict=True)))  # type: ignore[misc]
        for told in sorted(first.keys() | more.keys())
    }


def _prior(told: str) -> float:
    return WEAK_PRIOR if told.startswith(_WEAK) else STRONG_PRIOR


def _judged(gold: GoldArticle, doc: Doc) -> Iterator[tuple[str, bool]]:
    record = assemble(doc, raw_article(gold))
    for fact_type in FACT_TYPES:
        told = dict(
            zip(
                (fact.id for fact in getattr(record, fact_type)),
                (evidence(fact_type, spans) for spans in fact_spans(doc, fact_type)),
                strict=True,
            )
        )
        judged = outside(getattr(record, fact_type), gold.ignore)
        facts = outside(getattr(gold, fact_type), gold.ignore)
        matched = {pair[1] for pair in align_facts(fact_type, facts, judged)}
        for index, fact in enumerate(judged):
            yield told[fact.id], index in matched
