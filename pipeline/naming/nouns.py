"""The lexicons of head nouns and of the words around them, indexed."""

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from pipeline.alternatives import any_of
from pipeline.lexicons import Row, table
from pipeline.naming.words import Word
from pipeline.normalising.gazetteer import is_people, is_people_or_place
from pipeline.records import OrganizationType

# Types whose bodies go by a bare name.
BARE_TYPES = ("association", "party", "media", "company", "culture")


@cache
def heads() -> Mapping[str, Row]:
    """Head nouns by singular and plural form, lower case."""
    rows = table("organization_heads")
    return {
        form: row for row in rows for form in (row["head"].lower(), row["plural"].lower()) if form
    }


@cache
def _singular() -> Mapping[str, tuple[tuple[tuple[str, ...], Row], ...]]:
    """Heads as tuples of words, longest first, by their first word; plurals that name one body, too."""
    found: dict[str, list[tuple[tuple[str, ...], Row]]] = {}
    for row in table("organization_heads"):
        many = [row["plural"]] if row["plural"] in word_set("many") else []
        for form in (row["head"].lower(), *many):
            words = tuple(form.split())
            found.setdefault(words[0], []).append((words, row))
    return {
        first: tuple(sorted(entries, key=lambda entry: -len(entry[0])))
        for first, entries in found.items()
    }


def head_places(words: Sequence[Word]) -> list[int]:
    """Where a head may begin: the words that are the first of one."""
    firsts = _singular()
    return [i for i, word in enumerate(words) if spelled(word.text) in firsts]


def head_at(words: Sequence[Word], index: int) -> tuple[Row, int] | None:
    """The longest singular head that begins at a word, and where it ends."""
    for parts, row in _singular().get(spelled(words[index].text), ()):
        end = index + len(parts)
        if tuple(spelled(word.text) for word in words[index:end]) == parts:
            return None if _is_verb(words, index) else (row, end)
    return None


# Letters of the shortest head that a slip of the pen is read as; shorter words are too often another word.
_SHORTEST_MISSPELLED = 7


_HYPHENED = re.compile(r"(?:[A-Z]\w+-){2,4}(?P<head>[A-Z]\w+)")


@lru_cache(maxsize=65536)
def spelled(word: str) -> str:
    """A word in lower case; one with a capital that is a slip away from a head as that head: "Colledge".

    A slip is one letter too many, too few or another, or two exchanged (Damerau 1964), not at the word's end, where it
    may be another form of the word. In German spelling hyphens join a name to its head: "Max-Planck-Institute".
    """
    lower = word.lower()
    if "-" in word and lower not in heads() and (hyphened := _HYPHENED.fullmatch(word)):
        return hyphened["head"].lower()
    if len(lower) < _SHORTEST_MISSPELLED or lower == word or lower in heads():
        return lower
    near = (
        head
        for head in _long_heads()
        if head[-1] == lower[-1] and DamerauLevenshtein.distance(head, lower, score_cutoff=1) == 1
    )
    return next(near, lower)


@cache
def _long_heads() -> tuple[str, ...]:
    rows = (row for row in table("organization_heads") if row["strength"] == "strong")
    names = (row["head"].lower() for row in rows)
    return tuple(name for name in names if name.isalpha() and len(name) >= _SHORTEST_MISSPELLED)


def _is_verb(words: Sequence[Word], index: int) -> bool:
    """Whether "works" is what somebody does: "a department works at the university", "In Chu region works a plant"."""
    if words[index].text != "works":
        return False
    # "where V. Kozlov | works"
    if index > 1 and words[index - 2].initial and words[index - 1].capital:
        return True
    behind = [word.lower for word in words[index + 1 : index + 2]]
    before = [word.text for word in words[max(0, index - 1) : index]]
    # "In the Museum of Arts | works of Kasteyev are kept"
    whose = [word.text for word in words[index + 2 : index + 3]]
    made = behind == ["of"] and not any(map(is_people_or_place, whose))
    made = made and any(word[0].isupper() for word in before)
    return made or any(word in _WHERE for word in behind) or any(word in _LANDS for word in before)


_LANDS = ("city", "district", "oblast", "region", "town", "village")
_WHERE = (
    "since",
    "until",
    "from",
    "at",
    "in",
    "as",
    "on",
    "for",
    "with",
    "here",
    "there",
    "towards",
    "under",
    "a",
    "an",
    "the",
    "closely",
)


def is_head(word: str) -> bool:
    """Whether a word, singular or plural, heads names of bodies."""
    return word.lower() in heads()


def type_of_head(word: str) -> str | None:
    """The type of the bodies that a word, singular or plural, heads."""
    row = heads().get(word.lower())
    return row["type"] if row else None


@cache
def singular_heads() -> str:
    """The singular heads as a regular expression."""
    return any_of(row["head"].lower() for row in table("organization_heads"))


@cache
def all_heads() -> str:
    """Singular and plural heads as a regular expression."""
    return any_of(heads())


@cache
def word_set(use: str) -> frozenset[str]:
    """The words of organization_words.tsv with this use."""
    return frozenset(row["word"] for row in table("organization_words") if row["use"] == use)


@cache
def person_endings(kind: str) -> tuple[str, ...]:
    """Endings of surnames or patronymics, lower case."""
    return tuple(row["word"] for row in table("person_words") if row["kind"] == kind)


@cache
def legal_forms() -> Mapping[str, Row]:
    """Legal forms of bodies as they are written: "TOO", "LLP"."""
    return {row["form"]: row for row in table("legal_forms")}


@cache
def blocked() -> frozenset[str]:
    """Phrases that are no organizations, lower case."""
    return frozenset(row["phrase"].lower() for row in table("organization_blockers"))


# The press and farms bear the names of whatever there is.
_SURE_NOUNS = (
    *("newspaper", "journal", "magazine", "almanac"),
    *("kolkhoz", "sovkhoz", "collective farm", "state farm"),
)
_SURE_REACH = 20


@cache
def _sure_noun() -> re.Pattern[str]:
    return re.compile(rf"\b({any_of(_SURE_NOUNS)}),? \"?$", re.IGNORECASE)


def sure_noun(text: str, start: int) -> Row | None:
    """The row of a noun right before a name that tells its type, whatever else bears that name: "newspaper Ak Zhol"."""
    match = _sure_noun().search(text, max(0, start - _SURE_REACH), start)
    return heads()[match[1].lower()] if match else None


# "The Soviet Academy" is no soviet.
_INNER_HEAD = r" of (?:the )?(?:[\w.'-]+ ){{0,20}}?\b(?!Soviet [A-Z])({heads})\b"
# Parts of a body, which are what it is; councils of societies are societies.
_PARTS = (
    "department",
    "branch",
    "division",
    "affiliate",
    "section",
    "subdivision",
    "subdepartment",
    "sub-department",
    "representation",
    "bureau",
    "office",
    "board",
)
_SCHOOLS = ("institute", "university", "academy")
_COUNCILS = ("council", "central council", "regional council")

# "4th | company".
_ORDINALS = frozenset(["1st", "2nd", "3rd", *(f"{number}th" for number in range(4, 21))])
# Heads that a word in the name or right before it makes another body's: "Noble Assembly", "mine administration".
_RETOLD: tuple[tuple[str, frozenset[str], OrganizationType], ...] = (
    ("assembly", frozenset(["noble", "nobility", "officers", "merchants"]), "association"),
    ("company", _ORDINALS, "military"),
    ("committee", frozenset(["peace", "women", "veterans", "mothers"]), "association"),
    ("detachment", frozenset(["search"]), "association"),
    ("administration", frozenset(["mine", "mines", "oilfield", "oilfields"]), "company"),
    ("council", frozenset(["academic", "scientific", "learned", "dissertation"]), "education"),
    ("council", frozenset(["deputies"]), "assembly"),
    ("school", frozenset(["sport", "sports"]), "education"),
    ("center", frozenset(["manuscripts"]), "culture"),
    ("centre", frozenset(["manuscripts"]), "culture"),
)
_TEACHING = ("department", "sub-department", "subdepartment")
# What tells that a committee is the state's all the same: "Committee for Women's Affairs".
_OF_STATE = frozenset(["affairs", "ministry", "government", "president", "pensions"])


def _retold(head: str, words: Sequence[str]) -> OrganizationType | None:
    """The type that a word tells where the head alone tells another."""
    last = head.split()[-1]
    # "Department of History": of a university.
    if last in _TEACHING and word_set("taught").intersection(words):
        return None if _OF_STATE.intersection(words) else "education"
    for noun, told, kind in _RETOLD:
        if last == noun and told.intersection(words) and not _OF_STATE.intersection(words):
            return kind
    return None


# "City Committee of the Communist Party", "bureau of the RKP(b)", "District Party Committee"
_OF_PARTY = re.compile(
    r" of (?:the )?(?:(?:CC|TsK) (?:of (?:the )?)?)?"
    r"(?:Communist Party|V?LKSMK?|(?:VKP|RKP|AUCP|RCP|CPSU|RSDRP|CP) ?\(b\)|RSDLP|RSDRP|CPSU|CPK|CP)(?!\w)"
    r"|\b[Pp]arty (?:[Cc]ommittee|[Bb]ureau)\b|[Cc]ommittee of (?:the )?[Pp]arty$"
)
# Types of bodies that a word of faith makes religious: "Community of Evangelical Christians", no "Spiritual Seminary".
_OF_ANY_FAITH = ("association", "government", "assembly", "other")


@cache
def _inner_head() -> re.Pattern[str]:
    return re.compile(_INNER_HEAD.format(heads=all_heads()), re.IGNORECASE)


def _whole_of(surface: str) -> re.Match[str] | None:
    """The body behind a name's "of", of parts what they are parts of: "of the Department | of the Society"."""
    found = list(_inner_head().finditer(surface))
    return next((m for m in found if m[1].lower() not in _PARTS), found[0] if found else None)


def _of_party(surface: str) -> OrganizationType | None:
    """What a committee of a party or its youth is."""
    if "Komsomol" in surface:
        return "association"
    return "party" if _OF_PARTY.search(surface) else None


def _is_international(surface: str, first: str, row: Row) -> bool:
    """Whether a body is of many states; a society with a name in quotes is a society: 'International Fund "Kyran"'."""
    if first not in word_set("international"):
        return False
    own = '"' in surface and row["type"] == "association"
    bound = first == "international" and row["type"] in ("association", "government") and not own
    return row["head"].startswith("organi") or bound


_BONDS_OF_STATES = (
    *("alliance", "association", "commonwealth", "community", "council", "fund", "union"),
    *("organization", "organisation"),
)


def _of_states(words: Sequence[str], head: str) -> bool:
    """Whether what a body joins is states: "Organisation of Turkic | States", no "… of the United States"."""
    united = words[-2:-1] == ["united"]
    return head in _BONDS_OF_STATES and words[-1] in ("states", "countries") and not united


def _of_firm(surface: str, row: Row) -> OrganizationType | None:
    """The type of the firm whose part a body is: 'Coal Department of JSC "Karaganda"'."""
    part, _, whole = surface.partition(" of ")
    form = legal_forms().get(whole.removeprefix("the ").split(" ")[0])
    return form["type"] if form and row["head"] in _PARTS and part else None  # type: ignore[return-value]


def _told_otherwise(surface: str, words: Sequence[str], row: Row) -> OrganizationType | None:
    """The type that other words of a name tell before its head does."""
    # "People's Congress of Kazakhstan | party"
    if surface.endswith(" party") and row["type"] in ("assembly", "association"):
        return "party"
    if _is_international(surface, words[0], row) or _of_states(words, row["head"]):
        return "international"
    ruled = _of_party(surface) if row["type"] == "government" else None
    return _of_firm(surface, row) or _retold(row["head"], words) or ruled


def type_of(surface: str, row: Row) -> OrganizationType:
    """The head's type, save where the words around a vague head tell more."""
    words = [word.lower() for word in re.findall(r"\w+", surface)]
    if told_otherwise := _told_otherwise(surface, words, row):
        return told_otherwise
    faith = word_set("faith").intersection(words)
    if row["head"] == "community" and not word_set("plain_faith").isdisjoint(words):
        return "religious"
    # A council for religious cults is the state's.
    told = faith if row["type"] == "association" else faith - {"religious"}
    if told and row["type"] in _OF_ANY_FAITH:
        return "religious"
    inner = _whole_of(surface)
    of = heads()[inner[1].lower()]["type"] if inner else ""
    if row["head"] in _COUNCILS and of == "association":
        return "association"
    # "Department of Archives": what it is for.
    many = inner is not None and inner[1].lower() == heads()[inner[1].lower()]["plural"]
    # "of the Academy", "of the Russian geographical society"
    named = inner is not None and inner[0] != inner[0].lower() and not many
    taught = inner is not None and inner[1].lower() in _SCHOOLS
    if row["type"] == "other" or (row["head"] in _PARTS and (named or taught)):
        # "branch of the Academy of Sciences" is what the academy is; a centre of a people is a society.
        if of:
            return of  # type: ignore[return-value]
        if word_set("learned").intersection(words):
            return "education"
        if any(is_people(word) or is_people(f"{word}s") for word in words):
            return "association"
    return row["type"]  # type: ignore[return-value]
