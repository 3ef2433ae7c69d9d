"""Cues of nouns that tell a number of people by themselves: a population, a staff, deaths, a census."""

import re
from dataclasses import replace

from pipeline.extensions import text_of
from pipeline.linking.bare.numbers import LOST, MEMBERS, PLAIN, Bare
from pipeline.linking.bare.verbs import COPULA
from pipeline.normalising.change_words import change_pattern
from pipeline.normalising.context import PersonNoun, blockers, person_nouns
from pipeline.normalising.gazetteer import peoples

_POPULATION = re.compile(r"\bpopulation\b|\(pop\.|[ ,]pop\.", re.IGNORECASE)
_DASHED = re.compile(r"^[^.;:–—]{0,60}(?: [-–—]|:) ?$")
_APPOSED = re.compile(
    r" of [^,;:]{2,40}, (?:only |some |about )?|(?: of [^,;:]{2,40})? (?:from|at|as) (?:only |about )?"
)


# "The population, N in 1897, was 45 thousand".
_ASIDE = re.compile(
    r"(?: (?:in|by) (?:1[5-9]|20)\d\d)?, (?:is|was|grew|rose|fell|had|reached|has)\b"
)


def populated(bare: Bare) -> PersonNoun | None:
    """ "The population of the town is N", "the population of Kentau, N in 1989"."""
    peopled = list(_POPULATION.finditer(bare.before))
    if not peopled:
        return None
    told = bare.before[peopled[-1].end() :]
    linked = COPULA.search(told) or _APPOSED.fullmatch(told) or _DASHED.search(told)
    noted = _NOTED.search(bare.before) and bare.behind(_NOTE_ENDS)
    aside = told == ", " and bare.behind(_ASIDE)
    return (
        PLAIN
        if linked or noted or aside or _in_brackets(bare, told) or _behind_colon(bare, told)
        else None
    )


# "The village (population 1,208)", "(2009, pop. 5,600)".
_NOTED = re.compile(r"\((?:[^().;]{0,40}[ ,])?pop(?:ulation|\.)(?: is| was)? $", re.IGNORECASE)
_NOTE_ENDS = re.compile(r"(?: (?:in|at|by|as of) [^().;]{1,30})?[),;]")


# Fewer than this in brackets behind "population" may count anything: "(chapter 12)".
_FEWEST = 1000
_OPENED = re.compile(r"[^.;()]{0,80} \($")


# "Population in 1930: 612,000", "Population of the town (2009): 45 thousand", "Population: 1926 - 519 thous.".
_COLON = re.compile(
    r"(?: (?:of|in|by|as of|at|for) [^.;:()]{2,60})?(?: \([^()]{2,30}\))?: (?:(?:in )?(?:1[5-9]|20)\d\d ?[-–—:] ?)?$"
)


def _behind_colon(bare: Bare, told: str) -> bool:
    """Whether a line gives a population behind its name."""
    many = bare.size >= _FEWEST
    of_things = any(word in blockers() for word in re.findall(r"[a-z]+", told))
    return many and not of_things and _COLON.fullmatch(told) is not None


def _in_brackets(bare: Bare, told: str) -> bool:
    """Whether brackets tell how large a population was: "the population of the last census (under 15 million)"."""
    many = bare.size >= _FEWEST
    closed = text_of(bare.doc).startswith(")", bare.match.end)
    return many and closed and _OPENED.fullmatch(told) is not None


def grown(bare: Bare) -> PersonNoun | None:
    """ "The city has grown to half a million"."""
    return PLAIN if _GROWN.search(bare.before) else None


_GROWN = re.compile(
    r"\b(?:city|town|village|settlement|capital)\b[^.;,]{0,40} (?:grew|grown|swelled|swollen|rose|risen|shrank|shrunk"
    r"|expanded)(?: (?:[\d.,]+|[a-z]+)-?fold,?| [\d.,]+ times,?)? to $"
)


def toll(bare: Bare) -> PersonNoun | None:
    """ "Deaths in 1932 amounted to N", "the losses were N", "the people had lost N"."""
    if bare.many and _PEOPLE_LOST.search(bare.before):
        return LOST
    named = _TOLL.search(bare.before)
    return _TOLLS[named["noun"].lower()] if named else None


_PEOPLE_LOST = re.compile(
    r"\b(?:people|nation|ethnos|tribe|clan|zhuz|diaspora|community) (?:has |had |have )?lost (?:then |there |thus )?$"
)
_TOLLS = {
    **dict.fromkeys(("deaths", "losses", "casualties", "death toll"), LOST),
    **dict.fromkeys(("births", "arrests"), PersonNoun("other", None, "persons")),
    **dict.fromkeys(("arrivals", "departures"), PersonNoun("moved", None, "persons")),
}
_TOLL = re.compile(
    rf"\b(?P<noun>{'|'.join(_TOLLS)})\b[^.;,]{{0,40}} (?:amounted to|were|was|reached|numbered|made(?: up)?"
    r"|totall?ed|stood at|came to|to|exceeded) $",
    re.IGNORECASE,
)


def enumerated(bare: Bare) -> PersonNoun | None:
    """ "The census takers found just N", "the censuses show a decrease to N"."""
    if _NEXT_CENSUS.search(bare.before):
        return bare.near or PLAIN
    return PLAIN if _CENSUS.search(bare.before) or _CENSUS_CHANGE.search(bare.before) else None


_CENSUS_CHANGE = re.compile(
    rf"\bcensus(?:es)?\b[^.;()]{{0,80}}{change_pattern()} to $", re.IGNORECASE
)


_NEXT_CENSUS = re.compile(
    r"\b(?:next|following|later|subsequent|last) (?:census(?:es)?|counts?|enumerations?)"
    r" (?:found|counted|recorded|registered|showed|gave) "
    r"(?:only |just |already )?$"
)
_CENSUS = re.compile(
    r"\b(?:census(?:es)?|census takers?|enumerators)\b[^.;,()]{0,40}(?:\([^()]{1,40}\) ?)?"
    r"\b(?:found|counted|recorded|registered"
    r"|showed|gave|enumerated) (?:only |just |some |there |here |already |in (?:it|them) )*$",
    re.IGNORECASE,
)


def mustered(bare: Bare) -> PersonNoun | None:
    """ "By 1900 the Siberian host counted N", "the diaspora numbers N", "the diaspora – N"."""
    if bare.many and _HOST_WAS.search(bare.before):
        return MEMBERS
    named = _BODY_COUNTED.search(bare.before)
    if named is None or bare.match.words:
        return None
    return MEMBERS if (named["body"] or "").lower() in _JOINED else PLAIN


_JOINED = (
    "host",
    "army",
    "militia",
    "detachment",
    "union",
    "party",
    "organization",
    "organisation",
    "corps",
    "cavalry",
    "infantry",
    "troops",
    "forces",
)
# "Edige's cavalry was | 30 thousand".
_HOST_WAS = re.compile(
    r"\b(?:[Aa]rmy|[Hh]ost|[Mm]ilitia|[Cc]avalry|[Ii]nfantry|[Tt]roops|[Dd]etachment|[Cc]orps|[Hh]orsemen|[Ww]arriors)"
    r"(?: of [^.;,:()\d]{3,30})? (?:was|were|made(?: up)?) (?:already |only |then )?$"
)
_BODY_COUNTED = re.compile(
    rf"\b(?:(?P<body>{'|'.join(_JOINED)}|diaspora|community|tribe|clan|people|khanate|flock|congregation"
    r"|colony|contingent)\b[^.;,:]{0,50}"
    r" (?:counted|counts|numbered|numbers|totall?ed|reached|exceed(?:ed|s)|amounted to)(?: only| already| then)?"
    r"|(?P<abroad>diaspora|community)(?: (?:of|in) [^.;,:()]{3,40})? [-–—]) $",
    re.IGNORECASE,
)


def staffed(bare: Bare) -> PersonNoun | None:
    """ "The staff of the academy was already N", "a student body of N"."""
    staffed = _STAFF.search(bare.before)
    told = bare.before[staffed.end() :] if staffed else ""
    if staffed is None or not (COPULA.search(told) or told in (": ", " of ")):
        return None
    return person_nouns()["students"] if staffed[0].lower() == "student body" else MEMBERS


_STAFF = re.compile(
    r"\b(?:staff|personnel|membership|garrison|troupe|student body|enrol\w*ment)\b", re.IGNORECASE
)


def numbered(bare: Bare) -> PersonNoun | None:
    """ "Those who stayed numbered N", "evacuees of Jewish nationality numbered N"."""
    if _THOSE_NUMBERED.search(bare.before):
        return PLAIN
    named = _OF_A_KIND_NUMBERED.search(bare.before)
    noun = person_nouns().get(named["name"].lower()) if named else None
    people = peoples().get((named["people"] or "").lower()) if named else None
    return replace(noun, group=people) if noun and people else noun


_NUMBERED = (
    r" (?:number(?:ed|s)?|totall?ed|totals?|amounted to|added up to|came to|exceeded)"
    r" (?:already |only |just |a mere )?$"
)
_THOSE_NUMBERED = re.compile(
    rf"\b(?:[Tt]hose|[Pp]eople|[Pp]ersons) (?:who|that) [^.;:,\d]{{3,50}}{_NUMBERED}"
)
_OF_A_KIND_NUMBERED = re.compile(
    rf"\b(?P<name>[A-Za-z-]+) (?:of|from|in|at|on|without|by)"
    rf" (?:(?P<people>[A-Z]\w+) (?:nationality|origin|descent|ethnicity|birth)|[^.;:,()\d]{{3,50}}){_NUMBERED}"
)
