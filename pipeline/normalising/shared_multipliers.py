"""Numbers whose multiplier the last of their list tells: "13, 15 and 11 thousand settlers"."""

import re
from dataclasses import replace
from functools import cache

from pipeline.alternatives import any_of
from pipeline.normalising.gazetteer import peoples
from pipeline.normalising.headed_counts import factors
from pipeline.normalising.numerals import NumberMatch
from pipeline.normalising.qualifiers import Quantity

_SMALL = r"\d{1,3}(?:[.,]\d{1,2})?"


@cache
def _rest() -> re.Pattern[str]:
    """The rest of a list behind its number, to the multiplier."""
    return re.compile(
        rf"(?:, {_SMALL}){{0,6}},? and {_SMALL} (?P<unit>{any_of(factors())})(?!\w)",
        re.IGNORECASE,
    )


@cache
def _ahead() -> re.Pattern[str]:
    """A list before a labelled number, from an item with a multiplier on: "Poles – 12.4 thous., Jews – 8.6"."""
    label = r"(?:[,;]| and|, and) {}(?-i:[A-Z])[\w'-]{{2,20}}{} ?[-–—:(] ?"
    listed, last = label.format("", ""), label.format("(?P<label>", ")")
    return re.compile(
        rf"\d (?P<unit>{any_of(factors())})(?:\.|\b)(?: people| persons)?\)?(?:{listed}{_DECIMAL}\)?){{0,8}}{last}$",
        re.IGNORECASE,
    )


_DECIMAL = r"\d{1,3}[.,]\d{1,2}"
_AHEAD_REACH = 200


def multiplied_with_list(text: str, match: NumberMatch) -> NumberMatch:
    """A number with the multiplier of the list that it opens or goes on, where it has none of its own."""
    value = match.quantity.value
    own = text[match.bare : match.bare_end]
    if match.multiplied or value is None or not re.fullmatch(_SMALL, own):
        return match
    rest = _rest().match(text, match.end) or _opened(text, match, own)
    if rest is None:
        return match
    factor = factors()[rest["unit"].lower()]
    low, high = (bound and bound * factor for bound in (match.quantity.low, match.quantity.high))
    quantity = Quantity(value * factor, low, high, match.quantity.qualifier)
    return replace(match, quantity=quantity, multiplied=True)


def _opened(text: str, match: NumberMatch, own: str) -> re.Match[str] | None:
    """The list of peoples that a decimal, which counts nobody by itself, goes on."""
    if not re.fullmatch(_DECIMAL, own):
        return None
    ahead = _ahead().search(text, max(0, match.start - _AHEAD_REACH), match.start)
    return ahead if ahead is not None and ahead["label"].lower() in peoples() else None
