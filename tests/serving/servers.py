"""The service as a user starts it: a process of its own, on a free port."""

import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import httpx

KURDS = "In 1989 about 12 thousand Kurds lived in Zhambyl Region."
PATIENCE = 120  # seconds, for a busy machine


@dataclass
class Server:
    """A running service: its address, a client, and the lines of its log."""

    process: subprocess.Popen
    url: str
    client: httpx.Client
    log: list[str] = field(default_factory=list)

    def wait_until_ready(self) -> None:
        end = time.monotonic() + PATIENCE
        while self.client.get("/readyz").status_code != 200:
            assert time.monotonic() < end, "".join(self.log)
            time.sleep(0.05)

    def stop(self, number: int = signal.SIGTERM) -> int:
        """Tell it to stop; its exit code."""
        self.process.send_signal(number)
        return self.process.wait(PATIENCE)


@contextmanager
def served(*options: object) -> Iterator[Server]:
    """`ehistory serve` with options, stopped at the end if it still runs."""
    command = [sys.executable, "-m", "pipeline", "serve", "--port", "0", *map(str, options)]
    process = subprocess.Popen(
        command,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
        start_new_session=True,
    )
    first = process.stderr.readline()
    found = re.search(r"http://\S+", first)
    assert found, first + process.stderr.read()
    with httpx.Client(base_url=found[0], timeout=PATIENCE) as client:
        server = Server(process, found[0], client, [first])
        threading.Thread(target=lambda: server.log.extend(process.stderr), daemon=True).start()
        try:
            yield server
        finally:
            if process.poll() is None:
                server.stop()
