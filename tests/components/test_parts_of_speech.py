"""Parts of speech are those that the base model's attribute ruler gives, at a fraction of its time."""

from pathlib import Path

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.articles import RawArticle
from pipeline.components.parts_of_speech import RULER, PartsOfSpeech
from pipeline.errors import ModelError
from pipeline.nlp import load, make_doc
from pipeline.reading import read_inputs

RAW = Path(__file__).parents[2] / "corpus" / "raw"


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load()


PARSED = ("ehistory_sentences", "tok2vec", "tagger", "parser")


def parsed(nlp: Language, article: RawArticle) -> Doc:
    doc = make_doc(nlp, article)
    for name in PARSED:
        doc = nlp.get_pipe(name)(doc)
    return doc


def told(doc: Doc) -> list[tuple[str, str, str, str]]:
    return [(token.text, token.pos_, token.tag_, token.dep_) for token in doc]


def test_every_token_of_the_corpus_is_what_the_ruler_says(nlp):
    for item in read_inputs([str(RAW)]):
        if isinstance(item, RawArticle):
            by_ruler = nlp.get_pipe(RULER)(parsed(nlp, item))
            ours = nlp.get_pipe("ehistory_parts_of_speech")(parsed(nlp, item))
            assert told(ours) == told(by_ruler), item.source


def test_the_word_before_is_heeded(nlp):
    doc = nlp("There are three mosques. They are old.")
    assert [token.pos_ for token in doc if token.text == "are"] == ["VERB", "AUX"]


def test_a_pattern_that_cannot_be_remembered_is_refused(nlp):
    """A later model's patterns may read more: better no answer than a wrong one."""

    class Patterned:
        vocab = nlp.vocab

        @staticmethod
        def get_pipe(_name):
            ruler = Language().add_pipe("attribute_ruler")
            ruler.add([[{"LOWER": "a"}, {"LOWER": "b"}, {"LOWER": "c"}]], {"POS": "NOUN"})
            return ruler

    with pytest.raises(ModelError, match="no pattern that can be remembered"):
        PartsOfSpeech(Patterned())(nlp("A b c"))
