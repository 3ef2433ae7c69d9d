"""Records as runs wrote them, one at a time: each valid one, and every line that is none named."""

import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from pipeline.claims import Claims
from pipeline.errors import Code, GoldGiven, RejectedInput
from pipeline.reading.lines import HOPELESS_AFTER, numbered_lines, while_hopeful
from pipeline.reading.paths import STANDARD_INPUT
from pipeline.records import ArticleRecord
from pipeline.versions import read_record

# What a run on one machine writes, and the folder of partitions that one on a cluster does.
RECORDS, PARTITIONS = "records.jsonl", "records"
# A record of the longest article has some megabytes.
LINE_BYTES = 256 * 1024 * 1024

# What a line of another kind of file is; a record of another version, or one that comes twice, is none.
_NO_RECORD = (Code.BROKEN_JSON, Code.INVALID_RECORD, Code.TOO_LARGE)

Item = ArticleRecord | RejectedInput
# Why a valid record is of no use, null where it is of use.
FlawOf = Callable[[ArticleRecord], str | None]


def read_records(
    inputs: Sequence[str], claims: Claims, flaw_of: FlawOf = lambda _: None
) -> Iterator[Item]:
    """Every record of files, folders of results and standard input (-), one in memory at a time.

    A record with a flaw is a reject, and so is one with the id of an earlier one.
    """
    for text in inputs:
        for path in files_in(text):
            if isinstance(path, RejectedInput):
                yield path
            elif str(path) == STANDARD_INPUT:
                yield from _records(sys.stdin.buffer, "standard input", claims, flaw_of)
            else:
                yield from _file(path, claims, flaw_of)


def files_in(text: str) -> Iterator[Path | RejectedInput]:
    """The file, or what a folder of results holds."""
    path = Path(text)
    if not path.is_dir():
        yield path
    elif (whole := path / RECORDS).exists():
        yield whole
    else:
        parts = sorted((path / PARTITIONS).glob("*.jsonl"))
        yield from parts
        if not parts:
            yield RejectedInput(Code.EMPTY, text, f"the folder holds no {RECORDS}")


def _file(path: Path, claims: Claims, flaw_of: FlawOf) -> Iterator[Item]:
    try:
        with path.open("rb") as stream:
            yield from _records(stream, str(path), claims, flaw_of)
    except OSError as error:
        yield RejectedInput(Code.UNREADABLE, str(path), error.strerror or str(error))


def _records(stream: BinaryIO, name: str, claims: Claims, flaw_of: FlawOf) -> Iterator[Item]:
    """The records of a file, given up where its beginning holds none."""

    def failed(item: Item) -> bool:
        return isinstance(item, RejectedInput) and item.code in _NO_RECORD

    reason = (
        f"none of the first {HOPELESS_AFTER} lines is a record, and no more were read: it is no records.jsonl "
        "that `ehistory extract` wrote, or its JSON was indented"
    )
    items = _lines(stream, name, claims, flaw_of)
    yield from while_hopeful(
        items, failed, lambda: RejectedInput(Code.INVALID_RECORD, name, reason)
    )


def _lines(stream: BinaryIO, name: str, claims: Claims, flaw_of: FlawOf) -> Iterator[Item]:
    gold_told = False
    for number, line in numbered_lines(stream, LINE_BYTES):
        where = f"{name}:{number}"
        try:
            yield _record(line, where, claims, flaw_of)
        except GoldGiven:
            # Once: a file of gold has hundreds of lines.
            if not gold_told:
                yield GoldGiven(name)
            gold_told = True
        except RejectedInput as reject:
            yield reject


def _record(line: bytes | None, where: str, claims: Claims, flaw_of: FlawOf) -> ArticleRecord:
    if line is None:
        raise RejectedInput(Code.TOO_LARGE, where, f"a line of more than {LINE_BYTES} bytes")
    record = read_record(line, where)
    if flaw := flaw_of(record):
        raise RejectedInput(Code.INVALID_RECORD, where, flaw)
    if first := claims.holder("id", record.article.id):
        raise RejectedInput(Code.DUPLICATE_ID, where, f"{record.article.id!r} is the id of {first}")
    claims.claim("id", record.article.id, where)
    return record
