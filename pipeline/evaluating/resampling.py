"""Bootstrap over articles: how often each article is drawn, and the intervals that follow.

Percentile intervals (Efron and Tibshirani 1993, chapter 13). The seed is fixed: the same counts
give the same intervals. One article alone has none: it can't tell how articles differ.
"""

import numpy as np
from numpy.typing import NDArray

from pipeline.evaluating.results import Ratio

Table = NDArray[np.float64]

RESAMPLES = 1000
SEED = 2013
LEVEL = 95


def draws(n_articles: int) -> Table:
    """How often each article counts: one row of ones (the sample itself), then the resamples.

    Fewer than two articles have no resamples.
    """
    itself = np.ones((1, n_articles))
    if n_articles < 2:
        return itself
    chances = np.full(n_articles, 1 / n_articles)
    drawn = np.random.default_rng(SEED).multinomial(n_articles, chances, size=RESAMPLES)
    return np.concatenate([itself, drawn])


def divide(numerator: Table, denominator: Table) -> Table:
    """Element by element; NaN where the denominator is zero."""
    out = np.full(np.broadcast_shapes(numerator.shape, denominator.shape), np.nan)
    quotient: Table = np.divide(numerator, denominator, out=out, where=denominator > 0)
    return quotient


def interval(values: Table) -> Ratio:
    """The ratio of `draws`' first row, between the percentiles of the others that are defined."""
    if np.isnan(values[0]):
        return Ratio()
    resampled = values[1:][~np.isnan(values[1:])]
    if not resampled.size:
        return Ratio(value=float(values[0]))
    tail = (100 - LEVEL) / 2
    low, high = np.percentile(resampled, [tail, 100 - tail])
    return Ratio(value=float(values[0]), low=float(low), high=float(high))
