"""What the words right before a date say it is the date of: of a body's founding, a life's step, a decree, an aside."""

import re
from collections.abc import Iterator
from functools import cache

from spacy.tokens import Span

from pipeline.alternatives import any_of
from pipeline.extensions import text_of
from pipeline.lexicons import table

_REACH = 60
# "The museum, which was opened | in 1933", "(both from | 1876)".
_ASIDE = re.compile(
    r"(?:,|\() ?(?:where|which|who|that|from|since|in|opened|both) [^.;()]{0,40}$", re.IGNORECASE
)


def dated_by(date: Span) -> tuple[str, ...]:
    """What a date is the date of, `else` where no word says it; `aside` where it stands in a clause of its own."""
    text, low = text_of(date.doc), max(0, date.start_char - _REACH)
    senses = (sense for sense, pattern in _senses() if pattern.search(text, low, date.start_char))
    aside = ("aside",) if _ASIDE.search(text, low, date.start_char) else ()
    return (*senses, *aside) or ("else",)


@cache
def _senses() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(_compiled())


def _compiled() -> Iterator[tuple[str, re.Pattern[str]]]:
    rows = table("dating_words")
    for sense in dict.fromkeys(row["sense"] for row in rows):
        words = any_of(row["word"] for row in rows if row["sense"] == sense)
        yield (
            sense,
            re.compile(
                rf"\b(?:{words})(?: \w+)?(?: (?:on|in|by|from|since|at|to|of|dated))?(?: the)? $",
                re.IGNORECASE,
            ),
        )
