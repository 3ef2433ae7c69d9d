"""docs/guide/exporting.md and docs/tables.md say what the commands do."""

import contextlib
import io
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from exports import RECORDS, SERVER, invoke

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "guide" / "exporting.md").read_text(encoding="utf-8")


def blocks() -> list[tuple[str, str]]:
    """Every block of code with its language, in order."""
    return re.findall(r"```(\w+)\n(.*?)```", PAGE, re.DOTALL)


def run_command(command: str) -> str:
    """What a command prints; those of this package run in this process."""
    if command.startswith("ehistory "):
        result = invoke(*shlex.split(command)[1:])
        assert result.exit_code == 0, f"{command}\n{result.output}"
        return result.stdout
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-c", command], env={**os.environ, "PATH": path}, capture_output=True, text=True
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
    return done.stdout


def run_python(code: str) -> str:
    """What a block prints."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(code, {})
    return printed.getvalue()


def test_the_examples_print_what_the_page_says(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In order, over the two records of the fixtures; Datasette's server has a test of its own."""
    monkeypatch.chdir(tmp_path)
    Path("results").mkdir()
    Path("results/records.jsonl").write_bytes(RECORDS.read_bytes())
    printed, compared = "", 0
    for language, block in blocks():
        if language == "text":
            assert [line.rstrip() for line in printed.splitlines()] == block.splitlines()
            compared += 1
        elif language == "python":
            printed = run_python(block)
        else:
            printed = "".join(
                run_command(line.replace("postgresql://me@localhost/history", f"'{address}'"))
                for line in block.splitlines()
                if line not in ("pip install datasette", SERVER)
            )
    assert compared == 5
    assert Path("records.jsonl").read_bytes() == RECORDS.read_bytes()


def test_the_tables_page_is_up_to_date() -> None:
    """`make schema` was run after the last change of tables or records; the schema is stable."""
    assert invoke("schema", "--tables").stdout == (DOCS / "tables.md").read_text(encoding="utf-8")
