"""Time, room, death of a process, and the end of the service: what holds under pressure."""

import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from servers import KURDS, PATIENCE, served

from pipeline.serving.command import _listen

CORPUS = sorted((Path(__file__).parents[2] / "corpus" / "raw").glob("*.txt"))
WHOLE = "\n\n".join(path.read_text(encoding="utf-8") for path in CORPUS)
LONG = "\n\n".join(
    [WHOLE] * 2
)  # several times the seconds that it is given, and under the limit of characters
SHORT = WHOLE[:9_000]  # half a second


def post(server, answers, **body) -> threading.Thread:
    """Ask in the background, the answer appended."""
    ask = lambda: answers.append(server.client.post("/v1/extract", **body))  # noqa: E731
    thread = threading.Thread(target=ask)
    thread.start()
    return thread


@pytest.fixture(scope="module")
def hurried():
    """Two processes, two seconds, two requests at once."""
    with served("--timeout", 2, "--workers", 2, "--max-requests", 2) as running:
        running.wait_until_ready()
        yield running


def test_an_article_that_takes_too_long_is_stopped(hurried) -> None:
    """504 in time; its process is gone, and the next article has one."""
    before = set(workers(hurried))
    started = time.monotonic()
    answer = hurried.client.post("/v1/extract", json={"text": LONG})
    assert (answer.status_code, answer.json()["code"]) == (504, "timeout")
    assert time.monotonic() - started < 6
    assert hurried.client.post("/v1/extract", json={"text": KURDS}).status_code == 200
    assert len(before - set(workers(hurried))) == 1


def test_of_an_array_what_was_done_in_time_is_given(hurried) -> None:
    """The late article has a problem in its place."""
    results = hurried.client.post("/v1/extract", json=[{"text": KURDS}, {"text": LONG}]).json()
    done, late = results["results"]
    assert done["record"]["populations"][0]["value"] == 12000
    assert (late["problem"]["code"], late["problem"]["status"]) == ("timeout", 504)


def test_one_request_too_many_is_told_to_come_back(hurried) -> None:
    """503 at once with Retry-After, while others are answered; small routes stay open."""
    answers: list = []
    threads = [post(hurried, answers, json={"text": LONG}) for _ in range(2)]
    wait_for(lambda: under_way(hurried) == 2)
    refused = hurried.client.post("/v1/extract", json={"text": KURDS})
    assert (refused.status_code, refused.json()["code"]) == (503, "busy")
    assert refused.headers["retry-after"] == "1"
    assert hurried.client.get("/healthz").json() == {"status": "alive"}
    for thread in threads:
        thread.join()
    assert [answer.status_code for answer in answers] == [504, 504]
    assert hurried.client.post("/v1/extract", json={"text": KURDS}).status_code == 200


def test_a_body_that_does_not_arrive_is_given_up(hurried) -> None:
    """408, and its room is free again."""
    host, port = hurried.url.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=PATIENCE) as connection:
        head = f"POST /v1/extract HTTP/1.1\r\nHost: {host}\r\nContent-Type: text/plain\r\n"
        connection.sendall(f"{head}Content-Length: 100\r\n\r\nIn 1989".encode())
        answer = b""
        while chunk := connection.recv(65536) if b"slow_body" not in answer else b"":
            answer += chunk
    assert answer.startswith(b"HTTP/1.1 408 ")
    assert b"slow_body" in answer
    wait_for(lambda: under_way(hurried) == 0)


@pytest.mark.skipif(not Path("/proc").exists(), reason="looks for the workers in /proc")
def test_a_process_that_dies_costs_its_article_alone(hurried) -> None:
    """500 for the article, the next one has a new process."""
    answers: list = []
    thread = post(hurried, answers, json={"text": SHORT})
    time.sleep(0.3)
    for process in workers(hurried):
        os.kill(process, signal.SIGKILL)
    thread.join()
    assert (answers[0].status_code, answers[0].json()["code"]) == (500, "crashed")
    assert hurried.client.post("/v1/extract", json={"text": KURDS}).status_code == 200


def test_counts_are_told_to_prometheus(hurried) -> None:
    """Requests, articles by outcome, facts, under the names of their routes."""
    hurried.client.get("/some/path/nobody/knows")
    text = hurried.client.get("/metrics").text
    for line in (
        r'ehistory_requests_total\{method="POST",path="/v1/extract",status="504"\} \d',
        r'ehistory_articles_total\{outcome="record"\} \d',
        r'ehistory_articles_total\{outcome="timeout"\} \d',
        r'ehistory_facts_total\{type="populations"\} \d',
        r'ehistory_request_seconds_bucket\{le="0.5",path="/v1/extract"\} \d',
        r"ehistory_requests_under_way 0.0",
    ):
        assert re.search(line, text), line
    assert "nobody" not in text


def test_told_to_stop_it_answers_what_runs() -> None:
    """The article in hand is answered, no process stays."""
    with served("--workers", 1) as server:
        server.wait_until_ready()
        answers: list = []
        thread = post(server, answers, json={"text": SHORT})
        wait_for(lambda: under_way(server) == 1)
        left = group(server)
        # To the whole group, as a supervisor may do it.
        os.killpg(server.process.pid, signal.SIGTERM)
        thread.join()
        assert answers[0].status_code == 200
        assert server.process.wait(PATIENCE) == -signal.SIGTERM
    assert len(left) > 2
    wait_for(lambda: not any(Path(f"/proc/{process}").exists() for process in left))


def test_it_can_be_stopped_before_the_model_is_loaded() -> None:
    """Ctrl-C: exit code 130."""
    with served("--workers", 1) as server:
        wait_for(lambda: "Application startup complete" in "".join(server.log))
        assert server.client.get("/readyz").json()["code"] == "not_ready"
        assert server.stop(signal.SIGINT) == 130


def test_a_port_in_use_is_told_with_a_remedy(server) -> None:
    """One line, exit code 1."""
    port = server.url.rpartition(":")[2]
    command = [sys.executable, "-m", "pipeline", "serve", "--port", port]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 1
    assert done.stderr.strip().count("\n") == 0
    assert f"127.0.0.1:{port}: Address already in use; choose another" in done.stderr


def under_way(server) -> int:
    text = server.client.get("/metrics").text
    return int(float(re.search(r"^ehistory_requests_under_way (\S+)", text, re.M)[1]))


def wait_for(holds) -> None:
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.05)


def _children(process: int) -> list[int]:
    tasks = Path(f"/proc/{process}/task")
    lists = [(task / "children").read_text().split() for task in tasks.iterdir()]
    return [int(child) for line in lists for child in line]


def group(server) -> list[int]:
    """Every process that the service has started."""
    found, waiting = [], [server.process.pid]
    while waiting:
        more = _children(waiting.pop())
        found += more
        waiting += more
    return found


def workers(server) -> list[int]:
    """The processes that hold articles: children of the one they are forked from."""
    return [child for first in _children(server.process.pid) for child in _children(first)]


def test_an_answer_of_two_parts_waits_for_no_acknowledgement() -> None:
    """Which the next request on the same connection would bring only after 40 ms."""
    with _listen("127.0.0.1", 0) as listening, socket.create_connection(listening.getsockname()):
        accepted, _ = listening.accept()
        with accepted:
            assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
