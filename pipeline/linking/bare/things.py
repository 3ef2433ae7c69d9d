"""Bare numbers that count things, not people: "17 children's homes", "14 Greek societies", "of 300 schools 120"."""

import re
from functools import cache

from pipeline.alternatives import any_of
from pipeline.lexicons import table
from pipeline.linking.bare.numbers import Bare
from pipeline.normalising.context import blockers, noun_in
from pipeline.normalising.gazetteer import peoples


@cache
def things() -> frozenset[str]:
    """Nouns of what may have a number and is no people, and no place or time that people are counted by."""
    return (blockers() | measured("noun")) - {row["word"] for row in table("counted_places")}


@cache
def measured(use: str) -> frozenset[str]:
    """Words beside a number of no people: verbs before it ("it published 40"), or nouns."""
    return frozenset(row["word"] for row in table("measured_words") if row["use"] == use)


def is_of_things(bare: Bare) -> bool:
    """Whether a number tells how many of the things that were counted or named before it in its sentence."""
    told = _OF_THINGS.fullmatch(bare.before) or _OF_THINGS_TOLD.search(bare.before)
    if told is not None and told["thing"].lower() in blockers():
        return True
    return _series_of_things().search(bare.before) is not None


@cache
def _series_of_things() -> re.Pattern[str]:
    """What stands before a number that goes on from one of things: "it published 40 in 1970, | 60 in 1979"."""
    return re.compile(
        rf"\b(?:{any_of(measured('verb'))}) \d[\d ,.]* in \d{{4}}(?:,|;|,? and| and then) $"
    )


# "Out of 300 schools of the county | 120 remained".
_OF_THINGS = re.compile(
    r"\s{0,9}(?:Out of|Of|From) (?:the |these |its )?\d[\d ,.]*(?: (?:thousand|million))? (?P<thing>[a-z]+)"
    r"(?: (?:of|in) [^.;:,\d]{3,40})?,? (?:only |just |about |barely )?"
)
# "The mills of the town were shut: of 30 only | 7 worked".
_OF_THINGS_TOLD = re.compile(
    r"\b(?P<thing>[A-Za-z]+) (?:were|are|had been|have been) [^.;:\d]{3,40}[:;,] (?:out of|of|from) (?:the )?"
    r"(?:\d[\d ,.]{0,12}(?: (?:thousand|million))?,? (?:only |just |about |barely )?)?$"
)


# "310 households, | 1 school": who is one is no people.
_ONE = re.compile(r" [a-z]")


def is_one_thing(bare: Bare) -> bool:
    """Whether a number is one of what stands behind it."""
    return bare.match.quantity.value == 1 and bare.behind(_ONE) is not None


# "17 | children's homes": things, whoever has them.
_OWNED = re.compile(r" [a-z]+(?:['’]s|s['’]) (?P<thing>[a-z-]+)")


def has_owned_things(bare: Bare) -> bool:
    """Whether what people have stands behind a number: it counts that."""
    owned = bare.behind(_OWNED)
    return owned is not None and noun_in(owned["thing"]) is None


_OF_A_PEOPLE = re.compile(r" (?P<people>[A-Z][\w-]+) (?P<thing>[a-z]{3,}s)(?![\w'’-])")


def has_things_of_a_people(bare: Bare) -> bool:
    """Whether a plural of no people stands behind a people's adjective: "work 14 | Greek societies"."""
    told = bare.behind(_OF_A_PEOPLE)
    return (
        told is not None and told["people"].lower() in peoples() and noun_in(told["thing"]) is None
    )
