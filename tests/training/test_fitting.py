"""Weights fitted on examples: they part right from wrong, and are judged on articles they never saw."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.training import fitting
from pipeline.training.fitting import Example, Shape, accuracy, cross_validated, fit

TOY = [Example((("good", "here"), ("bad", "here")), (True, False), f"a{n}") for n in range(6)]


def test_the_feature_of_the_right_option_gains() -> None:
    """What right and wrong share weighs nothing."""
    weights = fit(TOY, Shape(penalty=0.1))
    assert weights["good"][0] > 0 > weights["bad"][0]
    assert weights["here"][0] == pytest.approx(0, abs=1e-6)
    assert accuracy(TOY, weights) == (6, 6)


def test_a_greater_penalty_keeps_weights_smaller() -> None:
    """The prior's precision."""
    assert fit(TOY, Shape(penalty=0.1))["good"] > fit(TOY, Shape(penalty=10))["good"] > (0,)


# One of two signs is more than none, and more than both: no sum of weights tells that.
EITHER = [
    Example((other, (sign,)), (False, True), f"{name}{n}")
    for n in range(3)
    for sign in ("a", "b")
    for name, other in (("none", ()), ("both", ("a", "b")))
]


@pytest.mark.parametrize(("units", "all_told"), [(0, False), (8, True)])
def test_hidden_units_tell_what_no_sum_of_weights_can(units: int, all_told: bool) -> None:
    """Where two signs take from each other."""
    right, total = accuracy(EITHER, fit(EITHER, Shape(units, penalty=0.1, unit_penalty=0.1)))
    assert (right == total) == all_told


def test_fitting_again_gives_the_same() -> None:
    """What hidden units begin with is random, and always the same."""
    shape = Shape(units=4)
    assert fit(EITHER, shape) == fit(EITHER, shape)


def test_the_gradient_is_that_of_the_loss() -> None:
    """At a point of no symmetry, against differences of the loss itself."""
    shape = Shape(units=4, penalty=0.3, unit_penalty=0.7)
    table = fitting._table([*EITHER, *TOY], {n: i for i, n in enumerate(["*", "a", "b", "good"])})
    rows = np.random.default_rng(1).normal(0, 0.5, (4, 5))
    _, gradient = fitting._loss(rows, table, shape)
    for place in np.ndindex(*rows.shape):
        beside = np.zeros_like(rows)
        beside[place] = 1e-6
        above, below = (fitting._loss(rows + s * beside, table, shape)[0] for s in (1, -1))
        assert gradient[place] == pytest.approx((above - below) / 2e-6, abs=1e-4)


@given(st.lists(st.booleans(), min_size=1, max_size=6))
def test_accuracy_counts_the_best_options(rights: list[bool]) -> None:
    """Of examples with an unknown feature too."""
    examples = [Example((("good",), ("unknown",)), (right, not right), "a") for right in rights]
    assert accuracy(examples, {"good": (1.0,)}) == (sum(rights), len(rights))


@pytest.mark.parametrize("folds", [2, 3, 8])
def test_no_fold_is_judged_by_weights_that_saw_its_articles(
    monkeypatch: pytest.MonkeyPatch, folds: int
) -> None:
    """Each article is held out once, with all its examples."""
    trained: list[set[str]] = []
    held: list[set[str]] = []

    def fitted(examples, shape):
        trained.append({e.article for e in examples})
        return {}

    def judged(examples, weights):
        held.append({e.article for e in examples})
        return 1, 1

    monkeypatch.setattr(fitting, "fit", fitted)
    monkeypatch.setattr(fitting, "accuracy", judged)
    articles = ("a", "b", "c", "a", "d")
    cross_validated([Example((("x",),), (True,), name) for name in articles], Shape(), folds)
    assert all(one and two and not one & two for one, two in zip(trained, held, strict=True))
    assert sorted(name for names in held for name in names) == ["a", "b", "c", "d"]


def test_cross_validation_tells_chance_from_skill() -> None:
    """A feature that says something different in every article helps none of them."""
    noise = [Example(((f"x{n}",), (f"y{n}",)), (False, True), f"a{n}") for n in range(4)]
    assert cross_validated(TOY, Shape(penalty=0.1), 3) == 1
    assert cross_validated(noise, Shape(penalty=0.1), 2) == 0
