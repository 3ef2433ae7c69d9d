"""What the formats share: one line or item at a time, and what can't be read named by its place."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from pipeline.annotating.tasks import IGNORE, LABELS, LeftOut, Mark, Returned
from pipeline.errors import AnnotationError
from pipeline.evaluating.gold import GoldArticle, numbered
from pipeline.versions import explain


class Shape(BaseModel):
    """A part of a tool's format: what is used of it; the rest may be anything."""

    model_config = ConfigDict(frozen=True, extra="ignore")


Item = TypeVar("Item", bound=Shape)


@dataclass(frozen=True, slots=True)
class Format:
    """A tool's format: articles to the file it imports, and its export to answers.

    `write` gives ASCII alone, so that no tool has an encoding to guess or a line break in a text to
    stumble over (doccano guesses, and U+2028 ends a line for some). `read` takes the bytes and how
    messages name the file.
    """

    write: Callable[[Sequence[GoldArticle]], str]
    read: Callable[[bytes, str], Iterator[Returned]]


def guarded(where: str, answers: Callable[[], Iterable[Returned]]) -> Iterator[Returned]:
    """The answers of one task, or the reason why it can't be read."""
    try:
        yield from answers()
    except ValidationError as error:
        yield LeftOut(where, f"{explain(error)}; is this the tool's own export?", failed=True)
    except AnnotationError as error:
        yield LeftOut(where, str(error), failed=True)


def read_lines(
    data: bytes, name: str, shape: type[Item], answers: Callable[[Item, str], Iterable[Returned]]
) -> Iterator[Returned]:
    """The answers of a JSON Lines file, each line parsed as `shape`; empty lines are passed over."""
    for number, line in numbered(data):
        where = f"{name}:{number}"
        yield from guarded(
            where,
            lambda line=line, where=where: answers(shape.model_validate_json(line), where),  # type: ignore[misc]
        )


def flaw_of(mark: Mark, text: str) -> str | None:
    """What is wrong with a span on its own: its label or its bounds; null where nothing is."""
    if mark.label not in LABELS and mark.label != IGNORE:
        return f"{mark.where} has label {mark.label!r}; give one of {', '.join(LABELS)}, {IGNORE}"
    if not 0 <= mark.start < mark.end <= len(text):
        size = len(text)
        return f"{mark.where} covers {mark.start}:{mark.end} of {size} characters; mark it again"
    return None


def sound(marks: Sequence[Mark], text: str) -> tuple[Mark, ...]:
    """The spans themselves; raises AnnotationError naming every one that has a flaw."""
    flaws = [flaw for mark in marks if (flaw := flaw_of(mark, text))]
    if flaws:
        raise AnnotationError("; ".join(flaws))
    return tuple(marks)


def plain(text: str) -> str:
    """A surface as tools show it: line breaks (also written `\\n`) and runs of space as one space."""
    return " ".join(text.replace("\\n", " ").split())


def mismatch(mark: Mark, text: str, shown: str) -> str | None:
    """How the text at a span differs from what the tool shows there; null where it does not."""
    there = text[mark.start : mark.end]
    if plain(there) == plain(shown):
        return None
    return (
        f"{mark.where} {mark.start}:{mark.end} gives {there!r}, the tool shows {shown!r}; "
        "mark the span again"
    )
