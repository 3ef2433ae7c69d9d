"""Schema versions of records: what a reader of this package takes, and down to what it reads it.

A minor version adds optional fields and nothing else, so a reader of 1.0 reads every 1.y by leaving
out what it does not know (docs/decisions/0010-versions-and-tables.md).
"""

import codecs
import re
from typing import Any

from pydantic import ValidationError
from pydantic_core import from_json, to_json

from pipeline.errors import Code, GoldGiven, RejectedInput, json_type
from pipeline.records import SCHEMA_VERSION, ArticleRecord

# What a gold line has beside a record.
GOLD_FIELDS = frozenset(("text", "format", "style"))
_VERSION = re.compile(r"(0|[1-9]\d{0,3})\.(0|[1-9]\d{0,3})")
_SHOWN_CHARS = 40
_MAJOR, _MINOR = map(int, SCHEMA_VERSION.split("."))


def read_record(line: bytes, source: str) -> ArticleRecord:
    """The record of a line, as one of this package's schema version.

    In a record of this version every unknown field is an error; in one of a later minor version it
    is left out. Raises RejectedInput, naming `source`, and GoldGiven for a line of gold.
    """
    line = line.removeprefix(codecs.BOM_UTF8)
    value = _object(line, source)
    if value.keys() >= GOLD_FIELDS:
        raise GoldGiven(source)
    later = _minor(value.get("schema_version"), source) > _MINOR
    if later:
        line = to_json({**value, "schema_version": SCHEMA_VERSION})
    try:
        # Strict, as the JSON Schema is: "12" is no number, true no count.
        return ArticleRecord.model_validate_json(
            line, strict=True, extra="ignore" if later else "forbid"
        )
    except ValidationError as error:
        raise RejectedInput(Code.INVALID_RECORD, source, explain(error)) from error


def explain(error: ValidationError) -> str:
    """The first thing pydantic found wrong, as "where: what"."""
    first = error.errors(include_url=False)[0]
    where = ".".join(str(part) for part in first["loc"])
    return f"{where}: {first['msg']}" if where else first["msg"]


def _object(line: bytes, source: str) -> dict[str, Any]:
    try:
        value = from_json(line, allow_inf_nan=False)
    except ValueError as error:
        raise RejectedInput(Code.BROKEN_JSON, source, str(error)) from error
    if not isinstance(value, dict):
        reason = f"a JSON {json_type(value)}, no object"
        raise RejectedInput(Code.INVALID_RECORD, source, reason)
    return value


def _minor(version: object, source: str) -> int:
    """The minor version; raises RejectedInput where the major one is not ours."""
    match = _VERSION.fullmatch(version) if isinstance(version, str) else None
    if match is None:
        seen = "missing" if version is None else f"{str(version)[:_SHOWN_CHARS]!r}"
        reason = f"no record: its schema_version is {seen}, not like {SCHEMA_VERSION!r}"
        raise RejectedInput(Code.INVALID_RECORD, source, reason)
    if int(match[1]) != _MAJOR:
        reason = f"schema version {version}, this package reads {_MAJOR}.x"
        raise RejectedInput(Code.SCHEMA_VERSION, source, reason)
    return int(match[2])
