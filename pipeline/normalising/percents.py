"""Per cent signs and words: which number they make a percentage."""

import re

from pipeline.normalising.numerals import NumberMatch

_AFTER = re.compile(
    r" ?(?:%|-?percentage points?|percentages?|-?percents?|per cents?|p\.c\.|pct\b|p\.p\.)",
    re.IGNORECASE,
)


def percent_span(text: str, match: NumberMatch) -> tuple[int, int] | None:
    """The percentage that a number makes with the sign or word after it; null without one."""
    sign = _AFTER.match(text, match.end)
    return (match.start, sign.end()) if sign else None
