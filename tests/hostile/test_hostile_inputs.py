"""Whatever an input holds: the run ends as documented, each failure is told, every other article is done."""

import json
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from inputs import MAX_CHARS, SENTENCE, Hostile, all_inputs

from pipeline.cli import cli
from pipeline.errors import REMEDIES, Code
from pipeline.reading import read_inputs
from pipeline.records import ArticleRecord

INPUTS = all_inputs()
REJECT_FIELDS = {"source", "code", "reason", "remedy"}


def extract(*args: object) -> Result:
    command = ["extract", *map(str, args), "--max-chars", str(MAX_CHARS)]
    return CliRunner().invoke(cli, command, catch_exceptions=False)


def rejects(out: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in (out / "rejects.jsonl").read_text().splitlines()]


def records(out: Path) -> list[ArticleRecord]:
    lines = (out / "records.jsonl").read_text(encoding="utf-8").splitlines()
    return [ArticleRecord.model_validate_json(line) for line in lines]


class Folder:
    """A run over every hostile input and one good article between them."""

    def __init__(self, folder: Path) -> None:
        self.inputs, self.out = folder / "inputs", folder / "out"
        self.inputs.mkdir()
        for hostile in INPUTS.values():
            (self.inputs / hostile.name).write_bytes(hostile.data)
        (self.inputs / "good.txt").write_text("In 1999 about 17 thousand Germans lived in Almaty.")
        self.result = extract(self.inputs, "--out", self.out)
        self.rejects, self.records = rejects(self.out), records(self.out)

    def told_of(self, name: str) -> list[dict[str, str]]:
        return [row for row in self.rejects if row["source"].startswith(str(self.inputs / name))]

    def made_of(self, name: str) -> list[ArticleRecord]:
        path = str(self.inputs / name)
        return [record for record in self.records if record.article.source.startswith(path)]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    return Folder(tmp_path_factory.mktemp("hostile"))


@pytest.mark.parametrize("hostile", INPUTS.values(), ids=INPUTS)
def test_each_input_is_done_or_told(folder: Folder, hostile: Hostile) -> None:
    """With the code that fits, its source and its remedy; rows and pages beside a bad one are records."""
    told = folder.told_of(hostile.name)
    assert [row["code"] for row in told] == list(hostile.codes), told
    assert all(set(row) == REJECT_FIELDS and all(row.values()) for row in told)
    assert all(row["remedy"] == REMEDIES[Code(row["code"])] for row in told)
    assert len(folder.made_of(hostile.name)) == hostile.records


def test_the_good_article_between_them_is_done(folder: Folder) -> None:
    """And the run ends as one that found something."""
    assert folder.result.exit_code == 0
    (record,) = folder.made_of("good.txt")
    assert [fact.value for fact in record.populations] == [17_000]
    manifest = json.loads((folder.out / "manifest.json").read_text())
    assert manifest["rejected"] == len(folder.rejects)


@pytest.mark.parametrize(
    "name", ["nul-in-words.txt", "bidi.txt", "zero-width.txt", "gap.txt", "two-marks.txt", "marks.txt"]
)  # fmt: skip
def test_facts_are_found_through_what_hides_them(folder: Folder, name: str) -> None:
    """Offsets lead to the raw text, characters that nobody sees among it."""
    (record,) = folder.made_of(name)
    raw = INPUTS[name].data.decode("utf-8-sig")
    record.check_grounding(raw)
    assert {fact.value for fact in record.populations} == {25_000}


def test_ids_are_kept_as_given_and_lead_nowhere(folder: Folder) -> None:
    """An id that is a path, a command or markup is a string; nothing is written but the three files."""
    ids = {record.article.id for record in folder.made_of("ids.jsonl")}
    assert {"../../up", "=cmd()", "\x1b[2J", "<script>"} <= ids
    made = {path.name for path in folder.out.iterdir()}
    assert made == {"records.jsonl", "rejects.jsonl", "manifest.json", ".ehistory"}
    assert not (folder.out.parent.parent / "up").exists()


def test_nothing_of_an_input_steers_the_terminal(tmp_path: Path) -> None:
    """Escape sequences in names and texts are shown, not sent."""
    named = tmp_path / "a\x1b[2Jb\nc.txt"
    named.write_text("")
    (tmp_path / "show.txt").write_text(f"[/b] Kurds\x1b[2J\n\n{SENTENCE}\x1b]0;title\x07\x1b[2J")
    for args in (["extract", str(tmp_path), "--out", "-"], ["show", str(tmp_path / "show.txt")]):
        shown = CliRunner().invoke(cli, args, catch_exceptions=False)
        assert "\x1b" not in shown.output
        assert "\x07" not in shown.output


def _fifo(path: Path) -> None:
    os.mkfifo(path)


def _socket(path: Path) -> None:
    server = socket.socket(socket.AF_UNIX)
    os.chdir(path.parent)
    server.bind(path.name)
    server.close()


def _loop(path: Path) -> None:
    path.symlink_to(path.name)


def _nowhere(path: Path) -> None:
    path.symlink_to("nowhere")


def _unreadable(path: Path) -> None:
    # Reading this fails for every user, root too.
    path.symlink_to("/proc/self/mem")


@pytest.mark.parametrize("make", [_fifo, _socket, _loop, _nowhere, _unreadable])
@pytest.mark.parametrize("given", ["folder", "name", "glob"])
def test_what_is_no_file_is_told(
    tmp_path: Path, make: object, given: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pipes are not waited for, links in a circle not followed; the file beside it is read."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "good.txt").write_text(SENTENCE)
    make(folder / "bad.txt")  # type: ignore[operator]
    named = [folder / "bad.txt", folder / "good.txt"]
    inputs = {"folder": [folder], "name": named, "glob": [folder / "*.txt"]}
    result = extract(*inputs[given], "--out", tmp_path / "out")
    assert result.exit_code == 0
    (told,) = rejects(tmp_path / "out")
    assert (told["source"], told["code"]) == (str(folder / "bad.txt"), "unreadable")
    assert len(records(tmp_path / "out")) == 1


def test_a_folder_that_holds_itself_is_walked_once(tmp_path: Path) -> None:
    """A link to a folder above is not followed."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "good.txt").write_text(SENTENCE)
    (tmp_path / "in" / "again").symlink_to(tmp_path / "in")
    extract(tmp_path / "in", "--out", tmp_path / "out")
    assert len(records(tmp_path / "out")) == 1
    assert rejects(tmp_path / "out") == []


@pytest.mark.parametrize(
    "name", [b"latin-\xe9.txt", b"line\nbreak.txt", b"escape\x1b[2J.txt", "русский.txt".encode()]
)
@pytest.mark.parametrize("text", [SENTENCE, ""])
def test_any_name_is_written(tmp_path: Path, name: bytes, text: str) -> None:
    """In records and in rejects, as UTF-8 that every reader of JSON takes."""
    path = os.fsencode(tmp_path) + b"/in/" + name
    (tmp_path / "in").mkdir()
    with open(path, "w") as file:  # noqa: PTH123 - a name in bytes
        file.write(text)
    result = extract(os.fsdecode(path), tmp_path / "in", "--out", tmp_path / "out")
    assert result.exit_code == (0 if text else 1)
    lines = [*records(tmp_path / "out"), *rejects(tmp_path / "out")]
    assert len(lines) == 1
    written = lines[0].article.source if text else lines[0]["source"]  # type: ignore[union-attr,index]
    assert written.encode("utf-8").startswith(os.fsencode(tmp_path))


def test_a_path_that_no_disk_can_hold_is_told(tmp_path: Path) -> None:
    """A name too long is a reject, not the end of the run."""
    (tmp_path / "good.txt").write_text(SENTENCE)
    result = extract("x" * 5_000 + ".txt", tmp_path / "good.txt", "--out", tmp_path / "out")
    assert result.exit_code == 0
    assert [row["code"] for row in rejects(tmp_path / "out")] == ["unreadable"]


@pytest.fixture
def read_only(tmp_path: Path) -> Iterator[Path]:
    """A folder that nobody can write to: mounted so for root, by its mode for others."""
    folder = tmp_path / "read-only"
    folder.mkdir(mode=0o500)
    mounted = os.geteuid() == 0
    if mounted:
        command = ["mount", "-t", "tmpfs", "-o", "ro", "tmpfs", folder]
        mounted = subprocess.run(command, check=False, capture_output=True).returncode == 0
        if not mounted:
            pytest.skip("root can write everywhere, and may not mount here")
    yield folder
    if mounted:
        subprocess.run(["umount", folder], check=True)


@pytest.mark.parametrize("below", ["", "new"])
def test_a_folder_that_is_read_only(tmp_path: Path, read_only: Path, below: str) -> None:
    """Exit code 3, the folder and the remedy named, in one line."""
    (tmp_path / "good.txt").write_text(SENTENCE)
    command = [sys.executable, "-m", "pipeline", "extract", tmp_path / "good.txt", "--out"]
    command.append(read_only / below)
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 3, done.stderr
    assert str(read_only) in done.stderr
    assert "check that you may write there" in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("name", ["nested.html", "nested-tables.html", "deep.jsonl"])
def test_no_nesting_is_followed_by_recursion(folder: Folder, name: str) -> None:
    """A thread with the smallest stack that programs use reads what nests thousands of times."""
    items: list[object] = []
    size = threading.stack_size(512 * 1024)
    try:
        path = str(folder.inputs / name)
        thread = threading.Thread(target=lambda: items.extend(read_inputs([path])))
        thread.start()
        thread.join()
    finally:
        threading.stack_size(size)
    assert items
