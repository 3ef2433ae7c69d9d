"""Words inside a name before its head, and those that "and" joins there: "Theatre and Art Institute"."""

from collections.abc import Sequence

from pipeline.naming.listed import is_listed, is_shortened
from pipeline.naming.nouns import head_at, is_head, type_of_head, word_set
from pipeline.naming.words import Word, next_to
from pipeline.normalising.gazetteer import places


def inside(word: Word) -> bool:
    """Whether a lower-case word may stand inside a name: an adjective or a noun used as one."""
    return word.lower in word_set("inside") or (
        word.spoken
        and not word.capital
        and not word.dated
        and (word.pos in ("ADJ", "NOUN", "PROPN") or "-" in word.text or _is_made(word))
        and word.lower not in word_set("never")
        and not is_head(word.lower)
    )


def _is_made(word: Word) -> bool:
    """Whether a word is what a plant makes, whatever the tagger takes it for: "Shymkent | lead | plant"."""
    return word.lower in word_set("trade")


# "The war | and first school": what is told of one of several begins anew.
_RANKS = ("first", "second", "third", "last", "only", "oldest", "largest")


def joins_adjectives(words: Sequence[Word], index: int, head: int) -> bool:
    """Whether "and" before `index` joins lower-case words: "Balkhash mining and metallurgical plant".

    An adjective in small letters may be joined to a capital: "Kazakh musical and Drama Theatre".
    """
    if not 1 < index <= head or words[index].lower in _RANKS:
        return False
    if words[index].capital:
        match = head_at(words, head)
        kind = index < head or (match is not None and match[1] - head > 1)
        return kind and inside(words[index - 2]) and tells_kind(words[index - 2])
    return (index == head or inside(words[index])) and inside(words[index - 2])


# Words before a head that are more than a field joined to another: "Theatre and | Art | Institute".
_OWN_NAME = 3


def paired(words: Sequence[Word], joint: int, best: int, head: int, *, seats: bool) -> int | None:
    """Where the first of two joined words begins: "Theatre and Art" before "Institute"; places with `seats` alone."""
    first = words[joint - 1]
    governed = _governed(words, joint - 1)
    if best != joint + 1 or not words[best].capital or not first.capital:
        return None
    # "the Kimak State and | Council of Biys"
    if best == head and [word.lower for word in words[best + 1 : best + 2]] == ["of"]:
        return None
    letters = first.text.isupper() and len(first.text) > 1
    place = first.lower in places() and not seats
    body = is_listed(first.text) or is_shortened(first.text)
    if governed or letters or place or body or not next_to(words, joint):
        return None
    # "Yaik Cossack Host and | Siberian Cossack Army"
    if joint > 1 and (whole := head_at(words, joint - 2)) is not None and whole[1] == joint:
        return None
    # "Kazakhstan Engineering and | North Caspian Operating Company": a name of its own.
    if head - best >= _OWN_NAME and not tells_kind(first):
        return None
    # "K. I. Satpayev and | Institute of Geological Sciences"
    if joint > 1 and words[joint - 2].initial:
        return None
    named = joint > 1 and words[joint - 2].capital and not _teaches_both(words, joint)
    # "Factory and Plant | Training School": both but tell what kind of school it is.
    kinds = not named and best < head and is_head(words[best].lower)
    if is_head(first.lower) and not kinds and (named or first.lower not in word_set("tail")):
        return None
    return joint - 1


def _teaches_both(words: Sequence[Word], joint: int) -> bool:
    """Whether a town's school is of two fields, one of them a head: "Almaty | Theatre and Art Institute".

    A state's is of two arts: "Almaty State | Theatre and Art Institute", no "State Theatre and Pedagogical Institute".
    """
    school = type_of_head(words[joint + 2].lower) if joint + 2 < len(words) else ""
    before = words[joint - 2]
    ranked = before.text in ("State", "National") and not tells_kind(words[joint + 1])
    return school == "education" and (before.lower in places() or ranked)


# What a museum is besides, and what may tell its kind: "Esik Museum | and Reserve", "… and Memorial Complex".
_BESIDES = ("Complex", "Gallery", "Library", "Preserve", "Reserve")
_KINDS = ("Art", "Cultural", "Historical", "Memorial", "Nature")
_MANY = ("were", "are", "have")


def both_heads(words: Sequence[Word], after: int) -> int:
    """Where a museum's name that ends before `after` ends with what else it is behind "and"; `after` if it is none."""
    if [word.lower for word in words[after - 1 : after + 1]] != ["museum", "and"]:
        return after
    if not words[after - 1].capital or not next_to(words, after + 1):
        return after
    end = after + 1 + (words[after + 1].text in _KINDS)
    second, following = words[end : end + 1], words[end + 1 : end + 2]
    other = any(word.capital or word.lower in (*_MANY, "of") for word in following)
    return end + 1 if second and second[0].text in _BESIDES and not other else after


def listed_from(words: Sequence[Word], index: int) -> int:
    """Where the adjectives listed before one begin: "State | Historical, Cultural and Natural Museum"."""
    while index > 1 and words[index - 1].text == "," and _names_kind(words[index]):
        if not _names_kind(words[index - 2]):
            break
        index -= 2
    return index


def _names_kind(word: Word) -> bool:
    """Whether a capital tells what a body does or teaches: "Historical", "Ethnology"."""
    return word.capital and (tells_kind(word) or word.lower in word_set("taught"))


def tells_kind(word: Word) -> bool:
    """Whether a word is an adjective of what a body does: "Historical", "artistic"."""
    return word.lower.endswith(("al", "ic", "ary", "ive"))


def _governed(words: Sequence[Word], index: int) -> bool:
    """Whether the capitals that end at a word hang on a joint: "Theatre of Musical Comedy | and"."""
    index = listed_from(words, index)
    while index > 0 and words[index - 1].capital and next_to(words, index):
        index -= 1
    opened = index > 1 and words[index - 2].first and not is_head(words[index - 2].lower)
    if index > 1 and words[index - 1].lower == "of" and (opened or not words[index - 2].capital):
        # "the birthday of | Kazakh State Opera and Ballet Theatre"
        return is_head(words[index - 2].lower)
    # "the Roof Plant, and | Assembly and Repair Management": the list is closed, the second "and" joins inside.
    if index > 1 and words[index - 1].lower == "and" and words[index - 2].text == ",":
        return False
    # "the Abai Lyceum and | Republican Physics and Mathematics School"
    if index > 1 and words[index - 1].lower in ("and", ",") and is_head(words[index - 2].lower):
        return False
    return index > 0 and words[index - 1].lower in ("of", "for", "and", "after", ",")
