"""Facts and dates in words, as the pages and lists show them."""

import re
from decimal import Decimal

from pipeline.normalising.edtf import bounds
from pipeline.records import Date, Fact, Organization, Percentage, Population

_MONTH_DAYS = 30.44
# The elements of EDTF that extraction gives; records of others may have more of it, which is shown as it is.
_ELEMENT = re.compile(
    r"(-?)(\d{4}|\d{3}X|\d\dXX|\dXXX|XXXX)(?:-(0[1-9]|1[0-2]|2[1-4])(?:-(\d\d))?)?([~?%]?)"
)
_SIGNS = {
    "approximate": "about ",
    "more_than": "more than ",
    "at_least": "at least ",
    "less_than": "less than ",
    "at_most": "at most ",
}


def grouped(value: Decimal | int) -> str:
    """A number with thin spaces between its thousands."""
    return f"{value:,}".replace(",", "\u202f")


def amount(fact: Population | Percentage) -> str:
    """The number of a fact with its qualifier: "about 34 000", "15 000–20 000"."""
    if fact.value is not None:
        return _SIGNS.get(fact.qualifier, "") + grouped(fact.value)
    return "–".join(grouped(bound) for bound in (fact.low, fact.high) if bound is not None)


def value_of(fact: Fact) -> str:
    """What a fact says, in a few words."""
    if isinstance(fact, Organization):
        return fact.name
    if isinstance(fact, Date):
        return date_label(fact)
    if isinstance(fact, Percentage):
        return f"{amount(fact)} %"
    unit = "" if fact.unit == "persons" else f" {fact.unit}"
    whom = fact.group or ("people" if fact.unit == "persons" else "")
    return f"{amount(fact)}{unit} {whom}".rstrip()


def details_of(fact: Fact) -> list[str]:
    """What else is known of a fact."""
    if isinstance(fact, Date):
        doubts = [("approximate", fact.approximate), ("uncertain", fact.uncertain)]
        return [fact.kind, *filter(None, [fact.edtf]), *(word for word, held in doubts if held)]
    place = [fact.place.name] if fact.place else []
    if isinstance(fact, Organization):
        founded = [f"founded {date_words(fact.founded)}"] if fact.founded else []
        return [fact.type, *place, *founded]
    subject = [fact.subject] if isinstance(fact, Percentage) and fact.subject else []
    return [fact.kind, *subject, *place, *([date_words(fact.time)] if fact.time else [])]


def years(edtf: str | None) -> tuple[float | None, float | None]:
    """The first and last moment of an EDTF string in years: "1930-07" is about 1930.5 to 1930.58."""
    if not all(part in ("", "..") or _ELEMENT.fullmatch(part) for part in (edtf or "").split("/")):
        return None, None
    first, last = bounds(edtf)
    return _moment(first, 0), _moment(last, 1)


def _moment(iso: str | None, days: int) -> float | None:
    """A day as a year with its part gone by, `days` later."""
    if iso is None:
        return None
    year, month, day = iso.rsplit("-", 2)
    gone = (int(month) - 1) * _MONTH_DAYS + int(day) - 1 + days
    return round(int(year) + min(gone / (12 * _MONTH_DAYS), 1), 3)


_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_SEASONS = ("spring", "summer", "autumn", "winter")


def date_label(date: Date) -> str:
    """A date's words; of a named period its name."""
    if date.kind == "period" or date.edtf is None:
        name = " ".join(date.mentions[0].text.split())
        return name[:1].upper() + name[1:]
    return date_words(date.edtf, date.part)


def date_words(edtf: str, part: str | None = None) -> str:
    """An EDTF string as a reader would write it: "late 1920s", "18th–19th c.", "since 1991"."""
    first, slash, last = edtf.partition("/")
    if not slash:
        words = _element_words(edtf)
    elif not last.strip("."):
        words = f"since {_element_words(first)}"
    elif not first.strip("."):
        words = f"to {_element_words(last)}"
    else:
        words = _span_words(_element_words(first), _element_words(last))
    return _part_words(part) + words if part else words


def _part_words(part: str) -> str:
    """What stands before the words of a date: "late ", "second half of "."""
    return part.replace("_", " ") + (" " if part in ("early", "mid", "late") else " of ")


def _span_words(first: str, last: str) -> str:
    plain = first.isdecimal() and last.isdecimal()
    for unit in (" c.", " BC"):
        if first.endswith(unit) and last.endswith(unit):
            first, plain = first.removesuffix(unit), True
    return f"{first}–{last}" if plain else f"{first} – {last}"


def _element_words(text: str) -> str:
    match = _ELEMENT.fullmatch(text)
    if match is None:
        return text
    sign, digits, month, day, doubt = match.groups()
    words = _year_words(digits, bool(sign))
    if month and int(month) > 20:
        words = f"{_SEASONS[int(month) - 21]} {words}"
    elif month:
        words = " ".join(filter(None, (day and str(int(day)), _MONTHS[int(month) - 1], words)))
    return f"about {words}" if doubt else words


def _year_words(digits: str, signed: bool) -> str:
    """A year, decade, century or millennium of four places, `signed` where it is BC; "XXXX" is every year."""
    era = " BC" if signed else ""
    known = int(digits.rstrip("X") or 0)
    unknown = len(digits) - len(digits.rstrip("X"))
    if unknown == len(digits):
        return ""
    if unknown == 0:
        return f"{known + 1} BC" if signed or known == 0 else str(known)
    if unknown == 1:
        return f"{known}0s{era}"
    return f"{_ordinal(known + 1)} {'c.' if unknown == 2 else 'millennium'}{era}"


def _ordinal(number: int) -> str:
    teen = 10 < number % 100 < 20
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"
