"""Word lists and rule rows under models/lexicons: read, checked and indexed once.

A table is UTF-8 TSV: `#` comment lines (what it is, its sources), one header line, one entry a line;
`|` parts the values of a cell. A JSON Lines file holds one rule a line.
"""

import json
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from pipeline.errors import LexiconError

_PACKAGED = Path(__file__).parent / "_models"
_CHECKOUT = Path(__file__).parents[1] / "models"

Row = Mapping[str, str]


def models_dir() -> Path:
    """Where config and lexicons are: inside the installed wheel, else in the checkout."""
    return _PACKAGED if _PACKAGED.is_dir() else _CHECKOUT


@cache
def table(name: str) -> tuple[Row, ...]:
    """The rows of `lexicons/<name>.tsv`; raises LexiconError naming the line that doesn't fit."""
    path = models_dir() / "lexicons" / f"{name}.tsv"
    numbered = enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
    lines = [(n, line) for n, line in numbered if line.strip() and not line.startswith("#")]
    if not lines:
        raise LexiconError(f"{path}: no header line; the first line names the columns")
    header = lines[0][1].split("\t")
    return tuple(_row(path, number, header, line) for number, line in lines[1:])


def _row(path: Path, number: int, header: list[str], line: str) -> Row:
    cells = [cell.strip() for cell in line.split("\t")]
    cells += [""] * (len(header) - len(cells))
    if len(cells) != len(header):
        raise LexiconError(f"{path}:{number}: {len(cells)} cells for {len(header)} columns")
    return MappingProxyType(dict(zip(header, cells, strict=True)))


@cache
def rules(name: str) -> tuple[Mapping[str, Any], ...]:
    """The rules of `lexicons/<name>.jsonl`, one JSON object a line."""
    path = models_dir() / "lexicons" / f"{name}.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(json.loads(line) for line in lines if line.strip() and not line.startswith("#"))


def values(cell: str) -> tuple[str, ...]:
    """The values of a cell, `|` between them."""
    return tuple(value for part in cell.split("|") if (value := part.strip()))


def index(entries: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """Case-folded surface form to canonical value; the first entry of a form wins."""
    found: dict[str, str] = {}
    for form, value in entries:
        found.setdefault(form.casefold(), value)
    return MappingProxyType(found)


@cache
def weights(name: str) -> Mapping[str, tuple[float, ...]]:
    """The rows of `weights/<name>.tsv` by feature: its weight and, in some files, what it adds to hidden units."""
    lines = (models_dir() / "weights" / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return MappingProxyType({feature: tuple(map(float, cells)) for feature, *cells in rows})
