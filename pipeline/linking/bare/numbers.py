"""A number without a noun, and what stands around it: the count before, the people named before, things counted."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from spacy.tokens import Doc, Span

from pipeline.extensions import QUANTITY, is_covered, sentence_of, spans_in, text_of
from pipeline.normalising.change_words import change_pattern
from pipeline.normalising.context import PersonNoun, counted_head, noun_in, person_nouns
from pipeline.normalising.numerals import NumberMatch

PLAIN = PersonNoun(None, None, "persons")
MEMBERS = PersonNoun("other", None, "persons")
LOST = PersonNoun("lost", None, "persons")
NEAR_TOKENS = 60
PEOPLE_TOKENS = 150
# A town takes in, a share in brackets counts, no fewer.
MANY = 100
# What ends a clause behind a number.
CLOSED = re.compile(r"[.;:,!?]|\s{0,8}$")
_NUMBER_OF_WHAT = re.compile(
    r"\b(?:number|quantity|amount) of (?P<words>(?:[\w'-]+ ){1,4}?)(?:(?:in|with|for) [\w ]{3,30} )?"
    r"(?:(?:has|have|had) )?(?:was|were|is|made(?: up)?|reached|amounted to|equall?ed|constituted"
    rf"|{change_pattern()} (?:(?:from \d[\d ,.]* )?to|from)) "
    r"(?:already |only )?$",
    re.IGNORECASE,
)
# Another number, in a pattern.
NUMBER = r"(?:about |only |some |over )?\d+(?:[ .,]\d+)*(?: (?:thousand|million)\b)?"

# What stands before the whole that a part is of: "31 of | the former | 96 inhabitants".
WHOLE = r"(?:(?:the|all|his|her|their|its|our|former|previous|original|initial|total|remaining) )*"


# Characters before a number in which its noun is sought; no sentence of the development articles has more.
_REACH_BACK = 800


def numbers_things(before: str) -> bool:
    """Whether the words before a number say that things have it: "the number of schools made"."""
    told = _NUMBER_OF_WHAT.search(before)
    return told is not None and noun_in(told["words"]) is None


@dataclass(frozen=True, slots=True)
class Bare:
    """A number without a noun, `before` its sentence up to it, `previous` the count before it."""

    doc: Doc
    number: Span
    match: NumberMatch
    before: str
    previous: Span | None

    @property
    def size(self) -> int | Decimal:
        """Its value, of a range the lower bound."""
        return self.match.quantity.value or self.match.quantity.low or 0

    @property
    def many(self) -> bool:
        """Whether it is no small number."""
        return self.size >= MANY

    def behind(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """What a pattern matches right behind it."""
        return pattern.match(text_of(self.doc), self.match.end)

    @property
    def previous_in_sentence(self) -> bool:
        """Whether the count before it stands in the same sentence."""
        return self.previous is not None and self.previous.start >= sentence_of(self.number).start

    @property
    def named(self) -> PersonNoun | None:
        """The last plural before it, in its sentence or the one before, where that names people."""
        for token in reversed(self.doc[self.told_from : self.number.start]):
            noun = person_nouns().get(token.lower_)
            plural = token.tag_ in ("NNS", "NNPS") and token.lower_ not in _TIMES
            if noun is not None or plural:
                return noun
        return None

    def of_its_people(self, noun: PersonNoun | None) -> PersonNoun | None:
        """A noun with the people named last before the number, where it has none and goes on with a series."""
        if noun is None or noun.group is not None:
            return noun
        low = max(0, self.number.start - PEOPLE_TOKENS)
        words = (token.lower_ for token in reversed(self.doc[low : self.number.start]))
        named = (person_nouns()[word] for word in words if word in person_nouns())
        people = next((other.group for other in named if other.ethnic), None)
        return replace(noun, group=people)

    @property
    def told_from(self) -> int:
        """Where the sentence before its own begins."""
        return _before(sentence_of(self.number))

    @property
    def of_things(self) -> bool:
        """Whether the last plural before it, in its sentence or the one before, names things, and no time."""
        low = self.told_from
        if self.previous is not None and self.previous.start >= low:
            low = sentence_of(self.number).start
        for token in reversed(self.doc[low : self.number.start]):
            if person_nouns().get(token.lower_) is not None:
                return False
            if token.tag_ == "NNS" and token.lower_ not in _TIMES and not token.lower_[0].isdigit():
                return True
        return False

    @property
    def near(self) -> PersonNoun | None:
        """What the count before it counts, if that stands near."""
        if self.previous is None or self.number.start - self.previous.end >= NEAR_TOKENS:
            return None
        return (
            None if _things_between(self.doc, self.previous, self.number) else self.counted_before
        )

    @property
    def counted_before(self) -> PersonNoun | None:
        """What the count before it counts."""
        if self.previous is None:
            return None
        value = self.previous._.population
        return PersonNoun(value.kind, value.group, value.unit)


def bare_of(doc: Doc, number: Span, match: NumberMatch, previous: Span | None) -> Bare:
    """A number (or one of the two of a change) with its sentence so far."""
    start = max(sentence_of(number).start_char, match.start - _REACH_BACK)
    return Bare(doc, number, match, text_of(doc)[start : match.start], previous)


_TIMES = ("years", "months", "weeks", "days", "times", "decades", "thousands", "millions")


def _before(sentence: Span) -> int:
    """Where the sentence before a sentence begins."""
    doc = sentence.doc
    return sentence_of(doc[sentence.start - 1 : sentence.start]).start if sentence.start else 0


def _things_between(doc: Doc, previous: Span, number: Span) -> bool:
    """Whether a count of things stands between: "456 explosions were carried out, of them 116 in air"."""
    low = max(previous.end, sentence_of(number).start)
    # "5 million Kazakhs in 40 countries: 1.5 million in China": a colon goes back to the count.
    colon = next((t.i for t in reversed(doc[low : number.start]) if t.text == ":"), low)
    return things_counted(doc, colon, number)


def things_counted(doc: Doc, low: int, number: Span) -> bool:
    """Whether things are counted between a token and a number."""
    others = (
        other
        for other in spans_in(doc, "numbers", low, number.start)
        if other.end <= number.start
        and other.label_ == QUANTITY
        and not is_covered(other, "percentages")
        and not _belongs(text_of(doc), other.start_char)
        and not _came_from(text_of(doc), other.start_char)
    )
    return any(_counts_things(doc, other) for other in others)


_OF = re.compile(r"(?<!and)(?<!but)(?<![.,;:]) of (?:the |its )?$")
_OF_REACH = 12


def _belongs(text: str, start: int) -> bool:
    """Whether a number is of people: "women of | 62 nationalities" counts nothing else, "and of | 42 camels" does."""
    return _OF.search(text, max(0, start - _OF_REACH), start) is not None


def _came_from(text: str, start: int) -> bool:
    """Whether a number is of where people are from: "guests from | 33 countries, including 60 from Mongolia"."""
    named = _FROM.search(text, max(0, start - _FROM_REACH), start)
    return named is not None and named["noun"].lower() in person_nouns()


_FROM = re.compile(r"\b(?P<noun>[A-Za-z-]+) from (?:the |all |about |more than |over )?$")
_FROM_REACH = 50


def _counts_things(doc: Doc, number: Span) -> bool:
    """Whether what follows a number is a thing: of the lexicon, or a plural right behind it that is no people."""
    # "Three times more" counts nothing.
    if text_of(doc).startswith(" times", number.end_char):
        return False
    head = counted_head(text_of(doc), number.end_char)
    if head is not None or is_covered(number, "dates"):
        return head is not None and head.noun is None
    return number.end < len(doc) and doc[number.end].tag_ == "NNS"
