"""When a predicted fact is the gold fact, and which of its fields agree.

A fact is its normalised value; what the value already holds (unit, bounds, part) is no field, for
it could not differ between matched facts.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any

from rapidfuzz.fuzz import token_sort_ratio

from pipeline.evaluating.alignment import align, shared_length
from pipeline.records import (
    Date,
    Fact,
    Leader,
    Organization,
    Percentage,
    Place,
    Population,
)

# Token-sort ratios, given with the evaluation's definition: a name may differ by a word of its tail
# or a transliteration, a subject or person's name by an initial or a preposition.
NAME_SIMILARITY = 0.9
TEXT_SIMILARITY = 0.8

LABEL_FIELDS: Mapping[str, str] = {
    "populations": "kind",
    "percentages": "kind",
    "organizations": "type",
    "dates": "kind",
}

_PUNCTUATION = re.compile(r"[^\w\s]|_")


def label(fact_type: str, fact: Fact) -> str:
    """The label that the strict and type schemes compare."""
    return str(getattr(fact, LABEL_FIELDS[fact_type]))


def plain(text: str) -> str:
    """Casefolded words without punctuation, quotes, "the" and a leading "a" or "an"."""
    words = _PUNCTUATION.sub(" ", text.casefold()).split()
    if words[:1] in (["a"], ["an"]):
        words = words[1:]
    return " ".join(word for word in words if word != "the")


def similarity(first: str, second: str) -> float:
    """Token-sort similarity (0-1) of two texts made plain."""
    return token_sort_ratio(plain(first), plain(second)) / 100


def shared_characters(gold: Fact, predicted: Fact) -> int:
    """How many characters the mentions of two facts share."""
    return sum(shared_length(g, p) for g in gold.mentions for p in predicted.mentions)


def _same_population(gold: Population, predicted: Population) -> bool:
    return (gold.value, gold.low, gold.high, gold.unit) == (
        predicted.value,
        predicted.low,
        predicted.high,
        predicted.unit,
    )


def _same_percentage(gold: Percentage, predicted: Percentage) -> bool:
    bounds = predicted.value, predicted.low, predicted.high
    return (gold.value, gold.low, gold.high) == bounds


def _names(organization: Organization) -> set[str]:
    return {plain(name) for name in (organization.name, *organization.aliases)}


def _same_organization(gold: Organization, predicted: Organization) -> bool:
    gold_name, predicted_name = plain(gold.name), plain(predicted.name)
    if gold_name == predicted_name:
        return True
    alike = (
        gold_name in _names(predicted)
        or predicted_name in _names(gold)
        or similarity(gold.name, predicted.name) >= NAME_SIMILARITY
    )
    return alike and shared_characters(gold, predicted) > 0


def _wordings(date: Date) -> set[str]:
    return {plain(mention.text) for mention in date.mentions}


def _same_date(gold: Date, predicted: Date) -> bool:
    if (gold.edtf, gold.part) != (predicted.edtf, predicted.part):
        return False
    if gold.edtf is not None:
        return True
    overlap = shared_characters(gold, predicted) > 0
    return overlap or bool(_wordings(gold) & _wordings(predicted))


_SAME_VALUE: Mapping[str, Callable[[Any, Any], bool]] = {
    "populations": _same_population,
    "percentages": _same_percentage,
    "organizations": _same_organization,
    "dates": _same_date,
}


def same_value(fact_type: str, gold: Fact, predicted: Fact) -> bool:
    """Whether two facts of one type state the same normalised value.

    Populations: value, bounds, unit. Percentages: value, bounds. Dates: EDTF and part; unresolved
    ones by overlap or wording. Organizations: equal names; or a name among the other's aliases, or
    names of `NAME_SIMILARITY`, where a mention overlaps.
    """
    return _SAME_VALUE[fact_type](gold, predicted)


def _same_text(gold: str | None, predicted: str | None) -> bool:
    if gold is None or predicted is None:
        return gold is predicted
    return plain(gold) == plain(predicted)


def _similar_text(gold: str | None, predicted: str | None) -> bool:
    if gold is None or predicted is None:
        return gold is predicted
    return similarity(gold, predicted) >= TEXT_SIMILARITY


def _same_place(gold: Place | None, predicted: Place | None) -> bool:
    if gold is None or predicted is None:
        return gold is predicted
    if gold.code and predicted.code:
        return gold.code == predicted.code
    return gold.name.casefold() == predicted.name.casefold()


def _same_leaders(gold: tuple[Leader, ...], predicted: tuple[Leader, ...]) -> bool:
    pairs = align(gold, predicted, [lambda g, p: _similar_text(g.person, p.person)])
    return len(pairs) == len(gold) == len(predicted)


def _same_names(gold: tuple[str, ...], predicted: tuple[str, ...]) -> bool:
    return {plain(name) for name in gold} == {plain(name) for name in predicted}


def _equal(gold: object, predicted: object) -> bool:
    return gold == predicted


FIELDS: Mapping[str, Mapping[str, Callable[[Any, Any], bool]]] = {
    "populations": {
        "qualifier": _equal,
        "kind": _equal,
        "group": _same_text,
        "place": _same_place,
        "time": _equal,
    },
    "percentages": {
        "qualifier": _equal,
        "kind": _equal,
        "subject": _similar_text,
        "group": _same_text,
        "place": _same_place,
        "time": _equal,
    },
    "organizations": {
        "name": _equal,
        "aliases": _same_names,
        "type": _equal,
        "place": _same_place,
        "leaders": _same_leaders,
        "founded": _equal,
    },
    "dates": {
        "kind": _equal,
        "approximate": _equal,
        "uncertain": _equal,
        "earliest": _equal,
        "latest": _equal,
    },
}


def agreeing_fields(fact_type: str, gold: Fact, predicted: Fact) -> dict[str, bool]:
    """For each field of `FIELDS`, whether two matched facts agree in it."""
    return {
        name: agree(getattr(gold, name), getattr(predicted, name))
        for name, agree in FIELDS[fact_type].items()
    }
