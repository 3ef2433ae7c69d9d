"""Which format a stream holds, as its beginning tells; no more of it is read than tells it."""

import io
import json
import re
from typing import TYPE_CHECKING, BinaryIO, cast

from pipeline.reading.decoding import unmarked

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

# Comments above a page, such as a browser's "saved from", are shorter.
_MOST_BYTES = 1 << 14
_ABOVE_A_PAGE = r"(?:\s|<\?[^>]{0,1000}>|<!--(?:(?!-->).){0,9000}-->)*"
_PAGE = re.compile(rf"{_ABOVE_A_PAGE}<(?:!doctype|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_ARRAY_OF_OBJECTS = re.compile(r"\[\s*\{")
# Only space, an array's bracket, declarations or comments: what comes next tells.
_OPEN = re.compile(rf"\[?\s*$|{_ABOVE_A_PAGE}(?:$|<!--|<\?)", re.DOTALL)


class _PutBack(io.RawIOBase):
    """A stream with the bytes that were read of it before it again."""

    def __init__(self, head: bytes, rest: io.BufferedReader) -> None:
        self._head, self._rest = head, rest

    def readable(self) -> bool:
        """As any stream to read."""
        return True

    def readinto(self, buffer: "WriteableBuffer", /) -> int:
        """What `io.BufferedReader` reads with."""
        view = memoryview(buffer)
        chunk = self._head[: len(view)] or self._rest.read1(len(view))
        self._head = self._head[len(chunk) :]
        view[: len(chunk)] = chunk
        return len(chunk)


def told_by_beginning(stream: BinaryIO, line_bytes: int) -> tuple[str, BinaryIO]:
    """The suffix that a file of the stream's contents would have, and the stream from its first byte on.

    Lines of up to `line_bytes` are read until they tell it, so that rows can be worked on as they come.
    """
    lines = (
        stream if isinstance(stream, io.BufferedReader) else _buffered(cast(io.RawIOBase, stream))
    )
    head, suffix = b"", None
    while suffix is None:
        line = lines.readline(line_bytes)
        head += line
        last = not line or len(head) > _MOST_BYTES
        suffix = _suffix(unmarked(head).lstrip(), last=last)
    return suffix, _buffered(_PutBack(head, lines))


def _buffered(stream: io.RawIOBase) -> io.BufferedReader:
    return io.BufferedReader(stream)


def _suffix(text: str, *, last: bool) -> str | None:
    """The suffix; null where a next line must tell it."""
    if text.startswith("{"):
        return _of_object(text, last=last)
    if _ARRAY_OF_OBJECTS.match(text):
        return ".json"
    if _PAGE.match(text):
        return ".html"
    return None if _OPEN.match(text) and not last else ".txt"


def _of_object(text: str, *, last: bool) -> str | None:
    """Whether an object goes on below its first line, or each line holds one of its own."""
    first, *more = [line for line in text.split("\n") if line.strip()]
    if not _breaks_off(first):
        return ".jsonl"
    if not more and not last:
        return None
    return ".jsonl" if more and _is_json(more[0]) else ".json"


def _breaks_off(line: str) -> bool:
    """Whether a line of JSON is right as far as it goes."""
    try:
        json.loads(line)
    except json.JSONDecodeError as error:
        return error.pos >= len(line.rstrip())
    except (ValueError, RecursionError):
        return False
    return False


def _is_json(line: str) -> bool:
    try:
        json.loads(line)
    except (ValueError, RecursionError):
        return False
    return True
