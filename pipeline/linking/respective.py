"""Lists that answer each other: "in 1989 and 1999 – 215 and 230 thousand", "in Oral and Atyrau 13 and 11 thousand"."""

import re
from itertools import pairwise

from spacy.tokens import Doc, Span

from pipeline.extensions import QUANTITY, is_covered, sentence_of, spans_in, text_of

# What joins two numbers, the first of which has its sign or none.
_JOINED = re.compile(r" ?(?:%|per ?cents?)?(?:,| and|, and| or) (?:about |some |only )?")
# What joins two dates or places: "in 1926, in 1939 and 1959".
_NAMES_JOINED = re.compile(
    r"(?:,| and|, and) (?:in |by |for |to |of )?(?:the )?(?:year |villages? |cit(?:y|ies) of |towns? of )?"
)

_RESPECTIVELY = re.compile(r"\b(?:respectively|accordingly|correspondingly|in that order)\b")


def respective(span: Span, key: str) -> Span | None:
    """The date or place of the list that answers the list of numbers which a count or share stands in, in its turn."""
    doc, sentence = span.doc, sentence_of(span)
    numbers = _list_around(doc, span, sentence)
    if len(numbers) < 2:
        return None
    if key == "groups" and (beside := _right_before(doc, numbers, sentence)):
        return next(
            item for item, number in zip(beside, numbers, strict=True) if _meet(number, span)
        )
    named = [
        item
        for item in spans_in(doc, key, sentence.start, sentence.end)
        if item.end <= numbers[0].start or item.start >= numbers[-1].end
    ]
    # Places and dates apart may be those of other counts.
    told = key == "groups" and _RESPECTIVELY.search(
        text_of(doc), sentence.start_char, sentence.end_char
    )
    if len(named) != len(numbers) or not (told or _is_list(doc, named)):
        return None
    return next(item for item, number in zip(named, numbers, strict=True) if _meet(number, span))


# "Uzbeks and Tatars | by | 2,1 and 2,0 %".
_BESIDE = re.compile(r",? ?(?:[–—-] ?)?(?:made |make |were |are )?(?:by |about |respectively )?")


def _right_before(doc: Doc, numbers: list[Span], sentence: Span) -> list[Span]:
    """The peoples of a list right before the numbers, if they are as many."""
    text = text_of(doc)
    before = [
        g
        for g in spans_in(doc, "groups", sentence.start, sentence.end)
        if g.end <= numbers[0].start
    ]
    listed = before[-len(numbers) :]
    longer = _is_list(doc, before[-len(numbers) - 1 :]) and len(before) > len(numbers)
    if len(listed) != len(numbers) or longer or not _is_list(doc, listed):
        return []
    beside = _BESIDE.fullmatch(text, listed[-1].end_char, numbers[0].start_char)
    return listed if beside else []


def _list_around(doc: Doc, span: Span, sentence: Span) -> list[Span]:
    """The numbers of the list that a count's number stands in, it alone where it stands in none."""
    text = text_of(doc)
    lists: list[list[Span]] = []
    for number in spans_in(doc, "numbers", sentence.start, sentence.end):
        if number.label_ != QUANTITY or is_covered(number, "dates"):
            continue
        if lists and _JOINED.fullmatch(text, lists[-1][-1].end_char, number.start_char):
            lists[-1].append(number)
        else:
            lists.append([number])
    return next((found for found in lists if any(_meet(n, span) for n in found)), [])


def _meet(number: Span, span: Span) -> bool:
    return number.start < span.end and span.start < number.end


def _is_list(doc: Doc, named: list[Span]) -> bool:
    text = text_of(doc)
    return all(
        _NAMES_JOINED.fullmatch(text, first.end_char, second.start_char)
        for first, second in pairwise(named)
    )
