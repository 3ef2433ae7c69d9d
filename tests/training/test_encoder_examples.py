"""From gold articles to what the encoder learns from, and the command without its extra."""

import sys

import pytest
from click.testing import CliRunner
from making import day, gold, people

from pipeline.lexicons import models_dir
from pipeline.linking.encoder.judging import CLASSES
from pipeline.linking.encoder.network import tokenizer_of
from pipeline.training.encoder.command import train_encoder_command
from pipeline.training.encoder.examples import ELSEWHERE, FIRST, NONE, examples
from pipeline.training.examples import gold_docs

TEXT = (
    "In 1937 300 Koreans came to Taraz. In 1989 Kazakhs were 40 percent of the population."
    ' The newspaper "Lenin Kichi" wrote of it.'
)


TARAZ = {"name": "Taraz", "code": None}


@pytest.fixture(scope="module")
def tokenizer():
    return tokenizer_of(models_dir() / "encoder" / "tokenizer.json")


@pytest.fixture(scope="module")
def asked(tokenizer):
    """What is asked, by the words it is asked of: the head, the words it may point to, and what is right."""
    article = gold(
        TEXT,
        "a",
        populations=[
            people("300 Koreans", 300, time="1936", kind="moved", group="Koreans", place=TARAZ)
        ],
        percentages=[{"mentions": ["40 percent"], "value": 40, "group": "Kazakhs"}],
        dates=[day("1937", "1937"), day("1989", "1989")],
    )
    found = list(examples(gold_docs([article]), tokenizer))

    def words(example, pieces):
        return tokenizer.decode(example.pieces[pieces[0] : pieces[1] + 1])

    return {
        words(example, one.at): {
            q.head: ([words(example, pieces) for pieces in q.among], q.right) for q in one.questions
        }
        for example in found
        for one in example.asked
    }


def test_a_count_is_asked_its_kind_and_where_its_place_and_time_are_told(asked):
    told = asked["300 koreans"]
    assert told["kind"] == ([], (CLASSES["kind"].index("moved"),))
    words, right = told["place"]
    assert [words[i - FIRST] for i in right] == ["taraz"]


def test_a_time_that_no_date_tells_is_elsewhere(asked):
    assert asked["300 koreans"]["time"][1] == (ELSEWHERE,)


def test_a_share_without_place_and_time_has_none(asked):
    told = asked["40 percent"]
    assert told["place"][1] == told["time"][1] == (NONE,)
    words, right = told["group"]
    assert {words[i - FIRST] for i in right} == {"kazakhs"}


def test_people_that_a_count_names_itself_are_not_asked(asked):
    assert "people" not in asked["300 koreans"]


def test_without_pytorch_the_command_names_the_extra(monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "torch", None)
    result = CliRunner().invoke(train_encoder_command, ["--out", str(tmp_path)])
    assert "ehistory-pipeline[train]" in str(result.exception)
