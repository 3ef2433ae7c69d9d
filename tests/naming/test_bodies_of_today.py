"""Bodies of the state and society of today: programmes are none, legal forms are no part, patrons and fields are."""

import pytest

from pipeline import load


def names(text: str) -> list[str]:
    """The bodies found, as the text has them."""
    return [span.text for span in load()(text).spans["organizations"]]


def told(text: str) -> list[tuple[str, str]]:
    """The bodies found, each with its type."""
    spans = load()(text).spans["organizations"]
    return [(span.text, span._.organization.type) for span in spans]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ('A school was built within the framework of "Tuz Zhol" program by the Zhan Fund.', ["Zhan Fund"]),
        ('The "Kieli Zher" program office and the akimat of Taraz help them.', ["akimat of Taraz"]),
        ('It helps within the "Kieli Zher" state program of the city.', []),
        ('On plant "Kambala" work 85 persons; in the agitation brigade "Tan" people sang.', ["Kambala", "Tan"]),
        ('Teachers of the "Kieli Zher" project work with the "Birlik" association.', ["Birlik"]),
    ],
)  # fmt: skip
def test_a_programme_is_no_body(sentence: str, found: list[str]) -> None:
    """A quoted name before "program" or "project" is none's, whoever carries it out."""
    assert names(sentence) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            'RSE on REM "Kazakh Pond Institute" and SPE "Zhalyn" took part.',
            ["Kazakh Pond Institute", "Zhalyn"],
        ),
        (
            'The Communal State Institution "Secondary school No. 9" got books.',
            ["Secondary school No. 9"],
        ),
        (
            'The Public Fund "Institute of Steppe Initiatives" helped the museum.',
            ['Public Fund "Institute of Steppe Initiatives"'],
        ),
        (
            'He received the head of NC "KazSuGas" JSC Erlan Mukashev.',
            ["KazSuGas"],
        ),
        (
            "They met the chairman of NWF Batyr-Kazyna JSC Askar Beisenov.",
            ["Batyr-Kazyna"],
        ),
        (
            'Chairman of the Management Board of "Zhanar" JSC spoke.',
            ["Zhanar"],
        ),
        (
            'The "Turan" RTRC JSC and the TV and Radio Corporation "Samal" shot it.',
            ["Turan", "Samal"],
        ),
        (
            'It was named National Television and Information Agency "Shapagat".',
            ["Shapagat"],
        ),
        (
            'ADP "Yntymak" and DPK "Zhol" took part.',
            ["Yntymak", "Zhol"],
        ),
        (
            "The Management Board of the National Bank met.",
            ["Management Board of the National Bank"],
        ),
    ],
)
def test_legal_forms_and_boards_are_no_part_of_a_name(sentence: str, found: list[str]) -> None:
    """Forms of law in letters or words, and persons behind them, stay out; a quoted name is the whole."""
    assert names(sentence) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "A. Omarov SKSU and S. Seitov PSU signed an agreement.",
            ["A. Omarov SKSU", "S. Seitov PSU"],
        ),
        (
            "In NSTU they met students of Omarov PSU and of Astana IT took part.",
            ["NSTU", "Omarov PSU"],
        ),
        (
            "The music school No. 1 and the sports school No. 5 were opened.",
            ["music school No. 1", "sports school No. 5"],
        ),
        (
            "The Defense University named after the First President - Elbasy trains officers.",
            ["Defense University named after the First President - Elbasy"],
        ),
        (
            "The Library named after the First President of the Republic of Kazakhstan was opened.",
            ["Library named after the First President of the Republic of Kazakhstan"],
        ),
        (
            "The museum of local lore and history of Ridder city was opened in 1985.",
            ["museum of local lore and history of Ridder city"],
        ),
        (
            "They visited the Museum of Talgat Bekov of the Department of Culture of Taraz.",
            ["Museum of Talgat Bekov of the Department of Culture of Taraz"],
        ),
        (
            "The regional universal scientific library named after A. Omarov was opened.",
            ["regional universal scientific library named after A. Omarov"],
        ),
        (
            "The National Commission for Public Consciousness Modernization met.",
            ["National Commission for Public Consciousness Modernization"],
        ),
        (
            "The specialized interdistrict economic court of Taraz considered the case.",
            ["specialized interdistrict economic court of Taraz"],
        ),
        (
            "The small assembly of the peoples of Pavlodar region was formed in 1995.",
            ["small assembly of the peoples of Pavlodar region"],
        ),
        (
            'The "Kazakhkino" film studio named after Sh. Omarov shot the series.',
            ["Kazakhkino"],
        ),
        (
            "The Sharyn National Park and the Altyn-Emel State National Natural Park are big.",
            ["Sharyn National Park", "Altyn-Emel State National Natural Park"],
        ),
        (
            "The portal Kunzhol.kz and the Internet newspaper Altyn.net reported it.",
            ["Kunzhol.kz", "Altyn.net"],
        ),
    ],
)
def test_patrons_fields_and_seats_belong_to_a_name(sentence: str, found: list[str]) -> None:
    """Initials before letters, a president whose name a school bears, a town's museum of local lore."""
    assert names(sentence) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "The People's Council of Kazakhstan party took seats.",
            [("People's Council of Kazakhstan party", "party")],
        ),
        (
            'He heads the department "History and Law" of Abai University.',
            [("History and Law", "education"), ("Abai University", "education")],
        ),
        (
            'The production centre "Zhuldyz" and the Peace Corps helped.',
            [("Zhuldyz", "company"), ("Peace Corps", "government")],
        ),
    ],
)
def test_the_last_noun_tells_the_type(sentence: str, found: list[tuple[str, str]]) -> None:
    """A party is one whatever opens its name; a quoted department is of a university."""
    assert told(sentence) == found
