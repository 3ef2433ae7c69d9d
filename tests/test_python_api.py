"""The Python functions: what they take, and the errors that they raise."""

import gc
import json
import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

import pipeline
from pipeline import (
    EhistoryError,
    PublishedError,
    RawArticle,
    RejectedInput,
    extract,
    extract_many,
    load,
)
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
        (date(2014, 5, 1), "1994"),
        (datetime(2014, 5, 1, 10, tzinfo=UTC), "1994"),
        (None, None),
    ],
)
def test_relative_dates_are_counted_from_the_day_given(
    published: str | date | None, edtf: str | None
) -> None:
    """In the ways of writing that metadata have, too; of an article as read as of a text."""
    for given in (AGO, row_article({"text": AGO}, "row")):
        assert [found.edtf for found in extract(given, published=published).dates] == [edtf]


@pytest.mark.parametrize(
    "published", ["2014-02-31", "", "x", "２０１４-05-01", "2014-13", "20140501"]
)
def test_a_day_that_is_no_date_is_told(published: str) -> None:
    """What was given and what can be, in an error of this package."""
    with pytest.raises(PublishedError, match="is no date; give YYYY") as caught:
        extract(AGO, published=published)
    assert repr(published) in str(caught.value)
    assert isinstance(caught.value, EhistoryError)


@pytest.mark.parametrize("published", ["yesterday", "2014-13-45", "long ago " * 99])
def test_a_row_with_such_a_day_is_extracted_with_a_warning(published: str) -> None:
    """Which says what was left out, or how it began; relative dates stay open."""
    record = extract(row_article({"text": AGO, "published": published}, "row"))
    assert record.article.published is None
    assert [found.edtf for found in record.dates] == [None]
    (warning,) = record.warnings
    assert warning.startswith(f"published '{published[:40]}")
    assert warning.endswith(" is no date and left out")
    assert len(warning) < 80


_IN_RUSSIAN = "В 1989 году в Казахстане жило 12 тысяч курдов (12 000 Kurds)."
_ENGLISH_ONLY = ", and only English is read: facts may be missing or wrong"


@pytest.mark.parametrize(
    ("row", "language", "warnings"),
    [
        ({}, "en", []),
        ({"language": "en"}, "en", []),
        ({"language": " en_us "}, "en-US", []),
        ({"language": "eng"}, "en", []),
        ({"language": ""}, "en", []),
        ({"language": "und"}, "und", []),
        ({"language": "!!"}, None, ["language '!!' is no language tag of BCP 47 and left out"]),
        (
            {"language": "English"},
            None,
            ["language 'English' is no language tag of BCP 47 and left out"],
        ),
        ({"language": "ru"}, "ru", [f"the language is 'ru'{_ENGLISH_ONLY}"]),
        (
            {"language": "kk-Latn-KZ"},
            "kk-Latn-KZ",
            [f"the language is 'kk-Latn-KZ'{_ENGLISH_ONLY}"],
        ),
        ({"text": _IN_RUSSIAN}, "en", [f"most letters are not Latin{_ENGLISH_ONLY}"]),
        ({"text": _IN_RUSSIAN, "language": "ru"}, "ru", [f"the language is 'ru'{_ENGLISH_ONLY}"]),
        ({"text": "The Qurıltay (Құрылтай) met in Türkistan."}, "en", []),
        ({"text": "1989: 12 000"}, "en", []),
    ],
)
def test_a_language_is_a_tag_and_english(
    row: dict[str, str], language: str | None, warnings: list[str]
) -> None:
    """What is no tag of BCP 47 is left out; another language, told by tag or letters, is warned of."""
    record = extract(row_article({"text": AGO, **row}, "row"))
    assert record.article.language == language
    assert list(record.warnings) == warnings


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
    ("call", "told"),
    [
        (lambda: extract(b"Kurds."), "extract takes a str or a RawArticle, not bytes"),
        (lambda: extract(None), "extract takes a str or a RawArticle, not None"),
        (lambda: extract(AGO, published=2014), "published takes a str or a datetime.date, not int"),
        (lambda: list(extract_many([AGO, 5])), "each of it a str or a RawArticle, not int"),
        (lambda: list(extract_many(AGO)), "not one str; put it in a list"),
    ],
)
def test_a_wrong_type_is_told(call: Callable[[], object], told: str) -> None:
    """With what is taken; a text alone is no iterable of articles, though Python has it so."""
    with pytest.raises(TypeError, match=re.escape(told)):
        call()


def test_many_are_texts_or_articles() -> None:
    """A text is named by its place, an article keeps its id; what is empty is told where it stands."""
    article = row_article({"text": AGO, "id": "fire"}, "row")
    assert isinstance(article, RawArticle)
    found = extract_many(iter([AGO, article, AGO, " "]))
    assert [next(found).article.id for _ in range(3)] == ["text-1", "fire", "text-3"]
    with pytest.raises(RejectedInput, match=r"text-4: .*empty"):
        next(found)


def test_every_name_offered_is_there() -> None:
    """Though most are imported when first used."""
    assert all(getattr(pipeline, name) for name in pipeline.__all__)


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
