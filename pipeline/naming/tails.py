"""What follows a head noun in a name: "of the Ministry of …", "named after …", lists, a quoted ending."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.naming.listed import is_listed
from pipeline.naming.nouns import head_at, is_head, type_of_head, word_set
from pipeline.naming.words import Word, next_to
from pipeline.normalising.gazetteer import is_people, peoples, places

_JOINTS = ("of", "for", "on", "under", "at", "to")
# Words that a named land or region still takes: "Kazakh SSR", "Karaganda Region".
_LAND_WORDS = frozenset(
    [
        "region",
        "oblast",
        "republic",
        "ssr",
        "assr",
        "district",
        "territory",
        "state",
        "city",
        "krai",
        "sea",
        "lake",
        "river",
        "valley",
        "mountains",
        "steppe",
        "peninsula",
    ]
)
# Nouns of doing that take "to": "Commission for Aid to the Starving".
_TAKES_TO = ("aid", "assistance", "help")
# Words of the longest tail; the longest of the development articles has 21. Capitals that run on are no name.
_LONGEST = 40
_QUOTED_WORDS = 4
_LIST_REACH = 12


@dataclass(frozen=True, slots=True)
class Tail:
    """The words after a head end before `end`; whether a capital stands among them, or a memorial name."""

    end: int
    capital: bool = False
    memorial: bool = False

    @property
    def present(self) -> bool:
        """Whether there is any."""
        return self.end > 0


NONE = Tail(0)


def right(words: Sequence[Word], after: int, *, capital: bool, motto: bool) -> Tail:
    """The tail of a head that ends before `after`.

    `capital` (a capital on or before the head) lets lower-case nouns be part of it, `motto` a quoted
    ending where there is no tail before it.
    """
    tail = _tail(words, after, capital)
    tail = _seated(words, after, tail) or tail
    position = tail.end or after
    return (
        _motto(words, position, tail)
        if words[after - 1].capital and (motto or tail.present)
        else tail
    )


def _tail(words: Sequence[Word], after: int, capital: bool) -> Tail:
    """The number, "of" phrases and memorial name behind a head."""
    tail = _numbered(words, after)
    position = tail.end or after
    while position - after < _LONGEST:
        grown = _memorial(words, position) or _phrase(words, position, capital, tail)
        if grown is None:
            break
        tail = Tail(grown.end, tail.capital or grown.capital, tail.memorial or grown.memorial)
        position = tail.end
    return tail


def _seated(words: Sequence[Word], after: int, tail: Tail) -> Tail | None:
    """The land where an envoy sits or that an alliance is for: "Embassy of Greece in Kazakhstan", "… in Europe"."""
    position = tail.end or after
    joint = _word(words, position)
    if joint is None or joint.lower != "in":
        return None
    start = position + 1
    if (article := _word(words, start)) is not None and article.lower == "the":
        start += 1
    end = start
    while (word := _word(words, end)) is not None and word.capital and not word.dated:
        end += 1
    land = " ".join(word.text for word in words[start:end]).lower()
    place = places().get(land)
    head = words[after - 1].lower
    state = place is not None and place.code is not None and len(place.code) == 2
    sits = place is not None if head in ("office", "mission") else state and tail.capital
    envoy = head in word_set("envoy") and words[after - 1].capital and sits
    alliance = tail.capital and land in _CONTINENTS and words[after].lower in ("for", "on")
    return replace(tail, end=end, capital=True) if envoy or alliance else None


_CONTINENTS = frozenset(["europe", "asia", "central asia", "africa"])


def _numbered(words: Sequence[Word], index: int) -> Tail:
    """The number of a body: "Hospital No. 3991", "school № 12"."""
    sign = _word(words, index)
    if sign is None or sign.text not in ("No", "№", "N", "Nr"):
        return NONE
    # "Cabinet of Ministers N 496": the number is the decree's.
    if any(type_of_head(word.lower) == "government" for word in words[max(0, index - 3) : index]):
        return NONE
    number = index + (2 if index + 1 < len(words) and words[index + 1].text == "." else 1)
    found = number < len(words) and words[number].text.isdigit()
    return Tail(number + 1, capital=words[index - 1].capital) if found else NONE


def _word(words: Sequence[Word], index: int) -> Word | None:
    """The word at an index where but one space, or nothing before a comma, parts it from the last."""
    comma = 0 < index < len(words) and words[index].text == ","
    return words[index] if comma or next_to(words, index) else None


def _memorial(words: Sequence[Word], index: int) -> Tail | None:
    """ "named after N. Surname", "named for the 30th anniversary of Kazakhstan"."""
    first, second = _word(words, index), _word(words, index + 1)
    if first is None or second is None:
        return None
    if (first.lower, second.lower) not in _MEMORIAL:
        return None
    position = index + 2
    if (of := _word(words, position)) is not None and of.lower in ("of", "the"):
        position += 1
        title = _word(words, position)
        # "named after the cosmonaut Gagarin"
        if title is not None and not title.capital and title.pos == "NOUN":
            position += 1
    start = position
    while (word := _word(words, position)) is not None and (word.capital or word.ordinal):
        if word.text in word_set("outside") or _spoken(words, start, position) >= _MEMORIAL_WORDS:
            break
        position += 1
    return Tail(position, capital=True, memorial=True) if position > start else None


def _spoken(words: Sequence[Word], start: int, end: int) -> int:
    """How many of the words are no initials, numbers and titles."""
    names = (word for word in words[start:end] if not (word.initial or word.ordinal))
    return sum(1 for word in names if word.lower not in word_set("honour"))


# A name has two parts, or three with a patronymic's initials told in full.
_MEMORIAL_WORDS = 2
_MEMORIAL = (
    ("named", "after"),
    ("named", "for"),
    ("named", "by"),
    ("by", "name"),
    ("after", "name"),
    ("of", "name"),
    ("the", "name"),
)


def _phrase(words: Sequence[Word], index: int, capital: bool, tail: Tail) -> Tail | None:
    """One joint and the noun phrase behind it."""
    joint = _word(words, index)
    if joint is None:
        return None
    if tail.memorial and joint.lower != "of":
        return None
    if joint.text == "(":
        return _wing(words, index)
    if joint.lower not in _JOINTS and not (tail.present and _adds(words, index)):
        return None
    start = index + 1
    if (article := _word(words, start)) is not None and article.lower in ("the", "all"):
        start += 1
        # "station of the camp" names no body, "Society of the deaf" does.
        capital = capital and (tail.present or words[index - 1].capital)
    if joint.lower in ("at", "under") and not _another_body(words, start):
        return None
    if joint.lower == "to" and words[index - 1].lower not in _TAKES_TO:
        return None
    if joint.lower == "for" and tail.present and not _item(words[start : start + 1]):
        return None
    if (
        _happens(words, start)
        if joint.lower in ("on", "at", "under")
        else _counted_off(words, start)
    ):
        return None
    return _nouns(words, start, capital)


def _counted_off(words: Sequence[Word], index: int) -> bool:
    """Whether a term of office follows: "Mazhilis | of the V convocation"."""
    first, second = _word(words, index), _word(words, index + 1)
    return first is not None and second is not None and first.ordinal and second.lower in _TERMS


_TERMS = ("convocation", "convocations", "session", "call")


def _happens(words: Sequence[Word], index: int) -> bool:
    """Whether capitals name a street or an event: "on Lenin Street", "on Plenum"."""
    for word in words[index : index + 4]:
        if word.text in word_set("event"):
            return True
        if not word.capital:
            return False
    return False


def _wing(words: Sequence[Word], index: int) -> Tail | None:
    """ "(Bolsheviks)" inside the name of a party."""
    wing = "".join(word.text for word in words[index : index + 3]).lower()
    return Tail(index + 3) if wing in ("(bolsheviks)", "(b)") else None


def _adds(words: Sequence[Word], index: int) -> bool:
    """Whether "and" or a comma goes on with the tail: no new body, or a list that "and" closes."""
    if words[index].lower == "and":
        return _pair(words, index) or not (
            _another_body(words, index + 1) or _common(words, index + 1)
        )
    return words[index].text == "," and _listed(words, index)


def _pair(words: Sequence[Word], joint: int) -> bool:
    """Whether "and" joins two listed names that one body is for: "Commission for UNESCO and ISESCO"."""
    first, second = words[joint - 1], words[joint + 1 : joint + 2]
    served = joint > 1 and words[joint - 2].lower == "for" and is_listed(first.text)
    return served and bool(second) and is_listed(second[0].text)


def _common(words: Sequence[Word], index: int) -> bool:
    """Whether "the" and a lower-case noun go on with something else: "and the search group"."""
    following = words[index + 1 : index + 2]
    return words[index].lower == "the" and bool(following) and not following[0].capital


def _nouns(words: Sequence[Word], start: int, capital: bool) -> Tail | None:
    """The longest run of words that name something, cut back to a noun."""
    end, has_capital, position = start, False, start
    while position - start < _LONGEST and (word := _word(words, position)) is not None:
        previous = words[position - 1] if position > start else None
        if previous is not None and previous.capital and (body := _inner(words, position)):
            position = end = body
            continue
        if word.lower == "and" and previous is not None:
            another = _another_body(words, position + 1) and not _pair(words, position)
            if another or not _goes_on(words, position + 1, capital):
                break
            position += 1
            continue
        if word.lower == "the" and previous is not None and _opens_object(words, position):
            position += 1
            continue
        if not _fits(words, position, previous, capital):
            break
        position += 1
        if word.capital or word.lower in word_set("tail") or word.pos in ("NOUN", "PROPN"):
            end = position
            has_capital = has_capital or (word.capital and not word.ordinal)
    if end == start:
        return None
    if not has_capital and not capital:
        return None
    return Tail(end, has_capital)


_INNER_REACH = 3


def _inner(words: Sequence[Word], index: int) -> int | None:
    """Where a lower-case head ends that capitals open inside a tail: "Russian | geographical society"."""
    for place in range(index, min(index + _INNER_REACH, len(words))):
        word = _word(words, place)
        if word is None or word.capital or word.dated:
            return None
        match = head_at(words, place)
        if match is not None:
            part = word.lower in word_set("unit") or word.lower in word_set("closing")
            return None if part else match[1]
        if word.pos not in ("ADJ", "NOUN", "PROPN") or word.lower in word_set("never"):
            return None
    return None


def _opens_object(words: Sequence[Word], article: int) -> bool:
    """Whether "the" opens the object of a noun of doing: "for Saving the Aral Sea", "Aid to the Starving"."""
    following = _word(words, article + 1)
    before = words[article - 1]
    return following is not None and following.capital and before.text.endswith("ing")


def _goes_on(words: Sequence[Word], index: int, capital: bool) -> bool:
    word = _word(words, index)
    if word is not None and word.lower == "the":
        return False
    return word is not None and _fits(words, index, None, capital)


def _fits(words: Sequence[Word], index: int, previous: Word | None, capital: bool) -> bool:
    """Whether a word may stand in a tail, given the one before it."""
    word = words[index]
    if word.dated or not word.spoken:
        return False
    if word.text in word_set("outside") and word.text not in word_set("ordinal"):
        return False
    if word.capital:
        if previous is None or _heads_soon(words, index):
            return True
        return not _apart(word, previous) and not _person(words, index)
    if word.lower in word_set("never"):
        return False
    if previous is not None and previous.capital:
        adjective = previous.lower in peoples() and not is_people(previous.text)
        return word.lower in word_set("closing") or (adjective and word.pos == "NOUN")
    return word.lower in word_set("tail") or (capital and word.pos in ("NOUN", "ADJ"))


def _heads_soon(words: Sequence[Word], index: int) -> bool:
    """Whether capitals lead to a head: the "Border Commission" behind "Orenburg"."""
    for word in words[index : index + 3]:
        if not word.capital or word.initial:
            return False
        if is_head(word.lower):
            return True
    return False


def _person(words: Sequence[Word], index: int) -> bool:
    """Whether a person's two names begin behind a plural: "of Veterans | Omirzak Ozganbaev"."""
    if not words[index - 1].text.endswith("s") or not words[index - 1].capital:
        return False
    run = [_word(words, place) for place in range(index, index + 3)]
    named = [word is not None and word.capital for word in run]
    return named == [True, True, False]


def _apart(word: Word, previous: Word) -> bool:
    """Whether a capital begins something new: a person after a land, people, chamber or lower-case noun."""
    if word.initial or is_people(previous.text):
        return word.text != "Abroad"
    if not previous.capital:
        return previous.pos == "NOUN" and previous.lower not in word_set("closing")
    chamber = type_of_head(previous.lower) in ("government", "assembly")
    return chamber or (previous.lower in places() and word.lower not in _LAND_WORDS)


def _another_body(words: Sequence[Word], start: int) -> bool:
    """Whether the words from `start` have a head of their own: "… and the Central Committee"."""
    for index in range(start, min(start + 6, len(words))):
        word = words[index]
        excused = index == start and word.lower in word_set("tail")
        if (head_at(words, index) is not None and not excused) or is_listed(word.text):
            return True
        if not (word.capital or word.lower == "the" or word.initial):
            return False
    return False


def _listed(words: Sequence[Word], comma: int) -> bool:
    """Whether a list that "and" closes goes on behind a comma: "of Culture, Information and Sport"."""
    size = 0
    for index in range(comma + 1, min(comma + _LIST_REACH, len(words))):
        word = words[index]
        if word.lower == "the" or is_listed(word.text):
            return False
        if word.text == ",":
            size = 0
        elif word.lower == "and":
            following = words[index + 1 : index + 2]
            return size > 0 and _item(following) and not is_head(following[0].lower)
        elif _item([word]) and size < 3:
            size += 1
        else:
            return False
    return False


def _item(word: Sequence[Word]) -> bool:
    """Whether a word, if there is one, is a capital or a noun of names' tails."""
    return any(w.capital or w.lower in word_set("tail") for w in word)


def _motto(words: Sequence[Word], index: int, tail: Tail) -> Tail:
    """A quoted name that ends a full one: 'Association of Kurds "Barbang"'."""
    if index + 1 >= len(words) or words[index].text != '"' or not next_to(words, index):
        return tail
    if words[index + 1].text in word_set("outside"):
        return tail
    for closing in range(index + 2, min(index + 2 + _QUOTED_WORDS, len(words))):
        if words[closing].text == '"' and words[closing].start == words[closing - 1].end:
            return Tail(closing + 1, capital=True, memorial=tail.memorial)
        if not words[closing].spoken and words[closing].text not in ("-", "–"):
            break
    return tail
