"""The inputs of a run in order, each to its fate: what is known is taken over, what is new worked on."""

from collections.abc import Iterable, Iterator

from pipeline.claims import Claims
from pipeline.engines.local import in_processes, in_this_process
from pipeline.engines.tasks import Answer, Known, Refused, Task, Work
from pipeline.errors import RejectedInput
from pipeline.journal import Journal
from pipeline.outcomes import Outcome
from pipeline.reading import Parcel
from pipeline.recipe import outcome_key
from pipeline.selection import Options, Selection
from pipeline.settling import Fate, Settled, early_duplicate, judge, settle_reject, settled
from pipeline.stopping import Stopping

Item = Parcel | RejectedInput
# The kind of claim by which a journal's outcome is known to be in use.
USED_KEY = "key"
_KEPT = "; what was finished is kept, and the same command goes on from there"


def settled_items(
    items: Iterable[Item],
    options: Options,
    claims: Claims,
    journal: Journal | None = None,
    stopping: Stopping | None = None,
) -> Iterator[Settled]:
    """The fate of every item, in order; outcomes are taken from the journal and kept in it.

    Raises Stopped, with all that was in hand kept, once `stopping` was asked to.
    """
    stopping = stopping or Stopping()
    written, gap = 0, False
    tasks = _tasks(items, options, claims, journal, stopping)
    for task, outcome in _answers(tasks, options, stopping):
        if journal is not None:
            _keep(task, outcome, journal)
        # Behind work that was called off, what is done is kept but can't be told of in order.
        gap = gap or (isinstance(task, Work) and outcome is None)
        if gap:
            continue
        told = _settled(task, outcome, options.selection, claims)
        yield told
        written += told.fate is Fate.RECORD
        if written == options.selection.limit:
            break
    stopping.raise_if_asked(_KEPT if journal is not None else "")


def _keep(task: Task, outcome: Outcome | None, journal: Journal) -> None:
    if isinstance(task, Work) and outcome is not None and outcome.lasting:
        journal.put(task.key, outcome)


def _answers(tasks: Iterable[Task], options: Options, stopping: Stopping) -> Iterator[Answer]:
    if options.jobs == 1:
        return in_this_process(tasks, options.selection)
    return in_processes(tasks, options.selection, options.jobs, stopping.asked)


def _tasks(
    items: Iterable[Item],
    options: Options,
    claims: Claims,
    journal: Journal | None,
    stopping: Stopping,
) -> Iterator[Task]:
    """What is to be done, until the run is asked to stop."""
    for item in items:
        if stopping.asked():
            return
        if not options.selection.drawn(item.id if isinstance(item, Parcel) else item.source):
            continue
        if isinstance(item, RejectedInput):
            yield Refused(item)
        elif reject := early_duplicate(item, claims):
            yield Refused(reject)
        else:
            yield _task(item, options, journal)


def _task(parcel: Parcel, options: Options, journal: Journal | None) -> Task:
    key = outcome_key(parcel)
    known = journal.get(key) if journal is not None else None
    if known is None or (options.retry_rejects and known.line is None):
        return Work(parcel, key)
    return Known(parcel, key, known)


def _settled(task: Task, outcome: Outcome | None, selection: Selection, claims: Claims) -> Settled:
    if isinstance(task, Refused):
        return settle_reject(task.reject)
    claims.claim(USED_KEY, task.key, "")
    found = task.outcome if isinstance(task, Known) else outcome
    assert found is not None, "only a run that stops calls work off"
    verdict = judge(task.parcel, found, selection, claims)
    return settled(task.parcel, found, verdict, fresh=isinstance(task, Work))
