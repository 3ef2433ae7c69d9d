"""What the words beside a number say of its exactness: "about 300", "300 or more", "up to 300", "exceeded 300".

Notes for a newcomer: `qualified` reads the words right beside a number, `qualified_after` those behind its noun or
sign. "Up to" and "to" bound a number but where a verb of change leads to it: "grew up to 40 percent".
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from pipeline.alternatives import any_of
from pipeline.lexicons import table
from pipeline.normalising.number_atoms import PERCENT, currency_pattern
from pipeline.records import Qualifier

# Characters that a qualifier and what stands between it and its number take.
QUALIFIER_REACH = 24
PERCENT_AFTER = re.compile(rf" ?(?:{PERCENT})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quantity:
    """An exact number or bounds, with the qualifier of the contract."""

    value: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None
    qualifier: Qualifier = "exact"


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


def bounded(value: Decimal, qualifier: Qualifier) -> Quantity:
    low = value if qualifier in ("more_than", "at_least") else None
    high = value if qualifier in ("less_than", "at_most") else None
    return Quantity(value, low, high, qualifier)


def qualified(text: str, start: int, end: int) -> tuple[int, int, Qualifier]:
    """The stretch with its qualifier words, and the qualifier."""
    before = _before().search(text[:start], max(0, start - QUALIFIER_REACH))
    after = _after().match(text, end)
    qualifier: Qualifier = "approximate" if "odd " in text[start:end] else "exact"
    if after:
        end, qualifier = after.end(), _qualifiers("after")[after[1].lower()]
    if before and not _qualifies_other(text, before, end):
        start, qualifier = before.start(), _qualifiers("before")[before[1].lower()]
    elif qualifier == "exact" and (to := _up_to(text, start)) is not None:
        start, qualifier = to, "at_most"
    elif even := _NOT_EVEN.search(text, max(0, start - QUALIFIER_REACH), start):
        start, qualifier = even.start("even"), "less_than"
    elif qualifier == "exact":
        qualifier = _by_verb(text, start)
    return start, end, qualifier


# "The others did not have | even 4 thousand".
_NOT_EVEN = re.compile(
    r"\b(?:not|never|n't) (?:have|number|count|total|make(?: up)?|get|gather|find) (?P<even>even )$"
)


def _qualifies_other(text: str, before: re.Match[str], end: int) -> bool:
    """Whether the words before a number say nothing of how exact it is: "grew | up to 40 %", "some | more 300"."""
    phrase = before[1].lower()
    if phrase in _REACHED:
        return _led_to(text, before.start(), end)
    # "Less than the 13 per cent of that year" compares.
    if phrase.endswith("than") and before[2].strip() == "the":
        return True
    if phrase == "c." and _CENTURY.search(text, max(0, before.start() - 8), before.start()):
        return True
    if phrase == "over" and _RULED.search(text, 0, before.start()):
        return True
    if phrase == "under" and _LEARNT.search(text, 0, before.start()):
        return _TEACHERS.match(text, end) is not None
    if phrase == "under" and _LENT.search(text, 0, before.start()):
        return PERCENT_AFTER.match(text, end) is not None
    return phrase == "more" and _STILL.search(text, 0, before.start()) is not None


# "In the XIX c. | 14 thousand came" is a century.
_CENTURY = re.compile(r"(?:\b[IVX]{1,5}|\dth|\dst|\dnd|\drd) $")
# "The khan ruled | over one million subjects" tells of whom.
_RULED = re.compile(
    r"\b(?:rul(?:e|es|ed|ing)|reign(?:s|ed)?|power|authority|sway) $", re.IGNORECASE
)
# "Pupils studied there | under 48 teachers", "he served under 3 khans" tell whose pupils and men they were.
_LEARNT = re.compile(
    r"\b(?:stud(?:ied|y|ies|ying)|train(?:ed|s)?|learn(?:ed|t)?|taught|apprenticed|served?|fought|work(?:ed|s)?)"
    r"(?: here| there)? $"
)
_TEACHERS = re.compile(
    r" (?:[a-z]+ )?(?:teachers|instructors|masters|professors|tutors|mentors|mullahs|trainers|coaches|craftsmen|khans"
    r"|rulers|directors|chairmen|commanders|officers|generals|foremen|brigadiers)\b"
)
# "Soft loans | under 4 percent", "they gave credit under 12 %": at such a rate.
_LENT = re.compile(
    r"\b(?:loans?|credits?|mortgages?|lent|borrow(?:ed|s)?|money|deposits?)(?: [a-z]+){0,3} $",
    re.IGNORECASE,
)
# "Still more | 300 people" are others, no more than so many.
_STILL = re.compile(r"\b(?:some|still|yet) $", re.IGNORECASE)


def _up_to(text: str, start: int) -> int | None:
    """Where a "to" before a number begins that means "up to", no end of a change."""
    # Most numbers have no "to" before them, and one look tells so.
    if not text.endswith(("to ", "To ", "TO "), 0, start):
        return None
    to = _TO.search(text, max(0, start - _TO_REACH), start)
    if to is None or _GOES.search(text, max(0, start - _GOES_REACH), start):
        return None
    return to.start(1)


_GOES_REACH, _TO_REACH = 100, 70
_GOES = re.compile(
    r"\b(?:gr[eo]w\w*|ris\w+|rose|increas\w*|decreas\w*|declin\w*|f[ae]ll\w*|drop\w*|reduc\w*"
    r"|from (?=[\w ]{0,14}\d))\b[^.;]{0,100}$",
    re.IGNORECASE,
)
# "There gathered to 3000 guests", "in 1910 – to 35 %": "up to", as translations from Russian have it.
_TO = re.compile(
    r"(?:\b(?:gathered|assembled|worked|put|lived|numbered|counted|perished|died|participated|took part|trained|studied"
    r"|sat|stood|lay|there (?:were|was))(?: here| there| in (?:1[5-9]|20)\d\d|, as [^,.;:]{3,40},)? |[-–—] "
    r"|\b(?:figures?|numbers?|quantity|(?:consider|believe|think|say|write|reckon|estimate)(?:s|d|ed)? that) "
    r"|(?:\d|\b[a-z]+) (?:thousand|million) in [A-Z][\w-]+, )(to )$",
    re.IGNORECASE,
)


def _by_verb(text: str, start: int) -> Qualifier:
    """What the verb before a number says of it, outside its span: "exceeded 40 percent"."""
    low = max(0, start - QUALIFIER_REACH)
    if _PASSED_THROUGH.search(text, max(0, start - _THROUGH_REACH), start):
        return "exact"
    return next((q for q, pattern in _VERBS if pattern.search(text, low, start)), "exact")


# "Through the hospitals have passed | 300 patients".
_PASSED_THROUGH = re.compile(r"\bthrough [^.;:]{2,100}(?:had|has|have) passed $", re.IGNORECASE)
_THROUGH_REACH = 130

_VERBS: tuple[tuple[Qualifier, re.Pattern[str]], ...] = (
    (
        "at_most",
        re.compile(
            r"\b(?:not|never|n't|hardly|scarcely|rarely|seldom) (?:have )?exceed(?:ed|ing|s)? (?:the |a )?$",
            re.IGNORECASE,
        ),
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
    return bounded(quantity.value, _AFTER_NOUN[phrase]), after.end()


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


# "Grew up to 40 percent" says where it came to, no bound (a calque). Not all of change_words.tsv does: "raised up to
# 3000 men".
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
    low = max(0, start - QUALIFIER_REACH)
    if _CHANGED.search(text, low, start):
        return True
    return bool(PERCENT_AFTER.match(text, end) and _WENT.search(text, low, start))
