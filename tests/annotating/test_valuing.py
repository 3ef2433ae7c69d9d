"""What a span's words alone say of a fact."""

from decimal import Decimal

import pytest

from pipeline.annotating.bounds import days_of
from pipeline.annotating.valuing import valued


@pytest.mark.parametrize(
    ("label", "text", "fields"),
    [
        ("population", "more than 70 thousand Kurds", {"value": 70000, "low": 70000, "group": "Kurds"}),
        ("population", "from 15 to 20 thousand families", {"low": 15000, "high": 20000, "unit": "families"}),
        ("population", "3,500 soldiers", {"value": 3500, "kind": "other", "group": "soldiers"}),
        ("population", "45 thousand", {"value": 45000, "qualifier": "exact"}),
        ("percentage", "6, 2 percent", {"value": Decimal("6.2"), "qualifier": "exact"}),
        ("percentage", "up to 37%", {"value": 37, "high": 37, "qualifier": "at_most"}),
        ("date", "second half of the 19th century", {"edtf": "18XX", "part": "second_half"}),
        ("date", "about 1465", {"edtf": "1465~", "earliest": "1465-01-01", "approximate": True}),
        ("date", "from 1941 to 1945", {"edtf": "1941/1945", "kind": "interval"}),
        ("date", "Great Patriotic War", {"edtf": "1941/1945", "kind": "period"}),
        ("date", "20 years ago", {"edtf": "1994", "kind": "relative"}),
        ("organization", "the Union of Kurds of Kazakhstan", {"name": "Union of Kurds of Kazakhstan"}),
        ("organization", "Union of Kurds of Kazakhstan", {"type": "association"}),
        ("organization", "Avangard", {"name": "Avangard"}),
    ],
)  # fmt: skip
def test_words_give_fields(label, text, fields) -> None:
    """By the normalisers and lexicons of the pipeline."""
    found = valued(label, text, "2014-05-01")
    assert {name: found.fields[name] for name in fields} == fields
    assert found.missing == ()


@pytest.mark.parametrize(
    ("label", "text", "missing"),
    [
        ("population", "many families", ("value",)),
        ("population", "10 men and 12 women", ("value",)),
        ("population", "1.5 men", ("value",)),
        ("percentage", "a small share", ("value",)),
        ("date", "long ago", ("edtf", "kind")),
        ("date", "1941 and in May 1945", ("edtf", "kind")),
        ("organization", "«»", ("name",)),
    ],
)
def test_words_that_tell_no_value(label, text, missing) -> None:
    """None, or more than one: nothing is guessed."""
    assert valued(label, text, None).missing == missing


def test_a_relative_date_needs_a_publication_date() -> None:
    """Without one its EDTF string is null, as the contract has it."""
    found = valued("date", "last year", None)
    assert (found.fields["edtf"], found.fields["kind"], found.missing) == (None, "relative", ())


@pytest.mark.parametrize(
    ("edtf", "days"),
    [
        (None, (None, None)),
        ("1465~", ("1465-01-01", "1465-12-31")),
        ("-02XX", ("-0299-01-01", "-0200-12-31")),
        ("1991/..", ("1991-01-01", None)),
        ("/2014", (None, "2014-12-31")),
        ("XXXX-05-01", (None, None)),
        ("Y-17000", None),
        ("[1667, 1668]", None),
        ("1960-XX", None),
    ],
)
def test_days_of_any_edtf(edtf, days) -> None:
    """Bounds for the forms of the contract, null for other EDTF."""
    assert days_of(edtf) == days
