"""What all tests share."""

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from servers import Server

# As the command has it: what tests do in this process is as fast as there.
os.environ.setdefault("OMP_NUM_THREADS", "1")

# A busy machine is no failure.
settings.register_profile(
    "unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=100
)
settings.register_profile("nightly", settings.get_profile("unhurried"), max_examples=10_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "unhurried"))


@pytest.fixture(scope="session")
def server() -> "Iterator[Server]":
    """One running service for all tests that leave it as it was."""
    from servers import served

    with served("--max-chars", 20_000, "--max-bytes", 200_000, "--max-articles", 3) as running:
        running.wait_until_ready()
        yield running
