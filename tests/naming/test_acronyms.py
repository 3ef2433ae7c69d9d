"""Letters that nothing in an article explains."""

import pytest

from pipeline import load


def bodies(text: str) -> list[tuple[str, str]]:
    """Text and type of the bodies found."""
    doc = load()(text)
    return [(span.text, span._.organization.type) for span in doc.spans["organizations"]]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He was a student of KrPI and left early.", [("KrPI", "education")]),
        ("The correspondent of KTRK wrote of it.", [("KTRK", "media")]),
        ("A deputy of the KNR spoke.", [("KNR", "assembly")]),
        ("Letters to the NKLes were never answered.", [("NKLes", "government")]),
        ("He asked GKTs about it.", [("GKTs", "other")]),
        ("It was decided in VNIIOK.", [("VNIIOK", "education")]),
        ("Spoke the rector of RUDN V. Filippov.", [("RUDN", "education")]),
        (
            "They were in ESEP (Elin Suigen Erler Partiyasy) then.",
            [("ESEP", "party"), ("Elin Suigen Erler Partiyasy", "party")],
        ),
        ("They were in ESEP (Almaty and Semey) then.", [("ESEP", "other")]),
        ("By order of NKO USSR No. 168 it was renamed.", [("NKO USSR", "government")]),
        ("He headed a section of MVSSO KazSSR.", [("MVSSO KazSSR", "government")]),
        ("He led a laboratory of KazFAN USSR.", [("KazFAN USSR", "education")]),
        ("He has a medal of VDNKh USSR.", []),
        ("The library of INION RAN wrote.", [("INION RAN", "education")]),
        ('It was made by NPO "Biopribor".', [("Biopribor", "company")]),
        (
            "He was at the Chair of weaving of Kazakh Medical Institute (KazMI) then.",
            [("Chair of weaving of Kazakh Medical Institute", "education"), ("KazMI", "education")],
        ),
    ],
)
def test_letters_name_a_body(text: str, found: list[tuple[str, str]]) -> None:
    """Its type is told by what is said before them, else by how they begin or end."""
    assert bodies(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "In the XVIII century the GDP of the USSR and the RSFSR was unknown.",
        "The TV and the DVD were sold by an LLP.",
        "Saule SARSENOVA came.",
        "The author SARSENOVA A. came.",
        'The reactor "IGR" was started.',
        "WATER. The lake is dry.",
        "On the slate stood her name: BATIMA.",
        "A plane T-34 and a lorry ZIS-5 stood there.",
        "In 530 BC and in 751 AD they fought.",
        "In the KASSR a PhD was rare.",
    ],
)
def test_other_letters_name_none(text: str) -> None:
    """States, eras, units, legal forms, makes, numerals; a person's name, a word that heads a paragraph."""
    assert bodies(text) == []


@pytest.mark.parametrize(
    ("text", "aliases"),
    [
        (
            "The Administration of Mines (in documents always UGRV) and its chief. UGRV was strict.",
            ("UGRV",),
        ),
        (
            "The Kazakh Institute of Wool, which old hands still call KazNIShK, is closed.",
            ("KazNIShK",),
        ),
        ("He left KazGMP (so they called the Kazakh Mining Park Society) in 1930.", ("KazGMP",)),
        ("ATK, the Aral Transport Company, gave a boat.", ("ATK",)),
        ("The VTsK NTA (the All-Union Central Committee of New Alphabet) met.", ("VTsK NTA",)),
        (
            "He served in the People's Commissariat of Mines, or as then they said, Narkomgor.",
            ("Narkomgor",),
        ),
        (
            "They chose the Central executive committee (KirCEC, the chairman S. Kim) there.",
            ("KirCEC",),
        ),
        ("Kostanay State University was glad. He gave it to KSU.", ("KSU",)),
    ],
)
def test_letters_that_the_article_explains_are_of_the_body(
    text: str, aliases: tuple[str, ...]
) -> None:
    """In brackets, behind "call", before its full name."""
    doc = load()(text)
    names = {span._.organization.name for span in doc.spans["organizations"]}
    told = {span.text for span in doc.spans["organizations"]}
    assert len(names) == 1
    assert set(aliases) <= told
