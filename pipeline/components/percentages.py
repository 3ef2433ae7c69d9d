"""`ehistory_percentages`: percentages in `doc.spans["percentages"]`, values in `span._.percentage`."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.language import Language
from spacy.tokens import Doc, Span

from pipeline.components.context import mark_context
from pipeline.components.numbers import mark_numbers
from pipeline.components.tables import cell_over, cells_besides, mark_cells
from pipeline.extensions import (
    QUANTITY,
    char_span,
    columns,
    ensure,
    is_covered,
    sentence_of,
    spans_in,
    text_of,
    warning,
)
from pipeline.linking.changes import is_change
from pipeline.linking.percent_kinds import percent_kind
from pipeline.linking.places import place_of
from pipeline.linking.subjects import WHOLE, Percent
from pipeline.linking.times import time_of
from pipeline.linking.told_groups import group_of
from pipeline.linking.told_subjects import subject_of
from pipeline.normalising.change_words import change_pattern
from pipeline.normalising.headed_counts import head_over
from pipeline.normalising.numerals import NumberMatch, is_written_whole
from pipeline.normalising.percent_lists import listed_shares
from pipeline.normalising.percents import SIGN, percent_span
from pipeline.normalising.qualifiers import Quantity, qualified_after
from pipeline.normalising.table_heads import is_signed_year
from pipeline.normalising.tables import Cell
from pipeline.records import PercentageKind, Place


@dataclass(frozen=True, slots=True)
class PercentageValue:
    """A percentage's fields, before it is a record."""

    quantity: Quantity
    evidence: str
    kind: PercentageKind
    subject: str | None
    group: str | None
    place: Place | None
    time: str | None


@Language.factory("ehistory_percentages")
def create_percentages(nlp: Language, name: str) -> Callable[[Doc], Doc]:  # noqa: ARG001
    """The component; what `ehistory_numbers` and `ehistory_tables` have not done before it, it does."""
    return warning("ehistory_percentages", mark_percentages)


def mark_percentages(doc: Doc) -> Doc:
    """Set `doc.spans["percentages"]`."""
    ensure(doc, places=mark_context, numbers=mark_numbers, cells=mark_cells)
    spans: list[Span] = []
    for match, end in _matches(doc):
        span = char_span(doc, match.start, end, "PERCENTAGE")
        span._.percentage = _value(doc, span, match.quantity, spans[-1] if spans else None)
        spans.append(span)
    doc.spans["percentages"] = sorted([*spans, *_of_cells(doc, spans)], key=lambda s: s.start)
    return doc


def _of_cells(doc: Doc, told: Sequence[Span]) -> Iterator[Span]:
    """The cells of tables whose column has the sign that they lack."""
    for span in cells_besides(doc, told):
        cell = span._.cell
        if cell.kind != "percent" or cell.signed:
            continue
        found = char_span(doc, cell.start, cell.end, "PERCENTAGE")
        found._.percentage = _cell_value(found, Quantity(cell.value), cell, "cell")
        yield found


def _cell_value(span: Span, quantity: Quantity, cell: Cell, evidence: str) -> PercentageValue:
    """A share of the population or a change of its number, as the row and the column of its table say."""
    group = cell.noun.group if cell.noun else None
    return PercentageValue(
        quantity,
        evidence,
        cell.change or "share",
        f"number of {group}" if cell.change and group else WHOLE,
        group,
        cell.place or place_of(span.doc, span, "percent", None),
        cell.time or time_of(span.doc, span, cell.change or "share", None),
    )


def _value(doc: Doc, span: Span, quantity: Quantity, previous: Span | None) -> PercentageValue:
    over = cell_over(span)
    if over is not None and over._.cell.kind == "percent" and over._.cell.headed:
        return _cell_value(span, quantity, over._.cell, "own-sign")
    kind = percent_kind(doc, span, previous)
    group = group_of(doc, span, kind, previous)
    return PercentageValue(
        quantity,
        "own-sign" if SIGN.search(span.text) else "shared-sign",
        kind,
        subject_of(Percent(span, kind, group, previous)),
        group,
        place_of(doc, span, "percent", previous),
        time_of(doc, span, kind, previous),
    )


def _matches(doc: Doc) -> Iterator[tuple[NumberMatch, int]]:
    """Numbers with a sign of their own or one that they share, each with where its span ends."""
    pending: list[NumberMatch] = []
    last = -1
    listed = listed_shares(text_of(doc))
    for number in doc.spans["numbers"]:
        match = number._.number
        if match.start < last:
            continue  # "one" of "a quarter of one percent"
        if is_signed_year(text_of(doc), match.start):
            continue
        if pending and _year_between(doc, number):
            continue
        if not (pending and _LINK.fullmatch(text_of(doc), pending[-1].end, match.start)):
            pending = []
        stretch = percent_span(text_of(doc), match)
        if stretch is None and (
            match.bare in listed
            or _carries_on(doc, last, number, match)
            or _left_out(doc, last, number, match)
        ):
            yield match, match.end
            pending, last = [], match.end
            continue
        if stretch is None:
            # "42 and 58 percent": the sign behind the last number is that of all.
            shares = not match.words and _may_share(number, match)
            shares = shares and not (last > 0 and _bounds_age(text_of(doc), last, match))
            pending = [*pending, match] if shares and match.start >= last else []
            continue
        for shared in pending:
            yield shared, shared.end
        pending, last = [], stretch[1]
        yield from _signed(doc, number, replace(match, start=stretch[0]), stretch[1])


# "40, Russians 37 and Ukrainians 5 percent": names of those that the shares are of stand between.
_NAMES = r"(?:(?:of|in|among|for|by|the) )*(?:[A-Z][\w'-]{1,30} ){1,3}(?:[-–—] |by |made (?:up )?|were )?"
# "From 66,2 in 1897 to 36,6 percent", "from 60,5 fell to 38 percent".
_YEAR_BETWEEN = r"(?: \(\d{4}\)| in \d{4})"
_WENT = rf"(?:,? {change_pattern()}(?: [a-z]+ly)?)"
_REST = r"(?:(?:the )?(?:others?|rest) )(?:[-–—] )?"
_LINK = re.compile(
    rf"(?:, | and |, and | or )(?:{_NAMES}|{_REST})?| (?:from|against|versus) "
    rf"|(?:{_YEAR_BETWEEN}{_WENT}?|{_WENT}) to "
)
_CARRIED = re.compile(rf"(?: \([^()]{{1,40}}\))?(?:, |; | and |, and ){_NAMES}")
_CLOSED = re.compile(r"\s*(?:[.,;)](?!\d)|\n|$)| (?:and|of the (?:whole|total|population))\b")
_WHOLE = 100


def _year_between(doc: Doc, number: Span) -> bool:
    """Whether a number is the year that a share held at: "from 59,1 | (1989) | to 74,8 percent"."""
    opened = text_of(doc).endswith((" (", " in "), 0, number.start_char)
    return opened and is_covered(number, "dates")


def _may_share(number: Span, match: NumberMatch) -> bool:
    """Whether a number without a sign can be a share: up to a hundred, no date, no thousands of a list."""
    value = match.quantity.value
    small = not match.multiplied and (value is None or value <= _WHOLE)
    # "Ak Zhol 7.18" looks like a name with a number; no name has hundredths.
    named = number.label_ == "NAME" and value is not None and not is_written_whole(value)
    plain = small and (number.label_ == QUANTITY or named) and not is_covered(number, "dates")
    text = text_of(number.doc)
    plain = plain and not _WE_ARE.search(text, max(0, match.start - _WE_REACH), match.start)
    return plain and head_over(text, match.start) is None


# "Now we are | 71, and 85 percent of us are women".
_WE_ARE = re.compile(
    r"\b[Ww]e (?:are|were|have been|numbered)(?: (?:now|already|only|but|just))? $"
)
_WE_REACH = 30


def _carries_on(doc: Doc, last: int, number: Span, match: NumberMatch) -> bool:
    """Whether a number goes on a list of shares: "Kazakhs – 30.0 %, Russians – 42.7"."""
    if last < 0 or match.words or not _may_share(number, match):
        return False
    text = text_of(doc)
    linked = _CARRIED.fullmatch(text, last, match.start) and _CLOSED.match(text, match.end)
    value = match.quantity.value
    return bool(linked) and value is not None and value != value.to_integral_value()


# What may stand behind a share whose sign is left out; a noun there would be what the number counts.
_AFTER_SHARE = re.compile(
    r"\s*(?:[.,;:)](?!\d)|[-–—] |$)| (?:for|in|on|at|by|among|of the|against|and|or|but|while"
    r"|the (?:first|second|third)|came|yes|no|went|were|was|fell|did|had|to)\b"
)
_OF_THEM = re.compile(
    r",? (?:of|from|out of|among) (?:the )?(?:them|whom|these|those|which|\d)"
    r"|(?: were| was)? (?:years|killed|dead|died)"
)
# "Those past sixty", "women under 30", "had not reached 25", "born in 1990": an age or a year.
_AGE = re.compile(
    r"\b(?:under|over|above|past|turned|aged?|age of|older than|younger than|than|No\.?|number|about|of|from"
    r"|between|age (?:is|was|being)"
    r"|lived? to be|people of|they were|(?:he|she|who) was|(?:had|have|has) not (?:yet )?(?:reached|turned)) $",
    re.IGNORECASE,
)
# "12% of the pilgrims are | over 60".
_OF_PEOPLE = re.compile(
    r"(?: of (?:the |all |its |their |these |those )?[\w -]{2,40}?)?(?: (?:are|were|is|was))? "
)
# "6 and more | - 68,3%" names those that the share is of.
_LABELS_SHARE = re.compile(rf" ?[-–—:] ?\d[\d.,]*(?:{SIGN.pattern})", re.IGNORECASE)
# "Attendance went up by 64%, while the staff fell to | 34": bodies have members.
_STAFF_OF = re.compile(
    r"\b(?:staff|personnel|membership|troupe|garrison)\b[^.;,()]{0,25}"
    rf"(?:{change_pattern()}(?: from)?(?: to)?|numbered|was|is|made) $"
)
_SMALLEST_IN_WORDS = 10
_AGE_REACH = 28


def _bounds_age(text: str, last: int, match: NumberMatch) -> bool:
    """Whether a bound behind a share is one of age: "12% of the pilgrims are over 60, 5% under 30"."""
    if match.quantity.qualifier not in ("less_than", "more_than"):
        return False
    return match.words or _OF_PEOPLE.fullmatch(text, last, match.start) is not None


def _left_out(doc: Doc, last: int, number: Span, match: NumberMatch) -> bool:
    """Whether the sign of the share before it holds for a number too: "58 per cent in Aral, in Karmakshy a mere 31"."""
    told = last >= 0 and last >= sentence_of(number).start_char
    if not told or not _may_share(number, match):
        return False
    text = text_of(doc)
    value = match.quantity.value if match.quantity.value is not None else match.quantity.high
    if value is None or (match.words and value < _SMALLEST_IN_WORDS) or match.from_to:
        return False
    aged = _bounds_age(text, last, match)
    if (
        aged
        or _LABELS_SHARE.match(text, match.end)
        or (
            match.start == match.bare
            and _AGE.search(text, max(0, match.start - _AGE_REACH), match.start)
        )
    ):
        return False
    return (
        _AFTER_SHARE.match(text, match.end) is not None
        and _OF_THEM.match(text, match.end) is None
        and _STAFF_OF.search(text, last, match.start) is None
        and not _counts_between(doc, last, number)
    )


def _counts_between(doc: Doc, last: int, number: Span) -> bool:
    """Whether something else is counted between the share before and a number."""
    start = bisect_left(columns(doc).starts, last)
    between = spans_in(doc, "numbers", start, number.start)
    return (
        any(n.label_ == QUANTITY and not is_covered(n, "dates") for n in between)
        or "|" in (text_of(doc)[last : number.start_char])
    )


def _signed(
    doc: Doc, number: Span, match: NumberMatch, end: int
) -> Iterator[tuple[NumberMatch, int]]:
    """The number and its sign, or the two numbers of a change."""
    if is_change(text_of(doc), sentence_of(number).start_char, match, end):
        for part in match.parts:
            own = percent_span(text_of(doc), part)
            yield part, own[1] if own else part.end
    else:
        quantity, end = qualified_after(match.quantity, text_of(doc), end)
        yield replace(match, quantity=quantity), end
