"""What a count of people tells of them: that they live, moved, were lost, or something else.

Each kind is an option; its features pair the kind with what the clause, the verb and the noun say.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from spacy.tokens import Doc, Span, Token

from pipeline.alternatives import any_of
from pipeline.anchors import literals, lowered
from pipeline.extensions import children_of, columns, once, sentence_of, spans_in, text_of
from pipeline.lexicons import table
from pipeline.linking.encoder.judging import judged
from pipeline.linking.kind_rows import FRONT, SHARED_OUT
from pipeline.linking.ranking import Option
from pipeline.linking.surroundings import is_within, lead_in, preposition, verb_between
from pipeline.linking.told_kinds import of_whole, told_kind
from pipeline.normalising.change_words import change_pattern
from pipeline.normalising.context import PersonNoun, governed_words, noun_in
from pipeline.records import PopulationKind

KINDS: tuple[PopulationKind, ...] = ("resident", "moved", "lost", "other")
_INCREASE = re.compile(rf"{change_pattern('rise')}(?: \w+){{0,4}} by $", re.IGNORECASE)
_DECREASE = re.compile(
    rf"{change_pattern('fall')}(?: \w+){{0,4}}(?:, [^.;,]{{3,50}},)? (?:by|on|for) $", re.IGNORECASE
)
# Characters on either side that the words nearest to a count stand in.
_NEAR, _NEXT = 45, 22
# Characters of the paragraph that leads in to a list, back from its colon.
_LEAD = 120
# Characters on either side that may tell the kind of a count for certain, the rest of a list included.
_BESIDE = 200
_BOUNDS = (";", ", and ", ", but ", " while ")


@dataclass(frozen=True, slots=True, eq=False)
class _Verb:
    """A row of population_verbs.tsv; a match of `pattern` holds one of `words`."""

    id: str
    kind: str
    pattern: re.Pattern[str]
    words: frozenset[str]


@cache
def _verbs() -> tuple[_Verb, ...]:
    return tuple(
        _Verb(
            row["id"],
            row["kind"],
            re.compile(rf"\b(?:{row['form']})\b", re.IGNORECASE),
            literals(row["form"]),
        )
        for row in table("population_verbs")
    )


def kind_of(doc: Doc, span: Span, noun: PersonNoun, previous: Span | None) -> PopulationKind:
    """The kind that words beside a count tell, else the one that those around it speak for most."""
    told = _kind_of_number(doc, span) or _kind_of_population(doc, span) or _kind_of_fall(doc, span)
    if told is not None:
        return told
    text, end = text_of(doc), span.end_char
    before = text[sentence_of(span).start_char : span.start_char]
    # A cut sentence keeps a mark, so that its rest begins none.
    before = before if len(before) <= _BESIDE else f"…{before[-_BESIDE:]}"
    words = before, span.text, text[end : end + _BESIDE]
    kind = told_kind(*words) or _judged_kind(doc, span, noun, previous)
    return of_whole(kind, *words)


def _judged_kind(doc: Doc, span: Span, noun: PersonNoun, previous: Span | None) -> PopulationKind:
    return judged(span, kind_options(doc, span, noun, previous), "kind")


_NUMBER_OF = re.compile(
    r"\b(?:number|quantity|total) of (?:(?!who|that)[\w'-]+ ){1,4}?(?:(?:who|that) )?"
    r"(?:(?:were|had been|have been|had|have|was) )?"
    r"(?P<verb>[a-z]+(?:ed|wn|ot|ft|ent)\b)[^.;]{0,80}? (?:is|was|were|are|reached|amounted|made|exceeded|came|rose"
    r"|grew|totall?ed|stood)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_TO_FRONT = re.compile(rf" (?:to|for|into) {FRONT}")


def _kind_of_number(doc: Doc, span: Span) -> PopulationKind | None:
    """What was done to those whose number a count is, where a participle says it: "the number of people employed"."""
    match = _NUMBER_OF.search(text_of(doc), sentence_of(span).start_char, span.start_char)
    if match and _TO_FRONT.match(text_of(doc), match.end("verb")):
        return "other"
    kinds = {verb.kind for verb in _verbs() if match and verb.pattern.fullmatch(match["verb"])}
    return next((kind for kind in ("moved", "lost", "other") if kinds == {kind}), None)


# "On Dec. 17, 1926": the stop and the comma of a date end no clause.
_WITHIN = r"(?:[^.;,]|(?<=[A-Z][a-z]{2})\.(?= \d)|(?<=\d),(?= \d{4}\b))"
_HOW_MANY = r"(?: (?:already|only|about|nearly|almost|more than|over))* $"
_CHANGED = change_pattern()
_POPULATION_IS = re.compile(
    r"(?<!oss of the )(?<!osses of the )(?<!osses of )(?<!osses among the )\bpopulation\b"
    r"(?![^.;,]{0,80}\b(?:lost|died|decreas|declin|fell|reduc|fall|arriv|left|moved))"
    rf"{_WITHIN}{{0,60}}"
    r"\b(?:is|was|were|are|made(?: up)?|reached|numbered|amounted to|totalled|counted|stood at|has|had"
    rf"|equall?ed(?: to)?|equals){_HOW_MANY}"
    # What it fell or grew to is who was left.
    rf"|\bpopulation\b[^.;,]{{0,60}}\b{_CHANGED}(?: (?:from|by)? ?[^.;]{{1,40}}?)? (?:to|from){_HOW_MANY}"
    rf"|\bpopulation of{_HOW_MANY}"
    # "The number of Germans in the region fell by 60.3 percent, from": of a people, not of workers.
    rf"|\bnumber of (?:the )?(?-i:[A-Z])[\w-]+(?= (?:in|of|here|was|were|has|had|{_CHANGED})\b)[^;]{{0,80}}"
    rf"\b{_CHANGED}\b[^;]{{0,40}} (?:to|from){_HOW_MANY}",
    re.IGNORECASE,
)


def _kind_of_population(doc: Doc, span: Span) -> PopulationKind | None:
    """ "The population of the country is N", whatever stands behind it."""
    low = sentence_of(span).start_char
    return "resident" if _POPULATION_IS.search(text_of(doc), low, span.start_char) else None


def _kind_of_fall(doc: Doc, span: Span) -> PopulationKind | None:
    """ "The number of Greeks fell by N": as many are lost."""
    text = text_of(doc)
    if not text.endswith((" by ", " on ", " for "), 0, span.start_char):
        return None
    low = sentence_of(span).start_char
    if _SHARED_OUT.search(text, low, span.start_char):
        return None
    return "lost" if _DECREASE.search(text, low, span.start_char) else None


_SHARED_OUT = re.compile(rf"{SHARED_OUT}$")


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
    behind = _behind_partitive(text, span.end_char)
    found = ["any", f"noun={noun.kind}", f"unit={noun.unit}", f"ethnic={noun.ethnic}"]
    stretches = {
        "sentence": (low, sentence.end_char),
        "inside": (span.start_char, span.end_char),
        "next": (behind, min(end, behind + _NEXT)),
        "last": (max(start, span.start_char - _NEXT), span.start_char),
        "after": (behind, min(end, behind + _NEAR)),
        "before": (max(start, span.start_char - _NEAR), span.start_char),
    }
    hints = _hints(sentence)
    for name, (begin, stop) in stretches.items():
        hinted = (verb for verb, low, high in hints if begin <= low and high <= stop)
        found += _classes(name, text[begin:stop], dict.fromkeys(hinted))
    found += _adjacent(text, span.start_char, behind, hints)
    found += _leading_in(doc, span, previous)
    found += _governing(span)
    found += _nearest_verbs(doc, span, start, end)
    found.append(f"word={text[span.start_char : span.end_char].lower().split()[-1]}")
    if text.startswith(" by ", max(0, span.start_char - 4)):
        found += _changed_by(text, low, span.start_char)
    if words := governed_words(text, start, span.start_char):
        whose = noun_in(words)
        found += ("number-of", f"number-of={whose and (whose.ethnic or whose.kind)}")
    elif _THEIR_NUMBER.search(text, start, span.start_char):
        found.append("their-number")
    if previous is not None and sentence_of(previous) is sentence:
        listed = not verb_between(span, previous)
        found.append(f"previous={previous._.population.kind}:listed={listed}")
    near = spans_in(doc, "places", sentence.start, sentence.end)
    roads = {preposition(p) for p in near if start <= p.start_char < end}
    found += [f"place={road}" for road in sorted(roads & {"to", "from", "in"})]
    return found


_THEIR_NUMBER = re.compile(r"\b(?:their|this|the) (?:number|quantity)\b(?! of)", re.IGNORECASE)
_PARTITIVE = re.compile(r",? (?:of|from|among) (?:them|those|these|whom|which)\b")


def _behind_partitive(text: str, end: int) -> int:
    """Where what is said of a count begins: behind "of them"."""
    match = _PARTITIVE.match(text, end)
    return match.end() if match else end


# "300 who had been deported", "were deported 300": the verb right beside a count.
_FOLLOWING = re.compile(r"(?:,? (?:who|that|which|whom))?((?: [a-z']+){1,4})")
_PRECEDING = re.compile(r"((?:[A-Za-z']+ ){1,2})(?:only |already |still |about )?$")


def _adjacent(
    text: str, start: int, end: int, hints: Sequence[tuple[_Verb, int, int]]
) -> Iterator[str]:
    for name, match in (
        ("beside-after", _FOLLOWING.match(text, end)),
        ("beside-before", _PRECEDING.search(text, max(0, start - 30), start)),
    ):
        if match is not None:
            low, high = match.span(1)
            hinted = (verb for verb, begin, stop in hints if low <= begin and stop <= high)
            yield from _classes(name, match[1], dict.fromkeys(hinted))


def _leading_in(doc: Doc, span: Span, previous: Span | None) -> Iterator[str]:
    """In a row of a list: the classes of what leads in to it, and the kind of the row before."""
    lead = lead_in(doc, span.start_char)
    if lead is None:
        return
    yield "row"
    yield from _classes("lead", text_of(doc)[max(lead[0], lead[1] - _LEAD) : lead[1]], _verbs())
    if previous is not None and previous.start_char >= lead[1]:
        yield f"row-before={previous._.population.kind}"


def _changed_by(text: str, start: int, end: int) -> Iterator[str]:
    if _DECREASE.search(text, start, end):
        yield "fell-by"
    if _INCREASE.search(text, start, end):
        yield "rose-by"


def _hints(sentence: Span) -> list[tuple[_Verb, int, int]]:
    """The verbs that a sentence may hold, with the offsets of what hints at them, found once."""
    hints: dict[int, list[tuple[_Verb, int, int]]] = once(sentence.doc, "kind_hints", dict)
    if sentence.start not in hints:
        pattern, hinted = _hinting()
        lower = lowered(text_of(sentence.doc))
        found = [
            (order, match.start(), match.start() + length, verb)
            for match in pattern.finditer(lower, sentence.start_char, sentence.end_char)
            for order, length, verb in hinted[match[1]]
        ]
        found.sort(key=lambda hint: hint[:2])
        hints[sentence.start] = [(verb, start, end) for _, start, end, verb in found]
    return hints[sentence.start]


@cache
def _hinting() -> tuple[re.Pattern[str], Mapping[str, Sequence[tuple[int, int, _Verb]]]]:
    """The longest word of a verb wherever one begins, and the words that begin it: order, length and verb."""
    words = [(word, verb) for verb in _verbs() for word in sorted(verb.words)]
    begun = {
        longest: [
            (order, len(word), verb)
            for order, (word, verb) in enumerate(words)
            if longest.startswith(word)
        ]
        for longest, _ in words
    }
    return re.compile(f"(?=({any_of(begun)}))"), begun


def _classes(name: str, words: str, verbs: Iterable[_Verb]) -> list[str]:
    """Which verbs a stretch holds, and the kinds they stand for."""
    verbs = [verb for verb in verbs if verb.pattern.search(words)]
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
    passive = any(child.dep_ in ("nsubjpass", "auxpass") for child in children_of(token))
    found = [f"role={role}", f"passive={passive}", f"verb-word={token.text.lower()}"]
    found += [f"subject={what}" for what in _subjects(token, span)]
    classes = _classes_of_verb("verb", _with_particle(token.doc, token.i))
    return [*found, *(classes or ["verb=other"])]


def _subjects(verb: Token, span: Span) -> Iterator[str]:
    """What a verb is said of beside the count: "Taraz had N people", "the institute has N"."""
    for child in children_of(verb):
        if child.dep_ in ("nsubj", "nsubjpass") and not span.start <= child.i < span.end:
            word = child.doc[child.i : child.i + 1]
            named = (key for key in ("organizations", "places", "groups") if is_within(word, key))
            yield next(named, "else")


def _nearest_verbs(doc: Doc, span: Span, start: int, end: int) -> list[str]:
    """The classes of the first verb after a count and the last before it, in its clause."""
    sentence, table = sentence_of(span), columns(doc)
    after = (i for i in range(span.end, sentence.end) if table.pos[i] == "VERB")
    before = (i for i in range(span.start - 1, sentence.start - 1, -1) if table.pos[i] == "VERB")
    following = next((i for i in after if table.starts[i] < end), None)
    leading = next((i for i in before if table.starts[i] >= start), None)
    found: list[str] = []
    for name, verb in (("verb-after", following), ("verb-before", leading)):
        if verb is None:
            found.append(f"{name}=none")
        else:
            found += _classes_of_verb(name, _with_particle(doc, verb))
    return found


def _with_particle(doc: Doc, verb: int) -> str:
    """A verb and the word after it, which may be its particle: "taken out"."""
    table = columns(doc)
    return table.text[table.starts[verb] : table.ends[verb : verb + 2][-1]]


@lru_cache(maxsize=4096)
def _classes_of_verb(name: str, words: str) -> list[str]:
    return _classes(name, words, _verbs())


def _clause(doc: Doc, span: Span) -> tuple[int, int]:
    """The stretch of the count's clause: between the semicolons and joints around it."""
    text, low, high = text_of(doc), sentence_of(span).start_char, sentence_of(span).end_char
    start = max(text.rfind(mark, low, span.start_char) for mark in _BOUNDS)
    ends = [text.find(mark, span.end_char, high) for mark in _BOUNDS]
    return max(start, low), min((end for end in ends if end >= 0), default=high)
