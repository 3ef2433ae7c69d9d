"""SIGINT and SIGTERM as a request to stop after the article in hand; a second one stops at once."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType

from pipeline.errors import Exit, Stopped

_STANDARD_ERROR = 2
_ANNOUNCEMENT = b"stopping after the article in hand; once more stops at once\n"
_EXITS = {signal.SIGINT: Exit.INTERRUPTED, signal.SIGTERM: Exit.TERMINATED}


class Stopping:
    """Whether the run was asked to stop, and by which signal."""

    def __init__(self) -> None:
        self.by: signal.Signals | None = None

    def asked(self) -> bool:
        """Whether to begin nothing more."""
        return self.by is not None

    def raise_if_asked(self, kept: str = "") -> None:
        """Raise Stopped, with the exit code of the signal, if the run was asked to stop."""
        if self.by is not None:
            raise Stopped(f"stopped by {self.by.name}{kept}", _EXITS[self.by])


@contextmanager
def stop_on_signals() -> Iterator[Stopping]:
    """Watch for the signals; the handlers of before come back at the first one, and at the end.

    A signal that is ignored, as SIGINT is behind `&` in a script, stays so.
    """
    stopping = Stopping()
    handlers = {number: signal.getsignal(number) for number in _EXITS}
    before = {number: h for number, h in handlers.items() if h is not signal.SIG_IGN}

    def restore() -> None:
        for number, handler in before.items():
            signal.signal(number, handler)

    def ask(number: int, _frame: FrameType | None) -> None:
        stopping.by = signal.Signals(number)
        restore()
        # Not through sys.stderr, which the signal may have interrupted in the middle of a line.
        with suppress(OSError):
            os.write(_STANDARD_ERROR, _ANNOUNCEMENT)

    for number in before:
        signal.signal(number, ask)
    try:
        yield stopping
    finally:
        restore()
