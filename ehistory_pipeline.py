"""`spacy.load("ehistory_pipeline")`: the assembled pipeline as a spaCy model package."""

from typing import Any

from spacy.language import Language

from pipeline.nlp import load as _load


def load(**_overrides: Any) -> Language:  # noqa: ANN401 - what spacy.load passes on
    """The assembled pipeline, as `pipeline.load()` gives it."""
    return _load()
