"""Who heads a body: every shape's examples, and people who head none."""

from typing import Any

import pytest

from pipeline import extract
from pipeline.lexicons import rules
from pipeline.linking.people import people_in
from pipeline.linking.shapes import shapes

ROWS = rules("leader_shapes")


def leaders(text: str) -> dict[str, list[str]]:
    """The persons of each body that has some, in text order."""
    facts = extract(text).organizations
    return {f.name: [leader.person for leader in f.leaders] for f in facts if f.leaders}


@pytest.mark.parametrize(
    ("id_", "text", "expected"),
    [(row["id"], *example) for row in ROWS for example in row["examples"]],
)
def test_each_shape_tells_its_leaders(id_: str, text: str, expected: Any) -> None:
    """The example's bodies have just these leaders."""
    assert leaders(text) == expected


@pytest.mark.parametrize(
    ("id_", "text"),
    [(row["id"], text) for row in ROWS for text in row.get("counter_examples", [])],
)
def test_others_lead_nothing(id_: str, text: str) -> None:
    """Deputies, members, guests, leaders of what is no body."""
    assert leaders(text) == {}


def test_every_shape_has_an_example_and_a_name_of_its_own() -> None:
    """A row without example would be a rule that no test runs."""
    assert all(row["examples"] for row in ROWS)
    assert len({shape.id for shape in shapes("leader_shapes")}) == len(ROWS)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ('The journal "Abai", edited by Zhusipbek Aimauytuly, was read.', "editor"),
        ("The 310th Rifle Division was formed under the command of N. Zamirovsky.", "commander"),
        ("The Botai Museum is headed by Pyotr Ivanov.", "head"),
        ("The chairwoman of the Botai Museum Anar Meshimbayeva spoke.", "chairman"),
        ('The movement "Nevada" was founded by Olzhas Suleimenov.', "founder"),
    ],
)
def test_roles_are_canonical(text: str, role: str) -> None:
    """The role of roles.tsv, or of the verb."""
    (fact,) = (fact for fact in extract(text).organizations if fact.leaders)
    assert [leader.role for leader in fact.leaders] == [role]


def test_the_offsets_are_those_of_the_name() -> None:
    """Titles are left out."""
    text = "The Botai Museum is headed by Professor Pyotr Ivanov."
    (fact,) = extract(text).organizations
    (leader,) = fact.leaders
    assert text[leader.start : leader.end] == leader.person == "Pyotr Ivanov"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("He met S. Grigoryan and R.A. Kim.", ["S. Grigoryan", "R.A. Kim"]),
        ("He met P.I.Sokolov and Ch.Valikhanov.", ["P.I.Sokolov", "Ch.Valikhanov"]),
        ("It was led by Karapetyan Artush Sergeevich.", ["Karapetyan Artush Sergeevich"]),
        ("It was led by Metropolitan Alexander.", ["Alexander"]),
        ("It was led by the Grand Duke Pavel Nikolaevich.", ["Pavel Nikolaevich"]),
        ("It stands on the World Heritage List there.", []),
        ("There sat Prince Alexander of Oldenburg.", ["Alexander of Oldenburg"]),
        ("Bolat Nurgaliyev of Kazakhstan was there.", ["Bolat Nurgaliyev"]),
        ("Alikhan Bukeikhanov came. Bukeikhanov spoke.", ["Alikhan Bukeikhanov", "Bukeikhanov"]),
        ("The house on Abai Avenue stood near New York.", []),
        ("In July Almaty was hot.", []),
        ("In Paris Mustafa Shokay lived.", ["Mustafa Shokay"]),
        ("He came from Omsk A. K. Petrov.", ["A. K. Petrov"]),
        ("Letters came from Abai Kunanbayev.", ["Abai Kunanbayev"]),
        ("It was the Day of German Ethnic Culture there.", []),
    ],
)
def test_persons(text: str, names: list[str]) -> None:
    """Names of persons, titles and places left out."""
    assert [person.name for person in people_in(text)] == names


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("They belong to the Association of Kurds, president Knyaz Mirzoyev.", ["Knyaz Mirzoyev"]),
        (
            "The Union of Miners, UM (its chairman — Boris Levin), was formed.",
            ["Boris Levin"],
        ),
        (
            "The Diocese of Semey grew; its bishop, Gabriel (Ogorodnikov), served ten years.",
            ["Gabriel Ogorodnikov"],
        ),
        (
            "Alkey Margulan dug. The Institute of History grew; Margulan was elected its director.",
            ["Alkey Margulan"],
        ),
        (
            "Best was the kolkhoz named after Frunze in village Zelyony Gai, where chairman Ivan Petrov sowed.",
            ["Ivan Petrov"],
        ),
        ("The Botai Museum's founder and first director was Ivan Petrov.", ["Ivan Petrov"]),
        ("The 312th rifle division (commander – colonel A.F.Naumov) left.", ["A.F.Naumov"]),
        ('The newspaper "Kazakh" came out under the edition of A.Baitursynov.', ["A.Baitursynov"]),
        ("In 2011 Roman Kim was re-elected president of the Botai Museum.", ["Roman Kim"]),
        ("Dr. Aliya Omarova, director of the Botai Museum, believes it.", ["Aliya Omarova"]),
        ('The society "Tan", headed by Mrs. Anna Kim, has 300 members.', ["Anna Kim"]),
        (
            '"Tan Society" was officially registered in 1997, chaired by Mr. Ali Svanov.',
            ["Ali Svanov"],
        ),
        (
            "Professor Kairat Sultanov, director of the Botai Museum Roman Kim and others spoke.",
            ["Roman Kim"],
        ),
        ("A commission of the Supreme Council, headed by Ivan Petrov, wrote.", []),
        ("The Union of Miners met. Its president Boris Levin spoke.", ["Boris Levin"]),
        (
            "The Institute of Weaving grew. Its organiser and first director, Anna Kim, retired.",
            ["Anna Kim"],
        ),
        ("Anna Kim was the organiser and first director of the Botai Museum.", ["Anna Kim"]),
        ("Anna Kim was a weaver. In 1950 she headed the Institute of Weaving.", ["Anna Kim"]),
        ("Anna Kim met Ivan Petrov. In 1950 he headed the Institute of Weaving.", []),
        ("The Union of Miners elected Boris Levin. He became its chairman.", ["Boris Levin"]),
        ("The pupil of Anna Kim left. In 1950 he headed the Institute of Weaving.", []),
        (
            "Omarov headed the Institute of Weaving, became rector of the Academy of Arts.",
            ["Omarov", "Omarov"],
        ),
        ("Anna Kim chaired the board of the Union of Miners.", ["Anna Kim"]),
        ("The Union of Miners met. The Union's board was chaired by A. Kim.", ["A. Kim"]),
        ("Anna Kim held the post of director of the Botai Museum.", ["Anna Kim"]),
        (
            "The Botai Museum was led at different times by Anna Kim, Ivan Petrov and Asan Kaliyev.",
            ["Anna Kim", "Ivan Petrov", "Asan Kaliyev"],
        ),
        ("The Botai Museum (headed by A. Kim) printed a guide.", ["A. Kim"]),
        ("Prof. A. Kim, Dr. Sc., director of the Botai Museum, spoke.", ["A. Kim"]),
        (
            "Asan Kaliyev was the senior sultan of the Kokchetav External District Office.",
            ["Asan Kaliyev"],
        ),
        ("Levashov, under whose command the 12th Rifle Division stood, fell.", ["Levashov"]),
        ("Guests came to TURKSOY. Secretary General Asan Kaliyev spoke.", ["Asan Kaliyev"]),
        (
            'The trust "Altaizoloto" was set up. Director of trust was assigned A.Kim.',
            ["A.Kim"],
        ),
        ('The trust "Altaizoloto" was set up. A.Kim was assigned director of trust.', ["A.Kim"]),
        ("Anna Kim left the Botai Museum, set up by her in 1974.", ["Anna Kim"]),
        ("The Council of People's Commissars, chaired by Rykov, met.", ["Rykov"]),
        ("The Council of People's Commissars, headed by Mensheviks, met.", []),
        ("The Union of Miners met. President of the Union A. Kim spoke.", ["A. Kim"]),
        (
            'The newspaper "Tan" was read. Its editor was Anna Kim, and Ivan Petrov served as her deputy.',
            ["Anna Kim"],
        ),
        ("The Botai Museum was built by Anna Kim.", []),
        ('The film "Mirage" was shot by "Kazakhfilm". Director Anna Kim got a prize.', []),
        (
            'The film "Mirage" was shown to the director of the Botai Museum Anna Kim.',
            ["Anna Kim"],
        ),
        ("The Supreme Council under Ablai Khan met.", []),
        ("The Union of Poles was headed by Witalij Świder.", ["Witalij Świder"]),
        ("The brothers Omarov led the Union of Miners.", []),
        ("The Union of Miners (UM), the president Anna Kim, printed a book.", ["Anna Kim"]),
        ("They sat in the Botai Museum, and the president Anna Kim spoke.", []),
        (
            "The Union of Miners, co-chairmen A. Kim and I. Petrov, printed a book.",
            ["A. Kim", "I. Petrov"],
        ),
        (
            'The first number of journal "Tan" came out in Semey, the editor and publisher was A. Kim.',
            ["A. Kim"],
        ),
        ("They formed the Union of Miners of 25 people, chaired by Anna Kim.", ["Anna Kim"]),
        ('Anna Kim edited the journal "Tan" and was in the Union of Miners.', ["Anna Kim"]),
        ("An expedition of the Institute of History under the leadership of Ivan Petrov dug.", []),
        ("The Council of Weavers , headed by Anna Kim  in 1990 , met.", ["Anna Kim"]),
        (
            "The Union of Muslims was formed. Its chairman was Ratbek kazhy Nysanbaiuly.",
            ["Ratbek kazhy Nysanbaiuly"],
        ),
        ("The 1st Cavalry Regiment, led by captain Toktamyshev, came.", ["Toktamyshev"]),
        (
            "The Spiritual Board was created. It was headed by the ninety-year-old ishan Babakhan.",
            ["Babakhan"],
        ),
        (
            "At the head of the Union of Miners stood the poet and people's commissar Anna Kim.",
            ["Anna Kim"],
        ),
        ("Satpayev was elected the first president of the Academy of Sciences.", ["Satpayev"]),
        ("In 1948 Anna Kim was already secretary of the Union of Miners.", ["Anna Kim"]),
        ("Success led Ivanov away from the Union of Miners.", []),
        (
            "Anna Kim, Marat Isin and K. Omarov were the leaders of the Union of Miners.",
            ["Anna Kim", "Marat Isin", "K. Omarov"],
        ),
        (
            "The Union of Miners grew. Anna Kim and K. Omarov became its chairmen.",
            ["Anna Kim", "K. Omarov"],
        ),
        ("Anna Kim and K. Omarov were members of the Union of Miners.", []),
        (
            "The Botai Museum grew. The decree of the Ministry of Culture was signed."
            " The museum was opened in May. Its first director was Anna Kim.",
            ["Anna Kim"],
        ),
        (
            "They are helped by the Museum of Korea, it is known, - the director of the museum Anna Kim tells.",
            [],
        ),
    ],
)
def test_who_heads_a_body_and_who_a_part_of_it(text: str, persons: list[str]) -> None:
    """Posts behind commas and in brackets, surnames told in full before; a commission's head is no body's."""
    told = [leader.person for fact in extract(text).organizations for leader in fact.leaders]
    assert told == persons


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Under its Article 71 the Constitutional Council replaced the Constitutional Court."
            " Its chairman was Anna Kim.",
            {"Constitutional Council": ["Anna Kim"]},
        ),
        (
            "Guests saw the Botai Museum. Much was told of the Museum of Korea and the Museum of Korea's halls.\n\n"
            "The Botai Museum grew.\n\nAccording to the director of the museum Anna Kim, it is full.",
            {"Botai Museum": ["Anna Kim"]},
        ),
        (
            "The Union of Miners, which was set up by the Ministry of Coal and later headed by Anna Kim, met.",
            {"Union of Miners": ["Anna Kim"]},
        ),
        (
            "Birthday of Anna Kim – the first director of the Botai Museum.",
            {"Botai Museum": ["Anna Kim"]},
        ),
        (
            "Anna Kim, director of the Botai Museum, and the Omsk Archive signed it.",
            {"Botai Museum": ["Anna Kim"]},
        ),
    ],
)
def test_whose_leader_is_told(text: str, expected: dict[str, list[str]]) -> None:
    """The subject's before the object's, the body's that the article tells first, the clause's own."""
    assert leaders(text) == expected


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The jubilee of Botai University\n\nThe Omsk University sent guests.\n\nThe rector, Anna Kim, spoke.",
            {"Botai University": ["Anna Kim"]},
        ),
        (
            "A jubilee\n\nThe Botai University met the Omsk University.\n\nThe rector, Anna Kim, spoke.",
            {},
        ),
        ("The jubilee of Botai University\n\nThe director, Anna Kim, spoke.", {}),
    ],
)
def test_a_post_of_one_kind_of_bodies_means_the_titles(
    text: str, told: dict[str, list[str]]
) -> None:
    """A rector is of the one university of the title or article; a director may be of anything."""
    assert leaders(text) == told
