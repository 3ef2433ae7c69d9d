"""The greedy steps of spaCy's transition parser, a whole step of all Docs as one product of matrices.

At every step spaCy adds the vectors of the tokens that a state looks at one by one, each by a call of BLIS, and a call
costs more than the sum. Here a step takes them all at once and adds them in the same order; the moves themselves are
the parser's. It takes half the time of those (docs/decisions/0022-a-step-of-the-parser-at-once.md).
"""

from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any

import numpy as np
from spacy.ml.parser_model import ParserStepModel  # type: ignore[import-not-found] # compiled, no stub
from spacy.pipeline import DependencyParser
from spacy.tokens import Doc
from thinc.api import NumpyOps


def predict_states(parser: DependencyParser, docs: Sequence[Doc]) -> Any:  # noqa: ANN401 - states have no type of their own
    """The final state of each Doc, as `parser.predict` gives them; by that where the model is of another shape."""
    steps = _stepped if any(map(len, docs)) and _is_known(parser) else type(parser).predict
    return steps(parser, docs)


def _is_known(parser: DependencyParser) -> bool:
    """Whether a parser is greedy, on the processor, with a layer of maxout units below one of scores."""
    model = parser.model
    return (
        parser.cfg["beam_width"] == 1
        and type(model.ops) is NumpyOps
        and model.attrs["has_upper"]
        and not model.attrs["unseen_classes"]
        and model.get_ref("lower").get_dim("nP") > 1
    )


def _stepped(parser: DependencyParser, docs: Sequence[Doc]) -> Any:  # noqa: ANN401 - as above
    vectors, lower, upper = parser.model.layers
    looked_at, pieces = lower.get_dim("nF"), lower.get_dim("nP")
    bias, weights, score = (
        lower.get_param("b").ravel(),
        upper.get_param("W").T,
        upper.get_param("b"),
    )
    # A row for each token and each place it may have in a state, the first ones for "no token".
    table = lower.predict(vectors.predict(docs)).reshape(-1, bias.size)
    places = np.arange(looked_at) + looked_at
    reads = SimpleNamespace(state2vec=SimpleNamespace(nF=looked_at))
    states = parser.moves.init_batch(docs)
    going = [state for state in states if not state.is_final()]
    while going:
        tokens = ParserStepModel.get_token_ids(reads, going)
        hidden = table.take(tokens * looked_at + places, axis=0, mode="clip").sum(axis=1)
        hidden += bias
        units = np.maximum.reduce([hidden[:, piece::pieces] for piece in range(pieces)])
        going = parser.transition_states(going, units @ weights + score)
    return states
