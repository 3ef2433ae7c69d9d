"""The words that names are read from: hyphenated words and initials whole, each with its part of speech."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from spacy.tokens import Doc

from pipeline.extensions import columns
from pipeline.lexicons import table as rows_of
from pipeline.normalising.context import person_nouns

# Capitals of English and of the Latin alphabets of Kazakh, Turkish and other neighbours: "Ä", "Ğ", "Ş".
_UPPER = "A-ZÀ-ÖØ-ÞĂĆČĐĒĖĘĞĢĪİĶĻŁŃŅŇŊŌŐŘŚŞŠŢŤŪŬŮŰŹŻŽƏ"
# Initials come first: "K.", and the digraphs of transliterated names, "Zh.", "Ch.", "Yu.".
INITIAL = rf"(?:[{_UPPER}]|[CKSZTPG]h|Zh|Dzh|Y[aeiou]|I[au]|Ts|Al|Abu|St)\."
_WORD = re.compile(
    rf"{INITIAL}(?=[ {_UPPER}-])|n\.a\.(?= ?[{_UPPER}])|\w[\w'&]*(?:[-–]\w[\w'&]*)*(?:\(b\))?(?:'(?=\s))?|[^\w\s]"
)
_ARTICLE = re.compile(r"(?:al|at|ar|an)-[A-Z]")
_ORDINAL = re.compile(r"\d{1,4}(?:-?(?:st|nd|rd|th))?|[IVXL]+|№")


class Word(NamedTuple):
    """One word or mark at `start:end` of the clean text, in lower case too; `first` where it begins its sentence."""

    text: str
    start: int
    end: int
    pos: str
    first: bool
    dated: bool
    lower: str

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital (an initial does), or with one behind an Arabic article: "al-Farabi"."""
        return self.text[0].isupper() or _ARTICLE.match(self.text) is not None

    @property
    def initial(self) -> bool:
        """Whether it is an initial of a person's name."""
        return len(self.text) > 1 and self.text.endswith(".")

    @property
    def ordinal(self) -> bool:
        """Whether it is a number as it stands before the name of a unit: "100th", "II", "316"."""
        return _ORDINAL.fullmatch(self.text) is not None

    @property
    def spoken(self) -> bool:
        """Whether it is a word, no mark."""
        return self.text[0].isalnum()


def words_of(doc: Doc) -> list[Word]:
    """The words and marks of the clean text, in order."""
    return list(_words(doc))


def _words(doc: Doc) -> Iterator[Word]:
    dated = [(span.start_char, span.end_char) for span in doc.spans.get("dates", [])]
    table = columns(doc)
    starts, ends, opens, pos = table.starts, table.ends, table.opens, table.pos
    token, date, last = 0, 0, len(doc) - 1
    for match in _WORD.finditer(table.text):
        start, end = match.span()
        while token < last and ends[token] <= start:
            token += 1
        first = opens[token] or token == 0
        # A hyphenated word is what its last part is: "copper-smelting" with the part of "smelting".
        while token < last and starts[token + 1] < end:
            token += 1
        while date < len(dated) and dated[date][1] <= start:
            date += 1
        inside = date < len(dated) and dated[date][0] <= start
        word, part = match[0], pos[token]
        owner = _owner(word, table.text, start) if word.endswith(_OWNING) else None
        if owner is not None:
            yield Word(owner, start, start + len(owner), "NOUN", first, inside, owner.lower())
            word, start, first, part = word[len(owner) :], start + len(owner), False, "PART"
        yield Word(word, start, end, part, first, inside, word.lower())


# "the Ministry of | Health's | decree": a capital leads to the owner, a lower-case noun of something else follows.
_NAMING = re.compile(r"[A-Z][\w-]*,? (?:(?:of|for|and) (?:the )?)?$")
_NAMING_REACH = 40
_OWNED = re.compile(r" (?P<owned>[a-z][\w-]*)")


_OWNING = ("'s", "s'")


def _owner(word: str, text: str, start: int) -> str | None:
    """A word without the ending that makes it an owner, where a name may end with it: "the Museum's director".

    "Soldiers' mothers" and "Women's affairs" go on.
    """
    owner = word.removesuffix("'s") if word.endswith("'s") else word[:-1]
    if owner.lower() in _head_words() and owner != "General":
        return owner
    leads = _NAMING.search(text, max(0, start - _NAMING_REACH), start)
    owned = _OWNED.match(text, start + len(word))
    if leads is None or owned is None or not word[0].isupper():
        return None
    led = owned["owned"] in roles()
    return owner if led or owner.lower() not in person_nouns() else None


@cache
def roles() -> frozenset[str]:
    """Posts beside the names of bodies, lower case."""
    return frozenset(row["role"] for row in rows_of("roles"))


def is_calling(noun: str) -> bool:
    """Whether a noun, in lower case, is of one person: "teacher", "poet"."""
    return f"{noun}s" in person_nouns() or noun in roles()


@cache
def _head_words() -> frozenset[str]:
    return frozenset(
        row["head"].split(" of ")[0].split()[-1] for row in rows_of("organization_heads")
    )


def closes_quote(words: Sequence[Word], index: int) -> bool:
    """Whether a quote ends right before a word, a space between."""
    if not next_to(words, index) or words[index - 1].text != '"':
        return False
    return index > 1 and words[index - 1].start == words[index - 2].end


def next_to(words: Sequence[Word], index: int) -> bool:
    """Whether but one space parts a word from the one before it; initials may touch: "M.O. Auezov"."""
    if not 0 < index < len(words):
        return False
    gap = words[index].start - words[index - 1].end
    return gap == 1 or (gap == 0 and words[index - 1].initial)
