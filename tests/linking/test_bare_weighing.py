"""Bare numbers that no cue tells of, weighed by what stands around them."""

import pytest

from pipeline.components.populations import bare_numbers
from pipeline.extracting import extract
from pipeline.linking.bare.weighing import count_options
from pipeline.linking.ranking import Option
from pipeline.nlp import load

GREEKS = "Greeks of Kazakhstan\n\nThe census of 1959 found 55 543 Greeks in the republic. "


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        (GREEKS + "1970: 39 241. 1979: 49 930. 1989: 46 746.", [55543, 39241, 49930, 46746]),
        (GREEKS + "Then begins a slope: 31 491 in 1979, 12 703 in 1999.", [55543, 31491, 12703]),
        (GREEKS + "The district of Kentau alone is home to about 6,700.", [55543, 6700]),
        ("The circulation of the newspaper reached 39 241 in 1970.", []),
        ("The harvest of the farm was 4 567 in 1989, 5 432 in 1990.", []),
    ],
)
def test_a_bare_number_counts_where_its_surroundings_say_so(text: str, counts: list[int]) -> None:
    """A series goes on with what was counted; what nobody counts as people does not."""
    assert [int(count.value or 0) for count in extract(text).populations] == counts


def test_a_series_behind_families_counts_people_again() -> None:
    """Where the title's people are counted by years; the families keep their unit."""
    text = (
        "Tatars of Kazakhstan\n\nIn 1897 some 2 350 Tatar families lived in the towns. The censuses gave: "
        "1939 — 108 127; 1959 — 191 680; 1970 — 281 849."
    )
    assert [count.unit for count in extract(text).populations] == ["families", *["persons"] * 3]


def options(text: str) -> list[Option[str | None]]:
    """The options of the last bare number of a text."""
    return list(count_options(list(bare_numbers(load()(text)))[-1]))


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("The number stood at 512 then.", [None, "persons"]),
        ("There came 300 people. Then 512 more.", [None, "persons"]),
        ("There came 300 families. Then 512 more.", [None, "persons", "families"]),
    ],
)
def test_a_number_may_count_what_the_count_before_does(text: str, units: list[str | None]) -> None:
    """Nothing, people, or families where those were counted; nothing has no features."""
    found = options(text)
    assert [option.value for option in found] == units
    assert not found[0].features
    assert set(found[-1].features) >= set(found[1].features) > set()


@pytest.mark.parametrize(
    ("text", "features"),
    [
        ("Germans of Kazakhstan\n\n1970: 39 241.", {"form=grouped", "titled=1", "size=100000"}),
        ("There came 300 people. Then 512 more.", {"after=count in paragraph", "form=plain"}),
        ("Of the sheep 512, or 45 %, fell.", {"share-behind=True", "before=NOUN"}),
        ("The schools had: 512.", {"plural=THINGS", "before=:"}),
        ("About eighty came.", {"form=words", "qualifier=approximate"}),
    ],
)
def test_features_tell_form_neighbours_and_what_was_counted(text: str, features: set[str]) -> None:
    """By names that the table of weights shows."""
    assert features <= set(options(text)[1].features)


@pytest.mark.parametrize(("times", "most"), [(1, 4), (40, 40)])
def test_figures_far_from_any_word_are_not_weighed(times: int, most: int) -> None:
    """A dump of numbers in a page takes the time of its length, and tells nothing."""
    text = f"The heights of the points were these: {'12, 30, 7, ' * times}400 in the end."
    assert 0 < len(list(bare_numbers(load()(text)))) <= most
