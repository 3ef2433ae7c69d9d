"""Numbers in words and mixed: sums, multipliers, shares and signs; where one number ends and the next begins."""

import re
from decimal import Decimal

import pytest

from pipeline.alternatives import any_of
from pipeline.normalising.numerals import find_numbers, number_value


def _found(text: str) -> list[tuple[str, Decimal | None]]:
    return [(text[m.start : m.end], m.quantity.value) for m in find_numbers(text)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("hundred million", 100_000_000),
        ("hundred and forty thousand", 140_000),
        ("thousand million", 1_000_000_000),
        ("a thousand million", 1_000_000_000),
        ("hundred thousand million", 100_000_000_000),
        ("five hundred thousand", 500_000),
        ("twenty hundred", 2000),
        ("two dozen thousand", 24_000),
        ("a dozen dozen", 144),
        ("half a dozen", 6),
        ("three thousand five", 3005),
        ("one thousand and one", 1001),
        ("two thousand and five hundred", 2500),
        ("two thousand and twenty-five", 2025),
        ("two hundred thousand and thirty", 200_030),
        ("three hundred and five thousand and twelve", 305_012),
        ("one million and one thousand", 1_001_000),
        ("3 thousand 21", 3021),
        ("3 hundred and 1", 301),
        ("3 hundred and 99", 399),
        ("1 000 thousand", 1_000_000),
        ("1 thousand 999", 1999),
        ("ten point twenty-five", "10.25"),
        ("two point five million", 2_500_000),
        ("two point eleven", "2.11"),
        ("3.5bn", 3_500_000_000),
        ("2тыс", 2000),
        ("5 MLN", 5_000_000),
        ("1.5E3", 1500),
        ("2,5e3", 2500),
        ("2e-2", "0.02"),
        ("4 x 10^3", 4000),
        ("4×10−2", "0.04"),
        ("4X10^3", 4000),
        ("1.5 x 10^3", 1500),
        ("2^10", 1024),
        ("2^-1", "0.5"),
        ("1,5^2", "2.25"),
    ],
)
def test_a_number_is_summed_up(text: str, value: int | str) -> None:
    """Multipliers stack upward, smaller words add to larger ones, powers have their base."""
    assert number_value(text) == Decimal(value)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("3 thousand and 21", [("3 thousand", 3000), ("21", 21)]),
        ("3 hundred and 21 thousand", [("3 hundred", 300), ("21 thousand", 21_000)]),
        ("3 hundred and 0", [("3 hundred", 300), ("0", 0)]),
        ("several hundred and forty", [("forty", 40)]),
        ("by hundred percents", [("hundred", 100)]),
        ("3 hundred and 100", [("3 hundred", 300), ("100", 100)]),
        ("3 hundred and 21 and 5", [("3 hundred and 21", 321), ("5", 5)]),
        ("three hundred zero", [("three hundred", 300), ("zero", 0)]),
        ("one thousand and zero", [("one thousand", 1000), ("zero", 0)]),
        ("zero five", [("zero", 0), ("five", 5)]),
        ("five zero", [("five", 5), ("zero", 0)]),
        ("forty ten", [("forty", 40), ("ten", 10)]),
        ("twenty twenty", [("twenty", 20), ("twenty", 20)]),
        ("twenty and five", [("twenty", 20), ("five", 5)]),
        ("five twenty", [("five", 5), ("twenty", 20)]),
        ("twelve five", [("twelve", 12), ("five", 5)]),
        ("5 hundred-20", [("5 hundred", 500), ("20", 20)]),
        ("1 thousand 1000", [("1 thousand", 1000), ("1000", 1000)]),
        ("two hundred hundred", [("two hundred", 200)]),
        ("two point x", [("two", 2)]),
        ("2.5 point five", [("2.5", Decimal("2.5")), ("five", 5)]),
        ("one two", [("one", 1), ("two", 2)]),
        ("a lot, million people", []),
        ("hundred hundred", []),
        ("million thousand", []),
        ("the one 5", [("5", 5)]),
        ("one in all", [("one", 1)]),
        ("no one, 5", [("5", 5)]),
    ],
)
def test_a_number_ends_where_the_next_word_does_not_fit(
    text: str, found: list[tuple[str, int]]
) -> None:
    """A larger word does not add to a smaller one, nothing counts up twice, nought joins nothing."""
    assert _found(text) == found


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("half of it", "half", 0.5),
        ("more than half.", "more than half", 0.5),
        ("almost half of them", "almost half", 0.5),
        ("only half", "half", 0.5),
        ("at least half the herd", "at least half", 0.5),
        ("half a loaf", "half", 0.5),
        ("a quarter of the people", "a quarter", 0.25),
        ("a quarter, they say", "a quarter", 0.25),
        ("a tenth of them", "a tenth", 0.1),
        ("twenty thirty-fifths", "twenty thirty-fifths", 20 / 35),
        ("one hundred thirty-fifths", "one hundred thirty-fifths", 100 / 35),
        ("three twenty-fifths of it", "three twenty-fifths", 0.12),
        ("two tenths", "two tenths", 0.2),
        ("five thirtieths", "five thirtieths", 1 / 6),
        ("one twentieth of it", "one twentieth", 0.05),
        ("one twenty-first of it", "one twenty-first", 1 / 21),
        ("one and half percent", "one and half", 1.5),
        ("one-and-a-half percent", "one-and-a-half", 1.5),
        ("two and a third of the land", "two and a third", 7 / 3),
        ("two and a quarter hours", "two and a quarter", 2.25),
        ("two and a half hours", "two and a half", 2.5),
        ("three and three quarters", "three and three quarters", 3.75),
        ("3 and 1/2 pages", "3 and 1/2", 3.5),
        ("3 ½ pages", "3 ½", 3.5),
        ("zero out of ten", "zero out of ten", 0),
        ("five out of ten", "five out of ten", 0.5),
        ("one in nine hundred people", "one in nine hundred", 1 / 900),
        ("one in two thousand people", "one in two thousand", 1 / 2000),
        ("1 in 999 people", "1 in 999", 1 / 999),
        ("one over three, they say", "one over three", 1 / 3),
    ],
)
def test_a_share_is_read_whole(text: str, span: str, value: float) -> None:
    """With the words that tell it is one: an article, "of", a numerator, "than" or "only" before it."""
    (match,) = find_numbers(text)
    assert (text[match.start : match.end], match.fraction) == (span, True)
    assert match.quantity.value is not None
    assert float(match.quantity.value) == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("3/4 of it", False),
        ("3 ½ pages", False),
        ("¾ of it", False),
        ("three quarters of it", True),
        ("3 and a half", False),
        ("1 in 10 people", False),
        ("½ million people", False),
        ("half a million people", True),
        ("twenty-five people", True),
        ("3 hundred and 21", False),
        ("ten dozen", True),
    ],
)
def test_a_number_in_words_holds_no_digit(text: str, words: bool) -> None:
    """A share or a multiplied number like any other."""
    (match,) = find_numbers(text)
    assert match.words is words


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("over half a million people", "over half a million", 500_000),
        ("a half million people", "a half million", 500_000),
        ("a quarter of a million people", "a quarter of a million", 250_000),
        ("3 ½ million people", "3 ½ million", 3_500_000),
        ("one-and-a-half million people", "one-and-a-half million", 1_500_000),
        ("two and a quarter million people", "two and a quarter million", 2_250_000),
        ("two and a fifth million people", "two and a fifth million", 2_200_000),
        ("ten point 25 thousand people", "ten point 25 thousand", 10_250),
    ],
)
def test_a_multiplied_share_is_a_count_of_people(text: str, span: str, value: int) -> None:
    """It is no fraction any more, and says that it is multiplied."""
    (match,) = find_numbers(text)
    assert (match.fraction, match.multiplied) == (False, True)
    assert (text[match.start : match.end], match.quantity.value) == (span, value)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("two and a third party", [2]),
        ("two and a fifth column", [2]),
        ("two and the third", [2]),
        ("3 5/4", [3, 5, 4]),
        ("3 and 5/4", [3, 5, 4]),
        ("the second half of the land", []),
        ("this half of the land", []),
        ("a fifth column", []),
        ("half-hearted", []),
        ("quarter of it", []),
        ("a half brother", []),
        ("one in 1000 people", [1, 1000]),
        ("one in 1991", [1, 1991]),
        ("one in ten years", [1, 10]),
        ("one in 12 months", [1, 12]),
        ("the one in ten", [10]),
        ("School 1 in 10 towns", [1, 10]),
        ("5 out of ten", [5, 10]),
        ("ten out of ten", [10, 10]),
        ("ten out of five", [10, 5]),
        ("two in ten", [2, 10]),
        ("one over three people", [1, 3]),
        ("two over three", [2, 3]),
        ("one over the other", [1]),
        ("one over", [1]),
    ],
)
def test_what_is_no_share(text: str, values: list[int]) -> None:
    """Ordinals, years, spans of time, numbers of schools and the like stay what they are."""
    assert [m.quantity.value for m in find_numbers(text)] == values


@pytest.mark.parametrize(
    "text",
    [
        "twenty-fifth",
        "the twenty fifth congress",
        "two hundred and fifth",
        "one hundred fifth",
        "the one thousand first",
        "which one",
        "another one",
        "each one of",
        "the two hundredth anniversary",
    ],
)
def test_ordinals_and_the_pronoun_are_no_numbers(text: str) -> None:
    """An ordinal behind tens or hundreds makes all of it one."""
    assert _found(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("minus five degrees", [("minus five", -5)]),
        ("minus 5 percent", [("5", 5)]),
        ("plus or minus 1.8 percent", [("1.8", Decimal("1.8"))]),
        ("minus 5-6 percent", [("5-6", None)]),
        ("negative 5", [("negative 5", -5)]),
        ("(-5)", [("-5", -5)]),
        ("(−5)", [("−5", -5)]),
        ("$-5 there", [("-5", -5)]),
        ("  -5 there", [("-5", -5)]),
        ("-5 percent", [("-5", -5)]),
        ("at −5 degrees", [("−5", -5)]),
        ("the year -5 there", [("5", 5)]),
        ("a nonminus 5", [("5", 5)]),
        ("minus 5 to minus 3 degrees", [("minus 5 to minus 3", None)]),
    ],
)
def test_a_minus_is_a_sign_only_where_one_is_meant(text: str, found: list[tuple[str, int]]) -> None:
    """In words, at the start, in brackets, behind a currency, before degrees; elsewhere it is a dash."""
    assert _found(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("$5m", [("5m", 5_000_000)]),
        ("$5B", [("5B", 5_000_000_000)]),
        ("$5b", [("5b", 5_000_000_000)]),
        ("1.5B people", [("1.5B", 1_500_000_000)]),
        ("1.5b users", [("1.5b", 1_500_000_000)]),
        ("5B there", [("5", 5)]),
        ("block 5b there", [("5", 5)]),
        ("5m people", [("5m", 5_000_000)]),
        ("5m there", [("5", 5)]),
        ("5M there", [("5M", 5_000_000)]),
        ("open 24/24", [("24", 24), ("24", 24)]),
        ("in 90/70 of it", [("90", 90), ("70", 70)]),
        ("x_5 and 6", [("6", 6)]),
        ("x5 and 6", [("6", 6)]),
        ("KZT 500", [("500", 500)]),
    ],
)
def test_letters_at_digits_multiply_money_and_people(
    text: str, found: list[tuple[str, int]]
) -> None:
    """A block "5b", metres and names are no billions and no numbers."""
    assert _found(text) == found


def test_a_pattern_of_forms_takes_the_longest() -> None:
    """Signs in a form mean themselves."""
    pattern = re.compile(any_of(["c", "c.", "ca."]))
    assert [match[0] for match in pattern.finditer("c. ca. cb")] == ["c.", "ca.", "c"]
