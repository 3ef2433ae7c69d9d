"""`ehistory_context`: places and peoples of the lexicons, in `doc.spans["places"]` and `["groups"]`."""

import re
from collections.abc import Callable, Iterator
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc, Span

from pipeline.extensions import char_span, text_of
from pipeline.lexicons import table, values
from pipeline.naming.listed import is_listed
from pipeline.normalising.gazetteer import peoples, places
from pipeline.phrases import PhraseIndex, phrase_index
from pipeline.records import Place

_OPENING = r"(?!(?:In|At|From|To|Of|Near|By|On|The|For|And|But|As|Into|After|Before|This|That|Each|Every)\b)"
_REGION = re.compile(
    rf"(?<!\w)(?:the )?{_OPENING}(?P<name>(?:[A-Z]|(?=north|south|east|west|central))[\w-]+(?: [A-Z][\w-]+)?)"
    r" (?P<kind>region|oblast|province|district)(?!\w)"
)
# A town or village that no lexicon lists, told with its kind: "in the village of Razumovka", "settlement Sergiopol".
_SETTLEMENT = re.compile(
    r"\b(?:village|town|city|settlement|station|aul|auls|fortress|township)s? (?:of )?"
    r"(?P<name>[A-Z][\w-]+)(?! [A-Z]|[\w'])"
)
# … or behind a preposition of place, a capital that nothing else explains.
_SOMEWHERE = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Tt]o|[Ff]rom|[Ii]nto) (?P<name>[A-Z][a-z]\w+)(?![\w'-]| [A-Z\"])"
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
    found += _unlisted(doc, [(start, end) for start, end, _ in found])
    for start, end, place in sorted(found, key=lambda item: item[:2]):
        span = char_span(doc, start, end, "PLACE")
        span._.place = place
        yield span


def _unlisted(doc: Doc, covered: list[tuple[int, int]]) -> Iterator[tuple[int, int, Place]]:
    """Places that the words before them make ones, and that nothing else is known of."""
    taken = list(covered)
    for pattern in (_SETTLEMENT, _SOMEWHERE):
        for match in pattern.finditer(text_of(doc)):
            start, end = match.span("name")
            if any(s < end and start < e for s, e in taken) or not _may_be_place(doc, start, end):
                continue
            taken.append((start, end))
            yield start, end, Place(name=match["name"])


def _may_be_place(doc: Doc, start: int, end: int) -> bool:
    token = char_span(doc, start, end, "PLACE").root
    known = token.lower_ in peoples() or token.lower_ in _calendar() or is_listed(token.text)
    return token.pos_ == "PROPN" and not known and not token.text.isupper()


@cache
def _calendar() -> frozenset[str]:
    rows = (row for row in table("date_words") if row["kind"] in ("month", "season"))
    return frozenset(word for row in rows for word in values(row["word"]))


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
