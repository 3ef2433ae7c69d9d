"""Coverage-guided fuzzing of reading, cleaning and the parsing of numbers and dates (`make fuzz`).

    python tests/fuzzing/atheris_targets.py reading -max_total_time=300 FOLDER

The folder keeps what was found to reach new code. An error that is not the package's own ends it.
"""

import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["pipeline"]):
    from pipeline.cleaning import clean
    from pipeline.errors import EhistoryError
    from pipeline.normalising.context import counted_head
    from pipeline.normalising.dates import find_dates
    from pipeline.normalising.edtf import bounds
    from pipeline.normalising.numerals import find_numbers
    from pipeline.reading import Limits, Parcel, open_parcel, text_article
    from pipeline.reading.inputs import articles_of

LIMITS = Limits(20_000)
NAMES = ("a.txt", "a.html", "a.jsonl", "a.json", "a.txt.gz", "a.jsonl.gz", "a.warc", "a.warc.gz")


def reading(data: bytes) -> None:
    """The bytes of a file in the format that their first one chooses."""
    if not data:
        return
    path = Path(NAMES[data[0] % len(NAMES)])
    for item in articles_of(BytesIO(data[1:]), path, str(path), LIMITS):
        if isinstance(item, Parcel):
            open_parcel(item, LIMITS)


def cleaning(data: bytes) -> None:
    """A text; every character of what is left leads back to it."""
    text = data.decode("utf-8", "replace")
    mapped = clean(text_article(text, id="a", source="a")).mapped
    assert len(mapped.text) == len(mapped.starts) == len(mapped.ends)


def parsing(data: bytes) -> None:
    """Numbers and dates in a clean text: each within it, each date with bounds."""
    text = clean(text_article(data.decode("utf-8", "replace"), id="a", source="a")).text
    for number in find_numbers(text):
        assert 0 <= number.start < number.end <= len(text)
        counted_head(text, number.end)
    for date in find_dates(text):
        assert 0 <= date.start < date.end <= len(text)
        bounds(date.value.edtf)


def fuzzed(target: Callable[[bytes], None]) -> Callable[[bytes], None]:
    """A target for which the package's own errors are no finding."""

    def run(data: bytes) -> None:
        try:
            target(data)
        except EhistoryError:
            return

    return run


if __name__ == "__main__":
    targets = {"reading": reading, "cleaning": cleaning, "parsing": parsing}
    chosen = targets[sys.argv.pop(1)]
    atheris.Setup(sys.argv, fuzzed(chosen))
    atheris.Fuzz()
