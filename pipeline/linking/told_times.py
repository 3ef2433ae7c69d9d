"""What words say of a time for certain: the years that an amount changed between, "at that time", "1989 – 40 %"."""

import re
from collections.abc import Sequence
from itertools import combinations

from spacy.tokens import Span

from pipeline.extensions import sentence_of, text_of
from pipeline.normalising.change_words import change_pattern
from pipeline.normalising.numerals import number_value

Dates = Sequence[tuple[Span, str]]

# "In comparison with 1999", "more than in 2011", "than at the previous census of 1999", "to the fair of 2007".
_MEASURE = (
    r"(?:years?|levels?|census|periods?|half-year|half|season|quarter|months?|time|figures?|results?|indicators?|data|number"
    r"|beginning|start|same|similar|corresponding|previous|last|that|those)"
)
_COMPARED = re.compile(
    r"\b(?:(?:compared|comparing|compare|comparison) (?:with|to)|as against|against|relative to"
    rf"|than(?: (?:in|at|for|by))?) (?:(?:the|of|in|{_MEASURE}) ){{0,5}}(?:(?:the )?[a-z]+ of (?:the )?(?:years? )?)?$",
    re.IGNORECASE,
)
_COMPARED_REACH = 60
# "A fall of 11 percent on 2014", "grown by 40 percent since 2013".
_MEASURED_FROM = re.compile(r" (?:on|over|since) (?:the )?(?:year )?")
_CHANGED_BY = re.compile(rf"\b{change_pattern()}(?: \w+){{0,3}} (?:by|on|for) $")
# "For twenty years, thus, their number was reduced by".
_LASTING = re.compile(
    r"\b(?:in|for|over|within|during) (?:the |these |those |last |past )?(?P<n>\d+|[a-z]+(?:-[a-z]+)?) years?\b"
    r"(?! (?:ago|after|before|from))",
    re.IGNORECASE,
)
# "Decrease between the censuses of 1989 and 1999", "between the census of 1989 and that of 1999".
_CENSUSES = re.compile(
    r"\bbetween (?:the )?(?:[a-z-]+ ){0,2}census(?:es)? of (?:the )?(?P<first>\d{4})(?: years?)? and"
    r" (?:(?:that|the census|the one) )?(?:of )?(?P<last>\d{4})\b",
    re.IGNORECASE,
)
_IN_A_YEAR = re.compile(r"(?P<year>\d{4})(?:-\d\d){0,2}")
_MONTH = len("1995-04")


def told_stretch(span: Span, kind: str, dates: Dates) -> str | None:
    """The years (or months) between which an amount changed, where words say so of `dates`, those told near it."""
    sentence = sentence_of(span)
    if kind not in ("increase", "decrease") and not _is_amount(span, sentence):
        return None
    single = [(date, edtf) for date, edtf in dates if _IN_A_YEAR.fullmatch(edtf)]
    return (
        _compared(span, sentence, single)
        or _between_censuses(sentence)
        or _lasting(sentence, single)
    )


def _is_amount(span: Span, sentence: Span) -> bool:
    """Whether a count is what an amount changed by."""
    text = text_of(span.doc)
    by = text.endswith((" by ", " on ", " for "), 0, span.start_char)
    return by and _CHANGED_BY.search(text, sentence.start_char, span.start_char) is not None


def _compared(span: Span, sentence: Span, dates: Dates) -> str | None:
    """From the date of the sentence that is told to be compared with to its other one, else to one told before it, else
    to the publication."""
    here = [(date, edtf) for date, edtf in dates if sentence_of(date) == sentence]
    base = next((edtf for date, edtf in here if _is_base(span, date)), None)
    if base is None or len(base) > _MONTH:
        return None
    places = (
        [edtf for date, edtf in here if date.end <= span.start],
        [edtf for date, edtf in here if date.end > span.start][::-1],
        [edtf for date, edtf in dates if date.end <= sentence.start],
        [span.doc._.published or ""],
    )
    ends = (edtf[: len(base)] for place in places for edtf in place[::-1])
    end = next((edtf for edtf in ends if edtf > base), None)
    return None if end is None else f"{base}/{end}"


def _is_base(span: Span, date: Span) -> bool:
    behind = _MEASURED_FROM.fullmatch(text_of(span.doc), span.end_char, date.start_char)
    return behind is not None or is_compared(date)


def is_compared(date: Span) -> bool:
    """Whether the words before a date say that something is compared with it."""
    low = max(0, date.start_char - _COMPARED_REACH)
    return _COMPARED.search(text_of(date.doc), low, date.start_char) is not None


# "Made 53 percent against 29 percent in | 1940, in agriculture 75": the date is that of the amount beside it alone.
_AGAINST = (
    # Nor "the rebels fought against 3 thousand soldiers".
    r"\b(?:(?<!fought )(?<!fight )(?<!fighting )(?<!battle )(?<!war )(?<!stood )(?<!went )against"
    r"|compared (?:with|to)|in comparison with|instead of) (?:only |about |the )?"
)
_BASE = re.compile(
    rf"{_AGAINST}"
    r"\d(?:[\d ,.%]|per ?cents?|thousand|thous|million|mln){0,30}(?: [a-z]+)? (?:in|for|by|at) (?:the )?$"
)
_IS_BASE = re.compile(rf"{_AGAINST}$")
# "It had 412 inhabitants in 1959, | now | 96 live here"; no "the town, now a capital", "(now Semey)", "until now".
_NOW = re.compile(
    r"(?<!until )(?<!till )(?<!by )(?<!to )(?<!was )(?<!were )(?<!had )(?<!what is )(?<!which is )(?<!what are )"
    r"(?<!the )(?<!people, )(?<!\()\b[Nn]ow\b(?! (?:(?:an?|the)\b|[A-Z]|[a-z]+s,))"
    r"(?:(?!\b(?:had|was|were|[a-z]+ed)\b)[^.;]){0,120}$"
)


def base_of(date: Span) -> tuple[int, int] | None:
    """Where the amount stands that a date beside it holds for, which another amount is compared with."""
    low = max(0, date.start_char - _COMPARED_REACH)
    base = _BASE.search(text_of(date.doc), low, date.start_char)
    return base.span() if base else None


def is_base(count: Span) -> bool:
    """Whether a count or share is what the one before it is compared with."""
    text, start = text_of(count.doc), count.start_char
    return _IS_BASE.search(text, max(0, start - _COMPARED_REACH), start) is not None


def now_before(span: Span) -> int:
    """Where a sentence says "now" of a count, behind all that it told of the past; 0 where it does not."""
    text, low = text_of(span.doc), sentence_of(span).start_char
    if text.find("ow ", low, span.start_char) < 0:
        return 0
    now = _NOW.search(text, low, span.start_char)
    return now.start() if now else 0


def _between_censuses(sentence: Span) -> str | None:
    """From one census that a sentence names to the other."""
    told = _CENSUSES.search(text_of(sentence.doc), sentence.start_char, sentence.end_char)
    return f"{told['first']}/{told['last']}" if told and told["first"] < told["last"] else None


def _lasting(sentence: Span, dates: Dates) -> str | None:
    """The last two years told that are as far apart as a sentence says that its change lasted."""
    lasting = _LASTING.search(text_of(sentence.doc), sentence.start_char, sentence.end_char)
    lasted = number_value(lasting["n"]) if lasting else None
    years = [int(edtf[:4]) for _, edtf in dates]
    apart = (pair for pair in combinations(years[::-1], 2) if pair[0] - pair[1] == lasted)
    end, start = next(apart, (None, None))
    return None if end is None else f"{start:04}/{end:04}"


# "At that time", "that year", of a date told before.
_AGAIN = re.compile(
    r"\b(?:(?:at|by|to|of) (?:that|this|the same) (?:time|moment|date)|in (?:those|these) (?:days|years)"
    r"|(?:that|the same|(?:end|close|course) of the|(?:during|within|over) the) (?P<year>year))\b",
    re.IGNORECASE,
)


def told_again(span: Span, dates: Dates) -> str | None:
    """The date that a sentence goes back to, where none is told behind the count or the words that do."""
    if not dates or dates[-1][0].end_char > span.start_char:
        return None
    sentence = sentence_of(span)
    again = _AGAIN.search(text_of(span.doc), sentence.start_char, sentence.end_char)
    if again is None or dates[-1][0].end_char > again.start():
        return None
    meant = dates[-1][1]
    in_a_year = again["year"] and _IN_A_YEAR.fullmatch(meant)
    return in_a_year["year"] if in_a_year else meant or None


_LATER = r"(?P<n>an?|one|\d+|(?!and\b)[a-z]+(?:[ -][a-z]+)?) years? (?:later|on(?= there\b|,))"
# "Some 700 stayed | ten years later", "36.9 percent | twenty years later".
_LATER_BEHIND = re.compile(rf"(?: (?:remained|were left|had|were there))? {_LATER}\b")
# "Ten years later there were", "by the following year"; what stands "where" or "which" is told of another thing.
_YEARS_LATER = re.compile(
    rf"\b(?:{_LATER}|(?P<next>the (?:following|next) year))\b"
    r"(?:(?!\b(?:where|which|who|whose)\b)[^.;]){0,80}$",
    re.IGNORECASE,
)


def told_later(span: Span, dates: Dates) -> str | None:
    """The year so many years behind the one told before them, where no other date stands between them and a count."""
    text, low = text_of(span.doc), sentence_of(span).start_char
    before = [(date, edtf) for date, edtf in dates if date.end_char <= span.start_char]
    if not before:
        return None
    behind = _LATER_BEHIND.match(text, span.end_char)
    later = behind or _YEARS_LATER.search(text, low, span.start_char)
    if later is None or before[-1][0].end_char > later.start(later.lastgroup or 0):
        return None
    if not behind and any(date.start_char >= span.start_char for date, _ in dates):
        return None
    year = _IN_A_YEAR.fullmatch(before[-1][1])
    told = later.groupdict()["n"]
    years = 1 if told is None or told.lower() in ("a", "one") else number_value(told)
    return f"{int(year['year']) + int(years):04}" if year and years else None


# "Between 1926 and 1939 it rose from | 14.5 | to 75.8 percent, that of men from 35.4 to | 90.3".
_NUMBER = r"\d[\d ,.]*(?: ?(?:%|per ?cents?|thousand|million|mln))?"
_FROM = re.compile(r"\bfrom (?:about |only |nearly )?$")
_ON_TO = re.compile(rf"(?: [a-z]+){{0,2}},? (?:up |down )?to (?:about |only |nearly )?{_NUMBER}")
_TO = re.compile(
    rf"\bfrom {_NUMBER}(?: [a-z]+){{0,2}},? (?:up |down )?to (?:about |only |nearly )?$"
)
_STRETCH = re.compile(r"(?P<start>\d{4})/(?P<end>\d{4})")


def told_end(span: Span, dates: Dates) -> str | None:
    """The first or last year of the stretch in which an amount went from one to another, the only date told."""
    text, sentence = text_of(span.doc), sentence_of(span)
    starts = _FROM.search(text, sentence.start_char, span.start_char) and _ON_TO.match(
        text, span.end_char
    )
    if not starts and not _TO.search(text, sentence.start_char, span.start_char):
        return None
    here = [(date, edtf) for date, edtf in dates if sentence_of(date) == sentence]
    years = _STRETCH.fullmatch(here[0][1]) if len(here) == 1 else None
    if years is None or ";" in text[here[0][0].end_char : span.start_char]:
        return None
    return years["start" if starts else "end"]


# "1989 – 40 %, 1999 – | 53": a date that labels what stands behind it.
_LABELS = re.compile(
    r"(?: year| y\.)? ?(?:[-–—] ?|: )(?:only |already |about |some |nearly |more than )?"
)


def told_label(span: Span, dates: Dates) -> str | None:
    """The date right before a count or share that a dash or colon makes its label."""
    before = [(date, edtf) for date, edtf in dates if date.end <= span.start]
    if not before or not _LABELS.fullmatch(
        text_of(span.doc), before[-1][0].end_char, span.start_char
    ):
        return None
    return before[-1][1] or None
