"""Numbers in text with their bounds: ranges and vague plurals around what number_grammar reads, with qualifiers.

Notes for a newcomer: two numbers with a range word between them are a range, whose multiplier is shared;
a unit may stand between them ("252 miles to 287 miles") where it is of one kind. What a number counts is
not said here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from pipeline.normalising.change_words import change_pattern
from pipeline.normalising.number_atoms import (
    CENSUS_OF,
    PERCENT,
    after_currency,
    currency_pattern,
    unit_pattern,
)
from pipeline.normalising.number_grammar import numbers
from pipeline.normalising.number_sums import Part, short_of_thousands, without_naughts
from pipeline.normalising.qualifiers import (
    PERCENT_AFTER,
    QUALIFIER_REACH,
    Quantity,
    bounded,
    qualified,
)
from pipeline.normalising.vague_plurals import vague_plurals


@dataclass(frozen=True, slots=True)
class NumberMatch:
    """A number in a text: `start:end` with its qualifier, `bare:bare_end` the number itself.

    `parts` are the two numbers of a range, in the order of the text, each with its offsets and a value
    that has the shared multiplier; `from_to` tells "from 30 to 45", which may state a change. `words` is
    true where no digit is used, `multiplied` where a multiplier is, `fraction` for a share of one ("two
    thirds"), `vague` for a plural without a number ("thousands of"), whose bounds are its order of size.
    """

    start: int
    end: int
    bare: int
    bare_end: int
    quantity: Quantity
    words: bool = False
    multiplied: bool = False
    fraction: bool = False
    vague: bool = False
    from_to: bool = False
    parts: tuple["NumberMatch", ...] = ()


def is_written_whole(value: Decimal) -> bool:
    """Whether a number was written without a fraction: "30" is, "30.0" is not."""
    exponent = value.as_tuple().exponent
    return isinstance(exponent, int) and exponent >= 0


_URL = re.compile(r"(?:https?://|www\.)\S+")


def find_numbers(text: str) -> Iterator[NumberMatch]:
    """Every number of a text, left to right, ranges as one; nothing is classified here."""
    text = _URL.sub(lambda match: "_" * len(match[0]), text)
    runs = list(numbers(text))
    exact = list(_exact(text, runs))
    vague = [match for match in _vague(text) if not _overlaps(match, runs)]
    yield from sorted([*exact, *vague], key=lambda match: match.start)


def number_value(text: str) -> Decimal | None:
    """The value of a text that is one number and nothing else, else null."""
    matches = list(find_numbers(text.strip()))
    if len(matches) != 1 or (matches[0].start, matches[0].end) != (0, len(text.strip())):
        return None
    return matches[0].quantity.value


def _exact(text: str, runs: list[Part]) -> Iterator[NumberMatch]:
    i = 0
    while i < len(runs):
        ranged = _ranged(text, runs[i], runs[i + 1]) if i + 1 < len(runs) else None
        yield ranged or _single(text, runs[i])
        i += 2 if ranged else 1


def _single(text: str, run: Part) -> NumberMatch:
    start, end, qualifier = qualified(text, run.start, run.end)
    quantity = bounded(run.value, qualifier)
    return NumberMatch(
        start, end, run.start, run.end, quantity, run.words, run.multiplier > 1, run.fraction
    )


_FROM = re.compile(r"(?<!\w)(from|between)(?: (?:up to|about))? $", re.IGNORECASE)


@cache
def _joint() -> re.Pattern[str]:
    symbol = r"(?-i:[A-Zμ]?[A-Za-z°]{1,2}/[a-z]{1,2}\d?)"
    unit = rf"(?:-| ?)(?P<unit>{unit_pattern()}(?: (?:per|an?) \w+)?|{PERCENT}|{symbol})"
    return re.compile(
        rf"(?:{unit})?(?P<words>(?: [A-Za-z.]+){{0,4}}(?: [12]\d{{3}})?)??"
        rf"(?P<word> ?[-–—…÷] ?| up to | to | to-| till | until | or even | or | and )(?:{currency_pattern()} ?)?",
        re.IGNORECASE,
    )


@dataclass(frozen=True, slots=True)
class _Joint:
    """What stands between the two numbers of a range."""

    text: str
    word: str
    unit: str
    words: str
    opener: re.Match[str] | None

    @property
    def opened_by(self) -> str:
        return self.opener[1].lower() if self.opener else ""


# "In 1936/ | 37 - 47,5 percent", "in 1936- | 37 – 40 thous.": the second year of two.
_SECOND_YEAR = re.compile(r"(?<!\d)[12]\d{3}[/–-]$")
_YEAR = 6


def _ranged(text: str, low: Part, high: Part) -> NumberMatch | None:
    match = _joint().fullmatch(text, low.end, high.start)
    if match is None or _SECOND_YEAR.search(text, max(0, low.start - _YEAR), low.start):
        return None
    before = text[max(0, low.start - QUALIFIER_REACH) : low.start]
    opener = _FROM.search(re.sub(rf"{currency_pattern()} ?$", "", before))
    word = match["word"].strip(" -–—…÷")
    joint = _Joint(match[0], word, match["unit"] or "", match["words"] or "", opener)
    bottom = _shared(text, low, high)
    if not _is_range(text, low, high, joint, bottom):
        return None
    parts = tuple(
        NumberMatch(
            run.start, run.end, run.start, run.end, Quantity(value), run.words, run.multiplier > 1
        )
        for run, value in ((low, bottom), (high, high.value))
    )
    start = max(0, low.start - QUALIFIER_REACH) + opener.start() if opener else None
    if start is None:
        start = qualified(text, low.start, low.end)[0]
    quantity = Quantity(None, min(bottom, high.value), max(bottom, high.value), "range")
    return NumberMatch(
        start,
        high.end,
        low.start,
        high.end,
        quantity,
        low.words and high.words,
        high.multiplier > 1,
        low.fraction and high.fraction,
        from_to=joint.opened_by == "from",
        parts=parts,
    )


def _is_range(text: str, low: Part, high: Part, joint: _Joint, bottom: Decimal) -> bool:
    priced = after_currency(text, low.start) and after_currency(text, high.start)
    if joint.words and not (
        joint.opened_by == "from" and joint.word in ("to", "up to") and (joint.unit or priced)
    ):
        return False
    if joint.word == "and" and joint.opened_by != "between":
        return False
    # "It grew from less than 1% to 13%": two shares, of which the first is bounded.
    if _FROM_BOUND.search(text, max(0, low.start - QUALIFIER_REACH), low.start):
        return False
    if joint.unit.isalpha() and not joint.word and joint.text.endswith(" "):
        return False
    if joint.unit and low.words != high.words:
        return False  # "the order of three degrees to 142"
    # "From 1900 to 2100" has two amounts.
    bounds = joint.opener and _FOUR_DIGITS.fullmatch(text, high.start, high.end)
    dated = _year_like(text, low) and not _year_like(text, high) and not bounds
    if joint.text.startswith(" ") and dated:
        return False
    listed = joint.text.startswith(" ") and not joint.opener and not joint.word
    if listed and (
        high.value > bottom * _WIDEST
        or (_NUMBERED.search(text, 0, low.start) and high.value > bottom + _NEXT_NUMBERS)
        or CENSUS_OF.search(text, max(0, low.start - QUALIFIER_REACH), low.start)
    ):
        return False
    shared_sign = not joint.unit and PERCENT_AFTER.match(text, high.end)
    amount = _AMOUNT_BEFORE.search(text, max(0, low.start - 24), low.start)
    if not joint.opener and amount and not shared_sign:
        return False
    if (
        joint.unit
        and not joint.opener
        and _CHANGE_BEFORE.search(text, max(0, low.start - _CHANGE_REACH), low.start)
    ):
        return False
    return bottom < high.value or joint.opened_by == "from"


_FOUR_DIGITS = re.compile(r"\d{4}")
_FROM_BOUND = re.compile(
    r"\bfrom (?:just |slightly |a little |well )?(?:less than|more than|fewer than|over|under|nearly|almost"
    r"|at least|at most) $",
    re.IGNORECASE,
)
# A dash between spaces lists rather than bounds where the numbers are worlds apart: "in 1970/71 – 198 900".
_WIDEST = 100
# "In settlement No. 5 - 380 families": a number that names, and one that counts.
_NUMBERED = re.compile(r"(?:№|\b[Nn]o\.) ?$")
_NEXT_NUMBERS = 10


# "rose 5 percent to 30 percent", "by $5 to $30": an amount and where it led, no range.
_CHANGE = rf"(?:{change_pattern('rise')}|{change_pattern('fall')})"
_CHANGE_BEFORE = re.compile(
    rf"(?:{_CHANGE}|\b(?:up|down|gained|lost|added|advanced)\b)[^.;,]{{0,12}}$", re.IGNORECASE
)
# Characters of a verb of change and what may stand behind it.
_CHANGE_REACH = 30
_AMOUNT_BEFORE = re.compile(rf"{_CHANGE}.{{0,6}} by \D{{0,4}}$")


def _shared(text: str, low: Part, high: Part) -> Decimal:
    """The low bound with the high bound's multiplier, where the low one has none of its own."""
    free = low.multiplier == 1 or low.multiplier < _THOUSAND <= high.multiplier
    fits = low.multiplier < high.multiplier and low.value <= high.value / high.multiplier
    if low.multiplier == 1 and low.value < _THOUSAND <= high.multiplier:
        fits |= bool(_FALLS_FROM.search(text, max(0, low.start - _FALLS_REACH), low.start))
    if free and fits:
        return without_naughts(low.value * high.multiplier)
    return low.value * _THOUSAND if short_of_thousands(text, low, high) else low.value


# What falls "from 957 to 181 thousand" was greater by all of it.
_FALLS_FROM = re.compile(
    rf"{change_pattern('fall')}(?:[^.;\d]{{0,40}}\b|(?:[^.;]|(?<=\d)\.(?=\d)){{0,120}}[,;] [A-Z][\w-]+ ?[-–—] )from $"
)
_FALLS_REACH = 200
# "One hundred and fifty to three hundred thousand": the hundreds are the number's own.
_THOUSAND = 1000


def _year_like(text: str, run: Part) -> bool:
    """Four plain digits that may be a year: "in 1999 – 75 900" lists, it gives no range."""
    return re.fullmatch(r"1\d{3}|20[0-5]\d", text[run.start : run.end]) is not None


def _vague(text: str) -> Iterator[NumberMatch]:
    """ "thousands of", "tens of millions of": from one of it to ten."""
    for start, end, order in vague_plurals(text):
        quantity = Quantity(None, order, order * 10, "range")
        yield NumberMatch(start, end, start, end, quantity, words=True, vague=True)


def _overlaps(match: NumberMatch, runs: list[Part]) -> bool:
    return any(run.start < match.end and match.start < run.end for run in runs)
