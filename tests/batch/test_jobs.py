"""Several processes give what one gives, survive each other's death, and end with the run."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from running import corpus, finish, journalled, manifest, rows, until

from pipeline.engines import local
from pipeline.engines.tasks import Work
from pipeline.errors import Code
from pipeline.reading.parcels import parcel
from pipeline.record_files import RECORDS
from pipeline.selection import Selection
from pipeline.summary import REJECTS

# A worker that dies of this text, as one that the system kills for its memory.
DEADLY = "a text to die of"


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An input and what one process makes of it."""
    folder = tmp_path_factory.mktemp("alone")
    rows = corpus(folder / "rows.jsonl", twins=False)
    finish(rows, "--out", folder / "out", log=folder / "log")
    return folder


def command(*args: object) -> list[str]:
    return [sys.executable, "-m", "pipeline", "extract", *map(str, args)]


def descendants(pid: int) -> set[int]:
    """The processes that a process began, and those that they began."""
    children: set[int] = set()
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            number, _, rest = stat.read_text().partition(" (")
            parent = int(rest.rpartition(") ")[2].split()[1])
        except OSError:
            continue
        if parent == pid:
            children |= {int(number), *descendants(int(number))}
    return children


def test_the_same_bytes_in_the_same_order(alone: Path, tmp_path: Path) -> None:
    """Records and rejects do not depend on the number of processes, with duplicates among them."""
    path, one, three = corpus(tmp_path / "rows.jsonl"), tmp_path / "one", tmp_path / "three"
    finish(path, "--out", one, log=tmp_path / "log")
    subprocess.run(command(path, "--out", three, "--jobs", 3, "-q"), check=True)
    for name in (RECORDS, REJECTS):
        assert (one / name).read_bytes() == (three / name).read_bytes()


@pytest.mark.parametrize("delay", [0.02, 0.08, 0.15])
def test_a_killed_run_leaves_no_process_and_loses_nothing(
    delay: float, alone: Path, tmp_path: Path
) -> None:
    """kill -9 of the run: its processes go, and what it reported is kept."""
    out, log = tmp_path / "out", tmp_path / "log"
    with log.open("w") as words:
        run = subprocess.Popen(
            command(alone / "rows.jsonl", "--out", out, "--jobs", 2, "-v"), stderr=words
        )
        until(lambda: "done: " in log.read_text())
        with pytest.raises(subprocess.TimeoutExpired):
            run.wait(delay)
        workers = descendants(run.pid)
        run.kill()
        run.wait()
    assert len(workers) >= 2
    until(lambda: not any(alive(pid) for pid in workers))
    kept = journalled(out)
    assert len(kept) >= log.read_text().count("done: ")
    finish(alone / "rows.jsonl", "--out", out, log=log)
    assert manifest(out)["unchanged"] == len(kept)
    assert (out / RECORDS).read_bytes() == (alone / "out" / RECORDS).read_bytes()


def alive(pid: int) -> bool:
    """Whether a process runs: one that waits to be buried does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2][0] != "Z"
    except OSError:
        return False


def test_a_signal_to_all_processes_stops_the_run_in_order(alone: Path, tmp_path: Path) -> None:
    """Ctrl-C reaches the workers, too: they finish what they have in hand, and it is kept."""
    out, log = tmp_path / "out", tmp_path / "log"
    with log.open("w") as words:
        run = subprocess.Popen(
            command(alone / "rows.jsonl", "--out", out, "--jobs", 2, "-v"),
            stderr=words,
            start_new_session=True,
            # A shell's `&` makes children ignore SIGINT; these must not.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
        )
        until(lambda: "done: " in log.read_text())
        os.killpg(run.pid, signal.SIGINT)
        assert run.wait() == 130, log.read_text()
    assert "Traceback" not in log.read_text()
    kept = journalled(out)
    assert len(kept) >= log.read_text().count("done: ")
    finish(alone / "rows.jsonl", "--out", out, log=log)
    assert manifest(out)["unchanged"] == len(kept)


def deadly_work(item: object, selection: Selection) -> object:
    """The real work, save for one text."""
    from pipeline.engines.working import work

    if DEADLY.encode() in item.data:  # type: ignore[attr-defined]
        os.kill(os.getpid(), signal.SIGKILL)
    return work(item, selection)  # type: ignore[arg-type]


def test_an_article_that_kills_its_process_is_a_reject(monkeypatch: pytest.MonkeyPatch) -> None:
    """The others are extracted; the remedy is about memory."""
    monkeypatch.setattr(local, "work", deadly_work)
    texts = [f"In {n} 5 thousand Kurds came." for n in range(1900, 1912)]
    texts[4] = texts[9] = DEADLY
    tasks = [
        Work(parcel(str(n), str(n), "row", text.encode()), b"") for n, text in enumerate(texts)
    ]
    answers = [
        outcome for _, outcome in local.in_processes(tasks, Selection(), 2, stopping=lambda: False)
    ]
    assert len(answers) == len(texts)
    crashed = [n for n, outcome in enumerate(answers) if outcome and outcome.code == Code.CRASHED]
    assert crashed == [4, 9]
    assert all(outcome.line for n, outcome in enumerate(answers) if outcome and n not in crashed)


def test_long_articles_do_not_bring_a_run_down(tmp_path: Path) -> None:
    """Fifty megabytes and a line of ten million characters are two rejects that say what to do."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("In 1989 25 thousand Kurds lived here. " * 1_400_000)
    rows(
        tmp_path / "in" / "b.jsonl",
        {"text": "x" * 10_000_000},
        {"text": "In 1936 15,000 Poles came."},
    )
    finish(tmp_path / "in", "--out", tmp_path / "out", log=tmp_path / "log")
    found = manifest(tmp_path / "out")
    assert (found["articles"], found["reject_codes"]) == (1, {"too_large": 2})
    assert (tmp_path / "log").read_text().count("raise the limit with --max-chars") == 2
