"""Persons' names in the clean text: "S. Grigoryan", "Karapetyan Artush Sergeevich", "Prince Alexander of Oldenburg".

Titles before a name are no part of it, but belong to the person's stretch: `outer` begins at them.
"""

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from pipeline.alternatives import any_of
from pipeline.lexicons import table, values
from pipeline.normalising.gazetteer import is_people_or_place, peoples, places


@dataclass(frozen=True, slots=True)
class Person:
    """Offsets of a name in the text it was found in; titles stand between `outer` and `start`."""

    name: str
    outer: int
    start: int
    end: int


_INITIALS = r"(?:(?!(?:Dr|Mr|Ms|St)\.)[A-Z][a-z]?\. ?){1,3}"
# Latin letters of Poles, Czechs, Turks and others open names, too.
_CAPITAL = "[A-ZÀ-ÖØ-ÞĆČĎĐĘĚĞİŁŃŇŘŚŞŠŤŮŹŻŽ]"
_PART = rf"{_CAPITAL}(?:'[A-Z])?[\w'\u2011-]*[a-zà-öø-ÿ][\w'\u2011-]*(?<!'s)(?<!')"
# "Ratbek kazhy Nysanbaiuly": what stands within names.
_WITHIN = r"(?:of|al|von|de|bin|[kq]azhy|haji|hajji)"
_NAME = re.compile(
    rf"(?<![\w.])(?:{_INITIALS}{_PART}|{_PART} \({_PART}\)"
    rf"|{_PART}(?: (?:{_WITHIN} )?(?:{_PART}|{_INITIALS}))*)(?!\w)"
)
_LONGEST = 4


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(row["word"] for row in table("person_words") if row["kind"] == kind)


@cache
def _titles() -> frozenset[str]:
    callings = (row for row in table("roles") if row["leads"] == "no")
    return frozenset(
        _words("title")
        | {form for row in callings for form in (row["role"], *values(row["variants"]))}
    )


@cache
def _title_before() -> re.Pattern[str]:
    forms = any_of(_titles())
    # "Secretary General X" tells a post, "General X" a rank.
    posts = "".join(rf"(?!(?<=\b{first}[ -]){last}\b)" for first, last in _posts_of_two_words())
    return re.compile(
        rf"(?<!\w){posts}(?:(?:the|an?) )?(?:(?:{forms})\.?,? ){{1,6}}$", re.IGNORECASE
    )


@cache
def _posts_of_two_words() -> tuple[tuple[str, str], ...]:
    """Posts whose second word is a title as well: "secretary general"."""
    rows = (row for row in table("roles") if row["leads"] == "yes")
    forms = (form for row in rows for form in (row["role"], *values(row["variants"])))
    pairs = (form.split() for form in forms if form.count(" ") == 1)
    return tuple(sorted({(first, last) for first, last in pairs if last in _titles()}))


@cache
def _posts() -> frozenset[str]:
    """Words of posts, titles and heads of bodies: capitalised before a name, they are no part of it."""
    roles = (form for row in table("roles") for form in (row["role"], *values(row["variants"])))
    heads = (row["head"] for row in table("organization_heads") if " " not in row["head"])
    words = {word for phrase in (*roles, *_titles()) for word in phrase.split()}
    return frozenset((*words, *heads)) - _words("name")


@cache
def _no_part() -> frozenset[str]:
    """Capitalised words that are no part of a name."""
    return _posts() | _words("opener") | _words("thing")


def people_in(text: str) -> list[Person]:
    """Every name of a person in a text, in order: two parts or more, or one that titles or full names speak for."""
    names = list(_names(text))
    full = {part for name in names if (parts := parts_of(name.name))[1:] for part in parts[-2:]}
    return [name for name in names if parts_of(name.name)[1:] or _known(text, name, full)]


def parts_of(name: str) -> list[str]:
    """The parts of a name; initials may touch what follows them: "P.I.Sokolov"."""
    return _PARTS.findall(name)


_PARTS = re.compile(r"[^\s.]+\.?")


def _names(text: str) -> Iterator[Person]:
    for match in _NAME.finditer(text):
        start, name = _without_titles(match)
        if not name or is_people_or_place(name) or len(name.split()) > _LONGEST:
            continue
        if name.split()[-1].lower() in _no_part():
            continue
        yield Person(name, _title_start(text, start), start, start + len(name))


@cache
def _last_words_of_titles() -> frozenset[str]:
    return frozenset(title.split()[-1].lower() for title in _titles())


_LAST_WORD = re.compile(r"[\w.']+(?=,? $)")
_LONGEST_WORD = 30


def _title_start(text: str, start: int) -> int:
    """Where the titles before a name begin; its own start where there are none."""
    # Most names have none: their last word is cheaper to look up than to search for.
    last = _LAST_WORD.search(text, max(0, start - _LONGEST_WORD), start)
    if last is None or last[0].lower().rstrip(".") not in _last_words_of_titles():
        return start
    title = _title_before().search(text, max(0, start - 60), start)
    return title.start() if title else start


def _without_titles(match: re.Match[str]) -> tuple[int, str]:
    """The name's start and text without the words that only stand before or behind it."""
    start, words = match.start(), match[0].split(" ")
    while words and (words[0].lower() in _no_part() or _of_people(words)):
        start += len(words.pop(0)) + 1
    if _stands_in(match.string, start, words):
        start += len(words.pop(0)) + 1
    # "Bolat Nurgaliyev of Kazakhstan": where one is from.
    if "of" in words and is_people_or_place(words[words.index("of") + 1]):
        words = words[: words.index("of")]
    return start, " ".join(words)


_WHERE = re.compile(r"\b(?:[Ii]n|[Nn]ear|[Aa]t|[Ff]rom|to) $")


def _stands_in(text: str, start: int, words: Sequence[str]) -> bool:
    """Whether a name follows the place where its bearer was: "In Paris | Mustafa Shokay"."""
    placed = len(words) > 2 and words[0].lower() in places()
    return placed and _WHERE.search(text, max(0, start - 6), start) is not None


def _of_people(words: Sequence[str]) -> bool:
    """Whether a name of two words or more follows what its bearer is: "Kazakh Abai Kunanbaiuly"."""
    return len(words) > 2 and words[0].lower() in peoples()


def _known(text: str, name: Person, full: Container[str]) -> bool:
    before = text[max(0, name.start - 30) : name.start].split()
    titled = bool(before) and before[-1][0].isupper() and before[-1].lower() in _posts()
    return titled or name.name in full or _leads(text, name)


def _leads(text: str, name: Person) -> bool:
    """Whether the words beside one name alone say that its bearer leads: "chaired by Lenin", "Satpayev headed"."""
    led, leads = _leading()
    before = text[max(0, name.start - 30) : name.start]
    if led.search(text, max(0, name.outer - _LED_REACH), name.outer):
        return not name.name.endswith("s")
    # "the brothers Dosmukhamedov led" tells of two.
    surname = name.name.lower().endswith(tuple(_words("surname"))) and not before.endswith("s ")
    return surname and leads.match(text, name.end) is not None


@cache
def _leading() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands before a name alone of who leads, and behind a surname."""
    led, heads, nouns = (
        "|".join(form for row in table("leading_verbs") for form in values(row[column]))
        for column in ("led", "heads", "noun")
    )
    roles = (row for row in table("roles") if row["leads"] == "yes")
    posts = any_of({form for row in roles for form in (row["role"], *values(row["variants"]))})
    became = r"(?:was|is|became)(?: already| then| later)?(?: elected| appointed| chosen)?(?: as)?"
    return (
        re.compile(
            rf"\b(?:(?:{led}) by|under (?:the )?(?:{nouns}) of) (?:(?:the|an?) )?(?:[a-z-]+ )?$"
        ),
        re.compile(
            rf"(?:,? who)?(?: then| later)? (?:{heads})\b|, under whose "
            rf"| {became} (?:(?:the|its) )?(?:(?:first|new) )?(?:{posts})\b"
        ),
    )


_LED_REACH = 60


def reigns(person: Person) -> bool:
    """Whether a name ends or opens with the title of who reigns: "Tauke Khan"."""
    words = person.name.lower().split()
    return words[0] in _words("ruler") or words[-1] in _words("ruler")
