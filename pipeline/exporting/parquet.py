"""Parquet through pyarrow: records as they are, nested, one row an article, and the flat tables."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.exporting.arrow import arrow, flat_schema, nested_schema
from pipeline.exporting.output import beside, explained, moved
from pipeline.exporting.rows import Rows, batches, table_rows
from pipeline.exporting.tables import TABLES
from pipeline.records import ArticleRecord

if TYPE_CHECKING:
    import pyarrow as pa

NESTED = "records"
# What is in memory at once: rows of a table, and records, which are some hundred times as large.
_TABLE_ROWS, _NESTED_ROWS = 10_000, 500


def write(records: Iterable[ArticleRecord], out: str) -> None:
    """Write records.parquet and a file a table into the folder `out`; raises OutputError."""
    folder = Path(out)
    with explained(folder, arrow().ArrowException), beside(folder) as parts:
        with (
            _file(parts / f"{NESTED}.parquet", nested_schema(), _NESTED_ROWS) as nested,
            table_files(parts) as flat,
        ):
            for some in batches(records):
                nested([record.model_dump(mode="json") for record in some])
                flat(table_rows(some))
        for part in sorted(parts.iterdir()):
            moved(part, folder / part.name)


@contextmanager
def table_files(folder: Path) -> Iterator[Callable[[Rows], None]]:
    """A function that adds rows to a file a table, complete when the context ends."""
    with ExitStack() as stack:
        add = {
            table.name: stack.enter_context(
                _file(folder / f"{table.name}.parquet", flat_schema(table), _TABLE_ROWS)
            )
            for table in TABLES
        }

        def write_rows(rows: Rows) -> None:
            for name, some in rows.items():
                add[name](some)

        yield write_rows


@contextmanager
def _file(path: Path, schema: "pa.Schema", size: int) -> Iterator[Callable[[list[Any]], None]]:
    """A function that adds rows to a file, written in groups of about `size` rows."""
    from pyarrow.parquet import ParquetWriter

    waiting: list[Any] = []
    with ParquetWriter(path, schema, compression="zstd") as writer:

        def write_group() -> None:
            writer.write_table(arrow().Table.from_pylist(waiting, schema=schema))
            waiting.clear()

        def add(rows: list[Any]) -> None:
            waiting.extend(rows)
            if len(waiting) >= size:
                write_group()

        yield add
        write_group()
