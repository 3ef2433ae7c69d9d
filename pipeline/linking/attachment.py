"""Place, time and group of a count: from its clause, then its sentence, then its paragraph.

Notes for a newcomer: a candidate's rank is a small tuple, least first; the rules for "after the
number", "before it", and "with which preposition" are rows of `_PLACE_RANK`.
"""

import re
from collections.abc import Mapping

from spacy.tokens import Doc, Span

from pipeline.normalising.dates import DateValue
from pipeline.records import Place

_TO = frozenset(("to", "into", "onto"))
_IN = frozenset(("in", "at", "on", "within", "across", "throughout", "of", "inside"))
_PLACE_RANK: Mapping[str, Mapping[str, int]] = {
    "moved": {"to": 0, "in": 1, "other": 2, "from": 3},
    "other": {"in": 0, "to": 1, "other": 2, "from": 3},
}
_TIMELESS = ("recurring", "period", "relative")


def preposition(span: Span) -> str:
    """The class of the preposition before a place: to, in, from or other."""
    for token in reversed(span.doc[max(span.sent.start, span.start - 4) : span.start]):
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
    return 0, len(doc.text)


def _between_numbers(doc: Doc, span: Span) -> tuple[int, int]:
    """Token bounds: from the count before this one in its sentence to the count after it."""
    others = [
        n
        for n in doc.spans["numbers"]
        if n.sent.start == span.sent.start
        and (n.end <= span.start or n.start >= span.end)
        and n.label_ == "QUANTITY"
        and not any(d.start <= n.start < d.end for d in doc.spans["dates"])
    ]
    low = max((n.end for n in others if n.end <= span.start), default=span.sent.start)
    high = min((n.start for n in others if n.start >= span.end), default=span.sent.end)
    return low, high


def place_of(doc: Doc, span: Span, kind: str) -> Place | None:
    """Where a count holds; for `moved` the place people came to, else the one they left."""
    sentence = [p for p in doc.spans["places"] if p.sent.start == span.sent.start]
    if not sentence:
        return _paragraph_place(doc, span)
    low, high = _between_numbers(doc, span)
    ranks = _PLACE_RANK["moved" if kind == "moved" else "other"]

    def rank(place: Span) -> tuple[int, int, int]:
        own = 0 if low <= place.start < high and place.start >= span.start else 1
        if low <= place.start < span.start:
            own = 0 if preposition(place) != "other" or low == span.sent.start else 1
        distance = place.start - span.end if place.start >= span.end else span.start - place.end
        return ranks[preposition(place)], own, abs(distance)

    best = min(sentence, key=rank)
    value = best._.place
    return value if isinstance(value, Place) else None


def _paragraph_place(doc: Doc, span: Span) -> Place | None:
    start, end = paragraph_of(doc, span.start_char)
    inside = [p for p in doc.spans["places"] if start <= p.start_char < end]
    names = {p._.place.name: p._.place for p in inside}
    found = next(iter(names.values())) if len(names) == 1 else None
    return found if isinstance(found, Place) else None


def _edtf_of(span: Span) -> str | None:
    value = span._.date
    return value.edtf.rstrip("~?") if isinstance(value, DateValue) and value.edtf else None


def time_of(doc: Doc, span: Span) -> str | None:
    """When a count holds, as bare EDTF; an unresolved relative date in the sentence gives null."""
    sentence = [d for d in doc.spans["dates"] if d.sent.start == span.sent.start]
    absolute = [d for d in sentence if d._.date.kind not in _TIMELESS]
    if absolute:
        low, high = _between_numbers(doc, span)

        def rank(date: Span) -> tuple[int, int]:
            own = 0 if low <= date.start < high else 1
            after = date.start >= span.end
            distance = date.start - span.end if after else span.start - date.end
            return own, distance + (0 if not after or own == 0 else 3)

        return _edtf_of(min(absolute, key=rank))
    named = [d for d in sentence if d._.date.kind in ("relative", "period")]
    if named:
        return _edtf_of(named[0])
    start, end = paragraph_of(doc, span.start_char)
    inside = [
        d
        for d in doc.spans["dates"]
        if start <= d.start_char < end and d._.date.kind not in _TIMELESS
    ]
    edtfs = {_edtf_of(d) for d in inside}
    return next(iter(edtfs)) if len(edtfs) == 1 else None


_CLAUSE_NOUN = re.compile(
    r"\b(?:number|numbers|quantity|amount|share|proportion|population|strength|total) of"
    r" (?:the |all |local |ethnic )?(?P<words>(?:[\w'-]+ ?){1,3})",
    re.IGNORECASE,
)


def governed_words(text: str, start: int, end: int) -> str | None:
    """The words after the last "number of", "share of" … of a stretch."""
    matches = list(_CLAUSE_NOUN.finditer(text, start, end))
    return matches[-1]["words"].strip() if matches else None
