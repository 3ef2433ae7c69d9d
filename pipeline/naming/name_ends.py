"""What ends a name without a word that ties it on: a town, its own name, letters, the land."""

from collections.abc import Sequence

from pipeline.naming.clubs import is_club
from pipeline.naming.listed import is_listed, type_listed
from pipeline.naming.nouns import person_endings, type_of_head, word_set
from pipeline.naming.word_kinds import word_at
from pipeline.naming.words import Word
from pipeline.normalising.gazetteer import is_people, places

# Heads of bodies that have a name of their own more often than not.
_NAMED = ("movement", "center", "centre", "association", "society")
_FEWEST_LETTERS = 4

# "National Academic library | RK".
LANDS = ("RK", "RoK", "USSR", "RSFSR", "KazSSR", "KazASSR", "RF")


def ends_named(words: Sequence[Word], after: int, *, own: bool) -> bool:
    """Whether one word behind a head ends its name: a college's town, a club's name, with `own` any body's own name."""
    named = _college_town(words, after) or _club_name(words, after)
    named = named or _listed_name(words, after) or names_party(words, after)
    return named or (own and _own_name(words, after))


def letters_or_land(words: Sequence[Word], index: int) -> int:
    """How many words at `index` are what a museum remembers, or the land: "ALZHIR", "MES RK"."""
    letters = _lettered(words, index) or of_land(words, index) or _of_republic(words, index)
    letters = letters or _of_ministry(words, index)
    return letters or _of_the_elbasy(words, index) or _of_kazakhstan(words, index)


_MINISTRIES = ("MFA", "MIA", "MVD", "MID", "MES", "KGB", "NKVD")


def _of_ministry(words: Sequence[Word], index: int) -> bool:
    """Whether a ministry's letters stand behind those of its land: "Diplomatic Academy of the USSR | MFA"."""
    letters = word_at(words, index)
    landed = letters is not None and words[index - 1].text in LANDS
    return landed and words[index].text in _MINISTRIES


def _of_kazakhstan(words: Sequence[Word], index: int) -> bool:
    """Whether the land's letter ends a party's: "CP(b) | K"."""
    land = [word.text for word in words[index : index + 1]]
    before = "".join(word.text for word in words[max(0, index - _WING) : index])
    return land == ["K"] and before.endswith("(b)")


# "(b)" in three words
_WING = 3


_DASHES = ("-", "–", "—")


def _of_the_elbasy(words: Sequence[Word], index: int) -> int:
    """How many words are the first President's style behind a dash: "Library of the First President | – Elbasy"."""
    style = [word.text for word in words[index : index + 2]]
    return len(style) if style[1:] == ["Elbasy"] and style[0] in _DASHES else 0


def _college_town(words: Sequence[Word], after: int) -> bool:
    """Whether a town ends the name of a college: "University College | London"."""
    town = word_at(words, after)
    named = after > 1 and words[after - 1].text == "College" and words[after - 2].capital
    return named and town is not None and town.capital and town.lower in places()


def names_party(words: Sequence[Word], index: int) -> bool:
    """Whether one capital names the party a committee is of: "Regional Committee of the party | Alash"."""
    name, following = word_at(words, index), word_at(words, index + 1)
    of_party = [word.lower for word in words[max(0, index - 3) : index]] == ["of", "the", "party"]
    if not of_party or name is None or (following is not None and following.capital):
        return False
    person = name.initial or name.lower.endswith(person_endings("surname"))
    return name.capital and name.pos == "PROPN" and not person


def _club_name(words: Sequence[Word], after: int) -> bool:
    """Whether the name of a club follows: "Football Club | Kairat"."""
    name = word_at(words, after)
    return words[after - 1].text == "Club" and name is not None and is_club(name.text)


# Bodies whose name in one word stands behind what they are.
_OFFICIAL = ("agency", "company", "corporation")


def _listed_name(words: Sequence[Word], after: int) -> bool:
    """Whether the lexicon's name of a body of the same type follows: "National Space Agency | Kazcosmos"."""
    name, head = word_at(words, after), words[after - 1]
    if name is None or not head.capital or head.lower not in _OFFICIAL or name.text.isupper():
        return False
    # "National Company | KazMunayGas" tells but the legal form.
    form = words[after - 2].text in ("National", "Joint-Stock", "Stock")
    kind = type_of_head(head.lower)
    return words[after - 2].capital and not form and type_listed(name.text) == kind


def _own_name(words: Sequence[Word], after: int) -> bool:
    """Whether one word that is no person's or place's ends a name: "Turkish Cultural Center | Ahiska"."""
    name, following = word_at(words, after), word_at(words, after + 1)
    head = words[after - 1]
    if name is None or not head.capital or head.lower not in _NAMED:
        return False
    alone = following is None or not following.capital
    other = name.initial or name.dated or name.text in word_set("event") or is_people(name.text)
    person = name.lower.endswith(person_endings("surname"))
    return name.capital and alone and not other and not person and name.lower not in places()


def _lettered(words: Sequence[Word], index: int) -> bool:
    """Whether the capitals of what a museum remembers follow: "Museum-memorial complex | ALZHIR"."""
    word = word_at(words, index)
    museum = words[index - 1].lower in ("complex", "museum") and words[index - 1].pos != "VERB"
    return museum and word is not None and len(word.text) >= _FEWEST_LETTERS and word.text.isupper()


def of_land(words: Sequence[Word], index: int) -> int:
    """How many words are the letters of a land that follow a name: "RK", "MES RK", "AN KazSSR", "AN of Kazakh SSR"."""
    if academy := _of_academy(words, index):
        return academy
    for size in (1, 2, 3):
        run = [word_at(words, place) for place in range(index, index + size)]
        letters = all(w is not None and (w.text.isupper() or w.text in LANDS) for w in run)
        if letters and words[index + size - 1].text in LANDS:
            return 0 if words[index - 1].initial else size
    return 0


# The longest is "AN of the Kazakh SSR".
_ACADEMY_WORDS = (5, 4, 3)


def _of_academy(words: Sequence[Word], index: int) -> int:
    """How many words are the letters of an academy and what it is of: "Institute of Botany | AN of Kazakh SSR"."""
    first = word_at(words, index)
    if first is None or first.text not in ("AN", "AS"):
        return 0
    of = (size for size in _ACADEMY_WORDS if is_listed(_joined(words[index : index + size])))
    return next(of, 0)


def _joined(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words)


def _of_republic(words: Sequence[Word], index: int) -> int:
    """How many words name the land without "of" before it: "Ministry of Culture | Republic of Kazakhstan".

    Or "Academy of Sciences | Kazakh Soviet Socialist Republic".
    """
    named = [word.text for word in words[index : index + _SOVIET_REPUBLIC]]
    if named[1:] == ["Soviet", "Socialist", "Republic"]:
        return _SOVIET_REPUBLIC if words[index - 1].capital else 0
    republic = named[:2] == ["Republic", "of"] and named[2:3] != [] and named[2].lower() in places()
    return 3 if republic and words[index - 1].capital else 0


_SOVIET_REPUBLIC = 4
