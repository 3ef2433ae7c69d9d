"""Names of lands, units and places of the past: which gives way to one of today, and which stays."""

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
    ],
)
def test_the_years_around_a_name_tell_land_from_town(text: str, place: str) -> None:
    """The year told last before it in its paragraph, else the first behind."""
    assert [span._.place.name for span in spans_of(load()(text), "places")] == [place]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("It is in Perovsk uezd.", "Perovsk Uezd"),
        ("It is in Perovsk uyezd.", "Perovsk Uyezd"),
        ("It is in Lepsinsk county.", "Lepsinsk County"),
        ("It is in Semipalatinsk guberniya.", "Semipalatinsk Guberniya"),
        ("It is in Akmola governorate.", "Akmola Governorate"),
        ("It is in Orenburg krai.", "Orenburg Krai"),
        ("It is in Turgay oblast.", "Turgay Region"),
        ("It is in Ural province.", "Ural Province"),
        ("It is in Semipalatinskaya oblast.", "Semipalatinsk Region"),
        ("It is in Ubagan volost.", "Ubagan Volost"),
        # No district of today goes by the town's name.
        ("It is in Guryev district.", "Guryev District"),
        ("It is in Chiili district.", "Shieli District"),
        ("It is in Kordai district.", "Kordai District"),
        ("It is in Sayram.", "Sayram"),
        ("It is in Dzharkent.", "Zharkent"),
        ("It is in Alma-Ata province.", "Almaty Region"),
    ],
)
def test_a_name_without_a_modern_one_stays(text: str, place: str) -> None:
    """Units of the past keep the text's word and spelling, towns and districts the spelling; renamed places do not."""
    assert [span._.place.name for span in spans_of(load()(text), "places")] == [place]
