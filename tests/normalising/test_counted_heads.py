"""What a number counts, by the words behind it."""

import re

import pytest

from pipeline.normalising.context import Head, counted_head, governed_words, noun_in


@pytest.mark.parametrize(
    ("text", "head", "group", "kind"),
    [
        ('71,000 "labour settlers" came', '"labour settlers"', "labour settlers", "moved"),
        ('30 young "settlers" came', '"settlers"', "settlers", "moved"),
        ("3 settlers", "settlers", "settlers", "moved"),
        ("300 of the settlers", "settlers", "settlers", "moved"),
        ("500 people deputies", "deputies", "deputies", "other"),
        ("83 employees answer questions", "employees", "employees", "other"),
        ("83 employees tons", "employees", "employees", "other"),
        ("60 student soldiers", "soldiers", "soldiers", "other"),
        ("12 school teachers", "teachers", "teachers", "other"),
        ("30 people, Kazakhs", "people", None, None),
        ("12 special settlers-Balkars", "special settlers-Balkars", "special settlers", "moved"),
        ("12 children and women", "children", "children", None),
        ("40 well-known beekeepers", "beekeepers", "beekeepers", "other"),
        ("40 well-known local beekeepers", "beekeepers", "beekeepers", "other"),
        ("9 new tribal wagoners", "wagoners", "wagoners", "other"),
        ("45 homeless in the town", "homeless", "homeless", None),
        ("300 Leningraders came", "Leningraders", "Leningraders", None),
        ("120 young Karagandians", "Karagandians", "Karagandians", None),
        ("27 karagandians fell", "karagandians", "karagandians", "other"),
        ("30 semipalatinians", "semipalatinians", "semipalatinians", "other"),
        ("12 thousand almatians", "almatians", "almatians", "other"),
        ("260 Chechen and Balkar children", "children", "children", None),
        ("60 TEACHERS", "TEACHERS", "teachers", "other"),
    ],
)
def test_a_number_counts_the_people_of_its_phrase(
    text: str, head: str, group: str | None, kind: str | None
) -> None:
    """In quotes, behind adjectives and peoples, in a compound; unknown ones by their ending."""
    found = _head(text)
    assert found is not None
    assert found.noun is not None
    assert (text[found.start : found.end], found.noun.group, found.noun.kind) == (head, group, kind)


@pytest.mark.parametrize(
    ("text", "head", "unit"),
    [
        ("40 Kazakh families", "families", "families"),
        ("300 Polish and German households", "households", "households"),
        ("12 settler families", "settler families", "families"),
        ("200 households of Kazakhs", "households", "households"),
    ],
)
def test_families_and_households_are_their_own_units(text: str, head: str, unit: str) -> None:
    """Whoever they are of."""
    found = _head(text)
    assert found is not None
    assert found.noun is not None
    assert (text[found.start : found.end], found.noun.unit) == (head, unit)


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("142 plants evacuated", "plants"),
        ("100 tons of people", "tons"),
        ("12 large schools", "schools"),
        ('12 "schools" there', '"schools"'),
        ("12 trawlers there", "trawlers"),
        ("12 new transmitters", "transmitters"),
    ],
)
def test_things_are_counted_too_but_are_no_people(text: str, head: str) -> None:
    """The head has no noun for people."""
    found = _head(text)
    assert found is not None
    assert (text[found.start : found.end], found.noun) == (head, None)


@pytest.mark.parametrize(
    "text",
    [
        "9",
        "9.",
        "9, settlers",
        "9\n\nSettlers came.",
        "17 societies enters",
        "12 were settlers",
        '30 "Kazakh" families',
        "9 ?",
    ],
)
def test_a_number_that_counts_nothing_known(text: str) -> None:
    """A stop, a verb, a name or the end of the paragraph ends its phrase."""
    assert _head(text) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("the number of Kazakhs in Almaty", "Kazakhs in Almaty"),
        ("The share of the local Germans, and the number of all Poles", "Poles"),
        ("Kazakhs grew in number", None),
    ],
)
def test_the_last_number_of_governs(text: str, words: str | None) -> None:
    """What "number of" is of."""
    assert governed_words(text, 0, len(text)) == words


@pytest.mark.parametrize(
    ("words", "group"),
    [
        ("evacuated children", "children"),
        ("special settlers,", "special settlers"),
        ("people", None),
        ("Kazakhs and Russians", "Kazakhs"),
    ],
)
def test_the_noun_in_a_few_words_names_a_group_where_it_can(words: str, group: str | None) -> None:
    """A participle says less than the noun behind it."""
    noun = noun_in(words)
    assert noun is not None
    assert noun.group == group


def _head(text: str) -> Head | None:
    digits = re.match(r"[\d,]*\d", text)
    assert digits is not None
    return counted_head(text, digits.end())
