"""Dates in sentences: the ways of writing that articles of the portal use, and what looks like a date."""

import pytest
from edtf_validate.valid_edtf import is_valid
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import load
from pipeline.components.dates import mark_dates
from pipeline.nlp import CleaningTokenizer
from pipeline.normalising.dates import DateValue
from pipeline.normalising.edtf import bounds


def dates(text: str, published: str | None = None) -> list[DateValue]:
    """The values of the dates of a text, told on a day of publication."""
    tokenizer = load().tokenizer
    assert isinstance(tokenizer, CleaningTokenizer)
    doc = tokenizer.inner(text)
    doc._.published = published
    return [span._.date for span in mark_dates(doc).spans["dates"]]


def shown(value: DateValue) -> str:
    return f"{value.edtf} {value.part}" if value.part else str(value.edtf)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He died on 5.03.53.", "1953-03-05"),
        ("In the terrible '37 he was taken.", "1937"),
        ("It stood from '37.", "1937"),
        ("The scientist (June 1934 – October 8, 2012) was born here.", "1934-06/2012-10-08"),
        ("It flew on 12.04.1961 from here.", "1961-04-12"),
        ("On 3rd Jan Father Vasily came.", "XXXX-01-03"),
        ("The first Millennium BC saw it.", "-0XXX"),
        ("By November 90 families came.", "XXXX-11"),
        ("By November 20 families came.", "XXXX-11-20"),
        ("In May 12 pupils came.", "XXXX-05"),
        ("In 1941–45 they fought.", "1941/1945"),
        ("In winter 1941/42 they came.", "1941-24"),
        ("It fell in winter of 742, when the khan died.", "0742-24"),
        ("In the autumn of 765 they came to the Chu.", "0765-23"),
        ("The spring of 682 Turgesh horsemen met there.", "0682-21"),
        ("The analysis gave dates 710-790 for the wood.", "0710/0790"),
        ("The layer is dated to 560–640 by coins.", "0560/0640"),
        ("In the 1950s and 1960s it grew.", "195X/196X"),
        ("In May 1917 – 1950 people came.", "1917-05"),
        ("In the school year 1931–32 1,870 pupils came.", "1931/1932"),
        ("From 12 May 1950 until 1988 it was closed.", "1950-05-12/1988"),
        ("From May 1950 until 1988 it was closed.", "1950-05/1988"),
        ("The fair is held every October.", "XXXX-10"),
        ("It rose between the years of 1926 and 1930.", "1926/1930"),
        ("By the census of 1926 Koreans counted 96,5 thousand.", "1926"),
        ("In the 1920s–1930s it grew.", "192X/193X"),
        ("It is seen in the XV–XVIII cc. here.", "14XX/17XX"),
        ("In the 6th–4th c. BC it grew.", "-05XX/-03XX"),
        ("The first half of the 2nd millennium B.C. saw it.", "-1XXX first_half"),
        ("In the 30-40th years of XX century it grew.", "193X/194X"),
        ("It happened in 1465-1466 there.", "1465/1466"),
        ("In summer 1723 they fled.", "1723-22"),
        ("On the night of 17 to 18 December 1986 it fell.", "1986-12-17/1986-12-18"),
        ("On the night of December 17 to 18, 1986 it fell.", "1986-12-17/1986-12-18"),
        ("On the night of 17/18 December 1986 it fell.", "1986-12-17/1986-12-18"),
        ("On the night of 17 December 1986 it fell.", "1986-12-17"),
        ("On 12 (25) October 1917 it began.", "1917-10-25"),
        ("On 12/25 October 1917 it began.", "1917-10-25"),
        ("On 25 October (7 November) 1917 it began.", "1917-11-07"),
        ("In 1937 г. they came.", "1937"),
        ("In 1937 y. they came.", "1937"),
        ("In 1941-1945 yy. they came.", "1941/1945"),
        ("In 1941-1945 гг. they came.", "1941/1945"),
        ("On 1 of December 1991 it was voted.", "1991-12-01"),
        ("It was the year of 1991 then.", "1991"),
        ("It fell in the third century BC.", "-02XX"),
        ("Societies rose from 670 in 1990.", "1990"),
        ("In the 1920-ies it grew.", "192X"),
        ("At the end of XIX – beginning of XX century it grew.", "18XX/19XX turn"),
        ("From the end of XVII to the beginning of XX century it grew.", "16XX/19XX"),
        ("At the turn of 19th – early 20th centuries it grew.", "18XX/19XX turn"),
        ("At the end of the 3rd – beginning of the 2nd century BC it fell.", "-02XX/-01XX turn"),
        ("The first quarter of the eighteenth century saw it.", "17XX first_quarter"),
        ("In the mid-1950s it grew.", "195X mid"),
        ("In the autumn-winter of 1932 they died.", "1932-23/1932-24"),
        ("In the winter-spring of 1932 they died.", "1931-24/1932-21"),
        ("In July-August 1930 it rose.", "1930-07/1930-08"),
        ("It lasted from March to May 1917 here.", "1917-03/1917-05"),
        ("It met on January 5-8, 1918 there.", "1918-01-05/1918-01-08"),
        ("It ended by 1 January 1990 at last.", "1990-01-01"),
        ("He came on 15.XI.1920 here.", "1920-11-15"),
        ("In the II century BC – III century AD they lived.", "-01XX/02XX"),
        ("From the 1st century BC to the 5th century AD it stood.", "-0099/04XX"),
        ("It was built in 1986-87s then.", "1986/1987"),
        ("In 1917–1920s it grew.", "1917/192X"),
        ("The first decade of the XXI century saw it.", "200X"),
        ("In XX century's 90s it fell.", "199X"),
        ("It was after third of June 1907 that it fell.", "1907-06-03"),
        ("For 1979-1989 number of Armenians rose.", "1979/1989"),
        ("The famine of 1931–1933 killed about 1.5 million Kazakhs.", "1931/1933"),
        ("The cholera of 1892 killed 7,344 people.", "1892"),
        ("It had in 2004 - 15 thousand families.", "2004"),
        ("It had in 1936 – 37 958 prisoners.", "1936"),
        ("They played there until mid-1943.", "1943 mid"),
        ("Over 1960–1985 it gave concerts.", "1960/1985"),
        ("Its number grew from 1926 to 1939 there.", "1926/1939"),
        ("It ran from 25 February to 6 March of 2009 year.", "2009-02-25/2009-03-06"),
        ("By the autumn of '41 the plant stood here.", "1941-23"),
        ("In '37 he was taken.", "1937"),
        ("Mounds of the 2nd-3rd millennium B.C. were dug.", "-2XXX/-1XXX"),
        ("In I quarter of 1932 the plan failed.", "1932 first_quarter"),
        ("In 552-745 the kaganate stood.", "0552/0745"),
        ("On the night of 6 on 7 November 1917 it began.", "1917-11-06/1917-11-07"),
        ("On January, 1, 1914 they were counted.", "1914-01-01"),
        ("Late in 1937 it was closed.", "1937 late"),
        ("In the early nineties there was no work.", "199X early"),
        ("In 1219-1221 Mongols came.", "1219/1221"),
        ("In 1916th year it rose.", "1916"),
        ("Without work at begin of 2013 were many.", "2013 beginning"),
        ("Then to beginning of 1940 – 83% entered.", "1940 beginning"),
        ("At the Winter Games of 2011 volunteers were many.", "2011"),
        ("By New Year's Day 1942 nobody knew.", "1942-01-01"),
        ("It met from March, 5 to March, 13 1918 there.", "1918-03-05/1918-03-13"),
        ("The council met on March, 12, and parted.", "XXXX-03-12"),
        ("Knives from the 25th to 18th centuries BC lay there.", "-24XX/-17XX"),
        ("In the 20-30-ies of the last century it was closed.", "192X/193X"),
        ("In the 5th-3rd c.c. BC the Saka lived.", "-04XX/-02XX"),
        ("In 1930s of the last century it was closed.", "193X"),
        ("Letters of the 19th and 20th centuries lie there.", "18XX/19XX"),
        ("They fought throughout September.", "XXXX-09"),
        ("The treaty of 1881 (February 12) gave it back.", "1881-02-12"),
        ("He was born in 870 A.H. (1465) in Herat.", "1465"),
        ("In the year 870 of the Hijra (1465-1466) they came.", "1465/1466"),
        ("In the 'thirties it grew.", "193X"),
        ("In 30 of the last century it grew.", "193X"),
        ("The years 1920-1930 of the last century were hard.", "1920/1930"),
        ("The year 1920 of the last century was hard.", "1920"),
        ("He lived about 1445 – about 1521 there.", "1445~/1521~"),
        ("He lived 1445 – c. 1521 there.", "1445/1521~"),
        ("On October 25 (November 7, New Style), 1917 it began.", "1917-11-07"),
        ("On April 12, Old Style, 1917 they met.", "1917-04-12"),
        ("He died on December 22, 1910 (January 4, 1911) there.", "1911-01-04"),
        ("From spring to the autumn of 1931 they left.", "1931-21/1931-23"),
        ("At the turn of 1929 and 1930 they left.", "1929/1930 turn"),
        ("On 28. 07. 1951 it opened.", "1951-07-28"),
        ("On 1951.07.28 it opened.", "1951-07-28"),
        ("On 28 July '51 it opened.", "1951-07-28"),
        ("In the last decade of May 1920 it fell.", "1920-05"),
        ("In 1917г. they came.", "1917"),
        ("From late 1941 to 1945 they fought.", "1941/1945"),
        ("In 1917 – early 1918 they fought.", "1917/1918"),
        ("From May 1917 to 1918 they fought.", "1917-05/1918"),
        ("Between May 1 and June 5, 1932 it met.", "1932-05-01/1932-06-05"),
        ("On 6-7.11.1917 it met.", "1917-11-06/1917-11-07"),
        ("In the last two decades of the 19th century it grew.", "18XX"),
        ("In the first decades of the XX century it grew.", "19XX beginning"),
        ("By the mid-80s it fell.", "198X mid"),
        ("In the thirties-forties it grew.", "193X/194X"),
        ("In the summer months of 1931 it grew.", "1931-22"),
        ("In the 18 century it grew.", "17XX"),
        ("From June 22, 1941 up to May 9, 1945 they fought.", "1941-06-22/1945-05-09"),
        ("From 30 December to 5 January 1942 they fought.", "1941-12-30/1942-01-05"),
        ("In November – March 1942 they fought.", "1941-11/1942-03"),
        ("In the 70s – early 80s of the XIX century it grew.", "187X/188X"),
        ("In the fifties-sixties of the last century it grew.", "195X/196X"),
        ("It opened not later than 1917 here.", "1917"),
        ("It was built approximately in 1450.", "1450~"),
        ("During the First Five-Year Plan they built it.", "1928/1932"),
        ("By the end of the second five-year plan it stood.", "1933/1937"),
        ("In Semipalatinsk of 1926 Kazakhs were few.", "1926"),
        ("In the Turgai region of 1897 peasants were few.", "1897"),
        ("In the mid-forties of the 20th century they left.", "194X mid"),
        ("They ruled in 604-745 AD here.", "0604/0745"),
        ("It was so in V-III BC here.", "-04XX/-02XX"),
        ("She died on May 3/15, 1878 here.", "1878-05-15"),
        ("It began on October 4 (17), 1905 here.", "1905-10-17"),
        ("In the middle 1930s they left.", "193X middle"),
        ("It is the bronze of the XIV-IX centuries. BCE in the east.", "-13XX/-08XX"),
        ("It stood at the edge of the first or second quarter of the IV millennium BC.", "-3XXX"),
        ("Of the IX — beg. VI c. B.C. are the lower layers.", "-08XX/-05XX"),
        ("He wrote it in 310 AH/922-923 there.", "0922/0923"),
        ("He wrote it in 284/897 there.", "0897"),
        ("In 284/897-898 he wrote it.", "0897/0898"),
        ("The shah took it in 912/1506-1507.", "1506/1507"),
        ("In 739y. the kagan fell.", "0739"),
        ("In the 650s AD it fell.", "065X"),
        ("In III-II millennium BC. e. they came.", "-2XXX/-1XXX"),
        ("It is gold of VI-V c.B.C. there.", "-05XX/-04XX"),
        ("It is a coin of the VII c.AD there.", "06XX"),
        ("In 107 year AD they came.", "0107"),
        ("From 5 (18) to 13 (26) December it sat.", "XXXX-12-18/XXXX-12-26"),
        ("On 7 (20) May they met.", "XXXX-05-20"),
        ("The bone is of 791-542 cal. BC or so.", "-0790/-0541"),
        ("It was a game of the 21st century. BC Aktau won it.", "20XX"),
        ("In 1940-1950ss years it grew.", "194X/195X"),
        ("Since VII.1949 he led it.", "1949-07"),
        ("On 5-8.IX.1924 it met.", "1924-09-05/1924-09-08"),
        ("In 1758th the line was laid.", "1758"),
        ("From 1951 on 1958 he was the dean.", "1951/1958"),
        ("He led it: XII.1919 - IV.1921.", "1919-12/1921-04"),
        ("He led it: VIII.1939-VI.1941.", "1939-08/1941-06"),
        ("He led it in 12.1924-09.1925.", "1924-12/1925-09"),
    ],
)
def test_the_portal_s_ways_of_writing_a_date(text: str, expected: str) -> None:
    """One date in each sentence, its value and its part."""
    assert [shown(value) for value in dates(text)] == [expected]


def test_dates_of_the_same_millennium_word() -> None:
    """The first of two has its word behind the second."""
    text = "The end of the 3rd and the beginning of the 2nd millennium BC saw it."
    assert [shown(value) for value in dates(text)] == ["-2XXX end", "-1XXX beginning"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They lived there in the ХVIII century.", "17XX"),
        ("They lived there in the IV millennium В. С. or later.", "-3XXX"),
        ("They lived there in the fourth century ВС or later.", "-03XX"),
        ("They lived there in 214 ВС or later.", "-0213"),
        ("They lived there in the XIV —XI с. В. С. or later.", "-13XX/-10XX"),
        ("They lived there in the VIII-VVV. BC or later.", "-07XX/-04XX"),
        ("They lived there in the XVI-XIIVV. BC or later.", "-15XX/-11XX"),
        ("They lived there in the XVIIIc. or later.", "17XX"),
    ],
)
def test_odd_letters_of_a_century_or_era_are_read(text: str, expected: str) -> None:
    """The cleaning turns look-alikes and parts what is glued; the whole pipeline reads the date."""
    doc = load()(text)
    assert [span._.date.edtf for span in doc.spans["dates"]] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In the sixties it grew.", ["196X"]),
        ("On Dec. 16, 1991, on 30 Aug. 1995 they met.", ["1991-12-16", "1995-08-30"]),
        ("On May 9, 2005, on 30 August they met.", ["2005-05-09", "XXXX-08-30"]),
        ("Malai batyr (?-1754) and Eset (approx. 1667–1749) lie here.", ["1754", "1667~/1749"]),
        ("The 1000th tractor and the 1500th house are his.", []),
        ("The act No. 1845 and the decree No 1932 say so.", []),
        ("In 1931year and 1917-1920years it grew.", ["1931", "1917/1920"]),
        (
            "At the end of the XVIIIth, or the beginning of the XIXth century, it rose.",
            ["17XX end", "18XX beginning"],
        ),
        ("In May and June 2012 they stopped.", ["2012-05/2012-06"]),
        ("In June and September 1936 trains came.", ["1936-06", "1936-09"]),
        ("The cinema «XX Century» and the society “Renaissance” closed.", []),
        ("The Employment Roadmap 2020 and the Strategy 2050 closed.", []),
        ("They closed by the Programme of 1995.", ["1995"]),
        ("The Kazakhstan 2050 Strategy says so.", []),
        ("The school has a number, 1742, and a yard.", []),
        ("In the seventieth years it grew.", ["197X"]),
        ("It was paid in 90-ties.", ["199X"]),
        ("It peaked at the turn of the 1950s and 1960s.", ["195X/196X turn"]),
        ("In April 893 he besieged the town.", ["0893-04"]),
        ("It fell between censuses 1926 and 1939.", ["1926/1939"]),
        ("It fell between the censuses of 1989 and 1999.", ["1989", "1999"]),
        ("Where did they live in 2009 ? In Oral.", ["2009"]),
        ("How many died in 1931?\nMany.", ["1931"]),
        ("He was born in 1840? or later.", ["1840?"]),
        ("He was born in nearby 1693.", ["1693~"]),
        ("It began in 1867; in the seventies it grew.", ["1867", "187X"]),
        ("It opened in 2011. The custom came in the late 70s.", ["2011", "197X late"]),
        ("It opened in 2015; in the 10s it grew.", ["2015", "201X"]),
        ("It met in May 1918, and in October of the same year.", ["1918-05", "1918-10"]),
        ("It met on May 20 and 21, 1994.", ["1994-05-20", "1994-05-21"]),
        ("It stood until the October Revolution.", []),
        ("It opened in 1928; in the autumn of that year it burned.", ["1928", "1928-23"]),
        ("In the autumn of that year it burned.", []),
        (
            "They met on the 1st, 2nd and 3rd of May 1930.",
            ["1930-05-01", "1930-05-02", "1930-05-03"],
        ),
        ("It met in 1916. In October of that very year it closed.", ["1916", "1916-10"]),
        ("In the 17th, 18th and 19th centuries it grew.", ["16XX", "17XX", "18XX"]),
        ("In the seventies and eighties of the XIX century it grew.", ["187X", "188X"]),
        ("On 16, 17 and 18 May 1986 they met.", ["1986-05-16", "1986-05-17", "1986-05-18"]),
        ("In 1942, 1944 and 1949 echelons came.", ["1942", "1944", "1949"]),
        ("On the 16th and 17th of May 1986 they met.", ["1986-05-16", "1986-05-17"]),
        ("It broke on 12 February and 17 March, 1989.", ["1989-02-12", "1989-03-17"]),
        ("It met between 10 July and 15 August 1941.", ["1941-07-10/1941-08-15"]),
        ("It had 6 streets in 1860, and more by the end of the century.", ["1860", "18XX end"]),
        (
            "In the XVII century they came. It began in the end of the 80s. In 1988 it grew.",
            ["16XX", "198X end", "1988"],
        ),
        ("By the end of the century it grew.", []),
        ("It changed in 1899, at the turn of the century.", ["1899"]),
        ("Since 1997, 31 May has been a day of memory.", ["1997", "XXXX-05-31"]),
        (
            "At the end of February - beginning of March 1953 he fell ill.",
            ["1953-02 end", "1953-03 beginning"],
        ),
        ("In late September-early October 1941 they left.", ["1941-09 late", "1941-10 early"]),
        ("In late 1941 – early 1942 they left.", ["1941 late", "1942 early"]),
        ("In the late 1920s - early 1930s they left.", ["192X late", "193X early"]),
        ("It stood in the 13th century; in the 60s of that century it fell.", ["12XX", "126X"]),
        ("It stood in 1245 and fell by the end of that century.", ["1245", "12XX end"]),
        ("In the 13th century it stood. In the 60s it was dug.", ["12XX", "196X"]),
        ("In 1867 it began. In the 30s of the last century it was closed.", ["1867", "193X"]),
        ("It opened in 1928; in summer the same year it burned.", ["1928", "1928-22"]),
        ("It was cut from 700 in 1920 to 95 in 1930.", ["1920", "1930"]),
        ("It met on May 1st and 2nd, 1932.", ["1932-05-01", "1932-05-02"]),
        ("It met on May 1, 3 and 5, 1932.", ["1932-05-01", "1932-05-03", "1932-05-05"]),
        ("It met on April 5 and 31, 1932.", ["1932-04-05", "1932"]),
        ("It met on May 1 and 2, 1932?", ["1932-05-01", "1932-05-02"]),
        ("He was there since 1741 up to April 1743.", ["1741", "1743-04"]),
        ("It met on 22 and 23 March.", ["XXXX-03-22", "XXXX-03-23"]),
        ("In the late 70s – early 80s of the XIX century it grew.", ["187X late", "188X early"]),
        ("It met on May 1 and June 5, 1932.", ["1932-05-01", "1932-06-05"]),
        ("In the thirties and forties it grew.", ["193X", "194X"]),
        ("In the IX-X and XI-XII centuries it grew.", ["08XX/09XX", "10XX/11XX"]),
        ("In 1897 it was large. In the 30s it was closed.", ["1897", "193X"]),
        ("In 1867 it was large. In the 70s it was closed.", ["1867", "187X"]),
        ("In the XI-XII and XIV centuries it grew.", ["10XX/11XX", "13XX"]),
        (
            "At the turn of XIX–XX centuries it grew. By the 30-ies it fell.",
            ["18XX/19XX turn", "193X"],
        ),
    ],
)
def test_the_dates_before_it_say_what_a_short_date_leaves_out(
    text: str, expected: list[str]
) -> None:
    """A bare decade takes the century told last, a date "of the same year" the year."""
    assert [shown(value) for value in dates(text)] == expected


@pytest.mark.parametrize(
    ("text", "published", "edtf"),
    [
        ("It burned 20 years ago.", "2014-05-01", "1994"),
        ("It burned twenty years ago.", "2014-05-01", "1994"),
        ("It burned one hundred years ago.", "2014-05-01", "1914"),
        ("It burned a hundred and fifty years ago.", "2014-05-01", "1864"),
        ("It burned last year.", "2014", "2013"),
        ("It burned 2014 years ago.", "2014-05-01", "0000"),
        ("It burned 3000 years ago.", "2014-05-01", "-0986"),
        ("It burned 90 000 years ago.", "2014-05-01", None),
        ("It burned 20 decades ago.", "2014-05-01", "181X"),
        ("It burned 300 decades ago.", "2014-05-01", None),
        ("It burned 20 years ago.", None, None),
        ("It burned 5 thousand years ago.", "2014-05-01", "-2986"),
        ("It burned twenty five years ago.", "2015-01-12", "1990"),
        ("It burned 20-25 years ago.", "2015-01-12", "1990/1995"),
        ("It burned 3 – 4 thousand years ago.", "2015-01-12", "-1985/-0985"),
        ("It burned ten to fifteen years ago.", "2015-01-12", "2000/2005"),
        ("It burned 20-25 years ago.", None, None),
        ("It burned 1.2 million years ago.", "2015-01-12", None),
        ("It burned this month.", "2021-03-08", "2021-03"),
        ("It burned in the past year.", "2014-05-01", "2013"),
        ("It burned three months ago.", "2014-02-01", "2013-11"),
        ("It burned the day before yesterday.", "2014-05-01", "2014-04-29"),
        ("It burned this autumn.", "2021-12-17", "2021-23"),
        ("It burned this winter.", "2014-02-01", "2013-24"),
        ("It burned last summer.", "2014-04-01", "2013-22"),
        ("It burned last summer.", "2014-10-01", "2014-22"),
        ("It burned last winter.", "2014-04-01", "2013-24"),
        ("It burned last winter.", "2014-02-01", "2012-24"),
        ("It burned last autumn.", "2014", None),
        ("It will burn next summer.", "2015-10-19", "2016-22"),
        ("This August it burned.", "2011-12-14", "2011-08"),
        ("Last May it burned.", "2011-03-14", "2010-05"),
        ("Next May it will burn.", "2011-03-14", "2011-05"),
        ("It will burn next summer.", "2015-02-01", "2015-22"),
        ("It will burn next winter.", "2015-02-01", "2015-24"),
        ("Last week it burned.", "2016-05-06", "2016-04-25/2016-05-01"),
        ("Last week it burned.", "2016", None),
        ("Last week it burned.", None, None),
        ("This week it burned.", "2016-05-06", "2016-05-02/2016-05-08"),
        ("It will burn next week.", "2016-05-06", "2016-05-09/2016-05-15"),
        ("It burned two weeks ago.", "2016-05-06", "2016-04-18/2016-04-24"),
        ("On Friday it burned.", "2016-05-06", "2016-05-06"),
        ("It burned on Monday.", "2016-05-06", "2016-05-02"),
        ("It burned last Friday.", "2016-05-06", "2016-04-29"),
        ("It will burn next Friday.", "2016-05-06", "2016-05-13"),
        ("It will burn next Saturday.", "2016-05-06", "2016-05-07"),
        ("In December last year it burned.", None, None),
        ("On May 9 of this year it burned.", None, None),
        ("In the spring of last year it burned.", None, None),
    ],
)
def test_a_relative_date_needs_the_day_of_publication(
    text: str, published: str | None, edtf: str | None
) -> None:
    """Without one the date is there and its value open."""
    (value,) = dates(text, published)
    assert (value.kind, value.edtf) == ("relative", edtf)


@pytest.mark.parametrize(
    ("text", "edtf", "kind"),
    [
        ("It rose in January-November this year.", "2016-01/2016-11", "interval"),
        ("It rose in March of this year.", "2016-03", "month"),
        ("It rose on May 9 last year.", "2015-05-09", "day"),
        ("It rose up to June last year.", "2015-06", "month"),
        ("It rose in the spring of last year.", "2015-21", "season"),
    ],
)
def test_a_day_or_month_of_this_year_is_the_publications(text: str, edtf: str, kind: str) -> None:
    """One date, of the year that the day of publication gives."""
    (value,) = dates(text, "2016-12-09")
    assert (value.edtf, value.kind) == (edtf, kind)


@pytest.mark.parametrize(
    "text",
    [
        "In 90 cases it failed.",
        "A 2,900 year-old site was found.",
        "The line is 1442 km long.",
        "Their number jumped from 240 to 273, they say.",
        "The shares stood at 1112 p in London.",
        "The village held from 300 to 400 people.",
        "They were 2079 in all.",
        "From 390 to 400 thousand men were called.",
        "The 1500th anniversary of the town was marked.",
        "They march 3 miles a day.",
        "It may 12 times repeat.",
        "Phone 12.34.56 is closed.",
        "They counted 1500-1700 families there.",
        "More than 1800 people came.",
        "Papers of the fund 1626 of the archive are read.",
        "In total 1100 amendments have been introduced.",
        "They were respectively 2079 and 1400.",
        "The number of the certificate is 1128.",
        "For 25 years of independence they have returned.",
        "For the first six years of exile they starved.",
        "Between 763 and 1137 received burns.",
        "The firm issued plates in 300 000 copies.",
        "From 1400 households six remained.",
        "Kazakhs - 4512, Russians - 1204.",
        "There lived Hungarians (40), Romanians (1600).",
        "They built a road by extent of 1442 km. It was closed.",
        "It came from yesterday's diggers.",
        "They spoke at the time of the USSR's leader.",
        "The number of mills decreased from 500 to 63.",
        "Its flocks were sharply reduced from 300 to 210 then.",
        "The pupils fell from 450 to 230.",
        "The households grew from 500 to 480.",
        "Their number soared from 240 to 273, they wrote.",
        "The decline from 1450 to 1230 was great.",
        "The herds grew from 300 to 1600 there.",
        "The price rose from 300 to 1,200 rubles.",
        "From 500 delegates 450 voted.",
        "In 600 out of 900 schools they sang.",
        "There were 34 Uzbeks out of 1000.",
        "Of 1200 houses 600 burned down.",
        "The road has pegs numbered from 1 to 13.",
        "They came in 870 A.H. there.",
        "It burned on Friday.",
        "The first five-year plan was drawn up in haste.",
        "Men in their mid-30s came.",
        "In his late 40s he wrote.",
        "The kolkhoz was called 10 Years of October.",
        "They printed the History of Turkestan from the Most Ancient Times to Our Days.",
        "The barrack, built for 200, contained 1310.",
        "The boarding school accommodated 1150.",
        "From our volost didn't return 1283.",
        "See: CSA, f. 1137, inv. 2, p. 45.",
        "The aul left 1410, and the village, for the new sovkhozes and the pipe, accepted 1180.",
        "Many arrived, for the mines and the plants, 1180.",
        "It is 26,7 %, namely 1208; there 14,1 %, namely 638.",
        "Called up were 3900, killed of them were 1712, that is 43,9 %.",
        "Now Kostanay leads: 1688 against 1540.",
        "Women are many: per 1000 men 1187.",
        "For every thousand of men 1187 women are counted.",
        "In the city they are few — only 1190.",
        "Of them one home took in 412.",
        "Pupils are many now, there — by 280.",
        "From 347 called-up did not return 161.",
        "The 1000 anniversary of the epos was marked.",
        'The theatre "XX Century" had seats.',
        'The union of Germans "Renaissance" met.',
        "They entered the 1080th rifle regiment.",
        'The programme "Housing - 2020" went on.',
        "The fund «Memory – 1937» works.",
    ],
)
def test_what_counts_or_names_is_no_date(text: str) -> None:
    """Counts, measures, changes, verbs and identifiers."""
    assert dates(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The wall was built in 90.", ["0090"]),
        ("In 1937 it was closed, and in 38, too.", ["1937"]),
        ("The battle (548) was in the middle of the VI century.", ["0548", "05XX middle"]),
        ("The battle (548) was in the XIX century.", ["18XX"]),
        ("Of the Karluks (548) no more is told.", []),
    ],
)
def test_a_short_year_is_ancient_in_an_ancient_text_alone(text: str, expected: list[str]) -> None:
    """Beside modern years it may be one of theirs, which nothing tells."""
    assert [shown(value) for value in dates(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At the close of the Soviet era it was shut.", ("the close of the Soviet era", "end")),
        ("In the middle of the Bronze Age they came.", ("the middle of the Bronze Age", "middle")),
        ("On the eve of the Second World War it grew.", ("Second World War", None)),
        ("From the first days of the Civil War he fought.", ("Civil War", None)),
    ],
)
def test_a_period_has_a_part(text: str, expected: tuple[str, str | None]) -> None:
    """Its beginning, middle or end belongs to the date; its eve and its days don't."""
    (span,) = load()(text).spans["dates"]
    assert (
        span.text.removeprefix("the ") if expected[1] is None else span.text,
        span._.date.part,
    ) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 704-756 years the Turgesh ruled in Suyab.", ["0704/0756"]),
        ("In 766-940, the Karluks held Zhetysu.", ["0766/0940"]),
        ("In the 630s the kaganate was parted.", ["063X"]),
        ("In 250-300 yurts of 300-400 years old people lived.", []),
    ],
)
def test_years_of_three_digits_are_told_by_what_stands_around(
    text: str, expected: list[str]
) -> None:
    """Two years behind "in", a decade behind "the"; no counts, no ages."""
    assert [shown(value) for value in dates(text)] == expected


_WORDS = (
    "in from to between and – - / the of early late end beginning mid first half 1 5 12 25 31 90 190 1465 "
    "1917 1930 2010 30s 1930s XX II 1st 3rd 19th second third century centuries c. millennium BC AD B.C. "
    "March May july Oct. spring winter year years about probably ( ) , . 1941-45 1986-87s decade"
)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(_WORDS.split()), min_size=2, max_size=9))
def test_whatever_is_found_is_valid_edtf(words: list[str]) -> None:
    """No mixture of calendar words makes a value that the record would refuse, or an error."""
    for value in dates(" ".join(words)):
        if value.edtf is not None:
            assert is_valid(value.edtf)
            bounds(value.edtf)


@pytest.mark.parametrize(
    "text",
    [
        "In the last years of her reign she wrote.",
        "He sang until the last autumn of his life, and she in the last summer before the war.",
        "The first Millennium Summit was held.",
        "The cavalry of the 2nd Jan Hus Regiment halted.",
        "See https://example.org/2019/09/news.html there.",
        "It is on example.kz/en/2015/3/page now.",
    ],
)
def test_these_words_tell_no_date(text: str) -> None:
    """The end of a life; names, and the numbers of a page's address."""
    assert dates(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He ruled from 751 to 766.", ["0751/0766"]),
        ("It stood from 500 to 300 BC.", ["-0499/-0299"]),
        ("The herd fell from 1930 to 1933.", ["1930/1933"]),
        ("It ran from 1937 to 38.", ["1937"]),
        ("From 1937 Koreans lived here.", ["1937"]),
        ("A group of 1926 Kazakhs came.", []),
        ("In 1958 it had 9 members, in 1963 - 87.", ["1958", "1963"]),
        ("First twelve pupils came, in 1852 – 56, they say.", ["1852"]),
        ("It moved there, in 1928 – 29.", ["1928/1929"]),
        ("It had 9 members, in 1928-29 of them few.", ["1928/1929"]),
        ("It had 9 per thousand in 1970.", ["1970"]),
        ("They fell to 204,229 in 2009, or 1.3 per cent.", ["2009"]),
        ("It fell for 1941-1945, that is 20 per cent.", ["1941/1945"]),
        ("The Arabs took it in 712.", ["0712"]),
        ("They left in 1937, and they arrived, with all they had, in 1938.", ["1937", "1938"]),
    ],
)
def test_what_rises_or_falls_may_do_so_over_years(text: str, expected: list[str]) -> None:
    """Years stay dates beside the verbs of change; a group's number is none."""
    assert [shown(value) for value in dates(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On Friday they met in the square.", ["2016-05-06"]),
        ("On Friday up to a thousand people pray there.", []),
        ("In these days the town was shelled, and people fled.", []),
        ("These days people sing there.", ["2016-05-06"]),
        ("On Friday, 22 April 2016 they met.", ["2016-04-22"]),
        ("They met on Fridays.", []),
        ("They met on Friday of that week.", []),
        ("In 1937 they were sent away. On Friday the train left.", ["1937"]),
    ],
)
def test_days_told_of_the_past_are_those_of_the_story(text: str, expected: list[str]) -> None:
    """The last one up to the publication; what is done on any of them tells no date, and one beside a date is its."""
    doc = load().make_doc(text)
    doc._.published = "2016-05-06"
    assert [span._.date.edtf for span in load()(doc).spans["dates"]] == expected


@pytest.mark.parametrize(
    ("text", "published", "span", "expected"),
    [
        ("At the end of last year it burned.", "2016-05-06", "the end of last year", "2015 end"),
        ("Late last year it burned.", "2016-05-06", "Late last year", "2015 late"),
        (
            "In the middle of the last century it burned.",
            None,
            "the middle of the last century",
            "None middle",
        ),
        (
            "In the second quarter of this year it burned.",
            "2016-05-06",
            "the second quarter of this year",
            "2016",
        ),
        ("It burned this year.", "2016-05-06", "this year", "2016"),
    ],
)
def test_a_relative_date_has_its_modifiers(
    text: str, published: str | None, span: str, expected: str
) -> None:
    """Like any other date."""
    doc = load().make_doc(text)
    doc._.published = published
    (found,) = mark_dates(doc).spans["dates"]
    assert (found.text, shown(found._.date)) == (span, expected)
