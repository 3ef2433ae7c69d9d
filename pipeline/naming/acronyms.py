"""Letters that name a body which nothing explains: "teachers of NKSU", "a spokesman for ODIHR"."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

from pipeline.lexicons import table
from pipeline.naming.candidates import Candidate
from pipeline.naming.listed import is_listed
from pipeline.naming.nouns import legal_forms, person_endings, word_set
from pipeline.naming.words import roles
from pipeline.naming.work_titles import names_a_work
from pipeline.normalising.gazetteer import is_people_or_place
from pipeline.normalising.names import acronym_of
from pipeline.records import OrganizationType

# The state whose a body is, in letters behind its own: "NKO | USSR", "MVSSO | KazSSR".
_STATE = r" (?:USSR|RSFSR|(?:Kaz|Uz|Kirg|Kyrg)SSR|KASSR|RK|RAN)\b"
# Three capitals side by side at least, or small letters among them: "ODIHR", "NKZem", "KazNIIZh". Another capital
# beside them is a person's ("Aigul SARSENOVA") or a longer name's; a digit behind a hyphen tells a make or a road.
_LETTERS = re.compile(
    r"(?<![\w./@&-])(?<![a-z] [A-Z]\. )(?=[A-Za-z]{3,9}\b)"
    r"(?P<letters>(?:[A-Z]{3,}|[A-Z][a-z]{0,4}[A-Z]{2,}|[A-Z]{2,}[A-Z][a-z]{1,3})[a-z]{0,2})"
    rf"(?:(?P<state>{_STATE})|(?![\w@&/-]|\.\w| [A-Z](?!h?\.)|'[a-z]{{2}}))"
)
_ROMAN = re.compile(r"[IVXLCM]+(?:th|st|nd|rd)?")
# A name or an initial before the letters: "Saule SARSENOVA".
_CAPITAL_BEFORE = re.compile(r"(?<![\w-])([A-Z][\w-]*\.?) ?$")
_BEFORE_REACH = 30
# A word in capitals that heads a paragraph or is quoted: "SEA. The water left", "her own name: BATIMA."
_HEADS_BEFORE = re.compile(r"(?:^|\n|: )$")
_HEADS_BEHIND = re.compile(r"[.:\n]|$")
# "The rector of RUDN | V. Filippov": behind a post initials are of who holds it, else of a surname in capitals.
_INITIAL_BEHIND = re.compile(r" [A-Z]h?\.")
_POST_BEFORE = re.compile(r"\b([a-z]+) (?:of|at) (?:the )?$")
_VOWEL = re.compile(r"[AEIOUY]")


def acronyms(text: str) -> Iterator[Candidate]:
    """The letters in a text that no lexicon knows, as names of bodies."""
    for match in _LETTERS.finditer(text):
        letters = match["letters"]
        before = text[max(0, match.start() - _BEFORE_REACH) : match.start()]
        if patron := _patron(letters, before):
            start = match.start() - len(patron)
            yield Candidate(start, match.end(), text[start : match.end()], "education", "acronym")
            continue
        if match["state"] and letters in word_set("code"):
            continue
        if _is_other(letters) or _in_a_name(before) or _is_heading(match, before):
            continue
        if _of_a_person(match, before) or _is_a_work(match) or _is_a_form(match, before):
            continue
        kind = _type_of(letters, before, _OF_A_STATE[match["state"]])
        yield Candidate(*match.span(), match[0], kind, "acronym")
        spelt = _SPELT_OUT.match(text, match.end())
        if spelt and acronym_of(spelt["name"]) == letters:
            yield Candidate(*spelt.span("name"), spelt["name"], kind, "acronym")


# What a body is by the letters behind its own: the state's, the academy's, or nobody's.
_OF_A_STATE: Mapping[str | None, OrganizationType] = defaultdict(
    lambda: "government", {None: "other", " RAN": "education"}
)
# What the letters are of, in brackets: "ESEP (Elin Suigen Erler Partiyasy)".
_SPELT_OUT = re.compile(r"\"? \(\"?(?P<name>[A-Z][\w-]+(?: [\w-]+){1,7})\"?\)")


# The patron of a university: "S. Toraighyrov | PSU".
_PATRON = re.compile(r"(?<![\w.-])(?P<initials>(?:[A-Z]h?\. ?){1,2})?(?P<name>[A-Z][\w-]{3,}) $")


def _patron(letters: str, before: str) -> str:
    """The patron before a university's letters, which are listed nowhere: a surname, or initials before a name."""
    patron = _PATRON.search(before) if letters.endswith("U") and not _is_other(letters) else None
    if patron is None:
        return ""
    known = patron["initials"] or patron["name"].lower().endswith(person_endings("surname"))
    return patron[0] if known else ""


def _in_a_name(before: str) -> bool:
    """Whether another capital stands right before, but one that opens the sentence."""
    capital = _CAPITAL_BEFORE.search(before)
    return capital is not None and capital[1] not in word_set("outside")


def _of_a_person(match: re.Match[str], before: str) -> bool:
    """Whether letters are a surname with its initials behind: "SARSENOVA | A. wrote"."""
    post = _POST_BEFORE.search(before)
    held = post is not None and post[1] in roles()
    return not held and _INITIAL_BEHIND.match(match.string, match.end()) is not None


def _is_a_work(match: re.Match[str]) -> bool:
    """Whether letters in quotes are called what is no body: 'the reactor "IGR"'."""
    quote = match.start() - 1
    return match.string.startswith('"', max(0, quote)) and names_a_work(match.string, quote)


# "NPO | "Biofizpribor"", but "the newspaper of KTRK "Tan"".
_QUOTE_BEHIND = re.compile(r' "[A-Z]')
_OWNS = re.compile(r"\b(?:of|from) (?:the )?$")


def _is_a_form(match: re.Match[str], before: str) -> bool:
    """Whether letters but tell what the body quoted behind them is."""
    quoted = _QUOTE_BEHIND.match(match.string, match.end()) is not None
    return quoted and _OWNS.search(before) is None


def _is_heading(match: re.Match[str], before: str) -> bool:
    """Whether a word that can be spoken stands alone before its text, or is what was written."""
    behind = _HEADS_BEHIND.match(match.string, match.end())
    alone = behind and _HEADS_BEFORE.search(before)
    return bool(alone) and _VOWEL.search(match[0]) is not None


def _is_other(letters: str) -> bool:
    """Whether letters are a number, an abbreviation that is no body, a legal form, or what a list tells of."""
    known = letters in _other_letters() or letters in legal_forms() or is_listed(letters)
    return known or is_people_or_place(letters) or _ROMAN.fullmatch(letters) is not None


@cache
def _other_letters() -> frozenset[str]:
    return frozenset(row["form"] for row in table("capitals") if row["use"] == "letters")


# What is said before the letters of a body of a kind, and how the letters themselves begin or end.
_SAID_BEFORE: tuple[tuple[re.Pattern[str], OrganizationType], ...] = (
    (
        re.compile(
            r"\b(?:students?|pupils|graduates?|rector|vice-rector|teachers?|lecturers?|professors?|dean|faculty"
            r"|fellows?|cadets)"
            r"(?: [a-z-]+)? (?:of|at|from|in) (?:the )?$"
        ),
        "education",
    ),
    (
        re.compile(
            r"\b(?:correspondents?|journalists?|editor|reporters?|news) (?:of|for) (?:the )?$"
        ),
        "media",
    ),
    (re.compile(r"\b(?:[Dd]eputy|[Dd]eputies|session|speaker) of (?:the )?$"), "assembly"),
    (re.compile(r"\b(?:plants?|workers|miners|shares|shareholders) of (?:the )?$"), "company"),
)
_SPELT: tuple[tuple[re.Pattern[str], OrganizationType], ...] = (
    (re.compile(r"^V?NII|(?:NII|IIK|[GNSM]U|PI|VUZ)$"), "education"),
    (
        re.compile(r"^(?:NK[A-Z]|Glav)|(?:CIK|TsIK|CEC)$|MID$|^(?:MVD|MFA|MIA|MES|MCI|GRU|CSU)$"),
        "government",
    ),
    (re.compile(r"^TsK|KPSS$"), "party"),
    (re.compile(r"T[VR]K?$"), "media"),
)


def _type_of(letters: str, before: str, usual: OrganizationType) -> OrganizationType:
    for pattern, kind in _SAID_BEFORE:
        if pattern.search(before):
            return kind
    return next((kind for pattern, kind in _SPELT if pattern.search(letters)), usual)
