"""What a peer is given and what it gives back, as JSON lines; the standard library is all it needs."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

Kind = Literal["number", "percentage", "date", "organization"]


@dataclass(frozen=True, slots=True)
class Given:
    """One article's clean text; `published` is an ISO day where it is known."""

    id: str
    text: str
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """One thing found: half-open offsets into the text given, and its value where one is told.

    `numbers` holds a value, or both bounds of a range; `unit` the words that are counted; `edtf` a
    date in EDTF.
    """

    kind: Kind
    start: int
    end: int
    numbers: tuple[float, ...] = ()
    unit: str | None = None
    edtf: str | None = None


@dataclass(frozen=True, slots=True)
class Peer:
    """What a peer offers: the kinds it finds, which of them with a value, and whether numbers have
    units that could be people; `how` says in a sentence how it was run."""

    name: str
    package: str
    kinds: frozenset[Kind]
    valued: frozenset[Kind]
    counts_people: bool
    how: str


def write_texts(path: Path, texts: Iterable[Given]) -> None:
    """One text a line."""
    lines = (json.dumps(asdict(text)) + "\n" for text in texts)
    path.write_text("".join(lines), encoding="utf-8")


def read_texts(path: Path) -> list[Given]:
    """The texts, in order."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [Given(**json.loads(line)) for line in lines]


def write_outputs(path: Path, outputs: Iterable[Sequence[Found]]) -> None:
    """One line a text: the list of what was found in it."""
    lines = (json.dumps([asdict(found) for found in one]) + "\n" for one in outputs)
    path.write_text("".join(lines), encoding="utf-8")


def read_outputs(path: Path) -> list[list[Found]]:
    """What was found, text by text."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [
        [Found(**{**row, "numbers": tuple(row["numbers"])}) for row in json.loads(line)]
        for line in lines
    ]
