"""What is said of a body around its name: place, leaders, the time it was founded."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Span

from pipeline.extensions import sentence_of, text_of
from pipeline.lexicons import table, values
from pipeline.linking.surroundings import paragraph_of
from pipeline.records import Place

_PERSON = r"(?P<person>(?:[A-Z]\. ?){1,2}[A-Z][\w'-]+|[A-Z][a-z'-]+(?: (?:of )?(?:[A-Z]\.|[A-Z][\w'-]+)){1,2})"


@dataclass(frozen=True, slots=True)
class Leading:
    """A person who heads a body; offsets of the name in the clean text."""

    person: str
    role: str
    start: int
    end: int


_AT = re.compile(
    r"[\")]*,?(?: (?:which )?(?:was |is |were )?(?:opened|founded|established|created|formed|located"
    r"|situated|based|raised|built))?"
    r" (?:in|at|of|from) (?:the )?(?:city of |town of |village of )?"
)


def place_of_body(doc: Doc, span: Span) -> Place | None:
    """The last place in the name, else one right after it ("in Almaty")."""
    inside = [p for p in doc.spans["places"] if span.start <= p.start and p.end <= span.end]
    if inside:
        return _place(inside[-1])
    for place in doc.spans["places"]:
        between = text_of(doc)[span.end_char : place.start_char]
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


_SAID_OF = re.compile(
    r"[\")\]]*(?: \([^)]{1,30}\))?,?(?: \w+ly)?(?: (?:which|that|itself|first))?"
    r"(?: (?:was|were|is|had been|has been|officially|first))*[ ]$"
)


def founded_in(doc: Doc, span: Span) -> str | None:
    """The date of the sentence that says the body came into being, nearest to that word."""
    text, sent = text_of(doc), sentence_of(span)
    for match in _founding().finditer(text, sent.start_char, sent.end_char):
        if match.start() >= span.end_char:
            if _SAID_OF.fullmatch(text, span.end_char, match.start()):
                return _date_beside(doc, match)
        elif match.end() <= span.start_char and _made_before(text[match.end() : span.start_char]):
            return _date_beside(doc, match)
    return None


def _made_before(between: str) -> bool:
    """Whether only an article, a head or an adjective parts the verb from the body it made."""
    # "X was registered in the Ministry": the body behind "in" or "by" is not the one founded.
    return len(between) < _MADE_REACH and not re.search(
        r"\b(?:in|by|at|under|of|with|from)\b|[,;]", between
    )


_MADE_REACH = 50


def _date_beside(doc: Doc, verb: re.Match[str]) -> str | None:
    """The date after a verb in its sentence, else the one before it; recurring days are none."""
    dates = [
        d
        for d in doc.spans["dates"]
        if sentence_of(d).start_char <= verb.start() < sentence_of(d).end_char
        and d._.date.kind not in ("recurring", "relative", "period")
        and d._.date.edtf
    ]
    after = [
        d for d in dates if d.start_char >= verb.end() and d.start_char - verb.end() < _DATE_REACH
    ]
    before = [d for d in dates if d.end_char <= verb.start()]
    chosen = after[0] if after else before[-1] if before else None
    return chosen._.date.edtf.rstrip("~?") if chosen is not None else None


_DATE_REACH = 45


@cache
def _roles() -> Mapping[str, str]:
    rows = [row for row in table("roles") if row["leads"] == "yes"]
    return {
        form.lower(): row["role"]
        for row in rows
        for form in (row["role"], *values(row["variants"]))
    }


_SECONDARY = re.compile(r"\b(?:deputy|vice|honorary|former|co|assistant|ex)[ -]*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Telling:
    """A way to say who heads a body; `before` patterns end at its name, others begin there."""

    before: bool
    pattern: re.Pattern[str]
    # The person stands after the name of the body: "president of X Kim Roman".
    around: bool = False


@cache
def _tellings() -> tuple[_Telling, ...]:
    role = "|".join(re.escape(form) for form in sorted(_roles(), key=len, reverse=True))
    named = rf"(?P<role>(?i:{role}))"
    title = (
        r"(?:(?:the|[Cc]aptain|[Gg]eneral|[Mm]ajor|[Cc]olonel|[Aa]cademician|[Pp]rofessor"
        r"|[Dd]octor|poet|writer|[Mm]etropolitan) ){0,3}"
    )
    led = r"(?P<role>(?i:headed|led|directed|managed|chaired|commanded|under the leadership|run))"
    near, next_ = r"[^.;]{0,70}?", r"[^;]{0,110}?"
    return (
        _Telling(True, re.compile(rf"\b{named} of (?:the )?\"?(?:[Tt]he )?$"), around=True),
        _Telling(
            False, re.compile(rf"[\",)]*{near}\b{led}(?: \w+){{0,4}}? (?:by|of) {title}{_PERSON}")
        ),
        _Telling(False, re.compile(rf"[\",]*,? (?:the )?{named},? {title}{_PERSON}")),
        _Telling(
            False,
            re.compile(
                rf"[\",)]*{next_}\b(?:[Ii]ts|[Ww]hose|which|[Tt]he)(?: \w+)? {named}"
                rf" (?:is|was|became|has been) {title}{_PERSON}"
            ),
        ),
        _Telling(
            False,
            re.compile(
                rf"[\",)]*{next_}{_PERSON} (?:became|was elected|was appointed|was|is) (?:its|the)(?: first)? {named}\b"
            ),
        ),
        _Telling(
            False,
            re.compile(rf"[\",)]*{near}at the (?P<role>head) of which stood {title}{_PERSON}"),
        ),
        _Telling(
            True,
            re.compile(
                rf"{_PERSON}(?:,| was| is| became| has been|,? elected| was elected| was appointed|,? the"
                rf"| –)*(?: as| the| a| first)* {named} of (?:the )?\"?(?:[Tt]he )?$"
            ),
        ),
        _Telling(
            True,
            re.compile(
                rf"{_PERSON} (?P<role>headed|led|directed|chaired) (?:the )?\"?(?:\w+ )?\"?$"
            ),
        ),
    )


_NAME_AFTER = re.compile(rf"[\"]?(?:,| –| -)? ?(?:was |is |became |has been )?{_PERSON}")


def leaders_of(doc: Doc, span: Span) -> tuple[Leading, ...]:
    """Persons said to head the body, beside its name in its sentence."""
    return tuple(_leaders(text_of(doc), span))


def _leaders(text: str, span: Span) -> Iterator[Leading]:
    # A quoted name may end a sentence for the parser: the paragraph is the bound, not the sentence.
    low, high = paragraph_of(span.doc, span.start_char)
    for telling in _tellings():
        if telling.before:
            role = telling.pattern.search(text, max(low, span.start_char - 120), span.start_char)
        else:
            role = telling.pattern.match(text, span.end_char, high)
        if role is None or _SECONDARY.search(
            text, max(low, role.start("role") - 12), role.start("role")
        ):
            continue
        person = _NAME_AFTER.match(text, span.end_char, high) if telling.around else role
        if person is not None:
            yield _leading(person, role)


def _leading(person: re.Match[str], role: re.Match[str]) -> Leading:
    said = role["role"].lower()
    name = person["person"].removesuffix(" The")
    return Leading(
        name, _roles().get(said, "head"), person.start("person"), person.start("person") + len(name)
    )
