"""Fixed phrases found in a text: whole, the longest at each place, none over another."""

from collections.abc import Iterable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.phrases import phrase_index

ALMATY = ("almaty", "almaty region", "alma-ata", "u.s.s.r.")


@pytest.mark.parametrize(
    ("forms", "text", "found"),
    [
        (ALMATY, "In Almaty Region and ALMATY.", ["Almaty Region", "ALMATY"]),
        (ALMATY, "Alma-Ata, then Almaty.", ["Alma-Ata", "Almaty"]),
        (ALMATY, "(Almaty)", ["Almaty"]),
        (ALMATY, "The U.S.S.R. fell.", ["U.S.S.R."]),
        (ALMATY, "Almaty-based", ["Almaty"]),
        (ALMATY, "pre-Almaty, Almatyans, xalmaty, almaty2", []),
        (ALMATY, "Almaty  Region", ["Almaty"]),
        (ALMATY, "", []),
        (("a b", "b c d"), "a b c d", ["a b"]),
        (("a b c", "a", "b"), "a b d", ["a", "b"]),
        (("istanbul",), "İ in Istanbul", ["Istanbul"]),
        (("",), "a b", []),
    ],
)
def test_a_phrase_is_whole_and_the_longest(
    forms: tuple[str, ...], text: str, found: list[str]
) -> None:
    """Letters, digits and a hyphen before or letters and digits behind make it another word."""
    assert [text[start:end] for start, end, _ in phrase_index(forms).find(text)] == found


@pytest.mark.parametrize(("text", "found"), [("APK and apk", ["APK"]), ("Apk", [])])
def test_case_counts_where_the_index_says_so(text: str, found: list[str]) -> None:
    """`lower=False` finds forms as they are spelt."""
    index = phrase_index(["APK"], lower=False)
    assert [text[start:end] for start, end, _ in index.find(text)] == found


def _naive(forms: Iterable[str], text: str) -> list[tuple[int, int, str]]:
    """Every form tried at every place, left to right."""
    found, position = [], 0
    for start in range(len(text)):
        opens = start == 0 or not (text[start - 1].isalnum() or text[start - 1] == "-")
        fits = [
            form
            for form in forms
            if text.startswith(form, start) and not text[start + len(form) :][:1].isalnum()
        ]
        if start >= position and opens and fits:
            longest = max(fits, key=len)
            position = start + len(longest)
            found.append((start, position, longest))
    return found


_PHRASE = st.from_regex(r"[ab](?:[ -]?[ab]){0,4}", fullmatch=True)


@given(st.frozensets(_PHRASE, min_size=1, max_size=6), st.text(alphabet="ab -", max_size=30))
def test_it_finds_what_a_naive_search_finds(forms: frozenset[str], text: str) -> None:
    """The same matches, none of which overlap."""
    found = list(phrase_index(forms).find(text))
    assert found == _naive(forms, text)
    assert all(one[1] <= two[0] for one, two in pairwise(found))
