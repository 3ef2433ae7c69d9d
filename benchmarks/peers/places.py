"""From the gold to the texts that systems are given, and from their offsets back to the raw input."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from benchmarks.peers.exchange import Found, Given
from pipeline.cleaning import CleanText, clean
from pipeline.evaluating.gold import GoldArticle, raw_article
from pipeline.records import ArticleRecord, Percentage, Population


@dataclass(frozen=True, slots=True)
class Subject:
    """One gold article with its clean text: what every system is measured on."""

    gold: GoldArticle
    clean: CleanText

    @property
    def given(self) -> Given:
        """The text as peers get it: without furniture, as this project's own components see it."""
        return Given(self.gold.article.id, self.clean.text, self.clean.published)

    def in_raw(self, outputs: Iterable[Found]) -> list[Found]:
        """What was found in the clean text, with offsets into the raw input."""
        return [self._moved(one) for one in outputs if one.start < one.end]

    def _moved(self, one: Found) -> Found:
        start, end = self.clean.mapped.raw_span(one.start, one.end)
        return replace(one, start=start, end=end)

    def mentions_cleaned_away(self) -> int:
        """How many mentions of the gold do not begin and end in the clean text."""
        starts, ends = set(self.clean.mapped.starts), set(self.clean.mapped.ends)
        mentions = [mention for fact in self.gold.facts() for mention in fact.mentions]
        return sum(m.start not in starts or m.end not in ends for m in mentions)


def subjects(gold: Sequence[GoldArticle]) -> list[Subject]:
    """The gold articles, cleaned."""
    return [Subject(article, clean(raw_article(article))) for article in gold]


def stated_numbers(fact: Population | Percentage) -> tuple[float, ...]:
    """The value of a population or percentage, or the bounds of a range."""
    bounds = (fact.low, fact.high) if fact.value is None else (fact.value,)
    return tuple(float(bound) for bound in bounds if bound is not None)


def ours(record: ArticleRecord) -> list[Found]:
    """The mentions of one of this project's records as a peer would give them (raw offsets)."""
    return [
        *(
            Found("number", m.start, m.end, stated_numbers(fact), unit=fact.unit)
            for fact in record.populations
            for m in fact.mentions
        ),
        *(
            Found("percentage", m.start, m.end, stated_numbers(fact))
            for fact in record.percentages
            for m in fact.mentions
        ),
        *(Found("date", m.start, m.end, edtf=d.edtf) for d in record.dates for m in d.mentions),
        *(Found("organization", m.start, m.end) for o in record.organizations for m in o.mentions),
    ]
