"""What words right beside a percentage say that it is of; where none do, the likeliest that subjects.py finds."""

import re
from collections.abc import Callable

from pipeline.extensions import sentence_of, text_of
from pipeline.linking.groups import group_mentions
from pipeline.linking.previous import told_of
from pipeline.linking.ranking import chosen
from pipeline.linking.subjects import (
    PRONOUN,
    WHOLE,
    Percent,
    subject_options,
)
from pipeline.linking.surroundings import in_one_sentence, paragraph_of, sentences_apart
from pipeline.normalising.change_words import change_pattern
from pipeline.normalising.context import counted_head
from pipeline.normalising.gazetteer import is_people


def subject_of(percent: Percent) -> str | None:
    """The phrase that a percentage is of or about, null where nothing names it."""
    told = (phrase for read in _TELLERS if (phrase := read(percent)) is not None)
    return next(told, None) or chosen(subject_options(percent), "subject")[0]


def _other_half(percent: Percent) -> str | None:
    """ "Urban population was 57 %, rural - 43 %": the noun before, with the adjective of its own."""
    match = _OTHER_HALF.search(percent.before)
    previous = percent.previous
    if match is None or previous is None or not in_one_sentence(percent.span, previous):
        return None
    first, _, noun = str(told_of(previous, "subject") or "").partition(" ")
    return f"{match['half']} {noun}" if noun and re.fullmatch(_HALVES, first.lower()) else None


# Adjectives that part a whole in two.
_HALVES = (
    r"(?:urban|rural|male|female|settled|nomadic|literate|illiterate|local|foreign|native|alien|indigenous"
    r"|private|state|public|irrigated|dry|arable|fallow)"
)
_OTHER_HALF = re.compile(
    rf"[,;] (?:and |but |while )?(?:the )?(?P<half>{_HALVES})(?: one)?(?: (?:was|made(?: up)?|is))?"
    r" ?[-–—:(]? ?$"
)


def _labelled(percent: Percent) -> str | None:
    """ "7 % of sown area, wool - 10 %": a thing with a share of its own."""
    match = _LABEL.search(percent.before)
    if match is None or percent.previous is None or percent.kind not in _LABELLED[match["link"]]:
        return None
    start = percent.span.start - len(match["label"].split()) - 1
    tokens = percent.doc[start : percent.span.start - 1]
    thing = tokens.text == match["label"] and tokens[-1].pos_ == "NOUN"
    told = thing and not group_mentions(percent.doc, tokens.start, tokens.end)
    return match["label"] if told and not _NO_THING.search(match["label"]) else None


_LABEL = re.compile(
    r"(?:(?:%|per ?cents?)(?: of [a-z]+(?: [a-z]+){0,2} ?)?|\b(?:by|on) \d[\d.,]*\d)[,;] (?:and )?"
    r"(?P<label>[a-z]{3,}(?: [a-z]{3,})?) (?P<link>[-–—]|by|on) $"
)
_LABELLED = {
    **dict.fromkeys("-–—", ("share",)),
    **dict.fromkeys(("by", "on"), ("increase", "decrease")),
}
_NO_THING = re.compile(
    r"\b(?:others?|rest|population|inhabitants|people|residents|years?|time|town|city|village|region)$"
)


def _of_whole(percent: Percent) -> str | None:
    """ "Their share in the population": the population's, whoever they are; "of the total number of pupils"."""
    if percent.kind != "share":
        return None
    if told := _OF_TOTAL.match(percent.before):
        return told["what"]
    return WHOLE if _IN_POPULATION.search(percent.before) else None


_OF_TOTAL = re.compile(
    r"\s{0,9}(?:Of|Out of|From|Among) (?:the |its |their )?(?:total|whole|general|overall) (?:number|quantity)"
    r" of (?:the )?"
    r"(?P<what>(?:[a-z-]+ )?[a-z]+s|population|people|livestock|cattle)\b"
)
_IN_POPULATION = re.compile(
    r"\b(?:their|its|whose) (?:share|part|proportion|percentage|specific weight)"
    r" (?:in|of|among) the (?:[a-z]+ ){0,2}population\b[^.;]{0,40}$",
    re.IGNORECASE,
)


def _of_bracketed(percent: Percent) -> str | None:
    """ "One-fifth (20 %) of the grain": what stands behind the bracket."""
    behind = percent.span.end
    tokens = percent.doc[behind : behind + 2]
    opened = _OPENED.search(percent.before)
    closed = opened is not None and tokens.text in _CLOSING[opened[0]]
    told = closed and not PRONOUN.match(percent.after, percent.after.find("of"))
    return percent.phrase_from(behind + 2) if told else None


_OPENED = re.compile(r"\($|[-–—,](?= (?:or |that is,? )?$)")
_CLOSING = {"(": (") of",), "-": ("- of",), "–": ("– of",), "—": ("— of",), ",": (", of",)}


def _of_another(percent: Percent) -> str | None:
    """ "The prices of bread rose by 20 %, of meat by 30 %": the same of another thing."""
    match, previous = _OF_ANOTHER.search(percent.before), percent.previous
    if match is None or previous is None or not in_one_sentence(percent.span, previous):
        return None
    measure, of, _ = str(told_of(previous, "subject") or "").partition(" of ")
    return f"{measure} of {match['what']}" if of else None


_OF_ANOTHER = re.compile(
    r"(?:%|per ?cents?)(?: and|,|;|, and) of (?P<what>(?!them|whom|these|those|which)[a-z]+(?: (?!by|on|for)[a-z]+)?)"
    r"(?: (?:by|on|for)| ?[-–—])? $"
)


def _it(percent: Percent) -> str | None:
    """ "In Akmola it fell to 37 percent": the share that the sentence before tells of."""
    previous = percent.previous
    if previous is None or sentences_apart(percent.span, previous) > 1:
        return None
    alike = percent.kind == told_of(previous, "kind") and percent.group == told_of(
        previous, "group"
    )
    subject = told_of(previous, "subject")
    return str(subject) if alike and subject and _IT.search(percent.before) else None


_IT = re.compile(
    r"\b(?:it|this (?:share|figure|indicator)|the (?:share|figure)) (?:\w+ ){0,2}?"
    rf"(?:{change_pattern()}|was|made|reached|amounted)(?: up)?(?: to)? $",
    re.IGNORECASE,
)


def _of_those(percent: Percent) -> str | None:
    """ "90 percent of those killed were civilians"."""
    those = _THOSE.match(percent.after)
    return those["those"] if those else None


_THOSE = re.compile(
    r" of (?P<those>those (?:(?!hundred|seven|even)[a-z]+(?:ed|en|ing|wn)|present|sent|lost)\b)"
)


def _more_of(percent: Percent) -> str | None:
    """ "2 % more people came": who or what is more."""
    more = percent.kind in ("increase", "decrease") and _MORE.match(percent.after)
    start = percent.span.end + 1
    told = more and any(token.pos_ == "NOUN" for token in percent.doc[start : start + 2])
    return percent.phrase_from(start) if told else None


_MORE = re.compile(r" (?:more|fewer|less) (?!than\b|of\b|and\b|or\b|in\b)[a-z]+")


def _counted_share(percent: Percent) -> str | None:
    """ "1 800 workers, 86 % Kazakhs and 9 % Russians, worked": those counted before the shares."""
    listed = _SHARES.search(percent.before) if percent.kind == "share" else None
    if listed is None or not _OF_A_PEOPLE.match(percent.after):
        return None
    head = counted_head(percent.before, listed.end("number"))
    closed = head is not None and head.end == listed.start("shares")
    people = head.noun if head is not None and closed else None
    return percent.before[head.start : head.end] if head is not None and people else None


_SHARES = re.compile(
    r"(?P<number>\d[\d ,.]{0,15}(?: (?:thousand|million))?)(?= )[^%.;,()]{3,40}?"
    r"(?P<shares>(?:, | \()(?:\d[\d.,]* ?(?:%|per ?cents?) (?:ethnic )?[A-Z][a-z]+(?:, and |, | and ))*)$"
)
_OF_A_PEOPLE = re.compile(r" (?:ethnic )?[A-Z][a-z]+")


def _of_next(percent: Percent) -> str | None:
    """ "Taranchi gave 67 %, Kazakhs 12 % of the cost": the whole that the last of a list names."""
    listed = _NEXT.match(percent.after) if percent.kind == "share" else None
    if listed is None:
        return None
    low = percent.span.end_char + listed.end()
    tokens = percent.doc.char_span(low, low + len("of"), alignment_mode="expand")
    return percent.phrase_from(tokens.end) if tokens is not None else None


_NEXT = re.compile(
    r"(?:(?:,|,? and|;) (?:the )?(?:[A-Z][\w-]+|(?:all )?(?:the )?others?)(?: (?:gave|made|paid|had|took|were))?"
    r"(?: up)? (?:[-–—] )?[\d.,]*\d ?(?:%|per ?cents?)){1,9} (?=of (?!them|these|those|whom|which))"
)


def _changed_object(percent: Percent) -> str | None:
    """ "The region raised the yield of wheat by 15 percent": what the verb changed, not who changed it."""
    told = _CHANGED_OBJECT.search(percent.before) if percent.kind in _LABELLED["by"] else None
    if told is None:
        return None
    return _phrase_at(percent, sentence_of(percent.span).start_char + told.start("what"))


def _phrase_at(percent: Percent, offset: int) -> str | None:
    """The noun phrase that begins at an offset of the text."""
    first = percent.doc.char_span(offset, offset + 1, alignment_mode="expand")
    if first is None:
        return None
    near = percent.doc[first.start : first.start + _NOUN_REACH]
    named = any(token.pos_ in ("NOUN", "PROPN") for token in near)
    return percent.phrase_from(first.start) if named else None


# Tokens of a phrase that may come before its noun, and the noun.
_NOUN_REACH = 3


_CHANGED_OBJECT = re.compile(
    r"\b(?:increased|raised|reduced|cut|expanded|lowered|decreased) (?:(?:the|its|their|his) )?"
    r"(?P<what>(?!(?:in|by|on|from|for|to|at|up|more|almost|during|over|since|with|after|between|and|only|last|this"
    r"|again|also|every|each|year|twice|[a-z]+ly)\b)[a-z][^.;,%\d]{2,60}) (?:by|on) $"
)


def _lost(percent: Percent) -> str | None:
    """ "The district lost 40 percent of its cattle": what it lost."""
    told = _LOST.search(percent.before) and _OF_ITS.match(percent.after)
    if not told or percent.kind != "decrease":
        return None
    if told["what"] in _NUMBERS:
        return f"number of {percent.group}" if percent.group else None
    if told["what"] in _RESIDENTS:
        return WHOLE
    return _phrase_at(percent, percent.span.end_char + told.start("what"))


_LOST = re.compile(r"\b(?:lost|lose|loses|losing) $")
_OF_ITS = re.compile(r" of (?:its|their|the|his)?(?: whole| former)? ?(?P<what>[a-z]+)")
_NUMBERS = ("number", "numbers", "strength")
_RESIDENTS = ("people", "population", "inhabitants", "residents")


def _part_of_counted(percent: Percent) -> str | None:
    """ "The site had 2 100 Komsomol members. Girls made up 38 percent": of those counted right before."""
    part = _PART.fullmatch(percent.before) if percent.kind == "share" else None
    if part is None or not _STOPS.match(percent.after) or is_people(part["who"].lower()):
        return None
    if percent.group is None or any(m.ethnic for m in percent.mentions):
        return None
    end = sentence_of(percent.span).start_char
    start = max(paragraph_of(percent.doc, end)[0], end - _PART_REACH)
    heads = (
        counted_head(text_of(percent.doc), match.end())
        for match in _COUNTED.finditer(text_of(percent.doc), start, end)
    )
    last = [head.noun.group for head in heads if head is not None and head.noun is not None]
    return last[-1] if last and last[-1] != percent.group else None


_PART = re.compile(
    r"\s*(?P<who>[A-Z][a-z]+)(?: [a-z]+)? (?:made(?: up)?|make up|accounted for|account for|constituted|comprised|were"
    r"|formed) $"
)
_STOPS = re.compile(r"\s*(?:[.,;]|$)")
_COUNTED = re.compile(
    r"(?:\d[\d ,.]{0,15}\d|\d)(?![.,]?\d)(?: (?:thousand|million|mln|thous)\b)?(?! ?(?:%|per ?cents?))"
)
_PART_REACH = 200

_TELLERS: tuple[Callable[[Percent], str | None], ...] = (
    _other_half,
    _labelled,
    _of_whole,
    _of_bracketed,
    _of_another,
    _it,
    _changed_object,
    _lost,
    _part_of_counted,
    _of_those,
    _more_of,
    _counted_share,
    _of_next,
)
