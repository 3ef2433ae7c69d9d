"""What the words beside a date say of a change's time for certain: the year that an amount changed from."""

import re
from collections.abc import Sequence

from spacy.tokens import Span

from pipeline.extensions import sentence_of, text_of

# "In comparison with 1999", "12 percent more than in 2011".
_COMPARED = re.compile(
    r"\b(?:compared (?:with|to)|in comparison (?:with|to)|comparing with|as against|against|than in) (?:the )?"
    r"(?:year (?:of )?|level of )?$",
    re.IGNORECASE,
)
_COMPARED_REACH = 40
_CHANGED_BY = re.compile(
    r"\b(?:increas|grew|grow|rose|decreas|declin|fell|reduc|drop)\w*(?: \w+){0,3} (?:by|on|for) $"
)
_YEAR = re.compile(r"\d{4}")


def told_stretch(span: Span, kind: str, dates: Sequence[tuple[Span, str]]) -> str | None:
    """The years between which an amount changed, where one of `dates` is told that it is compared with."""
    text, sentence = text_of(span.doc), sentence_of(span)
    if kind not in ("increase", "decrease") and not _CHANGED_BY.search(
        text, sentence.start_char, span.start_char
    ):
        return None
    years = [(date, edtf) for date, edtf in dates if _YEAR.fullmatch(edtf)]
    here = [(date, edtf) for date, edtf in years if sentence_of(date) == sentence]
    base = next((edtf for date, edtf in here if _is_base(text, date)), None)
    if base is None:
        return None
    others = [edtf for _, edtf in here if edtf != base] or [
        edtf for date, edtf in years if date.end <= sentence.start and edtf > base
    ]
    return "/".join(sorted((base, others[-1]))) if others else None


def _is_base(text: str, date: Span) -> bool:
    low = max(0, date.start_char - _COMPARED_REACH)
    return _COMPARED.search(text, low, date.start_char) is not None
