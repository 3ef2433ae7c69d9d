"""What the page works with: an article as a gold draft, and the draft with its spans corrected.

Nothing is kept here: the draft goes out whole and comes back with the spans that it shall have.
"""

import json
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from pydantic import BaseModel, ConfigDict

from pipeline.annotating.checking import Problem, check
from pipeline.annotating.correcting import correct
from pipeline.annotating.drawing import drawn
from pipeline.annotating.formats import sound
from pipeline.annotating.tasks import Answer, Mark
from pipeline.articles import RawArticle
from pipeline.cleaning import clean
from pipeline.errors import AnnotationError
from pipeline.evaluating.gold import GoldArticle, raw_article
from pipeline.offsets import MappedText
from pipeline.reading.articles import sha256_of
from pipeline.reading.limits import Limits
from pipeline.records import ArticleRecord, Count


class Segment(BaseModel):
    """A stretch of what a reader sees, and the raw characters `start:end` that it stands for.

    `verbatim` where they are the same characters; `furniture` where the extraction passes it over.
    """

    model_config = ConfigDict(frozen=True)

    text: str
    start: Count
    end: Count
    verbatim: bool
    furniture: bool


class Note(BaseModel):
    """What became of a correction; `level` is "changed", "check" or "needs fields"."""

    model_config = ConfigDict(frozen=True)

    level: str
    fact: str | None
    words: str


class Draft(BaseModel):
    """A gold line, what `ehistory annotate check` says of it, and how it reads."""

    model_config = ConfigDict(frozen=True)

    gold: GoldArticle
    problems: tuple[Problem, ...]
    segments: tuple[Segment, ...]


class CorrectedSpan(BaseModel):
    """A span of the corrected article; offsets count characters (code points) of the raw text.

    `ref` is its mention in the draft ("pop-1_0"), null for a new one. `fields` are those to change;
    another fact's `id` among them makes the span a mention of that fact.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    start: Count
    end: Count
    label: str
    ref: str | None = None
    fields: dict[str, Any] = {}

    def mark(self) -> Mark:
        """The span as annotation tools give it."""
        where = f"{self.label} {self.start}:{self.end}"
        fields = json.dumps(self.fields)
        return Mark(self.start, self.end, self.label, self.ref, fields, where=where)


class Correction(BaseModel):
    """A draft and all the spans it shall have; what is left out is deleted."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    draft: GoldArticle
    spans: tuple[CorrectedSpan, ...]


class Corrected(BaseModel):
    """The corrected gold line, what `check` says of it, and what became of the corrections."""

    model_config = ConfigDict(frozen=True)

    gold: GoldArticle
    problems: tuple[Problem, ...]
    notes: tuple[Note, ...]


def drafted(article: RawArticle, record: ArticleRecord) -> Draft:
    """The pipeline's record as a draft to correct."""
    gold = _settled(drawn(article, record, "translated"))
    return Draft(gold=gold, problems=_problems(gold), segments=tuple(_segments(article)))


def corrected(correction: Correction, limits: Limits) -> Corrected:
    """The draft with the facts that its spans now tell.

    Raises AnnotationError for spans that can't become facts, GroundingError for a draft that is not
    its text's, RejectedInput for a text over the limits.
    """
    draft = _settled(correction.draft)
    limits.check(len(raw_article(draft).visible.text), draft.article.source)
    draft.check_grounding(draft.text)
    marks = sound([span.mark() for span in correction.spans], draft.text)
    done = correct(Answer(draft, marks, where="the correction"))
    if done.article is None:
        raise AnnotationError("; ".join(note.words for note in done.notes))
    notes = tuple(Note(level=n.level, fact=n.fact, words=n.words) for n in done.notes)
    return Corrected(gold=done.article, problems=_problems(done.article), notes=notes)


def _settled(gold: GoldArticle) -> GoldArticle:
    """With source, length and hash that say nothing but what was sent: `check` looks into files."""
    known = {
        "source": f"request.{gold.format}",
        "sha256": sha256_of(gold.text),
        "n_chars": len(gold.text),
    }
    return gold.model_copy(update={"article": gold.article.model_copy(update=known)})


def _problems(gold: GoldArticle) -> tuple[Problem, ...]:
    return check(gold.model_dump_json().encode("utf-8"))[1]


def _segments(article: RawArticle) -> Iterator[Segment]:
    """The visible text, cut where its offsets jump and where furniture begins or ends."""
    visible = article.visible
    cuts = _cuts(article)
    for (_, verbatim, furniture), group in groupby(range(len(visible.text)), key=cuts.__getitem__):
        first, *rest = group
        last = rest[-1] if rest else first
        start, end = visible.raw_span(first, last + 1)
        yield Segment(
            text=visible.text[first : last + 1],
            start=start,
            end=end,
            verbatim=verbatim,
            furniture=furniture,
        )


def _cuts(article: RawArticle) -> list[tuple[int, bool, bool]]:
    """For each visible character what it shares with the rest of its segment.

    That is its distance from the raw input (its own place, for one that stands for several raw
    characters or none), whether it is verbatim, and whether it is furniture.
    """
    visible, kept = article.visible, _kept(article)
    found, furniture = [], False
    for i, (char, start, end) in enumerate(
        zip(visible.text, visible.starts, visible.ends, strict=True)
    ):
        verbatim = end - start == 1
        if not char.isspace():
            furniture = start not in kept
        found.append((start - i if verbatim else i, verbatim, furniture))
    return found


def _kept(article: RawArticle) -> frozenset[int]:
    """Raw offsets of the lines that cleaning keeps, footnote marks and all."""
    mapped: MappedText = clean(article).mapped
    return frozenset(mapped.starts)
