"""What is measured: one row a measure, whom it can be asked of, and how an article is counted.

Counts are added over articles, ratios come last, intervals are those of the evaluator. What lies
inside an ignored stretch of the gold is set aside on both sides.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal

import numpy as np

from benchmarks.peers.exchange import Found, Kind, Peer
from benchmarks.peers.yardstick import (
    Item,
    by_bounds,
    by_place,
    by_value,
    counts_people,
    found_numbers,
    gold_numbers,
    touching,
)
from pipeline.evaluating.gold import GoldArticle
from pipeline.evaluating.metrics import ratios
from pipeline.evaluating.resampling import draws, interval
from pipeline.evaluating.results import Counts, Score, add
from pipeline.evaluating.scoring import outside
from pipeline.records import Date, Fact, Percentage, Population, Span

CALENDAR = frozenset({"day", "month", "year"})

_HEDGES = re.compile("[~?%]")


@dataclass(frozen=True, slots=True)
class Case:
    """One article: its gold and what one system found, in raw offsets."""

    gold: GoldArticle
    found: tuple[Found, ...]

    def facts(self, fact_type: str) -> tuple[Fact, ...]:
        """The gold's facts of a type, without what it ignores."""
        return outside(getattr(self.gold, fact_type), self.gold.ignore)

    def outputs(self, *kinds: Kind) -> list[Found]:
        """What was found of these kinds, without what the gold ignores."""
        return [one for one in self.found if one.kind in kinds and not self._ignored(one)]

    def _ignored(self, one: Found) -> bool:
        return any(s.start <= one.start and one.end <= s.end for s in self.gold.ignore)

    def numbers(self, fact_type: str) -> list[Item]:
        """The numbers that the gold's populations or percentages state."""
        facts = self.facts(fact_type)
        return gold_numbers(f for f in facts if isinstance(f, Population | Percentage))


Judge = Callable[[Case], Counts]


def _any_number(judge: Callable[[list[Item], list[Item]], Counts], case: Case) -> Counts:
    found = found_numbers(case.outputs("number", "percentage"))
    return judge(case.numbers("populations"), found)


def _claimed_populations(case: Case) -> Counts:
    claims = [one for one in case.outputs("number") if counts_people(one.unit)]
    return by_value(case.numbers("populations"), found_numbers(claims))


def _percentages(case: Case) -> Counts:
    return by_value(case.numbers("percentages"), found_numbers(case.outputs("percentage")))


def _plain(edtf: str) -> str:
    return _HEDGES.sub("", edtf)


def _dates(kinds: frozenset[str] | None, case: Case) -> Counts:
    """Dates that have a value, of some kinds or of all; what is found at others is set aside."""
    asked: list[Item] = []
    others: list[Item] = []
    for fact in case.facts("dates"):
        assert isinstance(fact, Date)
        side = asked if fact.edtf and (kinds is None or fact.kind in kinds) else others
        value = _plain(fact.edtf or "")
        side.extend(Item(start=m.start, end=m.end, value=value) for m in fact.mentions)
    outputs = [one for one in case.outputs("date") if one.edtf]
    found = [Item(start=one.start, end=one.end, value=_plain(one.edtf or "")) for one in outputs]
    aside = [item for item in touching(found, others) if item not in touching(found, asked)]
    return by_value(asked, [item for item in found if item not in aside])


def _bounds(fact_type: str, kind: Kind, scheme: str, case: Case) -> Counts:
    gold = [mention for fact in case.facts(fact_type) for mention in fact.mentions]
    found = [Span(start=one.start, end=one.end) for one in case.outputs(kind)]
    return by_bounds(case.gold.text, gold, found, scheme)


@dataclass(frozen=True, slots=True)
class Measure:
    """How an article is counted; `needs` says what a system must offer of the kind."""

    kind: Kind
    needs: Literal["spans", "values", "people"]
    judge: Judge

    def suits(self, peer: Peer) -> bool:
        """Whether the measure can be asked of a system."""
        if self.needs == "people":
            return peer.counts_people
        return self.kind in (peer.valued if self.needs == "values" else peer.kinds)


MEASURES: Mapping[str, Measure] = {
    "populations.seen": Measure("number", "spans", partial(_any_number, by_place)),
    "populations.read": Measure("number", "values", partial(_any_number, by_value)),
    "populations.claimed": Measure("number", "people", _claimed_populations),
    "percentages.value": Measure("percentage", "values", _percentages),
    "percentages.exact": Measure(
        "percentage", "spans", partial(_bounds, "percentages", "percentage", "exact")
    ),
    "percentages.partial": Measure(
        "percentage", "spans", partial(_bounds, "percentages", "percentage", "partial")
    ),
    "dates.value": Measure("date", "values", partial(_dates, None)),
    "dates.calendar": Measure("date", "values", partial(_dates, CALENDAR)),
    "dates.exact": Measure("date", "spans", partial(_bounds, "dates", "date", "exact")),
    "dates.partial": Measure("date", "spans", partial(_bounds, "dates", "date", "partial")),
    "organizations.exact": Measure(
        "organization", "spans", partial(_bounds, "organizations", "organization", "exact")
    ),
    "organizations.partial": Measure(
        "organization", "spans", partial(_bounds, "organizations", "organization", "partial")
    ),
}


def scored(counts: Sequence[Counts]) -> Score:
    """Counts by article to precision, recall and F1 with their intervals."""
    table = np.array([[c.credit, c.possible, c.actual] for c in counts], dtype=float)
    resampled = ratios(draws(len(counts)) @ table)
    precision, recall, f1 = (interval(resampled[:, column]) for column in range(3))
    return Score(counts=add(Counts, counts), precision=precision, recall=recall, f1=f1)


def measured(peer: Peer, cases: Sequence[Case]) -> dict[str, Score]:
    """The scores of a system by every measure that suits it."""
    return {
        name: scored([measure.judge(case) for case in cases])
        for name, measure in MEASURES.items()
        if measure.suits(peer)
    }
