"""Names in quotes that no noun explains, weighed by what stands around them."""

import pytest

from pipeline.extracting import extract
from pipeline.naming.candidates import Candidate
from pipeline.naming.untold_quotes import quote_options, untold_quotes
from pipeline.nlp import load


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        (
            'The newspaper "Zhana kun" came out in Oral. In 1914 "Zhana kun" had 3000 subscribers.',
            [("Zhana kun", "media", 2)],
        ),
        (
            'Two collective farms arose there, "Zhana Zhol" in March 1929 and "Kyzyl Tan" in 1930.',
            [("Zhana Zhol", "company", 1), ("Kyzyl Tan", "company", 1)],
        ),
        ('The poem "Snow girl" he wrote in 1970, and "Night readings" in 1980.', []),
        ('He said: "Good day".', []),
        ("At the close the pupils sang “Farewell” to their teachers.", []),
    ],
)
def test_a_quoted_name_is_a_body_where_its_surroundings_say_so(
    text: str, bodies: list[tuple[str, str, int]]
) -> None:
    """By its name, type and the number of its mentions."""
    found = [(b.name, b.type, len(b.mentions)) for b in extract(text).organizations]
    assert found == bodies


def features(text: str, bodies: list[Candidate]) -> dict[str | None, set[str]]:
    """The features of the last quoted name of a text, by the type it may have."""
    quote = list(untold_quotes(load()(text), bodies))[-1]
    return {option.value: set(option.features) for option in quote_options(quote)}


def test_options_are_nothing_and_every_type() -> None:
    """Nothing has no features; each type has those of any body and its own."""
    found = features('In 1914 "Zhana kun" had 3000 subscribers.', [])
    assert not found[None]
    assert {"body", "behind=had", "before=YEAR", "words=2:capitals=False"} <= found["media"]
    assert {"media", "media:behind=had"} <= found["media"] - found["party"]


@pytest.mark.parametrize(
    ("text", "bodies", "feature"),
    [
        (
            'In "Asar" they sing.',
            [Candidate(90, 94, "Asar", "culture", "quoted")],
            "again-type=True",
        ),
        (
            'Here "Asar" and "Birlik" sing.',
            [Candidate(6, 10, "Asar", "culture", "quoted")],
            "listed-type=True",
        ),
    ],
)
def test_bodies_told_elsewhere_give_their_type(
    text: str, bodies: list[Candidate], feature: str
) -> None:
    """One of the same name, or one beside it in a list."""
    found = features(text, bodies)
    assert [kind for kind, told in found.items() if feature in told] == ["culture"]
