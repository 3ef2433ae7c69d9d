"""One self-contained HTML page of an evaluation: scores, confusions, reliability, every error.

The page loads nothing and runs no script; its content policy says so. Everything but the charts goes
through the template's escaping.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from pipeline.evaluating.calibration import Calibration, calibrate
from pipeline.evaluating.charts import f1_chart, reliability_chart
from pipeline.evaluating.excerpts import Excerpts, Piece
from pipeline.evaluating.gold import GoldArticle
from pipeline.evaluating.matching import LABEL_FIELDS
from pipeline.evaluating.metrics import confusion
from pipeline.evaluating.printing import finding_title, number, ratio, score_cells
from pipeline.evaluating.results import FACT_LEVEL, LEVELS, Evaluation, Finding
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
class ShownError:
    """One error with its marked sentence."""

    finding: Finding
    title: str
    pieces: tuple[Piece, ...]


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


def shown_errors(
    evaluation: Evaluation,
    gold: Sequence[GoldArticle],
    predictions: Mapping[str, ArticleRecord],
) -> dict[str, list[ShownError]]:
    """Every error by fact type, in the order of articles."""
    excerpts = Excerpts({article.article.id: article for article in gold}, predictions)
    shown: dict[str, list[ShownError]] = {fact_type: [] for fact_type in FACT_TYPES}
    for finding in evaluation.findings():
        marked = excerpts.of(finding)
        shown[finding.fact_type].append(ShownError(finding, finding_title(finding), marked))
    return shown


def _calibrations(evaluation: Evaluation) -> dict[str, Calibration]:
    each = {t: calibrate(evaluation.judged(t)) for t in FACT_TYPES}
    return {"all facts": calibrate(evaluation.judged(*FACT_TYPES)), **each}


def render(
    evaluation: Evaluation,
    gold: Sequence[GoldArticle],
    predictions: Mapping[str, ArticleRecord],
) -> str:
    """The page of an evaluation of `predictions` (by article id) against `gold`."""
    environment = Environment(
        autoescape=True,
        loader=PackageLoader("pipeline.evaluating", "."),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"number": number, "ratio": ratio, "score_cells": score_cells}
    calibrations = _calibrations(evaluation)
    # The charts are matplotlib's own output: their only words are ours.
    f1_svg = Markup(f1_chart(evaluation.scores[FACT_LEVEL]))  # noqa: S704
    reliability_svg = Markup(reliability_chart(calibrations["all facts"]))  # noqa: S704
    return environment.get_template(TEMPLATE).render(
        evaluation=evaluation,
        levels=LEVELS,
        confusions=[confusion_table(evaluation, fact_type) for fact_type in FACT_TYPES],
        calibrations=calibrations,
        errors=shown_errors(evaluation, gold, predictions),
        f1_svg=f1_svg,
        reliability_svg=reliability_svg,
    )
