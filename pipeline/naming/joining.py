"""Words inside a name before its head, and those that "and" joins there: "Theatre and Art Institute"."""

from collections.abc import Sequence

from pipeline.naming.listed import is_listed
from pipeline.naming.nouns import head_at, is_head, word_set
from pipeline.naming.words import Word, next_to
from pipeline.normalising.gazetteer import places


def inside(word: Word) -> bool:
    """Whether a lower-case word may stand inside a name: an adjective or a noun used as one."""
    return word.lower in word_set("inside") or (
        word.spoken
        and not word.capital
        and not word.dated
        and (word.pos in ("ADJ", "NOUN", "PROPN") or "-" in word.text)
        and word.lower not in word_set("never")
        and not is_head(word.lower)
    )


def joins_adjectives(words: Sequence[Word], index: int, head: int) -> bool:
    """Whether "and" before `index` joins lower-case words: "Balkhash mining and metallurgical plant".

    An adjective in small letters may be joined to a capital: "Kazakh musical and Drama Theatre".
    """
    if not 1 < index <= head:
        return False
    if words[index].capital:
        match = head_at(words, head)
        kind = index < head or (match is not None and match[1] - head > 1)
        return kind and inside(words[index - 2]) and _tells_kind(words[index - 2])
    return (index == head or inside(words[index])) and inside(words[index - 2])


def paired(words: Sequence[Word], joint: int, best: int, seats: bool) -> int | None:
    """Where the first of two joined words begins: "Theatre and Art" before "Institute"; places with `seats` alone."""
    first = words[joint - 1]
    governed = _governed(words, joint - 1)
    if best != joint + 1 or not words[best].capital or not first.capital:
        return None
    letters = first.text.isupper() and len(first.text) > 1
    place = first.lower in places() and not seats
    if governed or letters or place or not next_to(words, joint) or is_listed(first.text):
        return None
    # "K. I. Satpayev and | Institute of Geological Sciences"
    if joint > 1 and words[joint - 2].initial:
        return None
    named = joint > 1 and words[joint - 2].capital
    if is_head(first.lower) and (named or first.lower not in word_set("tail")):
        return None
    return joint - 1


def listed_from(words: Sequence[Word], index: int) -> int:
    """Where the adjectives listed before one begin: "State | Historical, Cultural and Natural Museum"."""
    while index > 1 and words[index - 1].text == "," and _names_kind(words[index]):
        if not _names_kind(words[index - 2]):
            break
        index -= 2
    return index


def _names_kind(word: Word) -> bool:
    return word.capital and _tells_kind(word)


def _tells_kind(word: Word) -> bool:
    """Whether a word is an adjective of what a body does: "Historical", "artistic"."""
    return word.lower.endswith(("al", "ic", "ary", "ive"))


def _governed(words: Sequence[Word], index: int) -> bool:
    """Whether the capitals that end at a word hang on a joint: "Theatre of Musical Comedy | and"."""
    index = listed_from(words, index)
    while index > 0 and words[index - 1].capital and next_to(words, index):
        index -= 1
    if index > 1 and words[index - 1].lower == "of" and not words[index - 2].capital:
        # "the birthday of | Kazakh State Opera and Ballet Theatre"
        return is_head(words[index - 2].lower)
    return index > 0 and words[index - 1].lower in ("of", "for", "and", "after", ",")
