"""The day that a page says it was published on, as its datelines, its markup and its metadata write days."""

import re

from pipeline.articles import day_of

# Months by their first three letters, in English and, as the portal's pages have them too, in Russian and Kazakh.
_MONTHS = (
    "jan feb mar apr may jun jul aug sep oct nov dec",
    "янв фев мар апр мая июн июл авг сен окт ноя дек",
    "қаң ақп нау сәу мам мау шіл там қыр қаз қар жел",
)
_MONTH_OF = {name: number for names in _MONTHS for number, name in enumerate(names.split(), 1)}
_MONTH = (
    r"(?P<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
    r"|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря"
    r"|қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан)\.?"
)
_ORDINAL = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
# The ways a dateline writes a day, each with day, month (or its name) and year.
_DAYS = (
    r"(?P<day>[0-9]{1,2})[./](?P<month>[0-9]{1,2})[./](?P<year>[0-9]{4})(?: ?[уyг]\.)?",
    r"(?P<year>[0-9]{4})[-./](?P<month>[0-9]{2})[-./](?P<day>[0-9]{2})",
    rf"{_ORDINAL}[ -](?:of )?{_MONTH},?[ -](?P<year>[0-9]{{4}})(?: years?| года| ?[yг]\.)?",
    rf"{_MONTH},? {_ORDINAL},? (?P<year>[0-9]{{4}})",
)
_PATTERNS = tuple(re.compile(rf"(?<!\w){day}(?!\w)", re.IGNORECASE) for day in _DAYS)

DAY = "|".join(re.sub(r"\?P<\w+>", "?:", day) for day in _DAYS)
"""A day, to be part of a longer pattern that ignores case."""

DAY_OF_MONTH = re.sub(r"\?P<\w+>", "?:", rf"{_ORDINAL} {_MONTH}|{_MONTH} {_ORDINAL}")
"""The same without its year."""


def day_in(text: str) -> str | None:
    """The EDTF of the first day a line names, null where there is none or the calendar has no such day."""
    found = [match for pattern in _PATTERNS if (match := pattern.search(text))]
    if not found:
        return None
    parts = min(found, key=lambda match: match.start()).groupdict()
    name = parts.get("name")
    month = str(_MONTH_OF[name[:3].lower()]) if name else parts["month"]
    return day_of(parts["year"], month, parts["day"])


# A day of 1937 is what an article tells.
_FIRST_YEAR = "2000"


def page_day(text: str) -> str | None:
    """The day a line names, if it is one of the years that there have been such pages in."""
    day = day_in(text)
    return day if day is not None and day >= _FIRST_YEAR else None
