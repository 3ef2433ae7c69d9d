"""Lists behind a plural noun of names with quotes and without: 'two bodies, "Zhebeu" and Asar'."""

import re
from collections.abc import Iterator
from functools import cache

from pipeline.alternatives import any_of
from pipeline.anchors import Anchored
from pipeline.lexicons import Row, table
from pipeline.naming.candidates import Candidate
from pipeline.naming.nouns import heads, is_head, type_of, word_set
from pipeline.normalising.gazetteer import is_people_or_place
from pipeline.normalising.names import canonical_name

_QUOTED = r'"[^"\n]{2,60}"'
# A bare name ends before a mark, or a word that goes on with the sentence; another capital may be a person's.
_BARE = r"[A-Z][\w-]*[a-z]"
_ITEM = rf"(?:{_QUOTED}|{_BARE}(?![\w']| [A-Z]))"
# Where one of a list is: '"Galiya" | in Ufa, …'.
_SEAT = r"(?: (?:in|near) [A-Z][\w-]+)?"
_NAME = re.compile(rf'"([^"\n]{{2,60}})"|({_BARE})(?![\w\'])')


def mixed(text: str) -> Iterator[Candidate]:
    """The names of every list behind a plural noun that holds both kinds, quoted and bare."""
    for match in _lists().finditer(text):
        row = _rows()[match["noun"]]
        names = list(_NAME.finditer(text, *match.span("names")))
        bare = [name for name in names if name[2] and _may_name(name[2])]
        if len(bare) < len(names) and bare:
            for name in names:
                yield from _candidate(name, row, quoted=name[1] is not None)


def _candidate(name: re.Match[str], row: Row, *, quoted: bool) -> Iterator[Candidate]:
    surface = name[1] or name[2]
    if quoted or _may_name(surface):
        evidence = "quoted" if quoted else "named-before"
        kind = type_of(surface, row)
        yield Candidate(*name.span(1 if quoted else 2), canonical_name(surface), kind, evidence)


def _may_name(word: str) -> bool:
    return not (is_people_or_place(word) or is_head(word) or word in word_set("outside"))


@cache
def _rows() -> dict[str, Row]:
    rows = {row["plural"]: row for row in table("organization_heads") if row["takes_name"] == "yes"}
    # "bodies" are of whatever kind.
    return {**rows, "bodies": heads()["organization"]}


@cache
def _lists() -> Anchored:
    pattern = (
        rf"\b(?P<noun>{any_of(_rows())})[,:]? (?:[-–—] )?"
        rf"(?P<names>{_ITEM}(?:{_SEAT}(?:, and |, | and ){_ITEM})+)"
    )
    return Anchored(re.compile(pattern), frozenset('"'), _REACH)


# Characters that stand in a list before its first quote or behind its last.
_REACH = 250
