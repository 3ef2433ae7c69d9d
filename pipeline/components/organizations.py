"""`ehistory_organizations`: named bodies in `doc.spans["organizations"]`, values in `span._.organization`.

Candidates come from the readers of `pipeline.naming`; overlaps go to the longest.
"""

from collections.abc import Callable
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extensions import char_span, text_of
from pipeline.linking.bodies import Leading, founded_in, leaders_of, place_of_body
from pipeline.naming.candidates import Candidate, longest
from pipeline.naming.headed import headed
from pipeline.naming.listed import listed, shortened, told_again
from pipeline.naming.quoted import apposed, formed, quoted
from pipeline.naming.series import series
from pipeline.naming.words import words_of
from pipeline.records import OrganizationType, Place


@dataclass(frozen=True, slots=True)
class OrganizationValue:
    """One mention of a body, before mentions are merged."""

    name: str
    type: OrganizationType
    place: Place | None
    leaders: tuple[Leading, ...]
    founded: str | None
    evidence: str


@Language.factory("ehistory_organizations")
def create_organizations(nlp: Language, name: str) -> Callable[[Doc], Doc]:  # noqa: ARG001
    """The component; it needs dates and context before it."""
    return mark_organizations


def mark_organizations(doc: Doc) -> Doc:
    """Set `doc.spans["organizations"]`."""
    spans = []
    for candidate in _candidates(doc):
        span = char_span(doc, candidate.start, candidate.end, candidate.type.upper())
        span._.organization = OrganizationValue(
            candidate.name,
            candidate.type,
            place_of_body(doc, span),
            leaders_of(doc, span),
            founded_in(doc, span),
            candidate.evidence,
        )
        spans.append(span)
    doc.spans["organizations"] = spans
    return doc


def _candidates(doc: Doc) -> list[Candidate]:
    text, words = text_of(doc), words_of(doc)
    by_words = [*headed(text, words), *series(text, words)]
    by_text = [*quoted(text), *apposed(text), *formed(text), *listed(text), *shortened(text)]
    found = longest([*by_text, *by_words])
    return longest([*found, *told_again(text, found)])
