"""The command `ehistory`: options in, one function called, its result printed.

Exit codes are those of `pipeline.errors.Exit`. What is heavy is imported by the command that uses it.
"""

import json
import sys
from importlib import import_module
from typing import ClassVar

import click

from pipeline.errors import EhistoryError, RejectedInput
from pipeline.extract_command import extract_command


class _LazyGroup(click.Group):
    """Finds the commands outside extraction without importing them for `--help`."""

    lazy: ClassVar[dict[str, str]] = {
        "annotate": "pipeline.annotating.command:annotate",
        "browse": "pipeline.browsing.command:browse_command",
        "evaluate": "pipeline.evaluating.command:evaluate_command",
        "export": "pipeline.exporting.command:export_command",
        "migrate": "pipeline.exporting.command:migrate_command",
        "report": "pipeline.evaluating.command:report_command",
        "serve": "pipeline.serving.command:serve_command",
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
    """The console script: errors raised on purpose become one line and their exit code."""
    try:
        cli()
    except EhistoryError as error:
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
        print_article(extract_one(item), item.raw, console)
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
