"""What an evaluation says: immutable models that go to JSON and come back.

Counts are kept per article, so that slices, intervals and comparisons need no second extraction.
"""

from collections.abc import Iterable, Iterator
from typing import Literal, TypeVar

from pydantic import BaseModel, ConfigDict

from pipeline.records import FACT_TYPES, Mention

FACT_LEVEL = "fact"
SCHEMES = ("strict", "exact", "partial", "type")
LEVELS = (FACT_LEVEL, *SCHEMES)
ROWS = (*FACT_TYPES, "micro", "macro")

SliceName = Literal["source", "length", "style"]


class _Frozen(BaseModel):
    # Unknown keys pass, so that an evaluation saved with a comparison beside it reads back.
    model_config = ConfigDict(frozen=True, extra="ignore")


class Counts(_Frozen):
    """SemEval-2013 counts; the fact level knows `correct`, `missed` and `spurious` alone.

    Source: Segura-Bedmar et al. 2013, SemEval-2013 task 9, section 5; a partial match earns half.
    """

    correct: int = 0
    incorrect: int = 0
    partial: int = 0
    missed: int = 0
    spurious: int = 0

    @property
    def credit(self) -> float:
        """What was earned: COR + PAR / 2."""
        return self.correct + 0.5 * self.partial

    @property
    def possible(self) -> int:
        """What the gold holds: COR + INC + PAR + MIS."""
        return self.correct + self.incorrect + self.partial + self.missed

    @property
    def actual(self) -> int:
        """What was predicted: COR + INC + PAR + SPU."""
        return self.correct + self.incorrect + self.partial + self.spurious


class FieldCounts(_Frozen):
    """One field over matched facts; `stated` where the gold's is not null, empty or false."""

    right: int = 0
    total: int = 0
    right_stated: int = 0
    stated: int = 0


Tally = TypeVar("Tally", Counts, FieldCounts)


def add(kind: type[Tally], parts: Iterable[Tally]) -> Tally:
    """The sum of counts of one kind, count by count."""
    parts = tuple(parts)
    return kind(**{name: sum(getattr(part, name) for part in parts) for name in kind.model_fields})


class Finding(_Frozen):
    """One error: a missed fact, an extra fact, or a field of a matched fact that differs.

    `gold` and `predicted` are the values as text; the mentions are the first of their facts. A miss
    names the extra that overlaps it, and an extra the miss, where there is one.
    """

    article: str
    fact_type: str
    kind: Literal["miss", "extra", "field"]
    field: str | None = None
    gold: str | None = None
    predicted: str | None = None
    gold_mention: Mention | None = None
    predicted_mention: Mention | None = None

    @property
    def mention(self) -> Mention:
        """Where to look: the prediction's mention for an extra, else the gold's."""
        mention = self.predicted_mention if self.kind == "extra" else self.gold_mention
        assert mention is not None, "a finding has a mention"
        return mention


class LabelPair(_Frozen):
    """Labels (kind, or type) of two aligned mentions; null on the side that has no mention."""

    gold: str | None
    predicted: str | None
    count: int


class Judged(_Frozen):
    """One predicted fact: how sure the pipeline was, and whether the gold has its value."""

    confidence: float
    correct: bool


class TypeResult(_Frozen):
    """One fact type in one article; `counts` by level, `fields` by field name."""

    counts: dict[str, Counts]
    fields: dict[str, FieldCounts]
    labels: tuple[LabelPair, ...] = ()
    judged: tuple[Judged, ...] = ()
    findings: tuple[Finding, ...] = ()


class ArticleResult(_Frozen):
    """One article: what it can be sliced by, and a result for every fact type."""

    id: str
    source: str
    style: str
    n_chars: int
    types: dict[str, TypeResult]


class Ratio(_Frozen):
    """A ratio with its 95 % bootstrap interval; null where the denominator is zero."""

    value: float | None = None
    low: float | None = None
    high: float | None = None


class Score(_Frozen):
    """One row of a table; `counts` is null for the macro average."""

    counts: Counts | None
    precision: Ratio
    recall: Ratio
    f1: Ratio


Scores = dict[str, Score]


class FieldScore(_Frozen):
    """Accuracy of one field over all matched facts, and over those where the gold states it."""

    counts: FieldCounts
    accuracy: Ratio
    accuracy_stated: Ratio


class Evaluation(_Frozen):
    """Everything one evaluation found.

    `scores` by level (`LEVELS`) and row (`ROWS`), `fields` by fact type and field, `slices` by
    slice value and row (fact level). `unpredicted` names gold articles without a
    prediction: all misses; `unjudged` predicted articles that the gold lacks: they count for nothing.
    """

    gold_sha256: str | None = None
    scores: dict[str, Scores]
    fields: dict[str, dict[str, FieldScore]]
    slice_by: SliceName | None = None
    slices: dict[str, Scores] = {}
    unpredicted: tuple[str, ...] = ()
    unjudged: tuple[str, ...] = ()
    articles: tuple[ArticleResult, ...] = ()

    def findings(self) -> Iterator[Finding]:
        """Every error, by article and fact type."""
        for article in self.articles:
            for result in article.types.values():
                yield from result.findings

    def judged(self, *fact_types: str) -> Iterator[Judged]:
        """The predicted facts of some fact types."""
        for article in self.articles:
            for fact_type in fact_types:
                yield from article.types[fact_type].judged

    def f1(self, row: str) -> float | None:
        """The fact-level F1 of a row of `ROWS`."""
        return self.scores[FACT_LEVEL][row].f1.value


class Delta(_Frozen):
    """F1 after minus F1 before, its paired 95 % interval, and the two-sided bootstrap p."""

    before: float | None = None
    after: float | None = None
    delta: Ratio = Ratio()
    p: float | None = None


class Comparison(_Frozen):
    """Two evaluations of one gold: `deltas` by row, and which facts changed sides."""

    deltas: dict[str, Delta]
    gained: tuple[Finding, ...] = ()
    lost: tuple[Finding, ...] = ()
    extras_gone: tuple[Finding, ...] = ()
    extras_new: tuple[Finding, ...] = ()
