"""Counts of years in a row, told by what stands before the colon."""

import pytest

from pipeline.normalising.dated_series import find_series
from pipeline.records import Place

Told = tuple[str, int, str | None, str, str | None]


def series(text: str) -> list[Told]:
    """Text, factor, group (or unit) and year of each number, with the place that the label names."""
    start = text.find("Almaty")
    places = [(start, start + len("Almaty"), Place(name="Almaty"))] if start >= 0 else []
    cells = find_series(text, places)
    nouns = [(cell, cell.noun) for cell in cells if cell.noun is not None]
    assert len(nouns) == len(cells)
    return [
        (
            text[cell.start : cell.end],
            cell.factor,
            noun.group or noun.unit,
            cell.time or "",
            cell.place and cell.place.name,
        )
        for cell, noun in nouns
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Number of Koreans: 1939 – 96,453, 1959 – 74,000.",
            [("96,453", 1, "Koreans", "1939", None), ("74,000", 1, "Koreans", "1959", None)],
        ),
        (
            "Number of Poles: 1926 – 63,4 thous., 1959 – 59,8 thous., 1989 – 185,3 thous. Many live",
            [
                ("63,4 thous.", 1, "Poles", "1926", None),
                ("59,8 thous.", 1, "Poles", "1959", None),
                ("185,3 thous", 1, "Poles", "1989", None),
            ],
        ),
        (
            "households: 1930 – 5034; 1933 – 1218;",
            [("5034", 1, "households", "1930", None), ("1218", 1, "households", "1933", None)],
        ),
        (
            "Number of Germans: in 1926 - 51 thousand, in 1939 - 92 thousand and in 1959 - 648 thousand.",
            [
                ("51 thousand", 1, "Germans", "1926", None),
                ("92 thousand", 1, "Germans", "1939", None),
                ("648 thousand", 1, "Germans", "1959", None),
            ],
        ),
        (
            "Poles of Almaty (thousand): 1926 - 3.1, 1939 - 54.6.",
            [("3.1", 1000, "Poles", "1926", "Almaty"), ("54.6", 1000, "Poles", "1939", "Almaty")],
        ),
        (
            "Dynamics of number of the Kurds:\n\n1959 - 6,1 thousand (0,1 %)\n\n1970 - 12,3 thousand (0,1 %)\n",
            [
                ("6,1 thousand", 1, "Kurds", "1959", None),
                ("12,3 thousand", 1, "Kurds", "1970", None),
            ],
        ),
        (
            "By the counts, in thousands:\n\nWorkers — 1928: 129.3; 1932: 389\n\n"
            "Of these in mines — 1928: 17.9; 1940: 15",
            [
                ("129.3", 1000, "workers", "1928", None),
                ("389", 1000, "workers", "1932", None),
                ("17.9", 1000, "workers", "1928", None),
                ("15", 1000, "workers", "1940", None),
            ],
        ),
        (
            "The population of the city (1926 – 47,361, 1939 – 91,678) grew.",
            [("47,361", 1, "persons", "1926", None), ("91,678", 1, "persons", "1939", None)],
        ),
    ],
)
def test_the_label_tells_whom_the_numbers_of_the_years_count(
    text: str, expected: list[Told]
) -> None:
    assert series(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Cattle of all kinds: 1930 – 211 300; 1933 – 3 740.",
        "Number of Koreans: 1939 – 96,453.",
        "Share of Koreans: 1939 – 1.6 %, 1959 – 0.8 %.",
        "Number of Koreans: 1939 – 1.6, 1959 – 0.8.",
        "It was rebuilt: 1939 – a school, 1959 – a mill.",
        "1939 – 96,453, 1959 – 74,000.",
    ],
)
def test_things_shares_and_lone_numbers_are_no_series(text: str) -> None:
    assert series(text) == []
