"""Records from files, folders of results and standard input: each valid one, every bad line named."""

import math
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from pipeline.claims import Claims
from pipeline.errors import Code, RejectedInput
from pipeline.exporting.rows import Row, rows_of
from pipeline.reading.lines import numbered_lines
from pipeline.reading.paths import STANDARD_INPUT
from pipeline.records import ArticleRecord
from pipeline.versions import read_record

# A record of the longest article has some megabytes.
LINE_BYTES = 256 * 1024 * 1024
_FACT_ID = re.compile(r"[a-z]+-\d+")
_LARGEST = 2**63 - 1


def read_records(inputs: Sequence[str], claims: Claims) -> Iterator[ArticleRecord | RejectedInput]:
    """Every record of the inputs in order, one in memory at a time; of an id the first alone."""
    for text in inputs:
        for path in _files(text):
            if isinstance(path, RejectedInput):
                yield path
            elif str(path) == STANDARD_INPUT:
                yield from _records(sys.stdin.buffer, "standard input", claims)
            else:
                yield from _file(path, claims)


def _files(text: str) -> Iterator[Path | RejectedInput]:
    """The file; of a folder of results its records.jsonl or the partitions of a cluster's run."""
    path = Path(text)
    if not path.is_dir():
        yield path
    elif (whole := path / "records.jsonl").exists():
        yield whole
    else:
        parts = sorted((path / "records").glob("*.jsonl"))
        yield from parts
        if not parts:
            yield RejectedInput(Code.UNREADABLE, text, "the folder holds no records.jsonl")


def _file(path: Path, claims: Claims) -> Iterator[ArticleRecord | RejectedInput]:
    try:
        with path.open("rb") as stream:
            yield from _records(stream, str(path), claims)
    except OSError as error:
        yield RejectedInput(Code.UNREADABLE, str(path), error.strerror or str(error))


def _records(
    stream: BinaryIO, name: str, claims: Claims
) -> Iterator[ArticleRecord | RejectedInput]:
    for number, line in numbered_lines(stream, LINE_BYTES):
        where = f"{name}:{number}"
        try:
            yield _record(line, where, claims)
        except RejectedInput as reject:
            yield reject


def _record(line: bytes | None, where: str, claims: Claims) -> ArticleRecord:
    if line is None:
        raise RejectedInput(Code.TOO_LARGE, where, f"a line of more than {LINE_BYTES} bytes")
    record = read_record(line, where)
    if flaw := _flaw(record):
        raise RejectedInput(Code.INVALID_RECORD, where, flaw)
    if first := claims.holder("id", record.article.id):
        raise RejectedInput(Code.DUPLICATE_ID, where, f"{record.article.id!r} is the id of {first}")
    claims.claim("id", record.article.id, where)
    return record


def _flaw(record: ArticleRecord) -> str | None:
    """Why a valid record can't become rows: its facts' ids, or a number beyond 64 bits."""
    seen: set[str] = set()
    for fact in record.facts():
        if not _FACT_ID.fullmatch(fact.id):
            return f"{fact.id!r} is no id of a fact"
        if fact.id in seen:
            return f"the id {fact.id} comes twice"
        seen.add(fact.id)
    try:
        rows = [row for table in rows_of(record).values() for row in table]
    except ValueError:  # Python's own limit to the digits of an integer
        return "a year has too many digits"
    return next(filter(None, map(_overflow, rows)), None)


def _overflow(row: Row) -> str | None:
    for name, value in row.items():
        large = isinstance(value, int) and abs(value) > _LARGEST
        if large or (isinstance(value, float) and not math.isfinite(value)):
            return f"{row['id']}: {name} is beyond 64 bits"
    return None
