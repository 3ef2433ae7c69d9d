"""Inputs to files: folders walked in order, globs, and which format a name tells."""

import glob
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import Code, RejectedInput

FORMATS = {
    ".txt": "text",
    ".html": "page",
    ".htm": "page",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "json",
    ".warc": "warc",
    ".parquet": "parquet",
}
STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Results:
    """What a run writes, which is no input of the next: its folder, and the names in it."""

    folder: Path
    names: frozenset[str]

    def is_in(self, folder: Path) -> bool:
        """Whether it is written into this folder."""
        try:
            return self.folder.samefile(folder)
        except OSError:
            return False

    def hold(self, path: Path) -> bool:
        """Whether a path is a file or folder of the results."""
        return path.name in self.names and self.is_in(path.parent)


NO_RESULTS = Results(Path(), frozenset())


def writable(name: str) -> str:
    """A file's name as UTF-8 can write it, also where the disk holds one in another encoding."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


def format_of(path: Path) -> str | None:
    """The format that the suffix names, with or without `.gz`; null for none we read."""
    suffixes = [suffix.lower() for suffix in path.suffixes]
    suffix = suffixes[-2] if len(suffixes) > 1 and suffixes[-1] == ".gz" else "".join(suffixes[-1:])
    return FORMATS.get(suffix)


def stem_of(path: Path) -> str:
    """The name without its suffixes."""
    name = path.name
    for suffix in (".gz", *FORMATS):
        name = name[: -len(suffix)] if name.lower().endswith(suffix) else name
    return name


def files_of(
    inputs: Sequence[str], results: Results = NO_RESULTS
) -> Iterator[Path | RejectedInput]:
    """The files of the inputs in order, each once; an input without any is a reject.

    Folders and globs are passed through without the results that are in them.
    """
    done: set[str] = set()
    for text in inputs:
        for path in _reachable(text, results):
            # One input holds no file twice: what need not be remembered isn't.
            if isinstance(path, RejectedInput) or len(inputs) == 1:
                yield path
            elif (real := os.path.realpath(path)) not in done:
                done.add(real)
                yield path


def _reachable(text: str, results: Results) -> Iterator[Path | RejectedInput]:
    """The files of an input; a path that the system takes for none, a name too long, say, is a reject."""
    try:
        yield from _paths(text, results)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        yield RejectedInput(Code.UNREADABLE, writable(text), reason)


def _paths(text: str, results: Results) -> Iterator[Path | RejectedInput]:
    path = Path(text)
    if text == STANDARD_INPUT or (path.exists() and not path.is_dir()):
        yield path
        return
    if path.is_dir():
        found, code = _walked(path, results), Code.EMPTY
        missing = f"the folder holds no article file ({', '.join(FORMATS)}, or these with .gz)"
    else:
        code = Code.UNREADABLE
        missing = "no file matches" if glob.has_magic(text) else "there is no such file"
        matches = (Path(m) for m in sorted(glob.glob(text, recursive=True)))  # noqa: PTH207
        found = (m for m in matches if not m.is_dir() and not results.hold(m))
    empty = True
    for item in found:
        empty = False
        yield item
    if empty:
        yield RejectedInput(code, writable(text), missing)


def _walked(folder: Path, results: Results) -> Iterator[Path | RejectedInput]:
    """Article files below a folder by name, hidden ones left out, one folder's names in memory."""
    passed_over = results.names if results.is_in(folder) else frozenset()
    try:
        with os.scandir(folder) as entries:
            listed = sorted((e.name, e.is_dir(follow_symlinks=False)) for e in entries)
    except OSError as error:
        yield RejectedInput(Code.UNREADABLE, writable(str(folder)), error.strerror or str(error))
        return
    for name, is_folder in listed:
        path = folder / name
        if name.startswith(".") or name in passed_over:
            continue
        if is_folder:
            if not results.is_in(path):
                yield from _walked(path, results)
        elif format_of(path) is not None and not path.is_dir():
            yield path
