"""Gains and losses between two evaluations of one gold."""

import pytest
from making import gold, people, predicted

from pipeline.errors import GoldError
from pipeline.evaluating.comparing import compare, read_evaluation
from pipeline.evaluating.metrics import evaluate
from pipeline.evaluating.results import ROWS

TEXT = "10 and 20 and 30"
NAMES = "abcdefgh"


def evaluation(values: list[int], names: str = NAMES, sha256: str = "0"):
    """Every article has 10 and 20; `values` are predicted in each."""
    facts = [people(str(value), value) for value in (10, 20)]
    found = [people(str(value), value) for value in values]
    return evaluate(
        [gold(TEXT, name, populations=facts) for name in names],
        {name: predicted(TEXT, name, populations=found) for name in names},
        gold_sha256=sha256,
    )


def test_nothing_changes_against_itself() -> None:
    """No gain, no loss, a change of nought, and p is 1."""
    same = compare(evaluation([10]), evaluation([10]))
    assert (same.gained, same.lost, same.extras_gone, same.extras_new) == ((), (), (), ())
    delta = same.deltas["populations"]
    assert (delta.delta.value, delta.delta.low, delta.delta.high, delta.p) == (0, 0, 0, 1)


@pytest.mark.parametrize(
    ("before", "after", "sizes"),
    [
        ([10], [10, 20], (8, 0, 0, 0)),
        ([10, 20], [10], (0, 8, 0, 0)),
        ([10, 30], [10], (0, 0, 8, 0)),
        ([10], [10, 30], (0, 0, 0, 8)),
        ([10], [20], (8, 8, 0, 0)),
    ],
)
def test_facts_that_changed_sides_are_listed(before, after, sizes) -> None:
    """Gained, lost, extras gone, new extras."""
    found = compare(evaluation(before), evaluation(after))
    lists = (found.gained, found.lost, found.extras_gone, found.extras_new)
    assert tuple(map(len, lists)) == sizes


def test_a_steady_gain_is_beyond_chance() -> None:
    """F1 goes from 2/3 to 1 in every article, so in every resample."""
    delta = compare(evaluation([10]), evaluation([10, 20])).deltas["micro"]
    assert (delta.before, delta.after) == pytest.approx((2 / 3, 1))
    assert (delta.delta.low, delta.delta.high) == pytest.approx((1 / 3, 1 / 3))
    assert 0 < delta.p < 0.01


def test_gain_and_loss_are_mirror_images() -> None:
    """The other way round, the change has the other sign and the same p."""
    one, other = evaluation([10]), evaluation([10, 20])
    forth, back = compare(one, other).deltas["micro"], compare(other, one).deltas["micro"]
    assert forth.delta.value == pytest.approx(-back.delta.value)
    assert forth.p == back.p


def test_one_article_tells_no_chance() -> None:
    """The change is told, without interval and p."""
    delta = compare(evaluation([10], "a"), evaluation([10, 20], "a")).deltas["micro"]
    assert delta.delta.value == pytest.approx(1 / 3)
    assert (delta.delta.low, delta.p) == (None, None)


def test_what_no_side_has_has_no_change() -> None:
    """Rows without facts are null."""
    deltas = compare(evaluation([10]), evaluation([20])).deltas
    assert list(deltas) == list(ROWS)
    assert (deltas["dates"].delta.value, deltas["dates"].p) == (None, None)


@pytest.mark.parametrize("other", [{"sha256": "1"}, {"names": "abc"}])
def test_evaluations_of_different_gold_are_not_compared(other) -> None:
    """Another hash or other articles are another gold."""
    with pytest.raises(GoldError, match="different gold"):
        compare(evaluation([10]), evaluation([10], **other))


def test_a_saved_evaluation_reads_back(tmp_path) -> None:
    """What was saved is what is read; anything else is named."""
    path = tmp_path / "before.json"
    path.write_text(evaluation([10]).model_dump_json())
    assert read_evaluation(path) == evaluation([10])
    path.write_text("{}")
    with pytest.raises(GoldError, match=r"before\.json: scores: Field required"):
        read_evaluation(path)
    with pytest.raises(GoldError, match="can't be read"):
        read_evaluation(tmp_path / "nowhere.json")
