"""A real PostgreSQL server: tables, keys, reruns, errors."""

import threading
from collections.abc import Iterator

import psycopg
import pytest
from exports import QUOTED, RECORDS, export, invoke, many, record, write_records

from pipeline.errors import ExportError, OutputError
from pipeline.exporting import postgresql as target
from pipeline.exporting.rows import table_rows
from pipeline.exporting.tables import TABLES
from pipeline.records import ArticleRecord


def ask(address: str, sql: str) -> list[tuple]:
    """The rows of a query."""
    with psycopg.connect(address) as connection:
        return connection.execute(sql).fetchall()


def test_tables_hold_the_rows(address, records, tmp_path) -> None:
    """Value by value, with real ones, and the same after a second export."""
    both = tmp_path / "both.jsonl"
    both.write_bytes(records.read_bytes() + RECORDS.read_bytes())
    rows = table_rows(map(ArticleRecord.model_validate_json, both.open(encoding="utf-8")))
    for _ in range(2):
        assert "exported: 4 articles" in export(both, address).stderr
        for table in TABLES:
            found = ask(address, f'SELECT * FROM {table.name} ORDER BY id COLLATE "C"')
            wanted = sorted(rows[table.name], key=lambda row: row["id"])
            assert [dict(zip(table.names, row, strict=True)) for row in found] == wanted


def test_keys_indexes_and_comments_are_declared(address, records) -> None:
    """References go down on deletion."""
    export(records, address)
    references = """
        SELECT t.relname, a.attname, f.relname FROM pg_constraint c
        JOIN pg_class t ON t.oid = c.conrelid JOIN pg_class f ON f.oid = c.confrelid
        JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = c.conkey[1] WHERE c.contype = 'f'
    """
    wanted = {(table.name, *reference) for table in TABLES for reference in table.references}
    assert set(ask(address, references)) == wanted
    indexes = ask(address, "SELECT count(*) FROM pg_indexes WHERE schemaname = 'public'")
    indexed = sum(column.indexed for table in TABLES for column in table.columns)
    assert indexes == [(indexed + len(TABLES),)]
    assert ask(address, "SELECT obj_description('leaders'::regclass)") == [
        ("Persons who head an organization.",)
    ]


def test_a_rerun_replaces_an_article_with_its_facts(address, records, tmp_path) -> None:
    """And keeps the others."""
    export(records, address)
    changed = record(populations=[], organizations=[])
    export(write_records(tmp_path / "new.jsonl", [changed, record("third")]), address)
    assert ask(address, "SELECT article_id FROM leaders ORDER BY 1") == [("plain's",), ("third",)]
    mentions = "SELECT count(*) FROM mentions WHERE article_id = 'koreans'"
    assert ask(address, mentions) == [(3,)]
    assert ask(address, "SELECT name FROM organizations LIMIT 1") == [(QUOTED,)]


def test_a_nul_becomes_a_replacement_character(address, tmp_path) -> None:
    """In keys, texts and lists: no text of PostgreSQL can hold one."""
    path = write_records(tmp_path / "nul.jsonl", [record("n\0ul", warnings=["a\0b"])])
    for _ in range(2):
        export(path, address)
    assert ask(address, "SELECT id, warnings FROM articles") == [("n\ufffdul", ["a\ufffdb"])]


def test_a_failure_changes_nothing(address, records) -> None:
    """One transaction: no table is made, no row written."""

    def failing() -> Iterator[ArticleRecord]:
        yield from many(450)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        target.write(failing(), address)
    assert ask(address, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'") == [(0,)]
    export(records, address)
    with pytest.raises(KeyboardInterrupt):
        target.write(failing(), address)
    assert ask(address, "SELECT count(*) FROM articles") == [(2,)]


def test_two_exports_at_once_follow_one_another(address, records) -> None:
    """Readers see the earlier state meanwhile."""
    export(records, address)
    begun, go = threading.Event(), threading.Event()

    def slow() -> Iterator[ArticleRecord]:
        yield from many(250)
        begun.set()
        assert go.wait(30)
        yield record("last")

    first = threading.Thread(target=target.write, args=(slow(), address))
    second = threading.Thread(target=target.write, args=(many(250), address))
    first.start()
    assert begun.wait(30)
    second.start()
    assert ask(address, "SELECT count(*) FROM articles") == [(2,)]
    go.set()
    first.join(30)
    second.join(30)
    assert ask(address, "SELECT count(*) FROM articles") == [(253,)]


def test_tables_of_another_make_are_left_alone(address, records) -> None:
    """An error that names the table."""
    with psycopg.connect(address) as connection:
        connection.execute("CREATE TABLE dates (id TEXT PRIMARY KEY)")
    result = invoke("export", records, "--to", address)
    assert isinstance(result.exception, ExportError)
    assert "the table dates has other columns" in str(result.exception)
    assert ask(address, "SELECT tablename FROM pg_tables WHERE schemaname = 'public'") == [
        ("dates",)
    ]


@pytest.mark.parametrize(
    "place",
    ["postgresql://u:s3cret@127.0.0.1:1/d", "postgresql://127.0.0.1:1/d?user=u&password=s3cret"],
)
def test_a_server_that_is_not_there(records, place: str) -> None:
    """Exit code 3; the message names the server, not the password."""
    result = invoke("export", records, "--to", place)
    assert isinstance(result.exception, OutputError)
    assert "127.0.0.1:1/d: can't be written" in str(result.exception)
    assert "s3cret" not in str(result.exception) + result.output


def test_no_password_is_shown(address, records) -> None:
    """Of the address of a good export either."""
    result = export(records, address.replace("postgres@", "postgres:s3cret@"))
    assert "to /postgres\n" in result.stderr


@pytest.mark.parametrize("place", ["postgresql://host:port/d", "postgresql+nodriver://host/d"])
def test_an_address_that_is_none(records, place: str) -> None:
    """A clear error, exit code 1."""
    result = invoke("export", records, "--to", place)
    assert isinstance(result.exception, ExportError)
    assert "postgresql://user@host/database" in str(result.exception)
