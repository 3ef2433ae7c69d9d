"""Files, folders, globs and standard input, one article at a time; what can't be read is a reject."""

import glob
import gzip
import hashlib
import io
import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, cast

from pipeline.articles import RawArticle
from pipeline.errors import Code, RejectedInput
from pipeline.reading.articles import html_article, row_article, text_article
from pipeline.reading.decoding import decode

DEFAULT_MAX_CHARS = 5_000_000
_FORMATS = {
    ".txt": "txt",
    ".html": "html",
    ".htm": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "json",
}
# A character is at most four bytes; a page's markup may outweigh its text.
_BYTES_A_CHAR = 4

Item = RawArticle | RejectedInput


def read_inputs(
    inputs: Sequence[str], *, max_chars: int = DEFAULT_MAX_CHARS, stdin: BinaryIO | None = None
) -> Iterator[Item]:
    """Every article of the inputs, in order; each id is given once, each file read once."""
    seen: dict[str, str] = {}
    for item in _all_items(inputs, max_chars, stdin):
        if isinstance(item, RawArticle):
            item = _checked(item, max_chars, seen)
        yield item


def _checked(article: RawArticle, max_chars: int, seen: dict[str, str]) -> Item:
    if len(article.raw) > max_chars:
        reason = f"{len(article.raw)} characters, the limit is {max_chars}"
        return RejectedInput(Code.TOO_LARGE, article.source, reason)
    first = seen.setdefault(article.id, article.source)
    if first != article.source:
        reason = f"id {article.id!r} was already given by {first}"
        return RejectedInput(Code.DUPLICATE_ID, article.source, reason)
    return article


def _all_items(inputs: Sequence[str], max_chars: int, stdin: BinaryIO | None) -> Iterator[Item]:
    done: set[Path] = set()
    for text in inputs:
        if text == "-":
            yield from _standard_input(stdin, max_chars)
            continue
        for path in _paths(text):
            if isinstance(path, RejectedInput):
                yield path
            elif path.resolve() not in done:
                done.add(path.resolve())
                yield from _guarded(path, max_chars)


def _paths(text: str) -> Iterator[Path | RejectedInput]:
    path = Path(text)
    if path.is_dir():
        files = sorted(p for p in path.rglob("*") if _wanted(p, path))
        yield from files
        if not files:
            yield RejectedInput(Code.UNREADABLE, text, "the folder holds no article file")
    elif path.exists():
        yield path
    else:
        matches = [Path(m) for m in sorted(glob.glob(text, recursive=True)) if Path(m).is_file()]  # noqa: PTH207
        yield from matches
        if not matches:
            yield RejectedInput(Code.UNREADABLE, text, "there is no such file")


def _wanted(path: Path, folder: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
    return not hidden and _format(path) is not None and path.is_file()


def _format(path: Path) -> str | None:
    suffixes = [suffix.lower() for suffix in path.suffixes]
    suffix = suffixes[-2] if len(suffixes) > 1 and suffixes[-1] == ".gz" else "".join(suffixes[-1:])
    return _FORMATS.get(suffix)


def _stem(path: Path) -> str:
    name = path.name
    for suffix in (".gz", *_FORMATS):
        name = name[: -len(suffix)] if name.lower().endswith(suffix) else name
    return name


def _guarded(path: Path, max_chars: int) -> Iterator[Item]:
    """The articles of one file, any failure of it as a reject."""
    try:
        yield from _file(path, max_chars)
    except RejectedInput as reject:
        yield reject
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        yield RejectedInput(
            Code.BROKEN_ARCHIVE, str(path), str(error) or "the archive is cut short"
        )
    except OSError as error:
        yield RejectedInput(Code.UNREADABLE, str(path), error.strerror or str(error))


def _file(path: Path, max_chars: int) -> Iterator[Item]:
    source, form = str(path), _format(path)
    if not path.is_file():
        raise RejectedInput(Code.UNREADABLE, source, "is no regular file")
    if form is None:
        raise RejectedInput(Code.UNKNOWN_FORMAT, source, f"has the suffix {path.suffix!r}")
    with _opened(path) as stream:
        if form == "jsonl":
            yield from _rows(_lines(stream, source, max_chars), source, _stem(path))
            return
        data = _limited(stream, source, max_chars)
    digest = hashlib.sha256(data).hexdigest()
    yield from _decoded(decode(data, source), form, source, _stem(path), digest)


def _opened(path: Path) -> BinaryIO:
    if path.suffix.lower() == ".gz":
        return cast(BinaryIO, gzip.open(path, "rb"))
    return path.open("rb")


def _limited(stream: BinaryIO, source: str, max_chars: int) -> bytes:
    limit = max_chars * _BYTES_A_CHAR
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise RejectedInput(Code.TOO_LARGE, source, f"more than {limit} bytes")
    return data


def _lines(stream: BinaryIO, source: str, max_chars: int) -> Iterator[bytes]:
    limit = max_chars * _BYTES_A_CHAR
    while line := stream.readline(limit + 1):
        if len(line) > limit:
            raise RejectedInput(Code.TOO_LARGE, source, f"a line of more than {limit} bytes")
        yield line


def _decoded(text: str, form: str, source: str, stem: str, digest: str) -> Iterator[Item]:
    if form == "html":
        yield html_article(text, id=stem, source=source, sha256=digest)
    elif form == "json":
        yield from _json(text, source, stem)
    else:
        yield text_article(text, id=stem, source=source, sha256=digest)


def _json(text: str, source: str, stem: str) -> Iterator[Item]:
    try:
        value = json.loads(text)
    except ValueError as error:
        raise RejectedInput(Code.BROKEN_JSON, source, str(error)) from error
    if isinstance(value, dict):
        yield _row(value, source, stem)
        return
    if not isinstance(value, list):
        raise RejectedInput(Code.INVALID_ROW, source, f"a JSON {type(value).__name__}, no object")
    for number, row in enumerate(value, 1):
        yield _row(row, f"{source}:{number}", f"{stem}-{number}")


def _rows(lines: Iterable[bytes], source: str, stem: str) -> Iterator[Item]:
    empty = True
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        empty = False
        where = f"{source}:{number}"
        try:
            row = json.loads(line.decode("utf-8-sig"))
        except UnicodeDecodeError as error:
            yield RejectedInput(Code.ENCODING, where, f"byte {error.start} is no UTF-8")
        except (ValueError, RecursionError) as error:
            yield RejectedInput(Code.BROKEN_JSON, where, str(error))
        else:
            yield _row(row, where, f"{stem}-{number}")
    if empty:
        yield RejectedInput(Code.EMPTY, source, "the file holds no row")


def _row(row: object, source: str, default_id: str) -> Item:
    if not isinstance(row, dict):
        return RejectedInput(Code.INVALID_ROW, source, f"a JSON {type(row).__name__}, no object")
    try:
        return row_article(row, source, default_id=default_id)
    except RejectedInput as reject:
        return reject


def _standard_input(stdin: BinaryIO | None, max_chars: int) -> Iterator[Item]:
    """Standard input, its format told from its first character."""
    source = "-"
    try:
        data = _limited(stdin or io.BytesIO(), source, max_chars)
        if data.lstrip().startswith(b"{"):
            yield from _rows(data.splitlines(), source, "stdin")
            return
        text = decode(data, source)
        form = "html" if text.lstrip()[:9].lower().startswith(("<!doctype", "<html")) else "txt"
        yield from _decoded(text, form, source, "stdin", hashlib.sha256(data).hexdigest())
    except RejectedInput as reject:
        yield reject
