"""What runs over many articles cost: two processes beside one, memory, reruns, long articles.

`make bench-batches` measures all and writes docs/benchmarks/batches.md; a measure's name as argument measures that
one anew and keeps the others, from batches.json beside it.
"""

import argparse
import contextlib
import ctypes
import json
import os
import platform
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from pipeline.articles import RawArticle
from pipeline.reading import read_inputs

ROOT = Path(__file__).parents[1]
RESULTS = ROOT / "docs" / "benchmarks" / "batches.json"
PAGE = ROOT / "docs" / "benchmarks" / "batches.md"
ROUNDS = 5
COPIES = 12
SIZES = (100, 1_000, 10_000, 100_000)
LENGTHS = (2_000, 10_000, 50_000, 100_000, 200_000)
MIB = 1024
# prctl: processes whose parent ends become children of this one (Linux).
_CHILD_SUBREAPER = 36
# A round counts as quiet where other programs took less of the processors than this.
QUIET_SHARE = 0.05
# How long to wait for a quiet moment before a round, in seconds.
PATIENCE = 120
PROCESSORS = os.cpu_count() or 1


def texts() -> list[str]:
    """The texts of the corpus."""
    items = read_inputs([str(ROOT / "corpus" / "raw")], max_chars=10**6)
    return [item.visible.text for item in items if isinstance(item, RawArticle)]


def write_rows(path: Path, rows: Iterator[str]) -> Path:
    """A JSON Lines file of texts."""
    with path.open("w", encoding="utf-8") as file:
        for text in rows:
            file.write(json.dumps({"text": text}) + "\n")
    return path


def copies() -> Iterator[str]:
    """Every text several times, each time with a sentence of its own, so that none is a duplicate."""
    for number in range(COPIES):
        yield from (f"{text}\n\nThis is copy {number}." for text in texts())


def short_articles(count: int) -> Iterator[str]:
    """One sentence each, with words that no other article has."""
    chance = random.Random(count)
    for number in range(count):
        words = [
            "".join(chance.choices("abcdefghijklmnopqrstuvwxyz", k=9)).title() for _ in range(4)
        ]
        yield f"In {1900 + number % 90} {number + 2} {words[0]} came from {' '.join(words[1:])}."


class Used:
    """Runs of the command at once: seconds, processor seconds of all their processes, peak memory in MiB.

    `others` is the share of the processors that other programs took meanwhile.
    """

    def __init__(self, *runs: list[object]) -> None:
        ctypes.CDLL(None).prctl(_CHILD_SUBREAPER, 1)
        started, busy = time.perf_counter(), _busy_seconds()
        command = [sys.executable, "-m", "pipeline", "extract", "-q"]
        waited = {subprocess.Popen([*command, *map(str, args)]).pid for args in runs}
        self.seconds = self.cpu = self.mib = 0.0
        # A run's processes outlive it for a moment, and come to this one to be counted.
        with contextlib.suppress(ChildProcessError):
            while True:
                pid, status, usage = os.wait3(0)
                self.cpu += usage.ru_utime + usage.ru_stime
                if pid in waited:
                    assert status == 0, runs
                    self.seconds = time.perf_counter() - started
                    self.mib = max(self.mib, usage.ru_maxrss / MIB)
        taken = _busy_seconds() - busy - self.cpu
        self.others = max(taken, 0.0) / ((time.perf_counter() - started) * PROCESSORS)


def _busy_seconds() -> float:
    """Processor seconds that all programs of the machine have used."""
    user, nice, system, _, _, irq, soft, steal, *_ = map(
        int, Path("/proc/stat").read_text().split("\n", 1)[0].split()[1:]
    )
    return (user + nice + system + irq + soft + steal) / os.sysconf("SC_CLK_TCK")


def speed(folder: Path) -> dict[str, Any]:
    """One process, two, and two runs of one process on half the articles each, in turn.

    The last is what the machine gives two processes that have nothing to do with each other.
    """
    rows = list(copies())
    whole = write_rows(folder / "whole.jsonl", iter(rows))
    halves = [write_rows(folder / f"half{n}.jsonl", iter(rows[n::2])) for n in (0, 1)]
    rounds = []
    for number in range(ROUNDS):
        row, out = {"others": 0.0}, folder / f"out{number}"
        runs = {
            "one": [[whole, "--out", out / "one"]],
            "two": [[whole, "--out", out / "two", "--jobs", 2]],
            "halves": [[half, "--out", out / half.stem] for half in halves],
        }
        for name, args in runs.items():
            _wait_for_quiet()
            used = Used(*args)
            row |= {name: round(used.seconds, 2), f"cpu_{name}": round(used.cpu, 2)}
            row["others"] = round(max(row["others"], used.others), 3)
        rounds.append(row)
    return {"articles": len(rows), "rounds": rounds}


def _wait_for_quiet() -> None:
    """Wait until other programs rest, or patience is at its end."""
    deadline, seconds = time.monotonic() + PATIENCE, 5.0
    while time.monotonic() < deadline:
        before = _busy_seconds()
        time.sleep(seconds)
        if _busy_seconds() - before < QUIET_SHARE * seconds * PROCESSORS:
            return


def memory(folder: Path) -> dict[str, Any]:
    """Peak memory of runs over more and more short articles; and how fast a rerun is."""
    rows = []
    for size in SIZES:
        path, out = write_rows(folder / "rows.jsonl", short_articles(size)), folder / f"out{size}"
        first, again = Used([path, "--out", out]), Used([path, "--out", out])
        rows.append(
            {
                "articles": size,
                "seconds": round(first.seconds, 1),
                "mib": round(first.mib),
                "again_seconds": round(again.seconds, 1),
                "again_mib": round(again.mib),
            }
        )
    return {"rows": rows}


def length(folder: Path) -> dict[str, Any]:
    """Seconds and memory for one article, longer and longer."""
    whole = "\n\n".join(texts())
    rows = []
    for size in LENGTHS:
        text = (whole + "\n\n") * (size // len(whole) + 1)
        used = Used(
            [write_rows(folder / "rows.jsonl", iter([text[:size]])), "--out", folder / f"o{size}"]
        )
        rows.append({"chars": size, "seconds": round(used.seconds, 1), "mib": round(used.mib)})
    return {"rows": rows}


def page(results: dict[str, Any]) -> str:
    """The results as Markdown."""
    parts = [
        "# Runs over many articles\n\n`make bench-batches`, "
        f"Python {platform.python_version()}, {PROCESSORS} processors. Seconds are wall-clock and hold "
        "the start of the program (imports, model).\n"
    ]
    parts += [_PARTS[name](results[name]) for name in _PARTS if name in results]
    return "\n".join(parts)


def _speed_part(result: dict[str, Any]) -> str:
    rounds = result["rounds"]
    quiet = [row for row in rounds if row["others"] < QUIET_SHARE]
    rows = "".join(
        f"| {row['one']:.1f} | {row['two']:.1f} | {row['halves']:.1f} | {row['one'] / row['two']:.2f} "
        f"| {row['one'] / row['halves']:.2f} | {row['cpu_one']:.1f} | {row['cpu_two']:.1f} | {row['others']:.0%} |\n"
        for row in rounds
    )
    said = [f"Medians of all rounds: {_ratios(rounds)}"]
    said += [f"of the {len(quiet)} quiet ones: {_ratios(quiet)}"] if quiet else ["none was quiet"]
    return (
        f"\n## Two processes beside one\n\n{result['articles']} articles: by one process, by `--jobs 2`, and by two "
        "runs at once with half of them each, which is what the machine gives two processes that have nothing "
        "to do with each other. Where other programs keep the processors busy, that is little or nothing, and it "
        f"is the bound for `--jobs 2`. *Others* is the most they took during a run; under {QUIET_SHARE:.0%} a "
        "round is quiet.\n\n"
        "| one, s | --jobs 2, s | halves, s | one / two | one / halves | processor s of one | of two "
        f"| others |\n|{' ---: |' * 8}\n{rows}\n{'; '.join(said)}.\n"
    )


def _ratios(rounds: list[dict[str, float]]) -> str:
    two, halves, cpu = (
        statistics.median(row[a] / row[b] for row in rounds)
        for a, b in (("one", "two"), ("one", "halves"), ("cpu_two", "cpu_one"))
    )
    return f"`--jobs 2` {two:.2f} times one process, two halves {halves:.2f}, {cpu:.2f} times the processor seconds"


def _memory_part(result: dict[str, Any]) -> str:
    rows = "".join(
        f"| {row['articles']:,} | {row['seconds']:,} | {row['mib']} | {row['again_seconds']:,} | {row['again_mib']} |\n"
        for row in result["rows"]
    )
    return (
        "\n## Memory\n\nArticles of one sentence, every one with five words that no other has, one process; "
        "then the same run again, with nothing to extract. Memory is the process's peak, in MiB. What grows is "
        "spaCy's table of words: some 50 bytes for each that it has not met before.\n\n"
        "| articles | s | MiB | again, s | MiB |\n| ---: | ---: | ---: | ---: | ---: |\n" + rows
    )


def _length_part(result: dict[str, Any]) -> str:
    rows = "".join(f"| {r['chars']:,} | {r['seconds']} | {r['mib']} |\n" for r in result["rows"])
    return (
        "\n## One long article\n\nTexts of the corpus joined; the limit (`--max-chars`) is on the last line.\n\n"
        "| characters | s | MiB |\n| ---: | ---: | ---: |\n" + rows
    )


# Memory first: the peak that a run is said to have is no less than what this process held when it began.
MEASURES: dict[str, Callable[[Path], dict[str, Any]]] = {
    "memory": memory,
    "speed": speed,
    "length": length,
}
_PARTS = {"speed": _speed_part, "memory": _memory_part, "length": _length_part}


def main() -> None:
    """Measure what is named, or all, and write the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", metavar="MEASURE", help=", ".join(MEASURES))
    names = parser.parse_args().names
    if unknown := set(names) - set(MEASURES):
        parser.error(f"no such measure: {', '.join(sorted(unknown))}")
    results = json.loads(RESULTS.read_text()) if names and RESULTS.exists() else {}
    for name in names or MEASURES:
        folder = Path(tempfile.mkdtemp())
        results[name] = MEASURES[name](folder)
        shutil.rmtree(folder)
        RESULTS.write_text(json.dumps(results, indent=2) + "\n", encoding="utf-8")
        PAGE.write_text(page(results), encoding="utf-8")
    print(page(results))  # noqa: T201 - the page is what the script is for


if __name__ == "__main__":
    main()
