"""What the data sets share: where the data is, the outcome of a case, the scores."""

import csv
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pipeline import load
from pipeline.components.dates import mark_dates
from pipeline.nlp import CleaningTokenizer
from pipeline.normalising.dates import DateValue

REASONS = Path(__file__).with_name("reasons.tsv")


class MissingPeersError(Exception):
    """The data is not where it was looked for."""


@dataclass(frozen=True, slots=True)
class Case:
    """One case that fails: its text (empty where its licence forbids quoting), and why."""

    text: str
    expected: str
    found: str
    reason: str


@dataclass(frozen=True, slots=True)
class Result:
    """A data set's row in the table; `score` and `bar` are percentages."""

    name: str
    measure: str
    cases: int
    right: int
    score: float
    bar: float
    notes: Sequence[str] = ()
    failing: Sequence[Case] = field(default=())


def peers_file(peers: Path, name: str) -> Path:
    """A file of the data; raises MissingPeersError naming the option that sets the folder."""
    path = peers / name
    if not path.exists():
        raise MissingPeersError(
            f"{path} is not there; pass the folder of the peers' data with --peers or EHISTORY_PEERS"
        )
    return path


def read_json(peers: Path, name: str) -> Any:  # noqa: ANN401 - each project has its own shape
    """A JSON file of the data."""
    return json.loads(peers_file(peers, name).read_text(encoding="utf-8"))


def dates_of(text: str) -> list[DateValue]:
    """The values of the dates of a text, past the cleaning: a date alone on a line is page furniture there."""
    tokenizer = load().tokenizer
    assert isinstance(tokenizer, CleaningTokenizer), "load the pipeline with pipeline.load()"
    doc = mark_dates(tokenizer.inner(text))
    return [span._.date for span in doc.spans["dates"]]


def share(right: int, cases: int) -> float:
    """Right cases in per cent, 0 where there are none."""
    return 100 * right / cases if cases else 0.0


def reason_for(dataset: str, text: str) -> str:
    """Why a case fails, from reasons.tsv; one that isn't there is a defect."""
    with REASONS.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(
            (line for line in lines if not line.startswith("#")),
            delimiter="\t",
            quoting=csv.QUOTE_NONE,
        )
        reasons = {(row["dataset"], row["text"]): row["reason"] for row in rows}
    return reasons.get((dataset, text.strip()), "a defect, not looked into yet")
