"""What an engine is given and gives back."""

from dataclasses import dataclass

from pipeline.errors import RejectedInput
from pipeline.outcomes import Outcome
from pipeline.reading import Parcel


@dataclass(frozen=True, slots=True)
class Work:
    """An article to work on, and the key under which its outcome will be known."""

    parcel: Parcel
    key: bytes


@dataclass(frozen=True, slots=True)
class Known:
    """An article whose outcome an earlier run worked out."""

    parcel: Parcel
    key: bytes
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Refused:
    """An input that is a reject without work."""

    reject: RejectedInput


Task = Work | Known | Refused
# Work that was called off has no outcome.
Answer = tuple[Task, Outcome | None]
