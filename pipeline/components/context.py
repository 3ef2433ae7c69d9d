"""`ehistory_context`: places and peoples of the lexicons, in `doc.spans["places"]` and `["groups"]`."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc, Span

from pipeline.extensions import char_span, text_of
from pipeline.lexicons import table, values
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


# People are counted in lands and towns; a river or mountain says only where something lies.
_NOWHERE = ("river", "mountain")


@cache
def _place_index() -> Mapping[str, Place]:
    index: dict[str, Place] = {}
    for row in table("places"):
        if row["kind"] in _NOWHERE:
            continue
        place = Place(name=row["name"], code=row["code"] or None)
        for form in (row["name"], *values(row["variants"])):
            index.setdefault(form.lower(), place)
    return index


@cache
def _place_pattern() -> re.Pattern[str]:
    forms = sorted(_place_index(), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, forms))})(?![\w])", re.IGNORECASE)


def _places(doc: Doc) -> Iterator[Span]:
    found = [
        (*match.span(), _place_index()[match[0].lower()])
        for match in _place_pattern().finditer(text_of(doc))
        if match[0][0].isupper()
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
def _group_index() -> Mapping[str, str]:
    index: dict[str, str] = {}
    for column in ("plural", "singular", "adjective"):
        for row in table("ethnonyms"):
            for form in values(row[column]):
                index.setdefault(form.lower(), row["group"])
    return index


@cache
def _group_pattern() -> re.Pattern[str]:
    forms = sorted(_group_index(), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, forms))})(?![\w])", re.IGNORECASE)


def _groups(doc: Doc) -> Iterator[Span]:
    for match in _group_pattern().finditer(text_of(doc)):
        if match[0][0].isupper():
            span = char_span(doc, match.start(), match.end(), "GROUP")
            span._.group = _group_index()[match[0].lower()]
            yield span


def is_people(word: str) -> bool:
    """Whether a word is the plural name of a people ("Koreans")."""
    return word.lower() in _group_index() and word.endswith("s")


def is_people_or_place(name: str) -> bool:
    """Whether a name is one of a people, a language or a place of the lexicons."""
    return name.lower() in _group_index() or name.lower() in _place_index()


def groups_in(doc: Doc, start: int, end: int) -> list[str]:
    """The peoples named between two token offsets, in order."""
    return [s._.group for s in doc.spans["groups"] if start <= s.start and s.end <= end]
