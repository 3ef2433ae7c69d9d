"""Lists whose head tells the unit of their numbers: "Population (thous. pers.): total - 6 198; Kazakhs - 3 628"."""

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from functools import cache

from pipeline.alternatives import any_of
from pipeline.lexicons import table
from pipeline.normalising.context import PersonNoun, blockers, noun_in
from pipeline.normalising.numerals import NumberMatch
from pipeline.normalising.qualifiers import Quantity

# Characters from a number back to the head of its list.
_REACH = 600
_LABELLED = re.compile(r"[-–—=:] ?$")
# What ends a list: a break between paragraphs or the end of a sentence.
_ENDED = re.compile(r"\n|[.!?] [A-Z]")


@cache
def factors() -> Mapping[str, Decimal]:
    rows = (row for row in table("multipliers") if row["abbreviated"] in ("no", "yes"))
    found = {row["form"].lower(): Decimal(row["value"]) for row in rows}
    return {form: value for form, value in found.items() if value >= 1000 and len(form) > 1}


@cache
def _head() -> re.Pattern[str]:
    people = r"(?:people|persons?|pers|souls|inhabitants|men)"
    unit = rf"\((?:in )?(?P<unit>{any_of(factors())})\.?(?: (?:of )?{people}\.?)?\)"
    whose = r"\b(?:population|inhabitants|residents|number|numbers|strength|composition|people)\b"
    return re.compile(rf"{whose}[^;:!?\n]{{0,80}}{unit}[^.;:\n]{{0,40}}: ?", re.IGNORECASE)


def head_over(text: str, start: int) -> re.Match[str] | None:
    """The head of the list that has its number at `start`, where it tells a unit."""
    low = max(0, start - _REACH)
    if not _LABELLED.search(text, max(0, start - 2), start):
        return None
    head = next(reversed(list(_head().finditer(text, low, start))), None)
    return None if head is None or _ENDED.search(text, head.end(), start) else head


def headed_noun(text: str, start: int) -> PersonNoun | None:
    """The people that the head of a list counts; null for things, and without such a head."""
    head = head_over(text, start)
    words = head[0][: head.start("unit") - head.start()].lower() if head else ""
    if _WHOLE.search(words):
        return _ALL
    things = set(re.findall(r"[a-z]+", words)) & blockers()
    return None if things else noun_in(words.rstrip("( "))


_ALL = PersonNoun(None, None, "persons")
_WHOLE = re.compile(r"\b(?:population|inhabitants|residents|people)\b")


def under_head(text: str, match: NumberMatch) -> NumberMatch:
    """A number with the multiplier of its list's head, where it has none of its own."""
    head = None if match.multiplied or match.parts else head_over(text, match.start)
    value = match.quantity.value
    if head is None or value is None:
        return match
    factor = factors()[head["unit"].lower()]
    low, high = (bound and bound * factor for bound in (match.quantity.low, match.quantity.high))
    quantity = Quantity(value * factor, low, high, match.quantity.qualifier)
    return replace(match, quantity=quantity, multiplied=True)
