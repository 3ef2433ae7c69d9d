"""What the page on speed says of measured seconds."""

import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.speed.__main__ import _parts_table, _rules, peak, spread

ROOT = Path(__file__).parents[2]

PARTS = [
    {"cleaning": 1.0, "tokenizer": 1.0, "parser": 6.0, "ehistory_dates": 1.0, "records": 1.0},
    {"cleaning": 1.0, "tokenizer": 1.0, "parser": 4.0, "ehistory_dates": 3.0, "records": 1.0},
]


def test_a_figure_is_the_median_and_its_spread() -> None:
    assert spread([1.0, 3.0, 2.0]) == "2.00 (1.00–3.00)"


def test_what_is_neither_the_models_nor_cleaning_is_rules() -> None:
    assert [_rules(row) for row in PARTS] == [2.0, 4.0]


def test_every_part_has_its_share_of_its_own_round() -> None:
    rows = _parts_table(PARTS).splitlines()
    assert rows[0] == "| cleaning | cleaning | 1.000 | 10.0 (10.0–10.0) |"
    assert rows[2] == "| parser | model | 5.000 | 50.0 (40.0–60.0) |"
    assert rows[3] == "| ehistory_dates | rules | 2.000 | 20.0 (10.0–30.0) |"


def test_a_childs_peak_is_its_own() -> None:
    """Whatever its parent held when it was started."""
    held = b"x" * (300 << 20)
    code = "from benchmarks.speed.__main__ import peak; print(peak())"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert float(done.stdout) < len(held) / 2**20 <= peak()


@pytest.mark.parametrize(
    "script",
    [
        ("-m", "benchmarks.speed"),
        ("-m", "benchmarks.peers"),
        ("-m", "benchmarks.others"),
        ("-m", "benchmarks.regexes"),
        ("benchmarks/service.py",),
        ("benchmarks/batches.py",),
    ],
)
@pytest.mark.parametrize(("option", "code"), [("--help", 0), ("--nonesuch", 2)])
def test_options_are_read_before_anything_is_measured(
    script: tuple[str, ...], option: str, code: int
) -> None:
    """Help is help, and a slip of the keyboard overwrites no page."""
    command = [sys.executable, *script, option]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == code
    assert "usage: " in done.stdout + done.stderr
