"""The reference of the command line says what the commands say."""

from docs.cli_reference import PAGE, reference


def test_the_reference_is_up_to_date() -> None:
    """Commands and options that were added, changed or removed are in it."""
    same = PAGE.read_text(encoding="utf-8") == reference()
    assert same, f"{PAGE} is out of date; run: make reference"
