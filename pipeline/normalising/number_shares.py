"""Shares in numbers: "two thirds", "half a million", "2 1/4", "two and a half million", "one in ten".

Notes for a newcomer: `share` reads a part of a whole that no number stands before; `divided`, `and_share`
and `over` widen a number that was read by what follows it, and return null where nothing fits.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from pipeline.normalising.number_atoms import FRACTION, MULTIPLIER, PARTS, PERCENT, Atom
from pipeline.normalising.number_sums import Part, article_start, cardinal, joint_before

_MILLION = 10**6
Atoms = Sequence[Atom]


def share(text: str, found: Atoms, i: int) -> Part | None:
    """A fraction that no number stands before: "3/4", "half a million", "a third of", "quarter million"."""
    part = _fraction_at(text, found, i, _stands_alone)
    if part is None:
        return None
    return scaled(text, found, part) or part


# What lets a part of a whole stand for itself: "a third of the land", "more than half."
_CLOSED = re.compile(r" of\b| *(?:$|[.,;:?!)](?!\w)|\n)")
_HALF_AFTER = re.compile(r" (?:of|the|all|an?)\b")
_HALF_BEFORE = re.compile(
    r"(?<!\w)(?:than|almost|nearly|about|over|only|just|least|by|under|approximately|roughly) +$",
    re.IGNORECASE,
)
_ORDER_BEFORE = re.compile(
    r"\b(?:first|second|last|latter|other|and an?|this|that|[\d-]+) ?$", re.IGNORECASE
)


def _stands_alone(text: str, found: Atoms, k: int) -> bool:
    """Whether a part needs no numerator: "a third of", "quarter million", "almost half", "half the"."""
    atom = found[k]
    if atom.value == 2 and _ORDER_BEFORE.search(text, max(0, atom.start - 12), atom.start):
        return False
    if _scale_after(text, found, k + 1, atom.end) is not None:
        return True
    if article_start(text, atom.start) is not None:
        return _CLOSED.match(text, atom.end) is not None
    before = _HALF_BEFORE.search(text, max(0, atom.start - 16), atom.start)
    return atom.value == 2 and bool(before or _HALF_AFTER.match(text, atom.end))


def _fraction_at(
    text: str, found: Atoms, i: int, allowed: Callable[[str, Atoms, int], bool]
) -> Part | None:
    """A literal fraction, a part with an article, or one that `allowed` lets stand without a numerator."""
    if i >= len(found):
        return None
    atom = found[i]
    if atom.kind == FRACTION:
        return Part(
            atom.value, atom.start, atom.end, i, i + 1, atom.value, words=False, fraction=True
        )
    if atom.kind != "part" or not allowed(text, found, i):
        return None
    article = article_start(text, atom.start)
    start = atom.start if article is None else article
    return Part(1 / atom.value, start, atom.end, i, i + 1, 1 / atom.value, fraction=True)


def divided(text: str, found: Atoms, part: Part) -> Part | None:
    """ "two thirds", "three twenty-firsts", "one hundred thirty-fifths": words over a plural part."""
    for numerator, bottom, after in _denominators(text, found, part):
        rest = numerator.rest if numerator.rest < bottom else Decimal(0)
        top = rest or numerator.value
        if numerator.words and _agree(top, bottom, found[after - 1].kind):
            return _over_bottom(text, found, numerator, (top, bottom), after)
    return None


def _agree(top: Decimal, bottom: Decimal, kind: str) -> bool:
    """Whether one part is named in the singular, several in the plural; no "two quarters" or "halves"."""
    if top == 1:
        return kind in ("part", "ordinal")
    return kind in ("parts", "ordinals") and bottom != 2 and (bottom != 4 or top == 3)


def _over_bottom(
    text: str, found: Atoms, numerator: Part, ratio: tuple[Decimal, Decimal], after: int
) -> Part:
    """The fraction; what stood before an "and" stays whole ("six million and two thirds")."""
    top, bottom = ratio
    end, whole = found[after - 1].end, numerator.value - top
    scale = _scale_after(text, found, after, end)
    by = numerator.rest_after if whole and numerator.rest_after >= _MILLION else Decimal(1)
    if scale is not None:
        (end, by), after = scale, after + 1
    value = whole + by * top / bottom
    multiplier = max(numerator.multiplier, by) if whole else by
    return replace(
        numerator,
        value=value,
        end=end,
        after=after,
        ending=Decimal(1),
        lead=value,
        multiplier=multiplier,
        fraction=by == 1,
    )


def _denominators(text: str, found: Atoms, part: Part) -> Iterator[tuple[Part, Decimal, int]]:
    """What may stand below the line: "thirty-fifths" out of the number's last tens, after it, or one part."""
    k = part.after
    joint = joint_before(text, found, k)
    if joint is None or "and" in joint:
        return
    last, atom = found[k - 1], found[k]
    if atom.kind in PARTS and last.kind == "tens" and 0 < atom.value < 10 and k - part.first > 1:
        numerator = cardinal(text, found, part.first, k - 1)
        if numerator is not None and "and" not in (joint_before(text, found, k - 1) or "and"):
            yield replace(numerator, start=part.start), last.value + atom.value, k + 1
    following = found[k + 1] if k + 1 < len(found) else None
    if atom.kind == "tens" and following and following.kind in PARTS and following.value < 10:
        yield part, atom.value + following.value, k + 2
    if atom.kind in ("part", "parts"):
        yield part, atom.value, k + 1


def and_share(text: str, found: Atoms, part: Part) -> Part | None:
    """ "two and a half million", "2 1/4", "one million and a half", "a billion and a half million"."""
    if part.fraction or part.after >= len(found):
        return None
    added = _added(text, found, part)
    if added is None:
        return None
    scale = _scale_after(text, found, added.after, added.end)
    if scale is None:
        value = part.value + added.value * (part.ending if part.ending >= _MILLION else 1)
        # "a million and a half" is whole, "two and a half" is not
        broken = value != value.to_integral_value()
        return replace(part, value=value, end=added.end, after=added.after, fraction=broken)
    end, by = scale
    value = part.value * (1 if part.multiplier >= _MILLION else by) + added.value * by
    return replace(
        part,
        value=value,
        end=end,
        after=added.after + 1,
        lead=part.value + added.value,
        multiplier=max(part.multiplier, by),
    )


def _added(text: str, found: Atoms, part: Part) -> Part | None:
    """The share below one that follows a number, with "and" or, as a literal, without."""
    k = part.after
    between = text[part.end : found[k].start]
    if found[k].kind == FRACTION and found[k].value < 1 and re.fullmatch(r" *", between):
        return _fraction_at(text, found, k, _stands_alone)
    if not re.fullmatch(r"(?: +and +(?:an? +)?|-and-(?:an?-)?)", between):
        return None
    added = _fraction_at(text, found, k, _after_article)
    if added is None and (top := cardinal(text, found, k)) is not None:
        added = divided(text, found, top)
    return added if added and added.value < 1 else None


_HALF_OF = re.compile(rf" ?(?:{PERCENT}|thousand|million|billion)", re.IGNORECASE)


def _after_article(text: str, found: Atoms, k: int) -> bool:
    """ "and a half"; of other parts only where nothing follows that they could order ("and a third party")."""
    halved = found[k].value == 2 and _HALF_OF.match(text, found[k].end) is not None
    if halved or text[found[k].start - 2 : found[k].start] == "a-":
        return True  # "one and half percent", "one-and-a-half"
    if article_start(text, found[k].start) is None:
        return False
    if found[k].value in (2, 4) or _scale_after(text, found, k + 1, found[k].end) is not None:
        return True
    return _CLOSED.match(text, found[k].end) is not None


def _scale_after(text: str, found: Atoms, k: int, end: int) -> tuple[int, Decimal] | None:
    """End and value of a multiplier right after a share: "million", "a million", "of a million"."""
    if k >= len(found) or found[k].kind != MULTIPLIER:
        return None
    between = re.fullmatch(r"(?: +of)?(?: +an?)? +|-", text[end : found[k].start])
    return (found[k].end, found[k].value) if between else None


def scaled(text: str, found: Atoms, part: Part) -> Part | None:
    """A share or decimal with the multiplier after it: "three quarters of a million"."""
    scale = _scale_after(text, found, part.after, part.end)
    if scale is None or not (part.fraction or part.value != int(part.value)):
        return None
    end, by = scale
    return replace(
        part, value=part.value * by, end=end, after=part.after + 1, multiplier=by, fraction=False
    )


_OVER = re.compile(r" +(?P<word>over|out of|in) +", re.IGNORECASE)
_LEAST_YEAR = 1000
_NUMBERED = re.compile(r"(?:\b(?i:the|only|this|that|which|no\.?)|№|\b[A-Z][\w.]*) ?$")


def over(text: str, found: Atoms, part: Part) -> Part | None:
    """ "one over three", "two out of five", "one in ten people": a share, where the first is a word or one."""
    k = part.after
    if part.fraction or k >= len(found):
        return None
    joint = _OVER.fullmatch(text, part.end, found[k].start)
    bottom = cardinal(text, found, k) if joint else None
    if joint is None or bottom is None or not 0 <= part.value < bottom.value:
        return None
    word, one = joint["word"].lower(), part.value == 1
    closed = re.match(r"\s*(?:$|[.,;)?!])", text[bottom.end :]) is not None
    allowed = {
        "over": one and closed,
        "out of": part.words,
        "in": one and _one_in(text, part, bottom),
    }
    if not allowed[word]:
        return None
    return replace(
        part, value=part.value / bottom.value, end=bottom.end, after=bottom.after, fraction=True
    )


_TIME = re.compile(r"[ -](?:years?|months?|weeks?|days?|hours?|minutes?|decades|centuries)\b")


def _one_in(text: str, part: Part, bottom: Part) -> bool:
    """Whether "one in N" is a ratio: nothing that it numbers before it, no year or time after."""
    numbered = _NUMBERED.search(text, max(0, part.start - 16), part.start)
    year = not bottom.words and bottom.value >= _LEAST_YEAR
    return numbered is None and not year and not _TIME.match(text, bottom.end)
