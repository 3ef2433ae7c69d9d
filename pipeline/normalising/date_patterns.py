"""The rule rows of models/lexicons/date_rules.jsonl, compiled: `{NAME}` stands for an atom.

Atoms are the rows of date_atoms.tsv, and those made here of the word lists: MONTH, SEASON, ORD, PRE and so
on; a number after a name is the group's ("{DAY1}" is the group `day1`, "{DAY1B}" its second spelling).
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from pipeline.lexicons import rules, table
from pipeline.normalising.calendar_words import calendar_words, part_words
from pipeline.normalising.date_builders import BUILDERS, DateValue, Groups


def _any_of(forms: Mapping[str, Any]) -> str:
    longest_first = sorted(forms, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(form) for form in longest_first) + ")"


@cache
def _atoms() -> Mapping[str, str]:
    atoms = {row["name"]: f"(?:{row['pattern']})" for row in table("date_atoms")}
    months, part = _any_of(calendar_words("month")), _any_of(part_words())
    # "may" is a month only with a capital letter.
    months = rf"(?:(?!(?-i:may|march)\b){months})(?!\w)"
    ordinal = (
        rf"(?:{atoms['ROMAN']}|\d{{1,2}}-?(?:st|nd|rd|th)|{_any_of(calendar_words('ordinal'))})"
    )
    approx = rf"(?P<approx>(?<!\w){atoms['APPROX']})?"
    doubt = rf"(?P<doubt>(?<!\w){atoms['DOUBT']})?"
    prefix = rf"{doubt}{approx}(?:the )?(?:(?<!\w)(?P<part>{part})(?:-| )(?:the )?)?(?:the )?"
    season = _any_of(calendar_words("season"))
    extra = {
        "MONTHS": months,
        "ANYMONTH": rf"(?<!\w)(?P<month>{_any_of(calendar_words('month'))})(?!\w)",
        "ORDINALDAY": rf"(?P<day1>\d{{1,2}}(?:st|nd|rd|th)|{_any_of(calendar_words('ordinal'))})(?!\w)",
        "SEASON": rf"(?<!\w)(?P<season>{season})",
        "DECADEWORD": rf"(?P<decadeword>{_any_of(calendar_words('decade'))})",
        "ORDINALS": rf"(?<!\w){ordinal}",
        "NTH": rf"(?:last|{_any_of(calendar_words('ordinal'))}|\d{{1,2}}(?:st|nd|rd|th))",
        "PARTG": rf"(?P<part>{part})",
        "PARTLIST": part,
        "PRE": prefix,
        "PREB": re.sub(r"\?P<\w+>", "", prefix),
        "APPROXG": rf"(?P<approx>{atoms['APPROX']})",
    }
    numbered = {f"ORD{n}": rf"(?<!\w)(?P<ord{n}>{ordinal})" for n in (1, 2)}
    numbered |= {f"PARTWORD{n}": rf"(?<!\w)(?P<part{n}>{part})" for n in (1, 2)}
    numbered |= {f"SEASON{n}": rf"(?<!\w)(?P<season{n}>{season})" for n in (1, 2)}
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
    needs: re.Pattern[str]
    build: Callable[[Groups], DateValue | None]


def _needed(pattern: str) -> str:
    """What any match of a pattern holds, told by its atoms: so most rules are passed over at a glance."""
    if re.search(r"\{(?:ANY)?MONTH", pattern):
        return "|".join(sorted({form[:3] for form in calendar_words("month")}))
    if "{CENTURY" in pattern:
        return r"cent|\bcc?\b"
    return r"\d|\b[A-Z]?ies\b|ties\b|tens\b" if "{DECADE" in pattern else ""


# Where a date may be: a digit, a Roman numeral, a word of the calendar. Dates reach so far around one.
_TRIGGER_WORDS = r"cent|decade|millen|thousand years|ties\b|tens\b|teens\b|\b[IVXLІХ]{1,6}\b|\d"
REACH = 70


@cache
def trigger() -> re.Pattern[str]:
    """What stands in every date expression."""
    months = "|".join(sorted({form[:3] for form in calendar_words("month")}))
    seasons = "|".join(calendar_words("season"))
    return re.compile(rf"{_TRIGGER_WORDS}|\b(?:{months})|\b(?:{seasons})", re.IGNORECASE)


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
        needs = re.compile(row.get("needs") or _needed(row["pattern"]), re.IGNORECASE)
        compiled.append(Rule(row["id"], pattern, needs, BUILDERS[row["build"]]))
    return tuple(compiled)
