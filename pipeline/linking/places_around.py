"""What the text around a count says of each place that may be its own: how near it is told, and how often."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Doc, Span

from pipeline.extensions import QUANTITY, is_covered, once, sentence_of, spans_in, spans_of
from pipeline.linking.places_told import place_told, size_of
from pipeline.linking.ranking import Option
from pipeline.linking.surroundings import step
from pipeline.records import Place

# Tokens before a count's sentence in which the nearest telling of a place is looked for.
_REACH = 150


def with_surroundings(
    options: Sequence[Option[Place | None]], span: Span, titled: Place | None
) -> list[Option[Place | None]]:
    """The options with how they are told around a count; `titled` is the place of the article's title."""
    doc, sentence = span.doc, sentence_of(span)
    places = spans_in(doc, "places", sentence.start, sentence.end)
    always = (
        f"told-beside={step(len(places))}",
        f"title={size_of(titled) if titled is not None else 'none'}",
    )
    nearest = _nearest(span, spans_in(doc, "places", max(0, sentence.start - _REACH), sentence.end))
    numbers = [
        n.start for n in spans_in(doc, "numbers", sentence.start, sentence.end) if _counts(n)
    ]
    shares = _shares(doc)
    return [
        Option(o.value, (*o.features, *always, *_around(o.value, span, nearest, numbers, shares)))
        for o in options
    ]


def _around(
    value: Place | None,
    span: Span,
    nearest: Mapping[Place, int],
    numbers: Sequence[int],
    shares: Mapping[Place, int],
) -> Iterator[str]:
    """What is said of one value; `numbers` are where the sentence's numbers begin, dates' left out."""
    if value is None:
        yield "nowhere"
        return
    yield f"place={size_of(value)}"
    yield f"tenths={shares.get(value, 0)}"
    start = nearest.get(value)
    if start is None:
        yield "apart=none"
        return
    side = "before" if start < span.start else "behind"
    yield f"apart={side}:{step(abs(start - span.start))}"
    low, high = sorted((start, span.start))
    yield f"numbers-between={sum(low < number < high for number in numbers)}"


def _counts(number: Span) -> bool:
    return number.label_ == QUANTITY and not is_covered(number, "dates")


def _nearest(span: Span, places: Sequence[Span]) -> dict[Place, int]:
    """The token at which each place is told nearest to a count."""
    found: dict[Place, int] = {}
    for place in places:
        value, start = place_told(place).value, place.start
        if value not in found or abs(start - span.start) < abs(found[value] - span.start):
            found[value] = start
    return found


def _shares(doc: Doc) -> Mapping[Place, int]:
    """How many tenths of the tellings of places each place of an article has."""

    def told() -> dict[Place, int]:
        counts = Counter(place._.place for place in spans_of(doc, "places"))
        return {place: 10 * times // counts.total() for place, times in counts.items()}

    return once(doc, "shares_of_places", told)
