"""A count of people and what stands around it: what the readers of counted.py and counted_again.py are given."""

import re
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc, Span

from pipeline.extensions import sentence_of, text_of
from pipeline.normalising.context import Head, PersonNoun, counted_head
from pipeline.normalising.numerals import NumberMatch


@dataclass(frozen=True)
class Count:
    """A count at `span`: its number, the noun it counts, one joined to it by "and", the count before."""

    span: Span
    match: NumberMatch
    noun: PersonNoun
    joined: Head | None
    previous: Span | None

    @property
    def doc(self) -> Doc:
        """The Doc it stands in."""
        return self.span.doc

    @property
    def is_bare(self) -> bool:
        """Whether no noun stands behind its number."""
        return self.span.end_char == self.match.end

    @cached_property
    def before(self) -> str:
        """The words of the sentence before the number."""
        low = sentence_of(self.span).start_char
        return text_of(self.doc)[low : self.match.start]


_AND = re.compile(r" and (?=[A-Za-z])")
# "12 people and wounded | 30": a verb with a number of its own; "and Kurds with | 38 thousand": a people with its own.
_COUNTS_ON = re.compile(
    r" (?:with )?(?:(?:about|some|over|nearly|almost|another|more than|at least|up to) )?"
    r"(?:\d|[a-z-]*(?:teen|twelve|ty)\b)"
)


def joined_noun(text: str, end: int) -> Head | None:
    """The second of two nouns that one number counts: "soldiers and officers"."""
    joint = _AND.match(text, end)
    if joint is None:
        return None
    head = counted_head(text, joint.end() - 1)
    known = head is not None and head.start == joint.end() and head.noun is not None
    if not known or _COUNTS_ON.match(text, head.end):  # type: ignore[union-attr]
        return None
    return head if head.noun.group else None  # type: ignore[union-attr]
