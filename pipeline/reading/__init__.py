"""Raw bytes to `RawArticle`: files, folders, globs, standard input; text, pages, rows, archives."""

from pipeline.reading.articles import html_article, text_article
from pipeline.reading.inputs import read_inputs, read_parcels
from pipeline.reading.limits import Limits
from pipeline.reading.parcels import Parcel, open_parcel
from pipeline.reading.paths import Results
from pipeline.reading.rows import row_article

__all__ = [
    "Limits",
    "Parcel",
    "Results",
    "html_article",
    "open_parcel",
    "read_inputs",
    "read_parcels",
    "row_article",
    "text_article",
]
