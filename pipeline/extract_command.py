"""The command `extract`: options in, one run, its summary out. Imports what is heavy when it runs."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.articles import DEFAULT_MAX_CHARS
from pipeline.destination import STANDARD_OUTPUT, Destination, refuse_overwriting
from pipeline.errors import Code, Exit

if TYPE_CHECKING:
    from rich.console import Console

    from pipeline.running import Item
    from pipeline.selection import Options
    from pipeline.settling import Settled
    from pipeline.stopping import Stopping
    from pipeline.summary import Summary

    Run = Callable[[Callable[[Settled], None]], Summary]


def _day(
    ctx: click.Context,  # noqa: ARG001 - click's signature of a callback
    param: click.Parameter,  # noqa: ARG001
    text: str | None,
) -> str | None:
    from pipeline.reading.articles import published_edtf

    if text is not None and published_edtf(text) is None:
        raise click.BadParameter(f"{text!r} is no date; give YYYY, YYYY-MM or YYYY-MM-DD")
    return published_edtf(text)


@click.command("extract", context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("inputs", nargs=-1, required=True)
@click.option(
    "--out",
    "-o",
    type=Destination(or_stdout=True),
    required=True,
    metavar="DIR",
    help="Folder for the results, or - for standard output.",
)
@click.option("--force", is_flag=True, help="Extract again what has not changed, too.")
@click.option("--retry-rejects", is_flag=True, help="Try again what could not be extracted.")
@click.option(
    "--jobs",
    "-j",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    help="Processes to work in; the results are the same.",
)
@click.option(
    "--engine",
    type=click.Choice(["local", "ray"]),
    default="local",
    show_default=True,
    help="ray: on a Ray cluster, results in partitions (docs/guide/scaling.md).",
)
@click.option(
    "--max-chars",
    type=click.IntRange(min=1),
    default=DEFAULT_MAX_CHARS,
    show_default=True,
    help="Longest article accepted.",
)
@click.option(
    "--since", metavar="DATE", callback=_day, help="Only what was published on DATE or later."
)
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Only the first N records.")
@click.option(
    "--sample",
    type=click.FloatRange(0, 1, min_open=True),
    default=1.0,
    metavar="SHARE",
    help="Only a share of the articles (0.01: one in a hundred), the same at every run.",
)
@click.option("--quiet", "-q", is_flag=True, help="Print nothing but errors.")
@click.option("--verbose", "-v", is_flag=True, help="Name every article and reject.")
def extract_command(
    inputs: tuple[str, ...],
    out: str,
    force: bool,
    retry_rejects: bool,
    jobs: int,
    engine: str,
    max_chars: int,
    since: str | None,
    limit: int | None,
    sample: float,
    quiet: bool,
    verbose: bool,
) -> None:
    """Extract records from INPUTS: files, folders, globs, or - for standard input.

    Reads .txt, .html, .jsonl, .json and .warc, each also as .gz, and .parquet. Writes records.jsonl,
    rejects.jsonl and manifest.json into the folder. Run again, it extracts only what is new or has
    changed; stopped or killed, it goes on where it was.

    Exit codes: 0 done, 1 no input gave a record, 2 misuse, 3 the output can't be written, 4 another
    run writes there, 130 and 143 stopped by SIGINT or SIGTERM.
    """
    from pipeline.selection import Options, Selection

    if quiet and verbose:
        raise click.UsageError("--quiet and --verbose exclude each other")
    if out == STANDARD_OUTPUT and (force or retry_rejects):
        raise click.UsageError("--force and --retry-rejects need a folder to write to")
    if engine == "ray" and (limit or STANDARD_OUTPUT in (out, *inputs)):
        raise click.UsageError("--engine ray reads and writes files, and knows no --limit")
    _refuse_addresses((out, *inputs), engine)
    selection = Selection(max_chars=max_chars, since=since, sample=sample, limit=limit)
    options = Options(selection, jobs=jobs, force=force, retry_rejects=retry_rejects)
    if engine == "ray":
        from pipeline.engines.ray import run_on_ray

        found = _report(lambda step: run_on_ray(inputs, out, options, step), quiet, verbose)
        sys.exit(Exit.DONE if found else Exit.FAILED)
    found = _extract_here(inputs, out, options, quiet=quiet, verbose=verbose)
    sys.exit(Exit.DONE if found else Exit.FAILED)


def _refuse_addresses(paths: Iterable[str], engine: str) -> None:
    """Fail for what would be taken for a path that is none."""
    for path in paths:
        scheme, mark, _ = path.partition("://")
        if mark and scheme.lower() in ("http", "https"):
            raise click.UsageError(f"{path} is no file: fetch the page first, and give its file")
        if mark and engine != "ray":
            raise click.UsageError(f"{path}: addresses of a store need --engine ray")


def _extract_here(
    inputs: Sequence[str], out: str, options: "Options", *, quiet: bool, verbose: bool
) -> int:
    """Extract on this machine; the number of records."""
    from pipeline.batch import WRITTEN
    from pipeline.reading import Results, read_parcels
    from pipeline.stopping import stop_on_signals

    for name in WRITTEN:
        refuse_overwriting(str(Path(out, name)), inputs)
    results = Results(Path(out), WRITTEN)
    limits = options.selection.limits
    items = read_parcels(inputs, limits, stdin=sys.stdin.buffer, results=results)
    with stop_on_signals() as stopping:
        if out == STANDARD_OUTPUT:
            return _print_records(items, options, stopping, quiet=quiet, verbose=verbose)
        return _report(_local_run(items, Path(out), options, stopping), quiet, verbose)


def _local_run(
    items: "Iterator[Item]", folder: Path, options: "Options", stopping: "Stopping"
) -> "Run":
    from pipeline.batch import run

    return lambda step: run(items, folder, options, stopping=stopping, advance=step)


def _report(run: "Run", quiet: bool, verbose: bool) -> int:
    """Run with a bar or words for every input, and a summary; the number of records."""
    from rich.console import Console

    from pipeline.showing import summary_table

    console = Console(stderr=True)
    with _progress(console, quiet) as step:

        def advance(settled: "Settled") -> None:
            step()
            if words := _words(settled, quiet=quiet, verbose=verbose):
                style = "red" if settled.reject else None
                console.print(words, style=style, highlight=False, markup=False, soft_wrap=True)

        summary = run(advance)
    if not quiet:
        Console().print(summary_table(summary))
    return summary.articles


def _print_records(
    items: "Iterator[Item]",
    options: "Options",
    stopping: "Stopping",
    *,
    quiet: bool,
    verbose: bool,
) -> int:
    """Print records as they come; their number."""
    from pipeline.claims import open_claims
    from pipeline.running import settled_items

    printed = 0
    with open_claims() as claims:
        for settled in settled_items(items, options, claims, stopping=stopping):
            if settled.line:
                click.echo(settled.line)
                printed += 1
            elif words := _words(settled, quiet=quiet, verbose=verbose):
                click.echo(words, err=True)
    return printed


def _words(settled: "Settled", *, quiet: bool, verbose: bool) -> str | None:
    """What to say of an input; of a crawl's duplicates nothing but their number, unless asked to."""
    from pipeline.showing import harmless

    if settled.reject is not None:
        silent = quiet or (settled.reject.code == Code.DUPLICATE_ARTICLE and not verbose)
        return None if silent else harmless(f"rejected: {settled.reject}")
    if not verbose:
        return None
    if settled.fate == "record":
        return harmless(f"{'done' if settled.fresh else 'unchanged'}: {settled.id}")
    return harmless(f"left out: {settled.id}")


@contextmanager
def _progress(console: "Console", quiet: bool) -> Iterator[Callable[[], None]]:
    """A function to call at every input; it moves a bar where there is a terminal."""
    if quiet or not console.is_terminal:
        yield lambda: None
        return
    from rich.progress import (
        MofNCompleteColumn,
        Progress,
        SpinnerColumn,
        TextColumn,
        TimeElapsedColumn,
    )

    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("extracting", total=None)
        yield lambda: progress.advance(task)
