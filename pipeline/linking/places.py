"""The place where a count or share holds, chosen among the places told in and before its sentence."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Span

from pipeline.extensions import columns, once, sentence_of, spans_in, spans_of, text_of
from pipeline.linking.encoder.blocks import Block
from pipeline.linking.encoder.judging import judged
from pipeline.linking.labelling_places import labelled
from pipeline.linking.places_around import with_surroundings
from pipeline.linking.places_told import (
    PlaceTold,
    in_title,
    most_told_places,
    place_role,
    place_told,
    region_of,
    size_of,
)
from pipeline.linking.previous import with_previous
from pipeline.linking.ranking import Option
from pipeline.linking.respective import respective
from pipeline.linking.surroundings import (
    first_told,
    inside,
    lead_in,
    position_of,
    preposition,
    relation,
    standing,
    title_of,
    told_near,
)
from pipeline.linking.told_places import is_of_part, tied
from pipeline.normalising.gazetteer import place_index, places
from pipeline.records import Place

# "The Petersburg treaty": where an act was signed holds no people.
_NAMES_ACT = re.compile(
    r" (?:treaty|contract|agreement|protocol|peace|convention|pact)\b", re.IGNORECASE
)
_SENTENCES_BACK = 6
# Words that stand for a place told before, and the kinds of place they can stand for.
_ANAPHORS = {
    "republic": ("country", "republic"),
    "country": ("country", "republic"),
    "city": ("town",),
    "town": ("town",),
    "settlement": ("town",),
    "village": ("town",),
    "region": ("region",),
    "oblast": ("region",),
    "province": ("region",),
    "area": ("region",),
    "regional": ("region",),
    "district": ("district",),
    "here": ("town", "region", "district"),
    "there": ("town", "region", "district"),
}


def place_of(doc: Doc, span: Span, kind: str, previous: Span | None) -> Place | None:
    """Where a count holds; for `moved` the place people came to, else the one they left."""
    named = respective(span, "places")
    if named is not None:
        return named._.place  # type: ignore[no-any-return]
    return (
        tied(doc, span, previous)
        or labelled(span)
        or judged(span, place_options(doc, span, kind, previous), "place", places_in)
    )


def places_in(doc: Doc, block: Block) -> list[tuple[Span, Place]]:
    """The places of a block."""
    return [(place, place_told(place).value) for place in block.spans(doc, "places")]


def place_options(
    doc: Doc, span: Span, kind: str, previous: Span | None
) -> list[Option[Place | None]]:
    """Every place that may be the count's, and none; `previous` is the count or share before it."""
    beside = _beside(doc, span)
    named: list[Option[Place | None]] = [
        Option(place.value, tuple(_features(span, place, kind, beside)))
        for place in _near(doc, span)
    ]
    told = [*named, *_anaphors(doc, span, kind)]
    signs = _Signs(
        local=any("here=same" in option.features for option in named),
        named=bool(named),
        meant=len(told) > len(named),
        row=lead_in(doc, span.start_char) is not None,
    )
    none: Option[Place | None] = Option(None, _features_of_none(kind, signs))
    options = with_previous([*told, *_of_article(doc, told, signs), none], span, previous, "place")
    return with_surroundings(options, span, _titled(doc, _SIZES))


@dataclass(frozen=True, slots=True)
class _Signs:
    """What is told around a count: a place in its sentence, or near, or by "the town"; whether it is a list's row."""

    local: bool
    named: bool
    meant: bool
    row: bool


def _of_article(
    doc: Doc, told: Sequence[Option[Place | None]], signs: _Signs
) -> Iterator[Option[Place | None]]:
    """What the whole article tells of: the first place that its title names, and those it tells of most often."""
    titled, frequent = _titled(doc, _SIZES), most_told_places(doc)
    named = [("title", titled), *zip(("frequent", "second", "third"), frequent, strict=False)]
    for name, place in named:
        if place is None or (name != "title" and place == titled):
            continue
        said = any(option.value == place for option in told)
        both = titled in frequent[:1]
        yield Option(place, _features_of_article(name, size_of(place), signs, both, said))


@cache
def _features_of_article(
    name: str, size: str, signs: _Signs, both: bool, said: bool
) -> tuple[str, ...]:
    """What speaks for a place of the whole article: `both` in title and most told, `said` near the count as well."""
    return (
        name,
        f"{name}={size}",
        f"{name}={size}:named={signs.named}:{signs.row}",
        f"{name}:local={signs.local}",
        f"{name}:named={signs.named}",
        f"{name}:meant={signs.meant}",
        f"{name}:row={signs.row}",
        f"{name}:both={both}",
        f"{name}:told={said}",
    )


def _features_of_none(kind: str, signs: _Signs) -> tuple[str, ...]:
    """What speaks for a count that holds at no place."""
    return (
        "none",
        f"none:{kind}",
        f"none:local={signs.local}:{kind}",
        f"none:named={signs.named}:{signs.row}",
        f"none:named={signs.named}:meant={signs.meant}",
    )


_SIZES = ("country", "republic", "region", "district", "town")


def _near(doc: Doc, span: Span) -> list[PlaceTold]:
    """Places of the sentence and of the paragraph before it, titles' and awards' left out."""
    return [
        place_told(place)
        for place in told_near(span, "places", _SENTENCES_BACK)
        if not inside(span, place)
        and not in_title(text_of(doc), place.start_char)
        and not _NAMES_ACT.match(text_of(doc), place.end_char)
        and not is_of_part(span, place)
    ]


def _beside(doc: Doc, span: Span) -> list[Span]:
    """The places of a count's sentence."""
    sentence = sentence_of(span)
    told = spans_in(doc, "places", sentence.start, sentence.end)
    return [place for place in told if inside(sentence, place)]


def _features(span: Span, place: PlaceTold, kind: str, beside: Sequence[Span]) -> Iterator[str]:
    """What speaks for a place; `beside` are the places of the count's sentence."""
    moved = "moved" if kind == "moved" else "still"
    near, here = standing(span, place.span)
    yield f"here={here}"
    yield f"size={place.size}"
    role = place_role(place)
    yield f"role={role}:{near}"
    yield f"role={role}:{near}:{moved}"
    yield f"kind={kind}:{near}"
    if place.listed:
        yield f"list:{near}"
    if place.frequent:
        yield f"frequent:{near}"
    yield from _topic(span, place, near)
    if near == "same":
        yield from relation(span, place.span)
        yield from _nearest(span, place.span, beside)
    else:
        yield f"back:size={place.size}"
        yield f"back:last={_is_last(span, place.span)}"


def _topic(span: Span, place: PlaceTold, near: str) -> Iterator[str]:
    """Whether the paragraph, up to the count, tells of this place first, or of it alone."""
    low = position_of(span).paragraph
    first, other = first_told(span.doc, "places", low, lambda p: p._.place)
    if first is None or first.start_char >= span.start_char:
        return
    if first.start == place.span.start:
        yield f"first:{near}"
    if other >= span.start_char and place_told(first).value == place.value:
        yield f"alone:{near}"


def _nearest(span: Span, place: Span, beside: Sequence[Span]) -> Iterator[str]:
    """Whether no other place of the sentence stands nearer on this side, or on any."""
    others = [p for p in beside if p.start != place.start]
    before = place.end <= span.start
    if before and not any(place.start < p.start < span.start for p in others):
        yield "nearest=before"
    if not before and not any(span.end <= p.start < place.start for p in others):
        yield "nearest=after"
    if not others:
        yield "only"


def _is_last(span: Span, place: Span) -> bool:
    return not spans_in(span.doc, "places", place.start + 1, sentence_of(span).start)


def _anaphors(doc: Doc, span: Span, kind: str) -> Iterator[Option[Place | None]]:
    """What "the republic", "the town", "here" of the count's sentence stand for."""
    sentence = sentence_of(span)
    for i in _anaphors_in(doc, sentence.start, sentence.end):
        article = None if span.start <= i < span.end else _article(doc, i)
        if article is not None:
            mark = doc[i : i + 1]
            beside = (f"{preposition(mark)}:{kind}", *relation(span, mark))
            yield from _meant(doc, i, article, position_of(span).paragraph, beside)
    yield from _meant_above(doc, span)


def _meant(
    doc: Doc, index: int, article: str, paragraph: int, beside: Sequence[str]
) -> Iterator[Option[Place | None]]:
    """The place told last that a word can stand for, the one of the title, the region that a town gives its name."""
    word = columns(doc).lowers[index]
    sizes = _ANAPHORS[word]
    kind = "here" if len(sizes) > 2 else word if word == "regional" else sizes[0]
    earlier, titled = _last_of(doc, sizes, index), _titled(doc, sizes)
    told = earlier._.place if earlier is not None else None
    if told is None and titled is None and word == "republic":
        told = places()["kazakhstan"]
    near = earlier is not None and earlier.start_char >= paragraph
    namesake = _namesake(doc, index) if sizes == ("region",) else None
    role, *related = beside
    for name, place in (("meant", told), ("titled", titled), ("namesake", namesake)):
        if place is not None and (name == "meant" or place != told):
            marks = (f"{kind}:{article}", f"{role}", f"near={near}", f"told={told is not None}")
            yield Option(place, (name, *(f"{name}={mark}" for mark in marks), *related))


def _namesake(doc: Doc, index: int) -> Place | None:
    """The region that goes by the title's town, or else by the one told last."""
    last = _last_of(doc, ("town",), index)
    towns = (_titled(doc, ("town",)), last._.place if last is not None else None)
    return next((region for town in towns if town and (region := region_of(town))), None)


def _titled(doc: Doc, sizes: tuple[str, ...]) -> Place | None:
    """The first place of some sizes that the article's title names."""
    title = title_of(doc)
    if not title:
        return None
    told: list[Place] = once(
        doc,
        "titled_places",
        lambda: [
            places()[form] for start, _, form in place_index().find(title) if title[start].isupper()
        ],
    )
    return next((place for place in told if size_of(place) in sizes), None)


def _meant_above(doc: Doc, span: Span) -> Iterator[Option[Place | None]]:
    """What "the city" of the paragraph that leads in to a list stands for: "The population of the city by years:"."""
    lead = lead_in(doc, span.start_char)
    if lead is None:
        return
    starts, words = columns(doc).starts, columns(doc).lowers
    for i in _anaphors_in(doc, *(bisect_left(starts, offset) for offset in lead)):
        sizes = _ANAPHORS[words[i]]
        earlier = _last_of(doc, sizes, i)
        if earlier is not None:
            yield Option(earlier._.place, ("meant:lead", f"meant:lead={sizes[0]}"))


def _anaphors_in(doc: Doc, start: int, end: int) -> list[int]:
    """The tokens of a stretch that may stand for a place."""
    found = once(
        doc, "anaphors", lambda: [i for i, w in enumerate(columns(doc).lowers) if w in _ANAPHORS]
    )
    return found[bisect_left(found, start) : bisect_left(found, end)]


def _last_of(doc: Doc, sizes: tuple[str, ...], before: int) -> Span | None:
    """The last place of some sizes told before a token; no empire or union of republics is "the republic"."""
    told = once(
        doc,
        f"places_{'_'.join(sizes)}",
        lambda: [
            p
            for p in spans_of(doc, "places")
            if place_told(p).size in sizes and place_told(p).value.name not in _OF_MANY_LANDS
        ],
    )
    index = bisect_left(told, before, key=lambda p: p.start)
    return told[index - 1] if index else None


def _article(doc: Doc, index: int) -> str | None:
    """How a word stands for a place told: behind "the" or its like, with no need of it, or bare as in translations."""
    table = columns(doc)
    word, behind = table.lowers[index], table.lowers[index + 1 : index + 2]
    if word in ("here", "there"):
        return None if behind and table.pos[index + 1] == "AUX" else "none"
    before = table.lowers[max(0, index - 2) : index]
    if word == "regional":
        return None if before and doc[index - 1].is_title and before[-1] != "the" else "none"
    if behind in (["of"], ["'s"]):
        return None
    if not _DEFINITE.isdisjoint(before):
        return "the"
    return "bare" if before and before[-1] in _LEFT_BARE else None


_LEFT_BARE = frozenset(("in", "of", "to", "from", "across", "over", "on"))
_OF_MANY_LANDS = ("USSR", "Russian Empire", "Soviet Russia", "RSFSR")
_DEFINITE = frozenset(("the", "our", "this", "that"))
