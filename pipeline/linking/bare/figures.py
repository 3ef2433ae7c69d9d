"""Cues of figures that sources, towns and heads of lists give: "sources put the figure at N", "in Yarkand are N"."""

import re
from dataclasses import replace

from pipeline.extensions import sentence_of, spans_in, text_of
from pipeline.linking.bare.numbers import CLOSED, LOST, PLAIN, Bare, things_counted
from pipeline.normalising.change_words import change_pattern
from pipeline.normalising.context import PersonNoun, counted_head, noun_in, person_nouns
from pipeline.normalising.headed_counts import headed_noun
from pipeline.normalising.odd_heads import odd_head


def put_at(bare: Bare) -> PersonNoun | None:
    """ "Unofficial sources put the figure at N", "some say N; others, 1.5 million Kazakhs"."""
    if named := _NUMBER_PUT_AT.search(bare.before):
        return noun_in(named["words"]) if named["words"] else PLAIN
    put = _PUT_AT.search(bare.before)
    if put is None or not bare.many:
        return None
    figure = bare.named if put["figure"] else None
    return bare.near or _counted_behind(bare) or _people_before(bare) or figure


_PUT_AT = re.compile(
    r"\b(?:(?:puts?|estimate[sd]?|placed?|set) (?:the|this|their|its|that) (?:figure|number|total)s?"
    r"(?: of [\w ]{3,30})? at"
    r"|[Ss]ome (?:say|speak of|claim)|[Oo]thers (?:say|speak of|claim)"
    r"|(?:settled on|gives?|gave|names?|named|cites?|cited|spoke of|speaks of) (?:a|the) (?P<figure>figure|number) of"
    r"|[A-Z][\w.-]+(?:, [^,.;:]{3,60},)? (?:spoke of|speaks of|wr[io]tes? of|wrote of|gives|names|cites)"
    r"|(?:[Ww]itnesses|[Ee]lders|[Pp]eople|men|[Hh]istorians|[Ss]ources|[Cc]hronicles|[Nn]ewspapers|authors"
    r"|[Tt]extbooks|[Rr]esearchers|[Ss]cholars|[Ee]stimates|[Rr]eports|[Dd]emographers)(?:, [^,.;:]{3,80},)?"
    r" (?:(?:spoke|speak|tell|told|wrote|write|talk(?:ed)?) of|gave|give|named?|cited?|insist(?:ed)? on)) $"
)
_NUMBER_PUT_AT = re.compile(
    r"\b(?:puts?|estimate[sd]?|placed?|set) (?:the|their|its) "
    r"(?:(?:total )?number of (?P<words>(?:[\w'-]+ ){1,4})|diaspora |community )(?:[^.;:,()]{0,50} )?at $"
)


def _counted_behind(bare: Bare) -> PersonNoun | None:
    """Whom the next number of the sentence counts that counts people."""
    text = text_of(bare.doc)
    for number in spans_in(bare.doc, "numbers", bare.number.end, sentence_of(bare.number).end):
        head = counted_head(text, number.end_char) or odd_head(text, number._.number)
        if head is not None and head.noun is not None:
            return head.noun
    return None


def _people_before(bare: Bare) -> PersonNoun | None:
    """The people named last in the sentence, whoever else is named."""
    start = sentence_of(bare.number).start
    nouns = (person_nouns().get(t.lower_) for t in reversed(bare.doc[start : bare.number.start]))
    return next((noun for noun in nouns if noun is not None and noun.ethnic), None)


def estimated(bare: Bare) -> PersonNoun | None:
    """ "How many died no one knows; his estimate was N", "the latest estimate, for 2021, is N"."""
    if not (bare.many and _ESTIMATE_IS.search(bare.before)):
        return None
    start = sentence_of(bare.number).start
    if things_counted(bare.doc, start, bare.number):
        return None
    opening = text_of(bare.doc)[bare.doc[bare.told_from].idx : bare.match.start]
    asked = _HOW_MANY.search(opening)
    return (LOST if asked["lost"] else PLAIN) if asked else bare.near or bare.named


_ESTIMATE_IS = re.compile(
    r"\b(?:estimates?|estimation|count|reckoning)(?: (?:of|by|from|for|in|made) [^.;:,()]{3,70})?"
    r"(?:, [^.;:,()]{3,60},)? (?:(?:is|was|are|were|gives|gave|runs to|ran to|amount(?:s|ed) to|stands at|stood at"
    r"|came to)(?: now| only| just| already| even)?"
    r"|(?:is|was) (?:much |far |a little )?(?:smaller|larger|higher|lower|greater):) $"
)
_HOW_MANY = re.compile(
    r"\b[Hh]ow many (?:of them |people |had |have |were |was )*(?:(?P<lost>died|perished|starved|killed|lost|shot)"
    r"|fled|left|came|lived|went|deported|survived|returned|remained|stayed)\b"
)


def in_towns(bare: Bare) -> PersonNoun | None:
    """ "In Yarkand are N; the six cities have 580,000 of both sexes"."""
    told = _IN_TOWN_ARE.search(bare.before) and bare.behind(CLOSED)
    noun = (bare.near or _counted_behind(bare)) if told else None
    return noun if noun is not None and noun.group is None else None


_IN_TOWN_ARE = re.compile(r"\b[Ii]n [A-Z][\w-]+ (?:are|were|is) $")


def town_had(bare: Bare) -> PersonNoun | None:
    """ "The city of Oral had N"; "Semey had N, Verny N": a town's, after another's inhabitants."""
    many = bare.size >= _TOWN
    if many and _NAMED_TOWN_HAD.search(bare.before) and bare.behind(CLOSED):
        return PLAIN
    had = _TOWN_HAD.search(bare.before)
    near = bare.near if had else None
    return near if near is not None and near.group is None and near.kind == "resident" else None


_TOWN_HAD = re.compile(
    r"(?:^|[.;,:] |\b(?:and|while) )[A-Z][\w-]+(?:,| had| has)? (?:only |already )?$"
)


# A town that is said to be one has so many people; fewer may be of anything.
_TOWN = 1000
_NAMED_TOWN_HAD = re.compile(
    r"\b(?:city|town|village|settlement)(?: of)? [A-Z][\w-]+(?: alone| itself| then)?,? (?:had|has|counted|numbered)"
    r" (?:only |already |just )?$"
)


def headed(bare: Bare) -> PersonNoun | None:
    """ "Population (thous. pers.): total - N": whom the head of the list counts."""
    return headed_noun(text_of(bare.doc), bare.match.start)


def their(bare: Bare) -> PersonNoun | None:
    """ "Their number fell from N": of a people or host that no plural names; not "of 300 sheep"."""
    if not _THEIR_NUMBER.search(bare.before):
        return None
    start = sentence_of(bare.number).start
    low = sentence_of(bare.doc[start - 1 : start]).start if start else 0
    plural = any(token.tag_ == "NNS" for token in bare.doc[low : bare.number.start])
    return None if plural or things_counted(bare.doc, low, bare.number) else PLAIN


_THEIR_NUMBER = re.compile(
    r"\b[Tt]heir (?:number|quantity)s? (?:was|is|had been|reached|made(?: up)?|totalled"
    rf"|{change_pattern()}(?: from)?(?: [\d., ]+\w*)?(?: to)?) $"
)


def set_off(bare: Bare) -> PersonNoun | None:
    """ "There were girls, some thirty, among them", "visitors are few, about 3 thousand a year", "men, 90 in all,"."""
    whole = bare.behind(_IN_ALL) is not None
    blurred = bare.match.quantity.qualifier != "exact"
    end = whole or (blurred and bare.behind(_SET_OFF_END))
    if not (end and _SET_OFF.search(bare.before)):
        return None
    start = sentence_of(bare.number).start
    named = list(bare.doc[start : bare.number.start])
    # "The singer, barely twenty-four, bowed": a small number in words may be an age.
    for token in reversed(named[-_BESIDE:] if bare.match.words or whole else named):
        noun = person_nouns().get(token.lower_)
        if noun is not None or token.tag_ in ("NNS", "NNPS"):
            return noun
    return None


# The noun and a comma.
_BESIDE = 2


_SET_OFF = re.compile(r"[a-z](?: (?:not |too |very |so )?(?:many|few|numerous))?, $")
_IN_ALL = re.compile(r" (?:in all|in total|altogether)(?=,|\.| [-–—])")
_SET_OFF_END = re.compile(r"(?: an? (?:day|month|year|week|season))?(?:,|\.| [-–—] |$)")


def others(bare: Bare) -> PersonNoun | None:
    """ "Russians - 10 thousand, other nationalities - N"."""
    near = bare.near if bare.previous_in_sentence and _OTHERS.search(bare.before) else None
    return replace(near, group=None) if near is not None else None


_OTHERS = re.compile(
    r"\b(?:other (?:nationalities|peoples|nations|ethnic groups)|others|the rest) (?:[-–—] |\()$"
)


def there_were(bare: Bare) -> PersonNoun | None:
    """ "The list has 19 workers. Last year there were N.": those counted before, though things are named since."""
    told = _THERE_WERE.search(bare.before) and bare.behind(_STOPPED)
    low = sentence_of(bare.number).start
    plural = any(token.tag_ == "NNS" for token in bare.doc[low : bare.number.start])
    return bare.near if told and not plural else None


_THERE_WERE = re.compile(r"\b[Tt]here (?:were|are|had been)(?: (?:only|already|still|just))? $")
_STOPPED = re.compile(r" ?[.;!?](?!\d)")
