"""Per cent signs and words: which number they make a percentage."""

import re

from pipeline.normalising.numerals import NumberMatch

SIGN = re.compile(
    r" ?(?:%|-?percentage points?|percentages?|-?p(?:er|ro)cents?|-?per[ -]cents?|p\.c\.|pct\b|p\.p\.|pp\b)",
    re.IGNORECASE,
)
# "On 9 (nine) percent": the number again, in words; "0,3 of a percent".
_RETOLD = re.compile(r" \([a-z -]+\)(?= )| of (?:an?|one)(?= per ?cent)")
# "Half a percent", "a quarter of one percent".
_PART_OF = re.compile(r"(?: of)? (?:an?|one)(?= )", re.IGNORECASE)
# "Percent of literate: …" has its number elsewhere; "per cent of 210" alone in its clause is 210 %.
_BEFORE = re.compile(r"(?:^|(?<=[.;:(\n]))\s{0,40}(?P<sign>per ?cents? of )$", re.IGNORECASE)
# Characters that the word before a number, with the space around it, takes.
_REACH = 40
_CLOSED = re.compile(r"\s*(?:$|[.;:,)\n])")


def percent_span(text: str, match: NumberMatch) -> tuple[int, int] | None:
    """The percentage that a number makes with the sign or word after it; null without one.

    The word may stand before it with "of", where number and word are a clause of their own.
    """
    retold = (_PART_OF if match.fraction else _RETOLD).match(text, match.end)
    if sign := SIGN.match(text, retold.end() if retold else match.end):
        return match.start, sign.end()
    before = _BEFORE.search(text, max(0, match.start - _REACH), match.start)
    if before is not None and _CLOSED.match(text, match.end):
        return before.start("sign"), match.end
    return None
