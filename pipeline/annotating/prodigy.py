"""Prodigy: JSON Lines tasks for `spans.manual`, and what `db-out` prints.

Format: prodi.gy/docs/api-interfaces. A task holds text, tokens and spans; offsets count code points;
`token_end` is the span's last token; `ws` tells whether a space follows a token. Other keys of a task
are stored as they are. Every edge of a span is an edge of a token, so that each span can be shown.
"""

import json
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal

from pydantic import Field

from pipeline.annotating.formats import Format, Shape, mismatch, read_lines, sound
from pipeline.annotating.tasks import Answer, LeftOut, Mark, Returned, marks_of, pack, unpack
from pipeline.errors import AnnotationError
from pipeline.evaluating.gold import GoldArticle

_PIECE = re.compile(r"\w+|[^\w\s]|\s+")


class Token(Shape):
    """A stretch of the text; `ws` where one space follows that belongs to no token."""

    text: str = ""
    start: int
    end: int
    id: int = 0
    ws: bool = True


def _pieces(text: str, edges: set[int]) -> Iterator[tuple[int, int]]:
    """Words, signs and runs of white space, also cut at `edges`."""
    for match in _PIECE.finditer(text):
        inside = (at for at in range(match.start() + 1, match.end()) if at in edges)
        yield from pairwise((match.start(), *inside, match.end()))


def tokens_of(text: str, marks: Sequence[Mark]) -> tuple[Token, ...]:
    """The tokens of a text; with the spaces that `ws` stands for they add up to the text."""
    starts, ends = {mark.start for mark in marks}, {mark.end for mark in marks}
    found: list[Token] = []
    for start, end in _pieces(text, starts | ends):
        first = start
        follows = bool(found) and not found[-1].ws and text[start] == " "
        if follows and start not in starts and start + 1 not in ends:
            found[-1] = found[-1].model_copy(update={"ws": True})
            first += 1
        if first < end:
            found.append(Token(text=text[first:end], start=first, end=end, id=len(found), ws=False))
    return tuple(found)


def _line(article: GoldArticle) -> str:
    marks = marks_of(article)
    tokens = tokens_of(article.text, marks)
    first, last = {t.start: t.id for t in tokens}, {t.end: t.id for t in tokens}
    spans = [
        {
            "start": mark.start,
            "end": mark.end,
            "token_start": first[mark.start],
            "token_end": last[mark.end],
            "label": mark.label,
            "ref": mark.ref,
        }
        for mark in marks
    ]
    task = {
        "text": article.text,
        "tokens": [token.model_dump() for token in tokens],
        "spans": spans,
        "meta": {"article": article.article.id},
        "ehistory": pack(article),
    }
    return json.dumps(task) + "\n"


def write(articles: Sequence[GoldArticle]) -> str:
    """One task a line."""
    return "".join(_line(article) for article in articles)


class _Span(Shape):
    start: int
    end: int
    label: str
    token_start: int | None = None
    token_end: int | None = None
    # The interface keeps other keys on spans it does not touch; a span drawn anew has none.
    ref: str | None = None
    text: str | None = None


class _Task(Shape):
    text: str
    ehistory: str | None = None
    spans: tuple[_Span, ...] = ()
    tokens: tuple[Token, ...] = ()
    answer: Literal["accept", "reject", "ignore"] | None = None
    annotator: str | None = Field(default=None, validation_alias="_annotator_id")


def _mark(span: _Span) -> Mark:
    where = f"span {span.start}:{span.end} {span.label}"
    return Mark(span.start, span.end, span.label, span.ref, where=where)


def _token_mismatch(span: _Span, tokens: Sequence[Token]) -> str | None:
    """How a span's bounds differ from those of its first and last token; null where they agree."""
    if span.token_start is None or span.token_end is None or not tokens:
        return None
    if not 0 <= span.token_start <= span.token_end < len(tokens):
        return f"{_mark(span).where} has tokens beyond the {len(tokens)} of the task"
    start, end = tokens[span.token_start].start, tokens[span.token_end].end
    if (start, end) == (span.start, span.end):
        return None
    return f"{_mark(span).where} has tokens at {start}:{end}; mark the span again"


def _marks(task: _Task) -> tuple[Mark, ...]:
    marks = sound([_mark(span) for span in task.spans], task.text)
    wrong = [_token_mismatch(span, task.tokens) for span in task.spans]
    wrong += [
        mismatch(mark, task.text, span.text)
        for mark, span in zip(marks, task.spans, strict=True)
        if span.text is not None
    ]
    found = [words for words in wrong if words]
    if found:
        raise AnnotationError("; ".join(found))
    return marks


_REASONS = {"reject": "rejected", "ignore": "ignored", None: "no answer"}


def _answers(task: _Task, where: str) -> Iterator[Returned]:
    if task.answer is None and task.ehistory is None:
        raise AnnotationError("no answer and no exported record: is this the tool's own export?")
    if task.answer != "accept":
        yield LeftOut(where, _REASONS[task.answer])
        return
    article = unpack(task.ehistory, task.text)
    yield Answer(article, _marks(task), where, task.annotator)


def read(data: bytes, name: str) -> Iterator[Returned]:
    """The accepted answers of a dataset."""
    return read_lines(data, name, _Task, _answers)


FORMAT = Format(write, read)
