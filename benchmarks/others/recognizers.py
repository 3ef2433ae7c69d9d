"""Recognizers-Text (Microsoft), English specs: NumberModel and PercentModel.

A case is right where the numbers found are the expected ones: the same stretches, in order, each with
the expected value (a relative difference of 1e-9 is rounding). A result without a value ("the %") is
none, for a percentage without a number is no fact here either.
"""

import math
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from benchmarks.others.scoring import Case, Result, read_json, reason_for, share
from pipeline.normalising.numerals import NumberMatch, find_numbers
from pipeline.normalising.percents import percent_span

Found = list[tuple[int, int, float]]
_BAR = 90.0


def results(peers: Path) -> Iterator[Result]:
    """The two models."""
    yield _result(peers, "NumberModel", _numbers)
    yield _result(peers, "PercentModel", _percents)


def _result(peers: Path, model: str, find: Callable[[str], Found]) -> Result:
    cases = read_json(peers, f"recognizers-text/{model}.json")
    failing = [
        Case(case["Input"], _shown(expected), _shown(found), reason_for(model, case["Input"]))
        for case in cases
        if not _same(expected := _expected(case), found := find(case["Input"]))
    ]
    right = len(cases) - len(failing)
    measure = "cases with every span and value right"
    score = share(right, len(cases))
    return Result(
        f"Recognizers-Text {model}", measure, len(cases), right, score, _BAR, failing=failing
    )


def _expected(case: dict[str, Any]) -> Found:
    """Start, end (exclusive here, inclusive there) and value of each result that has a value."""
    return [
        (result["Start"], result["End"] + 1, float(value.removesuffix("%")))
        for result in case["Results"]
        if (value := result["Resolution"].get("value")) not in (None, "null")
    ]


def _same(expected: Found, found: Found) -> bool:
    return len(expected) == len(found) and all(
        one[:2] == other[:2] and math.isclose(one[2], other[2], rel_tol=1e-9)
        for one, other in zip(expected, found, strict=True)
    )


def _singles(text: str) -> Iterator[NumberMatch]:
    """Every number, the two of a range apart."""
    for match in find_numbers(text):
        yield from match.parts or (match,)


def _numbers(text: str) -> Found:
    return [
        (match.bare, match.bare_end, float(match.quantity.value))
        for match in _singles(text)
        if match.quantity.value is not None
    ]


def _percents(text: str) -> Found:
    return [
        (*span, float(match.quantity.value))
        for match in _singles(text)
        if match.quantity.value is not None and (span := percent_span(text, match))
    ]


def _shown(found: Found) -> str:
    return ", ".join(f"{value:g}" for _, _, value in found) or "nothing"
