"""Two numbers that bound one, and two that only stand near each other; what the match tells of either."""

from decimal import Decimal

import pytest

from pipeline.normalising.numerals import find_numbers, number_value


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        ("fifteen to twenty thousand", {"words", "multiplied"}),
        ("15–20 thousand", {"multiplied"}),
        ("from 30 to 45", {"from_to"}),
        ("between 30 and 45", set()),
        ("five to 10", set()),
        ("one third to two thirds", {"words", "fraction"}),
        ("1/4 to 1", set()),
    ],
)
def test_a_range_tells_how_it_was_written(text: str, flags: set[str]) -> None:
    """In words or digits, with a multiplier, as shares, with "from": each only where it holds for the range."""
    (match,) = find_numbers(text)
    assert match.quantity.qualifier == "range"
    names = ("words", "multiplied", "fraction", "vague", "from_to")
    assert {name for name in names if getattr(match, name)} == flags


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "from 15 to 20 thousand",
            [("15", 15_000, False, False), ("20 thousand", 20_000, False, True)],
        ),
        ("three to four hundred", [("three", 300, True, False), ("four hundred", 400, True, True)]),
        ("about 40 or 50", [("40", 40, False, False), ("50", 50, False, False)]),
    ],
)
def test_a_range_keeps_its_two_numbers(text: str, parts: list[tuple[str, int, bool, bool]]) -> None:
    """A change has two facts of them, each with its place, its value and whether it is in words or multiplied."""
    (match,) = find_numbers(text)
    assert [
        (text[p.start : p.end], p.quantity.value, p.words, p.multiplied) for p in match.parts
    ] == parts
    assert [(p.bare, p.bare_end) for p in match.parts] == [(p.start, p.end) for p in match.parts]
    assert text[match.bare : match.bare_end].startswith(parts[0][0])
    assert match.bare_end == len(text)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("5% to 6", 5, 6),
        ("5 km to 6", 5, 6),
        ("from 21 mpg combined up to 23", 21, 23),
        ("from $5 a head to $30", 5, 30),
        ("7 – 9", 7, 9),
        ("from 7 – 900", 7, 900),
        ("7 to 900", 7, 900),
        ("40 or even 50", 40, 50),
        ("two to two and a half million", 2_000_000, 2_500_000),
        ("one to two point five million", 1_000_000, 2_500_000),
        ("1/4 to 1/2 million", 250_000, 500_000),
        ("two hundred to six million", 200, 6_000_000),
        ("two million and a half to three million", 2_500_000, 3_000_000),
        ("minus 20 to minus 5 thousand", -20_000, -5000),
        ("eighty or ninety thousand", 80_000, 90_000),
        ("30…40", 30, 40),
        ("between about 30 and 40", 30, 40),
    ],
)
def test_ways_to_write_a_range(text: str, low: int, high: int) -> None:
    """A unit, a price, a word between the numbers, however far apart they are where a word says it."""
    (match,) = find_numbers(text)
    assert (match.start, match.end) == (0, len(text))
    assert (match.quantity.low, match.quantity.high) == (low, high)


@pytest.mark.parametrize("verb", ["fell", "slumped", "were reduced"])
def test_what_falls_was_greater_by_the_multiplier_behind(verb: str) -> None:
    """ "From 957 to 181 thousand": thousands both; what does not fall may have risen from some hundreds."""
    (match,) = find_numbers(f"They {verb} from 957 to 181 thousand")
    assert (match.quantity.low, match.quantity.high) == (181_000, 957_000)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("gave 12 books to 30 schools", [12, 30]),
        ("gave 12 ha of land to 30 families", [12, 30]),
        ("a tax from 12 ha of land or 30 cows", [12, 30]),
        ("from 12 books of verse to 30 schools", [12, 30]),
        ("sold at $5 a head to 30 farms", [5, 30]),
        ("from $5 of each to 30 farms", [5, 30]),
        ("12 teachers and 30 pupils", [12, 30]),
        ("from 12 and 30", [12, 30]),
        ("in class 7 – 900 pupils", [7, 900]),
        ("in Aral one – 64,2 percent", [Decimal("64.2")]),
        ("one - two percent", None),
        ("in 1999 – 75 900 people", [1999, 75_900]),
        ("in 1999 – 2004", None),
        ("by revision of 1795 - 1863 souls", [1795, 1863]),
        ("rose 5% to 30%", [5, 30]),
        ("surged 5% to 30%", [5, 30]),
        ("grew by 5 to 30 people", [5, 30]),
        ("grew by 5 to 30 percent", None),
        ("an order of three degrees to 142", [3, 142]),
        ("40 to 30", [40, 30]),
        ("30 to 30", [30, 30]),
        ("15–20 thousand Kazakhs, 300 Russians", [None, 300]),
        ("15–20 thousand, 300, 400", [None, 300, 400]),
        ("thousands of orphans and 12 teachers", [None, 12]),
        ("12 teachers and thousands of orphans", [12, None]),
    ],
)
def test_numbers_side_by_side_are_a_range_only_where_they_bound(
    text: str, values: list[int | None] | None
) -> None:
    """A giver's "to", an amount and where it led, a year and its count, a number and another backward."""
    assert [m.quantity.value for m in find_numbers(text)] == (values or [None])


@pytest.mark.parametrize(
    ("text", "value", "qualifier", "span"),
    [
        ("40-odd thousand readers", 40_000, "approximate", "40-odd thousand"),
        ("Grew up to 40 percent", 40, "exact", "40"),
        ("They raised up to 3000 men", 3000, "at_most", "up to 3000"),
        ("Exceeded 40 percent", 40, "more_than", "40"),
        ("in May - to 40 people", 40, "at_most", "to 40"),
        ("they consider that to 40 percents left", 40, "at_most", "to 40"),
        ("gave soft loans under 4 percent annual", 4, "exact", "4"),
        ("gave land under 4 percent of the loans", 4, "less_than", "under 4"),
        ("grew by the spring, and by the autumn of that year - to 40", 40, "exact", "40"),
        ("from them left in May - to 40 people", 40, "at_most", "to 40"),
        ("did not exceed 40", 40, "at_most", "40"),
        ("never reached 40", 40, "less_than", "40"),
        ("about the 300", 300, "approximate", "about the 300"),
        ("~300", 300, "approximate", "~300"),
        ("over $300", 300, "more_than", "over $300"),
        ("read https://host/12?x=5 of 300 people", 300, "exact", "300"),
        ("see www.host.kz/12 with over 300 people", 300, "more_than", "over 300"),
    ],
)
def test_a_qualifier_stands_before_or_in_a_number(
    text: str, value: int, qualifier: str, span: str
) -> None:
    """Its span is of the text as given; the verb before a number bounds it from outside."""
    (match,) = find_numbers(text)
    quantity = match.quantity
    assert (quantity.value, quantity.qualifier) == (value, qualifier)
    assert text[match.start : match.end] == span


@pytest.mark.parametrize(
    ("text", "words", "multiplied"),
    [
        ("300", False, False),
        ("two", True, False),
        ("3 thousand", False, True),
        ("dozens of", True, False),
    ],
)
def test_a_single_number_tells_how_it_was_written(text: str, words: bool, multiplied: bool) -> None:
    """A vague plural is in words."""
    (match,) = find_numbers(text)
    assert (match.words, match.multiplied) == (words, multiplied)


@pytest.mark.parametrize("text", ["300 people", "in 300", "12 and 30", "people", "12 13", ""])
def test_more_than_one_number_has_no_single_value(text: str) -> None:
    """`number_value` reads a text that is a number and nothing else."""
    assert number_value(text) is None


@pytest.mark.parametrize(
    ("text", "low"), [("dozens of", 12), ("scores of", 20), ("hundreds of thousands of", 100_000)]
)
def test_a_vague_plural_is_a_range_of_its_order(text: str, low: int) -> None:
    """From one of it to ten."""
    (match,) = find_numbers(f"{text} people")
    quantity = match.quantity
    assert (quantity.qualifier, quantity.low, quantity.high) == ("range", low, Decimal(10 * low))
