"""From gold articles to tables of weights: examples, confidences, the command `train`."""

import importlib
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from making import day, gold, people

from pipeline.errors import GoldError
from pipeline.evaluating.gold import GoldArticle
from pipeline.lexicons import models_dir
from pipeline.nlp import load
from pipeline.training import command
from pipeline.training.calibrating import PRIOR_FACTS, SEEN, STRONG_PRIOR, WEAK_PRIOR, confidences
from pipeline.training.command import train_command
from pipeline.training.examples import TASKS, gold_docs

TEXT = (
    "In 1937 300 Koreans came to Almaty. By spring 20 thousand families had come."
    " In 1989 Kazakhs were 40 percent of the population."
)


def article(name: str) -> GoldArticle:
    """An article with a count and a share, both as the pipeline finds them."""
    return gold(
        TEXT,
        name,
        populations=[
            people(
                "300 Koreans",
                300,
                kind="moved",
                group="Koreans",
                place={"name": "Almaty", "code": "KZ-ALA"},
                time="1937",
            ),
            people("20 thousand families", 20_000, unit="families", group="Koreans"),
        ],
        percentages=[{"mentions": ["40 percent"], "value": 40, "group": "Kazakhs", "time": "1989"}],
        dates=[day("1937", "1937")],
    )


@pytest.fixture(scope="module")
def pairs():
    return list(gold_docs([article("a"), article("b")]))


@pytest.mark.parametrize(
    ("task", "count"),
    [("kind", 2), ("change", 1), ("group", 1), ("people", 1), ("place", 3), ("time", 3)],
)
def test_a_fact_found_is_an_example_of_its_fields(pairs, task: str, count: int) -> None:
    """With the gold's answer among the options, and one right at least."""
    examples = list(TASKS[task](*pairs[0]))
    assert len(examples) == count
    assert all(any(example.right) and not all(example.right) for example in examples)
    assert {example.article for example in examples} == {"a"}


LISTED = (
    "By the census of 1989 4,500 Germans lived in Almaty, 300 Koreans in Taraz, and 12 percent of the Poles"
    " of Kokshetau, or 70 families, had left Kazakhstan for Germany. Of them 20 people came back in 1991,"
    " 8 percent of the Germans too, and 15 families went to Taraz. Kazakhs read less than Russians: 16.4 percent"
    " against 41.8 percent."
)


@pytest.mark.parametrize(
    ("module", "made"),
    [
        ("places", "place_options"),
        ("times", "time_options"),
        ("kinds", "kind_options"),
        ("percent_kinds", "percent_kind_options"),
        ("told_groups", "group_options"),
    ],
)
def test_options_are_told_alike_when_chosen_and_when_fitted(
    monkeypatch: pytest.MonkeyPatch, module: str, made: str
) -> None:
    """What speaks for an option while facts are found speaks for it when all of them are, as examples are made."""
    linking = importlib.import_module(f"pipeline.linking.{module}")
    options_of = getattr(linking, made)
    chosen_among = []

    def noted(*of):
        options = options_of(*of)
        chosen_among.append((of, options))
        return options

    monkeypatch.setattr(linking, made, noted)
    doc = load()(LISTED)
    assert len(chosen_among) > 1
    assert len(doc.spans["populations"]) + len(doc.spans["percentages"]) == 9
    assert all(options_of(*of) == options for of, options in chosen_among)


@pytest.mark.parametrize("value", [301, 30])
def test_a_fact_of_another_value_is_no_example(pairs, value: int) -> None:
    """The gold must have it at that place."""
    wrong = gold(TEXT, populations=[people("300 Koreans", value, kind="moved")])
    assert list(TASKS["kind"](wrong, pairs[0][1])) == []


@pytest.mark.parametrize(
    ("text", "counts", "right"),
    [
        ("There were 300 Koreans. 1939: 512.", [("512", "persons")], (False, True)),
        ("There were 300 families. 1939: 512.", [("512", "families")], (False, False, True)),
        ("There were 300 families. 1939: 512.", [], (True, False, False)),
    ],
)
def test_a_bare_number_is_an_example_of_what_it_counts(
    text: str, counts: list[tuple[str, str]], right: tuple[bool, ...]
) -> None:
    """Nothing, people, or families where those were counted before it."""
    told = gold(text, populations=[people(m, int(m), unit=unit) for m, unit in counts])
    (pair,) = gold_docs([told])
    assert [example.right for example in TASKS["count"](*pair)] == [right]


def test_a_quoted_name_is_an_example_of_the_body_it_is() -> None:
    """Of the gold's type, or of none."""
    told = gold(
        'The choir "Asar" sang. They read "Night songs".',
        organizations=[{"mentions": ["Asar"], "name": "Asar", "type": "culture"}],
    )
    (pair,) = gold_docs([told])
    body, none = TASKS["quote"](*pair)
    assert body.right.count(True) == none.right.count(True) == 1
    assert "culture" in body.options[body.right.index(True)]
    assert not none.options[none.right.index(True)]


def test_confidence_is_the_smoothed_share_of_right_facts(pairs) -> None:
    """First scores count whole, the articles at hand little, the prior as many facts as it says."""
    found = confidences(pairs, {"noun": (30, 40), "quoted": (9, 9)})
    prior = PRIOR_FACTS * STRONG_PRIOR
    assert found["noun"] == pytest.approx((SEEN * 4 + 30 + prior) / (SEEN * 4 + 40 + PRIOR_FACTS))
    assert found["date-year"] == pytest.approx((SEEN * 2 + prior) / (SEEN * 4 + PRIOR_FACTS))
    assert found["quoted"] == pytest.approx((9 + prior) / (9 + PRIOR_FACTS))
    assert WEAK_PRIOR < STRONG_PRIOR


def test_a_broken_table_of_first_scores_is_told(models: Path, tmp_path: Path) -> None:
    """With its name; nothing is written."""
    table = tmp_path / "first.tsv"
    table.write_text("noun\tmany\t3\n", encoding="utf-8")
    before = told(models)
    result = train(tmp_path / "gold.jsonl", "a", "b", first=table)
    assert isinstance(result.exception, GoldError)
    assert str(table) in str(result.exception)
    assert told(models) == before


def test_unread_articles_are_added_to_the_first_scores(models: Path, tmp_path: Path) -> None:
    """Their facts, right and told, by evidence; nothing is fitted, and the table is read again."""
    table, unread = tmp_path / "first.tsv", tmp_path / "unread.jsonl"
    table.write_text("noun\t30\t40\nquoted\t9\t9\n", encoding="utf-8")
    unread.write_text(article("a").model_dump_json(), encoding="utf-8")
    before = told(models)
    options = ["--first", str(table), "--unread", str(unread)]
    gold = ["--gold", str(unread)]
    dry = CliRunner().invoke(train_command, [*gold, *options, "--dry-run"])
    assert dry.exit_code == 0, dry.output
    assert table.read_text(encoding="utf-8").startswith("noun")
    result = CliRunner().invoke(train_command, [*gold, *options])
    assert result.exit_code == 0, result.output
    rows = [row for row in table.read_text(encoding="utf-8").splitlines() if row[0] != "#"]
    assert "noun\t32\t42" in rows
    assert "quoted\t9\t9" in rows
    assert told(models) == before


@pytest.fixture
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the weights for the command to write to."""
    shutil.copytree(models_dir() / "weights", tmp_path / "weights")
    monkeypatch.setattr(command, "models_dir", lambda: tmp_path)
    # The articles here name no body, quote nothing, and each of their counts has a noun.
    absent = ("body_place", "count", "quote")
    tasks = {name: task for name, task in TASKS.items() if name not in absent}
    monkeypatch.setattr(command, "TASKS", tasks)
    return tmp_path / "weights"


def told(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.iterdir())}


def train(path: Path, *names: str, dry: bool = False, first: Path | None = None):
    lines = [article(name).model_dump_json() for name in names]
    path.write_text("\n".join(lines), encoding="utf-8")
    options = ["--dry-run"] if dry else []
    options += ["--first", str(first)] if first else []
    return CliRunner().invoke(train_command, ["--gold", str(path), *options])


def test_a_dry_run_writes_nothing(models: Path, tmp_path: Path) -> None:
    """It prints what a run would fit."""
    before = told(models)
    result = train(tmp_path / "gold.jsonl", "a", "b", dry=True)
    assert result.exit_code == 0, result.output
    assert all(task in result.output for task in command.TASKS)
    assert told(models) == before


def test_a_run_writes_every_table_and_the_same_again(models: Path, tmp_path: Path) -> None:
    """A head line that says from what, then a feature and its numbers a line."""
    assert train(tmp_path / "gold.jsonl", "a", "b", "c").exit_code == 0
    written = told(models)
    assert set(written) == {f"{task}.tsv" for task in TASKS} | {"confidence.tsv"}
    for text in written.values():
        assert text.startswith("# ")
        rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
        assert rows
        assert len({len(row) for row in rows}) == 1
        assert all(feature and abs(float(w)) < 10 for feature, *told in rows for w in told)
    assert train(tmp_path / "gold.jsonl", "a", "b", "c").exit_code == 0
    assert told(models) == written


def test_gold_of_one_article_is_too_little(models: Path, tmp_path: Path) -> None:
    """An error that says what to do, before anything is written."""
    before = told(models)
    result = train(tmp_path / "gold.jsonl", "a")
    assert isinstance(result.exception, GoldError)
    assert "more gold articles" in str(result.exception)
    assert told(models) == before
