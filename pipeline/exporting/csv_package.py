"""A zip of CSV files, described as a Frictionless data package and as CSV on the Web (CSVW).

A cell whose text could start a formula in a spreadsheet has an apostrophe before it, and so has one
that begins with an apostrophe itself: taking one leading apostrophe off gives every text back.
An empty text is the apostrophe alone, as an empty cell is null.
"""

import csv
import json
import shutil
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from pipeline.exporting.csv_descriptions import csvw, data_package
from pipeline.exporting.output import beside, explained, replaced
from pipeline.exporting.rows import Value, batches, table_rows
from pipeline.exporting.tables import TABLES
from pipeline.records import ArticleRecord

# OWASP's list, the full-width signs that some spreadsheets take for it, and the mark itself.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "'")
# The earliest time a zip can name: the same records give the same bytes.
_NO_TIME = (1980, 1, 1, 0, 0, 0)


def write(records: Iterable[ArticleRecord], out: str) -> None:
    """Write the zip file `out`; raises OutputError."""
    path = Path(out)
    with explained(path), beside(path.parent) as folder:
        _write_tables(records, folder)
        for name, description in (
            ("datapackage.json", data_package()),
            ("csv-metadata.json", csvw()),
        ):
            text = json.dumps(description, indent=2, ensure_ascii=False) + "\n"
            (folder / name).write_text(text, encoding="utf-8")
        with replaced(path) as part, ZipFile(part, "w", ZIP_DEFLATED) as archive:
            for file in sorted(folder.iterdir()):
                _pack(file, archive)


def cell(value: Value) -> str:
    """A value as it stands in a CSV file; null is empty."""
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case list():
            return json.dumps(value, ensure_ascii=False)
        case str():
            return f"'{value}" if value.startswith(_FORMULA) or not value else value
        case _:
            return repr(value)


def _write_tables(records: Iterable[ArticleRecord], folder: Path) -> None:
    with ExitStack() as stack:
        writers = {}
        for table in TABLES:
            path = folder / f"{table.name}.csv"
            file = stack.enter_context(path.open("w", encoding="utf-8", newline=""))
            writers[table.name] = csv.writer(file, lineterminator="\r\n")
            writers[table.name].writerow(table.names)
        for some in batches(records):
            for name, rows in table_rows(some).items():
                writers[name].writerows(map(cell, row.values()) for row in rows)


def _pack(file: Path, archive: ZipFile) -> None:
    entry = ZipInfo(file.name, _NO_TIME)
    entry.compress_type = ZIP_DEFLATED
    with file.open("rb") as source, archive.open(entry, "w", force_zip64=True) as target:
        shutil.copyfileobj(source, target)
