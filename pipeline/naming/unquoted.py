"""Unquoted names that the words beside them tell: "Talgar Agro LLP", "Azat, a civic movement", "BNews.kz reports"."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from pipeline.alternatives import any_of
from pipeline.anchors import Anchored
from pipeline.naming.candidates import Candidate
from pipeline.naming.nouns import (
    BARE_TYPES,
    heads,
    legal_forms,
    person_endings,
    singular_heads,
    type_of,
    word_set,
)
from pipeline.naming.words import INITIAL
from pipeline.normalising.gazetteer import is_people_or_place
from pipeline.normalising.names import canonical_name
from pipeline.records import OrganizationType


@cache
def _formed() -> re.Pattern[str]:
    forms = any_of(legal_forms())
    person = rf"(?P<person>(?:{INITIAL} ?){{1,2}})"
    return re.compile(
        rf"(?<![\w.-]){person}?[A-Z][\w-]+(?: [A-Z][\w-]+){{0,3}} (?P<form>{forms})\b"
        # 'the Polish | NCC "Polonia"'
        r"(?! \"\w)"
    )


def formed(text: str) -> Iterator[Candidate]:
    """Unquoted names with a legal form behind, before or joined: "Talgar Agro LLP", "LLP Zhanar", "Astana-Bank"."""
    yield from _beside_forms(text) if any(form in text for form in legal_forms()) else ()
    if any(f"-{ending}" in text for ending in _HYPHENED_TYPES):
        for match in _HYPHENED.finditer(text):
            yield Candidate(*match.span(), match[0], _HYPHENED_TYPES[match[1]], "legal-form")
    for match in _HOUSE.finditer(text):
        yield Candidate(*match.span(), match[0], "company", "legal-form")
    for match in _RADIO.finditer(text) if "Radio " in text else ():
        if is_people_or_place(match[1]):
            yield Candidate(*match.span(), match[0], "media", "legal-form")


# "Radio Yerevan".
_RADIO = re.compile(r"(?<![\w-])Radio ([A-Z][\w-]+)(?! [A-Z])(?![\w'-])")
# A trading house by its family: "Pleshcheyev and Sons", "Stucken & Co.".
_HOUSE = re.compile(
    r"(?<![\w-])(?:[A-Z]\. ?){0,2}[A-Z][\w-]+ (?:(?:and|&) Sons?|& Co\b\.?|& Brothers)(?![\w-])"
)


def _beside_forms(text: str) -> Iterator[Candidate]:
    for match in _formed().finditer(text):
        first = match[0].split()[0]
        # "JSC | NC" is but forms.
        if first in word_set("outside") or first in legal_forms():
            continue
        # '"Mektep" | Publishing House LLP'
        noun = match[0].removesuffix(match["form"]).strip().lower()
        if noun in heads() and text.endswith('" ', 0, match.start()):
            continue
        kind = legal_forms()[match["form"]]["type"]
        # Letters behind a person honoured are a university's: "A. Baitursynov KSU".
        kind = "education" if match["person"] and match["form"].endswith("U") else kind
        yield Candidate(*match.span(), match[0], kind, "legal-form")  # type: ignore[arg-type]
    for match in _form_before().finditer(text):
        # "JSC National | company «Kazgeology»"
        other = match["name"] in word_set("outside") or match["name"] in word_set("plain")
        if not other and not is_people_or_place(match["name"]):
            name, kind = _without_leader(match["name"]), legal_forms()[match["form"]]["type"]
            start = match.start("name")
            yield Candidate(start, start + len(name), name, kind, "legal-form")  # type: ignore[arg-type]


def _without_leader(name: str) -> str:
    """The first of three capitals where the others are a person: "KazSu | Erlan Mukashev"."""
    first, *person = name.split()
    full = len(person) == _FULL_NAME and person[-1].lower().endswith(person_endings("surname"))
    return first if full else name


# A given name and a surname.
_FULL_NAME = 2


@cache
def _form_before() -> re.Pattern[str]:
    forms = any_of(legal_forms())
    word = rf"(?!(?:{forms})(?!\w))[A-Z][\w-]+"
    name = rf"{word}(?: {word}){{0,2}}"
    # '"KazGas" JSC | Erlan Mukashev': the form is of the quoted name.
    return re.compile(
        rf"(?<![\w-])(?<!\" )(?P<form>{forms})(?: (?:{forms})){{0,3}} (?P<name>{name})(?: (?:{forms}))?(?![\w-])"
    )


# "KRAMDS-Bank", "Zhan-TV".
_HYPHENED_TYPES: Mapping[str, OrganizationType] = {
    **dict.fromkeys(("Bank", "Gas", "Holding", "Invest", "Oil", "Press", "Werke"), "company"),
    "Film": "culture",
    "TV": "media",
}
_HYPHENED = re.compile(rf"(?<![\w-])[A-Z][\w]+-({'|'.join(_HYPHENED_TYPES)})(?![\w-])")


# What the press is called in another language stands between its name and its noun: "Tirshilik (Life) newspaper".
_PRESS = ("newspaper", "magazine", "journal")
_TRANSLATED = re.compile(
    r"(?<![\w-])([A-Z][\w-]+(?: [A-Z][\w-]+){0,2}) \((?:[Tt]he )?[A-Z][^()\n]{2,40}\) (?:[a-z]+ )?"
    rf"(?:{'|'.join(_PRESS)})\b"
)


def translated(text: str) -> Iterator[Candidate]:
    """Names of the press with their translation in brackets before the noun."""
    if not any(noun in text for noun in _PRESS):
        return
    for match in _TRANSLATED.finditer(text):
        yield Candidate(*match.span(1), match[1], "media", "named-before")


# A site that reports: "the correspondent of Dalanews.kz", "Qalanews.kz reports".
_DOMAINS = (".kz", ".com", ".ru", ".org", ".info", ".net")
_SITE = re.compile(rf"(?<![\w./@-])[A-Za-z0-9][\w-]*(?:{any_of(_DOMAINS)})\b(?![/\w])")
_REPORTS_BEFORE = re.compile(
    r"\b(?:portal|web-?site|site|agency|newspaper|resource|edition|correspondent of"
    r"|report(?:s|ed)(?: by)?|informs|writes|wrote"
    r"|told(?: to)?|editor of|journalists? of|according to|with reference to) (?:the )?\"?$",
    re.IGNORECASE,
)
_REPORTS_BEHIND = re.compile(
    r"\"? (?:correspondent|journalist|portal|site|agency|reports?|reported|informs|informed|writes|wrote)\b"
)

_REPORTS_REACH = 40


def sites(text: str) -> Iterator[Candidate]:
    """News sites by their domain, where something is said of them that the press does."""
    for match in _SITE.finditer(text) if any(domain in text for domain in _DOMAINS) else ():
        before = _REPORTS_BEFORE.search(text, max(0, match.start() - _REPORTS_REACH), match.start())
        if before or _REPORTS_BEHIND.match(text, match.end()):
            yield Candidate(*match.span(), match[0], "media", "apposed")


@cache
def _apposition() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w-])([A-Z][\w-]+(?: [A-Z][\w-]+)?), (?:an?|the) (?:(?!of )[a-z-]+ ){{0,2}}?({singular_heads()})"
        r"(?: (of|for) [^,.;]{3,60}?)?"
        r"(?=[,.;]| (?:which|that|whose|where|in wh(?:ich|ose)|and|for|founded|created|led|headed|directed|edited"
        r"|run|registered|born|its|their|his)\b)"
    )


@cache
def _behind_noun() -> re.Pattern[str]:
    name = r"([A-Z][\w-]+(?: [A-Z][\w-]+){0,2})"
    return re.compile(
        r"\b(an?|its|their|own|one|the (?:first|only|oldest))"
        rf" (?:[a-z-]+ ){{0,2}}?({singular_heads()})(?: of [a-z]+(?: [a-z]+)?)?, (?:the )?"
        rf"{name}(?=[,.;:])"
    )


@cache
def _called() -> Anchored:
    pattern = (
        rf"\b(?:[Aa]n?|[Ii]ts|[Tt]heir|own|one|(?P<known>[Tt]he)) (?:[a-z-]+ ){{0,2}}?(?P<head>{singular_heads()})"
        r"(?: of [A-Za-z-]+(?: [a-z-]+)?)?,? (?(known)known as|(?:called|named|known as))"
        r" (?P<name>[A-Z][\w-]+(?: [A-Z][\w-]+){0,2})(?![\w'-])"
    )
    return Anchored(re.compile(pattern), frozenset(("called", "named", "known")), _CALLED_REACH)


_CALLED_REACH = 120


def called(text: str) -> Iterator[Candidate]:
    """Unquoted names that a noun is called by: "an orchestra called Kuy", "its school named Bilim"; no surname."""
    for match in _called().finditer(text):
        row = heads()[match["head"]]
        surname = " " in match["name"] and match["name"].lower().endswith(person_endings("surname"))
        told = row["takes_name"] == "yes" or match["known"]
        if told and not surname and not is_people_or_place(match["name"]):
            kind = type_of(match["name"], row)
            yield Candidate(*match.span("name"), canonical_name(match["name"]), kind, "apposed")


_WHERE = re.compile(r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Ff]rom|[Tt]o) $")
_WHERE_REACH = 6
# "In Kounrad, a mine".
_PLACED = ("In ", "At ", "Near ", "From ", "To ")


def _is_where(text: str, start: int) -> bool:
    """Whether a preposition of place stands before a name."""
    return _WHERE.search(text, max(0, start - _WHERE_REACH), start) is not None


def apposed(text: str) -> Iterator[Candidate]:
    """Unquoted names that an apposition explains: "Azat, a civic movement", "a journal, Altyn Besik"."""
    for match in _behind_noun().finditer(text):
        row = heads()[match[2]]
        # Behind "a school" may stand its master; "the one university" is named.
        single = match[1] == "one" and row["takes_name"] == "yes"
        # "Its press service, Dana Iskakova, …"
        if " " in match[3] and match[3].lower().endswith(person_endings("surname")):
            continue
        if (single or row["type"] == "media") and not is_people_or_place(match[3]):
            kind = type_of(match[3], row)
            yield Candidate(*match.span(3), canonical_name(match[3]), kind, "apposed")
    for match in _apposition().finditer(text):
        row = heads()[match[2]]
        # Before "a school" stands its village or master, too; "a school for girls" is called so.
        taught = row["type"] == "education" and match[3] == "for"
        if (
            row["takes_name"] == "yes"
            and (row["type"] in BARE_TYPES or (taught and not _is_where(text, match.start())))
            and not is_people_or_place(match[1])
            and match[1] not in word_set("outside")
            and not match[1].startswith(_PLACED)
        ):
            yield Candidate(
                *match.span(1), canonical_name(match[1]), type_of(match[1], row), "apposed"
            )
