"""The places of an article, each with what it says of itself to every count and body: read once."""

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Doc, Span

from pipeline.extensions import once, sentence_of, spans_of, text_of
from pipeline.linking.surroundings import is_within, preposition
from pipeline.normalising.gazetteer import places
from pipeline.records import Place


@dataclass(frozen=True, slots=True)
class PlaceTold:
    """A place at `span`.

    `role` is what it does in its sentence: subject, object, adjective, or its preposition. `listed` where it stands in
    a list of places, `opens` where it opens its sentence, `frequent` where none is told more often.
    """

    span: Span
    value: Place
    size: str
    preposition: str
    role: str
    listed: bool
    opens: bool
    frequent: bool


def place_told(span: Span) -> PlaceTold:
    """A place with what it says of itself."""
    known: dict[tuple[int, int], PlaceTold] = once(span.doc, "places_told", dict)
    found = known.get((span.start, span.end))
    if found is None:
        found = known[span.start, span.end] = _read(span)
    return found


def _read(span: Span) -> PlaceTold:
    doc, value, before = span.doc, span._.place, preposition(span)
    return PlaceTold(
        span,
        value,
        size_of(value),
        before,
        _role(span.root.dep_) if before == "none" else before,
        _is_listed(doc, span),
        # "In Almaty …"
        span.start - sentence_of(span).start <= 2 and before == "in",
        value == most_told_place(doc),
    )


def size_of(place: Place) -> str:
    """Whether a place is a country, a republic of the union, a region, a district or a town."""
    if place.code and len(place.code) == 2:
        return "country"
    if place.name == "USSR":
        return "republic"
    return next((size for size, ends in _SIZES.items() if place.name.endswith(ends)), "town")


_SIZES = {
    "republic": ("SSR", "Republic", "Union", "Empire"),
    "region": ("Region", "Province", "Governorate", "Gubernia", "Guberniya", "Krai", "Oblast"),
    "district": ("District", "Uyezd", "Uezd", "County", "Okrug", "Volost"),
}


def region_of(town: Place) -> Place | None:
    """The region that goes by a town's name."""
    return places().get(f"{town.name.lower()} region") if size_of(town) == "town" else None


def place_role(place: PlaceTold) -> str:
    """What a place does in its sentence, or that it is in a body's name."""
    named = is_within(place.span, "organizations") and not _is_seat(place.span)
    return "body" if named else place.role


# Where a church is by its name is a place as any other: "Lutheran Church in the Republic of | Kazakhstan".
_SEAT = re.compile(r"\b[Cc]hurch in (?:the )?(?:Republic of )?$")
_SEAT_REACH = 30


def _is_seat(place: Span) -> bool:
    before = text_of(place.doc)[max(0, place.start_char - _SEAT_REACH) : place.start_char]
    return _SEAT.search(before) is not None


def _role(dep: str) -> str:
    if dep in ("nsubj", "nsubjpass"):
        return "subject"
    if dep in ("dobj", "obj", "dative"):
        return "object"
    return "adjective" if dep in ("compound", "amod", "poss", "nmod") else "other"


def _is_listed(doc: Doc, place: Span) -> bool:
    """Whether it stands in a list of places: "China, Mongolia and Iran"."""
    text, told = text_of(doc), spans_of(doc, "places")
    index = bisect_left(told, place.start, key=lambda p: p.start)
    around = told[max(0, index - 1) : index + 2]
    return any(
        text[first.end_char : second.start_char] in (", ", " and ", ", and ")
        for first, second in pairwise(around)
    )


def most_told_place(doc: Doc) -> Place | None:
    """The place told most often in the article, twice at least; titles' and awards' left out."""
    return next(iter(most_told_places(doc)), None)


def most_told_places(doc: Doc) -> tuple[Place, ...]:
    """The places told most often in the article, twice at least, by how often."""

    def most_told() -> tuple[Place, ...]:
        text = text_of(doc)
        told = (p for p in spans_of(doc, "places") if not in_title(text, p.start_char))
        counts = Counter(place._.place for place in told)
        return tuple(place for place, times in counts.most_common(_FREQUENT) if times > 1)

    return once(doc, "most_told_places", most_told)


_FREQUENT = 3


# "Heroes of the Soviet Union": a title holds a place that is none.
_TITLE_BEFORE = re.compile(
    r"\b(?:Hero|Heroes|Marshal|Artist|Ambassador|embassy|Constitution|history|History|President"
    r"|independence|Independence|government|Treaty"
    r"|[Cc]ollapse|[Dd]issolution|[Dd]isintegration|[Bb]reak-?up|[Dd]ownfall|[Ff]all) of (?:the )?(?:former )?$"
)


def in_title(text: str, start: int) -> bool:
    """Whether a place at an offset is of a title, an award or a land that fell."""
    of = text.find("of ", max(0, start - len("of the former ")), start) >= 0
    return of and _TITLE_BEFORE.search(text, max(0, start - 40), start) is not None
