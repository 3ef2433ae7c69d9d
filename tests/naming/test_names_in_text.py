"""Names of bodies, by the reader that sees them: examples and what looks like one."""

import pytest

from pipeline import load
from pipeline.records import OrganizationType

Seen = tuple[str, str, str]


def bodies(text: str) -> list[Seen]:
    """Text, type and evidence of the bodies found."""
    doc = load()(text)
    told = [(span.text, span._.organization) for span in doc.spans["organizations"]]
    return [(text, body.type, body.evidence) for text, body in told]


def one(text: str, kind: OrganizationType, evidence: str) -> list[Seen]:
    return [(text, kind, evidence)]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "He worked at the Kazakh Research Institute of Horticulture all his life.",
            one("Kazakh Research Institute of Horticulture", "education", "full-strong"),
        ),
        (
            "He came to the Theatre and Art Institute in spring.",
            one("Theatre and Art Institute", "education", "full-strong"),
        ),
        (
            "The Ministry of Culture, Information and Sport answered.",
            one("Ministry of Culture, Information and Sport", "government", "full-strong"),
        ),
        (
            "The Communist Party (Bolsheviks) of Kazakhstan met.",
            one("Communist Party (Bolsheviks) of Kazakhstan", "party", "full-strong"),
        ),
        ("The Party Congress met.", []),
        ("The Commission worked.", []),
        ("Institute", []),
        ("Institute of", []),
    ],
)
def test_a_capitalised_head_makes_a_name(sentence: str, found: list[Seen]) -> None:
    """With adjectives, joined words, lists and wings; alone it names nobody."""
    assert bodies(sentence) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "They met in the Institute of History of the Academy of Sciences of the USSR.",
            ["Institute of History of the Academy of Sciences of the USSR"],
        ),
        (
            "The Commission for Aid to the Starving worked there.",
            ["Commission for Aid to the Starving"],
        ),
        (
            "He went to the Institute of Peoples of the North and the Ministry of Health.",
            ["Institute of Peoples of the North", "Ministry of Health"],
        ),
        ("Hospital No. 3991 stood by the river.", ["Hospital No. 3991"]),
        ('The Association of Kurds "Barbang" sang.', ['Association of Kurds "Barbang"']),
        ("In the 316th Rifle Division he served.", ["316th Rifle Division"]),
    ],
)
def test_a_name_ends_where_its_tail_ends(sentence: str, found: list[str]) -> None:
    """Chains of "of" go on, another body begins anew, numbers and mottoes belong to it."""
    assert [text for text, _, _ in bodies(sentence)] == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "The library named after Gogol was closed.",
            one("library named after Gogol", "culture", "memorial"),
        ),
        (
            "She studied at the city public library named after A.S. Pushkin.",
            one("city public library named after A.S. Pushkin", "culture", "memorial"),
        ),
        (
            "The Karaganda coal trust paid them.",
            one("Karaganda coal trust", "company", "adjectival"),
        ),
        (
            "The State Korean theatre came.",
            one("State Korean theatre", "culture", "adjectival"),
        ),
        ("They saw a Karaganda coal trust there.", []),
        ("The society of Kazakh youth met.", []),
        ("It was the first newspaper in the steppe.", []),
    ],
)
def test_a_lower_case_head_needs_more_around_it(sentence: str, found: list[Seen]) -> None:
    """A memorial name or adjectives that open with a capital; an indefinite article speaks against it."""
    assert bodies(sentence) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The kolkhoz Avangard grew wheat.", one("Avangard", "company", "named-after")),
        (
            "He wrote for the newspaper Kazakh in those years.",
            one("Kazakh", "media", "named-after"),
        ),
        ("The Gulder dance ensemble came to town.", one("Gulder", "culture", "named-before")),
        ("The chairman of the centre Rais Galimov spoke.", []),
        ('The firm TOO "Alatau Fruit" sold apples.', one("Alatau Fruit", "company", "quoted")),
    ],
)
def test_a_bare_name_stands_beside_its_noun(sentence: str, found: list[Seen]) -> None:
    """The noun gives the type; a leader's name and a legal form are no body's."""
    assert bodies(sentence) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The Mektep and Zhazushy publishing houses closed.", ["Mektep", "Zhazushy"]),
        ("The kolkhozes Avangard and Alatau grew rice.", ["Avangard", "Alatau"]),
        ("The Kazakh and Uzbek publishing houses closed.", []),
        ("The kolkhozes grew rice.", []),
    ],
)
def test_a_plural_head_is_shared(sentence: str, found: list[str]) -> None:
    """Names on either side of it; peoples are adjectives."""
    assert [text for text, _, _ in bodies(sentence)] == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            'He led the party "Alash" and the society "Bereke".',
            [("Alash", "party", "quoted"), ("Bereke", "association", "quoted")],
        ),
        (
            'The newspapers "Ainash" and "Birlik" were read.',
            [("Ainash", "media", "quoted"), ("Birlik", "media", "quoted")],
        ),
        (
            'The "Union of Cultural Centers" met.',
            one("Union of Cultural Centers", "association", "quoted"),
        ),
        (
            'The "Van" in Kostanay (chairman – Gayane Saakyan) meets.',
            one("Van", "association", "quoted"),
        ),
        ('"Bereke" was founded in 1990.', one("Bereke", "association", "quoted")),
        ('They read "Ainash" and "Birlik" at home.', []),
        ('He said "I will never go home again" to them.', []),
        ('He said "the party "Alash" met.', one("Alash", "party", "quoted")),
        ('The party "Alash', []),
        ('The party ""', []),
        ('"', []),
    ],
)
def test_quotes_name_what_the_words_beside_them_say(sentence: str, found: list[Seen]) -> None:
    """A head inside or beside, a verb of bodies; mere speech and quotes without a partner name nobody."""
    assert bodies(sentence) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("He bought Talgar Agro LLP last year.", one("Talgar Agro LLP", "company", "legal-form")),
        ("Azat, a civic movement, was founded there.", one("Azat", "association", "apposed")),
        ("Almaty, a city of many parties, grew.", []),
        ("The UN sent an envoy.", one("UN", "international", "listed")),
        ("The UN tower shone.", []),
        (
            "It was told to the VKP(b) of Kazakhstan.",
            one("VKP(b) of Kazakhstan", "party", "listed"),
        ),
    ],
)
def test_names_that_need_no_quotes(sentence: str, found: list[Seen]) -> None:
    """A legal form, an apposition, the lexicon; what bears a body's name is none."""
    assert bodies(sentence) == found


@pytest.mark.parametrize(
    ("second", "again"),
    [
        ("The AES has ten rooms.", ["AES"]),
        ("The AES, the AES and (AES)!", ["AES", "AES", "AES"]),
        ("The AES-2 station hums.", []),
        ("The AESOP hums.", []),
    ],
)
def test_an_acronym_in_brackets_is_told_again(second: str, again: list[str]) -> None:
    """Whole words of the article that are the acronym carry the full name."""
    doc = load()(f"The Agency of Ethnic Studies (AES) was opened. {second}")
    told = [s for s in doc.spans["organizations"] if s._.organization.evidence == "told-again"]
    assert [s.text for s in told] == ["AES", *again]
    assert {s._.organization.name for s in told} == {"Agency of Ethnic Studies"}
