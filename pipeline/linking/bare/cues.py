"""Where the noun of a bare number stands: "of them N", "Germans – N", "the number of Greeks reached N".

Each cue looks at the words around a number and gives the noun that it counts, or nothing; the first of `CUES`
that finds one wins.
"""

import re
from collections.abc import Callable

from pipeline.extensions import sentence_of, text_of
from pipeline.linking.bare.bodies import (
    gathered,
    housed,
    in_turn,
    on_each_side,
    on_the_rolls,
    taken_by,
)
from pipeline.linking.bare.figures import (
    estimated,
    headed,
    in_towns,
    others,
    put_at,
    set_off,
    their,
    there_were,
    town_had,
)
from pipeline.linking.bare.gaps import fated, gapped
from pipeline.linking.bare.labels import labelled
from pipeline.linking.bare.nouns import (
    enumerated,
    grown,
    mustered,
    numbered,
    populated,
    staffed,
    toll,
)
from pipeline.linking.bare.numbers import CLOSED, MEMBERS, PLAIN, Bare, things_counted
from pipeline.linking.bare.parts import (
    alike,
    another,
    of_share,
    of_whole,
    otherwise,
    part_of_count,
    part_of_named,
    part_of_them,
    partitive,
    whole_behind_part,
    with_share,
)
from pipeline.linking.bare.series import accounted, by_regions, ranked, regions_had, year_by_year
from pipeline.linking.bare.titled import of_the_titled
from pipeline.linking.bare.verbs import COPULA, INVERTED, WHO
from pipeline.linking.listed_counts import (
    bracketed,
    by_places,
    in_aside,
    in_row,
    listed,
    listed_on,
    noun_before,
    paired,
)
from pipeline.normalising.change_words import change_pattern
from pipeline.normalising.context import (
    PersonNoun,
    governed_words,
    noun_in,
    person_nouns,
)

_TOWN_OF = re.compile(r"\b(?:city|town|village|settlement|population) of $", re.IGNORECASE)
# "In 1989 it stood at N", "their number was put at N": the count goes on from the one before.
_ANAPHOR = re.compile(
    r"\b(?:their (?:number|quantity)|they|it|this number|(?:the|this|that) figure(?! of)|the number(?! of)|them"
    r"|the former|the latter)\b[^.;]{0,60}$",
    re.IGNORECASE,
)


def _people_in(named: re.Match[str] | None) -> PersonNoun | None:
    """The people that a match names, if it is one."""
    noun = person_nouns().get(named["name"].lower()) if named else None
    return noun if noun is not None and noun.ethnic else None


def _equated(bare: Bare) -> PersonNoun | None:
    """ "In 2009 Kurds were N", "Kazakhs among them being N", "we, Kazakhs, are N", "Germans, who numbered N"."""
    return _people_in(_EQUATED.search(bare.before))


_EQUATED = re.compile(
    r"\b(?P<name>[A-Z][\w-]+)(?: \([^()]{3,60}\)|,(?: who| which)?"
    r"| (?:of|in|among) (?:the )?(?:whole )?(?:[A-Z][\w-]+ ){0,2}[\w-]+)?"
    r" (?:were|are|is|being|made(?: up)?|was|composed|number(?:ed)?|counted|amounted(?: to)?|came to|stood at)"
    r" (?:only |already |just |a mere )?$"
)


def _inverted_copula(bare: Bare) -> PersonNoun | None:
    """ "In 1908 inhabitants was already over 30 thousand", "women among the called were 90", "women who came – 34"."""
    named = _WAS.search(bare.before) or _WHO_CAME.search(bare.before)
    if named is None:
        return None
    name, ahead = named["name"].lower(), bare.before[: named.start("name")].split()
    # "Old | Believers".
    whole = person_nouns().get(f"{ahead[-1].lower()} {name}") if ahead else None
    return whole or person_nouns().get(name)


_WAS = re.compile(
    r"\b(?P<name>[A-Za-z-]+)(?: alone| themselves| together"
    r"| among (?:the |these |those )?[\w-]+| with (?:[a-z]+ )?[a-z]+)?"
    r" (?:were|are|was|is|made(?: up)?|totall?ed|number(?:ed)?|counted|exceed(?:ed)?|turned out|appeared to be"
    r"|(?:called|declared|considered|named) themselves|reach(?:ed)?)"
    r" (?:only |already |there |just |in (?:all|the whole|the entire) (?:the )?[a-z]+ )*$"
)
_WHO_CAME = re.compile(
    r"\b(?P<name>[a-z-]+),? who [^.;,:–—]{3,40} (?:[-–—]|were|was) $", re.IGNORECASE
)


def _beside(bare: Bare) -> PersonNoun | None:
    """ "Kazakhs were 2.3 million, Russians N", "Muslims were 62 thousand, Lutherans N"."""
    beside = _BESIDE.search(bare.before)
    noun = _people_in(beside)
    if noun is None and beside and bare.previous_in_sentence:
        return person_nouns().get(beside["name"].lower())
    return noun


_BESIDE = re.compile(
    r"(?:[,;:(–—] |\b(?:and|while|but) )(?:the )?(?P<name>[A-Z][\w-]+)"
    r"(?: by (?:faith|religion|nationality|origin|birth))? (?:to |at )?(?:only |already |up to |just |a mere )?$"
)


def _received(bare: Bare) -> PersonNoun | None:
    """ "Akmola Region took 61,300": those that the count before counts."""
    many = bare.many
    return bare.near if many and _RECEIVED.search(bare.before) else None


_RECEIVED = re.compile(
    r"\b(?:took(?: in)?|received|accepted|got|admitted|housed|placed|expects?|awaits?"
    r"|(?:were|was) (?:found|present|on the (?:spot|places?)))(?: only| just| already)? $"
)


def _told_of(bare: Bare) -> PersonNoun | None:
    """ "Of the N who fled", "a city of N", "a group of N", "went back N"."""
    if bare.behind(WHO) or _TOWN_OF.search(bare.before):
        return PLAIN
    if _PARTY_OF.search(bare.before):
        return MEMBERS
    if _WE_SHALL_BE.search(bare.before):
        return PLAIN
    were = _WE_WERE.search(bare.before)
    if were and bare.behind(CLOSED):
        return None if were["who"].lower() == "they" and bare.of_things else MEMBERS
    if not INVERTED.search(bare.before):
        return None
    things = things_counted(bare.doc, sentence_of(bare.number).start, bare.number)
    return bare.near or (None if things else PLAIN)


_PARTY_OF = re.compile(
    r"\b(?:(?:group|party|crowd|assembly|gathering|meeting|rally|audience|congregation"
    r"|detachment|delegation|squad|army|garrison|team|troupe|embassy|force|crew|host|horde|corps|cavalry|militia"
    r"|regiment|expedition|guard|escort|retinue|suite|at the head) of"
    r"|(?:attended|visited|seen|watched|heard|read|signed|joined|completed) by) (?:only |just |some )?$",
    re.IGNORECASE,
)
_WE_SHALL_BE = re.compile(r"\b[Ww]e (?:shall|will)(?: already| soon)? be $")
_WE_WERE = re.compile(r"\b(?P<who>we|they) (?:were|are) (?:only |already |just )?$", re.IGNORECASE)


def _governed(bare: Bare) -> PersonNoun | None:
    """ "The number of Greeks reached N"."""
    words = governed_words(bare.before, 0, len(bare.before))
    told = COPULA.search(bare.before) or bare.before.endswith(": ") or _DASHED.search(bare.before)
    if told and _NUMBER_WHO.search(bare.before):
        return bare.near or bare.named or PLAIN
    return noun_in(words) if words and told else None


# "The number of Kazakhs in the republic in 1926 – N": a dash for the verb.
_DASHED = re.compile(
    r"\b(?:number|quantity|strength|population) of [^.;:,()\d–—]{3,70}"
    r"(?: (?:1[5-9]|20)\d\d(?: years?| y\.)?)?,? [-–—] $",
    re.IGNORECASE,
)
_NUMBER_WHO = re.compile(
    r"\bnumber (?:of (?:those|them|people|persons) )?who [a-z]+\b[^.;,]{0,40}$"
)


def _changed(bare: Bare) -> PersonNoun | None:
    """ "The Ukrainians of the republic decreased from N to N"."""
    return _people_in(_CHANGED.search(bare.before))


_CHANGED = re.compile(
    r"\b(?P<name>[A-Z][\w-]{1,30})(?: (?:of|in) [^,;.]{2,30})?(?: [-–—])? "
    rf"{change_pattern()}(?: in number| [a-z]+-?fold)? (?:from|to) $"
)


def _resumed(bare: Bare) -> PersonNoun | None:
    """ "Their number was N", "it stood at N"."""
    resumed = _ANAPHOR.search(bare.before) and COPULA.search(bare.before)
    if resumed and _THEY_WERE.search(bare.before) and _were_lost(bare):
        return bare.of_its_people(PLAIN)
    return (bare.near or bare.named) if resumed else None


_THEY_WERE = re.compile(r"\b[Tt]hey (?:were|are|number(?:ed)?|counted|made(?: up)?)\b[^.;]{0,30}$")


def _were_lost(bare: Bare) -> bool:
    """Whether those counted in a sentence before died: "600 children died. In 1939 they were | 96.5 thousand"."""
    before = None if bare.previous_in_sentence else bare.previous
    return before is not None and before._.population.kind == "lost"


def found_to_be(bare: Bare) -> PersonNoun | None:
    """ "Over three hundred were found to be Balkars"."""
    return _people_in(bare.behind(_FOUND_TO_BE))


_FOUND_TO_BE = re.compile(
    r" (?:of them )?(?:(?:were|are) (?:found|known|considered|reckoned|thought) to be|(?:proved|turned out)(?: to be)?"
    r"|were|are) (?:ethnic )?(?P<name>[A-Z][\w-]+)"
)


def _compared(bare: Bare) -> PersonNoun | None:
    """ "More people came than left: N against M", "there were N, against M the year before"."""
    opened = re.search(r"[:–—-] ?(?:about |some )?$", bare.before)
    against = bare.behind(_AGAINST)
    return bare.named if opened and against else None


_AGAINST = re.compile(r",? (?:against|versus|compared (?:with|to)) [^.;]{0,20}\d")


def _fewer(bare: Bare) -> PersonNoun | None:
    """ "14 million people remained, N fewer than in 1989": of those that the count before counts."""
    return bare.near if bare.behind(FEWER) else None


FEWER = re.compile(r" (?:fewer|less|more) than (?:in|at|by|before|the)\b")


def _by_label(bare: Bare) -> PersonNoun | None:
    """ "Verny: 30 thousand inhabitants. Semipalatinsk: N.": those that the line before counts."""
    labelled = _LABEL.fullmatch(bare.before) and bare.behind(CLOSED)
    if not labelled or bare.previous is None:
        return None
    start = sentence_of(bare.previous).start_char
    return (
        bare.near if _LABEL.fullmatch(text_of(bare.doc)[start : bare.previous.start_char]) else None
    )


_LABEL = re.compile(r"\s*(?:[Ii]n )?[A-Z][\w-]+(?: [\w-]+){0,2}(?::| [-–—]) ")


def _then(bare: Bare) -> PersonNoun | None:
    """ "Three times more than in 2014 (N)": those that the count before counts."""
    return bare.near if _THAN_IN.search(bare.before) else None


_THAN_IN = re.compile(r"\bthan (?:in|for) (?:the )?[\d/–-]+(?: year)? \($")


def _apposed(bare: Bare) -> PersonNoun | None:
    """ "The Kazakhs, at 3 million, remained", "the Koreans remained at their 100 thousand"."""
    return _people_in(_AT.search(bare.before))


_AT = re.compile(
    r"\b(?P<name>[A-Z][\w-]+)(?:, at"
    r"| (?:remained|stayed|held|kept|stood|hovered|settled|peaked|levelled off) at(?: their| its| the)?) $"
)

# In the order they are tried.
CUES: tuple[Callable[[Bare], PersonNoun | None], ...] = (
    listed,
    noun_before,
    bracketed,
    listed_on,
    labelled,
    paired,
    in_aside,
    others,
    _equated,
    _beside,
    _inverted_copula,
    in_row,
    partitive,
    _governed,
    _changed,
    _resumed,
    part_of_them,
    gapped,
    fated,
    part_of_count,
    whole_behind_part,
    part_of_named,
    _told_of,
    populated,
    enumerated,
    staffed,
    mustered,
    numbered,
    _compared,
    _fewer,
    gathered,
    _received,
    of_share,
    with_share,
    found_to_be,
    grown,
    toll,
    another,
    _apposed,
    of_whole,
    on_each_side,
    put_at,
    estimated,
    in_towns,
    headed,
    their,
    by_places,
    _by_label,
    town_had,
    _then,
    on_the_rolls,
    set_off,
    there_were,
    in_turn,
    taken_by,
    housed,
    year_by_year,
    by_regions,
    ranked,
    accounted,
    regions_had,
    alike,
    otherwise,
    of_the_titled,
)
