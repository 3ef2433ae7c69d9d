"""Places that label the counts of a list: "in the Karaganda region – 37 938 people, Kustanai – 15 979"."""

import re

from spacy.tokens import Span

from pipeline.extensions import sentence_of, spans_in, text_of
from pipeline.linking.places_told import place_told
from pipeline.normalising.gazetteer import region_called
from pipeline.records import Place

# Between a label and its number, and before a label.
_LABELS = re.compile(r" ?[-–—:] (?:about |some |more than |over |up to |near(?:ly)? |almost )?")
_OPENS = re.compile(r"(?:^|\n|[.,;:(]| and) ?(?:and )?(?:(?:[Ii]n|[Tt]o|[Aa]t|from) )?(?:the )?$")
# "In Akmola 50 thousand people were placed, in Karaganda 33 thousand".
_LISTED = re.compile(r"(?:,|;| and|, and|, while) in (?:the )?$")
_BARELY = re.compile(r" (?:(?:about|some|more than|over|up to|nearly|almost|another) )?")
_OPENING_REACH, _TOWN_REACH = 20, 9
_OF_BOTH = re.compile(r" and (?:[a-z]+ )?$")
# "They were lodged in the regions: in Akmola – 60 330".
_AMONG_REGIONS = re.compile(r"\b(?:regions|oblasts|provinces)\b[^.;:]{0,20}:", re.IGNORECASE)
_TOWN = re.compile(r"\b(?:city|town)\b(?: of)?")


def labelled(span: Span) -> Place | None:
    """The place right before the dash that a count stands behind; a town's name among regions is its region's."""
    sentence, text = sentence_of(span), text_of(span.doc)
    before = spans_in(span.doc, "places", sentence.start, span.start)
    if not before:
        return None
    label = before[-1]
    value: Place = label._.place
    opening = max(0, label.start_char - _OPENING_REACH), label.start_char
    between = label.end_char, span.start_char
    if _LISTED.search(text, *opening) and _BARELY.fullmatch(text, *between):
        return value
    if not _LABELS.fullmatch(text, *between) or not _OPENS.search(text, *opening):
        return None
    # "From Kharkov and Moscow: 1 430": the colon goes back to both.
    if text.startswith(":", label.end_char) and _OF_BOTH.search(text, *opening):
        return None
    region = _region_meant(label) if place_told(label).size == "town" else None
    return region or value


def _region_meant(label: Span) -> Place | None:
    """The region of a town's name, where the list is one of regions and does not tell of that region besides."""
    sentence, text = sentence_of(label), text_of(label.doc)
    if _TOWN.search(text, max(0, label.start_char - _TOWN_REACH), label.end_char):
        return None
    region = region_called(label.text, label._.place)
    told = spans_in(label.doc, "places", sentence.start, sentence.end)
    others = [place for place in told if place.start != label.start]
    if region is None or any(place._.place == region for place in others):
        return None
    listed = any(place_told(p).size == "region" and _is_label(text, p) for p in others)
    return (
        region
        if listed or _AMONG_REGIONS.search(text, sentence.start_char, label.start_char)
        else None
    )


def _is_label(text: str, place: Span) -> bool:
    return _NUMBERED.match(text, place.end_char) is not None


# What makes another place of the sentence an item of the list.
_NUMBERED = re.compile(r"[^.;,:(]{0,40}?(?:[-–—:(] ?)?\d")
