"""Cues of lists and rows: "Germans – N", "in Karaganda (N)", "coal - N, 68 %", "1 130 and N souls"."""

import re
from bisect import bisect_left
from dataclasses import replace

from spacy.tokens import Doc, Span

from pipeline.extensions import columns, is_covered, sentence_of, spans_in, text_of
from pipeline.linking.bare.numbers import (
    CLOSED,
    NEAR_TOKENS,
    NUMBER,
    WHOLE,
    Bare,
    numbers_things,
)
from pipeline.linking.surroundings import lead_in, paragraph_of
from pipeline.normalising.context import (
    Head,
    PersonNoun,
    blockers,
    closing_words,
    counted_head,
    noun_in,
    person_nouns,
)
from pipeline.normalising.gazetteer import peoples
from pipeline.normalising.numerals import NumberMatch
from pipeline.normalising.odd_heads import singulars

_LISTED = re.compile(
    r"(?<![\w-])(?P<name>[A-Z][\w-]+(?: [A-Z]?[\w-]+){0,2}) ?(?:[-–—:(,]|numbered|totall?ed|counted) ?"
    r"(?:there (?:were|are) )?$"
)


def listed(bare: Bare) -> PersonNoun | None:
    """ "Germans – N", "Germans (N"."""
    listed = _LISTED.search(bare.before)
    noun = _named_in(listed["name"]) if listed else None
    # "Alimuly counted 19 thousand families, Zhetiru – 15 thousand": the list goes on in its unit.
    if noun is None or bare.near is None or not bare.previous_in_sentence or noun.unit != "persons":
        return noun
    return replace(noun, unit=bare.near.unit)


def _named_in(name: str) -> PersonNoun | None:
    """Who a label names; both peoples of "Kazakhs and Kirghiz", the people of "Turkish families"."""
    noun = noun_in(name)
    if noun is not None and noun.unit != "persons":
        people = (peoples().get(word.lower()) for word in name.split())
        return replace(noun, group=noun.group or next(filter(None, people), None))
    pair = [person_nouns().get(word) for word in name.lower().split(" and ")]
    groups = [other.group for other in pair if other is not None and other.ethnic and other.group]
    return replace(noun, group=" and ".join(groups)) if noun and len(groups) > 1 else noun


def noun_before(bare: Bare) -> PersonNoun | None:
    """ "Uyghurs were about 50 thousand souls, and families N"."""
    named = _NOUN_BEFORE.search(bare.before) if bare.previous_in_sentence else None
    return person_nouns().get(named["name"]) if named else None


_NOUN_BEFORE = re.compile(
    r"(?:[,;] (?:and )?| and )(?P<name>families|households|souls|men|women|children|boys|girls|pupils|students|teachers"
    r"|members) (?:about |some )?$"
)


def listed_on(bare: Bare) -> PersonNoun | None:
    """ "Tatars - 705, merchants – N", "men - 300 and women - N", "of which girls – N", "by estates: nobles – N"."""
    listed = _LISTED_ON.search(bare.before) if bare.previous_in_sentence else _first_listed(bare)
    listed = listed or _OF_WHICH.search(bare.before)
    noun = noun_in(listed["name"]) if listed else None
    told = listed is not None and listed["name"].split()[-1] in person_nouns()
    return noun if noun is not None and (noun.group or told) else None


def _first_listed(bare: Bare) -> re.Match[str] | None:
    text, end = text_of(bare.doc), sentence_of(bare.number).end_char
    closed = _ITEM_END.match(text, bare.match.end) and not _SHARES.search(text, bare.match.end, end)
    first = _FIRST_LISTED.search(bare.before) if closed else None
    told = first and (_OF_PEOPLE.search(bare.before) or first["name"] in _COUNTED_UNITS)
    return first if told and not _SHARES.search(bare.before) else None


_COUNTED_UNITS = ("families", "households", "souls")


# What says that a list is one of people, not of their lands or schools.
_OF_PEOPLE = re.compile(
    r"\b(?:population|people|inhabitants|persons|souls|(?:of|among) (?:them|whom|these)|including)\b",
    re.IGNORECASE,
)
_FIRST_LISTED = re.compile(r"[:;] [\"“«]?(?P<name>[a-z][\w-]+(?: [a-z-]+)?) [-–—] $")
_ITEM_END = re.compile(r"[;,.]?(?:\s|$)")
_SHARES = re.compile(r"%|\bper ?cent|\bshares?\b")
_LISTED_ON = re.compile(
    r"(?:\d|\b(?:thousand|million)|\b(?:thous|mln|thou)\.?)(?:[,;](?: and)?| and)"
    r" (?P<name>[a-z][\w-]+(?: [a-z-]+)?) [-–—] $"
)


_OF_WHICH = re.compile(
    r"\b(?:of|from|among) (?:them|which|whom|these|those|this number)[,:]? (?P<name>[a-z][\w-]+(?: [a-z-]+)?)"
    r"(?: [-–—])? $",
    re.IGNORECASE,
)


def bracketed(bare: Bare) -> PersonNoun | None:
    """ "2 792 families (N)": the people of the families."""
    near, previous = bare.near, bare.previous
    if near is None or previous is None or near.unit == "persons":
        return None
    if text_of(bare.doc)[previous.end_char : bare.match.start] != " (":
        return None
    people, families = bare.match.quantity.value, previous._.population.quantity.value
    larger = people is not None and families is not None and people > families
    return replace(near, unit="persons") if larger else None


def paired(bare: Bare) -> PersonNoun | None:
    """The noun at the end of a list of numbers: "1 130 and 1 166 souls", "312 out of 480 pupils"."""
    end, apart = bare.match.end, False
    start = bare.number.start
    if numbers_things(bare.before):
        return None
    if whole := _whole_behind(bare):
        return whole
    for following in spans_in(bare.doc, "numbers", start, start + NEAR_TOKENS):
        if following.start_char < end or is_covered(following, "dates"):
            continue
        if not _LINK.fullmatch(text_of(bare.doc), end, following.start_char):
            break
        apart = apart or text_of(bare.doc).startswith((", and ", "; "), end)
        end = following.end_char
        end += text_of(bare.doc).startswith(")", end)
        if head := counted_head(text_of(bare.doc), end):
            # "12 thousand were taken in, and 700 families were sent on": people and families.
            return None if apart and head.noun and head.noun.unit != "persons" else head.noun
    if listed := _listed_with_places(bare):
        return listed
    # The second number of a change is part of the same match: "from 112 to 64 actors".
    changed = _CHANGED_TO.match(text_of(bare.doc), bare.match.end)
    head = counted_head(text_of(bare.doc), changed.end()) if changed else None
    return head.noun if head else None


def _whole_behind(bare: Bare) -> PersonNoun | None:
    """ "26 from 49 actors", "28 of 64 people": those of the whole; not of a list, "schools No. 4, 5 from 49 pupils"."""
    whole = _FROM_WHOLE.match(text_of(bare.doc), bare.match.end)
    head = counted_head(text_of(bare.doc), whole.end()) if whole else None
    listed = re.search(r"\d(?:,| and) $", bare.before)
    return head.noun if head is not None and not listed else None


_FROM_WHOLE = re.compile(rf" (?:from|of|out of) {WHOLE}{NUMBER}(?= [a-z])")


def in_aside(bare: Bare) -> PersonNoun | None:
    """ "74 (by other data N) people died": the noun behind the bracket."""
    end = bare.match.end
    closed = text_of(bare.doc).startswith(")", end) and _ASIDE_OPENS.search(bare.before)
    head = counted_head(text_of(bare.doc), end + 1) if closed else None
    return head.noun if head else None


_ASIDE = r" \((?:by|according to|in|on|from|after) [^()\d]{3,40}?[ ,–—-]*"
_ASIDE_OPENS = re.compile(rf"\d(?: (?:thousand|million))?{_ASIDE}$")


def shared_noun(doc: Doc, match: NumberMatch, previous: Span | None) -> Head | None:
    """The adjective behind a number, whose noun another of the list has: "1,120 full-time and 640 correspondence
    students", "50 Kazakh families, 20 Uzbek and 15 Tatar"."""
    text = text_of(doc)
    adjective = _ADJECTIVE.match(text, match.end)
    if adjective is None or not _describes(doc, *adjective.span("words")):
        return None
    noun = _noun_behind(text, adjective.end()) or _noun_ahead(text, match, adjective, previous)
    return Head(*adjective.span("words"), noun) if noun else None


def in_unit_of_list(text: str, head: Head, match: NumberMatch, previous: Span | None) -> Head:
    """The people behind "of" in the unit of the list: "15 thousand kibitkas of Adais and 9 thousand | of Tabyns"."""
    if previous is None or head.noun is None or not head.noun.ethnic:
        return head
    unit = previous._.population.unit
    listed = _OF_A_PEOPLE.fullmatch(text, previous.end_char, match.start)
    if unit == "persons" or listed is None or not text.startswith(" of ", match.end):
        return head
    return replace(head, noun=replace(head.noun, unit=unit))


_OF_A_PEOPLE = re.compile(r" of (?:the )?[A-Z][\w-]+(?: [A-Z][\w-]+)?(?:,| and|, and) ")


_ADJECTIVE = re.compile(r" (?P<words>[A-Za-z][\w-]+)(?=,? and \d|, \d|[.;,)](?:\s|$)|$)")
_NEXT_NUMBER = re.compile(
    r",? (?:and )?(?:about |some |over )?\d[\d ]{0,12}(?:[.,]\d+){0,4}(?: (?:thousand|million))? [A-Za-z]"
)


def _describes(doc: Doc, start: int, end: int) -> bool:
    """Whether a word is an adjective or the like, and no noun that a number counts."""
    word = doc.char_span(start, end, alignment_mode="expand")
    known = word is not None and word.text.lower() in (*closing_words(), *blockers())
    return word is not None and not known and word.root.tag_ not in _OTHER_TAGS


_OTHER_TAGS = ("NNS", "NNPS", "VBD", "VBZ", "VBP", "VB", "MD", "IN", "RB", "CD", "DT", "CC", "PRP")


def _noun_behind(text: str, position: int) -> PersonNoun | None:
    """The people that the next number of the list counts behind an adjective of its own."""
    number = _NEXT_NUMBER.match(text, position)
    head = counted_head(text, number.end() - 2) if number else None
    if number is None or head is None or head.noun is None:
        return None
    # "640 correspondence students" is a noun of its own, "1,120 full-time" ones are students.
    last = text[head.start : head.end].rpartition(" ")[2].lower()
    described = head.start >= number.end() or " " in text[head.start : head.end]
    return person_nouns().get(last, head.noun) if described else None


def _noun_ahead(
    text: str, match: NumberMatch, adjective: re.Match[str], previous: Span | None
) -> PersonNoun | None:
    """The people that the count before it counts, of whom those of a people are told."""
    if previous is None or adjective["words"] not in singulars():
        return None
    if not _GOES_ON.fullmatch(text, previous.end_char, match.start):
        return None
    unit = previous._.population.unit
    return PersonNoun(None, singulars()[adjective["words"]], unit, ethnic=True)


_GOES_ON = re.compile(
    r"[,;:]?(?: and)?(?: (?:including|among them|(?:of|from|out of|among) (?:them|whom|which|these)))?"
    r"(?: (?:were|are|there were))?(?: [-–—])? "
)


def _listed_with_places(bare: Bare) -> PersonNoun | None:
    """ "Karaganda Region took 50 thousand, Kostanay Region 31 thousand settlers"."""
    end, start = bare.match.end, bare.number.start
    for following in spans_in(bare.doc, "numbers", start + 1, start + NEAR_TOKENS):
        if is_covered(following, "percentages"):
            continue
        if not _PLACE_LINK.fullmatch(text_of(bare.doc), end, following.start_char):
            return None
        end = following.end_char
        if head := counted_head(text_of(bare.doc), end):
            return head.noun
    return None


_LINK = re.compile(
    rf"(?: \((?:in )?(?:1[5-9]|20)\d\d\))?(?:, | and |, and |(?:,| and) then (?:about )?| or |; "
    rf"| (?:out )?of (?:the |all |his |her |their |its |our )+| out of |{_ASIDE})"
    r"(?:(?:in |on |by |for )?(?:\d\d?\.\d\d\.)?(?:1[5-9]|20)\d\d(?: year)?(?: ?[-–—:] ?| ))?"
)
_PLACE_LINK = re.compile(
    r"(?: \([^()]{1,20}\))?(?:,| and|;) (?:and )?"
    r"(?:in |to |from |the )*(?:[A-Z][\w'-]+ )+(?:(?:region|province|district|oblast|area) )?"
    r"(?:- |– |— )?"
)
_CHANGED_TO = re.compile(r" to (?:[\d., ]*\d(?: (?:thousand|million))?|[a-z-]+)")


def in_row(bare: Bare) -> PersonNoun | None:
    """A row of a list that counts people in another row or in what leads in to it: "Kirghizia - 18 740"."""
    lead = lead_in(bare.doc, bare.match.start)
    start, stop = paragraph_of(bare.doc, bare.match.start)
    text = text_of(bare.doc)
    if lead is None or not _ROW_END.match(text, bare.match.end, stop):
        return None
    label = noun_in(text[start : bare.match.start].strip(" -–—:|"))
    if label is not None and label.group:
        return label
    told = bare.previous is not None and bare.previous.start_char >= lead[0]
    return bare.near if told and not _has_columns(bare, start) else None


def _has_columns(bare: Bare, start: int) -> bool:
    """Whether other numbers stand before it in its row, as the cells of other columns do."""
    first = bisect_left(columns(bare.doc).starts, start)
    before = spans_in(bare.doc, "numbers", first, bare.number.start)
    return any(not is_covered(number, "dates") for number in before)


_ROW_END = re.compile(
    r"[ \t]*(?:\([^()]*\)|, (?:more than |about )?[\d.,]+ ?(?:%|per ?cents?))?[ \t;.,]*(?:\n|\Z)"
)


def by_places(bare: Bare) -> PersonNoun | None:
    """ "Ukrainians mainly live in Karaganda (N thousand), Kostanay (N thousand)"."""
    opened = _PLACE_OPENS.search(bare.before) if _LIVE.search(bare.before) else None
    closing = _CLOSES if opened is None or opened["bracket"] else CLOSED
    if opened is None or not closing.match(text_of(bare.doc), bare.match.end):
        return None
    named, near = bare.named, bare.near
    # "Koreans were 100 thousand persons. They live in Oral (N)": the people beat the persons.
    of_people = near is not None and near.group and not (named and named.group)
    who = _WHO_LIVE.search(bare.before)
    told = person_nouns().get(who["who"].lower()) if who else None
    return near if of_people else named or near or told


_PLACE_OPENS = re.compile(
    r"\b[A-Z][\w-]+(?: (?:region|area|oblast|district|city))?(?:(?P<bracket> \()|(?: ?:| [-–—]) )$"
)
_CLOSES = re.compile(r"\)")
# "Kazakhs | live in many countries: China (N".
_WHO_LIVE = re.compile(
    r"\b(?P<who>[\w'-]+) (?:(?:also|now|still|mainly|mostly|chiefly|compactly) )?(?:live|lived|reside|are settled)\b"
)
_LIVE = re.compile(r"\b(?:lives?|lived|settled|resid\w+|inhabit\w*|concentrated|located|placed)\b")
