"""The phrase that a percentage is of, cut out of the words it stands in: no articles, numbers or clauses around it."""

import re
from collections.abc import Iterable

from spacy.tokens import Doc, Span, Token

from pipeline.normalising.context import closing_words
from pipeline.normalising.gazetteer import is_people_or_place

_LEADING = frozenset(("the", "a", "an", "its", "their", "his", "this", "all", "total", "whole"))
_LONGEST = 6


def noun_phrase(doc: Doc, start: int, end: int) -> str | None:
    """The noun phrase that begins at a token, before `end`, with a participle in front: "registered electors"."""
    words: list[Token] = []
    while start < end and (doc[start].like_num or _MULTIPLIER.fullmatch(doc[start].text)):
        start += 2 if doc[start + 1 : start + 2].text == "." else 1
    for token in doc[start:end]:
        closing = token.pos_ in ("VERB", "AUX", "PUNCT", "PRON", "CCONJ", "SCONJ", "SPACE")
        begins = not words and token.tag_ in ("VBN", "VBD")
        other = token.pos_ == "ADP" and token.lower_ != "of"
        if other or (closing and not (begins or _is_joint(token))):
            break
        words.append(token)
    return _words(words)


# "Of 9,36 mln. electors": the electors.
_MULTIPLIER = re.compile(r"(?:thousand|million|billion|mln|thous|bln)\.?|\d[\d.,]*", re.IGNORECASE)


def _is_joint(token: Token) -> bool:
    """Whether it is the hyphen of "city-dwellers"."""
    return token.text == "-" and not token.whitespace_


def leading_words(words: str) -> str:
    """The words up to the first that begins another phrase."""
    kept: list[str] = []
    for word in words.split():
        # "Registered associations" begins a phrase, "associations registered" ends one.
        verb = (kept and word.endswith(("ed", "ew"))) or _VERBS.fullmatch(word)
        if word.lower() in closing_words() or verb or word[0].isdigit():
            break
        kept.append(word)
    while kept and kept[-1] == "of":
        kept.pop()
    phrase = " ".join(kept)
    return "" if _NO_WORDS.fullmatch(phrase) else phrase


_VERBS = re.compile(
    r"fell|rose|sank|made|went|became|shrank|were|was|are|is|came|took|gave|stood|fled"
    r"|should|would|could|must|will|can|may|has|have|had"
)
# "Among those arrived near the town": no noun behind the participle.
_NO_WORDS = re.compile(r"(?!un)[a-z]+(?:ed|ew)(?: near)?")


def clause_phrase(span: Span) -> str | None:
    """The phrase up to its first clause."""
    words = []
    for token in span:
        closing = token.pos_ in ("PUNCT", "VERB", "AUX") and token.text != "-"
        if token.dep_ in ("acl", "relcl") or closing:
            break
        words.append(token)
    return _words(words)


_NO_PHRASE = re.compile(r"per ?cent|%|^[\d.,]+ ", re.IGNORECASE)


def _leads(token: Token) -> bool:
    return token.lower_ in _LEADING or token.pos_ in ("NUM", "ADV", "DET", "PRON", "PUNCT")


# "Three-quarters of the population", "the majority of the population": the population.
_PART = re.compile(
    r"half|halves|majority|minority|bulk|(?:third|fourth|quarter|fifth|sixth|seventh|eighth|ninth|tenth)s?",
    re.IGNORECASE,
)


def _words(tokens: Iterable[Token]) -> str | None:
    """The words without leading articles, numbers and parts; null where only a percentage is left."""
    kept = list(tokens)
    while kept and _leads(kept[0]):
        kept = kept[1:]
    if kept and _PART.fullmatch(kept[0].text) and [t.lower_ for t in kept[1:2]] in ([], ["of"]):
        return _words(kept[2:])
    if not kept:
        return None
    first, last = kept[0].i, kept[:_LONGEST][-1].i
    text = _within_sentence(kept[0], kept[0].doc[first : last + 1].text)
    return text if re.search("[A-Za-z]{3}", text) and not _NO_PHRASE.search(text) else None


def _within_sentence(first: Token, text: str) -> str:
    """A phrase as it would stand inside a sentence: "Turnout" that opens one has no capital of its own."""
    opens = first.is_sent_start and first.tag_.startswith(("NN", "JJ", "VB"))
    common = opens and not first.tag_.startswith("NNP") and not is_people_or_place(first.text)
    return f"{text[0].lower()}{text[1:]}" if common and text[1:2].islower() else text
