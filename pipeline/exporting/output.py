"""Files of an export that are whole or absent, and errors of writing that say what to do."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.durable import FULL, place_of, sync_file, sync_folder, wrong_kind
from pipeline.errors import OutputError


@contextmanager
def replaced(final: Path) -> Iterator[Path]:
    """A path to write a file at, moved over the final name at the end; removed after an error."""
    place = place_of(final)
    with explained(final), beside(place.parent) as folder:
        part = folder / place.name
        yield part
        moved(part, place)


def moved(part: Path, final: Path) -> None:
    """Put a complete file in the place of the final one."""
    sync_file(part)
    part.replace(final)
    sync_folder(final.parent)


@contextmanager
def beside(folder: Path) -> Iterator[Path]:
    """A temporary folder on the same disk, removed at the end."""
    with explained(folder):
        folder.mkdir(parents=True, exist_ok=True)
        made = tempfile.mkdtemp(dir=folder, prefix=".ehistory-export-")
    try:
        yield Path(made)
    finally:
        shutil.rmtree(made, ignore_errors=True)


@contextmanager
def absent_after_errors(path: Path) -> Iterator[None]:
    """A folder for a file that is written in place; what was not there before goes after an error."""
    there = path.exists()
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        yield
    except BaseException:
        if not there:
            path.unlink(missing_ok=True)
        raise


@contextmanager
def explained(out: Path | str, *kinds: type[Exception]) -> Iterator[None]:
    """Errors of the disk, and errors of `kinds`, as an OutputError that names the target."""
    try:
        yield
    except OSError as error:
        kind = wrong_kind(error)
        other = "free space" if error.errno in FULL else "check that you may write there"
        remedy = "give another --out" if kind else other
        raise OutputError(_message(out, kind or error.strerror or str(error), remedy)) from error
    except kinds as error:
        first = str(error).strip().partition("\n")[0]
        raise OutputError(_message(out, first, "check the target and its free space")) from error


def _message(out: Path | str, seen: str, remedy: str) -> str:
    return f"{out}: can't be written: {seen}; {remedy}, and export again: nothing was changed"
