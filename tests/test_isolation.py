"""Extraction needs the core's packages alone, opens no connection, starts no program and unpickles nothing."""

import json
import subprocess
import sys
import tomllib
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

import pytest
from inputs import archive
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
TEXT = "In 1989 about 25 thousand Kurds lived in Kazakhstan, 0.1 percent of its people."
PAGE = (
    f"<html><head><title>Kurds</title></head><body><h1>Kurds</h1><p>{TEXT} {TEXT}</p></body></html>"
)

# Runs the command with what is forbidden ending it; the names of modules come as the first argument.
WATCHED = """
import sys
FORBIDDEN = ("socket.connect", "socket.getaddrinfo", "socket.sendto", "pickle.find_class",
             "subprocess.Popen", "os.system", "os.exec", "os.posix_spawn")
def watch(event, arguments):
    if event in FORBIDDEN:
        sys.stderr.write(f"{event} {arguments}\\n")
        sys.stderr.flush()
        import os
        os._exit(99)
class Missing:
    names = frozenset(sys.argv.pop(1).split(","))
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in self.names:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
sys.meta_path.insert(0, Missing())
sys.addaudithook(watch)
from pipeline.cli import main
main()
"""


def _core() -> set[str]:
    """The distributions that an installation without extras has."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    waiting, found = list(project["dependencies"]), set()
    while waiting:
        needed = Requirement(waiting.pop())
        name = canonicalize_name(needed.name)
        applies = needed.marker is None or needed.marker.evaluate({"extra": ""})
        if applies and name not in found:
            found.add(name)
            try:
                waiting += requires(name) or []
            except PackageNotFoundError:
                found.discard(name)
    return found


def _extras() -> set[str]:
    """The modules of what extras add, as far as the core does not bring them along."""
    served = {"fastapi", "starlette", "prometheus-client", "uvicorn", "httpx"}
    drawn = {"jinja2", "matplotlib"}
    modules = {*served, *drawn, "pyarrow", "ray", "nltk"}
    return {name.replace("-", "_") for name in modules - _core()}


def test_the_core_alone_extracts_in_peace(tmp_path: Path) -> None:
    """Text, page, rows and archive."""
    inputs = tmp_path / "in"
    inputs.mkdir()
    (inputs / "a.txt").write_text(TEXT)
    (inputs / "b.html").write_text(PAGE.replace("25", "26"))
    (inputs / "c.jsonl").write_text(json.dumps({"text": TEXT.replace("25", "27")}))
    (inputs / "d.warc.gz").write_bytes(archive((PAGE.replace("25", "28").encode(), [])))
    command = [sys.executable, "-c", WATCHED, ",".join(sorted(_extras()))]
    done = subprocess.run(
        [*command, "extract", inputs, "--out", tmp_path / "out"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    lines = (tmp_path / "out" / "records.jsonl").read_text().splitlines()
    values = [json.loads(line)["populations"][0]["value"] for line in lines]
    assert values == [25_000, 26_000, 27_000, 28_000]


@pytest.mark.parametrize(
    ("args", "extra"),
    [
        (("extract", "a.parquet", "--out", "out"), "parquet"),
        (("extract", "a.jsonl", "--out", "out", "--engine", "ray"), "ray"),
        (("serve",), "serve"),
    ],
)
def test_what_needs_an_extra_says_which(tmp_path: Path, args: tuple[str, ...], extra: str) -> None:
    """In one line, and the rest of the command needs none."""
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": TEXT}))
    (tmp_path / "a.parquet").write_bytes(b"PAR1")
    command = [sys.executable, "-c", WATCHED, ",".join(sorted(_extras()))]
    done = subprocess.run(
        [*command, *args], capture_output=True, text=True, check=False, cwd=tmp_path
    )
    assert done.returncode == 1, done.stderr
    assert f"ehistory-pipeline[{extra}]" in done.stderr
    assert "Traceback" not in done.stderr
