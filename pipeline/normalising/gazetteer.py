"""Look-ups of peoples and places by surface form."""

import re
from collections.abc import Mapping
from functools import cache

from pipeline.lexicons import table, values
from pipeline.phrases import PhraseIndex, phrase_index
from pipeline.records import Place

# People are counted in lands and towns; a river or mountain says only where something lies.
_NOWHERE = ("river", "mountain")
# The first variant of a place whose name is a plain word.
_PLAIN_WORD = "!"


@cache
def places() -> Mapping[str, Place]:
    """Places by surface form, lower case; "Pavlodar area" is translated for a region too."""
    index: dict[str, Place] = {}
    for row in table("places"):
        if row["kind"] in _NOWHERE:
            continue
        forms = (row["name"], *values(row["variants"]))
        for form in forms[2:] if _PLAIN_WORD in forms else forms:
            index.setdefault(form.lower(), Place(name=_named(row, form), code=row["code"] or None))
    areas = {
        f"{form.removesuffix('region')}area": place
        for form, place in index.items()
        if form.endswith(" region")
    }
    return {**areas, **index}


# A unit of the past has no modern name, so it keeps the text's: "Pavlodar uezd", "Jetysu guberniya".
_PAST_UNIT = re.compile(
    r"(?P<of>.+) (?:(?P<region>region|oblast)"
    r"|(?P<unit>uyezd|uezd|county|volost|governorate|gubernia|guberniya|province|krai|kray))",
    re.IGNORECASE,
)
# Of these one spelling is as good as another: "Kordai", "Korday".
_SPELT_FREELY = ("district", "town")
_SPELLINGS = str.maketrans("yj", "ii")


def _named(row: Mapping[str, str], form: str) -> str:
    """The name of a place that goes by a form: the row's, or the form's own where no modern name replaces it."""
    past = _PAST_UNIT.fullmatch(form) if row["kind"] == "historic" else None
    if past is not None and not past["of"].endswith("skaya"):
        return f"{past['of']} {'Region' if past['region'] else past['unit'].title()}"
    if row["kind"] in _SPELT_FREELY and _spelt(form) == _spelt(row["name"]):
        return " ".join(word[0].upper() + word[1:] for word in form.split())
    return row["name"]


def _spelt(form: str) -> str:
    return form.lower().translate(_SPELLINGS)


def region_called(name: str, town: Place) -> Place | None:
    """The region that goes by what a text calls a town, else by the town's name of today: "Akmolinsk", now Astana."""
    regions = (places().get(f"{form} region".lower()) for form in (name, town.name))
    return next(filter(None, regions), None)


@cache
def place_index() -> PhraseIndex:
    """Where a text names places."""
    return phrase_index(places())


@cache
def peoples() -> Mapping[str, str]:
    """Canonical plural of a people by surface form (plural, singular, adjective), lower case."""
    index: dict[str, str] = {}
    for column in ("plural", "singular", "adjective"):
        for row in table("ethnonyms"):
            for form in values(row[column]):
                index.setdefault(form.lower(), row["group"])
    return index


def is_people(word: str) -> bool:
    """Whether a word is the plural name of a people ("Koreans")."""
    return word.lower() in peoples() and word.endswith("s")


def is_people_or_place(name: str) -> bool:
    """Whether a name is one of a people, a language or a place of the lexicons."""
    return name.lower() in peoples() or name.lower() in places()
