"""--since, --limit and --sample take the same articles at every run."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from running import corpus, extract, manifest, records, rows

from pipeline.cli import cli
from pipeline.selection import Selection

DATES = ["2013-12-31", "2014", "2014-04", "2014-05-01", "2015-01-01", None]


def dated(path: Path) -> Path:
    return rows(
        path,
        *(
            {"id": str(date), "text": f"Text {n}.", "published": date}
            for n, date in enumerate(DATES)
        ),
    )


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize(
    ("since", "kept"),
    [
        ("2014-05-01", ["2014", "2014-05-01", "2015-01-01"]),
        ("01.05.2014", ["2014", "2014-05-01", "2015-01-01"]),
        ("2014-05", ["2014", "2014-05-01", "2015-01-01"]),
        ("2015", ["2015-01-01"]),
    ],
)
def test_since(since: str, kept: list[str], jobs: int, tmp_path: Path) -> None:
    """A date that may be as late counts; no date at all does not, and the number is told."""
    out = tmp_path / "out"
    extract(dated(tmp_path / "rows.jsonl"), "--out", out, "--since", since, "--jobs", jobs)
    assert [record.article.id for record in records(out)] == kept
    assert manifest(out)["left_out"] == len(DATES) - len(kept)


def test_since_holds_for_what_is_known_already(tmp_path: Path) -> None:
    """And what was left out is extracted by a run that wants it."""
    path, out = dated(tmp_path / "rows.jsonl"), tmp_path / "out"
    for since, expected in (("2015", (1, 0)), ("2013", (4, 1)), ("2015", (0, 1))):
        extract(path, "--out", out, "--since", since)
        assert (manifest(out)["extracted"], manifest(out)["unchanged"]) == expected


@pytest.mark.parametrize("jobs", [1, 2])
def test_limit_counts_records(jobs: int, tmp_path: Path) -> None:
    """The first N articles that give a record, whatever is rejected between them."""
    whole, part = tmp_path / "whole", tmp_path / "part"
    path = corpus(tmp_path / "rows.jsonl", rows=12)
    extract(path, "--out", whole)
    extract(path, "--out", part, "--limit", 7, "--jobs", jobs)
    assert records(part) == records(whole)[:7]
    assert manifest(part)["reject_codes"] == {"broken_json": 1, "duplicate_article": 1}


def test_sample_is_a_share_the_same_at_every_run_and_part_of_a_larger_one(tmp_path: Path) -> None:
    """Drawn by id, so the order of the inputs does not matter."""
    names = [f"article-{n}" for n in range(10_000)]
    small, large = ({n for n in names if Selection(sample=s).drawn(n)} for s in (0.1, 0.3))
    assert small < large
    assert 900 < len(small) < 1100
    path = corpus(tmp_path / "rows.jsonl", rows=12)
    drawn = [f"a{n}" for n in range(12) if Selection(sample=0.5).drawn(f"a{n}")]
    extract(path, "--out", tmp_path / "out", "--sample", "0.5")
    assert [record.article.id for record in records(tmp_path / "out")] == drawn


@pytest.mark.parametrize(
    "args",
    [
        ("--since", "May"),
        ("--since", "2014-02-30"),
        ("--limit", "0"),
        ("--sample", "0"),
        ("--sample", "2"),
        ("--jobs", "0"),
        ("--max-chars", "0"),
    ],
)
def test_misuse(args: tuple[str, str], tmp_path: Path) -> None:
    """Exit code 2 and the option's name."""
    result = CliRunner().invoke(
        cli, ["extract", str(tmp_path), "--out", str(tmp_path / "out"), *args]
    )
    assert result.exit_code == 2
    assert args[0] in result.stderr
