"""Quoted names whose noun is not right beside them: in another sentence, in the plural, in what is said of them."""

import pytest

from pipeline import extract


def bodies(text: str) -> list[tuple[str, str]]:
    """The name and type of every body found."""
    return [(body.name, body.type) for body in extract(text).organizations]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            'The first center, Taraz\'s "Tulip", was opened in 1992.',
            [("Tulip", "association")],
        ),
        (
            "Then societies grew also elsewhere: in Taraz «Hellas» (1993, head — Olga Petrova), in Semey «Orpheus».",
            [("Hellas", "association"), ("Orpheus", "association")],
        ),
        ('A society by the name of "Kardesh" appeared in 1990.', [("Kardesh", "association")]),
        (
            "Then came to life «Niva» in Taraz (1997) and «Zorka» in the capital (2001; head — Anna Kim).",
            [("Niva", "association"), ("Zorka", "association")],
        ),
        ('Once a quarter goes out the bulletin "Zorka".', [("Zorka", "media")]),
        (
            'The poets argued on the pages of "Kazakh" and "Zorka" for long.',
            [("Kazakh", "media"), ("Zorka", "media")],
        ),
        (
            'The Greek ECO "Hellas", the Polish NCC "Niva" and the ECC "Duslyk" sang.',
            [("Hellas", "association"), ("Niva", "association"), ("Duslyk", "association")],
        ),
        ("Turkey, Iran and the ECO members met at the ECO Summit.", [("ECO", "other")]),
        ('The bridge was paid for by the NWF "Zorka".', [("Zorka", "company")]),
        ('Hay was cut by the TOZ "Zorka".', [("Zorka", "company")]),
        ('A hall was opened by the KSE "Zorka".', [("Zorka", "other")]),
        (
            'By 1938 the Koreans had 57 kolkhozes. The best known were "Zarya" in the Chu district, where Ivan Kim '
            'grew rice, and the Taldykorgan "Red East" (386 households).',
            [("Zarya", "company"), ("Red East", "company")],
        ),
        ('One of the schools is at the "Hope" church in Taraz.', [("Hope", "religious")]),
        ('The Taraz reserve "Tekturmas" reported on visitors.', [("Tekturmas", "museum")]),
        ('Here the Kharkov works "Proletary" found a roof.', [("Proletary", "company")]),
        (
            'The factory joined hands with the repair shop "Molot" in Semey.',
            [("Molot", "company")],
        ),
        (
            'The newspaper of district "Kokpekty tany" went out in 1935.',
            [("Kokpekty tany", "media")],
        ),
        ('"Semey Truth" – so since 1961 was called the newspaper.', [("Semey Truth", "media")]),
        (
            'Against them shouted "Uran" - the organ of the party of workers.',
            [("Uran", "media")],
        ),
        ("«Ustaz», the village teachers' magazine, was read.", [("Ustaz", "media")]),
        ("In Semey «Saryzhaz» began to appear in June 1917.", [("Saryzhaz", "media")]),
        (
            "In 1988 Tatar cultural center of Almaty city appeared, in 1989 in Semey - «Tugan».",
            [("Tatar cultural center of Almaty city", "association"), ("Tugan", "association")],
        ),
        (
            'Greek society "Hellas" appeared in 1991, and in that year Turkish "Kardesh" also.',
            [("Hellas", "association"), ("Kardesh", "association")],
        ),
        (
            "Jewish centre «Shalom», the Tatar-Bashkir «Tugan» are also active.",
            [("Shalom", "association"), ("Tugan", "association")],
        ),
        (
            'In 1930 first artels were formed, "Zhana kush" and "Kenes".',
            [("Zhana kush", "company"), ("Kenes", "company")],
        ),
        ('"Nadezhda" in Taraz, led by Olga Petrova, taught them.', [("Nadezhda", "association")]),
        ('Songs are taught by "Zorka" in Semey.', [("Zorka", "association")]),
        ('Today they subscribe "Zorka" from Omsk.', [("Zorka", "media")]),
        ('In 1960 "Ural Zvezda" began to work there.', [("Ural Zvezda", "association")]),
        ('Specialists of "Semeystroy" mended the wall.', [("Semeystroy", "company")]),
        (
            'Newspaper "Zorka", which in 1957 had begun as "Kyzyl Tan", leaves weekly.',
            [("Zorka", "media"), ("Kyzyl Tan", "media")],
        ),
        (
            'Collective farms were created: "Zhana Zhol" ("By the new way", Taraz region, 1931), '
            '"Ak Zhuldyz" ("White star") in Semey.',
            [("Zhana Zhol", "company"), ("Ak Zhuldyz", "company")],
        ),
        (
            'The madrasah "Nuriya" and the new-method "Rashidiya" taught teachers.',
            [("Nuriya", "education"), ("Rashidiya", "education")],
        ),
        ('In kolkhoz "imeni Kirova" lived 118 families.', [("imeni Kirova", "company")]),
        (
            'The folk group "Zorka" sang, then the dance circle "Polka".',
            [("Zorka", "culture"), ("Polka", "culture")],
        ),
        (
            'By "Agency of the Republic of Kazakhstan on statistics" they lived everywhere.',
            [("Agency of the Republic of Kazakhstan on statistics", "government")],
        ),
        (
            'There was "All-Union state institute of weaving" then.',
            [("All-Union state institute of weaving", "education")],
        ),
        ('They created "Zorka-Agro", where 85 villagers work.', [("Zorka-Agro", "association")]),
        (
            '"Zorka" first appeared in Semey in 1926, edited by Anna Kim.',
            [("Zorka", "media")],
        ),
        ('In Semey "Sovetskaya Zorka" came out twice a week.', [("Sovetskaya Zorka", "media")]),
        (
            'From the club "Zorka" it was made, then "Urozhai Semey".',
            [("Zorka", "association"), ("Urozhai Semey", "association")],
        ),
        (
            'The newspaper "Zorka", then "Kyzyl Tan", was read.',
            [("Zorka", "media"), ("Kyzyl Tan", "media")],
        ),
        ('There is the sheet "Rodina", 8 pages.', [("Rodina", "media")]),
        ('The synagogue "Beit Sara" opened its doors.', [("Beit Sara", "religious")]),
    ],
)
def test_what_is_said_around_a_quoted_name_tells_its_noun(
    text: str, found: list[tuple[str, str]]
) -> None:
    """A noun of the sentence before, of the clause, of the list's first or last name; whose it is may stand between."""
    assert bodies(text) == found


def test_a_longer_name_in_quotes_is_not_the_short_one() -> None:
    """«Tan sazy» of RSE on the right of economic management is another body than the publishing house "Tan"."""
    text = 'The Publishing House "Tan" works. There the RSE on the REM "Tan sazy" works. "Tan" sells books.'
    assert [(name, kind) for name, kind in bodies(text)] == [
        ("Publishing House Tan", "company"),
        ("Tan sazy", "other"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        'The collected works "Songs of the steppe" were printed.',
        'They printed "Proceedings of the Society" and "Materials on the Museum".',
        'The theatre played plays. The best known were "Enlik" and "Kebek".',
        'They came to the international congress "Cities of the Steppe".',
        'The films were good. The best was "Trans-Siberian Express".',
    ],
)
def test_works_and_meetings_told_around_are_no_bodies(text: str) -> None:
    """Whatever stands between them and their noun."""
    assert bodies(text) == []
