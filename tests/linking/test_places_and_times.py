"""Where and when a count holds."""

import pytest

from pipeline import extract, load
from pipeline.linking.places import place_options
from pipeline.linking.places_told import size_of
from pipeline.linking.times import time_options
from pipeline.records import Place


def last(text: str) -> tuple[str | None, str | None]:
    """Place and time of the last population."""
    doc = load()(text)
    value = doc.spans["populations"][-1]._.population
    return value.place and value.place.name, value.time


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("In 1970 300 Koreans lived in Almaty.", "Almaty"),
        ("In 1959 in Karaganda lived 300 Greeks, in Taraz 200 Greeks.", "Taraz"),
        ("In Pavlodar they built a school. There 300 pupils study.", "Pavlodar"),
        ("There lived 300 Koreans.", None),
        ("The population of Shevchenko was 59,000 people in 1970.", "Aktau"),
        ("In Almaty they met. In Taraz they parted.\n\n300 Koreans were at the front.", None),
        ("300 families were moved from Taraz to Almaty.", "Almaty"),
        ("They counted 60 Greeks in Oral and 12 in Semey.", "Semey"),
        ("Communities live in Almaty (30,100 persons) and Karaganda (12,000).", "Karaganda"),
        ("To Almaty they came from Kazan (300 persons).", "Almaty"),
        ("To Almaty they came from Kazan and Omsk (300 persons).", "Almaty"),
        ("The meeting had 20 delegates from Taraz, 10 from Semey.", "Semey"),
        ("In the Great Patriotic War Aktobe region lost 300 people.", "Aktobe Region"),
        ("In Rayim volost stood 300 families.", "Rayim Volost"),
        ("In Pavlodar okrug lived 300 families.", "Pavlodar Okrug"),
        ("According to Herodotus, there were 300 soldiers.", None),
        ("By the Petersburg treaty 300 families moved.", None),
        ("Of them 60 families are from Uzbekistan, 12 – China.", "China"),
        ("Settled were: in the Karaganda region – 900 people, Kustanai – 80.", "Kostanay Region"),
        ("In the regions: Akmola – 900 people, Pavlodar – 80.", "Pavlodar Region"),
        ("Karaganda region – 900 Greeks, the city of Kostanay – 80.", "Kostanay"),
        ("Almaty region – 900 Greeks, Almaty – 80.", "Almaty"),
        ("In Pavlodar 38 thousand people were placed, in Taraz 33 thousand.", "Taraz"),
        ("In Atyrau region 27 thousand people work, in Almaty 18 thousand.", "Almaty"),
        ("Returnees came from Iran – 620 people, from Turkey – 14.", "Turkey"),
        ("From China came 173 families, 94 families – from Mongolia.", "Mongolia"),
        ("The wave reached Semey: 30 refugees from Kazan, Ufa and Samara.", "Semey"),
        ("Poles came to Kazakhstan: 36 thousand in North Kazakhstan.", "North Kazakhstan Region"),
        ("Poles came to Kazakhstan: 36 in Almaty, 19 in Semey and 8 in Taraz.", "Taraz"),
        ("In 1926 the republic had 6 198 465 inhabitants.", "Kazakhstan"),
        ("In Kyrgyzstan they met. The republic had 900 thousand inhabitants.", "Kyrgyzstan"),
        ("They came from Kharkov and Moscow: 1 430 students to Taraz.", "Taraz"),
        ("To Kazakhstan 900 Germans came, 80 from them to Akmola oblast.", "Akmola Region"),
        (
            "In Akmola and Pavlodar regions lived respectively 32 and 28 families.",
            "Pavlodar Region",
        ),
    ],
)
def test_a_count_holds_at_the_place_that_is_told_for_it(text: str, place: str | None) -> None:
    """Of its clause, of what "there" means, of where people came to."""
    assert last(text)[0] == place


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Abroad live 450 Kazakhs: 150 in China, 110 in Uzbekistan.", {None}),
        ("Abroad live 450 Kazakhs: in China they have schools.", {None, "China"}),
        ("In China live 450 Kazakhs: 150 in Ili, 110 in Altai.", {None, "China"}),
    ],
)
def test_the_places_of_parts_are_no_options_of_the_whole(
    text: str, places: set[str | None]
) -> None:
    """Behind a colon and in a list of numbers."""
    doc = load()(text)
    options = place_options(doc, doc.spans["populations"][0], "resident", None)
    assert {o.value and o.value.name for o in options} == places


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("In 1970 300 Koreans lived in Almaty.", "1970"),
        ("In 1939 there were 300 Greeks, in 1959 there were 400 Greeks.", "1959"),
        ("Kurds were 3.6 million (38.0%) in 1939; 2.3 million (30 %) in 1959.", "1959"),
        ("The first 120 families came in 1942, the second (500 people) – in 1944.", "1944"),
        ("The census of 1897 was held. Kazakhs were 3 million.", "1897"),
        ("In May 1945 1200 Poles lived in Semey.", "1945-05"),
        ("About 1937 300 Koreans lived here.", "1937"),
        ("On May 1 300 Koreans sang.", None),
        ("On the eve of the Great Patriotic War 300 Koreans lived here.", None),
        ("In 1970 there were 900 Greeks; now about 300 Greeks.", None),
        ("In 1946 it had 40 pupils; now in it study 612 children and 30 students.", None),
        ("In 1913 there lived in what is now northern Kazakhstan 412 thousand people.", "1913"),
        ("In 1916 they fought against 3 thousand soldiers; 400 Kazakhs were killed.", "1916"),
        ("In 1959 there were 412 Dungans. Now they are 300 people.", None),
        ("In 1939 the station, now a town, had 300 inhabitants.", "1939"),
        ("In 1970 in Verny (now Almaty) lived 300 Koreans.", "1970"),
        ("In 1939 where 900 people had lived there were now settled 300 Koreans.", "1939"),
        ("In 1961 it had 900 workers compared to 300 in 1955, and 120 drivers.", "1961"),
        (
            "In 1979 the land had 5 million people against 4 million 15 thousand in 1926, Kazakhs were 2 million.",
            "1979",
        ),
        ("In 1940 the combine employed 400 women instead of 90 in 1935.", "1935"),
        ("There lived 300 Koreans.", None),
        (
            "At the beginning of 1939 the peoples of the region were:\n\nKazakhs - 300 people\n\nKoreans - 200 people",
            "1939",
        ),
    ],
)
def test_a_count_holds_at_the_time_that_is_told_for_it(text: str, time: str | None) -> None:
    """Bare EDTF of the nearest date; a recurring day is none."""
    assert last(text)[1] == time


@pytest.mark.parametrize(
    ("place", "size"),
    [
        (Place(name="Kazakhstan", code="KZ"), "country"),
        (Place(name="Kazakh SSR"), "republic"),
        (Place(name="Russian Empire"), "republic"),
        (Place(name="Karaganda Region", code="KZ-KAR"), "region"),
        (Place(name="Torgai Governorate"), "region"),
        (Place(name="Irgiz Uyezd"), "district"),
        (Place(name="Almaty", code="KZ-ALA"), "town"),
    ],
)
def test_places_have_sizes(place: Place, size: str) -> None:
    """By code, else by the word that ends the name."""
    assert size_of(place) == size


def test_every_place_of_the_sentence_is_an_option_and_so_is_none() -> None:
    """A title's and an award's place is no option."""
    doc = load()("In Almaty and Taraz the Hero of the Soviet Union met 300 Koreans.")
    options = place_options(doc, doc.spans["populations"][0], "other", None)
    assert [o.value and o.value.name for o in options] == ["Almaty", "Taraz", None]
    assert "list:same" in options[0].features


@pytest.mark.parametrize(
    ("title", "text", "names"),
    [
        ("Koreans of Taraz", "300 Koreans came.", ["Taraz", None]),
        (
            "Koreans of Taraz",
            "Almaty grew. So did Almaty.\n\n300 Koreans came.",
            ["Taraz", "Almaty", None],
        ),
        ("Koreans", "Almaty grew. So did Almaty.\n\n300 Koreans came.", ["Almaty", None]),
        ("Koreans", "Almaty grew.\n\n300 Koreans came.", [None]),
        ("Koreans", "The fall of the USSR, the fall of the USSR.\n\n300 Koreans came.", [None]),
    ],
)
def test_what_the_article_tells_of_is_an_option(
    title: str, text: str, names: list[str | None]
) -> None:
    """The place of its title, and the one it tells of most, twice at least; a land that fell is none."""
    doc = load()(f"{title}\n\n{text}")
    options = place_options(doc, doc.spans["populations"][0], "moved", None)
    assert [o.value and o.value.name for o in options] == names


@pytest.mark.parametrize(
    ("sentence", "name", "option"),
    [
        ("The region called up 300 soldiers.", "meant", "Pavlodar Region"),
        ("In region were called up 300 soldiers.", "meant", "Pavlodar Region"),
        ("The regional office called up 300 soldiers.", "meant", "Pavlodar Region"),
        ("In that district lived 300 Koreans.", "meant", "Korday District"),
        ("The region of three lakes had 300 Koreans.", "meant", None),
        ("Aktobe regional office called up 300 soldiers.", "meant", None),
        ("The region called up 300 soldiers.", "namesake", "Kostanay Region"),
        ("In area worked 300 soldiers.", "namesake", "Kostanay Region"),
    ],
)
def test_a_word_for_a_division_means_one_told_before(
    sentence: str, name: str, option: str | None
) -> None:
    """With its article or, as translations have it, without; else the region that goes by the title's town."""
    told = "Pavlodar region and Korday district are far." if name == "meant" else "It was far."
    doc = load()(f"Kostanay in the war\n\n{told} {sentence}")
    options = place_options(doc, doc.spans["populations"][0], "other", None)
    found = [o.value and o.value.name for o in options if o.features[0] == name]
    assert found == ([option] if option else [])


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "They live in South Kazakhstan region. The south region is warm.",
            ["South Kazakhstan Region", "South Kazakhstan Region"],
        ),
        ("The south region is warm. They live in Taraz.", ["Taraz"]),
        ("They live in the north-Kazakhstan region.", ["North Kazakhstan Region"]),
    ],
)
def test_a_direction_is_a_region_that_was_told_before(text: str, names: list[str]) -> None:
    """By itself it is none."""
    assert [place._.place.name for place in load()(text).spans["places"]] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("In Razumovka lived 40 families. Razumovka had a school.", ["Razumovka", "Razumovka"]),
        ("The population of Razumovka grew.", ["Razumovka"]),
        ("Razumovka had a school.", []),
        ("In Razumovka lived 40 families. Ivan Razumovka taught there.", ["Razumovka"]),
        ("From Razumovka came 40 letters. Razumovka wrote in verse.", ["Razumovka"]),
        ("At Kosh-Agal the detachment rested.", ["Kosh-Agal"]),
        ("They came to the hill Sary-Tobe at night.", ["Sary-Tobe"]),
        ("The traders met on the Taiynkol fair.", ["Taiynkol"]),
        ("At the Karabidai station 300 people unloaded.", ["Karabidai"]),
        ("In the volost of Kara-Uzek there was no bread.", ["Kara-Uzek"]),
        ("Borisovka (74 households) was the largest.", ["Borisovka"]),
        ("In Sunday schools 64 children study.", []),
        ("In aul No. 4 lived 312 persons.", []),
        ("Smagulov (12 votes) was not elected.", []),
    ],
)
def test_a_village_that_no_list_has_is_one_wherever_it_is_told(text: str, names: list[str]) -> None:
    """Where words make it a place once: a preposition, a kind before or behind, households in brackets."""
    assert [place._.place.name for place in load()(text).spans["places"]] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # What the article writes small too is a plain word.
        ("Clubs went to War. Before the war they had 300 members.", []),
        # A ministry and a faculty are of something, not somewhere.
        ("The Ministry of Forestry sent 12 experts in Forestry and fishing.", []),
        ("Among districts 5 lagged. Among district heads 40 were new.", []),
        ("An okrug had 15 volosts.", []),
        # A building is told with its own name behind it, a war before the word for a land.
        ("In Palace of miners 60 guests sat, at House of Trade 90.", []),
        ("During the Civil War region lost 40 thousand people.", []),
        # A clan bears the name of a land.
        ("There lived 12 families of the clan Altai and 30 of the Sarym.", []),
        # A name that the article tells with its kind once is that part of the land again.
        (
            "Karasor volost had 900 people. In Karasor were two schools.",
            ["Karasor Volost", "Karasor Volost"],
        ),
    ],
)
def test_a_capital_alone_makes_no_place(text: str, names: list[str]) -> None:
    assert [place._.place.name for place in load()(text).spans["places"]] == names


@pytest.mark.parametrize("what", ["collapse of the USSR", "fall of the former Soviet Union"])
def test_a_land_that_fell_is_no_option(what: str) -> None:
    """After it people were counted elsewhere."""
    doc = load()(f"After the {what} 300 Koreans left Almaty.")
    options = place_options(doc, doc.spans["populations"][0], "moved", None)
    assert [o.value and o.value.name for o in options] == ["Almaty", None]


def test_the_city_of_a_heading_is_the_last_told_before_its_rows() -> None:
    """ "The population of the city by years:"."""
    text = (
        "The news\n\nTaraz is old.\n\nThe population of the city by years:\n\n1926 - 300 persons\n"
    )
    doc = load()(text)
    (count,) = doc.spans["populations"]
    options = place_options(doc, count, "resident", None)
    assert [o.value and o.value.name for o in options] == ["Taraz", None]


def test_a_day_is_an_option_and_its_year_another() -> None:
    """Dates of other paragraphs are none."""
    doc = load()("In 1920 it rained.\n\nOn 5 May 1945 there were 300 Poles.")
    options = time_options(doc, doc.spans["populations"][0], "resident", None)
    assert [option.value for option in options] == ["1945-05-05", "1945", None]


def test_days_of_any_year_are_no_option() -> None:
    """A day without its year, a stretch of such days."""
    doc = load()("On May 1 they met; on August 12-13 there were 300 Poles.")
    options = time_options(doc, doc.spans["populations"][0], "resident", None)
    assert [option.value for option in options] == [None]


@pytest.mark.parametrize(
    ("text", "time"),
    [
        (
            "In comparison with 1999 the number of Poles by 2009 decreased by 28 percent.",
            "1999/2009",
        ),
        (
            "In 2009 they were few. Compared to 1999 their number decreased by 28 percent.",
            "1999/2009",
        ),
        ("In 1943 the birth rate was 62% lower than in 1940.", "1940/1943"),
        ("In 1942 women were 46 percent of workers, against 18 percent in 1939.", "1942"),
        (
            "The census of 2021 found 19 million people, 20 percent more than that of 2009.",
            "2009/2021",
        ),
        (
            "The census of February 1999 found people 8% fewer than that of 1989, and it was 2009 before it grew.",
            "1989/1999",
        ),
        (
            "In 2009 they were few. In comparison with the previous census of 1999 they grew by 7%.",
            "1999/2009",
        ),
        ("On 1 May 2015 93 veterans were living, a fall of 11 percent on 2014.", "2014/2015"),
        ("Decrease between the censuses of 1989 and 1999 made 72,8 percent.", "1989/1999"),
        (
            "Uzbeks grew by 11.6 percent between the census of 1989 and that of 1999, to 370,663.",
            "1989/1999",
        ),
        (
            "In August 1995 it was lower by 6 percent in comparison with April, 1995.",
            "1995-04/1995-08",
        ),
    ],
)
def test_a_change_against_a_year_holds_from_it_to_the_other(text: str, time: str) -> None:
    """The other year is that of the sentence, else the last of the paragraph; a share has its own year."""
    assert load()(text).spans["percentages"][0]._.percentage.time == time


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("In comparison with 1999 their number has decreased by 28 percent.", "1999/2014"),
        ("The museum had 9 halls. Visits have grown by 40 percent since 2013.", "2013/2014"),
        ("Pupils are 12 percent more than two years ago.", "2012/2014"),
        ("Last year it was good. Visits grew by 22 percent against 2010.", "2010/2013"),
    ],
)
def test_a_change_that_is_told_of_today_ends_with_the_publication(text: str, time: str) -> None:
    """Unless a year was told before."""
    assert extract(text, published="2014-05-01").percentages[0].time == time


@pytest.mark.parametrize(
    ("text", "time"),
    [
        (
            "In 1989 there were 30 165 Dungans, in 1999 36 945, in 2009 51 944. In ten years growth made 40%.",
            "1999/2009",
        ),
        (
            "In 1989 Bulgarians were 10 426, in 2009 - 4 523. For twenty years their number fell by 57%.",
            "1989/2009",
        ),
    ],
)
def test_a_change_that_lasted_some_years_holds_between_years_so_far_apart(
    text: str, time: str
) -> None:
    """The last two such years that were told."""
    assert load()(text).spans["percentages"][0]._.percentage.time == time


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("In 1985 the museum moved to Oral. At that time 112 employees worked there.", "1985"),
        ("In the summer of 1931 the trust was set up. That year 800 workers came.", "1931"),
        ("In 1985 it moved. At that time, in 1987, 112 employees worked there.", "1987"),
        ("At that time 112 employees worked there, in 1990 - 300.", "1990"),
        ("The population (in thousands): 1989 – 40, 1999 – 53, 2009 – 63.", "2009"),
        ("In 1930 it had 900 inhabitants, three years later 112 inhabitants remained.", "1933"),
        ("In 1930 it had 900 pupils. A year later there were 112 pupils.", "1931"),
        ("In 1930 it moved; ten years later, in 1941, there were 112 pupils.", "1941"),
        ("In 1941 the city had 450 donors, and a year later - 612 donors.", "1942"),
        ("By 1979 the Kurds were 9,200, and twenty years later, 14,300 people.", "1999"),
        ("In 1989 900 Poles lived here; ten years on there remained 300 Poles.", "1999"),
        ("In 1989 he came; for ten years on the railway worked 300 Poles.", "1989"),
        ("Of the 700 Greeks counted in 1989 barely 200 remained ten years later.", "1999"),
        ("The number of Poles was 900 in 1995, 600 a year later and 300 in 2001.", "2001"),
        ("In 1929 it had 900 pupils; by the following year their number reached 1 300.", "1930"),
        ("In October 1937 they came. By the end of the year 530 families were housed.", "1937"),
        ("On 4 May 1942 it opened. In the course of the year 3,400 people were treated.", "1942"),
        ("In October 1937 they came. By the end of the year 1938 530 families left.", "1938"),
        ("In March 1912 the town stood. During the year 120 people came.", "1912"),
        ("Between 1926 and 1939 the number of pupils rose from 300 to 900.", "1939"),
        (
            "In 1926-1939 the number of Greeks fell from 900 to 300 people; 40 Poles came.",
            "1926/1939",
        ),
    ],
)
def test_words_go_back_to_the_date_told_before(text: str, time: str) -> None:
    """Unless the sentence has one of its own behind them."""
    assert last(text)[1] == time


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("In 2009 the number of Uighurs grew by 300 people against 1999.", "1999/2009"),
        ("Between 1939 and 1970 300 Koreans came.", "1939"),
        ("Between 1939 and 1970 300 Koreans came.", "1970"),
    ],
)
def test_stretches_and_their_ends_are_options_too(text: str, years: str) -> None:
    """The stretch of two years told, the first and last year of a stretch told."""
    doc = load()(text)
    assert years in [
        o.value for o in time_options(doc, doc.spans["populations"][0], "resident", None)
    ]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("In 1970 300 Koreans lived here.", "none:tense=past"),
        ("Since 1970 300 Koreans live here.", "none:tense=present"),
        ("1970: 300 Koreans.", "none:tense=none"),
    ],
)
def test_the_tense_says_whether_a_count_has_a_time(text: str, cue: str) -> None:
    """What holds today is told with no date more often."""
    doc = load()(text)
    assert cue in time_options(doc, doc.spans["populations"][0], "resident", None)[-1].features


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("Almaty grew. Here lived 300 Koreans.", True),
        ("Almaty grew, so did Taraz. Here lived 300 Koreans.", False),
    ],
)
def test_a_place_may_be_the_only_one_of_its_paragraph(text: str, alone: bool) -> None:
    """Up to the count."""
    doc = load()(text)
    options = place_options(doc, doc.spans["populations"][0], "resident", None)
    assert ("alone:back" in options[0].features) is alone
