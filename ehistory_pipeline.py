"""`spacy.load("ehistory_pipeline")`: the assembled pipeline as a spaCy model package."""

from typing import Any

from spacy.language import Language

from pipeline.nlp import assembled


def load(**loading: Any) -> Language:  # noqa: ANN401 - what spacy.load passes on
    """The assembled pipeline, a new one at each call, with what `spacy.load` is given (`exclude` and the like)."""
    return assembled(**loading)
