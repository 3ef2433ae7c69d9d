"""Work on a Ray cluster, or on one that is begun here: the same records, in partitions.

Notes for a newcomer: the files are read twice. First every article is looked at, not parsed, and this
process decides in the order of the inputs which are duplicates or left out, as a local run would; then
the actors, each with the model loaded once, extract the rest and write the partitions themselves.
"""

import logging
import os
import pickle
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeAlias, cast

from pipeline.claims import open_claims
from pipeline.engines.partitions import (
    RECORDS_FOLDER,
    REJECTS_FOLDER,
    TRIES_FOLDER,
    Partition,
    Piece,
    Source,
    Verdict,
    make_partition,
    pieces_of,
    seen,
)
from pipeline.engines.storage import Folder, is_remote, listed
from pipeline.errors import EhistoryError, MissingExtraError, RejectedInput
from pipeline.nlp import load
from pipeline.reading.paths import NO_RESULTS, Results, files_of, format_of
from pipeline.selection import Options, Selection
from pipeline.settling import Fate, Settled, judge
from pipeline.summary import MANIFEST, Summary, manifest_text

# A block of about one piece, so that the pieces of one large file go to many actors.
_BLOCK_BYTES = 1 << 20
_WRITTEN = frozenset((RECORDS_FOLDER, REJECTS_FOLDER, TRIES_FOLDER, MANIFEST))
_FORMATS = ("jsonl", "json", "parquet", "warc")
Verdicts = Mapping[str, Mapping[int, Verdict]]
# Ray is imported where it is used, so its types are not to be had here.
Ray: TypeAlias = Any
Dataset: TypeAlias = Any
Reference: TypeAlias = Any


def run_on_ray(
    inputs: Sequence[str], out: str, options: Options, advance: Callable[[Settled], None]
) -> Summary:
    """Extract the files of `inputs` into partitions below `out`, both paths or addresses of a store."""
    started, began = datetime.now(UTC), time.perf_counter()
    # A process of the cluster may stand in another folder than this one.
    out = out if is_remote(out) else str(Path(out).absolute())
    sources = sources_of(inputs, Results(Path(out), _WRITTEN))
    folder, summary, names = Folder(out), Summary(), []
    folder.keep(TRIES_FOLDER, set())
    with _cluster(options.jobs) as ray:
        pieces = _pieces(ray, sources, options.selection)
        verdicts = ray.put(_verdicts(pieces, options.selection))
        for partition in _partitions(ray, pieces, verdicts, options, out):
            names.append(partition.name)
            for told in partition.told:
                summary.add(told)
                advance(told)
    summary.seconds = time.perf_counter() - began
    for name in (RECORDS_FOLDER, REJECTS_FOLDER):
        folder.keep(name, set(names))
    folder.keep(TRIES_FOLDER, set())
    folder.write(MANIFEST, manifest_text(summary, options, started, partitions=sorted(names)))
    return summary


def sources_of(inputs: Sequence[str], results: Results = NO_RESULTS) -> tuple[Source, ...]:
    """The files of the inputs in order, each once; raises EhistoryError for a format not meant for this."""
    found: dict[str, str | RejectedInput] = {}
    for text in inputs:
        for item in listed(text) if is_remote(text) else files_of([text], results):
            if isinstance(item, RejectedInput):
                found.setdefault(item.source, item)
            elif format_of(Path(item)) in _FORMATS:
                found.setdefault(_address(item), str(item))
            elif not is_remote(text):
                raise EhistoryError(
                    f"{item}: --engine ray reads files of many articles "
                    "(.jsonl, .json, .parquet, .warc); use --engine local"
                )
    return tuple(
        Source(number, item.source, "", item)
        if isinstance(item, RejectedInput)
        else Source(number, item, address)
        for number, (address, item) in enumerate(found.items())
    )


def _address(item: Path | str) -> str:
    return item if isinstance(item, str) else str(item.resolve())


@contextmanager
def _cluster(jobs: int) -> Iterator[Ray]:
    """Ray, connected to the cluster that RAY_ADDRESS names, else to one begun here with `jobs` processors."""
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    try:
        import ray
        import ray.data
    except ImportError as error:
        raise MissingExtraError("--engine ray needs", "ray") from error
    here: dict[str, Any] = {"num_cpus": jobs, "include_dashboard": False}
    if "RAY_ADDRESS" in os.environ:
        here = {}
    try:
        ray.init(log_to_driver=False, logging_level=logging.ERROR, **here)
        logging.getLogger("ray.data").setLevel(logging.CRITICAL)
        context = ray.data.DataContext.get_current()
        context.enable_progress_bars = False
        context.target_max_block_size = _BLOCK_BYTES
        context.execution_options.preserve_order = True
        yield ray
    except ray.exceptions.RayError as error:
        raise EhistoryError(_told(error)) from error
    finally:
        ray.shutdown()


def _told(error: Exception) -> str:
    """What Ray says in its last line; the lines before it are those of its own code."""
    seen = str(error).strip().splitlines()[-1]
    return f"Ray: {seen}; what was finished is kept, run the same command again"


def _pieces(ray: Ray, sources: Iterable[Source], selection: Selection) -> Dataset:
    def read(batch: Mapping[str, Sequence[bytes]]) -> Iterator[dict[str, list[bytes]]]:
        for source in map(pickle.loads, batch["source"]):
            for piece in pieces_of(source, selection):
                yield {"piece": [pickle.dumps(piece)]}

    rows = [{"source": pickle.dumps(source)} for source in sources]
    # Without a processor of its own, reading is not joined to the extraction behind it.
    return ray.data.from_items(rows, override_num_blocks=max(len(rows), 1)).map_batches(
        read, batch_size=1, num_cpus=0
    )


def _verdicts(pieces: Dataset, selection: Selection) -> Verdicts:
    """For every piece the articles that are kept out, by their number in it."""

    def look(row: Mapping[str, bytes]) -> dict[str, bytes]:
        piece: Piece = pickle.loads(row["piece"])
        return {"seen": pickle.dumps((piece.place, seen(piece, selection)))}

    found: dict[str, dict[int, Verdict]] = {}
    with open_claims() as claims:
        for row in pieces.map(look).iter_rows():
            place, items = pickle.loads(row["seen"])
            for number, (item, outcome) in enumerate(items):
                if isinstance(item, RejectedInput):
                    continue
                verdict = judge(item, outcome, selection, claims)
                if verdict is not Fate.RECORD:
                    found.setdefault(place, {})[number] = verdict
    return found


def _partitions(
    ray: Ray,
    pieces: Dataset,
    verdicts: Reference,
    options: Options,
    out: str,
) -> Iterator[Partition]:
    extracted = pieces.map(
        Extractor,
        fn_constructor_kwargs={"verdicts": verdicts, "options": options, "out": out},
        compute=ray.data.ActorPoolStrategy(min_size=1, max_size=options.jobs),
    )
    for row in extracted.iter_rows():
        made: Partition | EhistoryError = pickle.loads(row["partition"])
        if isinstance(made, EhistoryError):
            raise made
        yield made


class Extractor:
    """An actor: one process with the model loaded once."""

    def __init__(self, verdicts: Reference, options: Options, out: str) -> None:
        import ray

        load()
        self._verdicts = cast(Verdicts, ray.get(verdicts))
        self._options, self._folder = options, Folder(out)

    def __call__(self, row: Mapping[str, bytes]) -> dict[str, bytes]:
        """A piece to its partition."""
        piece: Piece = pickle.loads(row["piece"])
        verdicts = self._verdicts.get(piece.place, {})
        try:
            made = make_partition(piece, verdicts, self._options, self._folder)
        except EhistoryError as error:
            # Sent back, for of what is raised Ray tells no more than the text.
            return {"partition": pickle.dumps(error)}
        return {"partition": pickle.dumps(made)}
