"""Where a name stands to a count, in hand-made Docs."""

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc, Span

from pipeline import extensions
from pipeline.linking.surroundings import (
    between,
    inside,
    paragraph_of,
    preposition,
    relation,
    sentences_apart,
    step,
    told_near,
)

extensions.register()
VOCAB = spacy.blank("en").vocab


def doc_of(text: str) -> Doc:
    """Words parted by spaces; a full stop ends a sentence, "came" and "were" are the verbs."""
    words = text.split()
    starts = [i == 0 or words[i - 1] == "." for i in range(len(words))]
    tags = ["VERB" if w in ("came", "were") else "PUNCT" if w in ".,;" else "X" for w in words]
    return Doc(VOCAB, words, sent_starts=starts, pos=tags)


def spanned(doc: Doc, *words: str) -> list[Span]:
    places = [next(t.i for t in doc if t.text == word) for word in words]
    return [doc[place : place + 1] for place in places]


@pytest.mark.parametrize(
    ("text", "road"),
    [
        ("They came to Almaty .", "to"),
        ("They came to the old town Almaty .", "to"),
        ("In Almaty they were .", "in"),
        ("They came to see people , Almaty .", "none"),
        ("To whom came Almaty .", "none"),
        ("Almaty .", "none"),
        ("They came to . Almaty .", "none"),
        ("They came from Almaty .", "from"),
        ("The people of Almaty came .", "of"),
    ],
)
def test_the_preposition_before_a_name(text: str, road: str) -> None:
    """A verb, a mark or the sentence's beginning cuts it off."""
    doc = doc_of(text)
    assert preposition(*spanned(doc, "Almaty")) == road


@pytest.mark.parametrize(
    ("text", "features"),
    [
        ("300 Almaty .", {"side=after", "gap=after:1"}),
        ("Almaty , 300 .", {"side=before", "gap=before:1", "comma=before"}),
        (
            "Almaty ; they came and 300 .",
            {"side=before", "gap=before:6", "semicolon=before", "joint=before", "verb=before"},
        ),
    ],
)
def test_features_tell_side_distance_and_what_stands_between(text: str, features: set[str]) -> None:
    """Of a name in the count's sentence."""
    doc = doc_of(text)
    count, name = spanned(doc, "300", "Almaty")
    assert set(relation(count, name)) == features
    start, end = between(count, name)
    assert end - start == abs(count.start - name.start) - 1


@pytest.mark.parametrize(
    ("length", "named"), [(0, "1"), (1, "1"), (2, "3"), (10, "10"), (11, "16"), (26, "far")]
)
def test_distance_is_told_in_coarse_steps(length: int, named: str) -> None:
    """The step is its own upper bound."""
    assert step(length) == named


def test_a_doc_without_paragraphs_is_one() -> None:
    """As are the whole text's bounds."""
    assert paragraph_of(doc_of("a b c"), 2) == (0, len("a b c "))


@given(st.lists(st.sampled_from(["a", ".", "b"]), min_size=1, max_size=30), st.data())
def test_sentences_apart_are_the_starts_between(words: list[str], data: st.DataObject) -> None:
    """Whichever of the two comes first."""
    doc = doc_of(" ".join(words))
    one, two = (data.draw(st.integers(0, len(doc) - 1)) for _ in range(2))
    low, high = sorted((one, two))
    starts = sum(bool(token.is_sent_start) for token in doc[low + 1 : high + 1])
    assert sentences_apart(doc[one : one + 1], doc[two : two + 1]) == starts


@pytest.mark.parametrize(
    ("back", "found"),
    [(0, ["c", "d"]), (1, ["b", "c", "d"]), (2, ["a", "b", "c", "d"]), (9, list("abcd"))],
)
def test_what_is_told_near_a_count(back: int, found: list[str]) -> None:
    """Its whole sentence and so many before it, never the next one."""
    doc = doc_of("a came . b came . c were 300 d . e came .")
    doc.spans["places"] = spanned(doc, *"abcde")
    (count,) = spanned(doc, "300")
    assert [span.text for span in told_near(count, "places", back)] == found


def test_a_span_lies_inside_another() -> None:
    """Or is it."""
    doc = doc_of("a b c d")
    assert inside(doc[0:3], doc[1:3])
    assert inside(doc[1:2], doc[1:2])
    assert not inside(doc[0:2], doc[1:3])
