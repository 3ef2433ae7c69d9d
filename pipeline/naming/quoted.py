"""Quoted names that the words beside them explain: party "Alash", TOO "Alatau Fruit"."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from pipeline.alternatives import any_of
from pipeline.lexicons import Row
from pipeline.naming.candidates import Candidate
from pipeline.naming.nouns import BARE_TYPES, blocked, heads, type_of, word_set
from pipeline.naming.quote_heads import row_of
from pipeline.naming.said import is_said
from pipeline.naming.work_titles import names_a_work, titles_a_work
from pipeline.normalising.gazetteer import peoples
from pipeline.normalising.names import canonical_name

# Directions are lost when quotes are made plain: an opening one stands before a word, not behind it.
_QUOTE = re.compile(r'"(?<![\w.,!?]")(?=\S)([^"\n]{2,90}?)(?<=\S)"(?!\w)')
# A quote that nothing closes: on its line ('sovkhoz "Moskovsky gathered'), or before the next of a list
# ('"Sana and "Abai"').
_UNCLOSED = re.compile(
    r'"(?<![\w.,!?]")([A-Z][\w-]+(?: [A-Z][\w-]+){0,2})'
    r'(?:(?= [a-z])(?![^"\n]*")|(?=(?:,| and|, and) "\w))'
)
_NAME_WORDS = 8
# A full name may be longer: its head is among the first words.
_FULL_NAME_WORDS, _HEAD_WORDS = 14, 3
_SMALL = ("of", "for", "on", "in", "and", "the")
_AROUND = 40
_PEOPLE = any_of(people.capitalize() for people in peoples())
# Between the quoted names of a list, each with its people or not, and between a body's old and new one.
_LISTED_BY = re.compile(
    r" (?:(?:was|were|had been) )?(?:renamed|changed its name)(?: to| into| as| in)? "
    r"|,? which (?:(?:in|from|since|until|till) (?:\d{4} )?)?(?:had |was |is )?"
    r"(?:begun|began|started|(?:first |at first |earlier |formerly |now )?(?:called|known))(?: as)? "
    r"|, (?:then|later) "
    r"| \((?:now|nowadays|today|later|then|formerly|since \d{4}|from \d{4}),? "
    r"|(?: (?:appeared|arose|(?:was|were) (?:created|formed|founded|opened|registered)))?(?: in \d{4})?"
    r"(?: (?:in|near|of) (?:the )?[A-Z][\w-]+(?: (?:district|region|city|village))?)?(?: \([^)\n]{1,60}\))?"
    r"(?:, where [^\".;\n]{1,140})?(?:,|;| and|, and)"
    r"(?: in (?:\d{4}|that year|the same year))?(?: in (?:the )?[A-Z][\w-]+(?: [A-Z][\w-]+)?"
    r"(?: there (?:was|were|appeared)| appeared| came out)?(?: [-–—])?)?"
    rf"(?: (?:the )?(?:{_PEOPLE})(?:-(?:{_PEOPLE}))?|(?<= and) the (?:[A-Z][\w-]+|[a-z]+-[a-z]+))? "
)
# The same where the next name has a noun of its own: '"Sary-Arka" (Semey), magazine "Abai"'.
_GOES_ON = re.compile(
    r"(?: in [A-Z][\w-]+)?(?: \([^)\n]{1,60}\))?(?:,|;| and|, and)(?: (?:the|a|an))?(?: [a-z-]+){0,2} "
)


@lru_cache(maxsize=4)
def _quotes(text: str) -> tuple[re.Match[str], ...]:
    """The names in quotes of a text, which several readers ask for."""
    return tuple(_QUOTE.finditer(text))


def named_quotes(text: str) -> list[re.Match[str]]:
    """The quotes of a text that may name something, in order."""
    # '"In kolkhoz …': speech.
    unclosed = (m for m in _UNCLOSED.finditer(text) if m[1] not in word_set("outside"))
    opened = (*_quotes(text), *unclosed)
    named = (m for m in opened if _may_name(inner_name(m), the=m[1].startswith("The ")))
    return sorted(named, key=lambda m: m.start())


def quoted(text: str) -> Iterator[Candidate]:
    """Names in quotes with a head inside, before or after them, or in a list with such a one."""
    matches = named_quotes(text)
    rows = [row_of(text, inner_name(match), match.start(), match.end()) for match in matches]
    named = [i for i, match in enumerate(matches) if not is_gloss(text, match)]
    shared = _shared(text, [matches[i] for i in named], [rows[i] for i in named])
    for i, row in zip(named, shared, strict=True):
        rows[i] = row
    for match, row in zip(matches, rows, strict=True):
        if row is not None:
            inner = inner_name(match)
            start = match.start(1) + match[1].index(inner)
            # "Tatar-Bashkir center "Duslyk"": the words around a vague head tell what it is.
            around = f"{text[max(0, match.start() - _AROUND) : match.start()]} {inner}"
            vague = row["type"] == "other" or row["head"] in ("community", "detachment")
            kind = type_of(around if vague else inner, row)
            # "Kazinform", no "Agency of the Republic on statistics"
            if row["head"] == "agency" and not _OF_FIELD.search(inner):
                kind = "media"
            if kind == "other" and row["head"] in _CENTERS:
                kind = "association"
            name = canonical_name(match[1])  # with its article, which may hold the capital
            yield Candidate(start, start + len(inner), name, kind, "quoted")


def is_gloss(text: str, match: re.Match[str]) -> bool:
    """Whether a quote in brackets says what the quoted name before means: '"Izvor" ("Spring")'."""
    return text.endswith('" (', 0, match.start())


_CENTERS = ("center", "centre")
_OF_FIELD = re.compile(r"\b[Aa]gency\b.* (?:of|on|for) ")


def joined(text: str, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Quoted names in a list that a found one opens: 'kolkhoz named after Kirov, "Zhana talap" and "Kenes"'."""
    homes = {candidate.end: candidate for candidate in found if candidate.type in BARE_TYPES}
    for match in _quotes(text):
        inner, start = inner_name(match), match.start(1)
        low = max(0, match.start() - _AROUND)
        ends = [end for end in homes if low <= end <= match.start()]
        if not ends or not _may_name(inner) or names_a_work(text, match.start()):
            continue
        home = homes[max(ends)]
        if _LISTED_BY.fullmatch(text, home.end + (text[home.end] == '"'), match.start()):
            name = Candidate(
                start, start + len(match[1]), canonical_name(inner), home.type, "quoted"
            )
            homes[name.end] = name
            yield name


def inner_name(match: re.Match[str]) -> str:
    """A quoted name without its article and stops."""
    inner = re.sub(r"^[Tt]he ", "", match[1].strip(" ,."))
    # "Pleshcheyev & Co.", "Deutsche Jugend e.V."
    return f"{inner}." if inner.endswith(("& Co", " e.V")) and f"{inner}." in match[1] else inner


def _may_name(inner: str, *, the: bool = False) -> bool:
    """Whether a few words in quotes are no speech: they have a capital, and no small word opens them.

    A small word may where `the` article before it has the capital, and it is a body's head: "The union of miners".
    """
    first, _, rest = inner.partition(" ")
    patron = (first == "imeni" and rest != "") or inner.startswith("named after ")
    opened = first.lower() != first or inner[:1].isdigit() or patron
    headed = the and first in heads() and rest.startswith("of ")
    words = inner.split()
    # "Union for Defence of Peace and Democracy in Dzungaria"
    longest = _FULL_NAME_WORDS if len(words) > _NAME_WORDS and _is_full(words) else _NAME_WORDS
    return 0 < len(words) <= longest and (opened or headed)


def _is_full(words: Sequence[str]) -> bool:
    """Whether a head is among the first words, and half of what "of" and its like leave has capitals."""
    telling = [word for word in words if word not in _SMALL]
    capitals = sum(word[0].isupper() for word in telling)
    headed = any(word.lower() in heads() for word in words[:_HEAD_WORDS])
    return headed and 2 * capitals >= len(telling) and len(telling) < len(words)


def _shared(
    text: str, matches: Sequence[re.Match[str]], rows: Sequence[Row | None]
) -> list[Row | None]:
    """The rows of quoted names, those of a list with one that has a row among them."""
    shared = list(rows)
    for i in range(1, len(matches)):
        between = matches[i - 1].end(), matches[i].start()
        free = shared[i] is None and inner_name(matches[i]).lower() not in blocked()
        if free and _LISTED_BY.fullmatch(text, *between):
            shared[i] = shared[i - 1]
    for i in range(len(matches) - 2, -1, -1):
        between = matches[i].end(), matches[i + 1].start()
        other = (
            names_a_work(text, matches[i].start()) or inner_name(matches[i]).lower() in blocked()
        )
        if not other and _tells(shared[i + 1], shared[i]) and _GOES_ON.fullmatch(text, *between):
            shared[i] = shared[i + 1]
    return shared


def _tells(row: Row | None, other: Row | None) -> bool:
    """Whether a row of a list tells what another name of it is: one that has none, or but a verb of bodies."""
    vague = other is not None and other["head"] == "organization"
    return other is None or (vague and row is not None and row["head"] == "society")


def works(text: str) -> list[tuple[int, int]]:
    """The titles of books, laws, conferences … in quotes: their capitals make no name of a weak head."""
    return [match.span(1) for match in _quotes(text) if names_a_work(text, match.start())]


def titles(text: str) -> list[int]:
    """Where titles of works and what was said begin in quotes: a name there is theirs, whatever it says."""
    found = (
        match
        for match in _quotes(text)
        if titles_a_work(text, match.start()) or is_said(text, inner_name(match), match.end())
    )
    return [match.start(1) + match[1].index(inner_name(match)) for match in found]
