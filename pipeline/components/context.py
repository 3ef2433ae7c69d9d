"""`ehistory_context`: places and peoples of the lexicons, in `doc.spans["places"]` and `["groups"]`."""

import re
from collections.abc import Callable, Iterator
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc, Span

from pipeline.extensions import char_span, text_of
from pipeline.normalising.gazetteer import peoples, places
from pipeline.phrases import PhraseIndex, phrase_index
from pipeline.records import Place

_REGION = re.compile(
    r"(?<!\w)(?:the )?(?P<name>(?:[A-Z]|(?=north|south|east|west|central))[\w-]+(?: [A-Z][\w-]+)?)"
    r" (?P<kind>region|oblast|province|district)(?!\w)"
)


@Language.factory("ehistory_context")
def create_context(nlp: Language, name: str) -> Callable[[Doc], Doc]:  # noqa: ARG001
    """The component; it needs nothing but tokens."""
    return find_context


def find_context(doc: Doc) -> Doc:
    """Set `places` (with `_.place`) and `groups` (with `_.group`)."""
    doc.spans["places"] = list(_places(doc))
    doc.spans["groups"] = list(_groups(doc))
    return doc


@cache
def _place_index() -> PhraseIndex:
    return phrase_index(places())


def _places(doc: Doc) -> Iterator[Span]:
    found = [
        (start, end, places()[form])
        for start, end, form in _place_index().find(text_of(doc))
        if text_of(doc)[start].isupper()
    ]
    covered = [(start, end) for start, end, _ in found]
    for match in _REGION.finditer(text_of(doc)):
        if not any(s <= match.start("name") and match.end() <= e for s, e in covered):
            name = match["name"][0].upper() + match["name"][1:]
            kind = "District" if match["kind"] == "district" else "Region"
            inside = [f for f in found if match.start("name") <= f[0] and f[1] <= match.end()]
            for item in inside:
                found.remove(item)
            found.append((match.start("name"), match.end(), Place(name=f"{name} {kind}")))
    for start, end, place in sorted(found, key=lambda item: item[:2]):
        span = char_span(doc, start, end, "PLACE")
        span._.place = place
        yield span


@cache
def _group_index() -> PhraseIndex:
    return phrase_index(peoples())


def _groups(doc: Doc) -> Iterator[Span]:
    for start, end, form in _group_index().find(text_of(doc)):
        if text_of(doc)[start].isupper():
            span = char_span(doc, start, end, "GROUP")
            span._.group = peoples()[form]
            yield span


def groups_in(doc: Doc, start: int, end: int) -> list[str]:
    """The peoples named between two token offsets, in order."""
    return [s._.group for s in doc.spans["groups"] if start <= s.start and s.end <= end]
