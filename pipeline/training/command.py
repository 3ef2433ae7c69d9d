"""The command `train`: weights fitted on gold, written as data under models/weights/."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table
from spacy.tokens import Doc

from pipeline.errors import GoldError
from pipeline.evaluating.command import DEFAULT_GOLD, CheckoutFile
from pipeline.evaluating.gold import GoldArticle, read_gold
from pipeline.lexicons import models_dir
from pipeline.training.calibrating import Counts, confidences, counted, together
from pipeline.training.examples import TASKS, gold_docs
from pipeline.training.fitting import Example, Shape, cross_validated, fit

PLAIN = Shape()
# Where what a cue is worth depends on others (docs/decisions/0020-hidden-units.md).
HIDDEN = Shape(units=16)
SHAPES = {"place": HIDDEN, "time": HIDDEN, "group": HIDDEN}
FOLDS = 8
_LEAST = 0.005
_FEWEST_ARTICLES = 2


gold_option = click.option(
    "--gold",
    "gold_path",
    type=CheckoutFile(),
    default=DEFAULT_GOLD,
    show_default=True,
    metavar="FILE",
    help="Gold articles, JSON Lines; never the test split.",
)


@click.command("train", context_settings={"help_option_names": ["-h", "--help"]})
@gold_option
@click.option(
    "--first",
    "first_path",
    type=CheckoutFile(),
    default=Path("corpus/gold/first.tsv"),
    show_default=True,
    metavar="FILE",
    help="Facts right, of how many, by evidence, in articles nobody had read when they were told.",
)
@click.option(
    "--unread",
    "unread_path",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Only score gold articles that nobody has read yet, and add their facts to --first.",
)
@click.option("--dry-run", is_flag=True, help="Print the cross-validated accuracy, write nothing.")
def train_command(
    gold_path: Path, first_path: Path, unread_path: Path | None, dry_run: bool
) -> None:
    """Fit the weights by which bare counts, quoted bodies, kinds, places, times and groups are chosen.

    Accuracy is that of weights fitted on other articles (8 folds). Exit code 0.
    """
    first = _first_scores(first_path)
    if unread_path is not None:
        told = counted(gold_docs(read_gold(unread_path)))
        _show_first(told, unread_path)
        if not dry_run:
            _write_first(together(first, told), first_path)
        return
    pairs = list(gold_docs(read_gold(gold_path)))
    examples = {name: _examples(name, pairs, gold_path) for name in TASKS}
    table = Table("weights", "examples", "accuracy", title=f"Fitted on {gold_path}")
    for name, found in examples.items():
        held = cross_validated(found, SHAPES.get(name, PLAIN), FOLDS)
        table.add_row(name, str(len(found)), f"{held:.3f}")
        if not dry_run:
            _write(name, found, gold_path, held)
    trusted = confidences(pairs, first)
    table.add_row("confidence", f"{len(trusted)} classes", "–")
    if not dry_run:
        _write_confidence(trusted, gold_path)
    Console().print(table)


def _examples(name: str, pairs: Sequence[tuple[GoldArticle, Doc]], gold: Path) -> list[Example]:
    """The examples of a task; raises GoldError where they are of fewer than two articles."""
    found = [example for pair in pairs for example in TASKS[name](*pair)]
    articles = {example.article for example in found}
    if len(articles) < _FEWEST_ARTICLES:
        raise GoldError(
            f"{gold}: examples of {name} in {len(articles)} articles, too few to hold one out;"
            " give more gold articles"
        )
    return found


def _first_scores(path: Path) -> Counts:
    """The rows of a table of first scores; raises GoldError where one is none."""
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith(("#", "evidence"))]
    try:
        return {told: (int(right), int(total)) for told, right, total in rows}
    except ValueError as error:
        raise GoldError(f"{path}: a row is no evidence, right and total: {error}") from error


def _show_first(told: Counts, unread: Path) -> None:
    table = Table("evidence", "right", "total", title=f"Told in {unread}")
    for evidence, (right, total) in told.items():
        table.add_row(evidence, str(right), str(total))
    Console().print(table)


_FIRST_HEAD = """\
# Facts of development batches by the evidence they were told by, as the pipeline told them before anyone had read the
# batch: how many were right, of how many. `ehistory train --unread` adds to them, `ehistory train` reads them.
evidence\tright\ttotal
"""


def _write_first(counts: Counts, path: Path) -> None:
    rows = (f"{told}\t{right}\t{total}\n" for told, (right, total) in counts.items())
    path.write_text(_FIRST_HEAD + "".join(rows), encoding="utf-8")


def _write_confidence(trusted: Mapping[str, float], gold: Path) -> None:
    head = (
        "# Confidence of facts by the evidence they were told by (pipeline/confidence.py); written by"
        f" `ehistory train` from {gold}.\n"
    )
    rows = (f"{told}\t{share:.3f}\n" for told, share in trusted.items())
    path = models_dir() / "weights" / "confidence.tsv"
    path.write_text(head + "".join(rows), encoding="utf-8")


def _write(name: str, examples: list[Example], gold: Path, held: float) -> None:
    shape = SHAPES.get(name, PLAIN)
    units = f"\tand for {shape.units} hidden units" if shape.units else ""
    path = models_dir() / "weights" / f"{name}.tsv"
    head = (
        f"# Weights of the features that choose the {name} of a fact; written by `ehistory train` from"
        f" {gold}.\n# {len(examples)} examples, penalty {shape.penalty}, cross-validated accuracy {held:.3f}."
        f" feature\tweight{units}\n"
    )
    rows = sorted(fit(examples, shape).items())
    told = ("\t".join((f, *(f"{w:.3f}" for w in row))) for f, row in rows if _weighs(row))
    path.write_text(head + "".join(f"{line}\n" for line in told), encoding="utf-8")


def _weighs(row: Sequence[float]) -> bool:
    return any(abs(weight) >= _LEAST for weight in row)
