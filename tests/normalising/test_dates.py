"""Calendar text becomes EDTF; every rule row's examples run."""

import pytest
from edtf_validate.valid_edtf import is_valid
from hypothesis import given
from hypothesis import strategies as st

from pipeline.lexicons import rules
from pipeline.normalising.calendar_words import roman_value
from pipeline.normalising.dates import find_dates
from pipeline.normalising.edtf import bounds, century_edtf, year_edtf

_EXAMPLES = [
    (row["id"], *example) for row in rules("date_rules") for example in row.get("examples", [])
]
_COUNTERS = [
    (row["id"], text) for row in rules("date_rules") for text in row.get("counter_examples", [])
]


@pytest.mark.parametrize(("rule", "text", "edtf", "part"), _EXAMPLES)
def test_a_rule_reads_its_examples(rule: str, text: str, edtf: str, part: str | None) -> None:
    """The whole example is one date with the value beside it."""
    (match,) = find_dates(text)
    assert (match.start, match.end) == (0, len(text)), rule
    assert (match.value.edtf, match.value.part) == (edtf, part)
    assert is_valid(edtf)


@pytest.mark.parametrize(("rule", "text"), _COUNTERS)
def test_a_rule_leaves_its_counter_examples(rule: str, text: str) -> None:
    """The row itself finds nothing there."""
    assert rule not in [match.rule for match in find_dates(text)]


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest"),
    [
        ("1991-12-01", "1991-12-01", "1991-12-01"),
        ("1999-02", "1999-02-01", "1999-02-28"),
        ("1932-21", "1932-03-01", "1932-05-31"),
        ("1941-24", "1941-12-01", "1942-02-28"),
        ("1465~", "1465-01-01", "1465-12-31"),
        ("193X", "1930-01-01", "1939-12-31"),
        ("17XX", "1700-01-01", "1799-12-31"),
        ("14XX/17XX", "1400-01-01", "1799-12-31"),
        ("1991/..", "1991-01-01", None),
        ("/2014", None, "2014-12-31"),
        ("-0529", "-0529-01-01", "-0529-12-31"),
        ("-02XX", "-0299-01-01", "-0200-12-31"),
        ("-00XX", "-0099-01-01", "0000-12-31"),
        ("-0XXX", "-0999-01-01", "0000-12-31"),
        ("XXXX-05-01", None, None),
        (None, None, None),
    ],
)
def test_bounds_are_closed_days(edtf: str | None, earliest: str | None, latest: str | None) -> None:
    """What a query needs: the first and the last day covered."""
    assert bounds(edtf) == (earliest, latest)


@given(st.integers(1, 9999), st.booleans())
def test_every_year_is_valid_edtf(year: int, bc: bool) -> None:
    """AD and BC, astronomical numbering."""
    edtf = year_edtf(year, bc=bc)
    assert is_valid(edtf)
    assert int(edtf) == (1 - year if bc else year)


@pytest.mark.parametrize(
    ("number", "bc", "edtf"), [(18, False, "17XX"), (1, False, "00XX"), (3, True, "-02XX")]
)
def test_a_century_is_named_by_its_hundreds(number: int, bc: bool, edtf: str) -> None:
    """The contract's own examples."""
    assert century_edtf(number, bc=bc) == edtf


@pytest.mark.parametrize(
    ("text", "value"), [("XIX", 19), ("XX", 20), ("IV", 4), ("IX", 9), ("XXI", 21), ("IIX", None)]
)
def test_roman_numerals(text: str, value: int | None) -> None:
    """What is no numeral is none."""
    assert roman_value(text) == value
