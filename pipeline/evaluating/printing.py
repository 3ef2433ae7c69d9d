"""Scores, errors and comparisons for a terminal, drawn by rich."""

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table
from rich.text import Text

from pipeline.evaluating.excerpts import Excerpts, Mark, Piece, runs, same_fact
from pipeline.evaluating.metrics import slice_value
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
_PIPED_COLUMNS, _WIDE_COLUMNS = 120, 106
_SCORE_COLUMNS = ("precision", "recall", "F1", "gold", "predicted")

KIND_WORDS: Mapping[str, str] = {"miss": "missed", "extra": "extra", "field": "wrong fields"}
_MARK_STYLES: Mapping[Mark, str] = {
    "": "",
    "gold": "black on bright_yellow",
    "predicted": "black on bright_cyan",
    "both": "black on bright_green",
}
_SPACE = re.compile(r"\s+")


def number(value: float | None, signed: bool = False) -> str:
    """Three digits after the point, or a dash."""
    if value is None:
        return NOTHING
    return f"{value:+.3f}" if signed else f"{value:.3f}"


def ratio(found: Ratio, signed: bool = False, parting: str = " ") -> str:
    """The ratio with its interval: "0.912 [0.880, 0.941]"."""
    if found.low is None:
        return number(found.value, signed)
    low, high = number(found.low, signed), number(found.high, signed)
    return f"{number(found.value, signed)}{parting}[{low}, {high}]"


def score_cells(score: Score, parting: str = " ") -> tuple[str, ...]:
    """Precision, recall and F1 with intervals, then how many the gold and the prediction have."""
    counts = score.counts
    totals = (str(counts.possible), str(counts.actual)) if counts else (NOTHING, NOTHING)
    ratios = (score.precision, score.recall, score.f1)
    return (*(ratio(one, parting=parting) for one in ratios), *totals)


@dataclass(frozen=True, slots=True)
class Layout:
    """How tables of ratios fit a width: in few columns an interval stands below its ratio."""

    narrow: bool = False

    @property
    def parting(self) -> str:
        """What stands between a ratio and its interval."""
        return "\n" if self.narrow else " "

    def table(self, title: str, columns: Sequence[str], words: int = 1) -> Table:
        """A table whose first columns are words, the rest numbers."""
        table = Table(title=title, title_justify="left", padding=(0, 0 if self.narrow else 1))
        for place, column in enumerate(columns):
            table.add_column(column, justify="left" if place < words else "right")
        return table


WIDE = Layout()


def console_for_scores() -> tuple[Console, Layout]:
    """Standard output, and how tables of ratios fit it."""
    # Outside a terminal rich takes 80 columns, too few for three ratios with intervals.
    console = Console(width=None if sys.stdout.isatty() else _PIPED_COLUMNS)
    return console, Layout(narrow=console.width < _WIDE_COLUMNS)


def _score_table(title: str, scores: Scores, layout: Layout) -> Table:
    table = layout.table(title, ("", *_SCORE_COLUMNS))
    for row, score in scores.items():
        table.add_row(row, *score_cells(score, layout.parting), end_section=row == "dates")
    return table


def _field_table(evaluation: Evaluation, layout: Layout) -> Table:
    columns = ("", "field", "accuracy", "matched", "where stated", "stated")
    table = layout.table("Fields of matched facts", columns, words=2)
    for fact_type, fields in evaluation.fields.items():
        for name, score in fields.items():
            table.add_row(
                fact_type,
                name,
                ratio(score.accuracy, parting=layout.parting),
                str(score.counts.total),
                ratio(score.accuracy_stated, parting=layout.parting),
                str(score.counts.stated),
                end_section=name == list(fields)[-1],
            )
    return table


def _slice_title(evaluation: Evaluation, value: str) -> str:
    by = evaluation.slice_by
    assert by, "slices have a name"
    articles = sum(slice_value(article, by) == value for article in evaluation.articles)
    return f"Facts by {by}: {value} ({articles} article{'' if articles == 1 else 's'})"


def score_tables(evaluation: Evaluation, layout: Layout) -> Iterator[Table]:
    """Facts, fields, mentions in every scheme, then the slices if there are any."""
    for level in LEVELS:
        yield _score_table(_LEVEL_TITLES[level], evaluation.scores[level], layout)
        if level == FACT_LEVEL:
            yield _field_table(evaluation, layout)
    for value, scores in evaluation.slices.items():
        yield _score_table(_slice_title(evaluation, value), scores, layout)


def finding_title(finding: Finding) -> str:
    """What went wrong: "miss populations: 1 200 persons, predicted 200 persons"."""
    gold, predicted = finding.gold or NOTHING, finding.predicted or NOTHING
    where = f"{finding.kind} {finding.fact_type}"
    if finding.kind == "field":
        return f"{where}.{finding.field}: {gold}, predicted {predicted}"
    if finding.kind == "miss":
        return f"{where}: {gold}" + (f", predicted {predicted}" if finding.predicted else "")
    return f"{where}: {predicted}" + (f", gold {gold}" if finding.gold else "")


def marked_sentence(cut: Iterable[Piece]) -> Text:
    """The sentence in one line, >>the error<< between arrows, the sides' mentions in colours."""
    sentence = Text("    ")
    for focus, found in runs(cut):
        sentence.append(">>" if focus else "")
        for piece in found:
            sentence.append(_SPACE.sub(" ", piece.text), _MARK_STYLES[piece.mark])
        sentence.append("<<" if focus else "")
    return sentence


def finding_lines(findings: Iterable[Finding], excerpts: Excerpts) -> Iterator[Text]:
    """A line an error: article, offset and what went wrong; after those of a fact its sentence."""
    for found in same_fact(findings):
        for finding in found:
            place = Text(f"{finding.article}:{finding.mention.start} ", style="dim")
            yield place + Text(finding_title(finding), style="bold")
        yield marked_sentence(excerpts.of(found[0]))


def error_counts(findings: Iterable[Finding]) -> str:
    """ "3 missed, 1 extra, 12 wrong fields"."""
    counts: Counter[str] = Counter(finding.kind for finding in findings)
    return ", ".join(f"{counts[kind]} {words}" for kind, words in KIND_WORDS.items())


def _delta_cells(delta: Delta) -> tuple[str, ...]:
    before, after = number(delta.before), number(delta.after)
    return before, after, ratio(delta.delta, signed=True), number(delta.p)


def delta_table(comparison: Comparison) -> Table:
    """F1 before and after, the difference with its paired interval, and p."""
    columns = ("", "before", "after", "change", "p")
    table = WIDE.table("Facts: F1 against the other evaluation", columns)
    for row, delta in comparison.deltas.items():
        table.add_row(row, *_delta_cells(delta), end_section=row == "dates")
    return table


def print_scores(console: Console, evaluation: Evaluation, layout: Layout = WIDE) -> None:
    """Every table of an evaluation."""
    for table in score_tables(evaluation, layout):
        console.print(table)


def print_findings(console: Console, findings: Iterable[Finding], excerpts: Excerpts) -> None:
    """Every error with its sentence."""
    for line in finding_lines(findings, excerpts):
        console.print(line, soft_wrap=True)


def print_errors(console: Console, evaluation: Evaluation, excerpts: Excerpts) -> None:
    """How many errors there are, then each in its sentence."""
    findings = tuple(evaluation.findings())
    console.print(Text(f"Errors: {error_counts(findings)}", style="bold underline"))
    print_findings(console, findings, excerpts)


def print_comparison(console: Console, comparison: Comparison, excerpts: Excerpts) -> None:
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
        print_findings(console, findings, excerpts)
