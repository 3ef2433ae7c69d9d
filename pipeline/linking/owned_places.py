"""Places that one body alone is at: in brackets behind its name, before it with "'s", behind its "in" in a list.

"Gazi University (Ankara)", "Berlin's | Museum of Ethnology", "the college in Kostanay, | the Party School".
"""

import re
from bisect import bisect_right
from collections.abc import Sequence

from spacy.tokens import Span

from pipeline.extensions import text_of

_BRACKET = re.compile(r"[\"”»]? \((?:[A-Z][\w-]+, )?(?:the )?(?:city of |town of )?")
# "Institute of History (IIMK, Moscow)"
_WITH_SHORT = re.compile(r", ")
_BRACKET_ENDS = re.compile(r"[,;)]")
_POSSESSIVE = re.compile(r"['’]s ")
# How much of a bracket may stand before its place.
_REACH = len(" (Schwabisch-Gmund, the city of ")


def owner_of(bodies: Sequence[Span], starts: Sequence[int], place: Span) -> Span | None:
    """The body whose own a place is; bodies stand in order, with the offsets that they start at."""
    text = text_of(place.doc)
    if _POSSESSIVE.match(text, place.end_char):
        behind = bisect_right(starts, place.start_char)
        owned = bodies[behind : behind + 1]
        return next((b for b in owned if b.start_char == place.end_char + len("'s ")), None)
    before = bisect_right(starts, place.start_char) - 1
    if before < 0 or not _BRACKET_ENDS.match(text, place.end_char):
        return None
    body = bodies[before]
    if not 0 < place.start_char - body.end_char <= _REACH:
        return None
    in_bracket = text[body.start_char - 1 : body.start_char] == "("
    opens = _WITH_SHORT if in_bracket else _BRACKET
    return body if opens.fullmatch(text, body.end_char, place.start_char) else None


_SEATED = re.compile(r"[\"”»]? in (?:the )?(?:city of |town of )?")
# What a list goes on with, no clause: no verb and nothing that opens one.
_NO_CLAUSE = r"(?:was|were|is|are|has|had|have|which|who|that|where|when|while|also|there|its|their|it|they|\w+ed)\b"
_LISTED = re.compile(
    rf"(?: city| town)?(?: \([^()]{{1,40}}\))?(?:[,;]|,? and| [–-])(?: (?!{_NO_CLAUSE})[\w-]+){{0,8}}[ \"“«]{{1,3}}"
)


def of_listed_before(body: Span | None, place: Span, mention: Span) -> bool:
    """Whether a place is where the body before it is in a list that a mention goes on with."""
    text = text_of(place.doc)
    return (
        body is not None
        and _SEATED.fullmatch(text, body.end_char, place.start_char) is not None
        and _LISTED.fullmatch(text, place.end_char, mention.start_char) is not None
    )
