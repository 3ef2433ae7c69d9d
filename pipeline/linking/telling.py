"""Which body a passage tells of, where a sentence only says "it", "its director" or "the institute"."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Span

from pipeline.extensions import columns, once
from pipeline.lexicons import table
from pipeline.linking.signs import SIGNS, Signed
from pipeline.linking.surroundings import preposition

_SUBJECTS = ("nsubj", "nsubjpass")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the body must be: of these types (any, where empty), of this kind by its noun ("institute")."""

    types: frozenset[str] = frozenset()
    noun: str = ""

    def fits(self, body: Span) -> bool:
        """Whether a body may be meant."""
        typed = not self.types or body.label_.lower() in self.types
        return typed and (not self.noun or self.noun in _words_about(body))


def wanted_by(noun: str | None, types: frozenset[str]) -> Wanted | None:
    """What a noun and a role want; None where the noun heads no name of a body."""
    if noun is None:
        return Wanted(types)
    # A name's "Museum-Reserve" is words apart.
    return Wanted(types, _plain(noun.split("-")[0])) if is_head(noun) else None


def is_head(noun: str) -> bool:
    """Whether a noun heads names of bodies ("kolkhoz", "museums")."""
    return noun in _nouns()


# "The house": the children's, or that of culture, told before.
_SHORT = ("house", "home")


@cache
def _nouns() -> frozenset[str]:
    heads = (row[c] for row in table("organization_heads") for c in ("head", "plural"))
    return frozenset((*heads, *_SHORT))


def _plain(word: str) -> str:
    return word.lower().replace("centre", "center").replace("theatre", "theater").removesuffix("s")


def _words_about(body: Span) -> set[str]:
    """The words of the name, singular spellings alike, and the noun beside it ("the union «X»")."""
    about: dict[int, set[str]] = once(body.doc, "words_about", dict)
    if body.start not in about:
        around = columns(body.doc).words[max(0, body.start - 3) : body.end]
        about[body.start] = {_plain(word) for word in around}
    return about[body.start]


def told_before(
    signed: Signed, index: int, wanted: Wanted, earlier: Sequence[Signed] = ()
) -> Span | None:
    """The body that a place of a paragraph tells of: a subject near before it.

    A noun ("the museum") may mean one of the paragraphs before: that named most often.
    """
    noun = None if wanted.noun else _noun_told(signed, index)
    if noun is not None:
        start, word = noun
        return told_before(signed, start, Wanted(wanted.types, _plain(word)), earlier)
    costs = {
        (back + _distance(signed, start, body), -order): body
        for back, (start, bodies) in enumerate(_sentences_back(signed, index))
        for order, body in enumerate(bodies)
        if wanted.fits(body)
    }
    return costs[min(costs)] if costs else _known_by(wanted, earlier)


# "The institute was opened in 1931. Its first director …": what "its" means has no name in its sentence.
_SUBJECT_NOUN = re.compile(
    rf"(?:(?:In|On|From|Since|By) (?:the )?{SIGNS['D']},? (?:in {SIGNS['L']},? )?)?"
    r"[Tt]h(?:e|is) (?P<noun>[a-z]+) (?!of\b|and\b)"
)


def _noun_told(signed: Signed, index: int) -> tuple[int, str] | None:
    """Where a noun of bodies ("the institute") is the subject of the sentence before a place that names no body."""
    for start, bodies in _sentences_back(signed, index):
        if bodies:
            return None
        match = _SUBJECT_NOUN.match(signed.text, start, index)
        if match and is_head(match["noun"]):
            return start, match["noun"]
    return None


def body_of_title(
    signed: Signed, index: int, kind: str, land: str = "", earlier: Sequence[Signed] = ()
) -> Span | None:
    """The one body of a noun ("ministry") or type that the paragraph tells of before who has its head's title.

    Behind a title with its land ("the akim of the | region") it is one of such a land, told in any paragraph before.
    """
    wanted = Wanted(noun=kind)
    before = [body for other in earlier if land for body in other.bodies(0, len(other.text))]
    bodies = [*before, *signed.bodies(0, index)] if kind else []
    fitting = (body for body in bodies if body.label_.lower() == kind or wanted.fits(body))
    told = [body for body in fitting if land in body.text.lower()]
    return told[-1] if len({body.text.lower() for body in told}) == 1 else None


def _known_by(wanted: Wanted, earlier: Sequence[Signed]) -> Span | None:
    """The body that earlier paragraphs name most often, the first of several, of those that a noun may mean.

    A post of one kind of bodies ("the rector") means the only one of the title, else of them all.
    """
    if not wanted.noun and len(wanted.types) != 1:
        return None
    told = [signed.bodies(0, len(signed.text)) for signed in earlier]
    fitting = [body for bodies in told for body in bodies if wanted.fits(body)]
    if not wanted.noun:
        title = [body for body in fitting if body in told[0]]
        return _only(title) or _only(fitting)
    counts = Counter(body.text.lower() for body in fitting)
    return max(fitting, key=lambda body: (counts[body.text.lower()], -body.start), default=None)


def _only(bodies: Sequence[Span]) -> Span | None:
    """The body that mentions are of, where they are of one."""
    return bodies[0] if len({body.text.lower() for body in bodies}) == 1 else None


# How much farther away than a subject of its sentence a body is behind a preposition, and elsewhere; and any
# that is no subject where "it" is: chosen on the development gold. A sentence back is 1.
_ASIDE = {2: 0.0, 1: 0.5, 0: 0.9}
_BESIDE_IT = 1.0


def _distance(signed: Signed, start: int, body: Span) -> float:
    rank = _rank(body)
    beside = rank < 2 and signed.text.startswith(("It ", "Its ", "They "), start)
    return _ASIDE[rank] + (_BESIDE_IT if beside else 0.0)


def _sentences_back(signed: Signed, stop: int) -> Iterator[tuple[int, list[Span]]]:
    """The start and the bodies of each sentence of a paragraph, going back from a place in it."""
    end = stop
    for start in reversed(signed.sentences[: bisect_right(signed.sentences, stop)]):
        yield start, signed.bodies(start, end)
        end = start


def _rank(body: Span) -> int:
    """2 for a subject, 0 behind a preposition or as a word's attribute there, else 1."""
    part = _part(body)
    if preposition(body) != "none":
        return 0
    if part in _SUBJECTS or _before_verb(body):
        return 2
    return 0 if part == "pobj" else 1


def _before_verb(body: Span) -> bool:
    """Whether a finite verb stands right behind the name."""
    return not _FINITE.isdisjoint(columns(body.doc).tags[body.end : body.end + 1])


_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))


def _part(body: Span) -> str:
    """What the parser takes the name, or the noun it stands by, for in its sentence."""
    root = body.root
    while root.dep_ in ("appos", "compound", "nmod", "flat") and root.head.i != root.i:
        root = root.head
    return root.dep_
