"""Processes that hold the model and work off the event loop, one article each at a time.

A process that overruns its time is killed and replaced: no rule, however slow, outlives the answer.
On POSIX they are forked from one that has the model loaded already, so it is in memory once.
"""

import asyncio
import multiprocessing
import os
import threading
from collections.abc import Callable
from multiprocessing.connection import wait
from typing import Any, ParamSpec, TypeVar

from pebble import ProcessExpired, ProcessPool

from pipeline.errors import Code, RejectedInput

P = ParamSpec("P")
T = TypeVar("T")


class Pool:
    """`workers` processes; what they can't begin at once waits in the order it came."""

    def __init__(self, workers: int) -> None:
        self._pool = ProcessPool(max_workers=workers, context=_context(), initializer=_begin_worker)
        # Waiting is done here, where it costs nothing to give up; pebble has what runs alone.
        self._free = asyncio.Semaphore(workers)

    @property
    def alive(self) -> bool:
        """Whether processes can still be started."""
        return bool(self._pool.active)

    async def run(self, job: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """What the job gives; cancelled, its process is killed.

        Raises what the job raises, and RejectedInput where its process dies.
        """
        async with self._free:
            future = self._pool.schedule(job, args=args, kwargs=kwargs)
            try:
                return await asyncio.wrap_future(future)
            except ProcessExpired as error:
                reason = f"its process died with exit code {error.exitcode}"
                raise RejectedInput(Code.CRASHED, "the article", reason) from error

    async def end(self) -> None:
        """Let the processes finish what they have in hand, and go."""
        self._pool.close()  # type: ignore[no-untyped-call]
        await asyncio.to_thread(self._pool.join)


def _context() -> Any:  # noqa: ANN401 - pebble's protocol is none of multiprocessing's own types
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["pipeline.serving.preloaded"])
    return context


def _begin_worker() -> None:
    """Stay out of the reach of a signal to the whole group: the service lets its workers finish."""
    if hasattr(os, "setsid"):
        os.setsid()
    threading.Thread(target=_die_with_parent, daemon=True).start()


def _die_with_parent() -> None:
    parent = multiprocessing.parent_process()
    assert parent is not None
    wait([parent.sentinel])
    os._exit(1)
