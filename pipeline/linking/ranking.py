"""Choosing among the places or times that a count may hold at: a weighted sum of features, the highest wins.

The weights are data, models/weights/NAME.tsv, fitted on the development gold by `ehistory train`
(a conditional logit over each count's options, "none" among them; McFadden 1974).
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
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
    return sum([table.get(feature, 0.0) for feature in option.features])


def chosen(options: Sequence[Option[T]], name: str) -> tuple[T, float]:
    """The best option's value and its probability (0-1), equal values counted together."""
    table = _weights(name)
    scores = [score(option, table) for option in options]
    highest = max(scores)
    powers = [math.exp(value - highest) for value in scores]
    best = options[scores.index(highest)].value
    share = sum(p for p, option in zip(powers, options, strict=True) if option.value == best)
    return best, share / sum(powers)
