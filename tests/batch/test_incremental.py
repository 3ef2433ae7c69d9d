"""Run again on the same output, the command extracts what is new or has changed, and says so."""

import json
import os
import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner
from running import extract, manifest, records, rows

from pipeline import recipe
from pipeline.cli import cli
from pipeline.record_files import RECORDS
from pipeline.summary import REJECTS

TEXTS = {"a": "In 1989 25 thousand Kurds lived here.", "b": "In 1936 15,000 Poles came."}


def write(folder: Path, texts: dict[str, str]) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text)
    return folder


def counts(out: Path) -> tuple[int, int]:
    """Articles extracted now, and taken over unchanged."""
    return manifest(out)["extracted"], manifest(out)["unchanged"]


def test_what_is_unchanged_is_taken_over_and_told(tmp_path: Path) -> None:
    """A second run extracts nothing, writes the same bytes and prints the number."""
    folder, out = write(tmp_path / "in", TEXTS), tmp_path / "out"
    extract(folder, "--out", out)
    before = (out / RECORDS).read_bytes()
    result = extract(folder, "--out", out, "--verbose")
    assert counts(out) == (0, 2)
    assert (out / RECORDS).read_bytes() == before
    assert "unchanged: a" in result.stderr
    assert [line.split("│")[1:3] for line in result.stdout.splitlines() if "unchanged" in line] == [
        [" articles unchanged     ", "     2 "]
    ]


@pytest.mark.parametrize("given", ["in", "in/**/*.*", "in/rows.jsonl"])
@pytest.mark.parametrize("out", ["in/results", "in/sub/results", "in"])
def test_results_among_the_inputs_are_no_input(tmp_path: Path, given: str, out: str) -> None:
    """Run again on a folder that holds its own results, or on a glob, the command extracts nothing."""
    folder = tmp_path / "in"
    rows(write(folder, TEXTS) / "rows.jsonl", {"text": "In 1941 9 thousand Greeks left."})
    rows(write(folder / "sub", {}) / "records.jsonl", {"text": "In 1944 7 thousand Turks came."})
    for _ in range(2):
        extract(tmp_path / given, "--out", tmp_path / out)
    told = manifest(tmp_path / out)
    assert (told["extracted"], told["rejected"]) == (0, 0)
    assert told["unchanged"] == (1 if given == "in/rows.jsonl" else 4)


def test_an_input_is_never_overwritten(tmp_path: Path) -> None:
    """Misuse: articles that have the name of results, in the folder for the results."""
    path = rows(tmp_path / RECORDS, {"text": "In 1941 9 thousand Greeks left."})
    before = path.read_bytes()
    result = CliRunner().invoke(cli, ["extract", str(path), "--out", str(tmp_path)])
    assert result.exit_code == 2
    assert "is an input, which it would overwrite" in result.stderr
    assert path.read_bytes() == before


def test_what_changed_is_done_again_and_what_is_gone_is_gone(tmp_path: Path) -> None:
    """One text edited, one added, one removed: the result is that of a run on a new output."""
    folder, out = (
        write(tmp_path / "in", {**TEXTS, "c": "In 1941 9 thousand Greeks left."}),
        tmp_path / "out",
    )
    extract(folder, "--out", out)
    write(folder, {"b": "In 1936 16,000 Poles came.", "d": "In 1944 7 thousand Turks came."})
    (folder / "c.txt").unlink()
    extract(folder, "--out", out)
    assert counts(out) == (2, 1)
    assert [record.article.id for record in records(out)] == ["a", "b", "d"]
    assert records(out)[1].populations[0].value == 16000
    extract(folder, "--out", tmp_path / "anew")
    assert (out / RECORDS).read_bytes() == (tmp_path / "anew" / RECORDS).read_bytes()


def test_the_time_stamp_of_a_file_is_no_change(tmp_path: Path) -> None:
    """Contents count: a fresh copy of the same article is not extracted again."""
    folder, out = write(tmp_path / "in", TEXTS), tmp_path / "out"
    extract(folder, "--out", out)
    os.utime(folder / "a.txt", (1, 1))
    extract(folder, "--out", out)
    assert counts(out) == (0, 2)


def test_a_row_that_moved_keeps_its_facts_and_gets_its_new_source(tmp_path: Path) -> None:
    """A line put in above, ids by line number, another folder: nothing old is extracted again."""
    out = tmp_path / "out"
    kurds, poles = ({"text": text} for text in TEXTS.values())
    path = rows(tmp_path / "rows.jsonl", kurds)
    extract(path, "--out", out)
    extract(rows(path, poles, kurds), "--out", out)
    assert counts(out) == (1, 1)
    assert [(r.article.id, r.article.source) for r in records(out)] == [
        ("rows-1", f"{path}:1"),
        ("rows-2", f"{path}:2"),
    ]
    extract(path.rename(tmp_path / 'odd "name" \\ é.jsonl'), "--out", out)
    assert counts(out) == (0, 2)
    assert records(out)[0].article.source == f'{tmp_path}/odd "name" \\ é.jsonl:1'


@pytest.mark.parametrize(
    "changed",
    [
        {"title": "Kurds"},
        {"published": "2014-05-01"},
        {"url": "https://e-history.kz/en/a"},
        {"language": "ru"},
        {"text": TEXTS["b"]},
    ],
)
def test_whatever_a_record_says_counts_as_contents(changed: dict, tmp_path: Path) -> None:
    """A new title or date beside the same text is a change."""
    row, out = {"id": "a", "text": TEXTS["a"]}, tmp_path / "out"
    extract(rows(tmp_path / "rows.jsonl", row), "--out", out)
    extract(rows(tmp_path / "rows.jsonl", {**row, **changed}), "--out", out)
    assert counts(out) == (1, 0)


def test_another_model_or_configuration_redoes_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The recipe is part of what is looked up; what an older one gave is forgotten."""
    folder, out = write(tmp_path / "in", TEXTS), tmp_path / "out"
    extract(folder, "--out", out)
    monkeypatch.setattr(recipe, "recipe", lambda: "another")
    extract(folder, "--out", out)
    assert counts(out) == (2, 0)
    with sqlite3.connect(out / ".ehistory" / "journal.sqlite") as database:
        assert database.execute("SELECT count(*) FROM outcomes").fetchone() == (2,)


def test_force_redoes_all(tmp_path: Path) -> None:
    """With the same bytes as result."""
    folder, out = write(tmp_path / "in", TEXTS), tmp_path / "out"
    extract(folder, "--out", out)
    before = (out / RECORDS).read_bytes()
    extract(folder, "--out", out, "--force")
    assert counts(out) == (2, 0)
    assert (out / RECORDS).read_bytes() == before


def test_rejects_are_kept_until_they_are_to_be_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An article that a rule broke on stays a reject; --retry-rejects gives it another chance."""
    folder, out = write(tmp_path / "in", TEXTS), tmp_path / "out"

    def broken(doc: object, article: object) -> None:
        raise KeyError("a defect")

    with monkeypatch.context() as patch:
        patch.setattr("pipeline.engines.working.assemble", broken)
        result = CliRunner().invoke(cli, ["extract", str(folder), "--out", str(out)])
        assert result.exit_code == 1
    (first, _) = map(json.loads, (out / REJECTS).open())
    assert (first["code"], first["reason"]) == ("extraction", "KeyError: 'a defect'")
    assert CliRunner().invoke(cli, ["extract", str(folder), "--out", str(out)]).exit_code == 1
    extract(folder, "--out", out, "--retry-rejects")
    assert counts(out) == (2, 0)
    assert (out / REJECTS).read_text() == ""


def test_what_could_not_be_read_is_read_again(tmp_path: Path) -> None:
    """A file that was empty and has been fetched again needs no option."""
    folder, out = write(tmp_path / "in", {**TEXTS, "c": ""}), tmp_path / "out"
    extract(folder, "--out", out)
    assert manifest(out)["reject_codes"] == {"empty": 1}
    write(folder, {"c": "In 1941 9 thousand Greeks left."})
    extract(folder, "--out", out)
    assert counts(out) == (1, 2)


def test_a_longer_limit_brings_the_long_article_in(tmp_path: Path) -> None:
    """And a shorter one keeps it out, though it is known."""
    folder, out = write(tmp_path / "in", {"a": TEXTS["a"], "b": TEXTS["b"] * 3}), tmp_path / "out"
    for limit, expected in (("50", (1, 0)), ("500", (1, 1)), ("50", (0, 1))):
        extract(folder, "--out", out, "--max-chars", limit)
        assert counts(out) == expected
    assert manifest(out)["reject_codes"] == {"too_large": 1}


def test_a_partial_run_forgets_nothing(tmp_path: Path) -> None:
    """After --limit the rest is still known."""
    folder, out = write(tmp_path / "in", TEXTS), tmp_path / "out"
    extract(folder, "--out", out)
    extract(folder, "--out", out, "--limit", 1)
    assert len(records(out)) == 1
    extract(folder, "--out", out)
    assert counts(out) == (0, 2)


def test_a_path_mistyped_forgets_nothing(tmp_path: Path) -> None:
    """A run without a record leaves what is known as it is."""
    folder, out = write(tmp_path / "in", TEXTS), tmp_path / "out"
    extract(folder, "--out", out)
    wrong = CliRunner().invoke(cli, ["extract", str(tmp_path / "inn"), "--out", str(out)])
    assert wrong.exit_code == 1
    extract(folder, "--out", out)
    assert counts(out) == (0, 2)


def test_pages_are_not_parsed_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An unchanged page costs its reading and a hash."""
    text = "In 1936 more than 35 thousand Poles were deported to the steppes."
    page = f"<html><body><h1>Poles</h1><p>{text}</p></body></html>"
    (tmp_path / "a.html").write_text(page)
    extract(tmp_path / "a.html", "--out", tmp_path / "out")
    monkeypatch.setattr("pipeline.engines.working.open_parcel", None)
    extract(tmp_path / "a.html", "--out", tmp_path / "out")
    assert counts(tmp_path / "out") == (0, 1)


@pytest.mark.parametrize("option", ["--force", "--retry-rejects"])
def test_options_of_a_folder_are_misused_on_standard_output(option: str, tmp_path: Path) -> None:
    """There is nothing there that could be kept."""
    result = CliRunner().invoke(cli, ["extract", str(tmp_path), "--out", "-", option])
    assert result.exit_code == 2
