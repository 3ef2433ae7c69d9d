"""What a date dates, told by the words around it."""

import pytest

from pipeline import load
from pipeline.linking.dated import clauses_between, dated
from pipeline.linking.surroundings import verb_over


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The khan (1802-1847) had 20 thousand warriors.", "bracket"),
        ("He was born in 1890 and led 40 men.", "life"),
        ("The institute was founded in 1928 and has 40 students.", "made"),
        ("By the law of 1993 40 families moved.", "law"),
        ("In the book published in 1998 40 people are named.", "book"),
        ("In 1993 40 families moved.", "none"),
        ("The law is old. In 1993 40 families moved.", "none"),
    ],
)
def test_the_words_before_a_date_say_what_it_dates(text: str, told: str) -> None:
    """A life, a law, a book, a founding, or nothing of the kind."""
    (date,) = load()(text).spans["dates"]
    assert dated(date).told == told


@pytest.mark.parametrize(
    ("text", "aside"),
    [
        ("The school, opened in 1955, has 240 orphans.", "made"),
        ("The academy, which was founded in 1946, counted 160 scholars.", "made"),
        ("The division, formed in September, 1941, had 900 men.", "held"),
        ("The congress, held in 1917, gathered 81 delegates.", "held"),
        ("The commune, founded in 1921 by 33 soldiers, broke up.", "none"),
        ("In 1917, 81 delegates came.", "none"),
    ],
)
def test_a_date_may_stand_in_an_aside_that_its_count_does_not_stand_in(
    text: str, aside: str
) -> None:
    """How a body came to be, or what was held."""
    doc = load()(text)
    (date,), (count,) = doc.spans["dates"], doc.spans["populations"]
    assert dated(date).aside_of(count) == aside


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("In 1934 112 graduates left the institute.", "same"),
        ("The institute, which was opened in 1928, has 112 graduates.", "under-relative"),
        ("When 45 thousand Uighurs moved, it was 1883.", "over"),
    ],
)
def test_the_verbs_of_a_count_and_a_date_stand_to_each_other(text: str, verbs: str) -> None:
    """One verb, or one of them under the other."""
    doc = load()(text)
    (date,), (count,) = doc.spans["dates"], doc.spans["populations"]
    assert clauses_between(verb_over(count), verb_over(date)) == verbs
