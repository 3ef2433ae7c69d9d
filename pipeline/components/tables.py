"""`ehistory_tables`: number cells of tables flattened into lines and of dated series.

They are in `doc.spans["cells"]`, their values in `span._.cell`.
"""

from collections.abc import Callable, Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc, Span

from pipeline.components.context import mark_context
from pipeline.components.dates import mark_dates
from pipeline.extensions import char_span, covering, ensure, text_of
from pipeline.normalising.dated_series import find_series
from pipeline.normalising.tables import Cell, find_cells


@Language.factory("ehistory_tables")
def create_tables(nlp: Language, name: str) -> Callable[[Doc], Doc]:  # noqa: ARG001
    """The component; without `ehistory_context` and `ehistory_dates` before it, it does their work."""
    return mark_cells


def mark_cells(doc: Doc) -> Doc:
    """Set `doc.spans["cells"]`; a cell like 1926 that counts people is no date."""
    ensure(doc, places=mark_context, dates=mark_dates)
    dates = [
        (d.start_char, d.end_char, str(d._.date.edtf)) for d in doc.spans["dates"] if d._.date.edtf
    ]
    places = [(p.start_char, p.end_char, p._.place) for p in doc.spans["places"]]
    text = text_of(doc)
    series = find_series(text, places)
    inside = {cell.start for cell in series}
    cells = [*series, *(c for c in find_cells(text, dates, places) if c.start not in inside)]
    spans = [_span(doc, cell) for cell in sorted(cells, key=lambda cell: cell.start)]
    doc.spans["cells"] = spans
    if spans:
        doc.spans["dates"] = [date for date in doc.spans["dates"] if cell_over(date) is None]
    return doc


def _span(doc: Doc, cell: Cell) -> Span:
    span = char_span(doc, cell.start, cell.end, "CELL")
    span._.cell = cell
    return span


def cells_besides(doc: Doc, told: Sequence[Span]) -> Iterator[Span]:
    """The cells, but those of which words beside them have told."""
    for span in doc.spans.get("cells", ()):
        if not any(other.start < span.end and span.start < other.end for other in told):
            yield span


def cell_over(span: Span) -> Span | None:
    """The cell that shares tokens with a span."""
    return covering(span, "cells")
