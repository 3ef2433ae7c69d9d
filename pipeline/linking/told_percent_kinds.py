"""What words beside a percentage say of its kind, whatever else is around: tables of patterns before and behind it.

Notes for a newcomer: `told_kind` reads them in order, those behind first; where none tells, weights decide
(percent_kinds.py).
"""

import re

from pipeline.alternatives import any_of
from pipeline.anchors import Demanding
from pipeline.normalising.change_words import change_pattern
from pipeline.normalising.gazetteer import peoples
from pipeline.records import PercentageKind

MORE_THAN = r" (?:more|higher|greater|larger|bigger|above|better)(?: \w+)? (?:than|in comparison)\b"
LESS_THAN = r" (?:less|fewer|lower|smaller|worse)(?: \w+)? (?:than|in comparison)\b"
# "growth for the decade made", "growth, by their words, makes", "turnout in the region was barely", "decline: 4 %".
_MEASURED = (
    r"\b(?![^.;,]{0,60}\bby $)(?:[^.;,]|(?<=\d)[.,](?=\d)|, [^.;,%]{3,40},(?= )){0,50}?(?:, which )?"
    r"(?:\b(?:made(?: up)?|makes?|constituted|was|is|amounted(?: to)?|came to|reached|(?:had )?stood at|equal to"
    r"|equalled|had|(?:did not |does not )?exceed(?:ed|s)?|put (?:it )?at|at)(?: \w+){0,2}| ?[–—:-]) $"
)
_GREW, _FELL = change_pattern("rise"), change_pattern("fall")
# "By 593.5 thousand, or 2.7 times (", "by 1 028 people, or": the amount of a change, which the percentage tells again.
_DECIMAL = r"(?:[^.;,()%]|(?<=\d)[.,](?=\d))"
_PART = r"(?:\d|half|thirds?\b|quarters?\b)"
_RETOLD = (
    rf"(?:\b(?: [a-z]+){{0,2}} (?:(?:by|on) {_DECIMAL}{{0,40}}?{_PART}{_DECIMAL}{{0,30}}|[\d.,]+ times)"
    rf"(?:,? or {_DECIMAL}{{1,30}})?(?: \(|,? (?:or|that is|i\.e\.),? (?:by |on )?)$"
    # "Decreased more than by half - by"
    r"|\b[^.;,()%]{0,40} [-–—] by $)"
)
_TAXES = (
    r"(?:tax(?:es|ation)?|(?<!on )dut(?:y|ies)|tariffs?|tithes?|lev(?:y|ies)|VAT|interest(?! in\b)|discounts?"
    r"|surcharges?|bonus(?:es)?|allowances?)"
)
_RATES = (
    r"(?:rates?|turn-?out|inflation|mortality|lethality|attendance|threshold|activity|fluidity|turnover|unemployment|undercount"
    rf"|{_TAXES})"
)
# What of itself tells the kind, whatever else is around: the words before a percentage.
_TOLD: dict[PercentageKind, re.Pattern[str]] = {
    "increase": re.compile(
        rf"\b(?:growth|increase|rise|gain|surplus){_MEASURED}|\b{_GREW}(?: by| on| for)? $"
        rf"|\b(?:{_GREW}|up){_RETOLD}|\bplus $",
        re.IGNORECASE,
    ),
    "decrease": re.compile(
        # "To the Kazakhs was falling one percent": their share.
        rf"\b(?:decrease|decline|fall|drop|reduction){_MEASURED}|\b{_FELL}(?<!was falling)(?: by| on| for)? $"
        rf"|\b(?:{_FELL}|down){_RETOLD}|(?<!plus or )\bminus $",
        re.IGNORECASE,
    ),
    "share": re.compile(rf"\b(?:share|percentage|proportion) of{_MEASURED}", re.IGNORECASE),
    "other": re.compile(
        rf"\b{_RATES}{_MEASURED}"
        # "The tax was raised to": of what is no share of the budget.
        rf"|(?<!share of )(?<!share of the )(?<!part of )(?<!part of the )\b(?:growth(?! of)|{_RATES})\b"
        rf"{_DECIMAL}{{0,40}} (?:from|(?:from [\d.,]+ ?(?:%|per ?cents?){_DECIMAL}{{0,12}} )?to) $"
        # "7 million people took part in the vote, or | 75.45 percent", "the lowest turnout: | 41".
        r"|\b(?:took|taking|taken) part in (?:the )?(?:votes?|voting|elections?|referendum|poll)\b[^.;%]{0,30}"
        r"(?:,? or|,? that is|,? i\.e\.| [-–—]|,? which (?:is|was|makes|made)|,? making) $|"
        r"\bturn-?out\b(?:[^.]|(?<=\d)\.(?=\d)){0,160}\bthe (?:lowest|highest|smallest|greatest)"
        r"(?: (?:one|turn-?out|activity))?(?: (?:in|at|was|is|of) (?:the )?[^.;,%()]{0,24})?(?:,|:| [-–—])? $"
        r"|\b(?:filled|loaded|staffed)\b[^.;,]{0,15} (?:to|by|on|at) $"
        r"|\bliteracy\b[^.;%]{0,40} stood at $"
        r"|\b(?:exaggerat|overstat|understat|underestimat|overestimat)\w+ (?:by|on) $"
        r"|\b(?:exceeded|surpassed) (?:the |its )?(?:average|norms?|plans?|quota)\b[^.;,]{0,20} (?:by|on) $"
        rf"|\b{_RATES}(?: of)?,? \(?$"
        r"|\b(?:credits?|loans?|lent|borrowed|deposits?|mortgages?)\b[^.;,]{0,50} (?:at|under) $",
        re.IGNORECASE,
    ),
}
_SOUGHT = Demanding((kind, pattern, pattern.pattern) for kind, pattern in _TOLD.items())
# The words right behind a percentage that tell it, and what must stand before it, if anything.
_ENDS = r"(?=\s*(?:[.,;:)]|$)| (?:and|but|in|on|for|at|by|to|among|with|during|since|after|this|last|now|there|here)\b)"
_ARTICLE = r"\b(?:an?|the|this|that|its|their|further|another|annual|yearly) $"
# "Kazakhs earned 37 percent less than | Russians": no change, but others beside them.
_OTHERS = (
    r" (?:that of |those of |of |among )?(?:the |an? )?"
    rf"(?:{any_of(peoples())}|locals?|men|women|boys|girls)\b"
)
_ROWS: tuple[tuple[PercentageKind, str, str], ...] = (
    (
        "share",
        "",
        r"(?: of [^.;,%]{3,30})? (?:voted|said|spoke)(?: out)?,? (?:for|against|yes|no|[\"«“])",
    ),
    (
        "other",
        "",
        r" (?:above|below|over|under|(?:higher|lower) than) (?:the |its |a )?(?:[a-z]+ )?"
        r"(?:plan|average|norms?|quota|target|standard)\b",
    ),
    (
        "other",
        "",
        r" of (?:the |its |their |his )?(?:[a-z]+ )?(?:plan|norms?|quota|target|task)\b",
    ),
    (
        "other",
        "",
        r" of (?:the |all )?(?:\d[\d.,]*(?: (?:thousand|million|mln\.?|thous\.?))? )?(?:[a-z]+ )?"
        r"(?:voters|electors|electorate)\b[^.;,]{0,40}"
        r"\b(?:took part|participated|voted(?! for| against)|turned out|(?:came|went|gone|come) to)\b",
    ),
    (
        "other",
        r"\b(?:participated|took part)(?: \w+)? $",
        r" of (?:the |all )?(?:[a-z]+ )?[a-z]+",
    ),
    ("other", "", rf"(?:{MORE_THAN}|{LESS_THAN}){_OTHERS}"),
    ("increase", "", MORE_THAN),
    ("decrease", "", LESS_THAN),
    (
        "increase",
        "",
        rf" (?:more\b(?! (?:of|or|and)\b)|(?:higher|greater|larger|bigger){_ENDS})",
    ),
    ("decrease", "", rf" (?:(?:less|fewer)\b(?! of\b)|(?:lower|smaller){_ENDS})"),
    ("increase", "", r" (?:increase|growth)\b(?! rate)"),
    ("decrease", "", r" (?:decrease|reduction)\b"),
    ("increase", _ARTICLE, r" (?:[a-z]+ )?(?:rise|gain|jump|surge|growth|increase)\b(?! rate)"),
    ("decrease", _ARTICLE, r" (?:[a-z]+ )?(?:fall|drop|cut|decline|loss|decrease|reduction)\b"),
    (
        "other",
        rf"{_ARTICLE}|\b(?:at|with|under) $",
        rf"(?:-th)? (?:[a-z]+ )?(?:{_RATES}|loans?|barrier)\b",
    ),
    # "To the polls came 36 percent of the electors".
    (
        "other",
        r"\b(?:(?:came|come|went|gone) to (?:the )?polls|to (?:the )?polls (?:came|went)) $",
        r" of (?:the |all )?[a-z]+",
    ),
    ("other", r"\bat $", r" (?:per annum|a year|a month|yearly|annual(?:ly)?|interest)\b"),
    (
        "other",
        "",
        rf" (?:was|is|were|made) (?:(?:the|its|an?) )?(?:[a-z]+ )?{_RATES}\b",
    ),
)
_TOLD_BEHIND = tuple(
    (kind, re.compile(before, re.IGNORECASE), re.compile(behind, re.IGNORECASE))
    for kind, before, behind in _ROWS
)
# "The plan of deliveries was 33 % of the harvest": so much was asked for, not fulfilled.
_ASKED = re.compile(r"\bplan\b[^.;,]{0,50}\b(?:was|is|made|constituted|amounted to)(?: \w+)? $")
_OF_ELSE = re.compile(r" of (?:the |all )?(?!plan|norm|quota|target|task|level)[a-z]")
# "Turnout was 84 %, in Alma-Ata hardly": another place or year of what was told.
_CARRIED = re.compile(
    r"(?P<first>.*?)(?<=[ –—-])[\d.,]+ ?(?:%|per ?cents?)(?P<behind> of [a-z]+(?: [a-z]+){0,3} ?)?"
    r"(?: (?:in|by|for) (?:the )?\d{4}(?: years?)?)?[,;]?"
    r"(?: (?:and|but|while|whereas))?(?: (?:in|among|for|at|under|on) [^.;%]{0,45}| )$",
    re.IGNORECASE,
)
# "German (60.8 %), Tatar (20.3%) diasporas decreased": the verb behind a list of shares in brackets.
_LISTED_CHANGE = re.compile(
    rf"\)(?:,? (?:and )?[A-Z][\w-]+ \([\d., ]+%\))*(?: [a-z]+){{0,2}} (?:(?P<rose>{_GREW})|{_FELL})"
)


# "82,7 % of votes at turnout | 76,9 %": the share before is of something else.
_RATE_RIGHT_BEFORE = re.compile(r"\bat (?:an? |the )?turn-?out(?: of)? $", re.IGNORECASE)


def told_kind(before: str, after: str) -> PercentageKind | None:
    """The kind that the words before and behind a percentage tell of themselves."""
    for kind, beside, behind in _TOLD_BEHIND:
        if behind.match(after) and beside.search(before):
            return kind
    if _RATE_RIGHT_BEFORE.search(before):
        return "other"
    if _ASKED.search(before) and _OF_ELSE.match(after):
        return "share"
    if (carried := _carried(before, after)) is not None:
        return told_kind(carried["first"], carried["behind"] or "")
    sought = _SOUGHT.possible(before)
    told = next((kind for kind, pattern in sought if pattern.search(before)), None)
    return told or _told_later(before, after)


def _carried(before: str, after: str) -> re.Match[str] | None:
    """The percentage before of which this one tells another place or year; none where it has its own verb or whole."""
    carried = None if after.startswith(" of ") else _CARRIED.match(before)
    if carried is None or _CHANGED.search(before, carried.end("first")):
        return None
    return carried


_CHANGED = re.compile(rf"\b(?:{_GREW}|{_FELL})\b", re.IGNORECASE)


# "By 10 percent the harvest exceeded that of 1912."
_BY = re.compile(r"(?:[\w ]{0,20} )?by $", re.IGNORECASE)
_LATER = re.compile(
    rf" [^.;,]{{3,50}}\b(?:(?P<rose>{_GREW}|exceeded|surpassed)|{_FELL})\b", re.IGNORECASE
)


def _told_later(before: str, after: str) -> PercentageKind | None:
    """What the verb behind an amount that opens its sentence says."""
    return _direction(_LATER.match(after)) if _BY.fullmatch(before) else None


def listed_change(after: str) -> PercentageKind | None:
    """What the verb behind a list of shares in brackets says of all of them."""
    return _direction(_LISTED_CHANGE.match(after))


def _direction(told: re.Match[str] | None) -> PercentageKind | None:
    if told is None:
        return None
    return "increase" if told["rose"] else "decrease"


# "It fell under 30 percent": where it came to.
_LEVEL = re.compile(r"(?:well |far |slightly |even )?(?:below|under|above)\b", re.IGNORECASE)
_CAME = re.compile(rf"\b(?:{_GREW}|{_FELL}|went|gone) $", re.IGNORECASE)


def is_level(before: str, told: str) -> bool:
    """Whether a percentage, as told with its qualifier, is where a change came to."""
    return _LEVEL.match(told) is not None and _CAME.search(before) is not None
