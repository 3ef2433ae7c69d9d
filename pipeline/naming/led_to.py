"""What "and" leads to behind the words of a name: a body of its own, a post, a person, or one more that it is for."""

from collections.abc import Sequence

from pipeline.naming.joining import inside
from pipeline.naming.listed import is_listed, is_shortened
from pipeline.naming.nouns import head_at, is_head, word_set
from pipeline.naming.word_kinds import LAND_WORDS, is_adjective, word_at
from pipeline.naming.words import Word, roles
from pipeline.normalising.context import person_nouns
from pipeline.normalising.gazetteer import places

_DONE = ("construction", "building", "assembly", "assembling", "installation", "repair", "public")
# Words in which a head must come.
_BODY_REACH = 7


def another_body(words: Sequence[Word], start: int) -> bool:
    """Whether the words from `start` have a head of their own: "… and the Central Committee", "the Turgai regional
    statistical committee", "search club «…»"."""
    if _heads_a_quote(words, start + 1):
        return True
    opened = False
    for index in range(start, min(start + _BODY_REACH, len(words))):
        word = words[index]
        excused = index == start and word.lower in word_set("tail")
        own = is_listed(word.text) or is_shortened(word.text)
        # "Ministry of Special Assembly and | Construction Works"
        done = word.text == "Works" and words[index - 1].lower in _DONE
        if (head_at(words, index) is not None and not (excused or done)) or own:
            return True
        told = opened and inside(word)
        # "the Issyk Historical | and | Cultural Museum"
        joint = word.lower == "and" and index > start and is_adjective(words[index - 1])
        if not (word.capital or word.lower == "the" or word.initial or told or joint):
            return False
        opened = opened or word.capital
    return False


def _heads_a_quote(words: Sequence[Word], index: int) -> bool:
    """Whether a lower-case head stands before a quoted name."""
    head, quote = words[index : index + 1], words[index + 1 : index + 2]
    return bool(head and quote and quote[0].text == '"') and is_head(head[0].text)


def begins_other(words: Sequence[Word], index: int) -> bool:
    """Whether "and" leads to a post, a person or letters: "of Writers and | editor of …", "of Botany and | MSU"."""
    word = word_at(words, index)
    # "of Linguistics and | the Minister of Education"
    if word is not None and word.lower == "the":
        word = word_at(words, index + 1)
    if word is None:
        return False
    # "VASKhNIL"
    letters = sum(map(str.isupper, word.text)) > len(word.text) // 2 > 0
    # "of the Kazakh SSR and | cadets of the Border School"
    before = words[index - 2].lower
    people = word.lower in person_nouns() and (before in places() or before in LAND_WORDS)
    return word.lower in roles() or word.initial or letters or people


# "Assistance to the | Army, Aviation and Fleet", "House of the Army and Navy".
_FORCES = ("Army", "Aviation", "Fleet", "Navy")
_FORCES_REACH = 3


def is_pair(words: Sequence[Word], joint: int) -> bool:
    """Whether "and" joins two listed names that one body is for, or troops: "Commission for UNESCO and ISESCO"."""
    first, second = words[joint - 1], words[joint + 1 : joint + 2]
    if second and second[0].text in _FORCES:
        listed = words[max(0, joint - _FORCES_REACH) : joint]
        return any(word.text in _FORCES for word in listed)
    served = joint > 1 and words[joint - 2].lower == "for" and is_listed(first.text)
    return served and bool(second) and is_listed(second[0].text)
