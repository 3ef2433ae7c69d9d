"""PostgreSQL through SQLAlchemy, by an address like postgresql://user@host/database.

An article that is there already is replaced with all its facts; all is one transaction, in which
others go on reading what was there before.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from pipeline.errors import ExportError, MissingExtraError
from pipeline.exporting.output import explained
from pipeline.exporting.rows import Row, Value, batches, table_rows
from pipeline.exporting.tables import TABLES, Column, Kind
from pipeline.records import ArticleRecord

if TYPE_CHECKING:
    import sqlalchemy as sa
    from sqlalchemy.types import TypeEngine

# A text of PostgreSQL can hold every character but this one.
_NUL, _REPLACEMENT = "\0", "\N{REPLACEMENT CHARACTER}"


def write(records: Iterable[ArticleRecord], address: str) -> None:
    """Write the tables into the database at `address`, all or nothing; raises OutputError."""
    try:
        import psycopg  # noqa: F401 - SQLAlchemy asks for it by name
        import sqlalchemy as sa
    except ImportError as error:
        raise MissingExtraError("PostgreSQL exports need", "export") from error
    engine, tables = _engine(address), _tables()
    # Without the password, nor the parameters, which may hold one.
    where = engine.url.set(query={}).render_as_string(hide_password=True)
    with explained(where, sa.exc.SQLAlchemyError), engine.begin() as connection:
        _create(connection, tables, where)
        # A second export waits here; readers don't.
        connection.execute(sa.text("LOCK TABLE articles IN SHARE ROW EXCLUSIVE MODE"))
        for some in batches(records):
            rows = table_rows(some)
            ids = [_stored(row["id"]) for row in rows["articles"]]
            articles = tables.tables["articles"]
            # What refers to an article goes with it.
            connection.execute(articles.delete().where(articles.c.id.in_(ids)))
            for table in TABLES:
                if rows[table.name]:
                    insert = tables.tables[table.name].insert()
                    connection.execute(insert, list(map(_stored_row, rows[table.name])))


def _engine(address: str) -> "sa.Engine":
    """The address' engine, by way of psycopg unless it names a driver; raises ExportError."""
    import sqlalchemy as sa

    try:
        url = sa.make_url(address)
        if url.drivername in ("postgresql", "postgres"):
            url = url.set(drivername="postgresql+psycopg")
        return sa.create_engine(url)
    except (sa.exc.ArgumentError, ImportError, ValueError) as error:
        raise ExportError(
            "the address names no database, or a driver that is not installed; "
            "give one like postgresql://user@host/database"
        ) from error


def _tables() -> "sa.MetaData":
    import sqlalchemy as sa

    tables = sa.MetaData()
    for table in TABLES:
        columns = map(_column, table.columns)
        sa.Table(table.name, tables, *columns, comment=table.description)
    return tables


def _column(column: Column) -> "sa.Column[Any]":
    import sqlalchemy as sa

    types: dict[Kind, TypeEngine[Any]] = {
        "text": sa.Text(),
        "integer": sa.BigInteger(),
        "number": sa.Double(),
        "boolean": sa.Boolean(),
        "list": sa.ARRAY(sa.Text()),
    }
    target = [sa.ForeignKey(f"{column.references}.id", ondelete="CASCADE")]
    return sa.Column(
        column.name,
        types[column.kind],
        *(target if column.references else ()),
        primary_key=column.name == "id",
        nullable=not column.required,
        index=column.indexed,
        comment=column.description,
    )


def _create(connection: "sa.Connection", tables: "sa.MetaData", where: str) -> None:
    import sqlalchemy as sa

    tables.create_all(connection)
    found = sa.inspect(connection)
    for table in TABLES:
        table.check((column["name"] for column in found.get_columns(table.name)), where)


def _stored_row(row: Row) -> Row:
    return {name: _stored(value) for name, value in row.items()}


def _stored(value: Value) -> Value:
    if isinstance(value, list):
        return [one.replace(_NUL, _REPLACEMENT) for one in value]
    return value.replace(_NUL, _REPLACEMENT) if isinstance(value, str) else value
