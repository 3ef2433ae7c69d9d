"""Numbers like years that count, as their neighbours in a list do, and lists of years."""

import pytest

from pipeline import load
from pipeline.components.dates import mark_dates
from pipeline.nlp import CleaningTokenizer


def dates(text: str) -> list[str | None]:
    """The dates of a text, in EDTF; not those that wait for a day of publication."""
    tokenizer = load().tokenizer
    assert isinstance(tokenizer, CleaningTokenizer)
    doc = mark_dates(tokenizer.inner(text))
    return [span._.date.edtf for span in doc.spans["dates"] if span._.date.edtf]


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
        "Of cold died 1488, of scurvy 203 persons.",
        "Of scurvy died 203 persons, of cold died 1488.",
        "The households left: nearly 1900 - to Siberia, 2730 - to the mines.",
        "The households left: 2730 - to the mines, 1900 - to Siberia.",
        "Now 915 pupils learn it, ten years ago - 1380.",
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
        ("Abai died 1904, of scurvy 203 persons died.", ["1904"]),
        ("He went away twice: 1930 - to Siberia, 1933 - to the mines.", ["1930", "1933"]),
        ("A hundred years ago - 1917", ["1917"]),
    ],
)
def test_a_list_of_years_is_one_of_dates(text: str, expected: list[str]) -> None:
    """No number beside them is one that no year has, or its label is of another kind."""
    assert dates(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The school released for three years 1485 pilots.",
        "In the town are born for 4 years 1917 children of war.",
        "They collected the list from 1716 victims of hunger.",
        "A detachment from 1500 soldiers came.",
        "In that winter from 310 Crimean settlers 57 died.",
        "In the orphanage died 163 children from 390.",
        "Called up were 3640, of them were killed 1105.",
        "Nearly 1900 went to Siberia.",
        "Circulation: 1936 y. — 1200.",
    ],
)
def test_a_number_like_a_year_counts_who_stand_beside_it(text: str) -> None:
    """Behind a stretch of years, a group made up "from" it, a whole, the part of a whole, a word for "almost"."""
    assert [edtf for edtf in dates(text) if edtf != "1936"] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("By revision of 1795 - 1863 souls of male sex.", ["1795"]),
        ("By the census of 1926 - 1939 Germans came.", ["1926/1939"]),
        ("In the hungry years 1941 soldiers left.", ["1941"]),
        ("In hungry 1932-33 many yards left for Kyrgyzstan.", ["1932/1933"]),
        ("The list from 1916 was lost.", ["1916"]),
        ("They fled with 163 children from 1390.", ["1390"]),
        ("Of them was born 1905 the eldest.", ["1905"]),
        ("It came nearly in 1900.", ["1900~"]),
        ("After the battle in July of 751 it went on.", ["0751-07"]),
        ("In March of 190 settlers few came.", ["XXXX-03"]),
        ("It went there, in 960 — with the order of the khan.", ["0960"]),
        ("It stood in 300 - 400 places.", []),
    ],
)
def test_a_year_beside_people_is_one(text: str, expected: list[str]) -> None:
    """A year of a revision before its souls, a year that a list is from, years of the first millennium."""
    assert dates(text) == expected
