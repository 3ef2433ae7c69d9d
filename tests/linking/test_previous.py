"""What the count before was linked to."""

import pytest
from spacy.tokens import Span

from pipeline import load
from pipeline.linking.previous import nearness, told_of, with_previous
from pipeline.linking.ranking import Option


def counts(text: str) -> list[Span]:
    """The populations of a text."""
    return list(load()(text).spans["populations"])


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("In Almaty lived 300 Koreans, 200 Greeks.", "list"),
        ("In Almaty lived 300 Koreans; 200 Greeks.", "semicolon"),
        ("In Almaty lived 300 Koreans, and then came 200 Greeks.", "clause"),
        ("In Almaty lived 300 Koreans. Then came 200 Greeks.", "back1"),
        ("In Almaty lived 300 Koreans.\n\nThen came 200 Greeks.", "far"),
    ],
)
def test_counts_stand_near_or_far(text: str, near: str) -> None:
    """In one list, clause or sentence, in the sentence before, in another paragraph."""
    first, second = counts(text)
    assert nearness(second, first) == near


def test_what_the_count_before_has_is_an_option() -> None:
    """Told apart from all others; a far count says nothing."""
    first, second = counts("In Almaty lived 300 Koreans, 200 Greeks.")
    place = told_of(first, "place")
    options = with_previous([Option(None, ("none",))], second, first, "place")
    assert place is not None
    assert [(o.value, o.features) for o in options] == [
        (None, ("none", "other=list:some")),
        (place, ("carried", "previous=list:some")),
    ]
    assert with_previous([Option(None, ())], second, None, "place") == [Option(None, ())]
