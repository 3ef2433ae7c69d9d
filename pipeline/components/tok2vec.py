"""`ehistory_tok2vec`: the base model's vectors, each word's own part of them made once and remembered.

A token's vector comes from an embedding, which reads the token alone (its norm, prefix, suffix, shape), and an
encoder, which reads its neighbours. The embedding takes a third of the time, and behind a hundred articles nine in ten
tokens have been met before. The pipe itself stays in the config, disabled, as `base_tok2vec`.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.pipeline.tok2vec import Tok2Vec
from spacy.tokens import Doc
from thinc.api import Model

from pipeline.components.base_pipes import base_pipe

TOK2VEC = "base_tok2vec"

_REMEDY = "add a model's tok2vec under this name, disabled, or take that pipe itself"
# Rows are made sixteen at a time: a library of linear algebra takes other steps for the last few rows of a
# product, and a vector must not depend on which words are made beside it.
_ROWS = 16
# Words that are remembered, some 25 MB; when there are more, all are forgotten.
_MOST = 65_536


class RememberingTok2Vec:
    """The component; what it gives is what the base pipe gives."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp
        self._known: dict[bytes, NDArray[np.float32]] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Set `doc.tensor`, which the tagger and the parser read."""
        if len(doc):
            pipe = base_pipe(self._nlp, TOK2VEC, Tok2Vec, "ehistory_tok2vec", _REMEDY)
            embed, encode = pipe.model.layers
            doc.tensor = encode.predict([self._embedded(embed, doc)])[0]
        return doc

    def _embedded(self, embed: Model[Any, Any], doc: Doc) -> NDArray[np.float32]:
        """The embedding of every token."""
        read, *made = embed.layers
        features: NDArray[np.uint64] = read.predict([doc])[0]
        keys = [row.tobytes() for row in features]
        # Threads may share the component: what one has taken in hand, no other takes from it.
        known = self._known
        new = {key: i for i, key in enumerate(keys) if key not in known}
        if len(known) + len(new) > _MOST:
            known = self._known = {}
            new = {key: i for i, key in enumerate(keys)}
        if new:
            known.update(zip(new, _vectors(features[list(new.values())], made), strict=True))
        return np.concatenate([known[key] for key in keys]).reshape(len(keys), -1)


def _vectors(
    features: NDArray[np.uint64], layers: Sequence[Model[Any, Any]]
) -> NDArray[np.float32]:
    """What the layers of an embedding make of the features of some words."""
    made: Any = [np.pad(features, ((0, -len(features) % _ROWS), (0, 0)), mode="edge")]
    for layer in layers:
        made = layer.predict(made)
    found: NDArray[np.float32] = made[0][: len(features)]
    return found


@Language.factory("ehistory_tok2vec")
def create_tok2vec(nlp: Language, name: str) -> RememberingTok2Vec:  # noqa: ARG001
    """The component; it needs the disabled pipe."""
    return RememberingTok2Vec(nlp)
