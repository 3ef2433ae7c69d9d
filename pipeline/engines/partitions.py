"""The pieces a cluster works on: some hundred consecutive articles of one file, one file of results each.

A partition's name holds its place and a hash of all that decides its bytes. So a partition that stands
need not be made again, and the partitions in the order of their names are the records in the order of
the inputs.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any

from pipeline.cleaning import clean
from pipeline.engines.storage import Folder, open_file
from pipeline.engines.working import opened, work
from pipeline.errors import Code, EhistoryError, RejectedInput
from pipeline.outcomes import Outcome
from pipeline.reading import Parcel
from pipeline.reading.inputs import file_parcels
from pipeline.recipe import outcome_key
from pipeline.record_files import PARTITIONS
from pipeline.records import FACT_TYPES
from pipeline.selection import Options, Selection
from pipeline.settling import Fate, Settled, settle_reject, settled
from pipeline.summary import reject_line

ARTICLES = 500
RECORDS_FOLDER, REJECTS_FOLDER, TRIES_FOLDER = PARTITIONS, "rejects", "tries"
# Ray begins the work of a process that died again without end: for the loss of a machine that is
# right, for an article that no process survives it is not.
MOST_TRIES = 5
_HASH_DIGITS = 12

Item = Parcel | RejectedInput
Verdict = RejectedInput | Fate


@dataclass(frozen=True, slots=True)
class Source:
    """A file of the input: its place among the others, its name in records, and where it is.

    Instead of where it is, an input that holds no file has the reject that it becomes.
    """

    number: int
    name: str
    address: str
    reject: RejectedInput | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """Consecutive inputs of a source."""

    place: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Partition:
    """A piece's results as they stand: the name of their files, and every input's fate."""

    name: str
    told: tuple[Settled, ...]


def pieces_of(source: Source, selection: Selection) -> Iterator[Piece]:
    """A source in pieces, one in memory at a time."""
    drawn = (i for i in _items(source, selection) if selection.drawn(_drawn_by(i)))
    number = 0
    while items := tuple(islice(drawn, ARTICLES)):
        yield Piece(f"part-{source.number:05}-{number:06}", items)
        number += 1


def _items(source: Source, selection: Selection) -> Iterator[Item]:
    if source.reject is not None:
        return iter([source.reject])
    path, limits = Path(source.name), selection.limits
    return file_parcels(lambda: open_file(source.address), path, source.name, limits)


def _drawn_by(item: Item) -> str:
    return item.id if isinstance(item, Parcel) else item.source


def seen(piece: Piece, selection: Selection) -> list[tuple[Item, Outcome]]:
    """What a piece's inputs are recognised by, without their bytes and without the parse."""
    return [_seen(item, selection) for item in piece.items]


def _seen(item: Item, selection: Selection) -> tuple[Item, Outcome]:
    if isinstance(item, RejectedInput):
        return item, Outcome(code=item.code, reason=item.reason)
    article, outcome = opened(item, selection)
    if article is not None and selection.since is not None:
        outcome = replace(outcome, published=clean(article).published)
    return replace(item, data=b""), outcome


def make_partition(
    piece: Piece, verdicts: Mapping[int, Verdict], options: Options, folder: Folder
) -> Partition:
    """Extract a piece into its files, unless they stand; `verdicts` are those that keep articles out.

    Raises EhistoryError where the processes that were to do it have died too often.
    """
    name = _name(piece, verdicts)
    standing = None if options.force else _standing(name, piece, verdicts, folder)
    if standing is not None and not (options.retry_rejects and _worth_another_try(standing)):
        return Partition(name, tuple(standing))
    _count_try(name, piece, folder)
    told = [
        _told(item, verdicts.get(number, Fate.RECORD), options.selection)
        for number, item in enumerate(piece.items)
    ]
    rejects = "".join(reject_line(one.reject) for one in told if one.reject is not None)
    if rejects:
        folder.write(f"{REJECTS_FOLDER}/{name}", rejects)
    # Written last and always, so that it says that the partition is complete.
    records = "".join(f"{one.line}\n" for one in told if one.fate is Fate.RECORD)
    folder.write(f"{RECORDS_FOLDER}/{name}", records)
    return Partition(name, tuple(replace(one, line="") for one in told))


def _count_try(name: str, piece: Piece, folder: Folder) -> None:
    tries = int(folder.read(f"{TRIES_FOLDER}/{name}") or 0)
    if tries >= MOST_TRIES:
        first, last = piece.items[0].source, piece.items[-1].source
        raise EhistoryError(
            f"{first} to {last}: {tries} processes died of these articles; give the machines more "
            "memory or lower --max-chars, and run the same command again: what was finished is kept"
        )
    folder.write(f"{TRIES_FOLDER}/{name}", str(tries + 1))


def _name(piece: Piece, verdicts: Mapping[int, Verdict]) -> str:
    digest = hashlib.sha256()
    for number, item in enumerate(piece.items):
        verdict = item if isinstance(item, RejectedInput) else verdicts.get(number, Fate.RECORD)
        digest.update(json.dumps(str(verdict)).encode())
        if isinstance(item, Parcel):
            digest.update(outcome_key(item) + json.dumps([item.id, item.source]).encode())
    return f"{piece.place}-{digest.hexdigest()[:_HASH_DIGITS]}.jsonl"


def _told(item: Item, verdict: Verdict, selection: Selection) -> Settled:
    if isinstance(item, RejectedInput):
        return settle_reject(item)
    outcome = work(item, selection) if verdict is Fate.RECORD else Outcome()
    return settled(item, outcome, verdict, fresh=True)


def _standing(
    name: str, piece: Piece, verdicts: Mapping[int, Verdict], folder: Folder
) -> list[Settled] | None:
    """The fates that an earlier run's partition tells, null where there is none."""
    records = folder.read(f"{RECORDS_FOLDER}/{name}")
    if records is None:
        return None
    rejects = folder.read(f"{REJECTS_FOLDER}/{name}") or ""
    left_out = [
        Settled(Fate.LEFT_OUT, piece.items[number].source)
        for number, verdict in verdicts.items()
        if verdict is Fate.LEFT_OUT
    ]
    told = [_record_told(json.loads(line)) for line in records.splitlines()]
    return [*told, *(_reject_told(json.loads(line)) for line in rejects.splitlines()), *left_out]


def _record_told(record: Mapping[str, Any]) -> Settled:
    article, facts = record["article"], tuple(len(record[name]) for name in FACT_TYPES)
    return Settled(Fate.RECORD, article["source"], article["id"], facts=facts)


def _reject_told(row: Mapping[str, str]) -> Settled:
    return settle_reject(RejectedInput(Code(row["code"]), row["source"], row["reason"]))


def _worth_another_try(told: Sequence[Settled]) -> bool:
    return any(one.reject and one.reject.code in (Code.EXTRACTION, Code.CRASHED) for one in told)
