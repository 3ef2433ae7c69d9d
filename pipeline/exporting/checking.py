"""What a record must be, beyond what its schema says, to become rows of tables."""

import math
import re

from pipeline.exporting.rows import Row, rows_of
from pipeline.records import ArticleRecord

_FACT_ID = re.compile(r"[a-z]+-\d+")
_LARGEST = 2**63 - 1


def flaw_of(record: ArticleRecord) -> str | None:
    """Why a valid record can't become rows: its facts' ids, or a number beyond 64 bits."""
    seen: set[str] = set()
    for fact in record.facts():
        if not _FACT_ID.fullmatch(fact.id):
            return f"{fact.id!r} is no id of a fact"
        if fact.id in seen:
            return f"the id {fact.id} comes twice"
        seen.add(fact.id)
    try:
        rows = [row for table in rows_of(record).values() for row in table]
    except ValueError:  # Python's own limit to the digits of an integer
        return "a year has too many digits"
    return next(filter(None, map(_overflow, rows)), None)


def _overflow(row: Row) -> str | None:
    for name, value in row.items():
        large = isinstance(value, int) and abs(value) > _LARGEST
        if large or (isinstance(value, float) and not math.isfinite(value)):
            return f"{row['id']}: {name} is beyond 64 bits"
    return None
