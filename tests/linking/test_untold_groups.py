"""Whom a count counts where no words of its own say it, and the peoples of a title."""

import pytest

from pipeline.extracting import extract
from pipeline.linking.groups import titled_peoples
from pipeline.nlp import load

GREEKS = "Greeks of Kazakhstan\n\n"


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        (
            "Poles of Kazakhstan\n\nToday Poles take the ninth place in the land – 34 thousand 57"
            " persons (census of 2009).",
            ["Poles"],
        ),
        (
            GREEKS + "In 1989 the census counted 46 746 Greeks. Now in Kentau remained"
            " hardly 300 persons.",
            ["Greeks", "Greeks"],
        ),
        (
            GREEKS + "The hall was opened in 2009. The exhibition was seen by 1,200 people.",
            [None],
        ),
        ("The census takers of 1937 found just 181,520 in the town.", [None]),
        ("They reported 33 wounded, 7 captured.", ["wounded", None]),
    ],
)
def test_a_count_without_a_group_of_its_own_has_the_likeliest(
    text: str, groups: list[str | None]
) -> None:
    """The people told around it or in the title, where the weights find one; else null."""
    assert [count.group for count in extract(text).populations] == groups


@pytest.mark.parametrize(
    ("title", "peoples"),
    [
        ("Greeks of Kazakhstan", ["Greeks"]),
        ("Polish and German villages", ["Poles", "Germans"]),
        ("Greeks on the Kazakh land", ["Greeks"]),
        ("The museum of Semey", []),
    ],
)
def test_a_title_names_peoples(title: str, peoples: list[str]) -> None:
    """Each once, in order, by noun or adjective."""
    doc = load()(f"{title}\n\nThe first of them came in 1897, when a census was held in the land.")
    assert list(titled_peoples(doc)) == peoples


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("The registers give as follows: Almaty region 5,541, Astana 1,278.", [5541, 1278]),
        ("Each later enumeration brought a smaller figure: 2,714 for 1970.", [2714]),
        ("The press printed books: 5,541 in 1970.", []),
    ],
)
def test_in_an_article_on_one_people_places_and_years_count_it(
    text: str, counts: list[int]
) -> None:
    """Where nothing else is named that could be counted; under another title none of it counts."""
    told = extract(GREEKS + text).populations
    assert [(count.value, count.group) for count in told] == [(n, "Greeks") for n in counts]
    assert not extract("The museum of Semey\n\n" + text).populations
