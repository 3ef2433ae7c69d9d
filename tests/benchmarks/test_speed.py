"""What the page on speed says of measured seconds."""

from benchmarks.speed.__main__ import _parts_table, _rules, spread

PARTS = [
    {"cleaning": 1.0, "tokenizer": 1.0, "parser": 6.0, "ehistory_dates": 1.0, "records": 1.0},
    {"cleaning": 1.0, "tokenizer": 1.0, "parser": 4.0, "ehistory_dates": 3.0, "records": 1.0},
]


def test_a_figure_is_the_median_and_its_spread() -> None:
    assert spread([1.0, 3.0, 2.0]) == "2.00 (1.00–3.00)"


def test_what_is_neither_the_models_nor_cleaning_is_rules() -> None:
    assert [_rules(row) for row in PARTS] == [2.0, 4.0]


def test_every_part_has_its_share_of_its_own_round() -> None:
    rows = _parts_table(PARTS).splitlines()
    assert rows[0] == "| cleaning | cleaning | 1.000 | 10.0 (10.0–10.0) |"
    assert rows[2] == "| parser | model | 5.000 | 50.0 (40.0–60.0) |"
    assert rows[3] == "| ehistory_dates | rules | 2.000 | 20.0 (10.0–30.0) |"
