"""The Arrow schemas: of the flat tables, and of the record as it is, nested.

What they come to is listed in docs/tables.md, which a test holds them to.
"""

from collections.abc import Callable
from decimal import Decimal
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from pipeline.errors import MissingExtraError
from pipeline.exporting.tables import Kind, Table
from pipeline.records import SCHEMA_VERSION, ArticleRecord

if TYPE_CHECKING:
    import pyarrow as pa

_METADATA = {"ehistory.schema_version": SCHEMA_VERSION}


def arrow() -> Any:  # noqa: ANN401 - pyarrow, which has no types
    """The module pyarrow, imported when it is used."""
    try:
        import pyarrow as pa
    except ImportError as error:
        raise MissingExtraError("Parquet and DuckDB exports need", "export") from error
    return pa


def flat_schema(table: Table) -> "pa.Schema":
    """The schema of a table's Parquet file."""
    pa = arrow()
    kinds: dict[Kind, Callable[[], Any]] = {
        "text": pa.string,
        "integer": pa.int64,
        "number": pa.float64,
        "boolean": pa.bool_,
        "list": lambda: pa.list_(pa.field("element", pa.string(), nullable=False)),
    }
    fields = [pa.field(c.name, kinds[c.kind](), nullable=not c.required) for c in table.columns]
    return pa.schema(fields, metadata=_METADATA)


def nested_schema() -> "pa.Schema":
    """The schema of the nested Parquet file: the record's fields under their names."""
    return arrow().schema(_fields(ArticleRecord), metadata=_METADATA)


def _fields(model: type[BaseModel]) -> list["pa.Field"]:
    return [_field(name, info.annotation) for name, info in model.model_fields.items()]


def _field(name: str, annotation: Any) -> "pa.Field":  # noqa: ANN401
    inner, nullable = _without_null(annotation)
    return arrow().field(name, _type(inner), nullable=nullable)


def _without_null(annotation: Any) -> tuple[Any, bool]:  # noqa: ANN401
    if get_origin(annotation) not in (UnionType, Union):
        return annotation, False
    (inner,) = (one for one in get_args(annotation) if one is not type(None))
    return inner, True


def _type(annotation: Any) -> "pa.DataType":  # noqa: ANN401
    pa = arrow()
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _type(args[0])
    if origin is Literal:
        return pa.string()
    if origin is tuple:
        return pa.list_(_field("element", args[0]))
    if issubclass(annotation, BaseModel):
        return pa.struct(_fields(annotation))
    return {
        str: pa.string(),
        int: pa.int64(),
        bool: pa.bool_(),
        float: pa.float64(),
        Decimal: pa.float64(),
    }[annotation]
