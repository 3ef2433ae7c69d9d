"""Cues of series that go on from a count before: "Further: N in 1979, M in 1989", "By regions: Karaganda – N"."""

import re

from pipeline.extensions import columns, sentence_of, spans_in, text_of
from pipeline.linking.bare.numbers import CLOSED, NUMBER, Bare
from pipeline.normalising.context import PersonNoun, noun_in, person_nouns
from pipeline.normalising.gazetteer import peoples

_YEAR = r"(?:1[5-9]|20)\d\d"
_OF_YEAR = rf" ?(?:,? (?:in|by|for) {_YEAR}| ?\((?:in )?{_YEAR}\))(?: (?:year|y\.))?"
_NEXT = r" ?(?:[,;](?: and| then)?|and) (?:only |just |already )?"
# "181 491 | in 1979, 177 938 in 1989", "81,598 | (1970), 91,984 (1979)".
_YEARS_BEHIND = re.compile(rf"{_OF_YEAR}{_NEXT}{NUMBER}(?: (?:thous|mln)\.)?{_OF_YEAR}")
# "In 1939 – | 92 thousand, in 1959 – 659 thousand".
_YEAR_AHEAD = re.compile(
    rf"(?:^|[.;:(] ?)(?:\w+, )?(?:[Ii]n |[Bb]y )?{_YEAR}(?: years?| y\.)? ?[-–—:] $"
)
_NEXT_YEAR_AHEAD = re.compile(rf"{_NEXT}(?:in |by )?{_YEAR}(?: years?| y\.)? ?[-–—:] ?{NUMBER}")


# "Ten years later – | 34 thousand.", "By 1939 – | 92 thousand".
_YEAR_OPENS = re.compile(
    rf"\s{{0,9}}(?:(?:In|By|For) (?:the )?{_YEAR}(?: years?| y\.)?|After [\w-]+ years"
    r"|[\w-]+ years (?:later|after|before))"
    r"(?: it was| already| only)?,? ?[-–—:] (?:already |only )?"
)


# "1979 saw | 10,244".
_YEAR_SAW = re.compile(
    rf"(?:^|[.;,:] |\b(?:and|but|while) )(?:(?:the year|the census of|that of) )?{_YEAR} (?:saw|gave|showed|found|had"
    r"|counted|registered|recorded) (?:only |just |already )?$",
    re.IGNORECASE,
)


def year_by_year(bare: Bare) -> PersonNoun | None:
    """ "Then followed N (1970), M (1979)": those that the count before counts, year by year."""
    if doers := _doers(bare):
        return doers
    text, end = text_of(bare.doc), bare.match.end
    opens = _YEAR_OPENS.fullmatch(bare.before) and bare.many and CLOSED.match(text, end)
    ahead = _YEAR_AHEAD.search(bare.before) and _NEXT_YEAR_AHEAD.match(text, end)
    saw = _YEAR_SAW.search(bare.before) and bare.many
    if not (opens or ahead or saw or _YEARS_BEHIND.match(text, end)):
        return None
    return bare.of_its_people(_community(bare) or bare.near) if names_nothing(bare) else None


# "Women worked in the mines: | 2 115 in 1941, | 3 217 in 1944".
_DID = re.compile(
    r"\s{0,9}(?:[\w'-]+ ){0,2}?(?P<who>[\w'-]+)(?: (?:aged|from|of) [^.;:]{3,30}?)?"
    r" (?:(?:also|already|then|still) )?(?:work|worked|stud(?:y|ied)|lived?|served?|taught|teach|learn(?:ed|t)?)\b"
    rf"[^.;:\d]{{0,60}}: (?:(?:only |just )?{NUMBER}(?: (?:thousand|thous\.))?{_OF_YEAR}{_NEXT})*(?:only |just )?"
)
_IN_YEAR = re.compile(rf"{_OF_YEAR}(?=\s*(?:[.,;]|$)| and )")


def _doers(bare: Bare) -> PersonNoun | None:
    """Who did so in one year and in another, in numbers behind a colon."""
    did = bare.behind(_IN_YEAR) and _DID.fullmatch(bare.before)
    return noun_in(did["who"]) if did else None


def _community(bare: Bare) -> PersonNoun | None:
    """ "The Uzbek community is larger: N in 1999": the people whose community the sentence names."""
    named = _COMMUNITY.search(bare.before)
    people = peoples().get(named["people"].lower()) if named else None
    return PersonNoun(None, people, "persons", ethnic=True) if people else None


_COMMUNITY = re.compile(
    r"\b(?P<people>[A-Z][\w-]+) (?:community|diaspora|population|minority|ethnos|ethnic group)\b"
)


# What the words before a series may name: its line, its time and where it was counted.
_OF_SERIES = re.compile(
    r"(?:number|figure|enumeration|register|record|source|line|curve|row|series|total|count|census(?:es)?|result|size|strength|decline|decrease|growth|fall"
    r"|rise|drop|increase|peak|top|maximum|minimum|return|picture|year|decade|century|centuries|period|time|community"
    r"|communities|diaspora|population|people|republic|country|countries|state|region|district|area|province|city|cities"
    r"|town|village|rest|distribution|geography|breakdown|settlement|list|place|part|colony|colonies|group|share)s?"
)


def names_nothing(bare: Bare, since: int | None = None) -> bool:
    """Whether the words before a number, of its sentence or since a token, name nothing it could count but people."""
    table, start = columns(bare.doc), sentence_of(bare.number).start if since is None else since
    if _MADE.search(bare.before):
        return False
    named = (
        table.lowers[i]
        for i in range(start, bare.number.start)
        if table.pos[i] == "NOUN" and table.lowers[i][:1].isalpha()
    )
    return all(_OF_SERIES.fullmatch(word) or word in person_nouns() for word in named)


# What is done with things: "it published | 40 in 1990, 60 in 1995".
_MADE = re.compile(
    r"\b(?:produc|publish|print|min(?:e[ds]?|ing)\b|sow|harvest|collect|buil[dt]|issu|export|import|plant|earn|pa(?:id|ys?)\b"
    r"|cost|spen[dt]|bred|breed|sold|sell|bought|buy|made\b|won\b|win\b|wins\b|perform|show)\w*",
    re.IGNORECASE,
)


def by_regions(bare: Bare) -> PersonNoun | None:
    """ "By regions in 2009: Karaganda – N", "the largest are in Almaty (N)": those that the count before counts."""
    if not bare.many or not names_nothing(bare):
        return None
    label = _LABEL.search(bare.before)
    closed = label and (not label["opened"] or text_of(bare.doc).startswith(")", bare.match.end))
    told = _BY_REGIONS.search(bare.before) or (label and closed and _is_place(bare, label["place"]))
    return bare.of_its_people(bare.near) if told else None


def _is_place(bare: Bare, name: str) -> bool:
    """Whether the words before a number's dash or bracket name a place."""
    start, end = max(0, bare.number.start - _LABEL_TOKENS), bare.number.start
    return any(
        place.text in name or name in place.text
        for place in spans_in(bare.doc, "places", start, end)
    )


# The words of a label and its dash.
_LABEL_TOKENS = 8
_KINDS = r"(?: (?:region|oblast|province|district|uyezd|area|city|republic))?"
_LABEL = re.compile(
    rf"(?:^|[.:;,] |\b(?:in|on|and) (?:the )?)(?P<place>[A-Z][\w'-]+(?: [A-Z][\w'-]+){{0,2}}){_KINDS}"
    r"(?: ?[-–—:] |(?P<opened> \())$"
)
_BY_REGIONS = re.compile(
    r"\b[Bb]y (?:the )?(?:regions|oblasts|districts|areas|provinces|uyezds|cities|towns|countries|republics)"
    rf"(?: (?:in|for) {_YEAR})?: (?:[A-Z][\w'-]+ ){{1,3}}(?:(?:region|district|city) )?$"
)


def ranked(bare: Bare) -> PersonNoun | None:
    """ "Almaty leads with N, followed by Taraz with M": of those that the count before counts, place by place."""
    return bare.of_its_people(bare.near) if bare.many and _RANKED.search(bare.before) else None


_RANKED = re.compile(
    r"\b(?:leads?|led|stands? (?:first|second|third)|comes? (?:first|next|second|third)|followed by|follows?"
    r"|(?:is|are) (?:first|second|third)|tops the list)\b[^.;:()]{0,50},? with (?:only |just |its )?$"
)


def accounted(bare: Bare) -> PersonNoun | None:
    """ "Almaty accounts for N of them; its villages, for M": of those that the count before counts."""
    return bare.near if bare.previous_in_sentence and _ACCOUNTS.search(bare.before) else None


_ACCOUNTS = re.compile(r"\baccount(?:s|ed)? for\b.{0,120}[\w)], for $")


def regions_had(bare: Bare) -> PersonNoun | None:
    """ "Atyrau and Mangystau, for their part, had N and M": of those that the count before counts."""
    had = _REGIONS_HAD.search(bare.before)
    if had is None or not bare.behind(_HAD_END):
        return None
    start = sentence_of(bare.number).start
    places = spans_in(bare.doc, "places", start, bare.number.start)
    named = had["place"] is None or any(had["place"] in place.text for place in places)
    return bare.of_its_people(bare.near) if named else None


_REGIONS_HAD = re.compile(
    r"(?:^|[.:;,] |\b(?:and|while|but|whereas) )(?:the (?:[a-z]+ )?capital|(?:the )?(?P<place>[A-Z][\w'-]+)"
    rf"(?:,? (?:and )?[A-Z][\w'-]+){{0,3}}{_KINDS}s?)"
    r"(?:, (?:for (?:its|their) part|in (?:its|their) turn|on the contrary|by contrast|however|too),)?"
    r"(?: together| alone| now)? (?:had|has|have|counts?|counted) (?:only |just |already )?$"
)
_HAD_END = re.compile(rf"[.;,)]|(?<!\s)\s*$| and {NUMBER}(?:[.;,]|$)")
