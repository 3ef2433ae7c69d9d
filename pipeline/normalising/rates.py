"""Numbers that tell how many of how many: "896 women to 1,000 men", "8 out of 10 inhabitants", "37 per square km"."""

import re

from pipeline.normalising.numerals import NumberMatch
from pipeline.normalising.odd_heads import people_in_singular

# "37.2 per 1,000 inhabitants": what a rate is measured by.
_DENSITY = re.compile(
    r" (?:per|to (?:the|a|one)) (?:sq|square|km|kilomet|verst|mile|hectare|house)"
)
# "29,9 on | a thousand persons": so translations from Russian have it.
_RATE = re.compile(
    r"\b(?:per|(?:for|of) (?:each|every)|[\d.,]*\d on(?: each| every)?) $", re.IGNORECASE
)
_THOUSAND = re.compile(r"(?:(?:a|one) )?(?:hundred|thousand)|1 ?[,.]?000|100", re.IGNORECASE)
# "8 per thousand inhabitants", "for every 100 who came 43 left", "37 on a thousand".
_RATED = re.compile(
    r"(?: (?!and|or|but|with|who|were|had)[a-z]+){0,2} (?:per|(?:for|of) (?:each|every)) (?:one\b|thousand|hundred|\d)"
    r"| on (?:(?:a|each|every) )?(?:thousand|hundred|1 ?[,.]?000|100)\b"
)
# "The birth rate, 24 to a thousand".
_TO_A_THOUSAND = re.compile(r"[\w.,-]+ to (?:a|each|every) (?:hundred|thousand)")
# "On a thousand men come | 978 women".
_FOR_EVERY = re.compile(
    r"\b(?:(?:for|of) (?:each|every)|per) (?:\d[\d ,]*|hundred|thousand) [^.;,]{0,40}$"
    r"|\bon (?:a |each |every )?(?:thousand|hundred) [^.;,\d]{0,40}$",
    re.IGNORECASE,
)
# "On one teacher it is necessary | about 30 pupils".
_ON_ONE = re.compile(
    r"\bon (?:one|each|every|1) (?P<who>[a-z]+)(?: [a-z-]+){0,2} (?:necessary|needed|required|falls?|fell|comes?|came"
    r"|accounts?|accounted)(?: for)? $",
    re.IGNORECASE,
)
_REACH = 70
# "For | 10 thousand | inhabitants there were 36 beds", "for 1 000 people | 3 | doctors": what a rate is measured by.
_SO_MANY = r" (?:of )?(?:people|persons|inhabitants|residents|souls|population|births|men|women|boys|girls)\b"
_FOR = re.compile(r"\b(?:for|on) $", re.IGNORECASE)
_MEASURED = re.compile(
    rf"{_SO_MANY},? (?:there (?:were|was|are|is)|fell|falls?|came|comes?)\b"
    # "They sewed for 1 000 men, 300 women helped": no rate.
    rf"|{_SO_MANY}(?<!men)(?<!boys)(?<!girls),? (?:about |only |some )?\d"
    r"| [a-z-]+(?: (?:in|of|at) [a-z ]{3,30})? (?:fell|falls|there (?:were|was|are)) (?:about |only |some )?\d"
)
_FOR_SO_MANY = re.compile(
    rf"\bfor 10{{0,2}}(?:[ ,.]?000| thousand| thous\.)?{_SO_MANY}"
    r"(?:,? (?:there (?:were|was|are|is)|fell|falls?|came|comes?|only|about|some))* $",
    re.IGNORECASE,
)
_ROUND = frozenset((100, 1_000, 10_000, 100_000))


def _per_so_many(text: str, low: int, match: NumberMatch) -> bool:
    """Whether a round number of people, or what they have, is a rate: "for 10 000 inhabitants 36 beds"."""
    measure = match.quantity.value in _ROUND and _FOR.search(text, low, match.start)
    return bool(measure and _MEASURED.match(text, match.end)) or bool(
        _FOR_SO_MANY.search(text, low, match.start)
    )


def is_density(text: str, end: int) -> bool:
    """Whether what stands behind a count says what land it is measured by."""
    return _DENSITY.match(text, end) is not None


def is_rate(text: str, match: NumberMatch) -> bool:
    """Whether a number tells how many of how many."""
    low = max(0, match.start - _REACH)
    told = _by_before(text, low, match) or _FOR_EVERY.search(text, low, match.start)
    rated = _RATED.match(text, match.end) or _TO_A_THOUSAND.fullmatch(
        text, match.bare, match.bare_end
    )
    on_one = _ON_ONE.search(text, low, match.start)
    each = on_one is not None and on_one["who"] in people_in_singular()
    return bool(told or rated or each) or _per_so_many(text, low, match) or _is_ratio(text, match)


def _by_before(text: str, low: int, match: NumberMatch) -> bool:
    """Whether the words right before a number say that others are told of so many."""
    told = _RATE.search(text, low, match.start)
    on = told is not None and told[0].lstrip("0123456789.,").startswith(" on")
    return told is not None and (
        not on or _THOUSAND.fullmatch(text, match.bare, match.bare_end) is not None
    )


# "9 out of 10 inhabitants", "nine in ten", "One of 4 families is"; "two of the 9 delegates" are counted.
_OF_TEN = re.compile(
    r"(?<![\w.,])(?:[1-9]|one|two|three|four|five|six|seven|eight|nine) (?:(?:out )?of|in) (?:each |every )?$",
    re.IGNORECASE,
)
_ONE_OF = re.compile(r"(?:^|[.;:!?]\s|\n)(?:One|1) (?:out )?of (?:each |every )?$")
_TENS = re.compile(r" (?:out )?of (?:each |every )?(?:10|ten)\b(?![.,]\d| (?:\d|thousand|million))")
# "Up to 80 | from hundred sheep", "12 | out of 100 children".
_HUNDRED = re.compile(
    r" (?:(?:out of|from|of) (?:a |each |every )?hundred|(?:out )?of (?:each |every )100|out of 100)\b"
    r"(?![.,]?\d| thousand| million)"
)
_OUT_OF_HUNDRED = re.compile(r"(?<![\d.,])[1-9]\d? out of $")
_RATIO_REACH = 24
_TEN, _A_HUNDRED = 10, 100


def _is_ratio(text: str, match: NumberMatch) -> bool:
    """Whether two numbers up to ten, or to a hundred, tell a ratio."""
    value = match.quantity.value or match.quantity.high or 0
    if 0 < value <= _A_HUNDRED and _HUNDRED.match(text, match.end):
        return True
    low = max(0, match.start - _RATIO_REACH)
    if value == _A_HUNDRED and _OUT_OF_HUNDRED.search(text, low, match.start):
        return True
    if not 0 < value <= _TEN:
        return False
    top = _OF_TEN if value == _TEN else _ONE_OF
    return bool(top.search(text, low, match.start) or _TENS.match(text, match.end))
