"""The commands of the guide run and print what it says."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
GUIDE = ROOT / "docs" / "guide" / "adding-a-rule.md"

# Enough gold for a comparison; the whole split would take a minute.
GOLD_LINES = 2


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy to write into: the package, the lexicons, a little gold, no floors yet."""
    for name in ("pipeline", "models"):
        shutil.copytree(ROOT / name, tmp_path / name)
    gold = tmp_path / "corpus" / "gold" / "dev.jsonl"
    gold.parent.mkdir(parents=True)
    lines = (ROOT / "corpus" / "gold" / "dev.jsonl").read_text(encoding="utf-8").splitlines(True)
    gold.write_text("".join(lines[:GOLD_LINES]), encoding="utf-8")
    (tmp_path / ".venv").symlink_to(sys.prefix)
    return tmp_path


def run(command: str, folder: Path) -> str:
    """What the command prints, with the copy's package before the installed one."""
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", command],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder)},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, f"{command}\n{done.stderr}"
    return done.stdout


def test_the_guide_adds_a_rule(checkout: Path) -> None:
    """Its blocks in order: the error is there, the row is added, the error is gone."""
    guide = GUIDE.read_text(encoding="utf-8")
    printed, compared = "", 0
    for language, block in re.findall(r"```(\w+)\n(.*?)```", guide, re.DOTALL):
        if language == "sh":
            printed = run(block, checkout)
            continue
        lines = printed.splitlines()
        found = [lines.index(line) for line in block.splitlines()]
        assert found == sorted(found)
        compared += 1
    assert compared == 2
    assert '"populations f1": ' in (checkout / "corpus" / "baseline.json").read_text()


def test_the_guide_links_to_files_that_exist() -> None:
    """Relative to its own folder."""
    links = re.findall(r"\]\(([^)#]+)\)", GUIDE.read_text(encoding="utf-8"))
    assert links
    assert all((GUIDE.parent / link).exists() for link in links)
