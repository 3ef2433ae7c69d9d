"""How far confidence can be trusted: reliability bins and the expected calibration error.

Source: Guo et al. 2017, "On Calibration of Modern Neural Networks", section 2; bins are open on
the left.
"""

from collections.abc import Iterable

import numpy as np
from pydantic import BaseModel, ConfigDict

from pipeline.evaluating.results import Judged

BINS = 10


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True)


class Bin(_Frozen):
    """Predictions with a confidence above `low` up to `high`; an empty bin has no means."""

    low: float
    high: float
    count: int
    confidence: float | None = None
    precision: float | None = None


class Calibration(_Frozen):
    """`ece` is the mean gap between confidence and precision over predictions; null without any."""

    count: int
    ece: float | None
    bins: tuple[Bin, ...]


def _bin(low: float, high: float, confidences: np.ndarray, correct: np.ndarray) -> Bin:
    if not confidences.size:
        return Bin(low=low, high=high, count=0)
    return Bin(
        low=low,
        high=high,
        count=confidences.size,
        confidence=float(confidences.mean()),
        precision=float(correct.mean()),
    )


def _gap(part: Bin) -> float:
    if part.confidence is None or part.precision is None:
        return 0.0
    return part.count * abs(part.confidence - part.precision)


def calibrate(judged: Iterable[Judged], bins: int = BINS) -> Calibration:
    """Reliability of predicted facts in bins of equal width."""
    judged = tuple(judged)
    confidences = np.array([fact.confidence for fact in judged])
    correct = np.array([fact.correct for fact in judged], dtype=float)
    edges = np.round(np.linspace(0, 1, bins + 1), 6)
    places = np.digitize(confidences, edges[1:-1], right=True)
    parts = tuple(
        _bin(float(edges[i]), float(edges[i + 1]), confidences[places == i], correct[places == i])
        for i in range(bins)
    )
    ece = sum(map(_gap, parts)) / len(judged) if judged else None
    return Calibration(count=len(judged), ece=ece, bins=parts)
