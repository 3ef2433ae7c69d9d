"""A paragraph in signs: every body, person, role, date, place, verb of founding and "he" as one character.

Notes for a newcomer: "The union «X» was founded in 1990 by Ivan Petrov, its head" reads "The union B was F in D
by P, its R". The patterns of leaders and founding are written over such text, where names can't confuse them;
quotes are left out. `at` leads from a sign back to what it stands for.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from typing import Any, get_args

from spacy.tokens import Doc, Span

from pipeline.alternatives import any_of
from pipeline.anchors import Anchored, anchored, lowered
from pipeline.extensions import columns, spans_of, text_of
from pipeline.lexicons import Row, table, values
from pipeline.linking.people import people_in
from pipeline.linking.pronouns import pronouns
from pipeline.records import OrganizationType

# Private-use characters, so that no letter of a text is taken for one.
SIGNS: Mapping[str, str] = {
    name: chr(0xE000 + number)
    for number, name in enumerate(("B", "P", "R", "N", "D", "L", "F", "H"))
}


@dataclass(frozen=True, slots=True)
class Sign:
    """One thing of a paragraph: its kind, offsets in the clean text and what it is (span, name or role)."""

    kind: str
    start: int
    end: int
    value: Any


@dataclass(frozen=True, slots=True)
class Signed:
    """A paragraph's text in signs, what stands at their places, and where its sentences begin."""

    text: str
    at: Mapping[int, Sign]
    sentences: Sequence[int]

    def bodies(self, start: int, end: int) -> list[Span]:
        """The bodies in a stretch of `text`, in order, but for those that only parts of are told."""
        places = self.within("B", start, end)
        return [self.at[i].value for i in places if not self.part_of(i)]

    def sentence_start(self, index: int) -> int:
        """Where in `text` the sentence of a character begins."""
        return self.sentences[bisect_right(self.sentences, index) - 1]

    def sentence_end(self, index: int) -> int:
        """Where in `text` the sentence after that of a character begins."""
        following = bisect_right(self.sentences, index)
        return self.sentences[following] if following < len(self.sentences) else len(self.text)

    def part_of(self, index: int, nearest: bool = False) -> bool:
        """Whether a body's place follows a part of it that the text tells of: "a commission of the Senate".

        With `nearest` the part has no words of its own: "faculty of the …", not "faculty of history of the …".
        """
        part = _PART_OF.search(self.text, max(0, index - _PART_OF_REACH), index)
        return part is not None and not (nearest and part["own"].strip())

    def persons(self, match: re.Match[str]) -> list[int]:
        """The places of the persons that a match tells, by name or by "he"."""
        stretch = match.span("persons")
        return sorted((*self.within("P", *stretch), *self.within("H", *stretch)))

    def within(self, kind: str, start: int, end: int) -> list[int]:
        """The places of the signs of a kind in a stretch of `text`."""
        found: list[int] = []
        place = self.text.find(SIGNS[kind], start, end)
        while place >= 0:
            if place in self.at:
                found.append(place)
            place = self.text.find(SIGNS[kind], place + 1, end)
        return found


# "a commission of the B", "an expedition from the B", "the faculty of history of the B".
_PART_OF = re.compile(
    r"\b(?:commission|committee|expedition|group|detachment|team|session|plenum|meeting|branch|department|section"
    r"|sector|brigade|squad|mission|faction|cell|laboratory|chair|faculty|office|building|wing|stage|campus|premises"
    r"|hostel|dormitory|exhibition|reactor|workshop)"
    r"(?P<own> (?:of|for|on) (?:(?!the )[a-z-]+,? ){1,4}| )(?:of|from|at) (?:the )?$",
    re.IGNORECASE,
)
_PART_OF_REACH = 70


def signed_paragraphs(doc: Doc, bodies: Sequence[Span]) -> Iterator[Signed]:
    """Every paragraph of an article in signs, in order."""
    text = text_of(doc)
    signs = _signs(doc, bodies)
    starts = [sign.start for sign in signs]
    for start, end in columns(doc).paragraphs or [(0, len(text))]:
        begun = signs[bisect_left(starts, start) : bisect_left(starts, end)]
        whole = [sign for sign in begun if sign.end <= end]
        yield _signed(text, int(start), int(end), _with_pronouns(text, int(start), int(end), whole))


def _with_pronouns(text: str, start: int, end: int, signs: Sequence[Sign]) -> list[Sign]:
    people = [sign.value for sign in signs if sign.kind == "P"]
    meant = (Sign("H", *where) for where in pronouns(text, start, end, people))
    return sorted(_disjoint(list(signs), meant), key=lambda sign: sign.start)


def _signs(doc: Doc, bodies: Sequence[Span]) -> list[Sign]:
    """What is found in the text; of overlapping things the earlier kind stays."""
    text = text_of(doc)
    named = [body for body in bodies if not _in_brackets(text, body)]
    spans = (("B", named), ("D", spans_of(doc, "dates")))
    taken = [Sign(kind, s.start_char, s.end_char, s) for kind, group in spans for s in group]
    masked = _masked(text, taken)
    taken += [Sign("P", p.outer, p.end, p) for p in people_in(masked)]
    taken = _disjoint(taken, _roles(_masked(text, taken)))
    places = (Sign("L", s.start_char, s.end_char, s) for s in spans_of(doc, "places"))
    taken = _disjoint(taken, places)
    return sorted(_disjoint(taken, _foundings(text)), key=lambda sign: sign.start)


def _in_brackets(text: str, body: Span) -> bool:
    """Whether a name only says a body's acronym or other name once more: "Stock Exchange (KASE)"."""
    before, after = (
        text[max(0, body.start_char - 3) : body.start_char].rstrip('"'),
        text[body.end_char : body.end_char + 2],
    )
    return before.endswith("(") and " " not in body.text and after.lstrip('"').startswith(")")


def _masked(text: str, signs: Iterable[Sign]) -> str:
    """The text with every sign's stretch made unreadable, lengths kept."""
    pieces, last = [], 0
    for sign in sorted(signs, key=lambda s: s.start):
        if sign.start >= last:
            pieces += [text[last : sign.start], "\n" * (sign.end - sign.start)]
            last = sign.end
    return "".join((*pieces, text[last:]))


def _disjoint(taken: list[Sign], more: Iterable[Sign]) -> list[Sign]:
    """Those taken, which share no characters, and those of the others that share none with them."""
    ordered = sorted(taken, key=lambda sign: sign.start)
    starts = [sign.start for sign in ordered]
    ends = list(accumulate((sign.end for sign in ordered), max))
    free = (
        new
        for new in more
        if not (before := bisect_left(starts, new.end)) or ends[before - 1] <= new.start
    )
    return [*taken, *free]


@cache
def leading_roles() -> Mapping[str, str]:
    """The canonical role of a form, lower case, for roles that lead."""
    rows = [row for row in table("roles") if row["leads"] == "yes"]
    forms = (
        (form, row["role"]) for row in rows for form in (row["role"], *values(row["variants"]))
    )
    return {form.lower(): role for form, role in forms}


@cache
def led_types(role: str) -> frozenset[str]:
    """The types of body that a role leads; empty where any."""
    cell = next((row["of"] for row in table("roles") if row["role"] == role), "")
    if cell.startswith("!"):
        return frozenset(get_args(OrganizationType)) - frozenset(values(cell[1:]))
    return frozenset(values(cell))


@cache
def titled_body(role: str) -> str:
    """The noun or type of the bodies that a title alone tells of ("ministry" of "Minister X"), empty where none."""
    return next((row["body"] for row in table("roles") if row["role"] == role), "")


_LESSER = ("deputy", "vice", "honorary", "co", "assistant", "ex", "press")
_SECONDARY = rf"(?P<below>\b(?:{'|'.join(_LESSER)})(?:[ -]| (?:of|to) the ))?"


def is_deputy(role: str) -> bool:
    """Whether a role is that of a leader's deputy: "first deputy chairman", "vice-president"."""
    return role.removeprefix("first ").startswith(("deputy ", "deputy-", "vice ", "vice-"))


@cache
def _role_pattern() -> re.Pattern[str]:
    forms = {form for row in table("roles") for form in (row["role"], *values(row["variants"]))}
    either = any_of(forms)
    return re.compile(rf"{_SECONDARY}(?<![\w-])(?P<role>{either})s?(?![\w-])", re.IGNORECASE)


@cache
def _first_words() -> re.Pattern[str]:
    """What roles begin with: their first words, in the plural too, and what makes them lesser ones."""
    forms = {form for row in table("roles") for form in (row["role"], *values(row["variants"]))}
    firsts = {re.match(r"\w+", form.lower())[0] for form in forms}  # type: ignore[index]
    return re.compile(rf"\b(?:{any_of((*firsts, *_LESSER))})s?\b")


def _role_matches(text: str) -> Iterator[re.Match[str]]:
    """The matches of roles, tried at their first words alone."""
    end = 0
    for first in _first_words().finditer(lowered(text)):
        match = _role_pattern().match(text, first.start()) if first.start() >= end else None
        if match is not None:
            yield match
            end = match.end()


def _roles(text: str) -> Iterator[Sign]:
    """Roles told in the text: R where who has one heads a body, else N.

    Persons are line feeds in `text`: a title right before one ("President X") is theirs, not a body's.
    """
    for match in _role_matches(text):
        verb = match[0].lower() in _verbs() and not text.startswith(" of it", match.end())
        if verb or _CHAIR_OF.match(text, match.start()):
            continue
        if _of_a_film(text, match):
            continue
        role = leading_roles().get(match["role"].lower())
        titled = role in _titles() and text.startswith(" \n", match.end())
        before = _before(match, 30)
        beside = match[0].islower() and (
            _BESIDE_BODY.search(text, *before) or _told_beside(text, match)
        )
        owned = beside or _OWNER.search(text, *before)
        kind = "N" if match["below"] or role is None or (titled and not owned) else "R"
        value = match[0].lower() if match["below"] else role or match["role"].lower()
        yield Sign(kind, *match.span(), value)


def _before(match: re.Match[str], reach: int) -> tuple[int, int]:
    return max(0, match.start() - reach), match.start()


def _of_a_film(text: str, match: re.Match[str]) -> bool:
    """Whether a director is of the film told of before: 'The film "Mirage" was shot in 1988. Director P …'."""
    bare = match[0].lower() == "director" and not text.startswith(" of ", match.end())
    return bare and _FILM.search(text, *_before(match, _FILM_REACH)) is not None


_FILM = re.compile(r"\b(?:film|movie|documentary) (?!studio|company|factory)[\"a-z]")
_FILM_REACH = 120

# A department of a school: "the chair of archaeology".
_CHAIR_OF = re.compile(r"[Cc]hairs? of (?!the )[a-z]")


@cache
def _verbs() -> frozenset[str]:
    """Verbs that are spelled like the plural of a role: "heads"."""
    return frozenset(form for row in table("leading_verbs") for form in values(row["heads"]))


# "its president X", "its first mufti X", "as president X", "the federation's president X".
_OWNER = re.compile(r"\b(?:[Ii]ts|[Tt]heir|whose|as|with)(?: [a-z]+)? $|\b[a-z]+'s $|\($")


def _told_beside(text: str, match: re.Match[str]) -> bool:
    """Whether a body, "the" title and who bears it stand between commas: "the Union (UK), the president X, …"."""
    before = _ASIDE_BEFORE.search(text, *_before(match, 30))
    return before is not None and _ASIDE_BEHIND.match(text, match.end()) is not None


_ASIDE_BEFORE = re.compile(r"\n\"?(?: \([^()]{1,15}\))?(?:,| –| —| -) (?:the )?$")
_ASIDE_BEHIND = re.compile(r" \n+,")

# A body, a line feed here, with a lower-case title right behind it: "the Association, president X".
_BESIDE_BODY = re.compile(r"\n\"?(?:,| –| —| -) $")


@cache
def _titles() -> frozenset[str]:
    return frozenset(row["role"] for row in table("roles") if row["title"] == "yes")


# Characters that a word of founding takes on either side of what is looked for.
_FOUNDING_REACH = 40


@cache
def _founding_words() -> tuple[tuple[Anchored, Row], ...]:
    """The patterns of words of founding with their rows, in order."""
    rows = ((rf"\b(?:{row['form']})\b", row) for row in table("founding_verbs"))
    return tuple(
        (anchored(re.compile(form, re.IGNORECASE), _FOUNDING_REACH), row) for form, row in rows
    )


def _foundings(text: str) -> Iterator[Sign]:
    """Words of founding, the first row's where two share characters; the value is their row."""
    found = [
        (*match.span(), number, row)
        for number, (words, row) in enumerate(_founding_words())
        for match in words.finditer(text)
    ]
    last = 0
    for start, end, _, row in sorted(found, key=lambda sign: (sign[0], sign[2])):
        if start >= last:
            yield Sign("F", start, end, row)
            last = end


def _plain(text: str) -> str:
    return _LOOSE.sub("", text.replace("\n", " ").replace('"', ""))


# A space too many: before another or a comma, behind a bracket.
_LOOSE = re.compile(r" (?=[ ,;.)])|(?<=\() ")


def _signed(text: str, start: int, end: int, signs: Sequence[Sign]) -> Signed:
    pieces: list[str] = []
    length = 0
    at: dict[int, Sign] = {}
    for sign in signs:
        before = _plain(text[start : sign.start])
        length += len(before)
        at[length] = sign
        length += 1
        pieces += (before, SIGNS[sign.kind])
        start = sign.end
    signed = "".join((*pieces, _plain(text[start:end])))
    starts = (0, *(match.end() for match in _SENTENCE_END.finditer(signed)))
    return Signed(signed, at, starts)


# Initials and abbreviations are inside signs by now, so a full stop before a capital ends a sentence.
_SENTENCE_END = re.compile(r"[.!?][)\]]?[ ]+(?=[A-Z\ue000-\ue0ff(–—])")
