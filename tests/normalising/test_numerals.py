"""Numbers in text become exact values, bounds and qualifiers."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.normalising.numerals import find_numbers, number_value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("82 thousand 300", 82300),
        ("1 million 200 thousand", 1_200_000),
        ("1.75 mln", 1_750_000),
        ("14,9 mln", 14_900_000),
        ("5 thous", 5000),
        ("2,5 thousand", 2500),
        ("3 million 800 thousand 500", 3_800_500),
        ("twelve thousand five hundred", 12_500),
        ("one thousand two hundred and five", 1205),
        ("two hundred and fifty thousand", 250_000),
        ("one and a half million", 1_500_000),
        ("two and a half thousand", 2500),
        ("half a million", 500_000),
        ("two dozen", 24),
        ("a hundred thousand", 100_000),
        ("twenty-five", 25),
        ("1 234 567", 1_234_567),
        ("1,234,567", 1_234_567),
        ("1.234.567", 1_234_567),
        ("1'234'567", 1_234_567),
        ("6,200", 6200),
        ("13,75", "13.75"),
    ],
)
def test_a_number_has_its_exact_value(text: str, value: int | str) -> None:
    """Grouping, decimals, multipliers and words."""
    assert number_value(text) == Decimal(value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("by 6, 2 percent", "6.2"),
        ("6,2%", "6.2"),
        ("6.2 per cent", "6.2"),
        ("40, 6 %", "40.6"),
        ("1, 5 million people", "1500000"),
        ("6,200 people", "6200"),
        ("14,9 mln. people", "14900000"),
        ("they were 5 thous.", "5000"),
    ],
)
def test_context_decides_what_a_comma_is(text: str, value: str) -> None:
    """A space after the comma is allowed before a per cent word or a multiplier alone."""
    (match,) = find_numbers(text)
    assert match.quantity.value == Decimal(value)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("15–20 thousand", 15_000, 20_000),
        ("from 1 million 200 thousand to 1.75 million", 1_200_000, 1_750_000),
        ("between 3 and 4 thousand", 3000, 4000),
        ("40 or 50", 40, 50),
        ("three to four hundred", 300, 400),
        ("10 000-12 000", 10_000, 12_000),
        ("from 500 to 2 thousand", 500, 2000),
    ],
)
def test_a_range_shares_its_multiplier(text: str, low: int, high: int) -> None:
    """The multiplier of the upper bound holds for the lower one where that is smaller."""
    (match,) = find_numbers(text)
    assert (match.start, match.end) == (0, len(text))
    assert (match.quantity.low, match.quantity.high, match.quantity.value) == (low, high, None)
    assert match.quantity.qualifier == "range"


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("about 300", "approximate"),
        ("some 300", "approximate"),
        ("300-odd", "approximate"),
        ("more than 300", "more_than"),
        ("over 300", "more_than"),
        ("at least 300", "at_least"),
        ("not less than 300", "at_least"),
        ("300 and more", "at_least"),
        ("up to 300", "at_most"),
        ("not more than 300", "at_most"),
        ("less than 300", "less_than"),
        ("under 300", "less_than"),
        ("300", "exact"),
    ],
)
def test_a_qualifier_belongs_to_the_span(text: str, qualifier: str) -> None:
    """The span covers the qualifier; its bounds follow the contract."""
    (match,) = find_numbers(text)
    quantity = match.quantity
    assert (match.start, match.end) == (0, len(text))
    assert (quantity.value, quantity.qualifier) == (300, qualifier)
    assert (quantity.low == 300) == (qualifier in ("more_than", "at_least"))
    assert (quantity.high == 300) == (qualifier in ("less_than", "at_most"))


@pytest.mark.parametrize("text", ["the 1930s", "12th", "half of them", "million", "XX century"])
def test_ordinals_decades_and_vague_words_are_no_numbers(text: str) -> None:
    """Nothing is found."""
    assert list(find_numbers(text)) == []


@given(st.integers(min_value=0, max_value=10**12))
def test_grouped_digits_round_trip(number: int) -> None:
    """Every integer is read back from each way of grouping."""
    for separator in (" ", ",", ".", "'"):
        assert number_value(f"{number:,}".replace(",", separator)) == number


@given(st.integers(1, 999), st.integers(1, 999))
def test_mixed_numbers_add_up(thousands: int, rest: int) -> None:
    """ "N thousand M" is N * 1000 + M."""
    assert number_value(f"{thousands} thousand {rest}") == thousands * 1000 + rest


@given(st.text(alphabet="0123456789 ,.-–thousandmillionfromto%", max_size=60))
def test_matches_are_ordered_and_inside_the_text(text: str) -> None:
    """No input makes overlapping or outlying matches, or an error."""
    last = 0
    for match in find_numbers(text):
        assert 0 <= match.start < match.end <= len(text)
        assert match.bare >= last
        last = match.end
