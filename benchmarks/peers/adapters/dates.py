"""dateparser: dates searched in running text."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from benchmarks.peers.adapters.reference import reference
from benchmarks.peers.exchange import Found, Given, Peer

PEER = Peer(
    name="dateparser",
    package="dateparser",
    kinds=frozenset({"date"}),
    valued=frozenset({"date"}),
    counts_people=False,
    how="`search_dates` in English on the whole text, absolute dates with a year alone (the best F1 "
    "of values on the development split); the period that it tells is the precision",
)

# Of the settings tried on the development split, those of the best F1 of values: 0.58 for 0.54.
_SETTINGS = {"PARSERS": ["absolute-time"], "REQUIRE_PARTS": ["year"]}
_FORMATS = {"year": "%Y", "month": "%Y-%m", "day": "%Y-%m-%d"}


def edtf(when: datetime, period: str | None) -> str | None:
    """EDTF at the precision of a period; null for a week or a time of day."""
    pattern = _FORMATS.get(period or "")
    return when.strftime(pattern) if pattern else None


def found(results: Iterable[tuple[str, datetime, str | None]], text: str) -> Iterator[Found]:
    """Its results, each placed after the one before: it gives words, times, periods, no offsets."""
    position = 0
    for words, when, period in results:
        start = text.find(words, position)
        if start >= 0:
            position = start + len(words)
            yield Found("date", start, position, edtf=edtf(when, period))


def run(texts: Sequence[Given]) -> list[list[Found]]:
    """What dateparser finds in each text."""
    from dateparser.search import search_dates

    def read(text: Given) -> list[Found]:
        settings = {**_SETTINGS, "RELATIVE_BASE": reference(text.published)}
        results = search_dates(text.text, languages=["en"], settings=settings, add_period=True)
        return list(found(results or [], text.text))

    return [read(text) for text in texts]
