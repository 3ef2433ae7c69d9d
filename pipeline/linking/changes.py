"""What a percentage is: a share of a whole, an increase, a decrease, or a rate of another kind.

Each kind is an option; its features pair the kind with the words around the percentage.
"""

import re
from collections.abc import Iterator
from typing import Literal

from spacy.tokens import Doc, Span

from pipeline.extensions import sentence_of, text_of
from pipeline.linking.ranking import Option, chosen
from pipeline.normalising.numerals import NumberMatch

PercentKind = Literal["share", "increase", "decrease", "other"]
KINDS: tuple[PercentKind, ...] = ("share", "increase", "decrease", "other")
_VALUES: tuple[PercentKind, ...] = ("share", "other")
RISE = (
    r"(?:increas\w*|grew|grow\w*|rose|ris\w+|growth|gain\w*|rais\w+|exceed\w*|expand\w*|climb\w*|jump\w*|inflat\w+|add(?:ed|s)"
    r"|more|higher|up)"
)
DROP = (
    r"(?:decreas\w*|declin\w*|fell|fall\w*|drop\w*|reduc\w*|shr[aiu]nk\w*|loss|lost|less|lower\w*|slid\w*|slip\w*"
    r"|plung\w*|cut|fewer|vanish\w*|diminish\w*|collaps\w*|sank|sunk|down)"
)
# Verbs and nouns of going from one value to another; those that may tell of much else stand close to the number.
_GOING = re.compile(
    r"\b(?:increas|grew|grow|ris(?:e|en|ing)|rose|rais|climb|jump|leap|leapt|soar|surg|swell|swollen|expand|widen"
    r"|strengthen|improv|advanc|doubl|trebl|tripl|quadrupl|boost|decreas|declin|fell\b|fall|drop|reduc|shrank|shrink"
    r"|shrunk|(?-i:lower)|slid|slip|plung|plummet|tumbl|sank|sink|sunk|dwindl|halv|cut\b|contract|slow|crept|creep|chang"
    r"|brought (?:up|down)|shift|transition|evol)\w*[^.;]{0,120}$"
    r"|(?<!were )(?<!was )\b(?:went|gone|going|goes|mov(?:ed|ing)|pass(?:ed|ing)|turn(?:ed|ing)|stretch(?:ed|ing)"
    r"|push(?:ed)?|numerous|up|down)\b[^.;,(]{0,25}$"
    r"|\bbrought $",
    re.IGNORECASE,
)
# "They made up from 30 to 45 percent", "it varied from 30 to 45": bounds.
_BOUNDING = re.compile(
    r"\b(?:ma[dk]e\w*(?: up)?|lost|vari\w+|vary\w*|rang\w+|fluctuat\w+|oscillat\w+|differ\w*|estimat\w+|cost\w*"
    r"|between|by) $",
    re.IGNORECASE,
)
_GOING_AFTER = re.compile(
    r"[^.;,]{0,12}\) (?:rose|grew|fell|increased|decreased|declined|dropped)\b"
)


def is_change(text: str, sentence: int, match: NumberMatch, end: int) -> bool:
    """Whether "from N to M" tells a change, whose two numbers are facts each, and not the bounds of one.

    What falls is a change; what rises is one where the words of the sentence, which begins at `sentence`, say so.
    """
    if not match.from_to:
        return False
    first, second = (part.quantity.value or 0 for part in match.parts)
    if first > second or _GOING_AFTER.match(text, end):
        return True
    before = text[sentence : match.start]
    return _BOUNDING.search(before) is None and _GOING.search(before) is not None


# What is looked for, each in a stretch around the percentage: the words before it, right before it, behind it.
_BEFORE = {
    "rise": re.compile(rf"\b{RISE}\b", re.IGNORECASE),
    "drop": re.compile(rf"\b{DROP}\b", re.IGNORECASE),
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
    "rise": re.compile(rf"\b{RISE} (?:another |nearly |about )?$", re.IGNORECASE),
    "drop": re.compile(rf"\b{DROP} (?:another |nearly |about )?$", re.IGNORECASE),
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
    "more-than": re.compile(
        r" (?:more|higher|greater|larger|bigger|above|better)(?: \w+)? (?:than|in comparison)\b"
    ),
    "less-than": re.compile(
        r" (?:less|fewer|lower|smaller|worse)(?: \w+)? (?:than|in comparison)\b"
    ),
    "more": re.compile(r" (?:more|higher|greater|larger|bigger|above|over)\b"),
    "less": re.compile(r" (?:less|fewer|lower|smaller|below|under)\b"),
    "rise": re.compile(rf" (?:a year |annual |yearly )?{RISE}\b", re.IGNORECASE),
    "drop": re.compile(rf" (?:a year |annual |yearly )?{DROP}\b", re.IGNORECASE),
    "yearly": re.compile(r" (?:a|per|every|each) (?:year|month|quarter)\b"),
    "turnout": re.compile(
        r"[^.;]{0,30}\b(?:turnout|rate|threshold|barrier|literacy)\b", re.IGNORECASE
    ),
    "them": re.compile(r",? (?:of|from|among) (?:them|whom|these|its)\b"),
}
_WINDOW, _NEAR = 90, 35


# "growth for the decade made", "turnout in the region was barely", "decline: 4 %".
_MEASURED = (
    r"\b(?![^.;,]{0,60}\bby $)(?:[^.;,]|(?<=\d)[.,](?=\d)){0,50}?"
    r"(?:\b(?:made(?: up)?|makes?|was|is|amounted to|reached|stood at|equal to|equalled|had"
    r"|put (?:it )?at|at)(?: \w+){0,2}| ?[–—:-]) $"
)
# What of itself tells the kind, whatever else is around: the words before a percentage.
_TOLD: dict[PercentKind, re.Pattern[str]] = {
    "increase": re.compile(
        rf"\b(?:growth|increase|rise|gain|surplus){_MEASURED}|\b(?:increased|grew|grown|rose|risen)(?: by| on| for)? $",
        re.IGNORECASE,
    ),
    "decrease": re.compile(
        rf"\b(?:decrease|decline|fall|drop|reduction){_MEASURED}"
        r"|\b(?:reduced|decreased|declined|diminished|fell|fallen|shrank|shrunk|dropped)(?: by| on| for)? $",
        re.IGNORECASE,
    ),
    "other": re.compile(
        r"\b(?:rates?|turn-?out|inflation|mortality|attendance|threshold|activity|fluidity|turnover|unemployment"
        rf"|undercount){_MEASURED}",
        re.IGNORECASE,
    ),
}
# "Turnout was 84 %, in Alma-Ata hardly": another place or year of what was told.
_CARRIED = re.compile(
    r"(?P<first>.*?)(?<=[ –—-])[\d.,]+ ?(?:%|per ?cents?)[,;]?(?: (?:and|but|while))?"
    r"(?: (?:in|among|for|at) [^.;%]{0,45}| )$",
    re.IGNORECASE,
)
# "German (60.8 %), Tatar (20.3%) diasporas decreased": the verb behind a list of shares in brackets.
_LISTED_CHANGE = re.compile(
    r"\)(?:,? (?:and )?[A-Z][\w-]+ \([\d., ]+%\))*(?: [a-z]+){0,2} (?P<verb>decreas|declin|fell|dropp|shrank"
    r"|increas|grew|rose)\w*"
)
_RISEN = ("increas", "grew", "rose")


def percent_kind(doc: Doc, span: Span) -> PercentKind:
    """The kind that the words around a percentage speak for most."""
    return chosen(percent_kind_options(doc, span), "change")[0]


def percent_kind_options(doc: Doc, span: Span) -> list[Option[PercentKind]]:
    """Each kind with its features; what a change comes from or to is no amount of it."""
    before, after = _around(doc, span)
    cues = tuple(_cues(before, after))
    ends = not {"right=from", "right=to"}.isdisjoint(cues)
    told = _told(before, after)
    if told is None and not ends and (listed := _LISTED_CHANGE.match(after)) is not None:
        told = "increase" if listed["verb"] in _RISEN else "decrease"
    kinds = (told,) if told else _VALUES if ends else KINDS
    return [Option(kind, tuple(f"{kind}:{cue}" for cue in cues)) for kind in kinds]


def _around(doc: Doc, span: Span) -> tuple[str, str]:
    """The words of the sentence before a percentage, as far as they are read, and those behind it."""
    sentence = sentence_of(span)
    before = text_of(doc)[sentence.start_char : span.start_char][-_WINDOW:]
    return before, text_of(doc)[span.end_char : sentence.end_char]


def _told(before: str, after: str) -> PercentKind | None:
    if _BEHIND["more-than"].match(after):
        return "increase"
    if _BEHIND["less-than"].match(after):
        return "decrease"
    if (carried := _CARRIED.match(before)) is not None:
        return _told(carried["first"], "")
    return next((kind for kind, pattern in _TOLD.items() if pattern.search(before)), None)


def _cues(before: str, after: str) -> Iterator[str]:
    right = [name for name, pattern in _RIGHT_BEFORE.items() if pattern.search(before)]
    near = [name for name, pattern in _BEFORE.items() if pattern.search(before[-_NEAR:])]
    yield "any"
    yield from (f"right={name}" for name in right)
    yield from (f"near={name}" for name in near)
    yield from (f"before={name}" for name, pattern in _BEFORE.items() if pattern.search(before))
    yield from (f"behind={name}" for name, pattern in _BEHIND.items() if pattern.match(after))
    last = _last_change(before)
    yield f"last={last}"
    yield from (f"last={last}&{name}" for name in right)


def _last_change(before: str) -> str:
    """Whether the last word of change before a percentage is one of rise or of fall."""
    ends = {
        name: max((m.end() for m in _BEFORE[name].finditer(before)), default=-1)
        for name in ("rise", "drop")
    }
    if max(ends.values()) < 0:
        return "none"
    return max(ends, key=lambda name: ends[name])
