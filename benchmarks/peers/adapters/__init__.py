"""One file a peer: `PEER` says what it offers, `run` gives what it finds in texts.

The peer itself is imported when it runs, so that what an adapter offers, and how it reads a peer's
results, is known where the peer is not installed.
"""

from collections.abc import Sequence
from importlib import import_module
from typing import Protocol, cast

from benchmarks.peers.exchange import Found, Given, Peer

NAMES = ("quantulum", "recognizers", "cqe", "dates", "entities")


class Adapter(Protocol):
    """The module of a peer."""

    PEER: Peer

    def run(self, texts: Sequence[Given]) -> list[list[Found]]:
        """What the peer finds in each text."""


def adapter(name: str) -> Adapter:
    """The module of one of `NAMES`."""
    return cast(Adapter, import_module(f"{__name__}.{name}"))
