"""How much the service takes on, and how long it lets anything last."""

from dataclasses import dataclass

from pipeline.articles import DEFAULT_MAX_CHARS


@dataclass(frozen=True, slots=True)
class Settings:
    """`workers` are processes that each work on one article at a time.

    A request past `max_requests` at once is turned away. `timeout` (seconds) is how long a request
    may take to arrive, and again how long its articles may take, waiting included.
    """

    workers: int = 2
    max_requests: int = 32
    timeout: float = 60.0
    max_bytes: int = 8 * 1024 * 1024
    max_articles: int = 64
    max_chars: int = DEFAULT_MAX_CHARS
