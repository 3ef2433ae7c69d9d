"""Names in quotes that no noun explains, weighed by what stands around them: '"Qazaq" had 3000 subscribers'.

The weights of models/weights/quote.tsv are fitted on every quoted name of the development articles.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from typing import get_args

from spacy.tokens import Doc, Span

from pipeline.extensions import char_span, columns, sentence_of, text_of
from pipeline.linking.encoder.judging import judged_shares
from pipeline.linking.ranking import Option
from pipeline.naming.candidates import Candidate
from pipeline.naming.nouns import blocked, heads
from pipeline.naming.quoted import inner_name, is_gloss, named_quotes
from pipeline.naming.renaming import takes_name
from pipeline.naming.work_titles import is_a_scheme, names_a_work
from pipeline.normalising.gazetteer import is_people_or_place
from pipeline.normalising.names import canonical_name
from pipeline.records import OrganizationType

_TYPES: tuple[OrganizationType, ...] = get_args(OrganizationType)
# The probability of being any body from which a quoted name is taken for one.
_LEAST = 0.9


class Bodies:
    """The bodies found in a text, by place and by name."""

    def __init__(self, found: Sequence[Candidate]) -> None:
        self._found = sorted(found, key=lambda body: body.start)
        self._starts = [body.start for body in self._found]
        self._named: defaultdict[str, list[Candidate]] = defaultdict(list)
        for body in self._found:
            self._named[body.name].append(body)

    def at(self, start: int, end: int) -> Candidate | None:
        """The last body that overlaps a stretch."""
        before = bisect_left(self._starts, end)
        last = self._found[before - 1] if before else None
        return last if last is not None and last.end > start else None

    def before(self, start: int) -> Candidate | None:
        """The last body that ends before a place."""
        index = bisect_left(self._starts, start)
        last = self._found[index - 1] if index else None
        return last if last is not None and last.end <= start else None

    def elsewhere(self, name: str, start: int, end: int) -> Candidate | None:
        """A body of a name that stands outside a stretch."""
        apart = (b for b in self._named.get(name, ()) if b.end <= start or end <= b.start)
        return next(apart, None)


@dataclass(frozen=True)
class Quote:
    """A quoted name; `previous` is the quote before it, `bodies` are those found in the text."""

    doc: Doc
    match: re.Match[str]
    previous: re.Match[str] | None
    bodies: Bodies

    @cached_property
    def name(self) -> str:
        """The name without its article."""
        return inner_name(self.match)

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.match.start(1) + self.match[1].index(self.name)

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.name)

    @cached_property
    def span(self) -> Span:
        """Its tokens."""
        return char_span(self.doc, self.start, self.end, "QUOTE")


def weighed(doc: Doc, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """The quoted names beside the found bodies that are likely bodies, each of its likeliest type.

    What a found body took for a name is of its type, whatever the weights say.
    """
    for quote in untold_quotes(doc, found):
        named = quote.bodies.at(*quote.match.span()) is not None
        text, end = text_of(doc), quote.match.end()
        if named or is_gloss(text, quote.match) or is_a_scheme(text, end) or _is_sung(quote):
            continue
        if old := _renamed(quote):
            yield Candidate(quote.start, quote.end, canonical_name(quote.name), old.type, "weighed")
            continue
        told = judged_shares(quote.span, quote_options(quote), "quote")
        if 1 - told.pop(None) >= _LEAST:
            kind = max(told, key=told.__getitem__)
            assert kind is not None
            yield Candidate(quote.start, quote.end, canonical_name(quote.name), kind, "weighed")


def _renamed(quote: Quote) -> Candidate | None:
    """The body that took a quoted name: 'The newspaper "Zarya" … later took the name | "Tan"'."""
    old, text = quote.bodies.before(quote.match.start()), text_of(quote.doc)
    return old if old is not None and takes_name(text[old.end : quote.start]) else None


# 'The pupils sang | "Farewell"'.
_SUNG = re.compile(r"\b(?:sang|sung|sings?|singing|hummed|recited) (?:the )?$")
_SUNG_REACH = 20


def _is_sung(quote: Quote) -> bool:
    """Whether a quoted name is that of a song or poem."""
    start = quote.match.start()
    return _SUNG.search(text_of(quote.doc), max(0, start - _SUNG_REACH), start) is not None


def untold_quotes(doc: Doc, found: Sequence[Candidate]) -> Iterator[Quote]:
    """The quoted names of a text with the bodies found in it."""
    bodies, previous = Bodies(found), None
    for match in named_quotes(text_of(doc)):
        quote = Quote(doc, match, previous, bodies)
        previous = match
        if len(quote.span):
            yield quote


def quote_options(quote: Quote) -> list[Option[OrganizationType | None]]:
    """Nothing, and a body of each type."""
    signs = _Signs(quote)
    about, typed = tuple(_features(signs)), tuple(_typed_features(signs))
    options: list[Option[OrganizationType | None]] = [Option(None, ())]
    for kind in _TYPES:
        own = (f"{kind}:{feature}" for feature in typed)
        same = (f"{name}-type={kind == other}" for name, other in signs.types if other)
        options.append(Option(kind, (*about, kind, *own, *same)))
    return options


# Tokens of its sentence on either side that are read.
_REACH = 100
# Words of a name that are told apart, and letters of an ending.
_MOST_WORDS, _ENDING = 5, 2
# Characters between two quotes of a list, and of a word that says something.
_LIST_GAP, _LONG_WORD = 12, 4
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


@dataclass(frozen=True)
class _Signs:
    """What is read of a quoted name and its surroundings, each once."""

    quote: Quote

    @cached_property
    def before(self) -> Sequence[str]:
        """The words before it, the nearest first."""
        start = self.quote.span.start - 1
        start -= columns(self.quote.doc).words[max(0, start)] == '"'
        return [_sign(self.quote.doc, start - i) for i in range(3)]

    @cached_property
    def behind(self) -> Sequence[str]:
        """The words behind it."""
        words, end = columns(self.quote.doc).words, self.quote.span.end
        end += end < len(words) and words[end] == '"'
        return [_sign(self.quote.doc, end + i) for i in range(3)]

    @cached_property
    def around(self) -> AbstractSet[str]:
        """The words of its sentence."""
        sentence, span = sentence_of(self.quote.span), self.quote.span
        low, high = max(sentence.start, span.start - _REACH), min(sentence.end, span.end + _REACH)
        return set(columns(self.quote.doc).lowers[low:high])

    @cached_property
    def again(self) -> OrganizationType | None:
        """The type of a body of its name that is found elsewhere."""
        name, place = canonical_name(self.quote.name), self.quote.match.span()
        body = self.quote.bodies.elsewhere(name, *place)
        return body.type if body is not None else None

    @cached_property
    def listed(self) -> tuple[str, OrganizationType | None]:
        """What parts it from the quote before, and that one's type, if it names a body."""
        previous = self.quote.previous
        if previous is None or self.quote.match.start() - previous.end() > _LIST_GAP:
            return "far", None
        between = text_of(self.quote.doc)[previous.end() : self.quote.match.start()].strip()
        body = self.quote.bodies.at(*previous.span())
        return between, body.type if body is not None else None

    @property
    def types(self) -> tuple[tuple[str, OrganizationType | None], ...]:
        """The types that bodies told elsewhere give it."""
        return ("again", self.again), ("listed", self.listed[1])


def _features(signs: _Signs) -> Iterator[str]:
    """What speaks for or against a body, of whatever type."""
    quote, name, words = signs.quote, signs.quote.name, signs.quote.name.split()
    (one, two, three), (next_one, next_two, next_three) = signs.before, signs.behind
    capitals = all(word[:1].isupper() for word in words)
    yield "body"
    yield f"before={one}"
    yield f"before2={two}"
    yield f"before3={three}"
    yield f"before={two} {one}"
    yield f"behind={next_one}"
    yield f"behind2={next_two}"
    yield f"behind3={next_three}"
    yield f"behind={next_one} {next_two}"
    yield f"beside={one} _ {next_one}"
    yield f"words={min(len(words), _MOST_WORDS)}:capitals={capitals}"
    yield f"stops={re.search(r'[.,!?:;-]', name) is not None}"
    yield from (f"in={word.lower()}" for word in words)
    yield f"ending={name[-_ENDING:].lower()}"
    yield f"work={names_a_work(text_of(quote.doc), quote.match.start())}"
    yield f"blocked={name.lower() in blocked()}"
    yield f"place={is_people_or_place(name)}"
    yield f"again={signs.again is not None}"
    between, listed = signs.listed
    yield f"listed={listed is not None}:{between}"
    yield from (f"near={word}" for word in sorted(signs.around) if _tells(word))
    yield from (f"head={kind}" for kind in _head_types(signs))


def _typed_features(signs: _Signs) -> Iterator[str]:
    """What speaks for or against a body of one type."""
    yield f"before={signs.before[0]}"
    yield f"behind={signs.behind[0]}"
    yield f"ending={signs.quote.name[-_ENDING:].lower()}"
    yield from (f"in={word.lower()}" for word in signs.quote.name.split())
    yield from (f"head={kind}" for kind in _head_types(signs))


def _tells(word: str) -> bool:
    return len(word) >= _LONG_WORD and word.isalpha()


def _head_types(signs: _Signs) -> list[str]:
    """The types of the nouns of bodies in its sentence."""
    return sorted({heads()[word]["type"] for word in signs.around if word in heads()})


def _sign(doc: Doc, index: int) -> str:
    """What a word is called in the names of features: itself, or its kind where it is a name or number."""
    tokens = columns(doc)
    if not 0 <= index < len(tokens.words):
        return "none"
    word = tokens.words[index]
    if word.isspace():
        return "LINE"
    if _YEAR.fullmatch(word):
        return "YEAR"
    return tokens.pos[index] if tokens.pos[index] in ("PROPN", "NUM") else tokens.lowers[index]
