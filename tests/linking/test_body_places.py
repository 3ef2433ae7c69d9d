"""Where a body is: in its name, beside it, before it, or nowhere told."""

import pytest

from pipeline import extract, load
from pipeline.linking.body_places import body_place_options, setting_of


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The Ministry of Justice of Kazakhstan issued a decree.", "Kazakhstan"),
        ("The Botai Museum was opened in Kokshetau in 2005.", "Kokshetau"),
        ('In Pavlodar the centre "Kie" teaches 280 adults.', "Pavlodar"),
        ("The Union of Writers was registered in Almaty in 1990.", "Almaty"),
        ("The Union of Writers of Kazakhstan was registered in 1990.", "Kazakhstan"),
        ('The ensemble "Ellada" sang songs.', None),
        ("The Kazakh Philharmonic went on tours in Turkey and Korea.", None),
        ("The 316th Rifle Division fought at Volokolamsk.", None),
        ("The congress of the Union of Writers was held in Ulytau.", None),
        ("The Union of Writers opened an office in London.", None),
        ("The Consulate of Turkey in Semipalatinsk was closed.", "Semey"),
        ("The Embassy of Kazakhstan in the Kingdom of Belgium helped.", "Belgium"),
        ("The Embassy of Japan in Kazakhstan helped.", "Kazakhstan"),
        ("The Orenburg-Tashkent Railway carried grain.", None),
        ("The West India Company sold tea.", None),
        ("The Asia Department of the Ministry of Trade answered.", None),
        ('The ensemble "Otrar Uni" sang songs.', None),
        ("They worked in the kolkhoz named after the Paris Commune.", None),
        ("They studied at the university named after J. Balasagyn.", None),
        ("The Zhambyl Museum has three halls.", None),
        ("The Kazakh Branch of the USSR Academy of Sciences met.", None),
        ("He studied in Moscow. His books are in the Pushkin Library.", None),
        ("The US Senate voted.", "United States"),
        ('The theatre "Astana Opera" was opened.', "Astana"),
        ("The Kazakh Philharmonic gave a concert in Almaty.", "Almaty"),
        ("The Kazakh Philharmonic, which toured France, was opened in Almaty.", "Almaty"),
        ("They worked at the Dzhambul Sugar Plant.", "Taraz"),
        ("The UK Parliament debated.", "United Kingdom"),
        ("The Agency for Quality in Education gave them a prize.", None),
        ("In Omsk the Committee for Supervision in Construction met.", "Omsk"),
        (
            'In Omsk he was taught. He wrote in the newspaper "Tan" (the city of Kazan, 1906).',
            "Kazan",
        ),
        ("The Akmola regional military commissariat called them up.", "Akmola Region"),
        ('The book "Omsk stories" is in the Pushkin Library.', None),
    ],
)
def test_place_of_a_body(text: str, place: str | None) -> None:
    """The canonical name of the place."""
    (fact,) = extract(text).organizations
    assert (fact.place and fact.place.name) == place


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "They wrote to Omsk Institute (Barnaul), Gazi University (Ankara) and the Institute of Weaving.",
            ["Barnaul", "Ankara", None],
        ),
        (
            "Guests came from Ondokuz University (Samsun, Turkey) and the Institute of Weaving.",
            ["Turkey", None],
        ),
        (
            "He was at the Institute of Weaving (IW, Moscow) and the Institute of Carpets.",
            ["Moscow", None],
        ),
        ("The British Museum and Berlin's Museum of Weaving have them.", [None, "Berlin"]),
        (
            "He finished the Weaving School named after Lenin in Tashkent, in 1936 the Academy of Carpets.",
            ["Tashkent", None],
        ),
        (
            "A hall of the Weaving Hospital in Uralsk, the scholarship at KazNMU bear his name.",
            ["Oral", None],
        ),
        ("The Institute of Weaving in Semey opened the Museum of Carpets.", ["Semey", "Semey"]),
    ],
)
def test_a_place_that_is_one_bodys_own(text: str, told: list[str | None]) -> None:
    """In brackets, before "'s", or behind "in" within a list a place is of the body beside it alone."""
    facts = extract(text).organizations
    assert [fact.place and fact.place.name for fact in facts] == told


def test_all_mentions_speak_for_one_place() -> None:
    """A later sentence says where a body is that the first one only names."""
    text = "The Botai Museum has three halls.\n\nThe Botai Museum was opened in Kokshetau in 2005."
    (fact,) = extract(text).organizations
    assert fact.place is not None
    assert fact.place.name == "Kokshetau"


@pytest.mark.parametrize(
    ("text", "name", "feature"),
    [
        ("He studied at the University of Uppsala.", "Uppsala", "unlisted:tail:of"),
        ("They lived in Semey. There the Botai Museum was opened.", "Semey", "meant:there"),
        ("He gave it to the Kyzylorda Museum.", "Kyzylorda", "in:front"),
        ("He gave it to the Kyzylorda Regional Museum.", "Kyzylorda", "in:regional:town"),
        ("He gave it to the Kyzylorda Regional Museum.", "Kyzylorda Region", "in:regional:region"),
        ("The Botai Museum was opened in Semey.", "Semey", "at:after:founded:in"),
        ("In Semey the Botai Museum was opened.", "Semey", "at:opens:bodies=0"),
        ('He saw the Semey theatre "Duslyk".', "Semey", "at:adjective"),
    ],
)
def test_options_say_how_a_place_is_told(text: str, name: str, feature: str) -> None:
    """What the weights are fitted on."""
    doc = load()(text)
    bodies = list(doc.spans["organizations"])
    options = body_place_options(setting_of(doc, bodies), bodies[:1])
    found = {o.value.name: o.features for o in options if o.value and feature in o.features}
    assert list(found) == [name]
