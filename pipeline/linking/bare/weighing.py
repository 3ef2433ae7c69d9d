"""Whether a bare number counts people, where no cue tells it: weighed by its form and by what stands around it.

"1970: 39 241. 1979: 49 930." under a count of Greeks; "the district alone is home to about 6,700".
The weights of models/weights/count.tsv are fitted on every number of the development articles that has no noun.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc, Span

from pipeline.extensions import (
    QUANTITY,
    columns,
    is_covered,
    sentence_of,
    spans_in,
    text_of,
)
from pipeline.linking.bare.numbers import Bare
from pipeline.linking.bare.things import measured, things
from pipeline.linking.groups import titled_peoples
from pipeline.linking.ranking import Option, chosen
from pipeline.linking.surroundings import step
from pipeline.normalising.context import PersonNoun, counted_head, person_nouns
from pipeline.records import Unit

PERSONS: Unit = "persons"
# What a break between lines is called in the names of features.
LINE = "LINE"


def weighed_count(bare: Bare) -> PersonNoun | None:
    """What a number that may count anything counts: people, or families like the count before it; else none."""
    signs = _Signs(bare)
    if signs.of_things or signs.of_nothing:
        return None
    unit, probability = chosen(_options(signs), "count")
    return None if unit is None or probability < _LEAST else PersonNoun(None, None, unit)


def weighed_unit(bare: Bare, noun: PersonNoun) -> PersonNoun:
    """The noun of a number that a cue told of families as the count before is; people where those are likelier."""
    signs = _Signs(bare)
    if noun.unit == PERSONS or noun.unit != signs.unit_before:
        return noun
    told = [option for option in _options(signs) if option.value is not None]
    unit = chosen(told, "count")[0]
    return noun if unit is None or unit == noun.unit else PersonNoun(None, None, unit)


def count_options(bare: Bare) -> list[Option[Unit | None]]:
    """None, people, and the families or households that the count before is of."""
    return _options(_Signs(bare))


def _options(signs: "_Signs") -> list[Option[Unit | None]]:
    about = tuple(_features(signs))
    options: list[Option[Unit | None]] = [Option(None, ()), Option(PERSONS, about)]
    unit = signs.unit_before
    if unit is not None and unit != PERSONS:
        options.append(Option(unit, (*about, *_unit_features(signs))))
    return options


# The probability from which a number that nothing tells of is taken for a count.
_LEAST = 0.65
# Tokens on either side whose classes are read.
_BESIDE = 3
# Spans that a token beside the number may lie in, and what it is then called.
_LAYERS = (
    ("dates", "DATE"),
    ("percentages", "SHARE"),
    ("numbers", "NUMBER"),
    ("groups", "PEOPLE"),
    ("places", "PLACE"),
    ("organizations", "BODY"),
)
# Words that say more than their part of speech.
_WORDS = frozenset(
    ("ADP", "AUX", "SCONJ", "CCONJ", "PRON", "DET", "ADV", "VERB", "PART", "PUNCT", "SYM")
)
_NOUNS = frozenset(("NN", "NNS"))
_NOBODY = frozenset(("none", "THINGS", "THINGS before"))
_SIZES = (10, 100, 1000, 10_000, 100_000, 1_000_000)
# Tokens of its sentence on either side that are read; before its sentence for the last plural, before it for a number.
_REACH = 100
_BACK = 60
_FAR = 400
# Characters that a line's label takes at most.
_LABEL = 25
_SHARE_BEHIND = re.compile(r"[^.;\d]{0,12}\d[\d.,]* ?(?:%|per ?cent)")
_GROUPED = re.compile(r"\d[ ,.\xa0]\d{3}")


@dataclass(frozen=True)
class _Signs:
    """What is read of a number and its surroundings, each once."""

    bare: Bare

    @property
    def doc(self) -> Doc:
        return self.bare.doc

    @cached_property
    def sentence(self) -> Span:
        return sentence_of(self.bare.number)

    @property
    def low(self) -> int:
        """The token from which its sentence is read."""
        return max(self.sentence.start, self.bare.number.start - _REACH)

    @property
    def high(self) -> int:
        """The token up to which its sentence is read."""
        return min(self.sentence.end, self.bare.number.end + _REACH)

    @cached_property
    def size(self) -> str:
        """The power of ten that it lies under."""
        quantity = self.bare.match.quantity
        value = quantity.value or quantity.low or quantity.high or 0
        return str(next((bound for bound in _SIZES if value < bound), "more"))

    @cached_property
    def form(self) -> str:
        """How it is written: in words, with a multiplier, in groups of digits, plain."""
        match = self.bare.match
        if match.words:
            return "words"
        if match.multiplied:
            return "multiplied"
        grouped = _GROUPED.search(text_of(self.doc), match.bare, match.bare_end)
        return "grouped" if grouped else "plain"

    @cached_property
    def before(self) -> Sequence[str]:
        """The classes of the tokens before it, the nearest first."""
        start = self.bare.number.start
        return [_sign(self.doc, start - i - 1) for i in range(_BESIDE)]

    @cached_property
    def behind(self) -> Sequence[str]:
        """The classes of the tokens behind it."""
        end = self.bare.number.end
        return [_sign(self.doc, end + i) for i in range(_BESIDE)]

    @cached_property
    def plural(self) -> str:
        """What the last plural before it names: a people, persons or things, in its sentence or before."""
        tokens, start = columns(self.doc), self.sentence.start
        for i in range(self.bare.number.start - 1, max(0, self.low - _BACK) - 1, -1):
            told = _called(self.doc, i)
            if told not in ("PEOPLE", "PERSONS"):
                told = "THINGS" if tokens.tags[i] == "NNS" and told is None else None
            if told is not None:
                return told if i >= start else f"{told} before"
        return "none"

    @cached_property
    def noun(self) -> str:
        """The last common noun of its sentence before it."""
        tokens = columns(self.doc)
        for i in range(self.bare.number.start - 1, self.low - 1, -1):
            if tokens.tags[i] in _NOUNS:
                return tokens.lowers[i]
        return "none"

    @cached_property
    def thing(self) -> str:
        """Whether its sentence names, since the last people or persons, what is counted but is no people."""
        tokens = columns(self.doc)
        for i in range(self.bare.number.start - 1, self.low - 1, -1):
            if tokens.lowers[i] in things():
                return "told"
            if _called(self.doc, i) in ("PEOPLE", "PERSONS"):
                return "people"
        return "none"

    @property
    def of_things(self) -> bool:
        """Whether what its sentence counts or measures are things: "a circulation of 900"; people and things may
        be counted in turn."""
        tokens, start = columns(self.doc), self.bare.number.start
        named = start - 2 if self.before[0] == "of" else start - 1
        beside = named >= 0 and tokens.lowers[named] in things()
        beside = beside or self.before[0] in measured("verb")
        return beside or (self.thing == "told" and self.after != "count in sentence")

    @property
    def of_nothing(self) -> bool:
        """Whether nobody was counted before it, nor is told of."""
        return self.bare.previous is None and self.titled == "0" and self.plural in _NOBODY

    @cached_property
    def number_before(self) -> Span | None:
        """The last number before it that is no date or share."""
        start = self.bare.number.start
        return next(reversed(_amounts(self.doc, max(0, start - _FAR), start)), None)

    @cached_property
    def after(self) -> str:
        """What the number before it is, and how near: a count of people or not, in its sentence or paragraph."""
        other = self.number_before
        if other is None:
            return "none"
        previous = self.bare.previous
        counts = previous is not None and previous.start <= other.start < previous.end
        if other.start >= self.sentence.start:
            near = "sentence"
        else:
            between = text_of(self.doc)[other.end_char : self.bare.number.start_char]
            near = "beyond" if "\n" in between else "paragraph"
        return f"{'count' if counts else 'other'} in {near}"

    @cached_property
    def titled(self) -> str:
        """How many peoples the title names, up to two."""
        return str(min(2, len(titled_peoples(self.doc))))

    @cached_property
    def unit_before(self) -> Unit | None:
        """The unit of the count before it."""
        counted = self.bare.counted_before
        return counted.unit if counted is not None else None


def _features(signs: _Signs) -> Iterator[str]:
    """What speaks for or against a count of people."""
    yield "count"
    yield from _own_features(signs)
    yield from _neighbours(signs)
    yield from _sentence_features(signs)
    yield from _series_features(signs)


def _own_features(signs: _Signs) -> Iterator[str]:
    """Its size, form and bounds, and its place in the parse and the title's article."""
    quantity, root = signs.bare.match.quantity, signs.bare.number.root
    yield f"size={signs.size}"
    yield f"form={signs.form}"
    yield f"size={signs.size}:form={signs.form}"
    yield f"qualifier={quantity.qualifier}"
    yield f"range={quantity.low is not None}"
    yield f"role={root.dep_}"
    yield f"governor={root.head.lower_.strip() or LINE}"
    yield f"governor-part={root.head.pos_}"
    yield f"titled={signs.titled}"
    yield f"titled={signs.titled}:size={signs.size}:form={signs.form}"


def _neighbours(signs: _Signs) -> Iterator[str]:
    """The tokens beside it, singly and in rows."""
    (one, two, three), (next_one, next_two, _) = signs.before, signs.behind
    yield f"before={one}"
    yield f"before2={two}"
    yield f"before3={three}"
    yield f"before={two} {one}"
    yield f"before={three} {two} {one}"
    yield f"behind={next_one}"
    yield f"behind2={next_two}"
    yield f"behind={next_one} {next_two}"
    yield f"beside={one} _ {next_one}"
    yield f"beside={two} {one} _ {next_one}"
    yield f"before={one}:size={signs.size}"
    yield f"before={one}:form={signs.form}"
    yield f"before={two} {one}:titled={signs.titled}"
    number, tokens = signs.bare.number, columns(signs.doc)
    yield f"tag-behind={tokens.tags[number.end] if number.end < len(tokens.tags) else 'none'}"


def _sentence_features(signs: _Signs) -> Iterator[str]:
    """What its sentence names before and behind it, and what the number behind it counts."""
    number, text = signs.bare.number, text_of(signs.doc)
    before = _told(signs.doc, signs.low, number.start)
    yield from (f"named-before={what}" for what in sorted(before))
    yield from (
        f"not-before={what}" for what in ("PEOPLE", "PERSONS", "THINGS") if what not in before
    )
    behind = _told(signs.doc, number.end, signs.high)
    yield from (f"named-behind={what}" for what in sorted(behind))
    yield f"plural={signs.plural}"
    yield f"plural={signs.plural}:before={signs.before[0]}"
    yield f"plural={signs.plural}:size={signs.size}"
    yield f"plural={signs.plural}:titled={signs.titled}"
    yield f"noun={signs.noun}"
    yield f"thing={signs.thing}"
    yield f"thing={signs.thing}:titled={signs.titled}"
    yield f"thing={signs.thing}:after={signs.after}"
    yield f"thing={signs.thing}:before={signs.before[0]}"
    yield f"next={_next_counts(signs)}"
    yield f"share-behind={_SHARE_BEHIND.match(text, number.end_char) is not None}"
    line = text.rfind("\n", 0, number.start_char)
    yield f"opens-line={number.start_char - line < _LABEL}"


def _series_features(signs: _Signs) -> Iterator[str]:
    """The number before it: whether that counts people, how far it is, whether it stands in the same way."""
    after = signs.after
    yield f"after={after}"
    yield f"after={after}:before={signs.before[0]}"
    yield f"after={after}:size={signs.size}"
    yield f"after={after}:form={signs.form}"
    yield f"after={after}:plural={signs.plural}"
    yield f"after={after}:titled={signs.titled}"
    other = signs.number_before
    if other is not None:
        stood = [_sign(signs.doc, other.start - i - 1) for i in range(2)]
        alike = sum(one == two for one, two in zip(stood, signs.before, strict=False))
        yield f"after={after}:alike={alike}"
        yield f"after={after}:apart={step(signs.bare.number.start - other.end)}"


def _unit_features(signs: _Signs) -> Iterator[str]:
    """What speaks for families, like those of the count before."""
    yield "unit"
    yield f"unit:after={signs.after}"
    yield f"unit:before={signs.before[0]}"
    yield f"unit:before={signs.before[1]} {signs.before[0]}"
    yield f"unit:titled={signs.titled}"
    yield f"unit:size={signs.size}"
    yield f"unit:plural={signs.plural}"
    previous = signs.bare.previous
    if previous is not None:
        quantity, value = signs.bare.match.quantity, previous._.population.quantity
        larger = (quantity.value or quantity.low or 0) > (value.value or value.low or 0)
        yield f"unit:larger={larger}"
        yield f"unit:apart={step(signs.bare.number.start - previous.end)}"


def _sign(doc: Doc, index: int) -> str:
    """What a token is called in the names of features: its layer, its word, or its part of speech."""
    tokens = columns(doc)
    if not 0 <= index < len(tokens.words):
        return "none"
    if told := _called(doc, index):
        return told
    if tokens.words[index].isspace():
        return LINE
    part = tokens.pos[index]
    return tokens.lowers[index] if part in _WORDS else part


def _called(doc: Doc, index: int) -> str | None:
    """The layer that a token lies in, or that it is a noun of persons."""
    token = doc[index : index + 1]
    found = next((name for key, name in _LAYERS if is_covered(token, key)), None)
    if found is None and columns(doc).lowers[index] in person_nouns():
        return "PERSONS"
    return found


def _told(doc: Doc, start: int, end: int) -> set[str]:
    """The layers that some tokens lie in, and things where a plural names such."""
    tags = columns(doc).tags
    found = {
        _called(doc, i) or ("THINGS" if tags[i] == "NNS" else "none") for i in range(start, end)
    }
    return found - {"none", "NUMBER"}


def _amounts(doc: Doc, start: int, end: int) -> list[Span]:
    """The numbers among some tokens that are quantities, no dates or shares."""
    return [
        number
        for number in spans_in(doc, "numbers", start, end)
        if number.label_ == QUANTITY
        and number.end <= end
        and not is_covered(number, "dates")
        and not is_covered(number, "percentages")
    ]


def _next_counts(signs: _Signs) -> str:
    """Whether the next number of the sentence counts persons, things, or is bare too."""
    following = _amounts(signs.doc, signs.bare.number.end, signs.high)
    if not following:
        return "none"
    head = counted_head(text_of(signs.doc), following[0].end_char)
    return "bare" if head is None else "persons" if head.noun is not None else "things"
