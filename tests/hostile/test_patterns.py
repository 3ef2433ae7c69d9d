"""What a pattern repeats ends: however long a hostile text is, a match takes a few words of it.

From each of a text's words a pattern whose repetition has no end reads to the text's end, which is the square of its
length. `make bench-regexes` finds them; those found are tried here.
"""

import re

import pytest

from pipeline.linking import subjects, told_subjects
from pipeline.linking.years import listed
from pipeline.naming import acronyms, renaming, unquoted
from pipeline.normalising import percent_lists, table_lines
from pipeline.reading import html

TIMES = 4_000
LONGEST = 500
SPELT = ("KazNII", "MID", "KPSS", "KazTV")


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (subjects._CUES_BEFORE["them-before"], "of them " * TIMES),
        (told_subjects._NO_THING, "urban " * TIMES + "population"),
        (listed._LIKE[3][0], "12 " * TIMES + "12 - to Siberia, "),
        (unquoted._form_before(), "OJSC " * TIMES + "Samal"),
        *((pattern, "Kaz " * TIMES + end) for (pattern, _), end in zip(acronyms._SPELT, SPELT, strict=True)),
        (renaming.renamed_it(), "it was " + "and " * TIMES + "it was later renamed"),
        (renaming._renaming(), ", later renamed " + "into " * TIMES),
        (percent_lists._ITEM, "in the " * TIMES + "towns 32"),
        (table_lines._CLOSED_CAPTION, "number of Kurds " * TIMES + "in 1937."),
        (table_lines._CLOSED_CAPTION, "total " * TIMES + "number of Kurds."),
        (html._RAISED_MARK, "<sup " * TIMES + ">1</sup>"),
    ],
)  # fmt: skip
def test_a_match_takes_a_few_words(pattern: re.Pattern[str], text: str) -> None:
    """It is found at the end of a text that begins as it does all along."""
    matches = [match[0] for match in pattern.finditer(text)]
    assert matches
    assert max(map(len, matches)) < LONGEST
