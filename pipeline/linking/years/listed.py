"""Years that are one of a list's numbers: "Cossacks and military - 1140, Tatars - 705", "killed 340, wounded 1204".

What tells is an item beside it of the same shape, whose number can be no year. A list of years has none.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from pipeline.normalising.context import person_nouns
from pipeline.normalising.dates import DateMatch
from pipeline.normalising.gazetteer import is_people, places
from pipeline.normalising.number_atoms import multiplier_pattern

_BEFORE = 24


def is_listed(text: str, match: DateMatch) -> bool:
    """Whether a bare year is one of the numbers of a list."""
    before = text[max(0, match.start - _BEFORE) : match.start]
    if _of_people(match, before):
        return True
    if match.rule != "year":
        return False
    return (
        _is_labelled(text, match, before)
        or _is_one_of_fates(text, match)
        or _by_nouns(text, match)
        or _is_beside_its_like(text, match)
    )


# "Russians - 1204, Romanians (1600)": their number, where no year of the last centuries is likelier.
_PEOPLE_LEAD = re.compile(r"\b(?P<name>[A-Za-z][\w-]+) (?:[-–—] |\()$")
_RECENT = ("18", "19", "20")


def _of_people(match: DateMatch, before: str) -> bool:
    named = _PEOPLE_LEAD.search(before)
    recent = (match.value.edtf or "").startswith(_RECENT)
    if named is None or recent:
        return False
    return is_people(named["name"]) or named["name"].lower() in person_nouns()


# "Cossacks and military - 1140, Tatars - 705".
_LABELLED = re.compile(r"[a-z] [-–—] $")

# The same in rows: "Alma-Ata region - 2191;", "Aktyubinsk region - 1744;" on the next line.
_NO_YEAR = r"(?!(?:1[4-9]|20)\d\d(?![\d ,.]{0,30}\d))\d[\d ,.]{0,30}\d"
_LABEL = (
    r"[ \t]*(?:[•*–-] )?(?!(?:[\w'-]+ ){0,3}(?:founded|opened|built|established|born|died|years?|date))"
    r"[A-Za-z][\w'-]*(?: [\w'-]+){0,4} [-–—:] "
)
_ROW_BEFORE = re.compile(
    rf"\n{_LABEL}(?:about |near )?{_NO_YEAR}[^\n]{{0,40}}\n{{1,3}}(?:{_LABEL}\d[^\n]{{0,40}}\n{{1,3}}){{0,3}}{_LABEL}$"
)
_ROW_BEHIND = re.compile(rf"[ \d,.%]{{0,20}}[;.,]?[ \t]*\n{{1,3}}{_LABEL}{_NO_YEAR}")
_ROWS_REACH = 240

# "In Aktobe - 1744 (7666)": families and their people.
_BRACKETED = re.compile(r" \((?!(?:1[4-9]|20)\d\d\))\d{1,3}(?:[ ,.]?\d{3})*\)")


def _is_labelled(text: str, match: DateMatch, before: str) -> bool:
    """Whether it stands behind its label, and an item beside it has a number that can be no year."""
    of_count = _LABELLED.search(before) and not _OF_TIME.search(before)
    if of_count and (_BRACKETED.match(text, match.end) or _in_rows(text, match)):
        return True
    return _SEPARATED.search(before) is not None and _has_sibling(text, match)


def _in_rows(text: str, match: DateMatch) -> bool:
    """Whether it stands behind the label of its row, and a row beside it has a number that is no year."""
    line = text.rfind("\n", 0, match.start) + 1
    if re.fullmatch(_LABEL, text[line : match.start]) is None:
        return False
    beside = _ROW_BEFORE.search(text, max(0, match.start - _ROWS_REACH), match.start)
    return beside is not None or _ROW_BEHIND.match(text, match.end) is not None


# "Karaganda region – 2160, in Almaty – 1057", "Karaganda region: 3310. Almaty city: 1120.", "Akmola (2 075)".
_SEPARATED = re.compile(r"[a-z](?: [-–—] | ?: | \()$")
_SIBLING_REACH = 240
_ITEMS_AWAY = 3
# Words that make a label one of a time or of a measure.
_OF_TIME = re.compile(
    r"\b(?:found\w*|open\w*|buil[td]\w*|establish\w*|creat\w*|born|birth|died|death|years?|dates?|since|start\w*"
    r"|beg[aiu]n\w*|first|last|time|height|length|altitude|elevation|area|distance|views?|phone|page)\b",
    re.IGNORECASE,
)
# What parts the items of a list; a full stop does where a colon or a bracket stands in each, or a line ends.
_GAP = re.compile(
    r"(?: ?\([\d ,.]{1,12}(?:%| ?per ?cent)?\))?\)?(?: ?[,;]|(?P<stop>\.))?(?:\s{1,3}|\s{0,3}and )(?:and )?"
)


@cache
def _items() -> re.Pattern[str]:
    """A label of some words, what parts it from its number, and the number up to the item's end."""
    return re.compile(
        r"(?:(?<=[,;.:(\n] )|(?<=\n)|(?<=\band )|(?<![\s\S]))"
        r"(?P<label>(?!and )[A-Za-z][\w'’-]*(?: [A-Za-z][\w'’-]*){0,5})"
        r"(?P<mark> [-–—] | ?: | \()"
        rf"(?P<number>\d{{1,3}}(?:[ ,]\d{{3}})+(?!\d)|\d+(?:[,.]\d+)?)(?P<many> ?{multiplier_pattern()})?"
        r"(?: (?P<noun>[a-z]+))?"
        r"(?= ?\(\d|\)| ?[,;\n]|\.(?!\d)| and\b|$)",
        re.IGNORECASE,
    )


def _has_sibling(text: str, match: DateMatch) -> bool:
    """Whether an item a few places before or behind it has the same shape, and a number that can be no year."""
    low = max(0, match.start - _SIBLING_REACH)
    items = list(_items().finditer(text, low, match.end + _SIBLING_REACH))
    own = next((n for n, item in enumerate(items) if item.start("number") == match.start), None)
    return own is not None and any(
        _tells_count(items[own], item) for item in _beside(text, items, own)
    )


def _beside(text: str, items: Sequence[re.Match[str]], own: int) -> Iterator[re.Match[str]]:
    """The items of the same list, as far as one follows the other."""
    for row in (items[own::-1], items[own:]):
        for last, item in pairwise(row[: _ITEMS_AWAY + 1]):
            first, second = sorted((last, item), key=lambda one: one.start())
            gap = _GAP.fullmatch(text, first.end(), second.start())
            if gap is None or (
                gap["stop"] and item["mark"].strip() in _DASHES and "\n" not in gap[0]
            ):
                break
            yield item


def _tells_count(own: re.Match[str], other: re.Match[str]) -> bool:
    mark = own["mark"].strip()
    if mark != other["mark"].strip() or not _is_no_year(other):
        return False
    labels = own["label"], other["label"]
    if any(_OF_TIME.search(label) for label in labels):
        return False
    if mark in _DASHES:
        return len({_kind(label) for label in labels}) == 1
    return all(_is_place(label) for label in labels)


def _is_no_year(item: re.Match[str]) -> bool:
    """Whether it is written as no year is, or as one that has not come; in brackets a short one may be of long ago."""
    number = item["number"]
    if item["noun"]:
        return item["noun"].lower() in person_nouns()
    if item["many"] or re.search(r"\d[ ,]\d{3}$", number):
        return True
    if not number.isdigit() or len(number) < _SHORTEST[item["mark"] == " ("]:
        return False
    return not _FIRST_YEAR <= int(number) <= _LAST_YEAR


_DASHES = ("-", "–", "—")
_SHORTEST = (2, 4)
_FIRST_YEAR, _LAST_YEAR = 1000, 2059


def _kind(label: str) -> str:
    """What a label names: people, something with a name, or something without."""
    words = label.split()
    if any(word.lower() in person_nouns() or is_people(word) for word in words):
        return "people"
    return "name" if any(word[0].isupper() for word in words) else "noun"


_KIND_OF_PLACE = re.compile(
    r"\b(?:regions?|oblasts?|areas?|districts?|cit(?:y|ies)|towns?|villages?|auls?|u[iy]?ezds?|okrugs?|republics?"
    r"|province|governorate|gubernia|county|volosts?|settlements?)\b",
    re.IGNORECASE,
)


def _is_place(label: str) -> bool:
    """Whether a label ends in a place of the gazetteer, or tells of a kind of place."""
    words = label.lower().split()
    ends = (" ".join(words[start:]) for start in range(len(words)))
    return _KIND_OF_PLACE.search(label) is not None or any(end in places() for end in ends)


# "Killed 340, wounded | 1204 and missing 120".
_FATE = (
    r"(?:killed|wounded|missing|injured|arrested|shot|convicted|condemned|deported|captured|dead|left|arrived"
    r"|came|returned|remained)"
)
_FATE_BEFORE = re.compile(
    rf"\b{_FATE}(?: were)? {_NO_YEAR},? (?:and |but )?(?:were )?{_FATE} $", re.IGNORECASE
)
_FATE_LEAD = re.compile(rf"\b{_FATE} $", re.IGNORECASE)
_FATE_BEHIND = re.compile(rf",? (?:and |but )?(?:were )?{_FATE} {_NO_YEAR}", re.IGNORECASE)


def _is_one_of_fates(text: str, match: DateMatch) -> bool:
    """Whether it tells how many one thing befell, beside how many another did."""
    low = max(0, match.start - _SIBLING_REACH)
    if _FATE_LEAD.search(text, low, match.start) is None:
        return False
    behind = _FATE_BEHIND.match(text, match.end)
    return behind is not None or _FATE_BEFORE.search(text, low, match.start) is not None


# "Fishermen in them 7240, and women at processing | 1985".
_NOUN_BEFORE = re.compile(
    rf"\b(?P<first>[A-Za-z]+)(?: (?:in|at|on|from|of) [a-z]+)? {_NO_YEAR},? (?:and )?"
    r"(?P<second>[a-z]+)(?: (?:in|at|on|from|of) (?!19|20)[a-z]+)? $"
)
_ENDS = re.compile(r" ?[,.;)]|$")


def _by_nouns(text: str, match: DateMatch) -> bool:
    """Whether people are told right before it, as they are before the number before it."""
    low = max(0, match.start - _SIBLING_REACH)
    told = _NOUN_BEFORE.search(text, low, match.start)
    if told is None or not _ENDS.match(text, match.end):
        return False
    return all(told[name].lower() in person_nouns() for name in ("first", "second"))


# "Of typhus died | 1488, of scurvy 203 persons", "some left: | 1900 - to Siberia, 2730 - to the mines".
_CAUSE = r"\bof [^.,;:()\d]{2,40}"
_WAY = r" [-–—] (?:to|into|from|for) "
# What stands before a number and behind it, where a number beside it that is no year was told of likewise.
_LIKE = tuple(
    (re.compile(before, re.IGNORECASE), re.compile(behind, re.IGNORECASE))
    for before, behind in (
        (rf"{_CAUSE} died $", rf",? (?:and )?{_CAUSE} {_NO_YEAR}"),
        (rf"{_CAUSE} {_NO_YEAR}(?: [a-z]+)?,? (?:and )?{_CAUSE} died $", r" ?[,.;)]|$"),
        (r"[:,;] (?:and )?$", rf"{_WAY}[^.,;:()\d]{{2,60}}[,;] (?:and )?{_NO_YEAR}{_WAY}"),
        (rf"(?<![\d.,]){_NO_YEAR}{_WAY}[^.,;:()\d]{{2,60}}[,;] (?:and )?$", _WAY),
    )
)


def _is_beside_its_like(text: str, match: DateMatch) -> bool:
    """Whether it tells how many went one way, or died of one thing, beside how many of another."""
    low = max(0, match.start - _SIBLING_REACH)
    return any(
        before.search(text, low, match.start) and behind.match(text, match.end)
        for before, behind in _LIKE
    )
