"""The tables that records become in SQLite, DuckDB, PostgreSQL, CSV and Parquet, column by column.

`id` is the primary key of each; a column that references a table holds that table's `id`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from pipeline.errors import ExportError
from pipeline.records import FACT_TYPES

Kind = Literal["text", "integer", "number", "boolean", "list"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column; a `list` is one of strings, `facet` one of few values, by which readers filter."""

    name: str
    description: str
    kind: Kind = "text"
    required: bool = False
    references: str | None = None
    indexed: bool = False
    facet: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `label` is the column that names a row, `searched` those of the full-text search."""

    name: str
    title: str
    description: str
    columns: tuple[Column, ...]
    label: str
    searched: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(column.name for column in self.columns)

    @property
    def references(self) -> tuple[tuple[str, str], ...]:
        """The foreign keys: a column and the table that it references."""
        return tuple((c.name, c.references) for c in self.columns if c.references)

    def check(self, found: Iterable[str], where: str) -> None:
        """Raise ExportError unless a table of this name that is there already has our columns."""
        if tuple(found) != self.names:
            raise ExportError(
                f"{where}: the table {self.name} has other columns than this version writes; "
                "give another place, or drop the tables of the earlier export"
            )


def _reference(table: str, *, required: bool = True) -> Column:
    name = table.removesuffix("s") + "_id"
    return Column(name, f"row of {table}", required=required, references=table, indexed=True)


def _fact_key(prefix: str) -> tuple[Column, ...]:
    described = f"key of the fact: the article's id, #, its id in the record (a#{prefix}-1)"
    return Column("id", described, required=True), _reference("articles")


_CONFIDENCE = Column("confidence", "0 to 1, calibrated (docs/model-card.md)", "number", True)
_PLACE = (
    Column("place_name", "canonical English name", facet=True),
    Column("place_code", "ISO 3166 code, where there is one", indexed=True),
)
_GROUP = Column("group_name", "canonical plural (Koreans)", indexed=True, facet=True)
_TIME = Column("time", "when it holds, EDTF", indexed=True)
_OFFSETS = (
    Column("start_char", "offset in the raw input", "integer", True),
    Column("end_char", "offset behind the last character", "integer", True),
)
_BOUNDS = "bound, of ranges and one-sided qualifiers"


def _quantity(value: str, kind: Kind) -> tuple[Column, ...]:
    return (
        Column("value", value, kind, indexed=True),
        Column("low", f"lower {_BOUNDS}", kind),
        Column("high", f"upper {_BOUNDS}", kind),
        Column("qualifier", "exact, approximate, more_than …", required=True, facet=True),
    )


TABLES = (
    Table(
        "articles",
        "Articles",
        "One row an article.",
        (
            Column("id", "the article's id", required=True),
            Column("source", "file or row that it was read from", required=True),
            Column("url", "canonical address", indexed=True),
            Column("title", "title"),
            Column("language", "BCP 47", facet=True),
            Column("published", "EDTF", indexed=True),
            Column("sha256", "hash of the raw bytes", required=True),
            Column("n_chars", "characters of the raw input", "integer", True),
            Column("n_tokens", "tokens of the clean text", "integer", True),
            Column("warnings", "what the pipeline warns of", "list", True),
            Column("schema_version", "of the record", required=True),
            Column("pipeline", "version of the pipeline", required=True, facet=True),
            Column("model", "name and version of the model", required=True),
            Column("config_sha256", "hash of the pipeline's configuration", required=True),
        ),
        label="title",
        searched=("title",),
    ),
    Table(
        "populations",
        "Populations",
        "Counts of people.",
        (
            *_fact_key("pop"),
            *_quantity("the count; null where just bounds are known", "integer"),
            Column("unit", "persons, families, households", required=True, facet=True),
            Column("kind", "resident, moved, lost, other", required=True, facet=True),
            _GROUP,
            *_PLACE,
            _TIME,
            _CONFIDENCE,
        ),
        label="id",
    ),
    Table(
        "percentages",
        "Percentages",
        "Shares and changes in per cent.",
        (
            *_fact_key("pct"),
            *_quantity("per cent; null for a range", "number"),
            Column("kind", "share, increase, decrease, other", required=True, facet=True),
            Column("subject", "what the percentage is of or about"),
            _GROUP,
            *_PLACE,
            _TIME,
            _CONFIDENCE,
        ),
        label="id",
    ),
    Table(
        "organizations",
        "Organizations",
        "Named standing bodies.",
        (
            *_fact_key("org"),
            Column("name", "canonical name", required=True, indexed=True),
            Column("aliases", "other forms and acronyms in the article", "list", True),
            Column("type", "government, association, party …", required=True, facet=True),
            *_PLACE,
            Column("founded", "EDTF"),
            _CONFIDENCE,
        ),
        label="name",
        searched=("name", "aliases"),
    ),
    Table(
        "dates",
        "Dates",
        "Points and spans of time, periods, recurring days.",
        (
            *_fact_key("date"),
            Column("edtf", "normal form; null where it can't be resolved", indexed=True),
            Column("part", "early, second_half …", facet=True),
            Column("kind", "day, month, year, century, period …", required=True, facet=True),
            Column("approximate", "EDTF ~", "boolean", True),
            Column("uncertain", "EDTF ?", "boolean", True),
            Column("earliest", "first day, ISO 8601 with signed years (1 BC is 0000)"),
            Column("latest", "last day"),
            Column("earliest_year", "its year, by which BC sorts", "integer", indexed=True),
            Column("latest_year", "its year", "integer", indexed=True),
            _CONFIDENCE,
        ),
        label="edtf",
    ),
    Table(
        "mentions",
        "Mentions",
        "Places in the raw input that state a fact; one of the four references is not null.",
        (
            Column("id", "key: the fact's, /, position (a#pop-1/1)", required=True),
            _reference("articles"),
            Column("type", ", ".join(FACT_TYPES), required=True, facet=True),
            *(_reference(table, required=False) for table in FACT_TYPES),
            Column("position", "1 for the fact's first mention", "integer", True),
            *_OFFSETS,
            Column("text", "the raw input there", required=True),
            Column("sentence", "the sentence around it", required=True),
            Column("duplicate", "its paragraph retells another one", "boolean", True, facet=True),
        ),
        label="text",
        searched=("text", "sentence"),
    ),
    Table(
        "leaders",
        "Leaders",
        "Persons who head an organization.",
        (
            Column("id", "key: the organization's, /, position (a#org-1/1)", required=True),
            _reference("articles"),
            _reference("organizations"),
            Column("position", "1 for the first leader", "integer", True),
            Column("person", "name", required=True, indexed=True),
            Column("role", "president, head …", required=True, facet=True),
            *_OFFSETS,
        ),
        label="person",
        searched=("person",),
    ),
)
