"""What a number counts where no plural of people follows it: "4,888 Dungan", "27 million lives", "300-strong troop"."""

import re
from collections.abc import Callable
from functools import cache

from pipeline.lexicons import table, values
from pipeline.normalising.context import (
    HOSTS,
    Head,
    PersonNoun,
    blockers,
    closing_words,
    counted_head,
    person_nouns,
)
from pipeline.normalising.numerals import NumberMatch, number_value

_RETOLD = re.compile(r" \((?P<words>[a-z -]+)\)(?= )")
# "45 (12 %) people": the share of the same people.
_SHARE = re.compile(
    r" \((?:or )?(?:about )?\d{1,3}(?:[.,]\d{1,3})? ?(?:%|per ?cent|pct\.?)\)(?= [a-z])(?! [a-z]+(?: [-–—:])? \d)"
)


def retold_end(text: str, match: NumberMatch) -> int:
    """The end of a number with what tells it again in brackets: "200 (two hundred) | delegates", "45 (12 %) | men"."""
    if share := _SHARE.match(text, match.end):
        return share.end()
    retold = _RETOLD.match(text, match.end)
    same = retold is not None and number_value(retold["words"]) == match.quantity.value
    return retold.end() if retold is not None and same else match.end


def odd_head(text: str, match: NumberMatch) -> Head | None:
    """What the words right behind a number say it counts."""
    return next((head for read in _READERS if (head := read(text, match))), None)


@cache
def singulars() -> dict[str, str]:
    """Adjectives of peoples, with their peoples."""
    rows = table("ethnonyms")
    return {form: row["group"] for row in rows for form in values(row["singular"])}


# A list of schools tells their languages so, too ("3 Kazakh, 2 Uzbek"), but has no hundreds of them.
_SMALLEST_OF_A_PEOPLE = 100
_CLOSED_NAME = re.compile(
    r" (?P<name>[A-Za-z][\w-]+(?: [A-Z][\w-]+)?)"
    r"(?=[ ]?[;.(]|[ \t]*(?:\n|$)|,? (?:from|of|out of|by) (?:which|whom|these|them)\b)"
)


def _singular_people(text: str, match: NumberMatch) -> Head | None:
    """ "4,888 Dungan (0.11%)": a people's adjective for its plural."""
    name = _CLOSED_NAME.match(text, match.end)
    # Translations write peoples small: "9 621 armenian".
    group = singulars().get(name["name"][0].upper() + name["name"][1:]) if name else None
    if name is None or group is None or (match.quantity.value or 0) < _SMALLEST_OF_A_PEOPLE:
        return None
    return Head(name.start("name"), name.end(), PersonNoun(None, group, "persons", ethnic=True))


_LOST = PersonNoun("lost", None, "persons")
_LIVES = re.compile(r" (?:(?:human|innocent|[a-z]+'s|[A-Z][\w-]+) )?lives\b")
_TAKEN_BEFORE = re.compile(
    r"\b(?:took|taken|taking|claimed|claiming|cost|costing|carried (?:off|away)|lost|losing)\b[^.;]{0,40}$"
)
_TAKEN_BEHIND = re.compile(r" (?:were|was|had been|have been) (?:\w+ly )?(?:taken|lost|claimed)\b")
_TAKEN_REACH = 60


def _lives(text: str, match: NumberMatch) -> Head | None:
    """ "The famine took 1.5 million lives"."""
    lives = _LIVES.match(text, match.end)
    if lives is None:
        return None
    taken = _TAKEN_BEFORE.search(text, max(0, match.start - _TAKEN_REACH), match.start)
    if not (taken or _TAKEN_BEHIND.match(text, lives.end())):
        return None
    return Head(lives.start() + 1, lives.end(), _LOST)


# Bodies besides hosts that are told by their strength: "a 40-strong crew".
_OF_MEN = (
    r"(?:crew|team|council|commission|committee|group|expedition|guard|choir|orchestra|staff|board)"
)
_STRONG = re.compile(
    rf"(?:-strong |-thousand |(?<=thousand) |(?<=thousandth) )(?:[\w-]+ ){{0,2}}?{HOSTS}\b"
    rf"|-strong (?:[\w-]+ ){{0,2}}?{_OF_MEN}\b"
)
_BE_STRONG = re.compile(
    r" strong\b(?=\s*(?:[.,;:)]|$)| (?:and|with|in|on|at|by|to|under|came|went|marched)\b)"
)
_TROOPS = PersonNoun("other", None, "persons")


def _strong(text: str, match: NumberMatch) -> Head | None:
    """ "A 40,000-strong Dzungar army", "with 30-thousand army", "the army was 60,000 strong"."""
    strong = _STRONG.match(text, match.end) or _BE_STRONG.match(text, match.end)
    return Head(strong.start(), strong.end(), _TROOPS) if strong else None


def sized_host(text: str, match: NumberMatch) -> Head | None:
    """ "100-thousand Chinese army": the army, not the people that it is of."""
    return (
        _strong(text, match)
        if text.startswith("-", match.end) or _HYPHENED.match(text, match.bare)
        else None
    )


_HYPHENED = re.compile(r"\d+-thousand")
_POPULATION = re.compile(r" (?:of )?population\b(?! [a-z]+s\b)")
_PEOPLE = PersonNoun(None, None, "persons")


def _population(text: str, match: NumberMatch) -> Head | None:
    """ "Of 5,873 thousand population": as translations have it; "2 population censuses" has no multiplier."""
    named = _POPULATION.match(text, match.end) if match.multiplied else None
    return Head(named.end() - len("population"), named.end(), _PEOPLE) if named else None


_PARTICIPLE = re.compile(
    r" (?:[a-z]+ed|sent|brought|taken|born|driven|swollen|frozen|lost|left|fallen|known|taught"
    r"|gone|come)"
    r" (?:from|of|by|in|on|to|with|for|during|at|out of|under)(?: the)?(?= )"
)
_PHRASE_WORD = re.compile(r" [\w'-]+")
_PHRASE_WORDS = 3


def _behind_participle(text: str, match: NumberMatch) -> Head | None:
    """ "2 thousand swollen from hunger people", "300 evacuated from Leningrad children": word order of translations."""
    participle = _PARTICIPLE.match(text, match.end)
    position = participle.end() if participle else 0
    for _ in range(_PHRASE_WORDS if participle else 0):
        word = _PHRASE_WORD.match(text, position)
        # "200 passed from hands | to hands": another phrase.
        if word is None or word[0].strip().lower() in closing_words():
            return None
        position = word.end()
        head = counted_head(text, position)
        if head is not None and head.start == position + 1:
            return head if head.noun is not None and not head.noun.ethnic else None
    return None


# What is done to people alone.
_JUDGED = re.compile(
    r" (?P<noun>[a-z-]{3,}s)(?: (?:of|from) (?:the )?[\w'-]+(?: [\w'-]+)?)? (?:were|are|have been|had been) (?:also )?"
    r"(?:sentenced|exiled|executed|convicted|arrested|imprisoned|interrogated|rehabilitated|mobili[sz]ed|drafted"
    r"|conscripted|hanged|beheaded|repressed|amnestied|put on trial)\b"
)


def _judged(text: str, match: NumberMatch) -> Head | None:
    """ "12 ringleaders of the revolt were sentenced": a noun that no lexicon lists, told by what was done to them."""
    told = _JUDGED.match(text, match.end)
    if told is None or told["noun"] in closing_words() or told["noun"] in blockers():
        return None
    return Head(*told.span("noun"), PersonNoun(None, told["noun"], "persons"))


_SEXES = re.compile(
    r" (?:people |persons |souls )?of both (?:sexes|genders)\b| persons?\b(?! [a-z]+s\b)"
)


def _souls(text: str, match: NumberMatch) -> Head | None:
    """ "580,000 of both sexes", "281 person": as translations have them."""
    named = _SEXES.match(text, match.end)
    return Head(named.start() + 1, named.end(), _PEOPLE) if named else None


_YOUTH = re.compile(
    r" (?:[a-z]+ )?(?P<noun>youth)\b(?=\s*(?:[.,;:)]|$)| (?:and|were|was|who|from|in|at|of|to)\b)"
)


def _youth(text: str, match: NumberMatch) -> Head | None:
    """ "189 youth": young people in the singular, no youth that a noun or a share is of."""
    named = _YOUTH.match(text, match.end)
    return Head(*named.span("noun"), PersonNoun(None, "youth", "persons")) if named else None


# A sabre is a horseman beside other arms and men alone; elsewhere it is a thing.
_SABRES = re.compile(r"sab(?:re|er)s\b")
_ARMED = re.compile(
    r"\b(?:bayonets|horsemen|riders|infantrymen|cavalrymen|soldiers|fighters|lances)\b"
)
_ARMED_REACH = 60
# "The regiment was sent with | 600 sabers".
_OF_UNIT = re.compile(
    r"\b(?:[Rr]egiments?|[Ss]quadrons?|[Dd]etachments?|[Ss]otnias?|[Cc]avalry|[Dd]ivisions?|[Bb]rigades?|[Mm]ilitia"
    r"|[Tt]roops?|[Aa]rmy|[Gg]arrison|[Hh]ost)\b[^.;]{0,40}"
    r" (?:with|of|in|numbering|numbered|counted|reached|had)(?: (?:about|some|over|only|up to|more than))?"
    r" [\d ,.–-]+(?:thousand )?$"
)


# A ruler's; no school teaches so many.
_SUBJECTS_OF = re.compile(r"subjects\b")
_MANY = ("thousand ", "million ")
_SUBJECTS = PersonNoun("resident", "subjects", "persons")


def armed(text: str, head: Head) -> Head | None:
    """ "8,750 bayonets and 3,900 sabres", "a million subjects": the people that a counted thing stands for."""
    if _SUBJECTS_OF.match(text, head.start) and text.endswith(_MANY, 0, head.start):
        return Head(head.start, head.end, _SUBJECTS)
    if not _SABRES.match(text, head.start):
        return None
    low, high = max(0, head.start - _ARMED_REACH), head.end + _ARMED_REACH
    beside = _ARMED.search(text, low, high) or _OF_UNIT.search(text, low, head.start)
    return Head(head.start, head.end, PersonNoun("other", "sabres", "persons")) if beside else None


# Translations keep the singular that one, twenty-one and the like have in Russian: "101 soldier", "21 family".
_SINGULAR = re.compile(
    r" (?P<noun>[a-z]+)(?=[ \t]*(?:[.,;:()]|\n|$)"
    r"| (?:and|or|in|from|of|at|with|to|by|who|was|were|is|are|has|have|had|lived?|came|died|left|arrived)\b)"
)
_ENDS_IN_ONE = re.compile(r"(?<!\d)(?:\d*[02-9])?1$")


@cache
def people_in_singular() -> dict[str, PersonNoun]:
    """Nouns for people in the singular, but those whose plural is the same."""
    rows = (row for row in table("person_nouns") if row["noun"] != row["plural"])
    return {
        row["noun"].lower(): person_nouns()[form.lower()]
        for row in rows
        for form in values(row["plural"])[:1]
    }


def singular(text: str, match: NumberMatch) -> Head | None:
    """ "101 soldier", "1 midwife"."""
    ends = _ENDS_IN_ONE.search(text, match.bare, match.bare_end)
    return singular_behind(text, match.end) if ends is not None else None


def singular_behind(text: str, end: int) -> Head | None:
    """The noun for one of some people right behind a number that ends at `end`: "2031 | candidate"."""
    named = _SINGULAR.match(text, end)
    noun = people_in_singular().get(named["noun"]) if named else None
    return Head(*named.span("noun"), noun) if named and noun else None


def _singular_of_many(text: str, match: NumberMatch) -> Head | None:
    """ "210 thousand illiterate", "5 thousand soldier": the singular behind a round number of them."""
    return singular_behind(text, match.end) if match.multiplied else None


def is_of_sotnias(text: str, match: NumberMatch, head: Head) -> bool:
    """Whether hundreds are troops, sotnias by their Russian name: "24 hundreds of Cossacks" are no 2,400."""
    cossacks = head.noun is not None and text.startswith(("Cossack", "cossack"), head.start)
    return cossacks and text.endswith("hundreds", match.bare, match.bare_end)


# The dead of a grave or a road: "a single pit held | 63 bodies"; "the union unites 28 bodies" tells of others.
_BODIES = re.compile(r" (?:(?:dead|human|frozen|naked|unburied) )?bodies\b")
_HELD = re.compile(
    r"\b(?:h[eo]ld|contain|found|dug (?:up|out)|exhum|uncover|unearth|lay|lie|buried|bury|recover|pick|collect|gather"
    r"|pull|remov|carried|reveal|disclos)\w*(?: [a-z]+){0,3} $",
    re.IGNORECASE,
)


def _bodies(text: str, match: NumberMatch) -> Head | None:
    """ "A single pit held 63 bodies"."""
    named = _BODIES.match(text, match.end)
    if named is None or not _HELD.search(text, max(0, match.start - _TAKEN_REACH), match.start):
        return None
    return Head(named.start() + 1, named.end(), _LOST)


_READERS: tuple[Callable[[str, NumberMatch], Head | None], ...] = (
    _singular_people,
    _lives,
    _bodies,
    _strong,
    _population,
    _souls,
    _youth,
    _behind_participle,
    _judged,
    _singular_of_many,
)
