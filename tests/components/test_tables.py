"""Articles with tables: the populations and percentages that a reader takes from the cells."""

import pytest

from pipeline import extract, load
from pipeline.records import ArticleRecord

LEAD = "Counts of the people\n\nThe figures below follow the published returns of the censuses of those years.\n\n"
TAIL = (
    "\n\nThe next count of the people was held much later than it had been planned by the office."
)


def extracted(table: str) -> ArticleRecord:
    return extract(LEAD + table + TAIL)


def populations(record: ArticleRecord) -> list[tuple[object, ...]]:
    return [
        (f.mentions[0].text, f.value, f.group, f.place and f.place.name, f.time)
        for f in record.populations
    ]


def percentages(record: ArticleRecord) -> list[tuple[object, ...]]:
    return [
        (f.mentions[0].text, float(f.value or 0), f.kind, f.subject, f.group, f.time)
        for f in record.percentages
    ]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (
            "People 1897 (thousand) 1926 (thousand)\nKazakhs 3392.7 3628.0\nRussians 454.4 1275.7",
            [
                ("3392.7", 3392700, "Kazakhs", None, "1897"),
                ("3628.0", 3628000, "Kazakhs", None, "1926"),
                ("454.4", 454400, "Russians", None, "1897"),
                ("1275.7", 1275700, "Russians", None, "1926"),
            ],
        ),
        (
            "Region\t1926\t1939\nUrban population\t519 074\t1 706 150\nRural population\t5 511 000\t4 448 000",
            [
                ("519 074", 519074, None, None, "1926"),
                ("1 706 150", 1706150, None, None, "1939"),
                ("5 511 000", 5511000, None, None, "1926"),
                ("4 448 000", 4448000, None, None, "1939"),
            ],
        ),
        (
            "Population by regions (thousand people)\nAktobe 20,1\nPavlodar 41,0",
            [
                ("20,1", 20100, None, "Aktobe Region", None),
                ("41,0", 41000, None, "Pavlodar Region", None),
            ],
        ),
        (
            "Region | Koreans | Germans\nAlmaty Region | 18,000 | 42,500\nPavlodar Region | 900 | 65,300",
            [
                ("18,000", 18000, "Koreans", "Almaty Region", None),
                ("42,500", 42500, "Germans", "Almaty Region", None),
                ("900", 900, "Koreans", "Pavlodar Region", None),
                ("65,300", 65300, "Germans", "Pavlodar Region", None),
            ],
        ),
        (
            "Year    Number of Poles    Share in the population\n1959    53102    0,6%\n1970    61335    0,5%",
            [("53102", 53102, "Poles", None, "1959"), ("61335", 61335, "Poles", None, "1970")],
        ),
        (
            "Families by nationality\nNationality; Families\nPoles; 5,735\nGermans; 9,120",
            [("5,735", 5735, "Poles", None, None), ("9,120", 9120, "Germans", None, None)],
        ),
        (
            "Special settlers in Kazakhstan on 1 January 1946, persons\nChechens\n239 768\nKarachais\n33 088",
            [
                ("239 768", 239768, "Chechens", "Kazakhstan", "1946-01-01"),
                ("33 088", 33088, "Karachais", "Kazakhstan", "1946-01-01"),
            ],
        ),
        (
            "Region | Population, thousand\nAlmaty city | 1129.4\nAlmaty Region | 1558.5",
            [
                ("1129.4", 1129400, None, "Almaty", None),
                ("1558.5", 1558500, None, "Almaty Region", None),
            ],
        ),
        (
            "It is seen in the table (both sexes, persons).\nOblast\n1939\n1959\nGuryev (without the south)"
            "\n196503\n239140\nUralsk\n367924\n381043",
            [
                ("196503", 196503, None, "Atyrau Region", "1939"),
                ("239140", 239140, None, "Atyrau Region", "1959"),
                ("367924", 367924, None, "West Kazakhstan Region", "1939"),
                ("381043", 381043, None, "West Kazakhstan Region", "1959"),
            ],
        ),
        (
            "Nationality | Persons\nGreeks | 1899\nBulgarians | 1931",
            [("1899", 1899, "Greeks", None, None), ("1931", 1931, "Bulgarians", None, None)],
        ),
    ],
)
def test_count_cells_are_populations(table: str, expected: list[tuple[object, ...]]) -> None:
    """Value by the unit, group and place by row or column, time by the column; the span is the number."""
    record = extracted(table)
    assert populations(record) == expected
    assert {fact.kind for fact in record.populations} == {"resident"}


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (
            "Year - theatres - spectators, thousand persons\n1940 - 41 - 2 870\n1950 - 21 - 1 930",
            [
                ("2 870", 2870000, "spectators", None, "1940"),
                ("1 930", 1930000, "spectators", None, "1950"),
            ],
        ),
        (
            "Instrument | Artists\nKobyzes | 28\nWind, percussion | 16",
            [("28", 28, "artists", None, None), ("16", 16, "artists", None, None)],
        ),
    ],
)
def test_a_column_that_names_people_counts_them(
    table: str, expected: list[tuple[object, ...]]
) -> None:
    """Whatever its rows are called, and in its own unit alone."""
    assert populations(extracted(table)) == expected


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (
            "Nationality | 1989, % | 1999, %\nKazakhs | 40.1 | 53.4\nKoreans | 0.6 | 0.7",
            [
                ("40.1", 40.1, "share", "population", "Kazakhs", "1989"),
                ("53.4", 53.4, "share", "population", "Kazakhs", "1999"),
                ("0.6", 0.6, "share", "population", "Koreans", "1989"),
                ("0.7", 0.7, "share", "population", "Koreans", "1999"),
            ],
        ),
        (
            "Share of Kazakhs in 1959, per cent\nAlmaty Region 22.1\nPavlodar Region 25.6",
            [
                ("22.1", 22.1, "share", "population", "Kazakhs", "1959"),
                ("25.6", 25.6, "share", "population", "Kazakhs", "1959"),
            ],
        ),
        (
            "Nationality | 1959 | 1970\nKazakhs | 30.0 % | 32.6 %\nRussians | 42.7 % | 42.4 %",
            [
                ("30.0 %", 30.0, "share", "population", "Kazakhs", "1959"),
                ("32.6 %", 32.6, "share", "population", "Kazakhs", "1970"),
                ("42.7 %", 42.7, "share", "population", "Russians", "1959"),
                ("42.4 %", 42.4, "share", "population", "Russians", "1970"),
            ],
        ),
        (  # parties and candidates are no peoples
            "Party | % | Seats\nNur Otan | 80.99 | 83\nAuyl | 1.19 | –",
            [
                ("80.99", 80.99, "share", "population", None, None),
                ("1.19", 1.19, "share", "population", None, None),
            ],
        ),
        (
            "Nationality | Growth, %\nKazakhs | 26.4\nRussians | -15.3",
            [
                ("26.4", 26.4, "increase", "number of Kazakhs", "Kazakhs", None),
                ("-15.3", 15.3, "decrease", "number of Russians", "Russians", None),
            ],
        ),
    ],
)
def test_percent_cells_are_percentages(table: str, expected: list[tuple[object, ...]]) -> None:
    """The sign stands in the head, or in each cell, whose year the head tells all the same."""
    record = extracted(table)
    assert percentages(record) == expected
    assert record.populations == ()


@pytest.mark.parametrize(
    "table",
    [
        "Livestock (thousand)\nSheep 3392.7\nHorses 454.4",
        "Region | Schools | Libraries\nAlmaty Region | 180 | 42\nPavlodar Region | 90 | 65",
        "Kunayev 1964 1986\nKolbin 1986 1989",
        "Name | Born | Died\nAbai | 1845 | 1904\nShakarim | 1858 | 1931",
        "Output of coal, %\nKaraganda 45.2\nEkibastuz 30.1",
        "Archive of the President, fund 141, 45.\nCentral State Archive, fund 30, 12.",
        "Views 1204\nComments 3",
    ],
)
def test_other_tables_give_no_facts_of_people(table: str) -> None:
    """Animals, schools, years of office, output, sources, counters of a page."""
    record = extracted(table)
    assert (record.populations, record.percentages) == ((), ())


@pytest.mark.parametrize(
    ("head", "kinds"),
    [
        ("Koreans | Families | People", ["resident", "resident"]),
        ("Resettlement of Koreans\nRegion | Families | People", ["moved", "moved"]),
        ("Region | Born, people | Died, people", ["other", "lost"]),
        ("Arrived in the regions\nRegion | Students | Pupils", ["other", "other"]),
    ],
)
def test_head_and_caption_tell_the_kind(head: str, kinds: list[str]) -> None:
    """Of counts whose noun has no kind of its own."""
    record = extracted(f"{head}\nAlmaty Region | 20 | 80\nKostanay Region | 10 | 50")
    assert [fact.kind for fact in record.populations] == kinds * 2


@pytest.mark.parametrize(
    "table",
    [
        "| Region | Warriors |\n|------|:------:|\n| Almaty Region | 20 |\n| Kostanay Region | 10 |",
        "Region\tRegion\n\tpeople\nAlmaty Region\t20\nKostanay Region\t10",
    ],
)
def test_heads_stay_lines_of_their_own(table: str) -> None:
    """The head over a drawn line is no breadcrumb, a second line of a head no end of the first."""
    assert [fact.value for fact in extracted(table).populations] == [20, 10]


def test_years_of_a_head_are_dates_and_cells_like_years_are_none() -> None:
    """1926 heads a column; 1899 under it counts Greeks."""
    record = extracted(
        "Nationality | 1926, persons | 1939, persons\nGreeks | 1899 | 2045\nKurds | 7 | 9"
    )
    assert [date.edtf for date in record.dates] == ["1926", "1939"]
    assert [fact.value for fact in record.populations] == [1899, 2045, 7, 9]


def test_a_census_day_in_prose_and_its_year_in_a_table_tell_one_fact() -> None:
    """Mentions of one count are merged where one time lies in the other."""
    record = extract(
        "Counts of the people\n\nOn 17 December 1926 there were 1,275,700 Russians in the republic.\n\n"
        "People 1897 (thousand) 1926 (thousand)\nKazakhs 3392.7 3628.0\nRussians 454.4 1275.7"
    )
    (fact,) = [f for f in record.populations if f.value == 1275700]
    assert [mention.text for mention in fact.mentions] == ["1,275,700 Russians", "1275.7"]


def test_cells_are_spans_of_the_doc() -> None:
    """`doc.spans["cells"]` holds what the components read."""
    doc = load()("People 1926 (thousand) 1939 (thousand)\nKazakhs 3628.0 2327.6\nPoles 3.7 54.8")
    assert [(span.text, span._.cell.factor) for span in doc.spans["cells"]] == [
        ("3628.0", 1000),
        ("2327.6", 1000),
        ("3.7", 1000),
        ("54.8", 1000),
    ]
