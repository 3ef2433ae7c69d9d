"""What is said of a body around its name: place, leaders, the time it was founded."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Span

from pipeline.lexicons import table, values
from pipeline.linking.attachment import paragraph_of, time_of
from pipeline.records import Place

_PERSON = r"(?P<person>(?:[A-Z]\. ?){1,2}[A-Z][\w'-]+|[A-Z][a-z'-]+(?: (?:of )?(?:[A-Z]\.|[A-Z][\w'-]+)){1,2})"


@dataclass(frozen=True, slots=True)
class Leading:
    """A person who heads a body; offsets of the name in the clean text."""

    person: str
    role: str
    start: int
    end: int


def place_of_body(doc: Doc, span: Span) -> Place | None:
    """The last place in the name, else one right after it ("in Almaty")."""
    inside = [p for p in doc.spans["places"] if span.start <= p.start and p.end <= span.end]
    if inside:
        return _place(inside[-1])
    for place in doc.spans["places"]:
        between = doc.text[span.end_char : place.start_char]
        if place.start >= span.end and re.fullmatch(
            r"[\")]* (?:in|at|of) (?:the )?(?:city of |town of )?", between
        ):
            return _place(place)
    return None


def _place(span: Span) -> Place | None:
    value = span._.place
    return value if isinstance(value, Place) else None


@cache
def _founding() -> re.Pattern[str]:
    return re.compile(
        "|".join(rf"\b{row['form']}\b" for row in table("founding_verbs")), re.IGNORECASE
    )


def founded_in(doc: Doc, span: Span) -> str | None:
    """The date of the sentence that says the body came into being, nearest to that word."""
    text, sent = doc.text, span.sent
    for match in _founding().finditer(text, sent.start_char, sent.end_char):
        between = text[min(match.end(), span.end_char) : max(match.start(), span.start_char)]
        if match.start() >= span.start_char and match.end() <= span.end_char:
            continue
        after = match.start() >= span.end_char
        if len(between) > 60 or (after and re.search(r"[;,]", between)):
            continue
        # "X was registered in the Ministry": a body after the verb and "in", "by" is not the one founded.
        if not after and re.search(r"\b(?:in|by|at|under|of|with|from)\b[^,]*$", between):
            continue
        return time_of(doc, span)
    return None


@cache
def _roles() -> Mapping[str, str]:
    rows = [row for row in table("roles") if row["leads"] == "yes"]
    return {
        form.lower(): row["role"]
        for row in rows
        for form in (row["role"], *values(row["variants"]))
    }


@cache
def _followers() -> re.Pattern[str]:
    words = [
        form for row in table("roles") if row["leads"] == "no" for form in values(row["variants"])
    ]
    return re.compile("|".join(map(re.escape, words)) + r"|first deputy|former", re.IGNORECASE)


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    role = "|".join(re.escape(form) for form in sorted(_roles(), key=len, reverse=True))
    named = rf"(?P<role>{role})"
    return (
        ("around", re.compile(rf"\b{named} of (?:the )?\"?(?:the )?$", re.IGNORECASE)),
        (
            "after",
            re.compile(
                r"[\",]* (?:which )?(?:is |was |, )?(?P<role>(?i:headed|led|directed|managed)) by"
                rf" (?:the \w+ )?{_PERSON}"
            ),
        ),
        ("after", re.compile(rf"[\",]*,? (?:the )?(?P<role>(?i:{role})),? {_PERSON}")),
        (
            "before",
            re.compile(
                rf"{_PERSON}(?:,| was| is| became| has been|,? elected| was elected| was appointed|,? the| –)*"
                rf"(?: as| the| a)* (?P<role>(?i:{role})) of (?:the )?\"?(?:[Tt]he )?$"
            ),
        ),
        ("before", re.compile(r"(?P<role>(?i:headed|led)) (?:the )?\"?$")),
    )


_NAME_AFTER = re.compile(rf"[\"]?(?:,| –| -)? ?(?:was |is |became |has been )?{_PERSON}")


def leaders_of(doc: Doc, span: Span) -> tuple[Leading, ...]:
    """Persons said to head the body, beside its name in its sentence."""
    return tuple(_leaders(doc.text, span))


def _leaders(text: str, span: Span) -> Iterator[Leading]:
    # A quoted name may end a sentence for the parser: the paragraph is the bound, not the sentence.
    low, high = paragraph_of(span.doc, span.start_char)
    for side, pattern in _patterns():
        if side == "after":
            match = pattern.match(text, span.end_char, high)
            if match:
                yield _leading(match, match)
            continue
        match = pattern.search(text, low, span.start_char)
        if match is None or _followers().search(
            text[max(low, match.start("role") - 15) : match.end("role")]
        ):
            continue
        holder = (
            match if "person" in match.groupdict() else _NAME_AFTER.match(text, span.end_char, high)
        )
        if holder is not None and (side == "around" or holder is match):
            yield _leading(holder, match)


def _leading(person: re.Match[str], role: re.Match[str]) -> Leading:
    said = role["role"].lower()
    name = person["person"].removesuffix(" The")
    return Leading(
        name, _roles().get(said, "head"), person.start("person"), person.start("person") + len(name)
    )
