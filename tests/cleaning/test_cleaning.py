"""Page furniture goes, the article stays, offsets lead back to the raw input."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.cleaning import clean
from pipeline.cleaning.furniture import line_rule
from pipeline.extracting import article_of
from pipeline.lexicons import rules

_ROWS = rules("furniture")
BODY = "The village was founded in 1928 by settlers who came to the valley of the river."


@pytest.mark.parametrize(("rule", "line"), [(r["id"], e) for r in _ROWS for e in r["examples"]])
def test_furniture_lines_are_known(rule: str, line: str) -> None:
    """Every example of a row is furniture at the edge of a page."""
    assert line_rule(line, edge=True) is not None, rule


@pytest.mark.parametrize("line", [e for r in _ROWS for e in r["counter_examples"]])
def test_lines_of_text_are_no_furniture(line: str) -> None:
    """No row takes a counter-example."""
    assert line_rule(line, edge=False) is None


PAGE = f"""A people that forgets its past has no road before it.
Akhmet Baitursynuly

Home / News / Dungans of the Chu valley
Today in history
1917 The congress was opened by 300 delegates.
- = -
Dungans of the Chu valley
Dungans of the Chu valley - e-history.kz
27671
12.05.2014 1380

{BODY} [12]

Photo: State Archive
Share: Facebook Twitter
"""


def test_a_page_is_reduced_to_title_and_text() -> None:
    """Epigraph, breadcrumb, history block, repeated title, ids, credits and shares are dropped."""
    cleaned = clean(article_of(PAGE))
    assert cleaned.text == f"Dungans of the Chu valley\n\n{BODY}"
    assert cleaned.title == "Dungans of the Chu valley"
    assert cleaned.published == "2014-05-12"


def test_a_sentence_told_twice_is_no_title() -> None:
    """The title stays the first line, and no telling is dropped."""
    told = f"Peoples of the steppe\n\n{BODY}\n\nAll left.\n\n{BODY}\n\nAll left."
    cleaned = clean(article_of(told))
    assert cleaned.title == "Peoples of the steppe"
    assert cleaned.text.count("All left.") == 2


def test_rows_of_a_list_stay_apart() -> None:
    """Labels in small letters and the numbers behind them, wrapped as they are."""
    rows = "Workers in 1913:\ngold mines - 9120 persons, 71,4 %\ncoal - 1843, 68 %\nsalt - 3055"
    assert clean(article_of(f"Miners\n\n{BODY}\n\n{rows}")).text.endswith(
        rows.replace("\n", "\n\n")
    )


@pytest.mark.parametrize(
    ("above", "below", "apart"),
    [
        (
            "Professor of the chair of economics of the Semey University named after Abai",
            "State awards: order of Parasat.",
            True,
        ),
        (
            "1999-2004 - Deputy of the Majilis, member of the Committee on finance and budget",
            "From 09.2004 to 2008 - Rector of the Institute of Law.",
            True,
        ),
        (
            "They wrote of the harvest that was gathered on the fields of the kolkhoz named after",
            "Lenin in that year: the rye was high.",
            False,
        ),
        (
            "The weavers of the town had lived in peace with those who came to the fair from",
            "1941 - 1945 - years of war - were hard.",
            False,
        ),
    ],
)
def test_labels_and_lines_of_a_life_begin_anew(above: str, below: str, *, apart: bool) -> None:
    """A long line without a stop goes on below, but not into a label or the next line of a life."""
    text = clean(article_of(f"Title of the page\n\n{BODY}\n\n{above}\n{below}")).text
    assert (f"{above}\n\n{below}" in text) is apart


def test_the_second_telling_is_marked() -> None:
    """A repeated lead and a second translation of a quotation are retellings."""
    first = '"On May 1 the holiday of unity of the people was celebrated by all citizens of the country."'
    second = (
        '"The holiday of unity of people was on May 1 celebrated by all the citizens of country."'
    )
    text = f"Title of the page\n\n{first}\n\n{BODY}\n\n{second}"
    cleaned = clean(article_of(text))
    assert [cleaned.text[s:e] for s, e in cleaned.retold] == [second]


@pytest.mark.parametrize(
    ("raw", "plain"),
    [
        ("the ХХ century", "the XX century"),
        ("1\xa0200\u2009000 men", "1 200 000 men"),
        ("depor\xadtation", "deportation"),
        ("«Alash»", '"Alash"'),
        (
            'the union « Enbek » and the artel „ Tulpar”, « Zarya" too',
            'the union "Enbek" and the artel "Tulpar", "Zarya" too',
        ),
        ("read « Enbek» and «Birlik » , not « or »", 'read "Enbek" and "Birlik", not "or"'),
        ("Poets » Letters", 'Poets " Letters'),
        (
            "In 1906 , in May , they left ; all ( ten ) .",
            "In 1906, in May, they left; all ( ten ).",
        ),
        ("It is a .kz site , and so on ...", "It is a .kz site, and so on ..."),
        ("1941–1945", "1941–1945"),
        ("Кazakhstan", "Kazakhstan"),
        ("Ten  years ago,   they came.", "Ten years ago, they came."),
        (
            "On 1 January,1941 near 1,9 thous.people came,too.",
            "On 1 January, 1941 near 1,9 thous. people came, too.",
        ),
        ("Year,1939", "Year,1939"),
        (
            "В1881 there came, in1941 there are70,000 men.",
            "В 1881 there came, in 1941 there are 70,000 men.",
        ),
        ("B12, A1941 and mp3", "B12, A1941 and mp3"),
        ("It made 38 ,2 %, with 16 , 400 souls.", "It made 38,2 %, with 16,400 souls."),
        ("On May 12 , 300 men , in 1930 , 2 of 5.", "On May 12, 300 men, in 1930, 2 of 5."),
        (
            "In the1932 year came, through unions -512 people.",
            "In the 1932 year came, through unions - 512 people.",
        ),
        ("It was -40 degrees.", "It was -40 degrees."),
        ("In 1907,15,240 men.", "In 1907, 15,240 men."),
        ("The XIXc. and V-VIvv., XVI-XIVVV. of it.", "The XIX c. and V-VI vv., XVI-XIV VV. of it."),
        ("Civic. Of Louis XIV. Iv. Orlov.", "Civic. Of Louis XIV. Iv. Orlov."),
        ("the II millennium В. С. and XV с. on", "the II millennium B. C. and XV c. on"),
        ("Вестник ВС, т. II с. 45", "Вестник ВС, т. II с. 45"),
        ("the site e-history.kz,v.2 of 1,234 men.", "the site e-history.kz, v.2 of 1,234 men."),
        ("Year  Number of Poles  Share", "Year  Number of Poles  Share"),
        (
            'The newspaper "Vakyt"(Orenburg), f("x")(y).',
            'The newspaper "Vakyt" (Orenburg), f("x")(y).',
        ),
    ],
)
def test_characters_are_made_plain(raw: str, plain: str) -> None:
    """Spaces, soft hyphens, quotes and look-alike letters."""
    assert clean(article_of(raw)).text == plain


@pytest.mark.parametrize(
    "text",
    ['The union "Birlik" was founded in Omsk', 'They read "Tan" and "Birlik" there'],
)
def test_quotes_in_quotes_keep_their_space(text: str) -> None:
    """A straight quote that a letter follows closes nothing."""
    assert clean(article_of(f"«{text}».")).text == f'"{text}".'


@pytest.mark.parametrize(
    ("raw", "plain"),
    [
        ('He read " Aray " .', 'He read "Aray".'),
        (
            'The artel " Tulpar" , the union "Birlik " and "Enbek".',
            'The artel "Tulpar", the union "Birlik" and "Enbek".',
        ),
        (
            'There was formed the center " Sana» , later " Nur ".',
            'There was formed the center "Sana", later "Nur".',
        ),
        ('(" Shanyrak " of the Kurds).', '("Shanyrak" of the Kurds).'),
        ('"We came, " he said, "and went " .', '"We came," he said, "and went ".'),
        ('The union "Sana and the artel " Nur" came.', 'The union "Sana and the artel "Nur" came.'),
        ('A board of 5 " was sawn.', 'A board of 5 " was sawn.'),
        ('They sang " of the steppe " there.', 'They sang " of the steppe " there.'),
        ('Poets " Letters " 1913', 'Poets " Letters " 1913'),
        ("The club ''Birlik'' met.", 'The club "Birlik" met.'),
        ("Pipes of 30'' and of 40'' came.", "Pipes of 30'' and of 40'' came."),
    ],
)
def test_straight_quotes_stand_beside_the_name_in_them(raw: str, plain: str) -> None:
    """In sentences; a quote's side is told by the letter beside it or the quote before it."""
    assert clean(article_of(raw)).text == plain


@given(st.text(alphabet='ab 1.«»"A\xa0\xad\n[2]Х–', max_size=80))
def test_offsets_lead_back_to_the_raw_input(raw: str) -> None:
    """Offsets rise, stay inside the raw input, and letters are the raw letters."""
    mapped = clean(article_of(raw)).mapped
    assert all(
        0 <= s < e <= len(raw) or s == e for s, e in zip(mapped.starts, mapped.ends, strict=True)
    )
    assert list(mapped.starts) == sorted(mapped.starts)
    for char, start in zip(mapped.text, mapped.starts, strict=True):
        if char in "ab1.":
            assert raw[start] == char


def test_numbers_under_labels_are_cells_of_a_table() -> None:
    """A flattened table keeps its numbers; one number under a title is a view count."""
    lead = "They were counted in the year 1970 by the census."
    lines = ("Peoples of the district", "2390", lead, "Koreans", "4 120", "Germans", "3 006")
    table = "\n\n".join(lines)
    kept = clean(article_of(table)).text
    assert "4 120" in kept
    assert "3 006" in kept
    assert "2390" not in kept


@pytest.mark.parametrize(
    "table",
    [
        "Region | Population | Share\nAlmaty Region | 1,234 | 45\nPavlodar Region | 900 | 30",
        "Year Number\n1926 6,198,500\n1939 6,081,400",
        "Year / all / Kazakhs\n1926 / 6,198 / 3,627\n1939 / 6,081 / 2,327",
        "Population of the regions by the census of the year and of those after it, thousand"
        "\nKostanay 12.5 13.5\nPavlodar 3.5 4.5",
    ],
)
def test_rows_of_a_table_are_lines_of_their_own(table: str) -> None:
    """Bars and slashes make no breadcrumb, a year and its number no view count, a long head runs into no row."""
    cleaned = clean(article_of(f"Regions\n\n{BODY}\n\n{table}\n\n{BODY[4:].capitalize()}"))
    assert cleaned.text.split("\n\n")[2:-1] == table.split("\n")


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("In 1989" + " " * 5_000 + "25 Kurds", "In 1989" + " " * 32 + "25 Kurds"),
        ("In 1989" + " " * 5_000 + "25 Kurds came.", "In 1989 25 Kurds came."),
        ("\xa0".join(["a"] * 3), "a a a"),
        ("a" * 1_000, "a" * 1_000),
        ("a" * 2_500, " ".join(["a" * 1_000, "a" * 1_000, "a" * 500])),
        (f"{'1,' * 600} Kurds", f"{'1,' * 500} {'1,' * 100} Kurds"),
    ],
)
def test_gaps_and_words_have_a_length_that_languages_have(raw: str, shown: str) -> None:
    """A longer gap is cut, a longer word broken; every character keeps its place in the raw text."""
    cleaned = clean(article_of(raw)).mapped
    assert cleaned.text == shown
    for position in range(0, len(shown), 97):
        start, end = cleaned.raw_span(position, position + 1)
        assert raw[start:end] in (shown[position], "\xa0", "")


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(
            "Nationality\tNumber\nKazakhs\t\t8,100\n\nTatars \t 9",
            ["Nationality | Number", "Kazakhs |  | 8,100", "Tatars | 9"],
            id="cells",
        ),
        pytest.param(
            "1940;245,5;134,7\n|Kazakhs|12|",
            ["1940; 245,5; 134,7", "| Kazakhs | 12 |"],
            id="no spaces",
        ),
        pytest.param("Kazakhs\t8,100", ["Kazakhs 8,100"], id="one line is no table"),
        pytest.param("1.\tOne\n2.\tTwo", ["1. One", "2. Two"], id="marks of a list"),
        pytest.param(
            "1.\tKazakhs\t8\n2.\tTatars\t9", ["1. Kazakhs | 8", "2. Tatars | 9"], id="marked rows"
        ),
        pytest.param(
            f"{BODY}\tIt grew.\n{BODY}\tIt fell.",
            [f"{BODY} It grew.", f"{BODY} It fell."],
            id="prose",
        ),
    ],
)
def test_tabs_part_the_cells_of_a_table(lines: str, expected: list[str]) -> None:
    """Between short cells of lines beside each other, a tab is a bar, which keeps empty cells, too."""
    cleaned = clean(article_of(f"Peoples of the steppe\n\n{BODY}\n\n{lines}\n\n{BODY}"))
    assert cleaned.text.split("\n\n")[2:-1] == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            "The division had 12\nthousand men, of them 30\n% ill.",
            ["The division had 12 thousand men, of them 30 % ill."],
        ),
        (
            "It was formed in\nOmsk by 1932\u2013\n1933.",
            ["It was formed in Omsk by 1932\u20131933."],
        ),
        ("They came to the Karagan-\nda region.", ["They came to the Karaganda region."]),
        ("He was the vice-\nchairman of it.", ["He was the vice- chairman of it."]),
        ("Of age\nunder 15 12,5\nover 15 13,4", ["Of age", "under 15 12,5", "over 15 13,4"]),
        ("A road\nTo Omsk", ["A road", "To Omsk"]),
        (
            'The club "Tan"\nsang in it (all\nof them)\nfor long.',
            ['The club "Tan" sang in it (all of them) for long.'],
        ),
        ('The club "Tan"\nTo Omsk', ['The club "Tan"', "To Omsk"]),
    ],
)
def test_lines_of_a_sentence_are_joined(lines: str, expected: list[str]) -> None:
    """Where small letters go on or the line can't end there; a word broken in two is one again."""
    assert clean(article_of(f"Miners\n\n{BODY}\n\n{lines}")).text.split("\n\n")[2:] == expected


@pytest.mark.parametrize(
    ("raw", "plain"),
    [
        (
            "There came 300 people.1 Then 85 left.2 So it was3.",
            "There came 300 people. Then 85 left. So it was.",
        ),
        ("Then came 300 people.12 So it was.", "Then came 300 people.12 So it was."),
        ("See table1 and table2 here.", "See table1 and table2 here."),
        ("Pupils of 1946. Photo: State archive of Omsk", "Pupils of 1946."),
        ("Ask in Omsk, tel.: 8 (7172) 74-40, 8 705 555 1945.", "Ask in Omsk, ."),
        ("Pupils in 1946 (photo by A. Wolf, 1947). They sang.", "Pupils in 1946. They sang."),
        (
            "The hall was opened. Photos of 1946 hang there.",
            "The hall was opened. Photos of 1946 hang there.",
        ),
    ],
)
def test_marks_of_notes_and_credits_are_no_text(raw: str, plain: str) -> None:
    """Bare numbers of notes count up from one; who took a picture is told at the end of its line."""
    assert clean(article_of(raw)).text == plain
