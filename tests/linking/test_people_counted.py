"""Which numbers count people, what their span is and what they come to; each row with its counter-examples."""

import pytest

from pipeline import load
from pipeline.normalising.qualifiers import Quantity


def _told(quantity: Quantity) -> str:
    """ "300", "300..", "..300" or "300..400"."""
    low, high = ("" if b is None else str(int(b)) for b in (quantity.low, quantity.high))
    return f"{low}..{high}" if low or high else str(quantity.value and int(quantity.value))


def counted(text: str) -> list[str]:
    """Span and value of each count of people."""
    doc = load()(text)
    found = [(span.text, span._.population.quantity) for span in doc.spans["populations"]]
    return [f"{words} = {_told(quantity)}" for words, quantity in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In the aul lived 412 children under 14.", ["412 children = 412"]),
        ("2,000 children up to 16 were fed.", ["2,000 children = 2000"]),
        ("12 out of 100 children could read.", []),
        ("Of each thousand inhabitants 12 studied.", []),
        ("Out of 62 thousand flocks of the uezd 17 thousand remained.", []),
        ("Out of 300 schools only 120 remained.", []),
        ("8% of the readers are over 50.", []),
        ("Most of the actors are younger than 35, few older than 60.", []),
        ("In 1990 there were 4 mosques and 3 orthodox temples.", []),
        ("The song knows thirty stars. Akhmetov collected two hundred and twelve.", []),
        ("Those retrained by the Employment Roadmap 2020 who found work were few.", []),
        ("It was built by 300 day labourers in 30 days.", ["300 day labourers = 300"]),
        ("The 5th Regiment was sent with 600 sabers.", ["600 sabers = 600"]),
        ("The museum of the regiment keeps 600 sabers.", []),
        (
            "Along the road stood 2 thousand households, 12 caravan-serais, 9 medreses and 5 bazaars.",
            ["2 thousand households = 2000"],
        ),
        ("The hall keeps 640 postcards-letters and 312 badges-medals of soldiers.", []),
        ("The day is given to the 25 anniversary of Union of Writers of Siberia.", []),
        (
            "There live 7 thousand Poles and work 12 Polish circles, united by a council.",
            ["7 thousand Poles = 7000"],
        ),
        (
            "In Aral 90 households took in 150 Tatar and Balkar orphans.",
            ["90 households = 90", "150 Tatar and Balkar orphans = 150"],
        ),
        ("Of those who came to the course, thirty-eight were Kazakhs.", ["thirty-eight = 38"]),
        ("Of the schools of the city twelve were Korean.", []),
        ("Tatar schools were shut: of 64 only 21 remained.", []),
        ("Forty-one printers of the town joined.", ["Forty-one printers = 41"]),
        ("Late that year 2,000 reinforcements came.", ["2,000 reinforcements = 2000"]),
        (
            "1921 - 64 households, 1 mill; 1926 - 80 yards, 1 shop.",
            ["64 households = 64", "80 yards = 80"],
        ),
        (
            "In 1926 the Kazakhs were 3.6 million, the Russians 1 million.",
            ["3.6 million = 3600000", "1 million = 1000000"],
        ),
        (
            "Of the 3 thousand deportees 1 thousand died.",
            ["3 thousand deportees = 3000", "1 thousand = 1000"],
        ),
        ("They sewed for 1 000 men, 300 women helped.", ["1 000 men = 1000", "300 women = 300"]),
        ("They crossed 40 barchans.", []),
        ("They were 52 men. Their mill sold 300 in 1950 and 420 in 1960.", ["52 men = 52"]),
        ("Winters took 300 kurgans, 30 caravans and 50 dastans.", []),
        ("In the hall are 80 diaries of soldiers and 33 busts of heroes.", []),
        ("To the plant came 14 doctors-surgeons.", ["14 doctors-surgeons = 14"]),
        ("At desks sat 320 first-graders.", ["320 first-graders = 320"]),
        ("There came 60 volunteers by call-papers.", ["60 volunteers = 60"]),
        ('The kolkhozes "Luch", "Zarya" and 17 others were merged.', []),
        ("24 plants and 30 others were moved.", []),
        (
            "20 teachers and 12 others came.",
            ["20 teachers = 20", "12 others = 12"],
        ),
        ("They asked 9 thousand goats of those who possessed fewer than 7 thousand.", []),
        ("The district gave 8 thousand horses, and its herdsmen kept less than 5 thousand.", []),
        (
            "In 1926 the aul had 200 people, and its neighbour had 150.",
            ["200 people = 200", "150 = 150"],
        ),
        ("Of 900 questioned every third read.", ["900 questioned = 900"]),
        ("Twelve of the condemned were doctors.", ["Twelve of the condemned = 12"]),
        (
            "We were 52 persons in the wagon, reached forty four.",
            ["52 persons = 52", "forty four = 44"],
        ),
        (
            "There were 212 families in autumn, and by spring I found eighty-four.",
            ["212 families = 212", "eighty-four = 84"],
        ),
        (
            "There were 120 people; the heat in summer reached forty.",
            ["120 people = 120"],
        ),
        ("60 percent of them had not reached 20.", []),
        ("Of the children over 300 died.", ["over 300 = 300.."]),
        ("Of the children over 30 died.", ["over 30 = 30.."]),
        (
            "In the age of 20 over 30 died, in all under 90 people.",
            ["over 30 = 30..", "under 90 people = ..90"],
        ),
        (
            "In 1940 4 schools had 210 pupils. In 1950 their number reached 12 with 900 pupils.",
            ["210 pupils = 210", "900 pupils = 900"],
        ),
        (
            "There were 5 colleges with 1,200 students, in 2001 - 14 with 3,400.",
            ["1,200 students = 1200", "3,400 = 3400"],
        ),
        ("They met a detachment of 300 with 2 guns.", ["300 = 300"]),
        ("8 out of 10 inhabitants could read.", []),
        ("One of 5 families left.", []),
        ("He was one of 5 Kazakhs in the school.", ["5 Kazakhs = 5"]),
        ("15 of every 100 children died; of every 50 men 9 fell.", []),
        ("Those from 17 to 45 were called up.", []),
        ("Two of the 30 delegates spoke.", ["30 delegates = 30"]),
        ("The khan sent 2 tumens of Mongols and 7 sotnias of Cossacks.", []),
        ("Per 1,000 men there were 896 women.", []),
        ("There were 23 births per 1000 people.", []),
        ("There were 230 births and 50 deaths in a year.", ["230 births = 230", "50 deaths = 50"]),
        ("Trains No. 39 and 41 left.", []),
        ("By order No.1428-326 were moved Koreans.", []),
        ("In school No. 5 and 6 worked 120 people.", ["120 people = 120"]),
        ("It had school No. 5 and 120 pupils.", ["120 pupils = 120"]),
        ("He was killed forty days later.", []),
        ("At forty died his father. Forty, the age of wisdom, came.", []),
        ("There came 20 thousand men by 1844, when he was 42.", ["20 thousand men = 20000"]),
        ("Of 12 girls the youngest is 13.", ["12 girls = 12"]),
        ("In 1931 student Ivanov came. 11 student cards were lost.", []),
        ("Of 15 schools 12 agreed.", []),
        ("Of the sum 5 million have gone to repairs.", []),
        (
            "500 men came. The artels became kolkhozes. By 1933 there were twenty of these here.",
            ["500 men = 500"],
        ),
        (
            'He said: "I had 80 pupils and three rooms. Today there are 340 of them."',
            ["80 pupils = 80", "340 = 340"],
        ),
        ("There were nurses, and a singer, barely twenty-four, stood there.", []),
        ("The owners sold horses, about 900, and left.", []),
        ("Number of shops with Uighur signs has fallen from 140 to 61.", []),
        (
            "Number of libraries fell from 312 to 187, and 4 100 pupils left.",
            ["4 100 pupils = 4100"],
        ),
        ("The number of Poles with a house fell from 312 to 187.", ["312 = 312", "187 = 187"]),
    ],
)
def test_ages_ratios_and_things_are_no_counts(text: str, found: list[str]) -> None:
    """An age, a ratio, a school that has pupils and a body of troops count no people."""
    assert counted(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("There came 12,5 thou. settlers.", ["12,5 thou. settlers = 12500"]),
        ("The land has 3.1 mil. people.", ["3.1 mil. people = 3100000"]),
        ("He led 7-8,000 horsemen.", ["7-8,000 horsemen = 7000..8000"]),
        ("From 3 to 4,000 riders came.", ["From 3 to 4,000 riders = 3000..4000"]),
        (
            "There are 2 million and 300 thousand voters.",
            ["2 million and 300 thousand voters = 2300000"],
        ),
        (
            "2 mln. 300 thous. Soviet citizens died.",
            ["2 mln. 300 thous. Soviet citizens = 2300000"],
        ),
        ("40 thous. Kerei people roamed here.", ["40 thous. Kerei people = 40000"]),
        ("9 thous. 104 person died.", ["9 thous. 104 person = 9104"]),
        (
            "5 million 210 thousand 300 (60%) live in towns and 3,400,500 (40%) in auls.",
            ["5 million 210 thousand 300 = 5210300", "3,400,500 = 3400500"],
        ),
        (
            "The number of Poles grew from 10,5 to 21,3 thousand.",
            ["10,5 = 10500", "21,3 thousand = 21300"],
        ),
        (
            "From 90 to 100 thousand entered the steppe.",
            ["From 90 to 100 thousand = 90000..100000"],
        ),
        ("Only three hundred to four hundred came.", ["three hundred to four hundred = 300..400"]),
        (
            "Population of the region (thous. pers.): total - 1 200; Poles - 310 (25%); Germans – 60,5.",
            ["1 200 = 1200000", "310 = 310000", "60,5 = 60500"],
        ),
        ("Number of sheep (thous.): 1916 - 300; 1920 - 200.", []),
        (
            "Some say 2 million; others speak of 1.1-1.5 million Kazakhs.",
            ["2 million = 2000000", "1.1-1.5 million Kazakhs = 1100000..1500000"],
        ),
        ("Sources put the figure at 300 roubles.", []),
        ("They took 42. 000 deported people.", ["42. 000 deported people = 42000"]),
        ("There studied 1 138, 2 thous. pupils.", ["1 138, 2 thous. pupils = 1138200"]),
        (
            "Poles — 12.4 thous., Kazakhs — 8.6, Jews — 31.0, Germans — 1.2 thous. people.",
            ["12.4 thous. = 12400", "8.6 = 8600", "31.0 = 31000", "1.2 thous. people = 1200"],
        ),
        ("Kazakhs – 1.2 million people, density – 4.6.", ["1.2 million people = 1200000"]),
        (
            "Kazakhs are many, though sources put the figure at 7-8 million.",
            ["7-8 million = 7000000..8000000"],
        ),
    ],
)
def test_numbers_are_read_whole(text: str, found: list[str]) -> None:
    """Abbreviations, shared thousands, a unit at the head of a list, what is put in behind a number."""
    assert counted(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The fair drew as many as 900 traders.", ["as many as 900 traders = 900"]),
        ("There were 60 people as a minimum.", ["60 people as a minimum = 60.."]),
        ("In it lived 700 Poles and above.", ["700 Poles and above = 700.."]),
        ("Each day go up to 300 pilgrims.", ["up to 300 pilgrims = ..300"]),
        ("It was never larger than 60 members.", ["never larger than 60 members = ..60"]),
        ("In the wards lay in 1942 to 800 wounded.", ["to 800 wounded = ..800"]),
        (
            "At the fair gathered, as the old men say, to 3 thousand guests.",
            ["to 3 thousand guests = ..3000"],
        ),
    ],
)
def test_qualifiers_stand_on_either_side(text: str, found: list[str]) -> None:
    """A bound before the number, or behind its noun."""
    assert counted(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "There study 800 full-time and 210 correspondence students.",
            ["800 full-time = 800", "210 correspondence students = 210"],
        ),
        (
            "900 Polish and 300 German workers came.",
            ["900 Polish = 900", "300 German workers = 300"],
        ),
        (
            "There were 90 pupils, of them 40 Kirghiz, 30 Russian and 20 Tatar.",
            ["90 pupils = 90", "40 Kirghiz = 40", "30 Russian = 30", "20 Tatar = 20"],
        ),
        (
            "Here lived 40 Kazakh families, 12 Uzbek and 11 Tatar.",
            ["40 Kazakh families = 40", "12 Uzbek = 12", "11 Tatar = 11"],
        ),
        ("There were 30 Kazakh schools, 20 Uzbek and 15 Tatar.", []),
        ("300 sheep and 20 wounded soldiers came.", ["20 wounded soldiers = 20"]),
        (
            "The regiment had 900 bayonets and 120 sabres.",
            ["900 bayonets = 900", "120 sabres = 120"],
        ),
        ("He sold 300 sabres and 20 rifles.", []),
        (
            "Here live: Poles - 30 thous., other nationalities - 2 thous.",
            ["30 thous. = 30000", "2 thous = 2000"],
        ),
        (
            "He gave Jochi 9 thousand warriors, the others 4 thousand each.",
            ["9 thousand warriors = 9000", "4 thousand = 4000"],
        ),
        (
            "In Oral region – 885,6 thousand (4,6 %), in Pavlodar region – 742,5 thousand people.",
            ["885,6 thousand = 885600", "742,5 thousand people = 742500"],
        ),
        (
            "In two villages there are 13,6 and 11,2 thousand persons.",
            ["13,6 = 13600", "11,2 thousand persons = 11200"],
        ),
        (
            "The regions took 13, 15 and 11 thousand settlers.",
            ["13 = 13000", "15 = 15000", "11 thousand settlers = 11000"],
        ),
        (
            "Here came 3 teachers and 11 thousand pupils.",
            ["3 teachers = 3", "11 thousand pupils = 11000"],
        ),
        (
            "The number of Poles halved, from 9,800 in 1989 to around 4,000 in 1999.",
            ["9,800 = 9800", "around 4,000 = 4000"],
        ),
        (
            "In Khotan are 30,000; in Aksu 20,000; six towns have 90,000 of both sexes.",
            ["30,000 = 30000", "20,000 = 20000", "90,000 of both sexes = 90000"],
        ),
        (
            "In Kashgar are 40,000; the other towns have 90,000 of both sexes.",
            ["40,000 = 40000", "90,000 of both sexes = 90000"],
        ),
    ],
)
def test_members_of_a_list_share_a_noun(text: str, found: list[str]) -> None:
    """Adjectives of a common noun, a people's adjective for its people, the rest of a list."""
    assert counted(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Their number decreased from 700 thousand to 400 thousand.",
            ["700 thousand = 700000", "400 thousand = 400000"],
        ),
        ("They had 300 sheep. Their number decreased to 200.", []),
        ("Their descendants exceed 9,000.", ["9,000 = 9000.."]),
        ("64 (by other data 80) people died.", ["64 = 64", "80 = 80"]),
        (
            "Over 300 (three hundred) delegates came.",
            ["Over 300 (three hundred) delegates = 300.."],
        ),
        ("300 (three hundred) horses fell.", []),
        ("Of the total of 90 thousand that fled, few lived.", ["90 thousand = 90000"]),
        ("40 thousand - almost a third of them - died.", ["40 thousand = 40000"]),
        ("From 120 received 30 died.", ["120 = 120", "30 = 30"]),
        ("From 137 plants 42 closed.", []),
        ("12 of his 15 relatives died.", ["12 = 12", "15 relatives = 15"]),
        ("12 of his 20 sheep died.", []),
        ("He fled with forty of his tolengits.", ["forty of his tolengits = 40"]),
        ("He spoke to an assembly of 500.", ["500 = 500"]),
        ("They fought with 20,000 on each side.", ["20,000 = 20000"]),
        ("The 30-thousandth army came.", ["30-thousandth army = 30000"]),
        ("A 70 thousandth army came.", ["70 thousandth army = 70000"]),
        ("The 20-thousandth visitor came.", []),
        ("The army was 40,000 strong.", ["40,000 strong = 40000"]),
        ("There live 500 Moslems.", ["500 Moslems = 500"]),
        ("The number of centenarians reached 312.", ["312 = 312"]),
        ("About 2 mln. more may return.", ["About 2 mln. = 2000000"]),
        ("The town grew 2.5-fold, to 40 thousand.", ["40 thousand = 40000"]),
        ("In 1870 its inhabitants totalled 6,410.", ["6,410 = 6410"]),
        ("Its population has doubled and now stands at 90,100.", ["90,100 = 90100"]),
        ("412,000 have been officially recognised as victims.", ["412,000 = 412000"]),
        (
            "The number of Poles in the land in 1926 – 37,612, in 1939 – 53,625.",
            ["37,612 = 37612", "53,625 = 53625"],
        ),
        ("The number of schools in the land in 1926 – 1,612.", []),
        ('"We, Kazakhs, are six million", he wrote.', ["six million = 6000000"]),
        ("Turks in the whole world were nearly 40 million.", ["nearly 40 million = 40000000"]),
        ("Dungans live in Oral, where their number reaches 51 thousand.", ["51 thousand = 51000"]),
        ("The largest diaspora – 1,5 mln – is in China.", ["1,5 mln = 1500000"]),
        ("18 percent of families, i.e. 92 thousand, had no horse.", ["92 thousand = 92000"]),
        (
            "33 per cent of the workers – over 230 thousand – were women.",
            ["over 230 thousand = 230000.."],
        ),
        (
            "The number of schools made 7790, and 900 children studied there.",
            ["900 children = 900"],
        ),
        ("There came 900 Greeks (see: CSA, f. 1137, inv. 2, file 33).", ["900 Greeks = 900"]),
        ("Population of the city: 214 thousand.", ["214 thousand = 214000"]),
        ("The population will be 20.3 mln by 2030.", ["20.3 mln = 20300000"]),
        (
            "The Germans - decreased fivefold from 957 to 181 thousand.",
            ["957 = 957000", "181 thousand = 181000"],
        ),
        ("Two thirds of the workers were under 25.", []),
        ("He came with 100-thousand Chinese army.", ["100-thousand Chinese army = 100000"]),
        (
            "2 860 were wounded and 1204 missing.",
            ["2 860 = 2860", "1204 = 1204"],
        ),
        ("Of 4,551 societies 68 percent, or 3,088, were left.", []),
        ("By 1825 in the horde there were 10 490 yurts.", ["10 490 yurts = 10490"]),
        ("There 1200 yurts were put up.", []),
        ("At the festival there were 300 yurts.", []),
        (
            "In all up to 2,5 million of both genders.",
            ["up to 2,5 million of both genders = ..2500000"],
        ),
        (
            "Uzbeks came to 36,570, Poles to a mere 3,102.",
            ["36,570 = 36570", "3,102 = 3102"],
        ),
        (
            "Here 14 million people remained, 1.4 million fewer than in 1989.",
            ["14 million people = 14000000", "1.4 million = 1400000"],
        ),
        ("The city of Shymkent alone had 603,499.", ["603,499 = 603499"]),
        ("The city of Shymkent had 12.", []),
        ("He asked twenty-seven of us.", ["twenty-seven = 27"]),
        ("300 people kept tax ledgers, 1,800 of them, there.", ["300 people = 300"]),
        ("300 people came in 12 trains, 180 of them armed.", ["300 people = 300", "180 = 180"]),
        ("There moved 350 demobilized soldiers.", ["350 demobilized soldiers = 350"]),
        (
            "300 soldiers took the height 200 that passed from hands to hands.",
            ["300 soldiers = 300"],
        ),
        ("110 families left; ninety remain.", ["110 families = 110", "ninety = 90"]),
        ("There 300 soldiers fell; 90 lie in that steppe.", ["300 soldiers = 300", "90 = 90"]),
        (
            'He writes: "families - 90 thousand, souls - 450 thousand".',
            ["90 thousand = 90000", "450 thousand = 450000"],
        ),
        (
            "The number of Poles fell by 60.3 per cent, from 143,500 to 57,000.",
            ["143,500 = 143500", "57,000 = 57000"],
        ),
        ("In 1932 left from Kuldja near 12 thousand: few came back.", ["near 12 thousand = 12000"]),
        ("In our aul are 800 men, 41 already died.", ["800 men = 800", "41 = 41"]),
        ("He wrote that Kurds in the province is about 3 million.", ["about 3 million = 3000000"]),
        (
            "Muslims and Jews are few: twelve and a half thousand of the former, 3,420 of the latter.",
            ["twelve and a half thousand = 12500", "3,420 = 3420"],
        ),
        ("Tigers and wolves are few: 300 of the former, 420 of the latter.", []),
        (
            "Omarov gives 1.4 million, including 1.1 million Kazakhs.",
            ["1.4 million = 1400000", "1.1 million Kazakhs = 1100000"],
        ),
        (
            "The union estimates the diaspora abroad at 4 to 4.5 million.",
            ["4 to 4.5 million = 4000000..4500000"],
        ),
        (
            "The agency put the number of emigrants for those years at 140 thousand.",
            ["140 thousand = 140000"],
        ),
        ("The agency put the number of schools at 1,400.", []),
        ("We boys, about twenty, ran behind.", ["about twenty = 20"]),
        ("Its visitors are not many, about 2 thousand a year.", ["about 2 thousand = 2000"]),
        ("Women among the called were 4 120.", ["4 120 = 4120"]),
        (
            "Tatars (or «Nogais») numbered 3,5 thous. , Poles 900.",
            ["3,5 thous. = 3500", "900 = 900"],
        ),
        (
            "From the farms left , on the data of the staff , 4,5 thousand.",
            ["4,5 thousand = 4500"],
        ),
        ("By May 1932 95 had gone, nobody knew where.", ["95 = 95"]),
        (
            "There lived 300 German, Polish and Greek families.",
            ["300 German, Polish and Greek families = 300"],
        ),
        (
            "About 3 thousand of the 5 thousand rebels perished.",
            ["About 3 thousand = 3000", "5 thousand rebels = 5000"],
        ),
        ("A force of 2,500 with 4 guns moved out.", ["2,500 = 2500"]),
        ("A crew of 80 spent a year there.", ["80 = 80"]),
    ],
)
def test_people_are_counted_without_a_noun_behind_the_number(text: str, found: list[str]) -> None:
    """What is said of the number, before it or behind it, tells that it counts people."""
    assert counted(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In a Majilis of 98 deputies women hold a third of seats.", ["98 deputies = 98"]),
        (
            "Of 3 million people Kazakhs composed 2 million.",
            ["3 million people = 3000000", "2 million = 2000000"],
        ),
        (
            "There live 5 thousand special settlers Germans.",
            ["5 thousand special settlers Germans = 5000"],
        ),
    ],
)
def test_a_span_ends_before_the_subject_of_a_verb(text: str, found: list[str]) -> None:
    """Two nouns of people side by side are one phrase, unless the second has a verb of its own."""
    assert counted(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("12% of the pilgrims are over 60; 5% are under 30.", ["12%", "5%"]),
        ("Farms with 1-5 horses made 28%; 6 and more - 60%.", ["28%", "60%"]),
        ("40 percent or more of the herders died.", ["40 percent or more"]),
        ("The share of Kazakhs went up to 30 percent.", ["30 percent"]),
        ("Up to 30 percent of them left.", ["Up to 30 percent"]),
        ("In towns 60 percent could read, in auls over 20.", ["60 percent", "over 20"]),
        ("Of the miners 9 per cent had lived to be sixty.", ["9 per cent"]),
    ],
)
def test_ages_beside_shares_are_no_shares(text: str, found: list[str]) -> None:
    """The sign of a share holds for no age and for no label of another share."""
    assert [span.text for span in load()(text).spans["percentages"]] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "They were 30 households,(150 souls)and had land.",
            ["30 households = 30", "150 souls = 150"],
        ),
        (
            "There lived 120 families(600 people)and 3 wells;(40 people) left.",
            ["120 families = 120", "600 people = 600", "40 people = 40"],
        ),
        ("There came 120 people;in all they were many.", ["120 people = 120"]),
        ("There lived 300 people.(The archive says so.)", ["300 people = 300"]),
        (
            "There came 120 families/600 people.",
            ["120 families = 120", "600 people = 600"],
        ),
        (
            "A fire killed 12 people and wounded 30.",
            ["12 people = 12", "30 = 30"],
        ),
        ("It killed 12 people and wounded about thirty.", ["12 people = 12", "about thirty = 30"]),
        ("There were 12 killed and wounded.", ["12 killed and wounded = 12"]),
        ("The flood left 300 families homeless.", ["300 families = 300"]),
        (
            "That day 12 soldiers wounded and 30 people dead lay.",
            ["12 soldiers = 12", "30 people = 30"],
        ),
        ("The list has 12 missing pages.", []),
    ],
)
def test_a_span_ends_with_its_noun(text: str, found: list[str]) -> None:
    """Neither a glued bracket nor the next verb, which has a number of its own, is part of it."""
    assert counted(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In the aul (population 1,208) is a school.", ["1,208 = 1208"]),
        ("The town (2009, pop. 5,600 in all) is old.", ["5,600 = 5600"]),
        ("The town (pop. 5,600 in 2009) is old.", ["5,600 = 5600"]),
        ("The town (population in 1959) is old.", []),
        (
            "There came 800 guests from 33 countries, including 60 from Iran.",
            ["800 guests = 800", "60 = 60"],
        ),
        ("There came 800 guests; of 33 countries 20 sent gifts.", ["800 guests = 800"]),
        ("Of 82 delegates of the latter 25 left.", ["82 delegates = 82", "25 = 25"]),
        (
            "It has 73 teachers (of those 41 of the highest category).",
            ["73 teachers = 73", "41 = 41"],
        ),
        (
            "Workers numbered 52 thousand before the war.",
            ["52 thousand = 52000"],
        ),
        ("More than 30 thousand have gone to Greece.", ["More than 30 thousand = 30000.."]),
        ("A shell killed forty and maimed 15.", ["forty = 40", "15 = 15"]),
        ("There came 512 fam. (2613 pers.).", ["512 fam. = 512", "2613 pers. = 2613"]),
        ("It had 1 midwife and 101 soldier.", ["1 midwife = 1", "101 soldier = 101"]),
        ("Of the miners 45 (12%) people died.", ["45 (12%) people = 45"]),
        ("There lived 450 (12%) men 300 (8%) women.", ["450 = 450", "300 (8%) women = 300"]),
        ("There were families (8) and souls (30).", ["8 = 8", "30 = 30"]),
        (
            "Fifty-two voted for, twelve against.",
            ["Fifty-two = 52", "twelve = 12"],
        ),
        (
            "There came 800 guests, including twelve from Iran.",
            ["800 guests = 800", "twelve = 12"],
        ),
        ("There came 1500+ volunteers.", ["1500+ volunteers = 1500.."]),
    ],
)
def test_notes_and_verbs_tell_of_people(text: str, found: list[str]) -> None:
    """A population in brackets, a part of the people just told of, and what people alone do or suffer."""
    assert counted(text) == found


@pytest.mark.parametrize(
    ("text", "found", "dates"),
    [
        ("The vote was watched by 1700 observers.", ["1700 observers = 1700"], []),
        ("The fort was besieged by about 2000 men of the bek.", ["about 2000 men = 2000"], []),
        ("The city was taken by 1920 Bolsheviks say.", [], ["1920"]),
        ("For the seats stood 1931 candidate, mostly men.", ["1931 candidate = 1931"], []),
        ("In 1931 candidate of the party was he.", [], ["1931"]),
        (
            "In winter of 1930 – 21 family of Kurds came.",
            ["21 family = 21"],
            ["winter of 1930"],
        ),
        (
            "It was decided to call 4500 people: in Abai volost 1500 , in Oral 2000, in Turgai 1000.",
            ["4500 people = 4500", "1500 = 1500", "2000 = 2000", "1000 = 1000"],
            [],
        ),
        ("They won two Games: in Sydney 2000, in Athens 2004.", [], ["2000", "2004"]),
        (
            "Of the 9000 prisoners many died. Old men spoke of between 400 and 600.",
            ["9000 prisoners = 9000", "between 400 and 600 = 400..600"],
            [],
        ),
        ("Old men spoke of 1937.", [], ["1937"]),
        ("Only in 1970 the Kazakhs again reached their number of 1930.", [], ["1970", "1930"]),
    ],
)
def test_a_number_of_four_digits_counts_who_stands_beside_it(
    text: str, found: list[str], dates: list[str]
) -> None:
    """What could be a year counts the people by whom something is done, or into whose places a count is divided."""
    assert counted(text) == found
    assert [span.text for span in load()(text).spans["dates"]] == dates


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "At the mosque gathered some five thousand praying.",
            ["some five thousand praying = 5000"],
        ),
        (
            "In the courses were 8,4 thousand studying, mostly men.",
            ["8,4 thousand studying = 8400"],
        ),
        ("There were 310 thous. illiterate , and few schools.", ["310 thous. illiterate = 310000"]),
        ("In the camp were 240 sick and 1200 hungry.", ["240 sick = 240", "1200 hungry = 1200"]),
        (
            "The Muslims turned out 24 563, the Jews by faith 5 120.",
            ["24 563 = 24563", "5 120 = 5120"],
        ),
        (
            "The believers called themselves more than 300 thousand.",
            ["more than 300 thousand = 300000.."],
        ),
        ("The schools turned out 24 563 books.", []),
        ("The women with secondary education were in the whole region 3118.", ["3118 = 3118"]),
        ("The yard had 30 thousand student cards.", []),
        (
            "There are 412 families today, of which 57 still wait.",
            ["412 families = 412", "57 = 57"],
        ),
        ("Two years passed. By autumn 80 thousand of them received passports.", []),
        (
            "Many repatriates came. In two years 80 thousand of them received passports.",
            ["80 thousand = 80000"],
        ),
        (
            "Kurds are 38 325. In 1970 there were in all 12 425.",
            ["38 325 = 38325", "12 425 = 12425"],
        ),
        ("In the camp its nurses, 290 in all, gave out bread.", ["290 = 290"]),
        ("He wrote books, 29 in all, for schools.", []),
        (
            "The oblast had 31.5 thousand pupils in 1950, 75.5 thousand ten years later.",
            ["31.5 thousand pupils = 31500", "75.5 thousand = 75500"],
        ),
        (
            "Abroad left 900 thousand people, from which 600 thousand irrevocably.",
            ["900 thousand people = 900000", "600 thousand = 600000"],
        ),
        (
            "Of the 9,000 officers many left. Some 1,500 did.",
            ["9,000 officers = 9000", "Some 1,500 = 1500"],
        ),
        (
            "From 12,5 thousand graduates were on the places only 6,5 thousand.",
            ["12,5 thousand graduates = 12500", "6,5 thousand = 6500"],
        ),
        (
            "From 14 500 pupils of the spring by winter were found only 3900.",
            ["14 500 pupils = 14500", "3900 = 3900"],
        ),
        (
            "Last year came 2,340 visitors; this year the museum expects at least 3,000.",
            ["2,340 visitors = 2340", "at least 3,000 = 3000.."],
        ),
        ("There stood forty houses, and from thirty of them people went away.", []),
        ("In 12 schools teachers from the capital worked.", []),
        (
            "It numbers 616 recognised refugees on 1 January 2011.",
            ["616 recognised refugees = 616"],
        ),
        ("In all 616 recognised refugees live here.", ["616 recognised refugees = 616"]),
    ],
)
def test_a_noun_left_out_or_told_by_its_adjective(text: str, found: list[str]) -> None:
    """Participles stand for who does it; verbs and asides of people tell of whom they are."""
    assert counted(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The number of Kazakh farms fell from 1200 thousand to 400 thousand.",
            ["1200 thousand = 1200000", "400 thousand = 400000"],
        ),
        (
            "To the hill came at first three hundred, then 12,000 horsemen.",
            ["three hundred = 300", "12,000 horsemen = 12000"],
        ),
        (
            "Poles and Chechens followed with some 46,000 and 45,500 respectively.",
            ["some 46,000 = 46000", "45,500 = 45500"],
        ),
        ("Poles and Chechens had 4 and 5 schools respectively.", []),
        ("In that winter typhus took 46 in our aul.", ["46 = 46"]),
        ("In that winter typhus took away all hope.", []),
        ("It is a town which had housed 53 thousand in 1989.", ["53 thousand = 53000"]),
        ("Out of 38 speakers sixteen were for him.", ["38 speakers = 38", "sixteen = 16"]),
        ("The theatre kept 26 from 49 actors.", ["26 = 26", "49 actors = 49"]),
        ("From the aul went to the front 200, came back 41.", ["200 = 200", "41 = 41"]),
        ("In 1943 went from the aul to the front 210.", ["210 = 210"]),
        ("On the list were 340 able-bodied, 60 sick.", ["340 able-bodied = 340", "60 sick = 60"]),
        ("Workers were already 3500 against 1200 at first.", ["3500 = 3500", "1200 = 1200"]),
        ("Came 1700 guests, and 1800 were expected.", ["1700 guests = 1700", "1800 = 1800"]),
    ],
)
def test_other_numbers_and_verbs_tell_who_is_counted(text: str, found: list[str]) -> None:
    """A list in its turn, the whole or the count beside it, and what takes or houses people."""
    assert counted(text) == found


_TATARS = "In 1970 there were 281 849 Tatars."
_BEFORE = ["281 849 Tatars = 281849"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            f"{_TATARS} Further: 313 460 in 1979, 320 747 in 1989.",
            ["313 460 = 313460", "320 747 = 320747"],
        ),
        (
            f"{_TATARS} Then followed 313,460 (1979), 320,747 (1989) and 248,954 (1999).",
            ["313,460 = 313460", "320,747 = 320747", "248,954 = 248954"],
        ),
        (
            f"{_TATARS} After it the number only goes down — 248 954 (1999) , 204 229 (2009) .",
            ["248 954 = 248954", "204 229 = 204229"],
        ),
        (
            f"{_TATARS} Thereafter the line runs gently down – 2,447 in 1979, 1.4 thousand in 1989 – until in 2009"
            " the figure fell for the first time below a thousand, to 995.",
            ["2,447 = 2447", "1.4 thousand = 1400", "995 = 995"],
        ),
        (
            f"{_TATARS} In 1979 – 313 thousand, in 1989 – 320 thousand.",
            ["313 thousand = 313000", "320 thousand = 320000"],
        ),
        (f"{_TATARS} In 1979 the figure was 313,460.", ["313,460 = 313460"]),
        (f"{_TATARS} The yield of wheat: 1,200 in 1970, 1,400 in 1979.", []),
        (f"{_TATARS} Newspapers printed 1,200 in 1970, 1,400 in 1979.", []),
        (f"{_TATARS} Their union is old. It published 40 in 1970, 60 in 1979.", []),
        (
            f"{_TATARS} The Uzbek community is larger: 371 thousand in 1999, 457 thousand in 2009.",
            ["371 thousand = 371000", "457 thousand = 457000"],
        ),
        (
            f"{_TATARS} By regions in 2009: Karaganda — 33,8 thousand, Astana — no more than 10 thousand; in each of"
            " western regions — less than 700; in the Zhambyl region counted 1 673.",
            [
                "33,8 thousand = 33800",
                "no more than 10 thousand = ..10000",
                "less than 700 = ..700",
                "1 673 = 1673",
            ],
        ),
        (f"{_TATARS} Schools by regions: Karaganda – 120, Almaty – 110.", []),
        (
            f"{_TATARS} Almaty accounts for 380 of them; the villages of Shu district, for upwards of 300.",
            ["380 = 380", "upwards of 300 = 300.."],
        ),
    ],
)
def test_a_series_goes_on_from_the_count_before(text: str, found: list[str]) -> None:
    """Year by year or region by region; not where its words name things."""
    assert counted(text) == _BEFORE + found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Of the Tatars registered in 2009 the Almaty region had 14.7 thousand, the city of Almaty – 8.5 thousand,"
            " and all the remaining regions together did not have even 4 thousand.",
            [
                "14.7 thousand = 14700",
                "8.5 thousand = 8500",
                "even 4 thousand = ..4000",
            ],
        ),
        (
            "Of the families that had come by the end of 1937, 8,867 found themselves in Kyzylorda, between 2,800 and"
            " 2,900 in Almaty, fewer than 1,500 in Taraz.",
            ["8,867 = 8867", "between 2,800 and 2,900 = 2800..2900", "fewer than 1,500 = ..1500"],
        ),
        ("Of the Tatars in the city every third left on 12 trains, 140 of them long.", []),
        (
            "There were 30 thousand Koreans in Almaty, 10.5 thousand or thereabouts in Zhambyl.",
            ["30 thousand Koreans = 30000", "10.5 thousand or thereabouts = 10500"],
        ),
        (
            "In only 1941 were called 36 207 , in 1942 - 28 951 and in 1943 some more 6,5 thousand people or so.",
            ["36 207 = 36207", "28 951 = 28951", "6,5 thousand people or so = 6500"],
        ),
        (
            "Of this number on Aktobe region fell 7 thousand Poles, on Pavlodar — 11,4 thous., on North Kazakhstan"
            " — up to 20 thousand.",
            [
                "7 thousand Poles = 7000",
                "11,4 thous. = 11400",
                "up to 20 thousand = ..20000",
            ],
        ),
    ],
)
def test_regions_and_years_share_out_a_people(text: str, found: list[str]) -> None:
    """A people that opens the sentence is told of by parts."""
    assert counted(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The choir has 28 women, the senior of which is 81.", ["28 women = 28"]),
        ("230 residents came, the oldest of them ninety-one.", ["230 residents = 230"]),
        ("The birth rate, 24 to a thousand, is high.", []),
        (
            "The natural increase made 12 135 persons, it is 37 on a thousand.",
            ["12 135 persons = 12135"],
        ),
        (
            "There 55 on 1000 born died, and of the 120 Kazakhs nine in ten are women.",
            ["120 Kazakhs = 120"],
        ),
        (
            "They accredited 300 observers in 2005; in April 2011 — 1859, of whom 300 came from Europe.",
            ["300 observers = 300", "1859 = 1859", "300 = 300"],
        ),
        (
            "By a decision dated 31 July 1944, number 6279, 86 thousand people were moved.",
            ["86 thousand people = 86000"],
        ),
        ("It stacked more than 2,5 mln. sleepers.", []),
        ("There lay 4 870 applications of volunteers.", []),
        (
            "In the village from 550 inhabitants 81 per cent are Poles.",
            ["550 inhabitants = 550"],
        ),
        (
            "For five days 40 Cossacks fell, or were missing from 1900 to 2100 .",
            ["40 Cossacks = 40", "from 1900 to 2100 = 1900..2100"],
        ),
        ("In total, thousand persons; hundred houses.", []),
        ("For 10 000 inhabitants there were 36 beds, for 1 000 people 3 doctors.", []),
        ("On 100 boys in schools fell 38 farms.", []),
        ("Bread for 1 000 people was brought.", ["1 000 people = 1000"]),
        (
            "In comparison with 1926 number of Kazakhs fell on 1 321 thousand.",
            ["1 321 thousand = 1321000"],
        ),
        (
            "For 1936 they took 12 104 out-patients, operations 214.",
            ["12 104 out-patients = 12104"],
        ),
        ("A few hundred Cossacks left.", []),
    ],
)
def test_ages_rates_numbers_and_things_beside_people_are_no_counts(
    text: str, found: list[str]
) -> None:
    """Nor are people things of theirs, and what bounds people is no stretch of years."""
    assert counted(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "They raised 63 soldiers ; names of twelve are known.",
            ["63 soldiers = 63", "twelve = 12"],
        ),
        (
            "In 1931 he found here 61 households, and in the lists there is only nineteen.",
            ["61 households = 61", "nineteen = 19"],
        ),
        (
            "The first hundred schoolchildren came, and two companies, hundred Cossacks and 20 guides.",
            ["hundred schoolchildren = 100", "hundred Cossacks = 100", "20 guides = 20"],
        ),
        (
            "The losses were 98 thousand victims; Soviet textbooks gave fewer than 50 thousand.",
            ["98 thousand victims = 98000", "fewer than 50 thousand = ..50000"],
        ),
        ("The studio hired some 700 extras.", ["some 700 extras = 700"]),
        ("To Moscow were directed 189 youth.", ["189 youth = 189"]),
        ("There are 12 youth theatres.", []),
        ("The Germans number 181 thousand.", ["181 thousand = 181000"]),
        (
            "There were 1,126 scholars in the United Kingdom and 894 in the United States, with 97 in Germany.",
            ["1,126 scholars = 1126", "894 = 894", "97 = 97"],
        ),
        (
            "Of the 230 delegates, 120 came from the regions, 60 from abroad and the rest from Astana.",
            ["230 delegates = 230", "120 = 120", "60 = 60"],
        ),
        (
            "Most Poles live in North Kazakhstan: 13 thousand; next comes Akmola (9,8 thousand).",
            ["13 thousand = 13000", "9,8 thousand = 9800"],
        ),
        (
            "Of 34 thousand Poles most are northern. Kokshetau leads with 13 thousand, followed by Oral with 900.",
            ["34 thousand Poles = 34000", "13 thousand = 13000", "900 = 900"],
        ),
        (
            "In 1959 there were 74 thousand Koreans. The next censuses gave 81 thousand and 91 thousand.",
            ["74 thousand Koreans = 74000", "81 thousand = 81000", "91 thousand = 91000"],
        ),
        (
            "In 1999 there were 47 thousand Poles. Ten years later – 34 thousand.",
            ["47 thousand Poles = 47000", "34 thousand = 34000"],
        ),
    ],
)
def test_names_ranks_and_sources_tell_of_people(text: str, found: list[str]) -> None:
    """Those of the count before, or whom the sentence names."""
    assert counted(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Those who stayed numbered roughly 4,900.", ["roughly 4,900 = 4900"]),
        ("The evacuees of Jewish nationality numbered 85,511.", ["85,511 = 85511"]),
        ("The pages of those books numbered 85,511.", []),
        (
            f"{_TATARS} 1979 saw 313,460, 1989 320,747.",
            [*_BEFORE, "313,460 = 313460", "320,747 = 320747"],
        ),
        (f"{_TATARS} 1979 saw 300 new mosques.", _BEFORE),
        (
            f"{_TATARS} The following counts registered 313,460 (1979) and 320,747 Tatars (1989).",
            [*_BEFORE, "313,460 = 313460", "320,747 Tatars = 320747"],
        ),
        (
            "The number of Poles barely moved, from 11,147 to just under 10,500.",
            ["11,147 = 11147", "just under 10,500 = ..10500"],
        ),
        (
            "By 1914 the population of the town achieved 28,3 thousand.",
            ["28,3 thousand = 28300"],
        ),
        (
            f"{_TATARS} The latest estimate of the Bureau, for 2021, is fewer than 200,000.",
            [*_BEFORE, "fewer than 200,000 = ..200000"],
        ),
        (
            "How many died no one counted; the historian's estimate, made much later, was roughly one million.",
            ["roughly one million = 1000000"],
        ),
        ("How much they paid no one knows; the estimate was 300,000.", []),
        (
            "Pavlodar Region counts 1,204 Poles, Aktobe Region 902, Kostanay and Akmola regions together 740, while"
            " the southern capital has 318. Atyrau and Mangystau, for their part, had 64 and 91.",
            [
                "1,204 Poles = 1204",
                "902 = 902",
                "740 = 740",
                "318 = 318",
                "64 = 64",
                "91 = 91",
            ],
        ),
        ("Refugees from Poland brought Kazakhstan up to 25,000 more.", ["up to 25,000 = ..25000"]),
        ("They had 12 mosques and wished for 300 more.", []),
    ],
)
def test_censuses_estimates_and_regions_tell_of_people(text: str, found: list[str]) -> None:
    """Those that a census, an estimate or a region has, where the words before say whom."""
    assert counted(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "They evicted 9 621 armenian, from which 300 died.",
            ["9 621 armenian = 9621", "300 = 300"],
        ),
        (
            "The famine took at least 300 Polish lives.",
            ["at least 300 Polish lives = 300.."],
        ),
        ("Some call a figure to 200 thousand migrants.", ["to 200 thousand migrants = ..200000"]),
        (
            "They are many: about one million in Russia, to 100 thousand Kazakhs in Iran.",
            ["to 100 thousand Kazakhs = ..100000"],
        ),
        ("The train took to 200 migrants letters from home.", ["200 migrants = 200"]),
        (
            "Of 146 subscribers on one collective farm seventeen were still there.",
            ["146 subscribers = 146", "seventeen = 17"],
        ),
        ("The emperor sent two columns, of 25,000 each, against them.", ["25,000 = 25000"]),
        ("They put up rows of 25 each.", []),
        ("Edige's cavalry was 30 thousand.", ["30 thousand = 30000"]),
        ("The army of the khan was 12 years in the steppe.", []),
        ("The troops of the khan totalled 4,100.", ["4,100 = 4100"]),
        ("There are 5 thousand people per one school.", []),
    ],
)
def test_peoples_parts_and_bodies_are_counted(text: str, found: list[str]) -> None:
    """A people in the singular, lives, an upper bound, a part of a whole and bodies of so many each."""
    assert counted(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("At the games volunteers alone were 2,800.", ["2,800 = 2800"]),
        (
            "The Koreans remained at their 100-odd thousand, as before.",
            ["100-odd thousand = 100000"],
        ),
        ("Its sappers, 290 in all, came back.", ["290 = 290"]),
        ("Of the graduates of 1938 they were 28 of 64 people.", ["28 = 28", "64 people = 64"]),
        ("Page 28 of 64 pages was lost.", []),
        (
            "There were 64 people in the camp, among them one cook, without whom the other sixty-three would starve.",
            ["64 people = 64", "sixty-three = 63"],
        ),
        (
            "There work 40 students of the Yassawi University and 25 of the Auezov University.",
            ["40 students = 40", "25 = 25"],
        ),
        (
            "Of 40 delegates 20 were shot. By other data not more than 38.",
            ["40 delegates = 40", "20 = 20", "not more than 38 = ..38"],
        ),
        ("They laid 40 bricks. By other data not more than 38.", []),
        (
            "In 2012 217 employees left, in their place 190 were taken.",
            ["217 employees = 217", "190 = 190"],
        ),
        (
            "At one crossing, about four hundred, mostly children, were cut down.",
            ["about four hundred = 400"],
        ),
        (
            "Of the 1.2 million men called up in the Great Patriotic War 5,183 were women.",
            ["1.2 million men = 1200000", "5,183 = 5183"],
        ),
        ("The people had lost about 1 million.", ["about 1 million = 1000000"]),
        ("Attendance went up by 64%, while the staff fell to 34.", ["34 = 34"]),
        ("The khan ruled over one million subjects.", ["one million subjects = 1000000"]),
        ("The school taught over 20 subjects.", []),
        (
            "There sat 65 thousand prisoners, 10 thousand of them under political articles.",
            ["65 thousand prisoners = 65000", "10 thousand = 10000"],
        ),
        ("In the Ural province 6 thousand of them died.", ["6 thousand = 6000"]),
        ("The sheep went south; 3 thousand of them died.", []),
    ],
)
def test_parts_fates_and_bodies_tell_of_people(text: str, found: list[str]) -> None:
    """Those of a body or of a whole, those whose fate is told, a ruler's subjects."""
    assert counted(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            'He wrote: "the Little horde has not more than 190 thousand tents, the Middle - 210 thousand".',
            ["not more than 190 thousand tents = ..190000", "210 thousand = 210000"],
        ),
        ("By the third year 7,500 tents stood on the inner side.", ["7,500 tents = 7500"]),
        ("They had expected 1,500 tents of felt. The plant sewed 2,000 tents.", []),
        ("At the fair 1,200 yurts were put up, 300 tents stood by the river.", []),
        (
            "To the south have gone about 3,6 thous. Kazakh kibitkas.",
            ["about 3,6 thous. Kazakh kibitkas = 3600"],
        ),
        ("The natural gain was 29,9 on a thousand. On thousand men come 978 women.", []),
        ("On one teacher it is necessary about 30 pupils.", []),
        ("On one cook there were 85 eaters.", ["85 eaters = 85"]),
        ("Of jute there fell up to 80 from hundred sheep.", []),
        ("They threw in 35 companies, 24 hundreds of Cossacks, 16 guns.", []),
        ("Men of call-up age, between 18 and 50, made 21.4 percent.", []),
        (
            "The garrison could hardly exceed 20 thousand soldiers.",
            ["20 thousand soldiers = ..20000"],
        ),
        (
            "In 1974 793 pupils studied there under 48 teachers.",
            ["793 pupils = 793", "48 teachers = 48"],
        ),
        ("In the school studied under 100 pupils.", ["under 100 pupils = ..100"]),
        ("Through the hospitals have passed 23,116 patients.", ["23,116 patients = 23116"]),
        ("The number of townspeople had passed 34 thousand.", ["34 thousand = 34000.."]),
        (
            "To Mecca went a few: from 120 to 150 pilgrims a year.",
            ["from 120 to 150 pilgrims = 120..150"],
        ),
        (
            "The number of members went from 120 to 150 people.",
            ["120 = 120", "150 people = 150"],
        ),
        (
            "In his army were more than a thousand of thousands people.",
            ["more than a thousand of thousands people = 1000000.."],
        ),
        ("Then 22,600 tents were counted in the uezd.", ["22,600 tents = 22600"]),
        ("Then 1,200 yurts were put up for guests.", []),
        ("The uezd numbered 12 volosts with 19 480 yurts.", ["19 480 yurts = 19480"]),
        ("A train with 19 480 yurts was sent to the front.", []),
        ("For 1 000 men fall 1 212 women.", []),
        (
            "The number of Poles fell to 658 thousand, Greeks - from 228 to 103 thousand.",
            ["658 thousand = 658000", "228 = 228000", "103 thousand = 103000"],
        ),
        (
            "The number of pupils rose from 500 to 12 thousand.",
            ["500 = 500", "12 thousand = 12000"],
        ),
        (
            "In settlement No. 2 lived 412 families, in settlement No. 5 - 380 families.",
            ["412 families = 412", "380 families = 380"],
        ),
        ("At schools No. 5 - 7 learn 380 pupils.", ["380 pupils = 380"]),
    ],
)
def test_tents_rates_and_bounds_are_read_as_written(text: str, found: list[str]) -> None:
    """Tents by the thousand are households; on a thousand, on one teacher, out of a hundred are rates."""
    assert counted(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Of its 65 deputies twenty-three were for the strike.",
            ["65 deputies = 65", "twenty-three = 23"],
        ),
        ("From its pupils sixteen arrived in 1912 to the region.", ["sixteen = 16"]),
        ("Of its schools sixteen were closed.", []),
        (
            "The cell, which claimed 136 members, had melted to twenty by January 1930.",
            ["136 members = 136", "twenty = 20"],
        ),
        (
            "Of thirty-one classmates she can name fourteen who are dead.",
            ["thirty-one classmates = 31", "fourteen = 14"],
        ),
        (
            "There rode ten Cossacks of Ufa, fifteen of the Yaik, thirty-two Bashkirs.",
            ["ten Cossacks = 10", "fifteen = 15", "thirty-two Bashkirs = 32"],
        ),
        ("In the home died 16 children from 90.", ["16 children = 16", "90 = 90"]),
        ("In the home died 163 children from 12 districts.", ["163 children = 163"]),
        ("A single pit held 63 bodies without shrouds.", ["63 bodies = 63"]),
        ("The association unites 28 bodies in 14 regions.", []),
        ("Feeding points were opened along the road; by 1922 they were 47.", []),
        ("In 1927 there were 62 red yurts.", []),
        (
            "The museum has on its lists 19 workers. Last year there were twenty-six. They wrote.",
            ["19 workers = 19", "twenty-six = 26"],
        ),
        ("In 1930 19 workers came. Of looms there were twenty-six.", ["19 workers = 19"]),
        ("The cemetery has 1,120 graves; volunteers cleaned 340 of them.", []),
        ("They gave up 1,410 nuclear warheads, to each 40 decares.", []),
        (
            "In the district only 31 thousand of the former 96 thousand inhabitants remained.",
            ["31 thousand = 31000", "96 thousand inhabitants = 96000"],
        ),
        (
            "The kolkhoz held 140 out of the original 520 families.",
            ["140 = 140", "520 families = 520"],
        ),
        ("They kept 140 of the former 520 horses.", []),
        (
            "The rising began in 1930. At the end of the year 412 people were tried.",
            ["412 people = 412"],
        ),
        ("At the end of the year 412 Huns came.", []),
        (
            "Of 40 deputies from the steppe 12 were women.",
            ["40 deputies = 40", "12 = 12"],
        ),
        (
            "The number of guests grew by 4.5 times from 1,130 to 5,090.",
            ["1,130 = 1130", "5,090 = 5090"],
        ),
        (
            "In all the militia counted 3-3.5 thousand sabres.",
            ["3-3.5 thousand sabres = 3000..3500"],
        ),
        ("In all the museum of the garrison kept 300 sabres.", []),
        ("Teachers number 38 thousand.", ["38 thousand = 38000"]),
        (
            "Teenagers worked in the kolkhozes: 95 thousand in 1941, 217 thousand in 1944.",
            ["95 thousand = 95000", "217 thousand = 217000"],
        ),
        ("Women ran the journals: 12 in 1941, 34 in 1944.", []),
        (
            "Kuznetskstroy took 8 700 people, mines of Kuzbass - 11 thousand.",
            ["8 700 people = 8700", "11 thousand = 11000"],
        ),
        (
            "Uzbek schools - 81 with 42 thousand pupils, Tajik schools - 12 (3 thousand pupils).",
            ["42 thousand pupils = 42000", "3 thousand pupils = 3000"],
        ),
        (
            "Muslim parishes - 34 with 900 parishioners, Orthodox parishes - 19 (70 believers).",
            ["900 parishioners = 900", "70 believers = 70"],
        ),
    ],
)
def test_small_parts_wholes_and_bodies_are_counted(text: str, found: list[str]) -> None:
    """A part in words by the people that it is of; a whole by the part before it."""
    assert counted(text) == found


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("There came 15 thousand kibitkas of Adais and 9 thousand of Tabyns.", "households"),
        ("They loaded 5,535 families in spring, and in the autumn another 9,465.", "families"),
    ],
)
def test_a_list_goes_on_in_its_unit(text: str, unit: str) -> None:
    """Behind households of a people those of another, and behind families others."""
    doc = load()(text)
    assert [span._.population.unit for span in doc.spans["populations"]] == [unit] * 2


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        (
            "In 1932 Kazakhs made 32 percent, in 1936/37 - 47,5 percent.",
            ["32 percent", "47,5 percent"],
        ),
        (
            "Nur Otan won 82.2 percent of the vote, Ak Zhol 7.18 and the People's Party 7.14 percent.",
            ["82.2 percent", "7.18", "7.14 percent"],
        ),
        ("There are 54.8% women, and the median age is 43.", ["54.8%"]),
        ("In towns lived only less 2 percent of Kazakhs.", ["less 2 percent"]),
        (
            "Up to spring of 1957 went back from 20 to 25 percent of the arrived.",
            ["from 20 to 25 percent"],
        ),
        ("Literacy went from 20 to 25 percent.", ["20", "25 percent"]),
        ("Trained were in Germany 402. 42 percent returned.", ["42 percent"]),
        ("The plan was carried out on 104, 5 percent.", ["104, 5 percent"]),
    ],
)
def test_shares_stand_apart_from_years_names_and_ages(text: str, shares: list[str]) -> None:
    """The second of two years opens no range; hundredths behind a name are a share, an age is none."""
    assert [span.text for span in load()(text).spans["percentages"]] == shares
