"""The words that tell that an amount rose or fell: models/lexicons/change_words.tsv as a pattern."""

from functools import cache
from typing import Literal

from pipeline.lexicons import table

Direction = Literal["rise", "fall", "either"]


@cache
def change_pattern(direction: Direction | None = None) -> str:
    """The source of a pattern of these words, whole, in all their forms; of one direction where it is named."""
    rows = (row for row in table("change_words") if direction in (None, row["direction"]))
    return rf"\b(?:{'|'.join(row['form'] for row in rows)})\b"
