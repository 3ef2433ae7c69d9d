"""Choosing among the values that a field may have (places, times, kinds, bodies …): the highest sum of weights wins.

The weights are data, models/weights/NAME.tsv, fitted on the development gold by `ehistory train`
(a conditional logit over the options, "none" among them where a field may be empty; McFadden 1974).
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import repeat
from typing import Generic, TypeVar

from pipeline.lexicons import weights

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Option(Generic[T]):
    """A value that may be the right one, and what speaks for or against it."""

    value: T
    features: tuple[str, ...]


@cache
def _weights(name: str) -> Mapping[str, float]:
    return dict(weights(name))


def score(option: Option[T], table: Mapping[str, float]) -> float:
    """The sum of the weights of an option's features; an unknown feature weighs nothing."""
    return sum(map(table.get, option.features, repeat(0.0)))


def chosen(options: Sequence[Option[T]], name: str) -> tuple[T, float]:
    """The likeliest value and its probability (0-1), options of one value counted together."""
    return decided(options, _weights(name))


def shares(options: Sequence[Option[T]], name: str) -> dict[T, float]:
    """The probability of each value (together 1)."""
    return _shares(options, _weights(name))


def decided(options: Sequence[Option[T]], table: Mapping[str, float]) -> tuple[T, float]:
    """The likeliest value under a table of weights; of equally likely ones the first."""
    told = _shares(options, table)
    best = max(told, key=told.__getitem__)
    return best, told[best]


def _shares(options: Sequence[Option[T]], table: Mapping[str, float]) -> dict[T, float]:
    scores = [score(option, table) for option in options]
    highest = max(scores)
    powers: dict[T, float] = {}
    for option, value in zip(options, scores, strict=True):
        powers[option.value] = powers.get(option.value, 0.0) + math.exp(value - highest)
    whole = sum(powers.values())
    return {value: power / whole for value, power in powers.items()}
