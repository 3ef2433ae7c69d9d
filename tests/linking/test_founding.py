"""When a body came into being: every shape's examples, and dates that are none of founding."""

from typing import Any

import pytest

from pipeline import extract
from pipeline.lexicons import rules

ROWS = rules("founding_shapes")


def founded(text: str) -> dict[str, str]:
    """The date of each body that has one."""
    return {f.name: f.founded for f in extract(text).organizations if f.founded}


@pytest.mark.parametrize(
    ("id_", "text", "expected"),
    [(row["id"], *example) for row in ROWS for example in row["examples"]],
)
def test_each_shape_tells_its_date(id_: str, text: str, expected: Any) -> None:
    """The example's bodies have just these dates."""
    assert founded(text) == expected


@pytest.mark.parametrize(
    ("id_", "text"),
    [(row["id"], text) for row in ROWS for text in row.get("counter_examples", [])],
)
def test_other_dates_are_not_of_founding(id_: str, text: str) -> None:
    """Visits, other schools, what a body did itself."""
    assert founded(text) == {}


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The Botai Museum was opened about 1905.", "1905"),
        ("13 December 1917. The Botai Museum was formed in Orenburg.", "1917-12-13"),
        ("On 12 January 1990 they met. So the Botai Museum was created.", "1990-01-12"),
        ("In 2001 the Botai Museum was opened; in 2010 it had 420 guests.", "2001"),
        ("The Botai Museum was created on the basis of a school in 1931.", "1931"),
    ],
)
def test_the_date_is_the_verbs_own(text: str, edtf: str) -> None:
    """Bare EDTF; the clause's date, else the heading's or that of what was told before."""
    assert founded(text) == {"Botai Museum": edtf}
