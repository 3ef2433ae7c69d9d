"""Quoted names of programmes and events, whose noun stands behind them: '"Tugan Zher" program'."""

import re
from functools import cache

from pipeline.alternatives import any_of
from pipeline.naming.nouns import word_set


@cache
def _scheme_behind() -> re.Pattern[str]:
    kinds = any_of(word_set("inside"))
    return re.compile(rf" (?:(?:{kinds}) )?(?:{any_of(word_set('scheme'))})\b")


def is_a_scheme(text: str, end: int) -> bool:
    """Whether the noun behind a quote that ends at `end` is a programme's or an event's, never a body's."""
    return _scheme_behind().match(text, end) is not None
