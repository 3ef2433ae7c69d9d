"""Bodies in lives told by translation: posts and studies in chains, turned order, Soviet letters, titles."""

import pytest

from pipeline import extract, load


def found(text: str) -> list[tuple[str, str]]:
    """The bodies found, as the text has them, and their types."""
    spans = load()(text).spans["organizations"]
    return [(span.text, span._.organization.type) for span in spans]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        (
            "USSR Academy of Sciences Institute of Botany researcher Nina Lobanova came.",
            ["USSR Academy of Sciences Institute of Botany"],
        ),
        (
            "Kazakh SSR Academy of Sciences Institute of law and economy senior researcher came.",
            ["Kazakh SSR Academy of Sciences Institute of law and economy"],
        ),
        (
            "Institute of botany named after K. Zhumin AS KazSSR published ten volumes.",
            ["Institute of botany named after K. Zhumin AS KazSSR"],
        ),
        (
            "In 1950 Institute of economy AN KazSSR moved to the new house.",
            ["Institute of economy AN KazSSR"],
        ),
        (
            "Institute of geology named after K. Zhumin AN of the Kazakh SSR was moved.",
            ["Institute of geology named after K. Zhumin AN of the Kazakh SSR"],
        ),
        (
            "The collective of Institute of geography informs of the death of its director.",
            ["Institute of geography"],
        ),
        (
            "In 1943 Organized Almaty Institute of Trade.",
            ["Almaty Institute of Trade"],
        ),
        (
            "The director of the museum of nature of Semey university Aisulu Kassen told of it.",
            ["museum of nature of Semey university"],
        ),
        ("He ended history faculty of KazGU of S.M. Kirov.", ["KazGU of S.M. Kirov"]),
        (
            "Student of KazPI of Abay and of MGU of a name of Lomonosov.",
            ["KazPI of Abay", "MGU of a name of Lomonosov"],
        ),
        (
            "He was a teacher of Institute of language to them Ch. Zhumin in Taraz.",
            ["Institute of language to them Ch. Zhumin"],
        ),
        (
            "The 1075 rifle regiment and 23 guards regiment came.",
            ["1075 rifle regiment", "23 guards regiment"],
        ),
    ],
)
def test_a_name_holds_what_a_life_tells_with_it(sentence: str, names: list[str]) -> None:
    """An academy before its institute, a republic's letters, a patron; no post, verb or person."""
    assert [name for name, _ in found(sentence)] == names


@pytest.mark.parametrize(
    ("sentence", "bodies"),
    [
        (
            "He was chairman of the Zerenda RIK and Ulken raiispolkom. The rik got a banner.",
            [("Zerenda RIK", "government"), ("Ulken raiispolkom", "government")],
        ),
        (
            "He was inspector of Kustanay oblono and head of Uritsky rayono.",
            [("Kustanay oblono", "government"), ("Uritsky rayono", "government")],
        ),
        (
            "In TsK KP of Kazakhstan he was instructor, by order of SM KazSSR he left.",
            [("TsK KP of Kazakhstan", "party"), ("SM KazSSR", "government")],
        ),
        ("He entered VUZ in 1936. VUZ gave to it a hostel. Many VUZs are closed.", []),
        (
            "He came to NII of agriculture; this NII was moved.",
            [("NII of agriculture", "education")],
        ),
        (
            "He went from the Karsak geological-prospecting party to the Ulken exploration party.",
            [
                ("Karsak geological-prospecting party", "education"),
                ("Ulken exploration party", "education"),
            ],
        ),
    ],
)
def test_letters_and_calques_of_the_soviet_time(
    sentence: str, bodies: list[tuple[str, str]]
) -> None:
    """A district's committee by its letters is a body, the letters alone are none; no party that seeks ore."""
    assert found(sentence) == bodies


@pytest.mark.parametrize(
    "sentence",
    [
        'His books "Steppe", "Ministry of Hopes" and "School of Life" are known.',
        'His works: "Steppe", "University of Life", "Ballad of the Institute".',
        'He wrote the poems "Songs of the Regiment", "Theatre of the Steppe".',
        'Veterans took part in the "Immortal Regiment" march.',
    ],
)
def test_titles_in_a_list_name_no_body(sentence: str) -> None:
    """What a plural noun of works opens, up to the list's end."""
    assert found(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "bodies"),
    [
        (
            'The books "Steppe" and "Aul" were issued by the publishing house "Zhalyn".',
            [("Zhalyn", "company")],
        ),
        ('The films "Steppe" and "Aul" and the theatre "Tan" came.', [("Tan", "culture")]),
        (
            'The society "Tan" was founded in Semey. "Tan" published the journal "Zhalyn".',
            [("Tan", "association"), ("Tan", "association"), ("Zhalyn", "media")],
        ),
    ],
)
def test_what_a_quote_is_stays_told(sentence: str, bodies: list[tuple[str, str]]) -> None:
    """A noun of its own parts a name from the titles before it; what it does makes it no other body."""
    assert found(sentence) == bodies


def test_letters_with_a_patron_are_told_again_without_him() -> None:
    """One university, with "of" its patron and without."""
    bodies = extract(
        "On a teacher\n\nHe taught in KazPI of Abay, then in ZhenPI. KazPI let out his book.\n"
    ).organizations
    assert [[mention.text for mention in body.mentions] for body in bodies] == [
        ["KazPI of Abay", "KazPI"],
        ["ZhenPI"],
    ]
