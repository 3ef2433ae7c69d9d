"""`ehistory_encoder`: leaves the encoder with a Doc, for the components that link what they found.

Nothing is read until a field is in doubt (`pipeline/linking/encoder`). Without it, as with
`nlp.disable_pipe("ehistory_encoder")`, the weights alone decide: faster, and fields are right less often.
"""

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extensions import once
from pipeline.linking.encoder.judging import NETWORK
from pipeline.linking.encoder.network import network


def mark_encoder(doc: Doc) -> Doc:
    """Keep the network with the Doc."""
    once(doc, NETWORK, network)
    return doc


@Language.factory("ehistory_encoder")
def create_encoder(nlp: Language, name: str) -> Callable[[Doc], Doc]:  # noqa: ARG001
    """The component; it comes before those that link. Raises ModelError where the encoder's files are not whole."""
    network()
    return mark_encoder
