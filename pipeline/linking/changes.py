"""Whether "from N to M" tells a change or the bounds of one amount: "fell from 45 to 30", "made from 30 to 45"."""

import re

from pipeline.normalising.change_words import change_pattern
from pipeline.normalising.context import counted_head
from pipeline.normalising.numerals import NumberMatch

# Verbs and nouns of going from one value to another; those that may tell of much else stand close to the number.
_GOING = re.compile(
    r"\b(?:increas|grew|grow|ris(?:e|en|ing)|rose|rais|climb|jump|leap|leapt|soar|surg|swell|swollen|expand|widen"
    r"|strengthen|improv|advanc|doubl|trebl|tripl|quadrupl|boost|decreas|declin|fell\b|fall|drop|reduc|shrank|shrink"
    r"|shrunk|(?-i:lower)|slid|slip|plung|plummet|tumbl|sank|sink|sunk|dwindl|halv|cut\b|contract|slow|crept|creep|chang"
    r"|brought (?:up|down)|shift|transition|evol)\w*(?:[^.;]|(?<=\d)\.(?=\d)){0,120}$"
    r"|(?<!were )(?<!was )\b(?:went|gone|going|goes|mov(?:ed|ing)|pass(?:ed|ing)|turn(?:ed|ing)|stretch(?:ed|ing)"
    r"|push(?:ed)?|numerous|up(?! to )|down)\b[^.;,(]{0,25}$"
    r"|\bbrought $",
    re.IGNORECASE,
)
# "They made up from 30 to 45 percent", "it varied from 30 to 45": bounds.
_BOUNDING = re.compile(
    r"\b(?:ma[dk]e\w*(?: up)?|lost|killed|died|perished|wounded|missing"
    r"|vari\w+|vary\w*|rang\w+|fluctuat\w+|oscillat\w+|differ\w*|estimat\w+|cost\w*"
    r"|between|by|(?:went|gone|going|moved) (?:back|away|home|abroad)) $",
    re.IGNORECASE,
)
_GOING_AFTER = re.compile(rf"[^.;,]{{0,12}}\) {change_pattern()}")


def is_change(text: str, sentence: int, match: NumberMatch, end: int) -> bool:
    """Whether "from N to M" tells a change, whose two numbers are facts each, and not the bounds of one.

    What falls is a change; what rises is one where the words of the sentence, which begins at `sentence`, say so.
    """
    if not match.from_to:
        return False
    first, second = (part.quantity.value or 0 for part in match.parts)
    if first > second or _GOING_AFTER.match(text, end):
        return True
    before = text[sentence : match.start]
    if _people_moved(text, before, match):
        return False
    return _BOUNDING.search(before) is None and _GOING.search(before) is not None


# "To Mecca went a few: from 120 to 150 pilgrims", "have moved from 60 to 70 thousand Uighurs": who went are so many.
_MOVED = re.compile(r"\b(?:went|gone|going|mov(?:ed|ing)|pass(?:ed|ing))\b[^.;,(]{0,25}$")
_AMOUNT = re.compile(
    r"\b(?:numbers?|population|shares?|proportion|total|figures?|strength|quantity|counts?|membership|staff|enrol\w+"
    r"|it|they|that)\b",
    re.IGNORECASE,
)


def _people_moved(text: str, before: str, match: NumberMatch) -> bool:
    """Whether people behind a number are those who went, and no amount went from one value to another."""
    if _MOVED.search(before) is None or _AMOUNT.search(before):
        return False
    head = counted_head(text, match.end)
    return head is not None and head.noun is not None
