"""The commands and examples of the guide run and print what it says."""

import contextlib
import io
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner
from tooling import label_studio_export

from pipeline.cli import cli

ROOT = Path(__file__).parents[1]
PAGES = ROOT / "docs" / "guide"
GUIDE = PAGES / "adding-a-rule.md"

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


def test_spacy_examples_print_what_the_page_says() -> None:
    """One after another, as a reader would run them; every factory has one."""
    page = (PAGES / "spacy.md").read_text(encoding="utf-8")
    names: dict[str, object] = {}
    for code, shown in re.findall(r"```python\n(.*?)```\n+```text\n(.*?)```", page, re.DOTALL):
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(code, names)
        assert printed.getvalue() == shown
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    for factory in project["project"]["entry-points"]["spacy_factories"]:
        assert f'add_pipe("{factory}"' in page


def test_accuracy_is_measured_as_the_page_says(checkout: Path, monkeypatch) -> None:
    """Its commands run one after another, here on gold that also serves as records."""
    monkeypatch.chdir(checkout)
    Path("results").mkdir()
    shutil.copy("corpus/gold/dev.jsonl", "results/records.jsonl")
    page = (PAGES / "accuracy.md").read_text(encoding="utf-8")
    commands = "".join(re.findall(r"```sh\n(.*?)```", page, re.DOTALL)).splitlines()
    assert len(commands) == 7
    for command in commands:
        words, _, target = command.partition(" > ")
        done = CliRunner().invoke(cli, shlex.split(words)[1:], catch_exceptions=False)
        assert done.exit_code == 0, f"{command}\n{done.output}"
        if target:
            Path(target).write_text(done.stdout, encoding="utf-8")


def invoke(command: str) -> str:
    """What a command of this package prints; it ends well."""
    done = CliRunner().invoke(cli, shlex.split(command, comments=True)[1:], catch_exceptions=False)
    assert done.exit_code == 0, f"{command}\n{done.output}"
    return done.output


@pytest.mark.parametrize("name", ["batches.md", "browsing.md", "annotating.md"])
def test_the_commands_of_a_page_run_in_their_order(name: str, tmp_path: Path, monkeypatch) -> None:
    """On two articles, and what Label Studio would export of them; installing is left to the smoke test."""
    monkeypatch.chdir(tmp_path)
    Path("articles").mkdir()
    for article in sorted((ROOT / "corpus" / "raw").glob("*.txt"))[:2]:
        shutil.copy(article, "articles")
    shutil.copy(next(Path("articles").iterdir()), "kurds.txt")
    page = (PAGES / name).read_text(encoding="utf-8")
    commands = "".join(re.findall(r"```sh\n(.*?)```", page, re.DOTALL)).splitlines()
    printed = {}
    for command in commands:
        if command.startswith("ehistory "):
            printed[command] = invoke(command)
        if " export " in command:
            exported = label_studio_export(Path("tasks.json").read_text(encoding="utf-8"))
            Path("export.json").write_text(json.dumps(exported), encoding="utf-8")
        if " import " in command:
            shutil.copy("gold.jsonl", "second.jsonl")
    last = list(printed.values())[-1]
    assert {"batches.md": "unchanged", "browsing.md": "site", "annotating.md": "1.0"}[name] in last


def test_the_command_of_the_readme_prints_a_record(tmp_path: Path) -> None:
    """Of the sentence that it is given."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (command,) = re.findall(r"```sh\n(printf .*?)```", readme, re.DOTALL)
    (tmp_path / ".venv").symlink_to(sys.prefix)
    assert json.loads(run(command, tmp_path))["populations"][0]["value"] == 12000


@pytest.mark.parametrize("page", sorted(PAGES.glob("*.md")), ids=lambda page: page.name)
def test_the_guide_links_to_files_that_exist(page: Path) -> None:
    """Relative to its own folder; and every page is in the index."""
    links = re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8"))
    assert all((page.parent / link).exists() for link in links)
    index = (PAGES / "README.md").read_text(encoding="utf-8")
    assert page.name == "README.md" or f"]({page.name})" in index


@pytest.mark.parametrize("page", sorted(PAGES.glob("*.md")), ids=lambda page: page.stem)
def test_every_section_of_a_page_says_something(page: Path) -> None:
    """No heading over a word that stands for what was to be written."""
    prose = re.sub(
        r"```.*?```", "a block of code", page.read_text(encoding="utf-8"), flags=re.DOTALL
    )
    sections = re.split(r"^#+ .*\n", prose, flags=re.MULTILINE)[1:]
    assert sections
    assert [section for section in sections if len(section.split()) < 3] == []


def test_the_index_of_decisions_has_every_one_under_its_title() -> None:
    pages = sorted((ROOT / "docs" / "decisions").glob("[0-9]*.md"))
    told = re.findall(
        r"^\| \[(\d{4})\]\((\S+)\) \| (.*?) \|",
        (ROOT / "docs" / "decisions" / "README.md").read_text(encoding="utf-8"),
        re.MULTILINE,
    )
    heads = [page.read_text(encoding="utf-8").splitlines()[0] for page in pages]
    assert [(f"# {number} {title}", name) for number, name, title in told] == [
        (head, page.name) for head, page in zip(heads, pages, strict=True)
    ]
