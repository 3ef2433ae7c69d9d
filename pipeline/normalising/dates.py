"""Calendar text to EDTF: the rule rows of models/lexicons/date_rules.jsonl and their builders.

Notes for a newcomer: a row's pattern says how a date is written, its builder what it means. Groups
are `part`, `approx`, `doubt`, `year1`, `month`, `day1`, `ord1` (a century) and so on; a group that
has a second spelling ends in b or c. A builder returns null for what the calendar does not know.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from pipeline.lexicons import rules, table, values
from pipeline.normalising.edtf import (
    century_edtf,
    day_edtf,
    decade_edtf,
    millennium_edtf,
    ordered,
    year_edtf,
)
from pipeline.records import DateKind, DatePart

_ROMAN = {"I": 1, "V": 5, "X": 10}
_LATEST_CENTURY = 21


@dataclass(frozen=True, slots=True)
class DateValue:
    """What a date expression means; `decade` is set while a bare decade awaits its century."""

    edtf: str | None
    kind: DateKind
    part: DatePart | None = None
    approximate: bool = False
    uncertain: bool = False
    decades: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class DateMatch:
    """A date expression at `start:end`; `rule` is the id of its row."""

    start: int
    end: int
    rule: str
    value: DateValue


Groups = Mapping[str, str | None]


@cache
def _words(kind: str) -> Mapping[str, int]:
    rows = (row for row in table("date_words") if row["kind"] == kind)
    return {form: int(row["value"]) for row in rows for form in values(row["word"])}


@cache
def _parts() -> Mapping[str, str]:
    return {row["phrase"].lower(): row["part"] for row in table("date_parts")}


def _any_of(forms: Mapping[str, Any]) -> str:
    longest_first = sorted(forms, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(form) for form in longest_first) + ")"


@cache
def _atoms() -> Mapping[str, str]:
    atoms = {row["name"]: f"(?:{row['pattern']})" for row in table("date_atoms")}
    months, part = _any_of(_words("month")), _any_of(_parts())
    # "may" is a month only with a capital letter.
    months = rf"(?:(?!(?-i:may|march)\b){months})(?!\w)"
    ordinal = rf"(?:{atoms['ROMAN']}|\d{{1,2}}-?(?:st|nd|rd|th)|{_any_of(_words('ordinal'))})"
    approx = rf"(?P<approx>(?<!\w){atoms['APPROX']})?"
    doubt = rf"(?P<doubt>(?<!\w){atoms['DOUBT']})?"
    prefix = rf"{doubt}{approx}(?:the )?(?:(?<!\w)(?P<part>{part})(?:-| )(?:the )?)?(?:the )?"
    extra = {
        "MONTHS": months,
        "SEASON": rf"(?<!\w)(?P<season>{_any_of(_words('season'))})",
        "DECADEWORD": rf"(?P<decadeword>{_any_of(_words('decade'))})",
        "ORDINALS": rf"(?<!\w){ordinal}",
        "PARTLIST": part,
        "PRE": prefix,
        "PREB": re.sub(r"\?P<\w+>", "", prefix),
        "APPROXG": rf"(?P<approx>{atoms['APPROX']})",
    }
    numbered = {f"ORD{n}": rf"(?<!\w)(?P<ord{n}>{ordinal})" for n in (1, 2)}
    numbered |= {f"PARTWORD{n}": rf"(?<!\w)(?P<part{n}>{part})" for n in (1, 2)}
    numbered |= {f"YEAR{n}": rf"(?P<year{n}>{atoms['YEAR']})" for n in (1, 2)}
    for suffix in ("", "B"):
        low = suffix.lower()
        numbered |= {
            f"DAY{n}{suffix}": rf"(?<![\d.,])(?P<day{n}{low}>{atoms['DAY']})" for n in (1, 2)
        }
        numbered |= {
            f"MONTH{n}{suffix}": rf"(?<!\w)(?P<month{n}{low}>{months})" for n in ("", "1", "2")
        }
    return atoms | extra | numbered


@dataclass(frozen=True, slots=True)
class Rule:
    """A compiled row."""

    id: str
    pattern: re.Pattern[str]
    build: Callable[[Groups], DateValue | None]


@cache
def date_rules() -> tuple[Rule, ...]:
    """The rows, compiled."""
    atoms = _atoms()
    compiled: list[Rule] = []
    for row in rules("date_rules"):
        source = row["pattern"]
        while names := re.findall(r"\{([A-Z]\w*)\}", source):
            for name in names:
                source = source.replace(f"{{{name}}}", atoms[name])
        pattern = re.compile(rf"(?<!\w){source}", re.IGNORECASE)
        compiled.append(Rule(row["id"], pattern, _BUILDERS[row["build"]]))
    return tuple(compiled)


def find_dates(text: str) -> tuple[DateMatch, ...]:
    """Every absolute date expression, the longest where they overlap, left to right."""
    found = [
        DateMatch(match.start(), match.end(), rule.id, value)
        for rule in date_rules()
        for match in rule.pattern.finditer(text)
        if (value := rule.build(_groups(match))) is not None
    ]
    return tuple(_longest(found))


def _longest(found: list[DateMatch]) -> Iterator[DateMatch]:
    taken: list[DateMatch] = []
    for match in sorted(found, key=lambda m: m.start - m.end):
        if all(match.end <= other.start or match.start >= other.end for other in taken):
            taken.append(match)
    yield from sorted(taken, key=lambda m: m.start)


def _groups(match: re.Match[str]) -> Groups:
    """Groups by plain name: `year1b` fills `year1` where that is empty."""
    groups: dict[str, str | None] = {}
    for name, text in match.groupdict().items():
        plain = name[:-1] if name[-1] in "bc" and name not in ("bc", "decadec") else name
        plain = "decade" if name == "decadec" else plain
        groups[plain] = groups.get(plain) or text
    return groups


def ordinal_value(text: str) -> int | None:
    """A century's or congress's number: Roman, "19th" or a word; null for a run that is no numeral."""
    plain = text.lower().replace(" ", "-").removesuffix("-th")
    if plain in _words("ordinal"):
        return _words("ordinal")[plain]
    digits = re.match(r"\d+", text)
    if digits:
        return int(digits[0])
    numeral = re.match(r"[IVX]+", text)
    return roman_value(numeral[0]) if numeral else None


def roman_value(text: str) -> int | None:
    """The value of a Roman numeral up to XXXIX, null for what is none."""
    if not re.fullmatch(r"X{0,3}(?:IX|IV|V?I{0,3})", text):
        return None
    numbers = [_ROMAN[c] for c in text]
    following = [*numbers[1:], 0]
    return sum(-n if n < f else n for n, f in zip(numbers, following, strict=True)) or None


def _int(groups: Groups, name: str) -> int:
    digits = re.match(r"\d+", groups.get(name) or "")
    assert digits is not None, f"no number in group {name}"
    return int(digits[0])


def _month(groups: Groups, name: str = "month") -> int:
    text = groups.get(name) or ""
    return int(text) if text.isdigit() else _words("month")[text.lower()]


def _part(groups: Groups) -> DatePart | None:
    text = groups.get("part")
    if text is None:
        return None
    return _parts().get(text.lower(), "turn")  # type: ignore[return-value]


def _value(groups: Groups, edtf: str | None, kind: DateKind) -> DateValue | None:
    if edtf is None:
        return None
    approximate = bool(groups.get("approx"))
    uncertain = bool(groups.get("doubt") or groups.get("doubt2"))
    # The grammar has no "192X~": a decade or century keeps the bare form and the flag.
    mark = "" if "X" in edtf or "/" in edtf else ("?" if uncertain else "~" if approximate else "")
    return DateValue(edtf + mark, kind, _part(groups), approximate, uncertain)


def _interval(groups: Groups, first: str | None, second: str | None) -> DateValue | None:
    if first is None or second is None or not ("XXXX" in first or ordered(first, second)):
        return None
    return _value(groups, f"{first}/{second}", "interval")


def _day(groups: Groups) -> DateValue | None:
    year = _int(groups, "year1") if groups.get("year1") else None
    edtf = day_edtf(year, _month(groups), _int(groups, "day1"))
    return _value(groups, edtf, "recurring" if year is None else "day")


def _double_day(groups: Groups) -> DateValue | None:
    """The new-style day of a date given in both styles."""
    edtf = day_edtf(_int(groups, "year1"), _month(groups), _int(groups, "day2"))
    return _value(groups, edtf, "day")


def _day_range(groups: Groups) -> DateValue | None:
    year = _int(groups, "year1") if groups.get("year1") else None
    first_month = _month(groups, "month1") if groups.get("month1") else _month(groups)
    first = day_edtf(year, first_month, _int(groups, "day1"))
    return _interval(groups, first, day_edtf(year, _month(groups), _int(groups, "day2")))


def _month_only(groups: Groups) -> DateValue | None:
    year = _int(groups, "year1") if groups.get("year1") else None
    edtf = day_edtf(year, _month(groups))
    return _value(groups, edtf, "recurring" if year is None else "month")


def _month_range(groups: Groups) -> DateValue | None:
    year = _int(groups, "year1")
    first, second = (day_edtf(year, _month(groups, name)) for name in ("month1", "month2"))
    return _interval(groups, first, second)


def _season(groups: Groups) -> DateValue | None:
    code = _words("season")[(groups["season"] or "").lower()]
    return _value(groups, day_edtf(_int(groups, "year1"), code), "season")


def _year(groups: Groups) -> DateValue | None:
    edtf = year_edtf(_int(groups, "year1"), bc=bool(groups.get("bc")))
    return _value(groups, edtf, "year")


def _year_range(groups: Groups) -> DateValue | None:
    second_bc = bool(groups.get("bc"))
    first_bc = bool(groups.get("bc1")) or second_bc
    first = year_edtf(_int(groups, "year1"), bc=first_bc)
    return _interval(groups, first, year_edtf(_int(groups, "year2"), bc=second_bc))


def _year_range_short(groups: Groups) -> DateValue | None:
    first = _int(groups, "year1")
    second = first // 100 * 100 + _int(groups, "year2")
    return _interval(groups, year_edtf(first), year_edtf(second))


def _open_range(groups: Groups) -> DateValue | None:
    return _value(groups, f"{year_edtf(_int(groups, 'year1'))}/..", "interval")


def _decade(groups: Groups) -> DateValue | None:
    year = _int(groups, "year1")
    return _value(groups, decade_edtf(year), "decade") if year % 10 == 0 else None


def _decade_range(groups: Groups) -> DateValue | None:
    first, second = _int(groups, "year1"), _int(groups, "year2")
    second += first // 100 * 100 if second < 100 else 0
    return _interval(groups, decade_edtf(first), decade_edtf(second))


def _decade_number(groups: Groups) -> int:
    word = groups.get("decadeword")
    return _words("decade")[word.lower()] if word else _int(groups, "decade")


def _decade_of_century(groups: Groups) -> DateValue | None:
    century = ordinal_value(groups["ord1"] or "")
    if century is None:
        return None
    year = (century - 1) * 100 + _decade_number(groups)
    return _value(groups, decade_edtf(year), "decade")


def _decade_range_of_century(groups: Groups) -> DateValue | None:
    century = ordinal_value(groups["ord1"] or "")
    if century is None:
        return None
    first, second = ((century - 1) * 100 + _int(groups, n) for n in ("decade", "decade2"))
    return _interval(groups, decade_edtf(first), decade_edtf(second))


_DEFAULT_CENTURY = 1900


def _bare(groups: Groups, kind: DateKind, *decades: int) -> DateValue:
    edtf = "/".join(decade_edtf(_DEFAULT_CENTURY + decade) for decade in decades)
    return DateValue(edtf, kind, _part(groups), bool(groups.get("approx")), decades=decades)


def _decade_bare(groups: Groups) -> DateValue | None:
    return _bare(groups, "decade", _decade_number(groups))


def _decade_range_bare(groups: Groups) -> DateValue | None:
    first, second = _int(groups, "decade"), _int(groups, "decade2")
    return _bare(groups, "interval", first, second) if first < second else None


def _century_number(groups: Groups, name: str) -> int | None:
    number = ordinal_value(groups.get(name) or "")
    return number if number and number <= _LATEST_CENTURY else None


def _century(groups: Groups) -> DateValue | None:
    number = _century_number(groups, "ord1")
    edtf = century_edtf(number, bc=bool(groups.get("bc"))) if number else None
    return _value(groups, edtf, "century")


def _century_range(groups: Groups) -> DateValue | None:
    first, second = _century_number(groups, "ord1"), _century_number(groups, "ord2")
    if not first or not second:
        return None
    second_bc = bool(groups.get("bc"))
    first_bc = bool(groups.get("bc1")) or second_bc
    start, end = century_edtf(first, bc=first_bc), century_edtf(second, bc=second_bc)
    return _interval(groups, start, end)


def _millennium(groups: Groups) -> DateValue | None:
    number = ordinal_value(groups["ord1"] or "")
    edtf = millennium_edtf(number, bc=bool(groups.get("bc"))) if number else None
    return _value(groups, edtf, "millennium")


def _millennium_range(groups: Groups) -> DateValue | None:
    first, second = (ordinal_value(groups[name] or "") for name in ("ord1", "ord2"))
    if not first or not second:
        return None
    second_bc = bool(groups.get("bc"))
    first_bc = bool(groups.get("bc1")) or second_bc
    start, end = millennium_edtf(first, bc=first_bc), millennium_edtf(second, bc=second_bc)
    return _interval(groups, start, end)


_BUILDERS: Mapping[str, Callable[[Groups], DateValue | None]] = {
    "day": _day,
    "double_day": _double_day,
    "day_range": _day_range,
    "month": _month_only,
    "month_range": _month_range,
    "season": _season,
    "year": _year,
    "year_range": _year_range,
    "year_range_short": _year_range_short,
    "open_range": _open_range,
    "decade": _decade,
    "decade_range": _decade_range,
    "decade_of_century": _decade_of_century,
    "decade_range_of_century": _decade_range_of_century,
    "decade_bare": _decade_bare,
    "decade_range_bare": _decade_range_bare,
    "century": _century,
    "century_range": _century_range,
    "century_parts_range": _century_range,
    "millennium": _millennium,
    "millennium_range": _millennium_range,
}
