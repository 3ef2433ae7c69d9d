"""The lines of a stream by number, one in memory at a time, none longer than a limit; when to give up on them."""

from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO, TypeVar

T = TypeVar("T")
# A file of another kind has no good line among so many; a file with damage has.
HOPELESS_AFTER = 20
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


def while_hopeful(
    items: Iterable[T], failed: Callable[[T], bool], last_word: Callable[[], T]
) -> Iterator[T]:
    """The items; where the first HOPELESS_AFTER all failed, no more than these and the last word on them."""
    failures = 0
    for number, item in enumerate(items, start=1):
        yield item
        failures += failed(item)
        if failures == number == HOPELESS_AFTER:
            yield last_word()
            return
