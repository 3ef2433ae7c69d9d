"""The words that names are read from, made of a hand-made Doc."""

import pytest
import spacy
from spacy.tokens import Doc, Span

from pipeline import extensions
from pipeline.naming.words import Word, next_to, words_of
from pipeline.normalising.dates import DateValue

extensions.register()
NLP = spacy.blank("en")


def doc_of(text: str, starts: tuple[int, ...] = (0,)) -> Doc:
    """Tokens of the English tokenizer, all nouns; sentences begin at `starts`."""
    doc = NLP(text)
    for token in doc:
        token.pos_ = "NOUN"
        token.is_sent_start = token.i in starts
    return doc


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", []),
        (" \n ", []),
        ("Institute", ["Institute"]),
        ("A. Kim met Zh. Abai.", ["A.", "Kim", "met", "Zh.", "Abai", "."]),
        ("M.O. Auezov", ["M.", "O.", "Auezov"]),
        ("a coal-mining trust", ["a", "coal-mining", "trust"]),
        ('the "Alash"', ["the", '"', "Alash", '"']),
        ("the people's hall", ["the", "people's", "hall"]),
        ("VKP(b) met", ["VKP(b)", "met"]),
        ("No. 12", ["No", ".", "12"]),
        ("He saw it.", ["He", "saw", "it", "."]),
    ],
)
def test_hyphenated_words_and_initials_are_whole(text: str, words: list[str]) -> None:
    """Marks stand alone, but the stop of an initial is its own."""
    found = words_of(doc_of(text))
    assert [word.text for word in found] == words
    assert [text[word.start : word.end] for word in found] == words


def word(text: str) -> Word:
    return Word(text, 0, len(text), "NOUN", False, False, text.lower())


@pytest.mark.parametrize(
    ("text", "capital", "initial", "ordinal", "spoken"),
    [
        ("Kim", True, False, False, True),
        ("K.", True, True, False, True),
        ("trust", False, False, False, True),
        ("30th", False, False, True, True),
        ("316", False, False, True, True),
        ("II", True, False, True, True),
        ("№", False, False, True, False),
        ('"', False, False, False, False),
        (".", False, False, False, False),
    ],
)
def test_a_word_says_what_it_looks_like(
    text: str, capital: bool, initial: bool, ordinal: bool, spoken: bool
) -> None:
    """A full stop alone is no initial, a sign of number no word."""
    found = word(text)
    seen = (found.capital, found.initial, found.ordinal, found.spoken)
    assert seen == (capital, initial, ordinal, spoken)


def test_sentences_and_dates_are_marked() -> None:
    """The first word of each sentence, and the words of a date, are told from the rest."""
    doc = doc_of("They met. In May 1945 it rained.", starts=(0, 3))
    date = Span(doc, 4, 6, label="MONTH")
    date._.date = DateValue("1945-05", "month")
    doc.spans["dates"] = [date]
    found = words_of(doc)
    assert [w.text for w in found if w.first] == ["They", "In"]
    assert [w.text for w in found if w.dated] == ["May", "1945"]


@pytest.mark.parametrize(
    ("text", "index", "near"),
    [
        ("coal trust", 1, True),
        ("coal trust", 0, False),
        ("coal trust", 2, False),
        ("coal  trust", 1, False),
        ("coal, trust", 1, False),
        ("coal, trust", 2, True),
        ("M.O. Auezov", 1, True),
        ("M.O. Auezov", 2, True),
    ],
)
def test_words_stand_next_to_each_other(text: str, index: int, near: bool) -> None:
    """One space parts them, or none behind an initial; the ends of the text have no neighbour."""
    assert next_to(words_of(doc_of(text)), index) is near
