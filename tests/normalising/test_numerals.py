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
        ("four hundred million", 400_000_000),
        ("three thousand million", 3_000_000_000),
        ("3 hundred and 21", 321),
        ("5 mill. 300 thousand", 5_300_000),
        ("a million and a half", 1_500_000),
        ("thirty-six hundred", 3600),
        ("13 lakh", 1_300_000),
        ("1.234,56", "1234.56"),
        ("12,34,567.89", "1234567.89"),
        ("10k", 10_000),
        ("4.3M", 4_300_000),
        ("2mil", 2_000_000),
        (".75", "0.75"),
        ("0.250", "0.250"),
        ("1.3x10^6", 1_300_000),
        ("2e3", 2000),
        ("five point zero four", "5.04"),
        ("two point two million", 2_200_000),
        ("one point seventy-one", "1.71"),
        ("one point seventy", "1.70"),
        ("one point twelve", "1.12"),
        ("one point zero three", "1.03"),
        ("one point 5", "1.5"),
        ("two point zero three million", 2_030_000),
        ("minus 130", -130),
        ("-4.5", "-4.5"),
        ("nought", 0),
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
        ("16, 25 million people", "16250000"),
        ("2,165 percent", "2165"),
        ("0,125 percent", "0.125"),
        ("12,125 percent", "12.125"),
        ("1, 5 million people", "1500000"),
        ("6,200 people", "6200"),
        ("14,9 mln. people", "14900000"),
        ("they were 5 thous.", "5000"),
        ("40-odd thousand readers", "40000"),
        ("1,956 thousand people", "1956000"),
        ("1.956 thousand people", "1956"),
        ("1,956 million people", "1956000"),
        ("over 1, 000, 000 inmates", "1000000"),
        ("more than thousand riders", "1000"),
        ("nearby hundred guests", "100"),
        ("about million sheep", "1000000"),
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
        ("5÷6 thousand", 5000, 6000),
        ("from 30 up to 40", 30, 40),
        ("three to four hundred", 300, 400),
        ("fifty to a hundred thousand", 50_000, 100_000),
        ("one hundred and fifty to three hundred thousand", 150_000, 300_000),
        ("10 000-12 000", 10_000, 12_000),
        ("from 500 to 2 thousand", 500, 2000),
        ("from 252 miles to 287", 252, 287),
        ("between 5% and 6", 5, 6),
        ("between $62 and $68", 62, 68),
        ("from 21 mpg combined to 23", 21, 23),
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
        ("more than by 300", "more_than"),
        ("over 300", "more_than"),
        ("just over 300", "more_than"),
        ("a little more than 300", "more_than"),
        ("slightly less than 300", "less_than"),
        ("at least 300", "at_least"),
        ("not less than 300", "at_least"),
        ("300 and more", "at_least"),
        ("up to 300", "at_most"),
        ("as many as 300", "exact"),
        ("barely 300", "approximate"),
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


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("two thirds", 2 / 3),
        ("three-quarters", 0.75),
        ("one third", 1 / 3),
        ("3/4", 0.75),
        ("2 1/4", 2.25),
        ("2½", 2.5),
        ("five and a quarter", 5.25),
        ("two and a half", 2.5),
        ("three twenty-firsts", 3 / 21),
        ("one hundred and thirty-two fifths", 132 / 5),
        ("two hundred and fifty-four hundredths", 200.54),
        ("one out of three", 1 / 3),
        ("one in ten", 0.1),
        ("1 in 4", 0.25),
        ("one over three", 1 / 3),
    ],
)
def test_a_fraction_is_marked_as_one(text: str, value: float) -> None:
    """Shares and mixed numbers, in words and signs."""
    (match,) = find_numbers(text)
    assert (match.start, match.end, match.fraction) == (0, len(text), True)
    assert match.quantity.value is not None
    assert float(match.quantity.value) == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("half a million", 500_000),
        ("quarter million", 250_000),
        ("three quarters of a million", 750_000),
        ("one million and a half", 1_500_000),
        ("a billion and a half million", 1_000_500_000),
        ("three hundred and two dozens", 324),
    ],
)
def test_a_multiplied_fraction_is_a_count(text: str, value: int) -> None:
    """The multiplier makes it a number like others."""
    assert number_value(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("it cost $5.4m then", 5_400_000),
        ("it cost US$2bn then", 2_000_000_000),
        ("it cost RM23.50 then", "23.5"),
        ("some 1.5m people came", 1_500_000),
        ("a wall 1.5m high", "1.5"),
        ("the 64GB disk", 64),
        ("an area of 32m2 there", 32),
        ("a third of the land", Decimal(1) / 3),
        ("half the land", "0.5"),
        ("at minus-5 degrees", -5),
        ("down to -5C by night", -5),
        ("Kazakhs -5 thousand", 5000),
    ],
)
def test_signs_units_and_words_beside_it_belong_to_a_number(text: str, value: int | str) -> None:
    """A currency or a unit may touch the digits; "m" is a million of money and of what is counted."""
    (match,) = find_numbers(text)
    assert match.quantity.value == Decimal(value)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("items 22,24,26,31", [22, 24, 26, 31]),
        ("host 192.168.1.2", [192, 168, 1, 2]),
        ("open 24/7", [24, 7]),
        ("school No. 1 in 3 shifts", [1, 3]),
        ("the only one in 20 years", [20]),
        ("4000 3 hundred and 21", [4000, 321]),
        ("see https://host/a%20b?x=30% now", []),
    ],
)
def test_a_list_is_no_single_number(text: str, values: list[int]) -> None:
    """What only looks like one number is read as several; an address on the web holds none."""
    assert [match.quantity.value for match in find_numbers(text)] == values


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [("thousands of", 1000, 10_000), ("tens of millions of", 10_000_000, 100_000_000)],
)
def test_a_vague_plural_has_its_order_of_size(text: str, low: int, high: int) -> None:
    """It is marked, so that nothing counts with it by mistake."""
    (match,) = find_numbers(f"{text} people")
    assert (match.vague, match.quantity.value) == (True, None)
    assert (match.quantity.low, match.quantity.high) == (low, high)


@pytest.mark.parametrize(
    "text",
    [
        "the 1930s",
        "12th",
        "million",
        "XX century",
        "the twenty-fifth anniversary",
        "the second half of it",
        "which one",
        "the other half",
        "last quarter",
        "a third party",
        "route A320x",
    ],
)
def test_ordinals_decades_and_bare_words_are_no_numbers(text: str) -> None:
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
