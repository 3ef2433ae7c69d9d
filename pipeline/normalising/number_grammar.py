"""Numbers from atoms: `numbers` takes the first reading that fits at each atom.

Notes for a newcomer: that is a whole number (number_sums.py), which what follows widens, step by step
("two" + "and a half" + "million"); else a part of a whole on its own ("a third of", number_shares.py).
Ordinals ("twenty-fifth") and the pronoun "one" are read and dropped.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from pipeline.normalising.context import HOSTS
from pipeline.normalising.number_atoms import DIGITS, MULTIPLIER, PERCENT, after_currency, atoms
from pipeline.normalising.number_shares import Atoms, and_share, divided, over, scaled, share
from pipeline.normalising.number_sums import Part, cardinal, joint_before


def numbers(text: str) -> Iterator[Part]:
    """Every number of a text, left to right."""
    found = atoms(text)
    i = 0
    while i < len(found):
        part = _whole(text, found, i) or share(text, found, i)
        if part is None:
            i += 1
            continue
        if not _dropped(text, found, part):
            yield _signed(text, part)
        i = part.after


def _whole(text: str, found: Atoms, i: int) -> Part | None:
    """A whole number, widened by what follows it."""
    part = cardinal(text, found, i)
    if part is None:
        return None
    for step in _STEPS:
        part = step(text, found, part) or part
    return part


def _pointed(text: str, found: Atoms, part: Part) -> Part | None:
    """ "two point zero three million": the digits after the point in words."""
    k = part.after
    if k >= len(found) or not re.fullmatch(r" +point +", text[part.end : found[k].start]):
        return None
    digits, after = _decimals(text, found, k)
    if not digits or part.value != int(part.value):
        return None
    value = Decimal(f"{part.value}.{digits}")
    pointed = replace(part, value=value, lead=value, end=found[after - 1].end, after=after)
    return scaled(text, found, pointed) or pointed


def _decimals(text: str, found: Atoms, k: int) -> tuple[str, int]:
    """Digits said one by one ("zero three") or as one number ("seventy-one"), and the atom after them."""
    if found[k].kind in ("teen", "tens"):
        pair = k + 1 < len(found) and found[k + 1].kind == "unit"
        number = cardinal(text, found, k, k + 1 + pair)
        assert number is not None, f"no number at {text[found[k].start : found[k].end]!r}"
        return str(number.value), number.after
    digits = ""
    while k < len(found) and found[k].kind in ("zero", "unit", DIGITS):
        digits, k = digits + str(found[k].value), k + 1
        if k >= len(found) or text[found[k - 1].end : found[k].start] != " ":
            break
    return (digits if digits.isdigit() else ""), k


_THOUSANDTH = re.compile(rf"[- ]thousandth(?= (?:[\w-]+ ){{0,2}}{HOSTS}\b)")
_THOUSAND = 1000


def _strength(text: str, found: Atoms, part: Part) -> Part | None:
    """ "The 20-thousandth army", "20 thousandth": translations make an ordinal of an army's strength."""
    ordinal = _THOUSANDTH.match(text, part.end)
    if ordinal is None or part.words:
        return None
    assert found[part.after].end == ordinal.end(), "the ordinal is no atom"
    value, by = part.value * _THOUSAND, Decimal(_THOUSAND)
    return replace(part, value=value, end=ordinal.end(), after=part.after + 1, multiplier=by)


_STEPS = (divided, _pointed, and_share, over, _strength)
_PRONOUN_BEFORE = re.compile(
    r"\b(?:the|this|that|these|those|which|what|each|every|any|some|no|another|same|other|such|only"
    r"|last|first|next)[ -]$",
    re.IGNORECASE,
)


_HUNDRED = 100


def _dropped(text: str, found: Atoms, part: Part) -> bool:
    """Whether it is an ordinal ("twenty-fifth", "two hundredth") or the pronoun "one"."""
    if text[part.start : part.end].lower() == "one":
        if _PERCENTAGE.match(text, part.end):
            return False
        pronoun = _PRONOUN_BEFORE.search(text, max(0, part.start - 9), part.start)
        # "In Aral | one – 64,2 percent": a region, no bound.
        return pronoun is not None or re.match(r" (?:[-–—] )?\d", text[part.end :]) is not None
    if part.fraction or not part.words or part.after >= len(found):
        return False
    joint = joint_before(text, found, part.after)
    last, atom = found[part.after - 1], found[part.after]
    if joint is None or atom.kind not in ("part", "ordinal"):
        return False
    fits = last.kind == "tens" and atom.value < 10 and "and" not in joint
    return fits or last.kind == MULTIPLIER or atom.value >= _HUNDRED


_DEGREES = re.compile(r" ?(?:[°º]|degrees?\b|[CF]\b)")
_PERCENTAGE = re.compile(rf"(?:[-–—][\d.,]+)? ?(?:{PERCENT})", re.IGNORECASE)
_MINUS = re.compile(r"(?:(?<!\w)(?:minus|negative)[ -]|[-−])$", re.IGNORECASE)


def _signed(text: str, part: Part) -> Part:
    """The number with the sign before it.

    A dash is one only at the very start, after "(" or a currency, or before a temperature; before a percentage
    "minus" tells a fall or a margin ("plus or minus 1.8 percent").
    """
    sign = _MINUS.search(text, max(0, part.start - 9), part.start)
    if sign is None or (sign[0] not in "-−" and _PERCENTAGE.match(text, part.end)):
        return part
    start = sign.start()
    opening = text[:start].strip(" ") == "" or text[start - 1] == "(" or after_currency(text, start)
    degrees = _DEGREES.match(text, part.end) and text[start - 1] == " "
    if sign[0] in "-−" and not (opening or degrees):
        return part
    return replace(part, value=-part.value, lead=-part.lead, start=start)
