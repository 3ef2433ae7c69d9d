"""Facts from articles of the history portal e-history.kz, as validated records.

>>> from pipeline import extract
>>> extract("In 1970 81 thousand Koreans lived in Kazakhstan.").populations[0].value
81000
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from pipeline.errors import EhistoryError, PublishedError, RejectedInput

if TYPE_CHECKING:
    from pipeline.articles import RawArticle
    from pipeline.extracting import extract, extract_many
    from pipeline.nlp import load
    from pipeline.records import ArticleRecord

__all__ = [
    "ArticleRecord",
    "EhistoryError",
    "PublishedError",
    "RawArticle",
    "RejectedInput",
    "extract",
    "extract_many",
    "load",
]

_HOMES = {
    "ArticleRecord": "pipeline.records",
    "RawArticle": "pipeline.articles",
    "extract": "pipeline.extracting",
    "extract_many": "pipeline.extracting",
    "load": "pipeline.nlp",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - PEP 562: spaCy is imported when first used
    if name not in _HOMES:
        raise AttributeError(f"module 'pipeline' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
