"""What a percentage is: a share of a whole, an increase, a decrease, or a rate of another kind.

Each kind is an option; its features pair the kind with the words around the percentage.
"""

import re
from collections.abc import Iterator, Mapping

from spacy.tokens import Doc, Span

from pipeline.anchors import Demanding
from pipeline.extensions import sentence_of, spans_in, text_of
from pipeline.linking.encoder.judging import judged
from pipeline.linking.ranking import Option
from pipeline.linking.told_percent_kinds import (
    LESS_THAN,
    MORE_THAN,
    is_level,
    listed_change,
    told_kind,
)
from pipeline.records import PercentageKind

KINDS: tuple[PercentageKind, ...] = ("share", "increase", "decrease", "other")
_VALUES: tuple[PercentageKind, ...] = ("share", "other")
_RISE = (
    r"(?:increas\w*|grew|grow\w*|rose|ris\w+|growth|gain\w*|rais\w+|exceed\w*|expand\w*|climb\w*|jump\w*|inflat\w+|add(?:ed|s)"
    r"|more|higher|up)"
)
_DROP = (
    r"(?:decreas\w*|declin\w*|fell(?! (?:ill|sick|asleep|silent|victim))|fall\w*|drop\w*|reduc\w*|shr[aiu]nk\w*"
    r"|loss|lost|less|lower\w*|slid\w*|slip\w*"
    r"|plung\w*|cut|fewer|vanish\w*|diminish\w*|collaps\w*|sank|sunk|down)"
)
# What is looked for, each in a stretch around the percentage: the words before it, right before it, behind it.
_BEFORE = {
    "rise": re.compile(rf"\b{_RISE}\b", re.IGNORECASE),
    "drop": re.compile(rf"\b{_DROP}\b", re.IGNORECASE),
    "rate": re.compile(
        r"\b(?:rates?|turnout|literacy|literate|inflation|interest|mortality|threshold|barrier|efficiency"
        r"|productivity|differ\w*|unemployment|tax)\b",
        re.IGNORECASE,
    ),
    "plan": re.compile(
        r"\b(?:carried out|execut\w+|(?:over)?fulfill?ed|plan|quota|norm)\b", re.IGNORECASE
    ),
    "share": re.compile(
        r"\b(?:share|part|proportion|percentage|made up|make up|makes? up|made|constitut\w+|account\w*|compris\w+"
        r"|took|won|received|votes?|among|were|are|of (?:them|whom|these))\b",
        re.IGNORECASE,
    ),
    "filled": re.compile(r"\b(?:filled|charged?|full|fulfill?ed)\b[^.;,]{0,20}$", re.IGNORECASE),
    "took-part": re.compile(
        r"\b(?:participated|took part|came to (?:the polls|vote)|came|voted|turned out)\b[^.;,]{0,12}$",
        re.IGNORECASE,
    ),
}
_RIGHT_BEFORE = {
    "by": re.compile(r"\b(?:by|on|for) (?:the )?$", re.IGNORECASE),
    "of": re.compile(r"\bof (?:the )?$", re.IGNORECASE),
    "to": re.compile(r"\bto $", re.IGNORECASE),
    "from": re.compile(r"\bfrom $", re.IGNORECASE),
    "or": re.compile(r"\b(?:or|that is|i\.e\.)[, ]*$", re.IGNORECASE),
    "open": re.compile(r"\($"),
    "rise": re.compile(rf"\b{_RISE} (?:another |nearly |about )?$", re.IGNORECASE),
    "drop": re.compile(rf"\b{_DROP} (?:another |nearly |about )?$", re.IGNORECASE),
    "grew": re.compile(
        r"(?:\b(?:increased|grew|grown|rose|risen|gained|added|climbed|jumped|plus|increase|growth of) |\+)$",
        re.IGNORECASE,
    ),
    "shrank": re.compile(
        r"\b(?:decreased|declined|fell|fallen|dropped|lost|diminished|minus|decrease|loss of) $",
        re.IGNORECASE,
    ),
}
_BEHIND = {
    "of": re.compile(r" of\b"),
    "more-than": re.compile(MORE_THAN),
    "less-than": re.compile(LESS_THAN),
    "more": re.compile(r" (?:more|higher|greater|larger|bigger|above|over)\b"),
    "less": re.compile(r" (?:less|fewer|lower|smaller|below|under)\b"),
    "rise": re.compile(rf" (?:a year |annual |yearly )?{_RISE}\b", re.IGNORECASE),
    "drop": re.compile(rf" (?:a year |annual |yearly )?{_DROP}\b", re.IGNORECASE),
    "yearly": re.compile(r" (?:a|per|every|each) (?:year|month|quarter)\b"),
    "turnout": re.compile(
        r"[^.;]{0,30}\b(?:turnout|rate|threshold|barrier|literacy)\b", re.IGNORECASE
    ),
    "them": re.compile(r",? (?:of|from|among) (?:them|whom|these|its)\b"),
}
_SOUGHT_BEFORE, _SOUGHT_RIGHT_BEFORE, _SOUGHT_BEHIND = (
    Demanding((name, pattern, pattern.pattern) for name, pattern in patterns.items())
    for patterns in (_BEFORE, _RIGHT_BEFORE, _BEHIND)
)
# Characters before a percentage that are read for its kind, for what weights judge by, and those nearest to it.
_REACH, _WINDOW, _NEAR = 160, 90, 35


def percent_kind(doc: Doc, span: Span, previous: Span | None) -> PercentageKind:
    """The kind that the words around a percentage speak for most; `previous` is the percentage before."""
    return judged(span, percent_kind_options(doc, span, previous), "change")


def percent_kind_options(
    doc: Doc, span: Span, previous: Span | None
) -> list[Option[PercentageKind]]:
    """Each kind with its features, those alone that the words leave."""
    before, after = _around(doc, span)
    cues = tuple(_cues(before[-_WINDOW:], after))
    kinds = _kinds(span, previous, before, after)
    return [Option(kind, tuple(f"{kind}:{cue}" for cue in cues)) for kind in kinds]


_WHOLE = 100


def _kinds(
    span: Span, previous: Span | None, before: str, after: str
) -> tuple[PercentageKind, ...]:
    """The kinds that the words around a percentage leave: what a change comes from or to is no amount of it."""
    level = is_level(before, span.text)
    ends = level or _END.search(before) is not None
    told = None if level else told_kind(before, after)
    told = told or (None if ends else listed_change(after)) or _bracketed(span, previous)
    if told is not None:
        return (told,)
    kinds = _VALUES if ends else KINDS
    # "115 percent": no part of a whole.
    numbers = spans_in(span.doc, "numbers", span.start, span.end)
    over = any((n._.number.quantity.value or 0) > _WHOLE for n in numbers)
    return tuple(kind for kind in kinds if not (over and kind == "share"))


_END = re.compile(r"\b(?:from|to) $", re.IGNORECASE)


# "9.1 % | (men - | 15.4 %, | women | 1.8 %)": parts of what was told before, in a bracket; ": the highest in Aral (".
_BRACKETED = re.compile(
    r" \((?:of |among )?[a-z]+(?: [-–—])? |(?:,| and) (?:among )?[a-z]+(?: [-–—])? "
    r"|\)?[:;,] (?:and )?(?:(?:was|were|it was|with) )?the (?:highest|lowest|largest|smallest)\b[^.;%]{0,40}\("
)


def _bracketed(span: Span, previous: Span | None) -> PercentageKind | None:
    """A rate, where the percentage is a part of one told before, in brackets behind it."""
    if previous is None or previous._.percentage.kind != "other":
        return None
    text = text_of(span.doc)
    inside = text.rfind("(", 0, span.start_char) > text.rfind(")", 0, span.start_char)
    linked = _BRACKETED.fullmatch(text, previous.end_char, span.start_char)
    return "other" if inside and linked else None


def _around(doc: Doc, span: Span) -> tuple[str, str]:
    """The words of the sentence before a percentage, as far as they are read, and those behind it."""
    sentence = sentence_of(span)
    before = text_of(doc)[sentence.start_char : span.start_char][-_REACH:]
    return before, text_of(doc)[span.end_char : sentence.end_char]


def _cues(before: str, after: str) -> Iterator[str]:
    told = list(_SOUGHT_BEFORE.possible(before))
    right = [
        name for name, pattern in _SOUGHT_RIGHT_BEFORE.possible(before) if pattern.search(before)
    ]
    yield "any"
    yield from (f"right={name}" for name in right)
    yield from (f"near={name}" for name, pattern in told if pattern.search(before[-_NEAR:]))
    yield from (f"before={name}" for name, pattern in told if pattern.search(before))
    behind = _SOUGHT_BEHIND.possible(after)
    yield from (f"behind={name}" for name, pattern in behind if pattern.match(after))
    last = _last_change(dict(told), before)
    yield f"last={last}"
    yield from (f"last={last}&{name}" for name in right)


def _last_change(told: Mapping[str, re.Pattern[str]], before: str) -> str:
    """Whether the last word of change before a percentage is one of rise or of fall."""
    ends = {
        name: max((m.end() for m in told[name].finditer(before)), default=-1)
        for name in ("rise", "drop")
        if name in told
    }
    if max(ends.values(), default=-1) < 0:
        return "none"
    return max(ends, key=lambda name: ends[name])
