"""The guide lists the codes and options that there are, with the numbers they have."""

import re
from pathlib import Path

import pytest

from pipeline.errors import REMEDIES, Code, Exit
from pipeline.extract_command import extract_command
from pipeline.reading.paths import FORMATS

GUIDE = (Path(__file__).parents[2] / "docs" / "guide" / "batches.md").read_text(encoding="utf-8")


def cells(heading: str) -> list[str]:
    """The first cell of every row of a section's table."""
    section = re.search(rf"## {heading}\n(.*?)(?=\n## |\Z)", GUIDE, re.DOTALL)
    assert section
    rows = re.findall(r"^\| (.+?) \|", section[1], re.MULTILINE)
    return [row for row in rows[1:] if not row.startswith("-")]


def test_reject_codes() -> None:
    """In the order of the enumeration, each with a remedy."""
    assert cells("Rejects") == [f"`{code}`" for code in Code]
    assert set(REMEDIES) == set(Code)


def test_exit_codes() -> None:
    """Those that the command returns."""
    assert cells("Exit codes") == [str(code.value) for code in Exit]


def test_suffixes() -> None:
    """Those that are read."""
    assert set(re.findall(r"\.\w+", " ".join(cells("Inputs")))) == set(FORMATS)


@pytest.mark.parametrize("option", re.findall(r"`(--[\w-]+)", " ".join(cells("Run again"))))
def test_options(option: str) -> None:
    """Those of the table exist."""
    assert any(option in parameter.opts for parameter in extract_command.params)
