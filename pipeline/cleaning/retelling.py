"""Which paragraphs retell another: the lead repeated, a quotation given in two translations.

Two paragraphs are compared by the overlap coefficient of their word stems (Szymkiewicz–Simpson:
shared / smaller set), which a lead contained in a longer paragraph does not lower.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

_WORD = re.compile(r"[^\W_]{4,}|\d+")
_SENTENCE = re.compile(r"[^.!?…]+(?:[.!?…]+(?=[\"')]*\s|[\"')]*$)[\"')]*|[.!?…]+|$)")
_STEM_CHARS = 5

# Origin: development articles. Two translations of one quotation share 0.75–0.9 of their stems, two
# paragraphs on one topic under 0.45.
RETELLING_OVERLAP = 0.66
_MIN_STEMS = 8
_MIN_SENTENCE_STEMS = 5
_COMPARABLE = 0.5
# Only stems that few paragraphs share make a pair of candidates, so long texts stay linear.
_RARE_IN = 6

Stretch = tuple[int, int]


def retold_stretches(text: str, paragraphs: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """Stretches of `text` that retell an earlier paragraph: whole paragraphs, or single sentences."""
    stems = [_stems(text[start:end]) for start, end in paragraphs]
    retold = {
        later for earlier, later in _candidates(stems) if _retells(stems[earlier], stems[later])
    }
    whole = [paragraphs[i] for i in sorted(retold)]
    rest = [paragraph for i, paragraph in enumerate(paragraphs) if i not in retold]
    return tuple(sorted([*whole, *_repeated_sentences(text, rest)]))


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:_STEM_CHARS] for word in _WORD.findall(text.casefold()))


def _candidates(stems: Sequence[frozenset[str]]) -> Iterator[tuple[int, int]]:
    holders: dict[str, list[int]] = defaultdict(list)
    for i, words in enumerate(stems):
        if len(words) >= _MIN_STEMS:
            for word in words:
                holders[word].append(i)
    pairs = Counter(
        (earlier, later)
        for indices in holders.values()
        if 2 <= len(indices) <= _RARE_IN
        for n, earlier in enumerate(indices)
        for later in indices[n + 1 :]
    )
    yield from sorted(pairs)


def _retells(earlier: frozenset[str], later: frozenset[str]) -> bool:
    small, large = sorted((len(earlier), len(later)))
    return small >= large * _COMPARABLE and len(earlier & later) >= RETELLING_OVERLAP * small


def _repeated_sentences(text: str, paragraphs: Sequence[Stretch]) -> Iterator[Stretch]:
    seen: dict[frozenset[str], int] = {}
    for number, (start, end) in enumerate(paragraphs):
        for match in _SENTENCE.finditer(text, start, end):
            stems = _stems(match[0])
            if len(stems) < _MIN_SENTENCE_STEMS:
                continue
            if seen.setdefault(stems, number) != number:
                yield match.span()
