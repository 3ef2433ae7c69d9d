"""Which mentions tell one fact: names, renamings, values that agree."""

import pytest
from spacy.tokens import Doc

from pipeline import extract, load
from pipeline.linking.leaders import Leading
from pipeline.merging import fact_spans, merged_leaders, name_of_body


def groups(text: str, fact_type: str) -> list[list[str]]:
    doc: Doc = load()(text)
    return [[span.text for span in spans] for spans in fact_spans(doc, fact_type)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            'The society "Bereke" was renamed into the society "Dostyk" that year.',
            [["Bereke", "Dostyk"]],
        ),
        ('The party "Azat" (formerly the party "Zheltoksan") met.', [["Azat", "Zheltoksan"]]),
        (
            'The society "Birge" (Association of Weavers and Spinners) has rooms. "Birge" sang.',
            [["Birge", "Association of Weavers and Spinners", "Birge"]],
        ),
        (
            "She studied at the Indiana University (USA), then in the USA taught.",
            [["Indiana University"]],
        ),
        (
            "She was sent to the Akmola camp of wives of traitors of the Motherland (ALZHIR).",
            [["Akmola camp of wives of traitors of the Motherland", "ALZHIR"]],
        ),
        (
            "They had a branch of the Weaving Academy, later the Academy of Arts was opened.",
            [["Weaving Academy"], ["Academy of Arts"]],
        ),
        (
            "The Weaving School was founded in 1932, later the Academy of Arts was opened.",
            [["Weaving School"], ["Academy of Arts"]],
        ),
        (
            "They had the Weaving School, later the Weaving Institute, in Semey.",
            [["Weaving School", "Weaving Institute"]],
        ),
        (
            'The newspaper "Zarya" (Union of Young Weavers) came out.',
            [["Zarya"], ["Union of Young Weavers"]],
        ),
        (
            "The Omsk Regional Library and the Omsk Regional Scientific Library named after Pushkin are one.",
            [["Omsk Regional Library", "Omsk Regional Scientific Library named after Pushkin"]],
        ),
        (
            "The M. Wolf Omsk State Drama Theater sang. The Omsk Drama Theater is old.",
            [["M. Wolf Omsk State Drama Theater", "Omsk Drama Theater"]],
        ),
        (
            "The Archive of the President of the Republic of Kazakhstan was opened. The President's Archive grew.",
            [["Archive of the President of the Republic of Kazakhstan", "President's Archive"]],
        ),
        (
            "The Omsk State University and the Omsk State Pedagogical University met.",
            [["Omsk State University"], ["Omsk State Pedagogical University"]],
        ),
        (
            'The society "Kurds of Omsk Region" was opened. "Kurds of the Omsk region" publishes a newspaper.',
            [["Kurds of Omsk Region", "Kurds of the Omsk region"]],
        ),
        (
            'The newspaper "Alash" was the organ of the party "Alash" then.',
            [["Alash"], ["Alash"]],
        ),
        ('The society "Bereke" met the society "Dostyk" that year.', [["Bereke"], ["Dostyk"]]),
        (
            "The Ministry of Justice of Kazakhstan answered. The Ministry of Justice was late.",
            [["Ministry of Justice of Kazakhstan", "Ministry of Justice"]],
        ),
        (
            "The Agency of Ethnic Studies (AES) was opened. The AES has ten rooms.",
            [["Agency of Ethnic Studies", "AES", "AES"]],
        ),
        (
            'The society "Birge" (Unity), which in 2003 was renamed in the Weavers Union "Kesh".',
            [["Birge", 'Weavers Union "Kesh"']],
        ),
        ('The union "Birlik" published under the name "Voices" a book.', [["Birlik"]]),
        (
            'The newspaper "Zarya" first came out in Frunze in 1932 and later took the name "Tan".',
            [["Zarya", "Tan"]],
        ),
        (
            'The newspaper "Zarya", founded in Semey on 1 May 1966, moved to Almaty and was renamed "Tan".',
            [["Zarya", "Tan"]],
        ),
        (
            "They formed the Omsk Film Studio, known by its Russian acronym OFSKIN.",
            [["Omsk Film Studio", "OFSKIN"]],
        ),
        (
            'The Commission for Crops of Omsk, which everyone simply called "the Petrov Commission", sent men.',
            [["Commission for Crops of Omsk", "Petrov Commission"]],
        ),
        (
            "She was sent to the Omsk Institute of Botany, and then to the Tomsk Institute of Physics.",
            [["Omsk Institute of Botany"], ["Tomsk Institute of Physics"]],
        ),
        (
            'The party "Azat" was founded in 1990 in Almaty and in 1992 renamed "Zheltoksan".',
            [["Azat", "Zheltoksan"]],
        ),
        (
            'The club "Dinamo" was founded in 1954 under the name Spartak. Spartak won.',
            [["Dinamo", "Spartak", "Spartak"]],
        ),
        ('The party "Azat" changed its name to Zheltoksan.', [["Azat", "Zheltoksan"]]),
        (
            "The Kazakh Institute of Law was opened in 1960. Today it is the Kazakh Academy of Law.",
            [["Kazakh Institute of Law", "Kazakh Academy of Law"]],
        ),
        (
            "He headed the Mining Institute of Karaganda, opened in 1953, nowadays Karaganda Technical University.",
            [["Mining Institute of Karaganda", "Karaganda Technical University"]],
        ),
        (
            "It was turned into Karaganda Polytechnic Institute, and in 1996 into Karaganda Technical University.",
            [["Karaganda Polytechnic Institute", "Karaganda Technical University"]],
        ),
        (
            'The newspaper "Zhana Zhol", the first issue of which, under the name "Kyzyl Tu", came out in 1938, lives.',
            [["Zhana Zhol", "Kyzyl Tu"]],
        ),
        (
            'The newspaper "Kedey sozi" came out. In 1991 the newspaper took its present name — "Lenin tuy".',
            [["Kedey sozi", "Lenin tuy"]],
        ),
        (
            "The Kazakh Drama Theatre, founded in 1926 in Kyzylorda as the Kazakh State Theatre, moved.",
            [["Kazakh Drama Theatre", "Kazakh State Theatre"]],
        ),
        (
            "The Red Cross Hospital is known to the older generation as City Clinical Hospital No. 1.",
            [["Red Cross Hospital", "City Clinical Hospital No. 1"]],
        ),
        (
            "The Kazakh Institute of Law has become the Kazakh Academy of Law.",
            [["Kazakh Institute of Law", "Kazakh Academy of Law"]],
        ),
        (
            "The Kazakh Institute of Law was opened. From 1938 it was the Kazakh Academy of Law.",
            [["Kazakh Institute of Law", "Kazakh Academy of Law"]],
        ),
        (
            "The Union of People's Unity of Kazakhstan ( SNEK ), since 1995 — Party of People's Unity, met.",
            [["Union of People's Unity of Kazakhstan", "SNEK", "Party of People's Unity"]],
        ),
        ('The newspaper "Zhana Zhol" ("Novy Put") met.', [["Zhana Zhol", "Novy Put"]]),
        (
            "The Kazakh Agricultural Bank (Kazselbank) gave seed.",
            [["Kazakh Agricultural Bank", "Kazselbank"]],
        ),
        (
            "The People's Commissariat of Roads ( NKPS ) gave the term.",
            [["People's Commissariat of Roads", "NKPS"]],
        ),
        (
            "He finished GITIS, the State Institute of Theatre Arts.",
            [["GITIS", "State Institute of Theatre Arts"]],
        ),
        (
            "The R. B. Suleimenov Institute of Oriental Studies met. The Institute of Oriental Studies sent books "
            "to the Institute of Oriental Studies named after Beruni.",
            [
                ["R. B. Suleimenov Institute of Oriental Studies", "Institute of Oriental Studies"],
                ["Institute of Oriental Studies named after Beruni"],
            ],
        ),
        ('The union "Zhol" ("Open Way") met.', [["Zhol", "Open Way"]]),
        ('The ensemble "Tan" sang. The cafe "Tan" was closed.', [["Tan"]]),
        (
            "The Ministry of Health of Turkey met the Ministry of Health of Kazakhstan. "
            "The Ministry of Health sent doctors.",
            [
                ["Ministry of Health of Turkey"],
                ["Ministry of Health of Kazakhstan", "Ministry of Health"],
            ],
        ),
        (
            'He led the party "Alash". He read the newspaper "Alash" too.',
            [["Alash"], ["Alash"]],
        ),
    ],
)
def test_mentions_of_one_body_are_one_fact(text: str, found: list[list[str]]) -> None:
    """New names, short forms and acronyms; a newspaper is no party of its name."""
    assert groups(text, "organizations") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "In 1970 81 thousand Koreans lived here. The 81 thousand Koreans of 1970 grew rice.",
            [["81 thousand Koreans", "81 thousand Koreans"]],
        ),
        (
            "In 1970 300 Koreans lived here. In 1989 300 Koreans lived here.",
            [["300 Koreans"], ["300 Koreans"]],
        ),
        ("There lived 300 Koreans. There lived 300 Germans.", [["300 Koreans"], ["300 Germans"]]),
        ("There came 300 families and 300 people.", [["300 families"], ["300 people"]]),
        (
            "From hunger died 300 thousand people. Abroad left 300 thousand people.",
            [["300 thousand people"], ["300 thousand people"]],
        ),
        (
            "Of 50 thousand soldiers much is told. Arabs boast of 50 thousand killed.",
            [["50 thousand soldiers"], ["50 thousand killed"]],
        ),
        (
            "In the first train 300 families came, in the second 300 families.",
            [["300 families"], ["300 families"]],
        ),
        (
            "In Omsk 46,746 Greeks live. The Greeks of Taraz Region are told to be 46 746 people.",
            [["46,746 Greeks", "46 746 people"]],
        ),
    ],
)
def test_counts_that_agree_are_one_fact(text: str, found: list[list[str]]) -> None:
    """Value, unit, group and time may not differ, nor may those lost be others, nor are equal ones of a sentence one;
    an exact number has but one place."""
    assert groups(text, "populations") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In the aul were Kazakhs 45%, Dungans 9%, others – 9%.", [["45%"], ["9%"], ["9%"]]),
        ("Of men 63% believe, of women 63% believe.", [["63%"], ["63%"]]),
        ("Dungans make 9% of the aul. This share of 9% is old.", [["9%", "9%"]]),
    ],
)
def test_shares_of_one_list_are_facts_apart(text: str, found: list[list[str]]) -> None:
    """Whoever else has the same share in the same sentence is told apart."""
    assert groups(text, "percentages") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In 1937 they came, in 1938 they built, in 1937 it snowed.", [["1937", "1937"], ["1938"]]),
        ("Early 1937 was cold, late 1937 was warm.", [["Early 1937"], ["late 1937"]]),
        (
            "Today it is warm. It is cold today. Last year it rained.",
            [["Today", "today"], ["Last year"]],
        ),
    ],
)
def test_dates_of_one_time_are_one_fact(text: str, found: list[list[str]]) -> None:
    """EDTF and part decide, the wording where there is no EDTF."""
    assert groups(text, "dates") == found


@pytest.mark.parametrize(
    ("names", "best"),
    [
        (
            ["Ministry of Justice", "Ministry of Justice of Kazakhstan"],
            "Ministry of Justice of Kazakhstan",
        ),
        (["the Union of Writers", "Union of Writers"], "Union of Writers"),
        (["Alash", "Alaş", "Alaş"], "Alaş"),
        (["APK"], "APK"),
    ],
)
def test_a_body_has_its_best_formed_name(names: list[str], best: str) -> None:
    """The fullest, then the one without idle words, then the most frequent."""
    assert name_of_body(names) == best


def test_a_person_leads_once() -> None:
    """Two tellings of one person are one leader, the first kept."""
    told = [
        Leading("Petros Ionidis", "president", 0, 14),
        Leading("Ionidis Petros", "head", 30, 44),
        Leading("Roman Kim", "head", 60, 69),
    ]
    assert merged_leaders(told) == (told[0], told[2])


def test_an_article_tells_the_same_whatever_was_read_before() -> None:
    """Nothing of one article is left for the next."""
    text = 'The society "Bereke" met in 1990. In 1970 81 thousand Koreans lived in Almaty, 6% in towns.'
    alone = extract(text)
    extract(
        'The newspaper "Bereke" is read in Astana by 300 Koreans. The Almaty Region grew by 6%.'
    )
    assert extract(text) == alone


@pytest.mark.parametrize(
    ("text", "name", "aliases"),
    [
        (
            "The Kazakh Union of Weavers (KazUW) was formed in 1930. KazUW had 40 members.",
            "Kazakh Union of Weavers",
            {"KazUW"},
        ),
        (
            "The Forest Bank of Siberia — Sibles for short — lent much. Sibles was closed.",
            "Forest Bank of Siberia",
            {"Sibles"},
        ),
        (
            "The Guild Association of Kazakhstan, GAK, met. Members of the Association came.",
            "Guild Association of Kazakhstan",
            {"GAK", "Association"},
        ),
        (
            "The kolkhoz named after Furmanov was rich. From Furmanov kolkhoz came grain.",
            "kolkhoz named after Furmanov",
            {"Furmanov kolkhoz"},
        ),
        (
            "The 120th Rifle Division fought. In May 1942 it was renamed the 30th Guards Rifle Division.",
            "120th Rifle Division",
            {"30th Guards Rifle Division"},
        ),
        (
            "The Dairy Institute, which since April 1993 has been called the Food University, grew.",
            "Dairy Institute",
            {"Food University"},
        ),
        (
            "The Academy of Weaving (until 1992 the Institute of Wool) grew.",
            "Academy of Weaving",
            {"Institute of Wool"},
        ),
        ('The Association of Weavers "Birlik" sang.', "Association of Weavers Birlik", set()),
    ],
)
def test_short_and_other_names_are_aliases(text: str, name: str, aliases: set[str]) -> None:
    """Acronyms in brackets, after commas and dashes; "the Association"; renamings; quotes alone are no other name."""
    body = extract(text).organizations[0]
    assert (body.name, set(body.aliases)) == (name, aliases)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "The Land Bank of Siberia and the Land Bank of the Steppe met. The Land Bank of Siberia won.",
            ["Land Bank of Siberia", "Land Bank of the Steppe"],
        ),
        (
            "The Academy of Arts got a mill, which became the Paper Plant.",
            ["Academy of Arts", "Paper Plant"],
        ),
        (
            "The shops of the Kharkov Locomotive Plant became the Semey Machine-Building Plant.",
            ["Kharkov Locomotive Plant", "Semey Machine-Building Plant"],
        ),
        ("The Union of Weavers was dissolved with the Union.", ["Union of Weavers"]),
    ],
)
def test_other_bodies_stay_apart(text: str, names: list[str]) -> None:
    """Another's full name, what something else became, a head too common to mean the body told last."""
    assert [body.name for body in extract(text).organizations] == names
