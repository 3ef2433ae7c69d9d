"""Numbers as spans: quantities told from the rest."""

import pytest

from pipeline import load


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("They sent 300 men.", [("300", "QUANTITY")]),
        ("The XIX century and the V congress passed.", [("XIX", "ORDINAL"), ("V", "ORDINAL")]),
        ("He was the 12th in line.", [("12th", "ORDINAL")]),
        ("By decree No. 1200 it was closed.", [("1200", "IDENTIFIER")]),
        ("He was aged 45 then.", [("45", "AGE")]),
        ("She was 30 years old.", [("30", "AGE")]),
        ("It lasted for 10 days.", [("10", "DURATION")]),
        ("It began at 10:30 sharp.", [("10:30", "TIME"), ("10:30", "TIME")]),
        ("It cost $500 in all.", [("500", "MONEY")]),
        ("See p. 45 there.", [("45", "IDENTIFIER")]),
        ("Call tel. 27 now.", [("27", "PHONE")]),
        ("Vitamin C and player X won.", []),
        ("They bought half of the land.", [("half", "FRACTION")]),
        ("Thousands of orphans came.", [("Thousands", "VAGUE")]),
        ("It joined the Fortune 100 then.", [("100", "NAME")]),
        ("The TA-35 index fell.", [("TA-35", "NAME")]),
        ("They lost 2-0 at home.", [("2", "SCORE"), ("0", "SCORE")]),
        ("He left at 5 p.m. sharp.", [("5", "TIME")]),
        ("A five-year plan was made.", [("five", "ATTRIBUTIVE")]),
        ("He was one who knew.", [("one", "PRONOUN")]),
        ("Of women only one percent could read.", [("one", "QUANTITY")]),
        ("One of the houses burned.", [("One", "QUANTITY")]),
        ("In Almaty 45 were killed.", [("45", "QUANTITY")]),
        (
            "The ministry employs 212 graduates, the fund Samruk 175.",
            [("212", "QUANTITY"), ("175", "QUANTITY")],
        ),
        ("It rose +0.2% today.", [("+0.2", "QUANTITY")]),
    ],
)
def test_a_number_says_what_it_is(text: str, kinds: list[tuple[str, str]]) -> None:
    """The label of the span; ordinals and Roman numerals have a value of their own."""
    doc = load()(text)
    assert [(span.text, span.label_) for span in doc.spans["numbers"]] == kinds
