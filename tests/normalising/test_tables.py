"""Cells of flattened tables: what the row and the lines above say of a number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.normalising.tables import find_cells
from pipeline.records import Place
from pipeline.table_rows import row_of

NAMES = ("Almaty Region", "Kostanay", "Semey", "Kazakhstan")


def cells(text: str) -> list[tuple[object, ...]]:
    """Text, kind, factor, group (or place) and time of each cell."""
    places = [
        (start, start + len(name), Place(name=name))
        for name in NAMES
        if (start := text.find(name)) >= 0
    ]
    return [
        (
            text[c.start : c.end],
            c.kind,
            c.factor,
            (c.noun and c.noun.group) or (c.place and c.place.name),
            c.time,
        )
        for c in find_cells(text, [], places)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "People 1897 (thousand) 1926 (thousand)\nKazakhs 3392.7 3628.0\nRussians 454.4 1275.7",
            [
                ("3392.7", "count", 1000, "Kazakhs", "1897"),
                ("3628.0", "count", 1000, "Kazakhs", "1926"),
                ("454.4", "count", 1000, "Russians", "1897"),
                ("1275.7", "count", 1000, "Russians", "1926"),
            ],
        ),
        (  # a cell a line, the years as labels
            "Year\nUyghurs\nDungans\n1979\n147 943\n22 491\n1999\n210 365\n36 945",
            [
                ("147 943", "count", 1, "Uyghurs", "1979"),
                ("22 491", "count", 1, "Dungans", "1979"),
                ("210 365", "count", 1, "Uyghurs", "1999"),
                ("36 945", "count", 1, "Dungans", "1999"),
            ],
        ),
        (  # the unit once, for all the years
            "Nationality, thous. | 1926 | 1939\nKoreans | – | 96.5\nGermans | 51.1 | 92.6",
            [
                ("96.5", "count", 1000, "Koreans", "1939"),
                ("51.1", "count", 1000, "Germans", "1926"),
                ("92.6", "count", 1000, "Germans", "1939"),
            ],
        ),
        (  # spaces within the numbers and between them; a sign's column has the year before it
            "Nationality 1926 % 1939 %\nKazakhs 3 628 000 58.5 2 327 625 38.0\nUzbeks 129 400 2.1 103 569 1.7",
            [
                ("3 628 000", "count", 1, "Kazakhs", "1926"),
                ("58.5", "percent", 1, "Kazakhs", "1926"),
                ("2 327 625", "count", 1, "Kazakhs", "1939"),
                ("38.0", "percent", 1, "Kazakhs", "1939"),
                ("129 400", "count", 1, "Uzbeks", "1926"),
                ("2.1", "percent", 1, "Uzbeks", "1926"),
                ("103 569", "count", 1, "Uzbeks", "1939"),
                ("1.7", "percent", 1, "Uzbeks", "1939"),
            ],
        ),
        (  # two columns, as the head has them, and no thousands
            "Nationality 1926 1939\nKurds 454 127\nPoles 300 200",
            [
                ("454", "count", 1, "Kurds", "1926"),
                ("127", "count", 1, "Kurds", "1939"),
                ("300", "count", 1, "Poles", "1926"),
                ("200", "count", 1, "Poles", "1939"),
            ],
        ),
        (  # rows are places, one of them in no lexicon, and the columns peoples
            "Region | Kazakhs | Russians\nAlmaty Region | 12,000 | 4,500\nKostanay | 9,100 | 8,000\nTokrau | 70 | 80",
            [
                ("12,000", "count", 1, "Kazakhs", None),
                ("4,500", "count", 1, "Russians", None),
                ("9,100", "count", 1, "Kazakhs", None),
                ("8,000", "count", 1, "Russians", None),
                ("70", "count", 1, "Kazakhs", None),
                ("80", "count", 1, "Russians", None),
            ],
        ),
        (
            "Region | Population | % of Kazakhs\nAlmaty Region | 12,000 | 45.2\nKostanay | 9,100 | 10",
            [
                ("12,000", "count", 1, "Almaty Region", None),
                ("45.2", "percent", 1, "Kazakhs", None),
                ("9,100", "count", 1, "Kostanay Region", None),
                ("10", "percent", 1, "Kazakhs", None),
            ],
        ),
        (  # rows are years
            "Year | Total population, thous. | Urban, %\n1926 | 6198.5 | 8.3\n1939 | 6081.4 | 27.7",
            [
                ("6198.5", "count", 1000, None, "1926"),
                ("8.3", "percent", 1, None, "1926"),
                ("6081.4", "count", 1000, None, "1939"),
                ("27.7", "percent", 1, None, "1939"),
            ],
        ),
        (  # a caption alone
            "Population by nationality in 1959, per cent:\nKazakhs – 30.0\nRussians – 42.7\nTotal – 100",
            [
                ("30.0", "percent", 1, "Kazakhs", "1959"),
                ("42.7", "percent", 1, "Russians", "1959"),
                ("100", "percent", 1, None, "1959"),
            ],
        ),
        (  # years above, units below
            "1989 1999\nthousand % thousand %\nKazakhs 6496.9 40.1 7985.0 53.4\nTatars 321.0 2.0 249.0 1.7",
            [
                ("6496.9", "count", 1000, "Kazakhs", "1989"),
                ("40.1", "percent", 1, "Kazakhs", "1989"),
                ("7985.0", "count", 1000, "Kazakhs", "1999"),
                ("53.4", "percent", 1, "Kazakhs", "1999"),
                ("321.0", "count", 1000, "Tatars", "1989"),
                ("2.0", "percent", 1, "Tatars", "1989"),
                ("249.0", "count", 1000, "Tatars", "1999"),
                ("1.7", "percent", 1, "Tatars", "1999"),
            ],
        ),
        (  # a line a cell
            "People\n1926 (thousand)\n1939 (thousand)\nKazakhs\n3628.0\n2327.6\nGermans\n51.1\n92.6",
            [
                ("3628.0", "count", 1000, "Kazakhs", "1926"),
                ("2327.6", "count", 1000, "Kazakhs", "1939"),
                ("51.1", "count", 1000, "Germans", "1926"),
                ("92.6", "count", 1000, "Germans", "1939"),
            ],
        ),
        (  # the sign glued to the years, peoples told by their adjectives
            "Nationality 1959% 1970%\nKazakh 30.0 32.6\nUyghur 0.6 0.9",
            [
                ("30.0", "percent", 1, "Kazakhs", "1959"),
                ("32.6", "percent", 1, "Kazakhs", "1970"),
                ("0.6", "percent", 1, "Uyghurs", "1959"),
                ("0.9", "percent", 1, "Uyghurs", "1970"),
            ],
        ),
        (  # thousands and shares, told once for all; a year that two columns have
            "Population, thousand people and percent\nNationality  1999  2009  share in 2009\n"
            "Kazakhs  8011.5  10096.8  63.1%\nUzbeks  370.8  457.0  2.9%",
            [
                ("8011.5", "count", 1000, "Kazakhs", "1999"),
                ("10096.8", "count", 1000, "Kazakhs", "2009"),
                ("63.1", "percent", 1, "Kazakhs", "2009"),
                ("370.8", "count", 1000, "Uzbeks", "1999"),
                ("457.0", "count", 1000, "Uzbeks", "2009"),
                ("2.9", "percent", 1, "Uzbeks", "2009"),
            ],
        ),
        (  # two nouns head one column, and what they name is no people
            "Year Stanitsas and settlements Households Souls of both sexes\n1867 14 2412 14413\n1880 24 3517 22076",
            [
                ("2412", "count", 1, None, "1867"),
                ("14413", "count", 1, None, "1867"),
                ("3517", "count", 1, None, "1880"),
                ("22076", "count", 1, None, "1880"),
            ],
        ),
        (  # announced at the end of a paragraph
            f"{'They came in many years and from many lands. ' * 5}Tatars are settled so (2009, persons):\n"
            "Almaty Region\n25502\nKostanay\n1618",
            [
                ("25502", "count", 1, "Tatars", "2009"),
                ("1618", "count", 1, "Tatars", "2009"),
            ],
        ),
        (  # numbers that look like years, under a head of persons
            "Nationality | Persons\nGreeks | 1899\nBulgars | 1931",
            [("1899", "count", 1, "Greeks", None), ("1931", "count", 1, "Bulgars", None)],
        ),
        (  # slashes between cells
            "Year / total / Kazakhs / share of Kazakhs\n1926 / 17,949 / 2,361 / 13.2%\n1939 / 28,833 / – / 15.3%",
            [
                ("17,949", "count", 1, None, "1926"),
                ("2,361", "count", 1, "Kazakhs", "1926"),
                ("13.2", "percent", 1, "Kazakhs", "1926"),
                ("28,833", "count", 1, None, "1939"),
                ("15.3", "percent", 1, "Kazakhs", "1939"),
            ],
        ),
        (  # shares of things, dated by their columns
            "Collectivised farms\nDistrict 1929 1930\nKent 5% 38.2%\nAbraly 6.9% 52.7%",
            [
                ("5", "percent", 1, None, "1929"),
                ("38.2", "percent", 1, None, "1930"),
                ("6.9", "percent", 1, None, "1929"),
                ("52.7", "percent", 1, None, "1930"),
            ],
        ),
    ],
)
def test_row_and_column_tell_a_cell(text: str, expected: list[tuple[object, ...]]) -> None:
    """Units, years, peoples and places by whichever of them says so."""
    assert cells(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Population, thousand people and percent\nNationality  1999\nKazakhs  8011.5\nUzbeks  370.8",
        "People 1926\nIn 1926 Kazakhs numbered 3628 thousand.\nRussians numbered 1275.7 thousand.",
        "Archive of the President, fund 141, p. 45.\nKozybayev M. History, 1992, p. 14.",
        "Literature\nKozybayev History 1992 45\nAsfendiyarov History 1935 120",
        "Views 1204\nComments 3",
        "Livestock (thousand)\nSheep 3392.7\nHorses 454.4",
        "Region | Area, sq. km\nAlmaty Region | 224.0\nKostanay | 196.0",
        "Schools by nationality\nKazakhs 120\nRussians 300",
        "Population growth, thousand\nKostanay 12.5\nSemey 3.5",
        "Kazakhs 3392.7",
        "First secretary 1964 1986\nKunayev 1964 1986\nKolbin 1986 1989",
        "Kazakhs 300 200\nRussians 100 50",
        "Kazakhs 81.8\nRussians 10.9",
        "Products | 1940 | 1945\nCoal, thousand tons | 6,972 | 11,995\nOil, thousand tons | 697 | 788",
        "Squadrons in the parade\nTU-134 300\nMI-8 200",
    ],
)
def test_lines_that_are_no_table_of_people(text: str) -> None:
    """Prose, sources, furniture, things, areas, growth, one row, years of office, columns that nothing names."""
    assert [cell for cell in find_cells(text, [], []) if cell.noun or cell.kind == "percent"] == []


@pytest.mark.parametrize(
    ("line", "label", "numbers"),
    [
        ("Kazakhs – 3,392,700", "Kazakhs", [None, "3,392,700"]),
        ("| Kara-Kalpaks | 81.8 % | – |", "Kara-Kalpaks", ["81.8", None]),
        ("3. Crimean Tatars: 454 (10.9)", "Crimean Tatars", ["454", "10.9"]),
        ("1897 4,147,700", "1897", ["4,147,700"]),
        ("Kazakhs 3 392 700*", "Kazakhs", ["3 392 700"]),
        ("Kazakhs / 3,392,700 / 81.8%", "Kazakhs", ["3,392,700", "81.8"]),
        ("Kirghiz / Kazakhs 31.5 2.5", "Kirghiz / Kazakhs", ["31.5", "2.5"]),
        ("1; Kazakhs; 10 096 763; 63,1", "Kazakhs", ["10 096 763", "63,1"]),
        ("12 | Kazakhs | 763", "Kazakhs", ["763"]),
        ("| Kazakhs | | 763 |  | 5 |", "Kazakhs", [None, "763", None, "5"]),
        ("Kazakhs | 763 | -15.3", "Kazakhs", ["763", "15.3"]),
        ("1885-1892 – 5,120", "1885-1892", [None, "5,120"]),
        ("1914/15 - 2,006", "1914/15", [None, "2,006"]),
        ("01.01.1949 | 820 165", "01.01.1949", ["820 165"]),
        ("1 January 1949 – 820 165", None, []),
        ("1 January 1949 | 820 165", "1 January 1949", ["820 165"]),
        ("1999, 319 324", "1999", ["319 324"]),
        ("L.N. Gumilyov University | 18,456", "L.N. Gumilyov University", ["18,456"]),
        ("316th Rifle Division | Almaty | 11,347", "316th Rifle Division", ["11,347"]),
        ("Kazakhs 1945/46", None, []),
        ("Kazakhs – 300 people", None, []),
        ("27671 1380", None, []),
        ("TU-134", None, []),
        ("Kazakhs", None, []),
    ],
)
def test_a_row_is_a_label_and_numbers_to_the_end(
    line: str, label: str | None, numbers: list[str | None]
) -> None:
    """Bars, dashes, signs, ranks and brackets; anything else in the line makes it none."""
    row = row_of(line)
    assert (row and line[slice(*row.label)]) == label
    assert [e and line[e.start : e.end] for e in (row.entries if row else ())] == numbers


_GAPS = st.sampled_from((" | ", " ", "; "))
_ROWS = st.lists(
    st.tuples(
        st.sampled_from(("Kazakhs", "Germans", "Koreans", "Total")),
        st.tuples(st.integers(1, 10**7), st.integers(1, 10**7)),
    ),
    min_size=2,
    max_size=6,
)


@given(rows=_ROWS, gap=_GAPS)
def test_every_number_of_a_table_is_a_cell_of_its_column(
    rows: list[tuple[str, tuple[int, int]]], gap: str
) -> None:
    """Whatever parts the cells, values and years come back in order."""
    body = "\n".join(gap.join((label, f"{a:,}", f"{b:,}")) for label, (a, b) in rows)
    found = find_cells(f"People{gap}1926 (persons){gap}1939 (persons)\n{body}", [], [])
    assert [int(cell.value) for cell in found] == [n for _, pair in rows for n in pair]
    assert [cell.time for cell in found] == ["1926", "1939"] * len(rows)
