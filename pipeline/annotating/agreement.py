"""How far two annotators agree: F1 by the evaluator's counts, and coefficients corrected for chance.

Spans: Cohen's kappa (1960) over tokens, for each is judged by both annotators, and each may use a
label more or less readily. Fields: Krippendorff's alpha (nominal) over the facts both have, for these
are few and their categories rare; two values differ where the evaluator says they do.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from pydantic import BaseModel, ConfigDict

from pipeline.errors import AnnotationError
from pipeline.evaluating.gold import GoldArticle, raw_article
from pipeline.evaluating.matching import FIELDS
from pipeline.evaluating.metrics import evaluate
from pipeline.evaluating.results import Evaluation
from pipeline.evaluating.scoring import align_facts, outside
from pipeline.records import FACT_TYPES, Fact, Span

MENTION_LEVELS = ("strict", "partial")
# The row over all fact types: a token's label is the set of the types it is in.
ALL = "all types"

_TOKEN = re.compile(r"\w+|[^\w\s]")


class Coefficient(BaseModel):
    """Agreement over `items`: observed, and corrected for chance.

    Both are null without items; the coefficient also where only one category was used.
    """

    model_config = ConfigDict(frozen=True)

    items: int
    observed: float | None = None
    corrected: float | None = None


class Agreement(BaseModel):
    """Two annotations of some articles; the evaluation has the first as gold.

    `tokens` by fact type and `ALL` (Cohen's kappa), `fields` by fact type and field (alpha).
    """

    model_config = ConfigDict(frozen=True)

    articles: tuple[str, ...]
    evaluation: Evaluation
    tokens: dict[str, Coefficient]
    fields: dict[str, dict[str, Coefficient]]


Pair = tuple[GoldArticle, GoldArticle]
Labels = Sequence[tuple[object, object]]


def paired(first: Sequence[GoldArticle], second: Sequence[GoldArticle]) -> tuple[Pair, ...]:
    """The articles that both have, stretches that either ignores ignored in both.

    Raises AnnotationError where they share no article, or the text of a shared one differs.
    """
    others = {article.article.id: article for article in second}
    pairs = [(a, others[a.article.id]) for a in first if a.article.id in others]
    if not pairs:
        raise AnnotationError("the files share no article; give two annotations of the same ones")
    changed = [a.article.id for a, b in pairs if a.text != b.text]
    if changed:
        raise AnnotationError(
            f"the text differs in {', '.join(changed)}; agreement needs one text: annotate it again"
        )
    return tuple(map(_with_all_ignored, pairs))


def _with_all_ignored(pair: Pair) -> Pair:
    first, second = pair
    both = {"ignore": (*first.ignore, *second.ignore)}
    return first.model_copy(update=both), second.model_copy(update=both)


def _facts(pair: Pair, fact_type: str) -> tuple[tuple[Fact, ...], tuple[Fact, ...]]:
    first, second = (outside(getattr(article, fact_type), article.ignore) for article in pair)
    return first, second


def tokens_of(article: GoldArticle) -> tuple[tuple[int, int], ...]:
    """The raw stretches of the words and signs a reader sees, those of ignored stretches left out."""
    visible = raw_article(article).visible
    found = (visible.raw_span(*match.span()) for match in _TOKEN.finditer(visible.text))
    return tuple(span for span in found if not _touches(span, article.ignore))


def _touches(token: tuple[int, int], spans: Iterable[Span]) -> bool:
    return any(span.start < token[1] and token[0] < span.end for span in spans)


def _token_labels(pair: Pair) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    """For each token of an article, the fact types it is in, by either annotator."""
    spans = [
        {kind: [m for f in _facts(pair, kind)[side] for m in f.mentions] for kind in FACT_TYPES}
        for side in (0, 1)
    ]
    for token in tokens_of(pair[0]):
        first, second = (
            frozenset(kind for kind, marked in side.items() if _touches(token, marked))
            for side in spans
        )
        yield first, second


def _coefficient(labels: Labels, method: str, same: Callable[[Any, Any], bool]) -> Coefficient:
    if not labels:
        return Coefficient(items=0)
    observed = sum(same(a, b) for a, b in labels) / len(labels)
    used = [label for pair in labels for label in pair]
    if all(same(used[0], label) for label in used):
        return Coefficient(items=len(labels), observed=observed)
    rows = [(coder, i, pair[coder]) for i, pair in enumerate(labels) for coder in (0, 1)]
    task = _annotation_task()(rows, distance=lambda a, b: float(not same(a, b)))
    return Coefficient(
        items=len(labels), observed=observed, corrected=float(getattr(task, method)())
    )


def _annotation_task() -> Any:  # noqa: ANN401 - a class of an untyped package
    try:
        from nltk.metrics.agreement import AnnotationTask
    except ModuleNotFoundError as error:
        raise AnnotationError(
            f"{error.name} is not installed; pip install 'ehistory-pipeline[annotate]'"
        ) from error
    return AnnotationTask


def token_kappas(pairs: Sequence[Pair]) -> dict[str, Coefficient]:
    """Cohen's kappa over tokens: in a mention of a type or not, and the set of types for `ALL`."""
    labels = [both for pair in pairs for both in _token_labels(pair)]
    found = {
        kind: _coefficient([(kind in a, kind in b) for a, b in labels], "kappa", _equal)
        for kind in FACT_TYPES
    }
    # Sorted text, for sets have no order to group them by.
    joined = [("+".join(sorted(a)), "+".join(sorted(b))) for a, b in labels]
    return {**found, ALL: _coefficient(joined, "kappa", _equal)}


def _equal(first: object, second: object) -> bool:
    return first == second


def field_alphas(pairs: Sequence[Pair], fact_type: str) -> dict[str, Coefficient]:
    """Krippendorff's alpha of each field over the facts of one value that both annotators have."""
    matched: list[tuple[Fact, Fact]] = []
    for pair in pairs:
        first, second = _facts(pair, fact_type)
        matched += [(first[i], second[j]) for i, j in align_facts(fact_type, first, second)]
    return {
        name: _coefficient(
            [(getattr(a, name), getattr(b, name)) for a, b in matched], "alpha", same
        )
        for name, same in FIELDS[fact_type].items()
    }


def agreement(first: Sequence[GoldArticle], second: Sequence[GoldArticle]) -> Agreement:
    """How far two annotations agree on the articles that both have."""
    pairs = paired(first, second)
    others = {b.article.id: b for _, b in pairs}
    return Agreement(
        articles=tuple(others),
        evaluation=evaluate([a for a, _ in pairs], others),
        tokens=token_kappas(pairs),
        fields={kind: field_alphas(pairs, kind) for kind in FACT_TYPES},
    )
