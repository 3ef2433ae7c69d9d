"""The page docs/tables.md: every table, and the nested Parquet schema, as `ehistory schema --tables` prints it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pipeline.exporting.arrow import arrow, nested_schema
from pipeline.exporting.tables import TABLES, Column, Table

if TYPE_CHECKING:
    import pyarrow as pa

_HEAD = """# The tables of an export

Written by `make schema`. SQLite, DuckDB, PostgreSQL, CSV and the flat Parquet files have the same tables and columns.
`id` is the primary key of each, a column that references a table holds its `id`. The record's `group` is `group_name`
here, `start` and `end` are `start_char` and `end_char`, as the short names are words of SQL.

| type | SQLite | DuckDB | PostgreSQL | Parquet | CSV |
| --- | --- | --- | --- | --- | --- |
| text | TEXT | VARCHAR | TEXT | string | text, marked against formulas |
| integer | INTEGER | BIGINT | BIGINT | int64 | integer |
| number | FLOAT | DOUBLE | DOUBLE PRECISION | double | number |
| boolean | INTEGER, 0 or 1 | BOOLEAN | BOOLEAN | bool | true or false |
| list of texts | TEXT, a JSON array | VARCHAR[] | TEXT[] | list of string | a JSON array |
"""

_NESTED = """
## records.parquet

The record as it is, one row an article. All fields are required but those marked `null`.

```text
{schema}
```
"""


def tables_page() -> str:
    """The page in Markdown; raises MissingExtraError without pyarrow."""
    schema = "\n".join(line for field in nested_schema() for line in _field_lines(field, ""))
    return "".join((_HEAD, *map(_section, TABLES), _NESTED.format(schema=schema)))


def _section(table: Table) -> str:
    rows = "".join(map(_row, table.columns))
    searched = ", ".join(f"`{name}`" for name in table.searched)
    search = (
        f" Full-text search (SQLite, table `{table.name}_fts`): {searched}." if searched else ""
    )
    return (
        f"\n## {table.name}\n\n{table.description}{search}\n\n"
        f"| column | type | null | index | what it says |\n| --- | --- | --- | --- | --- |\n{rows}"
    )


def _row(column: Column) -> str:
    kind = "list of texts" if column.kind == "list" else column.kind
    null = "" if column.required else "null"
    return (
        f"| `{column.name}` | {kind} | {null} | {'yes' if column.indexed else ''} "
        f"| {column.description} |\n"
    )


def _field_lines(field: "pa.Field", indent: str) -> Iterator[str]:
    """A field, and below it those of its struct or of the structs of its list."""
    types = arrow().types
    listed = types.is_list(field.type)
    inner = field.type.value_type if listed else field.type
    nested = types.is_struct(inner)
    shown = f"list of {'struct' if nested else inner}" if listed else "struct" if nested else inner
    yield f"{indent}{field.name}: {shown}{', null' if field.nullable else ''}"
    for below in inner if nested else ():
        yield from _field_lines(below, indent + "  ")
