"""Which of the names of an article name one body, each compared with those alone that may."""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterator
from functools import lru_cache

from rapidfuzz.fuzz import ratio
from rapidfuzz.process import extract_iter

from pipeline.alternatives import any_of
from pipeline.naming.listed import apart_listed, listed_as, same_listed
from pipeline.naming.nouns import legal_forms, person_endings, word_set
from pipeline.normalising.gazetteer import is_people_or_place, places
from pipeline.normalising.names import (
    SAME_BODY,
    acronym_of,
    capitals_of,
    is_partial,
    name_key,
    same_body,
    stands_for,
)


def same_name(one: str, two: str) -> bool:
    """Whether two names are of one body: alike spellings, a short form, an acronym, the lexicon's word."""
    if apart_listed(one, two):
        return False
    return (
        same_body(one, two)
        or is_partial(one, two)
        or is_partial(two, one)
        or stands_for(one, two)
        or stands_for(two, one)
        or same_listed(one, two)
        or _by_its_patron(one, two)
        or _by_its_patron(two, one)
        or _without_place(one, two)
        or _without_place(two, one)
        or _without_form(one) == _without_form(two)
        or _same_patron(one, two)
        or _same_turned(one, two)
        or _without_idle_words(one, two)
        or without_patron(one, two)
        or without_patron(two, one)
        or _letters_of(one, two)
        or _letters_of(two, one)
    )


def _without_form(name: str) -> str:
    """A name without legal forms: "Kazzinc" of "Kazzinc LLP"; one that is but a form stays.

    "Imperial" goes as well: the Imperial Geographical Society is the Geographical Society.
    """
    words = name_key(name).split()
    words = words[1:] if words[:1] == ["imperial"] and len(words) > 2 else words
    return " ".join(word for word in words if word.upper() not in legal_forms()) or name


def _patron_and_rest(name: str) -> tuple[bool, str, tuple[str, ...]]:
    """Whether a name says "named after", its patron's surname, or else its first word, and the other words."""
    words = name_key(name).split()
    if "named" in words[1:-1]:
        return True, words[-1], tuple(words[: words.index("named")])
    return False, words[0] if words else "", tuple(words[1:])


def _same_patron(one: str, two: str) -> bool:
    """Whether names are of one patron's body, told before it or behind, in full or by its letters.

    "L. N. Gumilyov Eurasian National University", "ENU named after L. Gumilyov".
    """
    (named, patron, first), (also, other, second) = _patron_and_rest(one), _patron_and_rest(two)
    if patron != other or not (named or also) or not first or not second:
        return False
    alike = first == second and len(first) > 1
    return alike or _initials_of(first, second, one) or _initials_of(second, first, two)


# "Foundation of Kazakh Turks", "State University named after Korkyt Ata".
_TURNED = re.compile(
    r"(?P<head>(?:[\w'-]+ )+?)(?:named (?:after|for)|of the name of) (?P<patron>[^,\"]+)"
    r"|(?P<lone>[\w'-]+ )of (?:the )?(?P<owner>[A-Z][\w'-]+(?: [A-Z][\w'-]+)?)"
)


@lru_cache(maxsize=4096)
def _turned(name: str) -> str | None:
    """The key of a name with its patron or owner before the head: "Kazakh Turks Foundation"."""
    match = _TURNED.fullmatch(_LAND_TAIL.sub("", name))
    if match is None:
        return None
    patron, head = match["patron"] or match["owner"], match["head"] or match["lone"]
    words = head.split()
    words = words[1:] if len(words) > 2 and words[0].lower() in places() else words
    return name_key(f"{patron} {' '.join(words)}") if not is_people_or_place(patron) else None


def _same_turned(one: str, two: str) -> bool:
    """Whether one name is the other with what stands behind its "of" or "named after" before the head."""
    return _owned(one) == _turned(two) or _owned(two) == _turned(one)


def _owned(name: str) -> str:
    """The key of a name but for the sign of its owner: "President's Archive"."""
    return name_key(name).replace(" s ", " ")


# "Ch. Ch. Valikhanov | Institute of History", "Academician E. A. Buketov | Karaganda State University".
_PATRON_BEFORE = re.compile(
    r"(?:[A-Z][a-z]+ )?(?:[A-Z][a-z]?\. ?){1,2}[A-Z][\w-]+ (?=[A-Z])"
    rf"|[A-Z][a-z]+ (?=[A-Z][a-z]+(?:{any_of(person_endings('surname'))}) )"
)


@lru_cache(maxsize=4096)
def _unpatroned(name: str) -> str | None:
    """A name without the person it begins with, or but the surname where no initials tell who it is."""
    match = _PATRON_BEFORE.match(name)
    return name[match.end() :] if match and match[0].split()[0].lower() not in places() else None


def without_patron(short: str, full: str) -> bool:
    """Whether a name is a fuller one without its patron's initials and name, or without his forename."""
    rest = _unpatroned(full)
    if rest is None:
        return False
    one, two = name_key(short).split(), name_key(rest).split()
    if len(one) < _LONGEST_SHORT:
        one_kind = len(one) > 1 and one[-1] == name_key(rest.split(" for ")[0]).split()[-1]
        return one_kind and "." not in full[: -len(rest)] and one[0] == two[0]
    return two[: len(one)] == one


def _initials_of(short: tuple[str, ...], full: tuple[str, ...], name: str) -> bool:
    letters = short[0].upper()
    return (
        len(short) == 1
        and len(full) > 1
        and letters in name.split()
        and _initials(full) == short[0]
    )


def _initials(words: tuple[str, ...]) -> str:
    return "".join(word[0] for word in words)


_LAND_TAIL = re.compile(
    r" (?:of )?(?:the )?(?:RK|RoK|Republic of Kazakhstan|Kazakhstan|Kazakh SSR|KazSSR)$"
)


# "KazATC | named after M. Tynyshpayev"
_LETTERS_OF_PATRON = re.compile(r"(?P<letters>[A-Z]\w+) named after [^,\"]+")


def _bare_letters(name: str) -> str:
    """A name without the land at its end; of letters with a patron the letters alone."""
    patroned = _LETTERS_OF_PATRON.fullmatch(name)
    return patroned["letters"] if patroned else _LAND_TAIL.sub("", name)


def _letters_of(short: str, full: str) -> bool:
    """Whether capitals are those of a name but for the land at its end: "CSA" of "Central State Archive of RK"."""
    return stands_for(_bare_letters(short), _LAND_TAIL.sub("", full))


# Translators have two nouns for one kind of body: every opera theatre is an opera house to some of them.
_SAME_KIND = ("opera house", "opera theater")


def _short_words(name: str) -> list[str]:
    """The words of a name, its kind told by one noun."""
    return name_key(name).replace(*_SAME_KIND).split()


def _by_its_patron(short: str, full: str) -> bool:
    """Whether a short name is the first word, no adjective or place, and the kind: "Abai Theatre"."""
    one = _short_words(short)
    two = name_key(full).split()
    if not 1 < len(one) <= 3 or len(one) >= len(two) or one[0] != two[0] or one[-1] != two[-1]:
        return False
    adjective = one[0] in word_set("inside") or one[0].capitalize() in word_set("plain")
    middle = set(one[1:-1]) <= set(two[1:-1])
    return middle and not (adjective or is_people_or_place(one[0].capitalize()))


def _without_place(short: str, full: str) -> bool:
    """Whether a name is a fuller one without the town before it: "Heavy Machinery Plant" in "Petropavl …".

    An institute leaves out its land or people with "Research": "Kazakh Research | Institute of Soil Science".
    """
    one, two = name_key(short).split(), name_key(full).split()
    before = two[: -len(one)]
    if len(one) < 3 or two[len(before) :] != one or not before:
        return False
    if one[0] == "institute" and before[-1] == "research":
        lands = [word for word in before if word not in _RESEARCH]
        return len(lands) < 2 and all(is_people_or_place(word.capitalize()) for word in lands)
    return len(before) == 1 and before[0] in places()


_RESEARCH = ("research", "scientific")


@lru_cache(maxsize=4096)
def _busy_words(name: str) -> tuple[bool, tuple[str, ...]]:
    """Whether a name tells its patron, before its words or behind them, and those of them that a short form keeps."""
    rest = _unpatroned(name)
    words = name_key(rest or name).split()
    before = words[: words.index("named")] if "named" in words else words
    patron = rest is not None or "named" in words
    return patron, tuple(word for word in before if word not in word_set("idle"))


def _without_idle_words(one: str, two: str) -> bool:
    """Whether one name leaves out but such words, perhaps the patron: "Omsk Library" of "Omsk Scientific Library"."""
    (patron, busy), (other, same) = _busy_words(one), _busy_words(two)
    return len(busy) > 1 and busy == same and not (patron and other)


# Words that tell a body and the paper that it prints apart from others.
_OWN_WORDS = 3


@lru_cache(maxsize=4096)
def own_name(name: str) -> str | None:
    """The key of a name too long for two bodies to bear it: "Kazakhs of Omsk Region"; null for a shorter one."""
    key = name_key(name)
    return key if len(key.split()) >= _OWN_WORDS else None


class Names:
    """Names seen so far, found again by what names of one body share."""

    def __init__(self) -> None:
        self._alike: dict[str, set[str]] = {}
        self._by_mark: defaultdict[Hashable, list[str]] = defaultdict(list)
        # Spellings that differ in a number are no names of one body.
        self._keys: defaultdict[tuple[str, ...], dict[str, str]] = defaultdict(dict)

    def alike(self, name: str) -> set[str]:
        """The names of the same body, this one among them; a new name is kept."""
        if name not in self._alike:
            found = {other for other in self._candidates(name) if same_name(other, name)}
            self._alike[name] = {name, *found}
            for other in found:
                self._alike[other].add(name)
            for mark in _marks(name, "letters", "acronym"):
                self._by_mark[mark].append(name)
            self._keys[_numbers(name)][name] = name_key(name)
        return self._alike[name]

    def _candidates(self, name: str) -> Iterator[str]:
        for mark in _marks(name, "acronym", "letters"):
            yield from self._by_mark.get(mark, ())
        # Spellings share no mark for certain; this is a scan, but one of a few nanoseconds a name.
        keys = self._keys[_numbers(name)]
        for _, _, other in extract_iter(name_key(name), keys, scorer=ratio, score_cutoff=SAME_BODY):
            yield other


def _numbers(name: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\d+", name_key(name)))


def _marks(name: str, own: str, other: str) -> Iterator[Hashable]:
    """What a name shares with its short forms, its acronym and its other names in the lexicon.

    An acronym and a name that has its letters share a mark where one is `own` and the other `other`.
    """
    words = name_key(name).split()
    if len(words) > 1:
        yield tuple(words[:2])
        yield words[0], words[-2], words[-1]
        yield from _marks_of_short(name, words, own, other)
        if words[0][0].isdigit():
            yield "numbered", words[0], words[-1]
        if words[-1].isdigit():
            yield "numbered", *words[-2:]
    if listed := listed_as(name):
        yield "listed", listed
    for form in dict.fromkeys((name, _LAND_TAIL.sub("", name), _bare_letters(name))):
        yield own, acronym_of(form)
        if letters := form if form.isupper() else capitals_of(form):
            yield other, letters
    yield "bare", _without_form(name)
    yield "busy", _busy_words(name)[1]
    _, patron, rest = _patron_and_rest(name)
    yield "turned", _owned(name)
    if turned := _turned(name):
        yield "turned", turned
    yield from _marks_without_patron(name, words, own, other)
    yield from (("of patron", patron, letters) for letters in {"".join(rest), _initials(rest)})


def _marks_without_patron(name: str, words: list[str], own: str, other: str) -> Iterator[Hashable]:
    """What a name with its patron before it shares with the name without."""
    yield own, "unpatroned", *words[:2]
    yield own, "unpatroned kind", *words[:1], *words[-1:]
    if rest := _unpatroned(name):
        full = name_key(rest).split()
        yield other, "unpatroned", *full[:2]
        yield other, "unpatroned kind", full[0], name_key(rest.split(" for ")[0]).split()[-1]


def _marks_of_short(name: str, words: list[str], own: str, other: str) -> Iterator[Hashable]:
    """What a name shares, as the short one, with its full name, and as the full one with short names."""
    short, ends = _short_words(name), (words[0], words[-1])
    if len(short) <= _LONGEST_SHORT:
        yield own, "patron", *short
    if len(words) > len(ends):
        yield other, "patron", *ends
        yield own, "placed", *words
    if len(words) > _LONGEST_SHORT:
        yield from ((other, "patron", ends[0], word, ends[1]) for word in words[1:-1])
        yield other, "placed", *words[1:]
    if "research" in words and "institute" in words:
        yield other, "placed", *words[words.index("institute") :]


# Words of a short name by its patron: "Abai Opera House".
_LONGEST_SHORT = 3
