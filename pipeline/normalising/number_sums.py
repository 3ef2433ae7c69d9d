"""Whole numbers from atoms: "3 million 800 thousand 500", "two hundred and five", "82 thousand 300"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from pipeline.alternatives import any_of
from pipeline.lexicons import table
from pipeline.normalising.context import counted_head
from pipeline.normalising.number_atoms import DIGITS, MULTIPLIER, PERCENT, Atom

_MULTIPLIER_MIN = 1000
_WORDS = ("zero", "unit", "teen", "tens")
# "40-odd thousand" is one number.
_JOINT = re.compile(r" *-? *(?:odd +)?(?:and +)?")
_ARTICLE = re.compile(r"(?<!\w)(?:an?) +$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Part:
    """A value built from `atoms[first:after]`; `start` and `end` are offsets.

    `lead` is its first number, before any multiplier; `multiplier` the largest one; `ending` the
    multiplier it ends with, else 1; `rest` what an "and" added last ("two hundred and five"), else 0, and
    `rest_after` the multiplier before that "and".
    """

    value: Decimal
    start: int
    end: int
    first: int
    after: int
    lead: Decimal
    multiplier: Decimal = Decimal(1)
    ending: Decimal = Decimal(1)
    rest: Decimal = Decimal(0)
    rest_after: Decimal = Decimal(1)
    words: bool = True
    fraction: bool = False


class _Sum:
    """Adds atoms up, left to right; `accept` says whether an atom still fits the number."""

    def __init__(self) -> None:
        self.total = self.group = Decimal(0)
        self.current: Decimal | None = None
        self.last_kind = ""
        self.multiplier = Decimal(1)
        self.ending = Decimal(1)
        self.smallest = Decimal(10) ** 18
        self.lead: Decimal | None = None
        self.rest = Decimal(0)
        self.rest_after = Decimal(1)
        self.words = True

    def accept(self, atom: Atom, joint: str, following: Atom | None) -> bool:
        joined = "and" in joint.lower()
        self.rest_after = self.ending if joined else self.rest_after
        if atom.kind == MULTIPLIER:
            taken = not joined and self._multiply(atom.value)
        elif atom.kind == DIGITS:
            taken = "-" not in joint and self._digits(atom, joined, following)
        else:
            taken = atom.kind in _WORDS and self._word(atom, joined)
        if taken:
            self.ending = atom.value if atom.kind == MULTIPLIER else Decimal(1)
        return taken

    def _set(self, value: Decimal, kind: str) -> bool:
        if self.lead is None:
            self.lead = value
        self.current, self.last_kind = value, kind
        return True

    def _digits(self, atom: Atom, joined: bool, following: Atom | None) -> bool:
        # "3 hundred and 21" is one number, "3 thousand and 21" may be two.
        if joined and self.last_kind == "hundred":
            alone = following is None or following.kind != MULTIPLIER
            return alone and 0 < atom.value < 100 and self._add(atom.value, DIGITS, joined)
        if joined and not self._goes_on(following):
            return False
        if self.current is not None or atom.value >= self.smallest:
            return False
        self.words = False
        return self._set(atom.value, DIGITS)

    def _goes_on(self, following: Atom | None) -> bool:
        """Whether a smaller multiplier follows behind an "and": "1 million and 200 thousand"."""
        if self.last_kind != "multiplier" or following is None:
            return False
        return following.kind == MULTIPLIER and following.value < self.smallest

    def _word(self, atom: Atom, joined: bool) -> bool:
        if self.current is None:
            fits = atom.value < self.smallest and (atom.value > 0 or self.lead is None)
            self.rest = atom.value if joined else self.rest
            return fits and self._set(atom.value, atom.kind)
        units = self.last_kind == "tens" and atom.kind == "unit" and not joined
        if not (units or (self.last_kind == "hundred" and atom.kind != "zero")):
            return False
        return self._add(atom.value, atom.kind, joined or (units and self.rest > 0))

    def _add(self, value: Decimal, kind: str, joined: bool) -> bool:
        assert self.current is not None, "nothing to add to"
        self.current += value
        self.rest = self.rest + value if joined else Decimal(0)
        self.last_kind = kind
        return True

    def _multiply(self, by: Decimal) -> bool:
        if by < _MULTIPLIER_MIN:
            return self._multiply_small(by)
        stacked = self.last_kind == "multiplier" and self.current is None
        if stacked and by > self.smallest and self.total == self.group:
            self.total, self.group = self.total * by, self.total * by
        elif by >= self.smallest or (self.current is None and self.lead is not None):
            return False
        else:
            self.group = (self.current if self.current is not None else Decimal(1)) * by
            self.total += self.group
        self.lead = self.lead if self.lead is not None else Decimal(1)
        self.current, self.smallest, self.rest = None, by, Decimal(0)
        self.multiplier = max(self.multiplier, by)
        self.last_kind = "multiplier"
        return True

    def _multiply_small(self, by: Decimal) -> bool:
        value = self.current if self.current is not None else Decimal(1)
        if self.last_kind in ("hundred", "multiplier") and self.current is None:
            return False
        if by == 100 and value >= 100 and self.last_kind != DIGITS:
            return False
        if self.lead is None:
            self.lead = value
        self.multiplier = max(self.multiplier, by)
        # "three hundred and two dozens": the dozen counts what the "and" added.
        counted = self.rest or value
        self.current, self.rest, self.last_kind = value + counted * (by - 1), Decimal(0), "hundred"
        return True

    def value(self) -> Decimal:
        return self.total + (self.current or 0)


def cardinal(text: str, found: Sequence[Atom], first: int, stop: int | None = None) -> Part | None:
    """The longest whole number that begins with `found[first]`; null where none does."""
    start = _start(text, found, first)
    if start is None:
        return None
    state, k, joint = _Sum(), first, ""
    while (
        k < (stop or len(found))
        and not (k > first and not state.words and _times(text, found[k]))
        and state.accept(found[k], joint, found[k + 1] if k + 1 < len(found) else None)
    ):
        k += 1
        between = joint_before(text, found, k)
        if between is None:
            break
        joint = between
    if k == first:
        return None
    lead = state.lead if state.lead is not None else state.value()
    end = found[k - 1].end
    return Part(
        state.value(),
        start,
        end,
        first,
        k,
        lead,
        state.multiplier,
        state.ending,
        state.rest,
        state.rest_after,
        state.words,
    )


# "77.1 thousand | ten years later": what is written in digits doesn't go on in words that tell a time.
_TIME = re.compile(r" (?:years?|months?|weeks?|days?|centuries|decades)\b")


def _times(text: str, atom: Atom) -> bool:
    return atom.kind in _WORDS and _TIME.match(text, atom.end) is not None


def joint_before(text: str, found: Sequence[Atom], k: int) -> str | None:
    """What joins `found[k]` to the atom before it; null where they do not belong together."""
    if not 0 < k < len(found):
        return None
    joint = _JOINT.fullmatch(text, found[k - 1].end, found[k].start)
    if joint is None or (not joint[0] and found[k].kind != MULTIPLIER):
        return None
    return joint[0]


def article_start(text: str, start: int) -> int | None:
    """Where the article before an offset begins."""
    article = _ARTICLE.search(text, max(0, start - 5), start)
    return article.start() if article else None


# A multiplier as a noun: "more than thousand people", as translated English leaves the article out.
_MULTIPLIER_WORD = re.compile(r"hundred|thousand|million", re.IGNORECASE)
_QUALIFIER_REACH = 16


# "Its hundred and thirty families", "by hundred percents"; "several hundred and two more" is no number.
_HUNDRED = re.compile(r"hundred", re.IGNORECASE)
_BARE_PERCENT = re.compile(rf" {PERCENT}", re.IGNORECASE)
_VAGUE = re.compile(r"\b(?:several|few|many|couple(?: of)?|dozen|these|those) $", re.IGNORECASE)


@cache
def _qualifier_before() -> re.Pattern[str]:
    phrases = (row["phrase"] for row in table("qualifiers") if row["position"] == "before")
    return re.compile(rf"(?<!\w)(?:{any_of(phrases)}) $", re.IGNORECASE)


def _without_article(text: str, atom: Atom) -> bool:
    low = max(0, atom.start - _QUALIFIER_REACH)
    return _qualifier_before().search(text, low, atom.start) is not None


# "The first hundred schoolchildren", "two companies, hundred Cossacks"; not "a few hundred Cossacks".
_FIRST = re.compile(r"\b(?:first|last|next|another) $")
_LISTED = re.compile(r"[,;:] (?:and )?$")


def _of_people(text: str, atom: Atom) -> bool:
    """Whether people stand right behind a multiplier that has left out its article."""
    low = max(0, atom.start - _QUALIFIER_REACH)
    # ", thousand persons" tells the unit of a table.
    listed = _HUNDRED.fullmatch(text, atom.start, atom.end) and _LISTED.search(
        text, low, atom.start
    )
    if not (listed or _FIRST.search(text, low, atom.start)):
        return False
    head = counted_head(text, atom.end)
    return head is not None and head.noun is not None and head.start == atom.end + 1


def _start(text: str, found: Sequence[Atom], first: int) -> int | None:
    """Where a number that begins with this atom begins; a multiplier needs an article, a qualifier or another
    one."""
    atom = found[first]
    if atom.kind != MULTIPLIER:
        return atom.start if atom.kind in (DIGITS, *_WORDS) else None
    article = article_start(text, atom.start)
    if article is not None:
        return article
    if _MULTIPLIER_WORD.fullmatch(text, atom.start, atom.end) and (
        _without_article(text, atom) or _of_people(text, atom)
    ):
        return atom.start
    joint = joint_before(text, found, first + 1)
    if _HUNDRED.fullmatch(text, atom.start, atom.end) and (
        _BARE_PERCENT.match(text, atom.end)
        or (joint == " and " and found[first + 1].kind in ("unit", "teen", "tens"))
    ):
        return (
            None
            if _VAGUE.search(text, max(0, atom.start - _QUALIFIER_REACH), atom.start)
            else atom.start
        )
    stacked = joint == " " and found[first + 1].kind == MULTIPLIER
    return atom.start if stacked and found[first + 1].value > atom.value else None


def without_naughts(value: Decimal) -> Decimal:
    """14200.0 as 14200: thousands make the fraction whole."""
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value


# "5-6,000 horsemen", "10 to 15,000": round thousands, of which the first number has left out its own.
_ROUND_THOUSANDS = re.compile(r"\d{1,3},000")
_WIDEST_SHORT = 2


def short_of_thousands(text: str, low: Part, high: Part) -> bool:
    """Whether the low bound of a range leaves out the thousands that the high one has in digits."""
    round_high = _ROUND_THOUSANDS.fullmatch(text, high.start, high.end)
    plain_low = re.fullmatch(r"\d{1,3}", text[low.start : low.end])
    thousands = high.value / _MULTIPLIER_MIN
    return bool(round_high and plain_low) and thousands / _WIDEST_SHORT <= low.value < thousands
