"""Files, folders, globs and standard input, one article at a time; what can't be read is a reject."""

import gzip
import io
import zlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, cast

from pipeline.articles import DEFAULT_MAX_CHARS, RawArticle
from pipeline.errors import Code, RejectedInput
from pipeline.reading.beginnings import told_by_beginning
from pipeline.reading.decoding import decode
from pipeline.reading.limits import JSON_FILE_BYTES, Limits
from pipeline.reading.parcels import Parcel, open_parcel, parcel
from pipeline.reading.paths import (
    NO_RESULTS,
    STANDARD_INPUT,
    Results,
    files_of,
    format_of,
    stem_of,
    writable,
)
from pipeline.reading.rows import Item, json_parcels, jsonl_parcels, parquet_parcels
from pipeline.reading.warc import warc_parcels


def read_inputs(
    inputs: Sequence[str], *, max_chars: int = DEFAULT_MAX_CHARS, stdin: BinaryIO | None = None
) -> Iterator[RawArticle | RejectedInput]:
    """Every article of the inputs, in order, each file read once."""
    limits = Limits(max_chars)
    for item in read_parcels(inputs, limits, stdin=stdin):
        try:
            yield open_parcel(item, limits) if isinstance(item, Parcel) else item
        except RejectedInput as reject:
            yield reject


def read_parcels(
    inputs: Sequence[str],
    limits: Limits,
    *,
    stdin: BinaryIO | None = None,
    results: Results = NO_RESULTS,
) -> Iterator[Item]:
    """The same before it is decoded; one article's bytes in memory at a time."""
    for path in files_of(inputs, results):
        if isinstance(path, RejectedInput):
            yield path
        elif str(path) == STANDARD_INPUT:
            yield from _standard_input(stdin or io.BytesIO(), limits)
        else:
            yield from _file(path, limits)


def _file(path: Path, limits: Limits) -> Iterator[Item]:
    """The articles of one file, any failure of it as a reject."""
    source = writable(str(path))
    if not path.is_file():
        lost = path.is_symlink() and not path.exists()
        reason = "is a link that leads nowhere" if lost else "is no regular file"
        yield RejectedInput(Code.UNREADABLE, source, reason)
        return
    if format_of(path) is None:
        yield RejectedInput(Code.UNKNOWN_FORMAT, source, f"has the suffix {path.suffix!r}")
        return
    yield from file_parcels(lambda: path.open("rb"), path, source, limits)


def file_parcels(
    opened: Callable[[], BinaryIO], path: Path, source: str, limits: Limits
) -> Iterator[Item]:
    """The articles of the file that `opened` gives; `path` tells format and default ids."""
    try:
        with opened() as stream:
            yield from articles_of(_unzipped(stream, path), path, source, limits)
    except OSError as error:
        yield RejectedInput(Code.UNREADABLE, source, error.strerror or str(error))


def _unzipped(stream: BinaryIO, path: Path) -> BinaryIO:
    # warcio reads the gzip members of an archive itself, one a record.
    if path.suffix.lower() == ".gz" and format_of(path) != "warc":
        return cast(BinaryIO, gzip.GzipFile(fileobj=stream))
    return stream


def articles_of(stream: BinaryIO, path: Path, source: str, limits: Limits) -> Iterator[Item]:
    """The articles of an open file; `path` tells format and default ids."""
    try:
        yield from _parcels(stream, path, source, limits)
    except RejectedInput as reject:
        yield reject
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        yield RejectedInput(Code.BROKEN_ARCHIVE, source, str(error) or "the archive is cut short")


def _parcels(stream: BinaryIO, path: Path, source: str, limits: Limits) -> Iterator[Item]:
    form, stem = format_of(path), stem_of(path)
    if form == "jsonl":
        yield from jsonl_parcels(stream, source, stem, limits)
    elif form == "json":
        reason = (
            f"more than {JSON_FILE_BYTES} bytes, the most for a .json file; .jsonl may be longer"
        )
        data = _limited(stream, source, JSON_FILE_BYTES, reason)
        yield from json_parcels(decode(data, source), source, stem)
    elif form == "warc":
        yield from warc_parcels(stream, source, limits)
    elif form == "parquet":
        yield from parquet_parcels(stream, source, stem)
    elif form == "page":
        most = limits.page_bytes
        yield parcel(stem, source, "page", _limited(stream, source, most, limits.too_large(most)))
    else:
        most = limits.text_bytes
        yield parcel(stem, source, "text", _limited(stream, source, most, limits.too_large(most)))


def _limited(stream: BinaryIO, source: str, limit: int, reason: str) -> bytes:
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise RejectedInput(Code.TOO_LARGE, source, reason)
    return data


def _standard_input(stdin: BinaryIO, limits: Limits) -> Iterator[Item]:
    """Standard input, its format told from its beginning."""
    suffix, stream = told_by_beginning(stdin, limits.line_bytes)
    yield from articles_of(stream, Path(f"stdin{suffix}"), STANDARD_INPUT, limits)
