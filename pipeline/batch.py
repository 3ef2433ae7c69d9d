"""A run over many inputs: records, rejects and a manifest in one folder, each replaced whole.

Notes for a newcomer: what an article gives is worked out once and kept in the journal
(`.ehistory/journal.sqlite`); what becomes of it is decided anew by every run, in the order of the
inputs, and written to `.part` files that take the place of the earlier ones when the run is through
(docs/decisions/0005).
"""

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from pipeline.claims import open_claims
from pipeline.durable import Replacement, explained, sync_folder
from pipeline.errors import BusyError
from pipeline.journal import open_journal
from pipeline.record_files import RECORDS
from pipeline.running import USED_KEY, Item, settled_items
from pipeline.selection import Options
from pipeline.settling import Fate, Settled
from pipeline.stopping import Stopping
from pipeline.summary import MANIFEST, REJECTS, Summary, manifest_text, reject_line

# What a run needs and its readers don't: hidden, so that a folder of articles may hold it too.
WORKING_FOLDER = ".ehistory"
WRITTEN = frozenset((RECORDS, REJECTS, MANIFEST))

Advance = Callable[[Settled], None]


def run(
    items: Iterable[Item],
    folder: Path,
    options: Options | None = None,
    *,
    stopping: Stopping | None = None,
    advance: Advance | None = None,
) -> Summary:
    """Extract all items into `folder`, taking over what earlier runs worked out.

    Raises OutputError where it can't be written, BusyError while another run writes there, Stopped
    once `stopping` was asked to; what was finished until then is kept.
    """
    options, stopping = options or Options(), stopping or Stopping()
    started, began = datetime.now(UTC), time.perf_counter()
    summary = Summary()
    with _own(folder) as working, ExitStack() as stack:
        journal = stack.enter_context(open_journal(working / "journal.sqlite", anew=options.force))
        claims = stack.enter_context(open_claims(working / "claims.sqlite"))
        records, rejects, manifest = (
            stack.enter_context(_replacement(folder, working, name))
            for name in (RECORDS, REJECTS, MANIFEST)
        )
        for settled in settled_items(items, options, claims, journal, stopping):
            _write(settled, records, rejects)
            summary.add(settled)
            if advance:
                advance(settled)
        summary.seconds = time.perf_counter() - began
        manifest.write(manifest_text(summary, options, started))
        for file in (records, rejects, manifest):
            file.sync()
        for file in (records, rejects, manifest):
            file.commit()
        # A run that found nothing, for a path mistyped, say, is no reason to forget anything.
        if options.selection.whole and summary.articles:
            journal.prune(lambda key: claims.holder(USED_KEY, key) is not None)
    return summary


@contextmanager
def _own(folder: Path) -> Iterator[Path]:
    """The working folder inside `folder`, for this run alone."""
    working = folder / WORKING_FOLDER
    with explained(folder):
        working.mkdir(parents=True, exist_ok=True)
    # A new folder's name is its parent's, which need not be ours to read.
    for parent in (folder, folder.parent):
        with suppress(PermissionError):
            sync_folder(parent)
    lock = FileLock(working / "lock", timeout=0)
    with explained(working / "lock"):
        _acquire(lock, folder)
    try:
        yield working
    finally:
        lock.release()


def _acquire(lock: FileLock, folder: Path) -> None:
    try:
        lock.acquire()
    except Timeout as error:
        remedy = "wait until it ends, or give another --out"
        raise BusyError(f"{folder}: another run writes here; {remedy}") from error


@contextmanager
def _replacement(folder: Path, working: Path, name: str) -> Iterator[Replacement]:
    file = Replacement(folder / name, working / f"{name}.part")
    try:
        yield file
    finally:
        file.discard()


def _write(settled: Settled, records: Replacement, rejects: Replacement) -> None:
    if settled.reject is not None:
        rejects.write(reject_line(settled.reject))
    elif settled.fate is Fate.RECORD:
        records.write(settled.line + "\n")
