"""The nouns behind a joint of a tail: "of | the Ministry of Culture and Sport", up to where something new begins."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.naming.led_to import another_body, begins_other, is_pair
from pipeline.naming.listed import is_listed
from pipeline.naming.name_ends import names_party
from pipeline.naming.nouns import head_at, is_head, type_of_head, word_set
from pipeline.naming.persons import person_begins
from pipeline.naming.word_kinds import LAND_WORDS, is_adjective, of_people, word_at
from pipeline.naming.words import Word
from pipeline.normalising.context import person_nouns
from pipeline.normalising.gazetteer import is_people, peoples, places


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


NAMED_AFTER = "n.a."
_MEMORIAL = (
    ("named", "after"),
    ("named", "for"),
    ("named", "by"),
    ("named", "of"),
    ("name", "after"),
    ("by", "name"),
    ("after", "name"),
    ("of", "name"),
    ("in", "name"),
    ("the", "name"),
    ("to", "them"),
)


def is_memorial_joint(words: Sequence[Word], index: int) -> bool:
    """Whether "named after" or its like begins at a word, "of the name" too."""
    first, second = word_at(words, index), word_at(words, index + 1)
    if first is None or second is None:
        return False
    if first.lower in ("of", "in") and second.lower in ("the", "a") and index + 2 < len(words):
        second = words[index + 2]
    return first.text == NAMED_AFTER or (first.lower, second.lower) in _MEMORIAL


# The words of letters in brackets, the brackets too.
BRACKETED = 3
_FEWEST_CAPITALS = 3


def is_bracketed(words: Sequence[Word], index: int) -> bool:
    """Whether letters in brackets begin at a word: "University | (KMU)"."""
    run = [word.text for word in words[index : index + BRACKETED]]
    # "KMU", "KazAPP"
    short = len(run) == BRACKETED and len(run[1]) > 1
    letters = short and (run[1].isupper() or sum(map(str.isupper, run[1])) >= _FEWEST_CAPITALS)
    return letters and (run[0], run[2]) == ("(", ")")


# Words of the longest tail; the longest of the development articles has 21. Capitals that run on are no name.
LONGEST = 40


def noun_phrase(words: Sequence[Word], start: int, capital: bool) -> Tail | None:
    """The longest run of words that name something, cut back to a noun."""
    end, has_capital, position = start, False, start
    while position - start < LONGEST and (word := word_at(words, position)) is not None:
        previous = words[position - 1] if position > start else None
        if previous is not None and previous.capital and (body := _inner(words, position)):
            position = end = body
            has_capital = True
            continue
        if word.lower == "and" and previous is not None:
            # "Association of Tatar and | Tatar-Bashkir public cultural centers"
            bound = is_pair(words, position) or _share_a_head(words, start, position)
            apart = not (bound or of_people(previous))
            another = apart and (
                another_body(words, position + 1) or begins_other(words, position + 1)
            )
            if another or not _goes_on(words, position + 1, capital):
                break
            position += 1
            continue
        if word.lower == "the" and previous is not None and _opens_object(words, position):
            position += 1
            continue
        if is_memorial_joint(words, position) or not _fits(words, position, previous, capital):
            break
        position += 1
        if _may_end(word):
            end = position
            has_capital = has_capital or (word.capital and not word.ordinal)
    if end == start:
        return None
    if not has_capital and not capital:
        return None
    return Tail(end, has_capital)


def _share_a_head(words: Sequence[Word], start: int, joint: int) -> bool:
    """Whether "and" joins two adjectives of a head to come: "of Otrar State Historical | and | Cultural Reserve"."""
    pair = words[joint - 1 : joint + 2 : 2]
    opened = joint - start > 1 and not any(is_head(word.lower) for word in words[start:joint])
    return opened and len(pair) > 1 and all(word.capital and is_adjective(word) for word in pair)


def _may_end(word: Word) -> bool:
    """Whether a name may end with a word: a noun, no owner ("the company of Kiev's | musical comedy")."""
    noun = word.capital or word.lower in word_set("tail") or word.pos in ("NOUN", "PROPN")
    noun = noun or word.lower == "abroad"
    return noun and not word.text.endswith("'s")


# The words of "the Great", "the Wonderworker".
EPITHET = 2


def is_epithet(words: Sequence[Word], index: int) -> bool:
    """Whether a ruler's or saint's epithet stands behind a name, no place: "of Peter | the Great"."""
    run = [word.text for word in words[index : index + EPITHET]]
    named = len(run) == EPITHET and index > 0 and words[index - 1].lower not in places()
    return named and run[0] == "the" and run[1] in word_set("epithet")


_INNER_REACH = 3


def _inner(words: Sequence[Word], index: int) -> int | None:
    """Where a lower-case head ends that capitals open in a tail: "Russian | geographical society", "Armed | forces".

    Or a ruler's epithet.
    """
    if is_epithet(words, index):
        return index + EPITHET
    opened = head_at(words, index - 1)
    if opened is not None and opened[1] > index and word_at(words, index) is not None:
        return opened[1]
    for place in range(index, min(index + _INNER_REACH, len(words))):
        word = word_at(words, place)
        if word is None or word.capital or word.dated:
            return None
        match = head_at(words, place)
        # "Kazakh | cultural associations"
        if match is None and is_head(word.lower) and of_people(words[index - 1]):
            return place + 1
        if match is not None:
            part = word.lower in word_set("unit") or word.lower in word_set("closing")
            return None if part else match[1]
        if word.pos not in ("ADJ", "NOUN", "PROPN") or word.lower in word_set("never"):
            return None
    return None


def _opens_object(words: Sequence[Word], article: int) -> bool:
    """Whether "the" opens the object of a noun of doing: "for Saving the Aral Sea", "Aid to the Starving"."""
    following = word_at(words, article + 1)
    before = words[article - 1]
    return following is not None and following.capital and before.text.endswith("ing")


def _goes_on(words: Sequence[Word], index: int, capital: bool) -> bool:
    word = word_at(words, index)
    if word is not None and word.lower == "the":
        return False
    return word is not None and _fits(words, index, None, capital)


def _fits(words: Sequence[Word], index: int, previous: Word | None, capital: bool) -> bool:
    """Whether a word may stand in a tail, given the one before it."""
    word = words[index]
    if not word.spoken or (word.dated and not _tells_a_time(words, index)):
        return False
    # "Association of | Former Internees"
    if word.text == "Former" and previous is None:
        return index + 1 < len(words) and words[index + 1].capital
    opens = word.text in word_set("outside") and word.text not in word_set("ordinal")
    if opens and not _honoured(words, index):
        return False
    if word.capital:
        return _fits_as_capital(words, index, previous)
    # "for studying Kirghiz | territory"
    studied = word.lower == "territory" and previous is not None and of_people(previous)
    # "plant of heavy | machine building"
    made = previous is not None and f"{previous.lower}-{word.lower}" in word_set("trade")
    if word.lower in word_set("never") and not (studied or made or _before_noun(words, index)):
        return False
    if previous is not None and previous.capital:
        return _fits_behind_capital(words, index, previous)
    # "the science | committee of the Ministry", "the Center of | uighur studies"
    common = word.pos in ("NOUN", "ADJ") or is_head(word.lower) or word.lower in peoples()
    common = common or _is_owner_of_deputies(words, index) or _of_a_unit(words, index)
    return word.lower in word_set("tail") or (capital and common)


def _of_a_unit(words: Sequence[Word], index: int) -> bool:
    """Whether a unit's number opens whose veterans a name tells: "Council of Veterans of the | 8th | Division"."""
    joint = index - 1 - (words[index - 1].lower == "the")
    counted = words[index].ordinal and not words[index].text.isdigit()
    return counted and words[joint].lower == "of" and words[joint - 1].lower in _REMEMBER


def _is_owner_of_deputies(words: Sequence[Word], index: int) -> bool:
    """Whether a word tells whose deputies follow: "of workers and | soldier's | deputies"."""
    following = word_at(words, index + 1)
    owner = words[index].lower.endswith(("'s", "s'"))
    return owner and following is not None and following.lower in ("deputies", "and")


def _fits_as_capital(words: Sequence[Word], index: int, previous: Word | None) -> bool:
    """Whether a capitalised word goes on with a tail, and is no person's name or another people's."""
    word, following = words[index], word_at(words, index + 1)
    # "Committee of the Red Cross | Japanese captives", but "of the Crimean | Tatar people"
    counted = following is not None and following.lower in person_nouns()
    if previous is not None and of_people(word) and counted:
        return f"{previous.lower} {word.lower}" in peoples()
    # "Institute of A.Kh. Margulan"
    if previous is None or previous.initial or _heads_soon(words, index):
        return True
    if names_party(words, index):
        return True
    leads = following is not None and following.capital and following.lower in word_set("tail")
    return not _apart(word, previous, leads=leads) and not person_begins(words, index)


def _fits_behind_capital(words: Sequence[Word], index: int, previous: Word) -> bool:
    """Whether a small word goes on with a tail behind a capitalised one."""
    word = words[index]
    # "Agency for Bulgarians | abroad"
    if word.lower == "abroad" and is_people(previous.text):
        return True
    # "Department of Internal | policy", "Committee of Soviet | women", "Committee of Soldiers' | mothers"
    soviet = previous.lower in ("soviet", "muslim") and words[index - 2].lower in (
        "the",
        "of",
        "for",
    )
    owners = previous.text.endswith("s'")
    tells = of_people(previous) or is_adjective(previous) or soviet or owners
    # "Union of Afghanistan | veterans"
    joined = previous.lower in places() and word.lower in person_nouns()
    # "akimat of Talapker | rural district"
    following = word_at(words, index + 1)
    rural = word.lower == "rural" and following is not None and following.lower in _RURAL
    # "Center of Abai | studies was opened", but "Institute of History | studies kurgans"
    closed = following is None or following.pos in ("AUX", "VERB", "ADP", "PUNCT")
    studies = word.lower == "studies" and word.pos == "NOUN" and closed
    # "regiment of OGPU | troops"
    troops = word.lower == "troops" and previous.text.isupper() and is_listed(previous.text)
    joined = joined or rural or studies or troops or _of_ores(words, index)
    return word.lower in word_set("closing") or (tells and word.pos == "NOUN") or joined


_RURAL = ("district", "okrug")
_HONOURED = (
    ("Most", "Holy"),
    ("Our", "Lady"),
    ("His", "Imperial"),
    ("Her", "Imperial"),
    ("His", "Majesty's"),
)


def _honoured(words: Sequence[Word], index: int) -> bool:
    """Whether a saint's or ruler's style begins: "of the | Most Holy Trinity", "of | His Imperial Majesty's"."""
    return tuple(word.text for word in words[index : index + 2]) in _HONOURED


def _of_ores(words: Sequence[Word], index: int) -> bool:
    """Whether a town's ores or the like begin, two nouns of tails: "company of Spassk | copper ores"."""
    pair = words[index : index + 2]
    known = len(pair) > 1 and all(word.lower in word_set("tail") for word in pair)
    return known and words[index - 1].lower in places() and not any(word.capital for word in pair)


def _tells_a_time(words: Sequence[Word], index: int) -> bool:
    """Whether a period is what a body deals with: a war, or times of old ("Society of lovers of | antiquity")."""
    old = words[index].lower in word_set("tail") and words[index - 2].lower in word_set("tail")
    return (old and words[index - 1].lower == "of") or _of_a_war(words, index)


_REMEMBER = ("museum", "veterans", "invalids", "participants", "heroes", "history")


def _of_a_war(words: Sequence[Word], index: int) -> bool:
    """Whether a period is a war whose veterans a name tells: "Council of Veterans of | the Great Patriotic War"."""
    start = index
    while start > 0 and words[start - 1].dated:
        start -= 1
    end = index
    while end < len(words) and words[end].dated:
        end += 1
    joint = start - 1 - (words[start - 1].lower == "the")
    war = words[end - 1].lower == "war" and words[joint].lower == "of"
    # "Union of Afghan War | Veterans"
    who = [word.lower for word in (words[joint - 1], *words[end : end + 1])]
    return war and words[index].capital and any(word in _REMEMBER for word in who)


def _before_noun(words: Sequence[Word], index: int) -> bool:
    """Whether a noun of tails tells the one behind it: "of | building materials"."""
    following = word_at(words, index + 1)
    noun = following is not None and not following.capital and following.pos == "NOUN"
    return words[index].lower in word_set("tail") and noun


def _heads_soon(words: Sequence[Word], index: int) -> bool:
    """Whether capitals lead to a head: the "Border Commission" behind "Orenburg"."""
    for word in words[index : index + 3]:
        if not word.capital or word.initial:
            return False
        if is_head(word.lower) or (word.lower in _LANDED and word is not words[index]):
            return True
    return False


# What an administrative land is called: "the Altai | Mining District".
_LANDED = ("district", "region", "oblast", "province")


def _apart(word: Word, previous: Word, *, leads: bool) -> bool:
    """Whether a capital begins something new: a person after a land, people, chamber or lower-case noun.

    A people's adjective that `leads` to a noun of tails does not.
    """
    if word.initial or is_people(previous.text):
        return word.text != "Abroad"
    if not previous.capital:
        return previous.pos == "NOUN" and previous.lower not in word_set("closing")
    # "Museum of Karaganda | Miners", "Union of Soviet | Composers"
    if word.lower in LAND_WORDS or word.lower in person_nouns() or previous.lower == "soviet":
        return False
    # "Committee of Turkestan | Unity", "Center of Ural | Cossack History"
    if word.lower in word_set("tail") or (of_people(word) and leads):
        return False
    # "Office of the President | Serik Omarov"
    post = previous.lower in word_set("leader")
    return post or type_of_head(previous.lower) in _CHAMBERS or previous.lower in places()


_CHAMBERS = ("government", "assembly")
