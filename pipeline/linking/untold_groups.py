"""Whom a count counts where no words of its own say it: chosen among the peoples told around it and in the title.

"Greeks of the world celebrate today; we tell of those that fate brought to Kazakhstan: it is 8 846 people."
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from pipeline.extensions import sentence_of, text_of
from pipeline.linking.encoder.judging import judged
from pipeline.linking.groups import STATES, group_options, peoples_in, titled_peoples
from pipeline.linking.ranking import Option
from pipeline.linking.surroundings import lead_in


def untold_group(
    doc: Doc, span: Span, kind: str, evidence: str, previous: Span | None
) -> str | None:
    """The likeliest people, or none; `evidence` is what the count was told by, `previous` the count before."""
    if _is_from_land(span, previous):
        return None
    options = untold_options(doc, span, kind, evidence, previous)
    return judged(span, options, "people", peoples_in)


# "Among them 393 thousand Germans, 302 thousand people from the Caucasus": not of the people before.
_FROM_LAND = re.compile(r" (?:people|persons) from (?:the )?[A-Z]")
_NUMBERS = re.compile(r".*\d(?: (?:thousand|million|mln))?", re.DOTALL)


def _is_from_land(span: Span, previous: Span | None) -> bool:
    """Whether people from a land stand in a list behind a people by its name."""
    number = _NUMBERS.match(span.text)
    if previous is None or number is None or sentence_of(previous) != sentence_of(span):
        return False
    named = previous._.population.noun.ethnic
    return named and _FROM_LAND.match(text_of(span.doc), span.start_char + number.end()) is not None


def untold_options(
    doc: Doc, span: Span, kind: str, evidence: str, previous: Span | None
) -> list[Option[str | None]]:
    """Every people that may be meant, those of the title among them, and none."""
    titled = titled_peoples(doc)
    signs = _Signs(
        counted=_counted(span),
        kind=kind,
        evidence=evidence,
        pronoun=_has_pronoun(doc, span),
        row=lead_in(doc, span.start_char) is not None,
    )
    return [
        Option(option.value, (*option.features, *_features(option, titled, signs)))
        for option in group_options(doc, span, kind, previous)
        # "33 wounded, | 7 captured": another fate, other people.
        if option.value not in STATES
        and ("ethnic=False:same" not in option.features or _is_carried(option))
    ]


def _is_carried(option: Option[str | None]) -> bool:
    """Whether the count before is of the same people; else "the census takers | found 181,520" says who counted."""
    return any(feature.startswith("previous=") for feature in option.features)


@dataclass(frozen=True, slots=True)
class _Signs:
    """What is told of a count: its noun, its kind and evidence, a pronoun before it, whether it is a list's row."""

    counted: str
    kind: str
    evidence: str
    pronoun: bool
    row: bool


def _features(option: Option[str | None], titled: Sequence[str], signs: _Signs) -> Iterator[str]:
    """What a count's signs and the title say of a people; its first feature tells where it is."""
    where = option.features[0]
    yield f"{where}:of={signs.counted}"
    yield f"{where}:of={signs.counted}:kind={signs.kind}"
    yield f"{where}:by={signs.evidence}"
    yield f"{where}:pronoun={signs.pronoun}"
    yield f"{where}:row={signs.row}:of={signs.counted}"
    if option.value is not None:
        yield f"{where}:titled={option.value in titled}"
        yield f"{where}:titled={option.value in titled}:of={signs.counted}"


# Nouns that say nothing of whom they count; where none stands, the number is alone.
_NOUNS = frozenset(
    ("people", "persons", "person", "inhabitants", "residents", "souls", "families", "households")
)


def _counted(span: Span) -> str:
    word = span.text.split()[-1].lower()
    return word if word in _NOUNS else "number"


_PRONOUN = re.compile(
    r"\b(?:they|them|their|these|this people|diaspora|community)\b", re.IGNORECASE
)


def _has_pronoun(doc: Doc, span: Span) -> bool:
    """Whether words that stand for a people come before the count in its sentence."""
    return _PRONOUN.search(text_of(doc), sentence_of(span).start_char, span.start_char) is not None
