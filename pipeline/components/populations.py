"""`ehistory_populations`: counts of people in `doc.spans["populations"]`, values in `span._.population`.

A number is a population where the noun after it is counted as people; where no noun follows, where the
sentence says whose number it is ("the number of … is N", "Germans – N", "of them N").
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc, Span

from pipeline.components.context import groups_in
from pipeline.components.numbers import QUANTITY
from pipeline.extensions import char_span
from pipeline.lexicons import table
from pipeline.linking.attachment import governed_words, place_of, time_of
from pipeline.normalising.context import (
    Head,
    PersonNoun,
    blockers,
    counted_head,
    person_nouns,
)
from pipeline.normalising.numerals import NumberMatch, Quantity
from pipeline.records import Place, PopulationKind

SMALLEST_IN_WORDS = 10


@dataclass(frozen=True, slots=True)
class PopulationValue:
    """A population's fields, before it is a record."""

    quantity: Quantity
    unit: str
    kind: PopulationKind
    group: str | None
    place: Place | None
    time: str | None
    confidence: float


@Language.factory("ehistory_populations")
def create_populations(nlp: Language, name: str) -> Callable[[Doc], Doc]:  # noqa: ARG001
    """The component; it needs numbers, dates, percentages and context before it."""
    return mark_populations


def mark_populations(doc: Doc) -> Doc:
    """Set `doc.spans["populations"]`."""
    spans: list[Span] = []
    for number in doc.spans["numbers"]:
        for match in _stated(doc, number):
            found = _population(doc, number, match, spans[-1] if spans else None)
            if found is not None:
                spans.append(found)
    doc.spans["populations"] = spans
    return doc


_CHANGE = re.compile(
    r"\b(?:increas|grew|grow|rose|ris|decreas|declin|fell|fall|reduc|drop|shr[iau]nk|chang)\w*\b[^.;]{0,60}$",
    re.IGNORECASE,
)


def _stated(doc: Doc, number: Span) -> Iterator[NumberMatch]:
    """The number, or the two numbers of a change "from N to M"."""
    match = number._.number
    if number.label_ != QUANTITY or _taken(doc, number):
        return
    if match.from_to and _CHANGE.search(doc.text, number.sent.start_char, match.start):
        yield from match.parts
    else:
        yield match


def _taken(doc: Doc, number: Span) -> bool:
    """Whether a date or percentage holds the number."""
    return any(
        other.start < number.end and number.start < other.end
        for key in ("dates", "percentages")
        for other in doc.spans[key]
    )


def _population(doc: Doc, number: Span, match: NumberMatch, previous: Span | None) -> Span | None:
    if not _countable(match):
        return None
    head = counted_head(doc.text, match.end)
    noun, end, confidence = _noun_of(doc, number, match, head, previous)
    if noun is None:
        return None
    span = char_span(doc, match.start, end, "POPULATION")
    kind = _kind(doc, span, noun)
    span._.population = PopulationValue(
        match.quantity,
        noun.unit,
        kind,
        _group(doc, span, match, noun),
        place_of(doc, span, kind),
        time_of(doc, span, from_paragraph=kind != "other"),
        confidence,
    )
    return span


def _countable(match: NumberMatch) -> bool:
    values = (match.quantity.value, match.quantity.low, match.quantity.high)
    whole = all(v == v.to_integral_value() for v in values if v is not None)
    largest = max(v for v in values if v is not None)
    return whole and largest > 0 and not (match.words and largest < SMALLEST_IN_WORDS)


Found = tuple[PersonNoun | None, int, float]
_NONE: Found = (None, 0, 0.0)


def _noun_of(
    doc: Doc, number: Span, match: NumberMatch, head: Head | None, previous: Span | None
) -> Found:
    """The counted noun, the end of the span and how sure that is."""
    if head is not None:
        if head.noun is None or _verb_between(doc, match.end, head.start):
            return _NONE if head.noun is None else _elliptical(doc, number, match, previous)
        return head.noun, head.end, 0.95
    return _elliptical(doc, number, match, previous)


def _verb_between(doc: Doc, start: int, end: int) -> bool:
    between = doc.char_span(start, end, alignment_mode="contract")
    return between is not None and any(
        t.pos_ in ("VERB", "AUX") and t.tag_ != "VBN" and t.tag_ != "VBG" for t in between
    )


_ENDS = re.compile(
    r"\s*(?:$|[.;:,)!?]|[-–—] |\n|(?:in|were|was|are|live|lived|of them|from|to|at|on|and|by|who|which|for|according|have|had|left"
    r"|died|perished|arrived|came|against|only|since|during|did|of the same|this|these|after|when)\b|[A-Z][a-z]+s?\b(?= [-–—(]))"
)
_OF_PRONOUN = re.compile(r" of (?:them|whom|these)\b")
_OF_THEM = re.compile(
    r"\b(?:of (?:them|whom|these|those)|among (?:them|whom)|including)\b[^.;]{0,80}$", re.IGNORECASE
)
_COPULA = re.compile(
    r"\b(?:is|was|were|are|reached|amounted|made|makes|numbered|numbers|totall?ed|constitut\w+|compris\w+|"
    r"equal\w*|exceed\w*|to|increas\w+|decreas\w+|grew|rose|fell|had|already|hit|stood|put|slipped|rose|counted|gave)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_LISTED = re.compile(
    r"(?P<name>[A-Z][\w-]+(?: [A-Z]?[\w-]+){0,2}) ?(?:[-–—:(,]|numbered|totall?ed) ?(?:there (?:were|are) )?$"
)
# What is said of people alone: "8,500 detained", "another 700,000 were drafted".
_FATE = re.compile(
    r" (?:of them )?(?:(?:were|was|had been|have been|are) )?(?:did not return|did not come back|detained|injured|killed|drafted"
    r"|mobili[sz]ed|deported|resettled|evacuated|shot|wounded|arrested|sentenced|repressed|exiled|died|perished|starved)\b"
)
_PLAIN = PersonNoun(None, None, "persons")


def _elliptical(doc: Doc, number: Span, match: NumberMatch, previous: Span | None) -> Found:
    """A bare number whose noun stands elsewhere in the sentence."""
    text, start = doc.text, number.sent.start_char
    if _OF_PRONOUN.match(text, match.end):
        return (_inherited(previous) if previous is not None else _PLAIN), match.end, 0.8
    if not _ENDS.match(text, match.end):
        return _NONE
    before = text[start : match.start]
    listed = _LISTED.search(before)
    if listed and (noun := _noun_in(listed["name"])):
        return noun, match.end, 0.85
    if (paired := _paired(doc, number)) is not None:
        return paired, match.end, 0.85
    words = governed_words(text, start, match.start)
    if words and _COPULA.search(before):
        noun = _noun_in(words)
        if noun is not None:
            return noun, match.end, 0.9
    if previous is not None and _ANAPHOR.search(before) and _COPULA.search(before):
        return _inherited(previous), match.end, 0.75
    if _OF_THEM.search(before) and previous is not None and _near(previous, number):
        return _inherited(previous), match.end, 0.8
    if (
        previous is not None
        and previous.sent.start == number.sent.start
        and _gapped(text, previous, match)
    ):
        return _inherited(previous), match.end, 0.7
    if _FATE.match(text, match.end):
        near = previous if previous is not None and _near(previous, number) else None
        noun = _PLAIN if near is None else _inherited(near)
        return PersonNoun(None, noun.group, noun.unit), match.end, 0.75
    peopled = re.search(r"\bpopulation\b", before, re.IGNORECASE)
    if peopled and _COPULA.search(before[peopled.end() :]):
        return _PLAIN, match.end, 0.85
    return _NONE


# "In 1989 it stood at N", "their number was put at N": the count goes on from the one before.
_ANAPHOR = re.compile(r"\b(?:their (?:number|quantity)|they|it|this number|the number|them)\b[^.;]{0,60}$", re.IGNORECASE)


def _paired(doc: Doc, number: Span) -> PersonNoun | None:
    """The noun of the next number where only "and" stands between: "1 130 and 1 166 souls"."""
    following = next((n for n in doc.spans["numbers"] if n.start >= number.end), None)
    if following is None or doc.text[number.end_char : following.start_char] not in (" and ", " or "):
        return None
    head = counted_head(doc.text, following.end_char)
    return head.noun if head else None


def _near(previous: Span, number: Span) -> bool:
    return number.start - previous.end < 60


_REACH_OF_GAP = 120


def _gapped(text: str, previous: Span, match: NumberMatch) -> bool:
    """Whether a bare number goes on with the count before it: "in 2009 only N", "N in Taraz"."""
    between = text[previous.end_char : match.start]
    words = set(re.findall(r"[a-z]+", between.lower()))
    return len(between) < _REACH_OF_GAP and not words & blockers()


def _inherited(previous: Span) -> PersonNoun:
    value = previous._.population
    return PersonNoun(value.kind, value.group, value.unit)


def _noun_in(words: str) -> PersonNoun | None:
    """The person noun that a few words hold, the first one winning."""
    lowered = words.lower().split()
    for size in (2, 1):
        for i in range(len(lowered) - size + 1):
            noun = person_nouns().get(" ".join(lowered[i : i + size]).strip(",.;:"))
            if noun is not None:
                return noun
    return None


@dataclass(frozen=True, slots=True)
class _Verb:
    kind: PopulationKind
    overrides: bool
    pattern: re.Pattern[str]


@cache
def _verbs() -> tuple[_Verb, ...]:
    return tuple(
        _Verb(
            row["kind"],  # type: ignore[arg-type]
            row["overrides"] == "yes",
            re.compile(rf"\b(?:{row['form']})\b", re.IGNORECASE),
        )
        for row in table("population_verbs")
    )


def _clause(doc: Doc, span: Span) -> str:
    """The words of the count's clause: between the semicolons (and other counts' commas) around it."""
    text, low, high = doc.text, span.sent.start_char, span.sent.end_char
    start = max(
        text.rfind(mark, low, span.start_char) for mark in (";", ", and ", ", but ", " while ")
    )
    ends = [text.find(mark, span.end_char, high) for mark in (";", ", and ", ", but ", " while ")]
    end = min((e for e in ends if e >= 0), default=high)
    return text[max(start, low) : end]


def _kind(doc: Doc, span: Span, noun: PersonNoun) -> PopulationKind:
    if noun.kind == "lost" or _DECREASE.search(doc.text, span.sent.start_char, span.start_char):
        return "lost"
    clause = _clause(doc, span)
    for verb in _verbs():
        if (noun.kind is None or verb.overrides) and verb.pattern.search(clause):
            return verb.kind
    return noun.kind or "resident"


_DECREASE = re.compile(r"\b(?:decreas|declin|reduc|fell|shr[aiu]nk|dropped)\w*(?: \w+){0,4} by $", re.IGNORECASE)


def _group(doc: Doc, span: Span, match: NumberMatch, noun: PersonNoun) -> str | None:
    """An ethnonym in the phrase, else the head noun's group, else the one whose number it is."""
    phrase = doc.char_span(match.start, span.end_char, alignment_mode="expand")
    assert phrase is not None
    inside = groups_in(doc, phrase.start, phrase.end)
    if inside:
        return inside[-1]
    after = re.compile(
        r" of (?:the )?(?P<word>[A-Z]\w+) (?:nationality|origin|ethnicity|descent)"
    ).match(doc.text, span.end_char)
    if after and (named := groups_in(doc, phrase.end, phrase.end + 6)):
        return named[0]
    if noun.group is not None:
        return noun.group
    words = governed_words(doc.text, span.sent.start_char, span.start_char)
    governed = _noun_in(words) if words else None
    return governed.group if governed and governed.group else _subject_people(doc, match.start)


_IS_COUNTED = re.compile(
    r"(?: population)?(?: alone)?[^.;,:]{0,30}?(?:[-–—]|\b(?:numbered|numbering|were|was|rose to|reached|is|are|made))"
    r" (?:there (?:were|are) )?"
)


def _subject_people(doc: Doc, start: int) -> str | None:
    """The people right before a verb of counting or a dash: "Usuns numbered N families"."""
    before = [g for g in doc.spans["groups"] if g.end_char <= start]
    if before and _IS_COUNTED.fullmatch(doc.text, before[-1].end_char, start):
        group = before[-1]._.group
        return group if isinstance(group, str) else None
    return None
