"""The command `browse`: records in, a site out."""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import click

from pipeline.destination import Destination
from pipeline.errors import Exit, ExportError, MissingExtraError, RejectedInput
from pipeline.records import ArticleRecord


def _tell(reject: RejectedInput) -> None:
    click.echo(f"rejected: {reject}", err=True)


@dataclass(slots=True)
class _Valid:
    """The records among what was read; the rest is told and counted."""

    items: Iterable[ArticleRecord | RejectedInput]
    rejected: int = 0

    def __iter__(self) -> Iterator[ArticleRecord]:
        for item in self.items:
            if isinstance(item, RejectedInput):
                _tell(item)
                self.rejected += 1
            else:
                yield item


@click.command("browse", context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("records", nargs=-1, required=True)
@click.option(
    "--out",
    "-o",
    type=Destination(),
    required=True,
    metavar="DIR",
    help="Folder of the site; an earlier site in it is replaced.",
)
@click.option(
    "--texts",
    multiple=True,
    metavar="INPUT",
    help="The articles the records were made from (files, folders, globs); without it, the sources they name.",
)
def browse_command(records: tuple[str, ...], out: str, texts: tuple[str, ...]) -> None:
    """Write a site of RECORDS that opens from the disk.

    RECORDS are as in `export`: files of records, folders that `extract` wrote, or - for standard input.

    Article pages with the facts highlighted, a timeline, populations, organizations and search. An
    article whose text isn't found, or has changed, is shown by the sentences that tell its facts.

    Without a record nothing is written.

    Exit codes: 0 done, 1 a line was left out (the others are shown) or there was no record, 2
    misuse, 3 the site can't be written.
    """
    try:
        from pipeline.browsing.site import Site
    except ModuleNotFoundError as error:
        raise MissingExtraError("a site needs", "browse") from error
    from pipeline.browsing.texts import Sources, Texts
    from pipeline.claims import open_claims
    from pipeline.record_files import read_records

    known = Texts(texts, _tell) if texts else Sources()
    with open_claims() as claims:
        valid = _Valid(read_records(records, claims))
        taken = iter(valid)
        # A site that is there is no longer one once another begins.
        first = next(taken, None)
        if first is None:
            raise ExportError(f"{', '.join(records)}: no record to show; nothing was changed")
        site = Site(Path(out))
        for record in chain([first], taken):
            site.add(record, known.of(record.article))
    site.finish()
    count = len(site.gathered.articles)
    if site.without_text:
        remedy = "none of those given with --texts fits" if texts else "give it with --texts"
        click.echo(
            f"{site.without_text} of {count} articles without their text; {remedy}", err=True
        )
    click.echo(f"{count} articles; open {Path(out) / 'index.html'}", err=True)
    sys.exit(Exit.FAILED if valid.rejected else Exit.DONE)
