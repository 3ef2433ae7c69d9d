"""A disk that fills: the file and the remedy are named, what was finished is kept, a rerun ends well."""

import os
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from running import begin, corpus, finish, journalled, manifest

from pipeline.record_files import RECORDS

KIB = 1024


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An input, and its output on a disk that is large enough."""
    folder = tmp_path_factory.mktemp("whole")
    finish(corpus(folder / "rows.jsonl"), "--out", folder / "out", log=folder / "log")
    return folder


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[tuple[Path, Callable[[int], Callable[[], None]]]]:
    """A folder, and a function that gives it a size: of a disk of its own for root, else of its files."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = mount(folder, 1000 * KIB) if os.geteuid() == 0 else False

    def resize(size: int) -> Callable[[], None]:
        if not mounted:
            return lambda: limit_files(size)
        assert mount(folder, size, "remount,")
        return lambda: None

    yield folder, resize
    if mounted:
        subprocess.run(["umount", folder], check=True)


def mount(folder: Path, size: int, how: str = "") -> bool:
    command = ["mount", "-t", "tmpfs", "-o", f"{how}size={size}", "tmpfs", folder]
    return subprocess.run(command, check=False, capture_output=True).returncode == 0


def limit_files(size: int) -> None:
    """No file of this process may grow beyond a size; the write fails as on a full disk."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))


@pytest.mark.parametrize("size", [8, 20, 60, 100, 140, 180, 220])
def test_a_disk_that_fills(size: int, whole: Path, disk: tuple, tmp_path: Path) -> None:
    """Full at whatever point: exit code 3, no part of a file for a reader, and more space mends it."""
    folder, resize = disk
    rows, out = whole / "rows.jsonl", folder / "out"
    run = begin(rows, "--out", out, "--verbose", log=tmp_path / "log", before=resize(size * KIB))
    assert run.wait() == 3, run.words()
    assert f"ehistory: {folder}" in run.words()
    assert "and run the same command again" in run.words()
    assert "Traceback" not in run.words()
    assert not list(out.glob("*.json*"))
    resize(20_000 * KIB)
    kept = journalled(out)
    assert len(kept) >= run.words().count("done: ")
    finish(rows, "--out", out, log=tmp_path / "log")
    assert manifest(out)["unchanged"] == len(kept)
    assert (out / RECORDS).read_bytes() == (whole / "out" / RECORDS).read_bytes()


@pytest.mark.parametrize("size", [30, 60])
def test_a_quota_that_is_reached(size: int, whole: Path, tmp_path: Path) -> None:
    """The same where files may not grow, on any disk and for any user."""
    rows, out = whole / "rows.jsonl", tmp_path / "out"
    run = begin(rows, "--out", out, log=tmp_path / "log", before=lambda: limit_files(size * KIB))
    assert run.wait() == 3, run.words()
    assert f"ehistory: {out}/.ehistory/" in run.words()
    assert "free space" in run.words()
    finish(rows, "--out", out, log=tmp_path / "log")
    assert manifest(out)["unchanged"] > 0
    assert (out / RECORDS).read_bytes() == (whole / "out" / RECORDS).read_bytes()


def test_standard_output_on_a_full_disk(whole: Path) -> None:
    """A filter whose output can't be written says so, too."""
    command = [sys.executable, "-m", "pipeline", "extract", whole / "rows.jsonl", "--out", "-"]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 3, done.stderr
    assert "standard output: can't be written: No space left on device" in done.stderr


def test_a_reader_that_has_seen_enough_is_no_error(whole: Path) -> None:
    """`ehistory extract … --out - | head -1`."""
    command = f"{sys.executable} -m pipeline extract {whole}/rows.jsonl --out - -q | head -1"
    done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, text=True, check=True)
    assert len(done.stdout.splitlines()) == 1
    assert done.stderr == ""
