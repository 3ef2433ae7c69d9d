"""What stands before a number like a year and makes it a count: "more than 1500", "per 1000 men 1187", "left 1410"."""

import re

from pipeline.normalising.dates import DateMatch
from pipeline.normalising.numerals import find_numbers

_COUNT_LEAD = re.compile(
    r"(?:\b(?:per|for every|for each|numbered|numbering|totall?ed|amounted to|reached|more than|less than|over|"
    r"at least|almost|nearly|(?<!later )(?<!earlier )than|(?<!their )(?<!its )number of|out of"
    r"|consisted of|comprised|no\."
    r"|(?<=\d )against"
    r"|in total|altogether|in all|contain(?:s|ed)|hous(?:es|ed)|shelter(?:s|ed)|accommodat(?:es|ed)|employ(?:s|ed)"
    r"|count(?:s|ed)|(?:did not|didn't) return"
    r"|(?:in|by|for|to) (?:[a-z]{3,9} )?(?:1[5-9]|20)\d\d(?: years?)? ?[-–—:]"
    r"|(?:1[5-9]|20)\d\d ?y\. ?[-–—:]"
    r"|(?<![\w.])(?:f|inv|op|rec)\."
    r"|(?:its|their|his|her|a|the) number,"
    r"|numbers?|certificate(?: is| was)?|fund|fond|file|case|sheet|inventory|room|box|page|pp?\.|respectively"
    r"|respectively \d[\d ,.]{0,9}(?: and|,))|[$€£№]) ?$",
    re.IGNORECASE,
)
_REACH = 120


def is_led_as_count(text: str, match: DateMatch) -> bool:
    """Whether the words before it say how many: "more than 1500"."""
    low = max(0, match.start - _REACH)
    before = text[max(0, match.start - _NEAR) : match.start]
    over = match.value.kind == "interval" and before.lower().endswith("over ")
    if not over and (_COUNT_LEAD.search(before) or _ALMOST.match(text, match.start)):
        return True
    if match.rule == "year" and text[match.start].isdigit():
        parted = _MOVED_APART.search(text, low, match.start) and _ENDS.match(text, match.end)
        return parted is not None or _YEAR_LEAD.search(text, low, match.start) is not None
    if match.rule.startswith("ancient"):
        return _ANCIENT_LEAD.search(text, low, match.start) is not None
    return False


_NEAR = 24
# What may lead a year too is part of it: "left: | nearly 1900 to Siberia", but "by nearly 1900".
_ALMOST = re.compile(
    r"(?<!\bin )(?<!\bby )(?<!since )(?<!until )(?<!till )nearly \d", re.IGNORECASE
)
_MOVED = (
    r"(?:left|departed|arrived|came|returned|remained|stayed|survived|moved|enrolled|were born|accepted|received"
    r"|took in)"
)
# "For 1980–1988 left | 1410", "26,7 %, namely | 1208", "in Almaty – only | 1190", "per 1000 men | 1187",
# "915 pupils, ten years ago - | 1380", "of them were killed | 1105".
_YEAR_LEAD = re.compile(
    rf"(?:\b{_MOVED}|[,;] [^.,;:()]{{0,30}}\b(?:ago|earlier|now|today) [-–—]"
    r"|\bof (?:them|these|whom|which),? (?:was|were|is|are) (?!born|built|opened|found)[a-z]+(?:ed|en|t)"
    r"|(?:%|per ?cent),? (?:namely|or|that is|i\.e\.)| [-–—] (?:only|just|merely)"
    r"|\b(?:per|on|for every|for each) (?:a |one |each |every )?(?:thousand|hundred|10?(?:[ ,]?0)?00)"
    r"(?: (?!(?:in|by|since|of|for|from|to|during|until|till|after|before|years?|and)\b)[a-z]+){1,2}(?:,|:| [-–—])?) $",
    re.IGNORECASE,
)
# "And arrived, for the new mines, | 1180."
_MOVED_APART = re.compile(rf"\b{_MOVED}, (?:for|from|to|with|on|in|by) [^.;:,()\d]{{3,80}}, $")
_ENDS = re.compile(r" ?[.;)]|$")
# "One home took in | 412", "in 1993 – by | 280": "in" and "by" lead years of long ago, but belong to other words here.
_ANCIENT_LEAD = re.compile(
    r"(?:\b(?:took|takes?|taken|taking|brought|brings?|let|lets) in| [-–—] by) $", re.IGNORECASE
)


_SPACED = re.compile(r" [-–—] \d\d$")
_ITEM_ENDS = re.compile(r" ?[.,;)]|$")
_SENTENCE_END = re.compile(r"[.!?] |\n")
_YEAR = re.compile(r"(?:1\d|20)\d\d")
_NEXT_YEAR = re.compile(r"(?:[,;]|,? and) in $")
# "In | 1914 - 25 schools, in 1920 - 300".
_IN = re.compile(r"\bin $", re.IGNORECASE)
_ONE_MORE = re.compile(
    r"(?: [a-z]+s)?(?:[,;]|,? and) in (?:1\d|20)(?P<year>\d\d) [-–—] (?P<number>\d+)(?P<share> ?(?:%|per ?cent))?"
)


def _counts_next(text: str, end: int) -> bool:
    """Whether a year and a number that ends no range from it are told next: "…, in 1920 - 300"."""
    item = _ONE_MORE.match(text, end)
    if item is None:
        return False
    short = len(item["number"]) == len(item["year"])
    return item["share"] is not None or not short or item["number"] <= item["year"]


def is_next_told(text: str, match: DateMatch) -> bool:
    """Whether a range with a spaced dash is a year and its number: "in 1958 there were 9 members, in | 1963 - 87"."""
    spaced = _SPACED.search(text, match.start, match.end)
    low = max(0, match.start - _REACH)
    if spaced and _counts_next(text, match.end) and _IN.search(text, low, match.start):
        return True
    if (
        not spaced
        or not _ITEM_ENDS.match(text, match.end)
        or not _NEXT_YEAR.search(text, low, match.start)
    ):
        return False
    told = _SENTENCE_END.split(text[low : match.start])[-1]
    return any(not _YEAR.fullmatch(told[n.start : n.end]) for n in find_numbers(told))


# "The plan of catch for | 1932 was executed by 57 percent".
_PLANNED = re.compile(
    r"\b(?:plan|task|norm|quota|assignment|budget|programme|program|obligation|order|estimate|target|contract)s?\b"
    r"[^.;\d]{0,60} (?:for|of) (?:the )?$",
    re.IGNORECASE,
)


def is_year_of_plan(text: str, match: DateMatch) -> bool:
    """Whether it is the year of what is planned, which may be "executed" as well."""
    return _PLANNED.search(text, max(0, match.start - _REACH), match.start) is not None
