"""The year of a day or month without one, told before it or behind an "and"."""

import pytest

from pipeline import extract


def dates(text: str) -> list[str | None]:
    return [date.edtf for date in extract(text).dates]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "On 9 January 1957 the autonomy was restored, and on May 3 the first train reached the town.",
            ["1957-01-09", "1957-05-03"],
        ),
        (
            "In July 1989 people fled the town. After some days, from 16 to 28 July, 350 families left it.",
            ["1989-07", "1989-07-16/1989-07-28"],
        ),
        (
            "The settlers were told of it in 1936. The first train arrived in June.",
            ["1936", "1936-06"],
        ),
        ("The trains left in June and again in September 1936.", ["1936-06", "1936-09"]),
        (
            "They came in 1909. By September 48 families had built houses.",
            ["1909", "1909-09"],
        ),
        (
            "They came in 1909. In April 12 families sowed wheat, by June 300 acres were green.",
            ["1909", "1909-04", "1909-06"],
        ),
        (
            "They came in 1909. On April 12 families sowed wheat, and in June 41 the land was sold.",
            ["1909", "1909-04-12"],
        ),
        ("They were deported in February, April and June 1940.", ["1940-02", "1940-04", "1940-06"]),
    ],
)
def test_a_day_of_the_past_is_of_the_year_told_before_it(text: str, expected: list[str]) -> None:
    """In the same paragraph, or together with a later month."""
    assert dates(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The museum was opened in 1985. On May 9 people bring flowers.", ["1985", "XXXX-05-09"]),
        ("The law was adopted in 1997. Every year on May 31 they wept.", ["1997", "XXXX-05-31"]),
        ("The law was adopted in 1997.\n\nThe echelon arrived on May 31.", ["1997", "XXXX-05-31"]),
        ("In December 1936 they arrived. They left in June.", ["1936-12", "XXXX-06"]),
        ("The echelon arrived on May 31.", ["XXXX-05-31"]),
    ],
)
def test_a_day_of_every_year_has_none(text: str, expected: list[str]) -> None:
    """The present tense, words of every year, another paragraph, a later month before it."""
    assert dates(text) == expected
