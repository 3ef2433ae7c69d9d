"""`ehistory_percentages`: percentages in `doc.spans["percentages"]`, values in `span._.percentage`."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from pipeline.extensions import char_span, sentence_of, text_of
from pipeline.linking.groups import group_of
from pipeline.linking.places import place_of
from pipeline.linking.times import time_of
from pipeline.normalising.numerals import NumberMatch, Quantity
from pipeline.records import Place

_SIGN = re.compile(
    r" ?(?:%|percentage points?|percentages?|percents?|per cents?|pct\b|p\.p\.)", re.IGNORECASE
)
_RISE = r"(?:increas\w*|grew|grow\w*|rose|ris\w+|growth|gain\w*|rais\w+|exceed\w*|expand\w*|more)"
_DROP = r"(?:decreas\w*|declin\w*|fell|fall\w*|drop\w*|reduc\w*|shr[aiu]nk\w*|loss|lost|less|lower\w*|cut)"
_RATE = re.compile(
    r"\b(?:rates?|turnout|literacy|carried out|fulfill?ed|overfulfilled|plan|productivity|inflation"
    r"|interest|mortality|exceeded|efficiency)\b",
    re.IGNORECASE,
)

Kind = Literal["share", "increase", "decrease", "other"]


@dataclass(frozen=True, slots=True)
class PercentageValue:
    """A percentage's fields, before it is a record."""

    quantity: Quantity
    kind: Kind
    subject: str | None
    group: str | None
    place: Place | None
    time: str | None


@Language.factory("ehistory_percentages")
def create_percentages(nlp: Language, name: str) -> Callable[[Doc], Doc]:  # noqa: ARG001
    """The component; it needs numbers, dates and context before it."""
    return mark_percentages


def mark_percentages(doc: Doc) -> Doc:
    """Set `doc.spans["percentages"]`."""
    spans = []
    for match, end in _matches(doc):
        span = char_span(doc, match.start, end, "PERCENTAGE")
        kind = _kind(doc, span)
        subject = _subject(doc, span)
        span._.percentage = PercentageValue(
            match.quantity,
            kind,
            subject,
            group_of(doc, span, kind),
            place_of(doc, span, "percent"),
            time_of(doc, span, "percent"),
        )
        spans.append(span)
    doc.spans["percentages"] = spans
    return doc


def _matches(doc: Doc) -> Iterator[tuple[NumberMatch, int]]:
    for number in doc.spans["numbers"]:
        match = number._.number
        sign = _SIGN.match(text_of(doc), match.end)
        if sign is None:
            continue
        before = text_of(doc)[sentence_of(number).start_char : match.start]
        if match.from_to and re.search(rf"\b(?:{_RISE}|{_DROP})\b[^.;]*$", before, re.IGNORECASE):
            first, second = match.parts
            yield first, first.end
            yield second, sign.end()
        else:
            yield match, sign.end()


def _kind(doc: Doc, span: Span) -> Kind:
    before = text_of(doc)[sentence_of(span).start_char : span.start_char]
    after = text_of(doc)[span.end_char : sentence_of(span).end_char][:40]
    by = re.search(r"\b(?:by|of|on|for) (?:the )?$", before) is not None
    last = before[-90:]
    if by or re.match(rf" (?:{_RISE}|{_DROP})\b", after, re.IGNORECASE):
        near = last + after if not by else last
        changes = [
            (match.start(), kind)
            for kind, words in (("increase", _RISE), ("decrease", _DROP))
            for match in re.finditer(rf"\b{words}\b", near, re.IGNORECASE)
        ]
        if changes and not _RATE.search(last[-30:]):
            return "increase" if max(changes)[1] == "increase" else "decrease"
    if _RATE.search(last):
        return "other"
    # "growth made 40 percent", "the decrease was 30 %": the noun itself is what is measured.
    made = _MEASURED.search(last)
    return (
        ("decrease" if re.match(_DROP, made[1], re.IGNORECASE) else "increase") if made else "share"
    )


_MEASURED = re.compile(
    r"\b(growth|increase|rise|gain|decrease|decline|fall|drop|reduction|loss)\b[^.;,]{0,40}"
    r"(?:made(?: up)?|was|is|amounted to|reached|equall?ed|constituted)(?: \w+){0,2} $",
    re.IGNORECASE,
)


def _of_phrase(doc: Doc, span: Span) -> str | None:
    """The noun phrase after "of", its own "of" tails included; null for a pronoun."""
    if span.end >= len(doc) or doc[span.end].lower_ != "of":
        return None
    words = []
    for token in doc[span.end + 1 : sentence_of(span).end]:
        closing = token.pos_ in ("VERB", "AUX", "PUNCT", "PRON", "CCONJ", "SCONJ", "SPACE")
        if closing or (token.pos_ == "ADP" and token.lower_ != "of"):
            break
        words.append(token)
    return _words(words)


def _subject(doc: Doc, span: Span) -> str | None:
    """The noun phrase after "of", else the subject of the verb that governs the percentage."""
    if phrase := _of_phrase(doc, span):
        return phrase
    verb = span.root.head
    while verb.pos_ not in ("VERB", "AUX") and verb.head != verb:
        verb = verb.head
    for child in verb.children:
        if child.dep_ in ("nsubj", "nsubjpass"):
            return _phrase(child.doc[child.left_edge.i : child.right_edge.i + 1])
    return None


_LEADING = frozenset(("the", "a", "an", "its", "their", "his", "this", "all", "total", "whole"))
_LONGEST_SUBJECT = 8


def _phrase(span: Span) -> str | None:
    """The phrase up to its first clause."""
    words = []
    for token in span:
        if token.dep_ in ("acl", "relcl") or token.pos_ in ("PUNCT", "VERB", "AUX"):
            break
        words.append(token)
    return _words(words)


def _words(tokens: list[Token]) -> str | None:
    """The words without leading articles and numbers; null where only a percentage is left."""
    while tokens and (tokens[0].lower_ in _LEADING or tokens[0].pos_ in ("NUM", "ADV", "DET")):
        tokens = tokens[1:]
    text = " ".join(token.text for token in tokens[:_LONGEST_SUBJECT])
    return None if not text or _SIGN.match(text) else text
