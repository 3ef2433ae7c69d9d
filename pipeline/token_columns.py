"""A Doc's tokens as plain lists, read once: a spaCy token is made anew at every look, which rules do often."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from spacy.tokens import Doc

# Tokens of the longest sentence. What the parser leaves longer is a list or a table without stops, whose every count
# would be weighed against every name; the longest sentence of the development articles has 66.
LONGEST_SENTENCE = 200
# The same in characters, for tokens that are no words; the development articles have 600 at most.
_LONGEST_CHARS = 2000

_READ: list[int | str] = ["IDX", "LENGTH", "SENT_START", "POS", "TAG"]


@dataclass(frozen=True, slots=True)
class Columns:
    """Of every token its offsets, its word as written and in lower case, its part of speech and tag.

    `opens` says whether the parser begins a sentence there, `opened` how many it has begun so far; `sentences` are the
    first tokens of our sentences, none too long, and the length. `paragraphs` are the stretches of the clean text's.
    """

    text: str
    paragraphs: Sequence[tuple[int, int]]
    starts: Sequence[int]
    ends: Sequence[int]
    words: Sequence[str]
    lowers: Sequence[str]
    pos: Sequence[str]
    tags: Sequence[str]
    opens: Sequence[bool]
    opened: Sequence[int]
    sentences: Sequence[int]


def columns_of(doc: Doc, text: str, paragraphs: Sequence[tuple[int, int]]) -> Columns:
    """The columns of a Doc as it is now, and its text, which a Doc would join from its tokens."""
    if not len(doc):
        return Columns(text, paragraphs, (), (), (), (), (), (), (), (), (0, 0))
    starts, lengths, sent_starts, pos, tags = doc.to_array(_READ).T.tolist()
    ends = [start + length for start, length in zip(starts, lengths, strict=True)]
    words = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    opens = [value == 1 for value in sent_starts]
    return Columns(
        text,
        paragraphs,
        starts,
        ends,
        words,
        [word.lower() for word in words],
        _names(doc, pos),
        _names(doc, tags),
        opens,
        list(accumulate(opens)),
        [*_sentence_starts(words, starts, opens), len(words)],
    )


def _names(doc: Doc, ids: Sequence[int]) -> list[str]:
    names = {number: doc.vocab.strings[number] for number in set(ids)}
    return [names[number] for number in ids]


def _sentence_starts(
    words: Sequence[str], starts: Sequence[int], opens: Sequence[bool]
) -> Iterator[int]:
    last, joint = 0, 0
    yield last
    for i in range(1, len(words)):
        if opens[i]:
            last = joint = i
            yield last
        elif i - last >= LONGEST_SENTENCE or starts[i] - starts[last] >= _LONGEST_CHARS:
            last = joint if joint > last else i
            yield last
        if words[i] in (",", ";"):
            joint = i + 1
