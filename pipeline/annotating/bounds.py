"""The days an EDTF string covers, for any string that an annotator may write."""

import re

from pipeline.normalising.edtf import bounds

_ELEMENT = r"-?[\dX]{4}(?:-\d\d(?:-\d\d)?)?[~?%]?"
# The forms of the record contract; EDTF knows more ("Y-17000", "[1667..1672]", "1960-XX").
_FORM = re.compile(rf"{_ELEMENT}(?:/(?:{_ELEMENT}|\.\.)?)?|(?:\.\.)?/{_ELEMENT}")

Days = tuple[str | None, str | None]


def days_of(edtf: str | None) -> Days | None:
    """First and last day (null where open) of a valid EDTF string; null for a form records don't use."""
    if edtf is not None and not _FORM.fullmatch(edtf):
        return None
    return bounds(edtf)
