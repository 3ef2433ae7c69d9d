"""The command `ehistory`: options in, one function called, its result printed.

Exit codes are those of `pipeline.errors.Exit`. What is heavy is imported by the command that uses it.
"""

import json
import os
import sys
from dataclasses import dataclass
from importlib import import_module
from typing import ClassVar, NoReturn

import click

from pipeline.errors import EhistoryError, OutputError, RejectedInput
from pipeline.extract_command import extract_command


@dataclass(frozen=True, slots=True)
class _Lazy:
    """Where a command is, and the line that `--help` gives of it without importing it."""

    target: str
    line: str

    def load(self) -> click.Command:
        module, _, name = self.target.partition(":")
        command: click.Command = getattr(import_module(module), name)
        return command


class _LazyGroup(click.Group):
    """Finds the commands outside extraction without importing them for `--help`."""

    lazy: ClassVar[dict[str, _Lazy]] = {
        "annotate": _Lazy(
            "pipeline.annotating.command:annotate",
            "Make gold in an annotation tool, check it, and measure agreement.",
        ),
        "browse": _Lazy(
            "pipeline.browsing.command:browse_command",
            "Write a site of RECORDS that opens from the disk.",
        ),
        "evaluate": _Lazy(
            "pipeline.evaluating.command:evaluate_command",
            "Score predictions against gold: facts, fields and mentions, with 95 % intervals.",
        ),
        "export": _Lazy(
            "pipeline.exporting.command:export_command", "Write RECORDS for another system."
        ),
        "migrate": _Lazy(
            "pipeline.exporting.command:migrate_command",
            "Rewrite RECORDS in the schema version of this package.",
        ),
        "report": _Lazy(
            "pipeline.evaluating.command:report_command",
            "Write one self-contained HTML page: scores, slices, confusions, reliability, every error.",
        ),
        "serve": _Lazy(
            "pipeline.serving.command:serve_command",
            "Serve extraction over HTTP, and a page to look at articles and correct them.",
        ),
        "train": _Lazy(
            "pipeline.training.command:train_command",
            "Fit the weights by which bare counts, quoted bodies, kinds, places, times and groups are chosen.",
        ),
        "train-encoder": _Lazy(
            "pipeline.training.encoder.command:train_encoder_command",
            "Tune the encoder that reads what the weights leave in doubt.",
        ),
    }

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted([*super().list_commands(ctx), *self.lazy])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name in self.lazy:
            return self.lazy[cmd_name].load()
        return super().get_command(ctx, cmd_name)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Every command with its line; `click.Group` would import them all for it."""
        width = formatter.width - 6 - max(map(len, self.list_commands(ctx)))
        with formatter.section("Commands"):
            formatter.write_dl(
                [(name, self._line(ctx, name, width)) for name in self.list_commands(ctx)]
            )

    def _line(self, ctx: click.Context, name: str, width: int) -> str:
        if name in self.lazy:
            return click.Command(name, help=self.lazy[name].line).get_short_help_str(width)
        command = super().get_command(ctx, name)
        return command.get_short_help_str(width) if command else ""


@click.group(cls=_LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="ehistory-pipeline")
def cli() -> None:
    """Populations, percentages, organizations and dates from articles of e-history.kz."""


def main() -> None:
    """The console script: errors raised on purpose become one line and their exit code."""
    # Read by numpy when it is imported: articles are worked on side by side by --jobs, not their matrix products.
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    try:
        cli()
    except EhistoryError as error:
        _fail(error)
    except OSError as error:
        # Who writes a file tells of it; what nobody told of is standard output.
        # Imported here: it brings SQLite with it, which help starts without.
        from pipeline.durable import FULL

        if error.errno not in FULL:
            raise
        remedy = "free space or raise the quota, and run the same command again"
        _fail(OutputError(f"standard output: can't be written: {error.strerror}; {remedy}"))


def _fail(error: EhistoryError) -> NoReturn:
    click.echo(f"ehistory: {error}", err=True)
    sys.exit(error.exit_code)


cli.add_command(extract_command)


@cli.command()
@click.argument("source", metavar="INPUT")
def show(source: str) -> None:
    """Print the articles of INPUT with their facts highlighted, and a table of the facts."""
    from rich.console import Console

    from pipeline.extracting import extract as extract_one
    from pipeline.reading import read_inputs
    from pipeline.showing import harmless
    from pipeline.showing import show as print_article

    console, shown = Console(), False
    for item in read_inputs([source], stdin=sys.stdin.buffer):
        if isinstance(item, RejectedInput):
            click.echo(harmless(f"rejected: {item}"), err=True)
            continue
        print_article(extract_one(item), item.visible, console)
        shown = True
    sys.exit(0 if shown else 1)


@cli.command()
@click.option("--tables", is_flag=True, help="Print the tables of `export` instead, in Markdown.")
def schema(tables: bool) -> None:
    """Print the record's JSON Schema (2020-12)."""
    if tables:
        from pipeline.exporting.describing import tables_page

        click.echo(tables_page(), nl=False)
        return
    from pipeline.records import json_schema

    click.echo(json.dumps(json_schema(), indent=2, ensure_ascii=False))


@cli.command()
def info() -> None:
    """Print versions, the model and the pipeline's components."""
    from importlib.metadata import version

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
