"""Who came first: the source that holds an address, a text or an id, kept on disk and not in memory."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.durable import explained

# Of use to this run alone, so nothing is synced and nothing could be rolled back.
_SETTINGS = """
PRAGMA locking_mode = EXCLUSIVE;
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE claims (kind TEXT, value, source TEXT, PRIMARY KEY (kind, value)) WITHOUT ROWID;
"""


class Claims:
    """Values of a kind and the source that claimed each first."""

    def __init__(self, path: Path | None) -> None:
        self._path = path or Path("the temporary folder")
        with explained(self._path):
            # SQLite takes no name for a file of its own that vanishes with the connection.
            self._database = sqlite3.connect(path or "", isolation_level=None)
            self._database.executescript(_SETTINGS)

    def holder(self, kind: str, value: str | bytes) -> str | None:
        """The source that claimed a value, null where none did."""
        query = "SELECT source FROM claims WHERE kind = ? AND value = ?"
        with explained(self._path):
            row = self._database.execute(query, (kind, value)).fetchone()
        return str(row[0]) if row else None

    def claim(self, kind: str, value: str | bytes, source: str) -> None:
        """Claim a value unless it is claimed."""
        with explained(self._path):
            self._database.execute(
                "INSERT OR IGNORE INTO claims VALUES (?, ?, ?)", (kind, value, source)
            )

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()


@contextmanager
def open_claims(path: Path | None = None) -> Iterator[Claims]:
    """Claims in a file that is emptied before and removed after; without one, in a temporary file."""
    if path:
        with explained(path):
            path.unlink(missing_ok=True)
    claims = Claims(path)
    try:
        yield claims
    finally:
        claims.close()
        if path:
            path.unlink(missing_ok=True)
