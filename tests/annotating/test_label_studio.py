"""Label Studio's JSON: regions, skipped tasks, several annotators, old offsets, the interface."""

import json
import re
from copy import deepcopy

import pytest
from lxml import etree
from making import gold, people
from tooling import TEXT, exported, one_answer, returned, sample

from pipeline.annotating.correcting import correct
from pipeline.annotating.label_studio import FORMAT, interface, read, write
from pipeline.annotating.tasks import LeftOut
from pipeline.annotating.utf16 import Utf16
from pipeline.errors import AnnotationError

TOOL = "label-studio"


def results(task) -> list[dict]:
    return task["annotations"][0]["result"]


def region(task, surface: str, kind: str = "labels") -> dict:
    """The result of one type whose region covers a surface."""
    (labels,) = (r for r in results(task) if r["value"]["text"] == surface)
    return next(r for r in results(task) if r["id"] == labels["id"] and r["type"] == kind)


@pytest.fixture
def task():
    return exported(TOOL, sample())[0]


def test_predictions_are_results_of_the_documented_form() -> None:
    """A region is a result of type labels and one of type textarea with the same id."""
    text = "🙂 200 souls"
    article = gold(text, populations=[people("200 souls", 200, id="pop-1")])
    (task,) = json.loads(write([article]))
    assert task["data"]["text"] == text
    labels, fields = task["predictions"][0]["result"]
    assert labels == {
        "id": "pop-1_0",
        "from_name": "label",
        "to_name": "text",
        "type": "labels",
        "value": {"start": 2, "end": 11, "text": "200 souls", "labels": ["population"]},
    }
    assert (fields["id"], fields["type"]) == ("pop-1_0", "textarea")
    assert json.loads(fields["value"]["text"][0])["value"] == 200


def test_the_interface_has_the_names_that_results_refer_to(task) -> None:
    """Every from_name and to_name is a tag, every label a choice of it; spaces are kept."""
    tree = etree.fromstring(interface())
    tags = {tag.get("name"): tag for tag in tree.iter() if tag.get("name")}
    for result in results(task):
        assert tags[result["from_name"]].get("toName") == result["to_name"] == "text"
        if result["type"] == "labels":
            assert result["value"]["labels"][0] in [choice.get("value") for choice in tags["label"]]
    assert tags["text"].get("value") == "$text"
    assert tags["fields"].get("perRegion") == "true"
    assert "pre-wrap" in tree.findtext("Style")


def test_skipped_and_open_tasks_are_left_out() -> None:
    """Cancelled annotations and tasks without one are counted, not read."""
    tasks = exported(TOOL, sample("a"), sample("b"), sample("c"))
    tasks[0]["annotations"][0].update(was_cancelled=True, result=[])
    tasks[1]["annotations"] = []
    found = returned(TOOL, tasks)
    assert found[0] == LeftOut("export: task 1", "skipped in the tool")
    assert found[1] == LeftOut("export: task 2", "not annotated")
    assert found[2].article.article.id == "c"


def test_an_export_may_begin_with_a_byte_order_mark() -> None:
    tasks = json.dumps(exported(TOOL, sample("a"))).encode("utf-8-sig")
    assert [answer.article.article.id for answer in read(tasks, "export")] == ["a"]


def test_of_several_annotations_the_last_or_the_ground_truth_is_last(task) -> None:
    """Each is an answer with its annotator; the one that counts comes last."""
    first = task["annotations"][0]
    later = deepcopy(first) | {"completed_by": 2, "updated_at": "2026-04-01T00:00:00Z"}
    truth = deepcopy(first) | {"completed_by": {"id": 3, "email": "c@b.kz"}, "ground_truth": True}
    truth["updated_at"] = "2026-01-01T00:00:00Z"
    task["annotations"] = [truth, later, first]
    assert [answer.annotator for answer in returned(TOOL, [task])] == ["1", "2", "c@b.kz"]


def test_offsets_of_old_editors_are_told_by_their_surfaces(task) -> None:
    """Before 2021 the editor counted UTF-16 units: the surfaces fit only so."""
    units = Utf16(TEXT)
    for result in results(task):
        value = result["value"]
        value.update(start=units.unit(value["start"]), end=units.unit(value["end"]))
    assert correct(one_answer(TOOL, [task])).article == sample()


def test_runs_of_space_may_be_shown_as_one(task) -> None:
    """The editor shows runs of space as one; a span that ends elsewhere is still told."""
    region(task, "6.2 percent")["value"].update(
        start=TEXT.index("1945"), end=TEXT.index("others"), text="1945, others"
    )
    (left_out,) = returned(TOOL, [task])
    assert "region pct-1_0" in left_out.reason
    assert "gives '1945,  ', the tool shows '1945, others'" in left_out.reason
    region(task, "1945, others")["value"]["end"] = TEXT.index(" after")
    assert one_answer(TOOL, [task])


def test_a_span_over_a_line_break_keeps_its_offsets(task) -> None:
    """The editor counts both characters of a break and shows each as a backslash and an n."""
    start, end = TEXT.index("𐰴"), TEXT.index("In 1937") + 2
    region(task, "6.2 percent")["value"].update(start=start, end=end, text="𐰴\\n\\n\\n\\nIn")
    answer = one_answer(TOOL, [task])
    assert (start, end) in [(mark.start, mark.end) for mark in answer.marks]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"start": 3}, "region date-1_0 3:34 gives .*, the tool shows '1937'; mark the span again"),
        ({"end": 9999, "text": None}, "region date-1_0 covers 30:9999 of .* characters; mark it again"),
        ({"start": 35, "end": 30, "text": None}, "region date-1_0 covers 35:30"),
        ({"labels": []}, "region date-1_0 has not exactly one label; label it or delete it"),
        ({"labels": ["date", "ignore"]}, "region date-1_0 has not exactly one label"),
        ({"labels": ["year"]}, "region date-1_0 has label 'year'; give one of population, "),
        ({"start": None}, "region date-1_0 has no offsets; use the interface"),
        ({"start": "/p[1]/text()[1]"}, "annotations.0.result.0.value.start: Input should be a valid integer"),
    ],
)  # fmt: skip
def test_a_wrong_region_is_named(task, change, reason) -> None:
    """The task and the region, what was seen and what to do."""
    value = region(task, "1937")["value"]
    assert (value["start"], value["end"]) == (30, 34)
    value.update(change)
    (left_out,) = returned(TOOL, [task])
    assert left_out.failed
    assert left_out.where == "export: task 1"
    assert re.search(reason, left_out.reason), left_out.reason


def test_every_wrong_region_of_a_task_is_named(task) -> None:
    """One run tells all of them."""
    for surface in ("1937", "1945"):
        region(task, surface)["value"]["labels"] = ["year"]
    (left_out,) = returned(TOOL, [task])
    assert "date-1_0" in left_out.reason
    assert "date-2_0" in left_out.reason


def test_other_results_are_passed_over(task) -> None:
    """Relations, choices and the like are not ours."""
    results(task).append({"type": "relation", "from_id": "a", "to_id": "b", "direction": "right"})
    assert correct(one_answer(TOOL, [task])).article == sample()


@pytest.mark.parametrize("data", [b"", b"{}", b'{"id": 1}\n{"id": 2}', b"[1]"])
def test_a_file_of_another_format_is_told(data) -> None:
    """The message says which export to use."""
    with pytest.raises(
        AnnotationError, match=r"export\.json: .*Label Studio's export in the format JSON"
    ):
        list(read(data, "export.json"))


def test_the_short_export_is_told_from_tasks_not_annotated() -> None:
    """JSON-MIN has labels but no annotations."""
    short = [{"id": 1, "text": "a", "label": [{"start": 0, "end": 1, "labels": ["date"]}]}]
    (left_out,) = FORMAT.read(json.dumps(short).encode(), "export.json")
    assert left_out.failed
    assert "Field required" in left_out.reason
