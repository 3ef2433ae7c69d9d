"""The commands `evaluate` and `report`: options in, one evaluation, its tables, JSON or page out."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from pipeline.destination import FILE, STANDARD_OUTPUT, Destination, refuse_overwriting
from pipeline.durable import write_whole
from pipeline.errors import GoldError
from pipeline.evaluating.comparing import compare, read_evaluation
from pipeline.evaluating.excerpts import Excerpts
from pipeline.evaluating.gate import Verdict, hold, pinned_for
from pipeline.evaluating.gold import (
    GoldArticle,
    predict,
    read_gold,
    read_predictions,
    sha256_of,
)
from pipeline.evaluating.metrics import evaluate
from pipeline.evaluating.printing import (
    console_for_scores,
    number,
    print_comparison,
    print_errors,
    print_scores,
)
from pipeline.evaluating.results import ROWS, Comparison, Evaluation, SliceName
from pipeline.evaluating.wording import NOTHING
from pipeline.records import ArticleRecord

DEFAULT_GOLD = Path("corpus/gold/dev.jsonl")
_HELP = {"help_option_names": ["-h", "--help"]}

_MOST_NAMED = 10


class CheckoutFile(click.Path):
    """A file to read whose default is one of the checkout's, which is not there elsewhere."""

    def __init__(self) -> None:
        super().__init__(exists=True, dir_okay=False, path_type=Path)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:  # noqa: ANN401
        """The path; fails for a default that is missing with what to give instead."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            if param is None or value != param.default:
                raise
            self.fail(
                f"{value} is a file of the checkout, and is not here; give another", param, ctx
            )


_READABLE = click.Path(exists=True, dir_okay=False, path_type=Path)
_gold_option = click.option(
    "--gold",
    "gold_path",
    type=CheckoutFile(),
    default=DEFAULT_GOLD,
    show_default=True,
    metavar="FILE",
    help="Gold articles, JSON Lines.",
)
_pred_option = click.option(
    "--pred",
    "pred_path",
    type=FILE,
    metavar="FILE",
    help="Predicted records, JSON Lines, or - for standard input; without it the pipeline runs.",
)


def _floor(text: str) -> tuple[str, float]:
    row, _, least = text.partition("=")
    try:
        floor = float(least)
    except ValueError:
        floor = -1.0
    if row not in ROWS or not 0 <= floor <= 1:
        raise click.BadParameter(
            f"{text!r}; give TYPE=F1, TYPE one of {', '.join(ROWS)}, F1 0 to 1"
        )
    return row, floor


def _floors(
    ctx: click.Context,  # noqa: ARG001 - click's signature of a callback
    param: click.Parameter,  # noqa: ARG001
    values: Sequence[str],
) -> tuple[tuple[str, float], ...]:
    return tuple(_floor(text) for text in values)


def _predictions(
    gold: Sequence[GoldArticle], pred_path: Path | None
) -> Mapping[str, ArticleRecord]:
    if pred_path is None:
        return predict(gold)
    found = read_predictions(pred_path)
    if not found:
        # All misses would be taken for a score of the pipeline.
        raise GoldError(f"{pred_path}: holds no record; give records of the gold's articles")
    return found


def _warn(evaluation: Evaluation) -> None:
    if evaluation.unpredicted:
        names = _named(evaluation.unpredicted)
        click.echo(f"without a prediction, so all misses: {names}", err=True)
    if evaluation.unjudged:
        click.echo(f"predicted, but not in the gold: {_named(evaluation.unjudged)}", err=True)


def _named(ids: Sequence[str]) -> str:
    """As many ids as a line holds, and the number of the rest."""
    shown = ", ".join(ids[:_MOST_NAMED])
    rest = len(ids) - _MOST_NAMED
    return f"{shown} and {rest} more" if rest > 0 else shown


def _print_json(evaluation: Evaluation, comparison: Comparison | None) -> None:
    text = evaluation.model_dump_json(indent=2)
    if comparison:
        text = f'{text[:-2]},\n"comparison": {comparison.model_dump_json(indent=2)}\n}}'
    click.echo(text)


def _print_tables(
    evaluation: Evaluation, comparison: Comparison | None, excerpts: Excerpts, with_errors: bool
) -> None:
    console, layout = console_for_scores()
    print_scores(console, evaluation, layout)
    if with_errors:
        print_errors(console, evaluation, excerpts)
    if comparison:
        print_comparison(console, comparison, excerpts)


def _under_floors(evaluation: Evaluation, floors: Sequence[tuple[str, float]]) -> bool:
    under = [(row, floor) for row, floor in floors if (evaluation.f1(row) or 0.0) < floor]
    for row, floor in under:
        click.echo(f"{row}: F1 {number(evaluation.f1(row))} is under {floor}", err=True)
    return bool(under)


def _told(verdict: Verdict, stands: bool, update: bool) -> Iterator[str]:
    """What the gate found and did, a line each; the last says whether it was passed."""
    written = update and stands
    for fall in verdict.shortfalls:
        value = NOTHING if fall.value is None else f"{fall.value:.4f}"
        yield f"{fall.name} {value}, floor {fall.floor:.4f}"
    if verdict.shortfalls and update:
        yield "floors lowered" if stands else "nothing written; lower with --allow-regression"
    if verdict.gold_changed:
        remedy = "pinned anew" if written else "run with --update to pin it"
        yield f"the gold is not the pinned one; {remedy}"
    if verdict.raised:
        done = "floors raised" if written else "scores above their floors; --update raises them"
        yield f"{len(verdict.raised)} {done}: {', '.join(verdict.raised)}"
    yield "passed" if stands else "failed"


@click.command("evaluate", context_settings=_HELP)
@_gold_option
@_pred_option
@click.option("--json", "as_json", is_flag=True, help="Print the whole evaluation as JSON.")
@click.option("--by", type=click.Choice(["source", "length", "style"]), help="Score slices too.")
@click.option("--errors", is_flag=True, help="List every error with its sentence.")
@click.option("--compare", "other", type=_READABLE, help="Compare with an evaluation's JSON.")
@click.option(
    "--fail-under",
    callback=_floors,
    multiple=True,
    metavar="TYPE=F1",
    help="Exit 1 under this fact-level F1.",
)
@click.option("--gate", type=FILE, metavar="BASELINE", help="Exit 1 under a pinned floor.")
@click.option("--update", is_flag=True, help="With --gate: raise the floors, pin a changed gold.")
@click.option("--allow-regression", is_flag=True, help="With --update: lower floors too.")
def evaluate_command(
    gold_path: Path,
    pred_path: Path | None,
    as_json: bool,
    by: SliceName | None,
    errors: bool,
    other: Path | None,
    fail_under: tuple[tuple[str, float], ...],
    gate: Path | None,
    update: bool,
    allow_regression: bool,
) -> None:
    """Score predictions against gold: facts, fields and mentions, with 95 % intervals.

    Exit code 1 under a floor of --fail-under or --gate.
    """
    if (update and not gate) or (allow_regression and not update):
        raise click.UsageError("--update needs --gate, and --allow-regression needs --update")
    # What can't be read is told before the pipeline runs over the gold.
    earlier = read_evaluation(other) if other else None
    if gate:
        pinned_for(gate, gold_path.name, update=update)
    gold = read_gold(gold_path)
    sha256 = sha256_of(gold_path)
    predictions = _predictions(gold, pred_path)
    evaluation = evaluate(gold, predictions, by=by, gold_sha256=sha256)
    comparison = compare(earlier, evaluation) if earlier else None
    _warn(evaluation)
    if as_json:
        _print_json(evaluation, comparison)
    else:
        excerpts = Excerpts({article.article.id: article for article in gold}, predictions)
        _print_tables(evaluation, comparison, excerpts, errors)
    failed = _under_floors(evaluation, fail_under)
    if gate:
        verdict, stands = hold(
            gate, gold_path.name, evaluation, update=update, allow_regression=allow_regression
        )
        for line in _told(verdict, stands, update):
            click.echo(f"gate {gold_path.name}: {line}", err=True)
        failed = failed or not stands
    sys.exit(1 if failed else 0)


@click.command("report", context_settings=_HELP)
@_gold_option
@_pred_option
@click.option(
    "--out",
    "-o",
    type=Destination(or_stdout=True),
    required=True,
    metavar="FILE",
    help="The page, or - for standard output.",
)
def report_command(gold_path: Path, pred_path: Path | None, out: str) -> None:
    """Write one self-contained HTML page: scores, slices, confusions, reliability, every error."""
    from pipeline.evaluating.report import render

    refuse_overwriting(out, [gold_path, *([pred_path] if pred_path else [])])
    gold = read_gold(gold_path)
    predictions = _predictions(gold, pred_path)
    evaluation = evaluate(gold, predictions, gold_sha256=sha256_of(gold_path))
    _warn(evaluation)
    page = render(evaluation, gold, predictions, gold_path.name)
    if out == STANDARD_OUTPUT:
        click.echo(page)
        return
    write_whole(Path(out), page)
    click.echo(f"written: {out}", err=True)
