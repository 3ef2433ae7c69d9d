"""Reliability bins and the expected calibration error, by hand."""

import pytest

from pipeline.evaluating.calibration import calibrate
from pipeline.evaluating.results import Judged


def judged(*pairs: tuple[float, bool]) -> list[Judged]:
    return [Judged(confidence=confidence, correct=correct) for confidence, correct in pairs]


@pytest.mark.parametrize(
    ("pairs", "ece"),
    [
        ([], None),
        ([(1.0, True)], 0.0),
        ([(1.0, False)], 1.0),
        # (2 * |0.95 - 0.5| + 2 * |0.55 - 1|) / 4
        ([(0.95, True), (0.95, False), (0.55, True), (0.55, True)], 0.45),
        # One bin: the mean confidence 0.85 against a precision of 0.5.
        ([(0.82, True), (0.88, False)], 0.35),
    ],
)
def test_expected_calibration_error(pairs, ece) -> None:
    """The mean gap of the bins, weighed by their size."""
    assert calibrate(judged(*pairs)).ece == pytest.approx(ece)


@pytest.mark.parametrize(
    ("confidence", "place"),
    [(0.0, 0), (0.1, 0), (0.11, 1), (0.3, 2), (0.6, 5), (0.7, 6), (0.95, 9), (1.0, 9)],
)
def test_bins_are_closed_above(confidence, place) -> None:
    """A confidence on an edge belongs to the bin below it."""
    bins = calibrate(judged((confidence, True))).bins
    assert [part.count for part in bins].index(1) == place


def test_an_empty_bin_has_no_means() -> None:
    """Nothing was predicted there, so nothing is said of it."""
    first = calibrate(judged((0.95, True))).bins[0]
    assert (first.count, first.confidence, first.precision) == (0, None, None)
