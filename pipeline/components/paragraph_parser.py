"""`ehistory_paragraph_parser`: the base model's parser over all paragraphs of a Doc at once.

A transition parser takes a Doc step by step and many Docs in parallel, which costs a third less. No arc crosses a
paragraph, so each is a Doc of its own to the parser, over the vectors that tok2vec gave the whole; an article's
parse depends on nothing but the article. The parser itself stays in the config, disabled, as `base_parser`.
"""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from spacy.language import Language
from spacy.pipeline import DependencyParser
from spacy.tokens import Doc

from pipeline.components.base_pipes import base_pipe
from pipeline.components.greedy_steps import predict_states

PARSER = "base_parser"

_REMEDY = "add a model's parser under this name, disabled, or take that parser itself"
_SET: list[int | str] = ["HEAD", "DEP"]


class ParagraphParser:
    """The component; `ehistory_sentences` before it says where paragraphs begin."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp

    def __call__(self, doc: Doc) -> Doc:
        """Set heads and dependencies, and with them the sentences."""
        if len(doc):
            paragraphs = _paragraphs(doc)
            parser = base_pipe(
                self._nlp, PARSER, DependencyParser, "ehistory_paragraph_parser", _REMEDY
            )
            parser.set_annotations(paragraphs, predict_states(parser, paragraphs))
            arcs = np.vstack([part.to_array(_SET) for part in paragraphs])
            doc.from_array(_SET, arcs)  # type: ignore[arg-type]
        return doc


def _paragraphs(doc: Doc) -> Sequence[Doc]:
    """A Doc for each stretch that begins where a sentence is known to."""
    words = doc.to_array("ORTH").tolist()
    starts = doc.to_array("SENT_START").view("int64").tolist()
    cuts = [0, *(i for i, start in enumerate(starts) if i and start == 1), len(doc)]
    return [_part(doc, words[a:b], starts[a:b], a) for a, b in pairwise(cuts)]


def _part(doc: Doc, words: list[int], starts: list[int], begin: int) -> Doc:
    part = Doc(doc.vocab, words=words, sent_starts=starts)  # type: ignore[arg-type]
    part.tensor = doc.tensor[begin : begin + len(words)]
    return part


@Language.factory("ehistory_paragraph_parser")
def create_paragraph_parser(nlp: Language, name: str) -> ParagraphParser:  # noqa: ARG001
    """The component; it needs tok2vec before it and the disabled parser."""
    return ParagraphParser(nlp)
