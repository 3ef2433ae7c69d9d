"""An article's text in pieces, each with the facts that are told in it.

The text shown is the clean one, paragraph by paragraph; without the article's text, it is the sentences of the
mentions. Every piece has the offsets of its own paragraph alone, so nothing is escaped or cut twice.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pipeline.articles import RawArticle
from pipeline.cleaning import clean
from pipeline.records import FACT_TYPES, ArticleRecord, Mention


@dataclass(frozen=True, slots=True)
class Told:
    """A mention at `start:end`, offsets in whatever text is shown; `id` and `type` are its fact's."""

    start: int
    end: int
    id: str
    type: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with all that is told in it, the shortest mention first."""

    text: str
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`retold` where it tells another one again; `title` where it is the article's own title."""

    pieces: tuple[Piece, ...]
    retold: bool = False
    title: bool = False


def paragraphs_of(record: ArticleRecord, article: RawArticle) -> Iterator[Paragraph]:
    """The paragraphs of the clean text, page furniture left out."""
    text = clean(article)
    told = sorted(_in_clean(record, text.mapped.starts), key=lambda t: t.start)
    for start, end in text.paragraphs:
        inside = [
            replace(t, start=max(t.start, start) - start, end=min(t.end, end) - start)
            for t in told
            if t.start < end and t.end > start
        ]
        shown = text.text[start:end]
        title = start == 0 and " ".join(shown.split()) == " ".join((text.title or "").split())
        retold = any(first <= start < last for first, last in text.retold)
        yield Paragraph(tuple(pieces(shown, inside)), retold, title)


def _in_clean(record: ArticleRecord, starts: Sequence[int]) -> Iterator[Told]:
    for fact_type in FACT_TYPES:
        for fact in getattr(record, fact_type):
            for mention in fact.mentions:
                start, end = (bisect_left(starts, at) for at in (mention.start, mention.end))
                if start < end:
                    yield Told(start, end, fact.id, fact_type)


def sentences_of(record: ArticleRecord) -> Iterator[Paragraph]:
    """The sentences that tell facts, in order, for want of the article's text."""
    found: dict[str, list[tuple[Mention, Told]]] = {}
    for fact_type in FACT_TYPES:
        for fact in getattr(record, fact_type):
            for mention in fact.mentions:
                told = Told(0, 0, fact.id, fact_type)
                found.setdefault(mention.sentence, []).append((mention, told))
    for sentence, mentions in sorted(found.items(), key=lambda item: _first(item[1])):
        inside = list(_in_sentence(sentence, mentions))
        yield Paragraph(tuple(pieces(sentence, inside)), all(m.duplicate for m, _ in mentions))


def _first(mentions: Iterable[tuple[Mention, Told]]) -> int:
    return min(mention.start for mention, _ in mentions)


def _in_sentence(sentence: str, mentions: Iterable[tuple[Mention, Told]]) -> Iterator[Told]:
    """Where a sentence has the words of its mentions; the same words twice are found in turn."""
    seen: dict[tuple[str, str], int] = {}
    for mention, told in sorted(mentions, key=lambda pair: pair[0].start):
        words = r"\s+".join(map(re.escape, mention.text.split()))
        key = (told.type, words)
        match = re.compile(words).search(sentence, seen.get(key, 0))
        if match:
            seen[key] = match.end()
            yield replace(told, start=match.start(), end=match.end())


def pieces(text: str, told: Sequence[Told]) -> Iterator[Piece]:
    """The text cut where a mention begins or ends."""
    edges = {0, len(text), *(t.start for t in told), *(t.end for t in told)}
    for start, end in pairwise(sorted(edges)):
        here = [t for t in told if t.start <= start and end <= t.end]
        here.sort(key=lambda t: (t.end - t.start, t.id))
        yield Piece(text[start:end], tuple(here))
