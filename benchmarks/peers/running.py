"""One peer over the texts of one file, in the peers' own environment.

`.venv-peers/bin/python -m benchmarks.peers.running PEER TEXTS OUTPUTS` writes what it finds and
prints its version.
"""

import sys
from importlib.metadata import version
from pathlib import Path

from benchmarks.peers.adapters import adapter
from benchmarks.peers.exchange import read_texts, write_outputs


def main(name: str, texts: str, outputs: str) -> None:
    """Run one of `adapters.NAMES` over a file of texts."""
    peer = adapter(name)
    write_outputs(Path(outputs), peer.run(read_texts(Path(texts))))
    print(version(peer.PEER.package))  # noqa: T201 - for the program that started this one


if __name__ == "__main__":
    main(*sys.argv[1:])
