"""doccano's JSON Lines: spans with and without relations, offsets in UTF-16."""

import json
import re

import pytest
from making import gold, people
from tooling import TEXT, exported, one_answer, returned, sample

from pipeline.annotating.correcting import correct
from pipeline.annotating.doccano import SAME_FACT, write, write_relations
from pipeline.annotating.utf16 import Utf16

UNITS = Utf16(TEXT)


def unit_span(surface: str) -> list[int]:
    start = TEXT.index(surface)
    return [UNITS.unit(start), UNITS.unit(start + len(surface))]


def test_lines_are_of_the_documented_forms() -> None:
    """[start, end, label], or entities and relations; offsets as JavaScript counts."""
    text = "🙂 200 souls, 200 souls"
    souls = people("200 souls", 200, id="pop-1") | {"mentions": ["200 souls", "200 souls#2"]}
    article = gold(text, populations=[souls])
    plain, graph = json.loads(write([article])), json.loads(write_relations([article]))
    assert plain["text"] == graph["text"] == text
    assert plain["label"] == [[3, 12, "population"], [14, 23, "population"]]
    assert graph["entities"] == [
        {"id": 0, "label": "population", "start_offset": 3, "end_offset": 12},
        {"id": 1, "label": "population", "start_offset": 14, "end_offset": 23},
    ]
    assert graph["relations"] == [{"id": 0, "from_id": 0, "to_id": 1, "type": SAME_FACT}]
    assert "entities" not in plain
    assert "label" not in graph


def test_older_exports_call_the_spans_labels() -> None:
    """Both names are read."""
    (line,) = exported("doccano", sample())
    line["labels"] = line.pop("label")
    assert correct(one_answer("doccano", [line])).article == sample()


def test_a_relation_makes_a_new_span_a_mention_of_a_fact() -> None:
    """Joined to a span of a fact, directly or over others, it is that fact's mention."""
    (line,) = exported("doccano with relations", sample())
    known = next(e["id"] for e in line["entities"] if e["label"] == "population")
    for id_, surface in ((900, "some"), (901, "others")):
        start, end = unit_span(surface)
        line["entities"].append(
            {"id": id_, "label": "population", "start_offset": start, "end_offset": end}
        )
    line["relations"] += [
        {"id": 77, "from_id": 901, "to_id": 900, "type": SAME_FACT},
        {"id": 78, "from_id": 900, "to_id": known, "type": SAME_FACT},
        {"id": 79, "from_id": 900, "to_id": known, "type": "of another kind"},
    ]
    done = correct(one_answer("doccano with relations", [line]))
    (fact,) = done.article.populations
    assert [m.text for m in fact.mentions] == [
        "about 20 thousand Koreans", "20 thousand Koreans", "some", "others",
    ]  # fmt: skip
    assert fact.place == sample().populations[0].place


def test_a_new_group_is_one_new_fact() -> None:
    """Two new spans that a relation joins."""
    (line,) = exported("doccano with relations", sample())
    for id_, surface in ((900, "1953"), (901, "Karatal 𐰴")):
        start, end = unit_span(surface)
        line["entities"].append(
            {"id": id_, "label": "date", "start_offset": start, "end_offset": end}
        )
    line["relations"].append({"id": 7, "from_id": 900, "to_id": 901, "type": SAME_FACT})
    done = correct(one_answer("doccano with relations", [line]))
    assert [[m.text for m in d.mentions] for d in done.article.dates] == [
        ["Karatal 𐰴", "1953"], ["1937"], ["1945"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"label": [[1, 5, "date"]]}, "span 1:5 date ends outside the text or inside a character"),
        ({"label": [[0, 999, "date"]]}, "span 0:999 date ends outside the text"),
        ({"label": [[5, 5, "date"]]}, "span 5:5 date covers 4:4 of"),
        ({"label": [[0, 2, "year"]]}, "span 0:2 year has label 'year'; give one of"),
        ({"label": [["0", 2]]}, "label.0.2: Field required"),
        ({"entities": []}, "both `label` and `entities`; export with --relations"),
    ],
)
def test_a_wrong_line_is_named(change, reason) -> None:
    """The line and the span, what was seen and what to do."""
    (line,) = exported("doccano", sample())
    (left_out,) = returned("doccano", [line | change])
    assert left_out.failed
    assert left_out.where == "export:1"
    assert re.search(reason, left_out.reason), left_out.reason
