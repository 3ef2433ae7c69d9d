"""Bodies of science, sport, industry, faith and state as translations tell them: what a name holds, where it ends."""

import pytest

from pipeline import load


def found(text: str) -> list[tuple[str, str]]:
    """The bodies found, as the text has them, and their types."""
    spans = load()(text).spans["organizations"]
    return [(span.text, span._.organization.type) for span in spans]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        (
            "The Museum of Fine Arts and the Residence of Ormambet Khan are open.",
            ["Museum of Fine Arts"],
        ),
        (
            "The Spassk smelter of the Akmola Copper Company and the Ridder mines closed.",
            ["Spassk smelter of the Akmola Copper Company"],
        ),
        (
            "The Ministry of Culture and the Arts of Kazakhstan helped.",
            ["Ministry of Culture and the Arts of Kazakhstan"],
        ),
        (
            "Director of the Institute of History named after Valikhanov S.B. Tleukenov spoke.",
            ["Institute of History named after Valikhanov"],
        ),
        (
            "The Institute of History named after Valikhanov Ch.Ch. was moved.",
            ["Institute of History named after Valikhanov Ch.Ch."],
        ),
        (
            "He heads the World History, Archeology and Ethnology Department of Kokshetau University.",
            ["World History, Archeology and Ethnology Department of Kokshetau University"],
        ),
        (
            "The Sokolov-Kashar mining and processing production association gave ore.",
            ["Sokolov-Kashar mining and processing production association"],
        ),
        (
            "The Lisakovsk mining and concentrating combine gave ore.",
            ["Lisakovsk mining and concentrating combine"],
        ),
        ('"Atalyk" Publishing House LLP issued the textbooks.', ["Atalyk"]),
        (
            "The chess federation of Kazakhstan sent a team.",
            ["chess federation of Kazakhstan"],
        ),
        (
            "The circus school named after Zhunisov is in Astana.",
            ["circus school named after Zhunisov"],
        ),
        (
            "In 1990 the social-democratic party of Kazakhstan was created.",
            ["social-democratic party of Kazakhstan"],
        ),
        ("The First President Museum received guests.", ["First President Museum"]),
        (
            "Kazakh National University after Mukhtar Auezov is large.",
            ["Kazakh National University after Mukhtar Auezov"],
        ),
        (
            "In the Academy of Sciences Kazakh Soviet Socialist Republic he read a paper.",
            ["Academy of Sciences Kazakh Soviet Socialist Republic"],
        ),
        (
            "The Centre of documentation of the contemporary history of Omsk region keeps it.",
            ["Centre of documentation of the contemporary history of Omsk region"],
        ),
        (
            "The embassy of the USA in Astana and the embassy of Turkey in Tashkent sent books.",
            ["embassy of the USA", "embassy of Turkey"],
        ),
        ("In 1742 the embassy of Karl Miller reached Urga.", []),
        (
            "The Kazakh branch of the Red Cross and Red Crescent Society sent nurses.",
            ["Red Cross and Red Crescent Society"],
        ),
    ],
)
def test_a_name_has_what_is_its_own(sentence: str, names: list[str]) -> None:
    """Fields, kinds, patrons and lands are of the name; what another "the" opens is not."""
    assert [name for name, _ in found(sentence)] == names


@pytest.mark.parametrize(
    ("sentence", "bodies"),
    [
        (
            'In 1917 the organization "Zhas Kazakh" was formed in Akmola.',
            [("Zhas Kazakh", "association")],
        ),
        ('The newspaper "Zhas Kazakh" was read.', [("Zhas Kazakh", "media")]),
        (
            "He left the Eastern Division of Kazan University.",
            [("Eastern Division of Kazan University", "education")],
        ),
        ("The 3rd Division of the Red Army came.", [("3rd Division of the Red Army", "military")]),
        (
            'In the final "Esil" FC lost to Altay HC.',
            [("Esil", "association"), ("Altay", "association")],
        ),
        (
            "The Omsk Regional Committee of the CP(b)K met.",
            [("Omsk Regional Committee of the CP(b)K", "party")],
        ),
        (
            "The Secretariat of the CICA and the Kazakh branch of VASKhNIL wrote.",
            [
                ("Secretariat of the CICA", "international"),
                ("Kazakh branch of VASKhNIL", "education"),
            ],
        ),
        (
            "The Semipalatinsk regional government and the Karkaraly district order sent it.",
            [
                ("Semipalatinsk regional government", "government"),
                ("Karkaraly district order", "government"),
            ],
        ),
        ("By the district order of 1867 the regional government was closed.", []),
        (
            "In the Karkaraly zemstvo hospital he read the magazine Kazakhstan kommunisi.",
            [("Karkaraly zemstvo hospital", "other"), ("Kazakhstan kommunisi", "media")],
        ),
        (
            "The Kalzhan akhun madrasah on the Syr Darya was known.",
            [("Kalzhan akhun madrasah", "education")],
        ),
        (
            "The Sauran complex archeological expedition found it.",
            [("Sauran complex archeological expedition", "education")],
        ),
        (
            "The Khan's council consisted of six persons.",
            [("Khan's council", "government")],
        ),
        (
            "The 147th fighter aviation division covered the town.",
            [("147th fighter aviation division", "military")],
        ),
    ],
)
def test_what_a_body_is(sentence: str, bodies: list[tuple[str, str]]) -> None:
    """What is said beside a name or in it tells the type."""
    assert found(sentence) == bodies
