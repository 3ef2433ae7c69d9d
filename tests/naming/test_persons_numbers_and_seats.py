"""Persons and posts beside a name, numbers and what stands behind them, names in an "of" tail."""

import pytest

from pipeline import extract, load


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
        (
            "The head of the People's Commissariat for Health Isinov worked there.",
            ["People's Commissariat for Health"],
        ),
        (
            "To Taraz Second Moscow State Pedagogical Institute came.",
            ["Second Moscow State Pedagogical Institute"],
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
        (
            "It had the 1290th, 1292nd and 1294th rifle regiments then.",
            ["1290th", "1292nd", "1294th rifle regiments"],
        ),
        (
            "There were 105-th (Zhambyl) and 106-th (Akmolinsk) cavalry divisions.",
            ["105-th", "106-th (Akmolinsk) cavalry divisions"],
        ),
        ("The MTS named after Kirov repaired tractors.", ["MTS named after Kirov"]),
        (
            "He led the Museum of Military Glory of School-gymnasium No. 36 there.",
            ["Museum of Military Glory of School-gymnasium No. 36"],
        ),
        ("He was treated in EH No. 3594 then.", ["EH No. 3594"]),
    ],
)
def test_a_number_and_what_stands_around_it_belong_to_a_name(
    sentence: str, found: list[str]
) -> None:
    """A decree's number doesn't; "for" goes on with capitals, "and" joins two adjectives of one head."""
    assert names(sentence) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("He sat in Gubispolkom of Kustanai in 1921.", ["Gubispolkom of Kustanai"]),
        ("The body of Kazobkom of RKP(b) was printed.", ["Kazobkom of RKP(b)"]),
        ("He left Gubrevkom of his own will.", ["Gubrevkom"]),
        ("The Omsk group of the RSDLP printed leaflets.", ["Omsk group of the RSDLP"]),
        ("He joined a group of RSDLP.", ["RSDLP"]),
        (
            "He sat in the prison of the UNKVD for Aktobe Region.",
            ["UNKVD for Aktobe Region"],
        ),
        ("He read the report of OGPU for February 1932.", ["OGPU"]),
        (
            "They wrote to Glavneft of the People's Commissariat of Heavy Industry.",
            ["Glavneft of the People's Commissariat of Heavy Industry"],
        ),
        (
            "He led the Ural Regional Committee of the party Alash.",
            ["Ural Regional Committee of the party Alash"],
        ),
        (
            "The secretary of the Ural Regional Committee of the party Isin spoke.",
            ["Ural Regional Committee of the party"],
        ),
        (
            "She leads the Council of Veterans of “Kazakhmys” now.",
            ['Council of Veterans of "Kazakhmys"'],
        ),
        (
            'The Museum of History of "Alatau" kolkhoz was opened.',
            ["Museum of History", "Alatau"],
        ),
        ("He wrote to the newspaper ''Red Steppe'' often.", ["Red Steppe"]),
        (
            "A show opened on May 3 in Kostanay Regional Museum of Arts.",
            ["Kostanay Regional Museum of Arts"],
        ),
        (
            "She studied in the Second Omsk Medical Institute.",
            ["Second Omsk Medical Institute"],
        ),
        ("The First Secretary of Omsk came to the University.", []),
    ],
)
def test_short_names_parties_and_quotes_have_tails(sentence: str, found: list[str]) -> None:
    """A committee's town or party, a ministry above, a region; a region before its own body, a capital ordinal."""
    assert names(sentence) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("He came to Omsk University on the doctor in 1912.", ["Omsk University"]),
        ("It was in the former lyceum on the Pushkin street.", []),
        ("“The school gives us bread”, - was written by Amanov.", []),
        ('"The Union of the poor must help," he wrote in 1924.', []),
        ("The firm “Kazstroy”, - said he, - is ours.", ["Kazstroy"]),
        ("In the fight 40 Red Army men fell.", []),
        ("Members of the Red Army came.", ["Red Army"]),
        ("In spring 1200 Komsomol members came.", []),
        ("An All-Union Komsomol Building was announced.", []),
        ("He was a Gosplan man.", ["Gosplan"]),
        ("They came from the Semey Workshops in 1920.", ["Semey Workshops"]),
        ("The Aktobe Blood Transfusion Station was founded.", ["Aktobe Blood Transfusion Station"]),
        ("Artists of the Kiev Operetta sang.", ["Kiev Operetta"]),
        ("She sang in the operetta in 1950.", []),
        ("The Karaganda operetta theatre opened.", ["Karaganda operetta theatre"]),
    ],
)
def test_streets_speech_and_men_are_no_names_and_stations_are(
    sentence: str, found: list[str]
) -> None:
    """Schools have no "on", a quoted sentence and an army's men no name; workshops, stations, operettas have."""
    assert names(sentence) == found


def test_a_way_from_one_body_to_another_is_no_renaming() -> None:
    """ "to the Institute, and then to the Observatory" tells two bodies."""
    text = "She was sent to the Semey Medical Institute, and then to the Ural Observatory."
    assert [body.name for body in extract(f"{text}\n").organizations] == [
        "Semey Medical Institute",
        "Ural Observatory",
    ]
