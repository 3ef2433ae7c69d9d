"""Whom a count counts where another number tells the same people: "261 thousand families, or 957 thousand Kazakhs"."""

import re

from pipeline.extensions import sentence_of, spans_in, text_of
from pipeline.linking.counts import Count
from pipeline.linking.people_beside import PART, of_other_label
from pipeline.linking.shared_groups import share_retold
from pipeline.normalising.context import counted_head

_OR = re.compile(r",? (?:or|that is|i\.e\.),? (?=[\d~a-z])")
# Characters, and tokens at most, that a number and its people take behind "or".
_OR_REACH, _OR_TOKENS = 60, 25


def told_otherwise(count: Count) -> str | None:
    """ "261 thousand families, or 957 thousand Kazakhs": both numbers count the same people."""
    told = _OR.match(text_of(count.doc), count.span.end_char)
    if told is None or count.noun.group is not None:
        return None
    end = min(told.end() + _OR_REACH, sentence_of(count.span).end_char)
    numbers = spans_in(count.doc, "numbers", count.span.end, count.span.end + _OR_TOKENS)
    first = next((n for n in numbers if told.end() <= n.start_char < end), None)
    head = counted_head(text_of(count.doc), first._.number.end) if first else None
    return head.noun.group if head is not None and head.noun is not None else None


def or_else(count: Count) -> str | None:
    """ "957 thousand Kazakhs, or 261 thousand families"."""
    previous = count.previous
    if previous is None or not _ELSE.fullmatch(
        text_of(count.doc), previous.end_char, count.span.start_char
    ):
        return None
    group = previous._.population.group
    return str(group) if group else None


_ELSE = re.compile(r"(?: of (?:the )?[\w-]+)?,? (?:or|that is|i\.e\.),? ")


def of_share(count: Count) -> str | None:
    """ "The share of Uzbeks dropped to 31.4% (a little over 2 million)"."""
    share = share_retold(count.doc, count.span.start, count.span.start_char)
    group = share._.percentage.group if share else None
    return str(group) if group else None


_SAME_PEOPLE = re.compile(
    r"(?: of (?:[\w-]+ ?){1,2})?(?:,| \(|) ?(?:(?:in|to) (?:the )?(?:number|quantity) of |with )?"
)


def in_another_unit(count: Count) -> str | None:
    """ "Korean deportees (20 530 families, 98 454 persons)": those of the count before, in another unit."""
    previous = count.previous
    if previous is None or previous._.population.unit == count.noun.unit:
        return None
    beside = _SAME_PEOPLE.fullmatch(text_of(count.doc), previous.end_char, count.span.start_char)
    group = previous._.population.group if beside else None
    return str(group) if group else None


def in_series(count: Count) -> str | None:
    """ "55 543 Greeks were counted, 1970 - 39241, 1979 - 49930": the same people in another year."""
    return of_other_label(count.span, count.previous) if count.noun.group is None else None


def part_of_previous(count: Count) -> str | None:
    """ "From them 412 persons did not return": the people that the count before counts."""
    if count.previous is None or not PART.search(count.before):
        return None
    group = count.previous._.population.group
    return str(group) if group else None
