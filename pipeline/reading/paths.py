"""Inputs to files: folders walked in order, globs, and which format a name tells."""

import glob
import os
from collections.abc import Iterator, Sequence
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


def files_of(inputs: Sequence[str]) -> Iterator[Path | RejectedInput]:
    """The files of the inputs in order, each once; an input without any is a reject."""
    done: set[str] = set()
    for text in inputs:
        for path in _reachable(text):
            # One input holds no file twice: what need not be remembered isn't.
            if isinstance(path, RejectedInput) or len(inputs) == 1:
                yield path
            elif (real := os.path.realpath(path)) not in done:
                done.add(real)
                yield path


def _reachable(text: str) -> Iterator[Path | RejectedInput]:
    """The files of an input; a path that the system takes for none, a name too long, say, is a reject."""
    try:
        yield from _paths(text)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        yield RejectedInput(Code.UNREADABLE, writable(text), reason)


def _paths(text: str) -> Iterator[Path | RejectedInput]:
    path = Path(text)
    if text == STANDARD_INPUT or (path.exists() and not path.is_dir()):
        yield path
        return
    if path.is_dir():
        found, code = _walked(path), Code.EMPTY
        missing = f"the folder holds no article file ({', '.join(FORMATS)}, or these with .gz)"
    else:
        code = Code.UNREADABLE
        missing = "no file matches" if glob.has_magic(text) else "there is no such file"
        matches = (Path(m) for m in sorted(glob.glob(text, recursive=True)))  # noqa: PTH207
        found = (m for m in matches if not m.is_dir())
    empty = True
    for item in found:
        empty = False
        yield item
    if empty:
        yield RejectedInput(code, writable(text), missing)


def _walked(folder: Path) -> Iterator[Path | RejectedInput]:
    """Article files below a folder by name, hidden ones left out, one folder's names in memory."""
    try:
        with os.scandir(folder) as entries:
            listed = sorted((e.name, e.is_dir(follow_symlinks=False)) for e in entries)
    except OSError as error:
        yield RejectedInput(Code.UNREADABLE, writable(str(folder)), error.strerror or str(error))
        return
    for name, is_folder in listed:
        path = folder / name
        if name.startswith("."):
            continue
        if is_folder:
            yield from _walked(path)
        elif format_of(path) is not None and not path.is_dir():
            yield path
