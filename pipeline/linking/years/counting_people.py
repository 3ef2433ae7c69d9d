"""Years that count who stands beside them: "seen by 1600 guests", "fought 2031 candidate", "300 men: in Oral 120"."""

import re

from pipeline.normalising.context import Head, counted_head
from pipeline.normalising.dates import DateMatch, DateValue
from pipeline.normalising.odd_heads import singular_behind

_DIGITS_OF_YEAR = 4
_REACH = 120


def counts_people(text: str, match: DateMatch) -> bool:
    """Whether a bare year is the number of those who did what is told, of one that stands in the singular, or one
    of the numbers into which a count of people is divided."""
    if match.rule.startswith("ancient") and _SPOKE_OF.search(text, _low(match), match.start):
        return True
    if _parts_people(text, match) or _is_divided_whole(text, match) or _is_low_bound(text, match):
        return True
    if match.rule == "year" and _WERE.match(text, match.end):
        return _CLAUSE.search(text, _low(match), match.start) is not None
    return _is_doer(text, match) or _is_singular(text, match) or _is_divided(text, match)


def _low(match: DateMatch) -> int:
    return max(0, match.start - _REACH)


_SOME_OF_THEM = re.compile(r" of (?:them|whom)\b(?! (?:of|about) )(?! \d)")
# "Printed in | 1500 copies", "circulation of | 1800 copies"; not "In 2007 | copies were brought".
_PRINTED = re.compile(r" (?:copies|pages)\b")
_PRINTED_IN = re.compile(
    r"\b(?:print\w*|issued?|publish\w*|came out|comes out|released?|circulation|edition|run|on|has|of)\b"
    r"[^.;,\n]{0,30} $",
    re.IGNORECASE,
)
_IN_YEAR = re.compile(
    r"\b(?:in|since|until|till|during|by|after|before|from|of|years?)(?: the)?(?: [12]\d{3}(?:,| and))? $",
    re.IGNORECASE,
)


def _parts_people(text: str, match: DateMatch) -> bool:
    """Whether it is the number of copies, or of some of those told before: "| 1200 of them did not return"."""
    if match.rule != "year":
        return False
    if _PRINTED.match(text, match.end):
        return _PRINTED_IN.search(text, _low(match), match.start) is not None
    if not _SOME_OF_THEM.match(text, match.end):
        return False
    return text[match.start].isdigit() and not _IN_YEAR.search(text, _low(match), match.start)


_BRACKETED = re.compile(r"(?P<who>[A-Z][\w-]+) \((?P<first>\d{3})[-–](?P<last>\d{3,4})\)")
# Counts between bounds are round and not as far apart.
_ROUND, _FAR = 10, 150
_WHO = 30


def are_years_of_people(text: str, match: DateMatch) -> bool:
    """Whether years of long ago stand in brackets behind who ruled then: "the Karluks | (756-940)"."""
    if match.rule != "ancient-range":
        return False
    found = _BRACKETED.search(text, max(0, match.start - _WHO), match.end + 1)
    if found is None or found.start("first") != match.start:
        return False
    first, last = int(found["first"]), int(found["last"])
    return last - first >= _FAR or bool(first % _ROUND or last % _ROUND)


_OF_THE_YEAR = re.compile(r".* of the year (?P<number>\d{3,4})", re.IGNORECASE)
# A number that is lower is no year that portal articles would tell with "the year".
_EARLIEST_TOLD = 1700


def counts_at_part(text: str, match: DateMatch) -> bool:
    """Whether it counts what is told of a part of a year told before: "at the end of the year | 412 people"."""
    told = _OF_THE_YEAR.fullmatch(text, match.start, match.end)
    if told is None or int(told["number"]) >= _EARLIEST_TOLD:
        return False
    head = counted_head(text, match.end)
    return head is not None and text[match.end + 1].islower()


def leads_people(text: str, match: DateMatch) -> bool:
    """Whether a year of long ago stands before the name of a people that did something then."""
    if not _WHEN.search(text, _low(match), match.start):
        return False
    head = counted_head(text, match.end)
    if head is None or head.noun is None:
        return False
    return head.noun.ethnic and head.start == match.end + 1


# "In | 893 Arabs took the town", but "one in 500 Kazakhs" and "in 350 Kazakh families".
_WHEN = re.compile(r"(?<!\b[Oo]ne )(?<!\d )\b(?:[Ii]n|By) $")
# "Survivors spoke of | between 500 and 700".
_SPOKE_OF = re.compile(
    r"\b(?:spoke|speaks?|spoken|tells?|told|talk(?:s|ed)?|writes?|wrote) of (?:between |from )?$"
)
# "In the village from | 550 inhabitants 81 per cent are Poles".
_FROM = re.compile(r"\b(?:from|of|among) (?:its |the )?$", re.IGNORECASE)
_OWN_NUMBER = re.compile(r" (?:only |about |nearly |over )?\d")
# "From | 347 called-up did not return 161".
_OF_THEM = re.compile(
    r" [a-z][a-z-]+(?: [a-z-]+)? (?:did not return|didn't return|returned|came back|remained|survived|died|fell"
    r"|perished)(?: [a-z]+){0,3} \d"
)

# "Died 163 children from | 390."
_PART_FROM = re.compile(
    r"\d (?:children|people|persons|men|women|families|households|[a-z]+ers) from $"
)
_ADJECTIVE = re.compile(r" (?:[A-Za-z-]+ )?")


def _is_divided_whole(text: str, match: DateMatch) -> bool:
    """Whether it is a year of long ago that tells how many people there were, beside the number of a part of them."""
    low = _low(match)
    if not match.rule.startswith("ancient") or not _FROM.search(text, low, match.start):
        return False
    part = _PART_FROM.search(text, low, match.start) and _ITEM_ENDS.match(text, match.end)
    if part or _OF_THEM.match(text, match.end):
        return True
    head = counted_head(text, match.end)
    if head is None or head.noun is None or head.noun.ethnic:
        return False
    near = _ADJECTIVE.fullmatch(text, match.end, head.start) is not None
    return near and _OWN_NUMBER.match(text, head.end) is not None


# "Fell or were missing from | 1900 to 2100": no stretch of years goes so far.
_FAR_END = re.compile(r" (?:up )?to 2(?:0[5-9]|[1-9]\d)\d\b(?! ?years?\b)")


def _is_low_bound(text: str, match: DateMatch) -> bool:
    """Whether a year of the last centuries is the lower of two bounds, the upper of which is no year yet."""
    past = match.rule == "year" and text.startswith("1", match.start)
    led = _FROM.search(text, _low(match), match.start) is not None
    return past and led and _FAR_END.match(text, match.end) is not None


# "Came 1700 guests, and | 1800 were expected": a year that nothing leads to would have its verb in the singular.
_WERE = re.compile(r" (?:were|have been|had been)\b")
_CLAUSE = re.compile(r"(?:[.;] |(?<!\d )(?<!\d, )\b(?:and|while|but|though|although|where) )$")
# "Surrounded by | about 2000 people", "observation was conducted by | 1600 observers".
_DONE_BY = re.compile(r"\b(?:[a-z]+ed|seen|taken|met|led|held|built|sung|read|given|written) by $")


def _is_doer(text: str, match: DateMatch) -> bool:
    """Whether people in the plural, told by a common noun, stand right behind a year by which something was done."""
    if not _DONE_BY.search(text, _low(match), match.start):
        return False
    head = counted_head(text, match.end)
    beside = head is not None and head.start == match.end + 1 and text[head.start].islower()
    return beside and head.noun is not None and not head.noun.ethnic  # type: ignore[union-attr]


_IN = re.compile(
    r"\b(?:in|of|since|until|till|by|from|to|before|after|the|year)(?: the)? $", re.IGNORECASE
)


def _is_singular(text: str, match: DateMatch) -> bool:
    """Whether one of some people stands behind a year that ends in one: "fought 2031 candidate"."""
    ends = text[match.end - 1] == "1" and text[match.end - 2 : match.end] != "11"
    bare = match.rule == "year" and ends and not _IN.search(text, _low(match), match.start)
    return bare and singular_behind(text, match.end) is not None


def singular_told(text: str, end: int) -> Head | None:
    """One of some people behind a range whose second number ends in one: "in 1944 – 31 | family"."""
    ends = text[end - 1] == "1" and text[end - 2 : end] != "11"
    return singular_behind(text, end) if ends else None


# "There were 900 people: in Abai | 300, in Oral | 1200, in the steppe 400".
_COUNT_DIVIDED = re.compile(
    r"\d ?(?:thousand |million )?(?P<noun>[a-z]+) ?: (?P<items>(?:in [^,.;:()\d]{2,40} \d[\d ]*(?:,| and|, and) ){0,6})"
    r"in [^,.;:()\d]{2,40} $"
)
_ITEM_ENDS = re.compile(r" ?(?:[,.;)]|and\b|$)")


def _is_divided(text: str, match: DateMatch) -> bool:
    """Whether people counted before a colon are told of place by place."""
    told = _COUNT_DIVIDED.search(text, _low(match), match.start)
    if told is None or not _ITEM_ENDS.match(text, match.end):
        return False
    head = counted_head(text, told.start("noun") - 1)
    return head is not None and head.noun is not None


_IN_MONTH = re.compile(r"\b[Ii]n $")
_MONTH_BEFORE = re.compile(r"[A-Za-z]+\.?(?= \d+$)")


def without_counted_day(text: str, match: DateMatch) -> DateMatch:
    """The month alone whose day counts people: "in April | 12 families came", but "on April 12 families came"."""
    month = _MONTH_BEFORE.match(text, match.start, match.end)
    if month is None or not _IN_MONTH.search(text, max(0, match.start - 4), match.start):
        return match
    head = counted_head(text, match.end)
    if head is None or head.noun is None or head.noun.ethnic or head.start != match.end + 1:
        return match
    edtf = (match.value.edtf or "")[: len("XXXX-05")]
    return DateMatch(match.start, month.end(), "recurring-month", DateValue(edtf, "recurring"))
