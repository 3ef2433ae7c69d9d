"""Numbers that the head of a list makes shares."""

import pytest

from pipeline.normalising.percent_lists import listed_shares


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Share of Kazakhs (in %): 1959 - 30.0; 1970 - 32.6", ["30.0", "32.6"]),
        ("The percentage of Russians in towns: Almaty 45.2, Oral 47", ["45.2", "47"]),
        ("Composition of the city, in percent: Kazakhs - 45 and Tatars 2.", ["45", "2"]),
        ("The percentage of the literate was equal to 22,3.", ["22,3"]),
        ("The percentage of Kazakhs is equal to 45.", ["45"]),
        ("The collectivization percentage reached 73 in 1931.", ["73 in"]),
        # No list of shares
        ("Share of Kazakhs: 1959 - 30.0", []),
        ("Share of the costs: food 300, fuel 40", []),
        ("Literate persons: men 30, women 40.", []),
        ("The share of the towns: Almaty 45 thousand, Oral 12 thousand", []),
        ("The percentage of workers was 12 thousand.", []),
        ("The percentage of workers was 5 times higher.", []),
    ],
)
def test_the_head_of_a_list_tells_of_shares(text: str, numbers: list[str]) -> None:
    """Two items at least, none over a hundred; a percentage told before its only number."""
    starts = sorted(listed_shares(text))
    assert len(starts) == len(numbers)
    assert all(map(text.startswith, numbers, starts))
