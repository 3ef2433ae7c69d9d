"""The lines of a stream by number, one in memory at a time, none longer than a limit."""

from collections.abc import Iterator
from typing import BinaryIO

_SKIPPED_AT_ONCE = 1 << 20


def numbered_lines(stream: BinaryIO, limit: int) -> Iterator[tuple[int, bytes | None]]:
    """Every line that is not blank, from 1 on; null for one of more than `limit` bytes."""
    number = 0
    while line := stream.readline(limit + 1):
        number += 1
        if len(line) > limit:
            _skip(stream, line)
            yield number, None
        elif line.strip():
            yield number, line


def _skip(stream: BinaryIO, line: bytes) -> None:
    while line and not line.endswith(b"\n"):
        line = stream.readline(_SKIPPED_AT_ONCE)
