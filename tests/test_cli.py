"""The command line as a user meets it."""

import json
import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import jsonschema
import pytest
import spacy
from click.testing import CliRunner, Result

from pipeline.cli import cli
from pipeline.nlp import load
from pipeline.records import ArticleRecord, json_schema

ROOT = Path(__file__).parents[1]
TEXT = "Kurds of Kazakhstan\n\nIn 1989 25 thousand Kurds lived in Kazakhstan.\n"


def invoke(*args: object, stdin: str | None = None) -> Result:
    return CliRunner().invoke(cli, [str(arg) for arg in args], input=stdin)


def test_extract_writes_records_rejects_and_manifest(tmp_path: Path) -> None:
    """Good and bad input in one run: nothing is lost, every reject says what to do."""
    (tmp_path / "kurds.txt").write_text(TEXT)
    (tmp_path / "empty.txt").write_text("")
    out = tmp_path / "out"
    result = invoke("extract", tmp_path / "kurds.txt", tmp_path / "empty.txt", "--out", out)
    assert result.exit_code == 0
    (line,) = (out / "records.jsonl").read_text().splitlines()
    record = ArticleRecord.model_validate_json(line)
    record.check_grounding(TEXT)
    assert record.article.title == "Kurds of Kazakhstan"
    assert [(f.value, f.group, f.time) for f in record.populations] == [(25000, "Kurds", "1989")]
    (reject,) = (out / "rejects.jsonl").read_text().splitlines()
    assert set(json.loads(reject)) == {"source", "code", "reason", "remedy"}
    manifest = json.loads((out / "manifest.json").read_text())
    assert (manifest["articles"], manifest["rejected"]) == (1, 1)
    assert "populations" in result.stdout
    assert not list(out.glob("*.part"))


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    """No clock and no chance in a record."""
    (tmp_path / "kurds.txt").write_text(TEXT)
    runs = []
    for name in ("one", "two"):
        invoke("extract", tmp_path / "kurds.txt", "--out", tmp_path / name, "-q")
        runs.append((tmp_path / name / "records.jsonl").read_bytes())
    assert runs[0] == runs[1]


def test_records_go_to_standard_output() -> None:
    """`extract - --out -` is a filter."""
    result = invoke("extract", "-", "--out", "-", stdin=TEXT)
    assert result.exit_code == 0
    record = json.loads(result.stdout)
    jsonschema.Draft202012Validator(json_schema()).validate(record)


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (("extract", "nowhere.txt", "--out", "-"), 1),
        (("extract", "nowhere.txt"), 2),
        (("extract", "nowhere.txt", "--out", ""), 2),
        (("extract", "nowhere.txt", "--out", "-", "-q", "-v"), 2),
        (("migrate", "nowhere.jsonl", "--out", "-"), 2),
        (("browse", "nowhere.jsonl", "--out", "-"), 2),
        (("report", "-o", ""), 2),
        (("annotate", "import", "nowhere.json", "--from", "prodigy", "-o", ""), 2),
        (("show", "nowhere.txt"), 1),
        (("unknown",), 2),
        (("-h",), 0),
    ],
)
def test_exit_codes(args: tuple[str, ...], code: int) -> None:
    """0 done, 1 failed, 2 misuse."""
    assert invoke(*args).exit_code == code


@pytest.mark.parametrize(
    ("given", "out", "engine", "words"),
    [
        ("s3://bucket/a", "out", "local", "s3://bucket/a: addresses of a store need --engine ray"),
        ("kurds.txt", "gs://b/out", "local", "gs://b/out: addresses of a store need --engine ray"),
        ("https://e-history.kz/en", "out", "local", "fetch the page first"),
        ("HTTP://e-history.kz/en", "out", "ray", "fetch the page first"),
    ],
)
def test_an_address_is_no_path(
    given: str, out: str, engine: str, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Misuse, told with what to do; no folder is made of it."""
    monkeypatch.chdir(tmp_path)
    Path("kurds.txt").write_text(TEXT)
    result = invoke("extract", given, "--out", out, "--engine", engine)
    assert result.exit_code == 2
    assert words in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["kurds.txt"]


def test_show_prints_text_and_facts(tmp_path: Path) -> None:
    """The article and a table of its facts."""
    (tmp_path / "kurds.txt").write_text(TEXT)
    result = invoke("show", tmp_path / "kurds.txt")
    assert result.exit_code == 0
    assert "lived in Kazakhstan" in result.stdout
    assert "pop-1" in result.stdout


def test_show_prints_a_page_without_its_markup(tmp_path: Path) -> None:
    """What a reader sees of it, mentions too."""
    told = "<p>In 1989 25&nbsp;000 Kurds <b>lived</b> in Kazakhstan.</p>"
    (tmp_path / "kurds.html").write_text(f"<article><h1>Kurds</h1>{told}</article>")
    shown = " ".join(invoke("show", tmp_path / "kurds.html").stdout.split())
    assert "In 1989 25 000 Kurds lived in Kazakhstan." in shown
    assert "│ 25 000 Kurds" in shown
    assert "<" not in shown


def test_info_names_model_and_components() -> None:
    """What one needs for a report."""
    result = invoke("info")
    assert "en_core_web_sm-3.8.0" in result.stdout
    assert "ehistory_populations" in result.stdout


def test_the_schema_in_docs_is_the_printed_one() -> None:
    """`make schema` was run after the last change of the records."""
    printed = json.loads(invoke("schema").stdout)
    assert printed == json.loads((ROOT / "docs" / "record.schema.json").read_text())


def test_an_unwritable_folder_is_a_clear_error(tmp_path: Path) -> None:
    """The message names the folder and the remedy; exit code 3."""
    (tmp_path / "file").write_text("")
    (tmp_path / "kurds.txt").write_text(TEXT)
    command = [sys.executable, "-c", "from pipeline.cli import main; main()", "extract"]
    done = subprocess.run(
        [*command, tmp_path / "kurds.txt", "--out", tmp_path / "file" / "out"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 3
    seen = "can't be written: a file stands where a folder is wanted; give another --out"
    assert f"{tmp_path / 'file' / 'out'}: {seen}" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "args",
    [
        ("--help",),
        ("schema",),
        ("info",),
        ("show", "kurds.txt"),
        ("extract", "kurds.txt", "--out", "-"),
        ("annotate", "export", "kurds.txt", "--to", "prodigy", "--out", "-"),
    ],
)
def test_a_full_standard_output_is_a_clear_error(args: tuple[str, ...], tmp_path: Path) -> None:
    """Whatever the command: one line and exit code 3; a reader that has seen enough is no error."""
    (tmp_path / "kurds.txt").write_text(TEXT)
    command = f"{sys.executable} -m pipeline {' '.join(args)}"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    full, closed = (
        subprocess.run(
            ["/bin/sh", "-c", f"{command} {end}"],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        for end in ("> /dev/full", "| true")
    )
    assert full.returncode == 3
    seen = "standard output: can't be written: No space left on device"
    remedy = "free space or raise the quota, and run the same command again"
    assert full.stderr == f"ehistory: {seen}; {remedy}\n"
    assert closed.stderr == ""


def test_spacy_loads_the_assembled_pipeline() -> None:
    """A spaCy user gets the same spans, with raw offsets in `span._.raw_span`."""
    nlp = spacy.load("ehistory_pipeline")
    doc = nlp("27671\n" + TEXT)
    (span,) = doc.spans["populations"]
    start, end = span._.raw_span
    assert ("27671\n" + TEXT)[start:end] == span.text == "25 thousand Kurds"


def test_a_saved_pipeline_tells_what_it_is(tmp_path: Path) -> None:
    """Name, version and description, where spaCy alone would write "pipeline", "0.0.0" and nothing."""
    load().to_disk(tmp_path)
    meta = json.loads((tmp_path / "meta.json").read_text(encoding="utf-8"))
    assert (meta["name"], meta["version"]) == ("ehistory_pipeline", version("ehistory-pipeline"))
    assert meta["description"].startswith("Populations, percentages")


def test_help_lists_a_command_as_the_command_itself_does() -> None:
    """What `--help` says without importing a command is the first sentence of its own help."""
    shown = " ".join(invoke("--help").output.split())
    for name, lazy in cli.lazy.items():
        command = lazy.load()
        assert command.get_short_help_str(200) == lazy.line
        assert f"{name} {command.get_short_help_str(40).removesuffix('...')}" in shown


def test_help_imports_nothing_heavy() -> None:
    """No model, no numbers library, no server: help is there at once."""
    code = (
        "import sys; from click.testing import CliRunner; from pipeline.cli import cli;"
        "[CliRunner().invoke(cli, [*name, '--help']) for name in ([], ['extract'])];"
        "print([m for m in ('spacy', 'numpy', 'lxml', 'fastapi', 'pyarrow') if m in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
