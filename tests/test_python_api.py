"""The Python functions: what they take, and the errors that they raise."""

import gc
import json
from decimal import Decimal

import pytest

from pipeline import EhistoryError, RejectedInput, extract, load
from pipeline.errors import Code
from pipeline.reading import row_article
from pipeline.records import Mention, Percentage

AGO = "It burned 20 years ago."


@pytest.mark.parametrize(
    ("published", "edtf"),
    [
        ("2014-05-01", "1994"),
        ("2014", "1994"),
        ("2014-05-01T10:00:00Z", "1994"),
        ("01.05.2014", "1994"),
        (None, None),
    ],
)
def test_relative_dates_are_counted_from_the_day_given(
    published: str | None, edtf: str | None
) -> None:
    """In the ways of writing that metadata have, too."""
    assert [date.edtf for date in extract(AGO, published=published).dates] == [edtf]


@pytest.mark.parametrize(
    "published", ["2014-02-31", "", "x", "２０１４-05-01", "2014-13", "20140501"]
)
def test_a_day_that_is_no_date_is_told(published: str) -> None:
    """What was given and what can be, in an error of this package."""
    with pytest.raises(EhistoryError, match="is no date; give YYYY") as caught:
        extract(AGO, published=published)
    assert repr(published) in str(caught.value)


@pytest.mark.parametrize("published", ["yesterday", "2014-13-45", "long ago " * 99])
def test_a_row_with_such_a_day_is_extracted_with_a_warning(published: str) -> None:
    """Which says what was left out, or how it began; relative dates stay open."""
    record = extract(row_article({"text": AGO, "published": published}, "row"))
    assert record.article.published is None
    assert [date.edtf for date in record.dates] == [None]
    (warning,) = record.warnings
    assert warning.startswith(f"published '{published[:40]}")
    assert warning.endswith(" is no date and left out")
    assert len(warning) < 80


@pytest.mark.parametrize(
    ("text", "code"), [("", Code.EMPTY), (" \n ", Code.EMPTY), ("Kurds \ud800.", Code.ENCODING)]
)
def test_a_text_that_is_none_is_told(text: str, code: Code) -> None:
    """Nothing but space, and half a surrogate pair, which no file can hold."""
    with pytest.raises(RejectedInput) as caught:
        extract(text)
    assert caught.value.code == code
    assert caught.value.remedy in str(caught.value)


@pytest.mark.parametrize(
    ("number", "value"),
    [
        ("6.2", 6.2),
        ("9.12345678901234567890", 9.123456789012346),
        ("12345678901234567.5", 12345678901234568),
    ],
)
def test_a_percentage_read_again_is_the_same(number: str, value: float) -> None:
    """It has no more digits than readers of JSON keep."""
    mention = Mention(start=0, end=1, text="9", sentence="9")
    percentage = Percentage(id="pct-1", mentions=(mention,), value=Decimal(number))
    written = percentage.model_dump_json()
    assert json.loads(written)["value"] == value
    assert Percentage.model_validate_json(written) == percentage


def test_what_is_loaded_for_all_is_left_out_of_garbage_collections() -> None:
    """It has a hundred thousand objects, which stay."""
    assert load() is load()
    assert gc.get_freeze_count() > 100_000
