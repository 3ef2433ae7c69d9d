"""`ehistory_sentences`: paragraphs begin sentences, so that no sentence runs over a paragraph's end."""

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.errors import ModelError


@Language.factory("ehistory_sentences")
def create_sentences(nlp: Language, name: str) -> Callable[[Doc], Doc]:  # noqa: ARG001
    """The component; it sets `is_sent_start` where a paragraph begins and nowhere else."""
    return mark_paragraphs


def mark_paragraphs(doc: Doc) -> Doc:
    """Set sentence starts after every break between paragraphs; raises ModelError on a parsed Doc."""
    # A Doc without tokens has every annotation.
    if len(doc) and doc.has_annotation("DEP"):
        raise ModelError(
            "ehistory_sentences: the parser before it has set the sentences; "
            'put it first: nlp.add_pipe("ehistory_sentences", first=True)'
        )
    # Set at once: a token that is told its start reads the whole Doc for a parse.
    starts = doc.to_array("SENT_START")
    signed = starts.view("int64")
    for i in doc.to_array("IS_SPACE")[:-1].nonzero()[0].tolist():
        if "\n" in doc[i].text:
            signed[i], signed[i + 1] = -1, 1
    doc.from_array(["SENT_START"], starts)  # type: ignore[arg-type]
    return doc
