"""A run over many inputs: records, rejects and a manifest in one folder, each replaced whole.

Files are written beside their final name and moved when the run ends, so an earlier run's files stay
until then; what a broken run wrote stays in the `.part` files.
"""

import json
import platform
import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import IO, Any

import jsonlines

from pipeline.articles import RawArticle
from pipeline.assembling import provenance
from pipeline.errors import OutputError, RejectedInput
from pipeline.extracting import outcomes
from pipeline.records import FACT_TYPES, ArticleRecord

RECORDS, REJECTS, MANIFEST = "records.jsonl", "rejects.jsonl", "manifest.json"


@dataclass(slots=True)
class Summary:
    """What a run did: counts of articles, facts by type, rejects by code, and seconds."""

    articles: int = 0
    rejected: int = 0
    facts: Counter[str] = field(default_factory=Counter)
    codes: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0

    def add(self, outcome: ArticleRecord | RejectedInput) -> None:
        """Count one outcome."""
        if isinstance(outcome, RejectedInput):
            self.rejected += 1
            self.codes[outcome.code] += 1
            return
        self.articles += 1
        for name in FACT_TYPES:
            self.facts[name] += len(getattr(outcome, name))


Advance = Callable[[ArticleRecord | RejectedInput], None]


def run(
    items: Iterable[RawArticle | RejectedInput], folder: Path, advance: Advance | None = None
) -> Summary:
    """Extract all items into `folder`; raises OutputError where it can't be written."""
    started, began = datetime.now(UTC), time.perf_counter()
    summary = Summary()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with _part(folder / RECORDS) as records, _part(folder / REJECTS) as rejects:
            for outcome in outcomes(items):
                _write(outcome, records, rejects)
                summary.add(outcome)
                if advance:
                    advance(outcome)
        summary.seconds = time.perf_counter() - began
        manifest = json.dumps(_manifest(summary, started), indent=2) + "\n"
        _part_path(folder / MANIFEST).write_text(manifest, encoding="utf-8")
        for name in (RECORDS, REJECTS, MANIFEST):
            _part_path(folder / name).replace(folder / name)
    except OSError as error:
        raise OutputError(
            f"{folder}: can't be written: {error.strerror}; free space or give another --out "
            f"({summary.articles} records stand in {RECORDS}.part)"
        ) from error
    return summary


def _part_path(path: Path) -> Path:
    return path.with_name(path.name + ".part")


def _part(path: Path) -> IO[str]:
    return _part_path(path).open("w", encoding="utf-8")


def _write(outcome: ArticleRecord | RejectedInput, records: IO[str], rejects: IO[str]) -> None:
    if isinstance(outcome, RejectedInput):
        jsonlines.Writer(rejects, flush=True).write(reject_row(outcome))
    else:
        records.write(outcome.model_dump_json() + "\n")
        records.flush()


def reject_row(reject: RejectedInput) -> dict[str, str]:
    """The line of rejects.jsonl."""
    return {
        "source": reject.source,
        "code": str(reject.code),
        "reason": reject.reason,
        "remedy": reject.remedy,
    }


def _manifest(summary: Summary, started: datetime) -> dict[str, Any]:
    return {
        "provenance": provenance().model_dump(),
        "versions": {"python": platform.python_version(), "spacy": version("spacy")},
        "started": started.isoformat(timespec="seconds"),
        "seconds": round(summary.seconds, 3),
        "articles": summary.articles,
        "rejected": summary.rejected,
        "facts": {name: summary.facts[name] for name in FACT_TYPES},
        "reject_codes": dict(sorted(summary.codes.items())),
    }
