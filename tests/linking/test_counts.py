"""What a count counts, by the cue that tells it."""

import pytest

from pipeline import load

Told = tuple[str, str, str | None]


def counts(text: str) -> list[Told]:
    """Text, evidence and group of the populations."""
    doc = load()(text)
    told = [(span.text, span._.population) for span in doc.spans["populations"]]
    return [(words, value.evidence, value.group) for words, value in told]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Germans – 178 thousand.", ("178 thousand", "bare_listed", "Germans")),
        (
            "Alimuly counted 19 thousand families, Zhetiru – 15 thousand.",
            ("15 thousand", "bare_listed", "Zhetiru"),
        ),
        ("In 2009 Kurds were 38 thousand.", ("38 thousand", "bare_equated", "Kurds")),
        ("Of evacuated children 3,400 lived in homes.", ("3,400", "bare_partitive", "children")),
        (
            "The number of Greeks in all the land reached 49 930.",
            ("49 930", "bare_governed", "Greeks"),
        ),
        (
            "There were 81 thousand Koreans in 1970. In 1989 their number was 103 thousand.",
            ("103 thousand", "bare_resumed", "Koreans"),
        ),
        (
            "They sent 500 Koreans, of them 45 in May.",
            ("45", "bare_part_of_them", "Koreans"),
        ),
        ("Tatars - 705, merchants – 86.", ("86", "bare_listed_on", "merchants")),
        ("Of which men - 46 123 and women - 19 550.", ("19 550", "bare_listed_on", "women")),
        ("Russians-1204, Tatars-92.", ("92", "bare_listed", "Tatars")),
        ("From them: Cossacks - 1140, Tatars - 705.", ("705", "bare_listed", "Tatars")),
        ('"We shall be 20 million by 2025", he says.', ("20 million", "bare_told_of", None)),
        (
            "The census (26 February – 4 March 1999) found 14,953,126.",
            ("14,953,126", "bare_enumerated", None),
        ),
        (
            "The host then counted around 172 thousand.",
            ("around 172 thousand", "bare_mustered", None),
        ),
        ("The diaspora numbers 1.5 million.", ("1.5 million", "bare_mustered", None)),
        ("In mines were hired some 2300.", ("some 2300", "bare_told_of", None)),
        ("In Semey were unloaded 7 thousand 12.", ("7 thousand 12", "bare_told_of", None)),
        ("In the winter died in those years 1 200.", ("1 200", "bare_told_of", None)),
        ("Greeks were 20 thousand, Poles 30 thousand.", ("30 thousand", "bare_beside", "Poles")),
        (
            "The school had 90 pupils, Uighurs among them being 31.",
            ("31", "bare_equated", "Uighurs"),
        ),
        (
            "Oral: 20 thousand inhabitants. Semey: 26 thousand.",
            ("26 thousand", "bare_by_label", None),
        ),
        (
            "Oral had 36,446 inhabitants in 1897. Semey had 20,216.",
            ("20,216", "bare_town_had", None),
        ),
        (
            "In Russia live 300 Kazakhs. In Iran there were 120 in the same year.",
            ("120", "bare_gathered", "Kazakhs"),
        ),
        (
            "Then 900 Koreans were put on 12 carts, 400 of them for Taraz.",
            ("400", "bare_of_pronoun", "Koreans"),
        ),
        (
            "More than 8 thousand, as old miners count, left in winter.",
            ("More than 8 thousand", "bare_fated", None),
        ),
        (
            "In the camp were 300 prisoners, two years later 412.",
            ("412", "bare_gapped", "prisoners"),
        ),
        ("The population, 9 thousand in 1897, grew.", ("9 thousand", "bare_populated", None)),
        ("The census of 1926 found there 10 200 only.", ("10 200", "bare_enumerated", None)),
        ("Of 80 riders who set out, 44 arrived.", ("44", "bare_gapped", "riders")),
        ("On Friday up to 5,000 come to pray.", ("up to 5,000", "bare_fated", None)),
        ("It had 16 seminarians.", ("16 seminarians", "noun", "seminarians")),
        ("The number of Tatars reached 8 220 pers. and grew.", ("8 220 pers.", "noun", "Tatars")),
        (
            "They wrote down 2600 nomad households for 1931 and 1900 more for 1932.",
            ("1900", "bare_gapped", None),
        ),
        (
            "It kept up to a further 8,000 prisoners.",
            ("up to a further 8,000 prisoners", "noun", "prisoners"),
        ),
        ("More than 5 thousand did not return.", ("More than 5 thousand", "bare_fated", None)),
        (
            "Of 1,130 graduates sent there, more than 600 were killed.",
            ("more than 600", "bare_gapped", "graduates"),
        ),
        ("In 1911 went back 61 thousand.", ("61 thousand", "bare_told_of", None)),
        ("In 1942 went to the front 8 thousand.", ("8 thousand", "bare_told_of", None)),
        (
            "In 1908 inhabitants was already 30 thousand.",
            ("30 thousand", "bare_inverted_copula", None),
        ),
        ("Counted were women who came – 34.", ("34", "bare_inverted_copula", "women")),
        (
            "There came to the regions:\n\nPavlodar - 300 Poles\n\nSemey - 2 614;",
            ("2 614", "bare_in_row", "Poles"),
        ),
        ("They were such:\n\nRussians 290 thousand", ("290 thousand", "bare_in_row", "Russians")),
        (
            "Trains carried 500 settlers. Akmola Region took 300.",
            ("300", "bare_received", "settlers"),
        ),
        (
            "In 1989 they counted 500 Koreans. Ninety-nine were put on trial.",
            ("Ninety-nine", "bare_fated", "Koreans"),
        ),
        (
            "40 forests burned; almost one million have come back.",
            ("almost one million", "bare_fated", None),
        ),
        (
            "Population of the region on 1 January 1954 — 438 900",
            ("438 900", "bare_populated", None),
        ),
        ("Deaths in 1932 amounted to 120,000.", ("120,000", "bare_toll", None)),
        ("The city has grown to half a million.", ("half a million", "bare_grown", None)),
        ("The congress was attended by 1,400 from abroad.", ("1,400", "bare_told_of", None)),
        ("Enrolment: 340 in 1928.", ("340", "bare_staffed", None)),
        ("There were 23 of us in the wagon.", ("23", "bare_of_pronoun", None)),
        ("Kazakhs - 4512, Russians - 1204.", ("1204", "bare_listed", "Russians")),
        ("497 became Heroes.", ("497", "bare_fated", None)),
        ("They came as a group of 25.", ("25", "bare_told_of", None)),
        ("He grew up in a city of 30 000.", ("30 000", "bare_told_of", None)),
        ("The population of the town is 17 500.", ("17 500", "bare_populated", None)),
        (
            "The population of Kentau, 62 thousand in 1989, fell.",
            ("62 thousand", "bare_populated", None),
        ),
        (
            "The census takers of 1937 found just 181,520.",
            ("181,520", "bare_enumerated", None),
        ),
        (
            "The staff of the academy was already more than 3 thousand.",
            ("more than 3 thousand", "bare_staffed", None),
        ),
        (
            "Villagers were many, and in 1926 there were 519,100 of them.",
            ("519,100", "bare_of_pronoun", "villagers"),
        ),
        (
            "Students came out; by evening there were at least 5 thousand.",
            ("at least 5 thousand", "bare_gathered", "students"),
        ),
        (
            "The circle had 64 members; this year twelve more entered it.",
            ("twelve", "bare_gapped", "members"),
        ),
        (
            "More nomads came than left: 68,319 against 65,530.",
            ("65,530", "bare_gapped", "nomads"),
        ),
        (
            "There lived 212 Kazakh families, in 1958 - thirty-six.",
            ("thirty-six", "bare_gapped", "Kazakhs"),
        ),
        ("From Barkol eighteen thousand set out.", ("eighteen thousand", "bare_fated", None)),
        ("About 1.2 million joined the army.", ("About 1.2 million", "bare_fated", None)),
        (
            "Number of Russians (in all) in the land: 3,974,000 in 1959.",
            ("3,974,000", "bare_governed", "Russians"),
        ),
        (
            "The Kazakh population fell from 3.6 million in 1926.",
            ("3.6 million", "bare_populated", "Kazakhs"),
        ),
        (
            "The Ukrainians of the republic decreased from 860 thousand in 1926.",
            ("860 thousand", "bare_changed", "Ukrainians"),
        ),
        (
            "About 5 million Kazakhs live in 40 countries: 1,5 million in China.",
            ("1,5 million", "bare_gapped", "Kazakhs"),
        ),
        (
            "Of the 7,000 Germans counted here barely 2,000 remained ten years later.",
            ("barely 2,000", "bare_gapped", "Germans"),
        ),
        ("Some 616 thousand never returned.", ("Some 616 thousand", "bare_fated", None)),
        (
            "To the front they left. Did not return 410 thousand.",
            ("410 thousand", "bare_told_of", None),
        ),
        ("Poles composed 54,8 thousand.", ("54,8 thousand", "bare_equated", "Poles")),
        (
            "Between 412 and 1204 received burns.",
            ("Between 412 and 1204", "bare_fated", None),
        ),
        (
            "Estimates put the population of the land at 18,137,300 as of May.",
            ("18,137,300", "bare_populated", None),
        ),
        (
            "The yearbook gives the population of the land as 18.9 million.",
            ("18.9 million", "bare_populated", None),
        ),
        (
            "The population bottomed out at 14.9 million that year.",
            ("14.9 million", "bare_populated", None),
        ),
        (
            "It beat the population of the last census (under 15 million).",
            ("under 15 million", "bare_populated", None),
        ),
        (
            "The censuses, which at first rose, showed a decrease to 6,081 thousand.",
            ("6,081 thousand", "bare_enumerated", None),
        ),
        (
            "In that camp over three hundred were found to be Balkars.",
            ("over three hundred", "bare_found_to_be", "Balkars"),
        ),
        (
            "Half of the Poles live in the north, with another 2,500 in Astana.",
            ("2,500", "bare_another", "Poles"),
        ),
        (
            "The census of 1926 estimated the population of the republic at 6.2 million.",
            ("6.2 million", "bare_populated", None),
        ),
        ("In the census: 4,888 Dungan (0.1%); others.", ("4,888 Dungan", "odd", "Dungans")),
        (
            "Karachais came. In 1989 2,038 Karachais remained here, in 1999 — 1400.",
            ("1400", "bare_gapped", "Karachais"),
        ),
        (
            "Many came. Some 22.9 thousand were sent to the south.",
            ("Some 22.9 thousand", "bare_fated", None),
        ),
        ("A 40,000-strong Dzungar army came.", ("40,000-strong Dzungar army", "odd", "Dzungars")),
        ("The famine took 1.5 million lives.", ("1.5 million lives", "odd", None)),
        ("He came with 30-thousand army.", ("30-thousand army", "odd", None)),
        (
            "Of hunger died 1 mln. 750 thous. Kazakhs.",
            ("1 mln. 750 thous. Kazakhs", "noun", "Kazakhs"),
        ),
        ("Of them swore 40 thousand tilt carts.", ("40 thousand tilt carts", "noun", None)),
        ("Of 5873,0 thousand population died.", ("5873,0 thousand population", "odd", None)),
        ("Some 27 million lives were lost then.", ("Some 27 million lives", "odd", None)),
        (
            "About two thousand swollen from hunger people passed.",
            ("About two thousand swollen from hunger people", "odd", None),
        ),
        (
            "Ukrainians mainly live in the Karaganda (47,7 thousand) and other areas.",
            ("47,7 thousand", "bare_by_places", "Ukrainians"),
        ),
        (
            "Kazakhs live in many countries: Turkey (25 thousand).",
            ("25 thousand", "bare_by_places", "Kazakhs"),
        ),
        ("Population in 1930: 612,000", ("612,000", "bare_populated", None)),
        ("Population of the town (2009): 45,300", ("45,300", "bare_populated", None)),
        (
            "Population of Verny by estates (1897): nobles – 1,120; clergy – 230.",
            ("230", "bare_listed_on", "clergy"),
        ),
        ("The combine had 4,200 on its rolls.", ("4,200", "bare_on_the_rolls", None)),
        (
            "It kept 19 stations with a staff of 1,600 in those years.",
            ("1,600", "bare_staffed", None),
        ),
        (
            "Its first class of 70 engineers left it; eleven were Kazakhs.",
            ("eleven", "bare_gapped", "Kazakhs"),
        ),
        (
            "Uyghurs were about 50 thousand souls, and families 9 572.",
            ("9 572", "bare_noun_before", "Uyghurs"),
        ),
        (
            "From each yard one hundred amanats of best families were taken.",
            ("one hundred amanats", "noun", "amanats"),
        ),
        (
            "From 22 Kazakhstan sportsmen medals have received many.",
            ("22 Kazakhstan sportsmen", "noun", "sportsmen"),
        ),
        ("The Kazakhs of the uyezd are 187 thousand.", ("187 thousand", "bare_equated", "Kazakhs")),
        (
            "They came with an army of 20-30 thousand under him.",
            ("20-30 thousand", "bare_told_of", None),
        ),
        ("In May there gathered to 3000 guests.", ("to 3000 guests", "noun", "guests")),
        ("There worked 1540 war prisoners.", ("1540 war prisoners", "noun", "prisoners of war")),
        ("In the first year 1850 visitors came.", ("1850 visitors", "noun", "visitors")),
        (
            "He had eighty thousand horsemen, though no more than 15,000 with firearms.",
            ("no more than 15,000", "bare_gapped", "horsemen"),
        ),
        (
            "In 1999 9,868.6 thousand people lived in towns and 7,549.1 thousand in villages.",
            ("7,549.1 thousand", "bare_gapped", None),
        ),
        ("The Russians – 6,062,019 or 37.4%.", ("6,062,019", "bare_listed", "Russians")),
        (
            "It united 74 members, of which eleven were Kazakhs.",
            ("eleven", "bare_part_of_them", "Kazakhs"),
        ),
        (
            "There came 90 thousand people; among them 31 thousand were machine operators.",
            ("31 thousand", "bare_part_of_them", "machine operators"),
        ),
        (
            "Of 640 workers 120 were women, 75 – young specialists.",
            ("75", "bare_gapped", "specialists"),
        ),
        (
            "Of 12 thousand people 4 thousand were Tatars, 3 thousand – Kazakhs.",
            ("3 thousand", "bare_listed", "Kazakhs"),
        ),
        (
            "In 1723 up to 12,000 Kazakh tents crossed the river.",
            ("up to 12,000 Kazakh tents", "noun", "Kazakhs"),
        ),
        (
            "Koreans counted 96,5 thousand (2 %).",
            ("96,5 thousand", "bare_listed", "Koreans"),
        ),
    ],
)
def test_a_bare_number_counts_what_its_sentence_says(text: str, last: Told) -> None:
    """Each cue, with the count it makes last."""
    assert counts(text)[-1] == last


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("There came 1 130 and 1 166 souls.", ["1 130", "1 166 souls"]),
        ("The troupe shrank from 112 to 64 actors.", ["112", "64 actors"]),
        (
            "It grew: 01.01.1932 – 10 400, 01.01.1936 – 38 194, 01.01.1949 – 65 673 prisoners.",
            ["10 400", "38 194", "65 673 prisoners"],
        ),
        (
            "Karaganda Region took 50 thousand, Kostanay Region 31 thousand settlers.",
            ["50 thousand", "31 thousand settlers"],
        ),
        (
            "Workers were many:\n\ngold mines - 9120 persons, 71 %\n\ncopper - 1286, 79 %\n\ncoal - 1843, 68 %",
            ["9120 persons", "1286", "1843"],
        ),
        (
            "They were settled so:\n\nAlma-Ata region - 2191 families;\n\nAktyubinsk region - 1744;\n\n"
            "West Kazakhstan region - 1995.",
            ["2191 families", "1744", "1995"],
        ),
    ],
)
def test_numbers_in_a_row_share_the_noun_of_the_last(text: str, found: list[str]) -> None:
    """Joined, or the two of a change."""
    assert [words for words, _, _ in counts(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "456 explosions were carried out, of them 116 in the air.",
        "They were under twenty-five.",
        "Of them 45 thousand stood in Almaty.",
        "Trees – 300.",
        "The number of schools reached 300.",
        "12",
        "12 of",
        "The road was 300.",
        "The birth rate was 37 per 1,000 inhabitants.",
        "There live 6 persons per square kilometre.",
        "By the 2009 national census Russians were many.",
        "The 142 plants evacuated from the west worked.",
        "Of 40 million head of livestock, 4.5 million were left.",
        "In 1993 204 banks worked, and by 2000 remained 55.",
        "They slept in 980 yurts.",
        "On the island 86 yurts were put up.",
        "He left home at 17 and died at 38.",
        "It has dancers aged from 6 to 32.",
        "Kazakhs - 30.0, Russians - 42.5.",
        "The book wrote on page 32 about Chechens.",
        "They opened 300 Kazakh and 40 Dungan schools.",
        "There he lived 12 lives.",
        "The oldest live there, average age 93.",
        "Rents of the rural population rose in 5 — 6, and at places by 12 times.",
        "Per 100 devices, made in the country, 70 came from here.",
        "Mortality is 9 per thousand inhabitants.",
        "They had 40 million sheep; by 1933 only 4 million were left.",
        "In the election 120 seats were fought for, a party taking 30 of these.",
        "The boom of building reached 2,300.",
        "German men from 17 to 50 were mobilized.",
        "He, who as a youth of 22 was arrested, wrote of it.",
        "At Otar trained the 4 guards tank army.",
        "For many that meant death, and of 1,042,000 camels 63 thousand were left.",
    ],
)
def test_a_bare_number_of_things_or_of_nothing_is_no_count(text: str) -> None:
    """Things before it, ages in words, a pronoun that stands for nobody."""
    assert counts(text) == []


def test_what_people_have_is_not_counted_with_them() -> None:
    """However much the number beside counts people."""
    text = "To Oral 386492 people and 17 children’s homes arrived; 20 thousand of them were placed in Aktobe."
    assert [words for words, _, _ in counts(text)] == ["386492 people", "20 thousand"]


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("There lived 500 Kazakh families.", "Kazakhs"),
        ("They took in 385,785 deported Germans.", "Germans"),
        ("The fishermen, 2871 persons, were accepted there.", "fishermen"),
        ("In spring came the Poles of Volhynia province, about 3 thousand people.", "Poles"),
        ("The herders at Kyzyl, between 450 and 500 people, had left.", "herders"),
        ("Koreans from Primorye, 900 families, were settled there.", "Koreans"),
        ("They met Koreans in Primorye, 900 people came to listen.", None),
        ("Smiths in number of 74 people made knives.", "smiths"),
        ("The depot had 530 workers, of whom 118 were Kazakhs and Tatars.", "Kazakhs and Tatars"),
        (
            "The depot had 530 workers, 118 of them Kazakhs and Tatars by birth.",
            "Kazakhs and Tatars",
        ),
        ("Of the 530 workers 118 were Kazakhs and Tatars kept aloof.", "Kazakhs"),
        (
            "Bulgarians came. In 1989 there were 10 426 representatives of this people.",
            "Bulgarians",
        ),
        ("They were divided: Kazakhs and Kirghiz - 794 815.", "Kazakhs and Kyrgyz"),
        ("There were Koreans - 500, others - 721 691.", None),
        (
            "Resettlement of Korean families by regions:\n\nAlma-Ata region - 2191 families;",
            "Koreans",
        ),
        ("At least 2,000 of its fighters fell.", "fighters"),
        ("They evicted 15 thousand Polish and German households.", "Poles and Germans"),
        ("Tatars numbered 31,204, third place being held by Poles with 12,090.", "Poles"),
        (
            "In 1897 it had 5,210 souls, of which 2,480 were males. In 1911 their number was 9,300.",
            None,
        ),
        (
            "They brought 900 Poles, of whom 240 were children. In 1950 their number was 1 400.",
            "Poles",
        ),
        ("They took 90 captives. 140 of them came back.", "captives"),
        ("In 1951 64 students were expelled. More than 700 received injuries.", None),
        ("They arrested 64 students. In all, 9 thousand were shot.", None),
        ("They brought 900 Koreans. In all, 9 thousand were brought.", "Koreans"),
        ("In 1959 9 210 Greeks were counted, 1970 - 8 100, 1979 - 7 450 persons.", "Greeks"),
        ("There 51,204 persons (3.9%) consider themselves Uzbeks.", "Uzbeks"),
        ("The centre has 31 PhD holders.", "PhD holders"),
        ("From miners of the pit were living 31 persons.", "miners"),
        ("There served 300 soldiers and officers.", "soldiers and officers"),
        ("There served 300 soldiers and tanks.", "soldiers"),
        ("In 1930 there were 300 people of German nationality.", "Germans"),
        ("Thirty thousand families of Torgouts came.", "Torgouts"),
        ("Usuns numbered 120 thousand families.", "Usuns"),
        ("At the beginning of 1944 – 2097 families of Chechens and Ingush.", "Chechens and Ingush"),
        ("They sent 500 Koreans to the front. From them 412 persons did not return.", "Koreans"),
        ("There were 900 settlers, of whom 300 were Kazakhs.", "Kazakhs"),
        ("There were 900 settlers, of whom 300 were ethnic Kazakhs.", "Kazakhs"),
        ("There were 900 settlers, from them 300 were Kazakh.", "Kazakhs"),
        ("There were 36 actors, 11 from them women.", "women"),
        ("There were 36 actors, 11 of them in Oral.", "actors"),
        (
            "Of the inhabitants special settlers 41 thousand; in the town 5 thousand families lived in tents.",
            None,
        ),
        ("The number of workers increased by 300 people.", "workers"),
        ("The share of Uzbeks has dropped to 31.4% (a little over 2 million).", "Uzbeks"),
        ("Many Czechs came here, 92 persons of this nationality.", "Czechs"),
        ("Korean deportees (20 530 families, 98 454 persons) came.", "Koreans"),
        ("Czechs of the land (in 1989 182 people, in 2009 66 people) are few.", "Czechs"),
        ("Ingush: deported in 1944 – 91 250 persons; live here – 16 thousand persons.", "Ingush"),
        ("Greeks made up 210 thousand 365 people.", "Greeks"),
        ("Greeks came late. In 1999 they were 25 657 people.", "Greeks"),
        ("There came 20 170 families of Greeks, or 95 256 people.", "Greeks"),
        ("There came 648 families of Greeks in the number of 2 268 souls.", "Greeks"),
        ("The Tatar population decreased by 1 300 people.", "Tatars"),
        ("Kazakh ASSR counted 6 million 198 thousand inhabitants.", None),
        ("Many Koreans were brought here, and their number rose to 92 thousand people.", "Koreans"),
        ("Many Koreans came. By 1939 their number was 92 thousand people.", "Koreans"),
        ("There lived 3 million people. Their number was counted.", None),
        ("The population is 61.2% Tajik (almost 7 million people).", "Tajiks"),
        ("Kazakhs made 30 percent of the population (2.8 million).", "Kazakhs"),
        ("There lived 300 people.", None),
        ("The Greek diaspora numbers 34 thousand people.", "Greeks"),
        ("Dungans make up 0.3 %, or 51 thousand people.", "Dungans"),
        ("The Poles came to the steppe in number of 36 thousand people.", "Poles"),
        ("Chechens 400 people, Poles 28 people.", "Poles"),
        ("The number of deaths among the Greeks was 1200 people.", "Greeks"),
        ("The dead were counted: 300 dead.", None),
        ("Koreans lived far away, where they built a school. There lived 300 people.", None),
        ("There were 29 thousand students, of which girls – 16 thousand.", "girls"),
        ("The Polish population: 1926 - 3,7 thousand people, 1939 - 54 thousand.", "Poles"),
        (
            "The number of Koreans was 100 thousand persons. They live in Oral (19 thousand).",
            "Koreans",
        ),
        ("There were 9 Decembrists.", "Decembrists"),
        ("In 1941 10 thousand Leningraders came.", "Leningraders"),
        ("In 1941 10 thousand skydivers came.", "skydivers"),
        ("The Polish community of Kazakhstan today totals 34 thousand people.", "Poles"),
        ("The Kazakhs living in Turkey today number 25 thousand people.", "Kazakhs"),
        ("The Greek ethnos is presented by 9 thousand people.", "Greeks"),
        ("Between the censuses the Kazakhs lost 1 million 321 thousand people.", "Kazakhs"),
        ("The Kazakhs bought from the caravan 300 slaves, lost at once 40 people.", None),
        ("There were 2,5 million of both genders.", None),
        ("They reported 33 wounded, 7 captured.", None),
        ("Killed – 245; wounded – 402; missing – 318.", None),
        ("Of 700 wounded treated there, 286 died.", "wounded"),
        ("The town had 300 dwellers.", None),
        ("The town accepted 300 evacuated.", "evacuees"),
        ("In it lived 900 men. Another 300 were mobilized.", "men"),
        ("The number of evacuated children reached 3000.", "children"),
        ("The works took in 300 mobilized.", "mobilized"),
        ("The fishermen, some 700 people in all, were accepted there.", "fishermen"),
        ("With the students (310 persons) it was full.", "students"),
        ("They trained 214 teachers, 49 of them – Kazakhs.", "Kazakhs"),
        ("Next year spectators will be 60 thousand.", "spectators"),
        ("It has 30 laboratory assistants.", "laboratory assistants"),
        ("There came 300 rice growers.", "rice growers"),
        ("The orchestra has 40 dombra players.", "dombra players"),
        ("The evacuees of Jewish nationality numbered 85,511.", "Jews"),
        ("There were 900 exiles, of whom 448 (46 percent) were Poles.", "Poles"),
        ("Of 900 exiles 448 (46 percent) were Poles and 244 (25.1 percent) Kurds.", "Kurds"),
        ("There came 393 Poles, 302 people from the Caucasus.", None),
        ("The aul gave 14 Heroes of Socialist Labour.", "Heroes of Socialist Labour"),
        ("The number of Poles and Germans exiled here reached 64 thousand.", "Poles and Germans"),
        ("The number of Poles and of hired workers reached 64 thousand.", "hired workers"),
        ("There lived 120 families of Poles, Kurds and Greeks.", "Poles, Kurds and Greeks"),
        ("There lived 120 Poles, Kurds and others.", "Poles"),
        ("Kurds come first, followed by Turks with 97 thousand people.", "Turks"),
        ("Turks with 97 thousand people and Kurds with 38 thousand people live here.", "Kurds"),
        ("Poles and Kurds together came to 95,000 persons.", "Poles and Kurds"),
        ("The famine took 300 Polish lives.", "Poles"),
        ("The number of the starving grew; by spring 14 thousand people had died.", None),
        ("The number of orphans doubled, and 3 thousand people died in the town.", None),
        ("The number of Greeks in 1926 was 120 people; in 1939 it was 300 people.", "Greeks"),
        (
            "Tribes came, and in the 1510s the number of Kazakhs came to a million people.",
            "Kazakhs",
        ),
        (
            "Koreans were settled here. By spring 600 children died. In 1939 they were 9 500.",
            "Koreans",
        ),
        ("The school had 40 pupils. In 1935 they were 120.", "pupils"),
        ("Students left. Teachers number 38 thousand.", "teachers"),
        ("Librarians number 312 people.", "librarians"),
        ("Old Believers numbered 62 300 people.", "Old Believers"),
        ("Old Believers were 62 300.", "Old Believers"),
        ("Muslims were 62 300, Lutherans 99 thousand.", "Lutherans"),
        (
            "The number of Poles fell from 900 to 658 thousand, Greeks - from 228 to 103 thousand.",
            "Greeks",
        ),
        ("The total number mobilized was 210 000 people.", None),
        ("Kazakhs came from Iran - 4020, from Turkey - 2990 people.", "Kazakhs"),
    ],
)
def test_the_group_is_read_from_the_phrase_or_its_sentence(text: str, group: str | None) -> None:
    """Of the last count; people as such are no group."""
    assert counts(text)[-1][2] == group


@pytest.mark.parametrize(
    ("lead", "group"),
    [
        ("Resettlement of Koreans by districts:", "Koreans"),
        ("The statisticians of Petrov counted by auls:", None),
        ("Koreans counted by auls:", None),
    ],
)
def test_rows_are_of_those_whom_their_lead_in_tells_of_not_of_who_counted(
    lead: str, group: str | None
) -> None:
    told = counts(f"{lead}\n- Sarym – 212 households;\n- Torbay – 187 households.")
    assert [found[2] for found in told] == [group, group]


def test_who_stands_before_a_bare_number_is_not_who_stands_behind_the_next() -> None:
    """ "Numbering" holds the first alone."""
    told = counts("Soldiers numbering 9,000 and 4 thousand peasants stood there.")
    assert [group for _, _, group in told] == ["soldiers", "peasants"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("In 1970 300 Koreans lived in Almaty.", "resident"),
        ("The population of the country is 16 million people, including pupils.", "resident"),
        ("The flash mob brought together more than 300 people.", "other"),
        ("From 40 refugees in the village 13 did not survive.", "lost"),
        ("The number of Greeks has been reduced on 300 people.", "lost"),
        ("The number of Greeks dwindled by 300 people.", "lost"),
        ("In 1937 300 Koreans were deported to Almaty.", "moved"),
        ("In 1931 300 people died of hunger.", "lost"),
        ("The institute has 300 students.", "other"),
        ("In the post-war years the number of Koreans rose to 74 thousand people.", "resident"),
        ("In the famine 300 people gave their lives.", "lost"),
        ("From 1989 to 1999 the population fell by 200 people.", "lost"),
        ("300 families came, and 12 people were killed.", "lost"),
        ("The number of those evicted to the steppe reached 360 thousand people.", "moved"),
        ("The number of people convicted here amounted to 100 thousand.", "lost"),
        ("The number of people who died of hunger was about 1,5 million.", "lost"),
        ("The number of people employed in industry rose to 40 thousand.", "other"),
    ],
)
def test_the_kind_is_that_of_the_clause(text: str, kind: str) -> None:
    """Of the last count."""
    doc = load()(text)
    assert doc.spans["populations"][-1]._.population.kind == kind


@pytest.mark.parametrize(
    ("text", "units"),
    [
        (
            "Of them special settlers 41 thousand; over 5 thousand families lived in tents.",
            ["persons", "families"],
        ),
        (
            "There were accepted about 12 thousand, and some 700 families were sent on.",
            ["persons", "families"],
        ),
        (
            "25 families live there; Germans, who numbered 17,300 in 1979, had shrunk to 5,800.",
            ["families", "persons", "persons"],
        ),
        ("1 130 and 1 166 families came.", ["families", "families"]),
        ("In the house lived 8 families. Then 812 of them died.", ["families", "persons"]),
        ("In the aul lived 80 families. Then 12 of them left.", ["families", "families"]),
    ],
)
def test_people_beside_families_stay_persons(text: str, units: list[str]) -> None:
    """Where a clause of their own tells of the families."""
    doc = load()(text)
    assert [span._.population.unit for span in doc.spans["populations"]] == units


@pytest.mark.parametrize(
    ("text", "units"),
    [
        (
            "In Semey came 8867 families (43 181 people), in Karaganda - 2 792 (14 792), in Aktobe - 1744 (7666).",
            ["families", "persons"] * 3,
        ),
        ("There came 300 families (1 200). Of them 12 died.", ["families", "persons", "persons"]),
        ("There came 300 families (40).", ["families", "families"]),
        (
            "There were accepted 14 488 families (63 976 people), from whom 35 820 were Poles.",
            ["families", "persons", "persons"],
        ),
        (
            "Aktobe took 45 501 Poles, or 12 342 families, and Kostanay - 22 900.",
            ["persons", "families", "persons"],
        ),
        (
            "There came 12,300 persons, or 2,900 families, by trains; 4,100 were placed in Semey.",
            ["persons", "families", "persons"],
        ),
        (
            "By the book from 700 families there remained less than 150, and 300 people left.",
            ["families", "families", "persons"],
        ),
        (
            "There lived Turks (Turks: 33,100; Turkish families: 7 thousand).",
            ["persons", "families"],
        ),
    ],
)
def test_brackets_behind_families_hold_their_people(text: str, units: list[str]) -> None:
    """And what a list goes on with is families again, though it looks like a year."""
    doc = load()(text)
    assert [span._.population.unit for span in doc.spans["populations"]] == units
    assert list(doc.spans["dates"]) == []


@pytest.mark.parametrize(
    ("text", "counts", "years"),
    [
        (
            "Pilgrims: 2011 - 33 people, 2012 - 38 people.",
            ["33 people", "38 people"],
            ["2011", "2012"],
        ),
        ("In 1941 - 45 Koreans were called up.", [], ["1941 - 45"]),
        ("On May 9 1500 veterans sang.", ["1500 veterans"], ["May 9"]),
        ("By 1 July 1200 families came.", ["1200 families"], ["1 July"]),
        ("On 17 August 6 000 runners start.", ["6 000 runners"], ["17 August"]),
        ("On May 9 1945 veterans were young.", [], ["May 9 1945"]),
        ("Then 1800 were killed.", ["1800"], []),
        ("The plan of catch for 1933 was executed by 60 percent.", [], ["1933"]),
        ("Assignment for 1936 was executed, and the herdsmen went home.", [], ["1936"]),
        (
            "For 1937-1938 were arrested 105 thousand people.",
            ["105 thousand people"],
            ["1937-1938"],
        ),
        ("In recent years37 families came.", ["37 families"], ["recent years"]),
        ("Half of the 1700 pupils were girls.", ["1700 pupils"], []),
        ("Weddings were 9 per 1000.", [], []),
        (
            "In 2014 came 310 students, three times more than in 2010 (90).",
            ["310 students", "90"],
            ["2014", "2010"],
        ),
    ],
)
def test_a_year_that_heads_a_count_is_a_date(
    text: str, counts: list[str], years: list[str]
) -> None:
    """And the number behind its dash ends no range of years."""
    doc = load()(text)
    assert [span.text for span in doc.spans["populations"]] == counts
    assert [span.text for span in doc.spans["dates"]] == years


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Then died 312 out of 480 pupils.", [("312", "pupils"), ("480 pupils", "pupils")]),
        ("It has a student body of 2,340.", [("2,340", "students")]),
        (
            "19 thousand children came, and 2,365 were adopted.",
            [("19 thousand children", "children"), ("2,365", "children")],
        ),
        ("He puts the number who stayed at 110 thousand.", [("110 thousand", None)]),
        (
            "Then 17 ringleaders of the strike were sentenced to exile.",
            [("17 ringleaders", "ringleaders")],
        ),
        ("Then 17 trucks of the strike were burned.", []),
        ("There work 11 PhDs.", [("11 PhDs", "PhDs")]),
        (
            "There work 61 candidates of science.",
            [("61 candidates of science", "candidates of science")],
        ),
        ("To the city came 28 thousand starving.", [("28 thousand starving", "starving")]),
        ("Then 60 people out of 100 died.", [("60 people", None)]),
        ("For every 100 who came 43 went back.", []),
        ("It has 400 readers and a circulation of 900.", [("400 readers", "readers")]),
        ("On May 15, 20 thousand people met.", [("20 thousand people", None)]),
        ("In 1932-33, 45 thousand families left.", [("45 thousand families", None)]),
        ("At the age of 18, 30 thousand boys left.", [("30 thousand boys", "boys")]),
        ("In 1845 there were 25 thousand yurts.", [("25 thousand yurts", None)]),
    ],
)
def test_who_is_counted_is_told_around_the_number(
    text: str, counted: list[tuple[str, str | None]]
) -> None:
    """By a verb that only people take, a body of students, what stands behind "out of"."""
    doc = load()(text)
    assert [(span.text, span._.population.group) for span in doc.spans["populations"]] == counted


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "In the brigade: officers – 412, sergeants – 980, privates – 3 120.",
            [("412", "officers"), ("980", "sergeants"), ("3 120", "privates")],
        ),
        (
            "Of them snipers 112, gunners 640, nurses 1 810.",
            [("112", "snipers"), ("640", "gunners"), ("1 810", "nurses")],
        ),
        ("Pupils: boys – 320, girls – 215.", [("320", "boys"), ("215", "girls")]),
        ("Schools 96, students 3 812 (boys 3 104).", [("3 812", "students"), ("3 104", "boys")]),
        (
            "There were teachers 42, members of the party – 98.",
            [("42", "teachers"), ("98", "members")],
        ),
        (
            "12 400 people, including: men – 5 980, women – 6 420; urban – 4 200, rural – 8 200.",
            [
                ("12 400 people", None),
                ("5 980", "men"),
                ("6 420", "women"),
                ("4 200", None),
                ("8 200", None),
            ],
        ),
        (
            "Out of 11 347 men fell 4 516, wounded 3 711.",
            [("11 347 men", "men"), ("4 516", "men"), ("3 711", "men")],
        ),
        ("Readers – 5 112, books – 8 300, book loans – 41 thous.", [("5 112", "readers")]),
        ("In the uezd mosques – 98, mullahs – 112.", [("112", "mullahs")]),
    ],
)
def test_a_label_before_its_number_says_who_is_counted(
    text: str, found: list[tuple[str, str | None]]
) -> None:
    """With a dash or without one; labels of things count nobody, halves give way to wholes."""
    assert [(words, group) for words, _, group in counts(text)] == found
