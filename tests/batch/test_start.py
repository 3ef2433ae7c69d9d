"""The command answers at once: what is heavy is imported by what uses it."""

import subprocess
import sys
import time

import pytest

HEAVY = (
    "spacy",
    "numpy",
    "pydantic",
    "rich",
    "trafilatura",
    "lxml",
    "warcio",
    "sqlite3",
    "ray",
    "pyarrow",
)
HELP_SECONDS = 0.3
TRIES = 5


@pytest.mark.parametrize("args", [["extract", "--help"], ["show", "--help"], ["--version"]])
def test_help_imports_nothing_heavy(args: list[str]) -> None:
    """Checked by name, as no stop-watch can on a busy machine."""
    code = (
        "import sys\nfrom pipeline.cli import cli\n"
        f"try:\n    cli({args!r})\nexcept SystemExit:\n    pass\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"
    assert done.stdout


def test_help_is_there_in_a_blink() -> None:
    """The best of a few tries, as others may use the machine."""
    seconds = []
    for _ in range(TRIES):
        started = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "pipeline", "extract", "--help"], capture_output=True, check=True
        )
        seconds.append(time.perf_counter() - started)
    assert min(seconds) < HELP_SECONDS
