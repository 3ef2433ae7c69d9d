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
from pipeline.linking.people import parts_of, reigns
from pipeline.linking.shapes import Shape, bodies_named, body_meant, founders_do, matches
from pipeline.linking.signs import SIGNS, Signed, is_deputy, led_types, titled_body
from pipeline.linking.telling import body_of_title
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
    end: int


def _tellings(signed: Signed, earlier: Sequence[Signed]) -> list[_Telling]:
    """What a paragraph tells, each person once, by the first shape that tells of it."""
    claimed: set[int] = set()
    found: list[_Telling] = []
    if SIGNS["P"] not in signed.text:
        return found
    for shape, match in matches("leader_shapes", signed):
        persons = signed.persons(match) if shape.persons == "told" else []
        taken = not shape.again and claimed.intersection(persons)
        if taken or not _fits(signed, shape, match, persons):
            continue
        told = _told(signed, shape, match, earlier, found)
        if told is not None:
            claimed.update(persons)
            found.append(told)
    return found


def _fits(signed: Signed, shape: Shape, match: re.Match[str], persons: Sequence[int]) -> bool:
    """Whether a match tells of founding where its shape does, and of no ruler where who reigns leads nothing."""
    reigning = not shape.rulers and any(reigns(signed.at[i].value) for i in persons)
    founding = not shape.founds or founders_do(signed, match)
    deputy = match.groupdict().get("deputy")
    lesser = deputy is not None and not is_deputy(signed.at[match.start("deputy")].value)
    return founding and not reigning and not lesser and shape.fits(signed, match)


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
    again = shape.persons == "last"
    leaders = (
        _leaders_again(signed, match, before, role) if again else _leaders(signed, match, role)
    )
    bodies = _bodies(signed, shape, match, earlier, role) if leaders else ()
    return _Telling(bodies, leaders, match.start(), match.end()) if bodies else None


def _bodies(
    signed: Signed, shape: Shape, match: re.Match[str], earlier: Sequence[Signed], role: str
) -> tuple[Span, ...]:
    """The bodies that a match names, or the one that it leaves to the passage."""
    if shape.body == "named":
        named = bodies_named(signed, shape, match).values()
        fitting = tuple(b for b in named if not shape.types or b.label_.lower() in shape.types)
        if not _of_another(match, fitting, role):
            return fitting
    if shape.body == "titled":
        land = match.groupdict().get("land") or ""
        meant = body_of_title(signed, match.start("persons"), titled_body(role), land, earlier)
    else:
        meant = body_meant(signed, match, earlier, match.start("persons"), led_types(role))
    return () if meant is None else (meant,)


def _of_another(match: re.Match[str], named: Sequence[Span], role: str) -> bool:
    """Whether who edits stands behind a body that is none of the press: "“Tan”, organ of the Committee, | editor P"."""
    if led_types(role) != {"media"} or "persons" not in match.groupdict():
        return False
    behind = match.end("bodies") <= match.start("persons")
    return behind and bool(named) and all(body.label_ in _HAVE_ORGANS for body in named)


# Types of bodies that papers are organs of.
_HAVE_ORGANS = ("ASSEMBLY", "GOVERNMENT", "PARTY")


# What parts a clause from the person that the one before it tells of.
_ANOTHER_SUBJECT = re.compile(
    rf"[{SIGNS['P']}{SIGNS['H']};]|\b(?:who|which|that|whose|where|it|they)\b"
)


def _leaders_again(
    signed: Signed, match: re.Match[str], before: Sequence[_Telling], role: str
) -> tuple[Leading, ...]:
    """The person told last in the sentence, whom a clause without subject tells of: "…, became rector of B"."""
    start = signed.sentence_start(match.start())
    earlier = [told for told in before if start <= told.index and told.end <= match.start()]
    if not earlier:
        return ()
    last = max(earlier, key=lambda told: told.end)
    active = any(SIGNS[kind] in signed.text[last.index : last.index + 1] for kind in ("P", "H"))
    if not active or _ANOTHER_SUBJECT.search(signed.text, last.end, match.start()):
        return ()
    return tuple(replace(leading, role=role) for leading in last.leaders)


def _continued(signed: Signed, match: re.Match[str], before: Sequence[_Telling]) -> _Telling | None:
    """The next holder of the post told last, no deputy's: "he was followed by P"."""
    posts = (told for told in before if not is_deputy(told.leaders[0].role))
    earlier = [told for told in posts if told.index < match.start()]
    if not earlier:
        return None
    last = max(earlier, key=lambda told: told.index)
    leaders = _leaders(signed, match, last.leaders[0].role)
    return _Telling(last.bodies, leaders, match.start(), match.end())


def _role(signed: Signed, shape: Shape, match: re.Match[str]) -> str:
    """The role told in the match, else that of its verb, else the shape's."""
    for told in ("role", "deputy"):
        if match.groupdict().get(told):
            return str(signed.at[match.start(told)].value)
    roles = signed.within("R", *match.span())
    if roles:
        persons = signed.persons(match) if "persons" in match.groupdict() else []
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
    persons = (signed.at[i].value for i in signed.persons(match))
    return tuple(Leading(p.name, role, p.start, p.end) for p in persons)
