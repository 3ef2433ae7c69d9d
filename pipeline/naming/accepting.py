"""Which of the heads found, with the words before and behind them, are names of bodies, and what they are called.

A capitalised head needs less around it than a lower-case one, which a memorial name, a place, a quoted or a
bare name must make one body's own.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.lexicons import Row
from pipeline.naming.candidates import Candidate
from pipeline.naming.chains import is_branch_union, leads_to_name
from pipeline.naming.clubs import is_club
from pipeline.naming.listed import is_listed, type_listed
from pipeline.naming.nouns import (
    blocked,
    is_head,
    legal_forms,
    type_of,
    word_set,
)
from pipeline.naming.tail_nouns import Tail
from pipeline.naming.words import Word, next_to
from pipeline.normalising.gazetteer import is_people, is_people_or_place, peoples, places
from pipeline.normalising.names import canonical_name

# Lower-case heads whose capitalised word is the whole name: "the Gulder dance ensemble".
_BEARS_NAME = ("culture", "media", "company", "party")
# Bodies whose name follows the noun; behind another noun stands a person: "director of the institute X Y".
_NAMED_AFTER = (*_BEARS_NAME, "association", "religious", "education", "other", "museum")
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


def accepted(text: str, found: FoundHead) -> Candidate | None:
    """The name that a head makes with what was found around it, or none."""
    if _meeting(found):
        return None
    if found.capital and not _opens_with_a_part(found):
        return _capitalised(text, found)
    return _lower(text, found)


def _opens_with_a_part(found: FoundHead) -> bool:
    """Whether a sentence opens with a part of a body: "Detachment | of the Russian Red Cross Society came"."""
    weak = not found.strong and found.row["head"] in word_set("unit") and not found.left
    behind = [word.lower for word in found.words[found.after : found.after + 2]]
    return weak and found.words[found.head].first and behind == ["of", "the"]


def _capitalised(text: str, found: FoundHead) -> Candidate | None:
    """ "Ministry of Education": a capitalised head with something beside it."""
    head = found.words[found.head : found.after]
    whole = all(word.capital or word.lower in ("of", "and") for word in head)
    complete = found.strong and len(head) > 1 and (whole or not head[0].first)
    alone = not found.left and not found.tail.present
    if (alone and not complete) or _heads_an_event(found) or _legal_form(found):
        return None
    if _adjective(found) or _on_a_land(found) or _told_by_quote(found):
        return None
    # "Center of migration researches" is a name inside a sentence, not at its beginning.
    if not found.left and not complete and head[0].first and not found.tail.capital:
        return None
    return _kept(text, found, "full-strong" if found.strong else "full-weak")


def _opens_sentence(found: FoundHead) -> bool:
    """Whether the name's only claim to a capital is that it begins the sentence."""
    return found.left[0].first and found.left[0].pos != "PROPN"


def _legal_form(found: FoundHead) -> bool:
    """Whether a head but tells the kind of a quoted name: 'Republican State Enterprise "Kazakhstan Temir Zholy"'."""
    quoted = not found.tail.present and found.end < len(found.words)
    return (
        quoted and found.takes_name and found.words[found.end].text == '"' and is_plain(found.left)
    )


def _adjective(found: FoundHead) -> bool:
    """Whether a capitalised head is an adjective of the noun behind it: "Soviet citizens"."""
    following = found.words[found.end : found.end + 1]
    plain = found.words[found.head].lower == "soviet" and not found.tail.present
    return plain and bool(following) and following[0].pos in ("NOUN", "ADJ", "PROPN")


def _told_by_quote(found: FoundHead) -> bool:
    """Whether a quoted name right before is the body's: '"Vatan" | Kurdish Cultural Centre'."""
    quote = found.start - 1
    closes = quote > 0 and found.words[quote].text == '"' and next_to(found.words, found.start)
    return closes and found.takes_name and found.words[quote - 1].end == found.words[quote].start


def _on_a_land(found: FoundHead) -> bool:
    """Whether the tail tells but the land that a body looks after: "Council | on the Kazakh SSR"."""
    tail = [word.lower for word in found.words[found.after : found.end] if word.lower != "the"]
    return not found.left and tail[:1] == ["on"] and " ".join(tail[1:]) in places()


def _meeting(found: FoundHead) -> bool:
    """Whether a congress is one that met: a body is of a people or nation and of a land ("Jewish Congress of …")."""
    if found.row["head"] != "congress":
        return False
    of = found.left[-1].lower if found.left else ""
    return not (found.capital and found.tail.capital) or not (
        of in peoples() or of in ("people's", "national")
    )


def _heads_an_event(found: FoundHead) -> bool:
    """Whether a capital behind the head makes it another thing: "Party Congress", "Theatre Day"."""
    following = found.words[found.end : found.end + 1]
    return bool(following) and following[0].text in word_set("event")


def _lower(text: str, found: FoundHead) -> Candidate | None:
    """ "library named after Gogol", "coal trust of Karaganda": a lower-case head that something makes a name."""
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
        whole = replace(found, start=_adjectives(found))
        return _kept(text, whole, "tailed") if whole.strong and _told_by_tail(whole) else None
    if is_listed(" ".join(word.text for word in found.left)):
        return None
    found = _without_seat(found)
    if found.takes_name and found.row["type"] in _BEARS_NAME and not found.tail.present:
        return _bare(text, found) or _adjectival(text, found)
    if found.tail.capital or (found.tail.present and not found.left[0].first):
        return _kept(text, found, "tailed")
    return _adjectival(text, found)


def _told_by_tail(found: FoundHead) -> bool:
    """Whether the tail of a lower-case head that nothing stands before makes it one body's."""
    words, head = found.words, found.row["head"]
    if is_branch_union(words, found.after, found.row):
        return True
    if not found.tail.capital or _of_a_people_only(found):
        return False
    # "the society of Kazakhs" is no body, the one of Kazakhs of Omsk is.
    if (
        head == "society"
        and found.tail.end == found.after + 2
        and is_people(words[found.tail.end - 1].text)
    ):
        return False
    unit = found.row["type"] == "military" or head in word_set("unit")
    if unit and found.left and found.left[-1].lower in _OF_THE_LAND:
        return True
    # "the alliance of Kenesary with …", "the union of Kazakhstan with …"
    bond = head in word_set("bond") and not _of_many(words[found.after : found.end])
    return not (unit or bond) or leads_to_name(words, found.after, found.row)


# Adjectives by which a museum, library or committee is a land's one: "national museum of the Republic of Kazakhstan".
_OF_THE_LAND = ("national", "state", "central", "republican")


def _of_many(tail: Sequence[Word]) -> bool:
    """Whether a tail begins with those who are joined: "of Writers of …", "of Muslims of …"."""
    return any(
        word.lower in word_set("tail") or word.lower.endswith(("s", "ers"))
        for word in tail[1:3]
        if word.lower != "the"
    )


def _without_seat(found: FoundHead) -> FoundHead:
    """A bare name's head without the place where the body is: "the Foliant publishing house | of Nur-Sultan"."""
    tail = found.words[found.after : found.end]
    seat = " ".join(word.lower for word in tail[1:]) in places() and tail[0].lower == "of"
    bare = found.takes_name and found.row["type"] in _BEARS_NAME
    return replace(found, tail=Tail(0)) if seat and bare and _named_before(found) else found


def _only_people(left: Sequence[Word]) -> bool:
    """Whether nothing but peoples and plain adjectives stands before a head: "the Azerbaijani centre Khazar"."""
    return all(word.lower in peoples() or word.lower in word_set("inside") for word in left)


def _of_a_people_only(found: FoundHead) -> bool:
    """Whether the tail's capitals are but adjectives of peoples: "society of Kazakh youth"."""
    capitals = [word for word in found.words[found.after : found.end] if word.capital]
    return all(word.lower in peoples() and not is_people(word.text) for word in capitals)


def _in_another(found: FoundHead) -> bool:
    """Whether the memorial name is of a body in the tail: "museum at the University named after …"."""
    tail = found.words[found.after : found.end]
    return tail[0].lower not in ("named", "by", "after") and any(
        is_head(word.lower) for word in tail
    )


def _adjectives(found: FoundHead) -> int:
    """Where the adjectives before a memorial name begin: "city public library named after …"."""
    start = found.start
    while start > 0 and next_to(found.words, start):
        if found.words[start - 1].lower not in word_set("inside") or found.words[start - 1].first:
            break
        start -= 1
    return start


def _quote_beside(found: FoundHead) -> bool:
    """Whether a quoted name stands before or behind: then the name alone is the body's."""
    before = found.words[found.start - 1].text if found.start else ""
    behind = found.words[found.end : found.end + 1]
    return before == '"' or (bool(behind) and behind[0].text == '"')


def _adjectival(text: str, found: FoundHead) -> Candidate | None:
    """ "Karaganda coal trust", "State Korean theatre": a lower-case head that its adjectives make a name."""
    left = found.words[found.start : found.head]
    # "the Alma-Ata Dynamo society"
    if found.row["type"] == "association" and is_club(left[-1].text):
        return _named(left[-1:], left[-1].text, found.row, "named-before")
    before = found.words[found.start - 1].lower if found.start else ""
    if before in _INDEFINITE or _opens_sentence(found):
        return None
    if left[-1].text.endswith("'s") or (len(left) == 1 and left[0].text in word_set("plain")):
        return None
    plain = len(left) == 1 and is_people_or_place(left[0].text)
    # "Kazakh society", "Dzungar army"
    if plain and found.row["head"] in word_set("bond"):
        return None
    if plain and found.row["head"] in ("army", "troops"):
        return None
    if not found.strong and (len(left) < 2 or is_plain(left)):
        return None
    # "Kazakh party", but "Semipalatinsk obkom"
    if plain and found.takes_name and found.row["type"] in ("media", "party"):
        return None
    return _kept(text, found, "adjectival")


def _bare(text: str, found: FoundHead) -> Candidate | None:
    """The bare name before a head, with heads that belong to it: "Gulder" dance ensemble, "Aristotle library"."""
    named = _named_before(found)
    whole = found.words[found.after - 1].lower in word_set("whole") and found.row["type"] != "media"
    return _kept(text, found, "adjectival") if named is not None and whole else named


def _named_before(found: FoundHead) -> Candidate | None:
    """The capitalised name before a lower-case head, unless it is a people or place."""
    name = [word for word in found.left if word.capital]
    if len(name) != found.head - found.start and name != list(found.left[: len(name)]):
        return None
    surface = " ".join(word.text for word in name)
    if is_people_or_place(surface) or is_plain(name) or name[-1].pos == "ADJ":
        return None
    return _named(name, surface, found.row, "named-before")


def is_plain(name: Sequence[Word]) -> bool:
    """Whether a name is but adjectives and peoples: "State Korean" before "theater"."""
    return all(
        word.lower in word_set("inside")
        or word.text in word_set("plain")
        or word.initial
        or is_people_or_place(word.text)
        for word in name
    )


def _of_its_leader(found: FoundHead) -> bool:
    """Whether a person follows: "the chairman of the center Rais Galimov"."""
    before = [word.lower for word in found.words[max(0, found.head - 3) : found.head]]
    return before[-2:] == ["of", "the"] and before[0] in word_set("leader")


def _named_after(found: FoundHead) -> Candidate | None:
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


def _kept(text: str, found: FoundHead, evidence: str) -> Candidate | None:
    surface = found.surface(text)
    if surface.lower() in blocked() or surface.isupper():
        return None
    start = found.words[found.start].start
    end = found.words[found.end - 1].end
    whole_world = type_listed(found.words[found.start].text) == "international"
    kind = "international" if whole_world else type_of(surface, found.row)
    return Candidate(start, end, canonical_name(surface), kind, evidence)
