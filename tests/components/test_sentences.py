"""Where sentences begin, and where the stop of an abbreviation ends none."""

import pytest

from pipeline import load


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        (
            "Of hunger died 1 mln. 750 thous. Kazakhs. Then it ended.",
            ["Of hunger died 1 mln. 750 thous. Kazakhs.", "Then it ended."],
        ),
        (
            "In the city lived 22 thous. people of both sexes.",
            ["In the city lived 22 thous. people of both sexes."],
        ),
        ("It grew by 5 mln. Then it fell.", ["It grew by 5 mln.", "Then it fell."]),
        ("It grew by 5 mln.", ["It grew by 5 mln."]),
        ("mln. thous.", ["mln. thous."]),
        (
            "Of this number on Aktobe fell 7 thousand, on Pavlodar — 11,4 thous., on Oral — up to 20 thousand.",
            [
                "Of this number on Aktobe fell 7 thousand, on Pavlodar — 11,4 thous., on Oral — up to 20 thousand."
            ],
        ),
        (".", ["."]),
    ],
)
def test_an_abbreviation_or_dash_ends_no_sentence(text: str, sentences: list[str]) -> None:
    """An abbreviation before a small letter, a digit or a people (before another capital the parser decides), a dash
    before a digit."""
    assert [sentence.text for sentence in load()(text).sents] == sentences
