"""The command `ehistory`: options in, one function called, its result printed.

Exit codes: 0 done, 1 failed or nothing could be extracted, 2 misuse.
"""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import ClassVar

import click
from rich.console import Console
from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from pipeline.errors import EhistoryError, RejectedInput
from pipeline.reading import DEFAULT_MAX_CHARS, read_inputs
from pipeline.records import json_schema


class _LazyGroup(click.Group):
    """Finds the commands of evaluation, annotation and training without importing them for `--help`."""

    lazy: ClassVar[dict[str, str]] = {
        "annotate": "pipeline.annotating.command:annotate",
        "evaluate": "pipeline.evaluating.command:evaluate_command",
        "report": "pipeline.evaluating.command:report_command",
        "train": "pipeline.training.command:train_command",
    }

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted([*super().list_commands(ctx), *self.lazy])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name in self.lazy:
            module, _, name = self.lazy[cmd_name].partition(":")
            command: click.Command = getattr(import_module(module), name)
            return command
        return super().get_command(ctx, cmd_name)


@click.group(cls=_LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="ehistory-pipeline")
def cli() -> None:
    """Populations, percentages, organizations and dates from articles of e-history.kz."""


def main() -> None:
    """The console script: errors raised on purpose become one line and exit code 1."""
    try:
        cli()
    except EhistoryError as error:
        click.echo(f"ehistory: {error}", err=True)
        sys.exit(1)


@cli.command()
@click.argument("inputs", nargs=-1, required=True)
@click.option(
    "--out", "-o", required=True, help="Folder for the results, or - for standard output."
)
@click.option(
    "--max-chars", default=DEFAULT_MAX_CHARS, show_default=True, help="Longest article accepted."
)
@click.option("--quiet", "-q", is_flag=True, help="Print nothing but errors.")
@click.option("--verbose", "-v", is_flag=True, help="Name every article and reject.")
def extract(inputs: tuple[str, ...], out: str, max_chars: int, quiet: bool, verbose: bool) -> None:
    """Extract records from INPUTS: files, folders, globs, or - for standard input.

    Reads .txt, .html and .jsonl, each also as .gz. Writes records.jsonl, rejects.jsonl and
    manifest.json into the folder. Exit code 1 if no input gave a record.
    """
    from pipeline.batch import run
    from pipeline.showing import summary_table

    items = read_inputs(inputs, max_chars=max_chars, stdin=sys.stdin.buffer)
    console = Console(stderr=True)
    if out == "-":
        sys.exit(0 if _print_records(items, quiet) else 1)
    with _progress(console, quiet) as progress:
        task = progress.add_task("extracting", total=None) if progress else None

        def advance(outcome: object) -> None:
            if progress is not None and task is not None:
                progress.advance(task)
            if isinstance(outcome, RejectedInput) and not quiet:
                console.print(f"rejected: {outcome}", style="red", highlight=False, markup=False)
            elif verbose:
                console.print(f"done: {outcome.article.id}", highlight=False, markup=False)  # type: ignore[attr-defined]

        summary = run(items, Path(out), advance)
    if not quiet:
        Console().print(summary_table(summary))
    sys.exit(0 if summary.articles else 1)


def _print_records(items: Iterator[object], quiet: bool) -> int:
    from pipeline.extracting import outcomes

    printed = 0
    for outcome in outcomes(items):  # type: ignore[arg-type]
        if isinstance(outcome, RejectedInput):
            if not quiet:
                click.echo(f"rejected: {outcome}", err=True)
            continue
        click.echo(outcome.model_dump_json())
        printed += 1
    return printed


@contextmanager
def _progress(console: Console, quiet: bool) -> Iterator[Progress | None]:
    if quiet or not console.is_terminal:
        yield None
        return
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console, transient=True) as progress:
        yield progress


@cli.command()
@click.argument("source", metavar="INPUT")
def show(source: str) -> None:
    """Print the articles of INPUT with their facts highlighted, and a table of the facts."""
    from pipeline.extracting import extract as extract_one
    from pipeline.showing import show as print_article

    console, shown = Console(), False
    for item in read_inputs([source], stdin=sys.stdin.buffer):
        if isinstance(item, RejectedInput):
            click.echo(f"rejected: {item}", err=True)
            continue
        print_article(extract_one(item), item.raw, console)
        shown = True
    sys.exit(0 if shown else 1)


@cli.command()
def schema() -> None:
    """Print the record's JSON Schema (2020-12)."""
    click.echo(json.dumps(json_schema(), indent=2, ensure_ascii=False))


@cli.command()
def info() -> None:
    """Print versions, the model and the pipeline's components."""
    from pipeline.assembling import provenance
    from pipeline.nlp import load

    made = provenance()
    rows = {
        "ehistory-pipeline": made.pipeline,
        "model": made.model,
        "config_sha256": made.config_sha256,
        "spaCy": version("spacy"),
        "Python": sys.version.split()[0],
        "components": ", ".join(load().pipe_names),
    }
    for name, value in rows.items():
        click.echo(f"{name}: {value}")
