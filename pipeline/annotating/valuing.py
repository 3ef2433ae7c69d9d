"""What the words of a span alone say: the fields of a new fact, and which of them nobody said yet."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from pipeline import extensions
from pipeline.components.context import mark_context
from pipeline.components.dates import mark_dates
from pipeline.components.organizations import mark_organizations
from pipeline.normalising.context import counted_head
from pipeline.normalising.edtf import bounds
from pipeline.normalising.names import canonical_name
from pipeline.normalising.numerals import NumberMatch, find_numbers


@dataclass(frozen=True, slots=True)
class Valued:
    """Fields of a fact; `missing` can't be told from the words, `defaulted` is but a first guess."""

    fields: Mapping[str, Any]
    missing: tuple[str, ...] = ()
    defaulted: tuple[str, ...] = ()


@cache
def _language() -> Language:
    extensions.register()
    return spacy.blank("en")


def _doc(text: str, published: str | None) -> Doc:
    doc = _language()(text)
    doc._.published = published
    return mark_dates(mark_context(doc))


def _quantity(text: str) -> tuple[dict[str, Any], NumberMatch] | None:
    """Value, bounds and qualifier of the one number of a text; null where there is not one."""
    found = list(find_numbers(text))
    if len(found) != 1:
        return None
    names = ("value", "low", "high", "qualifier")
    return {name: getattr(found[0].quantity, name) for name in names}, found[0]


def _counted(text: str, number: NumberMatch) -> dict[str, Any]:
    head = counted_head(text, number.end)
    if head is None or head.noun is None:
        return {}
    noun = head.noun
    return {"kind": noun.kind or "resident", "group": noun.group, "unit": noun.unit}


def _whole(value: Any) -> bool:  # noqa: ANN401 - a Decimal, a word or null
    return not isinstance(value, Decimal) or value == value.to_integral_value()


def _population(text: str, _published: str | None) -> Valued:
    defaulted = ("kind", "group", "place", "time")
    found = _quantity(text)
    if found is None or not all(map(_whole, found[0].values())):
        return Valued({}, ("value",), defaulted)
    fields, number = found
    return Valued({**fields, **_counted(text, number)}, (), defaulted)


def _percentage(text: str, _published: str | None) -> Valued:
    defaulted = ("kind", "subject", "group", "place", "time")
    found = _quantity(text)
    return Valued(found[0], (), defaulted) if found else Valued({}, ("value",), defaulted)


def _date(text: str, published: str | None) -> Valued:
    doc = _doc(text, published)
    spans = list(doc.spans["dates"])
    if len(spans) != 1:
        # A kind that needs an EDTF string, so that `check` finds the gap.
        return Valued({"kind": "period"}, ("edtf", "kind"))
    value = spans[0]._.date
    earliest, latest = bounds(value.edtf)
    names = ("edtf", "part", "kind", "approximate", "uncertain")
    fields = {name: getattr(value, name) for name in names}
    return Valued({**fields, "earliest": earliest, "latest": latest})


def _organization(text: str, published: str | None) -> Valued:
    name = canonical_name(text)
    if not name:
        return Valued({"name": text}, ("name",), ("type",))
    doc = mark_organizations(_doc(text, published))
    spans = list(doc.spans["organizations"])
    if len(spans) != 1:
        return Valued({"name": name}, (), ("type", "place"))
    value = spans[0]._.organization
    place = value.place.model_dump() if value.place else None
    return Valued({"name": name, "type": value.type, "place": place}, (), ("place",))


_VALUERS: Mapping[str, Callable[[str, str | None], Valued]] = {
    "population": _population,
    "percentage": _percentage,
    "organization": _organization,
    "date": _date,
}


def valued(label: str, text: str, published: str | None) -> Valued:
    """The fields that the words of a span give a fact of this label.

    `published` is the article's EDTF day, for relative dates.
    """
    return _VALUERS[label](text, published)
