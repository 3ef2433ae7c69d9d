"""Which names of an article are of one body."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pipeline.naming.alike import Names, same_name

JUSTICE = "Ministry of Justice of Kazakhstan"


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("Assembly of People of Kazakhstan", "Assembly of Peoples of Kazakhstan", True),
        ("Abai Theatre", "Abai Theater", True),
        ("Ministry of Justice", JUSTICE, True),
        ("Agency on Statistics", "Agency of the Republic on Statistics", True),
        ("316th Division", "316th Rifle Division", True),
        ("APK", "Assembly of People of Kazakhstan", True),
        ("School No. 12", "School No. 13", False),
        ("Union of Writers of Almaty", "Union of Writers of Astana", False),
        ("Ministry", JUSTICE, False),
        ("AP", "Assembly of People", False),
        ("apk", "Assembly of People of Kazakhstan", False),
        ("UN", "United Nations", True),
        ("UN", "UNESCO", False),
        ("Kazzinc LLP", "LLP Kazzinc", True),
        ("Kazakhmys PLC", "Kazakhmys", True),
        ("Kazakhmys PLC", "Kazzinc PLC", False),
        ("Imperial Russian Geographical Society", "Russian Geographical Society", True),
        ("Imperial Bank", "Bank", False),
        (
            "M. Auezov South Kazakhstan University",
            "South Kazakhstan University named after Auezov",
            True,
        ),
        ("M. Auezov South Kazakhstan University", "SKU named after M. Auezov", True),
        ("SKU named after M. Auezov", "SKU named after Abai", False),
        ("M. Auezov South Kazakhstan University", "MKU named after M. Auezov", False),
        ("CSA of RK", "Central State Archive of the Republic of Kazakhstan", True),
        ("CSA", "Central State Archive of RK", True),
        ("Foundation of Kazakh Turks", "Kazakh Turks Foundation", True),
        ("University of Almaty", "Almaty University", False),
        (
            "Abai Kunanbayev State University",
            "Semey State University named after Abai Kunanbayev",
            True,
        ),
        ("Institute of Arts and Crafts", "Ch. Ch. Valikhanov Institute of Arts and Crafts", True),
        (
            "Karaganda State University",
            "Academician E. A. Buketov Karaganda State University",
            True,
        ),
        ("Institute of Botany", "Ch. Ch. Valikhanov Institute of History", False),
        ("Baiseitova School", "Kulyash Baiseitova School for Gifted Children", True),
        ("Baiseitova Theatre", "Kulyash Baiseitova School for Gifted Children", False),
        ("Kazakh pedagogical institute", "Kazakh women's pedagogical institute", False),
        ("KazATC named after M. Seitov", "Kazakh Academy of Transport and Communications", True),
        ("KazATC named after M. Seitov", "Kazakh Academy of Arts", False),
        ("KarSTU", "Karaganda State Technical University", True),
        ("KarSTU", "Kazakh State Technical University", False),
        ("55-th rifle brigade", "55th Uzbek Rifle Brigade", True),
        ("418 division", "418th Rifle Division", True),
        ("418 division", "419th Rifle Division", False),
        ("Institute of Fish Breeding", "Kazakh Research Institute of Fish Breeding", True),
        ("Institute of Fish Breeding", "Uzbek Research Institute of Silk Weaving", False),
    ],
)
def test_spellings_short_forms_and_acronyms_are_one_name(one: str, two: str, same: bool) -> None:
    """In either order; another number or town is another body."""
    assert same_name(one, two) is same
    assert same_name(two, one) is same


_PARTS = (
    "Kazakh",
    "Union",
    "of",
    "Writers",
    "Writer",
    "Peoples",
    "316th",
    "UN",
    "KUW",
    "LLP",
    "named after",
    "RK",
    "No",
    "the",
    "Ch. Valikhanov",
    "Kulyash Baiseitova",
)
_NAMES = st.lists(st.sampled_from(_PARTS), min_size=1, max_size=5).map(" ".join)


@given(st.lists(_NAMES, max_size=12))
@example(["Union Kazakh Kazakh Union", "Union Union Union"])
def test_names_are_found_as_by_comparing_each_with_each(told: list[str]) -> None:
    """The index misses none and finds no more, whatever the order."""
    names = Names()
    for count, name in enumerate(told, 1):
        expected = {other for other in told[:count] if other == name or same_name(other, name)}
        assert names.alike(name) == expected
