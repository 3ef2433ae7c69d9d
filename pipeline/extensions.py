"""The custom attributes of `Doc` and `Span` that the components share, registered in one place."""

from spacy.tokens import Doc, Span

SPAN_ATTRIBUTES = ("number", "date", "percentage", "population", "organization", "place", "group")


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


def sentence_of(span: Span) -> Span:
    """The sentence that a span begins in; `Span.sent` reads the whole Doc at every call."""
    doc, start, end = span.doc, span.start, span.start + 1
    while start > 0 and not doc[start].is_sent_start:
        start -= 1
    while end < len(doc) and not doc[end].is_sent_start:
        end += 1
    return doc[start:end]


def char_span(doc: Doc, start: int, end: int, label: str) -> Span:
    """The span of the tokens that hold the characters `start:end` of the clean text."""
    span = doc.char_span(start, end, label=label, alignment_mode="expand")
    assert span is not None, f"no tokens at {start}:{end}"
    return span


register()
