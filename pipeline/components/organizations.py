"""`ehistory_organizations`: named bodies in `doc.spans["organizations"]`, values in `span._.organization`.

Notes for a newcomer: candidates come from three readers, each on the clean text: head nouns with their
capitalised words and "of" tails, quoted or capitalised names beside a head noun, and the names lexicon.
Overlaps go to the longest; a later short name or acronym is found again by `_later_names`.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.components.context import is_people, is_people_or_place
from pipeline.extensions import char_span, text_of
from pipeline.lexicons import Row, table, values
from pipeline.linking.bodies import Leading, founded_in, leaders_of, place_of_body
from pipeline.normalising.names import acronym_of, canonical_name
from pipeline.records import OrganizationType, Place


@dataclass(frozen=True, slots=True)
class OrganizationValue:
    """One mention of a body, before mentions are merged."""

    name: str
    type: OrganizationType
    place: Place | None
    leaders: tuple[Leading, ...]
    founded: str | None
    confidence: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch of the clean text that names a body."""

    start: int
    end: int
    name: str
    type: OrganizationType
    confidence: float


@Language.factory("ehistory_organizations")
def create_organizations(nlp: Language, name: str) -> Callable[[Doc], Doc]:  # noqa: ARG001
    """The component; it needs dates and context before it."""
    return mark_organizations


def mark_organizations(doc: Doc) -> Doc:
    """Set `doc.spans["organizations"]`."""
    found = _longest([*_quoted(text_of(doc)), *_headed(doc), *_listed(text_of(doc))])
    found = _longest([*found, *_later_names(text_of(doc), found)])
    spans = []
    for candidate in found:
        span = char_span(doc, candidate.start, candidate.end, candidate.type.upper())
        span._.organization = OrganizationValue(
            candidate.name,
            candidate.type,
            place_of_body(doc, span),
            leaders_of(doc, span),
            founded_in(doc, span),
            candidate.confidence,
        )
        spans.append(span)
    doc.spans["organizations"] = spans
    return doc


def _longest(candidates: list[Candidate]) -> list[Candidate]:
    taken: list[Candidate] = []
    for candidate in sorted(candidates, key=lambda c: (c.start - c.end, -c.confidence)):
        if all(candidate.end <= o.start or candidate.start >= o.end for o in taken):
            taken.append(candidate)
    return sorted(taken, key=lambda c: c.start)


@cache
def _heads() -> Mapping[str, Row]:
    rows = table("organization_heads")
    return {
        form: row for row in rows for form in (row["head"].lower(), row["plural"].lower()) if form
    }


def _alternatives(forms: list[str]) -> str:
    return "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))


@cache
def _singular_heads() -> str:
    return _alternatives([row["head"].lower() for row in table("organization_heads")])


@cache
def _all_heads() -> str:
    return _alternatives(list(_heads()))


@cache
def _blocked() -> frozenset[str]:
    return frozenset(row["phrase"].lower() for row in table("organization_blockers"))


# --- Quoted and capitalised names beside a head noun

# Directions are lost when quotes are made plain: an opening one stands before a word, not behind it.
_QUOTE = re.compile(r'(?<![\w.,!?])"(?=\S)([^"\n]{2,90}?)(?<=\S)"(?!\w)')
_NAME_WORDS = 8


def _quoted(text: str) -> Iterator[Candidate]:
    last_end, last_row = -1, None
    for match in _QUOTE.finditer(text):
        inner = re.sub(r"^[Tt]he ", "", match[1].strip(" ,."))
        if not inner or len(inner.split()) > _NAME_WORDS or not re.search(r"[A-Z]", inner):
            continue
        row = _head_inside(inner) or _head_beside(text, match.start(), match.end())
        if row is None and last_end >= 0 and text[last_end : match.start()] in _LISTED_BY:
            row = last_row
        if row is not None:
            last_end, last_row = match.end(), row
            yield _candidate(match.start(1) + match[1].index(inner), inner, row, 0.9)


_LISTED_BY = (", ", " and ", ", and ", "; ")


def _head_inside(inner: str) -> Row | None:
    """The head of a quoted full name: "Union of Cultural Centers" is headed by its first head noun."""
    match = re.search(rf"\b(?:{_singular_heads()})\b", inner, re.IGNORECASE)
    if match is None or not re.search(r" of | [A-Z]|^[A-Z]\w+ \w", inner):
        return None
    row = _heads()[match[0].lower()]
    return row if row["strength"] == "strong" else None


@cache
def _before_quote() -> re.Pattern[str]:
    return re.compile(
        rf"\b({_all_heads()})(?: (?:of|named|called|under the name(?: of)?))?[,:]? $",
        re.IGNORECASE,
    )


@cache
def _after_quote() -> re.Pattern[str]:
    return re.compile(
        rf"(?: |, (?:the|an?) )(?:\w+ )?({_singular_heads()})\b(?! of)", re.IGNORECASE
    )


def _head_beside(text: str, start: int, end: int) -> Row | None:
    match = _before_quote().search(text, max(0, start - 60), start) or _after_quote().match(
        text, end
    )
    row = _heads()[match[1].lower()] if match else None
    return row if row is not None and row["takes_name"] == "yes" else None


# --- Head nouns with capitalised words and tails

_CAP = r"[A-Z][\w'-]*\.?"
_INITIALS = r"(?:[A-Z]\. ?){1,2}"
_WORDS = r"(?:[A-Za-z][\w'-]*)"


@cache
def _word_set(use: str) -> frozenset[str]:
    return frozenset(row["word"] for row in table("organization_words") if row["use"] == use)


def _headed(doc: Doc) -> Iterator[Candidate]:
    text = text_of(doc)
    pattern = re.compile(rf"(?<![\w-])(?:{_singular_heads()})(?![\w-])", re.IGNORECASE)
    for match in pattern.finditer(text):
        row = _heads()[match[0].lower()]
        start = _left(text, match.start())
        end, tailed = _right(text, match.end())
        candidate = _accepted(text, row, match, start, end, tailed)
        if candidate is not None:
            yield candidate


def _accepted(
    text: str, row: Row, match: re.Match[str], start: int, end: int, tailed: bool
) -> Candidate | None:
    capital = match[0][0].isupper()
    strong = row["strength"] == "strong"
    complete = strong and capital and " " in match[0] and match[0].istitle()
    if start == match.start() and not tailed and not complete:
        return _named_after_lower(text, row, match) if row["takes_name"] == "yes" else None
    named_left = start < match.start()
    memorial = row["takes_name"] == "yes" and text.startswith(" named after", match.end())
    enclosed = named_left and tailed
    if not capital and not (memorial or enclosed or (strong and (tailed or named_left))):
        return None
    if not strong and not memorial and not (tailed or (named_left and capital)):
        return None
    if capital and tailed and (motto := _MOTTO.match(text, end)):
        end = motto.end()
    surface = text[start:end]
    if surface.lower() in _blocked() or surface.isupper():
        return None
    if not capital and named_left and not tailed:
        if row["takes_name"] == "yes" and row["type"] in _BEARS_NAME:
            return _named_before_lower(text, row, start, match.start())
        if _only_adjective(text[start : match.start()]):
            return None
    confidence = 0.9 if capital and strong else 0.7 if strong else 0.6
    return _candidate(start, surface, row, confidence)


def _only_adjective(left: str) -> bool:
    """Whether a lower-case head has but one word before it ("Kazakh newspaper", "Almaty museum")."""
    return len(left.split()) < 2


def _left(text: str, start: int) -> int:
    """Where the capitalised words before a head begin."""
    begin = start
    for _ in range(6):
        previous = re.compile(rf"({_INITIALS}{_CAP}|\d{{1,3}}(?:st|nd|rd|th)|[\w'-]+) $").search(
            text, max(0, begin - 40), begin
        )
        if previous is None:
            break
        word = previous[1]
        if word == "and" and begin < start and (first := _paired(text, begin)) is not None:
            begin = first
            continue
        inside = word.lower() in _word_set("inside") or re.fullmatch(r"\d+(?:st|nd|rd|th)", word)
        if word in _word_set("outside") or not (word[0].isupper() or inside):
            break
        begin = previous.start(1)
    while begin < start and not (text[begin].isupper() or text[begin].isdigit()):
        begin = text.index(" ", begin) + 1
    return begin


_TOKEN = re.compile(rf"{_INITIALS}{_CAP}|[\w'-]+")


def _paired(text: str, begin: int) -> int | None:
    """Where the first of two joined nouns begins: "Theatre and Art" before "Institute"."""
    match = re.compile(r"(?<!of )([A-Z]\w+) and $").search(text, max(0, begin - 30), begin)
    if match is None or (
        match[1].lower() in _heads() and match[1].lower() not in _word_set("tail")
    ):
        return None
    return match.start()


_STEP = re.compile(
    r" (named after|of the|of|for the|for|on the|on|and the|and)? ?(?=[A-Za-z])|, (?=[A-Z])"
)


def _right(text: str, end: int) -> tuple[int, bool]:
    """Where the tails of a head end, and whether there is one with a capitalised word."""
    best, tailed, position, previous = end, False, end, ""
    while match := _STEP.match(text, position):
        joint = (match[1] or match[0]).strip()
        word = _TOKEN.match(text, match.end())
        if word is None or not _continues(joint, word[0], previous, tailed, text, word.end()):
            break
        position, previous = word.end(), word[0]
        if word[0][0].isupper() or (tailed and word[0].lower() in _word_set("closing")):
            best, tailed = position, True
    return best, tailed


def _continues(joint: str, word: str, previous: str, tailed: bool, text: str, after: int) -> bool:
    lower = word.lower()
    if joint == ",":
        # "Ministry of Culture, Information and Sport": only a list closed by "and" goes on.
        listed = re.match(r"(?:,? [A-Z]\w+)* and [A-Z]\w+", text[after:])
        return tailed and listed is not None and lower in _word_set("tail")
    if joint.startswith("and") and _another_body(text, after - len(word)):
        return False
    person = joint == "" and (is_people(previous) or re.match(_INITIALS, word) is not None)
    if word in _word_set("outside") or person:
        return False
    return word[0].isupper() or lower in _word_set("tail")


_NEXT_WORDS = re.compile(r"(?:[A-Z][\w'-]*|of|the)(?: (?:[A-Z][\w'-]*|of|the)){0,5}")


def _another_body(text: str, start: int) -> bool:
    """Whether the words after "and" have a head of their own: "… and Central Committee"."""
    words = _NEXT_WORDS.match(text, start)
    heads = re.findall(rf"\b(?:{_singular_heads()})\b", words[0], re.IGNORECASE) if words else []
    return any(head.lower() not in _word_set("tail") for head in heads)


# A full name that a quoted one ends: 'Association of Kurds "Barbang"'.
_MOTTO = re.compile(r' "[^"\n]{2,40}"(?!\w)')
# Lower-case heads whose capitalised word is the whole name: "the Gulder dance ensemble".
_BEARS_NAME = ("culture", "media", "company", "party")


def _named_before_lower(text: str, row: Row, start: int, head: int) -> Candidate | None:
    """The capitalised name before a lower-case head, unless it is a people or place."""
    name = re.compile(rf"{_CAP}(?: {_CAP})*").match(text, start, head)
    if name is None or is_people_or_place(name[0]) or _is_plain(name[0]):
        return None
    return _candidate(start, name[0], row, 0.7)


def _is_plain(name: str) -> bool:
    """Whether a name is but adjectives and peoples: "State Korean" before "theater"."""
    words = name.split()
    return all(w.lower() in _word_set("inside") or is_people_or_place(w) for w in words)


def _named_after_lower(text: str, row: Row, match: re.Match[str]) -> Candidate | None:
    """The capitalised name right after a lower-case head: "kolkhoz Avangard", "newspaper Kazakh"."""
    if match[0][0].isupper():
        return None
    name = re.compile(rf" ({_CAP}(?: {_CAP}){{0,3}})").match(text, match.end())
    if name is None or name[1] in _word_set("outside"):
        return None
    words = name[1].rstrip(".")
    return _candidate(name.start(1), words, row, 0.75)


def _candidate(start: int, surface: str, row: Row, confidence: float) -> Candidate:
    name = canonical_name(surface)
    return Candidate(start, start + len(surface), name, _type(surface, row), confidence)


def _type(surface: str, row: Row) -> OrganizationType:
    """The head's type, save where the words around a vague head tell more."""
    words = re.findall(r"[\w-]+", surface)
    if row["head"].startswith("organi") and words[0].lower() in _word_set("international"):
        return "international"
    if row["type"] == "other":
        # "branch of the Academy of Sciences" is what the academy is; a centre of a people is a society.
        tail = re.search(rf" of .*?\b({_singular_heads()})\b", surface, re.IGNORECASE)
        if tail:
            return _heads()[tail[1].lower()]["type"]  # type: ignore[return-value]
        if any(is_people(word) or is_people(f"{word}s") for word in words):
            return "association"
    return row["type"]  # type: ignore[return-value]


# --- The names lexicon, acronyms, and later short names


@cache
def _names() -> tuple[re.Pattern[str], Mapping[str, Row]]:
    forms: dict[str, Row] = {}
    for row in table("organization_names"):
        for form in (row["name"], *values(row["aliases"])):
            forms.setdefault(form.strip('"'), row)
    return re.compile(rf"(?<![\w-])(?:{_alternatives(list(forms))})(?![\w])"), forms


def _listed(text: str) -> Iterator[Candidate]:
    pattern, forms = _names()
    for match in pattern.finditer(text):
        row = forms[match[0]]
        # The article's own form is its name, unless the fuller one stands there too.
        name = row["name"] if row["name"] in text else match[0]
        yield Candidate(*match.span(), name, row["type"], 0.9)  # type: ignore[arg-type]


_BRACKETED = re.compile(
    r"\"? ?\((?:further |hereinafter |abbreviated )?\"?([A-Z][A-Za-z-]{1,9}(?: [A-Z]{2,4})?)\"?\)"
)


def _later_names(text: str, found: list[Candidate]) -> Iterator[Candidate]:
    """Acronyms given in brackets after a name, there and later; a capitalised "the Assembly"."""
    for candidate in found:
        bracket = _BRACKETED.match(text, candidate.end)
        if bracket and (
            bracket[1].replace(" ", "").isupper() or bracket[1] == acronym_of(candidate.name)
        ):
            for match in re.finditer(rf"(?<![\w-]){re.escape(bracket[1])}(?![\w-])", text):
                yield Candidate(*match.span(), candidate.name, candidate.type, 0.95)
