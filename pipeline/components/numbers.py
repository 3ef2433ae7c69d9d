"""`ehistory_numbers`: every number in `doc.spans["numbers"]`, its label telling quantities from the rest.

Labels: QUANTITY, ORDINAL, or the kind of models/lexicons/number_contexts.tsv (identifier, phone, age,
duration, time, address, money, compound). `span._.number` is the `NumberMatch`.
"""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extensions import ORDINAL, QUANTITY, char_span, text_of
from pipeline.lexicons import table
from pipeline.normalising.dates import ordinal_value
from pipeline.normalising.numerals import NumberMatch, Quantity, find_numbers

# The labels of what counts or measures; the rest name, order or point.
MEASURING = frozenset((QUANTITY, "AGE", "DURATION", "MONEY", "COMPOUND"))


@Language.factory("ehistory_numbers")
def create_numbers(nlp: Language, name: str) -> Callable[[Doc], Doc]:  # noqa: ARG001
    """The component; it needs nothing but the text."""
    return mark_numbers


def mark_numbers(doc: Doc) -> Doc:
    """Set `doc.spans["numbers"]`."""
    text = text_of(doc)
    found = [(match, number_kind(text, match)) for match in find_numbers(text)]
    found += [(match, ORDINAL) for match in _ordinals(text)]
    spans = []
    for match, kind in sorted(found, key=lambda pair: pair[0].start):
        span = char_span(doc, match.start, match.end, kind)
        span._.number = match
        spans.append(span)
    doc.spans["numbers"] = spans
    return doc


# A Roman numeral is a number only where what it counts off follows.
_ORDINAL = re.compile(
    r"(?<![\w-])(?:\d{1,3}(?:st|nd|rd|th)|[IVX]{1,6}(?=(?:-?th)? (?:centur|c\.|congress|session"
    r"|conference|convocation|plenum|kurultai)))(?!\w)",
)


def _ordinals(text: str) -> Iterator[NumberMatch]:
    for match in _ORDINAL.finditer(text):
        value = ordinal_value(match[0])
        if value is not None:
            yield NumberMatch(*match.span(), *match.span(), Quantity(Decimal(value)))


@cache
def _contexts() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    return tuple(
        (
            row["kind"].upper(),
            row["side"],
            re.compile(
                rf"(?:{row['pattern']})$" if row["side"] == "before" else row["pattern"],
                re.IGNORECASE,
            ),
        )
        for row in table("number_contexts")
    )


def number_kind(text: str, match: NumberMatch) -> str:
    """QUANTITY, or what the words beside the number say it is instead."""
    before = text[max(0, match.bare - 24) : match.bare]
    for kind, side, pattern in _contexts():
        if side == "before" and pattern.search(before):
            return kind
        if side == "after" and pattern.match(text, match.end):
            return kind
    return QUANTITY
