"""SQLite through sqlite-utils, with a metadata file for Datasette beside it.

An article that is there already is replaced with all its facts; what else the file holds stays.
"""

import json
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from sqlite3 import Error
from typing import TYPE_CHECKING

from pipeline.errors import MissingExtraError
from pipeline.exporting.output import absent_after_errors, explained, replaced
from pipeline.exporting.rows import Row, Rows, batches, table_rows
from pipeline.exporting.tables import TABLES, Table
from pipeline.records import ArticleRecord

if TYPE_CHECKING:
    from sqlite_utils import Database

_TYPES = {"text": str, "integer": int, "number": float, "boolean": int, "list": str}
_SETTINGS = {
    "foreign_keys": "ON",
    # In KiB: keys come in no order, and what of their indexes is not in memory is read again.
    "cache_size": -128 * 1024,
    # What the savepoints of one batch need.
    "temp_store": "MEMORY",
}


def write(records: Iterable[ArticleRecord], out: str) -> None:
    """Write the tables into the database `out`, all or nothing, and `out`'s Datasette metadata."""
    try:
        from sqlite_utils import Database
    except ImportError as error:
        raise MissingExtraError("SQLite exports need", "export") from error
    path = Path(out)
    with explained(path, Error), absent_after_errors(path), closing(Database(path)) as database:
        for setting, value in _SETTINGS.items():
            database.execute(f"PRAGMA {setting} = {value}")
        with database.atomic():
            _create(database, out)
            for some in batches(records):
                _replace(database, table_rows(some))
    with replaced(metadata_path(path)) as part:
        part.write_text(json.dumps(metadata(path.stem), indent=2) + "\n", encoding="utf-8")


def metadata_path(path: Path) -> Path:
    """Where the Datasette metadata of a database is."""
    return path.with_name(path.stem + ".metadata.json")


def metadata(database: str) -> dict[str, object]:
    """Titles, descriptions, labels and facets for Datasette; `database` is the file's stem."""
    tables = {table.name: _table_metadata(table) for table in TABLES}
    return {
        "title": "Facts from articles of e-history.kz",
        "description": "Populations, percentages, organizations and dates, with every mention.",
        "databases": {database: {"tables": tables}},
    }


def _table_metadata(table: Table) -> dict[str, object]:
    return {
        "title": table.title,
        "description": table.description,
        "label_column": table.label,
        "facets": [column.name for column in table.columns if column.facet],
        "columns": {column.name: column.description for column in table.columns},
    }


def _create(database: "Database", out: str) -> None:
    from sqlite_utils.db import ForeignKey

    for table in TABLES:
        made = database.table(table.name)
        if made.exists():
            table.check(made.columns_dict, out)
            continue
        made.create(
            {column.name: _TYPES[column.kind] for column in table.columns},
            pk="id",
            not_null=[column.name for column in table.columns if column.required],
            foreign_keys=[
                ForeignKey(table.name, column, target, "id", on_delete="CASCADE")
                for column, target in table.references
            ],
        )
        for column in table.columns:
            if column.indexed:
                made.create_index([column.name])
        if table.searched:
            made.enable_fts(table.searched, create_triggers=True)


def _replace(database: "Database", rows: Rows) -> None:
    ids = [row["id"] for row in rows["articles"]]
    # What refers to an article goes with it.
    database.table("articles").delete_where(f"id in ({','.join('?' * len(ids))})", ids)
    for table in TABLES:
        database.table(table.name).insert_all(map(_stored, rows[table.name]))


def _stored(row: Row) -> Row:
    """Lists as JSON arrays."""
    return {
        name: json.dumps(value, ensure_ascii=False) if isinstance(value, list) else value
        for name, value in row.items()
    }
