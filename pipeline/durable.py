"""Files that are whole or absent: written beside, synced, moved over the final name.

A file is on the disk only after `fsync`, its new name only after `fsync` of its folder.
"""

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from pipeline.errors import OutputError

# What stands at a path, or at a part of it, where the system says it is of the wrong kind.
_WRONG_KIND: dict[type[OSError], str] = {
    NotADirectoryError: "a file stands where a folder is wanted",
    FileExistsError: "a file stands where a folder is wanted",
    IsADirectoryError: "a folder stands where a file is wanted",
}
_DEVICE = "a device or a pipe stands where a file is wanted"
_OTHER_OUT = "give another --out"
FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
# SQLite takes a quota that is reached for a fault of the disk.
_FULL_STATES = (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR)
_SPOILT_STATES = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_PRIMARY_CODE = 0xFF


class Replacement:
    """A text file in the making: nothing of it is at `final` before `commit`."""

    def __init__(self, final: Path, part: Path) -> None:
        self.final, self.part = final, part
        with explained(part):
            self._file = part.open("w", encoding="utf-8", newline="\n")

    def write(self, text: str) -> None:
        """Add to the file; raises OutputError."""
        with explained(self.part):
            self._file.write(text)

    def sync(self) -> None:
        """Bring what was written to the disk."""
        with explained(self.part):
            self._file.flush()
            os.fsync(self._file.fileno())

    def commit(self) -> None:
        """Put the synced file in the place of the final one."""
        with explained(self.final):
            self._file.close()
            self.part.replace(self.final)
            sync_folder(self.final.parent)

    def discard(self) -> None:
        """Drop what was not committed, as a full disk needs the space."""
        # Closing writes what is buffered, which a full disk refuses once more.
        with suppress(OSError):
            self._file.close()
        self.part.unlink(missing_ok=True)


def write_whole(path: Path, text: str) -> None:
    """Write a text file that is afterwards whole or as it was; raises OutputError."""
    with explained(path):
        final = place_of(path)
        part = final.with_name(f"{final.name}.part")
        try:
            part.write_text(text, encoding="utf-8", newline="\n")
            sync_file(part)
            part.replace(final)
            sync_folder(final.parent)
        finally:
            part.unlink(missing_ok=True)


def place_of(path: Path) -> Path:
    """Where a complete file is moved to: behind links, and never over a device or a pipe.

    Raises OutputError: what stands in /dev would give way to the file where the user may write there.
    """
    if path.exists() and not path.is_file() and not path.is_dir():
        raise OutputError(_message(path, _DEVICE, _OTHER_OUT))
    return path.resolve() if path.is_symlink() else path


def sync_file(path: Path) -> None:
    """Bring a file that is written and closed to the disk."""
    with path.open("rb") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Bring a folder's entries to the disk, where the system can (POSIX)."""
    if hasattr(os, "O_DIRECTORY"):
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Errors of the disk or of SQLite as an OutputError that names the file and what to do."""
    try:
        yield
    except BrokenPipeError:
        # The reader has seen enough (`| head`), which is no failure.
        raise
    except OSError as error:
        kind = wrong_kind(error)
        remedy = _OTHER_OUT if kind else _remedy(error.errno in FULL)
        raise OutputError(_message(path, kind or error.strerror or str(error), remedy)) from error
    except sqlite3.Error as error:
        state = getattr(error, "sqlite_errorcode", 0) & _PRIMARY_CODE
        remedy = _remedy(state in _FULL_STATES)
        if state in _SPOILT_STATES:
            remedy = "delete it, and its articles are extracted again"
        raise OutputError(_message(path, str(error), remedy)) from error


def wrong_kind(error: OSError) -> str | None:
    """What stands in the way of a folder or a file; null for other errors."""
    return _WRONG_KIND.get(type(error))


def _message(path: Path, seen: str, remedy: str) -> str:
    return f"{path}: can't be written: {seen}; {remedy}"


def _remedy(full: bool) -> str:
    if full:
        return "free space or raise the quota, and run the same command again: what was finished is kept"
    return "check that you may write there, or give another --out"
