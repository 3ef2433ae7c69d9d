"""The corpus's datasheet tells the gold as it is."""

import re
from pathlib import Path

import pytest

from pipeline.evaluating.gold import read_gold
from pipeline.records import FACT_TYPES

ROOT = Path(__file__).parents[2]
DATASHEET = (ROOT / "corpus/README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("split", ["dev", "test", "second"])
def test_the_table_of_splits_counts_the_gold(split) -> None:
    """Articles, facts by type, ignored stretches and translated articles of a split."""
    row = re.search(rf"^\| gold/{split}\.jsonl \| (.+) \|$", DATASHEET, re.MULTILINE)
    assert row
    articles = read_gold(ROOT / f"corpus/gold/{split}.jsonl")
    assert [int(cell) for cell in row[1].split(" | ")] == [
        len(articles),
        *(sum(len(getattr(article, name)) for article in articles) for name in FACT_TYPES),
        sum(len(article.ignore) for article in articles),
        sum(article.style == "translated" for article in articles),
    ]


def test_first_scores_told_in_the_decision_are_those_of_the_table() -> None:
    """The facts of gold/first.tsv, and how many of a hundred were right."""
    lines = (ROOT / "corpus/gold/first.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith(("#", "evidence"))]
    right, total = (sum(int(row[column]) for row in rows) for column in (1, 2))
    (decision,) = (ROOT / "docs/decisions").glob("0014-*.md")
    told = f"{total:,} facts, {100 * right / total:.1f} per cent right"
    assert told in decision.read_text(encoding="utf-8")
