"""Spellings of one name are told from names of two."""

import pytest

from pipeline.normalising.names import canonical_name, is_partial, same_body, same_person


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('"The union of the Korean centers"', "Union of the Korean Centers"),
        ("kolkhoz named after Kirov", "kolkhoz named after Kirov"),
        ("the State Museum", "State Museum"),
    ],
)
def test_a_canonical_name_is_as_written_without_quotes_and_article(text: str, name: str) -> None:
    """Where the article took the capital the words get theirs; small words stay small."""
    assert canonical_name(text) == name


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("Union of Greek Cultural Centres", "union of the Greek cultural centers", True),
        ("Assembly of People of Kazakhstan", "Assembly of the Peoples of Kazakhstan", True),
        ("Museum of History of Almaty", "Museum of History of Astana", False),
        ("Ministry of Justice", "Ministry of Culture", False),
        ("310th Rifle Division", "316th Rifle Division", False),
    ],
)
def test_spellings_of_one_body(first: str, second: str, same: bool) -> None:
    """Articles, British spelling and plurals do not part a body."""
    assert same_body(first, second) is same


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("Kim of Sergey Petrovich", "Sergei Kim", True),
        ("Oleg Dymov", "Dymov Oleg", True),
        ("Alexander Dederer", "Alexander Rau", False),
    ],
)
def test_tellings_of_one_person(first: str, second: str, same: bool) -> None:
    """Transposed and misspelt names are one person; a shared given name is not enough."""
    assert same_person(first, second) is same


def test_a_beginning_is_a_partial_name() -> None:
    """A later short name points to the fuller one."""
    assert is_partial("Ministry of Justice", "Ministry of Justice of Kazakhstan")
    assert not is_partial("Museum", "Museum of History")
