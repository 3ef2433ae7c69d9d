"""Agreement of two annotators: the coefficients by hand, and what they are taken over."""

import builtins

import pytest
from making import day, gold, people
from tooling import sample

from pipeline.annotating.agreement import (
    ALL,
    _coefficient,
    agreement,
    field_alphas,
    paired,
    token_kappas,
    tokens_of,
)
from pipeline.errors import AnnotationError
from pipeline.records import FACT_TYPES


def same(first, second) -> bool:
    return first == second


def test_kappa_is_cohens() -> None:
    """20 yes-yes, 5 yes-no, 10 no-yes, 15 no-no: 0.7 observed, 0.5 by chance, so 0.4."""
    labels = [("y", "y")] * 20 + [("y", "n")] * 5 + [("n", "y")] * 10 + [("n", "n")] * 15
    found = _coefficient(labels, "kappa", same)
    assert (found.items, found.observed) == (50, 0.7)
    assert found.corrected == pytest.approx(0.4)


def test_alpha_is_krippendorffs() -> None:
    """The ten binary units of Krippendorff 2011, section A: 0.095."""
    labels = list(zip("0100000010", "1110010000", strict=True))
    found = _coefficient(labels, "alpha", same)
    assert (found.items, found.observed) == (10, 0.6)
    assert found.corrected == pytest.approx(0.095, abs=5e-4)


@pytest.mark.parametrize("method", ["kappa", "alpha"])
@pytest.mark.parametrize(
    ("labels", "observed", "corrected"),
    [
        ([], None, None),
        ([("a", "a"), ("a", "a")], 1.0, None),
        ([("a", "a"), ("b", "b")], 1.0, 1.0),
        ([(None, None), (None, "b")], 0.5, 0.0),
    ],
)
def test_what_chance_can_not_be_told_from_is_null(method, labels, observed, corrected) -> None:
    """No items, or one category alone; null is a category like others."""
    found = _coefficient(labels, method, same)
    assert found.observed == observed
    assert found.corrected == pytest.approx(corrected) if corrected is not None else True
    assert (found.corrected is None) is (corrected is None)


def test_one_annotation_agrees_with_itself() -> None:
    """F1, kappa and every alpha that is defined are 1."""
    found = agreement([sample()], [sample()])
    assert found.articles == ("a",)
    rows = found.evaluation.scores
    assert all(rows[level]["micro"].f1.value == 1 for level in ("fact", "strict", "partial"))
    assert {name: one.corrected for name, one in found.tokens.items()} == dict.fromkeys(
        (*FACT_TYPES, ALL), 1.0
    )
    fields = [one for fields in found.fields.values() for one in fields.values()]
    assert all(one.observed == 1 and one.corrected in (1, None) for one in fields)


TEXT = "In 1937 20 men came , 30 men left ."


def annotated(*quotes: str, years: tuple[str, ...] = ("1937",), ignore=(), **fields):
    counts = [people(q, int(q[:2]), id=f"pop-{n}", **fields) for n, q in enumerate(quotes, 1)]
    dates = [day(year, year, id=f"date-{n}") for n, year in enumerate(years, 1)]
    return gold(TEXT, populations=counts, dates=dates, ignore=ignore)


def test_kappa_is_taken_over_tokens() -> None:
    """Ten words and signs: four in populations of the first, two in those of the second."""
    found = token_kappas(paired([annotated("20 men", "30 men")], [annotated("20 men", years=())]))
    assert found["populations"].items == 10
    assert found["populations"].observed == 0.8
    # 0.4 * 0.2 + 0.6 * 0.8 = 0.56 by chance.
    assert found["populations"].corrected == pytest.approx((0.8 - 0.56) / (1 - 0.56))
    assert found["dates"].observed == 0.9
    assert found[ALL].observed == 0.7
    assert found["percentages"].corrected is None


def test_fields_are_compared_over_the_facts_that_both_have() -> None:
    """A fact of one alone has no pair; alpha of kind over the rest by hand."""
    first = annotated("20 men", "30 men", kind="moved")
    second = annotated("20 men", kind="lost")
    found = field_alphas(paired([first], [second]), "populations")
    assert found["kind"].items == 1
    assert found["kind"].observed == 0
    assert found["qualifier"].observed == 1
    assert found["qualifier"].corrected is None


def test_values_differ_where_the_evaluator_says_so() -> None:
    """Two spellings of a group are one value, two places of one code too."""
    first = annotated(
        "20 men", "30 men", group="the Kurds", place={"name": "Alma-Ata", "code": "KZ-ALA"}
    )
    second = annotated(
        "20 men", "30 men", group="Kurds", place={"name": "Almaty", "code": "KZ-ALA"}
    )
    found = field_alphas(paired([first], [second]), "populations")
    assert (found["group"].observed, found["place"].observed) == (1, 1)


def test_what_either_ignores_counts_for_neither() -> None:
    """In facts, tokens and fields alike."""
    first, second = annotated("20 men", ignore=("30 men",)), annotated("20 men", "30 men")
    found = agreement([first], [second])
    assert found.evaluation.f1("populations") == 1
    assert found.tokens["populations"].corrected == 1
    assert found.tokens["populations"].items == 8


def test_tokens_are_those_a_reader_sees() -> None:
    """The markup of a page is none; offsets lead to the page's source."""
    page = "<html><head><title>K</title></head><body><p>In 1937 20 men came to Karatal.</p></body></html>"
    article = gold(page).model_copy(update={"format": "html"})
    words = [page[start:end] for start, end in tokens_of(article)]
    assert [word for word in words if word != "K"] == [
        "In",
        "1937",
        "20",
        "men",
        "came",
        "to",
        "Karatal",
        ".",
    ]


def test_articles_of_one_file_alone_are_left_out() -> None:
    """The second annotator may have done a part."""
    both = [gold(TEXT, "a"), gold(TEXT, "b")]
    assert agreement(both, [gold(TEXT, "b"), gold(TEXT, "c")]).articles == ("b",)


@pytest.mark.parametrize(
    ("second", "message"),
    [
        (gold(TEXT, "b"), "the files share no article"),
        (gold(TEXT + "!", "a"), "the text differs in a; agreement needs one text"),
    ],
)
def test_what_can_not_be_compared_is_told(second, message) -> None:
    """Nothing is measured over it."""
    with pytest.raises(AnnotationError, match=message):
        agreement([gold(TEXT, "a")], [second])


def test_a_missing_extra_is_named(monkeypatch) -> None:
    """The message says what to install."""
    plain_import = builtins.__import__

    def without_nltk(name, *args, **kwargs):
        if name.startswith("nltk"):
            raise ModuleNotFoundError("No module named 'nltk'", name="nltk")
        return plain_import(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", without_nltk)
    with pytest.raises(
        AnnotationError, match=r"nltk is not installed; pip install '.*\[annotate\]'"
    ):
        agreement([annotated("20 men")], [annotated("30 men")])
