"""`ehistory annotate`: the round trip as a user makes it, exit codes, data apart from words."""

import json
import os
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from lxml import etree
from making import FULL, gold
from making import TEXT as PLAIN
from tooling import TOOLS, exported, file_of, sample

from pipeline.cli import cli
from pipeline.errors import AnnotationError, GoldError, OutputError
from pipeline.evaluating.gold import read_gold

ROOT = Path(__file__).parents[2]


def run(*args: object, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(cli, ["annotate", *map(str, args)], input=stdin)


@pytest.fixture
def files(tmp_path, monkeypatch):
    """A folder with gold of two articles, an article, and broken gold."""
    monkeypatch.chdir(tmp_path)
    lines = [sample(name).model_dump_json() for name in "ab"]
    Path("gold.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    Path("kurds.txt").write_text("In 1989 25 thousand Kurds lived in Kazakhstan.\n")
    os.mkfifo("pipe")
    Path("broken.jsonl").write_text(lines[0].replace('"moved"', '"went"') + "\n{\n")
    return tmp_path


TOOL_OPTIONS = {
    "label-studio": ["--to", "label-studio"],
    "doccano": ["--to", "doccano"],
    "doccano with relations": ["--to", "doccano", "--relations"],
    "prodigy": ["--to", "prodigy"],
}


@pytest.mark.parametrize(
    "args",
    [
        ("export", "kurds.txt", "--to", "prodigy", "--out", "kurds.txt"),
        ("export", ".", "--to", "prodigy", "--out", "gold.jsonl"),
        ("export", "--gold", "gold.jsonl", "--to", "prodigy", "--out", "./gold.jsonl"),
        ("export", "kurds.txt", "--to", "label-studio", "-o", "-", "--interface", "kurds.txt"),
        ("import", "gold.jsonl", "--from", "prodigy", "--out", "gold.jsonl"),
    ],
)
def test_an_input_is_never_overwritten(files, args) -> None:
    """Misuse: articles, gold and the tool's export stay."""
    before = {path: path.read_bytes() for path in files.iterdir() if path.is_file()}
    result = run(*args)
    assert result.exit_code == 2
    assert "is an input, which it would overwrite; give another path" in result.stderr
    assert {path: path.read_bytes() for path in files.iterdir() if path.is_file()} == before


@pytest.mark.parametrize("tool", ["prodigy", "doccano"])
def test_another_tools_export_is_given_up(files, tool) -> None:
    """After twenty tasks, with the likely cause."""
    Path("export").write_text('{"other": 1}\n' * 100)
    result = run("import", "export", "--from", tool, "--out", "back.jsonl")
    assert isinstance(result.exception, AnnotationError)
    told = [line for line in result.stderr.splitlines() if "export" in line]
    assert len(told) == 21
    seen = "export: none of the first 20 tasks can be read, and no more were: is it the export of another tool"
    assert f"{seen} than {tool}?" in told[-1]


@pytest.mark.parametrize("tool", TOOLS)
def test_gold_goes_round(files, tool) -> None:
    """Out, through the tool, back, and checked: nothing is lost."""
    name = tool.split()[0]
    out = run("export", "--gold", "gold.jsonl", *TOOL_OPTIONS[tool], "--out", "tasks")
    assert (out.exit_code, out.stdout, out.stderr) == (0, "", "written: tasks\n")
    tasks = TOOLS[tool][1](Path("tasks").read_text(encoding="ascii"))
    Path("export").write_bytes(file_of(tool, tasks))
    back = run("import", "export", "--from", name, "--out", "back.jsonl")
    assert back.exit_code == 0
    assert back.stderr.splitlines() == [
        "articles: 2; spans: 14 kept, 0 moved, 0 added, 0 deleted",
        "written: back.jsonl",
    ]
    assert read_gold(Path("back.jsonl")) == read_gold(Path("gold.jsonl"))
    assert run("check", "back.jsonl").exit_code == 0


def test_articles_go_out_with_what_the_pipeline_finds(files) -> None:
    """Text, page and row; rejects are told; what comes back is gold of the article's format."""
    Path("page.html").write_text(
        "<html><head><title>Kurds</title></head><body><p>In 1989 25 thousand Kurds lived there, and "
        "they sang in the evenings, as their fathers had done before them.</p></body></html>"
    )
    Path("rows.jsonl").write_text(
        json.dumps(
            {"id": "row", "text": "200 men came.", "title": "Men", "published": "2014-05-01"}
        )
    )
    Path("empty.txt").write_text("")
    inputs = ("kurds.txt", "page.html", "rows.jsonl", "empty.txt")
    out = run("export", *inputs, "--to", "prodigy", "-o", "-", "--style", "edited")
    assert out.exit_code == 0
    assert "rejected: empty.txt" in out.stderr
    tasks = TOOLS["prodigy"][1](out.stdout)
    assert [len(task["spans"]) > 0 for task in tasks] == [True, True, True]
    back = run("import", "-", "--from", "prodigy", "-o", "-", stdin=file_of("prodigy", tasks))
    assert back.exit_code == 0
    lines = [json.loads(line) for line in back.stdout.splitlines()]
    assert [line["format"] for line in lines] == ["txt", "html", "json"]
    assert {line["style"] for line in lines} == {"edited"}
    assert lines[0]["populations"][0]["value"] == 25000
    assert lines[2]["input"]["title"] == "Men"
    checked = run("check", "-", stdin=back.stdout)
    assert checked.exit_code == 0, checked.stdout


def test_blank_tasks_and_the_interface(files) -> None:
    """For a second annotator; the interface is written beside the tasks."""
    out = run(
        "export", "--gold", "gold.jsonl", "--to", "label-studio", "--blank", "-o", "-",
        "--interface", "interface.xml",
    )  # fmt: skip
    assert [task["predictions"] for task in json.loads(out.stdout)] == [[], []]
    assert etree.parse("interface.xml").getroot().tag == "View"


def test_import_tells_what_is_left_to_do(files) -> None:
    """Needs fields, a broken task, a skipped one: exit code 1, the sound articles written."""
    tasks = exported("label-studio", *(gold(f"{n} Many men came.", n) for n in "abcd"))
    value = {"start": 2, "end": 10, "text": "Many men", "labels": ["population"]}
    region = {"id": "x", "from_name": "label", "to_name": "text", "type": "labels", "value": value}
    tasks[0]["annotations"][0]["result"] = [region]
    tasks[1]["annotations"][0]["result"] = [region | {"value": value | {"start": 3}}]
    tasks[2]["annotations"][0]["was_cancelled"] = True
    fields = {"type": "textarea", "id": "x", "value": {"text": ['{"kind": "gone"}']}}
    tasks[3]["annotations"][0]["result"] = [region, fields]
    Path("export.json").write_bytes(file_of("label-studio", tasks))
    back = run("import", "export.json", "--from", "label-studio", "-o", "back.jsonl")
    assert back.exit_code == 1
    assert [a.article.id for a in read_gold(Path("back.jsonl"))] == ["a"]
    assert back.stderr.splitlines() == [
        "needs fields: a pop-1: 'Many men' does not tell value",
        "check: a pop-1: new; not told by 'Many men' alone: kind, group, place, time",
        "failed: d: export.json: task 4: the population 'Many men': kind: Input should be 'resident', "
        "'moved', 'lost' or 'other'; mend its fields",
        "failed: export.json: task 2: region x 3:10 gives 'any men', the tool shows 'Many men'; "
        "mark the span again",
        "articles: 1; spans: 0 kept, 0 moved, 1 added, 0 deleted",
        "left out: 1 (skipped in the tool)",
        "written: back.jsonl",
        "mend what is told above, then run `ehistory annotate check`",
    ]
    checked = run("check", "back.jsonl")
    assert checked.exit_code == 1
    assert "back.jsonl:1: a pop-1: [quantities] exact with value None" in checked.stdout


def test_one_annotators_answers_alone(files) -> None:
    """By name; the last answer of an article counts, earlier ones are told."""
    tasks = exported("prodigy", sample("a"), sample("a"), sample("b"))
    tasks[1]["_annotator_id"] = "db-second"
    tasks[1]["spans"] = []
    Path("answers.jsonl").write_bytes(file_of("prodigy", tasks))
    both = run("import", "answers.jsonl", "--from", "prodigy", "-o", "both.jsonl")
    assert "left out: 1 (answered again later)" in both.stderr
    assert read_gold(Path("both.jsonl"))[0].facts() == ()
    first = run(
        "import", "answers.jsonl", "--from", "prodigy", "-o", "f.jsonl", "--annotator", "db-ann"
    )
    assert "left out: 1 (by db-second)" in first.stderr
    assert read_gold(Path("f.jsonl")) == (sample("a"), sample("b"))


def test_check_lists_problems_and_fails(files) -> None:
    """A line a problem, or an object; words to standard error."""
    shown = run("check", "broken.jsonl")
    assert shown.exit_code == 1
    first, second = shown.stdout.splitlines()
    assert first.startswith("broken.jsonl:1: a pop-1: [schema] populations.0.kind: 'went': Input")
    assert second.startswith("broken.jsonl:2: [json] Expecting property name")
    assert shown.stderr == "articles checked: 2, problems: 2\n"
    objects = [
        json.loads(line) for line in run("check", "broken.jsonl", "--json").stdout.splitlines()
    ]
    assert [(one["line"], one["rule"]) for one in objects] == [(1, "schema"), (2, "json")]


def test_agreement_prints_tables_or_json(files) -> None:
    """F1 with intervals, kappa, alpha; the differences with their sentences."""
    Path("first.jsonl").write_text(gold(PLAIN, **FULL).model_dump_json(), encoding="utf-8")
    other = FULL | {"percentages": [], "dates": [FULL["dates"][0] | {"approximate": True}]}
    Path("second.jsonl").write_text(gold(PLAIN, **other).model_dump_json(), encoding="utf-8")
    shown = run("agreement", "first.jsonl", "second.jsonl", "--differences").stdout
    for words in (
        "Agreement on 1 articles",
        "kappa",
        "mention F1, partial",
        "alpha",
        "approximate",
    ):
        assert words in shown
    assert "a:51 miss percentages: 6.2 %" in shown
    found = json.loads(run("agreement", "first.jsonl", "second.jsonl", "--json").stdout)
    assert found["articles"] == ["a"]
    assert found["evaluation"]["scores"]["fact"]["percentages"]["f1"]["value"] == 0
    assert found["tokens"]["dates"]["corrected"] == 1
    assert found["fields"]["dates"]["approximate"] == {
        "items": 1,
        "observed": 0.0,
        "corrected": 0.0,
    }


def test_agreement_tells_what_it_leaves_out(files) -> None:
    """An article of the second file alone is no disagreement, but no matter of course either."""
    Path("more.jsonl").write_text(
        "\n".join(sample(name).model_dump_json() for name in "bcd"), encoding="utf-8"
    )
    shown = run("agreement", "gold.jsonl", "more.jsonl", "--json")
    assert json.loads(shown.stdout)["articles"] == ["b"]
    assert shown.stderr == "left out, for gold.jsonl lacks them: c, d\n"


@pytest.mark.parametrize(
    ("args", "error"),
    [
        (("export", "nowhere.txt", "--to", "prodigy", "-o", "-"), AnnotationError),
        (("export", "--gold", "nowhere.jsonl", "--to", "prodigy", "-o", "-"), GoldError),
        (("export", "--gold", "gold.jsonl", "--to", "prodigy", "-o", "no/where"), OutputError),
        (("export", "--gold", "gold.jsonl", "--to", "prodigy", "-o", "pipe"), OutputError),
        (("import", "nowhere.json", "--from", "prodigy", "-o", "-"), GoldError),
        (("import", "kurds.txt", "--from", "label-studio", "-o", "-"), AnnotationError),
        (("import", "kurds.txt", "--from", "doccano", "-o", "-"), AnnotationError),
        (("check", "nowhere.jsonl"), GoldError),
        (("agreement", "gold.jsonl", "broken.jsonl"), GoldError),
    ],
)
def test_failures_raise_the_error_the_group_prints(files, args, error) -> None:
    """One error tree; the console script turns it to a line and exit code 1."""
    result = run(*args)
    assert isinstance(result.exception, error), result.output


def test_an_empty_gold_file_is_no_sound_one(files) -> None:
    """A check of nothing must not pass."""
    Path("empty.jsonl").write_text("\n")
    assert isinstance(run("check", "empty.jsonl").exception, AnnotationError)


@pytest.mark.parametrize(
    "args",
    [
        ("export", "--to", "prodigy", "-o", "-"),
        ("export", "kurds.txt", "--gold", "gold.jsonl", "--to", "prodigy", "-o", "-"),
        ("export", "kurds.txt", "--to", "brat", "-o", "-"),
        ("export", "kurds.txt", "--to", "prodigy", "--relations", "-o", "-"),
        ("export", "kurds.txt", "--to", "doccano", "--interface", "i.xml", "-o", "-"),
        ("export", "kurds.txt", "--to", "prodigy"),
        ("import", "gold.jsonl", "-o", "-"),
        ("agreement", "gold.jsonl"),
    ],
)
def test_misuse_exits_with_two(files, args) -> None:
    """What can't be meant is told before anything is done."""
    assert run(*args).exit_code == 2


def test_the_guides_commands_run(files) -> None:
    """Each as it stands there, in its order, on files of the names it uses."""
    guide = (ROOT / "docs" / "guide" / "annotating.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```sh\n(.*?)```", guide, re.DOTALL)
    commands = [line for block in blocks for line in block.splitlines() if line.strip()]
    assert len(commands) == 4
    for number, command in enumerate(commands):
        program, group, *args = command.split()
        assert (program, group) == ("ehistory", "annotate")
        if args[0] == "agreement":
            Path("second.jsonl").write_bytes(Path("gold.jsonl").read_bytes())
        assert run(*args).exit_code == 0, command
        if number == 0:
            tasks = TOOLS["label-studio"][1](Path("tasks.json").read_text(encoding="utf-8"))
            Path("export.json").write_bytes(file_of("label-studio", tasks))
