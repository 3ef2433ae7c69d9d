"""From counts by article to scores: counts are added first, ratios come last.

Micro adds the counts of all fact types; macro is the mean of the fact types' ratios where they are
defined (F1 is undefined only for a type that neither side has).
"""

from collections.abc import Mapping, Sequence

import numpy as np

from pipeline.errors import GoldError
from pipeline.evaluating.gold import GoldArticle
from pipeline.evaluating.matching import FIELDS
from pipeline.evaluating.resampling import Table, divide, draws, interval
from pipeline.evaluating.results import (
    FACT_LEVEL,
    LEVELS,
    ROWS,
    ArticleResult,
    Counts,
    Evaluation,
    FieldCounts,
    FieldScore,
    LabelPair,
    Score,
    Scores,
    SliceName,
    add,
)
from pipeline.evaluating.scoring import score_article
from pipeline.records import FACT_TYPES, ArticleRecord

# Upper bounds in characters: a news item, an article of a page or two, and what is longer.
LENGTHS = ((2000, "short"), (5000, "medium"))


def ratios(sums: Table) -> Table:
    """Precision, recall and F1 from (credit, possible, actual) along the last axis."""
    credit, possible, actual = (sums[..., i] for i in range(3))
    return np.stack(
        [
            divide(credit, actual),
            divide(credit, possible),
            divide(2 * credit, possible + actual),
        ],
        axis=-1,
    )


def resampled(articles: Sequence[ArticleResult], level: str, weights: Table) -> Table:
    """Precision, recall and F1 of every row of `ROWS` (first axis) under every draw (second)."""
    counts = np.zeros((len(FACT_TYPES), len(articles), 3))
    for i, fact_type in enumerate(FACT_TYPES):
        for j, article in enumerate(articles):
            found = article.types[fact_type].counts[level]
            counts[i, j] = found.credit, found.possible, found.actual
    sums = weights @ counts
    by_type = ratios(sums)
    macro = divide(np.nansum(by_type, axis=0), (~np.isnan(by_type)).sum(axis=0).astype(float))
    return np.concatenate([by_type, ratios(sums.sum(axis=0))[None], macro[None]])


def _row_counts(articles: Sequence[ArticleResult], level: str, row: str) -> Counts | None:
    if row == "macro":
        return None
    fact_types = FACT_TYPES if row == "micro" else (row,)
    return add(Counts, (article.types[t].counts[level] for article in articles for t in fact_types))


def score(articles: Sequence[ArticleResult], level: str) -> Scores:
    """Every row of `ROWS` at one level, with intervals."""
    tables = resampled(articles, level, draws(len(articles)))
    scores = {}
    for row, table in zip(ROWS, tables, strict=True):
        precision, recall, f1 = (interval(table[:, column]) for column in range(3))
        scores[row] = Score(
            counts=_row_counts(articles, level, row), precision=precision, recall=recall, f1=f1
        )
    return scores


def _field_score(parts: Sequence[FieldCounts], weights: Table) -> FieldScore:
    columns = [[part.right, part.total, part.right_stated, part.stated] for part in parts]
    sums = weights @ np.array(columns, dtype=float).reshape(len(parts), 4)
    return FieldScore(
        counts=add(FieldCounts, parts),
        accuracy=interval(divide(sums[:, 0], sums[:, 1])),
        accuracy_stated=interval(divide(sums[:, 2], sums[:, 3])),
    )


def score_fields(articles: Sequence[ArticleResult]) -> dict[str, dict[str, FieldScore]]:
    """Accuracy over matched facts, by fact type and field."""
    weights = draws(len(articles))
    return {
        fact_type: {
            name: _field_score([a.types[fact_type].fields[name] for a in articles], weights)
            for name in FIELDS[fact_type]
        }
        for fact_type in FACT_TYPES
    }


def slice_value(article: ArticleResult, by: SliceName) -> str:
    """The slice an article belongs to: its format, its style, or short, medium or long."""
    if by != "length":
        return article.source if by == "source" else article.style
    return next((name for limit, name in LENGTHS if article.n_chars < limit), "long")


def score_slices(articles: Sequence[ArticleResult], by: SliceName) -> dict[str, Scores]:
    """Fact-level scores by slice."""
    found: dict[str, list[ArticleResult]] = {}
    for article in articles:
        found.setdefault(slice_value(article, by), []).append(article)
    return {value: score(found[value], FACT_LEVEL) for value in sorted(found)}


def confusion(articles: Sequence[ArticleResult], fact_type: str) -> tuple[LabelPair, ...]:
    """Label pairs of aligned mentions, added over articles, the most frequent first."""
    found: dict[tuple[str | None, str | None], int] = {}
    for article in articles:
        for pair in article.types[fact_type].labels:
            key = pair.gold, pair.predicted
            found[key] = found.get(key, 0) + pair.count
    pairs = (LabelPair(gold=g, predicted=p, count=n) for (g, p), n in found.items())
    return tuple(sorted(pairs, key=lambda p: (-p.count, p.gold or "", p.predicted or "")))


def evaluate(
    gold: Sequence[GoldArticle],
    predictions: Mapping[str, ArticleRecord],
    *,
    by: SliceName | None = None,
    gold_sha256: str | None = None,
) -> Evaluation:
    """Score predictions, by article id, against the gold.

    A gold article without a prediction is all misses. Raises GoldError where no id is shared.
    """
    ids = [article.article.id for article in gold]
    if predictions and not set(ids) & set(predictions):
        raise GoldError(
            "no prediction bears the id of a gold article; give records of these articles"
        )
    articles = tuple(score_article(g, predictions.get(g.article.id)) for g in gold)
    return Evaluation(
        gold_sha256=gold_sha256,
        scores={level: score(articles, level) for level in LEVELS},
        fields=score_fields(articles),
        slice_by=by,
        slices=score_slices(articles, by) if by else {},
        unpredicted=tuple(name for name in ids if name not in predictions),
        unjudged=tuple(name for name in predictions if name not in ids),
        articles=articles,
    )
