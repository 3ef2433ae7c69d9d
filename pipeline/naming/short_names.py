"""Short names that an article gives its bodies: acronyms, quoted names, "the Association" for one told before."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from pipeline.alternatives import any_of
from pipeline.naming.candidates import Candidate
from pipeline.naming.listed import is_listed, is_shortened, type_listed
from pipeline.naming.nouns import (
    blocked,
    head_at,
    head_places,
    legal_forms,
    person_endings,
    type_of_head,
    word_set,
)
from pipeline.naming.words import INITIAL, Word, roles
from pipeline.normalising.gazetteer import is_people_or_place, places
from pipeline.normalising.names import abbreviates, acronym_of, canonical_name, stands_for
from pipeline.phrases import phrase_index

_BRACKETED = re.compile(
    r"\"?,? ?\( ?(?:further|hereinafter|(?:it is )?abbreviated|in [A-Z][a-z]+ abbreviation"
    r"|abbr\.|in short|shortly|or)?(?: (?:simply|just|also|for short))?[ ,:–—-]*(?:the )?"
    r"\"?([A-Z][A-Za-z-]{1,14}(?: [A-Z]{2,4})?)\"?(?: (?:at present|now|today))?"
    # "(KirTsIK, chairman S. Kim)"
    r"(?: ?\)|[,;] (?=[^()\n]{1,60}\)))"
)
# "Institute of Weaving (IMBP, | Moscow)"
_WITH_SEAT = re.compile(r"\"? \((?P<short>[A-Z]{3,8}), (?P<seat>[A-Z][\w-]+)(?:\)|, )")
# "the Agricultural Bank — Kazselkhozbank for short —", "the University, KazSU, was", "…, better known as Joint".
_BESIDE = re.compile(
    r"\"?(?:,| –| —| -) "
    r"(?P<told>(?:or|(?:(?:usually|often|commonly|always) )?(?:shortened|abbreviated) (?:to|as)"
    r"|(?:better )?known(?: by [^,.;]{1,40})? as|abbreviated(?: as)?|in short|for short"
    r"|known(?: to [a-z]+)? by (?:its|the) (?:initials|letters|abbreviation)"
    r"|in (?:abridged|abbreviated|short|shortened) form"
    r"|or,? as [^,.;()]{3,30}(?:said|called|say|call)(?: it)?)"
    r"[:,]? (?:the )?)?"
    r"\"?(?P<short>[A-Z][A-Za-z-]{1,14})\"?(?P<short_for> (?:for short|in short))?(?=,| –| —| -|;|\.| \(| was | is )"
)
# Three capitals at least, small letters among them or not: "GUPVI", "KazIFK".
_LETTERS = r"(?=\w*[A-Z]\w*[A-Z]\w*[A-Z])[A-Z][A-Za-z]{2,9}"
# "the Main Administration (in documents always GUPVI)", "the Institute, which the old hands still call KazIFK".
_CALLED = re.compile(
    r"\"? \((?=[^()]{0,60}\b(?:call|called|always|short|shortly|known|now|or)\b)"
    rf"(?:[a-z]+[ ,:–—-]+){{1,9}}(?P<bracketed>{_LETTERS}(?: R[KF])?)\)"
    r"|\"?,? which [^,.;()]{0,30}\bcall(?:s|ed)?\b[^,.;()A-Z]{0,20}(?:[A-Z][a-z]+ abbreviation )?"
    rf"\b(?P<called>{_LETTERS})\b"
)
# "AZF, the | Aktobe Ferroalloy Plant, gives a truck".
_EXPLAINED = re.compile(
    rf"(?<![\w-])(?P<short>{_LETTERS}(?: [A-Z]{{2,5}})?)\"?(?:(?:,| –| —| -) (?:or )?the | [–—-] "
    r"|(?P<bracket> \()(?:[a-z]+ ){0,4}(?:the )?)$"
)
# "Kirrevkom – Kirghiz Revolutionary Committee –": first syllables that the lexicon lists.
_SYLLABLES = re.compile(
    r"(?<![\w-])(?P<short>[A-Z][a-z]{4,14})\"?(?:(?:,| –| —| -) (?:or )?the | [–—-] )$"
)
_EXPLAINED_REACH = 60
_CLOSED = re.compile(r"\"?(?:,| –| —| -|\.|\))")
# "kolkhoz named after S. M. Kirov" is the Kirov kolkhoz as well.
_MEMORIAL = re.compile(
    r"(?<!\w)(?P<head>\w+)(?: of [a-z][a-z ]{2,40})? (?:named (?:after|for|by)|of the name of) "
    r"(?:[A-Z]\w*(?:\. ?| ))*?(?P<surname>[A-Z][\w-]{3,})$"
)
_QUOTED_END = re.compile(r'"([^"]{3,40})"?$')


def told_again(text: str, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Acronyms in brackets after a name, quoted names and mottoes, there and wherever they come again.

    What the words beside a quoted name say of it goes before what its like was called.
    """
    named: dict[str, Candidate] = {}
    explained = {(c.start, c.end) for c in found if c.evidence == "quoted"}
    capitals = set(_CAPITALS.findall(text))
    persons = set(_given().findall(text))
    for candidate in found:
        for short in _short_names(text, candidate):
            named.setdefault(short, _inner(short, candidate, found))
    for candidate in found:
        acronym = acronym_of(_PATRON.sub("", candidate.name))
        other = is_listed(acronym) and type_listed(acronym) != candidate.type
        # "LLP" is no "Lugansk Locomotive Plant".
        form = legal_forms().get(acronym)
        other = other or (form is not None and form["type"] == "company")
        if acronym in capitals and not other and not is_people_or_place(acronym):
            named.setdefault(acronym, candidate)
    for start, end, short in phrase_index(named, lower=False).find(text):
        other = (
            _opens_a_name(text, start, end)
            or text[end : end + 1] in ("-", "_")
            or _SURNAME.match(text, end) is not None
        )
        quoted = text[start - 1 : start] == '"' == text[end : end + 1]
        other = other or _opens_another(text, start) or (short in persons and not quoted)
        if not other and (start, end) not in explained:
            yield from _meant(text, start, end, named[short])


# "Gylym" inside "Gylym ordasy"; not "KSU has three thousand students".
_LONGER_NAME = re.compile(r"(?: [\w-]+){1,2}\"")


def _opens_a_name(text: str, start: int, end: int) -> bool:
    """Whether a short name but opens a longer one in quotes."""
    return text[start - 1 : start] == '"' and _LONGER_NAME.match(text, end) is not None


# "Aliya" is an ensemble's name, and in "Aliya | Moldagulova" a person's.
_SURNAME = re.compile(rf" [A-Z][a-z]+(?:{any_of(person_endings('surname'))})(?![\w-])")
_NOUN_BEFORE = re.compile(r"(?<![\w-])(?P<noun>[a-z]+) (?P<quote>\"?)$")
_NOUN_REACH = 25


@cache
def _given() -> re.Pattern[str]:
    """The given names that stand before a surname: "Aliya" is no ensemble where "Aliya Moldagulova" is told."""
    surname = rf"[A-Z][a-z]+(?:{any_of(person_endings('surname'))})"
    return re.compile(rf"(?<![\w-])([A-Z][a-z]+)(?= {surname}(?![\w-]))")


_TWO_WORDS = re.compile(r"[\w-]+ [\w-]+")


def _opens_another(text: str, start: int) -> bool:
    """Whether a short name and the word behind it are a state's or the like: "the | Alash | Autonomy"."""
    pair = _TWO_WORDS.match(text, start)
    return pair is not None and pair[0].lower() in blocked()


def _meant(text: str, start: int, end: int, body: Candidate) -> Iterator[Candidate]:
    """A short name told again, unless the noun before it says that another bears it: "the cafe «Gulder»"."""
    before = _NOUN_BEFORE.search(text, max(0, start - _NOUN_REACH), start)
    noun = before["noun"] if before else ""
    kind = type_of_head(noun)
    if kind and (kind == "media") != (body.type == "media"):
        yield Candidate(start, end, text[start:end], kind, "told-again")  # type: ignore[arg-type]
    elif not (before and before["quote"] and noun in word_set("work")):
        yield Candidate(start, end, body.name, body.type, "told-again")


# Acronyms that nothing in brackets explains: "teachers of NKSU". Two letters stand for too much.
_CAPITALS = re.compile(r"[A-Z](?<![\w.-][A-Z])[A-Z]{2,}(?![\w.-]\w)")
# A patron is none of the letters: "SKSU" of "M. Auezov South Kazakhstan State University".
_PATRON = re.compile(rf" named (?:after|for|by) .*|^(?:{INITIAL} ?)+[A-Z][\w-]+ ")


def _inner(short: str, candidate: Candidate, found: Sequence[Candidate]) -> Candidate:
    """The body that a bracket means: "Secretariat of the Assembly of People (AP)" is the assembly's."""
    if short in (acronym_of(candidate.name), candidate.name):
        return candidate
    parts = candidate.name.split(" of ")
    inner = (canonical_name(" of ".join(parts[i:])) for i in range(1, len(parts)))
    name = next((n for n in inner if short == acronym_of(n) or stands_for(short, n)), None)
    if name is None:
        return candidate
    told = next((other.type for other in found if other.name == name), None)
    kind = told or type_listed(name) or candidate.type
    return replace(candidate, name=name, type=kind)  # type: ignore[arg-type]


def _short_names(text: str, candidate: Candidate) -> Iterator[str]:
    bracket = _BRACKETED.match(text, candidate.end)
    if bracket and _is_short(bracket[1], candidate):
        yield bracket[1]
    seated = _WITH_SEAT.match(text, candidate.end)
    if seated and seated["seat"].lower() in places() and _is_short(seated["short"], candidate):
        yield seated["short"]
    beside = _BESIDE.match(text, candidate.end)
    if beside and (
        beside["told"] or beside["short_for"] or abbreviates(beside["short"], candidate.name)
    ):
        yield beside["short"]
    yield from _other_names(text, candidate)
    called = _CALLED.match(text, candidate.end)
    if called and not is_people_or_place(called["bracketed"] or called["called"]):
        yield called["bracketed"] or called["called"]
    before = _EXPLAINED.search(text, max(0, candidate.start - _EXPLAINED_REACH), candidate.start)
    closed = _CLOSED.match(text, candidate.end)
    if before and closed and (before["bracket"] or _begins(before["short"], candidate.name)):
        yield before["short"]
    syllables = _SYLLABLES.search(text, max(0, candidate.start - _EXPLAINED_REACH), candidate.start)
    if syllables and closed and _lists_as(syllables["short"], candidate):
        yield syllables["short"]
    if memorial := _MEMORIAL.search(candidate.name):
        yield f"{memorial['surname']} {memorial['head']}"
        yield f"{memorial['surname']} {memorial['head'].lower()}"
    if motto := _QUOTED_END.search(text[candidate.start : candidate.end]):
        yield motto[1]
    elif text[candidate.start - 1 : candidate.start] == '"' and not _is_another(candidate.name):
        yield text[candidate.start : candidate.end]


_OF_A_PERSON = re.compile(rf"(?:{INITIAL} ?)+[A-Z]")


def _is_another(quoted: str) -> bool:
    """Whether a name without its quotes is a people's, place's or person's: the fund "T. Ryskulov"."""
    return is_people_or_place(quoted) or _OF_A_PERSON.match(quoted) is not None


def _lists_as(short: str, candidate: Candidate) -> bool:
    """Whether the lexicon has a short name for a body of the type and first letter of the one behind it."""
    return type_listed(short) == candidate.type and _begins(short, candidate.name)


def _begins(letters: str, name: str) -> bool:
    """Whether letters begin as a name does, in English or in Russian: "GITIS, the State Institute"."""
    first = name.split()[0]
    return letters[0] == first[0] or letters[0] == _IN_RUSSIAN.get(first)


# First words of bodies whose Russian begins with another letter: "VGIK", "GITIS", "TsSU", "NKPS".
_IN_RUSSIAN = {
    "All-Union": "V",
    "All-Russian": "V",
    "Central": "T",
    "Chief": "G",
    "Higher": "V",
    "Main": "G",
    "People's": "N",
    "Scientific": "N",
    "State": "G",
    "United": "O",
    "World": "V",
}


# "Kairat was founded in 1954 under the name Lokomotiv", "Nur Otan changed its name to Amanat".
_RENAMED = re.compile(
    r"\"?(?:,? (?:was|were|is|has been))?"
    r"(?: (?:founded|established|created|formed|opened|organi[sz]ed)(?: [^.;\"]{1,45}?)??)?"
    r"(?: (?:in|on|since) (?:[A-Z][a-z]+ )?(?:\d{1,2} )?(?:[A-Z][a-z]+ )?\d{4})?,?(?: (?:later|then|soon|officially))?"
    r" (?:renamed(?: (?:as|to|into))?|changed its name to|under the name(?: of)?"
    r"|(?:received|took|bore) the name(?: of)?)"
    r"(?: the)? \"?(?P<name>[A-Z][\w-]+(?: [A-Z][\w-]+){0,3})\"?(?=[,.;)]| (?:in|on|and|by)\b|$)"
)
# "«Aiel Tengdigi» («Women's Equality»)".
_GLOSS = re.compile(r"\" \(\"(?P<name>[A-Z][^\"()]{2,60})\"\)")


def _other_names(text: str, candidate: Candidate) -> Iterator[str]:
    """An earlier or later name without quotes, and what a quoted name means, in brackets behind it."""
    renamed = _RENAMED.match(text, candidate.end)
    if renamed and not is_people_or_place(renamed["name"]):
        yield renamed["name"]
    if gloss := _GLOSS.match(text, candidate.end):
        yield gloss["name"]


def _is_short(bracketed: str, candidate: Candidate) -> bool:
    """Whether what stands in brackets behind a name is its short form: an acronym, a listed name."""
    capitals = sum(map(str.isupper, bracketed))
    made = bracketed == acronym_of(candidate.name) or abbreviates(bracketed, candidate.name)
    known = is_listed(bracketed) or is_shortened(bracketed)
    # "Indiana University | (USA)"
    if is_people_or_place(bracketed) and not (made or known):
        return False
    syllable = bracketed[:_SYLLABLE] == candidate.name[:_SYLLABLE] and bracketed.isalpha()
    upper = bracketed.replace(" ", "").isupper()
    return upper or capitals > 2 or made or syllable or known


# The letters of "Kazselbank" that are those of "Kazakh Agricultural Bank".
_SYLLABLE = 3


def definite(words: Sequence[Word], found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Capitalised heads with "the" that mean the body told last with such a head: "the Association"."""
    after = 1
    for index in head_places(words):
        match = head_at(words, index) if index >= after else None
        if match is None:
            continue
        row, after = match
        if _stands_alone(words, index, after):
            start, end = words[index].start, words[after - 1].end
            told = [c for c in found if c.end <= start and _headed_by(c.name, row["head"])]
            # "Kazakh Branch of the Academy of Sciences" is a branch first of all.
            own = [c for c in told if _headed_by(c.name.partition(" of ")[0] + " ", row["head"])]
            told = own or told
            if told:
                yield Candidate(start, end, told[-1].name, told[-1].type, "told-again")


def _stands_alone(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether a capitalised head has "the" before it and no capital, quote or "of" behind."""
    name = words[start:end]
    if words[start - 1].lower != "the" or not all(w.capital for w in name) or name[0].first:
        return False
    if " ".join(word.lower for word in name) in word_set("common"):
        return False
    following = words[end : end + 1]
    if following and _led_by(words, start, end):
        return True
    return not following or not (
        following[0].capital or following[0].text == '"' or following[0].lower in ("of", "for")
    )


def _led_by(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether who leads a body follows it: "the chairman of the | Assembly | N. Nazarbayev"."""
    post = [word.lower for word in words[max(0, start - 3) : start]]
    name = words[end : end + 2]
    led = len(post) == len(_POST) and post[0] in roles() and post[1:] == ["of", "the"]
    person = len(name) > 1 and name[0].capital and name[1].capital
    surname = person and name[1].lower.endswith(person_endings("surname"))
    return led and person and (name[0].initial or surname)


# A role, "of" and "the".
_POST = ("role", "of", "the")


def _headed_by(name: str, head: str) -> bool:
    """Whether a fuller name has a head: "World Association of Kazakhs"."""
    return name.lower() != head and re.search(rf"\b{head}\b", name.lower()) is not None
