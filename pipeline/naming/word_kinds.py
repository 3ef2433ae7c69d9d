"""What kind of word one is beside or in a name: of a people, a land, of what bodies are called by."""

from collections.abc import Sequence

from pipeline.naming.joining import tells_kind
from pipeline.naming.nouns import is_head, word_set
from pipeline.naming.words import Word, next_to
from pipeline.normalising.gazetteer import is_people, peoples, places


def word_at(words: Sequence[Word], index: int) -> Word | None:
    """The word at an index where but one space, or nothing before a comma, parts it from the last."""
    comma = 0 < index < len(words) and words[index].text == ","
    return words[index] if comma or next_to(words, index) else None


# Words that a named land or region still takes: "Kazakh SSR", "Karaganda Region".
LAND_WORDS = frozenset(
    (
        *("region", "oblast", "republic", "socialist", "soviet", "ssr", "assr", "district"),
        *("territory", "state", "city", "krai", "sea", "lake", "river", "valley", "mountains"),
        *("steppe", "peninsula", "governor", "governor-general"),
        *("priirtyshye", "pritobolye", "priuralye"),
    )
)


def of_people(word: Word) -> bool:
    """Whether a word is the adjective of a people, always a capital: "Kazakh", "Tatar-Bashkir", not "Kazakhs"."""
    parts = word.text.split("-") if "-" in word.text else [word.text]
    return all(part.lower() in peoples() and not is_people(part) for part in parts)


def is_adjective(word: Word) -> bool:
    """Whether a capitalised word tells the kind of the noun behind it, by its ending."""
    return tells_kind(word) and word.lower not in LAND_WORDS


def names_bodies(word: Word) -> bool:
    """Whether a word is one that names of bodies are made of, no part of a person's name."""
    known = word_set("tail"), word_set("plain"), peoples(), places(), LAND_WORDS
    return is_head(word.lower) or any(word.lower in words or word.text in words for words in known)
