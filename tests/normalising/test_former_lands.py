"""A name that a land of the past shares with a town, and districts that go by a town's older name."""

import pytest

from pipeline.extensions import spans_of
from pipeline.nlp import load


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("In 1916 the rising took hold of Turkestan.", "Turkestan"),
        ("Of Turkestan the governor wrote in 1897.", "Turkestan"),
        ("In 1730 the tax was paid by Turkestan.", "Turkistan"),
        ("In 2012 the conference met in Turkestan.", "Turkistan"),
        ("The conference met in Turkestan.", "Turkistan"),
        ("By 1897 peasants had come.\nThe conference met in Turkestan.", "Turkistan"),
        ("It is in Kustanai district.", "Kostanay District"),
        ("It is in Kurgaldzhino district.", "Korgalzhyn District"),
        ("It is in Perovsk uezd.", "Perovsk Uyezd"),
    ],
)
def test_the_years_around_a_name_tell_land_from_town(text: str, place: str) -> None:
    """The year told last before it in its paragraph, else the first behind."""
    assert [span._.place.name for span in spans_of(load()(text), "places")] == [place]
