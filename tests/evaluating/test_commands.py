"""The commands `evaluate` and `report`: data to standard output, words to standard error."""

import json
import re
from io import StringIO

import pytest
from click.testing import CliRunner
from making import FULL, TEXT, gold, people, predicted
from rich.console import Console

from pipeline.errors import GoldError, OutputError
from pipeline.evaluating.command import evaluate_command, report_command
from pipeline.evaluating.metrics import evaluate
from pipeline.evaluating.printing import WIDE, Layout, print_scores
from pipeline.evaluating.results import Evaluation
from pipeline.training.command import train_command

HALF = {**FULL, "populations": [], "dates": [{**FULL["dates"][0], "kind": "century"}]}


@pytest.fixture
def files(tmp_path):
    """Gold of one article, a perfect prediction, and one that misses the population."""
    paths = {name: tmp_path / f"{name}.jsonl" for name in ("gold", "perfect", "half")}
    paths["gold"].write_text(gold(TEXT, **FULL).model_dump_json(), encoding="utf-8")
    paths["perfect"].write_text(predicted(TEXT, **FULL).model_dump_json(), encoding="utf-8")
    paths["half"].write_text(predicted(TEXT, **HALF).model_dump_json(), encoding="utf-8")
    return paths


def run(files, pred: str, *options: str, command=evaluate_command):
    arguments = ["--gold", str(files["gold"]), "--pred", str(files[pred]), *options]
    return CliRunner().invoke(command, arguments)


def test_tables_go_to_standard_output(files) -> None:
    """Every row of facts, the fields and the four schemes."""
    result = run(files, "half")
    assert result.exit_code == 0
    assert result.stderr == ""
    for words in ("populations", "macro", "1.000", "Mentions: partial", "qualifier"):
        assert words in result.stdout


@pytest.mark.parametrize(("columns", "layout"), [(106, WIDE), (80, Layout(narrow=True))])
def test_tables_fit_their_columns(columns, layout) -> None:
    """Every interval in one piece, in few columns below its ratio; no name is cut."""
    articles = [gold(TEXT, name, **FULL) for name in "ab"]
    predictions = {"a": predicted(TEXT, "a", **FULL), "b": predicted(TEXT, "b", **HALF)}
    console = Console(width=columns, file=StringIO())
    print_scores(console, evaluate(articles, predictions), layout)
    printed = console.file.getvalue()
    assert "organizations" in printed
    assert "…" not in printed
    assert printed.count("[") == len(re.findall(r"\[\d\.\d{3}, \d\.\d{3}\]", printed)) > 0


def test_slices_tell_how_many_articles_they_have(files) -> None:
    """A ratio of one article is no ratio of twenty."""
    assert "Facts by length: short (1 article)" in run(files, "half", "--by", "length").stdout


def test_json_is_the_whole_evaluation(files) -> None:
    """It reads back as an evaluation, with the hash of the gold."""
    found = Evaluation.model_validate_json(run(files, "half", "--json", "--by", "style").stdout)
    assert found.f1("populations") == 0
    assert found.f1("organizations") == 1
    assert list(found.slices) == ["edited"]
    assert len(found.gold_sha256) == 64


def test_predictions_may_come_by_standard_input(files) -> None:
    """`--pred -` reads the records from a pipe."""
    text = files["perfect"].read_text(encoding="utf-8")
    arguments = ["--gold", str(files["gold"]), "--pred", "-", "--json"]
    result = CliRunner().invoke(evaluate_command, arguments, input=text)
    assert json.loads(result.stdout)["scores"]["fact"]["micro"]["f1"]["value"] == 1


def test_errors_are_listed_with_their_sentences(files) -> None:
    """Their number, then a miss and two fields of one fact, each fact followed by its sentence."""
    record = {**HALF, "dates": [{**HALF["dates"][0], "latest": "1937-12-30"}]}
    files["half"].write_text(predicted(TEXT, **record).model_dump_json(), encoding="utf-8")
    lines = run(files, "half", "--errors").stdout.splitlines()
    assert lines[lines.index("Errors: 1 missed, 0 extra, 2 wrong fields") + 1 :] == [
        "a:8 miss populations: 20 000 persons (approximate)",
        "    " + TEXT.replace("about 20 thousand Koreans", ">>about 20 thousand Koreans<<"),
        "a:3 field dates.kind: year, predicted century",
        "a:3 field dates.latest: 1937-12-31, predicted 1937-12-30",
        "    " + TEXT.replace("1937", ">>1937<<"),
    ]


@pytest.mark.parametrize(
    ("floors", "code"),
    [
        (["populations=0.5"], 1),
        (["organizations=1"], 0),
        (["organizations=1", "micro=0.99"], 1),
        (["populations=0"], 0),
    ],
)
def test_fail_under_sets_the_exit_code(files, floors, code) -> None:
    """1 where any F1 is under its floor."""
    options = [part for floor in floors for part in ("--fail-under", floor)]
    result = run(files, "half", *options)
    assert result.exit_code == code
    assert ("is under" in result.stderr) is bool(code)


@pytest.mark.parametrize(
    "options",
    [
        ["--fail-under", "people=0.5"],
        ["--fail-under", "dates"],
        ["--fail-under", "dates=2"],
        ["--fail-under", "dates=nan"],
        ["--by", "colour"],
        ["--update"],
        ["--gate", "b.json", "--allow-regression"],
        ["--compare", "nowhere.json"],
        ["--gold", "nowhere.jsonl"],
    ],
)
def test_misuse_exits_with_two(files, options) -> None:
    """What can't be meant is told before anything is done."""
    assert run(files, "half", *options).exit_code == 2


def test_compare_tells_gains(files, tmp_path) -> None:
    """The population was missed before; JSON has the comparison beside the evaluation."""
    before = tmp_path / "before.json"
    before.write_text(run(files, "half", "--json").stdout, encoding="utf-8")
    shown = run(files, "perfect", "--compare", str(before)).stdout
    assert "Gained (missed before): 1" in shown
    assert "Lost (found before): 0" in shown
    both = run(files, "perfect", "--compare", str(before), "--json").stdout
    assert len(json.loads(both)["comparison"]["gained"]) == 1
    assert Evaluation.model_validate_json(both).f1("populations") == 1


def test_the_gate_pins_holds_and_lets_down(files, tmp_path) -> None:
    """Pin perfect scores, fail with half of them, lower the floors on leave, pass."""
    gate = ["--gate", str(tmp_path / "baseline.json")]
    steps = [
        ("perfect", ["--update"], 0, "floors raised: populations f1, percentages f1,"),
        ("perfect", [], 0, "gate gold.jsonl: passed"),
        ("half", [], 1, "gate gold.jsonl: populations f1 0.0000, floor 1.0000"),
        ("half", [], 1, "gate gold.jsonl: populations kind –, floor 1.0000"),
        ("half", [], 1, "gate gold.jsonl: failed"),
        ("half", ["--update"], 1, "nothing written; lower with --allow-regression"),
        ("half", ["--update", "--allow-regression"], 0, "floors lowered"),
        ("half", [], 0, "gate gold.jsonl: passed"),
        ("perfect", [], 0, "scores above their floors; --update raises them: populations f1"),
    ]
    for pred, options, code, words in steps:
        result = run(files, pred, *gate, *options)
        assert (result.exit_code, words in result.stderr) == (code, True), (pred, options)


def test_the_gate_reports_a_changed_gold(files, tmp_path) -> None:
    """Even white space is a change; `--update` pins it."""
    gate = ["--gate", str(tmp_path / "baseline.json")]
    run(files, "perfect", *gate, "--update")
    files["gold"].write_text(files["gold"].read_text(encoding="utf-8") + "\n", encoding="utf-8")
    result = run(files, "perfect", *gate)
    assert result.exit_code == 1
    assert "the gold is not the pinned one; run with --update" in result.stderr
    assert run(files, "perfect", *gate, "--update").exit_code == 0
    assert run(files, "perfect", *gate).exit_code == 0


def test_missing_and_strange_articles_are_told(files) -> None:
    """Words to standard error, the scores unharmed."""
    more = [gold(TEXT, name, **FULL).model_dump_json() for name in "ab"]
    files["gold"].write_text("\n".join(more), encoding="utf-8")
    records = [predicted(TEXT, name, **FULL).model_dump_json() for name in "az"]
    files["half"].write_text("\n".join(records), encoding="utf-8")
    result = run(files, "half", "--json")
    assert "without a prediction, so all misses: b" in result.stderr
    assert "predicted, but not in the gold: z" in result.stderr
    assert json.loads(result.stdout)["scores"]["fact"]["micro"]["recall"]["value"] == 0.5


def test_of_many_strange_articles_some_are_named(files) -> None:
    """And the number of the rest."""
    ids = ["a", *(f"z{number}" for number in range(312))]
    records = [predicted(TEXT, name, **FULL).model_dump_json() for name in ids]
    files["half"].write_text("\n".join(records), encoding="utf-8")
    (line,) = run(files, "half").stderr.splitlines()
    assert line.startswith("predicted, but not in the gold: z0, z1, ")
    assert line.endswith(", z9 and 302 more")


@pytest.mark.parametrize("command", [evaluate_command, report_command])
@pytest.mark.parametrize("text", ["", "\n \n"])
def test_predictions_without_a_record_are_refused(files, tmp_path, command, text) -> None:
    """A score of nothing would be taken for the pipeline's."""
    files["half"].write_text(text)
    options = ["--out", str(tmp_path / "r.html")] if command is report_command else []
    result = run(files, "half", *options, command=command)
    assert isinstance(result.exception, GoldError)
    assert "half.jsonl: holds no record; give records of the gold's articles" in str(
        result.exception
    )


@pytest.mark.parametrize("command", [evaluate_command, report_command])
def test_broken_files_raise_the_error_the_group_prints(files, tmp_path, command) -> None:
    """One error tree; the console script turns it to a line and exit code 1."""
    files["half"].write_text("{}")
    options = ["--out", str(tmp_path / "r.html")] if command is report_command else []
    result = run(files, "half", *options, command=command)
    assert isinstance(result.exception, GoldError)
    assert "half.jsonl:1" in str(result.exception)


@pytest.mark.parametrize(
    ("option", "text", "words"),
    [
        ("--gate", "{", "broken.json: "),
        ("--gate", "{}", "broken.json: pins nothing for gold.jsonl"),
        ("--compare", "{}", "broken.json: "),
    ],
)
def test_what_scores_are_held_against_is_read_first(files, tmp_path, option, text, words) -> None:
    """Before the predictions, whose making takes a while."""
    (tmp_path / "broken.json").write_text(text)
    files["half"].write_text("{}")
    result = run(files, "half", option, str(tmp_path / "broken.json"))
    assert isinstance(result.exception, GoldError)
    assert words in str(result.exception)


@pytest.mark.parametrize(
    ("command", "options"),
    [
        (evaluate_command, []),
        (report_command, ["--out", "report.html"]),
        (train_command, []),
        (train_command, ["--gold", "mine.jsonl"]),
    ],
)
def test_defaults_are_files_of_the_checkout(tmp_path, monkeypatch, command, options) -> None:
    """Elsewhere the message says so, names the option, and is misuse."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine.jsonl").write_text("")
    result = CliRunner().invoke(command, options)
    assert result.exit_code == 2
    missing = (
        ("--first", "corpus/gold/first.tsv")
        if "--gold" in options
        else ("--gold", "corpus/gold/dev.jsonl")
    )
    assert "Invalid value for '{}': {} is a file of the checkout".format(*missing) in result.stderr
    assert "give another" in result.stderr


def test_a_file_given_that_is_missing_is_no_default(tmp_path, monkeypatch) -> None:
    """Its own name is told."""
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(evaluate_command, ["--gold", "nowhere.jsonl"])
    assert "File 'nowhere.jsonl' does not exist" in result.stderr


def test_report_writes_the_page(files, tmp_path) -> None:
    """To a file, telling where; or to standard output."""
    out = tmp_path / "report.html"
    result = run(files, "half", "--out", str(out), command=report_command)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", f"written: {out}\n")
    page = run(files, "half", "--out", "-", command=report_command).stdout
    assert page.strip() == out.read_text(encoding="utf-8").strip()


@pytest.mark.parametrize("read", ["gold", "half"])
def test_report_overwrites_nothing_that_it_reads(files, read) -> None:
    """Misuse: gold and predictions stay."""
    before = files[read].read_bytes()
    result = run(files, "half", "--out", str(files[read]), command=report_command)
    assert result.exit_code == 2
    assert "is an input" in result.stderr
    assert files[read].read_bytes() == before


def test_report_tells_what_it_can_not_write(files, tmp_path) -> None:
    """A folder is no file."""
    result = run(files, "half", "--out", str(tmp_path), command=report_command)
    assert isinstance(result.exception, OutputError)


def test_values_print_without_markup(files) -> None:
    """Square brackets of an article are text to rich, not styles."""
    text = "In [bold]20 men[/bold] came"
    article = gold(text, populations=[people("20 men", 20)])
    files["gold"].write_text(article.model_dump_json(), encoding="utf-8")
    files["half"].write_text(predicted(text).model_dump_json(), encoding="utf-8")
    assert "In [bold]>>20 men<<[/bold] came" in run(files, "half", "--errors").stdout
