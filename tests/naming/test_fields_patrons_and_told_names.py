"""Fields, forces and patrons that end a name, persons that do not, and names that an apposition or a bracket tells."""

import pytest

from pipeline import extract, load


def names(text: str) -> list[str]:
    """The bodies found, as the text has them."""
    return [span.text for span in load()(text).spans["organizations"]]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "He led the Institute of Chemical Raw Materials and was chosen.",
            ["Institute of Chemical Raw Materials"],
        ),
        (
            "The National Agency for Quality Control in Medicine accredited 12 clinics.",
            ["National Agency for Quality Control in Medicine"],
        ),
        (
            "The Centre for Cooperation in Medicine and Science was opened.",
            ["Centre for Cooperation in Medicine and Science"],
        ),
        ("The Centre for Research in Almaty was opened.", ["Centre for Research"]),
        (
            "She led the Society for Assistance to the Army, Aviation and Fleet of Ukraine.",
            ["Society for Assistance to the Army, Aviation and Fleet of Ukraine"],
        ),
        (
            "He led the Ministry of Culture, Sport and Committee of Forests.",
            ["Ministry of Culture", "Committee of Forests"],
        ),
        (
            "Five members of the Omsk regional committee of the party on trial stood.",
            ["Omsk regional committee of the party"],
        ),
        ("The Alash–Orda government met.", ["Alash–Orda"]),
        (
            "They joined the Economic and Trade Commission for Asia and the Pacific.",
            ["Economic and Trade Commission for Asia and the Pacific"],
        ),
        (
            "The Bank for Latin America and the Caribbean gave a loan.",
            ["Bank for Latin America and the Caribbean"],
        ),
        (
            "The Land Committee of the UN and the Advisory Boards of UNICEF met.",
            ["Land Committee of the UN", "UNICEF"],
        ),
        (
            "The Almaty regional department of culture, archives and documentation opened a hall.",
            ["Almaty regional department of culture, archives and documentation"],
        ),
        (
            "The Regional Department of Internal Policy, Languages and Archives met.",
            ["Regional Department of Internal Policy, Languages and Archives"],
        ),
    ],
)
def test_fields_and_forces_end_a_name(sentence: str, found: list[str]) -> None:
    """ "in" leads to a field of work or to a town; a list of forces is one name; a party decides on something."""
    assert names(sentence) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "She works at the Taraz University named after Mukhammed Khaidar Dulati.",
            ["Taraz University named after Mukhammed Khaidar Dulati"],
        ),
        ("He led the school named after Abai Marat Sadykov.", ["school named after Abai"]),
        ("He taught at L. N. Gumilyov ENU since 1996.", ["L. N. Gumilyov ENU"]),
        ("The rector of ENU named I. A. Kim.", ["ENU"]),
        ("The men were sent to the Semey army group.", ["Semey army group"]),
        ("The oil was found by the Embaneft association.", ["Embaneft"]),
        (
            "The Semey Philharmonic Society of a name of K. Isin sang.",
            ["Semey Philharmonic Society of a name of K. Isin"],
        ),
        (
            "The Semey Regional Philharmonic named of K. Isin sang.",
            ["Semey Regional Philharmonic named of K. Isin"],
        ),
        (
            "The head of the school named after Ybyrai Aidar Nurlan spoke.",
            ["school named after Ybyrai"],
        ),
        (
            "Men of the 5th Jan Hus Rifle Regiment came to Omsk.",
            ["5th Jan Hus Rifle Regiment"],
        ),
        ("They left on 5 Jan Rifle Regiment by regiment.", ["Rifle Regiment"]),
        ("The fishing artel named after Frunze won.", ["fishing artel named after Frunze"]),
        (
            "The evacuated plant No. 512 and the specialized school No. 5 worked.",
            ["plant No. 512", "specialized school No. 5"],
        ),
        (
            "The secretary of Omsk regional committee of party Sergei Ivanenko spoke.",
            ["Omsk regional committee of party"],
        ),
        ("The bureau of the party Birlik met.", ["Birlik"]),
        ("A deputy, Nadiya Kormash, spoke; Kormash was loud.", []),
        ("The engineers of the plant Kormash came.", ["Kormash"]),
        ("The mines of Zhairem polymetallic combine stood.", ["Zhairem polymetallic combine"]),
    ],
)
def test_patrons_and_numbers_stay_and_leaders_go(sentence: str, found: list[str]) -> None:
    """A patron may have three names or a month's; a participle or a leader is no part of a name."""
    assert names(sentence) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("They had the first newspaper, Karatau Tany, edited by S. Omarov.", ["Karatau Tany"]),
        ("In the first newspaper, Ivan Petrov, a poet, wrote.", []),
        ("She directed Bilimdar, a school for girls founded in 1911.", ["Bilimdar"]),
        ("They came from Sartobe, a school for herders founded in 1930.", []),
        ("In Sartobe, a factory founded in 1930, he met her.", []),
        (
            "He registered Polonka, a society of the many Poles of Omsk with its seat in Omsk, and left.",
            ["Polonka"],
        ),
        ("The foundation Bread for Life gave money.", ["Bread for Life"]),
        ("The foundation Hope in Omsk gave money.", ["Hope"]),
        ("The searching group «Erlik» found them.", ["Erlik"]),
        ("The public committee «Taza su» met.", ["Taza su"]),
        ("Two co-operatives, «Agro-Nan» and «Kok Su», work.", ["Agro-Nan", "Kok Su"]),
        ('A film about her, "Salt Plant", was shown.', []),
        ('He is the author of "The Northern Society".', []),
        ("A digital archive «Home – Front» was opened.", []),
    ],
)
def test_an_apposition_tells_a_name_or_a_work(sentence: str, found: list[str]) -> None:
    """A noun before or behind a comma tells what bears a name."""
    assert names(sentence) == found


@pytest.mark.parametrize(
    ("sentence", "short"),
    [
        ("The Main Administration of Camps of the NKVD, usually shortened to GUMZ, knew.", "GUMZ"),
        ("The Irgiz Uyezd Revolutionary Committee (Uyezdrevkom) met.", "Uyezdrevkom"),
        ("The Institute of Weaving and Carpets (VNIIK, Moscow) wrote.", "VNIIK"),
        ("Kirrevkom – Kirghiz Revolutionary Committee – sat there.", "Kirrevkom"),
        ("Narkompros, the People's Commissariat of Education, wrote.", "Narkompros"),
    ],
)
def test_what_a_name_is_shortened_to_is_an_alias(sentence: str, short: str) -> None:
    """Told right behind a body, letters and syllables are its own."""
    (body,) = extract(f"Notes\n\n{sentence}\n").organizations
    assert short in body.aliases
