"""Shapes: patterns over paragraphs in signs, kept as rows of data, and the bodies that a match of one tells of."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Span

from pipeline.anchors import lowered, may_match, needs, told_words
from pipeline.lexicons import rules, table, values
from pipeline.linking.signs import SIGNS, Signed
from pipeline.linking.telling import told_before, wanted_by


@dataclass(frozen=True, slots=True)
class Shape:
    """A row of leader_shapes.jsonl or founding_shapes.jsonl, compiled; `body` says where its body is told."""

    id: str
    body: str
    pattern: re.Pattern[str]
    needs: Sequence[frozenset[str]]
    before: re.Pattern[str] | None
    not_before: re.Pattern[str] | None
    main: bool
    role: str
    voices: tuple[str, ...]
    types: frozenset[str]
    persons: str
    founds: bool
    rulers: bool
    nearest: bool
    again: bool

    def fits(self, signed: Signed, match: re.Match[str]) -> bool:
        """Whether the sentence before a match holds what the shape wants there, and no preposition opens its body."""
        start = signed.sentence_start(match.start())
        if self.before and not self.before.search(signed.text, start, match.start()):
            return False
        if self.not_before and self.not_before.search(signed.text, start, match.start()):
            return False
        return not (self.main and _ASIDE.search(signed.text, start, match.start("bodies")))


# "In the kolkhoz B the work was headed by P": what a preposition opens is not what the verb tells of.
_ASIDE = re.compile(
    r"\b(?:in|at|by|with|from|to|of|under|on|for|near) (?:the )?(?:(?!which|whom|the )[a-z-]+ ){0,2}$",
    re.IGNORECASE,
)


@cache
def macros() -> Mapping[str, str]:
    """The parts of patterns by name, signs among them."""
    known = dict(SIGNS)
    for name, column in (("LED", "led"), ("HEADED", "heads"), ("LEADING", "noun")):
        known[name] = _either("leading_verbs", column)
    known["HEADNOUN"] = _either("organization_heads", "head")
    for row in table("shape_macros"):
        known[row["name"]] = expanded(row["pattern"], known)
    return known


def _either(name: str, column: str) -> str:
    forms = {form for row in table(name) for form in values(row[column])}
    return f"(?:{'|'.join(sorted(forms, key=lambda form: (-len(form), form)))})"


def expanded(pattern: str, known: Mapping[str, str]) -> str:
    """A pattern with its {MACROS} written out; quantifiers such as {0,5} stay."""
    return re.sub(r"\{([A-Z_]+)\}", lambda match: known[match[1]], pattern)


@cache
def shapes(name: str) -> tuple[Shape, ...]:
    """The shapes of `lexicons/<name>.jsonl` in their order: the first that tells of a thing wins."""
    return tuple(
        Shape(
            row["id"],
            row["body"],
            _compiled(row["pattern"]),
            [words for words in needs(expanded(row["pattern"], macros())) if " " not in words],
            _compiled(row["before"]) if "before" in row else None,
            _compiled(row["not_before"]) if "not_before" in row else None,
            row.get("main", False),
            row.get("role", "head"),
            tuple(row.get("voices", ())),
            frozenset(row.get("types", ())),
            row.get("persons", "told"),
            row.get("founds", False),
            row.get("rulers", True),
            row.get("nearest", False),
            row.get("again", False),
        )
        for row in rules(name)
    )


_SIGNS = frozenset(SIGNS.values())


@cache
def _shapes_of(name: str, signs: frozenset[str]) -> tuple[tuple[Shape, ...], frozenset[str]]:
    """The shapes that can match where these signs stand alone, and the words that they demand."""
    found = tuple(shape for shape in shapes(name) if _has_its_signs(shape, signs))
    return found, frozenset(word for shape in found for words in shape.needs for word in words)


def _has_its_signs(shape: Shape, signs: frozenset[str]) -> bool:
    return all(any(_SIGNS & set(word) <= signs for word in words) for words in shape.needs)


def matches(name: str, signed: Signed) -> Iterator[tuple[Shape, re.Match[str]]]:
    """The matches of shapes in a paragraph, of those alone that find there what their matches hold."""
    found, words = _shapes_of(name, frozenset(sign for sign in _SIGNS if sign in signed.text))
    told = told_words(words, lowered(signed.text))
    for shape in found:
        if may_match(shape.needs, told):
            for match in shape.pattern.finditer(signed.text):
                yield shape, match


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(expanded(pattern, macros()))


def bodies_named(signed: Signed, shape: Shape, match: re.Match[str]) -> dict[int, Span]:
    """The bodies that a match of a shape names, by their places in the signed text."""
    places = signed.within("B", *match.span("bodies"))
    return {i: signed.at[i].value for i in places if not signed.part_of(i, shape.nearest)}


def founders_do(signed: Signed, match: re.Match[str]) -> bool:
    """Whether who does what a match's words of founding say is a founder."""
    verbs = signed.within("F", *match.span())
    return any(signed.at[verb].value["sense"] == "founds" for verb in verbs)


def body_meant(
    signed: Signed,
    match: re.Match[str],
    earlier: Sequence[Signed],
    index: int,
    types: frozenset[str] = frozenset(),
) -> Span | None:
    """The body that "it" or "its" before a place means, or the noun of a match ("the institute")."""
    noun = match.groupdict().get("noun")
    wanted = wanted_by(noun and noun.lower(), types)
    if wanted is None:
        return None
    place = match.start() if noun else index
    if _SPEAKER.search(signed.text, max(0, match.start() - _SPEAKER_REACH), match.start()):
        place = signed.sentence_start(place)
    return told_before(signed, place, wanted, earlier)


# "We showed it in the Museum of Korea, – the director of the museum tells": the body is none that the speech names.
_SPEAKER = re.compile(r"[,!?.] ?[-–—] (?:the )?$")
_SPEAKER_REACH = 8
