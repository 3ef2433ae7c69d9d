"""Of whom and of what a percentage is told."""

import pytest

from pipeline import load
from pipeline.linking.groups import group_mentions
from pipeline.linking.subjects import Percent, subject_options


def last(text: str) -> tuple[str, str | None, str | None]:
    """Kind, subject and group of the last percentage."""
    doc = load()(text)
    value = doc.spans["percentages"][-1]._.percentage
    return value.kind, value.subject, value.group


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("63 percent of the lands of the volost were sown.", "lands of the volost"),
        ("Of the total number of deaths 30% fell on the old.", "deaths"),
        ("Of the total number of settlers Germans made 31%, and Poles 12%.", "settlers"),
        ("That year 63 % of 7,12 mln. registered electors voted.", "registered electors"),
        ("The number of registered unions fell by 12 per cent.", "number of registered unions"),
        ("In June 3 % more people came to the town.", "people"),
        ("In the mine 900 miners, 60% Kazakhs and 12% Tatars, went down.", "miners"),
        ("In the mine 900 miners, 60% Kazakhs, went down.", "miners"),
        ("Merchants gave 40%, Cossacks 12% of the price.", "price"),
        ("Three out of five, 60 percent, were ill.", None),
        ("Among miners women made 15 percent.", "miners"),
        ("Goats decreased by 80 percent, cows by 71, camels by 64.", "camels"),
        ("Turnout was 63 percent.", "turnout"),
        ("In the first quarter of 2010 GDP of the land grew by 6,6 per cent.", "GDP of the land"),
        ("The share of Uzbeks rose from 9.7 up to 23.5 percent.", "population"),
        ("In the republic 16 mln. 204,6 thousand people lived, 54 % in towns.", "people"),
        ("The plan was carried out by 104 percent.", "plan"),
        ("The number of Kurds increased by 6 percent.", "number of Kurds"),
        (
            "The number of Kurds increased by 6 percent, Germans became less on 9 percent.",
            "number of Germans",
        ),
        (
            "Germans became less on 9 percent, Russians – on 15 percent.",
            "number of Russians",
        ),
        ("There were 1,150 workers, 41 percent of them Belarusians.", "workers"),
        ("The share of books in the state language was 30 percent.", "books"),
        ("In 1999 the share of Germans was 2.4 percent.", "population"),
        ("Kazakhs made up 63.1 percent of the population.", "population"),
        ("The party won 12 percent at the elections.", "votes"),
        ("Production grew by 12 percent.", "production"),
        ("5 percent", None),
        # A part, a bracket and a list
        ("Two-thirds of the herd, or 66 percent, died.", "herd"),
        ("The khan took one-tenth (10%) of the crop.", "crop"),
        ("More than half - 54 percent - of the pupils were girls.", "pupils"),
        ("Of 6 million inhabitants of the country 38 percent were Kazakhs.", "inhabitants"),
        ("Nearly 90% of those wounded returned.", "those wounded"),
        ("In 1989 urban population was 57%, rural - 43%.", "rural population"),
        ("The region gave 7% of the grain, wool - 10 %.", "wool"),
        ("Cotton gave 20 % of the income, Germans - 10 %.", "income"),
        ("Prices of bread rose by 20%, of meat by 30%.", "prices of meat"),
        ("The number of schools grew by 5 %, of pupils by 3 %.", "number of pupils"),
        ("Cattle decreased by 85 percent, sheep by 90%.", "sheep"),
        ("Kazakhs formed 19 per cent of the city-dwellers.", "city-dwellers"),
        ("Half of the dry land, or 50 percent, was sown.", "dry land"),
        # What "it" and "their share" stand for
        (
            "The Kurds live in the south. Their share in the population is 1.4 percent.",
            "population",
        ),
        (
            "In 1959 the share of Kazakhs was 30%. In Akmola oblast it fell to 17%.",
            "population",
        ),
        # Who is elected, and what is won
        ("At the elections 98 deputies won, 26 percent of them women.", "deputies"),
        ("He was elected by 98.7 percent.", "votes"),
        ("For the resolution voted 77 percent.", "votes"),
        ("Nur Otan received 80.99 % and 83 mandates.", "votes"),
        ("The stands had 91 percent of the seats filled.", "seats"),
        ("Among tractor drivers women made up 55%.", "tractor drivers"),
        ("Of 900 pupils, 63% were Poles, 21% Kurds and 9% Uzbeks.", "pupils"),
        ("It raised the yield of wheat by 15 percent.", "yield of wheat"),
        ("They increased deliveries of meat by 41%, of wool by 22%.", "deliveries of wool"),
        ("The number of miners was reduced in ten years by 12 percent.", "number of miners"),
        ("The number of miners increased considerably by 12 percent.", "number of miners"),
        ("The Kazakhs of the okrug lost 54 percent of their cattle.", "cattle"),
        ("The Poles had lost 43 percent of their number.", "number of Poles"),
        ("The city lost 15 percent of its people.", "population"),
        ("In 1954 the site had 2 100 volunteers. Girls made up 38 percent.", "volunteers"),
        ("The site had 900 volunteers. Of them 63% were Poles. Girls made up 38%.", "volunteers"),
        ("In 1954 2 100 people lived there. Kazakhs made up 38 percent.", "population"),
        ("Among foreign guests 39.1% came for rest.", "foreign guests"),
        ("The majority of the volunteers (62 percent) were students.", "volunteers"),
    ],
)
def test_the_subject_is_the_likeliest_that_a_reader_finds(text: str, subject: str | None) -> None:
    """Of-phrases, rates, changes, parts, polls, the verb's subject."""
    assert last(text)[1] == subject


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("That year came 9 percent fewer settlers.", "settlers"),
        ("Then 30-40% of Issyk-Kul Kyrgyz fled.", "Kyrgyz"),
        ("Then 30-40% of nomads were sick.", "nomads"),
        ("Literate among Uzbeks - 5,1% (at men – 8,4%; at women - 1 %).", "women"),
        ("Literate among Uzbeks - 5,1% (at men – 8,4%).", "men"),
        ("The literate made 6,2 per cent of population (men – 9%, women - 2 %).", "women"),
        ("Of them 60 per cent are workers and 15 percent, pensioners.", "pensioners"),
        (
            "Tajiks live in Omsk and have a school. 40 percent of them study there.",
            "Tajiks",
        ),
        ("Number of Kurds: 1959 - 6,1 thousand (0,1 %), 1970 - 12,3 thousand (0,2 %).", "Kurds"),
        ("Kurds made up 1 percent, others - 2,7 %.", None),
        ("Kazakhs made up 63.1 percent of the population.", "Kazakhs"),
        ("Germans were 5 percent in 1989. Kazakhs were 40 percent.", "Kazakhs"),
        ("There were 1,150 workers, 41 percent of them Belarusians.", "Belarusians"),
        ("Women and teenagers were 40 percent of the workers.", "women and teenagers"),
        ("In those years 2 percent of Kazakh women could read.", "Kazakh women"),
        ("Of 900 exiles 448 (46 percent) were Poles and 244 (25.1 percent) Kurds.", "Kurds"),
        ("In those years 2 percent of Kazakh plays were staged.", None),
        ("Production grew by 12 percent.", None),
        ("The Russian population was 454,402, or 10.95% of all; others were few.", "Russians"),
        ("There were 55,984 Tatars (1.3%); 4,888 Dungan (0.1%).", "Dungans"),
        ("Kazakhs made up 63.6%, Russians 23.7%, others 3.9%.", None),
        ("There are Tajiks (1.1%) and other smaller ethnic minorities (1.7%).", None),
        ("Most were either Uzbek (51%) or Tajik (28%).", "Tajiks"),
        # A people beats the noun behind it; two peoples are told both
        ("Schools covered 9 percent of the Kazakh children.", "Kazakhs"),
        ("95% of the dead were Uzbeks and Kazakhs.", "Uzbeks and Kazakhs"),
        ("Kazakhs and Russians made up 90 percent of the population.", "Kazakhs and Russians"),
        ("In the city Kazakhs made 60 and Russians 30 percent.", "Russians"),
        # A label right before or behind a share of a list
        ("Literacy of Kazakhs was 9.1% (men - 15.4 %, women - 1.8 %).", "women"),
        ("Of the deputies 60 % were Kazakhs, 30 % – Russians, the rest – others.", "Russians"),
        ("The Polish population of the republic is 47 thousand people (0.3%).", "Poles"),
        (
            "71 per cent of the visitors are Kazakhstanis and 14 per cent foreigners.",
            "foreigners",
        ),
        # A label of its own, that is no people
        ("Communists – 17,75%, Agrarians – 12,63 %, Civil party – 11,23%.", None),
        ("Kazakhs live: in Almaty – 12%, Karaganda – 20%, Pavlodar – 3%.", "Kazakhs"),
        # Who are among others, who did something, a people told before
        ("Women among the workers of the plant made 64 percent.", "women"),
        ("Townspeople among Greeks are 76 per cent.", "Greeks"),
        ("They treated 350 soldiers, and 68.5 per cent of these returned.", "soldiers"),
        ("Here live Greeks. Compared with 1989 their number was reduced by 80 percent.", "Greeks"),
        ("In courses studied 64 girls, they made 90 percent of drivers.", "girls"),
        ("Here live Greeks. Their number was hidden, but Poles fell by 8 percent.", "Poles"),
        # Those told of before, where they alone are
        ("Many Poles came to Omsk. They make 39 percent of the population.", "Poles"),
        ("Many Poles came to Omsk. Since then their number was cut down by 39 percent.", "Poles"),
        ("Many Poles came to Omsk. They make shoes, and Uzbeks are 39 percent.", "Uzbeks"),
        # Those whose number changed
        ("The number of pupils increased by 54,3%.", "pupils"),
        ("The Russian share fell by 5 percentage points.", "Russians"),
        # No people: languages, works, places, those who say it
        ("Of the inhabitants only 13,5 % called Kazakh their native language.", None),
        ("12 percent of the books are in Kazakh.", None),
        ("Kazakh plays took 60 percent of the repertoire.", None),
        ("The Kazakh press took 14 percent of the circulation.", None),
        ("The Kazakh families were 80 percent.", "Kazakhs"),
        ("Only 9 per cent of the Kazakh farms were settled.", "Kazakhs"),
        ("The Kazakh ASSR had 7% of the sown area.", None),
        ("The disease spread, the doctors believe, by 3 percent.", None),
        ("According to historians, 40 percent of the Kazakhs died.", "Kazakhs"),
        ("40 percent of the respondents believe in it.", "respondents"),
        ("70% called themselves Muslims, 26% Christians, 3% non-believers.", "non-believers"),
        ("61% were hired workers, 25% self-employed and 4.9% unemployed.", "unemployed"),
        ("61% were hired workers and 25% self-employed.", "self-employed"),
        ("Of the returnees 55 percent are of able-bodied age.", "returnees"),
        ("91% were Kazakhs and 3% Kyrgyz.", "Kyrgyz"),
        ("In the steppe died 49 per cent of Kazakhs, 15% of Ukrainians.", "Ukrainians"),
        ("Of illness died 49 per cent of Kazakhs and 20% of Kyrgyz.", "Kyrgyz"),
        ("Kazakhs make 70%, Russians 15%, while other ethnic groups together make up 11%.", None),
        ("Of the graduates 64% found work, 12% went on studying.", "graduates"),
        ("40 percent of the returnees are children, 55 percent people of working age.", None),
        ("40 percent of the guests are Poles, 35 percent residents of the city.", None),
        ("There came 12 thousand women; 61 % of the adult population learned to read.", None),
        ("There came women; 41 % of the urban population were Poles.", "Poles"),
        ("From the total number of students girls made 38%.", "girls"),
        ("Literacy among men made 12%, among women 2 %, on the whole 7 %.", None),
        ("Of settlers: Poles – 31%, Mordvins – 7%, rest – 16%.", None),
        ("Kazakhs made 61%, Koreans 2%, the rest 4.2%.", None),
        ("Kazakhs made 61%, the rest were 4.2% Koreans.", "Koreans"),
    ],
)
def test_the_group_is_the_people_it_is_told_of(text: str, group: str | None) -> None:
    """The nearest that a verb, a dash or "of them" links, none where no people is named."""
    assert last(text)[2] == group


@pytest.mark.parametrize(
    "text",
    [
        "In the camp 72% were convicted of treason; 46 percent were Ukrainians.",
        "Of the listed 30 percent could not read; only 12% – Poles – knew a trade.",
    ],
)
def test_a_share_is_not_of_those_of_the_next_clause(text: str) -> None:
    """A clause behind a semicolon that has a share of its own tells of others."""
    assert load()(text).spans["percentages"][0]._.percentage.group is None


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("Women and teenagers came with Koreans.", ["women and teenagers", "Koreans"]),
        ("Kazakhs and Koreans came.", ["Kazakhs", "Koreans"]),
        ("They came home.", []),
    ],
)
def test_two_kinds_of_people_are_one_mention_two_peoples_are_not(
    text: str, groups: list[str]
) -> None:
    """Joined by "and"."""
    doc = load()(text)
    assert [mention.group for mention in group_mentions(doc, 0, len(doc))] == groups


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("63 percent of the pupils of the school are Koreans.", {"pupils of the school", "pupils"}),
        ("Of 300 thousand bones of animals 99 percent are gone.", {"bones of animals", "bones"}),
        ("Among engineers they were 2 percent.", {"engineers"}),
        ("The share of city dwellers was 60 percent.", {"city dwellers"}),
        ("In 1999 Kazakhs were 53 percent.", {"population", "Kazakhs in the population"}),
        ("Kazakhs were 53 percent, Germans 2 percent.", {"population", "Germans"}),
        ("5 percent", set()),
    ],
)
def test_every_reader_gives_options_of_the_subject(text: str, phrases: set[str]) -> None:
    """Wholes before and after the percentage, with and without their tails; none always."""
    spans = list(load()(text).spans["percentages"])
    value = spans[-1]._.percentage
    previous = spans[-2] if len(spans) > 1 else None
    options = subject_options(Percent(spans[-1], value.kind, value.group, previous))
    assert phrases <= {option.value for option in options}
    assert options[-1].value is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Growth for the decade made 40,6%.", "increase"),
        ("Mortality, which had stood at 5.2% there, fell.", "other"),
        ("Literacy in the okrug stood at 19.7%.", "other"),
        ("The losses are exaggerated by 20 percent.", "other"),
        ("To the polls came 46,5 percent of the men.", "other"),
        ("Unemployment made 9,2 %, whereas in the region 5,6 %.", "other"),
        ("The mortality was reduced from 24,1% to 3,2 %.", "other"),
        ("That year 63 % of 7,12 mln. registered electors voted.", "other"),
        ("The share of Tatars was reduced from 24,1% to 3,2 %.", "share"),
        ("The decline of their number amounted to 25.7 percent.", "decrease"),
        ("Turnout among the 8.4 million voters was 62.6 percent.", "other"),
        ("Turnout in the republic was 84%, in Almaty hardly 72 %.", "other"),
        ("There lived 7.7% fewer than before.", "decrease"),
        ("The diasporas have grown 42% and 41% respectively.", "increase"),
        ("German (60.8 %), Tatar (20.3%) diasporas decreased.", "decrease"),
        ("The diasporas have grown 42%.", "increase"),
        ("Kazakhs made up 63.1 percent of the population.", "share"),
        ("The growth of visitors, as the keeper says, makes 12 percent a year.", "increase"),
        # The words behind it
        ("After the reform the duties became 1.5 percent higher.", "increase"),
        ("Now 7 percent more grain is grown.", "increase"),
        ("Wages were 30 percent lower among the nomads.", "decrease"),
        ("In the towns 40 percent had higher education.", "share"),
        ("They approved a 0.5 percentage point decrease.", "decrease"),
        ("It was followed by a 12 percent rise in prices.", "increase"),
        ("About 12 percent rise early.", "share"),
        # What stands for itself behind another
        ("The turnout was 90 percent, and 89 percent of those voting said yes.", "share"),
        ("With a turnout of 90 percent, 95% voted for him.", "share"),
        ("Enrolment rose by 22 percent in 2011 and dropped by 9% in 2013.", "decrease"),
        ("The yield was minus 3 percent against the last year.", "decrease"),
        ("The error is plus or minus 1.8 percent.", "share"),
        # The amount told again
        ("Accidents were up by two thirds (66 percent).", "increase"),
        ("The livestock fell by 593.5 thousand, or 2.7 times (62.7 %).", "decrease"),
        ("The number of pupils increased by more than 1.5 times, or 54,3%.", "increase"),
        ("The wages grew 1.5 times, or 50 percent.", "increase"),
        ("They grew by 12 thousand people, including 300 Kazakhs (15%).", "share"),
        ("The volume was 340 tons, growing 2% in comparison with 2002.", "increase"),
        # Every word of the table of changes
        ("The number of pupils swelled by 12 percent.", "increase"),
        ("The number of pupils was plummeting by 12 percent.", "decrease"),
        ("The Germans (60.8 %), Tatars (20.3%) dwindled.", "decrease"),
        ("By 10 percent the harvest soared.", "increase"),
        ("To the Kazakhs was falling one percent of the pupils.", "share"),
        # Where it came to
        ("The share of Kazakhs slumped under 30%.", "share"),
        ("The percentage of Kazakhs fell under 30%.", "share"),
        ("The yield rose more than 50 percent.", "increase"),
        # Rates, taxes, plans
        ("Loans were granted at 4% per annum.", "other"),
        ("The economy grew 4 % per annum.", "increase"),
        ("They introduced a 5-percent tax on cattle.", "other"),
        ("The tax was raised to 15 percent.", "other"),
        ("Taxes rose by 15 percent.", "increase"),
        ("Wages were raised by 25 percent.", "increase"),
        ("The rent was cut by 25 percent.", "decrease"),
        ("The mortality did not exceed 1,2 %.", "other"),
        ("The share of Kazakhs did not exceed 12 %.", "share"),
        ("They worked in commissions: 40 percent of them were women.", "share"),
        ("The share of taxes in the budget rose to 40 percent.", "share"),
        ("Some 8,5 % was the interest on the loan.", "other"),
        ("Interest in history grew to 64%.", "share"),
        ("The mortality of these, in 1945, was 14 percent.", "other"),
        ("98 % of the voters took part in the elections.", "other"),
        ("95 percent of the voters voted for him.", "share"),
        ("The mine gave 120 percent of the norm.", "other"),
        ("Wool delivery reached 115 percent.", "other"),
        ("Prices reached one hundred and sixty per cent.", "other"),
        ("The hall was filled to 87 percent.", "other"),
        ("Lethality went down from 11,4 percent to 3,8 percent.", "other"),
        ("Grain yield was 20 percent below the average.", "other"),
        ("The plan of deliveries was 33,1 % of the harvest, in 1931 - 39,5 %.", "share"),
        ("The plan was carried out by 104 percent, in 1931 - by 98 percent.", "other"),
        ("Turnout of Kazakhs was 9.1% (men - 15.4 %, women 1.8 %).", "other"),
        ("The share of Kazakhs was 30 % (men - 15.4 %, women 14.6 %).", "share"),
        # … in brackets, behind a dash, with the verb behind
        ("The lowest turnout (54%) was in Almaty.", "other"),
        ("The turnout was 89 %: the highest in Aral (97%), the lowest in Oral (77 %).", "other"),
        (
            "Mortality of the deported made 12 percent in 1933, but among the locals it did not exceed 4 percent.",
            "other",
        ),
        ("GDP growth slowed to 1,2 percent.", "other"),
        ("Growth of the share of Kazakhs to 40 percent is seen.", "share"),
        ("Credits were issued for 20 years at 2 percent.", "other"),
        ("Discount up to 50 percent was given.", "other"),
        ("The number of Jews decreased more than by half - by 55%.", "decrease"),
        ("The cost of building went down 15 percent.", "decrease"),
        ("By 10 percent the harvest exceeded that of 1912.", "increase"),
        ("The area under wheat grew 12 %, under rice 5 %.", "increase"),
        ("Anaemia was found in 80 percent of women, and mortality made 8,2 %.", "other"),
        ("In May 372 herders fell ill and 354 died, i.e. 95 percent.", "share"),
        ("The decrease of the rural population came to 30.4%.", "decrease"),
        ("The party received 82,7 % of votes at turnout 76,9 %.", "other"),
        ("412 thousand people took part in the voting, or 71.4 percent.", "other"),
        ("Turnout in Oral was 81.9%, in Taraz 80.2%; the lowest, 41 per cent.", "other"),
        ("At a turnout of 77 percent he got the highest result, 91 percent.", "share"),
        ("High turnout was in Oral - 88.3%, in Semey 81.9%, the lowest, 41%, in Almaty.", "other"),
        ("Such were 47 thousand people, so that growth constituted 32 %.", "increase"),
        ("Tatars earned 35 percent less than Poles did.", "other"),
        ("A weaver received on 25 per cent more than the local.", "other"),
        ("Women of the district were 7 percent fewer than the men.", "other"),
        ("In 1975 there worked 11 thousand Tatars, 45 percent more than in 1970.", "increase"),
        ("The census found 682 Poles, 26 percent fewer than that of 1999.", "decrease"),
    ],
)
def test_a_change_or_a_rate_is_told_by_its_words(text: str, kind: str) -> None:
    """What grew, fell or was measured, another place of the same sentence included."""
    *_, last = load()(text).spans["percentages"]
    assert last._.percentage.kind == kind
