"""Paragraphs parsed side by side have the arcs that the base model's parser gives them one after the other."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
import spacy
from confection import Config
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

from pipeline.articles import RawArticle
from pipeline.components.greedy_steps import predict_states
from pipeline.components.paragraph_parser import PARSER, ParagraphParser
from pipeline.errors import ModelError
from pipeline.nlp import load, make_doc
from pipeline.reading import read_inputs

RAW = Path(__file__).parents[2] / "corpus" / "raw"


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load()


def parsed(nlp: Language, text: str | RawArticle, parser: str) -> Doc:
    doc = nlp.make_doc(text) if isinstance(text, str) else make_doc(nlp, text)
    for name in ("ehistory_sentences", "tok2vec", "tagger", parser):
        doc = nlp.get_pipe(name)(doc)
    return doc


def arcs(doc: Doc) -> list[tuple[int, str, bool]]:
    return [(token.head.i, token.dep_, bool(token.is_sent_start)) for token in doc]


def test_a_lone_paragraph_is_parsed_as_ever(nlp):
    text = (
        "In 1989 lived 6 million Kazakhs. Of them 45 thousand lived in Almaty; the others did not."
    )
    assert arcs(parsed(nlp, text, "parser")) == arcs(parsed(nlp, text, PARSER))


def test_of_the_corpus_hardly_an_arc_differs(nlp):
    """Where a paragraph ends, the parser of the whole sees words of the next."""
    same = total = 0
    for item in read_inputs([str(RAW)]):
        if isinstance(item, RawArticle):
            ours, base = (arcs(parsed(nlp, item, parser)) for parser in ("parser", PARSER))
            same += sum(a == b for a, b in zip(ours, base, strict=True))
            total += len(base)
    assert total > 10_000
    assert same / total > 0.998


def states_and_arcs(nlp: Language, predict: Callable[..., Any], texts: Sequence[str]):
    parser = nlp.get_pipe(PARSER)
    docs = [nlp.make_doc(text) for text in texts]
    for doc in docs:
        nlp.get_pipe("tok2vec")(doc)
    parser.set_annotations(docs, predict(parser, docs))
    return [arcs(doc) for doc in docs]


TEXTS = (
    ["In 1989 lived 6 million Kazakhs there."],
    ["", "Taraz", "The museum, which was opened in 1971, has moved; its head retired."],
    ["of of of , , 12 (", "«Qazaq» came out in Orenburg from 1913 to 1918.", " "],
    [],
)


@pytest.mark.parametrize("texts", TEXTS)
def test_a_step_of_all_docs_at_once_moves_as_the_parsers_own_steps_do(nlp, texts):
    ours = states_and_arcs(nlp, predict_states, texts)
    assert ours == states_and_arcs(nlp, lambda parser, docs: parser.predict(docs), texts)


SMALL = """
[model]
@architectures = "spacy.TransitionBasedParser.v2"
state_type = "parser"
extra_state_tokens = false
hidden_width = 8
maxout_pieces = 2
use_upper = {upper}

[model.tok2vec]
@architectures = "spacy.HashEmbedCNN.v2"
pretrained_vectors = null
width = 8
depth = 1
embed_size = 50
window_size = 1
maxout_pieces = 2
subword_features = true
"""


@pytest.mark.parametrize(
    ("factory", "upper"), [("parser", "true"), ("parser", "false"), ("beam_parser", "true")]
)
def test_a_parser_of_any_shape_sets_the_arcs_that_it_sets_itself(factory, upper):
    nlp = spacy.blank("en")
    parser = nlp.add_pipe(factory, config=Config().from_str(SMALL.format(upper=upper)))
    words, deps = ["Some", "words", "go", "on", "."], ["det", "nsubj", "ROOT", "prt", "punct"]
    told = Doc(nlp.vocab, words, heads=[1, 2, 2, 2, 2], deps=deps)
    parser.cfg["min_action_freq"] = 1
    nlp.initialize(lambda: [Example(Doc(nlp.vocab, words), told)])
    ours, base = ([nlp.make_doc("Some words of some words")] for _ in range(2))
    parser.set_annotations(ours, predict_states(parser, ours))
    parser.set_annotations(base, parser.predict(base))
    assert ours[0].has_annotation("DEP")
    assert arcs(ours[0]) == arcs(base[0])


def test_no_arc_leaves_its_paragraph(nlp):
    doc = parsed(nlp, "Title of the page\n\nLived there 40 families\n\nand then\n\nnone", "parser")
    number = [doc.text[: token.idx].count("\n") for token in doc]
    assert all(number[token.i] == number[token.head.i] for token in doc if not token.is_space)


def test_without_sentences_before_it_the_whole_is_one_paragraph(nlp):
    docs = []
    for parser in ("parser", PARSER):
        doc = nlp.make_doc("One lived.\n\nTwo died.")
        for name in ("tok2vec", "tagger", parser):
            doc = nlp.get_pipe(name)(doc)
        docs.append(doc)
    assert arcs(docs[0]) == arcs(docs[1])


def test_an_empty_doc_stays_empty(nlp):
    assert len(parsed(nlp, "", "parser")) == 0


def test_a_pipeline_without_a_parser_is_told_what_is_missing():
    nlp = Language()
    with pytest.raises(ModelError, match=f"no {PARSER}"):
        ParagraphParser(nlp)(nlp.make_doc("One lived."))
