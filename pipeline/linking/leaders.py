"""Who heads a body: the shapes of leader_shapes.jsonl, matched over paragraphs in signs.

A shape tells persons and a role, and either names the body or leaves it to the passage ("its director");
`pipeline.linking.telling` finds the body that the passage tells of.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Span

from pipeline.lexicons import Row, table, values
from pipeline.linking.people import parts_of
from pipeline.linking.shapes import Shape, bodies_named, body_meant, matches
from pipeline.linking.signs import SIGNS, Signed, led_types
from pipeline.normalising.names import person_name


@dataclass(frozen=True, slots=True)
class Leading:
    """A person who heads a body; offsets of the name in the clean text."""

    person: str
    role: str
    start: int
    end: int


def leaders_of(paragraphs: Sequence[Signed]) -> Mapping[int, tuple[Leading, ...]]:
    """The leaders of each body, by the token that its mention begins at."""
    found: dict[int, list[Leading]] = {}
    full = _full_names(paragraphs)
    for number, signed in enumerate(paragraphs):
        for told in _tellings(signed, paragraphs[:number]):
            for body in told.bodies:
                leaders = (replace(lead, person=full(lead.person)) for lead in told.leaders)
                found.setdefault(body.start, []).extend(leaders)
    return {start: tuple(sorted(leads, key=_start)) for start, leads in found.items()}


def _full_names(paragraphs: Sequence[Signed]) -> Callable[[str], str]:
    """How a surname alone is told in full: as the article's names that end with it are, where they are one."""
    told: dict[str, set[str]] = {}
    for signed in paragraphs:
        for sign in signed.at.values():
            if sign.kind == "P" and (parts := parts_of(name := person_name(sign.value.name)))[1:]:
                told.setdefault(parts[-1], set()).add(name)

    def full(name: str) -> str:
        names = told.get(name, set())
        return next(iter(names)) if len(names) == 1 else name

    return full


def _start(leading: Leading) -> int:
    return leading.start


@dataclass(frozen=True, slots=True)
class _Telling:
    """Persons told to head bodies, and where in the paragraph in signs."""

    bodies: tuple[Span, ...]
    leaders: tuple[Leading, ...]
    index: int


def _tellings(signed: Signed, earlier: Sequence[Signed]) -> list[_Telling]:
    """What a paragraph tells, each person once, by the first shape that tells of it."""
    claimed: set[int] = set()
    found: list[_Telling] = []
    if SIGNS["P"] not in signed.text:
        return found
    for shape, match in matches("leader_shapes", signed):
        persons = signed.within("P", *match.span("persons"))
        if claimed.intersection(persons) or not shape.fits(signed, match):
            continue
        told = _told(signed, shape, match, earlier, found)
        if told is not None:
            claimed.update(persons)
            found.append(told)
    return found


def _told(
    signed: Signed,
    shape: Shape,
    match: re.Match[str],
    earlier: Sequence[Signed],
    before: Sequence[_Telling],
) -> _Telling | None:
    if shape.body == "last":
        return _continued(signed, match, before)
    role = _role(signed, shape, match)
    if shape.body == "named":
        bodies = tuple(bodies_named(signed, match).values())
    else:
        meant = body_meant(signed, match, earlier, match.start("persons"), led_types(role))
        bodies = () if meant is None else (meant,)
    return _Telling(bodies, _leaders(signed, match, role), match.start()) if bodies else None


def _continued(signed: Signed, match: re.Match[str], before: Sequence[_Telling]) -> _Telling | None:
    """The next holder of the post told last: "he was followed by P"."""
    earlier = [told for told in before if told.index < match.start()]
    if not earlier:
        return None
    last = max(earlier, key=lambda told: told.index)
    return _Telling(last.bodies, _leaders(signed, match, last.leaders[0].role), match.start())


def _role(signed: Signed, shape: Shape, match: re.Match[str]) -> str:
    """The role told in the match, else that of its verb, else the shape's."""
    roles = signed.within("R", *match.span())
    if roles:
        persons = signed.within("P", *match.span("persons"))
        apart = [index for index in roles if index + 2 not in persons]
        return str(signed.at[(apart or roles)[0]].value)
    verbs = (told for verb, told in _verbs() if verb.search(match[0]))
    return next(verbs, shape.role)


@cache
def _verbs() -> tuple[tuple[re.Pattern[str], str], ...]:
    """The verbs of leading with the role of who does so."""
    return tuple((re.compile(_verb(row)), row["role"]) for row in table("leading_verbs"))


def _verb(row: Row) -> str:
    forms = [form for column in ("led", "heads", "noun") for form in values(row[column])]
    return rf"\b(?:{'|'.join(forms)})\b"


def _leaders(signed: Signed, match: re.Match[str], role: str) -> tuple[Leading, ...]:
    persons = (signed.at[i].value for i in signed.within("P", *match.span("persons")))
    return tuple(Leading(p.name, role, p.start, p.end) for p in persons)
