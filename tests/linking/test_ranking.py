"""The best option and how sure it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.lexicons import weights
from pipeline.linking.ranking import Option, chosen, score

TIME = weights("time")


@pytest.mark.parametrize(
    ("features", "value"), [((), 0.0), (("a",), 2.0), (("a", "b"), 1.5), (("unknown",), 0.0)]
)
def test_a_score_is_the_sum_of_the_weights(features: tuple[str, ...], value: float) -> None:
    """A feature without a weight weighs nothing."""
    assert score(Option("x", features), {"a": 2.0, "b": -0.5}) == value


_OPTIONS = st.lists(
    st.builds(
        Option,
        st.sampled_from(["1937", "1938", None]),
        st.lists(st.sampled_from(sorted(TIME)), max_size=40).map(tuple),
    ),
    min_size=1,
)


@given(_OPTIONS)
def test_the_choice_is_the_highest_and_its_probability_a_share(
    options: list[Option[str | None]],
) -> None:
    """Between 0 and 1, and no less than an even share of the values."""
    value, probability = chosen(options, "time")
    best = max(options, key=lambda option: score(option, TIME))
    assert value == best.value
    assert 1 / len(options) - 1e-9 <= probability <= 1 + 1e-9


def test_equal_values_count_together() -> None:
    """Two tellings of one year and nothing else leave no doubt."""
    options = [Option("1937", ("form=year:same",)), Option("1937", ())]
    assert chosen(options, "time") == ("1937", pytest.approx(1.0))
