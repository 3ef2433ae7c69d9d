"""Recognizers-Text (the Python port): numbers, percentages, dates."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from benchmarks.peers.adapters.reference import reference
from benchmarks.peers.adapters.stretches import Stretch, sentences
from benchmarks.peers.exchange import Found, Given, Kind, Peer

PEER = Peer(
    name="Recognizers-Text",
    package="ms-recognizers-text-suite",
    kinds=frozenset({"number", "percentage", "date"}),
    valued=frozenset({"number", "percentage", "date"}),
    counts_people=False,
    how="the Python port: number, percentage and date-time models on each sentence of en_core_web_sm; "
    "dates are parsed one by one, since `recognize_datetime` drops what follows the first one that "
    "its parser fails on (a year range, a decade)",
)

_SEASONS = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}
_DAY = r"\d{4}-\d{2}-\d{2}"
_POINT = re.compile(rf"\d{{4}}|\d{{4}}-\d{{2}}|{_DAY}|XXXX-\d{{2}}-\d{{2}}")
_SEASON = re.compile(r"(\d{4})-(SP|SU|FA|WI)")
_RANGE = re.compile(rf"\(({_DAY}),({_DAY}),P(\d+)([YMD])\)")


def edtf(timex: str | None) -> str | None:
    """EDTF of a TIMEX point, season, year range, decade or century; null for any other."""
    if timex is None:
        return None
    if _POINT.fullmatch(timex):
        return timex
    if season := _SEASON.fullmatch(timex):
        return f"{season[1]}-{_SEASONS[season[2]]}"
    if (span := _RANGE.fullmatch(timex)) is None:
        return None
    first, last, count, unit = span.groups()
    if unit != "Y":
        size = 7 if unit == "M" else 10
        return f"{first[:size]}/{last[:size]}"
    return _years(int(first[:4]), int(count), int(last[:4]))


def _years(first: int, count: int, last: int) -> str:
    if count == 10 and first % 10 == 0:
        return f"{first // 10:03}X"
    if count == 100 and first % 100 == 0:
        return f"{first // 100:02}XX"
    return f"{first:04}/{last:04}"


def numbers(results: Iterable[Any], kind: Kind, offset: int = 0) -> Iterator[Found]:
    """Numbers or percentages of its results; their `end` is the last character."""
    for result in results:
        value = result.resolution and result.resolution["value"]
        read = (float(value.rstrip("%")),) if value else ()
        yield Found(kind, offset + result.start, offset + result.end + 1, read)


def date(extracted: Any, parsed: Any, offset: int = 0) -> Found | None:  # noqa: ANN401
    """A date by what was extracted and what it was parsed as (null where that failed)."""
    category = (parsed.type if parsed else "").rpartition(".")[2]
    if not extracted.length or category in ("duration", "set", "time", "timerange"):
        return None
    values = (parsed and parsed.value and parsed.value.get("values")) or [{}]
    start = offset + extracted.start
    return Found("date", start, start + extracted.length, edtf=edtf(values[0].get("timex")))


def _parsed(parser: Any, extracted: Any, day: datetime) -> Any:  # noqa: ANN401
    try:
        return parser.parse(extracted, day)
    except Exception:  # noqa: BLE001 - the port raises what comes; the date is then without value
        return None


def _dates(model: Any, words: str, day: datetime, offset: int) -> Iterator[Found]:  # noqa: ANN401
    try:
        extracted = model.extractor.extract(words.lower(), day)
    except Exception:  # noqa: BLE001 - as above, for a whole sentence
        return
    for one in extracted:
        if read := date(one, _parsed(model.parser, one, day), offset):
            yield read


def run(texts: Sequence[Given]) -> list[list[Found]]:
    """What Recognizers-Text finds in each text."""
    from ms_recognizers_date_time import DateTimeRecognizer
    from ms_recognizers_number import NumberRecognizer
    from ms_recognizers_text import Culture

    recognizer = NumberRecognizer(Culture.English)
    number, percentage = recognizer.get_number_model(), recognizer.get_percentage_model()
    dates = DateTimeRecognizer(Culture.English).get_datetime_model()

    def read(parts: Iterable[Stretch], day: datetime) -> Iterator[Found]:
        for offset, words in parts:
            yield from numbers(number.parse(words), "number", offset)
            yield from numbers(percentage.parse(words), "percentage", offset)
            yield from _dates(dates, words, day, offset)

    parted = sentences(text.text for text in texts)
    days = (reference(text.published) for text in texts)
    return [list(read(parts, day)) for parts, day in zip(parted, days, strict=True)]
