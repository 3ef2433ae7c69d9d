"""Confidence is read from the evidence that a fact was told by."""

import pytest

from pipeline import load
from pipeline.confidence import confidence, evidence
from pipeline.lexicons import models_dir, weights
from pipeline.merging import fact_spans


@pytest.mark.parametrize(
    ("text", "fact_type", "told"),
    [
        ("In 1970 it rained.", "dates", "date-year"),
        ("In 1970 it rained. In 1970 it snowed.", "dates", "date-year:again"),
        ("They were 300 Koreans.", "populations", "noun"),
        ("Germans – 178 thousand.", "populations", "bare_listed"),
        ("Kazakhs were 40 percent.", "percentages", "own-sign"),
        ("Kazakhs and Uzbeks were 40 and 20 percent.", "percentages", "shared-sign"),
        ('The society "Bereke" met.', "organizations", "quoted"),
        ("The Ministry of Justice for years slept.", "organizations", "full-strong:open"),
    ],
)
def test_evidence_is_that_of_the_first_mention(text: str, fact_type: str, told: str) -> None:
    """And whether the fact is told again."""
    doc = load()(text)
    assert evidence(fact_type, fact_spans(doc, fact_type)[0]) == told
    assert confidence(told) == weights("confidence")[told][0]


def test_unknown_evidence_claims_less_than_what_was_seen_often() -> None:
    """What the development gold never showed has a confidence of its own."""
    assert 0 < confidence("never seen") < confidence("noun")


@pytest.mark.parametrize("path", sorted((models_dir() / "weights").glob("*.tsv")), ids=str)
def test_a_weights_table_reads_back(path) -> None:
    """A feature a line, no feature twice, every line read."""
    lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]
    table = weights(path.stem)
    rows = ((feature, *(f"{weight:.3f}" for weight in row)) for feature, row in table.items())
    assert ["\t".join(row) for row in rows] == lines
