"""Cues of parts and wholes: "of them N", "of evacuated children N", "from N received 42 died", "another N"."""

import re
from dataclasses import replace

from pipeline.extensions import sentence_of, text_of
from pipeline.linking.bare.numbers import CLOSED, NUMBER, PLAIN, Bare, things_counted
from pipeline.linking.bare.verbs import FATE
from pipeline.linking.shared_groups import share_retold
from pipeline.normalising.context import PersonNoun, noun_in, person_nouns


def partitive(bare: Bare) -> PersonNoun | None:
    """ "Of evacuated children N lived in homes"."""
    named = _OF_GROUP.search(bare.before)
    noun = noun_in(named["words"]) if named else None
    # "From 612 households of workers | 175 were Kyrgyz".
    near = bare.near if bare.previous_in_sentence else None
    of_theirs = noun and near and _OF_HOUSEHOLDS.fullmatch(_between(bare))
    return replace(noun, unit=near.unit) if noun and near and of_theirs else noun


def _between(bare: Bare) -> str:
    """The words between the count before and a number."""
    return text_of(bare.doc)[bare.previous.end_char : bare.match.start] if bare.previous else ""


_OF_HOUSEHOLDS = re.compile(r" of (?:the )?[\w'-]+ ")
_OF_GROUP = re.compile(
    r"\b(?:of|from|among) (?:the |all )?(?P<words>(?:[\w'-]+ ){1,3})$", re.IGNORECASE
)


def part_of_named(bare: Bare) -> PersonNoun | None:
    """ "Of the Uyghurs registered in 2009 the region had N": of the people that open the sentence."""
    named = _OF_NAMED.fullmatch(bare.before)
    noun = person_nouns().get(named["name"].lower()) if named else None
    start = sentence_of(bare.number).start
    return None if things_counted(bare.doc, start, bare.number) else bare.of_its_people(noun)


_OF_NAMED = re.compile(
    r"\s{0,9}(?:Of|From|Among|Out of) (?:the|these|those|all|all the) (?P<name>[\w'-]+)"
    r" (?:who|that|which|in|of|by|from|then|now|still|registered|counted|enumerated|living|resident|deported|resettled"
    r"|settled|accepted|evacuated|arrived|brought|sent|called|taken) [^.;]{0,120}"
)


def part_of_them(bare: Bare) -> PersonNoun | None:
    """ "Of them N …"."""
    return bare.near if _OF_THEM.search(bare.before) else None


_OF_THEM = re.compile(
    r"\b(?:(?:of|from|among) (?:them|whom|these|those|which|it)|of this number|of the (?:latter|former)|including)"
    r"\b[^.;]{0,80}$",
    re.IGNORECASE,
)


def one_of_two(bare: Bare, which: str) -> PersonNoun | None:
    """ "Kurds and Greeks are few: 300 of the former, 200 of the latter": the first or second of the last two named."""
    nouns = (person_nouns().get(t.lower_) for t in bare.doc[bare.told_from : bare.number.start])
    named = [noun for noun in nouns if noun is not None and noun.group]
    return named[-2 if which == "former" else -1] if len(named) > 1 else None


def part_of_count(bare: Bare) -> PersonNoun | None:
    """ "Of 1,130 graduates sent to the hospitals, more than N went to the front"."""
    if bare.previous is None:
        return None
    start = sentence_of(bare.number).start_char
    opening = text_of(bare.doc)[start : bare.previous.start_char]
    return (
        bare.near if re.fullmatch(r"(?:\S+ )?[Oo]f (?:the |its |these |all )?", opening) else None
    )


def of_share(bare: Bare) -> PersonNoun | None:
    """ "Kazakhs made 30 percent of the population (2.8 million)", "40 percent of the families, or 90 thousand,"."""
    share = share_retold(bare.doc, bare.number.start, bare.match.start)
    many = bare.many
    if share is None or not many:
        return None
    whole = noun_in(text_of(bare.doc)[share.end_char : bare.match.start])
    if not bare.behind(_CLOSED if whole else _BRACKETED):
        return None
    return PersonNoun(None, share._.percentage.group, whole.unit if whole else "persons")


_BRACKETED = re.compile(r"\)")
_CLOSED = re.compile(r"\)| [-–—] |,")


def with_share(bare: Bare) -> PersonNoun | None:
    """ "2.2 million, or 49 percent of the native population, died"."""
    return PLAIN if bare.match.multiplied and bare.behind(_SHARE_BEHIND) else None


_SHARE_BEHIND = re.compile(
    rf",? \(?(?:or|i\.e\.|that is|that makes|which (?:is|was|makes|made)),? (?:[a-z]+ ){{0,2}}{NUMBER} ?(?:%|per ?cent)"
    r" of (?:the |all |its |our |this )?(?:[\w-]+ ){0,2}(?:population|people|inhabitants|residents|ethnos|nation)\b"
)


def another(bare: Bare) -> PersonNoun | None:
    """ "Another 41 thousand sat down", "refugees brought it 25,000 more": of those counted before or named."""
    if bare.many and bare.behind(_MORE_BEHIND):
        return bare.named or bare.near
    return (bare.near or bare.named) if _ANOTHER.search(bare.before) else None


_MORE_BEHIND = re.compile(r" more(?=[.;,:)]|\s*$)")
_ANOTHER = re.compile(r"\b(?:another|a further|yet another) $", re.IGNORECASE)


def of_whole(bare: Bare) -> PersonNoun | None:
    """ "From N received 42 died", "of N arrested 30 were shot": the whole that a part is told of."""
    opened = re.search(r"\b(?:from|of) (?:the )?$", bare.before, re.IGNORECASE)
    part = bare.behind(_PART_BEHIND) if opened else None
    fated = part and FATE.match(text_of(bare.doc), part.end())
    return (bare.near or bare.named or PLAIN) if fated else None


_PART_BEHIND = re.compile(
    r" (?:received|sent|brought|arrived|admitted|arrested|deported|taken|called up|mobili[sz]ed|examined|registered"
    rf"|settled|sick|wounded),? {NUMBER}"
)


def alike(bare: Bare) -> PersonNoun | None:
    """ "40 students of the university and N of the institute": those that the count before counts."""
    between = _between(bare) if bare.previous_in_sentence else ""
    alike = _ALIKE.fullmatch(between) and bare.behind(_OF_ANOTHER)
    return bare.near if alike else None


_ALIKE = re.compile(r" of (?:the )?[A-Z][^;:\d]{2,120}(?:,| and) ")
_OF_ANOTHER = re.compile(r" of (?:the )?[A-Z]")


def otherwise(bare: Bare) -> PersonNoun | None:
    """ "By other data N": those that the count before counts."""
    told = _BY_OTHER.search(bare.before) and bare.behind(CLOSED)
    return bare.near if told else None


_BY_OTHER = re.compile(
    r"\b(?:by|according to|on|in) (?:other|some|different|another)"
    r" (?:data|sources?|estimates?|accounts?|information|list)(?:,| [-–—:]|:)? $",
    re.IGNORECASE,
)


def whole_behind_part(bare: Bare) -> PersonNoun | None:
    """ "163 children died from | 390", "12 pupils out of | 40": those that the part before counts."""
    if not bare.previous_in_sentence or bare.previous is None:
        return None
    opened = _OUT_OF_WHOLE.fullmatch(_between(bare))
    part, whole = bare.previous._.population.quantity.value, bare.match.quantity.value
    larger = part is not None and whole is not None and part < whole
    closed = bare.behind(CLOSED)
    return bare.near if opened and larger and closed else None


_OUT_OF_WHOLE = re.compile(r" (?:from|out of|of) (?:the |all )?")
