"""The number of a body in its tail: "Hospital No. 3991", "Building Administration No. 105"."""

from collections.abc import Sequence
from dataclasses import replace

from pipeline.naming.nouns import type_of_head
from pipeline.naming.tail_nouns import NONE, Tail
from pipeline.naming.word_kinds import word_at
from pipeline.naming.words import Word


def numbered_tail(words: Sequence[Word], index: int) -> Tail:
    """The number of a body: "Hospital No. 3991", "school № 12"."""
    sign = word_at(words, index)
    if sign is None or sign.text not in ("No", "№", "N", "Nr"):
        return NONE
    if _of_a_decree(words, index):
        return NONE
    number = index + (2 if index + 1 < len(words) and words[index + 1].text == "." else 1)
    found = number < len(words) and words[number].text.isdigit()
    return Tail(number + 1, capital=words[index - 1].capital) if found else NONE


# Bodies of the state that are counted, and what has a number of its own.
_COUNTED_OFFICES = ("administration", "management", "directorate", "department")
_NUMBERED_PAPERS = ("decree", "order", "resolution", "decision", "law", "instruction", "circular")


def _of_a_decree(words: Sequence[Word], sign: int) -> bool:
    """Whether a number is a decree's: "Cabinet of Ministers | N 496", not "Building Administration | No. 105"."""
    before = [word.lower for word in words[max(0, sign - _PAPER_REACH) : sign]]
    state = any(type_of_head(word) == "government" for word in before[-3:])
    paper = any(word in _NUMBERED_PAPERS for word in before)
    return state and (paper or before[-1] not in _COUNTED_OFFICES)


# Words between a decree and its number.
_PAPER_REACH = 8

_COUNTED = (
    *("school", "lyceum", "gymnasium", "school-lyceum", "school-gymnasium", "college"),
    *("plant", "factory", "hospital"),
)


def school_number(words: Sequence[Word], after: int, tail: Tail) -> Tail | None:
    """The tail with a school's or plant's number behind it: "School of Olympic reserve | No. 2".

    The body may be another's: "Museum of Glory of School-gymnasium | No. 36".
    """
    ends = (words[after - 1].lower, words[tail.end - 1].lower)
    if not tail.present or not any(end in _COUNTED for end in ends):
        return None
    number = numbered_tail(words, tail.end)
    return replace(tail, end=number.end) if number.present else None
