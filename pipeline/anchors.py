"""Where in a text a pattern may match at all: found by plain search, so that patterns are tried there alone.

`re` tries every pattern at every letter. Most rules hold a word that few texts have ("century", "ago", a month), and
`str.find` looks for a word a hundred times faster. `literals` reads off a pattern which strings any match must
hold, as text search tools do (Cox, Regular Expression Matching with a Trigram Index, 2012; ripgrep's literals).
"""

import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, Generic, TypeVar

Stretch = tuple[int, int]
K = TypeVar("K")

# More alternatives than this, and looking for each costs more than it spares.
_MOST = 400


@lru_cache(maxsize=4)
def lowered(text: str) -> str:
    """The text in lower case, every character at its old place."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def literals(pattern: str) -> frozenset[str]:
    """Strings in lower case of which every match of a pattern holds one; none where nothing is sure."""
    return _best(needs(pattern)) or frozenset()


def needs(pattern: str) -> list[frozenset[str]]:
    """Sets of strings in lower case: every match of a pattern holds one of each."""
    return [found for found in _of_sequence(parser.parse(pattern)) if len(found) <= _MOST]


def told_words(words: Iterable[str], lower: str) -> set[str]:
    """Those of some words that a text in lower case holds."""
    return {word for word in words if word in lower}


def may_match(demanded: Iterable[AbstractSet[str]], told: AbstractSet[str]) -> bool:
    """Whether a text that holds these words may hold a match, of which one word of each set is demanded."""
    return not any(map(told.isdisjoint, demanded))


def _best(found: Iterable[frozenset[str]]) -> frozenset[str] | None:
    """The set with the longest strings, of those the one with the fewest."""
    return max(found, key=lambda one: (min(map(len, one)), -len(one)), default=None)


def _of_sequence(items: Iterable[tuple[Any, Any]]) -> Iterator[frozenset[str]]:
    run = ""
    for code, argument in [*items, (None, None)]:
        if code is codes.LITERAL:
            run += chr(argument).lower()
            continue
        if run:
            yield frozenset([run])
        run = ""
        yield from _of_item(code, argument)


def _of_item(code: Any, argument: Any) -> Iterator[frozenset[str]]:  # noqa: ANN401 - the parser's own
    if code is codes.SUBPATTERN:
        yield from _of_sequence(argument[-1])
    elif code is codes.ATOMIC_GROUP:
        yield from _of_sequence(argument)
    elif code in _REPEATS and argument[0]:
        yield from _of_sequence(argument[2])
    elif code is codes.BRANCH:
        alternatives = [_best(_of_sequence(branch)) for branch in argument[1]]
        sure = [found for found in alternatives if found]
        if len(sure) == len(alternatives):
            yield frozenset().union(*sure)
    elif code is codes.IN:
        singles = [chr(value).lower() for kind, value in argument if kind is codes.LITERAL]
        if len(singles) == len(argument):
            yield frozenset(singles)


_REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT)


def longest(pattern: str) -> int:
    """How many characters a match of a pattern takes at most."""
    return int(parser.parse(pattern).getwidth()[1])


def leading_digits(pattern: str) -> int:
    """How many digits any match of a pattern begins with for sure."""
    count = 0
    for code, argument in parser.parse(pattern):
        least, most, items = argument if code in _REPEATS else (1, 1, [(code, argument)])
        if list(items) != _DIGIT:
            break
        count += least
        if least != most:
            break
    return count


_DIGIT = [(codes.IN, [(codes.CATEGORY, codes.CATEGORY_DIGIT)])]


def spots(lower: str, words: Iterable[str]) -> Iterator[Stretch]:
    """Where any of some strings stand in a text in lower case, string by string."""
    for word in words:
        start = lower.find(word)
        while start >= 0:
            yield start, start + len(word)
            start = lower.find(word, start + 1)


def windows(found: Iterable[Stretch], length: int, reach: int) -> list[Stretch]:
    """The stretches that lie within `reach` characters of any spot, joined where they touch, in order."""
    joined: list[Stretch] = []
    for start, end in sorted(found):
        low, high = max(0, start - reach), min(length, end + reach)
        if joined and low <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(high, joined[-1][1]))
        else:
            joined.append((low, high))
    return joined


@dataclass(frozen=True, slots=True)
class Anchored:
    """A pattern and the strings of which its matches hold one, within `reach` characters on either side."""

    pattern: re.Pattern[str]
    words: frozenset[str]
    reach: int

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """The matches in a text, found around those strings alone."""
        found = spots(lowered(text), self.words)
        for start, end in windows(found, len(text), self.reach):
            yield from self.pattern.finditer(text, start, end)


def anchored(pattern: re.Pattern[str], reach: int) -> Anchored:
    """A pattern with its strings; one that has none for sure can't be anchored."""
    words = literals(pattern.pattern)
    assert words, f"nothing that every match holds: {pattern.pattern!r}"
    return Anchored(pattern, words, reach)


class Demanding(Generic[K]):
    """Patterns with what each tells; those alone are tried on a text that it holds the words of.

    A row is what it tells, its pattern, and the part of that which its words are read off.
    """

    def __init__(self, rows: Iterable[tuple[K, re.Pattern[str], str]]) -> None:
        found = [(key, pattern, literals(part)) for key, pattern, part in rows]
        # Single letters and the like spare nothing.
        self._rows = tuple(
            (key, pattern, words if words and min(map(len, words)) >= _TELLING else None)
            for key, pattern, words in found
        )
        self._words = frozenset(word for _, _, words in self._rows for word in words or ())

    def possible(self, text: str) -> Iterator[tuple[K, re.Pattern[str]]]:
        """The rows that a text may hold a match of, in order."""
        lower = text.lower()
        told = told_words(self._words, lower)
        for key, pattern, words in self._rows:
            if words is None or not told.isdisjoint(words):
                yield key, pattern


# Letters of a word that is worth looking for.
_TELLING = 2
