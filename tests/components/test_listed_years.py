"""Numbers like years that count, as their neighbours in a list do, and lists of years."""

import pytest

from pipeline import load
from pipeline.components.dates import mark_dates
from pipeline.nlp import CleaningTokenizer


def dates(text: str) -> list[str | None]:
    """The dates of a text, in EDTF."""
    tokenizer = load().tokenizer
    assert isinstance(tokenizer, CleaningTokenizer)
    doc = mark_dates(tokenizer.inner(text))
    return [span._.date.edtf for span in doc.spans["dates"]]


@pytest.mark.parametrize(
    "text",
    [
        "South Kazakhstan took 4180 families, Zhambyl region – 2205, Almaty region – 1949.",
        "There were 8846, in Oral region – 2160, in South Kazakhstan – 1204, in Almaty – 1057.",
        "Oral region: 3310.\n\nAlmaty region: 2150.\n\nAlmaty city: 1120.",
        "Semey: 1120; Aktobe: 640; Almaty: 1057.",
        "They live in Oral (2,92 thousand), Aktobe (2 075) and Pavlodar (1860) regions.",
        "Pavlodar – 1860, Kostanay – 1920, Aktobe – 2575.",
        "Pavlodar - 1860, and Aktobe - 12 703.",
        "They killed 340, wounded 1204.",
        "There fishermen were counted: fishermen in them 7240, and women at processing 1985.",
        "Poles: men – 1410, women – 638.",
        "There were Cossacks and military - 1840, Tatars - 705.",
        "Akmola region – 1910 people, Pavlodar region – 1845, Kostanay region – 1756.",
    ],
)
def test_a_number_of_a_list_counts_as_the_one_beside_it(text: str) -> None:
    """An item of the same shape has a number that can be no year."""
    assert dates(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fortresses: Omsk – 1716, Pavlodar – 1720.", ["1716", "1720"]),
        ("Omsk (1716), Pavlodar (1720), Verny (1854).", ["1716", "1720", "1854"]),
        ("Works: Kashgari (1074), Hudud (982).", ["1074"]),
        ("Omsk: founded – 1716, population – 2575.", ["1716"]),
        ("Height: 175. Birth: 1930.", ["1930"]),
        ("Omsk – 1716, Semey – 1720, distance – 2500 km.", ["1716", "1720"]),
        ("Almaty – 1854, Astana – 1830; Kazakhs – 2160.", ["1854", "1830"]),
        ("Pavlodar – 1720, a town of 2575 people.", ["1720"]),
        ("Pupils: in Oral – 2575. Pavlodar became a town – 1861, by decree.", ["1861"]),
        ("It left 1204 roubles, by 1937 nobody.", ["1937"]),
        ("In 1941 wounded came, in 1942 dead.", ["1941", "1942"]),
    ],
)
def test_a_list_of_years_is_one_of_dates(text: str, expected: list[str]) -> None:
    """No number beside them is one that no year has, or its label is of another kind."""
    assert dates(text) == expected
