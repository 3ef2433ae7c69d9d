"""From counts to scores: ratios, averages, intervals, slices."""

import math

import numpy as np
import pytest
from making import FULL, TEXT, gold, people, predicted

from pipeline.errors import GoldError
from pipeline.evaluating.metrics import (
    confusion,
    evaluate,
    ratios,
    resampled,
    slice_value,
)
from pipeline.evaluating.resampling import RESAMPLES, divide, draws, interval
from pipeline.evaluating.results import (
    FACT_LEVEL,
    LEVELS,
    ROWS,
    ArticleResult,
    Counts,
    Evaluation,
    Ratio,
    add,
)


def numbers(found: dict[str, tuple[str, str]]) -> Evaluation:
    """An evaluation of articles "name: numbers in gold, numbers predicted"; numbers are populations."""
    articles, records = [], {}
    for name, (in_gold, predicted_) in found.items():
        text = " ".join(sorted({*in_gold.split(), *predicted_.split()}))
        articles.append(gold(text, name, populations=[people(n, int(n)) for n in in_gold.split()]))
        facts = [people(n, int(n)) for n in predicted_.split()]
        records[name] = predicted(text, name, populations=facts)
    return evaluate(articles, records)


MIXED = {
    "a": ("11 12 13", "11 12"),
    "b": ("21", "21 22 23"),
    "c": ("31 32", "33"),
    "d": ("41", "41"),
}


def test_perfect_predictions_score_one_everywhere() -> None:
    """Every level, row, interval and field is 1, and there is no error."""
    articles = [gold(TEXT, name, **FULL) for name in "abc"]
    found = evaluate(articles, {name: predicted(TEXT, name, **FULL) for name in "abc"})
    one = Ratio(value=1, low=1, high=1)
    for level in LEVELS:
        for row in ROWS:
            score = found.scores[level][row]
            assert (score.precision, score.recall, score.f1) == (one, one, one)
    fields = [field for named in found.fields.values() for field in named.values()]
    assert all(field.accuracy == one for field in fields)
    assert list(found.findings()) == []


@pytest.mark.parametrize(
    ("in_gold", "found", "precision", "recall", "f1"),
    [
        ("", "", None, None, None),
        ("11", "", None, 0, 0),
        ("", "11", 0, None, 0),
        ("11 12 13 14", "11 12 15", 2 / 3, 1 / 2, 4 / 7),
    ],
)
def test_ratios_of_one_article(in_gold, found, precision, recall, f1) -> None:
    """A ratio without a denominator is null, not nought."""
    score = numbers({"a": (in_gold, found)}).scores[FACT_LEVEL]["populations"]
    values = [score.precision.value, score.recall.value, score.f1.value]
    assert values == pytest.approx([precision, recall, f1])


def test_no_articles_give_no_ratios() -> None:
    """An evaluation of nothing says nothing."""
    found = evaluate([], {})
    assert {found.f1(row) for row in ROWS} == {None}


def test_counts_are_added_before_ratios_are_taken() -> None:
    """4 of 7 predicted and 4 of 7 in the gold are right, whatever the articles' own ratios."""
    score = numbers(MIXED).scores[FACT_LEVEL]["populations"]
    assert (score.counts.correct, score.counts.missed, score.counts.spurious) == (4, 3, 3)
    assert score.f1.value == pytest.approx(4 / 7)


def test_partial_credit_survives_adding_articles() -> None:
    """Two articles with half a credit each earn one of two."""
    text = "20 men"
    articles = [gold(text, name, populations=[people("20 men", 20)]) for name in "ab"]
    found = evaluate(
        articles, {n: predicted(text, n, populations=[people("20", 20)]) for n in "ab"}
    )
    assert found.scores["partial"]["populations"].recall.value == 0.5
    assert found.scores["exact"]["populations"].recall.value == 0.0


def test_micro_adds_and_macro_averages_the_types_that_occur() -> None:
    """Populations F1 1 (one fact), dates F1 0 (three facts): micro 1/4, macro 1/2."""
    text = "20 men in 1937, 1938, 1939"
    facts = {
        "populations": [people("20 men", 20)],
        "dates": [{"mentions": [y], "edtf": y, "kind": "year"} for y in ("1937", "1938", "1939")],
    }
    record = predicted(text, populations=facts["populations"])
    scores = evaluate([gold(text, **facts)], {"a": record}).scores[FACT_LEVEL]
    assert scores["micro"].recall.value == 0.25
    assert scores["macro"].recall.value == 0.5
    assert scores["macro"].counts is None


def test_intervals_are_the_same_each_time_and_hold_the_value() -> None:
    """The seed is fixed; an interval lies around its value, and is not empty for mixed articles."""
    first, second = numbers(MIXED), numbers(MIXED)
    assert first == second
    f1 = first.scores[FACT_LEVEL]["micro"].f1
    assert 0 <= f1.low < f1.value < f1.high <= 1


def test_the_bootstrap_is_what_a_loop_would_give() -> None:
    """Adding every drawn article's counts, one by one, gives the same resampled F1."""
    articles = numbers(MIXED).articles
    weights = draws(len(articles))
    table = resampled(articles, FACT_LEVEL, weights)[ROWS.index("micro"), :, 2]
    for drawn, f1 in zip(weights[:50], table[:50], strict=True):
        sample = [a for a, n in zip(articles, drawn, strict=True) for _ in range(int(n))]
        counts = add(Counts, (t.counts[FACT_LEVEL] for a in sample for t in a.types.values()))
        assert f1 == pytest.approx(2 * counts.credit / (counts.possible + counts.actual))


def test_draws_are_samples_with_replacement() -> None:
    """The first row is the sample itself; every other draws as many articles as there are."""
    weights = draws(7)
    assert weights.shape == (RESAMPLES + 1, 7)
    assert (weights[0] == 1).all()
    assert (weights.sum(axis=1) == 7).all()
    assert weights[1:].mean(axis=0) == pytest.approx(np.ones(7), abs=0.15)


@pytest.mark.parametrize("names", ["", "a"])
def test_an_article_alone_has_no_interval(names) -> None:
    """Drawn again and again it is itself: that would look like certainty."""
    found = numbers({name: MIXED[name] for name in names})
    ratios = [
        getattr(score, name)
        for score in found.scores[FACT_LEVEL].values()
        for name in ("precision", "recall", "f1")
    ]
    assert {(ratio.low, ratio.high) for ratio in ratios} == {(None, None)}
    assert found.fields["populations"]["kind"].accuracy.low is None


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([0.5, *np.linspace(0, 1, 1001)], (0.5, 0.025, 0.975)),
        ([0.5, math.nan, 0.4, 0.4], (0.5, 0.4, 0.4)),
        ([0.5, math.nan], (0.5, None, None)),
        ([math.nan, 0.4], (None, None, None)),
    ],
)
def test_intervals_are_percentiles_of_the_defined_resamples(values, expected) -> None:
    """2.5 and 97.5 per cent; undefined resamples are left out, an undefined value has no interval."""
    found = interval(np.array(values))
    assert (found.value, found.low, found.high) == pytest.approx(expected)


def test_division_by_zero_is_undefined() -> None:
    """NaN, without a warning."""
    assert np.isnan(divide(np.zeros(2), np.array([0.0, 0.0]))).all()
    assert np.isnan(ratios(np.zeros((3, 3)))).all()


def result_of(n_chars: int) -> ArticleResult:
    return ArticleResult(id="a", source="html", style="translated", n_chars=n_chars, types={})


@pytest.mark.parametrize(
    ("n_chars", "by", "value"),
    [
        (0, "length", "short"),
        (1999, "length", "short"),
        (2000, "length", "medium"),
        (4999, "length", "medium"),
        (5000, "length", "long"),
        (10, "source", "html"),
        (10, "style", "translated"),
    ],
)
def test_slices(n_chars, by, value) -> None:
    """By format, style, or length in characters."""
    assert slice_value(result_of(n_chars), by) == value


def test_slices_are_scored_apart() -> None:
    """Each slice has the score of its own articles, and their counts add up to the whole."""
    text = "20 men"
    facts = [people("20 men", 20)]
    articles = [
        gold(text, "a", style="edited", populations=facts),
        gold(text, "b", style="translated", populations=facts),
    ]
    found = evaluate(articles, {"a": predicted(text, "a", populations=facts)}, by="style")
    assert {v: s["micro"].f1.value for v, s in found.slices.items()} == {
        "edited": 1,
        "translated": 0,
    }
    assert found.unpredicted == ("b",)


def test_predictions_of_other_articles_are_told() -> None:
    """A stranger counts for nothing but is named; none but strangers is an error."""
    text = "20"
    records = {n: predicted(text, n) for n in ("a", "z")}
    assert evaluate([gold(text, "a")], records).unjudged == ("z",)
    with pytest.raises(GoldError, match="no prediction bears the id"):
        evaluate([gold(text, "b")], records)


def test_confusion_adds_articles() -> None:
    """Label pairs of all articles, the most frequent first."""
    text = "20 men"
    articles = [gold(text, n, populations=[people("20 men", 20, kind="moved")]) for n in "abc"]
    kinds = {"a": "lost", "b": "lost", "c": "moved"}
    records = {
        n: predicted(text, n, populations=[people("20 men", 20, kind=k)]) for n, k in kinds.items()
    }
    pairs = confusion(evaluate(articles, records).articles, "populations")
    assert [(p.gold, p.predicted, p.count) for p in pairs] == [
        ("moved", "lost", 2),
        ("moved", "moved", 1),
    ]


def test_an_evaluation_comes_back_from_json() -> None:
    """Nothing is lost on the way to a file."""
    found = numbers(MIXED)
    assert Evaluation.model_validate_json(found.model_dump_json()) == found
