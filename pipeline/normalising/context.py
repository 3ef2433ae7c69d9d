"""What a number counts, told from the words after it by the lexicons alone (no parse needed)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from pipeline.lexicons import table, values
from pipeline.normalising.gazetteer import places
from pipeline.records import PopulationKind, Unit

_WORD = re.compile(r"(?:[^\S\n]+|[-–])(\"?[A-Za-z][\w'-]*\"?)")
_REACH = 6


# Bodies of people that a number before them is the strength of: "a 40,000-strong army", "the 20-thousandth host".
HOSTS = (
    r"(?:army|armies|troops?|detachments?|forces?|garrison|corps|cavalry|horde|host|militia|crowd|delegation|party"
    r"|regiment|squad)"
)


@dataclass(frozen=True, slots=True)
class PersonNoun:
    """A noun counted as people: a row of person_nouns.tsv or ethnonyms.tsv."""

    kind: PopulationKind | None
    group: str | None
    unit: Unit
    ethnic: bool = False


@cache
def person_nouns() -> Mapping[str, PersonNoun]:
    """Plural form (lower case) to what it counts; ethnonyms win over common nouns."""
    found: dict[str, PersonNoun] = {}
    for row in table("ethnonyms"):
        for form in values(row["plural"]):
            found.setdefault(form.lower(), PersonNoun(None, row["group"], "persons", True))
    for row in table("person_nouns"):
        kind = None if row["kind"] == "neutral" else row["kind"]
        noun = PersonNoun(kind, row["group"] or None, row["unit"])  # type: ignore[arg-type]
        for form in values(row["plural"]):
            found.setdefault(form.lower(), noun)
    return found


@cache
def blockers() -> frozenset[str]:
    """Plurals (and units) that are counted but are no people."""
    rows = table("quantity_blockers")
    return frozenset(form.lower() for row in rows for form in values(row["plural"]))


@cache
def closing_words() -> frozenset[str]:
    """Words that end the phrase behind a number."""
    return frozenset(row["word"] for row in table("closing_words"))


# Endings of plurals that name people; a noun of the lexicons, things in "-ers" among them, never comes here.
_PERSON_SUFFIX = re.compile(
    r"[a-z](?:men|women|[a-z]{2}ers|[a-z][a-np-z]ors|[a-z]ists|[a-z](?:ic|ar|or)ians|eers|smiths|keepers|dwellers|mates|hands|holders|goers|workers|makers"
    r"|players|seekers|growers|breeders|lovers|leaders|bearers|riders|masters|folk)$"
    # Townsfolk and followers, told by their capital: "Almatians", "Trotskyites".
    r"|^[A-Z][a-z]{3,}(?:ians|ites)$"
)


# "27 karagandians": townsfolk in small letters, by the name of a town without its last letters ("Semipalatin|sk").
_TOWNSFOLK = re.compile(r"(?P<town>[a-z]{3,20}?)(?:i|d)ans")
_ENDING, _SHORTEST_STEM = 3, 5


def _is_of_a_town(word: str) -> bool:
    townsfolk = _TOWNSFOLK.fullmatch(word)
    return townsfolk is not None and townsfolk["town"] in _town_stems()


@cache
def _town_stems() -> frozenset[str]:
    return frozenset(
        name[: len(name) - cut]
        for name in places()
        if name.isalpha()
        for cut in range(_ENDING + 1)
        if len(name) - cut >= _SHORTEST_STEM - (not cut)
    )


@dataclass(frozen=True, slots=True)
class Head:
    """The counted noun at `start:end`; `noun` is null for a thing that is no person."""

    start: int
    end: int
    noun: PersonNoun | None


_OF_THE = re.compile(r"\s+of(?: (?:the|these|those|all|its|his|her|their|our))?(?= )")
# "77.1 thousand | ten years later": how much later a number of what stood before was counted.
_LATER = re.compile(r" [a-z]+ (?:years|months|weeks|days) (?:later|before|earlier)\b")
# "Polish and German households": two adjectives of peoples before their noun.
_OF_PEOPLE = r"(?:non-)?[A-Z][a-z]+(?:n|sh|ch|se|i|k|c|zh|[ai]r|yz|hay|[aru]t)"
_TWO_ADJECTIVES = re.compile(rf"(?:, {_OF_PEOPLE}){{0,3}} and(?= {_OF_PEOPLE}(?:s\b| [A-Za-z]))")


def counted_head(text: str, end: int) -> Head | None:
    """The noun that a number ending at `end` counts: the last known noun of the phrase after it."""
    position, found, passed = _behind_stop(text, end), None, False
    if of := _OF_THE.match(text, position):
        position = of.end()
    for _ in range(0 if _LATER.match(text, position) else _REACH):
        match = _WORD.match(text, position)
        if match is None:
            break
        head = _quoted(text, match.start(1)) or _known(text, match.start(1))
        if head is not None and (passed or found is not None) and _tells_state(head, text):
            # "142 plants evacuated", "30 families homeless": what is counted stood before.
            break
        if head is not None:
            found, position = head, head.end
            if not _compound_follows(text, head):
                break
            continue
        people = _PERSON_SUFFIX.search(match[1]) or _is_of_a_town(match[1])
        if found is None and not passed and people:
            return Head(match.start(1), match.end(1), _unlisted(match[1]))
        ended = _ends_phrase(match[1], passed=passed) or _begins_their_number(text, match.start(1))
        if found is not None or ended:
            break
        # "17 societies enters": a word like a plural is what is counted, known or not.
        passed = passed or match[1].endswith("s")
        position = match.end()
        if match[1][0].isupper() and (two := _TWO_ADJECTIVES.match(text, position)):
            position = two.end()
    return found


_THEIR_NUMBER = re.compile(r"number of (?:the |all )?(?P<who>[\w-]+)")


def _begins_their_number(text: str, start: int) -> bool:
    """Whether a year, not a count, stands before a number of people: "with 1926 | number of Kazakhs fell"."""
    named = _THEIR_NUMBER.match(text, start)
    noun = person_nouns().get(named["who"].lower()) if named else None
    return noun is not None and noun.group is not None


def _ends_phrase(word: str, *, passed: bool) -> bool:
    """Whether a word ends the phrase behind a number; "of" does behind a plural: "80 diaries | of soldiers"."""
    return word.lower() in closing_words() or word.startswith('"') or (passed and word == "of")


def _unlisted(plural: str) -> PersonNoun:
    """People of a noun that no lexicon has: "beekeepers"; "Leningraders" may live there or have left."""
    if plural.istitle():
        return PersonNoun(None, plural, "persons")
    return PersonNoun("other", plural.lower(), "persons")


@cache
def abbreviated_multipliers() -> frozenset[str]:
    """Multipliers that are written with a full stop, lower case: "thous", "mln"."""
    rows = table("multipliers")
    return frozenset(r["form"].lower() for r in rows if r["abbreviated"] in ("yes", "stop"))


def _behind_stop(text: str, end: int) -> int:
    """The end of a number with the stop of its abbreviation, where people follow: "750 thous. | Kazakhs"."""
    word = _LAST_WORD.search(text, max(0, end - _LONGEST_ABBREVIATION), end)
    stopped = text.startswith(". ", end) and word is not None
    if not stopped or word[0].lower() not in abbreviated_multipliers():  # type: ignore[index]
        return end
    adjective = _ADJECTIVE.match(text, end + 2)
    behind = adjective.end() if adjective and adjective[1].lower() not in closing_words() else 0
    return end + 1 if _known(text, end + 2) or (behind and _known(text, behind)) else end


# "500 thous. | Soviet citizens", "68 thous. | Adai people".
_ADJECTIVE = re.compile(r"([A-Z][a-z]{2,}(?:n|sh|ch|se|i|k|kh|c|zh|et)) ")
_LAST_WORD = re.compile(r"[^\W\d_]+$")
_LONGEST_ABBREVIATION = 12


def _quoted(text: str, start: int) -> Head | None:
    """A known noun in quotes, with them: "71,000 "labour settlers""."""
    head = _known(text, start + 1) if text[start] == '"' else None
    closed = head is not None and text.startswith('"', head.end)
    return Head(start, head.end + 1, head.noun) if head and closed else None


# What people are, no name of theirs behind another one.
_STATES = frozenset(("wounded", "dead", "missing", "homeless", "sick", "disabled"))


def _tells_state(head: Head, text: str) -> bool:
    form = text[head.start : head.end].lower()
    return form in _STATES or (head.noun is not None and _says_less(form, head.noun))


def _says_less(form: str, noun: PersonNoun) -> bool:
    """Whether a word for people tells what was done to them, and no name of theirs, as "wounded" is."""
    return form.endswith("ed") and noun.group != form


def _known(text: str, start: int) -> Head | None:
    """The longest known noun of one to three words at `start`."""
    words = re.compile(r"[\w'-]+(?: [\w'-]+){0,2}").match(text, start)
    form = words[0] if words else ""
    while form:
        lower = form.lower()
        stopped = text.startswith(".", start + len(form)) and f"{lower}." in person_nouns()
        if stopped or lower in person_nouns():
            written = form + "." * stopped
            return Head(start, start + len(written), person_nouns()[written.lower()])
        if lower in blockers():
            return Head(start, start + len(form), None)
        # "special settlers-Balkars"
        joined = lower.rpartition("-")[0]
        if joined in person_nouns() and " " not in lower[len(joined) :]:
            return Head(start, start + len(form), person_nouns()[joined])
        if _is_compound_thing(lower):
            return Head(start, start + len(form), None)
        form = form.rpartition(" ")[0]
    return None


def _is_compound_thing(word: str) -> bool:
    """Whether one of the two nouns of a compound names things, and the last one no people: "triangles-letters"."""
    first, _, last = word.partition("-")
    if last in person_nouns() or not (first.isalpha() and last.isalpha()):
        return False
    # "First-graders" are no machines.
    persons = _PERSON_SUFFIX.search(last) is not None
    if last in blockers():
        return first.endswith("s") or not persons
    return first in blockers() and not persons


def _compound_follows(text: str, head: Head) -> bool:
    """Whether the next word is itself a known noun ("Kazakh" + "families", "people" + "deputies"); a word for
    things behind a plural of people is a verb: "83 employees answer"."""
    match = re.compile(r" ([A-Za-z][\w'-]*)").match(text, head.end)
    following = _known(text, match.start(1)) if match else None
    if following is None or following.noun is not None:
        return following is not None
    return head.noun is None or not text[: head.end].endswith(("s", "men", "people", "children"))


def counts_something(text: str, end: int) -> bool:
    """Whether a number ending at `end` is followed by what it counts."""
    return counted_head(text, end) is not None


_CLAUSE_NOUN = re.compile(
    r"\b(?:number|numbers|quantity|amount|share|proportion|population|strength|total) of"
    r" (?:the |all |local |ethnic )?(?P<words>(?:[\w'-]+ ?){1,3})",
    re.IGNORECASE,
)


def governed_words(text: str, start: int, end: int) -> str | None:
    """The words after the last "number of", "share of" … of a stretch."""
    matches = list(_CLAUSE_NOUN.finditer(text, start, end))
    return matches[-1]["words"].strip() if matches else None


def noun_in(words: str) -> PersonNoun | None:
    """The person noun that a few words hold: the first that names a group, else the first."""
    lowered = words.lower().split()
    phrases = (
        " ".join(lowered[i : i + size]).strip(",.;:")
        for size in (2, 1)
        for i in range(len(lowered) - size + 1)
    )
    nouns = [(phrase, person_nouns()[phrase]) for phrase in phrases if phrase in person_nouns()]
    # "evacuated children": the participle says less than the noun behind it.
    nouns.sort(key=lambda told: (_says_less(*told), not told[1].group))
    return nouns[0][1] if nouns else None
