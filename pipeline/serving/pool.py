"""Processes that hold the model and work off the event loop, one article each at a time.

A process whose time is up is killed, and the next article gets a new one: no rule, however slow,
outlives its answer. On POSIX they are forked from one that has the model loaded already, so it is
read once and its pages are shared. docs/decisions/0009-processes-of-the-service.md says why no
library does this here.
"""

import asyncio
import multiprocessing
import signal
import traceback
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.connection import Connection
from typing import Any, TypeVar, TypeVarTuple, Unpack

from pipeline.errors import Code, RejectedInput

Args = TypeVarTuple("Args")
T = TypeVar("T")

# Seconds for an idle process to go by itself.
_GOING = 2


class Pool:
    """At most `workers` processes; what they can't begin at once waits in the order it came."""

    def __init__(self, workers: int) -> None:
        self._context = _context()
        self._free = asyncio.Semaphore(workers)
        # One for each process, to wait for it.
        self._threads = ThreadPoolExecutor(workers, "worker")
        self._idle: list[_Worker] = []

    async def run(self, job: Callable[[Unpack[Args]], T], *args: *Args) -> T:
        """What the job gives; where this is cancelled, the job's process is killed.

        Raises what the job raises, and RejectedInput where its process dies.
        """
        async with self._free:
            worker = await self._worker()
            try:
                done, outcome = await self._in_thread(worker.ask, job, args)
            except (EOFError, OSError) as error:
                code = worker.kill()
                reason = f"the process that worked on it died with exit code {code}"
                raise RejectedInput(Code.CRASHED, "the article", reason) from error
            except BaseException:
                worker.kill()
                raise
            self._idle.append(worker)
        if not done:
            raise outcome
        result: T = outcome
        return result

    async def _worker(self) -> "_Worker":
        while self._idle:
            worker = self._idle.pop()
            if worker.alive:
                return worker
            worker.kill()
        return await self._in_thread(_Worker, self._context)

    async def _in_thread(self, job: Callable[[Unpack[Args]], T], *args: *Args) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._threads, job, *args)

    async def end(self) -> None:
        """Let the processes go; none is at work any more."""
        await asyncio.gather(*(self._in_thread(worker.end) for worker in self._idle))
        self._threads.shutdown()


class _Worker:
    """One process, and the line to it."""

    def __init__(self, context: Any) -> None:  # noqa: ANN401 - multiprocessing's contexts share no type
        self._line, theirs = context.Pipe()
        self._process = context.Process(target=_work, args=(theirs,), daemon=True)
        self._process.start()
        theirs.close()

    @property
    def alive(self) -> bool:
        return bool(self._process.is_alive())

    def ask(self, job: Callable[..., object], args: tuple[object, ...]) -> tuple[bool, Any]:
        """Whether the job was done, and its result, else its error; raises EOFError or OSError."""
        self._line.send((job, args))
        answer: tuple[bool, Any] = self._line.recv()
        return answer

    def kill(self) -> int | None:
        """End the process at once; its exit code. What still waits for it meets the end of the line."""
        self._process.kill()
        self._process.join()
        code: int | None = self._process.exitcode
        return code

    def end(self) -> None:
        """Hang up, for which an idle process goes."""
        self._line.close()
        self._process.join(_GOING)
        self._process.kill()
        self._process.join()


def _context() -> Any:  # noqa: ANN401 - multiprocessing's contexts share no type
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["pipeline.serving.preloaded"])
    return context


def _work(line: Connection) -> None:
    """Do what is asked for until the service hangs up."""
    # Signals to the whole group are for the service, which lets its processes finish.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    while True:
        try:
            job, args = line.recv()
            line.send(_outcome(job, args))
        except (EOFError, OSError):
            return


def _outcome(job: Callable[..., object], args: tuple[object, ...]) -> tuple[bool, object]:
    try:
        return True, job(*args)
    except Exception as error:  # noqa: BLE001 - it is raised again where the job was asked for
        # The traceback itself can't be sent; a note of it reaches the service's log.
        error.add_note(traceback.format_exc())
        return False, error
