"""The custom attributes of `Doc` and `Span` that the components share, registered in one place."""

import warnings
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any, TypeVar

from spacy.tokens import Doc, Span, Token

from pipeline import stored
from pipeline.token_columns import Columns, columns_of

T = TypeVar("T")

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
    clean = _clean_of(span.doc)
    if clean is None:
        return span.start_char, span.end_char
    start, end = clean.mapped.raw_span(span.start_char, span.end_char)
    return int(start), int(end)


def _clean_of(doc: Doc) -> Any:  # noqa: ANN401 - the clean text, which the cleaning makes, or none
    """What the tokenizer kept of a Doc's clean text, read once: a custom attribute is sought at every reading."""
    return once(doc, "clean", lambda: doc._.clean)


def once(doc: Doc, key: str, make: Callable[[], T]) -> T:
    """What `make` gives for a Doc, made at the first call and kept with the Doc."""
    kept = _memo(doc).kept
    if key not in kept:
        kept[key] = make()
    return kept[key]  # type: ignore[no-any-return]


# The attribute that a pipe sets, and what it gives.
_ANNOTATIONS = {"SENT_START": "sentences", "POS": "parts of speech", "DEP": "a parse"}


def warning(component: str, mark: Callable[[Doc], Doc]) -> Callable[[Doc], Doc]:
    """A component that warns of what no pipe has set and it reads: it works without, but not as well."""
    return partial(_mark_and_warn, component, mark)


def _mark_and_warn(component: str, mark: Callable[[Doc], Doc], doc: Doc) -> Doc:
    missing = [name for attr, name in _ANNOTATIONS.items() if not doc.has_annotation(attr)]
    if missing:
        warnings.warn(
            f"{component}: the Doc lacks {', '.join(missing)}; facts are found, but what they are about (kind, "
            "place, time, subject) less often: add a tagger and a parser before it (docs/guide/spacy.md)",
            stacklevel=2,
        )
    return mark(doc)


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


def columns(doc: Doc) -> Columns:
    """The Doc's tokens as plain lists, made at the first call."""
    memo: stored.Memo | None = doc.user_data.get(MEMO)
    found: Columns | None = memo.columns if memo is not None else None
    return found if found is not None else _read_columns(doc)


def _read_columns(doc: Doc) -> Columns:
    clean = doc._.clean
    text, paragraphs = (doc.text, ()) if clean is None else (clean.text, clean.paragraphs)
    found = columns_of(doc, text, paragraphs)
    _memo(doc).columns = found
    return found


def text_of(doc: Doc) -> str:
    """The Doc's text, joined once: `Doc.text` joins its tokens at every call."""
    return columns(doc).text


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
    spans, starts = spans_of(doc, key), _span_starts(doc, key)
    low = bisect_left(starts, start)
    return spans[low : bisect_left(starts, end, lo=low)]


def _span_starts(doc: Doc, key: str) -> Sequence[int]:
    """The first tokens of the spans of a finished group."""
    kept = _memo(doc).kept
    starts: Sequence[int] | None = kept.get(f"{key}:starts")
    if starts is None:
        starts = [span.start for span in spans_of(doc, key)]
        if key in kept:
            kept[f"{key}:starts"] = starts
    return starts


def covering(span: Span, key: str) -> Span | None:
    """The last span of a finished group, none of which nest, that shares tokens with this one."""
    doc = span.doc
    before = bisect_left(_span_starts(doc, key), span.end)
    last = spans_of(doc, key)[before - 1] if before else None
    return last if last is not None and last.end > span.start else None


def is_covered(span: Span, key: str) -> bool:
    """Whether a span of a finished group shares tokens with this one."""
    return covering(span, key) is not None


def sentence_index(span: Span) -> int:
    """The number of the sentence that a span begins in, from 1."""
    starts = columns(span.doc).sentences
    return bisect_right(starts, span.start, hi=len(starts) - 1)


def sentence_of(span: Span) -> Span:
    """The sentence that a span begins in, made once; `Span.sent` reads the whole Doc at every call."""
    doc, index = span.doc, sentence_index(span)
    made: dict[int, Span] = once(doc, "sentences", dict)
    if index not in made:
        starts = columns(doc).sentences
        made[index] = doc[starts[index - 1] : starts[index]]
    return made[index]


def children_of(token: Token) -> Iterable[Token]:
    """The children of a token in the parse; none without one.

    spaCy reads them from edges that an unparsed Doc doesn't have: where an exception of the tokenizer
    ("St.Petersburg") has moved tokens, it would read beyond the Doc, and the process dies.
    """
    return token.children if token.doc.has_annotation("DEP") else ()


def char_span(doc: Doc, start: int, end: int, label: str) -> Span:
    """The span of the tokens that hold the characters `start:end` of the clean text."""
    table = columns(doc)
    return Span(doc, bisect_right(table.ends, start), bisect_left(table.starts, end), label=label)


def is_retold(span: Span) -> bool:
    """Whether a span's paragraph retells another one."""
    clean = _clean_of(span.doc)
    retold = clean.retold if clean is not None else ()
    before = bisect_left(retold, (span.start_char + 1, 0))
    return before > 0 and span.start_char < int(retold[before - 1][1])


register()
