"""One sentence, the facts a careful reader takes from it."""

import pytest

from pipeline import extract


def populations(text: str) -> list[tuple[object, ...]]:
    return [
        (f.value if f.value is not None else (f.low, f.high), f.kind, f.group)
        for f in extract(text).populations
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 1970 81 thousand Koreans lived in Kazakhstan.", [(81000, "resident", "Koreans")]),
        (
            "Today the number of Kurds in the republic is 46 thousand 348 people.",
            [(46348, "resident", "Kurds")],
        ),
        (
            "In 1937 about 34 thousand Korean families were resettled to Kazakhstan.",
            [(34000, "moved", "Koreans")],
        ),
        ("Of the settlers 300 people died on the way.", [(300, "lost", None)]),
        ("More than 500 students study at the institute.", [(500, "other", "students")]),
        (
            "Germans – 178 thousand, Ukrainians – 333 thousand.",
            [(178000, "resident", "Germans"), (333000, "resident", "Ukrainians")],
        ),
        (
            "From 15 to 20 thousand deportees arrived in 1944.",
            [((15000, 20000), "moved", "deportees")],
        ),
        ("The population of the city is 17 500.", [(17500, "resident", None)]),
        (
            "The number of Greeks decreased from 49 930 to 46 746.",
            [(49930, "resident", "Greeks"), (46746, "resident", "Greeks")],
        ),
        ("Twelve thousand families lived in tents.", [(12000, "resident", None)]),
        (
            "At the end of XVIII c. 17 thousand Nogais moved there.",
            [(17000, "moved", "Nogais")],
        ),
        ("In the 19th c. 25 thousand families lived here.", [(25000, "resident", None)]),
        ("The khan's army exceeded 70 thousand.", [(70000, "other", None)]),
        ("Tatars, 80 families of whom came in 1937, sow.", [(80, "moved", "Tatars")]),
        (
            "There 520 warriors-internationalists live.",
            [(520, "other", "warriors-internationalists")],
        ),
        ("More than 900 Omsk people laid down the heads there.", [(900, "lost", None)]),
        ("Up to 80 sarbaz attacked the fort.", [(80, "other", "sarbazes")]),
        ("It opened in the autumn of 1950 to 366 pupils.", [(366, "other", "pupils")]),
        ("In 1925-27 – 110-120 thousand settlers came.", [((110000, 120000), "moved", "settlers")]),
        (
            "About 1,3 million, i.e. 42 % of the native population, died.",
            [(1300000, "lost", None)],
        ),
        ("There were 31,5 thsnd. of settlers.", [(31500, "moved", "settlers")]),
        ("By the end of 1908,11,320 settlers came.", [(11320, "moved", "settlers")]),
    ],
)
def test_counts_of_people(text: str, expected: list[tuple[object, ...]]) -> None:
    """Value, kind and group."""
    assert populations(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The library holds 300 thousand books and 40 manuscripts.",
        "10 regional and 2 city associations are part of the union.",
        "Two brothers founded the village.",
        "They kept 2 thousand horses on 500 hectares.",
        "The building cost 3 million tenge.",
        "By the decree No. 1200 the school was closed.",
        "About 1,3 million, or 40 percent of the herd, went there.",
        "Deputies of the Duma (1906-1907, 1907-1912) lived here.",
        "He worked there for 30 years.",
        "In 1937 the school was closed.",
        "Thousands of orphans came to the city.",
        "The film of 1999 lasts 90 minutes.",
    ],
)
def test_other_numbers_are_no_populations(text: str) -> None:
    """Things, money, measures, years, identifiers, vague plurals."""
    assert populations(text) == []


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("In the layer 1348 fragments were collected.", []),
        ("In May 1930 meat was boiled in 200 cauldrons.", ["May 1930"]),
        ("In 751 the armies met.", ["751"]),
        ("In 884 Arabs took the town.", ["884"]),
        ("By 884 Turks had come there.", ["884"]),
        ("In 450 Kazakh families there was no cow.", []),
        ("One in 450 Kazakhs could read.", []),
        ("In June 1931 and on 7 July same year they met.", ["June 1931", "7 July same year"]),
        ("In the 2nd part of XX century it grew.", ["the 2nd part of XX century"]),
        ("About 870 he was born here.", ["About 870"]),
        ("He was born about 870.", ["about 870"]),
        ("About 500 in the town died.", []),
        ("About 300 were killed.", []),
    ],
)
def test_a_year_before_a_plural_is_a_count(text: str, dates: list[str]) -> None:
    """Of things that no lexicon lists."""
    assert [date.mentions[0].text for date in extract(text).dates] == dates


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The number of Kurds increased by 6, 2 percent.", [(6.2, "increase")]),
        ("The share of Germans fell by 49.5%.", [(49.5, "decrease")]),
        ("Kazakhs make up 63.1 percent of the population.", [(63.1, "share")]),
        ("The share grew from 30 to 45 percent.", [(30, "share"), (45, "share")]),
        ("The plan was carried out by 104 percent.", [(104, "other")]),
        ("A third of the houses stood empty.", []),
    ],
)
def test_percentages(text: str, expected: list[tuple[float, str]]) -> None:
    """Value and kind."""
    found = [(float(f.value or 0), f.kind) for f in extract(text).percentages]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Kazakhs made 40, Russians 37 and Ukrainians 5 percent.", [40, 37, 5]),
        ("Kazakhs – 30.0 %, Russians – 42.7, Ukrainians – 8.2.", [30, 42.7, 8.2]),
        ("Uzbeks grew by 26.1%, the Uighurs by 23.3 and the Dungans by 20.4.", [26.1, 23.3, 20.4]),
        ("Kazakhs made 38 %, Russians 40.3 of the whole.", [38, 40.3]),
        ("Germans were 12 %, Poles – 54 families.", [12]),
        ("The share of Germans grew from less than 1% to 13%.", [1, 13]),
        ("Germans were 12 %, in Taraz 54.", [12, 54]),
        ("Kazakhs grew from 59,1 (1989) to 74,8 percent.", [59.1, 74.8]),
        ("Kazakhs are 4 million, Russians 37 percent.", [37]),
        ("Now we are 52, and 60 percent of us are weavers.", [60]),
        ("In the list №1 it was 40 percent, in Aral one – 64,2 percent.", [40, 64.2]),
        ("In 1939, Russians 40 percent.", [40]),
        ("In the district Russians - 60, Kazakhs - 30, others - 10 percent.", [60, 30, 10]),
        ("It dropped from 66,2 in 1897 to 36,6 percent in 1916.", [66.2, 36.6]),
        ("Between 1926 and 1937 their part from 60,5 fell to 38 percent.", [60.5, 38]),
        ("From 5 schools in 1897 it came to 36 percent.", [36]),
    ],
)
def test_a_sign_is_shared_along_a_list_of_names(text: str, values: list[float]) -> None:
    """Forward from the last number; backward where the numbers are decimals, which count no people."""
    assert [float(f.value or 0) for f in extract(text).percentages] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("In Aral it fell by 58 per cent, and in Karmakshy by a modest 31.", [58, 31]),
        ("It was 83.6 per cent: 90.3 for men, 75.8 for women.", [83.6, 90.3, 75.8]),
        ("Of the letters 31 percent – land, 24 – language, 11 – schools.", [31, 24, 11]),
        ("It stood at 1,320 per cent and the wages at 46.", [1320, 46]),
        ("Uzbeks were 37.8% and led in only 9 of the 17 districts.", [37.8]),
        ("Of those past sixty, 63 percent pray, while it drops to 51.", [63, 51]),
        ("52 percent were children under fifteen and 30 percent women.", [52, 30]),
        ("Women were 9 percent, of whom 12 of them led.", [9]),
        ("Seventy percent of them were under twenty-five.", [70]),
        ("There 78 percent of them had not reached 25.", [78]),
        (
            "In the town 40 percent were Kazakhs, and 300 Poles lived there, in the village 85.",
            [40],
        ),
        ("In 1939 | 64.8 % | 10.4", [64.8]),
        ("It is 20 percent, and the house is number 7.", [20]),
    ],
)
def test_a_sign_may_be_left_out_after_a_share(text: str, values: list[float]) -> None:
    """A number behind a percentage of its sentence that counts nothing else is one too; ages and lists are not."""
    assert [float(f.value or 0) for f in extract(text).percentages] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The share went from 30 to 45 percent.", [30, 45]),
        ("The share soared from 8 to 84 percent.", [8, 84]),
        ("The share doubled, from 30 to 60 percent.", [30, 60]),
        ("It stood, from 84 to 8 percent, in decline.", [84, 8]),
        ("The share of townsfolk (from 27.7 to 43.8 percent) rose.", [27.7, 43.8]),
        ("Kazakhs rose to 63 from 40 per cent.", [63, 40]),
        ("They made up from 30 to 45 percent.", [None]),
        ("They lost from 30 to 45 percent of their herds.", [None]),
        ("The output grew by from 30 to 45 percent.", [None]),
        ("It went on the first place (from 37 to 44 % by region).", [None]),
        ("From 30 to 45 percent of the herd perished.", [None]),
        ("There were 30 or even 35 percent.", [None]),
    ],
)
def test_from_one_to_another_is_a_change_or_the_bounds_of_one(
    text: str, values: list[float | None]
) -> None:
    """What falls is a change, what rises where the words say so; a range has no value."""
    found = extract(text).percentages
    assert [None if f.value is None else float(f.value) for f in found] == values
    assert not {f.kind for f in found if f.value is not None} & {"increase", "decrease"}


@pytest.mark.parametrize(
    ("text", "percentage"),
    [
        ("It lost half a percent.", ("half a percent", 0.5, "exact")),
        ("In the XX c. 45 percent of them could read.", ("45 percent", 45, "exact")),
        ("A quarter of one percent were Jews.", ("A quarter of one percent", 0.25, "exact")),
        ("Some 0,3 of a percent were Jews.", ("Some 0,3 of a percent", 0.3, "approximate")),
        ("They are ready on 9 (nine) percent.", ("9 (nine) percent", 9, "exact")),
        ("It was falling one and half percent.", ("one and half percent", 1.5, "exact")),
        ("An error of plus or minus 1.8 percent.", ("1.8 percent", 1.8, "exact")),
        ("The share did not exceed 0,6 per cent.", ("0,6 per cent", 0.6, "at_most")),
        ("The weight grew up to 40,2 percent.", ("40,2 percent", 40.2, "exact")),
        ("It made more 10 percents.", ("more 10 percents", 10, "more_than")),
        ("He saw not even 4 percent.", ("not even 4 percent", 4, "less_than")),
        ("It was 30 % at most.", ("30 % at most", 30, "at_most")),
        ("It was hardly 30 % at the most.", ("hardly 30 % at the most", 30, "at_most")),
        ("It made 40 percent or more.", ("40 percent or more", 40, "at_least")),
        ("It made just short of 40 percent.", ("just short of 40 percent", 40, "less_than")),
        ("Literacy exceeded 40 percent.", ("40 percent", 40, "more_than")),
        ("It did not even reach 40 percent.", ("40 percent", 40, "less_than")),
        ("A 15-per-cent tax was paid.", ("15-per-cent", 15, "exact")),
        ("Literacy made 45,2 procent.", ("45,2 procent", 45.2, "exact")),
        ("The rate fell by 2 pp in May.", ("2 pp", 2, "exact")),
    ],
)
def test_how_much_a_percentage_says(text: str, percentage: tuple[str, float, str]) -> None:
    """Its span, value and qualifier."""
    (fact,) = extract(text).percentages
    assert (fact.mentions[0].text, float(fact.value or 0), fact.qualifier) == percentage


def test_an_amount_between_two_numbers_is_one_range() -> None:
    """ "By 30 to 40 per cent" is no way from one to the other."""
    (fact,) = extract("The number fell by 30 to 40 per cent.").percentages
    assert (fact.low, fact.high, fact.kind) == (30, 40, "decrease")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The union was registered in the Ministry of Justice of Kazakhstan.",
            [("Ministry of Justice of Kazakhstan", "government")],
        ),
        (
            "They are members of Assembly of people of Kazakhstan.",
            [("Assembly of people of Kazakhstan", "assembly")],
        ),
        ("The ensemble «Ellada» gave concerts.", [("Ellada", "culture")]),
        ('He worked in the kolkhoz "Avangard" all his life.', [("Avangard", "company")]),
        (
            "He studied at Kazakh State University in Almaty.",
            [("Kazakh State University", "education")],
        ),
        ("The Kazakh Khanate fought the Dzungars.", []),
        ("The centre teaches the language.", []),
        ("The holiday is the Day of Unity of the People of Kazakhstan.", []),
    ],
)
def test_named_bodies(text: str, expected: list[tuple[str, str]]) -> None:
    """Name and type; generic mentions, states and holidays are none."""
    assert [(f.name, f.type) for f in extract(text).organizations] == expected


@pytest.mark.parametrize(
    ("name", "quoted", "leader"),
    [
        (
            "Association of Greeks of Kazakhstan",
            '"Association of Greeks of Kazakhstan"',
            "Petros Ionidis",
        ),
        (
            "League of Greek Youth Clubs of Kazakhstan",
            '"The league of Greek youth clubs of Kazakhstan"',
            "Ionidis Petros Georgievich",
        ),
    ],
)
def test_a_body_has_leader_place_and_founding(name: str, quoted: str, leader: str) -> None:
    """All that the sentences say of one body comes into one fact."""
    text = f"In 1990 {quoted} was registered. The president of {quoted} {leader} speaks Greek."
    (fact,) = extract(text).organizations
    assert (fact.name, fact.founded, fact.place and fact.place.code) == (name, "1990", "KZ")
    assert [(told.person, told.role) for told in fact.leaders] == [(leader, "president")]
    assert len(fact.mentions) == 2


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("In 1937 Koreans were deported.", ["1937"]),
        ("About 1465 the khanate was formed.", ["1465~"]),
        ("1500 families lived there.", []),
        ("From May 1937 to June 1938 the camp grew.", ["1937-05/1938-06"]),
        ("He (June 1934 – October 8, 2012) was a scholar.", ["1934-06/2012-10-08"]),
        ("In the XIX and early XX centuries trade grew.", ["18XX", "19XX"]),
        ("In the 19th century and in the 30s the steppe changed.", ["18XX", "183X"]),
        ("During the Great Patriotic War the plant worked.", ["1941/1945"]),
        ("School No. 1937 stood there.", []),
        ("It lasted for ten years.", []),
        ("On the mound 1348 shards of clay were collected.", []),
        ("In 1942, 1944 and 1949 echelons came.", ["1942", "1944", "1949"]),
        ("In the 20s, 30s and 40s of the XIX century.", ["182X", "183X", "184X"]),
        ("At the end of XVIII and in the beginning of the XIX c. it burnt.", ["17XX", "18XX"]),
    ],
)
def test_dates_in_context(text: str, edtf: list[str]) -> None:
    """Years are told from counts; ranges are joined; decades take the century of the context."""
    assert [fact.edtf for fact in extract(text).dates] == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Today they live in peace.", "2014-05-01"),
        ("Last year a school was opened.", "2013"),
        ("20 years ago they came.", "1994"),
        ("In recent years it grew.", "/2014"),
    ],
)
def test_relative_dates_need_a_publication_date(text: str, edtf: str) -> None:
    """Resolved with one, null without."""
    assert [f.edtf for f in extract(text, published="2014-05-01").dates] == [edtf]
    assert [f.edtf for f in extract(text).dates] == [None]


def test_place_and_time_come_from_the_sentence() -> None:
    """The nearest place and date of the clause."""
    (fact,) = extract("In 1959 in Karaganda lived 12 thousand Greeks.").populations
    assert (fact.time, fact.place and fact.place.name) == ("1959", "Karaganda")
