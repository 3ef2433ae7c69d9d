"""What a pattern's matches must hold, and that looking around it alone finds the same matches."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.anchors import (
    Demanding,
    anchored,
    leading_digits,
    literals,
    longest,
    lowered,
    needs,
    windows,
)
from pipeline.lexicons import table
from pipeline.linking.shapes import shapes


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("born", {"born"}),
        ("Kill(?:ed|s)?", {"kill"}),
        (r"die[ds]?|dying|perish\w*", {"die", "dying", "perish"}),
        (r"(?:half|most) of (?:the )?people", {"people"}),
        (r"organi[sz]ed", {"organi"}),
        (r"(?:a|\d)+", set()),
        (r"\d{4}", set()),
        (r"(?<=in )(?!may)\w+", set()),
        (r"(?:first )?(?:[;:])", {";", ":"}),
        (r"born|\d+", set()),
    ],
)
def test_literals_of_a_pattern(pattern, expected):
    assert literals(pattern) == expected


def test_a_sequence_demands_one_of_each_of_its_parts():
    assert needs("(?:is|were) \\w+ by X") == [{"is", "were"}, {" "}, {" by x"}]


ROWS = [
    *(re.compile(row["form"], re.IGNORECASE) for row in table("population_verbs")),
    *(re.compile(row["form"], re.IGNORECASE) for row in table("founding_verbs")),
    *(shape.pattern for shape in shapes("leader_shapes")),
]
WORDS = sorted({word for row in ROWS for found in needs(row.pattern) for word in found})


@given(st.lists(st.sampled_from([*WORDS, "the", "X", ",", "1930"]), max_size=12))
def test_what_matches_holds_what_is_demanded(words):
    text = " ".join(words)
    for row in ROWS:
        for match in row.finditer(text):
            held = match[0].lower()
            assert all(any(word in held for word in found) for found in needs(row.pattern))


@pytest.mark.parametrize(
    ("pattern", "digits", "characters"),
    [
        (r"\d{4}-\d", 4, 6),
        (r"\d\d{2}[./]", 3, 4),
        (r"\d{1,3}(?:st|nd)", 1, 5),
        (r"\d?\d", 0, 2),
        (r"\d{4} and|\d{4}-", 0, 8),
        (r"\d{4}|[ivx]\d", 0, 4),
        (r"(?<=in )1\d", 0, 2),
    ],
)
def test_digits_that_a_match_begins_with_and_how_long_it_is(pattern, digits, characters):
    assert (leading_digits(pattern), longest(pattern)) == (digits, characters)


@pytest.mark.parametrize(
    ("text", "possible"),
    [
        ("Many DIED there.", ["lost", "any"]),
        ("They fled.", ["moved", "any"]),
        ("They died or fled.", ["lost", "moved", "any"]),
        ("", ["any"]),
    ],
)
def test_rows_are_tried_whose_words_stand_there(text, possible):
    rows = (("lost", "died|perished"), ("moved", r"\bfled\b"), ("any", r"\w+"))
    table = Demanding((key, re.compile(row, re.IGNORECASE), row) for key, row in rows)
    assert [key for key, _ in table.possible(text)] == possible


def test_matches_around_the_words_are_those_of_the_whole_text():
    pattern = re.compile(r"\b\w+ (?:years|decades) ago\b", re.IGNORECASE)
    text = "Ten Years ago it rained; " * 3 + "x" * 300 + " two decades ago, long AGO"
    found = [match.span() for match in anchored(pattern, 30).finditer(text)]
    assert found == [match.span() for match in pattern.finditer(text)]


def test_a_pattern_without_a_sure_word_is_refused():
    with pytest.raises(AssertionError, match="nothing that every match holds"):
        anchored(re.compile(r"\d+"), 10)


def test_lower_case_keeps_every_place():
    assert lowered("İzmir ÄB") == "İzmir äb"


def test_windows_that_touch_are_one():
    assert windows([(10, 12), (40, 42), (14, 15)], 45, 5) == [(5, 20), (35, 45)]
