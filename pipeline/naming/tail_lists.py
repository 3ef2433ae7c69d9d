"""Lists in tails: what "and" and commas go on with, "of Culture, Information and Sport", and where others begin."""

from collections.abc import Sequence

from pipeline.naming.led_to import another_body, begins_other, is_pair
from pipeline.naming.listed import is_listed
from pipeline.naming.nouns import head_at, is_head, word_set
from pipeline.naming.words import Word
from pipeline.normalising.gazetteer import places

# What ties a phrase to the name before it.
JOINTS = ("of", "for", "on", "under", "at", "to")
_LIST_REACH = 12


def adds(words: Sequence[Word], index: int) -> bool:
    """Whether "and" or a comma goes on with the tail: no new body, or a list that "and" closes."""
    if words[index].lower == "and":
        # "Building Administration No. 3 | and Karaganda Port"
        if words[index - 1].text.isdigit():
            return False
        return is_pair(words, index) or not (
            another_body(words, index + 1)
            or begins_other(words, index + 1)
            or common(words, index + 1)
            or _behind_a_place(words, index)
            or _several(words, index)
        )
    return words[index].text == "," and _listed(words, index) and not _post_of_another(words, index)


def _post_of_another(words: Sequence[Word], comma: int) -> bool:
    """Whether a post's office follows a comma, a body of its own: ", General Prosecutor's Office"."""
    run = words[comma + 1 : comma + 4]
    posts = [i for i, word in enumerate(run[:-1]) if word.text.endswith("'s")]
    return any(run[i + 1].capital and is_head(run[i + 1].lower) for i in posts)


def _behind_a_place(words: Sequence[Word], joint: int) -> bool:
    """Whether "and the" and no place follow a place, another thing: "Museum of Omsk | and the Potanin reading room"."""
    article, name = words[joint + 1 : joint + 2], words[joint + 2 : joint + 3]
    place = words[joint - 1].lower in places() and [word.lower for word in article] == ["the"]
    return place and not any(
        word.lower in places() or word.lower in word_set("region") for word in name
    )


def _several(words: Sequence[Word], joint: int) -> bool:
    """Whether "and the" leads to bodies told by a plural head: "Council of the UN | and the Executive Boards of".

    Or to a thing that has its own tail or noun: "Museum of Arts | and the Residence of …", "| and the Ridder mines".
    """
    if [word.lower for word in words[joint + 1 : joint + 2]] != ["the"]:
        return False
    for index in range(joint + 2, min(joint + 2 + _PLURAL_REACH, len(words) - 1)):
        word = words[index]
        if not word.capital:
            return index > joint + 2 and is_head(word.lower) and word.lower not in word_set("tail")
        own = is_head(word.lower) if word.lower.endswith("s") else index == joint + 2
        if own and words[index + 1].lower == "of" and word.lower not in word_set("tail"):
            return True
    return False


_PLURAL_REACH = 4


def common(words: Sequence[Word], index: int) -> bool:
    """Whether "the" and a lower-case noun go on with something else: "and the search group"."""
    following = words[index + 1 : index + 2]
    return words[index].lower == "the" and bool(following) and not following[0].capital


def _listed(words: Sequence[Word], comma: int) -> bool:
    """Whether a list that "and" closes goes on behind a comma: "of Culture, Information and Sport"."""
    # "Centre of Song and Dance | , National and Sports Centre": "and" has closed its list.
    if _and_before(words, comma):
        return False
    # "Union of Writers of Kazakhstan | , local and foreign poets"
    land = words[comma - 1].lower in places()
    if land and not any(word.capital for word in words[comma + 1 : comma + 2]):
        return False
    size = 0
    for index in range(comma + 1, min(comma + _LIST_REACH, len(words))):
        word = words[index]
        if word.lower == "the" or is_listed(word.text):
            return False
        closes = word.text == "," or word.lower == "and"
        # "Society of Book Lovers | , Knowledge Society and State Committee"
        if closes and size > 1 and _is_body(words, index - 1):
            return False
        if word.text == ",":
            size = 0
        elif word.lower == "and":
            following = words[index + 1 : index + 2]
            return size > 0 and item(following) and not _other(words, index)
        elif item([word]) and size < 3:
            size += 1
        else:
            return False
    return False


def _other(words: Sequence[Word], joint: int) -> bool:
    """Whether a head follows "and" that is no noun of tails, as "archives" is."""
    following = words[joint + 1].lower
    return is_head(following) and following not in word_set("tail") and not is_pair(words, joint)


def _is_body(words: Sequence[Word], index: int) -> bool:
    """Whether a capitalised word is a head that makes a body of the capitals before it."""
    match = head_at(words, index) if words[index].capital else None
    return match is not None and match[0]["strength"] == "strong"


def _and_before(words: Sequence[Word], comma: int) -> bool:
    """Whether "and" stands in the phrase that a comma ends, back to its joint."""
    for index in range(comma - 1, max(-1, comma - _LIST_REACH), -1):
        if words[index].lower in (*JOINTS, ","):
            return False
        if words[index].lower == "and":
            return True
    return False


def item(word: Sequence[Word]) -> bool:
    """Whether a word, if there is one, is a capital or a noun of names' tails."""
    return any(w.capital or w.lower in word_set("tail") for w in word)
