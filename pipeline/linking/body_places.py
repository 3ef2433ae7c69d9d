"""Where a body is: a place in its name, beside a mention, before it, of the whole article, or none.

Notes for a newcomer: the options of a body are every place near any of its mentions, each told by what it is to
that mention; the weights of models/weights/body_place.tsv say how much such a place is to be believed. "Union of
Writers of Kazakhstan" is in Kazakhstan, unless a sentence tells of it in Almaty.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Span

from pipeline.anchors import Demanding
from pipeline.extensions import columns, spans_in, spans_of, text_of
from pipeline.lexicons import table
from pipeline.linking.barred_places import barred_in_name, barred_near, nowhere
from pipeline.linking.owned_places import of_listed_before, owner_of
from pipeline.linking.places_told import PlaceTold, place_role, place_told, size_of
from pipeline.linking.ranking import Option, chosen
from pipeline.linking.surroundings import inside, paragraph_of, relation
from pipeline.linking.unlisted import lettered_state, meant, unlisted, whole_region
from pipeline.records import Place

Options = Iterator[Option[Place | None]]

# Sentences of a paragraph before and after a mention whose places may be the body's, and how many of the
# article's most told places may.
_BACK, _AHEAD = 3, 1
# Characters between the two at most: in a list of hundreds of bodies the places farther off are others', and what is
# looked for between them takes time that grows with the cube of the list.
_FARTHEST = 600
_FREQUENT = 3


@dataclass(frozen=True, slots=True)
class Setting:
    """An article's bodies, the places told most often in it by rank, and those of its first line, both in order.

    `of_article` keeps what these make of bodies of a kind.
    """

    doc: Doc
    bodies: tuple[Span, ...]
    body_starts: tuple[int, ...]
    place_starts: tuple[int, ...]
    common: Mapping[Place, int]
    titled: Mapping[Place, None]
    of_article: dict[str, Sequence[Option[Place | None]]]

    @property
    def places(self) -> tuple[Span, ...]:
        """Every place told in the article."""
        return spans_of(self.doc, "places")

    def weight(self, place: Place, where: str) -> Iterator[str]:
        """Features of what the article at large says for a place."""
        rank = self.common.get(place)
        if rank is not None:
            yield f"common{rank}:{where}"
        if place in self.titled:
            yield f"title:{where}"

    def place_between(self, start: int, end: int) -> bool:
        """Whether a place is told between two offsets."""
        return _first_between(self.places, self.place_starts, start, end) is not None

    def bodies_between(self, start: int, end: int) -> int:
        """How many bodies are told between two offsets."""
        first = bisect_left(self.body_starts, start)
        inside = self.bodies[first : bisect_left(self.body_starts, end, lo=first)]
        return sum(body.end_char <= end for body in inside)

    def body_before(self, place: Span) -> Span | None:
        """The body that begins last before a place, or at it."""
        before = bisect_right(self.body_starts, place.start_char)
        return self.bodies[before - 1] if before else None

    def in_body(self, place: Span) -> bool:
        """Whether a place is part of a body's name; no two bodies share words."""
        body = self.body_before(place)
        return body is not None and inside(body, place)

    def owner(self, place: Span) -> Span | None:
        """The body that alone is at a place, where the words beside it say so."""
        return owner_of(self.bodies, self.body_starts, place)

    def around(self, mentions: Sequence[Span]) -> dict[int, tuple[Span, list[Span]]]:
        """The places of the paragraphs that hold mentions, in order, each with the mentions of its paragraph."""
        found: dict[int, tuple[Span, list[Span]]] = {}
        for mention in mentions:
            start, end = paragraph_of(self.doc, mention.start_char)
            first = bisect_left(self.place_starts, start)
            for i in range(first, bisect_left(self.place_starts, end, lo=first)):
                found.setdefault(i, (self.places[i], []))[1].append(mention)
        return dict(sorted(found.items()))


def _first_between(
    spans: Sequence[Span], starts: Sequence[int], low: int, high: int
) -> Span | None:
    """The first of some spans that begins and ends between two offsets."""
    for span in spans[bisect_left(starts, low) :]:
        if span.start_char >= high:
            break
        if span.end_char <= high:
            return span
    return None


def setting_of(doc: Doc, bodies: Sequence[Span]) -> Setting:
    """What the options of all bodies of an article are made from."""
    places = spans_of(doc, "places")
    counts = Counter(place._.place for place in places)
    common = {place: rank for rank, (place, _) in enumerate(counts.most_common(_FREQUENT))}
    _, end = paragraph_of(doc, 0)
    titled = dict.fromkeys(p._.place for p in places if p.start_char < end)
    return Setting(
        doc,
        tuple(bodies),
        tuple(body.start_char for body in bodies),
        tuple(place.start_char for place in places),
        common,
        titled,
        {},
    )


def place_of_body(setting: Setting, mentions: Sequence[Span]) -> Place | None:
    """Where the body is that the mentions name."""
    return chosen(body_place_options(setting, mentions), "body_place")[0]


def body_place_options(setting: Setting, mentions: Sequence[Span]) -> list[Option[Place | None]]:
    """Every place that may be the body's, and none."""
    kind = mentions[0].label_.lower()
    beside = _beside(setting, mentions)
    named = [*_inside(setting, mentions, kind), *_around(setting, beside)]
    hosts = _hosts(setting, mentions, beside)
    if hosted := [option for option in named if option.value in hosts]:
        return hosted
    told = {option.value for option in named}
    # What is told in the names or near them of no place of the body.
    barred = {place_told(one.place).value for one in beside if one.barred} - told
    others = [
        option
        for option in (
            *meant(mentions, kind),
            *unlisted(mentions, kind),
            *_kept_of_article(setting, kind),
        )
        if option.value not in barred and not (option.value and nowhere(option.value))
    ]
    within = any("in" in option.features for option in named)
    near = any("near" in option.features for option in named)
    both = f"in={within}:near={near}"
    none = ("none", f"none:{kind}", f"none:in={within}", f"none:near={near}", f"none:{kind}:{both}")
    return [*named, *others, Option(None, none)]


@dataclass(frozen=True, slots=True)
class _Beside:
    """A place of the paragraphs that name a body: the mentions there, those near enough that it may be of, whether
    any tells that it is not, and whether it is that body's own."""

    place: Span
    told_with: Sequence[Span]
    near: Sequence[Span]
    barred: bool
    own: bool


def _beside(setting: Setting, mentions: Sequence[Span]) -> list[_Beside]:
    found: list[_Beside] = []
    for place, told_with in setting.around(mentions).values():
        owner = setting.owner(place)
        own = owner is not None and any(mention.start == owner.start for mention in told_with)
        if owner is not None and not own:
            continue
        reached = [
            m for m in told_with if _in_reach(m, place) and not _of_another(setting, place, m)
        ]
        near = [mention for mention in reached if not _is_barred(mention, place)]
        found.append(_Beside(place, told_with, near, len(near) < len(reached), own))
    return found


def _of_another(setting: Setting, place: Span, mention: Span) -> bool:
    before = place.end_char <= mention.start_char
    return before and of_listed_before(setting.body_before(place), place, mention)


# Bodies that sit in another land than the one they are of.
_ENVOY = re.compile(
    r"(?:[A-Z]\w+ )?(?:Embassy|Consulate|Diplomatic Mission|Trade Mission)\b", re.IGNORECASE
)
_HOST = re.compile(r" (?:in|at) (?:the )?(?:[A-Z][a-z]+ of )?$")


def _hosts(setting: Setting, mentions: Sequence[Span], beside: Sequence[_Beside]) -> set[Place]:
    """Where a body says that it is: in brackets, an owner ("Berlin's Museum"), an embassy's "in"."""
    text = text_of(setting.doc)
    envoys = [mention for mention in mentions if _ENVOY.match(mention.text)]
    places = ((m, place) for place, ms in setting.around(envoys).values() for m in ms)
    return {one.place._.place for one in beside if one.own} | {
        place._.place
        for mention, place in places
        if place.start > mention.start
        and _HOST.search(text, mention.start_char, place.start_char)
        and (inside(mention, place) or _HOST.fullmatch(text, mention.end_char, place.start_char))
    }


def _is_barred(mention: Span, place: Span) -> bool:
    if nowhere(place_told(place).value):
        return True
    if inside(mention, place):
        return barred_in_name(mention, place)
    return barred_near(mention, place, _apart(mention, place))


def _inside(setting: Setting, mentions: Sequence[Span], kind: str) -> Options:
    """Places in the names; one told by several mentions counts once."""
    told: set[Place] = set()
    for mention in mentions:
        told_in = spans_in(setting.doc, "places", mention.start, mention.end)
        found = [p for p in told_in if inside(mention, p) and not _is_barred(mention, p)]
        for place in found:
            region = whole_region(place)
            order = "last" if place.start == found[-1].start else "first"
            part = _part_of_name(mention, place)
            for value in (place._.place, *([region] if region else ())):
                if value not in told:
                    told.add(value)
                    size = size_of(value)
                    features = (
                        *("in", f"in:{part}", f"in:{part}:{kind}", f"in:{part}:{size}"),
                        *(f"in:{order}", f"in:{order}:{size}", f"in:{kind}:{size}"),
                        *([f"in:regional:{size}", f"in:regional:{kind}:{size}"] if region else ()),
                    )
                    yield Option(value, (*features, *setting.weight(value, "in")))
    yield from lettered_state(mentions, kind)


def _part_of_name(mention: Span, place: Span) -> str:
    """Whether a place is the whole name, opens it, is its "of" tail, or stands elsewhere."""
    if len(place) == len(mention):
        return "whole"
    if place.start == mention.start:
        return "front"
    words = columns(mention.doc).lowers
    before = [word for word in words[mention.start : place.start] if word != "the"]
    if before and before[-1] in ("of", "in", "at", "for"):
        return before[-1]
    return "after" if "named" in words[mention.start : mention.end] else "middle"


def _around(setting: Setting, beside: Sequence[_Beside]) -> Options:
    """Places of the paragraphs that name the body, told by the mention that stands nearest."""
    for one in beside:
        if one.near and not any(inside(mention, one.place) for mention in one.told_with):
            told = place_told(one.place)
            yield Option(told.value, tuple(_features(setting, _nearest(one), told)))


def _nearest(beside: _Beside) -> Span:
    place = beside.place
    return min(beside.near, key=lambda m: (_apart(m, place), abs(m.start - place.start)))


def _apart(mention: Span, place: Span) -> int:
    """How many sentences lie between: breaks that the parser sees inside a name are none."""
    first, second = (place, mention) if place.start < mention.start else (mention, place)
    start = first.start if first is place else first.end
    opened = columns(mention.doc).opened
    return opened[second.start] - opened[start] if second.start > start else 0


def _in_reach(mention: Span, place: Span) -> bool:
    far = max(place.start_char - mention.end_char, mention.start_char - place.end_char) > _FARTHEST
    return not far and _apart(mention, place) <= (_BACK if place.start < mention.start else _AHEAD)


def _features(setting: Setting, mention: Span, place: PlaceTold) -> Iterator[str]:
    """What a place told near a mention is to it."""
    apart = _apart(mention, place.span)
    before = place.span.end <= mention.start
    where = "same" if apart == 0 else f"back{apart}" if before else "next"
    role = "body" if setting.in_body(place.span) else place_role(place)
    yield from ("near", f"near:{where}", f"near:{where}:{role}")
    yield f"near:{where}:{place.size}"
    yield from setting.weight(place.value, where)
    if apart == 0:
        yield from _in_sentence(setting, mention, place)
    else:
        last = not setting.place_between(place.span.end_char, mention.start_char)
        yield f"near:{where}:opens={place.opens}"
        yield f"near:{where}:last={last}"


_BESIDE = re.compile(
    r"[\")]* (?:\([^()]{1,30}\) )?(?P<word>in|of|at|from|near|for) (?:the )?(?:[a-z]+ ){0,2}(?:of )?"
)
_BEFORE = re.compile(r"(?:'s)? (?:[a-z-]+ ){0,3}[\"]?")


@cache
def _founding() -> Demanding[str]:
    forms = (row["form"] for row in table("founding_verbs"))
    return Demanding((form, re.compile(form, re.IGNORECASE), form) for form in forms)


def _in_sentence(setting: Setting, mention: Span, place: PlaceTold) -> Iterator[str]:
    """How a place of the mention's own sentence stands to it."""
    before = place.span.end <= mention.start
    first, second = (place.span, mention) if before else (mention, place.span)
    start, end = first.end_char, second.start_char
    side, between = "before" if before else "after", text_of(setting.doc)[start:end]
    others = setting.bodies_between(start, end)
    yield from (f"at:{feature}" for feature in relation(mention, place.span))
    yield f"at:{side}:bodies={min(others, 2)}"
    yield f"at:{side}:role={place.preposition}:bodies={min(others, 1)}"
    if not before and (beside := _BESIDE.fullmatch(between)):
        yield f"at:beside={beside['word']}"
    if before and place.preposition == "none" and _BEFORE.fullmatch(between):
        yield "at:adjective"
        # "Kazakhstan's | Statistics Agency"
        if between.startswith("'s"):
            yield "at:owner"
    if any(pattern.search(between) for _, pattern in _founding().possible(between)):
        yield f"at:{side}:founded:{place.preposition}"
    if place.opens:
        yield f"at:opens:bodies={min(others, 1)}"
    if not setting.place_between(start, end):
        yield f"at:{side}:nearest"


def _kept_of_article(setting: Setting, kind: str) -> Sequence[Option[Place | None]]:
    if kind not in setting.of_article:
        setting.of_article[kind] = tuple(_of_article(setting, kind))
    return setting.of_article[kind]


def _of_article(setting: Setting, kind: str) -> Options:
    """The places told most often in the article, and those of its title."""
    for place in dict.fromkeys((*setting.titled, *setting.common)):
        size = size_of(place)
        rank = setting.common.get(place, "none")
        title = place in setting.titled
        features = (
            *("article", f"article:{size}", f"article:{kind}:{size}"),
            *(f"article:rank={rank}", f"article:rank={rank}:{size}"),
            *(f"article:title={title}", f"article:title={title}:{size}"),
        )
        yield Option(place, features)
