"""`ehistory_sentences`: paragraphs begin sentences; abbreviations ("1 mln. 750 thous. Kazakhs") and dashes before
numbers end none."""

from collections.abc import Callable, Iterator

from numpy import isin
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.errors import ModelError
from pipeline.normalising.context import abbreviated_multipliers
from pipeline.normalising.gazetteer import peoples


@Language.factory("ehistory_sentences")
def create_sentences(nlp: Language, name: str) -> Callable[[Doc], Doc]:  # noqa: ARG001
    """The component; it says where a sentence begins, or begins not, and leaves the rest to the parser."""
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
    for i in (*_behind_abbreviations(doc), *_behind_dashes(doc)):
        signed[i] = -1
    for i in doc.to_array("IS_SPACE")[:-1].nonzero()[0].tolist():
        if "\n" in doc[i].text:
            signed[i], signed[i + 1] = -1, 1
    doc.from_array(["SENT_START"], starts)  # type: ignore[arg-type]
    return doc


def _behind_abbreviations(doc: Doc) -> Iterator[int]:
    """The tokens behind "thous." and its like that go on with the sentence: small letters, digits, peoples."""
    stop = doc.vocab.strings["."]
    for i in (doc.to_array("ORTH")[1:-1] == stop).nonzero()[0].tolist():
        word, following = doc[i], doc[i + 2]
        if word.lower_ in abbreviated_multipliers() and (
            not following.is_title or following.lower_ in peoples()
        ):
            yield i + 2


def _behind_dashes(doc: Doc) -> Iterator[int]:
    """The numbers behind a dash that go on with the sentence: "on Pavlodar — 11,4 thousand"."""
    dashes = [doc.vocab.strings[dash] for dash in ("-", "–", "—")]
    for i in isin(doc.to_array("ORTH")[1:-1], dashes).nonzero()[0].tolist():
        if doc[i].is_alpha and doc[i + 2].text[0].isdigit():
            yield i + 2
