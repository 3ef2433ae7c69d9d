"""Lists whose head tells that their numbers are shares: "Share of Kazakhs (in %): 1959 - 30.0; 1970 - 32.6"."""

import re
from decimal import Decimal

from pipeline.anchors import Anchored
from pipeline.normalising.numerals import number_value
from pipeline.normalising.table_lines import YEAR

_SHARE = r"(?:shares?|percentages?|proportion|specific (?:weight|gravity))"
_SIGN = r"(?:%|per ?cents?|percentages?)"
# "The share of Kazakhs by years:", "Composition of the population, in percent:".
_HEAD = re.compile(
    rf"(?:\b{_SHARE} of\b[^.;:!?\n]{{3,90}}|(?:\((?:in )?{_SIGN}\)|\bin {_SIGN})[^.;:!?\n]{{0,40}})"
    r": ",
    re.IGNORECASE,
)
_NAME = r"(?:(?:in|among|the) ){0,3}[A-Za-z][\w'-]{2,30}(?: [A-Za-z][\w'-]{1,30}){0,2}"
_LABEL = rf"(?:(?:in )?(?:{YEAR.pattern})|{_NAME})"
_NUMBER = r"(?P<number>\d{1,3}(?:[.,]\d{1,2})?)"
_ITEM = re.compile(
    rf"{_LABEL} ?[-–—=]? ?(?<!\w){_NUMBER}(?P<sign> ?{_SIGN})?(?![\w%]| (?:thousand|million|people))"
)
_NEXT = re.compile(r"(?:[,;]|,? and) ")
_FEWEST = 2
# Characters that a head or what is told takes at most, what is looked at behind it included.
_REACH = 200
_WHOLE = Decimal(100)


# "The percentage of the literate was equal to 22,3."
_TOLD = re.compile(
    r"\bpercentage(?: of [^.;:,\d\n]{3,60})? (?:is|was|made(?: up)?|reached|amounted to|(?:is|was) equal to|equalled"
    rf"|stood at|(?:rose|fell|grew) to) {_NUMBER}(?=[.,;)](?!\d)| (?:in|and|against)\b(?! \d+ million)|$)",
    re.IGNORECASE,
)


def listed_shares(text: str) -> frozenset[int]:
    """Where the numbers of such lists begin, and those whose percentage is told before them."""
    heads = Anchored(_HEAD, frozenset([": "]), _REACH).finditer(text)
    listed = (start for head in heads for start in _items(text, head.end()))
    told = Anchored(_TOLD, frozenset(["percentage"]), _REACH).finditer(text)
    return frozenset((*listed, *(match.start("number") for match in told)))


def _items(text: str, position: int) -> list[int]:
    """The numbers of the items from an offset on; none where they are too few or are no shares."""
    found: list[int] = []
    while item := _ITEM.match(text, position):
        value = number_value(item["number"])
        if value is None or value > _WHOLE:
            return []
        found.append(item.start("number"))
        joint = _NEXT.match(text, item.end())
        if joint is None:
            break
        position = joint.end()
    return found if len(found) >= _FEWEST else []
