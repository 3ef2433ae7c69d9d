"""A head found in the text with the words that may make it a name, and the name it is kept as."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.lexicons import Row
from pipeline.naming.candidates import Candidate
from pipeline.naming.listed import type_listed
from pipeline.naming.nouns import blocked, type_of, type_of_head, word_set
from pipeline.naming.tail_nouns import Tail
from pipeline.naming.words import Word
from pipeline.normalising.gazetteer import is_people_or_place, places
from pipeline.normalising.names import canonical_name
from pipeline.records import OrganizationType


@dataclass(frozen=True, slots=True)
class FoundHead:
    """A head at `head:after` of the words, the name's first word at `start`, and what follows it."""

    words: Sequence[Word]
    row: Row
    start: int
    head: int
    after: int
    tail: Tail

    @property
    def end(self) -> int:
        """Where the name ends, its tail included."""
        return self.tail.end if self.tail.end > self.after else self.after

    @property
    def capital(self) -> bool:
        """Whether the head begins with a capital."""
        return self.words[self.head].capital

    @property
    def strong(self) -> bool:
        """Whether a capitalised phrase with this head is a body by itself ("ministry", not "government")."""
        return self.row["strength"] == "strong"

    @property
    def left(self) -> Sequence[Word]:
        """The words of the name before the head."""
        return self.words[self.start : self.head]

    @property
    def takes_name(self) -> bool:
        """Whether bodies of this kind have a name of their own beside the head ("newspaper Kazakh")."""
        return self.row["takes_name"] == "yes"

    def surface(self, text: str) -> str:
        """The name as it is written."""
        return text[self.words[self.start].start : self.words[self.end - 1].end]


def opens_sentence(found: FoundHead) -> bool:
    """Whether the name's only claim to a capital is that it begins the sentence."""
    first = found.left[0]
    proper = first.pos == "PROPN" or first.lower.endswith(RUSSIAN_ADJECTIVE) or first.ordinal
    return first.first and not proper and first.lower not in places()


# Endings of Russian adjectives, which open names whatever the tagger takes them for: "Spassky copper plant".
RUSSIAN_ADJECTIVE = ("skaya", "skaja", "naya", "skii", "sky", "skiy", "skij", "nyi", "nyy", "skoe")


_BARE_NAME = ("media", "party")
_LEGAL_FORMS = ("enterprise", "institution", "eco")


def has_motto(row: Row) -> bool:
    """Whether a capitalised noun and the quoted name behind it are one name: 'Scientific Library "Gylym Ordasy"'.

    The press and parties are named by the quote alone, and so is what a legal form opens.
    """
    return row["type"] not in _BARE_NAME and row["head"].split()[-1] not in _LEGAL_FORMS


def is_plain(name: Sequence[Word]) -> bool:
    """Whether a name is but adjectives and peoples: "State Korean" before "theater"."""
    return all(
        word.lower in word_set("inside")
        or word.text in word_set("plain")
        or word.initial
        or is_people_or_place(word.text)
        for word in name
    )


def named(name: Sequence[Word], surface: str, row: Row, evidence: str) -> Candidate:
    kind = type_of(surface, row)
    return Candidate(name[0].start, name[-1].end, canonical_name(surface), kind, evidence)


def kept(text: str, found: FoundHead, evidence: str) -> Candidate | None:
    surface = found.surface(text)
    barred = surface.lower() in blocked() or surface.isupper() or _of_soldiers(surface)
    if barred or _blocked_before_tail(text, found):
        return None
    # "the University named after | Abai's | department"
    surface = surface.removesuffix("'s")
    start = found.words[found.start].start
    kind = _type_of(surface, found)
    return Candidate(start, start + len(surface), canonical_name(surface), kind, evidence)


# No army had a number of three digits.
_SOLDIERS = re.compile(r"\d[\d ,.]{2,9} (?:labou?r|red|trud) army", re.IGNORECASE)


def _of_soldiers(surface: str) -> bool:
    """Whether a number is that of soldiers: "27 783 labour army | soldiers"."""
    return _SOLDIERS.fullmatch(surface) is not None


def _type_of(surface: str, found: FoundHead) -> OrganizationType:
    """The type of a name's head, or of a listed body in it: "Western Branch of | Alash-Orda"."""
    if type_listed(found.words[found.start].text) == "international":
        return "international"
    kind = type_of(surface, found.row)
    # "Kazakh branch of VASKhNIL", "Secretariat of the CICA"
    listed = type_listed(surface.partition(" of ")[2].removeprefix("the "))
    part = found.row["type"] == "other" or (kind == "government" and listed == "international")
    return listed if listed and part else kind  # type: ignore[return-value]


def _blocked_before_tail(text: str, found: FoundHead) -> bool:
    """Whether what is no body only seems to have a tail: "the Soviet Union | for the construction of plants"."""
    if not found.left or not found.tail.present or found.words[found.after].lower == "of":
        return False
    core = text[found.words[found.start].start : found.words[found.after - 1].end]
    return core.lower() in blocked()


# Musicians and players that a house of culture has: "the orchestra of | Kostanay Drama Theatre".
_TROUPES = ("choir", "ensemble", "orchestra", "troupe")


def is_of_a_theatre(found: FoundHead) -> bool:
    """Whether what a name seems to be of is a body of its own, with a capital right behind "of"."""
    tail = [word for word in found.words[found.after : found.end] if word.lower != "the"]
    opened = len(tail) > 1 and tail[0].lower == "of" and tail[1].capital
    houses = any(type_of_head(word.lower) == "culture" for word in tail)
    return found.row["head"] in _TROUPES and opened and houses
