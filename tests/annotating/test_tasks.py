"""The shared task: marks of a record, and offsets in UTF-16."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import gold, people
from tooling import TEXT, sample

from pipeline.annotating.tasks import fact_id, marks_of
from pipeline.annotating.utf16 import Utf16


def test_every_mention_is_a_mark_in_text_order() -> None:
    """With the label of its fact type and a reference to fact and mention."""
    found = [(TEXT[m.start : m.end], m.label, m.ref) for m in marks_of(sample())]
    assert found == [
        ("1937", "date", "date-1_0"),
        ("about 20 thousand Koreans", "population", "pop-1_0"),
        ("6.2 percent", "percentage", "pct-1_0"),
        ("Avangard", "organization", "org-1_0"),
        ("20 thousand Koreans", "population", "pop-1_1"),
        ("some", "ignore", "ignore_0"),
        ("1945", "date", "date-2_0"),
    ]
    assert fact_id("pop-1_1") == "pop-1"


def test_editable_fields_leave_out_what_follows_from_others() -> None:
    """Mentions, confidence and a date's bounds are not for typing."""
    text = "200 souls"
    article = gold(text, populations=[people(text, 200)])
    (mark,) = marks_of(article)
    assert mark.fields == (
        '{"id": "x-1", "value": 200, "low": null, "high": null, "qualifier": "exact", '
        '"unit": "persons", "kind": "resident", "group": null, "place": null, "time": null}'
    )


@given(st.text())
def test_units_are_those_of_the_utf16_encoding(text) -> None:
    """Each character's offset is half the bytes before it, and leads back to it."""
    units = Utf16(text)
    for character in range(len(text) + 1):
        unit = len(text[:character].encode("utf-16-le", "surrogatepass")) // 2
        assert units.unit(character) == unit
        assert units.character(unit) == character


@pytest.mark.parametrize("unit", [1, 4, 5, 99, -1])
def test_no_character_begins_inside_a_pair_or_beyond_the_text(unit) -> None:
    """ "🙂a🙂" has the units 0, 2, 3 and, at its end, 5 … but not these."""
    found = Utf16("🙂a🙂").character(unit)
    assert found == (3 if unit == 5 else None)
