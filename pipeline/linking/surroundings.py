"""Where a name stands to a count: sentence, clause, order, distance, preposition. Words of the feature names."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from pipeline.extensions import (
    QUANTITY,
    children_of,
    columns,
    covering,
    once,
    sentence_index,
    sentence_of,
    spans_in,
    spans_of,
    text_of,
)
from pipeline.normalising.context import counted_head
from pipeline.table_rows import row_of

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
    table, start = columns(span.doc), span.start
    for i in range(start - 1, max(sentence_of(span).start, start - _REACH) - 1, -1):
        found = _CLASS.get(table.lowers[i])
        if found is not None:
            return found
        if table.pos[i] in _NO_PHRASE or table.words[i].isspace():
            break
    return "none"


_NO_PHRASE = frozenset(("VERB", "AUX", "PUNCT", "NUM", "CCONJ"))


def title_of(doc: Doc) -> str:
    """The article's title; empty where it has none."""
    return (doc._.clean.title if doc._.clean is not None else None) or ""


def paragraph_of(doc: Doc, offset: int) -> tuple[int, int]:
    """The clean-text stretch of the paragraph around a character offset."""
    table = columns(doc)
    before = _begun(table.paragraphs, offset)
    if before and offset < table.paragraphs[before - 1][1]:
        return table.paragraphs[before - 1]
    return 0, len(table.text)


def _begun(paragraphs: Sequence[tuple[int, int]], offset: int) -> int:
    """How many paragraphs begin up to an offset."""
    return bisect_left(paragraphs, (offset + 1, 0))


def between(span: Span, other: Span) -> tuple[int, int]:
    """The tokens between two spans."""
    if other.end <= span.start:
        return other.end, span.start
    return min(span.end, other.start), other.start


def verb_between(span: Span, other: Span) -> bool:
    """Whether a verb stands between two spans."""
    start, end = between(span, other)
    return not _VERBS.isdisjoint(columns(span.doc).pos[start:end])


_VERBS = frozenset(("VERB", "AUX"))


def step(length: int) -> str:
    """The coarse step of a number of tokens."""
    return str(next((bound for bound in _STEPS if length <= bound), "far"))


def sentences_apart(span: Span, other: Span) -> int:
    """How many sentences lie between two spans: 0 in one sentence."""
    return abs(sentence_index(span) - sentence_index(other))


def in_one_sentence(span: Span, other: Span) -> bool:
    """Whether two spans stand in one sentence."""
    return sentences_apart(span, other) == 0


def told_near(span: Span, key: str, back: int) -> tuple[Span, ...]:
    """The spans of a group in a span's sentence and `back` sentences before it, in its paragraph; in a list's row
    those of the paragraph that leads in to the list, too."""
    doc, table, here = span.doc, columns(span.doc), position_of(span)
    first, end = max(0, here.sentence - 1 - back), here.sentence
    told = spans_in(doc, key, table.sentences[first], table.sentences[end])
    own = tuple(other for other in told if here.paragraph <= other.start_char)
    lead = here.dated_lead if key == "dates" else here.lead
    if lead is None:
        return own
    start, end = (bisect_left(table.starts, offset) for offset in lead)
    return (*spans_in(doc, key, start, end), *own)


@dataclass(frozen=True, slots=True)
class Position:
    """Where a count stands: its sentence's number, its paragraph's start and what leads in to its list."""

    sentence: int
    paragraph: int
    lead: tuple[int, int] | None
    dated_lead: tuple[int, int] | None


def position_of(span: Span) -> Position:
    """The position of a span, worked out once."""
    known: dict[int, Position] = once(span.doc, "positions", dict)
    found = known.get(span.start)
    if found is None:
        doc, offset = span.doc, span.start_char
        low, _ = paragraph_of(doc, offset)
        leads = lead_in(doc, offset), lead_in(doc, offset, dates=True)
        found = known[span.start] = Position(sentence_index(span), low, *leads)
    return found


def standing(span: Span, other: Span) -> tuple[str, str]:
    """Where another span stands to a count's: same (sentence), lead (in to its list) or back, and how far back."""
    here = position_of(span)
    apart = abs(here.sentence - sentence_index(other))
    if apart == 0:
        return "same", "same"
    leads = here.lead, here.dated_lead
    if any(lead is not None and lead[0] <= other.start_char < lead[1] for lead in leads):
        return "lead", "lead"
    return "back", f"back{apart}"


# A paragraph of so many characters can be a list's row, and a list has so many rows.
LONGEST_ROW = 110
_MOST_ROWS = 20


def lead_in(doc: Doc, offset: int, *, dates: bool = False) -> tuple[int, int] | None:
    """The stretch of the paragraph that leads in to the list that an offset's paragraph is a row of: one that ends
    in a colon, or a table's caption; with `dates` a year alone, too."""
    table = columns(doc)
    if not table.paragraphs:
        return None
    known: dict[tuple[int, bool], tuple[int, int] | None] = once(doc, "lead_in", dict)
    begun = _begun(table.paragraphs, offset)
    if (begun, dates) not in known:
        known[begun, dates] = _lead_in(table.text, table.paragraphs[:begun], dates)
    return known[begun, dates]


# A heading that is a year or two: "1897", "1941-1945".
_YEARS_ALONE = re.compile(r"(?:1[5-9]|20)\d\d(?:[-–—/](?:\d\d|(?:1[5-9]|20)\d\d))?(?: years?)?\.?")


def _lead_in(
    text: str, paragraphs: Sequence[tuple[int, int]], dates: bool
) -> tuple[int, int] | None:
    above = paragraphs[-1 - _MOST_ROWS : -1][::-1]
    for start, end in above:
        line = text[start:end].strip()
        if line.endswith(":") or (dates and _YEARS_ALONE.fullmatch(line)):
            return start, end
        if end - start > LONGEST_ROW:
            break
    return _caption(text, paragraphs[-1], above)


def _caption(
    text: str, row: tuple[int, int], above: Sequence[tuple[int, int]]
) -> tuple[int, int] | None:
    """The line over a table's rows and the names of its columns."""
    if row_of(text[slice(*row)]) is None:
        return None
    lines = (stretch for stretch in above if not _is_in_table(text[slice(*stretch)]))
    found = next(lines, None)
    return found if found and found[1] - found[0] <= LONGEST_ROW else None


def _is_in_table(line: str) -> bool:
    return "|" in line or row_of(line) is not None


def first_told(
    doc: Doc, key: str, low: int, value: Callable[[Span], object]
) -> tuple[Span | None, int]:
    """The first span of a finished group from an offset on, and where the first of another value begins."""
    known: dict[tuple[str, int], tuple[Span | None, int]] = once(doc, "first_told", dict)
    if (key, low) not in known:
        told = spans_of(doc, key)
        following = told[bisect_left(told, low, key=lambda span: span.start_char) :]
        first = following[0] if following else None
        others = (s.start_char for s in following if first and value(s) != value(first))
        known[key, low] = first, next(others, len(text_of(doc)) + 1)
    return known[key, low]


def inside(outer: Span, inner: Span) -> bool:
    """Whether a span lies in another."""
    return outer.start <= inner.start and inner.end <= outer.end


def is_within(span: Span, key: str) -> bool:
    """Whether a span lies in one of a finished group."""
    outer = covering(span, key)
    return outer is not None and inside(outer, span)


def verb_over(span: Span) -> Token:
    """The verb that governs a name, or the head of its sentence where none does."""
    token: Token = span.root
    while token.head != token and token.pos_ not in ("VERB", "AUX"):
        token = token.head
    return token


def tense(span: Span) -> str:
    """The tense of the verb that governs a name: past, present (and future), other, or none where no verb does."""
    token = verb_over(span)
    if token.pos_ not in ("VERB", "AUX"):
        return "none"
    tags = {token.tag_, *(child.tag_ for child in children_of(token) if child.pos_ == "AUX")}
    if "VBD" in tags:
        return "past"
    return "present" if tags & {"VBZ", "VBP", "MD"} else "other"


def relation(span: Span, other: Span) -> Iterator[str]:
    """Features of a name that stands in the count's sentence."""
    start, end = between(span, other)
    table = columns(span.doc)
    side = "before" if other.end <= span.start else "after"
    if side == "after":
        start = max(start, min(_list_end(span), end))
    yield f"side={side}"
    yield f"gap={side}:{step(end - start)}"
    words = set(table.words[start:end])
    if ";" in words:
        yield f"semicolon={side}"
    if "," in words:
        yield f"comma={side}"
    if not _JOINTS.isdisjoint(words):
        yield f"joint={side}"
    if not _VERBS.isdisjoint(table.pos[start:end]):
        yield f"verb={side}"
    numbers = spans_in(span.doc, "numbers", start, end)
    if any(n.label_ == QUANTITY and n.end <= end and not is_within(n, "dates") for n in numbers):
        yield f"number={side}"


def _list_end(span: Span) -> int:
    """Where the list of counts that a count opens ends: "2 thousand Bashkirs and 9 thousand Tatars | live in …"."""
    doc, text = span.doc, text_of(span.doc)
    end = span.end_char
    for number in spans_in(doc, "numbers", span.end, span.end + _LIST_TOKENS):
        if number.start_char < end:
            continue
        if not _LISTED.fullmatch(text, end, number.start_char):
            break
        head = counted_head(text, number._.number.end)
        if head is None or head.noun is None:
            break
        end = head.end
    return bisect_left(columns(doc).starts, end)


# Tokens that the other counts of a list take.
_LIST_TOKENS = 30
_LISTED = re.compile(r"(?:, and|,| and) (?:(?:about|some|over|almost|nearly|only|more than) )?")

_JOINTS = frozenset(("and", "but", "while", "which", "who", "where"))
