"""Where a name stands to a count: sentence, clause, order, distance, preposition. Words of the feature names."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span

from pipeline.extensions import QUANTITY, sentence_of, spans_of, text_of

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
        for start, end in clean.paragraphs:
            if start <= offset < end:
                return int(start), int(end)
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
    low, high = sorted((span.start, other.start))
    return sum(1 for token in span.doc[low + 1 : high + 1] if token.is_sent_start)


def inside(outer: Span, inner: Span) -> bool:
    """Whether a span lies in another."""
    return outer.start <= inner.start and inner.end <= outer.end


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
    numbers = [n for n in spans_of(span.doc, "numbers") if n.label_ == QUANTITY and inside(gap, n)]
    dates = spans_of(span.doc, "dates")
    if any(not any(inside(date, number) for date in dates) for number in numbers):
        yield f"number={side}"
