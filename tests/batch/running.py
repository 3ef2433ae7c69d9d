"""Runs of the command in processes of their own, to be killed, starved of disk or watched."""

import json
import os
import random
import signal
import sqlite3
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner, Result

from pipeline import load
from pipeline.cli import cli, main
from pipeline.recipe import recipe
from pipeline.record_files import RECORDS
from pipeline.records import ArticleRecord
from pipeline.summary import MANIFEST

ROWS = 32
_NAMES = ("Kurds", "Poles", "Greeks", "Koreans", "Chechens", "Germans", "Uyghurs", "Dungans")


def corpus(path: Path, rows: int = ROWS, *, twins: bool = True) -> Path:
    """Short articles as JSON Lines, among them rejects and, if `twins`, duplicates."""
    chance = random.Random(7)
    lines = []
    for n in range(rows):
        text = f"In {1920 + n} about {chance.randint(2, 99)} thousand {chance.choice(_NAMES)} lived here."
        url = f"https://e-history.kz/en/news/show/{n}"
        lines.append(json.dumps({"id": f"a{n}", "text": text, "url": url}))
        if n % 10 == 3:
            lines.append("{broken")
        if twins and n % 10 == 5:
            lines.append(
                json.dumps({"id": f"b{n}", "text": text, "url": url.replace("https", "http")})
            )
    path.write_text("\n".join(lines) + "\n")
    return path


@dataclass
class Run:
    """A run forked from this process, which has the model loaded: the whole command, but no start-up."""

    pid: int
    log: Path
    code: int | None = None

    def wait(self) -> int:
        """Its exit code; minus the signal's number if it was killed."""
        if self.code is None:
            _, status = os.waitpid(self.pid, 0)
            self.code = os.waitstatus_to_exitcode(status)
        return self.code

    def ended(self) -> bool:
        """Whether it is over."""
        if self.code is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            self.code = os.waitstatus_to_exitcode(status) if pid else None
        return self.code is not None

    def send(self, number: signal.Signals) -> None:
        """Send a signal, if it still runs."""
        if not self.ended():
            os.kill(self.pid, number)

    def words(self) -> str:
        """What it printed."""
        return self.log.read_text() if self.log.exists() else ""


BEGUN: list[Run] = []


def begin(*args: object, log: Path, before: Callable[[], None] = lambda: None) -> Run:
    """Begin `ehistory extract ARGS`; `before` is called in its process."""
    load(), recipe()
    pid = os.fork()
    if pid:
        BEGUN.append(Run(pid, log))
        return BEGUN[-1]
    code = 1
    try:
        _redirect(log)
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(
                number, signal.default_int_handler if number == signal.SIGINT else signal.SIG_DFL
            )
        before()
        sys.argv = ["ehistory", "extract", *map(str, args)]
        main()
        code = 0
    except SystemExit as end:
        code = int(end.code or 0)
    finally:
        os._exit(code)


def _redirect(log: Path) -> None:
    descriptor = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(descriptor, 1)
    os.dup2(descriptor, 2)
    sys.stdout, sys.stderr = os.fdopen(1, "w", closefd=False), os.fdopen(2, "w", closefd=False)


def finish(*args: object, log: Path) -> Run:
    """Run to the end, which must be a good one."""
    run = begin(*args, log=log)
    assert run.wait() == 0, run.words()
    return run


def journalled(out: Path) -> set[bytes]:
    """The keys of the outcomes that a journal holds, which must be whole."""
    path = out / ".ehistory" / "journal.sqlite"
    if not path.exists():
        return set()
    with sqlite3.connect(path) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        tables = database.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        keys = {key for (key,) in database.execute("SELECT key FROM outcomes")} if tables else set()
    database.close()
    return keys


def manifest(out: Path) -> dict:
    """The manifest of the last run that ended."""
    return json.loads((out / MANIFEST).read_text())


def until(condition: Callable[[], bool], seconds: float = 30) -> None:
    """Wait for a condition."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.01)


def extract(*args: object) -> Result:
    """Run the command in this process to a good end."""
    result = CliRunner().invoke(cli, ["extract", *map(str, args)], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result


def rows(path: Path, *given: dict) -> Path:
    """A JSON Lines file of the given rows."""
    path.write_text("".join(json.dumps(row) + "\n" for row in given))
    return path


def records(out: Path) -> list[ArticleRecord]:
    """The records of the last run that ended."""
    return [ArticleRecord.model_validate_json(line) for line in (out / RECORDS).open()]
