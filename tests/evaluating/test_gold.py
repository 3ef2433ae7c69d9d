"""Reading gold and predictions: what is wrong is named by file and line."""

import pytest
from making import FULL, TEXT, gold, predicted

from pipeline.errors import GoldError
from pipeline.evaluating.gold import (
    predict,
    raw_article,
    read_gold,
    read_predictions,
    sha256_of,
)

LINE = gold(TEXT, **FULL).model_dump_json()


@pytest.fixture
def path(tmp_path):
    return tmp_path / "gold.jsonl"


def test_gold_comes_back_as_written(path) -> None:
    """A line for an article; empty lines are passed over."""
    path.write_text(f"{LINE}\n\n", encoding="utf-8")
    assert read_gold(path) == (gold(TEXT, **FULL),)


def test_a_byte_order_mark_is_no_part_of_a_line(path) -> None:
    """Some editors write one; gold and predictions are read all the same."""
    path.write_text(LINE, encoding="utf-8-sig")
    assert read_gold(path) == (gold(TEXT, **FULL),)
    assert list(read_predictions(path)) == ["a"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "holds no article"),
        (LINE + "\n" + LINE, r"gold\.jsonl:2: id 'a' twice"),
        ("{}", r"gold\.jsonl:1: article: Field required"),
        (
            predicted(TEXT, "b", **FULL).model_dump_json(),
            r"gold\.jsonl:1: a record, not gold .*give a file of gold",
        ),
        ("\n{", r"gold\.jsonl:2: "),
        (LINE.replace('"start":3', '"start":2'), r"gold\.jsonl:1: a: x-1 2:7 gives ' 1937'"),
        (LINE.replace('"kind":"year"', '"kind":"aeon"'), r"gold\.jsonl:1: dates\.0\.kind"),
        (LINE.replace('"edtf":"1937"', '"edtf":"37"'), "is no EDTF string"),
    ],
)
def test_broken_gold_is_named_by_line(path, content, message) -> None:
    """File, line, what was seen."""
    path.write_text(content, encoding="utf-8")
    with pytest.raises(GoldError, match=message):
        read_gold(path)


def test_an_ignored_stretch_must_give_back_its_text(path) -> None:
    """Its offsets are checked like a mention's."""
    line = gold("200 souls", ignore=("200",)).model_dump_json()
    path.write_text(line.replace('"text":"200",', '"text":"300",'), encoding="utf-8")
    with pytest.raises(GoldError, match="ignored 0:3 gives '200', not '300'"):
        read_gold(path)


def test_a_missing_file_is_named(path) -> None:
    """The message says which, and what to do."""
    with pytest.raises(GoldError, match=r"gold\.jsonl: can't be read: .*check the path"):
        read_gold(path)


def test_records_and_gold_lines_serve_as_predictions(path) -> None:
    """Two annotators are compared by giving one's gold as predictions."""
    path.write_text(predicted(TEXT, "b", **FULL).model_dump_json() + "\n" + LINE, encoding="utf-8")
    found = read_predictions(path)
    assert list(found) == ["b", "a"]
    assert found["a"].populations == found["b"].populations


def test_predictions_may_be_empty(path) -> None:
    """A run that found no article gives no records."""
    path.write_text("")
    assert read_predictions(path) == {}


def test_the_hash_is_that_of_the_bytes(path) -> None:
    """As sha256sum prints it."""
    path.write_bytes(b"abc")
    expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert sha256_of(path) == expected


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("txt", TEXT),
        ("json", TEXT),
        ("html", f"<html><head><title>K</title></head><body><p>{TEXT}</p></body></html>"),
    ],
)
def test_the_pipeline_reads_the_gold_text_as_it_is(form, text) -> None:
    """Offsets of gold and predictions are of the same raw text."""
    article = gold(text).model_copy(update={"format": form, "input": {"title": "K"}})
    raw = raw_article(article)
    assert (raw.id, raw.raw) == ("a", text)
    assert TEXT in raw.visible.text


def test_predictions_are_made_of_every_gold_text() -> None:
    """Any extractor will do; its records go by article."""
    found = predict(
        [gold(TEXT, name) for name in "ab"],
        lambda articles: (predicted(a.raw, a.id) for a in articles),
    )
    assert list(found) == ["a", "b"]
