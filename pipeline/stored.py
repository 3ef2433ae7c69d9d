"""What a Doc carries, made fit for `Doc.to_bytes`, `DocBin(store_user_data=True)` and other processes.

spaCy writes `doc.user_data` with srsly's msgpack, which knows plain values alone. The two functions at the
end teach it our values: a frozen dataclass becomes its name and its fields, and reading makes it anew.
"""

from array import array
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from functools import cache
from importlib import import_module
from typing import Any

import srsly

MARK = "__ehistory__"

# The classes of values and their modules, a closed list: what is read can name no other code.
CLASSES = {
    "Cell": "pipeline.normalising.tables",
    "CleanText": "pipeline.cleaning",
    "DateValue": "pipeline.normalising.date_builders",
    "Leading": "pipeline.linking.leaders",
    "MappedText": "pipeline.offsets",
    "NumberMatch": "pipeline.normalising.numerals",
    "OrganizationValue": "pipeline.components.organizations",
    "PercentageValue": "pipeline.components.percentages",
    "PersonNoun": "pipeline.normalising.context",
    "Place": "pipeline.records",
    "PopulationValue": "pipeline.components.populations",
    "Quantity": "pipeline.normalising.qualifiers",
}


class Memo:
    """What was worked out of a Doc, kept with it; written and copied as nothing, for it can be worked out again."""

    __slots__ = ("columns", "kept")

    def __init__(self) -> None:
        self.kept: dict[str, Any] = {}
        self.columns: Any = None

    def __reduce__(self) -> tuple[type["Memo"], tuple[()]]:
        return Memo, ()


Chain = Callable[[Any], Any] | None


def encode(value: Any, chain: Chain = None) -> Any:  # noqa: ANN401 - srsly's signature
    """A value of ours in plain ones; what is not ours goes to `chain`."""
    name = type(value).__name__
    if isinstance(value, Memo):
        return {MARK: "Memo"}
    if isinstance(value, Decimal):
        return {MARK: "Decimal", "data": str(value)}
    if isinstance(value, array):
        return {MARK: "array", "type": value.typecode, "data": value.tobytes()}
    if CLASSES.get(name) == type(value).__module__:
        return {MARK: name, "data": {k: _tuples(v) for k, v in _fields(value).items()}}
    return value if chain is None else chain(value)


def _fields(value: Any) -> Mapping[str, Any]:  # noqa: ANN401
    names = [f.name for f in fields(value)] if is_dataclass(value) else type(value).model_fields
    return {name: getattr(value, name) for name in names}


def _tuples(value: Any) -> Any:  # noqa: ANN401
    """The value with its tuples marked, which msgpack would read back as lists."""
    if isinstance(value, tuple):
        return {MARK: "tuple", "data": [_tuples(item) for item in value]}
    return value


def decode(value: Any, chain: Chain = None) -> Any:  # noqa: ANN401 - srsly's signature
    """The value that `encode` wrote; anything else goes to `chain`."""
    name = value.get(MARK)
    if name is None:
        return value if chain is None else chain(value)
    if name == "array":
        found = array(value["type"])
        found.frombytes(value["data"])
        return found
    return _makers()[name](value.get("data"))


@cache
def _makers() -> Mapping[str, Callable[[Any], Any]]:
    made = {name: _maker(name) for name in CLASSES}
    return {**made, "Memo": lambda _: Memo(), "Decimal": Decimal, "tuple": tuple}


def _maker(name: str) -> Callable[[Any], Any]:
    # Imported at the first reading: most of these modules build upon this one.
    made = getattr(import_module(CLASSES[name]), name)
    return lambda data: made(**data)


def register() -> None:
    """Teach srsly; calling it again changes nothing."""
    srsly.msgpack_encoders.register("ehistory", func=encode)
    srsly.msgpack_decoders.register("ehistory", func=decode)
