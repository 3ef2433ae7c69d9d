"""DuckDB: the flat tables, staged as Parquet and taken over in one transaction.

An article that is there already is replaced with all its facts; what else the file holds stays.
Keys are unique and references hold, but are no constraints: DuckDB keeps their indexes in memory,
and checks them against rows deleted in the same transaction.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import MissingExtraError
from pipeline.exporting.arrow import arrow
from pipeline.exporting.output import absent_after_errors, beside, explained
from pipeline.exporting.parquet import table_files
from pipeline.exporting.rows import batches, table_rows
from pipeline.exporting.tables import TABLES, Kind, Table
from pipeline.records import ArticleRecord

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_TYPES: dict[Kind, str] = {
    "text": "VARCHAR",
    "integer": "BIGINT",
    "number": "DOUBLE",
    "boolean": "BOOLEAN",
    "list": "VARCHAR[]",
}
# It would take what memory there is, up to four fifths, as a cache.
_SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "memory_limit": "512MB",
    # A file of another database it would open with an extension fetched from its makers' server.
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}


def write(records: Iterable[ArticleRecord], out: str) -> None:
    """Write the tables into the database `out`, all or nothing; raises OutputError."""
    try:
        import duckdb
    except ImportError as error:
        raise MissingExtraError("DuckDB exports need", "export") from error
    path = Path(out)
    with explained(path, duckdb.Error, arrow().ArrowException), beside(path.parent) as staged:
        with table_files(staged) as add:
            for some in batches(records):
                add(table_rows(some))
        with absent_after_errors(path), duckdb.connect(path, config=_SETTINGS) as database:
            database.begin()
            for table in TABLES:
                _create(database, table, out)
                _replace(database, table, staged)
            database.commit()


def _create(database: "DuckDBPyConnection", table: Table, out: str) -> None:
    columns = ", ".join(
        f'"{c.name}" {_TYPES[c.kind]}{" NOT NULL" if c.required else ""}' for c in table.columns
    )
    database.execute(f"CREATE TABLE IF NOT EXISTS {table.name} ({columns})")
    found = database.execute(f"SELECT * FROM {table.name} LIMIT 0").description  # noqa: S608
    table.check((name for name, *_ in found), out)
    database.execute(f"COMMENT ON TABLE {table.name} IS {_text(table.description)}")
    for column in table.columns:
        described = _text(column.description)
        database.execute(f'COMMENT ON COLUMN {table.name}."{column.name}" IS {described}')


def _replace(database: "DuckDBPyConnection", table: Table, staged: Path) -> None:
    from pyarrow.dataset import dataset

    # Not by read_parquet, for which a folder's name may be a pattern.
    database.register("staged_articles", dataset(staged / "articles.parquet"))
    database.register("staged_rows", dataset(staged / f"{table.name}.parquet"))
    article = "id" if table.name == "articles" else "article_id"
    earlier = f"{article} IN (SELECT id FROM staged_articles)"  # noqa: S608
    database.execute(f"DELETE FROM {table.name} WHERE {earlier}")  # noqa: S608
    database.execute(f"INSERT INTO {table.name} SELECT * FROM staged_rows")  # noqa: S608


def _text(value: str) -> str:
    """A string literal of SQL, where no parameter may stand."""
    return "'" + value.replace("'", "''") + "'"
