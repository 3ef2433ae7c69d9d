"""What a run did, for the terminal and for its manifest, and how a reject is written."""

import json
import platform
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from importlib.metadata import version

from pipeline.assembling import provenance
from pipeline.errors import Code, RejectedInput
from pipeline.recipe import recipe
from pipeline.records import FACT_TYPES
from pipeline.selection import Options
from pipeline.settling import Fate, Settled

REJECTS, MANIFEST = "rejects.jsonl", "manifest.json"
_DUPLICATES = (Code.DUPLICATE_ARTICLE, Code.DUPLICATE_ID)


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


def manifest_text(summary: Summary, options: Options, started: datetime, **more: object) -> str:
    """The manifest as JSON, `more` at its end."""
    selection = options.selection
    manifest = {
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
        **more,
    }
    return json.dumps(manifest, indent=2) + "\n"


def reject_line(reject: RejectedInput) -> str:
    """A line of rejects.jsonl."""
    row = {
        "source": reject.source,
        "code": str(reject.code),
        "reason": reject.reason,
        "remedy": reject.remedy,
    }
    return json.dumps(row) + "\n"
