"""`ehistory export` as a user meets it: inputs, rejects, exit codes, all or nothing."""

import json
import os
import resource
import signal
import sqlite3
import subprocess
import sys
import weakref
from collections.abc import Iterator
from contextlib import closing, suppress
from importlib import import_module
from pathlib import Path

import pytest
from exports import RECORDS, export, invoke, many, record, write_records

from pipeline import record_files
from pipeline.errors import OutputError
from pipeline.records import ArticleRecord

TARGETS = {
    "sqlite": "sqlite",
    "parquet": "parquet",
    "csv": "csv_package",
    "jsonld": "jsonld",
    "duckdb": "duckdb",
}
FILES = list(TARGETS)


def fact_twice() -> dict:
    """A record two of whose facts have one id."""
    values = json.loads(record("twice").model_dump_json())
    values["dates"][1]["id"] = "date-1"
    return values


def with_population(**more: object) -> dict:
    """A record with fields of its population changed."""
    values = json.loads(record("changed").model_dump_json())
    values["populations"][0].update(more)
    return values


def with_year(digits: int) -> dict:
    """A record with a year of many digits."""
    values = json.loads(record("year").model_dump_json())
    values["dates"][0]["earliest"] = "9" * digits + "-01-01"
    return values


@pytest.mark.parametrize("beside", [[], [record("first")]])
def test_gold_is_told_once(tmp_path: Path, beside: list[ArticleRecord]) -> None:
    """Not line by line: a file of it has hundreds. Records beside it are written."""
    gold = {
        **json.loads(record("gold").model_dump_json()),
        "text": "x",
        "format": "txt",
        "style": "edited",
    }
    path = write_records(tmp_path / "gold.jsonl", [gold, *beside, gold, gold])
    result = invoke("export", path, "--to", "jsonld", "--out", tmp_path / "out.jsonld")
    assert result.exit_code == 1
    told = [line for line in result.stderr.splitlines() if line.startswith("rejected")]
    assert len(told) == 1
    assert told[0].startswith(f"rejected: {path}: gold, no record as `extract` writes it; extract")
    assert (tmp_path / "out.jsonld").exists() is bool(beside)


BAD_LINES = [
    ("{broken", "key must be a string"),
    ("[1]", "no object"),
    (record("first"), "is the id of"),
    (fact_twice(), "the id date-1 comes twice"),
    (with_population(id="pop#1"), "is no id of a fact"),
    (with_population(value=2**63), "value is beyond 64 bits"),
    (with_year(30), "earliest_year is beyond 64 bits"),
    (with_year(5000), "too many digits"),
    (with_population(mentions=[]), "populations.0.mentions"),
    (with_population(time="summer of 37"), "no EDTF"),
]


@pytest.mark.parametrize("target", FILES)
def test_a_bad_line_is_named_and_the_rest_goes_on(target: str, tmp_path: Path) -> None:
    """Every bad line with number, reason and remedy; exit code 1; the good ones are written."""
    lines = [record("first"), "", *(line for line, _ in BAD_LINES), record("last")]
    path = write_records(tmp_path / "records.jsonl", lines)
    result = invoke("export", path, "--to", target, "--out", tmp_path / "out")
    assert result.exit_code == 1
    told = [line for line in result.stderr.splitlines() if line.startswith("rejected: ")]
    for number, ((_, reason), line) in enumerate(zip(BAD_LINES, told, strict=True), start=3):
        assert line.startswith(f"rejected: {path}:{number}: ")
        assert reason in line
    assert "exported: 2 articles (2 populations, 2 percentages" in result.stderr
    assert (tmp_path / "out").exists()


@pytest.mark.parametrize(
    "wrong",
    [
        json.dumps(json.loads(record().model_dump_json()), indent=2).encode(),
        b"\x00\xff\n" * 100,
        b'{"id": "a", "text": "An article."}\n' * 100,
    ],
)
def test_a_wrong_file_is_given_up(wrong: bytes, tmp_path: Path) -> None:
    """After twenty lines, with what it may be; the next file is read."""
    (tmp_path / "wrong").write_bytes(wrong)
    good = write_records(tmp_path / "records.jsonl", [record("a")])
    args = ("export", tmp_path / "wrong", good, "--to", "jsonld", "--out", tmp_path / "out")
    result = invoke(*args)
    assert result.exit_code == 1
    told = [line for line in result.stderr.splitlines() if line.startswith("rejected: ")]
    assert len(told) == 21
    assert told[-1].startswith(
        f"rejected: {tmp_path / 'wrong'}: none of the first 20 lines is a record, and no more were read"
    )
    assert "exported: 1 articles" in result.stderr


def test_a_file_with_damage_is_read_to_its_end(tmp_path: Path) -> None:
    """Records of another version are records, and one good line is enough."""
    other = {**json.loads(record().model_dump_json()), "schema_version": "3.0"}
    lines = [*["{broken"] * 19, other, *["{broken"] * 30, record("a")]
    path = write_records(tmp_path / "records.jsonl", lines)
    result = invoke("export", path, "--to", "jsonld", "--out", tmp_path / "out")
    assert "left out: 50, told above" in result.stderr


def test_a_line_too_long_is_passed_over(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Without being read into memory."""
    monkeypatch.setattr(record_files, "LINE_BYTES", 10_000)
    long = record("long", warnings=["x" * 10_000])
    path = write_records(tmp_path / "records.jsonl", [record("one"), long, record("two")])
    result = invoke("export", path, "--to", "jsonld", "--out", tmp_path / "out")
    assert result.exit_code == 1
    assert f"{path}:2: a line of more than 10000 bytes" in result.stderr
    assert "exported: 2 articles" in result.stderr


@pytest.mark.parametrize("given", ["", "{}\n", None])
@pytest.mark.parametrize("target", FILES)
def test_without_a_record_nothing_is_written(
    given: str | None, target: str, tmp_path: Path
) -> None:
    """Of an empty file, one of bad lines, and none; exit code 1."""
    path = tmp_path / "records.jsonl"
    if given is not None:
        path.write_text(given)
    result = invoke("export", path, "--to", target, "--out", tmp_path / "out")
    assert result.exit_code == 1
    assert "no record to write; nothing was changed" in str(result.exception)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    "args",
    [
        ("--to", "excel", "--out", "x"),
        ("--to", "sqlite"),
        ("--to", "postgresql://host/database", "--out", "x"),
        ("--out", "x"),
        ("--to", "csv", "--out", "-"),
        ("--to", "csv", "--out", ""),
    ],
)
def test_misuse(args: tuple[str, ...]) -> None:
    """Exit code 2."""
    assert invoke("export", RECORDS, *args).exit_code == 2


@pytest.mark.parametrize(
    ("given", "out"),
    [
        ("results", "results/records.jsonl"),
        ("results/records.jsonl", "results/../results/records.jsonl"),
        ("results/records.jsonl", "link"),
        ("cluster", "cluster/records/part-0.jsonl"),
    ],
)
def test_an_input_is_never_overwritten(given: str, out: str, tmp_path: Path) -> None:
    """Misuse, however its path is written; the records are still there."""
    for folder in ("results", "cluster/records"):
        (tmp_path / folder).mkdir(parents=True)
    file = write_records(tmp_path / "results" / "records.jsonl", [record("a")])
    part = write_records(tmp_path / "cluster" / "records" / "part-0.jsonl", [record("a")])
    (tmp_path / "link").symlink_to(file)
    before = file.read_bytes()
    result = invoke("export", tmp_path / given, "--to", "jsonld", "--out", tmp_path / out)
    assert result.exit_code == 2
    assert "is an input, which it would overwrite; give another path" in result.stderr
    assert file.read_bytes() == part.read_bytes() == before


def test_inputs_are_files_folders_and_standard_input(tmp_path: Path) -> None:
    """A folder of results is its records.jsonl, or the partitions of a cluster's run."""
    local, cluster = tmp_path / "local", tmp_path / "cluster"
    local.mkdir()
    (cluster / "records").mkdir(parents=True)
    write_records(local / "records.jsonl", [record("a")])
    write_records(local / "rejects.jsonl", ["{}"])
    write_records(cluster / "records" / "part-0.jsonl", [record("b")])
    write_records(cluster / "records" / "part-1.jsonl", [record("c")])
    stdin = b"\xef\xbb\xbf" + record("d").model_dump_json().encode()
    args = ("export", local, cluster, "-", "--to", "jsonld", "--out", tmp_path / "out")
    result = invoke(*args, stdin=stdin)
    assert result.exit_code == 0, result.stderr
    graph = json.loads((tmp_path / "out").read_text())["@graph"]
    articles = [node["identifier"] for node in graph if "Article" in node["type"]]
    assert articles == ["a", "b", "c", "d"]


@pytest.mark.parametrize("target", FILES)
def test_an_output_that_can_not_be_written(target: str, tmp_path: Path) -> None:
    """Exit code 3, the target and what to do."""
    (tmp_path / "file").write_text("")
    command = [sys.executable, "-c", "from pipeline.cli import main; main()", "export", RECORDS]
    out = tmp_path / "file" / "out"
    done = subprocess.run([*command, "--to", target, "--out", out], capture_output=True, text=True)
    assert done.returncode == 3
    assert f"{tmp_path}/file" in done.stderr
    assert "nothing was changed" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("target", "out", "words"),
    [
        ("parquet", "file", "a file stands where a folder is wanted; give another --out"),
        ("csv", "file/out", "a file stands where a folder is wanted; give another --out"),
        ("jsonld", "folder", "a folder stands where a file is wanted; give another --out"),
        ("csv", "folder", "a folder stands where a file is wanted; give another --out"),
        ("csv", "pipe", "a device or a pipe stands where a file is wanted; give another --out"),
        ("jsonld", "pipe", "a device or a pipe stands where a file is wanted; give another --out"),
    ],
)
def test_what_stands_in_the_way_is_named(target: str, out: str, words: str, tmp_path: Path) -> None:
    """A file where a folder is wanted, or a folder or a device where a file is: it stays."""
    (tmp_path / "file").write_text("mine")
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    result = invoke("export", RECORDS, "--to", target, "--out", tmp_path / out)
    assert result.exception.exit_code == 3
    assert str(result.exception).startswith(str(tmp_path / out.partition("/")[0]))
    assert f": can't be written: {words}" in str(result.exception)
    assert (tmp_path / "file").read_text() == "mine"
    assert (tmp_path / "pipe").is_fifo()


def test_a_link_stays_and_its_file_is_written(tmp_path: Path) -> None:
    """As a shell's redirection does it."""
    (tmp_path / "link").symlink_to(tmp_path / "real.zip")
    assert invoke("export", RECORDS, "--to", "csv", "--out", tmp_path / "link").exit_code == 0
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real.zip").is_file()


@pytest.mark.parametrize("target", ["sqlite", "duckdb"])
def test_a_file_that_is_no_database_stays(target: str, tmp_path: Path) -> None:
    """Exit code 3 by an error that names it."""
    out = tmp_path / "notes.db"
    out.write_text("not a database at all, but notes of some length" * 100)
    result = invoke("export", RECORDS, "--to", target, "--out", out)
    assert result.exception.exit_code == 3
    assert f"{out}: can't be written" in str(result.exception)
    assert out.read_text().startswith("not a database")


def test_no_extension_of_duckdb_is_fetched(tmp_path: Path) -> None:
    """For a database of SQLite, which DuckDB would open with one from its makers' server."""
    out = tmp_path / "facts.db"
    with closing(sqlite3.connect(out)) as database:
        database.execute("CREATE TABLE mine (a)")
    result = invoke("export", RECORDS, "--to", "duckdb", "--out", out)
    assert result.exception.exit_code == 3
    assert f"{out}: can't be written" in str(result.exception)
    assert "download" not in str(result.exception)


@pytest.mark.parametrize("target", FILES)
def test_a_stop_changes_nothing(target: str, tmp_path: Path) -> None:
    """SIGTERM in the middle: what was exported before is as it was, nothing is left over."""
    out = tmp_path / "out"
    export(write_records(tmp_path / "one.jsonl", [record("before")]), target, out)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}

    def stopped() -> Iterator[ArticleRecord]:
        yield from many(450)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        import_module(f"pipeline.exporting.{TARGETS[target]}").write(stopped(), str(out))
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("target", FILES)
def test_a_full_disk_changes_nothing(target: str, tmp_path: Path) -> None:
    """An error that names the target; what was exported before is as it was."""
    out = tmp_path / "out"
    export(write_records(tmp_path / "one.jsonl", [record("before")]), target, out)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, hard))
    try:
        with pytest.raises(OutputError, match=r"out: can't be written: .* free space"):
            import_module(f"pipeline.exporting.{TARGETS[target]}").write(many(450), str(out))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_sigterm_stops_with_its_exit_code(tmp_path: Path) -> None:
    """143, before anything is written."""
    code = "from pipeline.cli import main; main()"
    args = ("export", "-", "--to", "jsonld", "--out", tmp_path / "out")
    command = [sys.executable, "-c", code, *map(str, args)]
    lines = "".join(one.model_dump_json() + "\n" for one in many(50)).encode()
    with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdin.write(b"{}\n" + lines)
        process.stdin.flush()
        process.stderr.readline()  # the first line is rejected: reading has begun
        process.send_signal(signal.SIGTERM)
        with suppress(BrokenPipeError):
            process.stdin.close()
        assert process.wait() == 143
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("target", FILES)
def test_the_same_records_give_the_same_bytes(target: str, tmp_path: Path) -> None:
    """But for DuckDB, whose files differ in themselves."""
    if target == "duckdb":
        return
    for name in ("one", "two"):
        export(RECORDS, target, tmp_path / name / "out")
    one, two = (
        {path.name: path.read_bytes() for path in (tmp_path / name).rglob("out*") if path.is_file()}
        for name in ("one", "two")
    )
    assert one == two


@pytest.mark.parametrize("target", FILES)
def test_few_records_are_in_memory_at_once(target: str, tmp_path: Path) -> None:
    """However many there are."""
    alive: weakref.WeakSet[ArticleRecord] = weakref.WeakSet()
    most = 0

    def watched() -> Iterator[ArticleRecord]:
        nonlocal most
        for one in many(900):
            alive.add(one)
            most = max(most, len(alive))
            yield one
            del one

    module = import_module(f"pipeline.exporting.{TARGETS[target]}")
    module.write(watched(), str(tmp_path / "out"))
    assert most <= 410
