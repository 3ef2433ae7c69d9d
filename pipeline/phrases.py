"""Finding many fixed phrases in a text: one look-up a word, instead of one expression of thousands of branches."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pipeline.anchors import lowered

_WORD = re.compile(r"\w+")


@lru_cache(maxsize=8)
def word_places(text: str) -> Mapping[str, Sequence[int]]:
    """Where each word of a text stands."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for match in _WORD.finditer(text):
        found[match[0]].append(match.start())
    return dict(found)


@dataclass(frozen=True, slots=True)
class PhraseIndex:
    """Phrases by their first word, the longest first; `lower` where case makes no difference."""

    by_word: Mapping[str, tuple[str, ...]]
    lower: bool

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Start, end and form of the phrases in a text, the longest at each place, none over another.

        A phrase is whole: no letter, digit or hyphen before it, no letter or digit behind it.
        """
        searched = lowered(text) if self.lower else text
        told = word_places(searched)
        starts = {i: word for word in self.by_word.keys() & told.keys() for i in told[word]}
        position = 0
        for start in sorted(starts):
            if start < position or (start and searched[start - 1] == "-"):
                continue
            for form in self.by_word[starts[start]]:
                end = start + len(form)
                if searched.startswith(form, start) and not searched[end : end + 1].isalnum():
                    yield start, end, form
                    position = end
                    break


def phrase_index(forms: Iterable[str], *, lower: bool = True) -> PhraseIndex:
    """An index of forms; those without a letter or digit at their beginning are left out."""
    found: dict[str, list[str]] = {}
    for form in {form.lower() if lower else form for form in forms}:
        if match := _WORD.match(form):
            found.setdefault(match[0], []).append(form)
    ordered = {word: tuple(sorted(f, key=len, reverse=True)) for word, f in found.items()}
    return PhraseIndex(ordered, lower)
