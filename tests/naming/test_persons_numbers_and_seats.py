"""Persons and posts beside a name, numbers and what stands behind them, names in an "of" tail."""

import pytest

from pipeline import load


def names(text: str) -> list[str]:
    """The bodies found, as the text has them."""
    return [span.text for span in load()(text).spans["organizations"]]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "So told the nurse of Regional Hospital of Plant Anna Pavlovna Reimer in 1943.",
            ["Regional Hospital of Plant"],
        ),
        (
            "The member of Union of Writers of Kazakh SSR Marat Isin-Arka came.",
            ["Union of Writers of Kazakh SSR"],
        ),
        (
            "The employee of Archive of Pavlodar Region Saule Tursyn gave it.",
            ["Archive of Pavlodar Region"],
        ),
        (
            "Engineer Karabalyk experimental station Askar Dulatov showed it.",
            ["Karabalyk experimental station"],
        ),
        (
            "Director Kokshetau Historical Museum Irina Petrova spoke.",
            ["Kokshetau Historical Museum"],
        ),
        ("General Motors Plant worked there.", ["General Motors Plant"]),
        ("Student Youth Theatre opened in Almaty.", ["Student Youth Theatre"]),
        (
            "The Museum of Alexander Petrovich Belov was opened.",
            ["Museum of Alexander Petrovich Belov"],
        ),
        (
            "He led the Academy of Sciences of Kazakh SSR National Library for years.",
            ["Academy of Sciences of Kazakh SSR National Library"],
        ),
    ],
)
def test_a_person_or_post_beside_a_name_is_no_part_of_it(sentence: str, found: list[str]) -> None:
    """Given name and patronymic, two names behind a land, a post that a sentence opens with."""
    assert names(sentence) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "He worked in the Institute of Botany named after. K. Satov in Almaty.",
            ["Institute of Botany named after. K. Satov"],
        ),
        (
            "It is not told whom the institute was named after. A. Belov came later.",
            [],
        ),
        ("Mine Management No. 12 built it.", ["Mine Management No. 12"]),
        (
            "By order of the Mine Administration No. 45 of May 3 it was closed.",
            ["Mine Administration"],
        ),
        ("Resolution of the Cabinet of Ministers No. 496 was read.", ["Cabinet of Ministers"]),
        ("He served at military unit No. 30217 for a year.", ["military unit No. 30217"]),
        (
            "He was kept in Balkhash Camp No. 37 for Prisoners of War.",
            ["Balkhash Camp No. 37 for Prisoners of War"],
        ),
        ("In camp No. 37 for Japanese prisoners he died.", ["camp No. 37"]),
        (
            "She taught at Mine and Plant Vocational School No. 3.",
            ["Mine and Plant Vocational School No. 3"],
        ),
        (
            'It had three trusts: "Domna", Stroymash, and Mounting and Repair Management No. 4.',
            ["Domna", "Stroymash", "Mounting and Repair Management No. 4"],
        ),
        (
            "The Kazakh Museum and Abai Art School were opened.",
            ["Kazakh Museum", "Abai Art School"],
        ),
    ],
)
def test_a_number_and_what_stands_around_it_belong_to_a_name(
    sentence: str, found: list[str]
) -> None:
    """A decree's number doesn't; "for" goes on with capitals, "and" joins two adjectives of one head."""
    assert names(sentence) == found
