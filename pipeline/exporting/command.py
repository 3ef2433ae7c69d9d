"""The commands `export` and `migrate`: records in, each checked, to another system or version."""

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib import import_module
from itertools import chain
from pathlib import Path

import click

from pipeline.claims import open_claims
from pipeline.destination import Destination, refuse_overwriting
from pipeline.errors import Exit, ExportError, RejectedInput
from pipeline.exporting.checking import flaw_of
from pipeline.exporting.output import replaced
from pipeline.record_files import files_in, read_records
from pipeline.records import FACT_TYPES, SCHEMA_VERSION, ArticleRecord
from pipeline.stopping import stop_on_signals

_HELP = {"help_option_names": ["-h", "--help"]}
_TARGETS = {
    "sqlite": "pipeline.exporting.sqlite",
    "parquet": "pipeline.exporting.parquet",
    "csv": "pipeline.exporting.csv_package",
    "jsonld": "pipeline.exporting.jsonld",
    "duckdb": "pipeline.exporting.duckdb",
}
_POSTGRESQL = "pipeline.exporting.postgresql"
_UNCHANGED = "; nothing was changed"
_ADDRESSES = ("postgresql://", "postgres://", "postgresql+")

Write = Callable[[Iterable[ArticleRecord], str], None]


@dataclass(slots=True)
class _Count:
    articles: int = 0
    rejected: int = 0
    facts: Counter[str] = field(default_factory=Counter)

    def add(self, record: ArticleRecord) -> None:
        self.articles += 1
        self.facts.update({name: len(getattr(record, name)) for name in FACT_TYPES})


@click.command("export", context_settings=_HELP)
@click.argument("records", nargs=-1, required=True)
@click.option(
    "--to",
    "target",
    required=True,
    metavar="TARGET",
    help="sqlite, parquet, csv, jsonld, duckdb, or postgresql://USER@HOST/DATABASE.",
)
@click.option(
    "--out", "-o", type=Destination(), metavar="PATH", help="File (parquet: folder) to write."
)
def export_command(records: tuple[str, ...], target: str, out: str | None) -> None:
    """Write RECORDS for another system.

    RECORDS are files of records, folders that `extract` wrote, or - for standard input. Every line
    is checked; a bad one is named and left out. Databases are brought up to date: an article that is
    there is replaced. The other targets are written anew. All or nothing is written.

    Exit codes: 0 done, 1 a line was left out (the others are written) or there was no record, 2
    misuse, 3 the target can't be written, 130 and 143 stopped by SIGINT or SIGTERM.
    """
    write, place = _writer(target, out)
    if out is not None:
        _keep_inputs(records, out)
    with _counted(records) as (counted, count):
        write(counted, place)
    facts = ", ".join(f"{count.facts[name]} {name}" for name in FACT_TYPES)
    # Neither the password of an address nor its parameters, which may hold one.
    shown = out or target.rpartition("@")[2].partition("?")[0]
    click.echo(f"exported: {count.articles} articles ({facts}) to {shown}", err=True)
    _exit(count)


@click.command("migrate", context_settings=_HELP)
@click.argument("records", nargs=-1, required=True)
@click.option(
    "--out", "-o", type=Destination(), required=True, metavar="FILE", help="File to write."
)
def migrate_command(records: tuple[str, ...], out: str) -> None:
    """Rewrite RECORDS in the schema version of this package.

    RECORDS are as in `export`, of any version that this package reads. Exit codes are those of
    `export`.
    """
    with (
        _counted(records) as (counted, count),
        replaced(Path(out)) as part,
        part.open("w", encoding="utf-8", newline="\n") as file,
    ):
        file.writelines(record.model_dump_json() + "\n" for record in counted)
    click.echo(f"written: {count.articles} records of version {SCHEMA_VERSION} to {out}", err=True)
    _exit(count)


def _keep_inputs(records: Sequence[str], out: str) -> None:
    files = (path for text in records for path in files_in(text))
    refuse_overwriting(out, (path for path in files if isinstance(path, Path)))


def _writer(target: str, out: str | None) -> tuple[Write, str]:
    """The function that writes to a target, and where to."""
    if target.startswith(_ADDRESSES):
        if out is not None:
            raise click.UsageError("--out is for files; a database has its address")
        return import_module(_POSTGRESQL).write, target
    if target not in _TARGETS:
        known = ", ".join(_TARGETS)
        raise click.UsageError(f"--to {target!r}: give {known} or a postgresql:// address")
    if out is None:
        raise click.UsageError(f"--to {target} needs --out PATH")
    return import_module(_TARGETS[target]).write, out


@contextmanager
def _counted(inputs: Sequence[str]) -> Iterator[tuple[Iterable[ArticleRecord], _Count]]:
    """The records, each counted when it is taken; raises ExportError where there is none."""
    count = _Count()
    with stop_on_signals() as stopping, open_claims() as claims:

        def valid() -> Iterator[ArticleRecord]:
            for item in read_records(inputs, claims, flaw_of):
                stopping.raise_if_asked(_UNCHANGED)
                if isinstance(item, RejectedInput):
                    count.rejected += 1
                    click.echo(f"rejected: {item}", err=True)
                else:
                    count.add(item)
                    yield item
            stopping.raise_if_asked(_UNCHANGED)

        records = valid()
        first = next(records, None)
        if first is None:
            raise ExportError(f"{', '.join(inputs)}: no record to write{_UNCHANGED}")
        yield chain([first], records), count


def _exit(count: _Count) -> None:
    if count.rejected:
        click.echo(f"left out: {count.rejected}, told above", err=True)
        sys.exit(Exit.FAILED)
