"""No run outlives the test that began it."""

import signal
from collections.abc import Iterator

import pytest
from running import BEGUN


@pytest.fixture(autouse=True)
def _no_run_is_left() -> Iterator[None]:
    yield
    for run in BEGUN:
        run.send(signal.SIGKILL)
        run.wait()
    BEGUN.clear()
