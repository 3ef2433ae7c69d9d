"""Numbers in text: digits, words, multipliers, ranges and qualifiers, to exact values.

Notes for a newcomer: one pattern finds runs of atoms (digits, number words, multipliers); `_fold`
adds a run up; two runs with a range word between them are a range, whose multiplier is shared.

Comma and point: a comma or point before exactly three digits groups ("6,200", "1.250.000"), save
before a per cent word or a multiplier where it is a decimal sign ("6,200 percent" is odd but 6.2;
"1.750 million" is 1.75 million). Before one, two or more than three digits it is a decimal sign.
A space after it is allowed only before a per cent word or a multiplier ("6, 2 percent").
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from pipeline.lexicons import table
from pipeline.records import Qualifier

_MULTIPLIER_MIN = 1000
_PERCENT = r"(?:percentages?|percents?|per cents?|pct|pp|p\.p\.)\b|%|‰"
_GROUPED = r"\d{1,3}(?:(?P<sep>[ ',.])\d{3})(?:(?P=sep)\d{3})*(?!\d)"


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

    `parts` are the two numbers of a range, each with its offsets and a value that has the shared
    multiplier; `from_to` tells "from 30 to 45", which may state a change. `words` is true where no
    digit is used, `multiplied` where a multiplier is.
    """

    start: int
    end: int
    bare: int
    bare_end: int
    quantity: Quantity
    words: bool = False
    multiplied: bool = False
    from_to: bool = False
    parts: tuple["NumberMatch", ...] = ()


@dataclass(frozen=True, slots=True)
class _Run:
    """One number without qualifier; `lead` is its first number, before any multiplier."""

    start: int
    end: int
    value: Decimal
    lead: Decimal
    multiplier: Decimal
    words: bool


@cache
def _word_values() -> Mapping[str, tuple[Decimal, str]]:
    return {row["word"]: (Decimal(row["value"]), row["kind"]) for row in table("number_words")}


@cache
def _multipliers() -> Mapping[str, Decimal]:
    return {row["form"]: Decimal(row["value"]) for row in table("multipliers")}


def _alternatives(forms: Iterator[str] | list[str]) -> str:
    return "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))


@cache
def _multiplier_pattern() -> str:
    abbreviated = [row["form"] for row in table("multipliers") if row["abbreviated"] == "yes"]
    whole = [row["form"] for row in table("multipliers") if row["abbreviated"] == "no"]
    # A full stop belongs to the abbreviation unless it ends the sentence.
    stop = r"(?:\.(?!\s+(?-i:[A-Z])|\s*$))?"
    return rf"(?:(?:{_alternatives(whole)})(?![\w])|(?:{_alternatives(abbreviated)})(?![\w]){stop})"


@cache
def _atom() -> re.Pattern[str]:
    words = _alternatives([row["word"] for row in table("number_words")])
    multiplier = _multiplier_pattern()
    unit_follows = rf"(?=[ ]?(?:{multiplier}|{_PERCENT}))"
    whole = rf"(?!(?!{multiplier})[^\W\d])"
    return re.compile(
        rf"(?P<decimal>\d{{1,3}}(?:[.,]\d{{1,6}}|[.,] \d{{1,2}}){unit_follows})"
        rf"|(?P<grouped>{_GROUPED}(?:[.,]\d{{1,2}}(?!\d))?{whole})"
        rf"|(?P<digits>\d+(?:[.,]\d+)?(?![.,]?\d){whole})"
        rf"|(?P<mult>(?<![A-Za-z]){multiplier})"
        r"|(?P<half>(?<!\w)(?:one )?(?:and a half|half a|half(?= million| thousand)|a quarter of a"
        r"|quarter of a)(?!\w))"
        rf"|(?P<word>(?<!\w)(?:{words})(?!\w))",
        re.IGNORECASE,
    )


_JOIN = re.compile(r"(?: |-)?(?:and (?!a half))?")
_ARTICLE = re.compile(r"(?<!\w)(?:an?|one) $", re.IGNORECASE)


def _digits_value(match: re.Match[str]) -> Decimal:
    kind, text = match.lastgroup, match[0]
    if kind == "decimal":
        return Decimal(text.replace(" ", "").replace(",", "."))
    if match["grouped"]:
        head = re.match(_GROUPED, text)
        whole = head[0] if head else text
        tail = text[len(whole) :].replace(",", ".")
        return Decimal(re.sub(r"\D", "", whole) + tail)
    return Decimal(text.replace(",", "."))


def _half_value(text: str) -> Decimal:
    return Decimal("0.25") if "quarter" in text else Decimal("0.5")


class _Sum:
    """Adds atoms up, left to right; `accept` says whether an atom still fits the number."""

    def __init__(self) -> None:
        self.total = Decimal(0)
        self.current: Decimal | None = None
        self.last_kind = ""
        self.multiplier = Decimal(1)
        self.smallest = Decimal(10) ** 18
        self.lead: Decimal | None = None
        self.words = True

    def accept(self, match: re.Match[str], joined_by: str) -> bool:
        kind = "grouped" if match["grouped"] else str(match.lastgroup)
        if kind == "mult":
            return self._multiply(_multipliers()[match["mult"].lower().rstrip(".")])
        if kind == "half":
            return self._half(match[0].lower())
        if kind == "word":
            return self._word(*_word_values()[match[0].lower()])
        return "-" not in joined_by and "and" not in joined_by and self._digits(match)

    def _set(self, value: Decimal, kind: str) -> bool:
        if self.lead is None:
            self.lead = value
        self.current, self.last_kind = value, kind
        return True

    def _digits(self, match: re.Match[str]) -> bool:
        value = _digits_value(match)
        if self.current is not None or value >= self.smallest:
            return False
        self.words = False
        return self._set(value, "digits")

    def _word(self, value: Decimal, kind: str) -> bool:
        if self.current is None:
            return value < self.smallest and self._set(value, kind)
        fits = (self.last_kind == "tens" and kind == "unit") or self.last_kind == "hundred"
        if not fits:
            return False
        self.current += value
        self.last_kind = kind
        return True

    def _half(self, text: str) -> bool:
        if text.startswith(("and", "one and")):
            if self.current is None and not text.startswith("one"):
                return False
            return self._set((self.current or Decimal(1)) + Decimal("0.5"), "half")
        return self.current is None and self._set(_half_value(text), "half")

    def _multiply(self, by: Decimal) -> bool:
        if by < _MULTIPLIER_MIN:
            return self._multiply_small(by)
        if by >= self.smallest:
            return False
        if self.current is None and self.lead is not None:
            return False
        self.total += (self.current if self.current is not None else Decimal(1)) * by
        self.lead = self.lead if self.lead is not None else Decimal(1)
        self.current, self.smallest = None, by
        self.multiplier = max(self.multiplier, by)
        self.last_kind = "mult"
        return True

    def _multiply_small(self, by: Decimal) -> bool:
        value = self.current if self.current is not None else Decimal(1)
        if self.last_kind in ("hundred", "mult") and self.current is None:
            return False
        if by == 100 and value >= 100:
            return False
        if self.lead is None:
            self.lead = value
        self.multiplier = max(self.multiplier, by)
        self.current, self.last_kind = value * by, "hundred"
        return True

    def value(self) -> Decimal:
        return self.total + (self.current or 0)


_PLAIN_STARTS = ("decimal", "grouped", "digits", "word", "half")


def _run_at(text: str, first: re.Match[str]) -> _Run | None:
    start = first.start()
    if first.lastgroup == "mult":
        article = _ARTICLE.search(text, max(0, start - 4), start)
        if article is None:
            return None
        start = article.start()
    state, end, position = _Sum(), 0, first.start()
    match: re.Match[str] | None = first
    joined = ""
    while match is not None and state.accept(match, joined):
        end = match.end()
        joint = _JOIN.match(text, end)
        joined = joint[0] if joint else ""
        position = end + len(joined)
        match = _atom().match(text, position)
        if match is not None and joined == "" and match.lastgroup != "mult":
            break
    if not end:
        return None
    lead = state.lead if state.lead is not None else state.value()
    return _Run(start, end, state.value(), lead, state.multiplier, state.words)


def _runs(text: str) -> Iterator[_Run]:
    position = 0
    while match := _atom().search(text, position):
        glued = match.start() and (
            text[match.start() - 1].isalnum() or text[match.start() - 1] == "_"
        )
        run = None if glued and match.lastgroup != "mult" else _run_at(text, match)
        if run is None:
            position = match.end()
            continue
        yield run
        position = run.end


_RANGE = re.compile(r" ?[-–—] ?| to | till | until | or | and ")
_FROM = re.compile(r"(?<!\w)(from|between) $", re.IGNORECASE)


@cache
def _before() -> re.Pattern[str]:
    phrases = [row["phrase"] for row in table("qualifiers") if row["position"] == "before"]
    return re.compile(rf"(?<!\w)({_alternatives(phrases)})( (?:the |a )?)?$", re.IGNORECASE)


@cache
def _after() -> re.Pattern[str]:
    phrases = [row["phrase"] for row in table("qualifiers") if row["position"] == "after"]
    return re.compile(rf" ?({_alternatives(phrases)})(?![\w])", re.IGNORECASE)


@cache
def _qualifiers(position: str) -> Mapping[str, Qualifier]:
    rows = (row for row in table("qualifiers") if row["position"] == position)
    return {row["phrase"]: row["qualifier"] for row in rows}  # type: ignore[misc]


def _bounded(value: Decimal, qualifier: Qualifier) -> Quantity:
    low = value if qualifier in ("more_than", "at_least") else None
    high = value if qualifier in ("less_than", "at_most") else None
    return Quantity(value, low, high, qualifier)


def _qualified(text: str, start: int, end: int) -> tuple[int, int, Qualifier]:
    """The stretch with its qualifier words, and the qualifier."""
    before = _before().search(text, max(0, start - 24), start)
    after = _after().match(text, end)
    qualifier: Qualifier = "exact"
    if after:
        end, qualifier = after.end(), _qualifiers("after")[after[1].lower()]
    if before:
        start, qualifier = before.start(), _qualifiers("before")[before[1].lower()]
    return start, end, qualifier


def _single(text: str, run: _Run) -> NumberMatch:
    start, end, qualifier = _qualified(text, run.start, run.end)
    quantity = _bounded(run.value, qualifier)
    return NumberMatch(start, end, run.start, run.end, quantity, run.words, run.multiplier > 1)


def _shared(low: _Run, high: _Run) -> Decimal:
    """The low bound with the high bound's multiplier, where the low one has none of its own."""
    if low.multiplier == 1 and high.multiplier > 1 and low.value <= high.lead:
        return low.value * high.multiplier
    return low.value


def _year_like(text: str, run: _Run) -> bool:
    """Four plain digits that may be a year: "in 1999 – 75 900" lists, it gives no range."""
    return re.fullmatch(r"1\d{3}|20\d\d", text[run.start : run.end]) is not None


def _ranged(text: str, low: _Run, high: _Run, joint: str) -> NumberMatch | None:
    opener = _FROM.search(text, max(0, low.start - 9), low.start)
    word = joint.strip()
    if word == "and" and (opener is None or opener[1].lower() != "between"):
        return None
    if word in ("to", "till", "until") and opener is None and not (high.words or high.value > 0):
        return None
    if joint.startswith(" ") and _year_like(text, low) and not _year_like(text, high):
        return None
    bottom, from_to = _shared(low, high), opener is not None and opener[1].lower() == "from"
    if bottom >= high.value and not from_to:
        return None
    parts = tuple(
        NumberMatch(
            run.start, run.end, run.start, run.end, Quantity(value), run.words, run.multiplier > 1
        )
        for run, value in ((low, bottom), (high, high.value))
    )
    start = opener.start() if opener else _qualified(text, low.start, low.end)[0]
    quantity = Quantity(None, min(bottom, high.value), max(bottom, high.value), "range")
    words, multiplied = low.words and high.words, high.multiplier > 1
    return NumberMatch(
        start, high.end, low.start, high.end, quantity, words, multiplied, from_to, parts
    )


def find_numbers(text: str) -> Iterator[NumberMatch]:
    """Every number of a text, left to right, ranges as one; nothing is classified here."""
    runs = list(_runs(text))
    i = 0
    while i < len(runs):
        joint = (
            _RANGE.fullmatch(text, runs[i].end, runs[i + 1].start) if i + 1 < len(runs) else None
        )
        ranged = _ranged(text, runs[i], runs[i + 1], joint[0]) if joint else None
        yield ranged or _single(text, runs[i])
        i += 2 if ranged else 1


def number_value(text: str) -> Decimal | None:
    """The value of a text that is one number and nothing else, else null."""
    matches = list(find_numbers(text.strip()))
    if len(matches) != 1 or (matches[0].start, matches[0].end) != (0, len(text.strip())):
        return None
    return matches[0].quantity.value
