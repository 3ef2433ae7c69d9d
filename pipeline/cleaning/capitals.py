"""Headings in capitals read in ordinary letters: "UNION OF WRITERS" as "Union of Writers"."""

import re
from functools import cache

from pipeline.lexicons import table, values
from pipeline.offsets import MappedText

_WORD = r"[A-Z][A-Z']*(?![a-z])"
_RUN = re.compile(rf"(?<![A-Za-z]){_WORD}(?:[^A-Za-z\n]+{_WORD})+")
# Two words of four letters or more are a heading's, side by side or with a small word among them; letters of bodies
# stand alone or between commas.
_LONG = re.compile(r"[A-Z']{4,}")
_SIDE_BY_SIDE = re.compile(r"\b(?P<one>[A-Z']{4,}) (?P<other>[A-Z']{4,})\b")
_FEWEST_WORDS = 2
_LETTERS = re.compile(r"[A-Z][A-Z']*")
_VOWEL = re.compile(r"[AEIOUY]")
_ROMAN = re.compile(r"[IVXLC]+")
_FEWEST_LETTERS = 3


def in_ordinary_letters(mapped: MappedText) -> MappedText:
    """The text with its headings in title case, letter for letter; abbreviations and Roman numerals stay."""
    text = _RUN.sub(_ordinary, mapped.text)
    return MappedText(text, mapped.starts, mapped.ends)


def _ordinary(run: re.Match[str]) -> str:
    return _LETTERS.sub(_titled, run[0]) if _is_heading(run[0]) else run[0]


def _is_heading(run: str) -> bool:
    """Whether words in capitals are a heading or sentence, no letters of bodies one after another."""
    long = [word for word in _LONG.findall(run) if _is_word(word)]
    small = any(word.lower() in _forms("small") for word in _LETTERS.findall(run))
    beside = _SIDE_BY_SIDE.finditer(run)
    joined = small or any(_is_word(match["one"]) and _is_word(match["other"]) for match in beside)
    return len(long) >= _FEWEST_WORDS and joined


def _titled(match: re.Match[str]) -> str:
    """A word of a heading with a capital, a small one without; the heading's first has one always."""
    word = match[0]
    if word.lower() in _forms("small"):
        return word.capitalize() if match.start() == 0 else word.lower()
    return word.capitalize() if _is_word(word) else word


def _is_word(letters: str) -> bool:
    """Whether capitals are those of a word, no abbreviation, number or initial."""
    if letters in _forms("letters") or letters in _bodies() or _ROMAN.fullmatch(letters):
        return False
    return len(letters) >= _FEWEST_LETTERS and _VOWEL.search(letters) is not None


@cache
def _forms(use: str) -> frozenset[str]:
    return frozenset(row["form"] for row in table("capitals") if row["use"] == use)


@cache
def _bodies() -> frozenset[str]:
    """The words in capitals that names of bodies have: "NKVD"."""
    forms = (
        form
        for row in table("organization_names")
        for form in (row["name"], *values(row["aliases"]))
    )
    return frozenset(word for form in forms for word in form.split() if word.isupper())
