"""A peer in the peers' own environment that runs over the texts of a file whenever a line comes in.

`.venv-peers/bin/python -m benchmarks.peers.timing PEER TEXTS` prints "= " and its version, then for each line of
standard input "= " and the processor seconds of a run; the first runs unasked, to load what it needs.
"""

import sys
import time
from importlib.metadata import version
from pathlib import Path

from benchmarks.peers.adapters import adapter
from benchmarks.peers.exchange import read_texts


def main(name: str, texts: str) -> None:
    """Run one of `adapters.NAMES` as often as asked."""
    peer, given = adapter(name), read_texts(Path(texts))
    peer.run(given[:1])
    print("=", version(peer.PEER.package), flush=True)  # noqa: T201 - for the program that started this one
    for _ in sys.stdin:
        started = time.process_time()
        peer.run(given)
        print("=", time.process_time() - started, flush=True)  # noqa: T201


if __name__ == "__main__":
    main(*sys.argv[1:])
