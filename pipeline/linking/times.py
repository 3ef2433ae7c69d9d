"""When a count or share holds, as bare EDTF, chosen among the dates told in and before its sentence."""

import re
from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Doc, Span

from pipeline.extensions import once, sentence_of, spans_in, spans_of, text_of
from pipeline.linking.previous import with_previous
from pipeline.linking.ranking import Option, chosen
from pipeline.linking.respective import respective
from pipeline.linking.surroundings import (
    first_told,
    inside,
    paragraph_of,
    preposition,
    relation,
    sentences_apart,
    standing,
    tense,
    told_near,
)
from pipeline.normalising.edtf import bare

_SENTENCES_BACK = 6
_NEVER = ("recurring",)
# Days of any year, and stretches of such.
_NO_YEAR = "XXXX"
# Dates whose year may be meant where the sentence goes on.
_WITHIN_YEARS = ("day", "month", "season")


def time_of(doc: Doc, span: Span, kind: str, previous: Span | None) -> str | None:
    """When a count holds; a date of an earlier sentence stands for its year too."""
    date = respective(span, "dates")
    if date is not None and _bare(date):
        return _bare(date)
    compared = _compared(span, kind)
    return compared or chosen(time_options(doc, span, kind, previous), "time")[0]


# "In comparison with 1999", "12 percent more than in 2011": the year that an amount changed from.
_COMPARED = re.compile(
    r"\b(?:compared (?:with|to)|in comparison (?:with|to)|comparing with|as against|against|than in) (?:the )?"
    r"(?:year (?:of )?|level of )?$",
    re.IGNORECASE,
)
_COMPARED_REACH = 40
_CHANGED_BY = re.compile(
    r"\b(?:increas|grew|grow|rose|decreas|declin|fell|reduc|drop)\w*(?: \w+){0,3} (?:by|on|for) $"
)


def _compared(span: Span, kind: str) -> str | None:
    """The years between which an amount changed, where one is told that it is compared with."""
    text, sentence = text_of(span.doc), sentence_of(span)
    changed = _CHANGED_BY.search(text, sentence.start_char, span.start_char)
    if kind not in ("increase", "decrease") and not changed:
        return None
    dates = [(date, _bare(date) or "") for date in _near(span) if date._.date.kind != "relative"]
    years = [(date, edtf) for date, edtf in dates if _A_YEAR.fullmatch(edtf)]
    here = [(date, edtf) for date, edtf in years if sentence_of(date) == sentence]
    base = next((item for item in here if _is_base(text, item[0])), None)
    if base is None:
        return None
    others = [edtf for _, edtf in here if edtf != base[1]] or [
        edtf for date, edtf in years if date.end <= sentence.start and edtf > base[1]
    ]
    return "/".join(sorted((base[1], others[-1]))) if others else None


_A_YEAR = re.compile(r"\d{4}")


def _is_base(text: str, date: Span) -> bool:
    low = max(0, date.start_char - _COMPARED_REACH)
    return _COMPARED.search(text, low, date.start_char) is not None


def time_options(
    doc: Doc, span: Span, kind: str, previous: Span | None
) -> list[Option[str | None]]:
    """Every date that may be the count's, the span of two, the ends of one, and none; `previous` is the last count."""
    options: list[Option[str | None]] = []
    told = tense(span)
    for date in _near(span):
        edtf = _bare(date)
        features = _features(doc, span, date, (kind, told))
        options.append(Option(edtf, features))
        if edtf and date._.date.kind in _WITHIN_YEARS and edtf[:4].isdigit():
            near, _ = standing(span, date)
            options.append(Option(edtf[:4], (*features, f"year:{near}")))
    local = any("here=same" in option.features for option in options)
    none = (
        "none",
        f"none:{kind}",
        f"none:local={local}:{kind}",
        f"none:any={bool(options)}",
        f"none:tense={told}",
    )
    options += [*_of_pairs(span, kind), *_bounds(span, kind), Option(None, none)]
    return with_previous(options, span, previous, "time")


def _bare(date: Span) -> str | None:
    edtf = date._.date.edtf
    return bare(edtf) if edtf else None


def _near(span: Span) -> list[Span]:
    """Dates of the sentence and of the paragraph before it."""
    return [
        date
        for date in told_near(span, "dates", _SENTENCES_BACK)
        if date._.date.kind not in _NEVER
        and not (date._.date.edtf or "").startswith(_NO_YEAR)
        and not inside(date, span)
    ]


def _features(doc: Doc, span: Span, date: Span, of: tuple[str, str]) -> tuple[str, ...]:
    """What speaks for a date; `of` is the count's kind and the tense it is told in."""
    near, here = standing(span, date)
    form = date._.date.kind
    kind, told = of
    found = [
        f"here={here}",
        f"form={form}:{near}",
        f"prep={preposition(date)}:{near}",
        f"kind={kind}:{near}",
        f"unknown={_bare(date) is None}:{near}",
        f"census={_of_census(doc, date)}:{near}",
        f"tense={told}:{near}",
        f"founding={_bare(date) in _foundings(doc)}:{near}",
    ]
    if _alone(doc, span, date):
        found.append(f"alone:{near}")
    sentence = sentence_of(date)
    same = [d for d in spans_in(doc, "dates", sentence.start, sentence.end) if inside(sentence, d)]
    found.append(f"first={date.start == same[0].start}:{near}" if same else f"first=no:{near}")
    if date.start == sentence.start or date.start - sentence.start <= 2:
        found.append(f"opens:{near}")
    if near == "same":
        found += relation(span, date)
        found += _nearest(span, date, same)
        if _RIGHT_BEHIND.fullmatch(text_of(doc), span.end_char, date.start_char):
            found.append("right-behind")
    else:
        later = spans_in(doc, "dates", date.start + 1, sentence_of(span).start)
        found.append(f"last={not later}")
    return tuple(found)


# "74 thousand people | in 1959", "3 650 — by | 1950".
_RIGHT_BEHIND = re.compile(r" (?:[-–—] )?(?:in|at|for|of|from|to|by) (?:the )?")


def _foundings(doc: Doc) -> frozenset[str]:
    """When the bodies of the article came into being."""

    def told() -> frozenset[str]:
        bodies = (body._.organization for body in spans_of(doc, "organizations"))
        return frozenset(body.founded for body in bodies if body.founded)

    return once(doc, "foundings", told)


def _alone(doc: Doc, span: Span, date: Span) -> bool:
    """Whether the paragraph, up to the count, tells of no other time."""
    low, _ = paragraph_of(doc, span.start_char)
    first, other = first_told(doc, "dates", low, _bare)
    if first is None or first.start >= span.start or other < span.start_char:
        return False
    return _bare(first) == _bare(date)


_DAY = re.compile(r"(\d{4})(?:-\d\d(?:-\d\d)?)?")
_YEARS = re.compile(r"(\d{4})/(\d{4})")


def _of_pairs(span: Span, kind: str) -> Iterator[Option[str | None]]:
    """From one year told to the next: "grew by 7 percent against 1999"."""
    dated = ((date, _DAY.fullmatch(_bare(date) or "")) for date in _near(span))
    years = [(match[1], sentences_apart(span, date) == 0) for date, match in dated if match]
    for (first, here), (second, here_too) in pairwise(years):
        if first != second:
            low, high = sorted((first, second))
            features = ("pair", f"pair:{kind}", f"pair:here={here}:{here_too}")
            yield Option(f"{low}/{high}", features)


def _bounds(span: Span, kind: str) -> Iterator[Option[str | None]]:
    """The years at the ends of a stretch: "between 1939 and 1970 townsfolk rose from 28 to 50 percent"."""
    before = span.doc[span.start - 1].lower_ if span.start else ""
    word = before if before in ("from", "to") else "else"
    for date in _near(span):
        years = _YEARS.fullmatch(_bare(date) or "")
        if years is not None and sentences_apart(span, date) == 0:
            for end, year in (("start", years[1]), ("end", years[2])):
                features = ("bound", f"bound={end}:{word}", f"bound={end}:{kind}", f"bound:{kind}")
                yield Option(year, features)


def _of_census(doc: Doc, date: Span) -> bool:
    """Whether the date is that of a count of the people: "the census of 1897"."""
    around = doc[max(0, date.start - 4) : min(len(doc), date.end + 2)]
    return any(token.lower_ == "census" for token in around)


def _nearest(span: Span, date: Span, same: list[Span]) -> list[str]:
    if len(same) == 1:
        return ["only"]
    before = date.end <= span.start
    if before and not any(date.start < d.start < span.start for d in same):
        return ["nearest=before"]
    if not before and not any(span.end <= d.start < date.start for d in same):
        return ["nearest=after"]
    return []
