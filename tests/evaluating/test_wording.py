"""Facts and fields as short text, and errors as lines."""

import pytest
from making import TEXT, day, people, predicted

from pipeline.evaluating.printing import finding_title, number, ratio
from pipeline.evaluating.results import Finding, Ratio
from pipeline.evaluating.wording import fact_text, field_text
from pipeline.records import Leader, Place


@pytest.mark.parametrize(
    ("fact_type", "fields", "text"),
    [
        ("populations", people("20", 20000), "20 000 persons"),
        ("populations", people("20", 70, qualifier="more_than"), "70 persons (more_than)"),
        ("populations", people("20", None, low=5, high=9, unit="families", qualifier="range"), "5–9 families (range)"),
        ("percentages", people("6.2", 6.2), "6.2 %"),
        ("percentages", people("6.2", None, low=30, qualifier="range"), "30–… % (range)"),
        ("organizations", {"mentions": ["Kolkhoz"], "name": "Kolkhoz Avangard"}, "Kolkhoz Avangard"),
        ("dates", day("1937", "193X", "decade", part="late"), "193X late"),
        ("dates", day("1937", None, "relative"), "unresolved: 1937"),
    ],
)  # fmt: skip
def test_facts_as_text(fact_type, fields, text) -> None:
    """The normalised value in a few characters."""
    record = predicted(TEXT, **{fact_type: [fields]})
    assert fact_text(getattr(record, fact_type)[0]) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "–"),
        ((), "–"),
        ("moved", "moved"),
        (True, "yes"),
        (("UK", "Union"), "UK; Union"),
        (Place(name="Almaty", code="KZ-ALA"), "Almaty (KZ-ALA)"),
        (Place(name="Karatal"), "Karatal"),
        ((Leader(person="Kim", role="head", start=0, end=3),), "Kim, head"),
    ],
)
def test_fields_as_text(value, text) -> None:
    """A dash for nothing."""
    assert field_text(value) == text


@pytest.mark.parametrize(
    ("fields", "title"),
    [
        ({"kind": "miss", "gold": "20"}, "miss dates: 20"),
        ({"kind": "miss", "gold": "20", "predicted": "2"}, "miss dates: 20, predicted 2"),
        ({"kind": "extra", "predicted": "2"}, "extra dates: 2"),
        ({"kind": "extra", "predicted": "2", "gold": "20"}, "extra dates: 2, gold 20"),
        (
            {"kind": "field", "field": "part", "gold": "–", "predicted": "late"},
            "dates.part: –, predicted late",
        ),
    ],
)
def test_errors_say_what_went_wrong(fields, title) -> None:
    """Kind, type, and what either side has."""
    assert finding_title(Finding(article="a", fact_type="dates", **fields)).endswith(title)


@pytest.mark.parametrize(
    ("found", "text"),
    [
        (Ratio(), "–"),
        (Ratio(value=0.5), "0.500"),
        (Ratio(value=0.5, low=0.25, high=1), "0.500 [0.250, 1.000]"),
    ],
)
def test_ratios_as_text(found, text) -> None:
    """With the interval, where there is one."""
    assert ratio(found) == text


def test_changes_have_a_sign() -> None:
    """Plus for a gain."""
    assert (number(0.25, signed=True), number(-0.25, signed=True)) == ("+0.250", "-0.250")
