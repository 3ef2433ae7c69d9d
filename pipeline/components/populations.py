"""`ehistory_populations`: counts of people in `doc.spans["populations"]`, values in `span._.population`.

A number is a population where the noun after it is counted as people; where no noun follows, where the
sentence says whose number it is ("the number of … is N", "Germans – N", "of them N").
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc, Span

from pipeline.components.context import groups_in
from pipeline.components.numbers import QUANTITY
from pipeline.extensions import char_span, sentence_of, spans_of, text_of
from pipeline.linking.kinds import kind_of
from pipeline.linking.places import place_of
from pipeline.linking.times import time_of
from pipeline.normalising.context import (
    Head,
    PersonNoun,
    blockers,
    counted_head,
    governed_words,
    person_nouns,
)
from pipeline.normalising.numerals import NumberMatch, Quantity
from pipeline.records import Place, PopulationKind

SMALLEST_IN_WORDS = 10
# A bare number in words under this is an age more often than a count: "they were under twenty-five".
_SMALLEST_AGE_FREE = 100


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
    noun: PersonNoun


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
    if match.from_to and _CHANGE.search(text_of(doc), sentence_of(number).start_char, match.start):
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
    head = counted_head(text_of(doc), match.end)
    noun, end, confidence = _noun_of(doc, number, match, head, previous)
    if noun is None:
        return None
    span = char_span(doc, match.start, end, "POPULATION")
    kind = kind_of(doc, span, noun, previous)
    span._.population = PopulationValue(
        match.quantity,
        noun.unit,
        kind,
        _group(doc, span, match, noun),
        place_of(doc, span, kind),
        time_of(doc, span, kind),
        confidence,
        noun,
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


# What may follow a number that has no noun of its own.
_ENDS = re.compile(
    r"\s*(?:$|[.;:,)!?]|[-–—] |\n|[A-Z][a-z]+s?\b(?= [-–—(])"
    r"|(?:in|were|was|are|live|lived|of them|from|to|at|on|and|by|who|which|for|according|have|had"
    r"|left|died|perished|arrived|came|against|only|since|during|did|of the same|this|these|after"
    r"|when)\b)"
)
_OF_PRONOUN = re.compile(r" (?:of|from|among) (?:them|whom|these|those|which)\b")
_OF_THEM = re.compile(
    r"\b(?:(?:of|from|among) (?:them|whom|these|those|which|it)|of this number|including)\b[^.;]{0,80}$",
    re.IGNORECASE,
)
_OF_GROUP = re.compile(
    r"\b(?:of|from|among) (?:the |all )?(?P<words>(?:[\w'-]+ ){1,3})$", re.IGNORECASE
)
_TOWN_OF = re.compile(r"\b(?:city|town|village|settlement|population) of $", re.IGNORECASE)
# A verb of people before its number, as translated English puts it: "in 1911 went back 61 thousand".
_INVERTED = re.compile(
    r"\b(?:brought|resettled|deported|evicted|evacuated|exiled|arrived|came|lived|live|left|died|perished"
    r"|returned|went back|settled|called up|mobili[sz]ed|killed|repressed|starved|shot|studied)"
    r"(?: (?:here|there|only|already|still|home|about))* $"
)
_COPULA = re.compile(
    r"\b(?:is|was|were|are|reached|amounted|made|makes|numbered|numbers|totall?ed|constitut\w+"
    r"|compris\w+|equal\w*|exceed\w*|to|increas\w+|decreas\w+|grew|rose|fell|had|already|hit|stood"
    r"|put|slipped|counted|gave|drop\w*|declin\w*|fall\w*|shr[aiu]nk\w*|climb\w*|dwindl\w*|ris\w*)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_LISTED = re.compile(
    r"(?P<name>[A-Z][\w-]+(?: [A-Z]?[\w-]+){0,2}) ?(?:[-–—:(,]|numbered|totall?ed) ?"
    r"(?:there (?:were|are) )?$"
)
# What is said of people alone: "8,500 detained", "another 700,000 were drafted".
_FATE = re.compile(
    r" (?:of them )?(?:(?:were|was|had been|have been|are) )?(?:did not return|did not come back"
    r"|left|remained|stayed|detained|injured|killed|drafted|mobili[sz]ed|deported|resettled|evacuated|shot|wounded"
    r"|arrested|sentenced|repressed|exiled|died|perished|starved|missing|went missing|survived|froze|drowned|returned)\b"
)
# "In 1989 it stood at N", "their number was put at N": the count goes on from the one before.
_ANAPHOR = re.compile(
    r"\b(?:their (?:number|quantity)|they|it|this number|the number|them)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_PLAIN = PersonNoun(None, None, "persons")
_REACH_OF_GAP = 120
_NEAR_TOKENS = 60


@dataclass(frozen=True, slots=True)
class _Bare:
    """A number without a noun, `before` its sentence up to it, `previous` the count before it."""

    doc: Doc
    number: Span
    match: NumberMatch
    before: str
    previous: Span | None

    @property
    def near(self) -> PersonNoun | None:
        """What the count before it counts, if that stands near."""
        if self.previous is None or self.number.start - self.previous.end >= _NEAR_TOKENS:
            return None
        if _things_between(self.doc, self.previous, self.number):
            return None
        value = self.previous._.population
        return PersonNoun(value.kind, value.group, value.unit)


def _things_between(doc: Doc, previous: Span, number: Span) -> bool:
    """Whether a count of things stands between: "456 explosions were carried out, of them 116 in air"."""
    low = max(previous.end, sentence_of(number).start)
    heads = (
        counted_head(text_of(doc), other.end_char)
        for other in spans_of(doc, "numbers")
        if low <= other.start and other.end <= number.start and other.label_ == QUANTITY
    )
    return any(head is not None and head.noun is None for head in heads)


def _elliptical(doc: Doc, number: Span, match: NumberMatch, previous: Span | None) -> Found:
    """A bare number whose noun stands elsewhere: the first cue that finds one."""
    before = text_of(doc)[sentence_of(number).start_char : match.start]
    bare = _Bare(doc, number, match, before, previous)
    if _OF_PRONOUN.match(text_of(doc), match.end):
        return bare.near or _PLAIN, match.end, 0.8
    if match.words and (match.quantity.value or SMALLEST_IN_WORDS) < _SMALLEST_AGE_FREE:
        return _NONE
    if not _ENDS.match(text_of(doc), match.end) and not _verb_follows(doc, number):
        return _NONE
    for cue, confidence in _CUES:
        noun = cue(bare)
        if noun is not None:
            return noun, match.end, confidence
    return _NONE


def _verb_follows(doc: Doc, number: Span) -> bool:
    return number.end < len(doc) and doc[number.end].pos_ in ("VERB", "AUX")


def _listed(bare: _Bare) -> PersonNoun | None:
    """ "Germans – N", "Germans (N"."""
    listed = _LISTED.search(bare.before)
    return _noun_in(listed["name"]) if listed else None


def _paired(bare: _Bare) -> PersonNoun | None:
    """The noun at the end of a list of numbers: "1 130 and 1 166 souls", "from 112 to 64 actors"."""
    end = bare.match.end
    for following in bare.doc.spans["numbers"]:
        if following.start_char < end:
            continue
        if not _LINK.fullmatch(text_of(bare.doc), end, following.start_char):
            break
        end = following.end_char
        if head := counted_head(text_of(bare.doc), end):
            return head.noun
    # The second number of a change is part of the same match: "from 112 to 64 actors".
    changed = _CHANGED_TO.match(text_of(bare.doc), bare.match.end)
    head = counted_head(text_of(bare.doc), changed.end()) if changed else None
    return head.noun if head else None


_LINK = re.compile(r", | and |, and | or ")
_CHANGED_TO = re.compile(r" to (?:[\d., ]*\d(?: (?:thousand|million))?|[a-z-]+)")


def _partitive(bare: _Bare) -> PersonNoun | None:
    """ "Of evacuated children N lived in homes"."""
    named = _OF_GROUP.search(bare.before)
    return _noun_in(named["words"]) if named else None


def _equated(bare: _Bare) -> PersonNoun | None:
    """ "In 2009 Kurds were N"."""
    named = _EQUATED.search(bare.before)
    noun = person_nouns().get(named["name"].lower()) if named else None
    return noun if noun is not None and noun.ethnic else None


_EQUATED = re.compile(r"\b(?P<name>[A-Z][\w-]+) (?:were|are|made(?: up)?|was) (?:only |already )?$")


def _told_of(bare: _Bare) -> PersonNoun | None:
    """ "Of the N who fled", "a city of N", "went back N"."""
    who = re.match(r" who(?:m)?\b", text_of(bare.doc)[bare.match.end : bare.match.end + 6])
    if who or _TOWN_OF.search(bare.before):
        return _PLAIN
    return (bare.near or _PLAIN) if _INVERTED.search(bare.before) else None


def _governed(bare: _Bare) -> PersonNoun | None:
    """ "The number of Greeks reached N"."""
    words = governed_words(bare.before, 0, len(bare.before))
    return _noun_in(words) if words and _COPULA.search(bare.before) else None


def _resumed(bare: _Bare) -> PersonNoun | None:
    """ "Their number was N", "it stood at N"."""
    resumed = _ANAPHOR.search(bare.before) and _COPULA.search(bare.before)
    return bare.near if resumed else None


def _part_of_them(bare: _Bare) -> PersonNoun | None:
    """ "Of them N …"."""
    return bare.near if _OF_THEM.search(bare.before) else None


def _gapped(bare: _Bare) -> PersonNoun | None:
    """A count that goes on with the one before it: "in 2009 only N", "N in Taraz"."""
    if bare.previous is None or bare.previous.end_char < bare.match.start - len(bare.before):
        return None
    between = text_of(bare.doc)[bare.previous.end_char : bare.match.start]
    words = set(re.findall(r"[a-z]+", between.lower()))
    return bare.near if len(between) < _REACH_OF_GAP and not words & blockers() else None


def _part_of_count(bare: _Bare) -> PersonNoun | None:
    """ "Of 1,130 graduates sent to the hospitals, more than N went to the front"."""
    if bare.previous is None:
        return None
    start = sentence_of(bare.number).start_char
    opening = text_of(bare.doc)[start : bare.previous.start_char]
    return bare.near if re.fullmatch(r"(?:\S+ )?[Oo]f (?:the |its |these |all )?", opening) else None


def _fated(bare: _Bare) -> PersonNoun | None:
    """ "More than N did not return"."""
    if not _FATE.match(text_of(bare.doc), bare.match.end):
        return None
    return PersonNoun(None, bare.near.group, bare.near.unit) if bare.near else _PLAIN


def _populated(bare: _Bare) -> PersonNoun | None:
    """ "The population of the town is N"."""
    peopled = re.search(r"\bpopulation\b", bare.before, re.IGNORECASE)
    return _PLAIN if peopled and _COPULA.search(bare.before[peopled.end() :]) else None


# Share of such counts that were right on the development gold, to the nearest twentieth.
_CUES: tuple[tuple[Callable[[_Bare], PersonNoun | None], float], ...] = (
    (_listed, 0.85),
    (_paired, 0.85),
    (_equated, 0.85),
    (_partitive, 0.8),
    (_governed, 0.9),
    (_resumed, 0.75),
    (_part_of_them, 0.8),
    (_gapped, 0.75),
    (_fated, 0.75),
    (_part_of_count, 0.75),
    (_told_of, 0.75),
    (_populated, 0.85),
)


def _noun_in(words: str) -> PersonNoun | None:
    """The person noun that a few words hold, the first one winning."""
    lowered = words.lower().split()
    for size in (2, 1):
        for i in range(len(lowered) - size + 1):
            noun = person_nouns().get(" ".join(lowered[i : i + size]).strip(",.;:"))
            if noun is not None:
                return noun
    return None


def _group(doc: Doc, span: Span, match: NumberMatch, noun: PersonNoun) -> str | None:
    """An ethnonym in the phrase, else the head noun's group, else the one whose number it is."""
    phrase = doc.char_span(match.start, span.end_char, alignment_mode="expand")
    assert phrase is not None
    inside = groups_in(doc, phrase.start, phrase.end)
    if inside:
        return inside[-1]
    after = re.compile(
        r" of (?:the )?(?P<word>[A-Z]\w+) (?:nationality|origin|ethnicity|descent)"
    ).match(text_of(doc), span.end_char)
    if after and (named := groups_in(doc, phrase.end, phrase.end + 6)):
        return named[0]
    if noun.group is not None:
        return noun.group
    words = governed_words(text_of(doc), sentence_of(span).start_char, span.start_char)
    governed = _noun_in(words) if words else None
    return governed.group if governed and governed.group else _subject_people(doc, match.start)


_IS_COUNTED = re.compile(
    r"(?: population)?(?: alone)?[^.;,:]{0,30}?(?:[-–—]|\b(?:numbered|numbering|were|was|rose to|reached|is|are|made))"
    r" (?:there (?:were|are) )?"
)


def _subject_people(doc: Doc, start: int) -> str | None:
    """The people right before a verb of counting or a dash: "Usuns numbered N families"."""
    before = [g for g in doc.spans["groups"] if g.end_char <= start]
    if before and _IS_COUNTED.fullmatch(text_of(doc), before[-1].end_char, start):
        group = before[-1]._.group
        return group if isinstance(group, str) else None
    return None
