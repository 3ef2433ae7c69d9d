"""Any of many forms, tried letter by letter, finds what a plain alternation of them finds."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.alternatives import any_of


@pytest.mark.parametrize(
    ("forms", "pattern"),
    [
        (["one"], "one"),
        (["unions", "union"], "union(?:s|)"),
        (["school", "society", "fund"], "s(?:ociety|chool)|fund"),
        (["p.m.", "p.p."], r"p\.(?:m\.|p\.)"),
        (["US", "usa"], "usa|US"),
        ([], ""),
    ],
)
def test_forms_that_begin_alike_are_one_branch(forms, pattern):
    assert any_of(forms) == pattern


@given(
    st.lists(st.text("abAB .", min_size=1, max_size=4), min_size=1),
    st.text("abAB .", max_size=20),
    st.sampled_from([re.NOFLAG, re.IGNORECASE]),
)
def test_the_same_is_found(forms, text, flags):
    plain = "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))
    found = [match.span() for match in re.finditer(any_of(forms), text, flags)]
    assert found == [match.span() for match in re.finditer(plain, text, flags)]
