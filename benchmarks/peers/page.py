"""docs/benchmarks/accuracy.md: what was measured, how, and the tables."""

import platform
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.peers.exchange import Peer
from pipeline.evaluating.printing import ratio
from pipeline.evaluating.results import Score
from pipeline.evaluating.wording import NOTHING

# Heading, then columns: title, measure, which of its ratios.
_TABLES: Mapping[str, Sequence[tuple[str, str, str]]] = {
    "Populations": (
        ("seen", "populations.seen", "recall"),
        ("read", "populations.read", "recall"),
        ("claimed: precision", "populations.claimed", "precision"),
        ("claimed: recall", "populations.claimed", "recall"),
        ("claimed: F1", "populations.claimed", "f1"),
    ),
    "Percentages": (
        ("value: precision", "percentages.value", "precision"),
        ("value: recall", "percentages.value", "recall"),
        ("value: F1", "percentages.value", "f1"),
        ("span, exact: F1", "percentages.exact", "f1"),
        ("span, partial: F1", "percentages.partial", "f1"),
    ),
    "Dates": (
        ("value: precision", "dates.value", "precision"),
        ("value: recall", "dates.value", "recall"),
        ("value: F1", "dates.value", "f1"),
        ("day, month, year: precision", "dates.calendar", "precision"),
        ("day, month, year: recall", "dates.calendar", "recall"),
        ("day, month, year: F1", "dates.calendar", "f1"),
        ("span, exact: F1", "dates.exact", "f1"),
        ("span, partial: F1", "dates.partial", "f1"),
    ),
    "Organizations": (
        ("span, exact: precision", "organizations.exact", "precision"),
        ("span, exact: recall", "organizations.exact", "recall"),
        ("span, exact: F1", "organizations.exact", "f1"),
        ("span, partial: F1", "organizations.partial", "f1"),
    ),
}

_DEFINITIONS = Path(__file__).with_name("definitions.md")


@dataclass(frozen=True, slots=True)
class System:
    """One row: what it offers, its version, its scores by measure."""

    peer: Peer
    version: str
    scores: Mapping[str, Score]


@dataclass(frozen=True, slots=True)
class Split:
    """One gold file: name, hash, articles, and how many of its mentions no system was shown."""

    name: str
    sha256: str
    articles: int
    cleaned_away: int
    systems: Sequence[System]


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _table(heading: str, systems: Sequence[System]) -> list[str]:
    columns = _TABLES[heading]
    lines = [
        _row(["system", *(title for title, _, _ in columns)]),
        _row(["---", *("---:" for _ in columns)]),
    ]
    for system in systems:
        scores = [(system.scores.get(name), which) for _, name, which in columns]
        if any(score for score, _ in scores):
            cells = [ratio(getattr(score, which)) if score else NOTHING for score, which in scores]
            lines.append(_row([system.peer.name, *cells]))
    return lines


def _amount(heading: str, systems: Sequence[System]) -> str:
    """How many gold numbers or mentions the first column of a table is over."""
    name = _TABLES[heading][0][1]
    counts = next(s.scores[name].counts for s in systems if name in s.scores)
    what = "mentions" if heading == "Organizations" else "values"
    return f"{counts.possible if counts else 0} {what}"


def _section(split: Split) -> list[str]:
    lines = [
        f"## {split.name}: {split.articles} articles",
        "",
        f"Gold `{split.sha256[:12]}`. Gold mentions lost in cleaning, which no system was shown: "
        f"{split.cleaned_away}.",
    ]
    for heading in _TABLES:
        amount = _amount(heading, split.systems)
        lines += ["", f"### {heading} ({split.name}, {amount})", ""]
        lines += _table(heading, split.systems)
    return lines


def _systems(systems: Sequence[System]) -> list[str]:
    rows = [_row([s.peer.name, f"{s.peer.package} {s.version}", s.peer.how]) for s in systems]
    return [_row(["system", "version", "how it runs"]), _row(["---"] * 3), *rows]


def render(splits: Sequence[Split]) -> str:
    """The page, from every split measured (the systems are those of the first)."""
    lines = [
        "# Accuracy beside other tools",
        "",
        "`make peers` installs the peers into `.venv-peers` and writes this page "
        f"(Python {platform.python_version()}).",
        "",
        *_systems(splits[0].systems),
        "",
        _DEFINITIONS.read_text(encoding="utf-8"),
    ]
    for split in splits:
        lines += [*_section(split), ""]
    return "\n".join(lines)
