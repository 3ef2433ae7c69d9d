"""Facts drawn by displaCy: a colour a type of fact, and a group of spans that has all four types.

`displacy.render(mark_facts(doc), style="span", options=displacy_options())`. The colours are also an entry
point (`spacy_displacy_colors`), so displaCy uses them for the single groups without options.
"""

from collections.abc import Mapping
from typing import Any, get_args

from spacy.tokens import Doc, Span

from pipeline.records import FACT_TYPES, DateKind, OrganizationType

# The group of spans that has the facts of all types.
FACTS = "facts"

# Dark words on each stand out by more than 7 to 1 (WCAG AAA).
LABELS = {
    "populations": ("POPULATION", "#ffd98a"),
    "percentages": ("PERCENTAGE", "#bfe5b5"),
    "organizations": ("ORGANIZATION", "#b8dbf7"),
    "dates": ("DATE", "#e6c9f3"),
}


def _colours() -> Mapping[str, str]:
    """By label: those of `facts`, and the finer ones of the groups of organizations and dates."""
    found = dict(LABELS.values())
    found |= {kind.upper(): found["ORGANIZATION"] for kind in get_args(OrganizationType)}
    return found | {kind.upper(): found["DATE"] for kind in get_args(DateKind)}


COLOURS = _colours()


def displacy_options(spans_key: str = FACTS) -> dict[str, Any]:
    """Options of `displacy.render(doc, style="span", …)`; `spans_key` may name a single group."""
    return {"spans_key": spans_key, "colors": dict(COLOURS)}


def mark_facts(doc: Doc) -> Doc:
    """Set `doc.spans["facts"]`: the facts of the groups that the Doc has, labelled by their type."""
    doc.spans[FACTS] = sorted(
        Span(doc, span.start, span.end, label=LABELS[name][0])
        for name in FACT_TYPES
        for span in doc.spans.get(name, ())
    )
    return doc
