"""What all tests share."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from servers import Server

# A busy machine is no failure.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")


@pytest.fixture(scope="session")
def server() -> "Iterator[Server]":
    """One running service for all tests that leave it as it was."""
    from servers import served

    with served("--max-chars", 20_000, "--max-bytes", 200_000, "--max-articles", 3) as running:
        running.wait_until_ready()
        yield running
