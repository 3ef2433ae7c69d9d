"""A fact's sentence in the raw text, with every gold and predicted mention of its type marked.

A predicted sentence is of the clean text: quotes, spaces and tags of the raw text may differ from it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Literal

from pipeline.evaluating.gold import GoldArticle
from pipeline.evaluating.results import Finding
from pipeline.records import ArticleRecord, Mention, Span

# Characters shown on either side of a mention whose sentence isn't found in the raw text.
CONTEXT = 120
ELLIPSIS = "…"

# What may stand between two words of a sentence in raw HTML: tags, entities, anything but words.
# Possessive: "<>" is a tag or two characters, and trying both ways for each would never end.
_BETWEEN = r"(?:<[^<>]*>|&#?\w+;|\W)++"
_AROUND = r"[^\w\s<>]*+"

Mark = Literal["", "gold", "predicted", "both"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one marking; `focus` where the error itself is."""

    text: str
    mark: Mark
    focus: bool


def _as_it_is(raw: str, mention: Mention) -> int | None:
    start = raw.find(mention.sentence, max(0, mention.end - len(mention.sentence)))
    return start if 0 <= start <= mention.start else None


def sentence_span(raw: str, mention: Mention) -> tuple[int, int] | None:
    """Where the mention's sentence stands in the raw text; a mention that outruns it extends it."""
    start = _as_it_is(raw, mention)
    if start is not None:
        return start, max(start + len(mention.sentence), mention.end)
    words = map(re.escape, re.findall(r"\w+", mention.sentence))
    for found in re.finditer(_AROUND + _BETWEEN.join(words) + _AROUND, raw):
        if found.start() <= mention.start < found.end():
            return found.start(), max(found.end(), mention.end)
    return None


def window(raw: str, mention: Mention) -> tuple[int, int]:
    """The characters around a mention, without words cut in two."""
    start, end = max(0, mention.start - CONTEXT), min(len(raw), mention.end + CONTEXT)
    before, after = raw[start : mention.start], raw[mention.end : end]
    if start and (cut := re.search(r"\s", before)):
        start += cut.end()
    if end < len(raw) and (cut := re.search(r"\s\S*\Z", after)):
        end = mention.end + cut.start()
    return start, end


def _covers(spans: Iterable[Span], start: int, end: int) -> bool:
    return any(span.start <= start and end <= span.end for span in spans)


_MARKS: dict[tuple[bool, bool], Mark] = {
    (False, False): "",
    (True, False): "gold",
    (False, True): "predicted",
    (True, True): "both",
}


def _cut(
    raw: str, bounds: tuple[int, int], focus: Span, gold: Sequence[Span], predicted: Sequence[Span]
) -> Iterator[Piece]:
    start, end = bounds
    edges = {edge for span in (*gold, *predicted, focus) for edge in (span.start, span.end)}
    cuts = [start, *sorted(edge for edge in edges if start < edge < end), end]
    for left, right in pairwise(cuts):
        sides = _covers(gold, left, right), _covers(predicted, left, right)
        yield Piece(raw[left:right], _MARKS[sides], _covers([focus], left, right))


def pieces(
    raw: str, focus: Mention, gold: Sequence[Span], predicted: Sequence[Span]
) -> tuple[Piece, ...]:
    """The sentence of `focus`, cut wherever a mention begins or ends.

    Where the sentence isn't found, the characters around, with an ellipsis where they break off.
    """
    sentence = sentence_span(raw, focus)
    start, end = sentence or window(raw, focus)
    cut = tuple(_cut(raw, (start, end), focus, gold, predicted))
    broken = Piece(ELLIPSIS, "", False)
    before = (broken,) if not sentence and start > 0 else ()
    after = (broken,) if not sentence and end < len(raw) else ()
    return (*before, *cut, *after)


def runs(cut: Iterable[Piece]) -> tuple[tuple[bool, tuple[Piece, ...]], ...]:
    """Neighbouring pieces together: those of the error itself (true), and those around it."""
    return tuple((focus, tuple(found)) for focus, found in groupby(cut, lambda p: p.focus))


def mentions(record: ArticleRecord | None, fact_type: str) -> list[Mention]:
    """Every mention of one fact type in a record."""
    return [mention for fact in getattr(record, fact_type, ()) for mention in fact.mentions]


@dataclass(frozen=True, slots=True)
class Excerpts:
    """Cuts the sentence of an error out of its article; both sides by article id."""

    gold: Mapping[str, GoldArticle]
    predicted: Mapping[str, ArticleRecord]

    def of(self, finding: Finding) -> tuple[Piece, ...]:
        """The sentence of one error, marked."""
        article = self.gold[finding.article]
        return pieces(
            article.text,
            finding.mention,
            mentions(article, finding.fact_type),
            mentions(self.predicted.get(finding.article), finding.fact_type),
        )


def same_fact(findings: Iterable[Finding]) -> Iterator[tuple[Finding, ...]]:
    """Errors in order, the wrong fields of one fact together; a miss or an extra stands alone."""
    for (kind, *_), group in groupby(findings, _fact_key):
        found = tuple(group)
        if kind == "field":
            yield found
        else:
            yield from ((finding,) for finding in found)


def _fact_key(finding: Finding) -> tuple[object, ...]:
    mentions = finding.gold_mention, finding.predicted_mention
    return finding.kind, finding.article, finding.fact_type, *mentions
