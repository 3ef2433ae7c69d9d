"""Spellings of one name are told from names of two."""

import pytest

from pipeline.normalising.names import (
    canonical_name,
    is_partial,
    name_key,
    person_name,
    same_body,
    same_person,
    stands_for,
)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('"The union of the Korean centers"', "Union of the Korean Centers"),
        ("kolkhoz named after Kirov", "kolkhoz named after Kirov"),
        ("the State Museum", "State Museum"),
        ("the union of Koreans", "union of Koreans"),
        ("The Union of centers", "Union of centers"),
        ("The Senate", "Senate"),
        ("Ministry of Justice,", "Ministry of Justice"),
        ("party «Alash» –", "party Alash"),
        ("  Party   “Nur Otan” ", "Party Nur Otan"),
        ("Alash", "Alash"),
        ("", ""),
        ("the «Stenbock & Co.»", "Stenbock & Co."),
        (
            "the Eurasian University (ENU) named after Gumilyov",
            "Eurasian University named after Gumilyov",
        ),
        ("Lyceum named after. I. Altynsarin", "Lyceum named after I. Altynsarin"),
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
        ("Verny Men's Gymnasium", "Verny Women's Gymnasium", False),
        ("316th Rifle Division", "the 316th rifle division", True),
        ("Union of Azerbaijani Cultural Centers", "Union of Azerbaijan Cultural Centers", True),
        ("North Kazakhstan University", "South Kazakhstan University", False),
        ("Eastern Command Headquarters", "Western Command Headquarters", False),
        ("Alash", "Alas", False),
        ("Nazarbayev University", "A. Nazarbayev University", True),
        ("National Cultural Centre Tas", "National Cultural Centre Nas", False),
        (
            "Archive of the President RK",
            "Archive of the President of the Republic of Kazakhstan",
            True,
        ),
    ],
)
def test_spellings_of_one_body(first: str, second: str, same: bool) -> None:
    """Articles, British spelling and plurals do not part a body."""
    assert same_body(first, second) is same


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("National Centre of Archaeology", "national center archaeology"),
        ("Opera Theatre", "opera theater"),
        ("Organisation of Islamic Cooperation", "organization islamic cooperation"),
        ("Assembly of the Peoples", "assembly people"),
        ("House of a Merchant", "house merchant"),
        ("Kazakh-British Technical University", "kazakh british technical university"),
        ("«Alash»", "alash"),
        ("Sh. Sh. Walikhanov Institute", "walikhanov institute"),
        ("A.Kasteyev Museum of Arts", "kasteyev museum arts"),
        ("Ministry of Culture of the RK", "ministry culture republic kazakhstan"),
    ],
)
def test_spellings_of_one_name_share_a_key(name: str, key: str) -> None:
    """British and American spelling, articles, initials and marks make no difference."""
    assert name_key(name) == key


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Nicholas (Mogilevsky)", "Nicholas Mogilevsky"),
        ("Kim of Sergey Petrovich", "Kim Sergey Petrovich"),
        ("Xenia Pak", "Xenia Pak"),
        ("Oleg Dymov", "Oleg Dymov"),
    ],
)
def test_a_person_name_has_neither_brackets_nor_of(text: str, name: str) -> None:
    """The rest is as written."""
    assert person_name(text) == name


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("Nazarbayev", "Nazarbaev", True),
        ("Kim of Sergey Petrovich", "Sergei Kim", True),
        ("Oleg Dymov", "Dymov Oleg", True),
        ("Alexander Dederer", "Alexander Rau", False),
        ("S. Kim", "Roman Kim", False),
        ("S.P. Kim", "Roman Kim", False),
        ("R.A. Kim", "Roman Kim", True),
        ("A.I.Kim", "Alexander Ivanovich Kim", True),
    ],
)
def test_tellings_of_one_person(first: str, second: str, same: bool) -> None:
    """Transposed and misspelt names are one person; a shared given name is not enough."""
    assert same_person(first, second) is same


@pytest.mark.parametrize(
    ("short", "full", "partial"),
    [
        ("Ministry of Justice", "Ministry of Justice of Kazakhstan", True),
        ("Ministry of Justice", "Ministry of Justice", False),
        ("Ministry of Justice of Kazakhstan", "Ministry of Justice", False),
        ("Museum", "Museum of History", False),
        ("Agency on statistics", "Agency of the Republic of Kazakhstan on statistics", True),
        ("Agency on migration", "Agency of the Republic of Kazakhstan on statistics", False),
        ("Committee on statistics", "Agency of the Republic of Kazakhstan on statistics", False),
        ("316th division", "316th Rifle Division", True),
        ("310th division", "316th Rifle Division", False),
        ("316th brigade", "316th Rifle Division", False),
        ("hospital № 3921", "Evacuation Hospital No. 3921", True),
        ("hospital No. 3922", "Evacuation Hospital No. 3921", False),
        ("School No. 1", "Boarding School No. 1", False),
        ("Rifle division", "Rifle Guards Division", False),
        ("Kazakh University", "State Kazakh University", False),
        ("State University", "Kazakh State University", False),
    ],
)
def test_a_shortened_name_is_partial(short: str, full: str, partial: bool) -> None:
    """Cut at its end, in its middle, or between its number and its noun; one word is too little."""
    assert is_partial(short, full) is partial


@pytest.mark.parametrize(
    ("acronym", "name", "stands"),
    [
        ("APK", "Assembly of People of Kazakhstan", True),
        ("APK", "Assembly of the Peoples of Kazakhstan", True),
        ("AP", "Assembly of People", False),
        ("Apk", "Assembly of People of Kazakhstan", False),
        ("APA", "Assembly of People of Kazakhstan", False),
    ],
)
def test_an_acronym_stands_for_its_name(acronym: str, name: str, stands: bool) -> None:
    """Three capitals at least, one for each word that is not small."""
    assert stands_for(acronym, name) is stands


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("R.A. Kim", "Roman Kim", True),
        ("Roman Kim", "R. Kim", True),
        ("R. Pak", "Roman Kim", False),
        ("Kim", "Roman Kim", True),
        ("Roman", "Roman Kim", True),
        ("Roman Andreevich Kim", "Kim Roman", True),
    ],
)
def test_initials_and_parts_of_a_name(first: str, second: str, same: bool) -> None:
    """A part that is short is an initial; a family name must be there whole."""
    assert same_person(first, second) is same
