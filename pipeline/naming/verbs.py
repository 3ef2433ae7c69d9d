"""Verbs beside a name that tell whether a place before it is its part: "was opened in Kyzylorda | Laboratory of …"."""

from collections.abc import Sequence

from pipeline.naming.nouns import word_set
from pipeline.naming.words import Word

# What a body does for a time: a place and a verb alone may turn its subject about ("In Omsk works a theatre").
_GOES_ON = ("works", "worked", "operates", "operated", "functions", "functioned")
_LASTING = ("since", "until", "till", "from")
# Words between a verb and the place behind it that are looked over, dates left out.
_REACH = 8


def done_in(words: Sequence[Word], joint: int) -> bool:
    """Whether a verb of founding or leading stands before "in"."""
    before = [word for word in words[max(0, joint - _REACH) : joint] if not word.dated]
    return any(word.lower in word_set("doing") for word in before[-3:])


def does(words: Sequence[Word], index: int) -> bool:
    """Whether a verb makes the name before it its subject: "In Verny | Union of printers was registered"."""
    following = [word.lower for word in words[index : index + 3]]
    if following[:1] and following[0] in word_set("having"):
        return True
    # "In Almaty | Egyptian University works since 2001"
    if len(following) > 1 and following[0] in _GOES_ON and following[1] in _LASTING:
        return True
    passive = len(following) == 3 and following[0] in ("was", "were", "is", "are")
    closed = passive and (not following[2].isalnum() or following[2] in ("in", "on", "by", "with"))
    return closed and following[1] in word_set("doing")
