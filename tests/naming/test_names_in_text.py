"""Names of bodies, by the reader that sees them: examples and what looks like one."""

import pytest

from pipeline import extract, load
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
        (
            "The speaker of the Senate of Parliament Omirbek Baigeldi came.",
            one("Senate of Parliament", "assembly", "full-strong"),
        ),
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
            "A table was held at the National Museum of Kazakhstan on the topic of names.",
            ["National Museum of Kazakhstan"],
        ),
        (
            "It follows the decree of the Cabinet of Ministers N 496 of that year.",
            ["Cabinet of Ministers"],
        ),
        (
            "He was chairman of the Executive Committee of Turkestan and deputy chairman elsewhere.",
            ["Executive Committee of Turkestan"],
        ),
        ("They sat in the Mazhilis of the V convocation.", ["Mazhilis"]),
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
            "He worked at the tobacco factory named after Abai.",
            one("tobacco factory named after Abai", "company", "memorial"),
        ),
        (
            "He was sent to the Volkhov front.",
            one("Volkhov front", "military", "adjectival"),
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
        ("They saw the Central State museum.", [("Central State museum", "museum", "tailed")]),
        ("National museum keeps 300 swords.", []),
        ("The society of Kazakh youth met.", []),
        ("It was the first newspaper in the steppe.", []),
        ("The first Kazakh professional theatre was opened.", []),
        ("He led the first Kazakh higher school.", []),
        (
            "Kazakh branch of the Academy of Sciences met.",
            one("Kazakh branch of the Academy of Sciences", "education", "tailed"),
        ),
        (
            "Kazakh theatre of opera and ballet was opened.",
            one("Kazakh theatre of opera and ballet", "culture", "tailed"),
        ),
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
        (
            "The Tolagai publishing house of Nur-Sultan printed it.",
            one("Tolagai", "company", "named-before"),
        ),
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
        ('Its journal was "Soviet Steppe".', one("Soviet Steppe", "media", "quoted")),
        (
            'The newspaper of the miners was called "Gornyak".',
            one("Gornyak", "media", "quoted"),
        ),
        ('The collective farm was called "Zarya".', one("Zarya", "company", "quoted")),
        ('The exhibition of the museum was called "Gold".', []),
        ("They led a society named Ivan Petrov there.", []),
        ('The "Gornyak" correspondent came.', one("Gornyak", "media", "quoted")),
        ('He was a translator for "Gornyak" then.', one("Gornyak", "media", "quoted")),
        (
            '"Gornyak" (a weekly newspaper) came.',
            one("Gornyak", "media", "quoted"),
        ),
        (
            '"Bereke" – Turkish cultural centre – met.',
            one("Bereke", "association", "quoted"),
        ),
        (
            'It was published in London by "Steppe International".',
            one("Steppe International", "company", "quoted"),
        ),
        ('The space agency "Garysh" flew.', one("Garysh", "government", "quoted")),
        (
            'They read the "Great Soviet Encyclopedia" and the almanac "Tan".',
            one("Tan", "media", "quoted"),
        ),
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
        (
            "He studied in the Ural department of the Imperial Russian geographical society.",
            ["Ural department of the Imperial Russian geographical society"],
        ),
        (
            "They asked the Muslim society of Tashkent university for books.",
            ["Muslim society of Tashkent university"],
        ),
        (
            "A plenum of Central Committee of Communist party of Uzbekistan decided so.",
            ["Central Committee of Communist party of Uzbekistan"],
        ),
        ("In Ridder worked Pushkin library and a club.", ["Pushkin library"]),
        (
            "He worked later in Irtysh copper smelting factory for ten years.",
            ["Irtysh copper smelting factory"],
        ),
        (
            "The Zhezkazgan agricultural experimental station of the farm brought out wheat.",
            ["Zhezkazgan agricultural experimental station"],
        ),
    ],
)
def test_a_lower_case_head_ends_what_capitals_open(sentence: str, found: list[str]) -> None:
    """Inside a tail and behind a bare name; parts of a body and plain words do not go on."""
    assert [text for text, _, _ in bodies(sentence)] == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "They got letters from Embassy of Poland in Uzbekistan.",
            ["Embassy of Poland in Uzbekistan"],
        ),
        ("The Embassy of Poland in Almaty gave visas.", ["Embassy of Poland"]),
        (
            "The Representative Office of Tatarstan in Kazakhstan was opened.",
            ["Representative Office of Tatarstan in Kazakhstan"],
        ),
        (
            "The Council for Peace and Security in Asia met.",
            ["Council for Peace and Security in Asia"],
        ),
        ("The Academy of Sciences in Almaty published books.", ["Academy of Sciences"]),
        (
            "She entered the Institute of philosophy, political science and religious studies in 2001.",
            ["Institute of philosophy, political science and religious studies"],
        ),
        (
            "The State committee of the Kazakh SSR on television, radio broadcasting and cinema answered.",
            ["State committee of the Kazakh SSR on television, radio broadcasting and cinema"],
        ),
        ("He visited the Institute of history, factories and farms.", ["Institute of history"]),
        (
            "The National Commission of Kazakhstan for UNESCO and ISESCO met.",
            ["National Commission of Kazakhstan for UNESCO and ISESCO"],
        ),
        (
            "The Museum of victims of repressions of Dolinka settlement opened.",
            ["Museum of victims of repressions of Dolinka settlement"],
        ),
    ],
)
def test_lands_and_lists_end_a_name(sentence: str, found: list[str]) -> None:
    """Envoys sit in a land, alliances are for a continent; lists go on while their items are of learning or trade."""
    assert [text for text, _, _ in bodies(sentence)] == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("In Semipalatinsk Society of printers was registered.", ["Society of printers"]),
        (
            "He managed in Kyzylorda Laboratory of Old Canals for years.",
            ["Laboratory of Old Canals"],
        ),
        ("In Karaganda Medical Institute study 500 students.", ["Karaganda Medical Institute"]),
        (
            'The Ministry of Health of Kazakhstan and the youth club "Dostar" help them.',
            ["Ministry of Health of Kazakhstan", "Dostar"],
        ),
        (
            "The Opera Theatre of Light Music and Russian Theatre named after Lermontov play.",
            ["Opera Theatre of Light Music", "Russian Theatre named after Lermontov"],
        ),
        (
            "The decree was passed by the Council of Ministers on Plenum of 5 May 1950.",
            ["Council of Ministers"],
        ),
    ],
)
def test_what_is_no_part_of_a_name(sentence: str, found: list[str]) -> None:
    """Places after "in", second bodies after "and", streets and meetings after "on"."""
    assert [text for text, _, _ in bodies(sentence)] == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ('The scholarship "Zerde" was founded in 1995.', []),
        ('The play "Abai" by the theatre came later.', []),
        ("About 600 Soviet citizens came.", []),
        ("The institute on Lenin Street was old.", []),
        ("The Green Mosque with two minarets was built.", []),
        ("On the Jezdy manganese mine they worked.", []),
        ("The First Congress of Writers met.", []),
        ("Embassy of I. Kirillov came to the horde.", []),
        ("By article 12 of the GPK RK he was fined.", []),
        ("Many schools (eg No. 5) were shut.", []),
        ('He wrote an appendix to the "Book of Weavers".', []),
        ("The Evangelical Church built the hospital.", ["Evangelical Church"]),
        ("The Old Church built in 1902 burnt.", []),
        ("The Institute of Weaving studies rugs.", ["Institute of Weaving"]),
        ("The Kypchak Confederation was strong.", []),
        ("The Institute of Biys was strong.", []),
        ("The Day of the Armed Forces is in May.", []),
        ('The skating rink "Zerde" was founded in 1949.', []),
        ('He said to them, "because Kaspi gave it".', ["Kaspi"]),
    ],
)
def test_what_is_no_body(sentence: str, found: list[str]) -> None:
    """Works and prizes in quotes, buildings, mines, citizens, meetings."""
    assert [text for text, _, _ in bodies(sentence)] == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            'After it came "Zhas Kairat" (Uralsk), "Tan" (Semey) and the magazine "Zhana Adebiet".',
            ["Zhas Kairat", "Tan", "Zhana Adebiet"],
        ),
        (
            'It joined the kolkhoz named after Lenin, "Zhana Zhol" and "Kenes".',
            ["kolkhoz named after Lenin", "Zhana Zhol", "Kenes"],
        ),
        ('Its newspaper, also "Alga", lived a year.', ["Alga"]),
        ('The "Polygon" and "Attan" societies took part.', ["Polygon", "Attan"]),
        ('Two smaller bodies, "Zhebeu" and Asar, argued.', ["Zhebeu", "Asar"]),
        ('It stood in the newspapers "Enbek Tuy" and Tilshi.', ["Enbek Tuy", "Tilshi"]),
        ('The newspapers "Enbek Tuy" and Abai Kunanbaev came.', ["Enbek Tuy"]),
        ('The newspapers "Enbek Tuy" and Kazakhs came.', ["Enbek Tuy"]),
        ("It publishes a journal, Zhibek Zholy, and books.", ["Zhibek Zholy"]),
        ('The society "Birlik" was renamed "Zhana Zhol".', ["Birlik", "Zhana Zhol"]),
    ],
)
def test_quoted_names_of_a_list_share_a_noun(sentence: str, found: list[str]) -> None:
    """Before it, behind it, and behind a name without quotes."""
    assert [text for text, _, _ in bodies(sentence)] == found


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The Orenburg Department of the Russian Geographical Society was rich.", "association"),
        ("The Department of the Ministry of Justice was rich.", "government"),
        ("The Council of Veterans of Petropavlovsk was rich.", "association"),
        ("The Council of Ministers of the USSR was rich.", "government"),
        ("The Centre of Uyghur Studies was rich.", "education"),
        ('The centre "Zhanar" was rich.', "association"),
        ("The International Fund for Saving the Aral was rich.", "international"),
        ("The International Kazakh-Turkish University was rich.", "education"),
        ('The kolkhoz "Komintern" was rich.', "company"),
        ('"Zhana Kuat" LLP was rich.', "company"),
        ("The Jewish Congress of Kazakhstan was rich.", "association"),
        ("The World Congress of Tatars was rich.", "international"),
        ("The World Association of Kazakhs was rich.", "association"),
        ("The Taraz Regional Military Commissariat was rich.", "military"),
        ("The Western Branch of Alash-Orda was rich.", "government"),
        ("The Department of Archives of Taraz was rich.", "government"),
        ("The Department of History of Kazakhstan was rich.", "education"),
        ("The Department of Turkic Philology was rich.", "education"),
        ("The Department of Historiography and Source Studies was rich.", "education"),
        ("The Department of History of the Ministry of Culture was rich.", "government"),
        ("The Department of Culture of Taraz was rich.", "government"),
        ("The Taraz Regional Council of Deputies was rich.", "assembly"),
        ("The Dissertation Council was rich.", "education"),
        ("The Central Communications Service was rich.", "government"),
        ("The Taraz revcom was rich.", "government"),
        ("The Regional Council of Veterans was rich.", "association"),
        ("The Omsk Community of Evangelical Christians was rich.", "religious"),
        ("The Alma-Ata Spiritual Seminary was rich.", "education"),
        ("The Council for Affairs of Religious Cults was rich.", "government"),
        ("The Jewish Religious Community of Taraz was rich.", "religious"),
        ('The Muslim community "Nur" was rich.', "religious"),
        ("The Taraz Committee of the Communist Party was rich.", "party"),
        ('The fund "Samruk-Kazyna" was rich.', "company"),
        ("The Steel Department of LLP «Zhezdy» was closed.", "company"),
        ("The Abai Centre for Archaeology dug there.", "education"),
    ],
)
def test_the_words_around_a_head_tell_the_type(sentence: str, kind: str) -> None:
    """Parts are what their body is, councils and centres what they are of."""
    assert [seen[1] for seen in bodies(sentence)] == [kind]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "The head of the Department of Culture of Pavlodar Region Aigul Serikova told it.",
            ["Department of Culture of Pavlodar Region"],
        ),
        (
            "The deputy of the Committee of Forestry of the Ministry of Agriculture Nurlan Akhmetov came.",
            ["Committee of Forestry of the Ministry of Agriculture"],
        ),
        (
            "The docent of Karaganda State University named after E. Buketov Zh. Abdrakhmanova counted letters.",
            ["Karaganda State University named after E. Buketov"],
        ),
        (
            "It was told to the Republican Commission for Training Specialists Abroad, they say.",
            ["Republican Commission for Training Specialists Abroad"],
        ),
        (
            "The rector of Kazakh University named after Abai Marat Iskakov spoke.",
            ["Kazakh University named after Abai"],
        ),
        (
            "Near Moscow University named after Mikhail Vasilyevich Lomonosov they met.",
            ["Moscow University named after Mikhail Vasilyevich Lomonosov"],
        ),
        ("Half the company of Kiev's musical comedy came.", []),
        ("The Ministry of Health's decree was read.", ["Ministry of Health"]),
        ("The University of Almaty's rector left.", ["University of Almaty"]),
        ("The Academy of Sciences' members sang.", ["Academy of Sciences"]),
        ("The Union of Writers' chairman left.", ["Union of Writers"]),
        ("They met the Committee of Women's affairs.", ["Committee of Women's affairs"]),
        ("The 4th army of V.I. Chapayev came.", ["4th army"]),
        ("The Volunteer Army of Denikin came.", ["Volunteer Army"]),
        ("The Siberian Army of Admiral Kolchak came.", ["Siberian Army"]),
        ("The Provisional Government of A. Kerensky fell.", ["Provisional Government"]),
        ("The Museum of A. Kasteyev was opened.", ["Museum of A. Kasteyev"]),
        ("The Institute of K. Satpayev was opened.", ["Institute of K. Satpayev"]),
    ],
)
def test_a_person_behind_a_name_is_no_part_of_it(sentence: str, found: list[str]) -> None:
    """Two capitals that name no body end a tail, as do a second person's initials behind a memorial name."""
    assert [text for text, _, _ in bodies(sentence)] == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "She worked in evacuation hospital No. 1258.",
            [("evacuation hospital No. 1258", "other")],
        ),
        ("She worked in evacohospital No. 1258.", [("evacohospital No. 1258", "other")]),
        (
            "They were held in special camp No. 4 and in Spassky Camp №99.",
            [("special camp No. 4", "other"), ("Spassky Camp №99", "other")],
        ),
        (
            "At school No. 23 of Temirtau study 800 pupils.",
            [("school No. 23 of Temirtau", "education")],
        ),
        ("The miners of mine No. 18-bis dug coal.", [("mine No. 18-bis", "company")]),
        ("He came to mine No. 20 of the trust and to camp No. 4 – Dallag.", [("Dallag", "other")]),
        ("By resolution No. 776 and in aul No. 4 nobody lived.", []),
        (
            "The children's musical school No. 4 was opened.",
            [("children's musical school No. 4", "education")],
        ),
        (
            "Akmolinsk children's house No. 3 contained them.",
            [("Akmolinsk children's house No. 3", "other")],
        ),
        ("He served in military unit 30212 then.", [("military unit 30212", "military")]),
        ("Each unit 1200 metres away shot.", []),
        (
            "She was in the mobile field hospital No. 621 then.",
            [("mobile field hospital No. 621", "other")],
        ),
        ("He finished the railway school No. 2 there.", [("railway school No. 2", "education")]),
        ("It came from the plant no. 317 then.", [("plant no. 317", "company")]),
        ("There was no. 317 on the school.", []),
        ("The 4th Company fell.", [("4th Company", "military")]),
        ("In kolkhoz № 7 they sowed millet.", [("kolkhoz № 7", "company")]),
        (
            "The closed Dispensary No. 4 treated them.",
            [("Dispensary No. 4", "other")],
        ),
    ],
)
def test_a_number_names_a_body(sentence: str, found: list[tuple[str, str]]) -> None:
    """With a noun of such bodies before it, in capitals or not; a part of another and a named one are none."""
    assert [(text, kind) for text, kind, _ in bodies(sentence)] == found


@pytest.mark.parametrize(
    ("sentence", "name", "kind"),
    [
        ("The Rudny polytechnic college is old.", "Rudny polytechnic college", "education"),
        (
            "The akimat of Akkol rural okrug was moved.",
            "akimat of Akkol rural okrug",
            "government",
        ),
        (
            "The Torgay machine-hay-mowing station was opened.",
            "Torgay machine-hay-mowing station",
            "company",
        ),
        (
            "In 1979 arose the Japan Association of Former Internees.",
            "Japan Association of Former Internees",
            "association",
        ),
        ("A nurse of the Indian Red Cross wrote it.", "Indian Red Cross", "association"),
        (
            "The note of Plenipotentiary Representation of OGPU says it.",
            "Plenipotentiary Representation of OGPU",
            "government",
        ),
        (
            "The Aral Scientific Fishery Station warned them.",
            "Aral Scientific Fishery Station",
            "education",
        ),
        ("The board of Aralrybprom knew it.", "Aralrybprom", "company"),
        ("The Internal Troops of Kazakhstan came.", "Internal Troops of Kazakhstan", "military"),
        ('The site "Steppe.kz" told of it.', "Steppe.kz", "media"),
        (
            "They met the Kazakh regional party committee.",
            "Kazakh regional party committee",
            "party",
        ),
        ('The RPO "Zhas Dala" helped.', "Zhas Dala", "association"),
        ("They sat at the CPC of KASSR.", "CPC of KASSR", "government"),
        ("The ensemble of dance Saltanat came.", "Saltanat", "culture"),
        (
            "The Krasnaya zvezda publishing house printed it.",
            "Krasnaya zvezda",
            "company",
        ),
        (
            "Turkestan circle of lovers of archaeology met.",
            "Turkestan circle of lovers of archaeology",
            "association",
        ),
        ("The city got a newspaper - «Tselinny Krai».", "Tselinny Krai", "media"),
        (
            "Begins the Expert-consultative council at the President.",
            "Expert-consultative council at the President",
            "government",
        ),
        ("They have one single university, Nur-Mubarak, in town.", "Nur-Mubarak", "education"),
        ("He met Yarysh, the club in whose defence he played.", "Yarysh", "association"),
        ("They read Turgayskaya gazeta at home.", "Turgayskaya gazeta", "media"),
        ("The First Alash cavalry regiment rode.", "First Alash cavalry regiment", "military"),
        ("He went to the 52nd Army on the Volkhov then.", "52nd Army", "military"),
        ("They sat at Narkomzem of the KazASSR.", "Narkomzem of the KazASSR", "government"),
        ("He led the Semipalatinsk obkom then.", "Semipalatinsk obkom", "party"),
        (
            "The kolkhoz of the name of Voroshilov sowed.",
            "kolkhoz of the name of Voroshilov",
            "company",
        ),
        ("A report was printed by Helsinki Watch then.", "Helsinki Watch", "international"),
    ],
)
def test_a_name_of_each_build(sentence: str, name: str, kind: str) -> None:
    """Former members, a people's Red Cross, envoys, stations, first syllables, appositions, councils at a post."""
    assert [seen[:2] for seen in bodies(sentence)] == [(name, kind)]


_PLAY = "The football league filled the stadium with spectators. "


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (f"{_PLAY}In that match Kairat beat Tobol.", ["Kairat", "Tobol"]),
        (f"{_PLAY}The goalkeeper of Irtysh came from the Torpedo of Semey.", ["Irtysh", "Torpedo"]),
        (f"{_PLAY}Kairat Nurtas sang in Astana on the Irtysh.", []),
        (f"{_PLAY}It went by under the name of Dinamo, and the rocket Vostok flew.", []),
        ("In that match Kairat beat Tobol.", []),
        ("The Alma-Ata Dynamo society had skiers.", ["Dynamo"]),
    ],
)
def test_clubs_go_by_a_bare_name_in_articles_on_sport(sentence: str, found: list[str]) -> None:
    """Those named like a place beside words of play; persons, and articles on other things, have none."""
    assert [text for text, _, _ in bodies(sentence)] == found


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "The United Nations met. The United Nations Children's Fund paid.",
            ["United Nations", "United Nations Children's Fund"],
        ),
        (
            "The Commonwealth of Independent States (CIS) met. The CIS paid.",
            ["Commonwealth of Independent States"],
        ),
        (
            "Soon UNESCO came. The United Nations Educational, Scientific and Cultural Organization paid.",
            ["United Nations Educational, Scientific and Cultural Organization"],
        ),
        ("The UN met.", ["UN"]),
    ],
)
def test_a_listed_body_goes_by_the_fullest_form_of_the_article(text: str, names: list[str]) -> None:
    """The lexicon's own form is not put in the article's mouth."""
    assert [body.name for body in extract(text).organizations] == names


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("He bought Talgar Agro LLP last year.", one("Talgar Agro LLP", "company", "legal-form")),
        ("Azat, a civic movement, was founded there.", one("Azat", "association", "apposed")),
        ("The commission known as Komzhol met.", one("Komzhol", "government", "apposed")),
        (
            "He was a clerk of the trading house Petrov and Sons.",
            one("Petrov and Sons", "company", "legal-form"),
        ),
        ("Stenbock & Co. bought the wool.", one("Stenbock & Co.", "company", "legal-form")),
        ("They heard the songs of Radio Tashkent.", one("Radio Tashkent", "media", "legal-form")),
        ("The Omsk daily Slovo followed it.", one("Slovo", "media", "named-after")),
        (
            "With the help of the Gelios foundation they entered.",
            one("Gelios", "association", "named-before"),
        ),
        ("A stone stands where Rukin's party fell.", []),
        ("National testing center was created.", one("National testing center", "other", "tailed")),
        (
            "Republican Uzbek drama theatre was opened.",
            one("Republican Uzbek drama theatre", "culture", "tailed"),
        ),
        ("Central library was closed.", []),
        (
            "The pupils of Omarov secondary school came.",
            one("Omarov secondary school", "education", "adjectival"),
        ),
        ("The Kazakh secondary school was closed.", []),
        (
            "They founded the Kurultai of Tatars of Kazakhstan.",
            one("Kurultai of Tatars of Kazakhstan", "association", "full-weak"),
        ),
        ("The Kurultai of Tatars met.", []),
        (
            "The Center of tatar studies of Institute of History was opened.",
            one("Center of tatar studies of Institute of History", "education", "full-weak"),
        ),
        ("Almaty, a city of many parties, grew.", []),
        ("He led an orchestra called Kuyshi then.", one("Kuyshi", "culture", "apposed")),
        ("A search group named Iskatel went there.", one("Iskatel", "association", "apposed")),
        ("They went to a hotel called Iskatel.", []),
        ("They led a society named Karaganda.", []),
        ("Clerks of the Russian-Asian bank met.", one("Russian-Asian bank", "company", "listed")),
        (
            "The Soros Foundation–Kazakhstan paid.",
            one("Soros Foundation–Kazakhstan", "association", "listed"),
        ),
        ("The UN sent an envoy.", one("UN", "international", "listed")),
        ("The UN tower shone.", []),
        (
            "It was told to the VKP(b) of Kazakhstan.",
            one("VKP(b) of Kazakhstan", "party", "listed"),
        ),
        ("Many worked for Leuna-Werke there.", one("Leuna-Werke", "company", "legal-form")),
        (
            "Tan, the journal his pupils printed, was closed.",
            one("Tan", "media", "apposed"),
        ),
        (
            'He heard the head of centre "Birlik" of the museum Marat Sydykov.',
            one("Birlik", "association", "quoted"),
        ),
        ("Families of the first depot Kazakhs live there.", []),
        ("The union publishes the newsletter Hana.", one("Hana", "media", "named-after")),
        (
            "The head of the council of elders «Karttar» spoke.",
            one("Karttar", "association", "quoted"),
        ),
        (
            "“Nobody slept,” he told the newspaper Kyzyl Tan in 1958, “so I read.”",
            one("Kyzyl Tan", "media", "named-after"),
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


@pytest.mark.parametrize(
    ("sentence", "name", "kind"),
    [
        (
            "By data of the union of journalists of Kazakhstan it grew.",
            "union of journalists of Kazakhstan",
            "association",
        ),
        (
            "The expedition of the institute of regional pathology of Academy of Sciences of the KazSSR came.",
            "institute of regional pathology of Academy of Sciences of the KazSSR",
            "education",
        ),
        (
            "The historians of the institute of history and ethnology named after Ch. Valikhanov of the science"
            " committee of the Ministry of education and science of the Republic of Kazakhstan examined it.",
            "institute of history and ethnology named after Ch. Valikhanov of the science"
            " committee of the Ministry of education and science of the Republic of Kazakhstan",
            "education",
        ),
        (
            "The department of culture of the akimat of Karaganda region helped.",
            "department of culture of the akimat of Karaganda region",
            "government",
        ),
        (
            "The theatre of opera and ballet named after Abai staged it.",
            "theatre of opera and ballet named after Abai",
            "culture",
        ),
        (
            "According to trade union of workers of culture, the salary fell.",
            "trade union of workers of culture",
            "association",
        ),
        (
            "The trade union of railway workers was strong.",
            "trade union of railway workers",
            "association",
        ),
        (
            "In Chimkent the Technological institute of building materials was created.",
            "Technological institute of building materials",
            "education",
        ),
        (
            "Only the Semipalatinsk regional committee of the party has moved them.",
            "Semipalatinsk regional committee of the party",
            "party",
        ),
        ("The kazyat of Kazakhstan was managed by him.", "kazyat of Kazakhstan", "religious"),
        (
            "He created a branch of the constitutional-democratic party there.",
            "constitutional-democratic party",
            "party",
        ),
        (
            "Federation of Kazakh cultural associations of Europe unites them.",
            "Federation of Kazakh cultural associations of Europe",
            "association",
        ),
        (
            "The Synod formed the Metropolitan district in the Republic of Kazakhstan then.",
            "Metropolitan district in the Republic of Kazakhstan",
            "religious",
        ),
        (
            "The Roman Catholic archdiocese of Maria Santissima in Astana met.",
            "Roman Catholic archdiocese of Maria Santissima in Astana",
            "religious",
        ),
        (
            "The central state archive of the Republic of Kazakhstan keeps it.",
            "central state archive of the Republic of Kazakhstan",
            "culture",
        ),
        (
            "He works in the national museum of the Republic of Kazakhstan.",
            "national museum of the Republic of Kazakhstan",
            "museum",
        ),
        (
            "He led the department of archaeology of the institute of history named after Ch. Valikhanov.",
            "institute of history named after Ch. Valikhanov",
            "education",
        ),
        (
            "The Kazakh society of the blind was created.",
            "Kazakh society of the blind",
            "association",
        ),
        (
            "The society for the study of Kazakhstan was founded.",
            "society for the study of Kazakhstan",
            "association",
        ),
        (
            "The Abai State Historical, Cultural and Literary-Memorial Museum grew.",
            "Abai State Historical, Cultural and Literary-Memorial Museum",
            "museum",
        ),
        (
            "Detachment of the Russian Red Cross Society arrived.",
            "Russian Red Cross Society",
            "association",
        ),
        ("The design came from Almatygiprogor then.", "Almatygiprogor", "company"),
        (
            "He met the Association of Kazakhs in Germany there.",
            "Association of Kazakhs in Germany",
            "association",
        ),
        (
            "The Council of Veterans of the Great Patriotic War of Kostanay Region met.",
            "Council of Veterans of the Great Patriotic War of Kostanay Region",
            "association",
        ),
    ],
)
def test_lower_case_bodies_and_chains(sentence: str, name: str, kind: str) -> None:
    """A field of work, then a body, land or memorial name, make a lower-case noun one body's, the chain whole."""
    assert [seen[:2] for seen in bodies(sentence)] == [(name, kind)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The institutes of the region trained heads of unions.",
        "The trade union of the plant gave vouchers, the trade unions of Kazakhstan did not.",
        "The union of peoples of Kazakhstan grew stronger.",
        "The union of Kazakhstan with Russia was debated.",
        "The alliance of Kenesary with the beks did not last.",
        "The army of workers of Kazakhstan rose.",
        "So, the diaspora for years of independence has decreased.",
        "The institute of family of Kazakhstan changed with Kazakh society.",
        "The society of Kazakhs of that time was closed.",
        "The theatre of Kazakhstan began with songs, the library of Chokan Valikhanov with books.",
        "The fund of manuscripts of Kazakhstan is rich.",
        "The committee of the party sat till morning.",
        "The authorized of the Council on the Kazakh SSR reported.",
        "The representative office of people stood there.",
        "The Keruen shopping centre and the Mega Trade Center are near the Nurly business centre.",
        "Its Karatoma department held 300 men, its Trade department 20.",
    ],
)
def test_common_lower_case_nouns_name_no_body(sentence: str) -> None:
    """Unions of peoples, alliances of persons, holdings and a noun's own plant or party."""
    assert bodies(sentence) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "The Abai Kazakh State Opera and Ballet Theatre opened."
            " The Abai Theatre and the Abai Opera House are one.",
            ["Abai Kazakh State Opera and Ballet Theatre"],
        ),
        (
            "The orchestra of folk instruments named after Kurmangazy played."
            " Then the Kurmangazy orchestra was led by him.",
            ["orchestra of folk instruments named after Kurmangazy"],
        ),
        (
            "The Petropavl Heavy Machinery Plant opened. Then the Heavy Machinery Plant was told to stop.",
            ["Petropavl Heavy Machinery Plant"],
        ),
        (
            "The Kazakh State Drama Theatre opened. The Kazakh Theatre of Kyzylorda did not.",
            ["Kazakh State Drama Theatre", "Kazakh Theatre of Kyzylorda"],
        ),
        (
            "The Kazakh telegraph agency (it is abbreviated KazTAG) began. KazTAG grew.",
            ["Kazakh telegraph agency"],
        ),
        (
            "Kazakh Opera Theatre named after Abai opened. Later Abai theatre got a hall.",
            ["Kazakh Opera Theatre named after Abai"],
        ),
        (
            "M. Auezov South Kazakhstan State University trains many. In SKSU he taught.",
            ["M. Auezov South Kazakhstan State University"],
        ),
        (
            "The Assembly of Youth of Omsk met. The chairman of the Assembly N. Ivanov spoke.",
            ["Assembly of Youth of Omsk"],
        ),
    ],
)
def test_short_names_are_of_the_body_told_in_full(text: str, names: list[str]) -> None:
    """A patron and the kind, a name without its town, an abbreviation in brackets."""
    assert [body.name for body in extract(text).organizations] == names


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        (
            "The Academy of Sciences of the Kazakh SSR grew out of the Kazakh branch of the Academy of Sciences of the"
            " USSR. Two institutes joined the Academy.",
            ["Academy of Sciences of the Kazakh SSR", "Academy"],
        ),
        (
            "The Assembly of Youth of Omsk met. The chairman of the Assembly Marat Seitov spoke.",
            ["Assembly of Youth of Omsk", "Assembly"],
        ),
        (
            "The Museum of Youth of Omsk met. The director of the Museum Kazakh Art spoke.",
            ["Museum of Youth of Omsk"],
        ),
    ],
)
def test_a_head_alone_means_the_body_it_heads(text: str, mentions: list[str]) -> None:
    """Not one in whose name it stands behind "of"; who leads the body may follow."""
    assert [mention.text for mention in extract(text).organizations[0].mentions] == mentions
