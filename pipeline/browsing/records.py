"""Records as runs wrote them, one at a time; a line that is none is named and the rest goes on."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from pydantic import ValidationError

from pipeline.errors import Code, RejectedInput
from pipeline.records import ArticleRecord
from pipeline.summary import RECORDS


def read_records(inputs: Sequence[Path]) -> Iterator[ArticleRecord | RejectedInput]:
    """Every record of files, or of folders that a run wrote; of an id the first alone."""
    seen: set[str] = set()
    for path in inputs:
        for item in _records(path / RECORDS if path.is_dir() else path):
            if isinstance(item, ArticleRecord) and item.article.id in seen:
                reason = f"{item.article.id!r} is the id of an earlier record"
                yield RejectedInput(Code.DUPLICATE_ID, str(path), reason)
                continue
            if isinstance(item, ArticleRecord):
                seen.add(item.article.id)
            yield item


def _records(path: Path) -> Iterator[ArticleRecord | RejectedInput]:
    try:
        with path.open("rb") as lines:
            for number, line in enumerate(lines, 1):
                yield _record(line, f"{path}:{number}")
    except OSError as error:
        yield RejectedInput(Code.UNREADABLE, str(path), error.strerror or str(error))


def _record(line: bytes, source: str) -> ArticleRecord | RejectedInput:
    try:
        return ArticleRecord.model_validate_json(line)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        return RejectedInput(Code.INVALID_ROW, source, f"{place}: {first['msg']}".lstrip(": "))
