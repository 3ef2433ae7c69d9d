"""`ehistory_numbers`: every number in `doc.spans["numbers"]`, its label telling quantities from the rest.

Labels: QUANTITY, ORDINAL, FRACTION ("two thirds"), VAGUE ("thousands of"), NAME ("Fortune 100"), PRONOUN
("the right one"), or a kind of models/lexicons/number_contexts.tsv (identifier, phone, age, duration, time,
address, money, score …). `span._.number` is the `NumberMatch`.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from pipeline.anchors import literals, longest, told_words
from pipeline.extensions import ORDINAL, QUANTITY, char_span, is_covered, sentence_of, text_of
from pipeline.lexicons import table
from pipeline.normalising.calendar_words import ordinal_value
from pipeline.normalising.context import counted_head, counts_something
from pipeline.normalising.gazetteer import is_people
from pipeline.normalising.numerals import NumberMatch, find_numbers
from pipeline.normalising.qualifiers import Quantity


@Language.factory("ehistory_numbers")
def create_numbers(nlp: Language, name: str) -> Callable[[Doc], Doc]:  # noqa: ARG001
    """The component; it needs nothing but the text."""
    return mark_numbers


def mark_numbers(doc: Doc) -> Doc:
    """Set `doc.spans["numbers"]`."""
    text = text_of(doc)
    found = [(match, number_kind(text, match)) for match in find_numbers(text)]
    found += [(match, ORDINAL) for match in _ordinals(text)]
    spans: list[Span] = []
    for match, kind in sorted(found, key=lambda pair: pair[0].start):
        span = char_span(doc, match.start, match.end, kind)
        span._.number = match
        if kind == QUANTITY and (other := _parsed_kind(doc, span, match, spans)):
            span.label_ = other
        spans.append(span)
    doc.spans["numbers"] = spans
    return doc


def _parsed_kind(doc: Doc, span: Span, match: NumberMatch, earlier: Sequence[Span]) -> str | None:
    """What the parse says of a number that no context names: part of a name, or the pronoun "one"."""
    root = span.root
    if text_of(doc)[match.bare : match.bare_end].lower() == "one":
        of = span.end < len(doc) and doc[span.end].lower_ == "of"
        return None if of or (root.pos_ == "NUM" and root.dep_ == "nummod") else "PRONOUN"
    plain = not match.multiplied and not match.parts and match.start == match.bare
    name = doc[span.start - 1] if plain and span.start > 0 else None
    if name is None or name.pos_ != "PROPN" or name.is_lower or _is_counted(doc, name):
        return None
    ordering = root.dep_ == "nummod" and root.head == name
    inside = span.end < len(doc) and doc[span.end].pos_ in ("PROPN", "PART")
    named = ordering or inside or (match.words and root.is_title)
    counting = counts_something(text_of(doc), match.end) or _goes_on_counting(span, earlier)
    # "The Great Patriotic War 5,183 were women": names have no thousands.
    grouped = _GROUPED.fullmatch(text_of(doc), match.bare, match.bare_end) is not None
    return "NAME" if named and not (counting or grouped) else None


_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+")


def _goes_on_counting(span: Span, earlier: Sequence[Span]) -> bool:
    """Whether it closes a list of counts: "the ministry employs 212 graduates, the fund 175"."""
    previous = earlier[-1] if earlier else None
    if previous is None or sentence_of(previous).start != sentence_of(span).start:
        return False
    text = text_of(span.doc)
    closes = re.match(r"\s*(?:[.,;)]|$)", text[span.end_char :]) is not None
    return closes and counts_something(text, previous._.number.end)


def _is_counted(doc: Doc, name: Token) -> bool:
    """Whether a name is a people's or a place's, which a list gives counts of ("Germans 57, in Almaty 45")."""
    if name.i > 0 and doc[name.i - 1].lower_ in ("in", "at", "near"):
        return True
    word = doc[name.i : name.i + 1]
    return is_covered(word, "groups") or is_covered(word, "places")


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


@dataclass(frozen=True, slots=True)
class _Context:
    """A row of number_contexts.tsv; one before a number holds one of `words` in its last `reach` characters."""

    kind: str
    after: bool
    pattern: re.Pattern[str]
    words: frozenset[str]
    reach: int

    def stands_before(self, before: str, told: AbstractSet[str]) -> bool:
        """Whether the row ends some text, of which the words that rows may hold are known."""
        if self.words.isdisjoint(told):
            return False
        return self.pattern.search(before, max(0, len(before) - self.reach)) is not None


@cache
def _contexts() -> tuple[_Context, ...]:
    return tuple(
        _Context(
            row["kind"].upper(),
            row["side"] == "after",
            re.compile(
                rf"(?:{row['pattern']})$" if row["side"] == "before" else row["pattern"],
                re.IGNORECASE,
            ),
            literals(row["pattern"]),
            min(longest(row["pattern"]), _BEFORE_REACH),
        )
        for row in table("number_contexts")
    )


@cache
def _any_behind() -> re.Pattern[str]:
    """What stands behind a number by any row."""
    rows = (row["pattern"] for row in table("number_contexts") if row["side"] == "after")
    return re.compile("|".join(f"(?:{pattern})" for pattern in rows), re.IGNORECASE)


@cache
def _words_before() -> frozenset[str]:
    """What stands before a number by any row, in lower case."""
    return frozenset(word for row in _contexts() if not row.after for word in row.words)


# Characters before a number that are read.
_BEFORE_REACH = 24


def number_kind(text: str, match: NumberMatch) -> str:
    """QUANTITY, or what the number itself or the words beside it say it is instead."""
    if match.vague or match.fraction:
        return "VAGUE" if match.vague else "FRACTION"
    before = text[max(0, match.bare - _BEFORE_REACH) : match.bare]
    if before.endswith(", ") and _may_be("AGE_LIMIT", text, match) and _is_of_teller(text, match):
        return "AGE"
    told = told_words(_words_before(), before.lower())
    behind = _any_behind().match(text, match.end) is not None
    for context in _contexts():
        if context.after:
            beside = behind and context.pattern.match(text, match.end) is not None
        else:
            beside = context.stands_before(before, told)
        if beside and _may_be(context.kind, text, match):
            return context.kind
    return QUANTITY


# "…", tells Maria Dering, | 82".
_TELLER = re.compile(
    r"\b(?:says?|said|tells?|told|recalls?|recalled|remembers?|remembered|notes?|noted|shares?|shared|adds?|added"
    r"|explains?|explained)(?: [A-Z][\w.'-]*){1,3}, $"
)
_TELLER_REACH = 60
_AGE_ENDS = re.compile(r"[.,;)\n]|$")


def _is_of_teller(text: str, match: NumberMatch) -> bool:
    """Whether a number is the age of who tells something."""
    if _AGE_ENDS.match(text, match.end) is None:
        return False
    return _TELLER.search(text, max(0, match.bare - _TELLER_REACH), match.bare) is not None


_OLDEST = 100
_APART = re.compile(r" (?:about|on|for|of|from)\b")


def _may_be(kind: str, text: str, match: NumberMatch) -> bool:
    """A score is two plain numbers; what counts something is no part of a name, what counts people no number of
    a school or house ("to house 203 souls")."""
    if kind == "SCORE":
        return not match.parts and not match.multiplied
    if kind == "AGE_LIMIT":
        young = not match.multiplied and (match.quantity.value or _OLDEST) < _OLDEST
        return young and not counts_something(text, match.end)
    if kind == "IDENTIFIER" and text[match.bare - 2 : match.bare - 1].islower():
        head = counted_head(text, match.end)
        # "on page 32 about Chechens"
        apart = head is not None and _APART.search(text, match.end, head.start) is not None
        return head is None or head.noun is None or apart
    return kind != "NAME" or not (
        counts_something(text, match.end) or _is_of_people(text, match.bare)
    )


_LABEL = re.compile(r"\b(?P<word>[A-Z][a-z]+)-$")


def _is_of_people(text: str, start: int) -> bool:
    """Whether a people's plural and a hyphen stand before a number: "Russians-1204"."""
    label = _LABEL.search(text, max(0, start - _BEFORE_REACH), start)
    return label is not None and is_people(label["word"])
