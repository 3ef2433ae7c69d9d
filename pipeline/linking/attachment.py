"""Place and time of a count: from its clause, then its sentence; time also from its paragraph.

Notes for a newcomer: a candidate's rank is a small tuple, least first; the rules for "after the
number", "before it", and "with which preposition" are rows of `_PLACE_RANK`.
"""

import re
from collections.abc import Mapping

from spacy.tokens import Doc, Span

from pipeline.extensions import sentence_of, text_of
from pipeline.normalising.dates import DateValue
from pipeline.records import Place

_TO = frozenset(("to", "into", "onto", "for"))
_IN = frozenset(("in", "at", "on", "within", "across", "throughout", "of", "inside"))
_PLACE_RANK: Mapping[str, Mapping[str, int]] = {
    "moved": {"to": 0, "in": 1, "other": 2, "from": 3},
    "other": {"in": 0, "to": 1, "other": 1, "from": 3},
}
# More than any distance inside a clause.
_NEXT_CLAUSE = 10
_PREPOSITION_WEIGHT = 5
_TIMELESS = ("recurring", "period", "relative")


def preposition(span: Span) -> str:
    """The class of the preposition before a place: to, in, from or other."""
    for token in reversed(span.doc[max(sentence_of(span).start, span.start - 4) : span.start]):
        word = token.lower_
        if word in _TO:
            return "to"
        if word in _IN:
            return "in"
        if word == "from":
            return "from"
        if token.pos_ in ("VERB", "AUX", "PUNCT", "NUM"):
            break
    return "other"


def paragraph_of(doc: Doc, offset: int) -> tuple[int, int]:
    """The clean-text stretch of the paragraph around a character offset."""
    clean = doc._.clean
    if clean is not None:
        for start, end in clean.paragraphs:
            if start <= offset < end:
                return int(start), int(end)
    return 0, len(text_of(doc))


def _between_numbers(doc: Doc, span: Span) -> tuple[int, int]:
    """Token bounds: from the count before this one in its sentence to the count after it."""
    others = [
        n
        for n in doc.spans["numbers"]
        if sentence_of(n).start == sentence_of(span).start
        and (n.end <= span.start or n.start >= span.end)
        and n.label_ == "QUANTITY"
        and not any(d.start <= n.start < d.end for d in doc.spans["dates"])
    ]
    low = max((n.end for n in others if n.end <= span.start), default=sentence_of(span).start)
    high = min((n.start for n in others if n.start >= span.end), default=sentence_of(span).end)
    return low, high


def _clause_distance(doc: Doc, span: Span, other: Span) -> int:
    """Tokens between two spans; what follows behind a comma belongs to the next clause."""
    between = (
        doc[other.end : span.start] if other.start < span.start else doc[span.end : other.start]
    )
    comma = any(token.text in ",;" for token in between)
    return len(between) + (_NEXT_CLAUSE if comma else 0)


def place_of(doc: Doc, span: Span, kind: str) -> Place | None:
    """Where a count holds; for `moved` the place people came to, else the one they left."""
    usable = ("to", "in", "from") if kind == "moved" else ("to", "in")
    sentence = [
        p
        for p in _located(doc)
        if sentence_of(p).start == sentence_of(span).start
        and (preposition(p) in usable or _is_subject(p))
    ]
    # A place of another sentence is the count's in fewer cases than not (development gold).
    if not sentence:
        return None
    low, high = _between_numbers(doc, span)
    ranks = _PLACE_RANK["moved" if kind == "moved" else "other"]

    def rank(place: Span) -> tuple[int, int]:
        own = 0 if low <= place.start < high or low == sentence_of(span).start else 1
        weight = _PREPOSITION_WEIGHT * ranks[preposition(place)]
        return own, weight + _clause_distance(doc, span, place)

    value = min(sentence, key=rank)._.place
    return value if isinstance(value, Place) else None


def _located(doc: Doc) -> list[Span]:
    """Places said to be where something is: with a preposition, outside names of bodies."""
    bodies = doc.spans.get("organizations", [])
    return [
        place
        for place in doc.spans["places"]
        if preposition(place) != "other" and not any(b.start <= place.start < b.end for b in bodies)
    ]


def _is_subject(place: Span) -> bool:
    """ "Kazakhstan had taken in …": the place itself does what the count tells."""
    return place.root.dep_ == "nsubj" and place.root.head.pos_ in ("VERB", "AUX")


def _edtf_of(span: Span) -> str | None:
    value = span._.date
    return value.edtf.rstrip("~?") if isinstance(value, DateValue) and value.edtf else None


def time_of(doc: Doc, span: Span, *, from_paragraph: bool = True) -> str | None:
    """When a count holds, as bare EDTF: from its sentence, else the last date told before it.

    An unresolved relative date in the sentence gives null.
    """
    sentence = [d for d in doc.spans["dates"] if sentence_of(d).start == sentence_of(span).start]
    absolute = [d for d in sentence if d._.date.kind not in _TIMELESS]
    if absolute:
        low, high = _between_numbers(doc, span)

        def rank(date: Span) -> tuple[int, int]:
            return int(not low <= date.start < high), _clause_distance(doc, span, date)

        return _edtf_of(min(absolute, key=rank))
    named = [d for d in sentence if d._.date.kind in ("relative", "period")]
    if named:
        return _edtf_of(named[0])
    return _told_before(doc, span) if from_paragraph else None


def _told_before(doc: Doc, span: Span) -> str | None:
    """The last date of the paragraph before the sentence; of a day its year, for events go on."""
    start, _ = paragraph_of(doc, span.start_char)
    before = [
        d
        for d in doc.spans["dates"]
        if start <= d.start_char < span.start_char and d._.date.kind not in _TIMELESS
    ]
    edtf = _edtf_of(before[-1]) if before else None
    return edtf[:4] if edtf and before[-1]._.date.kind == "day" else edtf


_CLAUSE_NOUN = re.compile(
    r"\b(?:number|numbers|quantity|amount|share|proportion|population|strength|total) of"
    r" (?:the |all |local |ethnic )?(?P<words>(?:[\w'-]+ ?){1,3})",
    re.IGNORECASE,
)


def governed_words(text: str, start: int, end: int) -> str | None:
    """The words after the last "number of", "share of" … of a stretch."""
    matches = list(_CLAUSE_NOUN.finditer(text, start, end))
    return matches[-1]["words"].strip() if matches else None
