"""Blocks: the stretches of a paragraph that the encoder reads at once, each with the article's title before it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Doc, Span

from pipeline.extensions import columns, once, spans_in, text_of
from pipeline.linking.surroundings import paragraph_of, title_of

# Characters of the title, and of the sentences that are read at once; a longer sentence is a block of its own.
_TITLE = 50
_LONGEST = 800
# A block begins with the sentence before it where that is no longer.
_LEAD = 220


@dataclass(frozen=True, slots=True)
class Block:
    """The half-open stretch `start:end` of the clean text, what the facts from `own` on are read in."""

    own: int
    start: int
    end: int
    title: str

    def text(self, doc: Doc) -> str:
        """What the encoder reads."""
        return self.title + text_of(doc)[self.start : self.end]

    def spans(self, doc: Doc, key: str) -> tuple[Span, ...]:
        """The spans of a finished group that begin in the block."""
        return spans_in(doc, key, *self.tokens(doc))

    def tokens(self, doc: Doc) -> tuple[int, int]:
        """The tokens that begin in the block."""
        starts = columns(doc).starts
        return bisect_left(starts, self.start), bisect_left(starts, self.end)

    def stretch(self, span: Span) -> tuple[int, int]:
        """Where a span is in the block's text."""
        shift = len(self.title) - self.start
        return span.start_char + shift, span.end_char + shift


def block_of(span: Span) -> Block:
    """The block that a span begins in."""
    doc = span.doc
    paragraph = paragraph_of(doc, span.start_char)
    made: dict[int, Sequence[Block]] = once(doc, "encoder_blocks", dict)
    blocks = made.get(paragraph[0])
    if blocks is None:
        blocks = made[paragraph[0]] = tuple(_blocks(doc, *paragraph))
    return blocks[max(0, bisect_right(blocks, span.start_char, key=lambda b: b.own) - 1)]


def _blocks(doc: Doc, start: int, end: int) -> Iterator[Block]:
    title = f"{title_of(doc)[:_TITLE]} : "
    bounds = _bounds(doc, start, end)
    own = first = last = start
    for left, right in pairwise(bounds):
        if right - first > _LONGEST and left > own:
            yield Block(own, first, left, title)
            own, first = left, last if left - last <= _LEAD else left
        last = left
    yield Block(own, first, end, title)


def _bounds(doc: Doc, start: int, end: int) -> Sequence[int]:
    """Where the sentences of a paragraph begin, and its end."""
    table = columns(doc)
    low, high = bisect_left(table.starts, start), bisect_left(table.starts, end)
    first = bisect_right(table.sentences, low)
    inner = table.sentences[first : bisect_left(table.sentences, high)]
    return [start, *(table.starts[i] for i in inner), end]
