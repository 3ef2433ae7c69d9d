"""A run over many inputs: records, rejects and a manifest in one folder, each replaced whole.

Notes for a newcomer: what an article gives is worked out once and kept in the journal
(`.ehistory/journal.sqlite`); what becomes of it is decided anew by every run, in the order of the
inputs, and written to `.part` files that take the place of the earlier ones when the run is through
(docs/decisions/0005).
"""

import json
import platform
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from pipeline.assembling import provenance
from pipeline.claims import open_claims
from pipeline.durable import Replacement, explained
from pipeline.errors import BusyError, Code, RejectedInput
from pipeline.journal import open_journal
from pipeline.recipe import recipe
from pipeline.records import FACT_TYPES
from pipeline.running import USED_KEY, Item, Options, settled_items
from pipeline.settling import Fate, Settled
from pipeline.stopping import Stopping

RECORDS, REJECTS, MANIFEST = "records.jsonl", "rejects.jsonl", "manifest.json"
# What a run needs and its readers don't: hidden, so that a folder of articles may hold it too.
WORKING_FOLDER = ".ehistory"
_DUPLICATES = (Code.DUPLICATE_ARTICLE, Code.DUPLICATE_ID)

Advance = Callable[[Settled], None]


@dataclass(slots=True)
class Summary:
    """What a run did: articles, facts by type, rejects by code, seconds.

    `articles` are the records written: `extracted` just now or `unchanged` since an earlier run.
    """

    articles: int = 0
    extracted: int = 0
    rejected: int = 0
    left_out: int = 0
    facts: Counter[str] = field(default_factory=Counter)
    codes: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0

    @property
    def unchanged(self) -> int:
        """Records that an earlier run had worked out."""
        return self.articles - self.extracted

    @property
    def duplicates(self) -> int:
        """Rejects that are in the records already."""
        return sum(self.codes[code] for code in _DUPLICATES)

    def add(self, settled: Settled) -> None:
        """Count one input."""
        if settled.reject is not None:
            self.rejected += 1
            self.codes[settled.reject.code] += 1
        elif settled.fate is Fate.LEFT_OUT:
            self.left_out += 1
        else:
            self.articles += 1
            self.extracted += settled.fresh
            self.facts.update(dict(zip(FACT_TYPES, settled.facts, strict=True)))


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
        manifest.write(json.dumps(_manifest(summary, options, started), indent=2) + "\n")
        for file in (records, rejects, manifest):
            file.sync()
        for file in (records, rejects, manifest):
            file.commit()
        if options.selection.whole:
            journal.prune(lambda key: claims.holder(USED_KEY, key) is not None)
    return summary


@contextmanager
def _own(folder: Path) -> Iterator[Path]:
    """The working folder inside `folder`, for this run alone."""
    working = folder / WORKING_FOLDER
    with explained(folder):
        working.mkdir(parents=True, exist_ok=True)
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
        rejects.write(json.dumps(reject_row(settled.reject)) + "\n")
    elif settled.fate is Fate.RECORD:
        records.write(settled.line + "\n")


def reject_row(reject: RejectedInput) -> dict[str, str]:
    """The line of rejects.jsonl."""
    return {
        "source": reject.source,
        "code": str(reject.code),
        "reason": reject.reason,
        "remedy": reject.remedy,
    }


def _manifest(summary: Summary, options: Options, started: datetime) -> dict[str, Any]:
    selection = options.selection
    return {
        "provenance": provenance().model_dump(),
        "recipe_sha256": recipe(),
        "versions": {"python": platform.python_version(), "spacy": version("spacy")},
        "options": {
            "max_chars": selection.max_chars,
            "since": selection.since,
            "sample": selection.sample,
            "limit": selection.limit,
            "jobs": options.jobs,
        },
        "started": started.isoformat(timespec="seconds"),
        "seconds": round(summary.seconds, 3),
        "articles": summary.articles,
        "extracted": summary.extracted,
        "unchanged": summary.unchanged,
        "rejected": summary.rejected,
        "duplicates": summary.duplicates,
        "left_out": summary.left_out,
        "facts": {name: summary.facts[name] for name in FACT_TYPES},
        "reject_codes": dict(sorted(summary.codes.items())),
    }
