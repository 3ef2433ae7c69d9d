"""When a body came into being: the shapes of founding_shapes.jsonl, matched over paragraphs in signs.

A shape tells a verb of founding and its body, named or meant ("it was founded"); the date is in the shape, in
brackets behind the name, or the verb's nearest in its clause.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Span

from pipeline.linking.shapes import Shape, bodies_named, body_meant, matches
from pipeline.linking.signs import SIGNS, Signed
from pipeline.normalising.edtf import bare

# Kinds of date that are no time of founding; of relative ones only "ten years ago" is.
_NEVER = ("recurring", "period")


def founded_in(paragraphs: Sequence[Signed]) -> Mapping[int, str]:
    """When each body came into being, bare EDTF, by the token that its mention begins at."""
    found: dict[int, str] = {}
    shown: dict[int, str] = {}
    for number, signed in enumerate(paragraphs):
        for body, verb, edtf in _told(signed, paragraphs[:number]):
            to_guests = _TO_GUESTS.match(signed.text, verb + 1)
            (shown if to_guests else found).setdefault(body.start, edtf)
    return shown | found


# What "was opened to the public" may have been founded before.
_TO_GUESTS = re.compile(r" (?:to|for) (?:the )?(?:public|visitors|guests|readers|spectators)\b")


def _told(signed: Signed, earlier: Sequence[Signed]) -> Iterator[tuple[Span, int, str]]:
    """What a paragraph tells, with the verb's place, each verb once, by the first shape that tells of it."""
    claimed: set[int] = set()
    for shape, match in matches("founding_shapes", signed):
        verb = match.start("date" if "date" in match.groupdict() else "verb")
        if verb in claimed or not _fits(signed, shape, match, verb):
            continue
        bodies = _bodies(signed, shape, match, earlier, verb)
        claimed.update((verb,) if bodies else ())
        for place, body in bodies.items():
            if _issued(signed, verb, body):
                continue
            edtf = _own_date(signed, place) or _date(signed, verb, _end(signed, shape, verb))
            if edtf is not None:
                yield body, verb, edtf


def _fits(signed: Signed, shape: Shape, match: re.Match[str], verb: int) -> bool:
    voiced = not shape.voices or _said_by(signed, verb, "voice") in shape.voices
    reckoned = _RECKONED.match(signed.text, verb + 1) is not None
    return voiced and not reckoned and not _only_planned(signed, verb) and shape.fits(signed, match)


# "Founded two years before" is not of the date that it is reckoned from.
_RECKONED = re.compile(r" (?:only |just )?(?:[\w-]+ ){1,3}(?:earlier|before|later)\b")


# A paper on what is still to open tells no date of it: "the decision to open B was taken in 1925".
_PLANNED = re.compile(
    r"\b(?:decision|decree|resolution|order|plan|permission|proposal|project|petition|request|law|edict)s?"
    r" (?:to|on|about|of|for|concerning) (?:the )?$"
)
_DECIDED = re.compile(r"\b(?:decided|planned|proposed|wanted|intended|promised|agreed) to $")
_PLANNED_REACH = 30


def _only_planned(signed: Signed, verb: int) -> bool:
    before = signed.text[max(0, verb - _PLANNED_REACH) : verb]
    planned = _said_by(signed, verb, "sense") == "opens" and _PLANNED.search(before) is not None
    return planned or _DECIDED.search(before) is not None


def _said_by(signed: Signed, verb: int, column: str) -> str:
    """What the row of a verb of founding says of it; nothing of a date."""
    sign = signed.at[verb]
    return str(sign.value[column]) if sign.kind == "F" else ""


def _bodies(
    signed: Signed, shape: Shape, match: re.Match[str], earlier: Sequence[Signed], verb: int
) -> dict[int, Span]:
    """The bodies of a match by their places; a body that is only meant has the place before all."""
    if shape.body == "named":
        return bodies_named(signed, shape, match)
    meant = body_meant(signed, match, earlier, verb)
    return {} if meant is None else {-1: meant}


def _issued(signed: Signed, verb: int, body: Span) -> bool:
    """Whether the press alone is told of by the verb ("came out") of another body."""
    return _said_by(signed, verb, "voice") == "press" and body.label_ != "MEDIA"


_OWN = re.compile(rf" ?\((?:in )?{SIGNS['D']}\)")


def _own_date(signed: Signed, body: int) -> str | None:
    """The date in brackets right behind a name."""
    match = _OWN.match(signed.text, body + 1) if body >= 0 else None
    return _begun(_bare(signed, match.end() - 2)) if match else None


def _begun(edtf: str | None) -> str | None:
    """The first year of the years that a body existed, "(1888-1902)"; no days or months, when it sat."""
    first, _, last = (edtf or "").partition("/")
    return None if last and len(first) > len("1888") else first or None


# A clause's end between a verb and a date; ", in D" belongs to the verb still.
_CLAUSE = re.compile(
    r";|: |, (?:and|but|where|(?:(?:on|in|at|to) )?which|who|whose|when|while|though|although|its|it|in it|at it"
    r"|by|from|the)\b"
    r"| and (?:in|on|by|since|from|until|till|up to)\b"
    # "… beside the barracks that the 5th Division had left in D"
    rf"| that (?:the )?(?:{SIGNS['B']}|{SIGNS['P']}|{SIGNS['H']}|[a-z]+) (?:had|has)\b"
)
# "There the union was F", "so the bank was F": the date is that of what was told before.
_LINKED = re.compile(
    r"(?:There|Then|So|Thus|Here|At it|On it|In it|In the same|The same|At the same|That|They|Just it|It ha[sd]"
    r"|At the (?:kurultai|congress|meeting|session))\b|; (?:so|then|there|thus)\b"
)
_AFTER_REACH, _FAR_REACH = 60, 110


# What ends an aside: ", formed in Semey, | held the road in 1941", ", formed in Semey, in 1941".
_ASIDE_ENDS = re.compile(
    rf",(?! (?:in|on|at|by|from|since|near|under|with)\b| ?{SIGNS['D']}| ?{SIGNS['L']})"
)


def _end(signed: Signed, shape: Shape, verb: int) -> int:
    """Where in the sentence the words of founding end: of a participle its aside."""
    end = signed.sentence_end(verb)
    closes = _ASIDE_ENDS.search(signed.text, verb, end) if shape.nearest else None
    return closes.start() if closes else end


def _date(signed: Signed, verb: int, end: int) -> str | None:
    """A date itself; of a verb the date close behind it, else before it in the sentence, else farther behind."""
    if signed.at[verb].kind == "D":
        return _begun(_bare(signed, verb))
    told = (i for i in signed.within("D", 0, len(signed.text)) if _bare(signed, i))
    dates = [i for i in told if not _of_one(signed, i)]
    start = signed.sentence_start(verb)
    later = (i for i in dates if verb < i < end and not _CLAUSE.search(signed.text, verb, i))
    after = [i for i in later if not _opens_clause(signed, i)]
    before = [i for i in dates if start <= i < verb and not _parted(signed.text[i:verb])]
    near = [
        i for i in after if i - verb < _AFTER_REACH and SIGNS["F"] not in signed.text[verb + 1 : i]
    ]
    far = [i for i in after if i - verb < _FAR_REACH]
    earlier = [i for i in dates if i < verb] if _LINKED.search(signed.text, start, verb) else []
    heading = [i for i in dates if i == 0 and signed.text[1:2] in (".", ":", ",")]
    chosen = next(iter([*near[:1], *before[-1:], *far[:1], *earlier[-1:], *heading]), None)
    if chosen is None:
        return _same_time(signed, verb)
    edtf = _bare(signed, chosen)
    return edtf.partition("/")[0] if edtf and _goes_on(signed, verb) else edtf


def _parted(between: str) -> bool:
    """Whether a semicolon, the end of a bracket that held the date, or a list parts it from the verb behind.

    "A medal given in D and the | first number of …": another thing of the list.
    """
    listed = between.endswith(f"{SIGNS['D']} and the ")
    return listed or ";" in between or ")" in between.partition("(")[0]


# "Which was created in the same year".
_SAME = re.compile(r"[^.;]{0,40}\bthe same (?P<unit>year|month|day)\b")
_UNITS = {"year": 4, "month": 7, "day": 10}


def _same_time(signed: Signed, verb: int) -> str | None:
    """The year, month or day of the date told last in the paragraph, where a verb tells of the same one."""
    same = _SAME.match(signed.text, verb + 1)
    told = [edtf for i in signed.within("D", 0, verb) if (edtf := _bare(signed, i))]
    return told[-1][: _UNITS[same["unit"]]] if same and told and "/" not in told[-1] else None


def _goes_on(signed: Signed, verb: int) -> bool:
    """Whether the words of founding are of what goes on from then: "published from 1913 to 1918"."""
    return _said_by(signed, verb, "sense") == "lasts" or _said_by(signed, verb, "voice") == "press"


# The date in brackets behind a name is that body's alone: "the Institute (1957) and the Museum".
_BEFORE_OWN = re.compile(rf"{SIGNS['B']}\"? ?\((?:in )?$")
# ", in 1965 the number …" is another clause.
_COMMA, _SUBJECT = (
    re.compile(r", (?:and )?(?:(?:in|on|by|since|from) (?:the )?)?$"),
    re.compile(
        rf" (?:years? )?(?:the|its|there|an?|it|they|he|she|{SIGNS['H']}|{SIGNS['P']})\b"
        rf"| (?:in {SIGNS['L']} )?(?:[-–—] |{SIGNS['B']})"
    ),
)


def _of_one(signed: Signed, date: int) -> bool:
    return _BEFORE_OWN.search(signed.text, max(0, date - 8), date) is not None


def _opens_clause(signed: Signed, date: int) -> bool:
    comma = _COMMA.search(signed.text, max(0, date - 16), date)
    return comma is not None and _SUBJECT.match(signed.text, date + 1) is not None


def _bare(signed: Signed, index: int) -> str | None:
    date = signed.at[index].value._.date
    vague = date.kind == "relative" and not signed.at[index].value.text.lower().endswith("ago")
    usable = date.edtf and date.kind not in _NEVER and not vague
    return bare(date.edtf) if usable else None
