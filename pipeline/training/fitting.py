"""A conditional logit over options, fitted by maximum likelihood with an L2 penalty (McFadden 1974).

An example is one count with its options, some of them right; its loss is the negative log of the right
options' share. The penalty is the prior's precision, chosen by cross-validation over articles.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

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
class _Table:
    """All examples as one matrix, a row an option; `owner` is the example of each row."""

    matrix: csr_matrix
    owner: NDArray[np.int64]
    right: NDArray[np.bool_]
    size: int


def fit(examples: Sequence[Example], penalty: float) -> dict[str, float]:
    """Weights by feature, of those alone that `FEWEST` examples have."""
    seen = Counter(f for example in examples for f in {f for o in example.options for f in o})
    names = sorted(feature for feature, count in seen.items() if count >= FEWEST)
    index = {name: column for column, name in enumerate(names)}
    table = _table(examples, index)
    start = np.zeros(len(names))
    result = minimize(_loss, start, args=(table, penalty), jac=True, method="L-BFGS-B")
    return dict(zip(names, (float(weight) for weight in result.x), strict=True))


def accuracy(examples: Iterable[Example], weights: Mapping[str, float]) -> tuple[int, int]:
    """How many examples' best option is right, and how many examples there are."""
    right = total = 0
    for example in examples:
        scores = [sum(weights.get(f, 0.0) for f in option) for option in example.options]
        right += example.right[scores.index(max(scores))]
        total += 1
    return right, total


def cross_validated(examples: Sequence[Example], penalty: float, folds: int) -> float:
    """The accuracy over folds of whole articles, each judged by weights fitted on the others; two articles at least."""
    articles = sorted({example.article for example in examples})
    folds = min(folds, len(articles))
    fold = {article: number % folds for number, article in enumerate(articles)}
    right = total = 0
    for held in range(folds):
        weights = fit([e for e in examples if fold[e.article] != held], penalty)
        r, t = accuracy((e for e in examples if fold[e.article] == held), weights)
        right, total = right + r, total + t
    return right / total


def _table(examples: Sequence[Example], index: Mapping[str, int]) -> _Table:
    columns: list[int] = []
    starts, owner, right = [0], [], []
    for number, example in enumerate(examples):
        for option, good in zip(example.options, example.right, strict=True):
            columns += [index[feature] for feature in option if feature in index]
            starts.append(len(columns))
            owner.append(number)
            right.append(good)
    data = np.ones(len(columns))
    matrix = csr_matrix((data, columns, starts), shape=(len(owner), len(index)))
    return _Table(matrix, np.array(owner), np.array(right), len(examples))


def _loss(weights: Floats, table: _Table, penalty: float) -> tuple[float, Floats]:
    scores = table.matrix @ weights
    highest = np.full(table.size, -np.inf)
    np.maximum.at(highest, table.owner, scores)
    powers = np.exp(scores - highest[table.owner])
    whole = np.bincount(table.owner, powers, table.size)
    good = np.bincount(table.owner, powers * table.right, table.size)
    share = powers / whole[table.owner]
    right_share = powers * table.right / good[table.owner]
    loss = -np.log(good / whole).sum() + 0.5 * penalty * (weights @ weights)
    gradient = table.matrix.T @ (share - right_share) + penalty * weights
    return float(loss), gradient
