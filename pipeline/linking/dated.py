"""What the words around a date say that it dates: a law, a life, a book, or an aside on how something came to be."""

import re
from dataclasses import dataclass

from spacy.tokens import Span, Token

from pipeline.extensions import sentence_of, text_of
from pipeline.linking.surroundings import verb_over

# Characters before a date that are read.
_REACH = 120

_MADE = (
    r"(?:found|creat|establish|organi[sz]|open|buil|construct|erect|regist|clos|publish|writ|issu|born|inaugurat|restor"
    r"|set up|launch|adopt|exist|work|appear|start|sign)\w*"
)
_HELD = r"(?:held|called|conven\w+|convoked|dated|form\w+|conduct\w+|made|taken)"
_WAS = (
    r"(?:(?:which|that|who|where|whose \w+) )?(?:(?:was|were|has been|had been|is) )?"
    r"(?:also |first |newly |already |officially )?"
)
_ASIDES = tuple(
    (name, re.compile(rf"(?:[,(–]|-) ?{_WAS}{verb}\b[^,;()–]{{0,60}}$", re.IGNORECASE))
    for name, verb in (("made", _MADE), ("held", _HELD))
)
# The rest of an aside: up to its comma, which is none of a date's ("September, 1941").
_REST = re.compile(r"[^,;()–]{0,40}(?:,(?! \d{4})|\)|–|\.|;|$)")

_TOLD = tuple(
    (name, re.compile(pattern, re.IGNORECASE))
    for name, pattern in (
        ("life", r"\b(?:born|died|birth)\b[^.;]{0,30}$"),
        (
            "made",
            r"\b(?:found|form|creat|establish|organi[sz]|open|buil|regist|set up|erect|construct|launch|start|appear"
            r"|inaugurat)\w*\b[^.;,]{0,40}$",
        ),
        (
            "law",
            r"\b(?:law|decree|order|resolution|treaty|code|act|statute|charter|agreement|edict|instruction|manifesto"
            r"|decision|program\w*|constitution|declaration|provision)s?\b[^.;,]{0,40}"
            r"\b(?:of|from|dated|on|in|at|signed|adopted) (?:the )?$",
        ),
        (
            "book",
            r"\b(?:publish|writ|wrote|book|article|printed|issued|newspaper|magazine)\w*\b[^.;,]{0,40}$",
        ),
    )
)


@dataclass(frozen=True, slots=True)
class Dated:
    """What a date dates: by the words before it, the aside around it (its kind and stretch), the verb over it."""

    told: str
    aside: str
    stretch: tuple[int, int]
    verb: Token

    @property
    def clause(self) -> str:
        """What the verb over the date is in its sentence: ROOT, relcl, conj."""
        return self.verb.dep_

    def aside_of(self, span: Span) -> str:
        """The kind of the aside that a date stands in and a count does not, or none."""
        start, end = self.stretch
        return "none" if start <= span.start_char < end else self.aside


def dated(date: Span) -> Dated:
    """What a date dates, whatever count it is asked for."""
    text, sentence = text_of(date.doc), sentence_of(date)
    low = max(sentence.start_char, date.start_char - _REACH)
    bracketed = text[low : date.start_char].endswith("(")
    told = (name for name, words in _TOLD if words.search(text, low, date.start_char))
    name, stretch = _aside(text, date, low)
    return Dated("bracket" if bracketed else next(told, "none"), name, stretch, verb_over(date))


def _aside(text: str, date: Span, low: int) -> tuple[str, tuple[int, int]]:
    rest = _REST.match(text, date.end_char)
    for name, opening in _ASIDES:
        begun = opening.search(text, low, date.start_char)
        if begun is not None and rest is not None:
            return name, (begun.start(), rest.end())
    return "none", (0, 0)


def clauses_between(count: Token, date: Token) -> str:
    """How the verb over a count and that over a date stand: same, one under the other (in a relative clause), apart."""
    if count == date:
        return "same"
    if count.is_ancestor(date):
        return "under-relative" if date.dep_ in ("relcl", "acl") else "under"
    return "over" if date.is_ancestor(count) else "apart"
