"""`ehistory_organizations`: named bodies in `doc.spans["organizations"]`, values in `span._.organization`.

Candidates come from the readers of `pipeline.naming`; overlaps go to the longest.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.components.context import mark_context
from pipeline.components.dates import mark_dates
from pipeline.extensions import char_span, ensure, text_of, warning
from pipeline.linking.body_places import place_of_body, setting_of
from pipeline.linking.founding import founded_in
from pipeline.linking.leaders import Leading, leaders_of
from pipeline.linking.signs import signed_paragraphs
from pipeline.merging import body_clusters
from pipeline.naming.acronyms import acronyms
from pipeline.naming.candidates import Candidate, longest
from pipeline.naming.clubs import clubs
from pipeline.naming.headed import headed
from pipeline.naming.listed import lettered, listed, of_ministries, shortened
from pipeline.naming.listed_around import around
from pipeline.naming.mixed import mixed
from pipeline.naming.numbered import numbered
from pipeline.naming.quoted import joined, quoted, titles, works
from pipeline.naming.series import series
from pipeline.naming.short_names import definite, told_again
from pipeline.naming.unquoted import apposed, called, formed, sites, translated
from pipeline.naming.untold_quotes import weighed
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
    """The component; without `ehistory_context` and `ehistory_dates` before it, it does their work."""
    return warning("ehistory_organizations", mark_organizations)


def mark_organizations(doc: Doc) -> Doc:
    """Set `doc.spans["organizations"]`."""
    ensure(doc, places=mark_context, dates=mark_dates)
    candidates = _candidates(doc)
    spans = [char_span(doc, c.start, c.end, c.type.upper()) for c in candidates]
    paragraphs = list(signed_paragraphs(doc, spans))
    leaders, founded = leaders_of(paragraphs), founded_in(paragraphs)
    for candidate, span in zip(candidates, spans, strict=True):
        span._.organization = OrganizationValue(
            candidate.name,
            candidate.type,
            None,
            leaders.get(span.start, ()),
            founded.get(span.start),
            candidate.evidence,
        )
    setting = setting_of(doc, spans)
    for mentions in body_clusters(spans):
        place = place_of_body(setting, mentions)
        for span in mentions:
            span._.organization = replace(span._.organization, place=place)
    doc.spans["organizations"] = spans
    return doc


# What makes no name in the title of a book or law: "Kazakh Diaspora in Central Asia".
_WEAK = ("full-weak", "adjectival")


def _candidates(doc: Doc) -> list[Candidate]:
    text, words = text_of(doc), words_of(doc)
    inside, opened = works(text), set(titles(text))
    by_words = [
        candidate
        for candidate in (*headed(text, words), *numbered(text, words), *series(text, words))
        if candidate.evidence not in _WEAK
        or not any(start <= candidate.start and candidate.end <= end for start, end in inside)
    ]
    by_text = [
        *quoted(text),
        *apposed(text),
        *called(text),
        *formed(text),
        *sites(text),
        *translated(text),
    ]
    by_text += [*mixed(text), *listed(text), *lettered(text), *shortened(text)]
    by_text += [*clubs(text), *around(text, words, by_text)]
    found = longest(c for c in (*by_text, *by_words) if c.start not in opened)
    found = longest([*found, *joined(text, found), *of_ministries(text, found)])
    found = longest([*found, *told_again(text, found)])
    found = longest([*found, *acronyms(text)])
    found = longest([*found, *(c for c in weighed(doc, found) if c.start not in opened)])
    return longest([*found, *definite(words, found)])
