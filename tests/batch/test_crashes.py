"""Whenever a run is killed, nothing finished is lost or doubled, and no reader meets a part of a file."""

import os
import random
import shutil
import signal
import time
from pathlib import Path

import pytest
from running import ROWS, begin, corpus, finish, journalled, manifest, until

from pipeline.durable import Replacement
from pipeline.record_files import RECORDS
from pipeline.summary import MANIFEST, REJECTS

KILLS = 24
# The folder and its parent, the journal's folder, three files, three moves and the folder after each.
SYNCS_AND_MOVES = 12


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The input and output of a run that nothing disturbed, and how long it took."""
    folder = tmp_path_factory.mktemp("undisturbed")
    started = time.monotonic()
    finish(corpus(folder / "rows.jsonl"), "--out", folder / "out", log=folder / "log")
    (folder / "seconds").write_text(str(time.monotonic() - started))
    return folder


def assert_same(out: Path, undisturbed: Path) -> None:
    for name in (RECORDS, REJECTS):
        assert (out / name).read_bytes() == (undisturbed / "out" / name).read_bytes()


def test_killed_at_random_moments(undisturbed: Path, tmp_path: Path) -> None:
    """A chain of runs, each killed, ends with the bytes of one run; what one finished the next keeps."""
    rows, seconds = undisturbed / "rows.jsonl", float((undisturbed / "seconds").read_text())
    chance, killed, chain = random.Random(), 0, 0
    while killed < KILLS:
        out, known, runs = tmp_path / f"out{chain}", set(), 0
        while True:
            run = begin(rows, "--out", out, "--verbose", log=tmp_path / "log")
            time.sleep(chance.uniform(0.02, seconds))
            run.send(signal.SIGKILL)
            if run.wait() == 0:
                break
            assert run.code == -signal.SIGKILL, run.words()
            killed, runs = killed + 1, runs + 1
            assert not (out / RECORDS).exists() or manifest_is_due(out, undisturbed)
            found = journalled(out)
            assert known <= found
            assert len(found) >= run.words().count("done: ") + len(known)
            known = found
        assert manifest(out)["extracted"] == ROWS - len(known)
        assert_same(out, undisturbed)
        chain += 1


def manifest_is_due(out: Path, undisturbed: Path) -> bool:
    """Killed between the moves of finished files: those that moved are whole."""
    return (out / RECORDS).read_bytes() == (undisturbed / "out" / RECORDS).read_bytes()


@pytest.fixture(scope="module")
def replaced(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """An input, what it gives, a longer one under the same name, and what that gives."""
    folder = tmp_path_factory.mktemp("replaced")
    for name, rows in (("old", 3), ("new", 6)):
        corpus(folder / "rows.jsonl", rows)
        finish(folder / "rows.jsonl", "--out", folder / name, log=folder / "log")
    return {name: folder / name for name in ("rows.jsonl", "old", "new")}


@pytest.mark.parametrize("call", range(1, SYNCS_AND_MOVES + 1))
def test_killed_at_every_sync_and_move(
    call: int, replaced: dict[str, Path], tmp_path: Path
) -> None:
    """Killed at the n-th sync or move over an earlier result: each file is the old or the new one."""
    rows, out = replaced["rows.jsonl"], tmp_path / "out"
    shutil.copytree(replaced["old"], out)
    run = begin(rows, "--out", out, log=tmp_path / "log", before=lambda: die_at(call))
    assert run.wait() == -signal.SIGKILL, run.words()
    for name in (RECORDS, REJECTS):
        contents = [(replaced[age] / name).read_bytes() for age in ("old", "new")]
        assert (out / name).read_bytes() in contents
    finish(rows, "--out", out, log=tmp_path / "log")
    assert (out / RECORDS).read_bytes() == (replaced["new"] / RECORDS).read_bytes()


def die_at(call: int) -> None:
    """Kill this process at the n-th sync, or move of a file."""
    calls = 0

    def deadly(function):
        def wrapper(*args):
            nonlocal calls
            calls += 1
            if calls == call:
                os.kill(os.getpid(), signal.SIGKILL)
            return function(*args)

        return wrapper

    os.fsync = deadly(os.fsync)
    Path.replace = deadly(Path.replace)


def test_a_file_is_synced_before_its_move_and_its_folder_after(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a loss of power can't undo: contents first, then the name."""
    steps: list[str] = []
    fsync, replace = os.fsync, Path.replace

    def synced(descriptor: int) -> None:
        steps.append(f"sync {Path(f'/proc/self/fd/{descriptor}').readlink().name}")
        fsync(descriptor)

    def moved(path: Path, target: Path) -> Path:
        steps.append(f"move {path.name}")
        return replace(path, target)

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(Path, "replace", moved)
    (tmp_path / "out").mkdir()
    file = Replacement(tmp_path / "out" / "a", tmp_path / "a.part")
    file.write("text")
    file.sync()
    assert not (tmp_path / "out" / "a").exists()
    file.commit()
    assert steps == ["sync a.part", "move a.part", "sync out"]
    assert (tmp_path / "out" / "a").read_text() == "text"


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)], ids=["SIGINT", "SIGTERM"]
)
def test_a_signal_stops_after_the_article_in_hand(
    number: signal.Signals, code: int, undisturbed: Path, tmp_path: Path
) -> None:
    """The exit code is the signal's, what was done is kept, and the same command goes on from there."""
    rows, out = undisturbed / "rows.jsonl", tmp_path / "out"
    run = begin(rows, "--out", out, "--verbose", log=tmp_path / "log")
    until(lambda: "done: a5" in run.words())
    run.send(number)
    assert run.wait() == code, run.words()
    assert f"stopped by {number.name}" in run.words()
    assert not list(out.glob("*.json*"))
    kept = len(journalled(out))
    assert kept == run.words().count("done: ")
    assert 6 <= kept < ROWS
    finish(rows, "--out", out, log=tmp_path / "log")
    assert manifest(out)["unchanged"] == kept
    assert_same(out, undisturbed)


def test_an_earlier_result_stands_until_the_new_one_is_whole(tmp_path: Path) -> None:
    """A reader of the last run's records is not disturbed by a run that is stopped."""
    rows, out = corpus(tmp_path / "rows.jsonl", rows=3), tmp_path / "out"
    finish(rows, "--out", out, log=tmp_path / "log")
    before = {path.name: path.read_bytes() for path in out.glob("*.json*")}
    corpus(rows)
    run = begin(rows, "--out", out, "--verbose", log=tmp_path / "log")
    until(lambda: "done: a9" in run.words())
    run.send(signal.SIGKILL)
    run.wait()
    assert {path.name: path.read_bytes() for path in out.glob("*.json*")} == before
    assert set(before) == {RECORDS, REJECTS, MANIFEST}


def test_one_writer_at_a_time(undisturbed: Path, tmp_path: Path) -> None:
    """A second run says who is in its way; a killed run is in nobody's."""
    rows, out = undisturbed / "rows.jsonl", tmp_path / "out"
    first = begin(rows, "--out", out, "--verbose", log=tmp_path / "first")
    until(lambda: "done: a3" in first.words())
    first.send(signal.SIGSTOP)
    second = begin(rows, "--out", out, log=tmp_path / "second")
    assert second.wait() == 4
    assert f"{out}: another run writes here" in second.words()
    assert "Traceback" not in second.words()
    first.send(signal.SIGKILL)
    first.wait()
    finish(rows, "--out", out, log=tmp_path / "third")
    assert_same(out, undisturbed)


def test_a_spoilt_journal_is_named(undisturbed: Path, tmp_path: Path) -> None:
    """Bytes that are no journal: the message says what to delete, and --force begins anew."""
    rows, out = undisturbed / "rows.jsonl", tmp_path / "out"
    (out / ".ehistory").mkdir(parents=True)
    journal = out / ".ehistory" / "journal.sqlite"
    journal.write_bytes(b"no database" * 1000)
    run = begin(rows, "--out", out, log=tmp_path / "log")
    assert run.wait() == 3
    assert f"{journal}: " in run.words()
    assert "delete it" in run.words()
    finish(rows, "--out", out, "--force", log=tmp_path / "log")
    assert_same(out, undisturbed)
