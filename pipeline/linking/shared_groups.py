"""A share and a count that tell one amount of people: "31.4% (a little over 2 million)", "454,402, or 10.95%"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span

from pipeline.extensions import sentence_of, spans_in, text_of

# Tokens between a share and the count behind it.
_REACH = 12
_WORDS = r"(?:the |all |these )?[\w'-]+(?: [\w'-]+){0,2} ?"
_BRACKET = re.compile(
    r"(?: (?:ethnic )?[A-Z][\w-]+| of (?:the |all )?(?:[a-z]+ )?population)?"
    r"(?: ?\((?:or |that is,? |i\.e\.,? )?|,? (?:or|that is|i\.e\.),? )"
    # "33 per cent of the workers – over 230 thousand –", "18 percent of families, i.e. 92 thousand,"
    rf"| of {_WORDS}(?: ?\((?:or |i\.e\.,? )?| [-–—] |, (?:or|that is|i\.e\.|namely),? )"
)


def share_retold(doc: Doc, token: int, start: int) -> Span | None:
    """The percentage that a count in brackets, or behind "or", at a token and offset tells again."""
    shares = spans_in(doc, "percentages", max(0, token - _REACH), token)
    last = shares[-1] if shares and shares[-1].end <= token else None
    return last if last and _BRACKET.fullmatch(text_of(doc), last.end_char, start) else None


_COUNT = r"\d[\d ,.]*(?: (?:thousand|million|mln))?(?: (?:people|persons|souls))?"
_COUNTED = re.compile(
    rf"(?:,? {_COUNT})? ?\((?:about |or )?|[^.;()]{{0,60}}{_COUNT},? or (?:about )?"
    # "The Polish population of the republic is 47 thousand people (0.3%)"
    rf"|[^.;(),]{{0,60}} (?:is|are|was|were|numbers?|numbered|made|counted|totalled) (?:about )?{_COUNT} \("
)


def group_retold(doc: Doc, share: Span) -> str | None:
    """The people whose count a percentage in brackets or behind "or" tells again, or who stand before its bracket."""
    cells = spans_in(doc, "cells", max(0, share.start - _REACH), share.start)
    if cells and text_of(doc)[cells[-1].end_char : share.start_char] == " (":
        noun = cells[-1]._.cell.noun
        return noun.group if noun is not None else None
    before = spans_in(doc, "groups", sentence_of(share).start, share.start)
    last = before[-1] if before and before[-1].end <= share.start else None
    if last is None or not _COUNTED.fullmatch(text_of(doc), last.end_char, share.start_char):
        return None
    return str(last._.group)


# "1.8 million people, or by 47 percent", "457 thousand people, which is | 2.8 %", "658 thousand (".
_AGAIN = re.compile(
    r"(?:,? ?\(|,? or|,? that is|,? i\.?e\.?| [-–—]|,? (?:which|this|that|it) (?:is|was|makes?|made)|, making)"
    r"(?:(?: (?:up|by|about|nearly|only|almost|or|that is|i\.e\.)|,){0,3} ?)"
)
# Tokens from a count to the share behind it.
_SHARE_REACH = 8


def share_places(counts: Sequence[Span]) -> None:
    """Give a share that tells a count again the count's place: what is said of one holds for both."""
    for count in counts:
        place = count._.population.place
        near = spans_in(count.doc, "percentages", count.end, count.end + _SHARE_REACH)
        share = near[0] if near else None
        if place is None or share is None or share._.percentage.place == place:
            continue
        if _AGAIN.fullmatch(text_of(count.doc), count.end_char, share.start_char):
            share._.percentage = replace(share._.percentage, place=place)
