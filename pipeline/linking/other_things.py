"""Others that are things, like those told right before: "the state farms "Zarya", "Luch" and 46 others"."""

import re

from spacy.tokens import Doc

from pipeline.extensions import spans_of, text_of
from pipeline.normalising.context import Head, blockers

_AND = re.compile(r"(?P<quote>[\"”»])?,? and $")
_NOUN = re.compile(r"(?P<noun>[\w'-]+),? and $")
_REACH = 40


def are_other_things(doc: Doc, start: int, head: Head) -> bool:
    """Whether the number that begins at `start` counts others of names in quotes, of bodies or of things counted."""
    text = text_of(doc)
    if text[head.start : head.end] != "others":
        return False
    low = max(0, start - _REACH)
    joined, noun = _AND.search(text, low, start), _NOUN.search(text, low, start)
    if joined is None:
        return False
    of_bodies = any(body.end_char == joined.start() for body in spans_of(doc, "organizations"))
    counted = noun is not None and noun["noun"].lower() in blockers()
    return joined["quote"] is not None or of_bodies or counted
