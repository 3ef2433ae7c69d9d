"""Records to rows of the tables, some records at a time."""

from collections.abc import Iterable, Iterator
from itertools import islice

from pipeline.exporting.tables import TABLES
from pipeline.records import (
    FACT_TYPES,
    ArticleRecord,
    Date,
    Fact,
    Organization,
    Percentage,
    Place,
    Population,
)

Value = str | int | float | bool | list[str] | None
Row = dict[str, Value]
Rows = dict[str, list[Row]]

# Some megabytes of rows: an article has about a hundred.
_AT_ONCE = 200


def batches(records: Iterable[ArticleRecord]) -> Iterator[list[ArticleRecord]]:
    """Some records at a time."""
    remaining = iter(records)
    while some := list(islice(remaining, _AT_ONCE)):
        yield some


def table_rows(records: Iterable[ArticleRecord]) -> Rows:
    """The rows of some records, by table in the order of TABLES."""
    found: Rows = {table.name: [] for table in TABLES}
    for record in records:
        for name, rows in rows_of(record).items():
            found[name] += rows
    return found


def rows_of(record: ArticleRecord) -> Rows:
    """One record's rows by table, their keys in the order of the columns."""
    article = record.article.id
    return {
        "articles": [_article(record)],
        "populations": [_population(article, fact) for fact in record.populations],
        "percentages": [_percentage(article, fact) for fact in record.percentages],
        "organizations": [_organization(article, fact) for fact in record.organizations],
        "dates": [_date(article, fact) for fact in record.dates],
        "mentions": [
            row
            for kind in FACT_TYPES
            for fact in getattr(record, kind)
            for row in _mentions(article, kind, fact)
        ],
        "leaders": [row for fact in record.organizations for row in _leaders(article, fact)],
    }


def fact_key(article: str, fact: str) -> str:
    """The key of a fact: no two articles' facts have the same, as a fact's id holds no #."""
    return f"{article}#{fact}"


def _article(record: ArticleRecord) -> Row:
    return {
        **record.article.model_dump(),
        "warnings": list(record.warnings),
        "schema_version": record.schema_version,
        **record.provenance.model_dump(),
    }


def _head(article: str, fact: Fact) -> Row:
    return {"id": fact_key(article, fact.id), "article_id": article}


def _place(place: Place | None) -> Row:
    return {
        "place_name": place.name if place else None,
        "place_code": place.code if place else None,
    }


def _population(article: str, fact: Population) -> Row:
    return {
        **_head(article, fact),
        "value": fact.value,
        "low": fact.low,
        "high": fact.high,
        "qualifier": fact.qualifier,
        "unit": fact.unit,
        "kind": fact.kind,
        "group_name": fact.group,
        **_place(fact.place),
        "time": fact.time,
        "confidence": fact.confidence,
    }


def _percentage(article: str, fact: Percentage) -> Row:
    value, low, high = (
        None if number is None else float(number) for number in (fact.value, fact.low, fact.high)
    )
    return {
        **_head(article, fact),
        "value": value,
        "low": low,
        "high": high,
        "qualifier": fact.qualifier,
        "kind": fact.kind,
        "subject": fact.subject,
        "group_name": fact.group,
        **_place(fact.place),
        "time": fact.time,
        "confidence": fact.confidence,
    }


def _organization(article: str, fact: Organization) -> Row:
    return {
        **_head(article, fact),
        "name": fact.name,
        "aliases": list(fact.aliases),
        "type": fact.type,
        **_place(fact.place),
        "founded": fact.founded,
        "confidence": fact.confidence,
    }


def _year(day: str | None) -> int | None:
    return None if day is None else int(day.rsplit("-", 2)[0])


def _date(article: str, fact: Date) -> Row:
    return {
        **_head(article, fact),
        "edtf": fact.edtf,
        "part": fact.part,
        "kind": fact.kind,
        "approximate": fact.approximate,
        "uncertain": fact.uncertain,
        "earliest": fact.earliest,
        "latest": fact.latest,
        "earliest_year": _year(fact.earliest),
        "latest_year": _year(fact.latest),
        "confidence": fact.confidence,
    }


def _mentions(article: str, kind: str, fact: Fact) -> Iterator[Row]:
    key = fact_key(article, fact.id)
    references = {
        f"{name.removesuffix('s')}_id": key if name == kind else None for name in FACT_TYPES
    }
    for position, mention in enumerate(fact.mentions, start=1):
        yield {
            "id": f"{key}/{position}",
            "article_id": article,
            "type": kind,
            **references,
            "position": position,
            "start_char": mention.start,
            "end_char": mention.end,
            "text": mention.text,
            "sentence": mention.sentence,
            "duplicate": mention.duplicate,
        }


def _leaders(article: str, fact: Organization) -> Iterator[Row]:
    key = fact_key(article, fact.id)
    for position, leader in enumerate(fact.leaders, start=1):
        yield {
            "id": f"{key}/{position}",
            "article_id": article,
            "organization_id": key,
            "position": position,
            "person": leader.person,
            "role": leader.role,
            "start_char": leader.start,
            "end_char": leader.end,
        }
