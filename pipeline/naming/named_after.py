"""The bare name right behind a lower-case noun: "kolkhoz Avangard", "newspaper Kazakh"; a person may stand there."""

from collections.abc import Sequence

from pipeline.naming.candidates import Candidate
from pipeline.naming.found_heads import RUSSIAN_ADJECTIVE, FoundHead, named
from pipeline.naming.name_ends import LANDS
from pipeline.naming.nouns import is_head, legal_forms, person_endings, word_set
from pipeline.naming.words import Word, is_calling, next_to
from pipeline.normalising.context import person_nouns
from pipeline.normalising.gazetteer import is_people, is_people_or_place, peoples

# Lower-case heads whose capitalised word is the whole name: "the Gulder dance ensemble".
BEARS_NAME = ("culture", "media", "company", "party")
# Bodies whose name follows the noun; behind another noun stands a person: "director of the institute X Y".
_NAMED_AFTER = (*BEARS_NAME, "association", "religious", "education", "other", "museum")
# Bodies with a name of two words less often than with a leader behind: "director of museum Bauyrzhan Abish".
_SELDOM_NAMED = ("education", "museum", "association")
NAMES_OF_A_LEADER = 2
# Houses of culture that are named by a patron or a field, not by two capitals behind the noun.
_STORES = ("archive", "library", "gallery")


def named_after(found: FoundHead) -> Candidate | None:
    """The capitalised name right after a lower-case head: "kolkhoz Avangard", "newspaper Kazakh"."""
    press = found.row["type"] == "media"
    if not found.takes_name or not _only_people(found.left, places=press):
        return None
    if _quote_soon_before(found) or _is_pointed_at(found):
        return None
    following = found.words[found.after : found.after + 1]
    letters = any(_is_acronym(word) for word in following) and next_to(found.words, found.after)
    if _of_its_leader(found) or _opens_persons(found) or _is_a_place(found):
        return None
    if not (letters or found.row["type"] in _NAMED_AFTER):
        return None
    name: list[Word] = []
    index = found.after
    while index < len(found.words) and len(name) < 4 and next_to(found.words, index):
        size = 1 if may_name(found.words[index]) else _of_a_name(found, index, name)
        if not size:
            break
        name += found.words[index : index + size]
        index += size
    # "the head of the kolkhoz Kyzyl Tu | Marat Isin"
    if len(name) > NAMES_OF_A_LEADER and name[-1].lower.endswith(person_endings("surname")):
        name = name[:-NAMES_OF_A_LEADER]
        return named(name, " ".join(word.text for word in name), found.row, "named-after")
    # "the first depot | Kazakhs": those who work there.
    if not name or (not press and len(name) == 1 and is_people(name[0].text)):
        return None
    if press and len(name) == 1 and next_to(found.words, index):
        name += [word for word in found.words[index : index + 1] if is_calque(name[0], word)]
    return named(name, " ".join(word.text for word in name), found.row, "named-after")


def _is_pointed_at(found: FoundHead) -> bool:
    """Whether a body told before is meant, so that what follows is who acts: "for this museum | Abai Omarov gave"."""
    before = [word.lower for word in found.words[max(0, found.start - 1) : found.start]]
    return before in (["this"], ["that"]) and not found.left and found.row["type"] != "media"


# Funds that bear what they do: "the foundation Bread | for Life".
_OF_DEEDS = ("foundation", "fund", "charity")


# "the firm Siemens | und Halske"
_FOREIGN_AND = ("und", "et")


def _of_a_name(found: FoundHead, index: int, name: Sequence[Word]) -> int:
    """How many words go on with a bare name behind a joint: "kolkhoz Red Dawn | of Communism"."""
    words = found.words
    following = words[index + 1 : index + 2]
    joints = ("of", "in", "for") if found.row["head"].split()[-1] in _OF_DEEDS else ("of",)
    foreign = words[index].lower in _FOREIGN_AND
    joined = words[index].lower in joints and not (following and following[0].dated)
    goes_on = bool(name) and (joined or foreign) and bool(following) and may_name(following[0])
    # "the journal Women | of Kazakhstan", "the journal Nature | of Kazakhstan"
    last = name[-1].lower if name else ""
    told = last in person_nouns() or last in word_set("tail")
    place = goes_on and is_people_or_place(following[0].text) and not told
    return 2 if goes_on and not place else 0


def _of_its_leader(found: FoundHead) -> bool:
    """Whether a person follows: "the chairman of the (national) center Rais Galimov"."""
    start = adjectives_from(found)
    before = [word.lower for word in found.words[max(0, start - 3) : start]]
    article = before[-1:] == ["the"]
    *post, joint = before[: len(before) - article] or [""]
    if joint != "of" or not post:
        return False
    name = _capitals_behind(found)
    # "the regional committee of party | Rais Galimenko"
    if found.row["type"] == "party" and post[-1] in _OFFICES and _is_full_name(name):
        return True
    if post[-1] not in (*word_set("leader"), *_OFFICES):
        seldom = found.row["type"] == "museum" or found.row["head"] in _STORES
        person = len(name) == NAMES_OF_A_LEADER if seldom else _is_full_name(name)
        return is_calling(post[-1]) and person
    if article and found.row["type"] not in BEARS_NAME:
        return True
    if found.row["type"] in _SELDOM_NAMED or found.row["head"] in _STORES:
        return len(name) == NAMES_OF_A_LEADER
    # "The editor of the newspaper Qazaq", but "… of the newspaper Rais Galimov"; "The head of the kolkhoz Kyzyl Tu
    # Marat Isin" has both.
    surname = name[-1].lower.endswith(person_endings("surname")) if name else False
    return len(name) <= NAMES_OF_A_LEADER and surname


# "the chairman of the branch of the association | X Y"
_OFFICES = ("branch", "department", "section", "committee", "bureau", "obkom")


def _is_full_name(name: Sequence[Word]) -> bool:
    """Whether capitals are a given name and a surname or patronymic."""
    endings = (*person_endings("surname"), *person_endings("patronymic"))
    return len(name) == NAMES_OF_A_LEADER and name[-1].lower.endswith(endings)


def _capitals_behind(found: FoundHead) -> Sequence[Word]:
    """The words right behind a head that may be its name."""
    index = found.after
    while index < len(found.words) and may_name(found.words[index]):
        index += 1
    return found.words[found.after : index]


def _is_a_place(found: FoundHead) -> bool:
    """Whether a house of prayer is where something is: "at mosque | Beket-Ata"."""
    before = [word.lower for word in found.words[max(0, found.head - 1) : found.head]]
    return found.row["head"] in ("mosque", "church") and before[:1] in (["at"], ["near"], ["in"])


def _opens_persons(found: FoundHead) -> bool:
    """Whether the first of two people follows: "the workers of kolkhoz | Ivan Ivanov and Petr Petrov"."""
    name, surnames = _capitals_behind(found), person_endings("surname")
    end = found.after + len(name)
    behind = found.words[end : end + 3]
    if len(name) != NAMES_OF_A_LEADER or len(behind) < 3 or behind[0].lower != "and":
        return False
    full = all(word.lower.endswith(surnames) for word in (name[-1], behind[2]))
    return full and behind[1].capital and behind[2].capital


def _quote_soon_before(found: FoundHead) -> bool:
    """Whether the noun follows a quoted name, adjectives between: '"Turan Times" international newspaper | X Y'."""
    index = found.head
    while index > 0 and found.words[index - 1].spoken and not found.words[index - 1].capital:
        index -= 1
    quote = index - 1
    closes = quote > 0 and found.words[quote].text == '"'
    # "“It rained,” he told the newspaper | X": behind a comma ends what is said.
    name = closes and found.words[quote - 1].spoken
    return name and found.words[quote - 1].end == found.words[quote].start


def _only_people(left: Sequence[Word], *, places: bool) -> bool:
    """Whether nothing but peoples and plain adjectives stands before a head: "the Azerbaijani centre Khazar".

    Before the press may stand a place, with `places`: "the Petersburg daily Golos".
    """
    return all(
        word.lower in word_set("inside")
        or are_peoples(word.lower)
        or (places and is_people_or_place(word.text))
        for word in left
    )


def are_peoples(word: str) -> bool:
    """Whether a word is a people's adjective, or two in one: "Chechen-Ingush"."""
    return word in peoples() or all(part in peoples() for part in word.split("-"))


def adjectives_from(found: FoundHead) -> int:
    """Where the adjectives before a memorial name begin: "city public library named after …", "tobacco factory …"."""
    start = found.start
    inside = word_set("inside") | word_set("trade") | word_set("rank")
    while start > 0 and next_to(found.words, start):
        word = found.words[start - 1]
        # "military-engineering | academy named after Kuibyshev"
        if word.first or not (word.lower in inside or word.lower.split("-")[0] in _FIELDS):
            break
        start -= 1
    return start


# What a hyphenated adjective of a memorial name opens with, whatever is joined to it.
_FIELDS = (
    "military",
    "medical",
    "musical",
    "political",
    "physical",
    "mechanical",
    "infantry",
    "artillery",
)


def _is_acronym(word: Word) -> bool:
    """Whether a word is three capitals or more: "TIKA"."""
    return len(word.text) >= _FEWEST_LETTERS and word.text.isalpha() and word.text.isupper()


_FEWEST_LETTERS = 3


def is_calque(first: Word, second: Word) -> bool:
    """Whether a Russian or Kazakh name has its second word in small letters: "Leninskaya smena", "Til zholy"."""
    plain = not second.capital and second.text.isalpha() and not is_head(second.lower)
    russian = first.capital and first.lower.endswith(RUSSIAN_ADJECTIVE)
    kazakh = first.capital and second.lower in word_set("press")
    return kazakh or (russian and plain and second.pos in ("NOUN", "PROPN", "ADJ", "X", "VERB"))


def may_name(word: Word) -> bool:
    """Whether a word behind a head may be its name: a capital that is no initial, legal form or opening word."""
    other = word.initial or word.dated or word.text in legal_forms() or word.text in LANDS
    return word.capital and not other and word.text not in word_set("outside")
