"""Records of this schema version, of later minor ones and of others."""

import json
from pathlib import Path

import pytest
from exports import FIXTURES, RECORDS, invoke, record, write_records

from pipeline.errors import Code, RejectedInput
from pipeline.evaluating.gold import read_predictions
from pipeline.records import ArticleRecord
from pipeline.versions import read_record

LATER = FIXTURES / "records-1.7.jsonl"


def changed(**more: object) -> bytes:
    """A record's line with fields put over its own."""
    return json.dumps({**json.loads(record().model_dump_json()), **more}).encode()


def test_a_record_of_1_0_is_read_as_it_is() -> None:
    """Every byte of it comes back."""
    for line in RECORDS.read_bytes().splitlines():
        assert read_record(line, "here").model_dump_json().encode() == line


def test_a_record_of_a_later_minor_version_is_read_without_what_is_unknown() -> None:
    """Fields that 1.7 added to every kind of object are left out; all else is as 1.0 has it."""
    later, known = LATER.read_bytes().splitlines(), RECORDS.read_bytes().splitlines()
    assert [read_record(line, "here").model_dump_json().encode() for line in later] == known
    assert all(b'"later"' in line for line in later)


@pytest.mark.parametrize(
    ("line", "code", "reason"),
    [
        (changed(summary="x"), Code.INVALID_RECORD, "summary: Extra inputs are not permitted"),
        (changed(schema_version="1.7", dates=[{"id": "date-1"}]), Code.INVALID_RECORD, "dates.0"),
        (changed(schema_version="2.0"), Code.SCHEMA_VERSION, "version 2.0, this package reads 1.x"),
        (changed(schema_version="0.9"), Code.SCHEMA_VERSION, "version 0.9"),
        (changed(schema_version="1"), Code.INVALID_RECORD, "schema_version is '1', not like '1.0'"),
        (changed(schema_version=1.0), Code.INVALID_RECORD, "schema_version is '1.0'"),
        (
            b'{"text": "an article"}',
            Code.INVALID_RECORD,
            "no record: its schema_version is missing",
        ),
        (b"[]", Code.INVALID_RECORD, "a JSON array, no object"),
        (b"\xff\xfe", Code.BROKEN_JSON, ""),
        (b'{"schema_version": "1.0"', Code.BROKEN_JSON, "EOF"),
        (b'{"schema_version": NaN}', Code.BROKEN_JSON, ""),
        (b"[" * 100_000, Code.BROKEN_JSON, "recursion"),
        (changed(warnings=["\ud800"]), Code.BROKEN_JSON, "hex escape"),
        (changed(warnings="one"), Code.INVALID_RECORD, "warnings"),
        (changed(dates=None), Code.INVALID_RECORD, "dates"),
    ],
)
def test_what_is_no_record(line: bytes, code: Code, reason: str) -> None:
    """The reject names the line and the first thing wrong."""
    with pytest.raises(RejectedInput) as caught:
        read_record(line, "records.jsonl:7")
    assert (caught.value.code, caught.value.source) == (code, "records.jsonl:7")
    assert reason in caught.value.reason


@pytest.mark.parametrize("value", ["12", True, 12.5])
def test_numbers_are_numbers(value: object) -> None:
    """As in the JSON Schema: neither strings nor truth values."""
    values = json.loads(record().model_dump_json())
    values["populations"][0]["value"] = value
    with pytest.raises(RejectedInput):
        read_record(json.dumps(values).encode(), "here")


def test_predictions_of_a_later_minor_version_are_scored() -> None:
    """`ehistory evaluate --predictions` reads as exports do."""
    assert read_predictions(LATER) == read_predictions(RECORDS)


def test_migrate_writes_this_version(tmp_path: Path) -> None:
    """A later minor version comes down, a record of this one stays byte for byte."""
    old = tmp_path / "old.jsonl"
    old.write_bytes(
        LATER.read_bytes().splitlines(True)[0] + RECORDS.read_bytes().splitlines(True)[1]
    )
    result = invoke("migrate", old, "--out", tmp_path / "new.jsonl")
    assert result.exit_code == 0
    assert (tmp_path / "new.jsonl").read_bytes() == RECORDS.read_bytes()
    assert "2 records of version 1.0" in result.stderr


def test_migrate_names_what_it_can_not_read(tmp_path: Path) -> None:
    """The others are written; exit code 1."""
    lines = [record(), changed(schema_version="3.1").decode()]
    old = write_records(tmp_path / "old.jsonl", lines)
    result = invoke("migrate", old, "--out", old)
    assert result.exit_code == 1
    assert f"rejected: {old}:2: schema version 3.1" in result.stderr
    assert [ArticleRecord.model_validate_json(line) for line in old.open()] == [record()]
