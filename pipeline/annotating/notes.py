"""What is told of a corrected task: its article, and a note for all that was not simply kept."""

from dataclasses import dataclass, field
from enum import StrEnum

from pipeline.evaluating.gold import GoldArticle


class Level(StrEnum):
    """How much a note asks for: a task is left out, a fact is not whole yet, a look, or nothing."""

    FAILED = "failed"
    NEEDS_FIELDS = "needs fields"
    CHECK = "check"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Note:
    """What became of a fact or task, or what is left to do about it."""

    level: Level
    article: str
    fact: str | None
    words: str


@dataclass(slots=True)
class Corrected:
    """The gold article (null where the task can't become one), its notes, and counts of spans."""

    article: GoldArticle | None
    notes: list[Note] = field(default_factory=list)
    spans: dict[str, int] = field(default_factory=dict)
