"""The smallest parts of numbers in a text: digits, number words, multipliers, parts of a whole.

Notes for a newcomer: one pattern finds atoms, left to right; number_grammar.py adds them up. Digits are an
atom only where no letter touches them, save a currency before ("US$5", "RM23") and a multiplier or unit
after ("10k", "64GB").

Comma and point: a comma or point before exactly three digits groups ("6,200", "1.250.000"), save after a
lone zero and before a per cent word or a multiplier, where it is a decimal sign ("1.750 million" is 1.75
million; but "2,165 percent" and "1,956 thousand" hold thousands). Before one, two or more than three digits it
is a decimal sign. A space after it is allowed only before a per cent word or a multiplier ("6, 2 percent"), and not
where the number before it is a day, an article or the end of a range ("on May 15, 20 thousand people"). Short numbers
between commas are a list.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from pipeline.alternatives import any_of
from pipeline.anchors import lowered
from pipeline.lexicons import table
from pipeline.normalising.calendar_words import calendar_words
from pipeline.normalising.context import counts_something

DIGITS, FRACTION, MULTIPLIER = "digits", "fraction", "multiplier"
PARTS = ("part", "parts", "ordinal", "ordinals")

PERCENT = r"(?:percentages?|percents?|per cents?|pct|pp|p\.p\.)\b|%|‰"
# "By the revision of | 1795 - 1863 souls": a census is of one year, and what its dash leads to was counted.
CENSUS_OF = re.compile(
    r"\b(?:census|revision|registration|enumeration) of (?:the )?$", re.IGNORECASE
)
_SPACES = " \xa0\u2009\u202f"
_GROUPED = rf"\d{{1,3}}(?:(?P<sep>[{_SPACES}',.])\d{{3}})(?:(?P=sep)\d{{3}})*(?!\d)(?!(?P=sep)\d)"
# "1, 000, 000", "42. 000": groups of naughts with a space after the comma or point.
_SPACED = r"\d{1,3}(?:(?:, 000)+|\. 000)(?!,?\d)"
_INDIAN = r"\d{1,2}(?:,\d\d)+,\d{3}(?!,?\d)"
_POWER = r"\d+(?:[.,]\d+)?(?:e[+-]?\d{1,3}| ?[x×] ?10(?:\^[+-]*|[-−])\d{1,3}|\^[+-]*\d{1,3})(?!\w)"
_VULGAR = "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"


@dataclass(frozen=True, slots=True)
class Atom:
    """One part at `start:end`. `kind` is digits, fraction, multiplier or a kind of number_words.tsv."""

    kind: str
    value: Decimal
    start: int
    end: int


@cache
def word_values() -> Mapping[str, tuple[Decimal, str]]:
    """Number words (lower case) with value and kind."""
    return {row["word"]: (Decimal(row["value"]), row["kind"]) for row in table("number_words")}


@cache
def _multipliers() -> Mapping[str, Decimal]:
    rows = table("multipliers")
    return {row["form"]: Decimal(row["value"]) for row in rows}


@cache
def currency_pattern() -> str:
    """A currency sign or code."""
    return rf"(?-i:{any_of(row['sign'] for row in table('currencies'))})"


@cache
def unit_pattern() -> str:
    """A unit, written out or as a symbol."""
    units = any_of(row["form"] for row in table("units"))
    return rf"(?:{units})(?![A-Za-z\d])"


@cache
def multiplier_pattern() -> str:
    """A multiplier; a full stop belongs to an abbreviation unless it ends the sentence."""
    forms: dict[str, list[str]] = {"no": [], "yes": [], "stop": [], "glued": [], "money": []}
    for row in table("multipliers"):
        forms[row["abbreviated"]].append(row["form"])
    stop = r"(?:\.(?!\s+(?-i:[A-Z])|\s*$))?"
    glued = rf"(?<=\d)(?-i:{any_of(forms['glued'] + forms['money'])})(?!\w)"
    return (
        rf"(?:(?:{any_of(forms['no'])})(?!\w)|(?:{any_of(forms['yes'])})(?!\w){stop}"
        rf"|(?:{any_of(forms['stop'])})\.(?!\w)|{glued})"
    )


@cache
def _atom() -> re.Pattern[str]:
    multiplier = multiplier_pattern()
    unit_follows = rf"(?=[ ]?(?:{multiplier}|{PERCENT}))"
    # "2,165 percent" of inflation, "1,956 thousand" people: no one gives thousandths of them.
    thousands = rf"[1-9],\d{{3}} ?(?:{PERCENT})|[1-9]\d{{0,2}},\d{{3}} ?thous"
    # "In Germany 402. 42 per cent returned": two sentences.
    apart = rf"\d{{3}}\. \d{{1,2}} ?(?:{PERCENT})"
    whole = rf"(?!(?!{multiplier}|{unit_pattern()}|[{_VULGAR}])[^\W\d])"
    return re.compile(
        rf"(?P<power>{_POWER})"
        rf"|(?P<listed>\d{{1,3}}(?:,\d{{1,2}}){{2,}}(?![.,]?\d))"
        rf"|(?P<fraction>(?<![\d/.,])\d{{1,3}} ?[/⁄] ?\d{{1,3}}(?![\d/]|[.,]\d){whole}|[{_VULGAR}])"
        rf"|(?P<decimal>(?!{thousands}|{apart})\d{{1,3}}(?:[.,]\d{{1,6}}|(?: \d{{3}})?[.,] \d{{1,2}}){unit_follows})"
        rf"|(?P<grouped>(?:{_GROUPED}|{_SPACED}|{_INDIAN})(?:(?!(?P=sep))[.,]\d+(?!\d))?{whole})"
        rf"|(?P<dotted>\d{{1,3}}(?:\.\d{{1,3}}){{2,}}(?![.,]?\d))"
        rf"|(?P<digits>\d+(?:[.,]\d+)?(?![.,]?\d){whole})"
        rf"|(?P<point>(?<![\w.])\.\d+(?![.\d]){whole})"
        rf"|(?P<multiplier>(?<![A-Za-z]){multiplier})"
        rf"|(?P<word>(?<!\w)(?:{any_of(word_values())})(?!\w))",
        re.IGNORECASE,
    )


def atoms(text: str) -> list[Atom]:
    """Every atom of a text, left to right."""
    return [
        atom
        for match in _matches(text)
        if not _glued(text, match)
        for atom in _atoms_of(text, match)
    ]


# Where an atom can begin: at digits, signs, and words.
_BEGINNING = re.compile(rf"[a-z]+|[^\W\da-z_]|\d|\.(?=\d)|[{_VULGAR}]")


@cache
def _first_words() -> frozenset[str]:
    """What the words of atoms begin with: letters of the Latin alphabet, or one of another."""
    forms = (form.lower() for form in (*word_values(), *_multipliers()))
    return frozenset(match[0] for form in forms if (match := _BEGINNING.match(form)))


def _matches(text: str) -> Iterator[re.Match[str]]:
    """The atoms' matches, tried only where one can begin."""
    firsts, end = _first_words(), 0
    for beginning in _BEGINNING.finditer(lowered(text)):
        start, found = beginning.start(), beginning[0]
        if start < end or (found not in firsts and found[0].isalpha()):
            continue
        match = _atom().match(text, start)
        if match is not None:
            yield match
            end = match.end()


@cache
def _currency_before() -> re.Pattern[str]:
    return re.compile(rf"(?<![A-Za-z])(?:{currency_pattern()})[ ]?[-−]?$")


def after_currency(text: str, start: int) -> bool:
    """Whether a currency sign or code stands before an offset."""
    return _currency_before().search(text, max(0, start - 6), start) is not None


def _glued(text: str, match: re.Match[str]) -> bool:
    """Whether a letter or underscore touches digits from the left, and is no currency."""
    start = match.start()
    if match.lastgroup in ("multiplier", "word") or start == 0 or match[0] in _VULGAR:
        return False
    before = text[start - 1]
    return (before.isalnum() or before == "_") and not after_currency(text, start)


def _atoms_of(text: str, match: re.Match[str]) -> Iterator[Atom]:
    kind, (start, end) = str(match.lastgroup), match.span()
    if kind in ("listed", "dotted") or _parts_numbers(text, match):
        for number in re.finditer(r"\d+", match[0]):
            span = start + number.start(), start + number.end()
            yield Atom(DIGITS, Decimal(number[0]), *span)
    elif kind == "multiplier":
        yield from _multiplier(text, match)
    elif kind == "word":
        value, word_kind = word_values()[match[0].lower()]
        yield Atom(word_kind, value, start, end)
    elif kind == "fraction":
        yield from _fraction(match)
    else:
        yield Atom(DIGITS, _digits_value(match), start, end)


@cache
def _numbered_before() -> re.Pattern[str]:
    """What stands before a number that a comma ends: a month, "article", "aged", another year or an apostrophe."""
    named = any_of((*calendar_words("month"), *(row["word"] for row in table("numbered_things"))))
    return re.compile(rf"(?:\b(?:{named})\.? (?:the )?|\d[-–—/]|(?<!\w)')$", re.IGNORECASE)


_SPACED_COMMA = re.compile(r"\d+[.,] (?P<behind>\d+)")
_SPACED_GROUP = re.compile(r"\d\d? \d{3}")
_NUMBERED_REACH = 20


@cache
def _month_before() -> re.Pattern[str]:
    """A month whose day stands behind it: "on May | 15 300 men came", but "on 15 May | 6 300 men came"."""
    return re.compile(
        rf"(?<!\w)(?<!\d )(?<!\bin )(?:{any_of(calendar_words('month'))}) $", re.IGNORECASE
    )


def _parts_numbers(text: str, match: re.Match[str]) -> bool:
    """Whether a space, or a comma and one, part two numbers: "on May 15, 20 thousand", "on May 15 300 men"."""
    start, low = match.start(), max(0, match.start() - _NUMBERED_REACH)
    if match.lastgroup == "grouped" and _SPACED_GROUP.fullmatch(match[0]):
        return _month_before().search(text, low, start) is not None
    spaced = _SPACED_COMMA.fullmatch(match[0]) if match.lastgroup == "decimal" else None
    if spaced is None:
        return False
    # No one writes "18,20".
    even = len(spaced["behind"]) > 1 and spaced["behind"].endswith("0")
    return even or _numbered_before().search(text, low, start) is not None


def _multiplier(text: str, match: re.Match[str]) -> Iterator[Atom]:
    form = match[0].rstrip(".")
    values = _multipliers()
    value = values[form] if form in values else values[form.lower()]
    if form not in ("m", "b", "B") or _means_money(text, match):
        yield Atom(MULTIPLIER, value, *match.span())


def _means_money(text: str, match: re.Match[str]) -> bool:
    """Whether "5m", "1.2b" is five million, not five metres."""
    number = re.compile(r"[\d.,]+$").search(text, max(0, match.start() - 12), match.start())
    assert number is not None, "a glued multiplier without digits before it"
    if after_currency(text, number.start()):
        return True
    decimal = "." in number[0]
    return decimal if match[0] in "bB" else counts_something(text, match.end())


def _fraction(match: re.Match[str]) -> Iterator[Atom]:
    """A fraction below one; what is none ("24/7", "1990/91") is two numbers."""
    start, end = match.span()
    if len(match[0]) == 1:
        yield Atom(FRACTION, Decimal(repr(unicodedata.numeric(match[0]))), start, end)
        return
    top, bottom = (Decimal(number) for number in re.findall(r"\d+", match[0]))
    if top < bottom:
        yield Atom(FRACTION, top / bottom, start, end)
        return
    for number in re.finditer(r"\d+", match[0]):
        yield Atom(DIGITS, Decimal(number[0]), start + number.start(), start + number.end())


def _digits_value(match: re.Match[str]) -> Decimal:
    kind, text = match.lastgroup, match[0]
    if kind == "power":
        return _power_value(text)
    if kind == "decimal":
        return Decimal(text.replace(" ", "").replace(",", "."))
    if kind == "grouped" and not text.startswith("0."):
        head = re.match(_GROUPED, text) or re.match(_SPACED, text) or re.match(_INDIAN, text)
        whole = head[0] if head else text
        return Decimal(re.sub(r"\D", "", whole) + text[len(whole) :].replace(",", "."))
    return Decimal(text.replace(",", "."))


def _power_value(text: str) -> Decimal:
    """ "1e10", "1.3x10^6", "1.1^23"; an even number of minus signs before the exponent is none."""
    base, _, exponent = re.split(
        r"(e| ?[x×] ?10\^?|\^)", text.replace(",", "."), flags=re.IGNORECASE
    )
    digits = re.sub(r"\D", "", exponent)
    power = int(digits) * (-1) ** len(re.findall("[-−]", exponent))
    if "^" in text and "10^" not in text.replace(" ", ""):
        return Decimal(Decimal(base) ** power)
    return Decimal(base).scaleb(power)
