"""What a count of people tells of them: that they live, moved, were lost, or something else.

Each kind is an option; its features pair the kind with what the clause, the verb and the noun say.
"""

import re
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Span, Token

from pipeline.extensions import sentence_of, spans_in, text_of
from pipeline.lexicons import table
from pipeline.linking.ranking import Option, chosen
from pipeline.linking.surroundings import between, preposition
from pipeline.normalising.context import PersonNoun, governed_words
from pipeline.records import PopulationKind

KINDS: tuple[PopulationKind, ...] = ("resident", "moved", "lost", "other")
_INCREASE = re.compile(r"\b(?:increas|grew|grow|rose|ris)\w*(?: \w+){0,4} by $", re.IGNORECASE)
_DECREASE = re.compile(
    r"\b(?:decreas|declin|reduc|fell|shr[aiu]nk|dropped)\w*(?: \w+){0,4} by $", re.IGNORECASE
)
# Characters on either side that the words nearest to a count stand in.
_NEAR, _NEXT = 45, 22
_BOUNDS = (";", ", and ", ", but ", " while ")


@dataclass(frozen=True, slots=True)
class _Verb:
    id: str
    kind: str
    pattern: re.Pattern[str]


@cache
def _verbs() -> tuple[_Verb, ...]:
    return tuple(
        _Verb(row["id"], row["kind"], re.compile(rf"\b(?:{row['form']})\b", re.IGNORECASE))
        for row in table("population_verbs")
    )


def kind_of(doc: Doc, span: Span, noun: PersonNoun, previous: Span | None) -> PopulationKind:
    """The kind that the words around a count speak for most."""
    return chosen(kind_options(doc, span, noun, previous), "kind")[0]


def kind_options(
    doc: Doc, span: Span, noun: PersonNoun, previous: Span | None
) -> list[Option[PopulationKind]]:
    """Each kind with its features; `previous` is the count before this one."""
    cues = _cues(doc, span, noun, previous)
    return [Option(kind, tuple(f"{kind}:{cue}" for cue in cues)) for kind in KINDS]


def _cues(doc: Doc, span: Span, noun: PersonNoun, previous: Span | None) -> list[str]:
    sentence = sentence_of(span)
    text, low = text_of(doc), sentence.start_char
    start, end = _clause(doc, span)
    found = ["any", f"noun={noun.kind}", f"unit={noun.unit}", f"ethnic={noun.ethnic}"]
    stretches = {
        "sentence": (low, sentence.end_char),
        "inside": (span.start_char, span.end_char),
        "next": (span.end_char, min(end, span.end_char + _NEXT)),
        "last": (max(start, span.start_char - _NEXT), span.start_char),
        "after": (span.end_char, min(end, span.end_char + _NEAR)),
        "before": (max(start, span.start_char - _NEAR), span.start_char),
    }
    for name, (begin, stop) in stretches.items():
        found += _classes(name, text[begin:stop])
    found += _governing(span)
    found += _nearest_verbs(doc, span, start, end)
    found.append(f"word={text[span.start_char : span.end_char].lower().split()[-1]}")
    if _DECREASE.search(text, low, span.start_char):
        found.append("fell-by")
    if _INCREASE.search(text, low, span.start_char):
        found.append("rose-by")
    if governed_words(text, start, span.start_char):
        found.append("number-of")
    if previous is not None and sentence_of(previous).start == sentence.start:
        listed = not any(t.pos_ in ("VERB", "AUX") for t in between(span, previous))
        found.append(f"previous={previous._.population.kind}:listed={listed}")
    near = spans_in(doc, "places", sentence.start, sentence.end)
    roads = {preposition(p) for p in near if start <= p.start_char < end}
    found += [f"place={road}" for road in sorted(roads & {"to", "from", "in"})]
    return found


def _classes(name: str, words: str) -> list[str]:
    """The classes of verbs in a stretch, and the kinds they stand for."""
    verbs = [verb for verb in _verbs() if verb.pattern.search(words)]
    kinds = sorted({verb.kind for verb in verbs})
    return [f"{name}={verb.id}" for verb in verbs] + [f"{name}-kind={kind}" for kind in kinds]


def _governing(span: Span) -> list[str]:
    """The verb that governs a count, and what the count is to it."""
    token: Token = span.root
    role = token.dep_
    while token.head != token and token.pos_ not in ("VERB", "AUX"):
        token = token.head
    if token.pos_ not in ("VERB", "AUX"):
        return ["verb=none"]
    passive = any(child.dep_ in ("nsubjpass", "auxpass") for child in token.children)
    found = [f"role={role}", f"passive={passive}"]
    return [*found, *(_classes("verb", _with_particle(token)) or ["verb=other"])]


def _nearest_verbs(doc: Doc, span: Span, start: int, end: int) -> list[str]:
    """The classes of the first verb after a count and the last before it, in its clause."""
    sentence = sentence_of(span)
    after = next(
        (t for t in doc[span.end : sentence.end] if t.pos_ == "VERB" and t.idx < end), None
    )
    before = next(
        (
            t
            for t in reversed(doc[sentence.start : span.start])
            if t.pos_ == "VERB" and t.idx >= start
        ),
        None,
    )
    found = []
    for name, token in (("verb-after", after), ("verb-before", before)):
        found += _classes(name, _with_particle(token)) if token is not None else [f"{name}=none"]
    return found


def _with_particle(verb: Token) -> str:
    """A verb and the word after it, which may be its particle: "taken out"."""
    return verb.doc[verb.i : verb.i + 2].text


def _clause(doc: Doc, span: Span) -> tuple[int, int]:
    """The stretch of the count's clause: between the semicolons and joints around it."""
    text, low, high = text_of(doc), sentence_of(span).start_char, sentence_of(span).end_char
    start = max(text.rfind(mark, low, span.start_char) for mark in _BOUNDS)
    ends = [text.find(mark, span.end_char, high) for mark in _BOUNDS]
    return max(start, low), min((end for end in ends if end >= 0), default=high)
