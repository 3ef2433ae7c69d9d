"""doccano: JSON Lines for a sequence labeling project, with or without relations.

Without relations a line's `label` is a list of [start, end, label]; with them it has `entities`
(id, label, start_offset, end_offset) and `relations` (from_id, to_id, type). Other keys pass through
a project as metadata. Offsets are JavaScript's, in UTF-16 code units, unless a project counts
grapheme clusters. A span can carry nothing: it finds its fact by label and bounds.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from pydantic import AliasChoices, Field

from pipeline.annotating.formats import Format, Shape, read_lines, sound
from pipeline.annotating.tasks import (
    IGNORE,
    Answer,
    Mark,
    Returned,
    fact_id,
    marks_of,
    pack,
    unpack,
)
from pipeline.annotating.utf16 import Utf16
from pipeline.errors import AnnotationError
from pipeline.evaluating.gold import GoldArticle

# The relation from a mention of a fact to the fact's next mention.
SAME_FACT = "same_fact"

Columns = dict[str, object]


def _span_columns(marks: Sequence[Mark], units: Utf16) -> Columns:
    return {"label": [[units.unit(m.start), units.unit(m.end), m.label] for m in marks]}


def _relation_columns(marks: Sequence[Mark], units: Utf16) -> Columns:
    entities = [
        {
            "id": number,
            "label": mark.label,
            "start_offset": units.unit(mark.start),
            "end_offset": units.unit(mark.end),
        }
        for number, mark in enumerate(marks)
    ]
    relations = [
        {"id": number, "from_id": first, "to_id": second, "type": SAME_FACT}
        for number, (first, second) in enumerate(_neighbours(marks))
    ]
    return {"entities": entities, "relations": relations}


def _neighbours(marks: Sequence[Mark]) -> Iterator[tuple[int, int]]:
    facts: dict[str, list[int]] = {}
    for number, mark in enumerate(marks):
        if mark.label != IGNORE and mark.ref is not None:
            facts.setdefault(fact_id(mark.ref), []).append(number)
    for numbers in facts.values():
        yield from pairwise(numbers)


def _line(article: GoldArticle, relations: bool) -> str:
    marks, units = marks_of(article), Utf16(article.text)
    columns = _relation_columns(marks, units) if relations else _span_columns(marks, units)
    known = {"article": article.article.id, "ehistory": pack(article)}
    return json.dumps({"text": article.text, **columns, **known}) + "\n"


def write(articles: Sequence[GoldArticle]) -> str:
    """One line an article, for a project without relations."""
    return "".join(_line(article, relations=False) for article in articles)


def write_relations(articles: Sequence[GoldArticle]) -> str:
    """One line an article, for a project with relations: each mention points to its fact's next."""
    return "".join(_line(article, relations=True) for article in articles)


class _Entity(Shape):
    id: int
    label: str
    start_offset: int
    end_offset: int


class _Relation(Shape):
    from_id: int
    to_id: int
    type: str


class _Line(Shape):
    text: str
    ehistory: str | None = None
    label: tuple[tuple[int, int, str], ...] | None = Field(
        default=None, validation_alias=AliasChoices("label", "labels")
    )
    entities: tuple[_Entity, ...] | None = None
    relations: tuple[_Relation, ...] = ()


def _groups(relations: Iterable[_Relation]) -> Mapping[int, int]:
    """Entity ids that `same_fact` joins, directly or over others, to one id of them."""
    group: dict[int, int] = {}
    for relation in relations:
        if relation.type == SAME_FACT:
            first = group.setdefault(relation.from_id, relation.from_id)
            second = group.setdefault(relation.to_id, relation.to_id)
            group = {id_: first if home == second else home for id_, home in group.items()}
    return group


def _spans(line: _Line) -> Iterator[tuple[int, int, str, str | None]]:
    """Start, end, label and group of every span, offsets as they stand in the line."""
    if line.entities is not None and line.label is not None:
        raise AnnotationError(
            "both `label` and `entities`; export with --relations just for a project with relations"
        )
    groups = _groups(line.relations)
    for start, end, label in line.label or ():
        yield start, end, label, None
    for entity in line.entities or ():
        home = groups.get(entity.id)
        group = None if home is None else str(home)
        yield entity.start_offset, entity.end_offset, entity.label, group


def _mark(span: tuple[int, int, str, str | None], units: Utf16) -> Mark:
    start, end, label, group = span
    where = f"span {start}:{end} {label}"
    first, last = units.character(start), units.character(end)
    if first is None or last is None:
        raise AnnotationError(
            f"{where} ends outside the text or inside a character; mark it again in a project that "
            "does not count grapheme clusters"
        )
    return Mark(first, last, label, group=group, where=where)


def _answers(line: _Line, where: str) -> Iterator[Returned]:
    article = unpack(line.ehistory, line.text)
    units = Utf16(article.text)
    marks = sound([_mark(span, units) for span in _spans(line)], article.text)
    yield Answer(article, marks, where)


def read(data: bytes, name: str) -> Iterator[Returned]:
    """The answers of a JSON Lines export."""
    return read_lines(data, name, _Line, _answers)


FORMAT = Format(write, read)
RELATIONS = Format(write_relations, read)
