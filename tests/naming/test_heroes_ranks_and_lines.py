"""Names with a hero's title, a committee's rank, a railway's stations, a superior or letters in brackets."""

import pytest

import pipeline


def names(text: str) -> list[str]:
    """The bodies of a text as they are written, in order."""
    record = pipeline.extract(f"{text}\n")
    told = ((m.start, m.text) for body in record.organizations for m in body.mentions)
    return [name for _, name in sorted(told)]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "He fought in the 6th Guards Rifle Division named after Major General A.P. Dolgov.",
            ["6th Guards Rifle Division named after Major General A.P. Dolgov"],
        ),
        (
            "The school named after Twice Hero of the Soviet Union T. Bekov was opened.",
            ["school named after Twice Hero of the Soviet Union T. Bekov"],
        ),
        (
            "The House-Museum of sculptor K. Dauletov was opened.",
            ["House-Museum of sculptor K. Dauletov"],
        ),
        (
            "The museum of Hero of the Soviet Union Bekova was closed.",
            ["museum of Hero of the Soviet Union Bekova"],
        ),
        ("The museum of the writer opened in 2005.", []),
        ("The ALZHIR museum was opened in May.", ["ALZHIR museum"]),
        ("Heroes of the Soviet Union of the 101st brigade came.", ["101st brigade"]),
        (
            "He left the Peter the Great Nautical Institute of Omsk.",
            ["Peter the Great Nautical Institute of Omsk"],
        ),
        (
            "The Gymnasium named after Peter the Great and the Museum of Alexander the Great stood near.",
            ["Gymnasium named after Peter the Great", "Museum of Alexander the Great"],
        ),
        (
            "The Library of the First President of the Republic of Kazakhstan – Elbasy was opened.",
            ["Library of the First President of the Republic of Kazakhstan – Elbasy"],
        ),
    ],
)
def test_who_is_honoured_is_told_with_a_title(sentence: str, found: list[str]) -> None:
    """A rank, a hero's title or a calling stands before the name; without a name it makes none."""
    assert names(sentence) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "He was secretary of the regional committee of Komsomol of Kokshetau.",
            ["regional committee of Komsomol of Kokshetau"],
        ),
        ("He was secretary of the committee of Komsomol.", ["Komsomol"]),
        (
            "The volost executive committee of Aksu volost refused.",
            ["volost executive committee of Aksu volost"],
        ),
        (
            "The guberniya revolutionary committee of Uralsk fled.",
            ["guberniya revolutionary committee of Uralsk"],
        ),
        (
            "The Council of veterans of the city of Ridder met.",
            ["Council of veterans of the city of Ridder"],
        ),
        ("The Council of veterans of the city met.", ["Council of veterans"]),
        (
            "The Verny Council of workers and soldier's deputies took the power.",
            ["Verny Council of workers and soldier's deputies"],
        ),
        ("The 23rd reserve rifle brigade trained soldiers.", ["23rd reserve rifle brigade"]),
        (
            "The Union of Czech Officers in the USSR was formed.",
            ["Union of Czech Officers in the USSR"],
        ),
        ("The Union of Writers in the USSR was formed.", ["Union of Writers"]),
        ("The Institute of Law was formed.", ["Institute of Law"]),
        (
            "He led a platoon in the 1042nd Rifle Regiment of the 311st Rifle Division.",
            ["1042nd Rifle Regiment", "311st Rifle Division"],
        ),
        ("The Czech Army in the USSR was formed.", ["Czech Army in the USSR"]),
        ("The Red Army in the USSR was strong.", ["Red Army"]),
        (
            "In 1965 the Council of Veterans of the 8th Guards Division was created.",
            ["Council of Veterans of the 8th Guards Division"],
        ),
        (
            "The Director of the National Archives of Latvia came.",
            ["National Archives of Latvia"],
        ),
        (
            "The Council for Trade of the Arabic-speaking states met.",
            ["Council for Trade of the Arabic-speaking states"],
        ),
    ],
)
def test_ranks_and_lands_belong_to_a_committee(sentence: str, found: list[str]) -> None:
    """What ranks a lower-case committee opens its name, and a land, a town or states end a body's."""
    assert names(sentence) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Trains of the Omsk – Taraz railway stopped.", ["Omsk – Taraz railway"]),
        (
            "Trains of the Omsk - Semey - Taraz railway stopped.",
            ["Omsk - Semey - Taraz railway"],
        ),
        ("The building of the Omsk – Taraz railway went on.", []),
        (
            "Aksuat volost administration noted in 1897 900 households.",
            ["Aksuat volost administration"],
        ),
        ("He came to Omsk – the Taraz railway was new.", ["Taraz railway"]),
        (
            "It came to the plant No. 418 of the People's Commissariat of Tank Industry of the USSR.",
            ["plant No. 418 of the People's Commissariat of Tank Industry of the USSR"],
        ),
        ("It came to the plant No. 418 of the front.", ["plant No. 418"]),
        ("It came to the plant No. 418 of the Ministry.", ["plant No. 418"]),
        (
            "She worked in the state archive of modern history (SAMH).",
            ["state archive of modern history", "SAMH"],
        ),
        ("She worked in the state archive of modern history (RK).", []),
        (
            "The Historical Museum of Omsk and the Potanin orchard were near.",
            ["Historical Museum of Omsk"],
        ),
        (
            "The Union of Workers of Omsk and the Urals met.",
            ["Union of Workers of Omsk and the Urals"],
        ),
        (
            'The State Museum "House of Friends of the Steppe" was opened.',
            ['State Museum "House of Friends of the Steppe"'],
        ),
        ("It was paid by JSC National company «Kazore».", ["Kazore"]),
        ("The Izden zhane Tap magazine was closed.", ["Izden zhane Tap"]),
        ("He wrote to the Aul sozi newspaper.", ["Aul sozi"]),
        ("He founded a society of young poets called Daryn.", ["Daryn"]),
    ],
)
def test_stations_superiors_and_letters(sentence: str, found: list[str]) -> None:
    """Stations before a dash, who a numbered plant is under, letters in brackets, a Kazakh "and"."""
    assert names(sentence) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The director of the State archive Aigerim Kuan told this.", ["State archive"]),
        ("The head of the regional library Saule Kuan met us.", []),
        ("An employee of the Central museum Marat Kuan told this.", ["Central museum"]),
        ("The director of the theatre Zhas Sakhna told this.", ["Zhas Sakhna"]),
    ],
)
def test_a_keeper_without_a_known_surname_is_no_name(sentence: str, found: list[str]) -> None:
    """Archives, libraries and museums are seldom named by two capitals behind the noun."""
    assert names(sentence) == found


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The Organisation of Nomadic States met.", "international"),
        ("The Embassy of the United States was closed.", "government"),
        ("The Omsk provincial committee of the RCP(b) met.", "party"),
        ("The Omsk provincial committee of the RKP(b) met.", "party"),
        ("The Omsk provincial committee of statistics of Siberia met.", "government"),
    ],
)
def test_states_and_bolsheviks_tell_the_type(sentence: str, kind: str) -> None:
    """What joins states is international; a committee of the Bolsheviks is the party's."""
    record = pipeline.extract(f"{sentence}\n")
    assert [body.type for body in record.organizations] == [kind]


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("The museum of Hero of the Soviet Union Bekova was closed.", None),
        ('The society "Kyrgyzstan-Taraz" took part.', None),
        ("The Union of Czech Officers in the USSR was formed.", None),
        (
            "The chairman of the Council of veterans of the city of Ekibastuz Ivan Orlov came.",
            "Ekibastuz",
        ),
    ],
)
def test_a_title_and_a_land_of_origin_are_no_seat(sentence: str, place: str | None) -> None:
    """Neither the land of a hero's title nor the one a society's people are from tells where a body is."""
    record = pipeline.extract(f"{sentence}\n")
    assert [body.place and body.place.name for body in record.organizations] == [place]
