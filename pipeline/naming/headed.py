"""Names with a head noun: "Kazakh Research Institute of Horticulture", "library named after Gogol".

Notes for a newcomer: a name is LEFT + HEAD + RIGHT. `_left` goes back over capitalised words, initials and
lower-case adjectives that a capital opens; `tails.right` goes forward over "of …", "named after …" and lists;
`_accepted` weighs what was found: a capitalised head needs less around it than a lower-case one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.lexicons import Row
from pipeline.naming.candidates import Candidate
from pipeline.naming.joining import inside, joins_adjectives, paired
from pipeline.naming.listed import is_listed, type_listed
from pipeline.naming.nouns import (
    blocked,
    head_at,
    head_places,
    is_head,
    legal_forms,
    type_of,
    word_set,
)
from pipeline.naming.tails import Tail, right
from pipeline.naming.verbs import does, done_in
from pipeline.naming.words import Word, next_to
from pipeline.normalising.gazetteer import is_people, is_people_or_place, peoples, places
from pipeline.normalising.names import canonical_name

# Lower-case heads whose capitalised word is the whole name: "the Gulder dance ensemble".
_BEARS_NAME = ("culture", "media", "company", "party")
# Bodies whose name follows the noun; behind another noun stands a person: "director of the institute X Y".
_NAMED_AFTER = (*_BEARS_NAME, "association", "religious", "education", "other", "museum")
# Adjectives that may part a head from the capital that opens its name: "Balkhash copper-smelting plant".
_INNER_WORDS = 3
_LEFT_REACH = 8
# A sentence's first word is capitalised whatever it is; these parts of speech open no name.
_NO_NAME = ("DET", "ADV", "VERB", "ADP", "PRON", "SCONJ", "CCONJ", "AUX", "INTJ", "NUM", "PART")
_INDEFINITE = frozenset(
    [
        "a",
        "an",
        "any",
        "every",
        "each",
        "another",
        "no",
        "some",
        "such",
        "own",
        "this",
        "that",
        "these",
        "those",
    ]
)


@dataclass(frozen=True, slots=True)
class _Found:
    """A head at `head:after` of the words, the name's first word at `start`, and what follows it."""

    words: Sequence[Word]
    row: Row
    start: int
    head: int
    after: int
    tail: Tail

    @property
    def end(self) -> int:
        return self.tail.end if self.tail.end > self.after else self.after

    @property
    def capital(self) -> bool:
        return self.words[self.head].capital

    @property
    def strong(self) -> bool:
        return self.row["strength"] == "strong"

    @property
    def left(self) -> Sequence[Word]:
        return self.words[self.start : self.head]

    @property
    def takes_name(self) -> bool:
        return self.row["takes_name"] == "yes"

    def surface(self, text: str) -> str:
        return text[self.words[self.start].start : self.words[self.end - 1].end]


def headed(text: str, words: Sequence[Word]) -> Iterator[Candidate]:
    """Names around every head noun of the text."""
    after = 0
    for index in head_places(words):
        match = head_at(words, index) if index >= after else None
        if match is None:
            continue
        row, after = match
        start = _left(words, index, row)
        opened = _opens_name(words, start, index)
        motto = not _plain(words[start:index])
        tail = right(words, after, capital=opened, motto=motto)
        found = _without_place(_Found(words, row, start, index, after, tail))
        candidate = _accepted(text, found)
        if candidate is not None:
            yield candidate


def _opens_name(words: Sequence[Word], start: int, head: int) -> bool:
    """Whether a capital that the sentence's beginning does not explain stands before or on the head."""
    return any(word.capital and not word.first for word in words[start : head + 1])


def _left(words: Sequence[Word], head: int, row: Row) -> int:
    """Where the capitalised words before a head begin."""
    best = index = head
    inner = 0
    while index > 0 and head - index < _LEFT_REACH and next_to(words, index):
        word = words[index - 1]
        if word.lower == "and" and (first := paired(words, index - 1, best)) is not None:
            best = index = first
            continue
        if word.lower == "and" and joins_adjectives(words, index, head):
            index -= 1
            continue
        if _names(words, index - 1, row):
            best = index = index - 1
            continue
        inner += word.lower not in word_set("inside")
        if not inside(word) or inner > _INNER_WORDS:
            break
        index -= 1
    return best


def _without_place(found: _Found) -> _Found:
    """The name without the place before it: "was opened in Kyzylorda | Laboratory of …"."""
    words, start = found.words, found.start
    if start == found.head or start == 0 or words[start - 1].lower != "in":
        return found
    if not words[start + 1].capital or words[start].lower not in places():
        return found
    apart = done_in(words, start - 1) or (words[start - 1].first and does(words, found.end))
    return replace(found, start=start + 1) if apart else found


def _names(words: Sequence[Word], index: int, row: Row) -> bool:
    """Whether a word before a head belongs to its name: capitals, initials, numbers of units."""
    word = words[index]
    if row["type"] == "assembly" and word.text in word_set("ordinal"):
        return True
    if word.dated or word.text in word_set("outside"):
        return False
    if word.ordinal:
        return row["type"] in ("military", "education") or not word.text.isdigit()
    if word.first and word.capital and word.pos in _NO_NAME:
        return False
    return word.capital


def _accepted(text: str, found: _Found) -> Candidate | None:
    if _meeting(found):
        return None
    if found.capital:
        return _capitalised(text, found)
    return _lower(text, found)


def _capitalised(text: str, found: _Found) -> Candidate | None:
    head = found.words[found.head : found.after]
    whole = all(word.capital or word.lower in ("of", "and") for word in head)
    complete = found.strong and len(head) > 1 and (whole or not head[0].first)
    alone = not found.left and not found.tail.present
    if (alone and not complete) or _heads_an_event(found) or _legal_form(found):
        return None
    if _adjective(found):
        return None
    # "Center of migration researches" is a name inside a sentence, not at its beginning.
    if not found.left and not complete and head[0].first and not found.tail.capital:
        return None
    return _kept(text, found, "full-strong" if found.strong else "full-weak")


def _opens_sentence(found: _Found) -> bool:
    """Whether the name's only claim to a capital is that it begins the sentence."""
    return found.left[0].first and found.left[0].pos != "PROPN"


def _legal_form(found: _Found) -> bool:
    """Whether a head but tells the kind of a quoted name: 'Republican State Enterprise "Kazakhstan Temir Zholy"'."""
    quoted = not found.tail.present and found.end < len(found.words)
    return quoted and found.takes_name and found.words[found.end].text == '"' and _plain(found.left)


def _adjective(found: _Found) -> bool:
    """Whether a capitalised head is an adjective of the noun behind it: "Soviet citizens"."""
    following = found.words[found.end : found.end + 1]
    plain = found.words[found.head].lower == "soviet" and not found.tail.present
    return plain and bool(following) and following[0].pos in ("NOUN", "ADJ", "PROPN")


def _meeting(found: _Found) -> bool:
    """Whether a congress is one that met: a body is of a people or nation and of a land ("Jewish Congress of …")."""
    if found.row["head"] != "congress":
        return False
    of = found.left[-1].lower if found.left else ""
    return not (found.capital and found.tail.capital) or not (
        of in peoples() or of in ("people's", "national")
    )


def _heads_an_event(found: _Found) -> bool:
    """Whether a capital behind the head makes it another thing: "Party Congress", "Theatre Day"."""
    following = found.words[found.end : found.end + 1]
    return bool(following) and following[0].text in word_set("event")


def _lower(text: str, found: _Found) -> Candidate | None:
    if found.tail.memorial and (found.left or not _in_another(found)):
        return _kept(text, replace(found, start=_adjectives(found)), "memorial")
    if found.takes_name and _quote_beside(found):
        return None
    if found.left and _opens_sentence(found) and not (found.strong and found.tail.capital):
        return None
    if found.start and found.words[found.start - 1].lower in ("a", "an"):
        return None
    if found.takes_name and _only_people(found.left) and (named := _named_after(found)):
        return named
    if not found.left:
        unit = found.row["type"] == "military" or found.row["head"] in word_set("unit")
        proper = found.tail.capital and not _of_a_people_only(found) and not unit
        return _kept(text, found, "tailed") if found.strong and proper else None
    if is_listed(" ".join(word.text for word in found.left)):
        return None
    if found.takes_name and found.row["type"] in _BEARS_NAME and not found.tail.present:
        return _bare(text, found) or _adjectival(text, found)
    if found.tail.capital or (found.tail.present and not found.left[0].first):
        return _kept(text, found, "tailed")
    return _adjectival(text, found)


def _only_people(left: Sequence[Word]) -> bool:
    """Whether nothing but peoples and plain adjectives stands before a head: "the Azerbaijani centre Khazar"."""
    return all(word.lower in peoples() or word.lower in word_set("inside") for word in left)


def _of_a_people_only(found: _Found) -> bool:
    """Whether the tail's capitals are but adjectives of peoples: "society of Kazakh youth"."""
    capitals = [word for word in found.words[found.after : found.end] if word.capital]
    return all(word.lower in peoples() and not is_people(word.text) for word in capitals)


def _in_another(found: _Found) -> bool:
    """Whether the memorial name is of a body in the tail: "museum at the University named after …"."""
    tail = found.words[found.after : found.end]
    return tail[0].lower not in ("named", "by", "after") and any(
        is_head(word.lower) for word in tail
    )


def _adjectives(found: _Found) -> int:
    """Where the adjectives before a memorial name begin: "city public library named after …"."""
    start = found.start
    while start > 0 and next_to(found.words, start):
        if found.words[start - 1].lower not in word_set("inside") or found.words[start - 1].first:
            break
        start -= 1
    return start


def _quote_beside(found: _Found) -> bool:
    """Whether a quoted name stands before or behind: then the name alone is the body's."""
    before = found.words[found.start - 1].text if found.start else ""
    behind = found.words[found.end : found.end + 1]
    return before == '"' or (bool(behind) and behind[0].text == '"')


def _adjectival(text: str, found: _Found) -> Candidate | None:
    """ "Karaganda coal trust", "State Korean theatre": a lower-case head that its adjectives make a name."""
    left = found.words[found.start : found.head]
    before = found.words[found.start - 1].lower if found.start else ""
    if before in _INDEFINITE or _opens_sentence(found):
        return None
    if left[-1].text.endswith("'s") or (len(left) == 1 and left[0].text in word_set("plain")):
        return None
    plain = len(left) == 1 and is_people_or_place(left[0].text)
    if not found.strong and (len(left) < 2 or _plain(left)):
        return None
    if plain and found.row["type"] in ("media", "party"):
        return None
    return _kept(text, found, "adjectival")


def _bare(text: str, found: _Found) -> Candidate | None:
    """The bare name before a head, with heads that belong to it: "Gulder" dance ensemble, "Aristotle library"."""
    named = _named_before(found)
    whole = found.words[found.after - 1].lower in word_set("whole")
    return _kept(text, found, "adjectival") if named is not None and whole else named


def _named_before(found: _Found) -> Candidate | None:
    """The capitalised name before a lower-case head, unless it is a people or place."""
    name = [word for word in found.left if word.capital]
    if len(name) != found.head - found.start and name != list(found.left[: len(name)]):
        return None
    surface = " ".join(word.text for word in name)
    if is_people_or_place(surface) or _plain(name) or name[-1].pos == "ADJ":
        return None
    return _named(name, surface, found.row, "named-before")


def _plain(name: Sequence[Word]) -> bool:
    """Whether a name is but adjectives and peoples: "State Korean" before "theater"."""
    return all(
        word.lower in word_set("inside")
        or word.text in word_set("plain")
        or word.initial
        or is_people_or_place(word.text)
        for word in name
    )


def _of_its_leader(found: _Found) -> bool:
    """Whether a person follows: "the chairman of the center Rais Galimov"."""
    before = [word.lower for word in found.words[max(0, found.head - 3) : found.head]]
    return before[-2:] == ["of", "the"] and before[0] in word_set("leader")


def _named_after(found: _Found) -> Candidate | None:
    """The capitalised name right after a lower-case head: "kolkhoz Avangard", "newspaper Kazakh"."""
    if found.row["type"] not in _NAMED_AFTER or _of_its_leader(found):
        return None
    name: list[Word] = []
    index = found.after
    while index < len(found.words) and len(name) < 4 and next_to(found.words, index):
        word = found.words[index]
        if not _may_name(word):
            break
        name.append(word)
        index += 1
    if not name:
        return None
    return _named(name, " ".join(word.text for word in name), found.row, "named-after")


def _may_name(word: Word) -> bool:
    """Whether a word behind a head may be its name: a capital that is no initial, legal form or opening word."""
    other = word.initial or word.dated or word.text in legal_forms()
    return word.capital and not other and word.text not in word_set("outside")


def _named(name: Sequence[Word], surface: str, row: Row, evidence: str) -> Candidate:
    kind = type_of(surface, row)
    return Candidate(name[0].start, name[-1].end, canonical_name(surface), kind, evidence)


def _kept(text: str, found: _Found, evidence: str) -> Candidate | None:
    surface = found.surface(text)
    if surface.lower() in blocked() or surface.isupper():
        return None
    start = found.words[found.start].start
    end = found.words[found.end - 1].end
    whole_world = type_listed(found.words[found.start].text) == "international"
    kind = "international" if whole_world else type_of(surface, found.row)
    return Candidate(start, end, canonical_name(surface), kind, evidence)
