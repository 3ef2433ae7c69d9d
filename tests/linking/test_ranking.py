"""The best option and how sure it is."""

import math
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.lexicons import weights
from pipeline.linking.ranking import START, Option, Weights, chosen, decided

TIME = weights("time")


@pytest.mark.parametrize(
    ("features", "value"), [((), 0.0), (("a",), 2.0), (("a", "b"), 1.5), (("unknown",), 0.0)]
)
def test_a_score_is_the_sum_of_the_weights(features: tuple[str, ...], value: float) -> None:
    """A feature without a weight weighs nothing."""
    assert Weights({"a": (2.0,), "b": (-0.5,)}).scores([features]) == [value]


@pytest.mark.parametrize(
    ("features", "value"),
    [
        ((), 1.0),
        (("a",), 2.0 + 4.0),
        (("b",), -0.5 - 2.0),
        (("a", "b"), 1.5 + 2.0 - 2.0),
        (("unknown",), 1.0),
    ],
)
def test_hidden_units_count_above_zero_half_of_them_against(
    features: tuple[str, ...], value: float
) -> None:
    """The first unit speaks for an option, the second against it; both start from somewhere."""
    rows = {START: (0.0, 1.0, -1.0), "a": (2.0, 3.0, 0.0), "b": (-0.5, -2.0, 3.0)}
    assert Weights(rows).scores([features]) == [pytest.approx(value)]


def test_options_are_scored_each_by_itself() -> None:
    """Whatever stands beside them, one without features too."""
    told = Weights({START: (0.0, 1.0, -1.0), "a": (2.0, 3.0, 0.0), "b": (-0.5, -2.0, 3.0)})
    options: list[tuple[str, ...]] = [("a",), (), ("a", "b"), ("b",)]
    assert told.scores(options) == [told.scores([option])[0] for option in options]


_OPTIONS = st.lists(
    st.builds(
        Option,
        st.sampled_from(["1937", "1938", None]),
        st.lists(st.sampled_from(sorted(TIME)), max_size=40).map(tuple),
    ),
    min_size=1,
)


@given(_OPTIONS)
def test_the_choice_is_the_likeliest_and_its_probability_a_share(
    options: list[Option[str | None]],
) -> None:
    """No value is likelier, and it has no less than an even share of the values."""
    value, probability = chosen(options, "time")
    shares: Counter[str | None] = Counter()
    scores = Weights(TIME).scores([option.features for option in options])
    for option, points in zip(options, scores, strict=True):
        shares[option.value] += math.exp(points)
    assert shares[value] == pytest.approx(max(shares.values()))
    assert 1 / len(shares) - 1e-9 <= probability <= 1 + 1e-9


def test_a_value_told_twice_may_win_over_one_told_once() -> None:
    """Two weak tellings of a year are likelier than one that is a little stronger."""
    options = [Option("1937", ("a",)), Option("1959", ("b",)), Option("1959", ("b",))]
    assert decided(options, Weights({"a": (0.5,), "b": (0.1,)}))[0] == "1959"


def test_equal_values_count_together() -> None:
    """Two tellings of one year and nothing else leave no doubt."""
    options = [Option("1937", ("form=year:same",)), Option("1937", ())]
    assert chosen(options, "time") == ("1937", pytest.approx(1.0))
