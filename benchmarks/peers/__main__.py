"""`make peers`: run every peer in its environment, score all by one yardstick, write the page."""

import argparse
import subprocess
from collections.abc import Sequence
from pathlib import Path

from benchmarks.peers.adapters import NAMES, adapter
from benchmarks.peers.exchange import Found, Peer, read_outputs, write_texts
from benchmarks.peers.measures import Case, measured
from benchmarks.peers.page import Split, System, render
from benchmarks.peers.places import Subject, ours, subjects
from pipeline.evaluating.gold import predict, read_gold, sha256_of

ROOT = Path(__file__).parents[2]
PYTHON = ROOT / ".venv-peers" / "bin" / "python"
PAGE = ROOT / "docs" / "benchmarks" / "accuracy.md"
SPLITS = ("test", "dev")

OURS = Peer(
    name="ehistory",
    package="ehistory-pipeline",
    kinds=frozenset({"number", "percentage", "date", "organization"}),
    valued=frozenset({"number", "percentage", "date"}),
    counts_people=True,
    how="the records of `extract_many`, every mention with its fact's value",
)


def _run(name: str, texts: Path, outputs: Path) -> str:
    """Run a peer over texts; its version. Ends the program where the peer fails."""
    module = "benchmarks.peers.running"
    command = [str(PYTHON), "-W", "ignore", "-m", module, name, str(texts), str(outputs)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        tail = done.stderr[-2000:]
        raise SystemExit(f"{name}: the peer failed; run `{' '.join(command)}`\n{tail}")
    return done.stdout.split()[-1]


def _system(
    peer: Peer, version: str, articles: Sequence[Subject], outputs: Sequence[Sequence[Found]]
) -> System:
    cases = [
        Case(article.gold, tuple(found)) for article, found in zip(articles, outputs, strict=True)
    ]
    return System(peer, version, measured(peer, cases))


def _ehistory(articles: Sequence[Subject]) -> System:
    records = predict(article.gold for article in articles)
    outputs = [ours(records[article.gold.article.id]) for article in articles]
    version = next(iter(records.values())).provenance.pipeline
    return _system(OURS, version, articles, outputs)


def _peer(name: str, articles: Sequence[Subject], folder: Path) -> System:
    outputs = folder / f"{name}.jsonl"
    version = _run(name, folder / "texts.jsonl", outputs)
    found = zip(articles, read_outputs(outputs), strict=True)
    in_raw = [article.in_raw(one) for article, one in found]
    return _system(adapter(name).PEER, version, articles, in_raw)


def _split(name: str) -> Split:
    path = ROOT / "corpus" / "gold" / f"{name}.jsonl"
    articles = subjects(read_gold(path))
    folder = ROOT / "outputs" / "peers" / name
    folder.mkdir(parents=True, exist_ok=True)
    write_texts(folder / "texts.jsonl", (article.given for article in articles))
    return Split(
        name,
        sha256_of(path),
        len(articles),
        sum(article.mentions_cleaned_away() for article in articles),
        [_ehistory(articles), *(_peer(peer, articles, folder) for peer in NAMES)],
    )


def main() -> None:
    """Measure every split, print the page and write it."""
    argparse.ArgumentParser(description=__doc__).parse_args()
    page = render([_split(name) for name in SPLITS])
    print(page)  # noqa: T201 - the page is what the program is for
    PAGE.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
