"""Number cells of flattened tables: what each counts, of whom, where and when, told by its row and column.

Notes for a newcomer: table_lines finds the rows, table_heads reads the lines above them; here rows get their subject
(people, place, whole or year), and a block is a table only where its labels are known ones.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import reduce
from typing import Literal

from pipeline.normalising.context import PersonNoun
from pipeline.normalising.gazetteer import region_called
from pipeline.normalising.numerals import is_written_whole, number_value
from pipeline.normalising.table_heads import (
    PERSONS,
    Change,
    Dates,
    Heading,
    Told,
    heading_of,
    noun_at,
    told_of,
    words,
)
from pipeline.normalising.table_lines import YEAR, Block, blocks, fitting, label_cells, widths
from pipeline.records import Place, PopulationKind
from pipeline.table_rows import Entry, Row, Stretch

# Places of the text: start, end, place.
Places = Sequence[tuple[int, int, Place]]


@dataclass(frozen=True, slots=True)
class Cell:
    """A number at `start:end`: `value` as written, `factor` its unit; `noun` null where no people are counted.

    `signed` where a per cent sign of its own follows, `headed` where a unit, a year or columns are told above.
    """

    start: int
    end: int
    kind: Literal["count", "percent"]
    value: Decimal
    factor: int
    noun: PersonNoun | None
    place: Place | None
    time: str | None
    signed: bool
    headed: bool
    told_kind: PopulationKind | None = None
    change: Change | None = None


@dataclass(frozen=True, slots=True)
class _Subject:
    """What a row's label names; all null for what is unknown."""

    noun: PersonNoun | None = None
    place: Place | None = None
    year: str | None = None
    whole: bool = False

    def or_else(self, other: "_Subject") -> "_Subject":
        """This, and of the other what this does not name."""
        return _Subject(
            self.noun or other.noun,
            self.place or other.place,
            self.year or other.year,
            self.whole or other.whole,
        )


_UNKNOWN = _Subject()


def find_cells(text: str, dates: Dates, places: Places) -> list[Cell]:
    """The number cells of every table of a text, in its order."""
    return [cell for block in blocks(text) for cell in _cells(text, block, dates, places)]


def _cells(text: str, block: Block, dates: Dates, places: Places) -> Iterator[Cell]:
    rows, heading = _reading(text, block, dates)
    heading = heading.settled(_signed(rows))
    own = [_own_unit(text, row) for row in rows]
    subjects = [
        _subject(text, row, places, dates).or_else(_Subject(noun=told.noun))
        for row, told in zip(rows, own, strict=True)
    ]
    if _of_regions(text, block.head, heading.above):
        subjects = [_as_region(text, r, s) for r, s in zip(rows, subjects, strict=True)]
    place = _place_of(block.head, places) or _place_of(heading.above, places)
    known = sum(s != _UNKNOWN or u.measure is not None for s, u in zip(subjects, own, strict=True))
    named = heading.cut and any(told.noun for told in heading.columns)
    dated = all(_signed(rows)) and all(told.time for told in heading.columns)
    voted = heading.cut and any(words("vote").search(text, *line) for line in block.head[-3:])
    counted = _says_people(subjects, (*heading.columns, *own))
    if not dated and ((2 * known < len(rows) and not (named or voted)) or not counted):
        return
    if not heading.cut and _signed(rows).count(False) > 1:
        return  # nothing says what its columns are
    subjects = [_named_alike(text, row, s, subjects) for row, s in zip(rows, subjects, strict=True)]
    for row, subject, unit in zip(rows, subjects, own, strict=True):
        for i, entry in enumerate(row.entries):
            told = unit.over(heading.columns[i])
            # "Born | Died" may head years as well as counts.
            plain = told.noun is None or (told.kind is not None and told.noun == PERSONS)
            if entry is not None and not (plain and _are_years(text, rows, i)):
                cell = _cell(text, entry, subject, told, headed=heading.cut, voted=voted)
                if cell is not None:
                    yield cell if cell.place else replace(cell, place=place)


# A row that tells its own unit: "Coal, thousand tons", "Workers (thousand people)".
_OWN_UNIT = re.compile(r"(?:,| \() ?[^,()]+\)?$")


def _own_unit(text: str, row: Row) -> Told:
    """What a label tells of all numbers of its row, where it ends in a unit."""
    if not _OWN_UNIT.search(text, *row.label):
        return Told()
    told = told_of(text, row.label, (), whole=False)
    return told if told.factor or told.measure in ("percent", "other") else Told()


def _reading(text: str, block: Block, dates: Dates) -> tuple[tuple[Row, ...], Heading]:
    """The rows as most of them fit, then as the head is cut, then with the fewest columns."""
    options = [
        (
            fitting(rows, width),
            heading_of(
                text, block.head, width, dates, stacked=block.stacked, labels=label_cells(rows)
            ),
        )
        for rows in block.readings
        for width in widths(rows)
    ]

    def rank(option: tuple[tuple[Row, ...], Heading]) -> tuple[int, bool, int]:
        rows, heading = option
        return len(rows), heading.cut, -len(heading.columns)

    return max(options, key=rank)


def _says_people(subjects: Sequence[_Subject], units: Sequence[Told]) -> bool:
    peoples = sum(subject.noun is not None for subject in subjects)
    return 2 * peoples >= len(subjects) or any(
        told.noun or told.measure == "percent" for told in units
    )


def _place_of(lines: Sequence[Stretch], places: Places) -> Place | None:
    """The one place that the last two lines name."""
    named = {
        place
        for low, high in lines[-2:]
        for start, end, place in places
        if low <= start and end <= high
    }
    return named.pop() if len(named) == 1 else None


def _signed(rows: Sequence[Row]) -> list[bool]:
    """Of each column, whether every number has a per cent sign of its own."""
    columns = zip(*(row.entries for row in rows), strict=True)
    return [all(e is None or e.signed for e in column) for column in columns]


def _are_years(text: str, rows: Sequence[Row], column: int) -> bool:
    entries = [entry for row in rows if (entry := row.entries[column])]
    return all(YEAR.fullmatch(text, entry.start, entry.end) for entry in entries)


def _cell(
    text: str, entry: Entry, subject: _Subject, told: Told, *, headed: bool, voted: bool
) -> Cell | None:
    value = number_value(text[entry.start : entry.end].lstrip("+"))
    measure = "percent" if entry.signed else told.measure or "count"
    noun = _noun(subject, told.noun)
    if value is None or measure == "other":
        return None
    factor = told.factor or 1 if measure == "count" else 1
    people = noun is not None or subject != _UNKNOWN
    if measure == "percent" and not (people or entry.signed or voted):
        return None  # a share of something that is no people
    if entry.below and not told.change:
        return None
    if measure == "count" and (
        (value * factor) % 1 or (factor == 1 and not is_written_whole(value))
    ):
        return None  # a unit that nothing tells
    return Cell(
        entry.start,
        entry.end,
        "percent" if measure == "percent" else "count",
        value,
        factor,
        noun,
        subject.place,
        told.time or subject.year,
        entry.signed,
        headed or factor > 1 or told.time is not None,
        told.kind,
        _reverse(told.change) if entry.below else told.change,
    )


def _reverse(change: Change | None) -> Change | None:
    return change and ("decrease" if change == "increase" else "increase")


def _noun(subject: _Subject, column: PersonNoun | None) -> PersonNoun | None:
    """Whom a cell counts: the people of its row or column, in the unit that the column tells."""
    row = subject.noun
    if row is None or column is None:
        return row or column
    first, second = (column, row) if column.ethnic and not row.ethnic else (row, column)
    unit = column.unit if column.unit != "persons" else row.unit
    return replace(first, group=first.group or second.group, unit=unit)


# The labels' own head: "Oblast | 1939 | 1959".
_OF_REGIONS = re.compile(r"(?:Region|Oblast|Province)s?\b", re.IGNORECASE)
# "Evacuees by regions", which has towns of their own among them where it says so.
_BY_REGIONS = re.compile(r"\bby (?:the )?(?:regions|oblasts|provinces)\b(?! and)", re.IGNORECASE)


def _of_regions(text: str, head: Sequence[Stretch], above: Sequence[Stretch]) -> bool:
    """Whether the labels of a table are said to be regions."""
    headed = bool(head) and _OF_REGIONS.match(text, *head[-1]) is not None
    return headed or any(_BY_REGIONS.search(text, *line) for line in (*head[-2:], *above[-2:]))


_OF_TOWN = re.compile(r"\b(?:city|town)\b", re.IGNORECASE)


def _as_region(text: str, row: Row, subject: _Subject) -> _Subject:
    """A town's name among regions is that of its region."""
    if subject.place is None or _OF_TOWN.search(text, *row.label):
        return subject
    region = region_called(text[slice(*row.label)].split(" (")[0], subject.place)
    return replace(subject, place=region or subject.place)


_BESIDE = re.compile(
    r"^(?:the|including|of (?:them|which|whom)|among them|ethnic|all)\b,? *| *\([^)]*\)?|[,*]+ *$",
    re.IGNORECASE,
)
_PLACE_WORDS = re.compile(
    r"\b(?:the|of|city|town|region|oblast|province|district|republic|krai)\b|\([^)]*\)?|[ ,()*]",
    re.IGNORECASE,
)


_YEARS = re.compile(rf"(?P<first>{YEAR.pattern})(?:[-–—/](?P<last>{YEAR.pattern}|\d\d))?")


def _edtf(years: re.Match[str]) -> str:
    """A year or a span of years: 1932/1933 for "1932-33"."""
    first, last = years["first"], years["last"]
    return f"{first}/{first[: -len(last)]}{last}" if last else first


def _subject(text: str, row: Row, places: Places, dates: Dates) -> _Subject:
    """What a row's cells of words name, the first before the others."""
    told = [_named(text, cell, places) for cell in (row.label, *row.beside)]
    days = [edtf for start, end, edtf in dates if (start, end) == row.label]
    told += [_Subject(year=day) for day in days]
    return reduce(_Subject.or_else, told)


def _named(text: str, cell: Stretch, places: Places) -> _Subject:
    """What a cell of words names, by its own words alone."""
    start, end = cell
    label = _BESIDE.sub("", text[start:end]).strip()
    if years := _YEARS.fullmatch(label):
        return _Subject(year=_edtf(years))
    if (noun := noun_at(label)) and noun[0] == len(label):
        return _Subject(noun=noun[1]) if noun[1] else _UNKNOWN
    rest = words("people").sub("", words("whole").sub("", text[start:end]))
    if not re.search(r"\w", rest):
        peopled = words("people").search(text, start, end) is not None
        return _Subject(noun=PERSONS if peopled else None, whole=True)
    inside = [place for place in places if start <= place[0] and place[1] <= end]
    if inside:
        first = inside[0]
        around = text[start : first[0]] + text[first[1] : end]
        if not _PLACE_WORDS.sub("", around):
            return _Subject(place=first[2])
    return _UNKNOWN


def _named_alike(text: str, row: Row, subject: _Subject, subjects: Sequence[_Subject]) -> _Subject:
    """A label that no lexicon knows among peoples is a people, among places a place."""
    label = _BESIDE.sub("", text[slice(*row.label)]).strip()
    if subject != _UNKNOWN or not re.fullmatch(r"[A-Z][\w'-]+(?:[ -][A-Z][\w'-]+)*", label):
        return subject
    ethnic = sum(s.noun is not None and s.noun.ethnic for s in subjects)
    if 2 * ethnic >= len(subjects) and label.endswith("s"):
        return _Subject(noun=PersonNoun(None, label, "persons", ethnic=True))
    if 2 * sum(s.place is not None for s in subjects) >= len(subjects):
        return _Subject(place=Place(name=label))
    return subject
