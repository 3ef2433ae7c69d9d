"""Which years of a text count something: "1500 families", "in 1999 – 1400", "1348 fragments were collected".

A year that counts something is no date; which, the words around it decide.
"""

import re
from bisect import bisect_left
from functools import cache

from spacy.tokens import Doc

from pipeline.extensions import columns
from pipeline.linking.years.counting_people import (
    are_years_of_people,
    counts_at_part,
    counts_people,
    leads_people,
    singular_told,
    without_counted_day,
)
from pipeline.linking.years.leads import is_led_as_count, is_next_told, is_year_of_plan
from pipeline.linking.years.listed import is_listed
from pipeline.normalising.change_words import change_pattern
from pipeline.normalising.context import counted_head
from pipeline.normalising.dates import DateMatch, DateValue
from pipeline.normalising.edtf import year_edtf
from pipeline.normalising.number_atoms import (
    CENSUS_OF,
    PERCENT,
    multiplier_pattern,
    unit_pattern,
)
from pipeline.normalising.numerals import find_numbers
from pipeline.normalising.table_heads import is_signed_year

_YEAR_RULES = (
    "year",
    "year-range",
    "year-range-short",
    "ancient-year",
    "ancient-year-named",
    "ancient-range",
)
# "For three years | 1485 pilots" tells how long.
_LASTING = "".join(
    f"(?<!{word} )"
    for word in (
        *("last", "this", "next", r"\d", "one", "two", "three", "four", "five", "six", "seven"),
        *("eight", "nine", "ten", "teen", "ty", "hundred", "several", "many", "few"),
    )
)
_YEAR_PREPOSITION = re.compile(
    rf"\b(?:in|since|until|till|during|{_LASTING}years?|from|by|after|before|of) (?:the )?$",
    re.IGNORECASE,
)
_STRETCH_PREPOSITION = re.compile(r"\b(?:for|over|through|throughout) (?:the )?$", re.IGNORECASE)
# "Of 1200 houses | 600 burned", "From 500 delegates | 450 voted".
_PART_OF = re.compile(r"(?:^|[.!?;:]\"? |\n)(?:Of|Out of|(?P<since>From)) (?:the )?$")
_OUT_OF = re.compile(r" out of (?:the )?\d")
# "In Tselinograd of 1989 Kazakhs were a minority".
_PLACE_OF = re.compile(r"\b[Ii]n (?:the )?(?:[A-Z][\w'-]+ ){1,2}(?:[a-z]+ )?of $")
_PLACE_REACH = 50
# "from 300 to 400 people", "from 500 to 700 thousand".
_RANGE_OF_COUNT = re.compile(r" (?:up )?to (?:about )?[\d ,.]*\d (?!year|BC|AD|B\.|A\.)[a-z]")
# "By the census of 1926 Koreans counted 96 thousand".
_EVENT_OF = re.compile(
    r"\b(?:census|uprising|revolt|rising|revolution|famine|hunger|war|congress|law|decree|reform|treaty|constitution"
    r"|winter|spring|summer|autumn|fall|end|beginning|middle|games|olympics|olympiad|championship|spartakiad|universiade"
    r"|exhibition|expedition|campaign|elections?|referendum|plenum|conference|deportations?|resettlement|amnesty|drought"
    r"|jut|earthquake|flood|harvest|season|events|reforms|riots|strikes?|epidemic|typhus|cholera|plague) of $",
    re.IGNORECASE,
)
# "A list from | 1716 victims".
_MADE_UP = re.compile(
    r"\b(?:list|group|detachment|delegation|team|brigade|squad|crew|commission|army|crowd|choir) from $"
)
_OWN_NUMBER = re.compile(r" (?:about |some |nearly |almost |over |more than |at least )?\d")
_EARLIEST_PLAIN_YEAR = 1400
_EARLIEST_COUNTED_FROM = 1700


def without_count(text: str, match: DateMatch) -> DateMatch:
    """The year alone of what only looks like a range, the day of what only looks like one of a year of long ago.

    "2011 - 33 people, 2012 - 38 people", "on May 9 | 1500 veterans marched".
    """
    if match.rule in _DAYS_OF_YEARS:
        return _without_counted_year(text, match)
    if match.rule == "recurring-month-day":
        return without_counted_day(text, match)
    if match.rule == "season-two-years":
        return _without_counted_season(text, match)
    if match.rule == "year-range":
        return _without_counted_souls(text, match)
    return _without_counted_end(text, match) if match.rule == "year-range-short" else match


_SPACED_RANGE = re.compile(r"(\d{4}) [-–—] \d{4}")


def _without_counted_souls(text: str, match: DateMatch) -> DateMatch:
    """The year of a census alone, behind whose dash the number of those counted stands."""
    years = _SPACED_RANGE.fullmatch(text, match.start, match.end)
    if not years or not CENSUS_OF.search(text, max(0, match.start - _PLACE_REACH), match.start):
        return match
    head = counted_head(text, match.end)
    if head is None or head.noun is None or head.noun.ethnic or head.start != match.end + 1:
        return match
    return DateMatch(*years.span(1), "year", DateValue(year_edtf(int(years[1])), "year"))


def _without_counted_end(text: str, match: DateMatch) -> DateMatch:
    """The first year of a range whose short second number counts: "2011 | - 33 people"."""
    year = text[match.start : match.end][:_DIGITS_OF_YEAR]
    if not year.isdigit() or text[match.start + _DIGITS_OF_YEAR] != " ":
        return match
    if not (_heads_end(text, match) or is_next_told(text, match)):
        return match
    value = DateValue(year_edtf(int(year)), "year")
    return DateMatch(match.start, match.start + _DIGITS_OF_YEAR, "year", value)


def _heads_end(text: str, match: DateMatch) -> bool:
    """Whether people stand behind the second number."""
    thousands = _multiplied().match(text, match.end)
    end = thousands.end() if thousands else match.end
    head = counted_head(text, end) if _heads(text, end) else singular_told(text, match.end)
    told = _YEAR_PREPOSITION.search(text, max(0, match.start - 24), match.start)
    return head is not None and head.noun is not None and not (told and head.noun.ethnic)


_DAYS_OF_YEARS = ("day-month-year", "month-day-year")
_LAST_YEAR = re.compile(r",? (?:of )?(\d{4})$")
# Days of years before this are seldom told in the portal's articles.
_EARLIEST_DAY = 1700


def _without_counted_year(text: str, match: DateMatch) -> DateMatch:
    """The day and month of a date whose year, of long ago, counts the people behind it."""
    year = _LAST_YEAR.search(text, match.start, match.end)
    if year is None or int(year[1]) >= _EARLIEST_DAY or not _heads(text, match.end):
        return match
    head = counted_head(text, match.end)
    if head is None or head.noun is None:
        return match
    day = (match.value.edtf or "")[4:]
    return DateMatch(
        match.start, year.start(), "recurring-day", DateValue(f"XXXX{day}", "recurring")
    )


_SEASON_DASH = re.compile(r" [-–—] \d+$")


def _without_counted_season(text: str, match: DateMatch) -> DateMatch:
    """The season alone where the number behind a dash counts people: "autumn of 1944 | – 31 families"."""
    dash = _SEASON_DASH.search(text, match.start, match.end)
    head = singular_told(text, match.end) or counted_head(text, match.end)
    if dash is None or head is None or head.noun is None or head.start != match.end + 1:
        return match
    return DateMatch(match.start, dash.start(), "season-year", match.value)


@cache
def _multiplied() -> re.Pattern[str]:
    """ "1931 – 36 | thous. pers."."""
    return re.compile(rf" ?{multiplier_pattern()}", re.IGNORECASE)


def is_count(doc: Doc, match: DateMatch) -> bool:
    """Whether a bare year is the count of what follows it, or of what stands before it."""
    if match.value.decades:
        return _AGE_LEAD.search(columns(doc).text, max(0, match.start - 8), match.start) is not None
    if match.value.part is not None:
        return counts_at_part(columns(doc).text, match)
    return _is_count(columns(doc).text, match) or _counts_a_plural(doc, match)


# "In his | late 30s": an age.
_AGE_LEAD = re.compile(r"\b(?:his|her|their|my|our|your) $", re.IGNORECASE)


@cache
def _measured() -> re.Pattern[str]:
    """What makes a number of a year before it: a unit, a per cent sign, a multiplier, "-year-old"."""
    return re.compile(
        rf" ?(?:{PERCENT}|{multiplier_pattern()}|(?:{unit_pattern()})(?!\.)"
        r"|(?:km|hectares|tons|tonnes|anniversary)\b|[-–]\w+old)",
        re.IGNORECASE,
    )


# "In the first | year 1850 visitors came".
_ORDINAL_BEFORE = re.compile(
    r"\b(?:first|second|third|last|this|that|same|next|one|every|each|past) $", re.IGNORECASE
)
_ROW_OF_YEARS = 60
# "in 1942, 1944 and 1949 echelons": a year beside a year told as such is one, whatever follows.
_YEAR_BEFORE = re.compile(
    r"\b(?:in|of|since|until|till|during|from|by|after|before) (?:the )?"
    r"(?:years? )?(?:(?:1[4-9]|20)\d\d(?:[-–—]\d{2,4})?(?:,? and |, | or |; )){1,8}$",
    re.IGNORECASE,
)


# "1800 were killed and 2000 wounded", but "in 1937-1938 were arrested 105 thousand".
_FATED = re.compile(
    r" (?:(?:were|was|are|had been|got) )?(?:killed|missing|injured|taken prisoner"
    r"|wounded|perished|arrested|shot|deported|drowned|captured|hanged"
    r"|executed)\b(?! (?:(?:about|nearly|almost|over|more than|up to|at least|some|only) )?\d)"
)


# "Were killed 1712, that is | 43,9 %", "Kostanay leads: 1688 | against 1540".
_AS_OTHER = re.compile(
    r",? (?:that is|i\.e\.|or|namely|which (?:is|makes)) (?:about |nearly |almost )?\d[\d.,]* ?(?:%|per ?cent)"
    r"| against (?:about )?\d"
)


def _is_count(text: str, match: DateMatch) -> bool:
    """Whether the words of the lexicons around a year say that it counts."""
    if match.rule not in _YEAR_RULES or are_years_of_people(text, match):
        return False
    before = text[max(0, match.start - 24) : match.start]
    told = is_led_as_count(text, match) or _is_told_otherwise(text, match, before)
    if told or is_listed(text, match):
        return True
    if _is_change(text, match) or _is_whole(text, match) or counts_people(text, match):
        return True
    if match.end - match.start <= _DIGITS_OF_GROUP and _GROUP_FOLLOWS.match(text, match.end):
        return True
    if _goes_on_as_count(text, match, before):
        return True
    unit = _measured().match(text, match.end)
    if (
        unit
        and not is_signed_year(text, match.start)
        and not (len(unit[0].strip()) == 1 and _YEAR_PREPOSITION.search(before))
    ):
        return True
    ancient = match.rule.startswith("ancient")
    if ancient and _RANGE_OF_COUNT.match(text, match.end):
        return True
    if not ancient and re.search(r"year|y\.", text[match.start : match.end]):
        return _ORDINAL_BEFORE.search(before) is not None and _heads(text, match.end)
    if not _heads(text, match.end):
        return False
    time = leads_people(text, match) if ancient else _told_as_time(text, match, before)
    return not (time or (not ancient and _in_years(text, match)))


def _goes_on_as_count(text: str, match: DateMatch, before: str) -> bool:
    """Whether "more" or the fate of people stands behind it, and nothing before it tells a time or what is planned."""
    if _YEAR_PREPOSITION.search(before):
        return False
    fated = _FATED.match(text, match.end) and not is_year_of_plan(text, match)
    return bool(fated or _MORE.match(text, match.end))


def _is_told_otherwise(text: str, match: DateMatch, before: str) -> bool:
    """Whether what no preposition of time leads is also told as a share, or compared with another number."""
    if match.rule != "year" or not _AS_OTHER.match(text, match.end):
        return False
    leads = (_YEAR_PREPOSITION, _STRETCH_PREPOSITION)
    return not (any(lead.search(before) for lead in leads) or _in_years(text, match))


def _counts_a_plural(doc: Doc, match: DateMatch) -> bool:
    """Whether a plural that no lexicon knows stands behind a bare year: "1348 fragments were collected"."""
    table = columns(doc)
    text = table.text
    before = text[max(0, match.start - 24) : match.start]
    if match.rule == "ancient-year" and before.endswith(" in "):
        behind = bisect_left(table.starts, match.end)
        return table.tags[behind : behind + 1] == ["NNS"]
    if match.rule != "year" or match.end - match.start > _DIGITS_OF_YEAR:
        return False
    led = _YEAR_PREPOSITION.search(before) or before.lower().endswith("the ")
    if led or _in_years(text, match):
        return False
    behind = bisect_left(table.starts, match.end)
    return table.tags[behind : behind + 1] == ["NNS"] and text[match.end : match.end + 1] == " "


_DIGITS_OF_YEAR = 4


@cache
def _change_lead() -> re.Pattern[str]:
    """What leads the first of two amounts: "dropped sharply | from"."""
    return re.compile(rf"{change_pattern()}(?: \w+){{0,2}} from (?:the )?$", re.IGNORECASE)


_CHANGE_REACH = 50
_FROM = re.compile(r"\bfrom (?:the )?$", re.IGNORECASE)
# Either end of "from 500 to 63", seen from the other one; what stands behind BC counts down.
_TO = re.compile(
    r" (?:up |down )?to (?P<number>\d{1,3}(?:[ ,]\d{3})+|\d+)(?![\w.,]*\d| ?\(?[AB]\.? ?[CD]\b)"
)
_FROM_TO = re.compile(
    r"\bfrom (?P<number>\d{1,3}(?:[ ,]\d{3})+|\d+) (?:up |down )?to $", re.IGNORECASE
)


def _is_change(text: str, match: DateMatch) -> bool:
    """Whether it is an end of what an amount went from and to: "decreased from 500 to 63".

    What falls is no stretch of years, whatever the verb. What rises may be one from 1000 on: "grew from 1926 to 1939".
    """
    low = max(0, match.start - _CHANGE_REACH)
    if match.value.kind == "interval":
        return match.rule == "ancient-range" and _is_led(text, low, match.start)
    digits = re.match(r"\d+", text[match.start : match.end])
    if digits is None:
        return False
    year = int(digits[0])
    if (to := _TO.match(text, match.end)) and _FROM.search(text, low, match.start):
        return _are_amounts(text, low, match.start, (year, _number(to)))
    before = _FROM_TO.search(text, low, match.start)
    if before is None:
        return False
    low = max(0, before.start() - _CHANGE_REACH)
    return _are_amounts(text, low, before.start("number"), (_number(before), year))


def _number(match: re.Match[str]) -> int:
    return int(re.sub(r"\D", "", match["number"]))


def _is_led(text: str, low: int, start: int) -> bool:
    return _change_lead().search(text, low, start) is not None


def _are_amounts(text: str, low: int, start: int, ends: tuple[int, int]) -> bool:
    """Whether the two ends of "from N to N", whose first stands at `start`, are no years."""
    first, second = ends
    # "From 1937 to 38" is two years.
    short = first >= _EARLIEST_OF_FOUR > second * 10
    falls = second < first and not short
    return falls or ((first < _EARLIEST_OF_FOUR or short) and _is_led(text, low, start))


_EARLIEST_OF_FOUR = 1000


def _is_whole(text: str, match: DateMatch) -> bool:
    """Whether a part of it is told: "of 1200 houses 600", "in 600 out of 900 schools"."""
    if match.rule.startswith("ancient") and _OUT_OF.match(text, match.end):
        return True
    part = _PART_OF.search(text, max(0, match.start - _ROW_OF_YEARS), match.start)
    if part is None or (
        part["since"] and int((match.value.edtf or "0")[:4]) >= _EARLIEST_COUNTED_FROM
    ):
        return False
    head = counted_head(text, match.end)
    return head is not None and _OWN_NUMBER.match(text, head.end) is not None


# "In 300 000 copies".
_GROUP_FOLLOWS = re.compile(r"[ \xa0\u202f]\d{3}(?!\d)")
_DIGITS_OF_GROUP = 3
# "2600 households for 1931 and 1900 more for 1932".
_MORE = re.compile(r" more\b(?! than)(?! [a-z]+ than)")


def _heads(text: str, end: int) -> bool:
    """Whether what follows on its line is counted, and has no number of its own ("1892 killed 7,344")."""
    head = counted_head(text, end)
    return (
        head is not None
        and "\n" not in text[end : head.start]
        and next(find_numbers(text[end : head.start]), None) is None
        and _OWN_NUMBER.match(text, head.end) is None
    )


def _told_as_time(text: str, match: DateMatch, before: str) -> bool:
    """Whether a preposition of time leads a plausible year ("in 1937 Koreans were …")."""
    if int((match.value.edtf or "0")[:4]) < _EARLIEST_PLAIN_YEAR:
        # "In 1219 Mongols came"; what is counted has a small letter, or no "In" to open the sentence.
        return before.endswith("In ") and text[match.end : match.end + 2].strip().isupper()
    if _EVENT_OF.search(before) or _PLACE_OF.search(
        text, max(0, match.start - _PLACE_REACH), match.start
    ):
        return True
    if (
        before.lower().endswith("from ")
        and int((match.value.edtf or "0")[:4]) < _EARLIEST_COUNTED_FROM
    ):
        return False  # "from 1400 households remained 600"
    timed = _YEAR_PREPOSITION.search(before) is not None and not _MADE_UP.search(before)
    if match.value.kind == "interval":
        return timed or _STRETCH_PREPOSITION.search(before) is not None
    return timed and not before.lower().endswith(("of ", "of the "))


def _in_years(text: str, match: DateMatch) -> bool:
    """Whether the year is one of a row of years."""
    return _YEAR_BEFORE.search(text, max(0, match.start - _ROW_OF_YEARS), match.start) is not None
