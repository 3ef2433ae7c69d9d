"""The SQLite database, and Datasette over it with the metadata file."""

import json
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.error import URLError
from urllib.parse import quote
from urllib.request import urlopen

import pytest
from exports import FORMULA, QUOTED, RECORDS, SERVER, export, invoke, record, write_records

from pipeline.exporting.tables import TABLES

NAMES = [table.name for table in TABLES]


@pytest.fixture
def database(records: Path, tmp_path: Path) -> Path:
    """The two records in a database."""
    export(records, "sqlite", tmp_path / "facts.db")
    return tmp_path / "facts.db"


def ask(path: Path, sql: str, *values: object) -> list[tuple]:
    """The rows of a query."""
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql, values).fetchall()


def test_tables_hold_the_facts(database: Path) -> None:
    """Values, nulls, lists, places, years that sort before Christ."""
    assert ask(database, "SELECT id, title, warnings FROM articles") == [
        ("koreans", FORMULA, '["no publication date"]'),
        ("plain's", FORMULA, '["no publication date"]'),
    ]
    populations = "SELECT id, value, low, high, group_name, place_code, time FROM populations"
    assert ask(database, populations)[0] == (
        "koreans#pop-1", None, 70000, 80000, "Koreans", "KZ", "1937",
    )  # fmt: skip
    assert ask(database, "SELECT value, kind FROM percentages")[0] == (6.2, "decrease")
    assert ask(database, "SELECT name, aliases, place_name, place_code FROM organizations")[0] == (
        QUOTED, '["Alash; \\"Horde\\"", "АЛАШ"]', "Torgay", None,
    )  # fmt: skip
    dates = "SELECT id, edtf, earliest, earliest_year, approximate FROM dates ORDER BY id"
    assert ask(database, dates) == [
        ("koreans#date-1", "-0529", "-0529-01-01", -529, 0),
        ("koreans#date-2", None, None, None, 0),
    ]
    assert ask(database, "SELECT organization_id, person, role FROM leaders")[0] == (
        "koreans#org-1", "A. Bukeikhanov", "head",
    )  # fmt: skip
    mentions = "SELECT id, population_id, date_id, start_char, duplicate FROM mentions LIMIT 2"
    assert ask(database, mentions) == [
        ("koreans#pop-1/1", "koreans#pop-1", None, 10, 0),
        ("koreans#pop-1/2", "koreans#pop-1", None, 90, 1),
    ]


def test_keys_hold(database: Path) -> None:
    """Primary and foreign keys are declared and kept; deletions go down to the mentions."""
    assert ask(database, "PRAGMA foreign_key_check") == []
    for table in TABLES:
        declared = ask(database, f"PRAGMA foreign_key_list({table.name})")
        assert {(row[3], row[2]) for row in declared} == set(table.references)
        assert (0, "id", "TEXT", 1, None, 1) in ask(database, f"PRAGMA table_info({table.name})")
        indexed = " ".join(
            row[0] for row in ask(database, "SELECT sql FROM sqlite_master") if row[0]
        )
        for column in table.columns:
            if column.indexed:
                assert f'("{column.name}")' in indexed
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("DELETE FROM organizations WHERE article_id = 'koreans'")
        assert connection.execute("SELECT count(*) FROM leaders").fetchone() == (1,)
        left = "SELECT count(*) FROM mentions WHERE article_id = 'koreans'"
        assert connection.execute(left).fetchone() == (5,)


@pytest.mark.parametrize(
    ("table", "words", "found"),
    [
        ("mentions", "thousand", 4),
        ("mentions", "sentence AND percent", 2),
        ("organizations", "алаш", 2),
        ("organizations", "horde", 2),
        ("leaders", "bukeikhanov", 2),
        ("articles", "hyperlink", 2),
        ("articles", "nothing", 0),
    ],
)
def test_full_text_search(database: Path, table: str, words: str, found: int) -> None:
    """On texts and names, in any case and script."""
    sql = (
        f"SELECT count(*) FROM {table} JOIN {table}_fts ON {table}.rowid = {table}_fts.rowid "
        f"WHERE {table}_fts MATCH ?"
    )
    assert ask(database, sql, words) == [(found,)]


def test_a_rerun_replaces_what_changed_and_keeps_the_rest(database: Path, tmp_path: Path) -> None:
    """A fact that is gone is gone with its mentions, also from the search."""
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute("CREATE TABLE notes (text)")
    changed = record(populations=[], organizations=[])
    export(write_records(tmp_path / "new.jsonl", [changed, record("third")]), "sqlite", database)
    counts = {name: ask(database, f"SELECT count(*) FROM {name}")[0][0] for name in NAMES}
    assert counts == {
        "articles": 3, "populations": 2, "percentages": 3, "organizations": 2, "dates": 4,
        "mentions": 13, "leaders": 2,
    }  # fmt: skip
    assert ask(database, "PRAGMA foreign_key_check") == []
    found = "SELECT count(*) FROM leaders_fts WHERE leaders_fts MATCH 'bukeikhanov'"
    assert ask(database, found) == [(2,)]
    assert ask(database, "SELECT count(*) FROM notes") == [(0,)]
    with closing(sqlite3.connect(database)) as connection:
        for name in ("mentions", "leaders", "organizations", "articles"):
            connection.execute(f"INSERT INTO {name}_fts({name}_fts) VALUES ('integrity-check')")


def test_a_rerun_changes_nothing_where_nothing_changed(tmp_path: Path) -> None:
    """The same rows."""
    first, second = tmp_path / "first.db", tmp_path / "second.db"
    for path in (first, second, second):
        export(RECORDS, "sqlite", path)
    for name in NAMES:
        sql = f"SELECT * FROM {name} ORDER BY id"
        assert ask(first, sql) == ask(second, sql) != []


def test_tables_of_another_make_are_left_alone(tmp_path: Path) -> None:
    """An error that names the table."""
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE dates (day TEXT)")
    result = invoke("export", RECORDS, "--to", "sqlite", "--out", path)
    assert result.exit_code == 1
    assert f"{path}: the table dates has other columns" in str(result.exception)
    assert ask(path, "SELECT name FROM sqlite_master") == [("dates",)]


@pytest.fixture(scope="module")
def datasette(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Datasette as the guide starts it, over real records; its address."""
    folder = tmp_path_factory.mktemp("datasette")
    export(RECORDS, "sqlite", folder / "facts.db")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", *SERVER.split()]
    log = (folder / "log").open("w")
    with subprocess.Popen(
        [*command, "-p", str(port)], cwd=folder, stdout=log, stderr=log
    ) as server:
        try:
            address = f"http://127.0.0.1:{port}"
            _wait(address, server)
            yield address
        finally:
            server.terminate()
    log.close()


def _wait(address: str, server: subprocess.Popen) -> None:
    end = time.monotonic() + 60
    while time.monotonic() < end and server.poll() is None:
        try:
            urlopen(f"{address}/-/versions.json").close()
        except URLError:
            time.sleep(0.1)
        else:
            return
    pytest.fail("Datasette did not start")


def get(address: str) -> dict:
    """What the JSON API answers."""
    with urlopen(address) as answer:
        return json.load(answer)


def test_datasette_shows_titles_facets_and_labels(datasette: str) -> None:
    """Of the metadata file, for every table."""
    metadata = get(f"{datasette}/-/metadata.json")
    assert metadata["title"] == "Facts from articles of e-history.kz"
    for table in TABLES:
        found = get(f"{datasette}/facts/{table.name}.json?_shape=objects")
        facets = {column.name for column in table.columns if column.facet}
        assert set(found["facet_results"]) == facets
        assert found["primary_keys"] == ["id"]
        shown = metadata["databases"]["facts"]["tables"][table.name]
        assert set(shown["columns"]) == set(found["columns"])
        assert shown["label_column"] in found["columns"]
    page = urlopen(f"{datasette}/facts/mentions").read().decode()
    assert "<h1" in page
    assert "Mentions" in page


def test_datasette_counts_searches_and_follows_references(datasette: str) -> None:
    """Facets count, the search finds, a foreign key has the label of its row."""
    populations = get(f"{datasette}/facts/populations.json?_shape=objects")
    kinds = populations["facet_results"]["kind"]["results"]
    assert sum(kind["count"] for kind in kinds) == populations["filtered_table_rows_count"] == 8
    found = get(f"{datasette}/facts/mentions.json?_search=newspaper&_labels=on&_shape=objects")
    assert found["rows"]
    assert all("newspaper" in str(row["sentence"]).lower() for row in found["rows"])
    assert found["rows"][0]["article_id"]["label"]
    key = found["rows"][0]["id"]
    row = get(f"{datasette}/facts/mentions/{tilde(key)}.json?_shape=objects")
    assert row["rows"][0]["id"] == key


def tilde(text: str) -> str:
    """Datasette's encoding of a key in a path."""
    return quote(text, safe="").replace("%", "~")
