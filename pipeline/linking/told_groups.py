"""The people that words right beside a percentage tell it of; where none do, the likeliest that groups.py finds."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from spacy.tokens import Doc, Span

from pipeline.extensions import columns, is_covered, sentence_of, text_of
from pipeline.linking.encoder.judging import judged
from pipeline.linking.groups import (
    LINKS,
    GroupMention,
    group_options,
    labels_another,
    people_in,
    peoples_in,
)
from pipeline.linking.respective import respective
from pipeline.linking.shared_groups import group_retold
from pipeline.linking.surroundings import paragraph_of
from pipeline.normalising.context import noun_in, person_nouns
from pipeline.normalising.gazetteer import is_people


def group_of(doc: Doc, span: Span, kind: str, previous: Span | None) -> str | None:
    """The people that a percentage is told of: those that its sentence itself says, else the likeliest."""
    named = respective(span, "groups")
    if named is not None:
        return str(named._.group)
    told = group_retold(doc, span) or _group_told(doc, span, kind)
    others = (_is_labelled_otherwise, _is_apposed_plainly, _is_of_population, _is_rest)
    if told is None and any(is_told(doc, span) for is_told in others):
        return None
    return told or judged(span, group_options(doc, span, kind, previous), "group", peoples_in)


# "Taught were 198 thousand women; | 61,3 % of the adult population learned to read": of all, whoever stands before.
_CLAUSE_OPENS = re.compile(r"(?:^|;)\s*(?:(?:[Ii]n|[Bb]y) \d{4},? )?$")
_OF_POPULATION = re.compile(
    r" of (?:the |all )*(?:[a-z-]+ ){0,2}population (?!of|in|were|was|are|is|made|belonged|consist)[a-z]"
)


def _is_of_population(doc: Doc, span: Span) -> bool:
    """Whether a share that begins a clause is of a population and what it did."""
    text, low = text_of(doc), sentence_of(span).start_char
    told = _OF_POPULATION.match(text, span.end_char)
    return told is not None and _CLAUSE_OPENS.search(text[low : span.start_char]) is not None


# "Koreans 1.0%, the rest | 4.2%".
_REST = re.compile(
    r"\bthe (?:rest|others) (?:(?:make|made|constituted?|are|were|is|was)(?: up)? )?$"
)


def _is_rest(doc: Doc, span: Span) -> bool:
    """Whether a share is of those that a list doesn't name."""
    text = text_of(doc)
    rest = _REST.search(text, sentence_of(span).start_char, span.start_char)
    return rest is not None and _ENDED.match(text, span.end_char) is not None


# The label of an item that goes on a list of shares: "Communists – 17 %, | Civil party – | 11 %".
_OTHER_LABEL = re.compile(
    r"(?:%|per ?cents?)(?:,| and|;) (?P<label>[A-Z][\w'-]+(?: [\w'-]+){0,3}) [-–—] $"
)


def _is_labelled_otherwise(doc: Doc, span: Span) -> bool:
    """Whether a share of a list has a label that is neither a people nor a place, as parties have."""
    low = sentence_of(span).start_char
    label = _OTHER_LABEL.search(text_of(doc), low, span.start_char)
    if label is None:
        return False
    words = doc.char_span(*label.span("label"), alignment_mode="expand")
    known = words is None or any(is_covered(words, key) for key in ("places", "groups", "dates"))
    return not known and noun_in(label["label"]) is None


# Characters before a people's name that are read.
_REACH = 40
_OF_ALL = re.compile(r" of (?:(?:all|the|these|its|local|ethnic|other|[A-Z][a-z]+-[A-Z][a-z]+) )*")
# "Of Poles | and Germans".
_AND_PEOPLE = re.compile(r"(?:, [A-Z][\w-]+){0,8} and (?:the |ethnic )?[A-Z]")
_HOUSED = re.compile(r" (?:farms?|households?|families|yurts?|kibitkas?|population)\b")
# "12 percent of the dead were Uzbeks and Kazakhs", "Uzbeks and Kazakhs together made up".
_WERE = re.compile(r"[^.;,%]{0,60}? (?:were|are|made up by) (?:ethnic |the )?")
_MADE = re.compile(
    r"(?: together)? (?:make|made|makes|constitut\w+|compris\w+|account\w*)(?: up| for)? $"
)
_AND_ANOTHER = re.compile(r" and \d")
_ENDED = re.compile(r"\s*(?:[.;]|$)")
# "Poles, Uzbeks and Kazakhs": more than two.
_AMONG_MORE = re.compile(r"[A-Z][\w-]+s, $")
# "Kazakhs (men - 15.4 %, women - 2 %": a label of its own.
_LABELLED = re.compile(r"[(,;:] ?(?:and )?(?:(?:at|among|for|of|in) (?:the )?)?$")


def _group_told(doc: Doc, span: Span, kind: str) -> str | None:
    """The people that words right beside a percentage tell."""
    sentence = sentence_of(span)
    mentions = people_in(doc, sentence.start, sentence.end)
    before = [m for m in mentions if m.span.end <= span.start]
    behind = [m for m in mentions if m.span.start >= span.end]
    after = [m for m in behind if not labels_another(doc, span, m)]
    return (
        _more_of(doc, span, after)
        or _of_people(doc, span, after, kind)
        or _behind_bracket(doc, span, after)
        or _two_peoples(doc, span, before, after)
        or _apposed(doc, span, after)
        or _label(doc, span, before)
        or _label_behind(doc, span, after)
        or _among(doc, span, before)
        or _made(doc, span, before)
        or _fated(doc, span, before)
        or _counted(doc, before, kind)
        or _theirs(doc, span)
    )


def _is_plural(name: str) -> bool:
    """Whether a people's plural has no ending of its own: "Kyrgyz"."""
    return not name.endswith("s") and name.lower() in person_nouns()


def _names_people(mention: GroupMention) -> bool:
    """Whether a mention is a people by its plural, and no adjective or language."""
    name = mention.span.text
    return mention.ethnic and (is_people(name) or _is_plural(name))


_MORE = re.compile(r" (?:more|fewer|less) (?:of (?:the )?)?")


def _more_of(doc: Doc, span: Span, after: Sequence[GroupMention]) -> str | None:
    """ "15 percent fewer returnees"."""
    told = after and _MORE.fullmatch(text_of(doc), span.end_char, after[0].span.start_char)
    return after[0].group if told else None


def _of_people(doc: Doc, span: Span, after: Sequence[GroupMention], kind: str) -> str | None:
    """ "9 percent of the Kazakh children": the people that whom it counts are of; of a turnout, whom it counts."""
    if not after or not _OF_ALL.fullmatch(text_of(doc), span.end_char, after[0].span.start_char):
        return None
    if kind == "other" and not after[0].ethnic:
        return after[0].group
    if _names_people(after[0]):
        joined = _AND_PEOPLE.match(text_of(doc), after[0].span.end_char)
        return None if joined else after[0].group
    behind = after[1] if after[0].ethnic and len(after) > 1 else None
    beside = behind is not None and not behind.ethnic and after[0].span.end == behind.span.start
    housed = after[0].ethnic and _HOUSED.match(text_of(doc), after[0].span.end_char)
    return after[0].group if beside or housed else None


# "448 thousand (46 percent) were Germans and 244 thousand (25 percent) Chechens".
_COUNT_OPENS = re.compile(r"\d[\d ,.]{0,15}(?: (?:thousand|million|mln))? \($")
_BRACKET_CLOSES = re.compile(r"\) (?:(?:were|are) )?(?:ethnic |the )?")


def _behind_bracket(doc: Doc, span: Span, after: Sequence[GroupMention]) -> str | None:
    """The people behind the bracket that a share stands in, where it tells the count before the bracket again."""
    text = text_of(doc)
    if not after or not _COUNT_OPENS.search(
        text, max(0, span.start_char - _REACH), span.start_char
    ):
        return None
    first = after[0].span
    closed = _BRACKET_CLOSES.fullmatch(text, span.end_char, first.start_char)
    ended = closed and _CLOSED.match(text, first.end_char)
    return after[0].group if ended and after[0].ethnic else None


def _two_peoples(
    doc: Doc, span: Span, before: Sequence[GroupMention], after: Sequence[GroupMention]
) -> str | None:
    """Two peoples that one share is of, joined by "and"."""
    text = text_of(doc)
    for two in ([m for m in after if m.ethnic][:2], [m for m in before if m.ethnic][-2:]):
        if len(two) < 2:
            continue
        first, second = (m.span for m in two)
        behind = _WERE.fullmatch(text, span.end_char, first.start_char) and _ENDED.match(
            text, second.end_char
        )
        ahead = _MADE.fullmatch(text, second.end_char, span.start_char) and not (
            _AND_ANOTHER.match(text, span.end_char)
        )
        alone = not _AMONG_MORE.search(text, max(0, first.start_char - _REACH), first.start_char)
        if text[first.end_char : second.start_char] == " and " and alone and (behind or ahead):
            return f"{two[0].group} and {two[1].group}"
    return None


def _apposed(doc: Doc, span: Span, after: Sequence[GroupMention]) -> str | None:
    """ "71 per cent of the visitors are Kazakhstanis and 14 per cent foreigners": a list that leaves out the verb."""
    if not after or text_of(doc)[span.end_char : after[0].span.start_char] != " ":
        return None
    # "65% gave Lezgin as their language, 30% | Russian": no people.
    if after[0].ethnic and not _names_people(after[0]):
        return None
    closed = _CLOSED.match(text_of(doc), after[0].span.end_char)
    return after[0].group if closed and _goes_on(doc, span) else None


def _goes_on(doc: Doc, span: Span) -> bool:
    """Whether a share goes on a list of shares and labels."""
    text, low = text_of(doc), sentence_of(span).start_char
    return any(pattern.search(text, low, span.start_char) for pattern in (_GOES_ON, _NEXT_ITEM))


# "70 % called themselves Muslims, 26 % Christians, | 3 % non-believers".
_NEXT_ITEM = re.compile(
    r"(?:%|per ?cents?)[^;:%\d]{3,60}?(?:,| and|, and) (?:about |some |only )?$"
)
_PLAIN = re.compile(
    r" (?:the )?(?:people|persons|residents|inhabitants) (?:of|from|in|without|with|who|over|under|aged)\b"
)


def _is_apposed_plainly(doc: Doc, span: Span) -> bool:
    """Whether the label of a share in a list is no kind of people: "40 % are children, 55 % people of working age"."""
    return _PLAIN.match(text_of(doc), span.end_char) is not None and _goes_on(doc, span)


_GOES_ON = re.compile(
    r"(?:%|per ?cents?)(?: of (?:the )?[\w ]{3,40}?| of them)? (?:are|were|is|was|made(?: up)?|make) [^;%]{3,60}?"
    r"(?:,| and|, and) $"
)


def _label(doc: Doc, span: Span, before: Sequence[GroupMention]) -> str | None:
    """The people that label a share in a bracket or a list: "(men - 15.4 %, women - 2 %)"."""
    if not before:
        return None
    text, last = text_of(doc), before[-1].span
    dashed = LINKS["dash"].fullmatch(text, last.end_char, span.start_char)
    low = sentence_of(span).start_char
    listed = _LABELLED.search(text, low, last.start_char)
    return before[-1].group if dashed and listed else None


def _counted(doc: Doc, before: Sequence[GroupMention], kind: str) -> str | None:
    """Those whose number or share grew or fell, if nobody else is named."""
    if kind not in ("increase", "decrease") or len(before) != 1 or before[0].group in _NOBODY:
        return None
    text, start = text_of(doc), before[0].span.start_char
    number = _NUMBER_OF.search(text, max(0, start - _REACH), start)
    share = before[0].ethnic and _OWN_NUMBER.match(text, before[0].span.end_char)
    return before[0].group if number or share else None


_NUMBER_OF = re.compile(r"\b(?:number|numbers|quantity) of (?:the |all |ethnic )?$", re.IGNORECASE)
_OWN_NUMBER = re.compile(r" (?:share|number|part|population|diaspora|community)\b")
# Births and deaths are counted, but nobody is left to be told of; "hands" are workers by the lexicon alone.
_NOBODY = frozenset(("births", "deaths", "workers"))


def _label_behind(doc: Doc, span: Span, after: Sequence[GroupMention]) -> str | None:
    """ "60 % were Kazakhs, 30 % – Russians, the rest", "and 15 %, pensioners": the label behind a share of a list."""
    if not after:
        return None
    text, first = text_of(doc), after[0].span
    low = sentence_of(span).start_char
    listed = _LISTED_ON.search(text, low, span.start_char)
    dashed = (_LEFT_OUT if listed else _DASHED).fullmatch(text, span.end_char, first.start_char)
    labelled = _LABEL_AHEAD.search(text, low, span.start_char)
    return (
        after[0].group if dashed and not labelled and _CLOSED.match(text, first.end_char) else None
    )


_AMONG = re.compile(
    r" among (?:the )?[^.;,:]{3,60}?(?: (?:are|were|was|is|made(?: up)?|makes?|constituted?|composed|numbered)| [-–—])"
    r"(?: only| already| about)? $"
)


def _among(doc: Doc, span: Span, before: Sequence[GroupMention]) -> str | None:
    """ "Women among the workers made 64 percent": who are among others."""
    text, end = text_of(doc), span.start_char
    told = (m for m in before if _AMONG.fullmatch(text, m.span.end_char, end))
    # "Townspeople among Greeks": what part of the people live so.
    return next((m.group for m in told if not before[-1].ethnic or m.ethnic), None)


_MADE_ALONE = re.compile(
    r"(?: already| now)? (?:made(?: up)?|makes?(?: up)?|constituted?|accounted for|were|are)(?: only| already| about)? "
)
_GOVERNED = re.compile(
    r"\b(?:of|among|for|by|in|from|with|and|to|at|on)(?: (?:the|all|these|its))? $"
)


def _made(doc: Doc, span: Span, before: Sequence[GroupMention]) -> str | None:
    """ "From the total number of students girls made 38 %": the kind of people right before the verb."""
    last = before[-1] if before else None
    if last is None or last.ethnic:
        return None
    text, start = text_of(doc), last.span.start_char
    made = _MADE_ALONE.fullmatch(text, last.span.end_char, span.start_char)
    opening = text[sentence_of(span).start_char : start].lower()
    # "Kazakh girls were", and "Women are" alone in an article on a people: of the people.
    of_people = len(before) > 1 and before[-2].ethnic and before[-2].span.end == last.span.start
    free = opening.strip() and not of_people and not _GOVERNED.search(opening)
    return last.group if made and free else None


_FATED = re.compile(
    r" (?:of|from|among) (?:these|them|whom|which)(?: (?:then|later|soon|already|had|have|did not|were))*"
    r" (?:returned|return|came|come|arrived|left|died|perished|fell|went|moved|settled|live[ds]?|survived"
    r"|[a-z]{3,}ed)\b"
)


def _fated(doc: Doc, span: Span, before: Sequence[GroupMention]) -> str | None:
    """ "They treated 350 thousand soldiers, and 68 percent of these returned": those named before."""
    told = _FATED.match(text_of(doc), span.end_char)
    return before[-1].group if told and before else None


# "Their number fell by", "they made up only": of a people told before.
_THEIRS = re.compile(
    r"\b(?:[Tt]heir (?:(?:total|own) )?(?:number|share|proportion|part|percentage|quantity|population"
    r"|specific weight)s?\b[^.;%]{0,90}"
    r"|[Tt]hey (?:again |now |already )*(?:fell|grew)\b[^.;%]{0,60}"
    r"|[Tt]hey (?:again |now |already )*(?:are|were|made(?: up)?|make(?: up)?|accounted for|constituted|composed)"
    r"(?: only| already| about| almost| over)* )$"
)


def _theirs(doc: Doc, span: Span) -> str | None:
    """The people that "their number", "they made up" goes back to: the last one told before."""
    sentence = sentence_of(span)
    meant = _THEIRS.search(text_of(doc), sentence.start_char, span.start_char)
    if meant is None:
        return None
    low, _ = paragraph_of(doc, span.start_char)
    told = people_in(doc, bisect_left(columns(doc).starts, low), span.start)
    before = [m for m in told if m.span.end_char <= meant.start()]
    if not before or len(before) < len(told):
        return None
    return next((m.group for m in reversed(before) if m.ethnic), before[-1].group)


_LABEL_AHEAD = re.compile(r"[-–—:(] ?$")
_DASHED = re.compile(r" [-–—] (?:ethnic |the )?")
# "60 % are schoolchildren and 15 %, pensioners": a comma for the verb left out.
_LISTED_ON = re.compile(r"(?:%|per ?cents?)(?: of them)? (?:are|were) [^.;,%]{3,40} and $")
_LEFT_OUT = re.compile(r"(?:,| [-–—]) (?:ethnic |the )?")
_CLOSED = re.compile(r"\s*(?:[.,;)]|$)| and\b")
