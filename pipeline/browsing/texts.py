"""The texts that records were made from: read again, each known by its id and held to its hash."""

import re
from collections.abc import Callable, Sequence

from pipeline.articles import RawArticle
from pipeline.errors import RejectedInput
from pipeline.reading import read_inputs
from pipeline.records import ArticleInfo

# What was extracted with a larger --max-chars is still to be shown.
_MAX_CHARS = 20_000_000
# Of a row or an archive's record, its number or offset stands behind the file.
_PLACE = re.compile(r":\d+$")


class Texts:
    """The articles of some inputs by id, read as they are asked for: records come in the inputs' order.

    What is read before it is asked for is kept until then, so another order costs memory alone. `tell` is given what
    can't be read.
    """

    def __init__(
        self, inputs: Sequence[str], tell: Callable[[RejectedInput], None] = lambda _: None
    ) -> None:
        self._tell = tell
        self._unread = read_inputs(inputs, max_chars=_MAX_CHARS)
        self._waiting: dict[str, RawArticle] = {}

    def of(self, info: ArticleInfo) -> RawArticle | None:
        """The article of a record, null where it is not among the inputs or its bytes have changed."""
        found = self._waiting.pop(info.id, None) or self._read_to(info.id)
        return found if found is not None and found.sha256 == info.sha256 else None

    def _read_to(self, article_id: str) -> RawArticle | None:
        for item in self._unread:
            if isinstance(item, RawArticle):
                if item.id == article_id:
                    return item
                self._waiting[item.id] = item
            else:
                self._tell(item)
        return None


class Sources:
    """The same from the files that the records name as their sources."""

    def __init__(self) -> None:
        self._path = ""
        self._texts = Texts(())

    def of(self, info: ArticleInfo) -> RawArticle | None:
        """The article of a record, null where its source is not there or has changed."""
        path = _PLACE.sub("", info.source)
        if path != self._path:
            self._path, self._texts = path, Texts([path])
        return self._texts.of(info)
