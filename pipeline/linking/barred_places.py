"""Places that can't be where a body is, though its name or its sentence tells them.

"The orchestra toured Turkey", "the Turkestan-Siberian Railway", "a kolkhoz named after the Paris Commune".
"""

import re
from functools import cache

from spacy.tokens import Span

from pipeline.extensions import sentence_of, text_of
from pipeline.lexicons import table
from pipeline.normalising.gazetteer import places
from pipeline.records import Place


@cache
def _forms(reason: str) -> tuple[str, ...]:
    return tuple(row["form"] for row in table("place_blockers") if row["reason"] == reason)


@cache
def _words(reason: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_forms(reason))})\b")


def nowhere(place: Place) -> bool:
    """Whether no body is at a place: a part of the world, a camp, a state long gone."""
    return place.name in _forms("nowhere")


# "named after the Paris Commune", "of the 10th anniversary of Kazakhstan".
_HONOURED = re.compile(
    r"(?:\bnamed (?:after|for|in honou?r of) (?:the )?(?:\d+\w* |(?:[A-Z][a-z]?\. ?){1,3})?"
    r"|\b(?:anniversary|years|[Hh]ero) of (?:the )?)$"
)
_PARENT = re.compile(r"\b(?:[Bb]ranch|[Ff]ilial) of\b(?!.* (?:in|at) (?:the )?$)")
_FAR_LAND = re.compile(r"\b(?:East|West|North|South) $")
_REGIONAL = re.compile(r" (?:region|oblast|district|province|city|town)", re.IGNORECASE)


def barred_in_name(mention: Span, place: Span) -> bool:
    """Whether a place in a body's name doesn't tell where it is."""
    text = text_of(mention.doc)
    before = text[mention.start_char : place.start_char]
    return (
        _HONOURED.search(before) is not None
        or _PARENT.search(before) is not None
        or _hyphened(text, mention, place)
        or _patron(text, place)
        or _of_far_land(before, place)
        or _quoted_motto(text, mention, place)
        or _of_origin(text, place)
        or (place._.place.name == "USSR" and before.endswith(" in the "))
        or _is_acronym(mention, place)
    )


_MIXED_LETTERS = re.compile(r"\w*[a-z][A-Z]\w*")


def _is_acronym(mention: Span, place: Span) -> bool:
    """Whether what was taken for a place is but the body's short name: "at | KazNMU"."""
    return len(place) == len(mention) and _MIXED_LETTERS.fullmatch(place.text) is not None


_TOWN_BEHIND = re.compile(r" ?[-–] ?([A-Z]\w+)")


def _of_origin(text: str, place: Span) -> bool:
    """Whether a land is whose people are meant, the town behind a hyphen where they are: "Armenia-Aktau"."""
    behind = _TOWN_BEHIND.match(text, place.end_char)
    town = places().get(behind[1].lower()) if behind else None
    land = len(place._.place.code or "") == len("KZ")
    return land and town is not None and len(town.code or "") != len("KZ")


_WAY = re.compile(r"\b(?:railway|railroad|road|line|highway|canal|pipeline)\b", re.IGNORECASE)


def _hyphened(text: str, mention: Span, place: Span) -> bool:
    """Whether a place is but an end of the way that a name tells: "Turkestan-Siberian Railway"."""
    start, end = place.start_char, place.end_char
    beside = text[max(0, start - 1) : start], text[end : end + 1]
    return "-" in beside and _WAY.search(mention.text) is not None


def _patron(text: str, place: Span) -> bool:
    return place.text in _forms("patron") and not _REGIONAL.match(text, place.end_char)


def _of_far_land(before: str, place: Span) -> bool:
    """Whether a side of the world parts a name's land from the state: "East India Company"."""
    code = place._.place.code or ""
    return len(code) == len("KZ") and code != "KZ" and _FAR_LAND.search(before) is not None


def _quoted_motto(text: str, mention: Span, place: Span) -> bool:
    """Whether a place opens the quoted name of an ensemble, with no noun of bodies: "Otrar Sazy"."""
    quoted = text[mention.start_char - 1 : mention.start_char] == '"'
    opens = place.start == mention.start and len(place) < len(mention)
    whole = mention.label_ == "CULTURE" and text.startswith('"', mention.end_char)
    return quoted and opens and whole and mention[-1].lower_ not in _nouns_of_bodies()


@cache
def _nouns_of_bodies() -> frozenset[str]:
    """The words of heads: "opera" of "opera house"."""
    heads = (row["head"].lower() for row in table("organization_heads"))
    return frozenset(word for head in heads for word in head.split())


# Another verb, so that the place is no longer that of the visit: "which toured France, is based in Almaty".
_ANOTHER_VERB = re.compile(
    r"\b(?:is|are|was|were|has|had|based|located|founded|opened|created|works?|worked|moved)\b"
)


def _visited(between: str) -> bool:
    """Whether the words between a body and a place tell of a visit there."""
    visits = list(_words("visit").finditer(between))
    return bool(visits) and _ANOTHER_VERB.search(between, visits[-1].end()) is None


_EVENT_REACH = 40
# 'The book "Saryarka | kuyleri"': what opens a quoted name is no place of another's.
_IN_A_TITLE = re.compile(r' [^".!?\n]{1,60}"')


def barred_near(mention: Span, place: Span, apart: int) -> bool:
    """Whether a place told near a body is where it only was, its event was held, or a person lived."""
    text = text_of(mention.doc)
    if _IN_A_TITLE.match(text, place.end_char) and text.startswith('"', place.start_char - 1):
        return True
    if apart:
        before = text[sentence_of(place).start_char : place.start_char]
        return _words("biography").search(before) is not None
    if place.start < mention.end:
        return False
    between = text[mention.end_char : place.start_char]
    return (
        _visited(between)
        or _HONOURED.search(between) is not None
        or _event_of().search(text, max(0, mention.start_char - _EVENT_REACH), mention.start_char)
        is not None
    )


@cache
def _event_of() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_forms('event'))})s? of (?:the )?\"?$", re.IGNORECASE)
