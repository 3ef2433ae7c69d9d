"""What the words around a count say of its kind for certain: tables of patterns before and behind it.

Notes for a newcomer: `told_kind` tries the verb behind a count first, then what stands before it; where none tells,
weights decide (kinds.py). The rows are in kind_rows.py.
"""

import re

from pipeline.anchors import Demanding
from pipeline.linking.kind_rows import (
    AROUND,
    AUXILIARY,
    BEFORE,
    BEHIND,
    COME,
    COMING,
    LIST_BEFORE,
    LIST_BEHIND,
    STRENGTH,
    Rows,
)
from pipeline.records import PopulationKind

# A participle that ends its item of a list: "1296 people killed, 1204 wounded".
_ENDED = r"(?=\s*(?:[,.;](?!\d)|$)| and \d| from (?:the )?[a-z])"
_BARE: Rows = (
    ("lost", "killed|shot dead|executed|hanged|dead|missing"),
    ("moved", "captured|taken prisoners?"),
    ("other", "wounded|injured|deserted"),
)
_PARTICIPLES: tuple[tuple[PopulationKind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(rf" (?:{words}){_ENDED}")) for kind, words in _BARE
)
_VISITING = re.compile(
    r"(?:delegates|guests|participants|pupils|students|schoolchildren|pilgrims|soldiers|warriors|troops|fighters"
    r"|cossacks|horsemen|tourists|athletes|visitors|deputies|representatives|envoys|ambassadors|members|men"
    r"|passengers|artists|singers|sportsmen|officers|listeners|spectators|volunteers|recruits|cadets|scientists)",
    re.IGNORECASE,
)
# A whole of which a part is told: what became of the part is no fate of the whole.
_WHOLE_OF = re.compile(
    r"(?:^(?:Of|From|Out of|Among)"
    r"|\b(?:thirds?|half|quarters?|majority|most|part|many|some|percent|%|\d) (?:of|from|out of))"
    r"(?: the| all| its)* $"
)
_OWN_FATE = re.compile(
    r"(?: of (?:(?! (?:were|was)\b)[^.;,]){3,30})?,? (?:who|that|which"
    r"|(?:shot|killed|executed|arrested|repressed|convicted|sentenced|imprisoned|detained"
    r"|condemned|dead|hanged|put on trial))\b"
)
_FATED = re.compile(
    r"\b(?:dead|killed|fallen|victims|arrested|repressed|shot|executed|convicts|prisoners|wounded|condemned|convicted)\b"
)


def _behind(rows: Rows) -> Demanding[PopulationKind]:
    return Demanding(
        (kind, re.compile(rf"{LIST_BEHIND}{AUXILIARY}{pattern}", re.IGNORECASE), pattern)
        for kind, pattern in rows
    )


def _ahead(rows: Rows) -> Demanding[PopulationKind]:
    return Demanding(
        (kind, re.compile(rf"{pattern}{LIST_BEFORE}", re.IGNORECASE), pattern)
        for kind, pattern in rows
    )


# Of guests and troops coming tells nothing.
_VERBS_BEHIND, _VISITING_BEHIND = _behind((*BEHIND, *COMING)), _behind(BEHIND)
_LABELS, _VISITING_LABELS = _ahead((*BEFORE, *COME)), _ahead(BEFORE)
_BOTH_SIDES = tuple(
    (
        kind,
        re.compile(before and rf"{before}{LIST_BEFORE}"),
        re.compile(told, re.DOTALL),
        re.compile(behind and rf"{LIST_BEHIND}{behind}"),
    )
    for kind, before, told, behind in AROUND
)
# "300 killed soldiers", not "300 families of killed soldiers".
_OWN = r"^(?!.*\b(?:of|for|after)\b).*\b"
_INSIDE: tuple[tuple[PopulationKind, re.Pattern[str]], ...] = (
    (
        "lost",
        re.compile(
            rf"{_OWN}(?:killed|dead|fallen|shot|executed|murdered|starved|perished|drowned|hanged|repressed|convicted"
            r"|sentenced)\b",
            re.IGNORECASE,
        ),
    ),
    ("other", re.compile(rf"{_OWN}(?:swollen|sick|infected)\b", re.IGNORECASE)),
    (
        "moved",
        re.compile(rf"{_OWN}(?:deported|evacuated|resettled|exiled|displaced)\b", re.IGNORECASE),
    ),
)
_TROOP = re.compile(rf"\b{STRENGTH} of $")


def told_kind(before: str, told: str, behind: str) -> PopulationKind | None:
    """The kind that the words of a sentence before a count and those behind it tell of themselves."""
    inside = next((kind for kind, pattern in _INSIDE if pattern.match(told)), None)
    if inside is not None:
        return inside
    visiting = _VISITING.search(told) or _TROOP.search(before)
    ended = next((kind for kind, pattern in _PARTICIPLES if pattern.match(behind)), None)
    if ended is not None:
        return ended
    if not is_whole(before):
        verbs = (_VISITING_BEHIND if visiting else _VERBS_BEHIND).possible(behind)
        kind = next((kind for kind, pattern in verbs if pattern.match(behind)), None)
        if kind is not None:
            return kind
    labels = (_VISITING_LABELS if visiting else _LABELS).possible(before)
    kind = next((kind for kind, pattern in labels if pattern.search(before)), None)
    return kind or _on_both_sides(before, told, behind)


def _on_both_sides(before: str, told: str, behind: str) -> PopulationKind | None:
    for kind, ahead, own, after in _BOTH_SIDES:
        if after.match(behind) and own.match(told) and ahead.search(before):
            return kind
    return None


def is_whole(before: str) -> bool:
    """Whether a count is the whole of which the words before it take a part: "one third of 450 thousand"."""
    return _WHOLE_OF.search(before) is not None


def of_whole(kind: PopulationKind, before: str, told: str, behind: str) -> PopulationKind:
    """A kind, unless it is the fate of a part of those counted."""
    fated = _OWN_FATE.match(behind) or _FATED.search(told)
    return "other" if kind == "lost" and is_whole(before) and not fated else kind
