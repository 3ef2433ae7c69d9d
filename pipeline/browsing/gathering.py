"""The facts of all records as the lists and charts have them: rows, one array a fact, articles by number.

Rows are plain arrays, for the names of columns would be most of the bytes of a thousand articles; the columns
are those of the row functions here and are read by the scripts in `assets/` by place.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from pipeline.browsing.marking import Paragraph
from pipeline.browsing.wording import amount, date_label, date_words, years
from pipeline.records import FACT_TYPES, ArticleRecord, Date, Fact, Organization, Population

Row = list[Any]

# Characters of a sentence in a list: enough to know what is told.
_SENTENCE = 280


@dataclass(slots=True)
class Body:
    """An organization that articles name alike; leaders are (person, role, article)."""

    name: str
    type: str
    place: str | None = None
    founded: str | None = None
    aliases: dict[str, None] = field(default_factory=dict)
    leaders: dict[tuple[str, str], int] = field(default_factory=dict)
    told: list[Row] = field(default_factory=list)


@dataclass(slots=True)
class Gathered:
    """What the pages beside the articles show."""

    articles: list[Row] = field(default_factory=list)
    populations: list[Row] = field(default_factory=list)
    dates: dict[tuple[str, str | None], Row] = field(default_factory=dict)
    bodies: dict[str, Body] = field(default_factory=dict)
    texts: list[Row] = field(default_factory=list)
    facts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(FACT_TYPES, 0))

    def add(self, record: ArticleRecord, page: str, paragraphs: Iterable[Paragraph]) -> None:
        """Take in one article, whose page is at `page`."""
        number = len(self.articles)
        counts = [len(getattr(record, name)) for name in FACT_TYPES]
        info = record.article
        self.articles.append([page, info.title or info.id, info.published, info.id, *counts])
        for name, count in zip(FACT_TYPES, counts, strict=True):
            self.facts[name] += count
        self.populations += (population_row(fact, number) for fact in record.populations)
        for date in record.dates:
            self._add_date(date, number)
        for body in record.organizations:
            self._add_body(body, number)
        self.texts.append(text_row(record, paragraphs))

    def _add_date(self, date: Date, number: int) -> None:
        start, end = years(date.edtf)
        if date.edtf is None or (start is None and end is None):
            return
        key, label = (date.edtf, date.part), date_label(date)
        row = self.dates.setdefault(key, [date.edtf, date.part, date.kind, start, end, label, []])
        row[-1].append([number, *told(date)])

    def _add_body(self, body: Organization, number: int) -> None:
        key = body.name.casefold()
        known = self.bodies.setdefault(key, Body(body.name, body.type))
        known.place = known.place or (body.place.name if body.place else None)
        known.founded = known.founded or body.founded
        known.aliases |= dict.fromkeys(body.aliases)
        for leader in body.leaders:
            known.leaders.setdefault((leader.person, leader.role), number)
        known.told.append([number, *told(body)])

    def body_rows(self) -> Iterator[Row]:
        """Name, type, place, founding, aliases, leaders, where told, year; those in most articles first."""
        for body in sorted(self.bodies.values(), key=lambda b: (-len(b.told), b.name.casefold())):
            leaders = [[person, role, article] for (person, role), article in body.leaders.items()]
            founded = body.founded and date_words(body.founded)
            about = [body.name, body.type, body.place, founded]
            yield [*about, list(body.aliases), leaders, body.told, years(body.founded)[0]]

    def date_rows(self) -> Iterator[Row]:
        """EDTF, part, kind, first and last moment in years (null: open), words, where told; by time."""
        return iter(sorted(self.dates.values(), key=_by_time))


def _by_time(row: Row) -> tuple[float, float, str]:
    start, end = row[3], row[4]
    return (end if start is None else start, start if end is None else end, row[0])


def told(fact: Fact) -> Row:
    """The fact's id, its first words and their sentence."""
    mention = fact.mentions[0]
    return [fact.id, mention.text, shortened(mention.sentence)]


def shortened(sentence: str) -> str:
    """A sentence that fits a list."""
    return sentence if len(sentence) <= _SENTENCE else sentence[:_SENTENCE].rstrip() + " …"


def population_row(fact: Population, number: int) -> Row:
    """Article, group, kind, unit, number, bounds, in words, place, time, its moments, where told."""
    place = fact.place.name if fact.place else None
    numbers = [fact.value, fact.low, fact.high, amount(fact)]
    when = [fact.time and date_words(fact.time), *years(fact.time)]
    return [number, fact.group, fact.kind, fact.unit, *numbers, place, *when, *told(fact)]


def text_row(record: ArticleRecord, paragraphs: Iterable[Paragraph]) -> Row:
    """What search looks through: names (bodies, people, groups, places), and the text."""
    places = [getattr(fact, "place", None) for fact in record.facts()]
    names = [name for body in record.organizations for name in (body.name, *body.aliases)]
    names += [leader.person for body in record.organizations for leader in body.leaders]
    names += [fact.group for fact in record.populations if fact.group]
    names += [place.name for place in places if place is not None]
    lines = ("".join(piece.text for piece in p.pieces) for p in paragraphs if not p.title)
    return [list(dict.fromkeys(names)), unicodedata.normalize("NFC", "\n".join(lines))]
