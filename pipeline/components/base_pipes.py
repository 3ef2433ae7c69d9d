"""Pipes of the base model that stay in the config, disabled, as what a component of ours works with."""

from typing import TypeVar

from spacy.language import Language

from pipeline.errors import ModelError

P = TypeVar("P")


def base_pipe(nlp: Language, name: str, kind: type[P], component: str, remedy: str) -> P:
    """The pipe of a name, disabled or not; raises ModelError with a remedy where the pipeline has none."""
    try:
        pipe = nlp.get_pipe(name)
    except KeyError as error:
        raise ModelError(f"{component}: the pipeline has no {name}; {remedy}") from error
    assert isinstance(pipe, kind)
    return pipe
