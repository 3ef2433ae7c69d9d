"""Headings in capitals are read in ordinary letters, letter for letter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import extract
from pipeline.cleaning.capitals import in_ordinary_letters
from pipeline.offsets import MappedText


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("THE HISTORY OF THE CITY", "The History of the City"),
        ("He wrote: PEOPLE'S THEATRE OPENS.", "He wrote: People's Theatre Opens."),
        ("KOREANS OF THE USSR IN THE XX CENTURY", "Koreans of the USSR in the XX Century"),
        ("WORKERS OF THE NKVD ARCHIVES", "Workers of the NKVD Archives"),
        ("SYR-DARYA REGION", "Syr-Darya Region"),
        ("UNESCO, UNICEF and ISESCO", "UNESCO, UNICEF and ISESCO"),
        ("NAS RK", "NAS RK"),
        ("Aigul SARSENOVA sang.", "Aigul SARSENOVA sang."),
        ("She came in 1937.", "She came in 1937."),
    ],
)
def test_a_heading_is_read_in_title_case(text: str, read: str) -> None:
    """Abbreviations, Roman numerals, lone words and names stay."""
    assert in_ordinary_letters(MappedText.identity(text)).text == read


@given(st.text(alphabet="ABCDE OF-'.,\n1ab", max_size=60))
def test_letters_change_but_for_their_case_alone(text: str) -> None:
    """Nothing is added, dropped or moved."""
    read = in_ordinary_letters(MappedText.identity(text))
    assert read.text.lower() == text.lower()
    assert list(read.starts) == list(range(len(text)))


def test_a_mention_is_written_as_it_stands() -> None:
    """The name is in ordinary letters, its mention in capitals."""
    raw = "STATE ARCHIVE OF PAVLODAR REGION OPENS\n\nIt has 300 visitors a day."
    (body,) = extract(raw).organizations
    assert body.name == "State Archive of Pavlodar Region"
    assert [raw[m.start : m.end] for m in body.mentions] == ["STATE ARCHIVE OF PAVLODAR REGION"]
