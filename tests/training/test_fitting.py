"""Weights fitted on examples: they part right from wrong, and are judged on articles they never saw."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.training import fitting
from pipeline.training.fitting import Example, accuracy, cross_validated, fit

TOY = [Example((("good", "here"), ("bad", "here")), (True, False), f"a{n}") for n in range(6)]


def test_the_feature_of_the_right_option_gains() -> None:
    """What right and wrong share weighs nothing."""
    weights = fit(TOY, 0.1)
    assert weights["good"] > 0 > weights["bad"]
    assert weights["here"] == pytest.approx(0, abs=1e-6)
    assert accuracy(TOY, weights) == (6, 6)


def test_a_greater_penalty_keeps_weights_smaller() -> None:
    """The prior's precision."""
    assert fit(TOY, 0.1)["good"] > fit(TOY, 10)["good"] > 0


@given(st.lists(st.booleans(), min_size=1, max_size=6))
def test_accuracy_counts_the_best_options(rights: list[bool]) -> None:
    """Of examples with an unknown feature too."""
    examples = [Example((("good",), ("unknown",)), (right, not right), "a") for right in rights]
    assert accuracy(examples, {"good": 1.0}) == (sum(rights), len(rights))


@pytest.mark.parametrize("folds", [2, 3, 8])
def test_no_fold_is_judged_by_weights_that_saw_its_articles(
    monkeypatch: pytest.MonkeyPatch, folds: int
) -> None:
    """Each article is held out once, with all its examples."""
    trained: list[set[str]] = []
    held: list[set[str]] = []

    def fitted(examples, penalty):
        trained.append({e.article for e in examples})
        return {}

    def judged(examples, weights):
        held.append({e.article for e in examples})
        return 1, 1

    monkeypatch.setattr(fitting, "fit", fitted)
    monkeypatch.setattr(fitting, "accuracy", judged)
    articles = ("a", "b", "c", "a", "d")
    cross_validated([Example((("x",),), (True,), name) for name in articles], 1.0, folds)
    assert all(one and two and not one & two for one, two in zip(trained, held, strict=True))
    assert sorted(name for names in held for name in names) == ["a", "b", "c", "d"]


def test_cross_validation_tells_chance_from_skill() -> None:
    """A feature that says something different in every article helps none of them."""
    noise = [Example(((f"x{n}",), (f"y{n}",)), (False, True), f"a{n}") for n in range(4)]
    assert cross_validated(TOY, 0.1, 3) == 1
    assert cross_validated(noise, 0.1, 2) == 0
