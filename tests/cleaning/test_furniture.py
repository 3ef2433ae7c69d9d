"""Datelines and cells of flattened tables among the furniture."""

import pytest

from pipeline.articles import day_of
from pipeline.cleaning import clean
from pipeline.cleaning.furniture import sort_lines
from pipeline.cleaning.lines import split_lines
from pipeline.cleaning.page_lines import page_line
from pipeline.extracting import article_of, extract
from pipeline.lexicons import rules

BODY = "The village was founded in 1928 by settlers who came to the valley of the river."
LONG = f"{BODY} {BODY} They sowed and built, and by the end of the year there stood forty houses."


def kept(*lines: str) -> list[str]:
    return [line.text for line in sort_lines(split_lines("\n\n".join(lines))).kept]


DATELINES = [
    ("12.05.2014, 10:30 | Views: 1380", "2014-05-12"),
    ("10 December 2018, 11:51 1380", "2018-12-10"),
    ("12 February 2015   1028   Print   Share", "2015-02-12"),
    ("17.12.2021   Marat Saparov   806", "2021-12-17"),
    ("5 May 2014 | By Aliya Seitova | Views: 1 204", "2014-05-05"),
    ("Published: March 8, 2021 | Reviews | 411 views", "2021-03-08"),
    ("3 August 2018, by Timur Ospanov", "2018-08-03"),
    ("16.12.2020 Author: Dana Seitkali", "2020-12-16"),
    ("Author: G. Omarova, 12 May 2014", "2014-05-12"),
    ("By Timur Ospanov and Aliya Seitova, 3 August 2018", "2018-08-03"),
    ("Timur Ospanov | 3 August 2018", "2018-08-03"),
    ("Culture | 12.05.2014", "2014-05-12"),
    ("Posted on Monday, May 5, 2014 at 10:30 am by admin", "2014-05-05"),
    ("Date of publication: 12 May 2014", "2014-05-12"),
    ("Last updated: 2014-05-12 10:30:15", "2014-05-12"),
    ("12 May 2014 · 5 min read · 1.2k views", "2014-05-12"),
    ("12 May 2014 - Culture - 1204 views", "2014-05-12"),
    ("Translated by Marat Omarov; 12.03.2019", "2019-03-12"),
    ("12:30, 14 May 2015 | News", "2015-05-14"),
    ("14 May 2015 | Comments 0 | Category: News", "2015-05-14"),
    ("07 March, 2016 / Taraz / Kazinform", "2016-03-07"),
    ("07.03.2016 / Taraz / Zhambyl district newspaper", "2016-03-07"),
    ("Taraz / 7 March 2016 / Culture", "2016-03-07"),
    ("Taraz. March 7, 2016. Kazinform", "2016-03-07"),
]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("12.05.2014 1380", "2014-05-12"),
        ("12/05/2014", "2014-05-12"),
        ("2014-05-12", "2014-05-12"),
        ("12 May 2014", "2014-05-12"),
        ("May 12, 2014", "2014-05-12"),
        ("29.02.2012", "2012-02-29"),
        ("31.02.2014", None),
        ("12.13.2014", None),
        ("00.05.2014", None),
        ("05 September 2014", "2014-09-05"),
        ("14th of May, 2015", "2015-05-14"),
        ("May, 14, 2015", "2015-05-14"),
        ("Mon, 14 May 2018 10:20:00 +0600", "2018-05-14"),
        ("08 августа 2012, 14:55", "2012-08-08"),
        ("3 марта 2012 года", "2012-03-03"),
        ("8 Қараша 2012, 12:31", "2012-11-08"),
        ("ASTANA, 14 May 2015", "2015-05-14"),
        *DATELINES,
    ],
)
def test_a_dateline_is_the_day_of_publication(line: str, day: str | None) -> None:
    """Where it is a day of the calendar, and furniture in any case."""
    cleaned = clean(article_of(f"Dungans of the valley\n\n{line}\n\n{BODY}"))
    assert cleaned.published == day
    assert line not in cleaned.text


def test_a_day_that_never_was_leaves_relative_dates_open() -> None:
    """The article is read all the same."""
    record = extract(f"Dungans of the valley\n\n31.02.2014 1380\n\n{BODY} Today it is a town.")
    assert record.article.published is None
    assert [date.edtf for date in record.dates] == ["1928", None]


@pytest.mark.parametrize(
    ("told", "day"),
    [
        (("2014", "5", "2"), "2014-05-02"),
        (("2013", "02", "29"), None),
        (("0000", "01", "01"), None),
    ],
)
def test_days_are_those_of_the_calendar(told: tuple[str, str, str], day: str | None) -> None:
    """Told in digits."""
    assert day_of(*told) == day


@pytest.mark.parametrize(
    ("lines", "cells"),
    [
        (("Koreans", "4 120", "Germans", "3 006"), ["4 120", "3 006"]),
        (("Koreans", "4 120", "51", "Germans", "3 006", "60"), ["4 120", "51", "3 006", "60"]),
        (("1939", "1959", "1970"), ["1939", "1959", "1970"]),
        (("Koreans", "4 120"), []),
        (("1970", "1939", "1959"), []),
        (("1939", "1959"), []),
        ((f"{BODY}", "4 120", f"{BODY}", "3 006"), []),
    ],
)
def test_numbers_are_cells_where_labels_or_years_head_them(
    lines: tuple[str, ...], cells: list[str]
) -> None:
    """Two rows, or three years that rise; one number alone is a count of views."""
    found = kept("Peoples of the district", BODY, *lines)
    assert [line for line in found if line[0].isdigit()] == cells


def test_a_mark_between_parts_of_the_text_closes_no_block() -> None:
    """Only at the top of a page does it stand below the history block."""
    lines = [f"{number}. {BODY}" for number in range(14)]
    assert kept("Dungans of the valley", *lines, "- = -", BODY)[: len(lines) + 1] == [
        "Dungans of the valley",
        *lines,
    ]


@pytest.mark.parametrize(("line", "day"), DATELINES)
def test_a_dateline_under_the_lead_is_one_too(line: str, day: str) -> None:
    """What stands beside the day says that it is the page's, wherever the line is."""
    cleaned = clean(article_of(f"Dungans of the valley\n\n{BODY}\n\n{line}\n\n{BODY[:-1]} again."))
    assert cleaned.published == day
    assert line not in cleaned.text


@pytest.mark.parametrize(
    "line",
    [
        "12.05.2014 the museum was opened.",
        "17.12.2021 Marat Saparov opened the museum.",
        "5 May 2014 Marat",
        "5 May 1937 | 1380",
        "1 January 1934   1380",
        "14 May 2015 in Almaty by Aliya",
        "14 May 2015 - opening of the museum in Taraz",
        "16 December 2011 – Zhanaozen",
        "16 December 1986 / Almaty / Brezhnev square",
        "14 May 2015 – 1380 people came",
        "Share of Kazakhs | 12",
        "Published in 2014",
    ],
)
def test_lines_that_tell_of_a_day_are_text(line: str) -> None:
    """A day that an article tells, or a row of a table, is no dateline."""
    assert line in kept("Dungans of the valley", BODY, line, BODY[:-1] + " again.")


LABELLED = ["Published: 07.03.2016", "Views: 2810", "Updated - 09.03.2016"]


@pytest.mark.parametrize("order", [(1, 0), (0, 1), (0, 2), (1, 0, 2)])
def test_lines_of_the_page_below_each_other_are_no_table(order: tuple[int, ...]) -> None:
    """Above the title as well as below it."""
    block = "\n".join(LABELLED[number] for number in order)
    for text in (f"{block}\n\nDungans\n\n{BODY}", f"Dungans\n\n{block}\n\n{BODY}"):
        cleaned = clean(article_of(text))
        assert (cleaned.title, cleaned.published) == ("Dungans", "2016-03-07")
        assert cleaned.text == f"Dungans\n\n{BODY}"


@pytest.mark.parametrize(
    "rows",
    [
        ("Nationality | 01.01.2010 | 01.01.2012", "Dungans | 4120 | 4385"),
        ("Opened | 12.05.2014", "Closed | 13.06.2015"),
    ],
)
def test_rows_of_a_table_that_hold_days_are_text(rows: tuple[str, ...]) -> None:
    """Its head as well."""
    assert kept("Dungans of the valley", BODY, "\n".join(rows), BODY)[2:4] == list(rows)


@pytest.mark.parametrize(
    "line",
    [
        "1204 views | Print | Share",
        "View: 4118 | Share | Print",
        "Like 14 · Tweet 3 · Views: 702",
        "View count: 1190. Photo from the archive of the author",
        "Comments (3) | Leave a comment",
    ],
)
def test_counts_and_buttons_are_furniture(line: str) -> None:
    """Wherever they stand."""
    assert line not in kept("Dungans of the valley", BODY, line, BODY[:-1] + " again.")


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("ALMATY, 28 October 2022 - ", "2022-10-28"),
        ("ASTANA. May 5, 2014. KAZINFORM - ", "2014-05-05"),
        ("ASTANA. December 14, 2011. Qazaqstan tarihy - ", "2011-12-14"),
        ("ALMA-ATA, 16 December 1986 - ", None),
        ("On 28 October 2022 - ", None),
    ],
)
def test_a_news_agencys_opening_tells_the_day(opening: str, day: str | None) -> None:
    """And stays in the text."""
    cleaned = clean(article_of(f"Dungans of the valley\n\n{opening}{BODY}"))
    assert cleaned.published == day
    assert opening.strip() in cleaned.text


def test_a_lone_day_near_the_top_is_the_pages() -> None:
    """Under a lead too, if it is the only one; of several each heads a part of a chronicle."""
    more = BODY[:-1] + " again."
    assert "21 February 2013" not in kept("Dungans", BODY, "21 February 2013", more)
    chronicle = ("Dungans", BODY, "21 February 2013", more, "1 March 2013", more)
    assert kept(*chronicle) == list(chronicle)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (
            f"{BODY}\n\nRead also:\nFrom 1926 to 1995\n100 questions about it\nTags: a, b\nShare: VK",
            [BODY],
        ),
        (f"{BODY}\n\nRead also:\n\nFrom 1926 to 1995\n\nWhy did they leave in 1962?", [BODY]),
        (f"{BODY}\n\nRead also:\nFrom 1926 to 1995\n\nThe war\n\n{BODY}", [BODY, "The war", BODY]),
        (f"{BODY}\n\nRead also:\n\nThe war\n\n{BODY}", [BODY, "The war", BODY]),
        (
            f"{BODY}\n\nToday in history\n8 March – Women's Day\n1921 – the fund was opened\nPhoto: A. Wolf",
            [BODY],
        ),
        (
            f"Today in history\nIn 1943 a plant was opened\nMay 6 – Day of defenders\n\n{BODY}",
            [BODY],
        ),
        (
            f"{BODY}\n\nOn this day\n4 June 1956. The bridge over the river was opened for carts and riders.",
            [BODY],
        ),
        (
            f"Today in history.\n1968: The bridge over the river was opened for carts.\n\n{BODY}",
            [BODY],
        ),
        (
            f"{BODY}\n\nToday in history : 8 March 1936. The bridge was opened. 8 March 1954. It fell.",
            [BODY],
        ),
        (f"{BODY}\n\nToday in history. 8 March 1936 : the bridge was opened.", [BODY]),
        (f"{LONG}\n\nToday in history\nMay 6\n1945 The rising went on", [LONG]),
        (
            f"{LONG}\n\nTODAY IN HISTORY\n1911 Was born the poet .\n1930 The bridge was opened to carts and riders.",
            [LONG],
        ),
        (
            f"{LONG}\n\nToday in history\n1911 Was born the poet .\n\n1930 was a hungry year, and the herds were gone.",
            [LONG, "1930 was a hungry year, and the herds were gone."],
        ),
        (
            f"{LONG}\n\n- = -\nToday in history\nJune 5, 1998 The museum received a new building",
            [LONG],
        ),
        (f"{LONG}\n\n- = -\nJune 5, 1998 The museum received a new building", [LONG]),
        (f"{LONG}\n\nToday in history, June 5\n1998 – The museum was opened", [LONG]),
        (
            f"Today in history\n1921 – the fund was opened\n\n{LONG}\n\n- = -\nToday in history\n1998 – A day",
            [LONG],
        ),
        (
            f"{LONG}\n\n- = -\n\n1930 was a hungry year, and the herds were gone.",
            [LONG, "- = -", "1930 was a hungry year, and the herds were gone."],
        ),
    ],
)
def test_titles_and_events_of_other_pages_are_furniture(text: str, left: list[str]) -> None:
    """Below "Read also" to the end, or right under it within the text; below "Today in history" events alone."""
    assert [line.text for line in sort_lines(split_lines(text)).kept] == left


@pytest.mark.parametrize(
    ("kind", "part"),
    [(row["kind"], part) for row in rules("dateline_parts") for part in row["examples"]],
)
def test_the_parts_of_a_dateline_are_known(kind: str, part: str) -> None:
    """Each beside a day, if it holds none."""
    line = part if kind in ("date", "label") else f"12 May 2014 | {part}"
    assert page_line(line) in ("dateline", "labelled-day", "lone-day")


MAXIM = "If a nation does not know its history, then its citizens have nowhere to go."
VIEW = "\u00abWe need to look into the past in order to understand the present and foresee the future\u00bb"


@pytest.mark.parametrize(
    ("page", "title", "left"),
    [
        (f"{VIEW}\n\nSettlers\n\n{BODY}", "Settlers", ["Settlers", BODY]),
        (f"{VIEW}.\nN. Nazarbayev\nSettlers\n\n{BODY}", "Settlers", ["Settlers", BODY]),
        (f"{MAXIM}\nMirzhakyp Dulatuly\n\nSettlers\n\n{BODY}", "Settlers", ["Settlers", BODY]),
        (
            f"{MAXIM}\nMirzhakyp Dulatuly\n\nBirthday of Olga Wolf - a writer\n\nIn 1998 the law was adopted"
            f"\n\nToday is the birthday of Kim\n\n{BODY}",
            "Today is the birthday of Kim",
            ["Today is the birthday of Kim", BODY],
        ),
        (
            f"{MAXIM}\nMirzhakyp Dulatuly\n\nIn 1998\n\nSettlers of the valley\n\nAn essay\n\n{BODY}",
            "In 1998",
            ["In 1998", "Settlers of the valley", "An essay", BODY],
        ),
        (f"Settlers - e-history.kz\nApril 2002\n\n{BODY}", "Settlers", ["April 2002", BODY]),
    ],
)
def test_the_portals_pages_have_their_titles(page: str, title: str, left: list[str]) -> None:
    """Below a maxim with or without its author and other events of the day; or but in the site's own line."""
    cleaned = clean(article_of(page))
    assert (cleaned.title, cleaned.text.split("\n\n")) == (title, left)


SOURCES = [
    "1. Wolf A. Steppe. Omsk, 2004.",
    "2. State archive, f. 23, op. 1",
    "3) Kim B. Village. 148 p.",
]


@pytest.mark.parametrize(
    ("lines", "left"),
    [
        (["List of used literature", *SOURCES], ["List of used literature"]),
        (["Sources", *SOURCES[:2], "", "The road", BODY], ["Sources", "The road", BODY]),
        (["Literature", BODY, "It was printed in Omsk, 1942."], None),
        (["Notes", "1. In 1942 there were 300 families."], None),
        (["Comments (2)", "Aidos: there were 500 people.", "13.05.2014 10:12"], []),
        (["2 comments", "Jan says:", "There were 3000 men.", "Reply"], []),
        (["Comments (2)", BODY, "It was so."], [BODY, "It was so."]),
        (
            ["Comments (2)", "13.05.2014 10:12", "There were 500 people."],
            ["There were 500 people."],
        ),
    ],
)
def test_sources_and_comments_stand_below_the_text(
    lines: list[str], left: list[str] | None
) -> None:
    """Each told by its head and what such a line has; sentences under the same words are text."""
    text = "\n".join((LONG, *lines))
    kept_lines = [line.text for line in sort_lines(split_lines(text)).kept]
    assert kept_lines == [LONG, *(lines if left is None else left)]


@pytest.mark.parametrize(
    ("lines", "kept_number"),
    [
        ("It was opened in\n1998\nby the settlers.", True),
        ("It was opened.\n\n1998\n\nby hand.", False),
    ],
)
def test_a_number_within_a_wrapped_sentence_is_no_view_count(
    lines: str, *, kept_number: bool
) -> None:
    """Small letters go on right below it."""
    cleaned = clean(article_of(f"Dungans\n\n{BODY}\n\n{lines}"))
    assert ("1998" in cleaned.text) is kept_number
