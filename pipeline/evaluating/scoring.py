"""One article judged: its facts and mentions against the gold's, by fact type.

Mentions inside an ignored stretch are set aside on both sides, and facts left without a mention
with them: they count neither right nor wrong.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, Literal

from pipeline.evaluating.alignment import (
    Marked,
    Pair,
    align,
    align_mentions,
    same_bounds,
    same_label,
)
from pipeline.evaluating.gold import GoldArticle
from pipeline.evaluating.matching import (
    FIELDS,
    agreeing_fields,
    label,
    same_value,
    shared_characters,
)
from pipeline.evaluating.results import (
    FACT_LEVEL,
    ArticleResult,
    Counts,
    FieldCounts,
    Finding,
    Judged,
    LabelPair,
    TypeResult,
)
from pipeline.evaluating.wording import fact_text, field_text
from pipeline.records import FACT_TYPES, ArticleRecord, Fact, Span

OneSided = Literal["miss", "extra"]


def outside(facts: Iterable[Fact], ignored: Sequence[Span]) -> tuple[Fact, ...]:
    """The facts without mentions inside an ignored stretch; facts left with none are dropped."""
    kept: list[Fact] = []
    for fact in facts:
        mentions = tuple(
            m
            for m in fact.mentions
            if not any(s.start <= m.start and m.end <= s.end for s in ignored)
        )
        if mentions:
            kept.append(fact.model_copy(update={"mentions": mentions}))
    return tuple(kept)


def scheme_counts(
    gold: Sequence[Marked], predicted: Sequence[Marked], pairs: Sequence[Pair]
) -> dict[str, Counts]:
    """Counts of aligned mentions in the four schemes of SemEval-2013 task 9.

    strict: bounds and label; exact: bounds alone; partial: bounds, an overlap earns half; type:
    label alone, given the overlap.
    """
    aligned = [(gold[i], predicted[j]) for i, j in pairs]
    missed, spurious = len(gold) - len(pairs), len(predicted) - len(pairs)

    def counts(correct: int) -> Counts:
        wrong = len(pairs) - correct
        return Counts(correct=correct, incorrect=wrong, missed=missed, spurious=spurious)

    exact = counts(sum(same_bounds(g, p) for g, p in aligned))
    return {
        "strict": counts(sum(same_bounds(g, p) and same_label(g, p) for g, p in aligned)),
        "exact": exact,
        "partial": exact.model_copy(update={"partial": exact.incorrect, "incorrect": 0}),
        "type": counts(sum(same_label(g, p) for g, p in aligned)),
    }


def _labels(
    gold: Sequence[Marked], predicted: Sequence[Marked], pairs: Sequence[Pair]
) -> tuple[LabelPair, ...]:
    found: Counter[tuple[str | None, str | None]] = Counter()
    found.update((gold[i].label, predicted[j].label) for i, j in pairs)
    found.update((gold[i].label, None) for i in _left(gold, (i for i, _ in pairs)))
    found.update((None, predicted[j].label) for j in _left(predicted, (j for _, j in pairs)))
    return tuple(LabelPair(gold=g, predicted=p, count=n) for (g, p), n in found.items())


def _left(items: Sequence[object], taken: Iterable[int]) -> list[int]:
    return sorted(set(range(len(items))) - set(taken))


def align_facts(fact_type: str, gold: Sequence[Any], predicted: Sequence[Any]) -> tuple[Pair, ...]:
    """Index pairs of facts of one value; shared text decides, then the number of agreeing fields."""
    return align(
        gold,
        predicted,
        (
            lambda g, p: int(same_value(fact_type, g, p)),
            shared_characters,
            lambda g, p: sum(agreeing_fields(fact_type, g, p).values()),
        ),
    )


def _field_counts(fact_type: str, matched: Sequence[tuple[Fact, Fact]]) -> dict[str, FieldCounts]:
    agreements = [agreeing_fields(fact_type, g, p) for g, p in matched]
    found = {}
    for name in FIELDS[fact_type]:
        right = [agreement[name] for agreement in agreements]
        stated = [bool(getattr(g, name)) for g, _ in matched]
        found[name] = FieldCounts(
            right=sum(right),
            total=len(right),
            right_stated=sum(r and s for r, s in zip(right, stated, strict=True)),
            stated=sum(stated),
        )
    return found


def _field_findings(
    article: str, fact_type: str, matched: Iterable[tuple[Fact, Fact]]
) -> Iterable[Finding]:
    for gold, predicted in matched:
        for name, agrees in agreeing_fields(fact_type, gold, predicted).items():
            if not agrees:
                yield Finding(
                    article=article,
                    fact_type=fact_type,
                    kind="field",
                    field=name,
                    gold=field_text(getattr(gold, name)),
                    predicted=field_text(getattr(predicted, name)),
                    gold_mention=gold.mentions[0],
                    predicted_mention=predicted.mentions[0],
                )


def _rival(fact: Fact, others: Sequence[Fact]) -> Fact | None:
    shared = [shared_characters(fact, other) for other in others]
    return others[shared.index(max(shared))] if any(shared) else None


def _unmatched(
    article: str, fact_type: str, missed: Sequence[Fact], extra: Sequence[Fact]
) -> Iterable[Finding]:
    for gold in missed:
        rival = _rival(gold, extra)
        yield _one_sided("miss", article, fact_type, gold, rival)
    for predicted in extra:
        rival = _rival(predicted, missed)
        yield _one_sided("extra", article, fact_type, rival, predicted)


def _one_sided(
    kind: OneSided, article: str, fact_type: str, gold: Fact | None, predicted: Fact | None
) -> Finding:
    return Finding(
        article=article,
        fact_type=fact_type,
        kind=kind,
        gold=gold and fact_text(gold),
        predicted=predicted and fact_text(predicted),
        gold_mention=gold and gold.mentions[0],
        predicted_mention=predicted and predicted.mentions[0],
    )


def _marked(fact_type: str, facts: Iterable[Fact]) -> list[Marked]:
    return [Marked(m, label(fact_type, fact)) for fact in facts for m in fact.mentions]


def score_facts(
    article: str, fact_type: str, gold: Sequence[Fact], predicted: Sequence[Fact]
) -> TypeResult:
    """One fact type of one article, nothing set aside."""
    pairs = align_facts(fact_type, gold, predicted)
    matched = [(gold[i], predicted[j]) for i, j in pairs]
    right = {j for _, j in pairs}
    missed = [gold[i] for i in _left(gold, (i for i, _ in pairs))]
    extra = [predicted[j] for j in _left(predicted, right)]
    marked = _marked(fact_type, gold), _marked(fact_type, predicted)
    aligned = align_mentions(*marked)
    facts = Counts(correct=len(pairs), missed=len(missed), spurious=len(extra))
    return TypeResult(
        counts={FACT_LEVEL: facts, **scheme_counts(*marked, aligned)},
        fields=_field_counts(fact_type, matched),
        labels=_labels(*marked, aligned),
        judged=tuple(
            Judged(confidence=fact.confidence, correct=j in right)
            for j, fact in enumerate(predicted)
        ),
        findings=(
            *_unmatched(article, fact_type, missed, extra),
            *_field_findings(article, fact_type, matched),
        ),
    )


def score_article(gold: GoldArticle, predicted: ArticleRecord | None) -> ArticleResult:
    """One gold article against its record; without one, everything is missed."""
    types = {}
    for fact_type in FACT_TYPES:
        facts = outside(getattr(gold, fact_type), gold.ignore)
        found = outside(getattr(predicted, fact_type, ()), gold.ignore)
        types[fact_type] = score_facts(gold.article.id, fact_type, facts, found)
    return ArticleResult(
        id=gold.article.id,
        source=gold.format,
        style=gold.style,
        n_chars=gold.article.n_chars,
        types=types,
    )
