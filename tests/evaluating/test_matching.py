"""When facts are the same, and which of their fields agree."""

import pytest
from making import day, people, predicted

from pipeline.evaluating.matching import FIELDS, agreeing_fields, plain, same_value
from pipeline.records import FACT_TYPES

TEXT = 'the "Union of Koreans" (UK), 100 people, 100 families, 5 percent, recently, long ago, 1937'


def fact(fact_type: str, fields: dict):
    return getattr(predicted(TEXT, **{fact_type: [fields]}), fact_type)[0]


def organization(name: str, quote: str = "Union of Koreans", **fields) -> dict:
    return {"mentions": [quote], "name": name, **fields}


@pytest.mark.parametrize(
    ("fact_type", "gold", "found", "same"),
    [
        ("populations", people("100 people", 100), people("100 people", 100), True),
        ("populations", people("100 people", 100), people("100 families", 100), True),
        ("populations", people("100 people", 100), people("100 people", 101), False),
        ("populations", people("100 people", 100), people("100 people", 100, low=100), False),
        (
            "populations",
            people("100 people", 100),
            people("100 people", 100, unit="families"),
            False,
        ),
        ("percentages", people("5 percent", 5), people("5 percent", 5.0), True),
        ("percentages", people("5 percent", 5), people("5 percent", 5.5), False),
        ("dates", day("1937", "1937"), day("1937", "1937"), True),
        ("dates", day("1937", "1937"), day("1937", "1937~"), False),
        ("dates", day("1937", "1937"), day("1937", "1937", part="early"), False),
        ("dates", day("recently", None), day("recently", None), True),
        ("dates", day("recently", None), day("long ago", None), False),
        (
            "organizations",
            organization("Union of Koreans"),
            organization("the union of Koreans"),
            True,
        ),
        (
            "organizations",
            organization("Union of Koreans"),
            organization("«Union of Koreans»"),
            True,
        ),
        (
            "organizations",
            organization("Union of Koreans"),
            organization("Union of Dungans"),
            False,
        ),
        (
            "organizations",
            organization("Union of Koreans", aliases=["UK"]),
            organization("UK"),
            True,
        ),
        # An alias alone, far from any mention of the gold's, may be another body.
        (
            "organizations",
            organization("Union of Koreans", aliases=["UK"]),
            organization("UK", "UK"),
            False,
        ),
    ],
)
def test_facts_are_the_same_by_normalised_value(fact_type, gold, found, same) -> None:
    """Value, bounds and unit decide; for organizations the name."""
    assert same_value(fact_type, fact(fact_type, gold), fact(fact_type, found)) is same


@pytest.mark.parametrize(
    ("fact_type", "field", "gold", "found", "agree"),
    [
        ("populations", "kind", "moved", "lost", False),
        ("populations", "qualifier", "exact", "approximate", False),
        ("populations", "group", "Koreans", "the koreans", True),
        ("populations", "group", "Koreans", None, False),
        ("populations", "group", None, None, True),
        ("populations", "place", {"name": "Alma-Ata", "code": "KZ-ALA"}, {"name": "Almaty", "code": "KZ-ALA"}, True),
        ("populations", "place", {"name": "Almaty", "code": "KZ-ALA"}, {"name": "Almaty", "code": "KZ-ALM"}, False),
        ("populations", "place", {"name": "Karatal"}, {"name": "karatal"}, True),
        ("populations", "time", "1937", "193X", False),
        ("percentages", "subject", "number of Koreans", "the number of the Koreans", True),
        ("percentages", "subject", "number of Koreans", "wheat", False),
        ("organizations", "aliases", ["UK", "the Union"], ["union", "UK"], True),
        ("organizations", "aliases", ["UK"], [], False),
        ("organizations", "founded", "1989", "1989", True),
        ("dates", "earliest", "1937-01-01", "1937-01-02", False),
    ],
)  # fmt: skip
def test_fields_agree(fact_type, field, gold, found, agree) -> None:
    """Text is compared plain, places by code where both have one, the rest as it is."""
    base = {
        "populations": people("100 people", 100),
        "percentages": people("5 percent", 5),
        "organizations": organization("Union of Koreans"),
        "dates": day("1937", "1937"),
    }[fact_type]
    facts = [fact(fact_type, {**base, field: value}) for value in (gold, found)]
    assert agreeing_fields(fact_type, *facts)[field] is agree


@pytest.mark.parametrize(
    ("gold", "found", "agree"),
    [
        (["Roman Kim"], ["Kim Roman"], True),
        (["Roman Kim", "Anna Li"], ["Anna Li", "Roman Kim"], True),
        (["Roman Kim"], [], False),
        (["Roman Kim"], ["Roman Kim", "Anna Li"], False),
        ([], [], True),
    ],
)
def test_leaders_agree_person_by_person(gold, found, agree) -> None:
    """Everyone has a counterpart, in any order."""
    facts = [
        fact(
            "organizations",
            organization(
                "UK", leaders=[{"person": p, "role": "head", "start": 0, "end": 1} for p in people_]
            ),
        )
        for people_ in (gold, found)
    ]
    assert agreeing_fields("organizations", *facts)["leaders"] is agree


def test_no_field_judges_ids_mentions_or_confidence() -> None:
    """What says where and how surely a fact was found is no field."""
    named = {name for fact_type in FACT_TYPES for name in FIELDS[fact_type]}
    assert not named & {"id", "mentions", "confidence", "duplicate"}


@pytest.mark.parametrize(
    ("text", "made"),
    [("The «Alash»", "alash"), ("A union of the Koreans", "union of koreans"), ("—", "")],
)
def test_plain_words(text, made) -> None:
    """Case, punctuation and articles go."""
    assert plain(text) == made
