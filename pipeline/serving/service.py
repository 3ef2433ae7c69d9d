"""What the routes share: settings, processes, room, counts, and whether all is ready."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from typing import TypeVar

from pipeline.errors import EhistoryError, RejectedInput
from pipeline.reading import Limits, Parcel
from pipeline.serving import work
from pipeline.serving.metrics import Metrics
from pipeline.serving.pool import Pool
from pipeline.serving.problems import Refusal, late, refused
from pipeline.serving.receiving import Gate
from pipeline.serving.settings import Settings

T = TypeVar("T")
Input = TypeVar("Input")


class Service:
    """One application's state; the pool lives as long as `running` is entered."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.limits = Limits(settings.max_chars)
        self.gate = Gate(settings)
        self.metrics = Metrics(lambda: self.gate.inside)
        self.fault: str | None = "the model is being loaded"
        self._pool: Pool | None = None

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Processes from here to there; at the end they finish what they have in hand."""
        self._pool = Pool(self.settings.workers)
        warming = asyncio.create_task(self._warm(self._pool))
        try:
            yield
        finally:
            self.fault = "the service is stopping"
            warming.cancel()
            with suppress(asyncio.CancelledError):
                await warming
            await self._pool.end()

    async def _warm(self, pool: Pool) -> None:
        """Ready once every process has the model."""
        try:
            await asyncio.gather(*(pool.run(work.ready) for _ in range(self.settings.workers)))
            self.fault = None
        except EhistoryError as error:
            self.fault = str(error)

    async def do(self, job: Callable[[Input, Limits], T], given: Input, seconds: float) -> T:
        """What the job makes of an article or correction; raises Refusal where it makes nothing in time."""
        assert self._pool is not None, "work is asked for while the service runs"
        try:
            async with asyncio.timeout(seconds):
                return await self._pool.run(job, given, self.limits)
        except TimeoutError as error:
            raise late(self.settings.timeout) from error
        except RejectedInput as reject:
            raise refused(reject) from reject

    async def extracted(self, given: Parcel, seconds: float) -> work.Extracted:
        """The record of an article, counted; raises Refusal."""
        try:
            found = await self.do(work.extracted, given, seconds)
        except Refusal as error:
            self.metrics.article(error.problem.code)
            raise
        self.metrics.article("record", found.facts)
        return found
