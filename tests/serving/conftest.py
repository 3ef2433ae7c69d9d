"""One service for all tests that leave it as it was."""

from collections.abc import Iterator

import pytest
from servers import Server, served


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    with served("--max-chars", 20_000, "--max-bytes", 200_000, "--max-articles", 3) as running:
        running.wait_until_ready()
        yield running
