"""What earlier runs, finished or not, have already worked out: outcomes by the hash of their contents.

A SQLite database with a write-ahead log, synced at every commit: after a kill or a loss of power it
opens as of the last commit (docs/decisions/0005). Only the run that holds the folder's lock opens it.
"""

import sqlite3
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.durable import explained, sync_folder
from pipeline.errors import Code
from pipeline.outcomes import Outcome

# A journal of another form is of no use to this version and begins anew.
FORM = 1
_SETTINGS = """
PRAGMA locking_mode = EXCLUSIVE;
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
"""
_TABLES = """
CREATE TABLE IF NOT EXISTS outcomes (
    key BLOB PRIMARY KEY, line BLOB, code TEXT, reason TEXT NOT NULL, address TEXT, text TEXT,
    chars INTEGER NOT NULL, published TEXT, facts TEXT NOT NULL
);
"""
_GET = (
    "SELECT line, code, reason, address, text, chars, published, facts FROM outcomes WHERE key = ?"
)
_PUT = "INSERT OR REPLACE INTO outcomes VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"


class Journal:
    """The outcomes kept in a file; every error is an OutputError that names it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        with explained(path):
            if path.exists() and not _readable_form(path):
                _remove(path)
            self._database = sqlite3.connect(path, isolation_level=None)
            self._database.executescript(_SETTINGS + _TABLES)
            self._database.execute(f"PRAGMA user_version = {FORM}")
            sync_folder(path.parent)

    def get(self, key: bytes) -> Outcome | None:
        """The outcome of contents, null where they are new."""
        with explained(self.path):
            row = self._database.execute(_GET, (key,)).fetchone()
        return _outcome(row) if row else None

    def put(self, key: bytes, outcome: Outcome) -> None:
        """Keep an outcome: it is on the disk when this returns."""
        line = zlib.compress(outcome.line.encode()) if outcome.line is not None else None
        facts = " ".join(map(str, outcome.facts))
        known = (outcome.address, outcome.text, outcome.chars, outcome.published, facts)
        with explained(self.path):
            self._database.execute(_PUT, (key, line, outcome.code, outcome.reason, *known))

    def __len__(self) -> int:
        with explained(self.path):
            (count,) = self._database.execute("SELECT count(*) FROM outcomes").fetchone()
        return int(count)

    def close(self) -> None:
        """Fold the log into the file and let go of it."""
        with explained(self.path):
            self._database.close()

    def prune(self, used: Callable[[bytes], bool]) -> None:
        """Forget the outcomes that are not used: of articles changed or gone, of earlier versions."""
        with explained(self.path):
            keys = (key for (key,) in self._database.execute("SELECT key FROM outcomes"))
            stale = [(key,) for key in keys if not used(key)]
            self._database.execute("BEGIN")
            self._database.executemany("DELETE FROM outcomes WHERE key = ?", stale)
            self._database.execute("COMMIT")


@contextmanager
def open_journal(path: Path, *, anew: bool = False) -> Iterator[Journal]:
    """The journal in a file, made where there is none; `anew` forgets what it held."""
    if anew:
        with explained(path):
            _remove(path)
    journal = Journal(path)
    try:
        yield journal
    finally:
        journal.close()


def _readable_form(path: Path) -> bool:
    database = sqlite3.connect(path)
    try:
        (form,) = database.execute("PRAGMA user_version").fetchone()
        return form in (0, FORM)
    finally:
        database.close()


def _remove(path: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def _outcome(row: tuple[bytes | None, str, str, str, str, int, str, str]) -> Outcome:
    line, code, reason, address, text, chars, published, facts = row
    return Outcome(
        line=zlib.decompress(line).decode() if line is not None else None,
        code=Code(code) if code else None,
        reason=reason,
        address=address,
        text=text,
        chars=chars,
        published=published,
        facts=tuple(map(int, facts.split())),
    )
