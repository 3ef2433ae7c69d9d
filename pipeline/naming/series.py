"""Names that share a plural head: "the Mektep and Zhazushy publishing houses", "kolkhozes Avangard and Alatau"."""

from collections.abc import Iterator, Sequence
from functools import cache

from pipeline.lexicons import Row, table
from pipeline.naming.candidates import Candidate
from pipeline.naming.coordinated import coordinated
from pipeline.naming.nouns import BARE_TYPES, type_of, word_set
from pipeline.naming.words import Word, next_to
from pipeline.normalising.gazetteer import is_people_or_place
from pipeline.normalising.names import canonical_name

_LONGEST_NAME = 3
_FEWEST = 2


def series(text: str, words: Sequence[Word]) -> Iterator[Candidate]:
    """The names of every list that a plural head follows or opens, full ones too."""
    yield from coordinated(text, words)
    plurals = _plurals()
    for index in (i for i, word in enumerate(words) if _as_listed(word) in plurals):
        match = _plural_at(words, index)
        if match is None:
            continue
        row, after = match
        for names in (_before(words, index), _behind(words, after)):
            if len(names) >= _FEWEST and not any(_plain(name) for name in names):
                yield from (_candidate(text, name, row) for name in names)


@cache
def _plurals() -> dict[str, tuple[tuple[tuple[str, ...], Row], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], Row]]] = {}
    for row in table("organization_heads"):
        if row["takes_name"] == "yes" and row["type"] in BARE_TYPES:
            parts = tuple(row["plural"].split())
            found.setdefault(parts[0], []).append((parts, row))
    return {first: tuple(sorted(f, key=lambda e: -len(e[0]))) for first, f in found.items()}


def _plural_at(words: Sequence[Word], index: int) -> tuple[Row, int] | None:
    for parts, row in _plurals().get(_as_listed(words[index]), ()):
        end = index + len(parts)
        if tuple(map(_as_listed, words[index:end])) == parts:
            return row, end
    return None


def _as_listed(word: Word) -> str:
    """A word without the capital that begins its sentence."""
    return word.lower if word.first else word.text


def _before(words: Sequence[Word], head: int) -> list[list[Word]]:
    """The capitalised names of a list that ends before a head, in order."""
    names: list[list[Word]] = [[]]
    index = head
    while index > 0:
        word = words[index - 1]
        if _is_name(word) and len(names[0]) < _LONGEST_NAME:
            names[0].insert(0, word)
        elif word.text in (",", "and") and names[0]:
            names.insert(0, [])
        else:
            break
        index -= 1
    return [name for name in names if name]


def _behind(words: Sequence[Word], start: int) -> list[list[Word]]:
    """The capitalised names of a list right behind a head."""
    names: list[list[Word]] = [[]]
    for index in range(start, len(words)):
        word = words[index]
        if (
            _is_name(word)
            and len(names[-1]) < _LONGEST_NAME
            and (names[-1] or next_to(words, index))
        ):
            names[-1].append(word)
        elif word.text in (",", "and") and names[-1]:
            names.append([])
        else:
            break
    return [name for name in names if name]


def _is_name(word: Word) -> bool:
    outside = word.text in word_set("outside") or word.text in word_set("plain")
    return word.capital and word.pos == "PROPN" and not (outside or word.dated or word.initial)


def _plain(name: Sequence[Word]) -> bool:
    return is_people_or_place(" ".join(word.text for word in name))


def _candidate(text: str, name: Sequence[Word], row: Row) -> Candidate:
    start, end = name[0].start, name[-1].end
    surface = text[start:end]
    return Candidate(start, end, canonical_name(surface), type_of(surface, row), "named-before")
