"""JSON Lines, JSON files and Parquet to parcels, a bad row a reject of its own."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, BinaryIO

from pipeline.articles import RawArticle, half_pair_at
from pipeline.errors import Code, MissingExtraError, RejectedInput, json_type
from pipeline.reading.limits import Limits
from pipeline.reading.lines import numbered_lines
from pipeline.reading.parcels import Parcel, article_in, parcel

_FIELDS = ("url", "title", "published", "language")
_PARQUET_ROWS = 256

Item = Parcel | RejectedInput


def jsonl_parcels(stream: BinaryIO, source: str, stem: str, limits: Limits) -> Iterator[Item]:
    """The rows of JSON Lines, a line in memory at a time; a line over the limit is passed over."""
    empty, limit = True, limits.line_bytes
    for number, line in numbered_lines(stream, limit):
        empty, where = False, f"{source}:{number}"
        if line is None:
            yield RejectedInput(Code.TOO_LARGE, where, f"a line of {limits.too_large(limit)}")
        else:
            yield _line(line, where, f"{stem}-{number}")
    if empty:
        yield RejectedInput(Code.EMPTY, source, "the file holds no row")


def _line(line: bytes, where: str, default_id: str) -> Item:
    try:
        value = _parsed(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return RejectedInput(Code.ENCODING, where, f"byte {error.start} is no UTF-8")
    except ValueError as error:
        return RejectedInput(Code.BROKEN_JSON, where, str(error))
    return row_parcel(value, where, default_id)


def _parsed(text: str) -> Any:  # noqa: ANN401 - whatever JSON holds
    """JSON as its standard has it; raises ValueError for what Python alone would take."""
    try:
        return json.loads(text, object_pairs_hook=_object, parse_constant=_no_constant)
    except RecursionError as error:
        raise ValueError("it is nested too deep") from error


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) < len(pairs):
        twice = next(
            name for name, count in Counter(name for name, _ in pairs).items() if count > 1
        )
        raise ValueError(f"the key {twice!r} stands in it more than once")
    return made


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is no number of JSON")


def json_parcels(text: str, source: str, stem: str) -> Iterator[Item]:
    """The one row, or the array of rows, of a JSON file."""
    try:
        value = _parsed(text)
    except ValueError as error:
        yield RejectedInput(Code.BROKEN_JSON, source, str(error))
        return
    if value == []:
        yield RejectedInput(Code.EMPTY, source, "the array holds no row")
    elif isinstance(value, list):
        for number, row in enumerate(value, 1):
            yield row_parcel(row, f"{source}:{number}", f"{stem}-{number}")
    else:
        yield row_parcel(value, source, stem)


def parquet_parcels(stream: BinaryIO, source: str, stem: str) -> Iterator[Item]:
    """The rows of a Parquet file with the columns of a JSON row; needs the extra `parquet`."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise MissingExtraError(f"{source}: Parquet files need", "parquet") from error
    number = 0
    try:
        file = pq.ParquetFile(stream)
        wanted = [name for name in ("id", "text", *_FIELDS) if name in file.schema_arrow.names]
        for batch in file.iter_batches(batch_size=_PARQUET_ROWS, columns=wanted):
            for row in batch.to_pylist():
                number += 1
                values = {name: _dated(value) for name, value in row.items()}
                yield row_parcel(values, f"{source}:{number}", f"{stem}-{number}")
    except (pa.ArrowException, OSError) as error:
        if getattr(error, "errno", None):
            raise  # the disk's own, not what pyarrow says of damaged data
        where = f"{source}:{number + 1}" if number else source
        yield RejectedInput(Code.BROKEN_ARCHIVE, where, " ".join(str(error).split()))
    else:
        if not number:
            yield RejectedInput(Code.EMPTY, source, "the file holds no row")


def _dated(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def row_parcel(row: object, source: str, default_id: str) -> Item:
    """A row `{"id", "text", "url", "title", "published", "language"}`, only text required."""
    if not isinstance(row, dict):
        return RejectedInput(Code.INVALID_ROW, source, f"a JSON {json_type(row)}, no object")
    if reason := _fault(row):
        return RejectedInput(Code.INVALID_ROW, source, reason)
    for name in ("id", "text", *_FIELDS):
        if (at := half_pair_at(str(row.get(name)))) is not None:
            reason = f"{name} holds half a surrogate pair at character {at}"
            return RejectedInput(Code.ENCODING, source, reason)
    if not row["text"].strip():
        return RejectedInput(Code.EMPTY, source, "the row's text is empty")
    chosen = default_id if row.get("id") in (None, "") else str(row["id"])
    data = row["text"].encode()
    return parcel(chosen, source, "row", data, **{name: row.get(name) for name in _FIELDS})


def row_article(row: Mapping[str, Any], source: str) -> RawArticle:
    """The article of a row, its source its id where it has none; raises RejectedInput."""
    item = row_parcel(row, source, source)
    if isinstance(item, RejectedInput):
        raise item
    return article_in(item)


def _fault(row: Mapping[str, Any]) -> str | None:
    """What keeps a row from being an article."""
    text, id_ = row.get("text"), row.get("id")
    if not isinstance(text, str):
        seen = "no text" if text is None else f"a text of type {json_type(text)}"
        return f"the row has {seen}"
    for name in _FIELDS:
        if not isinstance(row.get(name), str | None):
            return f"{name} is of type {json_type(row[name])}, not a string"
    if isinstance(id_, bool) or not isinstance(id_, str | int | None):
        return f"id is of type {json_type(id_)}, neither a string nor a whole number"
    return None
