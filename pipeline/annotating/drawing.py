"""Articles that are no gold yet: what the pipeline finds in them, as a gold line to correct."""

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from pipeline.articles import RawArticle
from pipeline.errors import RejectedInput
from pipeline.evaluating.gold import GoldArticle
from pipeline.records import ArticleRecord

Style = Literal["edited", "translated"]

_ROW = re.compile(r"\.jsonl?(?:\.gz)?(?::\d+)?$")
_ROW_KEYS = ("title", "url", "published", "language")


def _format(article: RawArticle) -> Literal["txt", "html", "json"]:
    if article.visible.text != article.raw:
        return "html"
    return "json" if _ROW.search(article.source) else "txt"


def drawn(article: RawArticle, record: ArticleRecord, style: Style) -> GoldArticle:
    """The gold line of an article as the pipeline has it."""
    form = _format(article)
    row = {key: getattr(article, key) for key in _ROW_KEYS} if form == "json" else None
    known = record.model_dump() | {"text": article.raw, "format": form, "style": style}
    return GoldArticle.model_validate(known | {"input": row})


def drawn_from(
    items: Iterable[RawArticle | RejectedInput], style: Style
) -> Iterator[GoldArticle | RejectedInput]:
    """A gold line for every article, the rejects as they are."""
    from pipeline.extracting import outcomes

    kept = list(items)
    for item, outcome in zip(kept, outcomes(kept), strict=True):
        if isinstance(item, RejectedInput):
            yield item
        elif isinstance(outcome, RejectedInput):
            yield outcome
        else:
            yield drawn(item, outcome, style)
