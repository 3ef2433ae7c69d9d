"""Work in this process, or in several: answers come in the order of the tasks.

Each process loads the model once. On POSIX they are forked from a server process that has it loaded
already and no threads, so its pages are shared and neither locks nor files of ours are inherited.
"""

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.connection import wait

from pipeline.engines.tasks import Answer, Task, Work
from pipeline.engines.working import work
from pipeline.errors import Code
from pipeline.outcomes import Outcome
from pipeline.reading import Parcel
from pipeline.selection import Selection

# Tasks under way for each process: enough that none waits for a long article of another.
_AHEAD = 8


def in_this_process(tasks: Iterable[Task], selection: Selection) -> Iterator[Answer]:
    """One task after the other."""
    for task in tasks:
        yield task, work(task.parcel, selection) if isinstance(task, Work) else None


def in_processes(
    tasks: Iterable[Task], selection: Selection, jobs: int, stopping: Callable[[], bool]
) -> Iterator[Answer]:
    """Several at a time; once `stopping` says so, what was not begun is called off."""
    workers = _Workers(selection, jobs)
    window: deque[tuple[Task, Future[Outcome] | None]] = deque()
    try:
        for task in tasks:
            window.append((task, workers.begin(task) if isinstance(task, Work) else None))
            while window and (len(window) > jobs * _AHEAD or _is_answered(window[0][1])):
                yield _answer(workers, *window.popleft())
        while window:
            task, future = window.popleft()
            called_off = future is not None and stopping() and future.cancel()
            yield (task, None) if called_off else _answer(workers, task, future)
    finally:
        workers.end()


def _is_answered(future: Future[Outcome] | None) -> bool:
    return future is None or future.done()


def _answer(workers: "_Workers", task: Task, future: Future[Outcome] | None) -> Answer:
    if future is None or not isinstance(task, Work):
        return task, None
    return task, workers.outcome(task.parcel, future)


class _Workers:
    """A pool of processes that outlives the death of one of them."""

    def __init__(self, selection: Selection, jobs: int) -> None:
        self._selection, self._jobs = selection, jobs
        self._pool = _pool(jobs)
        self._single: ProcessPoolExecutor | None = None

    def begin(self, task: Work) -> Future[Outcome]:
        """Hand out the work on a parcel."""
        try:
            return self._pool.submit(work, task.parcel, self._selection)
        except BrokenProcessPool:
            self._pool = _pool(self._jobs)
            return self._pool.submit(work, task.parcel, self._selection)

    def outcome(self, parcel: Parcel, future: Future[Outcome]) -> Outcome:
        """The outcome; where a process died, that of a second try with a process of its own."""
        try:
            return future.result()
        except BrokenProcessPool:
            return self._alone(parcel)

    def _alone(self, parcel: Parcel) -> Outcome:
        self._single = self._single or _pool(1)
        try:
            return self._single.submit(work, parcel, self._selection).result()
        except BrokenProcessPool:
            self._single = None
            return Outcome(code=Code.CRASHED, reason="the process that worked on it died, twice")

    def end(self) -> None:
        """Let the processes finish what they have in hand, and go."""
        for pool in (self._pool, self._single):
            if pool:
                pool.shutdown(wait=True, cancel_futures=True)


def _pool(jobs: int) -> ProcessPoolExecutor:
    if "forkserver" in multiprocessing.get_all_start_methods():
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(["pipeline.engines.preloaded"])
        return ProcessPoolExecutor(jobs, context, _begin_worker)
    return ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"), _begin_worker)


def _begin_worker() -> None:
    """Leave signals to the run's own process, and go when it does."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    threading.Thread(target=_die_with_parent, daemon=True).start()


def _die_with_parent() -> None:
    parent = multiprocessing.parent_process()
    assert parent is not None
    wait([parent.sentinel])
    os._exit(1)
