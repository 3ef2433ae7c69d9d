"""Matrix products: by numpy where it takes one thread, by BLIS elsewhere, with the same records."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

CORPUS = Path(__file__).parents[1] / "corpus" / "raw"
_PRODUCTS = """
from pipeline import load
from thinc.api import Model
models = [pipe.model for _, pipe in load().pipeline if isinstance(getattr(pipe, "model", None), Model)]
print({node.ops.use_blis for model in models for node in model.walk()})
"""


def _run(*args: str, threads: str | None) -> str:
    env = {name: value for name, value in os.environ.items() if name != "OMP_NUM_THREADS"}
    env |= {} if threads is None else {"OMP_NUM_THREADS": threads}
    command = [sys.executable, *args]
    return subprocess.run(command, env=env, capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize(("threads", "blis"), [("1", False), ("2", True), (None, True)])
def test_a_program_that_takes_one_thread_multiplies_by_numpy(
    threads: str | None, blis: bool
) -> None:
    """Every node of every model of the pipeline."""
    assert _run("-c", _PRODUCTS, threads=threads).strip() == str({blis})


def test_either_way_gives_the_same_records(tmp_path: Path) -> None:
    """The command takes one thread of itself; a user may have chosen more."""
    written = []
    for threads in (None, "2"):
        out = tmp_path / str(threads)
        args = ("-m", "pipeline", "extract", str(CORPUS), "--out", str(out), "--quiet")
        _run(*args, threads=threads)
        written.append((out / "records.jsonl").read_bytes())
    assert written[0] == written[1]
