"""A conditional logit over options, fitted by maximum likelihood with an L2 penalty (McFadden 1974).

An example is one count with its options, some of them right; its loss is the negative log of the right
options' share. The penalty is the prior's precision, chosen by cross-validation over articles. Some choices have
a layer of hidden units beside the weights (pipeline/linking/ranking.py), fitted with them by the same loss.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from pipeline.linking.ranking import START, Weights, signs, with_units

Floats = NDArray[np.float64]
# What fewer examples have, a word of one article, tells nothing of others.
FEWEST = 3


@dataclass(frozen=True, slots=True)
class Example:
    """The features of each option, which options are right, and the article the example is from."""

    options: tuple[tuple[str, ...], ...]
    right: tuple[bool, ...]
    article: str


@dataclass(frozen=True, slots=True)
class Shape:
    """How many hidden units a choice has, and the penalties of the weights and of what features add to the units.

    That of the weights is the smallest that no choice's cross-validated accuracy gains more than a point by leaving;
    that of the units and their number: docs/decisions/0020-hidden-units.md.
    """

    units: int = 0
    penalty: float = 2.0
    unit_penalty: float = 20.0


@dataclass(frozen=True, slots=True)
class _Table:
    """All examples as one matrix, a row an option; `owner` is the example of each row."""

    matrix: csr_matrix
    owner: NDArray[np.int64]
    right: NDArray[np.bool_]
    size: int


Rows = dict[str, tuple[float, ...]]
# Units that begin alike stay alike: they begin at random, always the same, so small that most examples reach them all.
_SEED, _SPREAD = 0, 0.15
# The search ends by itself without hidden units; with them later steps learn single examples by heart.
_STEPS, _UNIT_STEPS = 15_000, 120


def fit(examples: Sequence[Example], shape: Shape) -> Rows:
    """The weight of each feature that `FEWEST` examples have, and what it adds to each hidden unit."""
    seen = Counter(chain.from_iterable({f for o in e.options for f in o} for e in examples))
    names = sorted(feature for feature, count in seen.items() if count >= FEWEST)
    if shape.units:
        names = [START, *names]
    table = _table(examples, {name: column for column, name in enumerate(names)})
    size = len(names), 1 + shape.units
    start = np.random.default_rng(_SEED).normal(0, _SPREAD, size)
    start[:, 0] = 0
    result = minimize(
        lambda told: _flat(_loss(told.reshape(size), table, shape)),
        start.ravel(),
        jac=True,
        method="L-BFGS-B",
        options={"maxiter": _UNIT_STEPS if shape.units else _STEPS},
    )
    rows = result.x.reshape(size).tolist()
    return {name: tuple(row) for name, row in zip(names, rows, strict=True)}


def accuracy(examples: Iterable[Example], rows: Mapping[str, Sequence[float]]) -> tuple[int, int]:
    """How many examples' best option is right, and how many examples there are."""
    right = total = 0
    weights = Weights(rows)
    for example in examples:
        scores = weights.scores(example.options)
        right += example.right[scores.index(max(scores))]
        total += 1
    return right, total


def cross_validated(examples: Sequence[Example], shape: Shape, folds: int) -> float:
    """The accuracy over folds of whole articles, each judged by weights fitted on the others; two articles at least."""
    articles = sorted({example.article for example in examples})
    folds = min(folds, len(articles))
    fold = {article: number % folds for number, article in enumerate(articles)}
    right = total = 0
    for held in range(folds):
        rows = fit([e for e in examples if fold[e.article] != held], shape)
        r, t = accuracy((e for e in examples if fold[e.article] == held), rows)
        right, total = right + r, total + t
    return right / total


def _table(examples: Sequence[Example], index: Mapping[str, int]) -> _Table:
    columns: list[int] = []
    starts, owner, right = [0], [], []
    always = [index[START]] if START in index else []
    for number, example in enumerate(examples):
        for option, good in zip(example.options, example.right, strict=True):
            columns += always
            columns += [index[feature] for feature in option if feature in index]
            starts.append(len(columns))
            owner.append(number)
            right.append(good)
    data = np.ones(len(columns))
    matrix = csr_matrix((data, columns, starts), shape=(len(owner), len(index)))
    return _Table(matrix, np.array(owner), np.array(right), len(examples))


def _loss(rows: Floats, table: _Table, shape: Shape) -> tuple[float, Floats]:
    """The penalized loss of a matrix of weights (features × 1 + units), and its gradient."""
    sums = table.matrix @ rows
    scores = with_units(sums[:, 0], sums[:, 1:])
    highest = np.full(table.size, -np.inf)
    np.maximum.at(highest, table.owner, scores)
    powers = np.exp(scores - highest[table.owner])
    whole = np.bincount(table.owner, powers, table.size)
    good = np.bincount(table.owner, powers * table.right, table.size)
    missed = powers / whole[table.owner] - powers * table.right / good[table.owner]
    through = np.where(sums > 0, [1.0, *signs(shape.units)], 0.0)
    through[:, 0] = 1
    penalties = np.array([shape.penalty, *[shape.unit_penalty] * shape.units])
    loss = -np.log(good / whole).sum() + 0.5 * (penalties * rows**2).sum()
    gradient = table.matrix.T @ (missed[:, None] * through) + penalties * rows
    return float(loss), gradient


def _flat(told: tuple[float, Floats]) -> tuple[float, Floats]:
    return told[0], told[1].ravel()
