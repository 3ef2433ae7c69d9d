"""One self-contained HTML page of an evaluation: scores, slices, confusions, reliability, every error.

The page loads nothing and runs no script; its content policy says so, and filters are CSS alone.
Everything but the charts goes through the template's escaping.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import get_args

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from pipeline.evaluating.calibration import Calibration, calibrate
from pipeline.evaluating.charts import interval_chart, reliability_chart
from pipeline.evaluating.excerpts import Excerpts, Piece, runs, same_fact
from pipeline.evaluating.gold import GoldArticle
from pipeline.evaluating.matching import LABEL_FIELDS
from pipeline.evaluating.metrics import confusion, score_slices, slice_value
from pipeline.evaluating.printing import KIND_WORDS, number
from pipeline.evaluating.results import (
    FACT_LEVEL,
    LEVELS,
    ROWS,
    ArticleResult,
    Counts,
    Evaluation,
    Finding,
    Scores,
    SliceName,
    add,
)
from pipeline.evaluating.wording import NOTHING
from pipeline.records import FACT_TYPES, ArticleRecord

TEMPLATE = "report.html.j2"
NO_MENTION = "(none)"


@dataclass(frozen=True, slots=True)
class Confusion:
    """Labels of aligned mentions: a row per gold label, a column per predicted one."""

    fact_type: str
    label: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True)
class Slice:
    """The articles of one slice and their fact-level scores."""

    by: SliceName
    value: str
    articles: int
    scores: Scores


@dataclass(frozen=True, slots=True)
class ShownArticle:
    """One article: `key` is its CSS class, `counts` those of its facts of all types."""

    key: str
    id: str
    title: str | None
    style: str
    counts: Counts
    wrong_fields: int

    @property
    def f1(self) -> float | None:
        """Fact-level F1; null without facts on either side."""
        both = self.counts.possible + self.counts.actual
        return 2 * self.counts.credit / both if both else None


@dataclass(frozen=True, slots=True)
class ShownError:
    """What is wrong with one fact, in its sentence: a miss, an extra, or fields of a matched fact.

    `values` are (name, gold, predicted); `sentence` the runs of its pieces, true for the error's.
    """

    number: int
    article: ShownArticle
    findings: tuple[Finding, ...]
    sentence: tuple[tuple[bool, tuple[Piece, ...]], ...]

    @property
    def first(self) -> Finding:
        """The finding whose mention is shown."""
        return self.findings[0]

    @property
    def values(self) -> tuple[tuple[str, str, str], ...]:
        """What the gold has and what was predicted, by field; "value" for a miss or an extra."""
        return tuple(
            (found.field or "value", found.gold or NOTHING, found.predicted or NOTHING)
            for found in self.findings
        )


def confusion_table(evaluation: Evaluation, fact_type: str) -> Confusion:
    """The label pairs of one fact type as a table; the last row and column are "no mention"."""
    pairs = confusion(evaluation.articles, fact_type)
    counts = {(p.gold or NO_MENTION, p.predicted or NO_MENTION): p.count for p in pairs}
    labels = sorted({name for pair in counts for name in pair} - {NO_MENTION})
    columns = (*labels, NO_MENTION) if labels else ()
    return Confusion(
        fact_type=fact_type,
        label=LABEL_FIELDS[fact_type],
        columns=columns,
        rows=tuple((g, tuple(counts.get((g, p), 0) for p in columns)) for g in columns),
    )


def slices(evaluation: Evaluation) -> Iterator[Slice]:
    """Every slice of every kind."""
    for by in get_args(SliceName):
        sizes = Counter(slice_value(article, by) for article in evaluation.articles)
        for value, scores in score_slices(evaluation.articles, by).items():
            yield Slice(by, value, sizes[value], scores)


def _shown_article(key: str, result: ArticleResult, title: str | None) -> ShownArticle:
    types = result.types.values()
    return ShownArticle(
        key=key,
        id=result.id,
        title=title,
        style=result.style,
        counts=add(Counts, (found.counts[FACT_LEVEL] for found in types)),
        wrong_fields=sum(finding.kind == "field" for found in types for finding in found.findings),
    )


def shown_articles(
    evaluation: Evaluation, gold: Sequence[GoldArticle]
) -> Mapping[str, ShownArticle]:
    """The articles by id, in order."""
    titles = {article.article.id: article.article.title for article in gold}
    return {
        result.id: _shown_article(f"a{n}", result, titles[result.id])
        for n, result in enumerate(evaluation.articles)
    }


def shown_errors(
    evaluation: Evaluation, articles: Mapping[str, ShownArticle], excerpts: Excerpts
) -> dict[str, dict[str, list[ShownError]]]:
    """Every error by fact type and kind, in the order of articles, numbered through."""
    shown: dict[str, dict[str, list[ShownError]]] = {}
    numbers = count(1)
    findings = tuple(evaluation.findings())
    for fact_type in FACT_TYPES:
        for kind in KIND_WORDS:
            found = (f for f in findings if (f.fact_type, f.kind) == (fact_type, kind))
            shown.setdefault(fact_type, {})[kind] = [
                ShownError(
                    next(numbers), articles[group[0].article], group, runs(excerpts.of(group[0]))
                )
                for group in same_fact(found)
            ]
    return shown


def _calibrations(evaluation: Evaluation) -> dict[str, Calibration]:
    each = {t: calibrate(evaluation.judged(t)) for t in FACT_TYPES}
    return {"all facts": calibrate(evaluation.judged(*FACT_TYPES)), **each}


def _charts(evaluation: Evaluation, calibration: Calibration) -> dict[str, Markup]:
    """Markup by name of the chart: matplotlib's own output, whose only words are ours."""
    f1 = {row: evaluation.scores[FACT_LEVEL][row].f1 for row in ROWS}
    fields = {
        f"{fact_type} {name}": score.accuracy
        for fact_type, named in evaluation.fields.items()
        for name, score in named.items()
    }
    drawn = {
        "f1": interval_chart("f1", "F1 of facts by type", f1),
        "fields": interval_chart("field-accuracy", "Accuracy of fields of matched facts", fields),
        "reliability": reliability_chart("calibration", "Precision by confidence", calibration),
    }
    return {name: Markup(svg) for name, svg in drawn.items()}  # noqa: S704


def _makers(predictions: Mapping[str, ArticleRecord]) -> list[str]:
    made = {record.provenance for record in predictions.values()}
    return sorted(
        f"pipeline {m.pipeline}, model {m.model}, config {m.config_sha256[:12] or NOTHING}"
        for m in made
    )


def _environment() -> Environment:
    environment = Environment(
        autoescape=True,
        loader=PackageLoader("pipeline.evaluating", "."),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["number"] = number
    return environment


def render(
    evaluation: Evaluation,
    gold: Sequence[GoldArticle],
    predictions: Mapping[str, ArticleRecord],
    gold_name: str,
) -> str:
    """The page of an evaluation of `predictions` (by article id) against `gold`, a file's articles."""
    articles = shown_articles(evaluation, gold)
    excerpts = Excerpts({article.article.id: article for article in gold}, predictions)
    calibrations = _calibrations(evaluation)
    return (
        _environment()
        .get_template(TEMPLATE)
        .render(
            evaluation=evaluation,
            gold_name=gold_name,
            makers=_makers(predictions),
            levels=LEVELS,
            kinds=KIND_WORDS,
            slices=list(slices(evaluation)),
            articles=list(articles.values()),
            confusions=[confusion_table(evaluation, fact_type) for fact_type in FACT_TYPES],
            calibrations=calibrations,
            errors=shown_errors(evaluation, articles, excerpts),
            findings=Counter((f.fact_type, f.kind) for f in evaluation.findings()),
            charts=_charts(evaluation, calibrations["all facts"]),
        )
    )
