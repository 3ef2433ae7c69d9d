"""The place that words right beside a count tie it to; where none do, the likeliest that places.py finds."""

import re

from spacy.tokens import Doc, Span

from pipeline.extensions import sentence_of, spans_in, text_of
from pipeline.linking.previous import told_of
from pipeline.linking.surroundings import sentences_apart
from pipeline.records import Place


def tied(doc: Doc, span: Span, previous: Span | None) -> Place | None:
    """The place right behind a count where people came to it, or where the count before has the one behind it.

    "400 families to Taraz", "60 in Oral, 12 in Semey".
    """
    if (labelled := _bracketed(doc, span)) is not None:
        return labelled
    behind = _dashed_behind(doc, span) or _right_behind(doc, span)
    if behind is None or behind[0] == "to" or _dashed_on(doc, span, behind[0]):
        return behind and behind[1]
    if behind[0] != "from" and _is_part_listed(doc, span):
        return behind[1]
    if previous is None or sentences_apart(span, previous):
        return None
    before = _right_behind(doc, previous)
    alike = before is not None and before[0] == behind[0]
    return behind[1] if alike and told_of(previous, "place") == before[1] else None  # type: ignore[index]


# Tokens before a bracket that a place may take.
_LABEL_REACH = 5


def _bracketed(doc: Doc, span: Span) -> Place | None:
    """The place whose own bracket a count fills: "in Almaty (30 100 persons) and Karaganda (12 000)"."""
    text, start = text_of(doc), span.start_char
    if not text.endswith(" (", 0, start) or not text.startswith(")", span.end_char):
        return None
    near = spans_in(doc, "places", max(0, span.start - _LABEL_REACH), span.start)
    label = near[-1] if near and near[-1].end_char == start - 2 else None
    if label is None:
        return None
    low = max(0, label.start_char - _FROM_REACH)
    return None if _FROM.search(text, low, label.start_char) else label._.place


_FROM_REACH = 120
# "From Turkmenistan and | Karakalpakstan (22 thousand people)": where they were before.
_FROM = re.compile(r"\bfrom (?:the )?(?:[A-Z][\w'-]+(?: [\w'-]+)?(?:,| and|, and) ){0,4}$")


_BEHIND = re.compile(
    r"(?: (?:of|from|among) (?:them|whom|which|these|those))?"
    r" (?P<word>in|at|from|to|[-–—]) (?:the )?(?:city of |town of |village of )?"
)
# "61% are natives of Uzbekistan, 14% – China": a dash for what the share before says.
_DASHED_ON = re.compile(r"[,;] (?:and )?$")
_BEHIND_REACH = 24


def _dashed_on(doc: Doc, span: Span, word: str) -> bool:
    """Whether a list of counts goes on with a dash before the place, and the item ends there."""
    if word not in "-–—" or not _DASHED_ON.search(text_of(doc)[: span.start_char][-6:]):
        return False
    return _ending(doc, span) is not None


def _ending(doc: Doc, span: Span) -> Span | None:
    """The next place behind a count, if the item of a list ends with it."""
    near = spans_in(doc, "places", span.end, span.end + _BEHIND_REACH)
    return near[0] if near and _ITEM_ENDS.match(text_of(doc), near[0].end_char) else None


# "61% came from Uzbekistan, 14% – from China".
_FROM_BEHIND = re.compile(r" [-–—] (?:from|to) (?:the )?")


def _dashed_behind(doc: Doc, span: Span) -> tuple[str, Place] | None:
    """The place that a dash and a preposition tie to a count, where the item of a list ends with it."""
    dashed = _FROM_BEHIND.match(text_of(doc), span.end_char)
    place = _ending(doc, span) if dashed else None
    beside = dashed and place is not None and place.start_char == dashed.end()
    return ("to", place._.place) if beside and place is not None else None


# "Poles were brought to Kazakhstan: 36 thousand in Akmola, 19 thousand in Pavlodar": an item behind a colon.
_PART_OPENS = re.compile(r": (?:[^.;:]|(?<=\d)\.(?=\d)){0,400}?(?:(?<=: )|(?<=, )|(?<= and ))$")


def _is_part_listed(doc: Doc, span: Span) -> bool:
    """Whether a count begins an item that its place ends, in a list that a colon opens."""
    text = text_of(doc)
    opened = _PART_OPENS.search(text, sentence_of(span).start_char, span.start_char)
    return opened is not None and _ending(doc, span) is not None


_ITEM_ENDS = re.compile(r"\s*(?:[,.;]|$| and\b)")


def _right_behind(doc: Doc, span: Span) -> tuple[str, Place] | None:
    """The place that a preposition ties to a count, with the preposition."""
    behind = _BEHIND.match(text_of(doc), span.end_char)
    if behind is None:
        return None
    near = spans_in(doc, "places", span.end, span.end + _BEHIND_REACH)
    found = next((p for p in near if p.start_char == behind.end()), None)
    return (behind["word"], found._.place) if found is not None else None


# "507 thousand people: 406 thousand to Kazakhstan and 88 thousand to Kyrgyzstan": the parts' places, not the whole's.
_DECIMAL = r"(?:[^.;:]|(?<=\d)\.(?=\d))"
_PARTS = re.compile(rf"{_DECIMAL}{{0,80}}: {_DECIMAL}{{0,60}}?\d[\d.,]*\D{_DECIMAL}{{0,120}}?\d")


def is_of_part(span: Span, place: Span) -> bool:
    """Whether a place stands in a list of numbers that a colon opens behind a count."""
    text, colon = text_of(span.doc), text_of(span.doc).find(": ", span.end_char, place.start_char)
    if colon < 0 or sentences_apart(span, place):
        return False
    return _PARTS.match(text, span.end_char, sentence_of(span).end_char) is not None
