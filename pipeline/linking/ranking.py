"""Choosing among the values that a field may have (places, times, kinds, bodies …): the highest score wins.

An option's score is the sum of the weights of its features and, in some choices, what a layer of hidden units makes of
them: each unit sums what the features add to it, counts where that is above zero, and speaks for the option, or, in the
second half of the units, against it. The weights are data, models/weights/NAME.tsv, fitted on the development gold by
`ehistory train` (a conditional logit over the options, "none" among them where a field may be empty; McFadden 1974).
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, repeat
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from pipeline.lexicons import weights

T = TypeVar("T")

# The feature that every option has where there are hidden units: what they start from.
START = "*"


@dataclass(frozen=True, slots=True)
class Option(Generic[T]):
    """A value that may be the right one, and what speaks for or against it."""

    value: T
    features: tuple[str, ...]


class Weights:
    """What each feature weighs, its first number, and what it adds to each hidden unit, the others if there are any.

    An unknown feature weighs nothing.
    """

    def __init__(self, rows: Mapping[str, Sequence[float]]) -> None:
        self._linear = {feature: row[0] for feature, row in rows.items()}
        self._index = {feature: number for number, feature in enumerate(rows)}
        self._rows = np.array(list(rows.values())) if START in rows else None

    def scores(self, features: Sequence[tuple[str, ...]]) -> list[float]:
        """The score of each option, told by its features."""
        if self._rows is None:
            return [sum(map(self._linear.get, told, _ZEROS)) for told in features]
        known = [[self._index[START], *self._known(told)] for told in features]
        begun = list(accumulate(map(len, known[:-1]), initial=0))
        sums = np.add.reduceat(self._rows[[number for told in known for number in told]], begun)
        return with_units(sums[:, 0], sums[:, 1:]).tolist()  # type: ignore[no-any-return]

    def _known(self, features: tuple[str, ...]) -> Iterator[int]:
        return (number for told in features if (number := self._index.get(told)) is not None)


_ZEROS = repeat(0.0)


@cache
def signs(units: int) -> NDArray[np.float64]:
    """What each of some hidden units counts: the first half for an option, the others against it."""
    return np.where(np.arange(units) < units // 2, 1.0, -1.0)


def with_units(linear: NDArray[np.float64], sums: NDArray[np.float64]) -> NDArray[np.float64]:
    """Scores of options, one sum of weights each, with the sums of their hidden units (options × units)."""
    return linear + np.maximum(sums, 0) @ signs(sums.shape[1])


@cache
def _weights(name: str) -> Weights:
    return Weights(weights(name))


def chosen(options: Sequence[Option[T]], name: str) -> tuple[T, float]:
    """The likeliest value and its probability (0-1), options of one value counted together."""
    return decided(options, _weights(name))


def shares(options: Sequence[Option[T]], name: str) -> dict[T, float]:
    """The probability of each value (together 1)."""
    return _shares(options, _weights(name))


def decided(options: Sequence[Option[T]], told: Weights) -> tuple[T, float]:
    """The likeliest value under some weights; of equally likely ones the first."""
    likely = _shares(options, told)
    best = max(likely, key=likely.__getitem__)
    return best, likely[best]


def _shares(options: Sequence[Option[T]], told: Weights) -> dict[T, float]:
    scores = told.scores([option.features for option in options])
    highest = max(scores)
    powers: dict[T, float] = {}
    for option, value in zip(options, scores, strict=True):
        powers[option.value] = powers.get(option.value, 0.0) + math.exp(value - highest)
    whole = sum(powers.values())
    return {value: power / whole for value, power in powers.items()}
