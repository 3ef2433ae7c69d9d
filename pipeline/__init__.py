"""Facts from articles of the history portal e-history.kz, as validated records.

>>> from pipeline import extract
>>> extract("In 1970 81 thousand Koreans lived in Kazakhstan.").populations[0].value
81000
"""

from typing import TYPE_CHECKING, Any

from pipeline.errors import EhistoryError, RejectedInput
from pipeline.records import ArticleRecord

if TYPE_CHECKING:
    from pipeline.extracting import extract, extract_many
    from pipeline.nlp import load

__all__ = ["ArticleRecord", "EhistoryError", "RejectedInput", "extract", "extract_many", "load"]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - PEP 562: spaCy is imported when first used
    if name in ("extract", "extract_many"):
        from pipeline import extracting

        return getattr(extracting, name)
    if name == "load":
        from pipeline.nlp import load

        return load
    raise AttributeError(f"module 'pipeline' has no attribute {name!r}")
