"""Where a name stands to a count: sentence, clause, order, distance, preposition. Words of the feature names."""

from bisect import bisect_right
from collections.abc import Iterator

from spacy.tokens import Doc, Span

from pipeline.extensions import (
    QUANTITY,
    covering,
    sentence_index,
    sentence_of,
    spans_in,
    text_of,
)

_PREPOSITIONS = {
    "to": ("to", "into", "onto", "towards", "for"),
    "in": ("in", "at", "on", "within", "across", "throughout", "inside", "near", "around"),
    "from": ("from", "out"),
    "of": ("of",),
    "by": ("by", "until", "till", "before"),
    "since": ("since", "after"),
    "between": ("between", "during", "through", "over"),
}
_CLASS = {word: name for name, words in _PREPOSITIONS.items() for word in words}
_REACH = 4
# Upper bounds of tokens between, for the coarse steps that distance is told in.
_STEPS = (1, 3, 6, 10, 16, 25)


def preposition(span: Span) -> str:
    """The class of the preposition before a name: to, in, from, of, by, since, between or none."""
    for token in reversed(span.doc[max(sentence_of(span).start, span.start - _REACH) : span.start]):
        if token.lower_ in _CLASS:
            return _CLASS[token.lower_]
        if token.pos_ in ("VERB", "AUX", "PUNCT", "NUM", "CCONJ") or token.is_space:
            break
    return "none"


def paragraph_of(doc: Doc, offset: int) -> tuple[int, int]:
    """The clean-text stretch of the paragraph around a character offset."""
    clean = doc._.clean
    if clean is not None:
        before = bisect_right(clean.paragraphs, offset, key=lambda stretch: stretch[0])
        if before and offset < clean.paragraphs[before - 1][1]:
            return clean.paragraphs[before - 1]  # type: ignore[no-any-return]
    return 0, len(text_of(doc))


def between(span: Span, other: Span) -> Span:
    """The tokens between two spans."""
    doc = span.doc
    if other.end <= span.start:
        return doc[other.end : span.start]
    return doc[min(span.end, other.start) : other.start]


def step(length: int) -> str:
    """The coarse step of a number of tokens."""
    return str(next((bound for bound in _STEPS if length <= bound), "far"))


def sentences_apart(span: Span, other: Span) -> int:
    """How many sentences lie between two spans: 0 in one sentence."""
    return abs(sentence_index(span) - sentence_index(other))


def told_near(span: Span, key: str, back: int) -> tuple[Span, ...]:
    """The spans of a group in a span's sentence and `back` sentences before it, in its paragraph."""
    doc, sentence = span.doc, sentence_of(span)
    end, start = sentence.end, sentence.start
    for _ in range(back):
        start = sentence_of(doc[start - 1 : start]).start if start else 0
    low, _ = paragraph_of(doc, span.start_char)
    return tuple(other for other in spans_in(doc, key, start, end) if low <= other.start_char)


def inside(outer: Span, inner: Span) -> bool:
    """Whether a span lies in another."""
    return outer.start <= inner.start and inner.end <= outer.end


def is_within(span: Span, key: str) -> bool:
    """Whether a span lies in one of a finished group."""
    outer = covering(span, key)
    return outer is not None and inside(outer, span)


def relation(span: Span, other: Span) -> Iterator[str]:
    """Features of a name that stands in the count's sentence."""
    gap = between(span, other)
    side = "before" if other.end <= span.start else "after"
    yield f"side={side}"
    yield f"gap={side}:{step(len(gap))}"
    texts = {token.text for token in gap}
    if ";" in texts:
        yield f"semicolon={side}"
    if "," in texts:
        yield f"comma={side}"
    if texts & {"and", "but", "while", "which", "who", "where"}:
        yield f"joint={side}"
    if any(token.pos_ in ("VERB", "AUX") for token in gap):
        yield f"verb={side}"
    numbers = spans_in(span.doc, "numbers", gap.start, gap.end)
    if any(n.label_ == QUANTITY and inside(gap, n) and not is_within(n, "dates") for n in numbers):
        yield f"number={side}"
