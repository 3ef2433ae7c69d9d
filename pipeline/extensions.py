"""The custom attributes of `Doc` and `Span` that the components share, registered in one place."""

import warnings
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from typing import TypeVar

from spacy.tokens import Doc, Span

from pipeline import stored

T = TypeVar("T")

# Tokens of the longest sentence. What the parser leaves longer is a list or a table without stops, whose every count
# would be weighed against every name; the longest sentence of the development articles has 66.
LONGEST_SENTENCE = 200

# The labels of numbers that count or measure, and of those that tell an order.
QUANTITY, ORDINAL = "QUANTITY", "ORDINAL"

# The key of `doc.user_data` for what was worked out of a Doc.
MEMO = "ehistory"

SPAN_ATTRIBUTES = (
    "number",
    "date",
    "percentage",
    "population",
    "organization",
    "place",
    "group",
    "cell",
)


def register() -> None:
    """Register the attributes; calling it again changes nothing."""
    for name in ("clean", "published"):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=None)
    for name in SPAN_ATTRIBUTES:
        if not Span.has_extension(name):
            Span.set_extension(name, default=None)
    if not Span.has_extension("raw_span"):
        Span.set_extension("raw_span", getter=raw_span)
    stored.register()


def raw_span(span: Span) -> tuple[int, int]:
    """The half-open stretch of the raw input that a span covers."""
    clean = span.doc._.clean
    if clean is None:
        return span.start_char, span.end_char
    start, end = clean.mapped.raw_span(span.start_char, span.end_char)
    return int(start), int(end)


def once(doc: Doc, key: str, make: Callable[[], T]) -> T:
    """What `make` gives for a Doc, made at the first call and kept with the Doc."""
    kept = _memo(doc).kept
    if key not in kept:
        kept[key] = make()
    return kept[key]  # type: ignore[no-any-return]


# The attribute that a pipe sets, and what it gives.
_ANNOTATIONS = {"SENT_START": "sentences", "POS": "parts of speech", "DEP": "a parse"}


def warn_of_missing(doc: Doc, component: str) -> None:
    """Warn of what a component reads and no pipe has set: it works without, but not as well."""
    missing = [name for attr, name in _ANNOTATIONS.items() if not doc.has_annotation(attr)]
    if missing:
        warnings.warn(
            f"{component}: the Doc lacks {', '.join(missing)}; facts are found, but what they are about (kind, "
            "place, time, subject) less often: add a tagger and a parser before it (docs/guide/spacy.md)",
            stacklevel=3,
        )


def _memo(doc: Doc) -> stored.Memo:
    memo: stored.Memo | None = doc.user_data.get(MEMO)
    if memo is None:
        memo = doc.user_data[MEMO] = stored.Memo()
    return memo


def ensure(doc: Doc, **makers: Callable[[Doc], Doc]) -> None:
    """Make the groups of spans that no component before this one has made, in the order given."""
    for key, make in makers.items():
        if key not in doc.spans:
            make(doc)


def text_of(doc: Doc) -> str:
    """The Doc's text, joined once: `Doc.text` joins its tokens at every call."""
    return once(doc, "text", lambda: doc.text)


def spans_of(doc: Doc, key: str) -> tuple[Span, ...]:
    """The spans of a finished group, made once: a SpanGroup makes its spans at every reading."""
    kept = _memo(doc).kept
    spans: tuple[Span, ...] | None = kept.get(key)
    if spans is None:
        if key not in doc.spans:
            return ()
        spans = kept[key] = tuple(doc.spans[key])
    return spans


def spans_in(doc: Doc, key: str, start: int, end: int) -> tuple[Span, ...]:
    """The spans of a finished group, in text order, that begin in the tokens `start:end`."""
    spans = spans_of(doc, key)
    low = bisect_left(spans, start, key=lambda span: span.start)
    return spans[low : bisect_left(spans, end, lo=low, key=lambda span: span.start)]


def covering(span: Span, key: str) -> Span | None:
    """The last span of a finished group, none of which nest, that shares tokens with this one."""
    spans = spans_of(span.doc, key)
    before = bisect_left(spans, span.end, key=lambda other: other.start)
    return spans[before - 1] if before and spans[before - 1].end > span.start else None


def is_covered(span: Span, key: str) -> bool:
    """Whether a span of a finished group shares tokens with this one."""
    return covering(span, key) is not None


def sentence_index(span: Span) -> int:
    """The number of the sentence that a span begins in, from 1."""
    return bisect_right(_starts(span.doc), span.start, hi=len(_starts(span.doc)) - 1)


def sentence_of(span: Span) -> Span:
    """The sentence that a span begins in; `Span.sent` reads the whole Doc at every call."""
    starts, index = _starts(span.doc), sentence_index(span)
    return span.doc[starts[index - 1] : starts[index]]


def _starts(doc: Doc) -> list[int]:
    """The first tokens of the sentences, and the length of the Doc."""
    return once(doc, "sentence_starts", lambda: [*_sentence_starts(doc), len(doc)])


def _sentence_starts(doc: Doc) -> Iterator[int]:
    last, joint = 0, 0
    yield last
    for token in doc[1:]:
        if token.is_sent_start:
            last = joint = token.i
            yield last
        elif token.i - last >= LONGEST_SENTENCE:
            last = joint if joint > last else token.i
            yield last
        if token.text in (",", ";"):
            joint = token.i + 1


def char_span(doc: Doc, start: int, end: int, label: str) -> Span:
    """The span of the tokens that hold the characters `start:end` of the clean text."""
    span = doc.char_span(start, end, label=label, alignment_mode="expand")
    assert span is not None, f"no tokens at {start}:{end}"
    return span


def is_retold(span: Span) -> bool:
    """Whether a span's paragraph retells another one."""
    clean = span.doc._.clean
    retold = clean.retold if clean is not None else ()
    before = bisect_right(retold, span.start_char, key=lambda stretch: stretch[0])
    return before > 0 and span.start_char < retold[before - 1][1]


register()
