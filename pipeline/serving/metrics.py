"""What the service counts, for Prometheus."""

import time
from collections.abc import Callable, Iterable

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    ProcessCollector,
    generate_latest,
)
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pipeline.records import FACT_TYPES

_SECONDS = (0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60)


class Metrics:
    """Counters of one application, in a registry of its own."""

    def __init__(self, inside: Callable[[], int]) -> None:
        self.registry = CollectorRegistry()
        ProcessCollector(registry=self.registry)
        self._requests = Counter(
            "ehistory_requests",
            "Answered requests.",
            ("method", "path", "status"),
            registry=self.registry,
        )
        self._seconds = Histogram(
            "ehistory_request_seconds",
            "Time from a request's head to the end of its answer.",
            ("path",),
            buckets=_SECONDS,
            registry=self.registry,
        )
        self._articles = Counter(
            "ehistory_articles",
            'Articles by outcome: "record", or the code of the problem.',
            ("outcome",),
            registry=self.registry,
        )
        self._facts = Counter(
            "ehistory_facts", "Facts found, by type.", ("type",), registry=self.registry
        )
        under_way = Gauge(
            "ehistory_requests_under_way",
            "Requests for work that are being read, wait or are worked on.",
            registry=self.registry,
        )
        under_way.set_function(inside)

    def request(self, method: str, path: str, status: int, seconds: float) -> None:
        """Count an answered request."""
        self._requests.labels(method, path, status).inc()
        self._seconds.labels(path).observe(seconds)

    def article(self, outcome: str, facts: Iterable[int] = ()) -> None:
        """Count an article, and the facts of its record in the order of FACT_TYPES."""
        self._articles.labels(outcome).inc()
        for name, count in zip(FACT_TYPES, facts, strict=False):
            self._facts.labels(name).inc(count)

    def text(self) -> bytes:
        """The counts in Prometheus' text format."""
        return generate_latest(self.registry)


class Counting:
    """Middleware that counts every request by the path of its route, not by what was asked for."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self._app, self._metrics = app, metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on the request and note its answer's status."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started, status = time.perf_counter(), 500

        async def noting(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, noting)
        finally:
            # Paths that lead nowhere, and methods that don't exist, would make a label each.
            path = getattr(scope.get("route"), "path", "other")
            method = scope["method"] if path != "other" else "other"
            self._metrics.request(method, path, status, time.perf_counter() - started)
