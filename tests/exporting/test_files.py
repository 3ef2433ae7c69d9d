"""Parquet, CSV and DuckDB: the same tables, read back by other libraries."""

import csv
import io
import json
from pathlib import Path
from zipfile import ZipFile

import csvw
import duckdb
import frictionless
import pyarrow.parquet as pq
import pytest
from exports import FORMULA, QUOTED, RECORDS, export, many, record, write_records

from pipeline.exporting.arrow import nested_schema
from pipeline.exporting.csv_package import cell
from pipeline.exporting.rows import rows_of, table_rows
from pipeline.exporting.tables import TABLES
from pipeline.records import ArticleRecord

NAMES = [table.name for table in TABLES]


def expected(path: Path) -> dict[str, list[dict]]:
    """The rows that a file of records becomes."""
    return table_rows(map(ArticleRecord.model_validate_json, path.open(encoding="utf-8")))


def test_nested_parquet_is_the_record(records: Path, tmp_path: Path) -> None:
    """Field by field what records.jsonl says, and valid when read back."""
    export(records, "parquet", tmp_path / "out")
    found = pq.read_table(tmp_path / "out" / "records.parquet")
    assert found.schema.equals(nested_schema())
    assert found.to_pylist() == [json.loads(line) for line in records.open(encoding="utf-8")]
    assert ArticleRecord.model_validate(found.to_pylist()[0], strict=False) == record()


def test_flat_parquet_holds_the_tables(records: Path, tmp_path: Path) -> None:
    """One file a table."""
    export(records, "parquet", tmp_path / "out")
    rows = expected(records)
    for name in NAMES:
        assert pq.read_table(tmp_path / "out" / f"{name}.parquet").to_pylist() == rows[name]
    assert len(list((tmp_path / "out").iterdir())) == 8


def test_parquet_of_many_records_has_groups(tmp_path: Path) -> None:
    """In the order of the records."""
    export(write_records(tmp_path / "many.jsonl", many(1100)), "parquet", tmp_path / "out")
    nested = pq.ParquetFile(tmp_path / "out" / "records.parquet")
    assert nested.metadata.num_row_groups > 1
    ids = [row["id"] for row in nested.read(columns=["article.id"])["article"].to_pylist()]
    assert ids == [f"article-{number}" for number in range(1100)]


@pytest.mark.parametrize("source", ["records", "real"])
def test_duckdb_holds_the_tables(source: str, records: Path, tmp_path: Path) -> None:
    """With comments, and the same after a second export; a folder's name is no pattern."""
    path = records if source == "records" else RECORDS
    out = tmp_path / "a [1]*" / "it's.duckdb"
    for _ in range(2):
        export(path, "duckdb", out)
        with duckdb.connect(out, read_only=True) as database:
            for name, rows in expected(path).items():
                found = database.sql(f"SELECT * FROM {name} ORDER BY id").to_arrow_table()
                assert found.to_pylist() == sorted(rows, key=lambda row: row["id"])
            comment = "SELECT comment FROM duckdb_columns() WHERE column_name = 'n_tokens'"
            assert database.execute(comment).fetchone() == ("tokens of the clean text",)


def test_duckdb_replaces_an_article_with_its_facts(records: Path, tmp_path: Path) -> None:
    """And keeps the others, and what else the file holds."""
    out = tmp_path / "facts.duckdb"
    export(records, "duckdb", out)
    with duckdb.connect(out) as database:
        database.execute("CREATE VIEW koreans AS SELECT * FROM populations")
    changed = record(populations=[], dates=[])
    export(write_records(tmp_path / "new.jsonl", [changed]), "duckdb", out)
    with duckdb.connect(out, read_only=True) as database:
        assert database.execute("SELECT id FROM koreans").fetchall() == [("plain's#pop-1",)]
        mentions = "SELECT count(*) FROM mentions WHERE article_id = 'koreans'"
        assert database.execute(mentions).fetchone() == (2,)


@pytest.fixture
def package(records: Path, tmp_path: Path) -> Path:
    """The two records and real ones as a package."""
    both = tmp_path / "both.jsonl"
    both.write_bytes(records.read_bytes() + RECORDS.read_bytes())
    export(both, "csv", tmp_path / "facts.zip")
    return tmp_path / "facts.zip"


def test_frictionless_finds_the_package_valid(package: Path) -> None:
    """Types, required cells, keys and references of every file."""
    report = frictionless.Package(str(package)).validate()
    assert report.valid, report.flatten(["type", "note"])
    assert {task.name for task in report.tasks} == set(NAMES)
    assert all(task.stats["rows"] for task in report.tasks)


def test_frictionless_finds_what_is_wrong(package: Path, tmp_path: Path) -> None:
    """The descriptions are no blank cheque: a broken reference and a word for a number are found."""
    folder = tmp_path / "broken"
    ZipFile(package).extractall(folder)
    leaders = (folder / "leaders.csv").read_text(encoding="utf-8")
    (folder / "leaders.csv").write_text(leaders.replace("koreans#org-1,1", "nobody#org-1,one"))
    report = frictionless.Package(str(folder / "datapackage.json")).validate()
    assert {kind for (kind,) in report.flatten(["type"])} == {"foreign-key", "type-error"}


def test_the_csvw_description_is_valid(package: Path, tmp_path: Path) -> None:
    """Every cell is of its type, references hold; the values are those of the rows."""
    folder = tmp_path / "csvw"
    ZipFile(package).extractall(folder)
    group = csvw.TableGroup.from_file(folder / "csv-metadata.json")
    group.check_referential_integrity()
    found = {table.local_name: list(table) for table in group.tables}
    for name, rows in expected(tmp_path / "both.jsonl").items():
        read = [{key: plain(value) for key, value in row.items()} for row in found[f"{name}.csv"]]
        assert read == rows


def plain(value: object) -> object:
    """A value read from CSV without the mark against formulas."""
    if isinstance(value, str):
        return value.removeprefix("'")
    return float(value) if type(value).__name__ == "Decimal" else value


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+1",
        "-0529-01-01",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "＝1",
        "＋1",
        "－1",
        "＠A",
        "'x",
        "",
    ],
)
def test_no_cell_starts_a_formula(text: str) -> None:
    """The mark stands before it, and can be taken off."""
    assert cell(text) == f"'{text}"


@pytest.mark.parametrize(
    ("value", "shown"),
    [("a=1", "a=1"), (None, ""), (-5.5, "-5.5"), (True, "true"), (["=x"], '["=x"]'), (7, "7")],
)
def test_other_cells_stay(value: object, shown: str) -> None:
    """Numbers below zero are no formulas."""
    assert cell(value) == shown


def test_cells_of_a_package_are_marked(package: Path) -> None:
    """Titles and names as they stand in the files."""
    with ZipFile(package) as archive:
        articles, organizations = (
            list(csv.DictReader(io.StringIO(archive.read(f"{name}.csv").decode())))
            for name in ("articles", "organizations")
        )
    assert articles[0]["title"] == f"'{FORMULA}"
    assert organizations[0]["name"] == f"'{QUOTED}"


def test_rows_have_the_columns_of_their_table() -> None:
    """In their order, none missing."""
    for table in TABLES:
        for row in rows_of(record())[table.name]:
            assert tuple(row) == table.names
