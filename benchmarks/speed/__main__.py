"""`make bench`: rounds of every job in turn, medians and spread of ratios, docs/benchmarks/speed.md.

Processor seconds of one process, so that what else runs on the machine weighs little; a ratio is one of two jobs of
the same round.
"""

import argparse
import os
import platform
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

# One core: the libraries of linear algebra read these when they are imported.
os.environ |= {f"{name}_NUM_THREADS": "1" for name in ("OMP", "OPENBLAS", "MKL", "BLIS")}

from benchmarks.peers.adapters import adapter
from benchmarks.peers.exchange import Given, write_texts
from benchmarks.speed.jobs import MODEL, ROOT, PeerProcess, articles, bare, numbers, ours, texts

ROUNDS = 7
# Peers take minutes: they run in the first rounds alone.
PEER_ROUNDS = 3
PEERS = ("cqe", "quantulum", "recognizers")
PAGE = ROOT / "docs" / "benchmarks" / "speed.md"
HELP_RUNS = 7
ENCODER = "ehistory_encoder"

Round = dict[str, float]


def rounds(folder: Path) -> tuple[list[Round], list[dict[str, float]], dict[str, str]]:
    """Seconds of every job by round, of our parts by round, and the peers' names with their versions."""
    read = articles()
    given = texts(read)
    path = folder / "texts.jsonl"
    write_texts(path, [Given(str(number), text) for number, text in enumerate(given)])
    peers = {name: PeerProcess(name, path) for name in PEERS}
    run_bare, run_ours, run_numbers = bare(given), ours(read), numbers(given)
    run_weights = ours(read, without=ENCODER)
    run_bare(), run_ours(), run_weights(), run_numbers()
    found, parts = [], []
    for number in range(ROUNDS):
        parts.append(run_ours())
        row = {
            "ours": sum(parts[-1].values()),
            "weights": sum(run_weights().values()),
            "bare": run_bare(),
            "numbers": run_numbers(),
        }
        running = peers if number < PEER_ROUNDS else {}
        found.append(row | {name: peer() for name, peer in running.items()})
    for peer in peers.values():
        peer.close()
    labels = {name: f"{adapter(name).PEER.name} {peer.version}" for name, peer in peers.items()}
    return found, parts, labels


def spread(values: Sequence[float], digits: int = 2) -> str:
    """The median and, in brackets, the least and the most."""
    low, high = f"{min(values):.{digits}f}", f"{max(values):.{digits}f}"
    return f"{statistics.median(values):.{digits}f} ({low}–{high})"


def help_seconds() -> list[float]:
    """Wall-clock seconds of `ehistory extract --help`."""
    found = []
    for _ in range(HELP_RUNS):
        started = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "pipeline", "extract", "--help"],
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
            check=True,
        )
        found.append(time.perf_counter() - started)
    return found


def memory(job: str) -> float:
    """Peak memory of a process that does one job, in MiB."""
    command = [sys.executable, "-m", "benchmarks.speed", "--memory", job]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return float(done.stdout)


def peak() -> float:
    """The most memory that this process has held since its program began, in MiB (Linux)."""
    # Not getrusage's ru_maxrss, which a child has from its parent: what that held is the least it tells.
    found = re.search(r"^VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text(), re.MULTILINE)
    assert found
    return int(found[1]) / 1024


JOBS: dict[str, Callable[[], Callable[[], object]]] = {
    "ours": lambda: ours(articles()),
    "bare": lambda: bare(texts(articles())),
}


def _parts_table(parts: Sequence[dict[str, float]]) -> str:
    totals = [sum(row.values()) for row in parts]
    rows = []
    for name in parts[0]:
        shares = [row[name] / total * 100 for row, total in zip(parts, totals, strict=True)]
        layer = "model" if name in MODEL else "cleaning" if name == "cleaning" else "rules"
        seconds = statistics.median(row[name] for row in parts)
        rows.append(f"| {name} | {layer} | {seconds:.3f} | {spread(shares, 1)} |\n")
    return "".join(rows)


def _rules(row: dict[str, float]) -> float:
    return sum(value for name, value in row.items() if name not in (*MODEL, "cleaning"))


def page(found: Sequence[Round], parts: Sequence[dict[str, float]], labels: dict[str, str]) -> str:
    """What was measured as Markdown."""
    read = articles()
    given = texts(read)
    rules = [_rules(row) / sum(row.values()) * 100 for row in parts]
    spared = [row["weights"] / row["ours"] for row in found]
    rows = [
        ("ehistory, raw articles to records", "ours"),
        ("the same without its encoder", "weights"),
        ("bare en_core_web_sm, all its pipes", "bare"),
        ("ehistory's numbers, percentages and dates alone", "numbers"),
        *((label, name) for name, label in labels.items()),
    ]
    table = "".join(
        f"| {label} | {statistics.median(row[name] for row in found if name in row):.2f} "
        f"| {spread([row[name] / row['ours'] for row in found if name in row])} "
        f"| {spread([row[name] / row['numbers'] for row in found if name in row], 1)} |\n"
        for label, name in rows
    )
    return (
        "# Speed\n\n"
        f"`make bench`: the {len(read)} articles of corpus/raw, {sum(map(len, given)):,} characters of clean text, "
        f"Python {platform.python_version()}, {platform.machine()}, one thread. {ROUNDS} rounds, in each every job "
        "once and in turn "
        f"(peers in the first {PEER_ROUNDS}). Seconds are processor seconds (medians); a ratio is of two jobs of one "
        "round: median (least–most). Ratios hold on other machines, seconds do not. What a job remembers of words "
        "(spaCy its tokens, ehistory their vectors too) it knows from the round that warms it up.\n\n"
        "## Beside bare spaCy and the peers\n\nThe same text for all. Peers run as for accuracy.md, sentences cut "
        "for them included. They find numbers, quantities or dates and no more, so they stand beside our layer "
        "that does that too, which needs no model.\n\n"
        "| job | s | times ehistory's | times its numbers' and dates' |\n| --- | ---: | ---: | ---: |\n"
        + table
        + "\n"
        "## Where the time goes\n\nParts of ehistory in the order they run, as shares of its whole. *Model* is what "
        "the base model brings, *rules* all that is ours behind the cleaning, records as JSON included: "
        f"{spread(rules, 1)} per cent. The encoder reads when a part asks for it, so its time is theirs: "
        f"without it the whole takes {spread(spared)} of its time.\n\n"
        "| part | layer | s | per cent |\n| --- | --- | ---: | ---: |\n"
        + _parts_table(parts)
        + "\n"
        "## Start and memory\n\n"
        f"`ehistory extract --help` takes {spread(help_seconds())} s by the wall clock. Peak memory of a process "
        f"that does one job: {memory('ours'):.0f} MiB ehistory, {memory('bare'):.0f} MiB bare en_core_web_sm, "
        "which takes all texts as one batch; read by the process itself at its end (VmHWM of /proc/self/status).\n"
    )


def main() -> None:
    """Measure, print and write the page; or do one job and print what memory it took."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=__doc__)
    parser.add_argument("--out", type=Path, default=PAGE, help="the page to write (%(default)s)")
    parser.add_argument(
        "--memory", choices=JOBS, help="print the peak MiB of this job alone, write nothing"
    )
    options = parser.parse_args()
    if options.memory:
        JOBS[options.memory]()()
        print(peak())  # noqa: T201
        return
    with tempfile.TemporaryDirectory() as folder:
        written = page(*rounds(Path(folder)))
    print(written)  # noqa: T201 - the page is what the program is for
    options.out.write_text(written, encoding="utf-8")


if __name__ == "__main__":
    main()
