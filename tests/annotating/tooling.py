"""A sample gold article with astral characters, and what each tool makes of an exported task."""

import json
from typing import Any

from making import day, gold, people

from pipeline.annotating import doccano, label_studio, prodigy
from pipeline.annotating.formats import Format
from pipeline.annotating.tasks import Answer
from pipeline.evaluating.gold import GoldArticle

# An emoji is one character, two UTF-16 code units; 𐰴 is an Old Turkic letter beyond the first plane.
TEXT = (
    "🏔️ Koreans of Karatal 𐰴\r\n\r\n"
    "In 1937 about 20 thousand Koreans came to Karatal 🙂; 6.2 percent joined the kolkhoz «Avangard».\n"
    "It was led by Kim Roman. Of the 20 thousand Koreans some left in 1945,  others after 1953.\n"
)


def sample(name: str = "a") -> GoldArticle:
    """Every fact type, two mentions of one fact, a leader, an ignored stretch."""
    leader = {"person": "Kim Roman", "role": "head", "start": TEXT.index("Kim Roman")}
    return gold(
        TEXT,
        name,
        ignore=("some",),
        populations=[
            people(
                "about 20 thousand Koreans",
                20000,
                id="pop-1",
                qualifier="approximate",
                kind="moved",
                group="Koreans",
                place={"name": "Karatal"},
                time="1937",
            )
            | {"mentions": ["about 20 thousand Koreans", "20 thousand Koreans#2"]}
        ],
        percentages=[
            {
                "id": "pct-1",
                "mentions": ["6.2 percent"],
                "value": 6.2,
                "subject": "Koreans of Karatal",
            }
        ],
        organizations=[
            {
                "id": "org-1",
                "mentions": ["Avangard"],
                "name": "Avangard",
                "type": "company",
                "leaders": [{**leader, "end": leader["start"] + len("Kim Roman")}],
                "founded": "1937",
            }
        ],
        dates=[
            day("1937", "1937", id="date-1", earliest="1937-01-01", latest="1937-12-31"),
            day("1945", "1945", id="date-2", earliest="1945-01-01", latest="1945-12-31"),
        ],
    )


Task = dict[str, Any]


def label_studio_export(written: str) -> list[Task]:
    """Every prediction accepted as it is, in the keys of Label Studio 1.23's JSON export."""
    tasks = json.loads(written)
    for number, task in enumerate(tasks, start=1):
        result = task["predictions"][0]["result"] if task["predictions"] else []
        annotation = {
            "id": number,
            "completed_by": 1,
            "result": result,
            "was_cancelled": False,
            "ground_truth": False,
            "created_at": "2026-03-09T21:52:49.513742Z",
            "updated_at": "2026-03-09T22:16:08.746926Z",
            "lead_time": 4.3,
            "prediction": {},
            "result_count": len(result),
        }
        task.update(id=number, annotations=[annotation], drafts=[], project=1)
    return tasks


def doccano_export(written: str) -> list[Task]:
    """Every line as imported: a number of its own, spans sorted, ids of spans anew."""
    lines = [json.loads(line) for line in written.splitlines()]
    for number, line in enumerate(lines, start=1):
        line.update(id=number, Comments=[])
        if "label" in line:
            line["label"].sort()
        for entity in line.get("entities", ()):
            entity["id"] += 500
        for relation in line.get("relations", ()):
            relation.update(from_id=relation["from_id"] + 500, to_id=relation["to_id"] + 500)
    return lines


def prodigy_export(written: str) -> list[Task]:
    """Every task accepted, as `db-out` prints it."""
    kept = {"_input_hash": -977724056, "_task_hash": -665543633, "_is_binary": False}
    session = {"_view_id": "spans_manual", "answer": "accept", "_annotator_id": "db-ann"}
    return [{**json.loads(line), **kept, **session} for line in written.splitlines()]


# By name: the format, its tool, and whether a file of it is one array.
TOOLS: dict[str, tuple[Format, Any, bool]] = {
    "label-studio": (label_studio.FORMAT, label_studio_export, True),
    "doccano": (doccano.FORMAT, doccano_export, False),
    "doccano with relations": (doccano.RELATIONS, doccano_export, False),
    "prodigy": (prodigy.FORMAT, prodigy_export, False),
}


def exported(name: str, *articles: GoldArticle) -> list[Task]:
    """The tasks of some articles as the tool would export them."""
    form, tool, _ = TOOLS[name]
    return tool(form.write(articles))


def file_of(name: str, tasks: list[Task]) -> bytes:
    """The tool's export file."""
    if TOOLS[name][2]:
        return json.dumps(tasks).encode()
    return "".join(json.dumps(task) + "\n" for task in tasks).encode()


def returned(name: str, tasks: list[Task]) -> list[Any]:
    """What is read from the tool's export."""
    return list(TOOLS[name][0].read(file_of(name, tasks), "export"))


def one_answer(name: str, tasks: list[Task]) -> Answer:
    """The answer of the only task."""
    (answer,) = returned(name, tasks)
    assert isinstance(answer, Answer), answer
    return answer
