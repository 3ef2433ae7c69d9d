"""The rule rows of models/lexicons/date_rules.jsonl, compiled: `{NAME}` stands for an atom.

Atoms are the rows of date_atoms.tsv, and those made here of the word lists: MONTH, SEASON, ORD, PRE and so
on; a number after a name is the group's ("{DAY1}" is the group `day1`, "{DAY1B}" its second spelling).
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from pipeline.alternatives import any_of
from pipeline.anchors import Stretch, leading_digits
from pipeline.lexicons import rules, table
from pipeline.normalising.calendar_words import calendar_words, part_words
from pipeline.normalising.date_builders import BUILDERS, DateValue, Groups


def _one_of(forms: Iterable[str]) -> str:
    return f"(?:{any_of(forms)})"


@cache
def _atoms() -> Mapping[str, str]:
    atoms = {row["name"]: f"(?:{row['pattern']})" for row in table("date_atoms")}
    months, part = _one_of(calendar_words("month")), _one_of(part_words())
    # "may" is a month only with a capital letter.
    months = rf"(?:(?!(?-i:may|march)\b){months})(?!\w)"
    ordinal = (
        rf"(?:{atoms['ROMAN']}|\d{{1,2}}-?(?:st|nd|rd|th)|{_one_of(calendar_words('ordinal'))})"
    )
    approx = rf"(?P<approx>(?<!\w){atoms['APPROX']})?"
    doubt = rf"(?P<doubt>(?<!\w){atoms['DOUBT']})?"
    prefix = rf"{doubt}{approx}(?:the )?(?:(?<!\w)(?P<part>{part})(?:-| )(?:the )?)?(?:the )?"
    season = _one_of(calendar_words("season"))
    extra = {
        "MONTHS": months,
        "ANYMONTH": rf"(?<!\w)(?P<month>{_one_of(calendar_words('month'))})(?!\w)",
        "ORDINALDAY": rf"(?P<day1>\d{{1,2}}(?:st|nd|rd|th)|{_one_of(calendar_words('ordinal'))})(?!\w)",
        "SEASON": rf"(?<!\w)(?P<season>{season})",
        "SEASONS": season,
        "DECADEWORD": rf"(?P<decadeword>{_one_of(calendar_words('decade'))})",
        "ORDINALS": rf"(?<!\w){ordinal}",
        "NTH": rf"(?:last|{_one_of(calendar_words('ordinal'))}|\d{{1,2}}(?:st|nd|rd|th))",
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
    """A compiled row; `number` is its place among the rows.

    `core` is the pattern without its optional opening. Where that can only begin with a day or a month, `heads` says
    which: "day", "month" or "either"; `opened` where it has the opening, which takes long to try, and no such head.
    """

    id: str
    number: int
    pattern: re.Pattern[str]
    core: re.Pattern[str]
    heads: str | None
    opened: bool
    build: Callable[[Groups], DateValue | None]


@dataclass(frozen=True, slots=True)
class Need:
    """What any match of some rules holds, over text in lower case; `digits` are those that it begins with for sure."""

    pattern: re.Pattern[str]
    digits: int

    def spots(self, lower: str, runs: Iterable[Stretch]) -> Iterator[Stretch]:
        """Where it stands in a text, of which the runs of digits are known."""
        if not self.digits:
            yield from (match.span() for match in self.pattern.finditer(lower))
            return
        last = 0
        for start, end in runs:
            for i in range(max(start, last), end - self.digits + 1):
                if i >= last and (match := self.pattern.match(lower, i)):
                    yield match.span()
                    last = match.end()


# Characters on either side of what a rule needs that its matches reach over.
REACH = 70


@cache
def month_words() -> re.Pattern[str]:
    """The months, over text in lower case."""
    return re.compile(f"{_one_of(calendar_words('month'))}(?!\\w)")


@cache
def _needed() -> Mapping[str, str]:
    """What any match of a pattern with an atom holds, in lower case: rules are tried around it alone."""
    return {
        "ANYMONTH": month_words().pattern,
        "MONTH": month_words().pattern,
        "CENT": r"centur|cent\.|cen\.|c\.|cc\b|v\.",
        "YEAR": r"(?:1\d|20)\d\d",
    }


# Looks behind, one after another or one of several.
_BEHIND = r"(?:(?:\(\?<[=!][^()]*\))+|\(\?:(?:\(\?<[=!][^()]*\)\|?)+\)\??)?"
_HEADS = re.compile(
    rf"(?:\{{PRE\}})?{_BEHIND}(?P<group>\(\?:)?{_BEHIND}\{{(?:ANY)?(?P<head>DAY|MONTH)\d?B?\}}"
)


def _heads(pattern: str) -> str | None:
    """What the matches of a row begin with, its optional opening left out."""
    match = _HEADS.match(pattern)
    if match is None:
        return None
    return "either" if match["group"] else match["head"].lower()


@cache
def date_rules() -> Mapping[Need, tuple[Rule, ...]]:
    """The rows, compiled, by what they need."""
    atoms = _atoms()
    compiled: dict[str, list[Rule]] = {}
    for number, row in enumerate(rules("date_rules")):
        core = _written_out(row["pattern"].removeprefix("{PRE}"), atoms)
        source = _written_out(row["pattern"], atoms)
        named = (needs for atom, needs in _needed().items() if f"{{{atom}" in row["pattern"])
        rule = Rule(
            row["id"],
            number,
            re.compile(rf"(?<!\w){source}", re.IGNORECASE),
            re.compile(core, re.IGNORECASE),
            heads := _heads(row["pattern"]),
            row["pattern"].startswith("{PRE}") and heads is None,
            BUILDERS[row["build"]],
        )
        compiled.setdefault(row.get("needs") or next(named, r"\d"), []).append(rule)
    return {
        Need(re.compile(needs), leading_digits(needs)): tuple(rules)
        for needs, rules in compiled.items()
    }


def _written_out(pattern: str, atoms: Mapping[str, str]) -> str:
    while names := re.findall(r"\{([A-Z]\w*)\}", pattern):
        for name in names:
            pattern = pattern.replace(f"{{{name}}}", atoms[name])
    return pattern
