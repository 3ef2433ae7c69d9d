"""What the count or share before one was linked to, as a sign of what this one is: a list tells it once."""

from typing import Any

from spacy.tokens import Span

from pipeline.extensions import columns
from pipeline.linking.ranking import Option
from pipeline.linking.surroundings import (
    between,
    paragraph_of,
    sentences_apart,
    verb_between,
)

_VALUES = ("population", "percentage")


def told_of(previous: Span, field: str) -> Any:  # noqa: ANN401 - a field of either kind of fact
    """The field of a count or share that has been linked."""
    value = next(value for name in _VALUES if (value := previous._.get(name)) is not None)
    return getattr(value, field)


def with_previous(
    options: list[Option[Any]], span: Span, previous: Span | None, field: str
) -> list[Option[Any]]:
    """The options, told apart by whether they are what the count before has; that one is an option too."""
    if previous is None:
        return options
    value, near = told_of(previous, field), nearness(span, previous)
    if near == "far":
        return options
    some = "none" if value is None else "some"
    same, other = f"previous={near}:{some}", f"other={near}:{some}"
    if all(option.value != value for option in options):
        options = [*options, Option(value, ("carried",))]
    return [Option(o.value, (*o.features, same if o.value == value else other)) for o in options]


def nearness(span: Span, previous: Span) -> str:
    """How close the count before stands: in one list, clause or sentence, the one before, or far."""
    apart = sentences_apart(span, previous)
    if apart == 0:
        start, end = between(span, previous)
        if not {";", ":"}.isdisjoint(columns(span.doc).words[start:end]):
            return "semicolon"
        return "clause" if verb_between(span, previous) else "list"
    low, _ = paragraph_of(span.doc, span.start_char)
    if previous.start_char < low:
        return "far"
    return "back1" if apart == 1 else "far"
