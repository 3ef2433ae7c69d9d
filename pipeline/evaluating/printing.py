"""Scores, errors and comparisons for a terminal, drawn by rich."""

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from pipeline.evaluating.results import (
    FACT_LEVEL,
    LEVELS,
    SCHEMES,
    Comparison,
    Delta,
    Evaluation,
    Finding,
    Ratio,
    Score,
    Scores,
)
from pipeline.evaluating.wording import NOTHING

_LEVEL_TITLES = {
    FACT_LEVEL: "Facts: normalised value",
    **{scheme: f"Mentions: {scheme} (SemEval-2013)" for scheme in SCHEMES},
}
_SCORE_COLUMNS = ("precision", "recall", "F1", "gold", "predicted")


def number(value: float | None, signed: bool = False) -> str:
    """Three digits after the point, or a dash."""
    if value is None:
        return NOTHING
    return f"{value:+.3f}" if signed else f"{value:.3f}"


def ratio(found: Ratio, signed: bool = False) -> str:
    """The ratio with its interval: "0.912 [0.880, 0.941]"."""
    if found.low is None:
        return number(found.value, signed)
    return (
        f"{number(found.value, signed)} [{number(found.low, signed)}, {number(found.high, signed)}]"
    )


def score_cells(score: Score) -> tuple[str, ...]:
    """Precision, recall and F1 with intervals, then how many the gold and the prediction have."""
    counts = score.counts
    totals = (str(counts.possible), str(counts.actual)) if counts else (NOTHING, NOTHING)
    return ratio(score.precision), ratio(score.recall), ratio(score.f1), *totals


def _table(title: str, columns: Sequence[str], words: int = 1) -> Table:
    table = Table(title=title, title_justify="left")
    for place, column in enumerate(columns):
        table.add_column(column, justify="left" if place < words else "right")
    return table


def _score_table(title: str, scores: Scores) -> Table:
    table = _table(title, ("", *_SCORE_COLUMNS))
    for row, score in scores.items():
        table.add_row(row, *score_cells(score), end_section=row == "dates")
    return table


def _field_table(evaluation: Evaluation) -> Table:
    columns = ("", "field", "accuracy", "matched", "where stated", "stated")
    table = _table("Fields of matched facts", columns, words=2)
    for fact_type, fields in evaluation.fields.items():
        for name, score in fields.items():
            table.add_row(
                fact_type,
                name,
                ratio(score.accuracy),
                str(score.counts.total),
                ratio(score.accuracy_stated),
                str(score.counts.stated),
                end_section=name == list(fields)[-1],
            )
    return table


def score_tables(evaluation: Evaluation) -> Iterator[Table]:
    """Facts, fields, mentions in every scheme, then the slices if there are any."""
    for level in LEVELS:
        yield _score_table(_LEVEL_TITLES[level], evaluation.scores[level])
        if level == FACT_LEVEL:
            yield _field_table(evaluation)
    for value, scores in evaluation.slices.items():
        yield _score_table(f"Facts by {evaluation.slice_by}: {value}", scores)


def finding_title(finding: Finding) -> str:
    """What went wrong: "miss populations: 1 200 persons, predicted 200 persons"."""
    gold, predicted = finding.gold or NOTHING, finding.predicted or NOTHING
    where = f"{finding.kind} {finding.fact_type}"
    if finding.kind == "field":
        return f"{where}.{finding.field}: {gold}, predicted {predicted}"
    if finding.kind == "miss":
        return f"{where}: {gold}" + (f", predicted {predicted}" if finding.predicted else "")
    return f"{where}: {predicted}" + (f", gold {gold}" if finding.gold else "")


def finding_lines(findings: Iterable[Finding]) -> Iterator[Text]:
    """Two lines an error: article, offset and what went wrong; then the sentence."""
    for finding in findings:
        mention = finding.mention
        place = Text(f"{finding.article}:{mention.start} ", style="dim")
        yield place + Text(finding_title(finding), style="bold")
        sentence = Text(f"    {' '.join(mention.sentence.split())}")
        sentence.highlight_words([mention.text], style="reverse")
        yield sentence


def _delta_cells(delta: Delta) -> tuple[str, ...]:
    before, after = number(delta.before), number(delta.after)
    return before, after, ratio(delta.delta, signed=True), number(delta.p)


def delta_table(comparison: Comparison) -> Table:
    """F1 before and after, the difference with its paired interval, and p."""
    table = _table("Facts: F1 against the other evaluation", ("", "before", "after", "change", "p"))
    for row, delta in comparison.deltas.items():
        table.add_row(row, *_delta_cells(delta), end_section=row == "dates")
    return table


def print_scores(console: Console, evaluation: Evaluation) -> None:
    """Every table of an evaluation."""
    for table in score_tables(evaluation):
        console.print(table)


def print_findings(console: Console, findings: Iterable[Finding]) -> None:
    """Every error with its sentence."""
    for line in finding_lines(findings):
        console.print(line, soft_wrap=True)


def print_comparison(console: Console, comparison: Comparison) -> None:
    """The table of changes, then the facts that changed sides."""
    console.print(delta_table(comparison))
    parts = {
        "Gained (missed before)": comparison.gained,
        "Lost (found before)": comparison.lost,
        "Extras gone": comparison.extras_gone,
        "New extras": comparison.extras_new,
    }
    for title, findings in parts.items():
        console.print(Text(f"{title}: {len(findings)}", style="bold underline"))
        print_findings(console, findings)
