"""What the encoder learns from: blocks of gold articles, with the answers of the counts, shares and quotes in them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from spacy.tokens import Doc, Span
from tokenizers import Tokenizer

from pipeline.evaluating.gold import GoldArticle
from pipeline.evaluating.matching import FIELDS
from pipeline.linking.encoder.blocks import Block, block_of
from pipeline.linking.encoder.judging import CLASSES, Mentions, placed
from pipeline.linking.encoder.network import Offsets, Pieces, offsets_of
from pipeline.linking.groups import peoples_in
from pipeline.linking.places import places_in
from pipeline.linking.times import dates_in
from pipeline.training.examples import Found, facts_found, quotes_found

# A field chosen among the mentions of a block: the name of its head, the field, and its mentions.
POINTERS: Mapping[str, tuple[tuple[str, str, Mentions], ...]] = {
    "populations": (
        ("place", "place", places_in),
        ("time", "time", dates_in),
        ("people", "group", peoples_in),
    ),
    "percentages": (
        ("place", "place", places_in),
        ("time", "time", dates_in),
        ("group", "group", peoples_in),
    ),
}
_KINDS = {"populations": "kind", "percentages": "change"}
# The outputs of a head that points: none, one that is not read, then each mention.
NONE, ELSEWHERE, FIRST = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of a span: the head, the pieces it may point to, and which outputs are right (one at least)."""

    head: str
    among: tuple[Pieces, ...]
    right: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A span at some pieces, and what is asked of it."""

    at: Pieces
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """The pieces of a block and the spans asked about in it."""

    pieces: tuple[int, ...]
    asked: tuple[Asked, ...]


def examples(pairs: Iterable[tuple[GoldArticle, Doc]], tokenizer: Tokenizer) -> Iterator[Example]:
    """One example a block that holds a quoted name, or a found fact which the gold has too."""
    for article, doc in pairs:
        blocks: dict[Block, list[_Answered]] = {}
        for answered in _answered(article, doc):
            blocks.setdefault(block_of(answered.span), []).append(answered)
        for block, answers in blocks.items():
            read = tokenizer.encode(block.text(doc))
            offsets = offsets_of(read)
            asked = tuple(
                Asked(at, tuple(_questions(block, offsets, answered)))
                for answered in answers
                if (at := offsets.pieces(*block.stretch(answered.span))) is not None
            )
            if asked:
                yield Example(tuple(read.ids), asked)


@dataclass(frozen=True, slots=True)
class _Answered:
    """A span with the class that the gold gives it, by the head that chooses it; of a count or share the facts too."""

    span: Span
    head: str
    answer: str | None
    found: Found | None = None
    fact: Any = None


def _answered(article: GoldArticle, doc: Doc) -> Iterator[_Answered]:
    for found, fact in facts_found(article, doc, tuple(_KINDS)):
        yield _Answered(found.span, _KINDS[found.fact_type], fact.kind, found, fact)
    for quote, body in quotes_found(article, doc):
        yield _Answered(quote.span, "quote", body)


def _questions(block: Block, offsets: Offsets, answered: _Answered) -> Iterator[Question]:
    yield Question(answered.head, (), (CLASSES[answered.head].index(answered.answer),))
    found = answered.found
    if found is None:
        return
    for head, field, mentions in POINTERS[found.fact_type]:
        if head == "people" and found.value.group_told:
            continue
        agree, answer = FIELDS[found.fact_type][field], getattr(answered.fact, field)
        among = placed(found.doc, block, offsets, mentions)
        right = tuple(i for i, (_, value) in enumerate(among, FIRST) if agree(answer, value))
        yield Question(
            head,
            tuple(pieces for pieces, _ in among),
            (NONE,) if answer is None else right or (ELSEWHERE,),
        )
