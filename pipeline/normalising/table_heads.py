"""What the lines above a table say of its columns: whom they count, in what unit, when.

Notes for a newcomer: a head is cut into columns at its bars; without bars, where its years, else its units, else the
nouns in it are as many as the columns. What can't be cut is a caption, which speaks of every column.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import Literal

from pipeline.alternatives import any_of
from pipeline.lexicons import table
from pipeline.normalising.context import PersonNoun, blockers, person_nouns
from pipeline.normalising.gazetteer import peoples
from pipeline.normalising.table_lines import YEAR
from pipeline.records import PopulationKind
from pipeline.table_rows import Stretch

PERSONS = PersonNoun(None, None, "persons")
# Dates of the text: start, end, EDTF.
Dates = Sequence[tuple[int, int, str]]
# What a column of per cents may tell besides shares.
Change = Literal["increase", "decrease"]
_CHANGES: tuple[Change, ...] = ("increase", "decrease")
# How the people of a column or a table come to be counted.
_KINDS: tuple[PopulationKind, ...] = ("lost", "moved", "other")
# "mixed": some columns are counts in the unit told, the others shares: "(thousand people and percent)".
Measure = Literal["count", "percent", "mixed", "other"]


@dataclass(frozen=True, slots=True)
class Told:
    """What a stretch of a head says; null where it says nothing of it."""

    measure: Measure | None = None
    factor: int | None = None
    noun: PersonNoun | None = None
    time: str | None = None
    kind: PopulationKind | None = None
    change: Change | None = None

    def or_else(self, other: "Told") -> "Told":
        """This, and of the other what this does not say; a measure keeps its own factor."""
        unit = self if self.measure not in (None, "count") or self.factor else other
        return Told(
            self.measure or other.measure,
            unit.factor,
            _narrowed(self.noun, other.noun),
            self.time or other.time,
            self.kind or other.kind,
            self.change or other.change,
        )

    def over(self, column: "Told") -> "Told":
        """This, and of a column what a row with a unit of its own leaves to it: the time and the kind."""
        if self.measure is None:
            return column
        return replace(self, time=column.time, kind=self.kind or column.kind)


def _narrowed(noun: PersonNoun | None, other: PersonNoun | None) -> PersonNoun | None:
    """People or families, of the people that another stretch names: "Koreans in 1937" over "Families | People"."""
    if noun is None or noun.group or noun.kind or other is None or not other.ethnic:
        return noun or other
    return replace(other, unit=noun.unit)


@dataclass(frozen=True, slots=True)
class Heading:
    """One `Told` a column; `cut` where the head itself has the columns, `above` the lines over these."""

    columns: tuple[Told, ...]
    cut: bool
    above: tuple[Stretch, ...]

    def settled(self, signed: Sequence[bool]) -> "Heading":
        """With each mixed column a count where another column is shares, `signed` or told so, else of no known unit."""
        shares = any(signed) or any(told.measure == "percent" for told in self.columns)
        measure: Measure = "count" if shares else "other"
        columns = (replace(t, measure=measure) if t.measure == "mixed" else t for t in self.columns)
        return replace(self, columns=tuple(columns))


@cache
def words(kind: str) -> re.Pattern[str]:
    """The words of table_words.tsv of a kind."""
    forms = "|".join(row["form"] for row in table("table_words") if row["kind"] == kind)
    # "1959%" heads a column of shares.
    return re.compile(rf"(?<![^\W\d])(?:{forms})(?!\w)", re.IGNORECASE)


@cache
def _multipliers() -> tuple[re.Pattern[str], dict[str, int]]:
    rows = [row for row in table("multipliers") if row["abbreviated"] in ("no", "yes")]
    found = {
        row["form"].lower(): int(Decimal(row["value"])) for row in rows if len(row["form"]) > 2
    }
    return re.compile(rf"(?<![\w])({any_of(found)})s?(?!\w)", re.IGNORECASE), found


def heading_of(
    text: str,
    lines: Sequence[Stretch],
    width: int,
    dates: Dates,
    *,
    stacked: bool,
    labels: int = 1,
) -> Heading:
    """The columns of a table `width` columns wide behind `labels` of words, by the lines above it."""
    if stacked:
        lines, columns = _stacked(text, lines, width, dates)
    else:
        lines, columns = _cut_last(text, lines, width, dates, labels)
    if columns:
        told = [told_of(text, column, dates, whole=False) for column in columns]
        unit = _unit_before(text, columns[0][0])
        told = _shared(told, unit.or_else(_caption(text, lines, dates)))
        times = _years(text, lines[-1:], dates)
        return Heading(_with_times(told, times), cut=True, above=tuple(lines))
    return Heading((_caption(text, lines, dates),) * width, cut=False, above=tuple(lines))


def _caption(text: str, lines: Sequence[Stretch], dates: Dates) -> Told:
    """What the last two lines say of the whole table, the nearest first."""
    told = Told()
    for line in lines[:-3:-1]:
        told = told.or_else(told_of(text, line, dates, whole=True))
    return told


def _unit_before(text: str, first: int) -> Told:
    """The unit told over the labels, before the first column: "Nationality, thous. | 1926"."""
    told = told_of(text, (text.rfind("\n", 0, first) + 1, first), (), whole=False)
    return Told(told.measure, told.factor) if told.factor or told.measure == "percent" else Told()


def _shared(columns: Sequence[Told], caption: Told) -> list[Told]:
    """Columns that are years alone share the one unit that is told with any of them, if each has its own year."""
    units = {
        (told.measure, told.factor) for told in columns if told.factor or told.measure == "percent"
    }
    times = {told.time for told in columns}
    if len(units) == 1 and None not in times and len(times) == len(columns):
        measure, factor = units.pop()
        columns = [replace(told, measure=measure, factor=factor) for told in columns]
    return [told.or_else(caption) for told in columns]


def _with_times(columns: Sequence[Told], years: Sequence[str]) -> tuple[Told, ...]:
    """Columns without a year given that of the column before them, or of the years a line above."""
    if not any(told.time for told in columns) and len(years) > 1 and len(columns) % len(years) == 0:
        each = len(columns) // len(years)
        return tuple(replace(told, time=years[i // each]) for i, told in enumerate(columns))
    found: list[Told] = []
    dated = list(dict.fromkeys(told.time for told in columns if told.time))
    for told in columns:
        last = found[-1].time if found else None
        if told.change:
            last = "/".join(dated) if len(dated) == _ENDS else None
        found.append(told if told.time else replace(told, time=last))
    return tuple(found)


# The years that a change lies between.
_ENDS = 2


def _years(text: str, lines: Sequence[Stretch], dates: Dates) -> list[str]:
    found = [edtf for line in lines for _, _, edtf in _dates_in(line, dates)]
    plain = [m[0] for line in lines for m in _YEARS.finditer(text, *line)]
    return found if len(found) >= len(plain) else plain


_YEARS = re.compile(rf"(?<![\d.,])(?:{YEAR.pattern})(?!\d|[.,]\d)")


_SIGNED_YEARS = re.compile(rf"(?:{YEAR.pattern}) ?%(?:[ \t|;]+(?:{YEAR.pattern}) ?%)+")


def is_signed_year(text: str, start: int) -> bool:
    """Whether the number at an offset is a year over a column of shares: "1959% 1970% 1979%"."""
    if not YEAR.match(text, start):
        return False
    low, high = text.rfind("\n", 0, start) + 1, text.find("\n", start)
    line = _SIGNED_YEARS.finditer(text, low, high if high >= 0 else len(text))
    return any(years.start() <= start < years.end() for years in line)


def _dates_in(stretch: Stretch, dates: Dates) -> list[tuple[int, int, str]]:
    return [date for date in dates if stretch[0] <= date[0] and date[1] <= stretch[1]]


_Cut = tuple[Sequence[Stretch], list[Stretch]]


def _stacked(text: str, lines: Sequence[Stretch], width: int, dates: Dates) -> _Cut:
    """The last lines as columns, one a line, where each says something."""
    last = list(lines[-width:])
    if len(last) == width and all(
        told_of(text, line, dates, whole=False) != Told() for line in last
    ):
        return lines[:-width], last
    return _cut_last(text, lines, width, dates)


def _cut_last(
    text: str, lines: Sequence[Stretch], width: int, dates: Dates, labels: int = 1
) -> _Cut:
    """The last line cut into columns."""
    if lines and (columns := _columns(text, lines[-1], width, dates, labels)):
        return lines[:-1], columns
    return lines, []


def _columns(text: str, line: Stretch, width: int, dates: Dates, labels: int) -> list[Stretch]:
    for between in _BETWEEN:
        parts = list(_parts(text, line, between))
        # The first parts head the labels.
        fits = len(parts) in (width, width + labels)
        if len(parts) > 1 and (fits or between is _BAR):
            return parts[len(parts) - width :] if fits else []
    for starts in _column_starts(text, line, dates):
        if len(starts) == width > 1:
            return list(zip(starts, [*starts[1:], line[1]], strict=True))
    return []


# What parts the columns of a head: bars, slashes among them, else wide gaps, else dashes.
_BAR = re.compile(r"[|;]| / ")
_BETWEEN = (_BAR, re.compile(r"[ ]{2,}|\t+"), re.compile(r" [-–—] "))


# The column of the rows' own numbers, which no row keeps.
_ROW_NUMBERS = re.compile(r"(?:\| ?)?(?:(?:No|N|Nr|№|#|S/N)\.?(?: p/p)? ?[|;] )?", re.IGNORECASE)


def _parts(text: str, line: Stretch, between: re.Pattern[str]) -> Iterator[Stretch]:
    """The stretches of a line between marks, but those of white space alone."""
    start = _ROW_NUMBERS.match(text, *line).end()  # type: ignore[union-attr]
    for match in between.finditer(text, start, line[1]):
        if text[start : match.start()].strip():
            yield start, match.start()
        start = match.end()
    if text[start : line[1]].strip():
        yield start, line[1]


def _column_starts(text: str, line: Stretch, dates: Dates) -> Iterator[list[int]]:
    """Where columns may begin: at dates, years, years and units, nouns."""
    years = [match.start() for match in _YEARS.finditer(text, *line)]
    yield [start for start, _, _ in _dates_in(line, dates)]
    yield years
    marks = [
        m.start() for p in (words("percent"), _multipliers()[0]) for m in p.finditer(text, *line)
    ]
    yield sorted([*years, *marks])
    nouns = [start for start, _ in _nouns(text, line) if not _JOINED.search(text, line[0], start)]
    # The first noun may head the labels: "People Kazakhs Russians".
    yield nouns
    yield nouns[1:]
    yield sorted([*nouns, *marks])


# "Towns and villages" head one column.
_JOINED = re.compile(r"\b(?:and|of|or)(?: both| all)? $")


def factor_in(said: str) -> int | None:
    """The unit that words tell: 1000 in "thousand people"."""
    pattern, factors = _multipliers()
    match = pattern.search(said)
    return factors[match[1].lower()] if match else None


def told_of(text: str, stretch: Stretch, dates: Dates, *, whole: bool) -> Told:
    """What a stretch says; the `whole` line of a caption, which may speak of what no column holds."""
    said = text[slice(*stretch)]
    factor = factor_in(said)
    percent = words("percent").search(said) is not None
    nouns = [noun for _, noun in _nouns(text, stretch)]
    noun = next(iter(nouns), None)
    kind = next((kind for kind in _KINDS if words(f"counted-{kind}").search(said)), None)
    if kind and not (nouns or whole):
        nouns, noun = [PERSONS], PERSONS  # "Born" heads a column of people.
    changes = [change for change in _CHANGES if words(change).search(said)]
    change = changes[0] if percent and not whole and len(changes) == 1 else None
    other = words("other").search(words(change).sub("", said) if change else said) is not None
    if (nouns and noun is None) or (other and (percent or not (whole and noun))):
        return Told("other")
    times = list(dict.fromkeys(_years(text, [stretch], dates)))
    mixed = percent and factor and whole
    return Told(
        "mixed" if mixed else "percent" if percent else "count" if factor or noun else None,
        None if percent and not mixed else factor,
        _group_of(noun, nouns, whole),
        times[0] if len(times) == 1 else None,
        kind,
        change,
    )


def _group_of(
    noun: PersonNoun | None, nouns: Sequence[PersonNoun | None], whole: bool
) -> PersonNoun | None:
    """The people named, where "number of people" goes before it; those of a table are not the first of two."""
    ethnic = dict.fromkeys(other for other in nouns if other and other.ethnic)
    if whole and len(ethnic) > 1:
        return PERSONS
    return next(iter(ethnic), noun)


def _nouns(text: str, stretch: Stretch) -> Iterator[tuple[int, PersonNoun | None]]:
    """Nouns that are counted, with where they begin; null for a thing."""
    position, end = stretch
    for match in re.finditer(r"[^\W\d_][\w'-]*", text[:end]):
        if match.start() < position:
            continue
        found = noun_at(text[match.start() : end])
        if found is not None:
            position = match.start() + found[0]
            yield match.start(), found[1]


def noun_at(phrase: str) -> tuple[int, PersonNoun | None] | None:
    """Length and noun of the counted noun that a phrase begins with; null noun for a thing."""
    if match := words("people").match(phrase):
        return match.end(), PERSONS
    for size in (3, 2, 1):
        match = re.match(rf"[^\W\d_][\w'-]*(?: [\w'-]+){{{size - 1}}}(?!\w)", phrase)
        if match is None or words("area").fullmatch(match[0]):
            continue
        form = match[0].lower()
        if form in person_nouns():
            return match.end(), person_nouns()[form]
        if form in peoples() and phrase[0].isupper() and _stands_alone(phrase, match.end(), form):
            return match.end(), PersonNoun(None, peoples()[form], "persons", ethnic=True)
        if form in blockers():
            return match.end(), None
    return None


_NEXT_WORD = re.compile(r" ([^\W\d_][\w-]+)")
_BEHIND_A_PEOPLE = ("nationality", "ethnicity", "diaspora", "community", "and", "or", "in", "of")


def _stands_alone(phrase: str, end: int, form: str) -> bool:
    """Whether the name of a people stands for it, not before a thing: "Kazakh SSR", "Kazakh steppe"."""
    following = _NEXT_WORD.match(phrase, end)
    if following is None or peoples()[form].lower() == form:
        return True
    word = following[1].lower()
    known = word in person_nouns() or words("people").match(word) is not None
    return known or word in _BEHIND_A_PEOPLE
