"""What belongs to a listed name beside it: "KazNPU | after Abai", "UNICEF | -Kazakhstan", "CC | CP(b) of …"."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from pipeline.naming.candidates import Candidate
from pipeline.naming.memorial import PATRONISED, after_patron
from pipeline.naming.words import INITIAL, Word
from pipeline.normalising.gazetteer import places

_LAND = re.compile(r"-(?P<land>[A-Z][a-z]+)(?![\w-])")
_COMMITTEE = re.compile(r"(?<![\w-])(?:CC|TsK) (?:of (?:the )?)?$")
_COMMITTEE_REACH = 12
# "L. N. | Gumilyov ENU"
_INITIALS = re.compile(rf"(?<![\w.])(?:{INITIAL} ?){{1,2}}$")
_INITIALS_REACH = 8


def around(text: str, words: Sequence[Word], found: Iterable[Candidate]) -> Iterator[Candidate]:
    """The listed names that go on before or behind, whole."""
    for candidate in found:
        if candidate.evidence == "listed":
            start, end = _start(text, candidate), _end(text, words, candidate)
            if (start, end) != (candidate.start, candidate.end):
                yield replace(candidate, start=start, end=end, name=text[start:end])


def _start(text: str, candidate: Candidate) -> int:
    """Where the letters of a party's central committee, or a patron's initials, begin before it."""
    if candidate.type in PATRONISED and " " in candidate.name:
        initials = _INITIALS.search(
            text, max(0, candidate.start - _INITIALS_REACH), candidate.start
        )
        return initials.start() if initials else candidate.start
    if candidate.type != "party":
        return candidate.start
    low = max(0, candidate.start - _COMMITTEE_REACH)
    before = _COMMITTEE.search(text, low, candidate.start)
    return before.start() if before else candidate.start


def _end(text: str, words: Sequence[Word], candidate: Candidate) -> int:
    """Where a patron or the land behind a hyphen ends."""
    land = _LAND.match(text, candidate.end)
    place = places().get(land["land"].lower()) if land else None
    if land and place is not None and place.code is not None and len(place.code) == 2:
        return land.end()
    index = bisect_left(words, candidate.end, key=lambda word: word.start)
    patron = after_patron(words, index) if candidate.type in PATRONISED else None
    return words[patron.end - 1].end if patron else candidate.end
