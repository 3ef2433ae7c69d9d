"""Sports clubs by their bare names, in articles on sport: "In 1954 Kairat went up to the first league"."""

import re
from collections.abc import Iterator
from functools import cache

from pipeline.alternatives import any_of
from pipeline.lexicons import table
from pipeline.naming.candidates import Candidate

# What is said of games in teams alone, and how many such words make an article one on sport.
_SPORT = re.compile(
    r"\b(?:football|hockey|basketball|volleyball|league|championships?|goalkeepers?|strikers?|footballers?"
    r"|matches|match|coach|coaches|goals|spectators|stadium|final|referee|teams?|clubs?)\b",
    re.IGNORECASE,
)
_LEAST = 3
# Words of play before and behind a club whose name is a place's too.
_PLAYED_BEFORE = re.compile(
    r"(?:\b(?:against|beat|defeated|FC)|\b(?:match(?:es)?|games?|goalkeeper|striker|captain|coach|players?|footballers"
    r"|fans|team|club|victory|win|draw|defeat|season|squad) (?:of|for|over|with|by)) (?:the )?\"?$"
)
_PLAYED_AFTER = re.compile(
    r"\"? (?:beat|lost to|won (?:against|the)|drew|scored|defeated|took the field|became champions?|went up|played)\b"
)
# What stands beside another bearer of the name: "Kairat Nurtas", "Vostok station".
_OTHER_AFTER = re.compile(
    r"(?:-|'s [A-Z]| [A-Z](?!up\b|SC\b)| (?:river|region|station|city|street|rocket|spacecraft)\b)"
)
_OTHER_BEFORE = re.compile(
    r"(?:[A-Z]\.|[\w.]-|\b(?:Mr|named after|under the name(?: of)?)\.?) ?\"?$"
)


# Letters that tell a club wherever they stand: "FC Kairat", 'HC "Barys"', "Kairat FC".
_LETTERED = re.compile(
    r"(?<![\w-])(?:M?FC|FK|HC|HK) "
    r'(?:"(?P<quoted>[A-Z][^"\n]{1,30})"|(?P<bare>[A-Z][a-z][\w-]*)(?![\w-]| [A-Z]))'
    r'|(?:"(?P<first>[A-Z][^"\n]{1,30})"|(?<![\w-])(?!The |This |Our )(?P<plain>[A-Z][a-z][\w-]*))'
    r' (?:M?FC|FK|HC|HK)(?![\w-]| ["A-Z])'
)


def clubs(text: str) -> Iterator[Candidate]:
    """The clubs that letters tell, and in an article on sport the listed ones."""
    for match in _LETTERED.finditer(text):
        group = match.lastgroup or ""
        yield Candidate(*match.span(group), match[group], "association", "listed")
    if len({match[0].lower() for match in _SPORT.finditer(text)}) < _LEAST:
        return
    for match in _listed().finditer(text):
        low = max(0, match.start() - 40)
        if _OTHER_AFTER.match(text, match.end()) or _OTHER_BEFORE.search(text, low, match.start()):
            continue
        played = _PLAYED_AFTER.match(text, match.end()) or _PLAYED_BEFORE.search(
            text, low, match.start()
        )
        if match[0] not in _places() or played:
            yield Candidate(*match.span(), match[0], "association", "listed")


def is_club(name: str) -> bool:
    """Whether a club is listed that has the name to itself."""
    return any(row["club"] == name and row["place"] == "no" for row in table("sports_clubs"))


@cache
def _listed() -> re.Pattern[str]:
    names = any_of(row["club"] for row in table("sports_clubs"))
    return re.compile(rf"(?<![\w-])(?:{names})(?!\w)")


@cache
def _places() -> frozenset[str]:
    return frozenset(row["club"] for row in table("sports_clubs") if row["place"] == "yes")
