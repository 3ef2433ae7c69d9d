"""Dates as translations leave them: ordinals torn apart, styles with "of", years told from the publication."""

import pytest

from pipeline import extract, load
from pipeline.components.dates import mark_dates
from pipeline.nlp import CleaningTokenizer


def told(text: str, published: str | None = None) -> list[str]:
    """The dates of a text with their parts, as its rules alone see them."""
    tokenizer = load().tokenizer
    assert isinstance(tokenizer, CleaningTokenizer)
    doc = tokenizer.inner(text)
    doc._.published = published
    values = (span._.date for span in mark_dates(doc).spans["dates"])
    return [f"{value.edtf} {value.part}" if value.part else str(value.edtf) for value in values]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The layer of the 12th – 9th cc BC was dug.", ["-11XX/-08XX"]),
        ("Pots of the XVIII-XIX cc were found.", ["17XX/18XX"]),
        ("The house was built in beg. XX c. by a merchant.", ["19XX beginning"]),
        ("He was born on 15 (27) of August of 1845.", ["1845-08-27"]),
        ("On 27 June (9 July) of 1709 they met.", ["1709-07-09"]),
        ("In the I-st half of the XIX c. it stood.", ["18XX first_half"]),
        ("It lasted from 1741 for 1758.", ["1741/1758"]),
        ("For the period with 1931 on 1944 he taught.", ["1931/1944"]),
        ("The third, the middle of the 1st millennium BC, was burnt.", ["-0XXX middle"]),
        ("The town began not yesterday.", []),
        ("Already in 2007 copies of the letters were sent.", ["2007"]),
        ("In 1932, 1933 of them wrote two papers.", ["1932", "1933"]),
        ("At the end of fifties it closed.", ["195X end"]),
        ("From the beginning of thirtieth years he taught.", ["193X beginning"]),
        ("Tens of thousands left, of tens of auls nothing stayed.", []),
        ("It fell at the boundary of the III and II millennia BC.", ["-2XXX/-1XXX turn"]),
        (
            "At the end of the second and at the beginning of the first millennium BC it fell.",
            ["-1XXX end", "-0XXX beginning"],
        ),
        ("In May-June the rivers flood.", ["XXXX-05/XXXX-06"]),
        ("It opened in the autumn of 1950 to 366 pupils.", ["1950-23"]),
        ("It lasted from the winter of 1941 to 1942 there.", ["1941-24"]),
        (
            "In March-April and August-September, 1918 they met.",
            ["1918-03/1918-04", "1918-08/1918-09"],
        ),
        ("In January, February and March 1933 they starved.", ["1933-01", "1933-02/1933-03"]),
    ],
)
def test_ways_of_writing_of_translations(text: str, expected: list[str]) -> None:
    """What the originals write short or with endings of their own."""
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The 1500-year-old town was shown.", []),
        ("They marked the 2000-anniversary of the town.", []),
        ("He led the battery of 1077 regiment.", []),
        ("She worked in the 1646 field hospital.", []),
        ("The book was printed in 1500 copies.", []),
        ("In 2007 copies were brought here.", ["2007"]),
        ("In 1942 division went to the front.", ["1942"]),
        ("In 1914 - 25, in 1920 - 300 schools worked.", ["1914", "1920"]),
        ("In 1926 - 40, in 1939 – 86 percent could read.", ["1926", "1939"]),
        ("In 1941 - 45 he fought, in 1946 - 50 he studied.", ["1941/1945", "1946/1950"]),
        ("From here 3500 left, 1200 of them did not return.", []),
        ("In 1937 of them nobody was left.", ["1937"]),
        ("Here ruled Karluks (756-940) and others.", ["0756/0940"]),
        ("Among them were Germans (250-300).", []),
    ],
)
def test_numbers_that_look_like_years(text: str, expected: list[str]) -> None:
    """Anniversaries, units of troops, counts of a list or of those told before; reigns in brackets are years."""
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('They endured "Years of the Great Disaster".', []),
        ('In the years of "Aktaban shubyryndy" he was young.', ["1723/1727"]),
        ('They read the newspaper "Perestroika".', []),
        ("Knives of the Late Bronze were found.", ["-1199/-0800"]),
        ("During the rule of Nicholas I they were exempt.", ["1825/1855"]),
        ("Middle age of the weavers is 54 years.", []),
        ("Among the weavers the middle age was 54.", []),
        ("It stood there in the Middle Ages and was burnt.", ["0476/1500"]),
    ],
)
def test_names_of_periods(text: str, expected: list[str]) -> None:
    """A name in quotes is a time where a word for time leads it; epochs lose their last word."""
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("Last year, on June 21, a school opened.", "2014-09-12", ["2013", "2013-06-21"]),
        ("Last year, on June 21, a school opened.", None, ["None", "None"]),
        ("The book appeared two years ago, in November.", "2014-09-12", ["2012", "2012-11"]),
        ("On May 9, 70 years ago, the war ended.", "2015-04-01", ["1945-05-09", "1945"]),
        ("Today on May 9 people celebrate.", "2014-09-12", ["2014-09-12", "XXXX-05-09"]),
        ("The day after tomorrow it opens.", "2014-09-12", ["2014-09-14"]),
        ("It was so some 800,000 years ago.", "2014", ["None"]),
        ("They lived 140 – 40 thousand years ago.", "2014", ["None"]),
        ("They lived 9 – 5 thousand years ago.", "2014", ["-6986/-2986"]),
    ],
)
def test_dates_beside_those_told_from_the_publication(
    text: str, published: str | None, expected: list[str]
) -> None:
    """A day or month has the year that stands beside it."""
    assert told(text, published) == expected


def test_a_year_of_the_publication_is_the_last_one_told() -> None:
    """What happened after "this year" was not in the year told before."""
    record = extract(
        "Notes\n\nIt was marked in 2010. This year, on June 21, a tomb was restored. On July 5 guests came.",
        published="2014-09-12",
    )
    assert [date.edtf for date in record.dates] == ["2010", "2014", "2014-06-21", "2014-07-05"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Yesterday, on October 16, a meeting was held here.", ["2014-10-16"]),
        ("Today, on October 17, the country remembers the dead.", ["2014-10-17", "XXXX-10-17"]),
        ("Yesterday it rained. On March 5 he was born.", ["2014-10-16", "XXXX-03-05"]),
    ],
)
def test_a_day_beside_yesterday_is_the_same_one(text: str, expected: list[str]) -> None:
    """What was done then; a day that is kept every year has no year."""
    record = extract(f"Notes\n\n{text}", published="2014-10-17")
    assert [date.edtf for date in record.dates] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On 5 th of May 1920 they met.", "5 th of May 1920"),
        ("In the 19 th century they came.", "the 19 th century"),
        ("In the 3 -rd century BC they came.", "the 3 -rd century BC"),
    ],
)
def test_an_ordinal_torn_apart_is_whole(text: str, expected: str) -> None:
    """Raised letters that a page has lost stand behind a space."""
    (found,) = extract(f"Notes\n\n{text}").dates
    assert found.mentions[0].text == expected


def test_the_number_of_guards_torn_apart_counts_nobody() -> None:
    """ "73 rd Guards" is a division."""
    assert not extract("Notes\n\nHe served in the 73 rd Guards. He was wounded.").populations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ore was estimated at 2 mln t.; little was dug.", []),
        ("In 1930 it gave 120 thous. t. of coal.", []),
        ("It had 120 thous. Tatars lived there too.", ["120 thous. Tatars"]),
        ("They are few, tells Maria Dering, 82.", []),
        (
            "Of 30 neighbours 12 returned, remembers Akan Serikov, 79, a pensioner.",
            ["30 neighbours", "12"],
        ),
        ("He killed 28 Nazis.", ["28 Nazis"]),
        ("There were 8,5 thousand detained.", ["8,5 thousand detained"]),
    ],
)
def test_numbers_beside_a_count_of_people(text: str, expected: list[str]) -> None:
    """Tons with a stop and the age of who tells are no people."""
    record = extract(f"Notes\n\nWith him 34 persons came. {text}")
    assert [count.mentions[0].text for count in record.populations][1:] == expected
