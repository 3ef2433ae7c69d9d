"""Look-ups of spans and sentences in a Doc: the same as by reading all of it."""

import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from pipeline import extensions
from pipeline.extensions import covering, sentence_of, spans_in
from pipeline.token_columns import LONGEST_SENTENCE

extensions.register()
VOCAB = spacy.blank("en").vocab

_BOUNDS = st.lists(st.integers(0, 20), unique=True, max_size=10).map(sorted)


@given(_BOUNDS, st.integers(0, 20), st.integers(0, 20))
def test_spans_are_found_by_place(bounds: list[int], one: int, two: int) -> None:
    """Those that begin in a stretch, and the last that shares tokens with one."""
    start, end = sorted((one, two))
    doc = Doc(VOCAB, ["a"] * 20)
    spans = [doc[a:b] for a, b in zip(bounds[::2], bounds[1::2], strict=False)]
    doc.spans["dates"] = spans
    assert list(spans_in(doc, "dates", start, end)) == [s for s in spans if start <= s.start < end]
    if start < end:
        shared = [s for s in spans if s.start < end and start < s.end]
        assert covering(doc[start:end], "dates") == (shared[-1] if shared else None)


@given(st.lists(st.booleans(), min_size=1, max_size=30), st.integers(0, 29))
def test_a_sentence_is_the_parsers(starts: list[bool], place: int) -> None:
    """Where it is no longer than a sentence can be."""
    doc = Doc(VOCAB, ["a"] * len(starts), sent_starts=[True, *starts[1:]])
    span = doc[place % len(doc) :][:1]
    assert sentence_of(span) == span.sent


def test_what_runs_on_without_a_stop_is_parted_at_a_comma() -> None:
    """A list of a thousand names is no sentence."""
    words = ["a"] * 149 + [","] + ["a"] * 1000
    doc = Doc(VOCAB, words, sent_starts=[True] + [False] * (len(words) - 1))
    sentences = {(s.start, s.end) for s in (sentence_of(doc[i : i + 1]) for i in range(len(doc)))}
    assert (0, 150) in sentences
    assert max(end - start for start, end in sentences) <= LONGEST_SENTENCE
    assert sum(end - start for start, end in sentences) == len(doc)


def test_words_without_end_make_no_sentence_without_end() -> None:
    """A sentence is bounded in characters, too."""
    doc = Doc(VOCAB, ["1," * 500] * 50, sent_starts=[True] + [False] * 49)
    sentences = {s.start: len(s.text) for s in (sentence_of(doc[i : i + 1]) for i in range(50))}
    assert max(sentences.values()) < 4_000
    assert len(sentences) > 10
