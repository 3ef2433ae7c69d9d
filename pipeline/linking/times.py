"""When a count or share holds, as bare EDTF, chosen among the dates told in and before its sentence."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from spacy.tokens import Doc, Span

from pipeline.extensions import columns, once, sentence_of, spans_in, spans_of, text_of
from pipeline.linking.dated import Dated, clauses_between, dated
from pipeline.linking.encoder.blocks import Block
from pipeline.linking.encoder.judging import judged
from pipeline.linking.previous import with_previous
from pipeline.linking.ranking import Option
from pipeline.linking.respective import respective
from pipeline.linking.surroundings import (
    first_told,
    inside,
    position_of,
    preposition,
    relation,
    sentences_apart,
    standing,
    tense,
    told_near,
    verb_over,
)
from pipeline.linking.told_times import (
    base_of,
    is_base,
    is_compared,
    now_before,
    told_again,
    told_end,
    told_label,
    told_later,
    told_stretch,
)
from pipeline.normalising.edtf import bare
from pipeline.records import DateKind

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
    told = [(date.span, date.edtf or "") for date in _near(doc, span, kind)]
    certain = (
        told_stretch(span, kind, told)
        or told_end(span, told)
        or told_label(span, told)
        or told_later(span, told)
        or told_again(span, told)
    )
    return certain or judged(span, time_options(doc, span, kind, previous), "time", dates_in)


def dates_in(doc: Doc, block: Block) -> list[tuple[Span, str | None]]:
    """The dates of a block, as bare EDTF."""
    return [(date, _bare(date)) for date in block.spans(doc, "dates")]


def time_options(
    doc: Doc, span: Span, kind: str, previous: Span | None
) -> list[Option[str | None]]:
    """Every date that may be the count's, the span of two, the ends of one, and none; `previous` is the last count."""
    options: list[Option[str | None]] = []
    told = tense(span)
    dates = _near(doc, span, kind)
    sole = _sole(doc, span)
    for date in dates:
        stands = standing(span, date.span)
        features = _features(span, date, stands, (kind, told, sole))
        options.append(Option(date.edtf, features))
        if date.edtf and date.kind in _WITHIN_YEARS and date.edtf[:4].isdigit():
            options.append(Option(date.edtf[:4], (*features, f"year:{stands[0]}")))
    local = any("here=same" in option.features for option in options)
    none = (
        "none",
        f"none:{kind}",
        f"none:local={local}:{kind}",
        f"none:any={bool(options)}",
        f"none:tense={told}",
    )
    options += [*_of_pairs(span, dates, kind), *_bounds(span, dates, kind), Option(None, none)]
    return with_previous(options, span, _going_on(span, previous), "time")


def _going_on(span: Span, previous: Span | None) -> Span | None:
    """The count before, unless a "now" stands between, or it is what another is compared with."""
    if previous is None or is_base(previous) or previous.start_char < now_before(span):
        return None
    return previous


def _bare(date: Span) -> str | None:
    edtf = date._.date.edtf
    return bare(edtf) if edtf else None


@dataclass(frozen=True, slots=True)
class _Told:
    """A date and what it says of itself to every count; `beside` are the dates of its sentence."""

    span: Span
    edtf: str | None
    kind: DateKind
    preposition: str
    census: bool
    founding: bool
    compared: bool
    base: tuple[int, int] | None
    opens: bool
    beside: Sequence[Span]
    dated: Dated

    @property
    def first(self) -> bool | Literal["no"]:
        """Whether it is the first date of its sentence."""
        return self.span.start == self.beside[0].start if self.beside else "no"


def _told(doc: Doc, date: Span) -> _Told:
    """A date with what it says of itself, read once for all the counts around it."""
    known: dict[tuple[int, int], _Told] = once(doc, "dates_told", dict)
    found = known.get((date.start, date.end))
    if found is None:
        found = known[date.start, date.end] = _read(doc, date)
    return found


def _read(doc: Doc, date: Span) -> _Told:
    edtf, sentence = _bare(date), sentence_of(date)
    told = spans_in(doc, "dates", sentence.start, sentence.end)
    return _Told(
        date,
        edtf,
        date._.date.kind,
        preposition(date),
        _of_census(doc, date),
        edtf in _foundings(doc),
        is_compared(date),
        base_of(date),
        date.start - sentence.start <= 2,
        [other for other in told if inside(sentence, other)],
        dated(date),
    )


def _near(doc: Doc, span: Span, kind: str) -> list[_Told]:
    """Dates of the sentence and of the paragraph before it that may be a count's."""
    now, sentence = now_before(span), sentence_of(span).start_char
    told = (_told(doc, date) for date in told_near(span, "dates", _SENTENCES_BACK))
    return [
        date
        for date in told
        if date.kind not in _NEVER
        and not (date.edtf or "").startswith(_NO_YEAR)
        and not inside(date.span, span)
        and not (date.kind == "period" and _is_ahead(date.span))
        and not _is_past(span, date, now, sentence)
        and (kind in _CHANGES or not _is_of_another(span, date))
    ]


def _is_past(span: Span, date: _Told, now: int, sentence: int) -> bool:
    """Whether a date is told before the "now" of a sentence, in it or before a sentence that it opens."""
    if date.span.start_char >= now or (date.span.start_char < sentence and now != sentence):
        return False
    return (date.edtf or "")[:_YEAR] != (span.doc._.published or "never")[:_YEAR]


_YEAR = len("1995")
# They hold from what is compared with on.
_CHANGES = ("increase", "decrease")


def _is_of_another(span: Span, date: _Told) -> bool:
    """Whether a date is only that of the amount which the sentence compares with."""
    if date.base is None or sentences_apart(span, date.span):
        return False
    return not date.base[0] <= span.start_char < date.base[1]


# "On the eve of | the Great Patriotic War": it had not begun.
_EVE = re.compile(r"\b[Oo]n the (?:very )?eve of (?:the )?$")
_EVE_REACH = 24


def _is_ahead(date: Span) -> bool:
    low = max(0, date.start_char - _EVE_REACH)
    return _EVE.search(text_of(date.doc), low, date.start_char) is not None


def _features(
    span: Span, date: _Told, stands: tuple[str, str], of: tuple[str, str, Span | None]
) -> tuple[str, ...]:
    """What speaks for a date; `of` is the count's kind, the tense it is told in and the only date before it."""
    near, here = stands
    kind, told, sole = of
    doc = span.doc
    found = [
        f"here={here}",
        f"form={date.kind}:{near}",
        f"prep={date.preposition}:{near}",
        f"kind={kind}:{near}",
        f"unknown={date.edtf is None}:{near}",
        f"census={date.census}:{near}",
        f"tense={told}:{near}",
        f"founding={date.founding}:{near}",
    ]
    if sole is not None and _told(doc, sole).edtf == date.edtf:
        found.append(f"alone:{near}")
    found.append(f"first={date.first}:{near}")
    if date.opens:
        found.append(f"opens:{near}")
    if date.compared:
        found.append(f"compared:{near}")
    if near == "same":
        found += relation(span, date.span)
        found += _nearest(span, date)
        found.append(f"verbs={clauses_between(verb_over(span), date.dated.verb)}")
        if _RIGHT_BEHIND.fullmatch(text_of(doc), span.end_char, date.span.start_char):
            found.append("right-behind")
    else:
        later = spans_in(doc, "dates", date.span.start + 1, sentence_of(span).start)
        found.append(f"last={not later}")
        found.append(f"clause={date.dated.clause}:{here if here == 'back1' else near}")
    return (*found, *_of_dated(span, date, near, told))


def _of_dated(span: Span, date: _Told, near: str, tense_told: str) -> Iterator[str]:
    """What else than the count the date may date: "the school, opened in 1928, has", "the law of 1993"."""
    yield f"dates={date.dated.told}:{near}"
    aside = date.dated.aside_of(span)
    if aside != "none":
        yield f"aside={aside}:{tense_told}"
        yield f"aside:only={len(date.beside) == 1}:{near}"


# "2 million (38 %) in | 1939", "(5 people) – in | 1944", "3 650 — by | 1950", "333 Poles (the census of | 2009".
_RIGHT_BEHIND = re.compile(
    r"(?: \([\d.,]+ ?(?:%|per ?cents?)\)|\))? (?:[-–—] )?(?:in|at|for|of|from|to|by) (?:the )?"
    r"| ?\((?:(?:by|according to|as of|on|in|for|data of) ){0,2}(?:the )?(?:census(?: of)? )?"
)


def _foundings(doc: Doc) -> frozenset[str]:
    """When the bodies of the article came into being."""

    def told() -> frozenset[str]:
        bodies = (body._.organization for body in spans_of(doc, "organizations"))
        return frozenset(body.founded for body in bodies if body.founded)

    return once(doc, "foundings", told)


def _sole(doc: Doc, span: Span) -> Span | None:
    """The first date of a paragraph where that, up to the count, tells of no other time."""
    first, other = first_told(doc, "dates", position_of(span).paragraph, _bare)
    if first is None or first.start >= span.start or other < span.start_char:
        return None
    return first


_DAY = re.compile(r"(\d{4})(?:-\d\d(?:-\d\d)?)?")
_YEARS = re.compile(r"(\d{4})/(\d{4})")


def _of_pairs(span: Span, dates: Sequence[_Told], kind: str) -> Iterator[Option[str | None]]:
    """From one year told to the next: "grew by 7 percent against 1999"."""
    dated = ((date.span, _DAY.fullmatch(date.edtf or "")) for date in dates)
    years = [(match[1], sentences_apart(span, date) == 0) for date, match in dated if match]
    for (first, here), (second, here_too) in pairwise(years):
        if first != second:
            low, high = sorted((first, second))
            features = ("pair", f"pair:{kind}", f"pair:here={here}:{here_too}")
            yield Option(f"{low}/{high}", features)


def _bounds(span: Span, dates: Sequence[_Told], kind: str) -> Iterator[Option[str | None]]:
    """The years at the ends of a stretch: "between 1939 and 1970 townsfolk rose from 28 to 50 percent"."""
    before = columns(span.doc).lowers[span.start - 1] if span.start else ""
    word = before if before in ("from", "to") else "else"
    for date in dates:
        years = _YEARS.fullmatch(date.edtf or "")
        if years is not None and sentences_apart(span, date.span) == 0:
            for end, year in (("start", years[1]), ("end", years[2])):
                features = ("bound", f"bound={end}:{word}", f"bound={end}:{kind}", f"bound:{kind}")
                yield Option(year, features)


def _of_census(doc: Doc, date: Span) -> bool:
    """Whether the date is that of a count of the people: "the census of 1897"."""
    return "census" in columns(doc).lowers[max(0, date.start - 4) : date.end + 2]


def _nearest(span: Span, date: _Told) -> list[str]:
    start, same = date.span.start, date.beside
    if len(same) == 1:
        return ["only"]
    before = date.span.end <= span.start
    if before and not any(start < d.start < span.start for d in same):
        return ["nearest=before"]
    if not before and not any(span.end <= d.start < start for d in same):
        return ["nearest=after"]
    return []
