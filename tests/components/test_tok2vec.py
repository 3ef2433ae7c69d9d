"""Remembered vectors are the base model's own, whatever was read before."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from spacy.language import Language

from pipeline.articles import RawArticle
from pipeline.components import tok2vec
from pipeline.components.tok2vec import TOK2VEC, RememberingTok2Vec
from pipeline.errors import ModelError
from pipeline.nlp import load, make_doc
from pipeline.reading import read_inputs

RAW = Path(__file__).parents[2] / "corpus" / "raw"
SENTENCES = [
    "In 1989 lived 6 million Kazakhs.",
    "Of them 45 thousand lived in Almaty; the others did not.",
    "Kazakhs lived in Almaty.",
]


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load()


def vectors(component, nlp, text):
    return component(nlp.make_doc(text)).tensor


def test_of_the_corpus_every_vector_is_that_of_the_base_pipe(nlp):
    ours, base = RememberingTok2Vec(nlp), nlp.get_pipe(TOK2VEC)
    for item in read_inputs([str(RAW)]):
        if isinstance(item, RawArticle):
            given = (pipe(make_doc(nlp, item)).tensor for pipe in (ours, base))
            np.testing.assert_allclose(*given, atol=1e-5)


def test_what_was_read_before_changes_no_bit(nlp):
    alone = [vectors(RememberingTok2Vec(nlp), nlp, text) for text in SENTENCES]
    for order in ([0, 1, 2], [2, 1, 0], [1, 1, 0, 2]):
        component = RememberingTok2Vec(nlp)
        for number in order:
            assert np.array_equal(vectors(component, nlp, SENTENCES[number]), alone[number])


@pytest.mark.parametrize("most", [1, 12])
def test_a_full_memory_is_emptied_and_the_vectors_stay(nlp, monkeypatch, most):
    monkeypatch.setattr(tok2vec, "_MOST", most)
    component = RememberingTok2Vec(nlp)
    for text in SENTENCES * 2:
        fresh = vectors(RememberingTok2Vec(nlp), nlp, text)
        assert np.array_equal(vectors(component, nlp, text), fresh)


def test_threads_may_share_the_component(nlp, monkeypatch):
    """Each gets its own vectors, also while another empties the memory."""
    monkeypatch.setattr(tok2vec, "_MOST", 20)
    alone = {text: vectors(RememberingTok2Vec(nlp), nlp, text) for text in SENTENCES}
    component, texts = RememberingTok2Vec(nlp), SENTENCES * 40
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda text: vectors(component, nlp, text), texts))
    assert all(np.array_equal(*pair) for pair in zip(found, map(alone.get, texts), strict=True))


def test_an_empty_doc_stays_empty(nlp):
    assert len(RememberingTok2Vec(nlp)(nlp.make_doc(""))) == 0


def test_a_pipeline_without_the_base_pipe_is_told_what_is_missing():
    nlp = Language()
    with pytest.raises(ModelError, match=f"no {TOK2VEC}"):
        RememberingTok2Vec(nlp)(nlp.make_doc("One lived."))
