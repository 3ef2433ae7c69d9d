"""What a cell of a table counts, whole: its people and their unit, where and when, and how it is known."""

import pytest

from pipeline.normalising.dates import find_dates
from pipeline.normalising.tables import Cell, find_cells
from pipeline.records import Place

NAMES = ("Almaty Region", "Kostanay", "Semey", "Kazakhstan")


def cells(text: str) -> list[Cell]:
    """The cells of a text whose dates and places were found."""
    dates = [(m.start, m.end, m.value.edtf) for m in find_dates(text) if m.value.edtf]
    places = [
        (start, start + len(name), Place(name=name))
        for name in NAMES
        if (start := text.find(name)) >= 0
    ]
    return find_cells(text, dates, places)


def told(text: str) -> list[str]:
    """What each cell says, null values left out."""
    found = []
    for cell in cells(text):
        people = cell.noun and (cell.noun.group or "people")
        unit = cell.noun and cell.noun.unit != "persons" and cell.noun.unit
        factor = cell.factor > 1 and f"x{cell.factor}"
        place = cell.place and cell.place.name
        sign = cell.kind == "percent" and "%"
        said = (text[cell.start : cell.end], factor, sign, people, unit, place, cell.time)
        found.append(" ".join(str(part) for part in said if part))
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # the unit of the column
            "Nationality | Families | Persons\nKazakhs | 1200 | 4,500\nGermans | 300 | 900",
            ["1200 Kazakhs families", "4,500 Kazakhs", "300 Germans families", "900 Germans"],
        ),
        (
            "Households\nKazakhs 120\nDungans 80",
            ["120 Kazakhs households", "80 Dungans households"],
        ),
        (  # the rows' own numbers and a column of names
            "No | Region | Town | Persons\n1 | Almaty Region | Talgar | 120\n2 | Kostanay | Lisakovsk | 80",
            ["120 people Almaty Region", "80 people Kostanay"],
        ),
        (  # a caption with a full stop
            "Table 2. Number of Koreans by regions.\nAlmaty Region | 120\nKostanay | 80",
            ["120 Koreans Almaty Region", "80 Koreans Kostanay Region"],
        ),
        (  # a change between the years of the other columns
            "People | 1999, persons | 2009, persons | Change, %\nKazakhs | 70 | 100 | +26.4\nPoles | 40 | 30 | –15.3",
            [
                "70 Kazakhs 1999",
                "100 Kazakhs 2009",
                "+26.4 % Kazakhs 1999/2009",
                "40 Poles 1999",
                "30 Poles 2009",
                "15.3 % Poles 1999/2009",
            ],
        ),
        (  # days
            "Date | Koreans, persons\n01.01.1949 | 820 165\nJanuary 1, 1953 | 988 373",
            ["820 165 Koreans 1949-01-01", "988 373 Koreans 1953-01-01"],
        ),
        (  # whom a head does not name are people
            "Thousand people\nYears; Born; Died; Increase\n1940; 245,5; 134,7; 110,8\n1950; 253,1; 78,7; 174,4",
            [
                "245,5 x1000 people 1940",
                "134,7 x1000 people 1940",
                "253,1 x1000 people 1950",
                "78,7 x1000 people 1950",
            ],
        ),
        (  # spans of years
            "Years | Families\n1885-1892 | 5,120\n1893-95 | 3,840",
            ["5,120 people families 1885/1892", "3,840 people families 1893/1895"],
        ),
        (  # empty cells
            "People | 1959 | 1970\nKazakhs |  | 8,100\nGermans | 6,109 | \nKurds | 10 | 20",
            ["8,100 Kazakhs 1970", "6,109 Germans 1959", "10 Kurds 1959", "20 Kurds 1970"],
        ),
        (  # the people of the caption, the unit of the column
            "Koreans in the regions\nWhere | Families | People\nAlmaty Region | 20 | 80\nSemey | 10 | 50",
            [
                "20 Koreans families Almaty Region",
                "80 Koreans Almaty Region",
                "10 Koreans families Semey",
                "50 Koreans Semey",
            ],
        ),
        (  # two peoples of a caption are not those of a column
            "Kazakhs and Russians (people)\nWhere | 1926 | 1939\nAlmaty Region | 20 | 80\nSemey | 10 | 50",
            [
                "20 people Almaty Region 1926",
                "80 people Almaty Region 1939",
                "10 people Semey 1926",
                "50 people Semey 1939",
            ],
        ),
        (  # the adjective of a state is no people
            "Population of the Kazakh SSR (in %)\nGroups | 1926 | 1939\nWorkers | 10.9 | 33.8\nTotal | 100 | 100",
            [
                "10.9 % workers 1926",
                "33.8 % workers 1939",
                "100 % people 1926",
                "100 % people 1939",
            ],
        ),
        (  # a row in a unit of its own
            "Product | 1940 | 1945\nCoal, thousand tons | 6,972 | 11,995\nWorkers, thousand people | 158 | 255",
            ["158 x1000 workers 1940", "255 x1000 workers 1945"],
        ),
        (  # a place above the columns of a table with a cell a line
            "Births in Kazakhstan\nYear\nGirls\nBoys\n1930\n174\n183\n1931\n75\n86",
            [
                "174 girls Kazakhstan 1930",
                "183 boys Kazakhstan 1930",
                "75 girls Kazakhstan 1931",
                "86 boys Kazakhstan 1931",
            ],
        ),
        (  # a people in the column, the sex in the row
            "Sex | Kazakhs | Russians\nmen | 120 | 80\nwomen | 130 | 90",
            ["120 Kazakhs", "80 Russians", "130 Kazakhs", "90 Russians"],
        ),
        (  # the people behind the unit
            "Place | Persons, Kazakhs | Persons, Russians\nAlmaty Region | 120 | 80\nKostanay | 13 | 9",
            [
                "120 Kazakhs Almaty Region",
                "80 Russians Almaty Region",
                "13 Kazakhs Kostanay",
                "9 Russians Kostanay",
            ],
        ),
        (  # a plus before a number; where and when in the caption
            "Peoples of Kazakhstan in 1926\nNationality | thous.\nKazakhs | +3,628.0\nRussians | 1,275.7",
            ["+3,628.0 x1000 Kazakhs Kazakhstan 1926", "1,275.7 x1000 Russians Kazakhstan 1926"],
        ),
        (  # the place of the lines right above, not of one before them
            "Semey\nPeoples\nKazakhstan, 1926\nKazakhs 120\nRussians 80",
            ["120 Kazakhs Kazakhstan 1926", "80 Russians Kazakhstan 1926"],
        ),
        (  # nor of a paragraph
            "Semey grew.\n\nPeoples of Kazakhstan\nKazakhs 120\nRussians 80\n\nKostanay grew.",
            ["120 Kazakhs Kazakhstan", "80 Russians Kazakhstan"],
        ),
        (  # the words around a place's name
            "Place | Kazakhs, %\nthe city of Semey | 45.1\nKostanay town (north) | 12.2",
            ["45.1 % Kazakhs Semey", "12.2 % Kazakhs Kostanay"],
        ),
        (  # a name among places
            "Region | Population\nAlmaty Region | 12,000\nTokrau | 70",
            ["12,000 people Almaty Region", "70 people Tokrau"],
        ),
        (  # a name among peoples
            "Peoples\nKazakhs 3628\nincluding Tabasarans 300",
            ["3628 Kazakhs", "300 Tabasarans"],
        ),
        (
            "Peoples\nincluding Kazakhs* 300\nof them Russians 200\nLand 5",
            ["300 Kazakhs", "200 Russians", "5"],
        ),
        (  # the rows of the whole
            "Total population 300\nmen 120\nwomen 180",
            ["300 people", "120 men", "180 women"],
        ),
        ("Total 300\nmen 120\nwomen 180", ["300", "120 men", "180 women"]),
        (  # nouns of two and of three words
            "Persons in 1938\nspecial settlers 120\nworkers and employees 80",
            ["120 special settlers 1938", "80 workers and employees 1938"],
        ),
        (  # shares that no head tells of
            "Kazakhs 300 58.5 %\nRussians – 21.2 %",
            ["300 Kazakhs", "58.5 % Kazakhs", "21.2 % Russians"],
        ),
        (  # a share of what is no people is left out
            "Nationality, %\nKazakhs 58.5\nRussians 20.6\nLivestock 3.5",
            ["58.5 % Kazakhs", "20.6 % Russians"],
        ),
        ("Place | Share, %\nSemey | 45.5\nKostanay | 12.5", ["45.5 % Semey", "12.5 % Kostanay"]),
    ],
)
def test_a_cell_says_whom_it_counts_and_where(text: str, expected: list[str]) -> None:
    """By its own words, its column, its row, the lines above, in this order."""
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # with one of the years for all
            "Nationality | 1926, thousand | 1939\nKazakhs | 3628 | 2327\nRussians | 1275 | 2640",
            [
                "3628 x1000 Kazakhs 1926",
                "2327 x1000 Kazakhs 1939",
                "1275 x1000 Russians 1926",
                "2640 x1000 Russians 1939",
            ],
        ),
        (
            "Nationality | 1926, % | 1939\nKazakhs | 58.5 | 38\nRussians | 20.6 | 40",
            [
                "58.5 % Kazakhs 1926",
                "38 % Kazakhs 1939",
                "20.6 % Russians 1926",
                "40 % Russians 1939",
            ],
        ),
        (  # over the labels
            "Nationality, % | 1926 | 1939\nKazakhs | 58.5 | 38\nRussians | 20.6 | 40",
            [
                "58.5 % Kazakhs 1926",
                "38 % Kazakhs 1939",
                "20.6 % Russians 1926",
                "40 % Russians 1939",
            ],
        ),
        (
            "% | 1926 | 1939\nKazakhs | 58.5 | 38\nRussians | 20.6 | 40",
            [
                "58.5 % Kazakhs 1926",
                "38 % Kazakhs 1939",
                "20.6 % Russians 1926",
                "40 % Russians 1939",
            ],
        ),
        (  # "area" over the labels is no measure of the columns
            "Area | Kazakhs | Russians\nSemey | 120 | 80\nKostanay | 13 | 9",
            [
                "120 Kazakhs Semey",
                "80 Russians Semey",
                "13 Kazakhs Kostanay",
                "9 Russians Kostanay",
            ],
        ),
        (  # in the caption, the columns being years
            "Population by nationality, %\nNationality | 1926 | 1939\nKazakhs | 58.5 | 38\nRussians | 20.6 | 40",
            [
                "58.5 % Kazakhs 1926",
                "38 % Kazakhs 1939",
                "20.6 % Russians 1926",
                "40 % Russians 1939",
            ],
        ),
        (  # in the caption, but a column has its own
            "Population by nationality, %\nNationality | Persons | Share\nKazakhs | 300 | 58\nRussians | 80 | 20",
            ["300 Kazakhs", "58 % Kazakhs", "80 Russians", "20 % Russians"],
        ),
        (  # a line further up
            "Population, thousand\nCensus of 1926\nKazakhs 3628.5\nRussians 1275.5",
            ["3628.5 x1000 Kazakhs 1926", "1275.5 x1000 Russians 1926"],
        ),
        (  # an abbreviation at the end of the head
            "Peoples, thous.\nKazakhs 3628.5\nRussians 1275.5",
            ["3628.5 x1000 Kazakhs", "1275.5 x1000 Russians"],
        ),
        (
            "By towns: population, thousand\nSemey 45.5\nKostanay 12.5",
            ["45.5 x1000 people Semey", "12.5 x1000 people Kostanay"],
        ),
        (  # in the caption, for columns of peoples
            "Population, thousand\nPlace | Kazakhs | Russians\nSemey | 12.5 | 3.5\nKostanay | 1.5 | 2.5",
            [
                "12.5 x1000 Kazakhs Semey",
                "3.5 x1000 Russians Semey",
                "1.5 x1000 Kazakhs Kostanay",
                "2.5 x1000 Russians Kostanay",
            ],
        ),
        (  # a caption of people that speaks of areas, too
            "Population by area, thousand\nSemey 45.5\nKostanay 12.5",
            ["45.5 x1000 people Semey", "12.5 x1000 people Kostanay"],
        ),
        (  # not in the paragraph before
            "It had 5 thousand people.\n\nNationality | 1926 | 1939\nKazakhs | 300 | 200\nPoles | 20 | 30",
            ["300 Kazakhs 1926", "200 Kazakhs 1939", "20 Poles 1926", "30 Poles 1939"],
        ),
        (  # days over the columns
            "Nationality | 17 December 1926 | 17 January 1939\nKazakhs | 300 | 200\nPoles | 20 | 30",
            [
                "300 Kazakhs 1926-12-17",
                "200 Kazakhs 1939-01-17",
                "20 Poles 1926-12-17",
                "30 Poles 1939-01-17",
            ],
        ),
        (
            "17 December 1926 17 January 1939\nKazakhs 300 200\nPoles 20 30",
            [
                "300 Kazakhs 1926-12-17",
                "200 Kazakhs 1939-01-17",
                "20 Poles 1926-12-17",
                "30 Poles 1939-01-17",
            ],
        ),
        (  # a line a cell, one column
            "Peoples\nin thousand\nKazakhs\n3628.5\nRussians\n1275.5",
            ["3628.5 x1000 Kazakhs", "1275.5 x1000 Russians"],
        ),
    ],
)
def test_a_unit_or_a_time_is_told_once_for_many(text: str, expected: list[str]) -> None:
    """With one column, over the labels, in a caption."""
    assert told(text) == expected


@pytest.mark.parametrize("mark", [".", "!", "?", ";", f" {'and so on ' * 20}"])
def test_a_sentence_above_a_table_is_no_head(mark: str) -> None:
    """Nor is a long line: its units are its own."""
    text = f"In 1926 there were 5 thousand people{mark}\nKazakhs 120\nRussians 80"
    assert told(text) == ["120 Kazakhs", "80 Russians"]


@pytest.mark.parametrize(
    "text",
    [
        "Income | Share, %\nSalaries | 45\nPensions | 20",
        "Kazakhs 1926\nRussians 1939",
        "Peoples\nKazakhs 1926 1939\nRussians 1926 1939",
        "Horses 1200\nCamels 300\nKazakhs 20",
        "Region | Sheep\nSemey | 12,000\nKostanay | 9,100",
        "Region | Births\nSemey | 12,000\nKostanay | 9,100",
        "Region | Kazakhs by age\nSemey | 12\nKostanay | 9",
    ],
)
def test_rows_that_count_no_people(text: str) -> None:
    """Shares of things, years, animals, births and ages."""
    assert told(text) == []


def test_a_table_where_half_the_rows_are_peoples() -> None:
    """The others are unknown, and no people."""
    text = "Peoples\nKazakhs 120\nRussians 80\nland 5\nwater 3"
    assert told(text) == ["120 Kazakhs", "80 Russians", "5", "3"]


def test_the_same_rows_twice_are_two_tables_at_their_places() -> None:
    """Each has its own year; a cell stands where it was read."""
    rows = "Kazakhs 120\nRussians 80\nKazakhs 120"
    text = f"Peoples in 1926\n{rows}\n\nA year of hunger came.\n\nPeoples in 1939\n{rows}"
    found = cells(text)
    assert [cell.time for cell in found] == ["1926"] * 3 + ["1939"] * 3
    starts = [cell.start for cell in found]
    assert starts == sorted(set(starts))
    assert [text[cell.start : cell.end] for cell in found] == ["120", "80", "120"] * 2


@pytest.mark.parametrize(
    ("text", "signed", "headed"),
    [
        ("Kazakhs 58.5 %\nRussians 21.2 %", True, False),
        ("Kazakhs 300\nRussians 200", False, False),
        ("Nationality | Persons\nKazakhs | 300\nRussians | 200", False, True),
        ("Peoples, thousand\nKazakhs 300\nRussians 200", False, True),
        ("Peoples in 1926\nKazakhs 300\nRussians 200", False, True),
        ("Nationality | 1926\nKazakhs | 58.5 %\nRussians | 21.2 %", True, True),
    ],
)
def test_a_cell_tells_how_it_is_known(text: str, signed: bool, headed: bool) -> None:
    """By a sign of its own, or by what stands above it."""
    assert {(cell.signed, cell.headed) for cell in cells(text)} == {(signed, headed)}
