"""Dates that are part of a title, a name or an address, and tell no time: "cinema «XX Century»", "Roadmap 2020"."""

import re
from collections.abc import Sequence

from pipeline.normalising.dates import DateMatch

# "History of Kazakhstan from Ancient Times to Our Days" is a book.
_HISTORY = re.compile(
    r"\bHistory of [^.;:\"\n]{3,60} from (?:the )?(?:[Mm]ost )?[Aa]ncient [Tt]imes"
    r"(?: (?:to|till|until|up to) [\w ]{3,20})?"
)


def outside_titles(text: str, matches: Sequence[DateMatch]) -> list[DateMatch]:
    """The periods and relative dates that stand in no title of a history."""
    titles = [match.span() for match in _HISTORY.finditer(text)]
    return [
        match
        for match in matches
        if not (_is_quoted(text, match) or any(start <= match.start < end for start, end in titles))
    ]


# "Cinema «XX Century»", "society "Renaissance"".
_QUOTES = {"«": "»", "“": "”", '"': '"', "‘": "’"}
_ERAS = ("century", "period")
# What a word for time leads is told as a time for all its quotes: "in the years of | "Aktaban shubyryndy"".
_LED_QUOTE = tuple(
    f"{word} {the}"
    for word in ("years of", "period of", "time of", "times of", "during")
    for the in ("", "the ")
)


def _is_quoted(text: str, match: DateMatch) -> bool:
    """Whether a century or period is the whole of a name in quotes."""
    closing = _QUOTES.get(text[match.start - 1 : match.start])
    return (
        closing is not None
        and match.value.kind in _ERAS
        and not text.endswith(_LED_QUOTE, 0, match.start - 1)
        and text[match.start].isupper()
        and text.startswith(closing, match.end)
    )


_ADDRESS = re.compile(r"(?:\w://|www\.|\w\.(?:com|org|net|info|kz|ru)/)\S*$")
_ADDRESS_REACH = 120


def _in_address(text: str, match: DateMatch) -> bool:
    """Whether a date stands in the address of a page: ".../2019/09/news.html"."""
    low = max(0, match.start - _ADDRESS_REACH)
    return text.find("/", low, match.start) >= 0 and bool(_ADDRESS.search(text, low, match.start))


# "The Employment Roadmap | 2020".
_NAME_BEFORE = re.compile(r"\b(?:Road ?[Mm]ap|Program(?:me)?|Strategy|Concept|Vision)[ -]$")
_YEAR_OF_NAME = re.compile(r"20[1-9]\d\b")
# "The Kazakhstan 2050 | Strategy".
_NAME_GOES_ON = re.compile(r" (?:Road ?[Mm]ap|Program(?:me)?|Strategy|Concept)\b")
_NAME_BEGINS = re.compile(r"\b(?!(?:In|By|Of|From|Since|Until|For|To)\b)[A-Z][a-z]+[ -]$")
_NAME_REACH = 30


def ends_name(text: str, start: int) -> bool:
    """Whether a year that begins at `start` ends the name of a programme."""
    if not _YEAR_OF_NAME.match(text, start):
        return False
    return _NAME_BEFORE.search(text, max(0, start - _NAME_REACH), start) is not None


# "The 3rd Jan | Žižka Regiment" bears a name, "on 3rd Jan Father Vasily came" tells a day.
SHORT_MONTHS = ("Jan", "Mar", "Jun", "Jul", "Dec")
_SHORT_MONTH = re.compile(rf"\d(?:st|nd|rd|th) (?:{'|'.join(SHORT_MONTHS)})$")
_NAME_FOLLOWS = re.compile(r" [^\W\d_a-z][^\W\d_]+")
_ON_DAY = re.compile(r"\b(?:on|by|since|until|till|from|before|after)(?: the)? $", re.IGNORECASE)


def _is_namesake(text: str, match: DateMatch) -> bool:
    """Whether a numbered body is named after who has a month's short form for a name."""
    short = _SHORT_MONTH.search(text, match.start, match.end)
    if short is None or _NAME_FOLLOWS.match(text, match.end) is None:
        return False
    return _ON_DAY.search(text, max(0, match.start - _NAME_REACH), match.start) is None


# 'Programme "Housing - | 2020"', "fund «Memory – | 1937»": a year behind a dash ends what is quoted.
_DASHED_IN_QUOTES = re.compile(r"[«“\"][^«»“”\"\n]{2,40} ?[-–—] ?$")
_QUOTED_REACH = 48


def _ends_quote(text: str, match: DateMatch) -> bool:
    """Whether a year and the dash before it end a quoted name."""
    if match.rule != "year" or text[match.end : match.end + 1] not in ('"', "»", "”"):
        return False
    low = max(0, match.start - _QUOTED_REACH)
    return _DASHED_IN_QUOTES.search(text, low, match.start) is not None


# "The 1080th | rifle regiment" has a number, no decade.
_UNIT = re.compile(
    r" (?!(?:the|an?|years?|in|of|and) )(?:[\w-]+ ){0,3}"
    r"(?:regiment|division|brigade|battalion|company|squadron|corps|army|hospital|school)\b",
    re.IGNORECASE,
)


# "Of 1077 | regiment", "the 1646 | field hospital"; "in 1942 | division went to the front" tells when.
_UNIT_AT_ONCE = re.compile(
    r" (?:(?:rifle|infantry|mountain|artillery|howitzer|mortar|tank|guards?|cavalry|air|aviation|sapper|field"
    r"|evacuation|mobile|separate|special|anti-[a-z]+) ){0,2}"
    r"(?:regiment|division|brigade|battalion|battery|squadron|hospital)\b"
)
_WHEN = re.compile(
    r"\b(?:in|since|by|from|until|till|during|after|before)(?: the)? $", re.IGNORECASE
)
_OLD_YEAR = re.compile(r"1[0-7]\d\d$")


def _numbers_unit(text: str, match: DateMatch) -> bool:
    """Whether what is read as a decade or year is the number of a unit of troops."""
    if match.rule == "decade":
        ordinal = text.endswith("th", 0, match.end)
        return ordinal and _UNIT.match(text, match.end) is not None
    if match.rule != "year" or not _UNIT_AT_ONCE.match(text, match.end):
        return False
    old = _OLD_YEAR.match(text, match.start, match.end)
    when = _WHEN.search(text, max(0, match.start - _NAME_REACH), match.start)
    return text[match.start].isdigit() and (old is not None or when is None)


def is_named(text: str, match: DateMatch) -> bool:
    """Whether a date is part of an address or a name, which tells no time."""
    goes_on = _NAME_GOES_ON.match(text, match.end) and _NAME_BEGINS.search(
        text, max(0, match.start - _NAME_REACH), match.start
    )
    return (
        ends_name(text, match.start)
        or bool(goes_on)
        or _is_quoted(text, match)
        or _in_address(text, match)
        or _is_namesake(text, match)
        or _ends_quote(text, match)
        or _numbers_unit(text, match)
    )
