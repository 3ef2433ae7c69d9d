"""The service under load: answers a second and how long they take, by the number of clients.

`make bench` prints the tables and writes docs/benchmarks/service.md. Every client asks again as soon as
it has its answer (a second later where it is told to come back), in turn for each article of corpus/raw;
the clients share the machine with the service.
"""

import argparse
import asyncio
import json
import os
import platform
import re
import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path

# One thread for each process, as the command has it: read by the libraries of linear algebra when they are imported.
os.environ |= {f"{name}_NUM_THREADS": "1" for name in ("OMP", "OPENBLAS", "MKL", "BLIS")}

import httpx

from pipeline.articles import RawArticle
from pipeline.extracting import extract
from pipeline.reading import read_inputs

ROOT = Path(__file__).parents[1]
WORKERS = 2
CLIENTS = (1, 2, 8, 32)
CROWD = 128  # clients, four times as many as the service takes on
SECONDS = 15
READY_SECONDS = 120


@dataclass
class Load:
    """What some clients met: seconds of the answers with a record, of refusals, and the statuses."""

    clients: int
    seconds: float = 0.0
    answered: list[float] = field(default_factory=list)
    refused: list[float] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)

    @property
    def rate(self) -> float:
        """Records a second."""
        return len(self.answered) / self.seconds

    def row(self) -> str:
        """Clients, records a second, and half, 95 and 99 in a hundred of the answers within."""
        cuts = statistics.quantiles(self.answered, n=100)
        times = " | ".join(f"{cuts[n - 1] * 1000:,.0f}" for n in (50, 95, 99))
        others = sum(self.statuses.values()) - self.statuses[200]
        return f"| {self.clients} | {self.rate:.1f} | {times} | {others} |"


@contextmanager
def serving() -> Iterator[tuple[str, int, float]]:
    """The service's address and process id, and how long it took to be ready."""
    options = ["--port", "0", "--workers", str(WORKERS)]
    started = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "pipeline", "serve", *options],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr is not None
    found = re.search(r"http://\S+", process.stderr.readline())
    assert found, process.stderr.read()
    try:
        _wait_until_ready(found[0])
        yield found[0], process.pid, time.perf_counter() - started
    finally:
        process.terminate()
        process.communicate()


def _wait_until_ready(url: str) -> None:
    end = time.monotonic() + READY_SECONDS
    while httpx.get(f"{url}/readyz", timeout=READY_SECONDS).status_code != 200:
        assert time.monotonic() < end, "not ready in time"
        time.sleep(0.05)


async def _asked(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, body: bytes
) -> tuple[int, bool]:
    """The status of an answer, and whether it says when to come back.

    Written out, for an HTTP library with a hundred connections takes more of the machine than the service.
    """
    head = f"POST /v1/extract HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: {len(body)}"
    writer.write(head.encode() + b"\r\n\r\n" + body)
    answer = await reader.readuntil(b"\r\n\r\n")
    length = re.search(rb"content-length: (\d+)", answer)
    assert length
    await reader.readexactly(int(length[1]))
    return int(answer.split(maxsplit=2)[1]), b"retry-after" in answer


async def _client(port: int, bodies: list[bytes], first: int, load: Load) -> None:
    end, number = time.perf_counter() + SECONDS, first
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    while time.perf_counter() < end:
        started = time.perf_counter()
        status, later = await _asked(reader, writer, bodies[number % len(bodies)])
        taken = time.perf_counter() - started
        load.statuses[status] += 1
        (load.answered if status == 200 else load.refused).append(taken)
        if later:
            await asyncio.sleep(1)
        number += 1
    writer.close()


async def load_of(url: str, texts: list[str], clients: int) -> Load:
    """What `clients` meet that ask for some seconds."""
    load, port = Load(clients), int(url.rpartition(":")[2])
    bodies = [json.dumps({"text": text}).encode() for text in texts]
    started = time.perf_counter()
    await asyncio.gather(*(_client(port, bodies, first, load) for first in range(clients)))
    load.seconds = time.perf_counter() - started
    return load


def alone(texts: list[str]) -> float:
    """Records a second of the same articles in turn in one process, without a service."""
    # What is made at first use (patterns, lexicons) is no part of the work on an article; every row is without it.
    for text in texts:
        extract(text)
    started, done = time.perf_counter(), 0
    for text in cycle(texts):
        extract(text)
        done += 1
        if time.perf_counter() - started > SECONDS:
            break
    return done / (time.perf_counter() - started)


def memory_of(process: int) -> float:
    """MiB of a process and all it has started, shared pages counted once (PSS)."""
    rollup = Path(f"/proc/{process}/smaps_rollup").read_text()
    found = re.search(r"^Pss:\s+(\d+) kB", rollup, re.MULTILINE)
    assert found
    tasks = Path(f"/proc/{process}/task").iterdir()
    children = [int(c) for task in tasks for c in (task / "children").read_text().split()]
    return int(found[1]) / 1024 + sum(map(memory_of, children))


def _page(texts: list[str], base: float, ready: float, memory: float, loads: list[Load]) -> str:
    *steady, crowd = loads
    refused = sum(crowd.statuses.values()) - crowd.statuses[200]
    wait = statistics.median(crowd.refused) * 1000 if crowd.refused else 0
    chars = statistics.mean(map(len, texts))
    best = max(load.rate for load in steady)
    rows = "\n".join(load.row() for load in steady)
    return (
        "# The service under load\n\n"
        f"`make bench`: `ehistory serve --workers {WORKERS}`, {len(texts)} articles of corpus/raw in turn "
        f"({chars:,.0f} characters on average), {SECONDS} seconds for each row and as many unmeasured before the "
        "first, clients on the same machine "
        f"({os.cpu_count()} cores, load average {os.getloadavg()[2]:.1f} by whatever else ran), "
        f"Python {platform.python_version()}.\n\n"
        "| clients | records a second | half within ms | 95 % | 99 % | other answers |\n"
        f"| ---: | ---: | ---: | ---: | ---: | ---: |\n{rows}\n\n"
        f"One process without a service, the better of two times {SECONDS} seconds: {base:.1f} records a second; "
        f"the best row is {best / base:.2f} times that.\n\n"
        f"{CROWD} clients at once, four times what the service takes on: {crowd.rate:.1f} records a second go on, "
        f"{refused} requests were told to come back (503), half of them within {wait:.0f} ms; "
        f"statuses seen: {', '.join(map(str, sorted(crowd.statuses)))}.\n\n"
        f"Ready {ready:.1f} s after the command; {memory:.0f} MiB in all (PSS of every process).\n"
    )


def main() -> None:
    """Measure, print and write the page."""
    argparse.ArgumentParser(description=__doc__).parse_args()
    read = read_inputs([str(ROOT / "corpus" / "raw")])
    texts = [item.visible.text for item in read if isinstance(item, RawArticle)]
    # Before and after, for whatever else the machine does: the best is held beside the best row.
    before = alone(texts)
    with serving() as (url, process, ready):
        asyncio.run(load_of(url, texts, WORKERS))
        loads = [asyncio.run(load_of(url, texts, clients)) for clients in (*CLIENTS, CROWD)]
        memory = memory_of(process)
    page = _page(texts, max(before, alone(texts)), ready, memory, loads)
    print(page)  # noqa: T201 - the page is what the script is for
    (ROOT / "docs" / "benchmarks" / "service.md").write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
