"""`ehistory_populations`: counts of people in `doc.spans["populations"]`, values in `span._.population`.

A number is a population where the noun after it is counted as people; where no noun follows, where the
sentence says whose number it is ("the number of … is N", "Germans – N", "of them N"). In a table the row and the
column of a number say it.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc, Span

from pipeline.components.numbers import mark_numbers
from pipeline.components.percentages import mark_percentages
from pipeline.components.tables import cell_over, cells_besides, mark_cells
from pipeline.extensions import (
    QUANTITY,
    char_span,
    ensure,
    is_covered,
    sentence_of,
    text_of,
    warning,
)
from pipeline.linking.bare.counts import NONE, Found, bare_count, is_weighable
from pipeline.linking.bare.numbers import Bare, bare_of
from pipeline.linking.changes import is_change
from pipeline.linking.counted import counted_group
from pipeline.linking.counts import Count, joined_noun
from pipeline.linking.kinds import kind_of
from pipeline.linking.listed_counts import in_unit_of_list, shared_noun
from pipeline.linking.other_things import are_other_things
from pipeline.linking.places import place_of
from pipeline.linking.shared_groups import share_places
from pipeline.linking.times import time_of
from pipeline.linking.untold_groups import untold_group
from pipeline.normalising.context import Head, PersonNoun, blockers, counted_head, person_nouns
from pipeline.normalising.dates_in_names import ends_name
from pipeline.normalising.dwellings import mere_tents
from pipeline.normalising.headed_counts import under_head
from pipeline.normalising.numerals import NumberMatch, is_written_whole
from pipeline.normalising.odd_heads import (
    armed,
    is_of_sotnias,
    odd_head,
    retold_end,
    singular,
    sized_host,
)
from pipeline.normalising.qualifiers import Quantity, qualified_after
from pipeline.normalising.rates import is_density, is_rate
from pipeline.normalising.shared_multipliers import multiplied_with_list
from pipeline.records import Place, PopulationKind

SMALLEST_IN_WORDS = 10


@dataclass(frozen=True, slots=True)
class PopulationValue:
    """A population's fields, before it is a record; `group_told` where words of its own say whom it counts."""

    quantity: Quantity
    unit: str
    kind: PopulationKind
    group: str | None
    place: Place | None
    time: str | None
    evidence: str
    noun: PersonNoun
    group_told: bool


@Language.factory("ehistory_populations")
def create_populations(nlp: Language, name: str) -> Callable[[Doc], Doc]:  # noqa: ARG001
    """The component; what `ehistory_percentages` and those it builds on have not done, it does."""
    return warning("ehistory_populations", mark_populations)


def mark_populations(doc: Doc) -> Doc:
    """Set `doc.spans["populations"]`."""
    ensure(doc, percentages=mark_percentages, numbers=mark_numbers, cells=mark_cells)
    spans: list[Span] = []
    for number in doc.spans["numbers"]:
        for match in _asked(doc, number, spans):
            found = _population(doc, number, match, _before(number, spans))
            if found is not None:
                spans.append(found)
    share_places(spans)
    doc.spans["populations"] = sorted([*spans, *_of_cells(doc, spans)], key=lambda s: s.start)
    return doc


def bare_numbers(doc: Doc) -> Iterator[Bare]:
    """The numbers of a finished Doc that nothing behind them tells of: what `ehistory train` weighs counts by."""
    counts = list(doc.spans["populations"])
    for number in doc.spans["numbers"]:
        told = [span for span in counts if span.start < number.start]
        for match in _asked(doc, number, told):
            previous = _before(number, told)
            if _told_behind(doc, number, match, previous) is None:
                bare = bare_of(doc, number, match, previous)
                if is_weighable(bare):
                    yield bare


def _before(number: Span, spans: Sequence[Span]) -> Span | None:
    """The count that one goes on from; in a list not the people in brackets, but the families they are of, and not
    what tells a count in another unit."""
    if len(spans) < 2:
        return spans[-1] if spans else None
    first, second = spans[-2:]
    text, start = text_of(number.doc), number.start_char
    between = text[first.end_char : second.start_char]
    told = first._.population.unit != second._.population.unit
    of_families = between == " (" and second._.population.unit == "persons"
    listed = _LISTED.search(text, max(0, start - _LIST_REACH), start)
    again = between == ", or " and (listed or _SHARED_OUT.fullmatch(text, second.end_char, start))
    return first if told and (again or (listed and of_families)) else second


# "in Karaganda - 2 792 families (14 792), in Aktobe - 1744", "45 501 Poles, or 12 342 families, and Aktobe - 2 900".
_LIST_REACH = 60
_LISTED = re.compile(
    r"(?:\)|\bfamilies|\bhouseholds)[,;] (?!(?:of|from|among|out of) (?:whom|them|which|these|those)\b)"
    r"[^.;,()]{2,40} (?:[-–—] )?$"
)
# "406 people, or 89 families, were received; | 43 were placed": the people are shared out.
_SHARED_OUT = re.compile(r", [^.;()\d]{3,80}[;:] (?:of (?:them|these|whom) )?")


def _of_cells(doc: Doc, told: Sequence[Span]) -> Iterator[Span]:
    """The cells of tables that count people, but those that words beside them have told."""
    for span in cells_besides(doc, told):
        cell = span._.cell
        if cell.kind != "count" or cell.noun is None or not cell.value:
            continue
        found = char_span(doc, cell.start, cell.end, "POPULATION")
        kind: PopulationKind = cell.noun.kind or cell.told_kind or "resident"
        found._.population = PopulationValue(
            Quantity(cell.value * cell.factor),
            cell.noun.unit,
            kind,
            cell.noun.group,
            cell.place or place_of(doc, found, kind, None),
            cell.time or time_of(doc, found, kind, None),
            "cell",
            cell.noun,
            group_told=True,
        )
        yield found


def _asked(doc: Doc, number: Span, spans: Sequence[Span]) -> Iterator[NumberMatch]:
    """What may count people of a number outside the tables, behind the counts found so far."""
    cell = cell_over(number)
    if cell is not None and cell._.cell.headed:
        return
    for match in _stated(doc, number, spans):
        if _countable(match) and not is_rate(text_of(doc), match):
            yield match


def _stated(doc: Doc, number: Span, spans: Sequence[Span]) -> Iterator[NumberMatch]:
    """The number, or the two numbers of a change "from N to M"."""
    if number.label_ != QUANTITY or _taken(number) or (spans and number.start < spans[-1].end):
        return
    match = number._.number
    if is_change(text_of(doc), sentence_of(number).start_char, match, match.end):
        yield from match.parts
    else:
        yield multiplied_with_list(text_of(doc), under_head(text_of(doc), match))


def _taken(number: Span) -> bool:
    """Whether a date, percentage, or name of a body or programme holds the number."""
    if any(is_covered(number, key) for key in ("dates", "percentages", "organizations")):
        return True
    return ends_name(text_of(number.doc), number.start_char)


def _population(doc: Doc, number: Span, match: NumberMatch, previous: Span | None) -> Span | None:
    noun, end, evidence = _noun_of(doc, number, match, previous)
    if (
        noun is None
        or is_density(text_of(doc), end)
        or (noun.unit == "households" and mere_tents(text_of(doc), match, end))
    ):
        return None
    joined = joined_noun(text_of(doc), end) if evidence == "noun" else None
    end = joined.end if joined else end
    quantity, end = qualified_after(match.quantity, text_of(doc), end)
    span = char_span(doc, match.start, end, "POPULATION")
    kind = (evidence == "odd" and noun.kind) or kind_of(doc, span, noun, previous)
    group = counted_group(Count(span, match, noun, joined, previous))
    span._.population = PopulationValue(
        quantity,
        noun.unit,
        kind,
        group or untold_group(doc, span, kind, evidence, previous),
        place_of(doc, span, kind, previous),
        time_of(doc, span, kind, previous),
        evidence,
        noun,
        group_told=group is not None,
    )
    return span


def _countable(match: NumberMatch) -> bool:
    bounds = (match.quantity.value, match.quantity.low, match.quantity.high)
    values = [value for value in bounds if value is not None]
    whole = all(value == value.to_integral_value() for value in values)
    # "30.0" is a share or a unit that nothing tells.
    whole = whole and (match.multiplied or all(is_written_whole(value) for value in values))
    largest = max(values)
    return whole and largest > 0 and not (match.words and largest < SMALLEST_IN_WORDS)


def _noun_of(doc: Doc, number: Span, match: NumberMatch, previous: Span | None) -> Found:
    """The counted noun, the end of the span and what the count was told by."""
    told = _told_behind(doc, number, match, previous)
    return told if told is not None else bare_count(bare_of(doc, number, match, previous))


def _told_behind(doc: Doc, number: Span, match: NumberMatch, previous: Span | None) -> Found | None:
    """What the words behind a number say that it counts; nothing of a bare one."""
    text = text_of(doc)
    if host := sized_host(text, match) or singular(text, match):
        return host.noun, host.end, "odd"
    head = counted_head(text, retold_end(text, match))
    if head is not None and not _verb_between(doc, match.end, head.start):
        if _elsewhere(text, match, head) or are_other_things(doc, match.start, head):
            return NONE
        head = head if head.noun else armed(text, head) or head
        head = in_unit_of_list(text, _before_subject(doc, number, head), match, previous)
        if is_of_sotnias(text, match, head):
            return NONE
        return (head.noun, head.end, "noun") if head.noun else NONE
    odd = odd_head(text, match) or shared_noun(doc, match, previous)
    return (odd.noun, odd.end, "odd") if odd else None


# "From thirty of them | people left", "in 12 schools | teachers from the capital worked".
_PLACED = re.compile(r"\b(?:in|at|from|on|to)(?: the| all)? $", re.IGNORECASE)
_PLACED_REACH = 10


def _elsewhere(text: str, match: NumberMatch, head: Head) -> bool:
    """Whether people are behind a number of places, or of things told before, where they did something."""
    between = text[match.end : head.start].strip().lower()
    places = between == "of them" or (between in blockers() and between.endswith("s"))
    low = max(0, match.start - _PLACED_REACH)
    return places and _PLACED.search(text, low, match.start) is not None


def _before_subject(doc: Doc, number: Span, head: Head) -> Head:
    """The people before those that are the subject of a verb: "of 107 deputies | women hold a quarter of seats"."""
    subject = doc.char_span(head.start, head.end, alignment_mode="expand")
    own = number.root.head
    if subject is None or subject.root.dep_ not in _SUBJECTS:
        return head
    noun = person_nouns().get(own.lower_)
    if noun is None or not number.end <= own.i < subject.start:
        return head
    # The parser often takes two nouns side by side for one.
    opening = text_of(doc)[sentence_of(number).start_char : number.start_char]
    apart = own.dep_ == "pobj" or _OF_WHOLE.fullmatch(opening)
    return Head(own.idx, own.idx + len(own), noun) if apart else head


_OF_WHOLE = re.compile(r"\s{0,9}(?:Of|From|Among|Out of) (?:the |these |those |all |its )*")
_SUBJECTS = ("nsubj", "nsubjpass")


# Participles that the parser takes for verbs where people stand behind them: "616 recognised | refugees".
_DESCRIBED = (
    "accredited",
    "employed",
    "enrolled",
    "invited",
    "qualified",
    "recognised",
    "recognized",
)


def _verb_between(doc: Doc, start: int, end: int) -> bool:
    between = doc.char_span(start, end, alignment_mode="contract")
    # "385,785 deported | Germans"
    if between is None or between.text.lower() in (*_DESCRIBED, *person_nouns()):
        return False
    return any(t.pos_ in ("VERB", "AUX") and t.tag_ != "VBN" and t.tag_ != "VBG" for t in between)
