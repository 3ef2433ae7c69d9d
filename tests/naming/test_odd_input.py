"""Heads, names and marks in any order: whatever stands beside what, the readers of names raise nothing."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from pipeline import extract
from pipeline.lexicons import table

_HEADS = sorted({row[form] for row in table("organization_heads") for form in ("head", "plural")})
_FORMS = sorted(row["form"] for row in table("legal_forms"))
_NAMES = sorted(row["name"] for row in table("organization_names"))
_ROLES = sorted(row["role"] for row in table("roles"))
_BESIDE = (
    *("of", "and", "of the", "the", "in", "named after", "works", "film", "'s", "s'", "new"),
    *(",", ".", '"', "(", ")", ":", "-", "–", "№", "No.", "&", "\n"),
    *("20th", "XX", "2nd", "9", "1920", "A.", "Zh."),
    *("Ivan Ivanov", "Kerensky's", "Kazakh", "Almaty", "al-Farabi", "Abai", "RK", "FC", "UNKVD"),
)
_HEAD = st.sampled_from([head for head in _HEADS if head])
_PIECE = st.one_of(
    _HEAD,
    _HEAD.map(str.title),
    *(st.sampled_from(pieces) for pieces in (_BESIDE, _BESIDE, _FORMS, _NAMES, _ROLES)),
)


@settings(max_examples=25, deadline=None)
@given(st.lists(_PIECE, min_size=10, max_size=60).map(" ".join))
@example("Spoke of the 20th party congress")
def test_any_order_gives_a_record_that_holds(text: str) -> None:
    """No error, and every body stands where the record says."""
    extract(f"He saw it. {text}").check_grounding(f"He saw it. {text}")
