"""The custom attributes of `Doc` and `Span` that the components share, registered in one place."""

from bisect import bisect_right

from spacy.tokens import Doc, Span

_TEXT, _STARTS, _SPANS = "ehistory_text", "ehistory_sentence_starts", "ehistory_spans_"

# The labels of numbers that count or measure, and of those that tell an order.
QUANTITY, ORDINAL = "QUANTITY", "ORDINAL"

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


def raw_span(span: Span) -> tuple[int, int]:
    """The half-open stretch of the raw input that a span covers."""
    clean = span.doc._.clean
    if clean is None:
        return span.start_char, span.end_char
    start, end = clean.mapped.raw_span(span.start_char, span.end_char)
    return int(start), int(end)


def text_of(doc: Doc) -> str:
    """The Doc's text, joined once: `Doc.text` joins its tokens at every call."""
    text = doc.user_data.get(_TEXT)
    if text is None:
        text = doc.user_data[_TEXT] = doc.text
    return str(text)


def spans_of(doc: Doc, key: str) -> tuple[Span, ...]:
    """The spans of a finished group, made once: a SpanGroup makes its spans at every reading."""
    spans = doc.user_data.get(_SPANS + key)
    if spans is None:
        spans = doc.user_data[_SPANS + key] = tuple(doc.spans.get(key, ()))
    return tuple(spans)


def sentence_of(span: Span) -> Span:
    """The sentence that a span begins in; `Span.sent` reads the whole Doc at every call."""
    doc = span.doc
    starts = doc.user_data.get(_STARTS)
    if starts is None:
        starts = [0, *(token.i for token in doc if token.is_sent_start and token.i), len(doc)]
        doc.user_data[_STARTS] = starts
    after = bisect_right(starts, span.start, hi=len(starts) - 1)
    return doc[starts[after - 1] : starts[after]]


def char_span(doc: Doc, start: int, end: int, label: str) -> Span:
    """The span of the tokens that hold the characters `start:end` of the clean text."""
    span = doc.char_span(start, end, label=label, alignment_mode="expand")
    assert span is not None, f"no tokens at {start}:{end}"
    return span


def is_retold(span: Span) -> bool:
    """Whether a span's paragraph retells another one."""
    return any(start <= span.start_char < end for start, end in span.doc._.clean.retold)


register()
