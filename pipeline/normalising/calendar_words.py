"""Months, seasons, decades, ordinals and parts of a date in words, and Roman numerals, to numbers."""

import re
from collections.abc import Mapping
from functools import cache

from pipeline.lexicons import table, values
from pipeline.records import DatePart

_ROMAN = {"I": 1, "V": 5, "X": 10}


@cache
def calendar_words(kind: str) -> Mapping[str, int]:
    """Forms (lower case) of a kind of date_words.tsv, with their numbers."""
    rows = (row for row in table("date_words") if row["kind"] == kind)
    return {form: int(row["value"]) for row in rows for form in values(row["word"])}


@cache
def part_words() -> Mapping[str, str]:
    """Modifiers (lower case) to the part of the contract."""
    return {row["phrase"].lower(): row["part"] for row in table("date_parts")}


def part_of(phrase: str) -> DatePart | None:
    """The part that a modifier tells, null for one that the contract has no part for ("second quarter of").

    What the table lacks is one of the words for a turn that rules spell out.
    """
    return part_words().get(phrase.lower(), "turn") or None  # type: ignore[return-value]


def ordinal_value(text: str) -> int | None:
    """A century's or congress's number: Roman, "19th" or a word; null for a run that is no numeral."""
    plain = text.lower().replace(" ", "-").removesuffix("-th")
    if plain in calendar_words("ordinal"):
        return calendar_words("ordinal")[plain]
    digits = re.match(r"\d+", text)
    if digits:
        return int(digits[0])
    numeral = re.match(r"[IVX]+", text)
    return roman_value(numeral[0]) if numeral else None


def roman_value(text: str) -> int | None:
    """The value of a Roman numeral up to XXXIX, null for what is none."""
    if not re.fullmatch(r"X{0,3}(?:IX|IV|V?I{0,3})", text):
        return None
    numbers = [_ROMAN[c] for c in text]
    following = [*numbers[1:], 0]
    return sum(-n if n < f else n for n, f in zip(numbers, following, strict=True)) or None
