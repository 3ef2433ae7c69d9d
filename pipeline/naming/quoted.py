"""Quoted names that the words beside them explain: party "Alash", TOO "Alatau Fruit"."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from pipeline.lexicons import Row
from pipeline.naming.candidates import Candidate
from pipeline.naming.listed import type_listed
from pipeline.naming.nouns import (
    all_heads,
    alternatives,
    heads,
    legal_forms,
    singular_heads,
    type_of,
    word_set,
)
from pipeline.naming.unquoted import BARE_TYPES
from pipeline.normalising.names import canonical_name

# Directions are lost when quotes are made plain: an opening one stands before a word, not behind it.
_QUOTE = re.compile(r'(?<![\w.,!?])"(?=\S)([^"\n]{2,90}?)(?<=\S)"(?!\w)')
_NAME_WORDS = 8
_AROUND = 40
# What is said of the press alone, beside a quoted name.
_PRESS_BEFORE = re.compile(
    r"(?:\b(?:newspapers?|journals?|magazines?|press|editor|editorial|subscribers?)\b[^.\n]{0,60}"
    r"(?:\b(?:in|of|and|,|:) |: [Ii]n [A-Z]?[\w ]{1,25} )"
    r"|\b(?:published|printed|wrote|article|reported|appeared) in (?:the )?"
    r"|\b(?:go|come|goes|went|came) out |\b(?:began|started|continued) to (?:issue|publish|print) "
    r"|\b(?:was|were) (?:printed|issued) )$"
)
_PRESS_AFTER = re.compile(
    r"(?:,? (?:and|which))* (?:wrote|printed|published|reported|goes out|began to (?:come|go) out)\b"
)
# What is said of bodies, right behind or before a quoted name.
_BODY_AFTER = re.compile(
    r"(?: \([^)\n]{1,40}\))?,? (?:which )?(?:(?:was|were|is|had been) )?(?:founded|established|registered|headed"
    r"|led|chaired|disbanded|dissolved)\b"
)
_BODY_BEFORE = re.compile(
    r"\b(?:founded|appeared|arose|established|headed by|leader of|head of) (?:there |here )?$"
)
_LISTED_BY = re.compile(
    r"(?: (?:in|near) [A-Z][\w-]+(?: (?:district|region|city|village))?)?(?: \([^)\n]{1,60}\))?(?:,|;| and|, and)"
    r"(?: in \d{4})?(?: in (?:the )?[A-Z][\w-]+(?: [A-Z][\w-]+)?(?: there (?:was|were|appeared)| appeared"
    r"| came out)?(?: [-–—])?)? "
)
# The same where the next name has a noun of its own: '"Sary-Arka" (Semey), magazine "Abai"'.
_GOES_ON = re.compile(
    r"(?: in [A-Z][\w-]+)?(?: \([^)\n]{1,60}\))?(?:,|;| and|, and)(?: (?:the|a|an))?(?: [a-z-]+){0,2} "
)
# A head told right behind a quoted name: '"Van" in Kostanay (chairman – Gayane Saakyan)'.
_HEADED_AFTER = re.compile(
    r"(?: in [A-Z][\w-]+)?,? \((?:its |the )?(?:chairman|chairwoman|head|president|leader|director)\b"
)


def quoted(text: str) -> Iterator[Candidate]:
    """Names in quotes with a head inside, before or after them, or in a list with such a one."""
    matches = [match for match in _QUOTE.finditer(text) if _may_name(_inner(match))]
    rows = [_row_of(text, _inner(match), match.start(), match.end()) for match in matches]
    for match, row in zip(matches, _shared(text, matches, rows), strict=True):
        if row is not None:
            inner = _inner(match)
            start = match.start(1) + match[1].index(inner)
            # "Tatar-Bashkir center "Duslyk"": the words around a vague head tell what it is.
            around = f"{text[max(0, match.start() - _AROUND) : match.start()]} {inner}"
            kind = type_of(around if row["type"] == "other" else inner, row)
            if kind == "other" and row["head"] in _CENTERS:
                kind = "association"
            name = canonical_name(
                match[1].strip(" ,.")
            )  # with its article, which may hold the capital
            yield Candidate(start, start + len(inner), name, kind, "quoted")


_CENTERS = ("center", "centre")


def joined(text: str, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Quoted names in a list that a found one opens: 'kolkhoz named after Kirov, "Zhana talap" and "Kenes"'."""
    homes = {candidate.end: candidate for candidate in found if candidate.type in BARE_TYPES}
    for match in _QUOTE.finditer(text):
        inner, start = _inner(match), match.start(1)
        low = max(0, match.start() - _AROUND)
        ends = [end for end in homes if low <= end <= match.start()]
        if not ends or not _may_name(inner) or _names_a_work(text, match.start()):
            continue
        home = homes[max(ends)]
        if _LISTED_BY.fullmatch(text, home.end + (text[home.end] == '"'), match.start()):
            name = Candidate(
                start, start + len(match[1]), canonical_name(inner), home.type, "quoted"
            )
            homes[name.end] = name
            yield name


def _inner(match: re.Match[str]) -> str:
    return re.sub(r"^[Tt]he ", "", match[1].strip(" ,."))


def _may_name(inner: str) -> bool:
    return 0 < len(inner.split()) <= _NAME_WORDS and re.search(r"[A-Z]", inner) is not None


def _shared(
    text: str, matches: Sequence[re.Match[str]], rows: Sequence[Row | None]
) -> list[Row | None]:
    """The rows of quoted names, those of a list with one that has a row among them."""
    shared = list(rows)
    for i in range(1, len(matches)):
        between = matches[i - 1].end(), matches[i].start()
        if shared[i] is None and _LISTED_BY.fullmatch(text, *between):
            shared[i] = shared[i - 1]
    for i in range(len(matches) - 2, -1, -1):
        between = matches[i].end(), matches[i + 1].start()
        free = shared[i] is None and not _names_a_work(text, matches[i].start())
        if free and _GOES_ON.fullmatch(text, *between):
            shared[i] = shared[i + 1]
    return shared


@cache
def _work() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?<!museum-)(?:{alternatives(list(word_set('work')))})(?: (?:of|by|from|named))?,? $"
    )


def _names_a_work(text: str, start: int) -> bool:
    """Whether the noun before a quote is of a book, prize, programme …: 'the scholarship "Bolashak"'."""
    works = _work().search(text, max(0, start - _AROUND), start)
    return works is not None and not _VERB_BEFORE.search(text, max(0, start - _AROUND), start)


def works(text: str) -> list[tuple[int, int]]:
    """The titles of books, laws, conferences … in quotes: their capitals make no name of a weak head."""
    return [match.span(1) for match in _QUOTE.finditer(text) if _names_a_work(text, match.start())]


# "In Aktobe works "Sabantuy"": a verb, no works of anybody.
_VERB_BEFORE = re.compile(r"\b[Ii]n (?:[A-Z][\w-]+ |the (?:city|village|region) ){1,2}works $")


def _row_of(text: str, inner: str, start: int, end: int) -> Row | None:
    if _names_a_work(text, start):
        return None
    return (
        _head_inside(inner)
        or _legal_form(text, start)
        or _head_beside(text, start, end)
        or _legal_form_behind(text, end)
        or _as_listed(inner, _told(text, start, end))
    )


def _head_inside(inner: str) -> Row | None:
    """The head of a quoted full name: "Union of Cultural Centers" is headed by its first head noun."""
    match = re.search(rf"\b(?:{singular_heads()})\b", inner, re.IGNORECASE)
    if match is None or not re.search(r" of | [A-Z]|^[A-Z][\w-]+ \w", inner):
        return None
    row = heads()[match[0].lower()]
    numbered = re.match(r" (?:No\.?|№) ?\d", inner[match.end() :])
    return row if row["strength"] == "strong" or numbered else None


@cache
def _before_quote() -> re.Pattern[str]:
    called = r"(?: (?:of|named|called|under the name(?: of)?|with (?:the|a)(?: [a-z]+)? name))?"
    named = rf"{called}(?:[,:]| [-–—])?(?: (?:also|then|first|now|later))? $"
    return re.compile(rf"\b({all_heads()}){named}", re.IGNORECASE)


@cache
def _farther_before_quote() -> re.Pattern[str]:
    """ "the center of adaptation "Asar"", "a party of its own, "Alash""."""
    return re.compile(rf"\b({all_heads()}) of [a-z]+(?: of)?(?: [a-z]+){{0,2}},? $", re.IGNORECASE)


@cache
def _said_to_be() -> re.Pattern[str]:
    """ "The first periodical in the steppe was "Aikap"", "70 kolkhozes, famous of them became "Avangard""."""
    rank = r"(?:first|second|third|oldest|largest|biggest|strongest|best|famous|known|leading|main|only|one)"
    is_one = r"(?:was|is|became|were|are)(?: called| named| considered)? $"
    return re.compile(
        rf"\b(?:{rank} (?:[\w'-]+ ){{0,3}}?({all_heads()})\b[^.;,:\n\"]{{0,60}} {is_one}"
        rf"|({all_heads()})\b[^.;:\n\"]{{0,40}}, (?:the )?(?:most )?{rank}(?: of| among| from)?(?: them| which| these)?"
        rf"[^.;,:\"]{{0,20}} {is_one}"
        rf"|({all_heads()})\b[^.;:\n\"]{{0,40}}\. (?:The )?(?:most |best )?{rank}(?: of them)?, $)",
        re.IGNORECASE,
    )


# Words that part a quoted name from a head behind it: '"Abai" by a troupe'.
_PARTED = r"(?:by|of|in|at|to|for|from|with|on|and|or|as|the|an?|is|was|were|are) "


@cache
def _after_quote() -> re.Pattern[str]:
    return re.compile(
        rf"(?: |, (?:the|an?) )(?:(?!{_PARTED})[\w-]+ ){{0,2}}?({all_heads()})\b",
        re.IGNORECASE,
    )


@cache
def _legal_form_before() -> re.Pattern[str]:
    return re.compile(rf"\b({alternatives(list(legal_forms()))}) $")


def _legal_form(text: str, start: int) -> Row | None:
    match = _legal_form_before().search(text, max(0, start - 8), start)
    return {**legal_forms()[match[1]], "head": match[1]} if match else None


def _as_listed(inner: str, row: Row | None) -> Row | None:
    """The row with the type that the lexicon has for the name."""
    kind = type_listed(inner)
    return row if row is None or kind is None else {**row, "type": kind}


@cache
def _legal_form_after() -> re.Pattern[str]:
    return re.compile(rf" ({alternatives(list(legal_forms()))})\b")


def _legal_form_behind(text: str, end: int) -> Row | None:
    match = _legal_form_after().match(text, end)
    return {**legal_forms()[match[1]], "head": match[1]} if match else None


def _told(text: str, start: int, end: int) -> Row | None:
    """The row of a head that what is said of the name stands for: a newspaper is printed, a society led."""
    if _HEADED_AFTER.match(text, end):
        return heads()["society"]
    if _BODY_AFTER.match(text, end) or _BODY_BEFORE.search(text, max(0, start - 40), start):
        return heads()["organization"]
    said = _PRESS_BEFORE.search(text, max(0, start - 110), start) or _PRESS_AFTER.match(text, end)
    return heads()["newspaper"] if said else None


_WORDS = re.compile(r"\w+")


@cache
def _head_ends() -> frozenset[str]:
    return frozenset(_WORDS.findall(form.lower())[-1] for form in heads())


# Characters of the clause before a quote that "the first newspaper … was" is looked for in.
_SAID_REACH = 120


def _head_said(text: str, start: int) -> re.Match[str] | None:
    low = max(0, start - _SAID_REACH)
    if text.endswith(_COPULAS, low, start):
        low = max(low, text.rfind(". ", 0, start))
    elif not text.endswith(_RANKED, low, start):
        return None
    works = any(word in word_set("work") for word in _WORDS.findall(text[low:start].lower()))
    return None if works else _said_to_be().search(text, low, start)


_COPULAS = ("was ", "is ", "became ", "were ", "are ", "called ", "named ", "considered ")
_RANKED = (
    "known, ",
    "famous, ",
    "largest, ",
    "biggest, ",
    "best, ",
    "oldest, ",
    "first, ",
    "them, ",
)


def _head_beside(text: str, start: int, end: int) -> Row | None:
    low = max(0, start - 60)
    # No search where none of the words can end a head.
    led = not _head_ends().isdisjoint(_WORDS.findall(text[low:start].lower()))
    match = (
        (led and _before_quote().search(text, low, start))
        or _after_quote().match(text, end)
        or (led and _farther_before_quote().search(text, low, start))
        or _head_said(text, start)
    )
    verb = _VERB_BEFORE.search(text, low, start)
    row = heads()[match[match.lastindex or 1].lower()] if match and not verb else None
    return row if row is not None and row["takes_name"] == "yes" else None
