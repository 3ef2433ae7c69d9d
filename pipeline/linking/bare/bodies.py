"""Cues of bodies and houses, of deaths, of lists told in their turn: "4,200 on its rolls", "typhus took N"."""

import re

from pipeline.extensions import text_of
from pipeline.linking.bare.numbers import CLOSED, LOST, MEMBERS, NUMBER, PLAIN, Bare
from pipeline.linking.respective import respective
from pipeline.normalising.context import PersonNoun


def on_the_rolls(bare: Bare) -> PersonNoun | None:
    """ "The combine had 4,200 on its rolls"."""
    return MEMBERS if bare.behind(_ROLLS) else None


_ROLLS = re.compile(r" on (?:its|the|their) (?:rolls?|lists?|payrolls?|staff|books)\b")


def gathered(bare: Bare) -> PersonNoun | None:
    """ "Students came out; by evening there were at least N.", "in Russia there were N in the same census"."""
    there = re.search(
        r"\bthere (?:were|are|was)(?: already| only| some| in all| altogether)? $", bare.before
    )
    if there is None:
        return None
    if bare.behind(CLOSED):
        return bare.near or bare.named
    return bare.near if bare.behind(_WHEN_OR_WHERE) else None


_WHEN_OR_WHERE = re.compile(r" (?:in|at|by|on|for)\b")


def on_each_side(bare: Bare) -> PersonNoun | None:
    """ "With N on each side": of two armies; "two columns, of N each"."""
    text, end = text_of(bare.doc), bare.match.end
    each = _BODIES_OF.search(bare.before) and _EACH.match(text, end)
    return MEMBERS if each or _SIDES.match(text, end) else None


_BODIES_OF = re.compile(
    r"\b(?:columns|companies|detachments|groups|teams|brigades|squads|parties|shifts|classes|armies|regiments|hundreds),?"
    r" (?:of|with) $"
)
_EACH = re.compile(r" each\b")
_SIDES = re.compile(r" (?:on|from) (?:each|either|both) sides?\b")


def in_turn(bare: Bare) -> PersonNoun | None:
    """ "Tatars and Uyghurs followed with N and M respectively": the people that answers the number."""
    told = bare.behind(_IN_TURN)
    named = respective(bare.number, "groups") if told else None
    return PersonNoun(None, named._.group, "persons", ethnic=True) if named else None


_IN_TURN = re.compile(
    rf"(?:(?:, | and |, and ){NUMBER}){{0,4}},? (?:respectively|correspondingly|accordingly)\b"
)


def taken_by(bare: Bare) -> PersonNoun | None:
    """ "Typhus took N in our street"."""
    return LOST if _TAKEN_BY.search(bare.before) else None


_TAKEN_BY = re.compile(
    r"\b(?:typhus|typhoid|cholera|plague|smallpox|scurvy|measles|dysentery|tuberculosis|epidemic|hunger|famine|disease"
    r"|illness|frost|avalanche|earthquake) (?:has |had |alone )?(?:took|taken|carried off|claimed|mowed down|destroyed)"
    r" (?:away |another |already |only )?$",
    re.IGNORECASE,
)


def housed(bare: Bare) -> PersonNoun | None:
    """ "A town which had housed N"; not what a building houses few of."""
    return PLAIN if bare.match.multiplied and _HOUSED.search(bare.before) else None


_HOUSED = re.compile(
    r"\b(?:town|city|settlement|village|district|barracks)\b[^.;]{0,60},? (?:which|that) (?:had )?(?:once )?"
    r"(?:housed|sheltered|held|was home to|been home to) $"
)
