"""An article is in the records once, however many addresses, files and ids lead to it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from running import extract, manifest, records, rows

from pipeline.cli import cli
from pipeline.summary import REJECTS

KURDS = "In 1989 25 thousand Kurds lived in Kazakhstan."
POLES = "In 1936 15,000 Poles came to Kazakhstan."
SITE = "https://e-history.kz/en/news/show/8253"


def rejects(out: Path) -> list[dict]:
    return [json.loads(line) for line in (out / REJECTS).open()]


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize(
    ("first", "second", "code", "reason"),
    [
        (
            {"url": SITE},
            {"url": SITE.replace("https", "http"), "text": POLES},
            "duplicate_article",
            "has the address of",
        ),
        (
            {"url": SITE},
            {"url": SITE.replace("e-history", "ehistory")},
            "duplicate_article",
            "has the address of",
        ),
        ({"url": SITE}, {"url": f"{SITE}/amp/"}, "duplicate_article", "has the address of"),
        ({"url": SITE}, {"url": f"{SITE}."}, "duplicate_article", "has the address of"),
        ({"url": SITE}, {"url": f"{SITE}9"}, "duplicate_article", "has the text of"),
        ({}, {}, "duplicate_article", "has the text of"),
        ({"text": "A  b."}, {"text": "A\nb."}, "duplicate_article", "has the text of"),
        ({"id": "x"}, {"id": "x", "text": POLES}, "duplicate_id", "id 'x' was already given by"),
    ],
)
def test_the_second_one_is_rejected_naming_the_first(
    first: dict, second: dict, code: str, reason: str, jobs: int, tmp_path: Path
) -> None:
    """By canonical address, else by text, else by id; in one process or two."""
    path = rows(tmp_path / "rows.jsonl", {"text": KURDS, **first}, {"text": KURDS, **second})
    extract(path, "--out", tmp_path / "out", "--jobs", jobs)
    (record,) = records(tmp_path / "out")
    assert record.article.source == f"{path}:1"
    (reject,) = rejects(tmp_path / "out")
    assert (reject["source"], reject["code"]) == (f"{path}:2", code)
    assert reject["reason"] == f"{reason} {path}:1"
    assert manifest(tmp_path / "out")["duplicates"] == 1


def test_a_page_declares_its_address(tmp_path: Path) -> None:
    """A saved page and its AMP version, each with its own file, markup and link."""
    body = "<h1>Poles</h1><p>In 1936 more than 35 thousand Poles were deported to the steppes of {}.</p>"
    for name, url, word in (("a", SITE, "Kazakhstan"), ("b", f"{SITE}/amp", "the republic")):
        head = f'<link rel="canonical" href="{url}">'
        (tmp_path / f"{name}.html").write_text(
            f"<html><head>{head}</head><body>{body.format(word)}</body></html>"
        )
    extract(tmp_path / "a.html", tmp_path / "b.html", "--out", tmp_path / "out")
    (reject,) = rejects(tmp_path / "out")
    assert reject["reason"] == f"has the address of {tmp_path}/a.html"


def test_what_could_not_be_read_is_no_first(tmp_path: Path) -> None:
    """An empty row under an address does not keep the article out that a later row holds."""
    path = rows(tmp_path / "rows.jsonl", {"url": SITE, "text": " "}, {"url": SITE, "text": KURDS})
    extract(path, "--out", tmp_path / "out")
    assert [record.article.source for record in records(tmp_path / "out")] == [f"{path}:2"]
    assert [reject["code"] for reject in rejects(tmp_path / "out")] == ["empty"]


def test_a_duplicate_is_counted_not_shouted(tmp_path: Path) -> None:
    """A crawl holds thousands; --verbose names them, a clash of ids is always named."""
    path = rows(tmp_path / "rows.jsonl", *[{"text": KURDS}] * 3, {"id": "rows-1", "text": POLES})
    result = extract(path, "--out", tmp_path / "out")
    assert "duplicates" in result.stdout
    assert result.stderr.count("rejected: ") == 1
    assert "id 'rows-1' was already given" in result.stderr
    assert extract(path, "--out", tmp_path / "out", "-v").stderr.count("rejected: ") == 3


def test_on_standard_output_too(tmp_path: Path) -> None:
    """A filter gives an article once."""
    path = rows(tmp_path / "rows.jsonl", {"text": KURDS}, {"text": KURDS}, {"text": POLES})
    result = CliRunner().invoke(cli, ["extract", str(path), "--out", "-"])
    assert [json.loads(line)["article"]["id"] for line in result.stdout.splitlines()] == [
        "rows-1",
        "rows-3",
    ]
