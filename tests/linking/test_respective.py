"""Lists of numbers and the lists of dates, places and peoples that answer them."""

import pytest

from pipeline import extract


def told(text: str) -> list[tuple[str, str | None, str | None, str | None]]:
    """Words, group, place and time of the counts and shares."""
    record = extract(text)
    return [
        (fact.mentions[0].text, fact.group, fact.place and fact.place.name, fact.time)
        for fact in (*record.populations, *record.percentages)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In 1989 and 1999 in the city lived 215 and 230 thousand people.",
            [("215", None, None, "1989"), ("230 thousand people", None, None, "1999")],
        ),
        (
            "In 1926, 1939 and 1959 the share of Kazakhs made 58,5, 38 and 30 percent.",
            [
                ("58,5", "Kazakhs", None, "1926"),
                ("38", "Kazakhs", None, "1939"),
                ("30 percent", "Kazakhs", None, "1959"),
            ],
        ),
        (
            "Karaganda, Pavlodar and Kostanay took 13, 15 and 11 thousand settlers.",
            [
                ("13", "settlers", "Karaganda", None),
                ("15", "settlers", "Pavlodar", None),
                ("11 thousand settlers", "settlers", "Kostanay", None),
            ],
        ),
        (
            "Kazakhs and Russians made 63,1 and 23,7 percent of the population respectively.",
            [("63,1", "Kazakhs", None, None), ("23,7 percent", "Russians", None, None)],
        ),
        (
            "Kazakhs made 40 %, Uzbeks and Tatars by 2,1 and 2,0 % of the aul.",
            [
                ("40 %", "Kazakhs", None, None),
                ("2,1", "Uzbeks", None, None),
                ("2,0 %", "Tatars", None, None),
            ],
        ),
        (
            "Kazakhs and Russians numbered 10,1 and 3,8 million people.",
            [("10,1", "Kazakhs", None, None), ("3,8 million people", "Russians", None, None)],
        ),
    ],
)
def test_each_number_has_the_item_of_its_turn(
    text: str, expected: list[tuple[str, str | None, str | None, str | None]]
) -> None:
    """As many dates, places or peoples as numbers, both joined."""
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("In 1989 in Oral and in 1999 in Semey lived 215 and 230 people.", {"1989", "1999"}),
        ("In 1989 and 1999 there were 90 teachers.", {"1989", "1999", "1989/1999"}),
    ],
)
def test_lists_that_do_not_answer_are_left_to_the_weights(text: str, times: set[str]) -> None:
    """Dates apart, one number."""
    assert {time for *_, time in told(text)} <= times
