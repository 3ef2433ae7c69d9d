"""Tents and yurts: where they stand for the households in them, and where for themselves."""

import re

from pipeline.normalising.numerals import NumberMatch

# Nobody pitches or sews as many tents as this: they are counted where a people is told of.
_CAMP = 1000
_DWELLING = (" lived ", " remained ", " dwelt ", " wandered ", " roamed ")
_DWELT = re.compile(
    r" (?:of (?:the )?[A-Z]|(?:of nomads |there )?(?:lived?|dwelt|wandered|roamed|migrated|moved|came|left"
    r"|went|crossed|fled|passed|submitted|settled)\b)"
)
_PITCHED = re.compile(
    r" (?:(?:were|was|are|have been|had been)"
    r" (?!(?:counted|numbered|registered|recorded|listed|ruined|taxed|resettled)\b)[a-z]+(?:ed|t|en|wn|up)\b"
    r"|(?:made )?(?:of|from) (?:felt|canvas|cloth|wood|silk|fabric)\b)"
)
_HANDLED = re.compile(
    r"\b(?:expect|receiv|deliver|sen[dt]|sew|sewed|sewn|made|make|buil[dt]|erect|pitch|put up|set up|bought|buy|order"
    r"|suppl|allot|allocat|issu|ship|produc|manufactur|distribut|brought|burn|housed in|slept in|with)\w*"
    r" (?:[a-z]+ ){0,2}$",
    re.IGNORECASE,
)
# "12 volosts with 19 480 yurts": the households of a unit.
_OF_UNIT = re.compile(
    r"\b(?:volosts?|auls?|uy?ezds?|villages?|clans?|tribes?|districts?|communit(?:y|ies)|hordes?)"
    r" with (?:about |some |over |up to |more than )?$"
)
_REACH = 60


def mere_tents(text: str, match: NumberMatch, end: int) -> bool:
    """Whether tents stand for themselves: "86 yurts were put up"; "4 thousand yurts wandered" are households."""
    if not text[match.end : end].endswith(("tents", "yurts")):
        return False
    if _DWELT.match(text, end) or text.endswith(_DWELLING, 0, match.start):
        return False
    if _OF_UNIT.search(text, max(0, match.start - _REACH), match.start):
        return False
    many = match.multiplied or (match.quantity.value or match.quantity.low or 0) >= _CAMP
    handled = _HANDLED.search(text, max(0, match.start - _REACH), match.start)
    return not many or handled is not None or _PITCHED.match(text, end) is not None
