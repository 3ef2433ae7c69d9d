"""The gate: floors hold, rise by themselves, and sink only on leave."""

import json

import pytest
from making import gold, people, predicted

from pipeline.errors import GoldError
from pipeline.evaluating.gate import hold, measured, read_baseline
from pipeline.evaluating.metrics import evaluate

TEXT = "10 and 20 and 30"


def evaluation(values: list[int], sha256: str = "0", **fields):
    """The gold has 10, 20 and 30; `values` are predicted."""
    article = gold(TEXT, populations=[people(str(value), value) for value in (10, 20, 30)])
    found = [people(str(value), value, **fields) for value in values]
    return evaluate([article], {"a": predicted(TEXT, populations=found)}, gold_sha256=sha256)


@pytest.fixture
def path(tmp_path):
    """A baseline pinned on two of three found."""
    path = tmp_path / "corpus" / "baseline.json"
    hold(path, "dev.jsonl", evaluation([10, 20]), update=True)
    return path


def floors(path) -> dict[str, float]:
    return read_baseline(path).root["dev.jsonl"].floors


def test_a_baseline_pins_hash_and_floors(path) -> None:
    """F1 of what occurs and the fields of what was matched, cut to four digits."""
    pinned = json.loads(path.read_text())["dev.jsonl"]
    assert pinned["gold_sha256"] == "0"
    assert pinned["floors"]["populations f1"] == 0.8
    assert pinned["floors"]["populations kind"] == 1.0
    assert "dates f1" not in pinned["floors"]


@pytest.mark.parametrize(
    ("values", "options", "stands", "floor_after"),
    [
        ([10, 20], {}, True, 0.8),
        ([10, 20, 30], {}, True, 0.8),
        ([10], {}, False, 0.8),
        ([10, 20, 30], {"update": True}, True, 1.0),
        ([10], {"update": True}, False, 0.8),
        ([10], {"update": True, "allow_regression": True}, True, 0.5),
    ],
)
def test_floors_hold_rise_and_sink(path, values, options, stands, floor_after) -> None:
    """Under a floor fails; `update` raises; lowering needs leave."""
    assert hold(path, "dev.jsonl", evaluation(values), **options)[1] is stands
    assert floors(path)["populations f1"] == floor_after


def test_a_worse_field_is_a_regression(path) -> None:
    """The facts are as before, their kinds are not."""
    verdict, stands = hold(path, "dev.jsonl", evaluation([10, 20], kind="lost"))
    assert not stands
    assert [(fall.name, fall.floor, fall.value) for fall in verdict.shortfalls] == [
        ("populations kind", 1.0, 0.0)
    ]


def test_what_can_no_longer_be_measured_is_a_regression(path) -> None:
    """Without a matched fact there is no accuracy of fields."""
    verdict, stands = hold(path, "dev.jsonl", evaluation([]))
    assert not stands
    assert {fall.name: fall.value for fall in verdict.shortfalls}["populations kind"] is None


def test_one_regression_keeps_every_floor_where_it_is(path) -> None:
    """Nothing is raised by an update that fails."""
    before = path.read_bytes()
    hold(path, "dev.jsonl", evaluation([10, 20, 30], kind="lost"), update=True)
    assert path.read_bytes() == before


@pytest.mark.parametrize(("update", "stands", "sha256"), [(False, False, "0"), (True, True, "1")])
def test_a_changed_gold_must_be_pinned_anew(path, update, stands, sha256) -> None:
    """The same scores on other gold are reported, and pinned with `update` alone."""
    verdict, held = hold(path, "dev.jsonl", evaluation([10, 20], sha256="1"), update=update)
    assert verdict.gold_changed
    assert held is stands
    assert read_baseline(path).root["dev.jsonl"].gold_sha256 == sha256


def test_every_gold_file_has_its_own_floors(path) -> None:
    """Pinning another file leaves the first alone; an unpinned one is an error."""
    with pytest.raises(GoldError, match=r"pins nothing for test\.jsonl; run with --update"):
        hold(path, "test.jsonl", evaluation([10]))
    hold(path, "test.jsonl", evaluation([10]), update=True)
    assert floors(path)["populations f1"] == 0.8
    assert sorted(read_baseline(path).root) == ["dev.jsonl", "test.jsonl"]


@pytest.mark.parametrize("content", ["", "[]", '{"dev.jsonl": {"floors": {}}}'])
def test_a_broken_baseline_is_named(path, content) -> None:
    """The message says which file and what to do."""
    path.write_text(content)
    with pytest.raises(GoldError, match=r"baseline\.json: .*restore the baseline file"):
        hold(path, "dev.jsonl", evaluation([10]))


@pytest.mark.parametrize("values", [[10], [10, 20], [10, 20, 30]])
def test_a_score_never_falls_under_its_own_floor(path, values) -> None:
    """Floors are cut downward, so the same scores pass at once."""
    hold(path, "new.jsonl", evaluation(values), update=True)
    verdict, stands = hold(path, "new.jsonl", evaluation(values))
    assert stands
    assert verdict.raised == ()


def test_only_what_is_measured_is_pinned() -> None:
    """Null scores are left out."""
    assert None not in measured(evaluation([])).values()
