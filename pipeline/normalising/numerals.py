"""Numbers in text with their bounds: qualifiers, ranges and vague plurals around what number_grammar reads.

Notes for a newcomer: two numbers with a range word between them are a range, whose multiplier is shared;
a unit may stand between them ("252 miles to 287 miles") where it is of one kind. What a number counts is
not said here.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from pipeline.alternatives import any_of
from pipeline.lexicons import table
from pipeline.normalising.number_atoms import (
    PERCENT,
    after_currency,
    currency_pattern,
    unit_pattern,
)
from pipeline.normalising.number_grammar import numbers
from pipeline.normalising.number_sums import Part, short_of_thousands, without_naughts
from pipeline.normalising.vague_plurals import vague_plurals
from pipeline.records import Qualifier


@dataclass(frozen=True, slots=True)
class Quantity:
    """An exact number or bounds, with the qualifier of the contract."""

    value: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None
    qualifier: Qualifier = "exact"


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


@cache
def _before() -> re.Pattern[str]:
    phrases = [row["phrase"] for row in table("qualifiers") if row["position"] == "before"]
    currency = rf"(?:{currency_pattern()} ?)?"
    return re.compile(
        rf"(?<!\w)({any_of(phrases)})( (?:the |a )?|(?<=[~≈><≥≤])) ?(?={currency}$)", re.IGNORECASE
    )


@cache
def _after() -> re.Pattern[str]:
    phrases = [row["phrase"] for row in table("qualifiers") if row["position"] == "after"]
    return re.compile(rf" ?({any_of(phrases)})(?![\w])", re.IGNORECASE)


@cache
def _qualifiers(position: str) -> Mapping[str, Qualifier]:
    rows = (row for row in table("qualifiers") if row["position"] == position)
    return {row["phrase"]: row["qualifier"] for row in rows}  # type: ignore[misc]


def _bounded(value: Decimal, qualifier: Qualifier) -> Quantity:
    low = value if qualifier in ("more_than", "at_least") else None
    high = value if qualifier in ("less_than", "at_most") else None
    return Quantity(value, low, high, qualifier)


_QUALIFIER_REACH = 24


def _qualified(text: str, start: int, end: int) -> tuple[int, int, Qualifier]:
    """The stretch with its qualifier words, and the qualifier."""
    before = _before().search(text[:start], max(0, start - _QUALIFIER_REACH))
    after = _after().match(text, end)
    qualifier: Qualifier = "approximate" if "odd " in text[start:end] else "exact"
    if after:
        end, qualifier = after.end(), _qualifiers("after")[after[1].lower()]
    if before and not (before[1].lower() in _REACHED and _led_to(text, before.start(), end)):
        start, qualifier = before.start(), _qualifiers("before")[before[1].lower()]
    elif qualifier == "exact" and (to := _up_to(text, start)) is not None:
        start, qualifier = to, "at_most"
    elif qualifier == "exact":
        qualifier = _by_verb(text, start)
    return start, end, qualifier


def _up_to(text: str, start: int) -> int | None:
    """Where a "to" before a number begins that means "up to", no end of a change."""
    to = _TO.search(text, max(0, start - _QUALIFIER_REACH), start)
    if to is None or _GOES.search(text, max(0, start - _GOES_REACH), start):
        return None
    return to.start(1)


_GOES_REACH = 100
_GOES = re.compile(
    r"\b(?:gr[eo]w\w*|ris\w+|rose|increas\w*|decreas\w*|declin\w*|f[ae]ll\w*|drop\w*|reduc\w*"
    r"|from (?=[\w ]{0,14}\d))\b[^.;]{0,100}$",
    re.IGNORECASE,
)
# "There gathered to 3000 guests", "in 1910 – to 35 %": "up to", as translations from Russian have it.
_TO = re.compile(
    r"(?:\b(?:gathered|assembled|worked|put|lived|numbered|counted|perished|died|participated|took part|trained|studied"
    r"|there (?:were|was)) |[-–—] )(to )$",
    re.IGNORECASE,
)


def _by_verb(text: str, start: int) -> Qualifier:
    """What the verb before a number says of it, outside its span: "exceeded 40 percent"."""
    low = max(0, start - _QUALIFIER_REACH)
    return next((q for q, pattern in _VERBS if pattern.search(text, low, start)), "exact")


_VERBS: tuple[tuple[Qualifier, re.Pattern[str]], ...] = (
    (
        "at_most",
        re.compile(r"\b(?:not|never|n't) exceed(?:ed|ing|s)? (?:the |a )?$", re.IGNORECASE),
    ),
    (
        "less_than",
        re.compile(r"\b(?:not|never|n't) (?:even )?reach(?:ed|ing)? (?:the |a )?$", re.IGNORECASE),
    ),
    (
        "more_than",
        re.compile(
            r"\b(?:exceed(?:ed|s)?|surpass(?:ed|es)?|(?:had|has|have) passed(?: the mark of)?|topped|tops)"
            r" (?:the |a )?$",
            re.IGNORECASE,
        ),
    ),
)


def qualified_after(quantity: Quantity, text: str, end: int) -> tuple[Quantity, int]:
    """An exact quantity with the qualifier behind its noun or sign, and where that ends: "30 % at most"."""
    after = _BEHIND.match(text, end) if quantity.qualifier in ("exact", "approximate") else None
    if after is None or quantity.value is None:
        return quantity, end
    phrase = re.sub("the (?:very )?", "", after[1].lower())
    return _bounded(quantity.value, _AFTER_NOUN[phrase]), after.end()


_AFTER_NOUN: Mapping[str, Qualifier] = {
    "or so": "approximate",
    "or thereabouts": "approximate",
    "approximately": "approximate",
    "or more": "at_least",
    "and more": "at_least",
    "or above": "at_least",
    "and above": "at_least",
    "or over": "at_least",
    "and over": "at_least",
    "at least": "at_least",
    "as a minimum": "at_least",
    "minimum": "at_least",
    "or less": "at_most",
    "or fewer": "at_most",
    "at most": "at_most",
    "as a maximum": "at_most",
}
_BEHIND = re.compile(
    r" (or so|or thereabouts|approximately|(?:or|and) (?:more|above|over)|or less|or fewer|as a (?:min|max)imum|minimum"
    r"|at (?:the (?:very )?)?(?:least|most))\b(?=[^\w]*(?:[.,;:)\n]|$)| of (?:the|all|them|these|those|its|their)\b)",
    re.IGNORECASE,
)


# "Grew up to 40 percent" says where it came to, no bound (a calque).
_REACHED = ("up to", "upto", "till")
_CHANGED = re.compile(
    r"\b(?:grew|grown?|growing|increas\w+|ris(?:e|en|ing)|rose|decreas\w+|fell|fallen|declin\w+|reduc\w+"
    r"|lower\w+|shr[au]nk) $",
    re.IGNORECASE,
)
# "Went up to 30 percent" tells of a share; up to 400 spectators may go to a theatre.
_WENT = re.compile(r"\b(?:went|go(?:es|ne|ing)?|climb\w+|jump\w+|soar\w+) $", re.IGNORECASE)


def _led_to(text: str, start: int, end: int) -> bool:
    """Whether a verb of change before `start` leads to the number that ends at `end`."""
    low = max(0, start - _QUALIFIER_REACH)
    if _CHANGED.search(text, low, start):
        return True
    return bool(_PERCENT_AFTER.match(text, end) and _WENT.search(text, low, start))


def _single(text: str, run: Part) -> NumberMatch:
    start, end, qualifier = _qualified(text, run.start, run.end)
    quantity = _bounded(run.value, qualifier)
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


def _ranged(text: str, low: Part, high: Part) -> NumberMatch | None:
    match = _joint().fullmatch(text, low.end, high.start)
    if match is None:
        return None
    before = text[max(0, low.start - _QUALIFIER_REACH) : low.start]
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
    start = max(0, low.start - _QUALIFIER_REACH) + opener.start() if opener else None
    if start is None:
        start = _qualified(text, low.start, low.end)[0]
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
    if _FROM_BOUND.search(text, max(0, low.start - _QUALIFIER_REACH), low.start):
        return False
    if joint.unit.isalpha() and not joint.word and joint.text.endswith(" "):
        return False
    if joint.unit and low.words != high.words:
        return False  # "the order of three degrees to 142"
    if joint.text.startswith(" ") and _year_like(text, low) and not _year_like(text, high):
        return False
    listed = joint.text.startswith(" ") and not joint.opener and not joint.word
    if listed and high.value > bottom * _WIDEST:
        return False
    shared_sign = not joint.unit and _PERCENT_AFTER.match(text, high.end)
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


_FROM_BOUND = re.compile(
    r"\bfrom (?:just |slightly |a little |well )?(?:less than|more than|fewer than|over|under|nearly|almost"
    r"|at least|at most) $",
    re.IGNORECASE,
)
# A dash between spaces lists rather than bounds where the numbers are worlds apart: "in 1970/71 – 198 900".
_WIDEST = 100


# "rose 5 percent to 30 percent", "by $5 to $30": an amount and where it led, no range.
_CHANGE_BEFORE = re.compile(
    r"\b(?:up|down|rose|rises?|grew|fell|falls?|dropped|gained|lost|added|jumped|climbed|plunged"
    r"|increased?|decreased?|declined?|slid|slipped|advanced)\b[^.;,]{0,12}$",
    re.IGNORECASE,
)
# Characters of a verb of change and what may stand behind it.
_CHANGE_REACH = 30
_PERCENT_AFTER = re.compile(rf" ?(?:{PERCENT})", re.IGNORECASE)
_AMOUNT_BEFORE = re.compile(r"\b(?:increas|decreas|grew|ris|rose|fell|fall)\w*\b.{0,6} by \D{0,4}$")


def _shared(text: str, low: Part, high: Part) -> Decimal:
    """The low bound with the high bound's multiplier, where the low one has none of its own."""
    free = low.multiplier == 1 or low.multiplier < _THOUSAND <= high.multiplier
    fits = low.multiplier < high.multiplier and low.value <= high.value / high.multiplier
    if low.multiplier == 1 and low.value < _THOUSAND <= high.multiplier:
        fits |= bool(_FALLS_FROM.search(text, max(0, low.start - _GOES_REACH), low.start))
    if free and fits:
        return without_naughts(low.value * high.multiplier)
    return low.value * _THOUSAND if short_of_thousands(text, low, high) else low.value


# What falls "from 957 to 181 thousand" was greater by all of it.
_FALLS_FROM = re.compile(
    r"\b(?:decreas|declin|fell|fall|reduc|drop|shr[aiu]nk|lower)\w*\b[^.;\d]{0,40}\bfrom $"
)
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
