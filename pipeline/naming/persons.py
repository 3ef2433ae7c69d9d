"""A person named right behind a body, where its tail would go on: "of Veterans | Omirzak Ozganbaev"."""

import re
from collections.abc import Sequence

from pipeline.naming.nouns import is_head, person_endings, word_set
from pipeline.naming.word_kinds import names_bodies, word_at
from pipeline.naming.words import Word
from pipeline.normalising.gazetteer import is_people_or_place


def person_begins(words: Sequence[Word], index: int) -> bool:
    """Whether a person's two names begin behind a common noun or a name: "of Veterans | Omirzak Ozganbaev"."""
    run = [word_at(words, place) for place in range(index, index + 3)]
    named = [word is not None and word.capital for word in run] == [True, True, False]
    # "of Zhambyl Region | Isina Raisa Kadyrovna", "of the Combine | Robert Yulyevich Geints"
    patronymic = (w for w in run[1:] if w is not None and w.capital)
    if any(word.lower.endswith(person_endings("patronymic")) for word in patronymic):
        return True
    before = words[index - 1]
    if _surname_acts(words, index):
        return True
    # "Training Specialists Abroad": the object of a noun of doing.
    if not named or before.text.endswith("ing") or any(map(names_bodies, words[index : index + 2])):
        return False
    # "professor of the University of Szeged | István Zimonyi"
    if [w.lower for w in words[max(0, index - 3) : index - 1]] == ["university", "of"]:
        return not names_bodies(before)
    common = before.lower in (*word_set("tail"), *word_set("closing"), *_LAND_RANKS)
    # "library of Semey university | Aisulu Kassen"
    common = common or (not before.capital and is_head(before.lower))
    return common or before.text.endswith("s") or _given_and_surname(words, index)


# The last word of a land, behind which two names are no part of it: "of Kazakh SSR | Nygmet Sarybayev".
_LAND_RANKS = ("ssr", "assr", "region", "oblast", "district")


def _surname_acts(words: Sequence[Word], index: int) -> bool:
    """Whether a surname alone is who does something: "for Education | Yerzhanov worked"."""
    name, behind = words[index], word_at(words, index + 1)
    full = name.capital and name.lower.endswith(person_endings("surname"))
    acts = behind is not None and _DOES.fullmatch(behind.text) is not None
    field = words[index - 1].lower in word_set("tail")
    return full and acts and field and not is_people_or_place(name.text)


_DOES = re.compile(r"was|is|had|has|did|who|wrote|told|said|came|left|[a-z]{2,}ed")


def _given_and_surname(words: Sequence[Word], index: int) -> bool:
    """Whether a given name and a surname begin at a word, no title before them: "of Turksib | Bolat Isin"."""
    before, given, surname = words[index - 1 : index + 2]
    titled = before.lower in word_set("honour") or before.initial
    full = surname.lower.endswith(person_endings("surname"))
    return full and not titled and not given.lower.endswith(person_endings("patronymic"))
