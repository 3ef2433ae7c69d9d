"""Gold articles and predicted records: reading them, and running the pipeline over gold texts.

A gold line is a record plus the raw input it was made from, so one file is enough to check it.
"""

import codecs
import hashlib
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, Literal, TypeVar

from pydantic import ValidationError

from pipeline.articles import RawArticle
from pipeline.errors import GoldError, GoldGiven, GroundingError, RejectedInput
from pipeline.records import ArticleRecord, Span
from pipeline.versions import GOLD_FIELDS, explain, read_record

Record = TypeVar("Record", bound=ArticleRecord)

ExtractMany = Callable[[Iterable[RawArticle]], Iterator[ArticleRecord]]


class Ignored(Span):
    """A doubtful stretch: what is predicted inside it is neither right nor wrong."""

    text: str
    reason: str = ""


class GoldArticle(ArticleRecord):
    """A record made by hand, with its raw input (`text`) and how it was written (`style`).

    `input` holds the other keys of a JSON row (url, title, published …).
    """

    text: str
    format: Literal["txt", "html", "json"]
    style: Literal["edited", "translated"]
    ignore: tuple[Ignored, ...] = ()
    input: dict[str, Any] | None = None

    def check_grounding(self, raw: str) -> None:
        """Raise GroundingError unless mentions and ignored spans give back their text."""
        super().check_grounding(raw)
        for span in self.ignore:
            if raw[span.start : span.end] != span.text:
                raise GroundingError(
                    f"{self.article.id}: ignored {span.start}:{span.end} gives "
                    f"{raw[span.start : span.end]!r}, not {span.text!r}"
                )


def read_bytes(path: Path) -> bytes:
    """The bytes of a file (`-`: standard input); raises GoldError where it can't be read."""
    if str(path) == "-":
        return sys.stdin.buffer.read()
    try:
        return path.read_bytes()
    except OSError as error:
        raise GoldError(f"{path}: can't be read: {error.strerror}; check the path") from error


def sha256_of(path: Path) -> str:
    """The hash of the file's bytes, as `sha256sum` prints it."""
    return hashlib.sha256(read_bytes(path)).hexdigest()


def numbered(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Every line that is not blank, by its number from 1 on, without the byte-order mark of some editors."""
    for number, line in enumerate(data.splitlines(), start=1):
        if bare := line.removeprefix(codecs.BOM_UTF8).strip():
            yield number, bare


NO_GOLD = "a record, not gold (no text, format and style); give a file of gold"


def lacks_gold(error: ValidationError) -> bool:
    """Whether all that is wrong with a line of gold is that it is a record."""
    found = error.errors(include_url=False)
    missing = {item["loc"] for item in found if item["type"] == "missing"}
    return len(missing) == len(found) and missing == {(name,) for name in GOLD_FIELDS}


def _read_lines(path: Path, parse: Callable[[bytes, str], Record]) -> tuple[Record, ...]:
    records: dict[str, Record] = {}
    for number, line in numbered(read_bytes(path)):
        try:
            record = parse(line, f"{path}:{number}")
        except ValidationError as error:
            seen = NO_GOLD if lacks_gold(error) else f"{explain(error)}; mend the line"
            raise GoldError(f"{path}:{number}: {seen}") from error
        except RejectedInput as reject:
            raise GoldError(str(reject)) from reject
        except GroundingError as error:
            raise GoldError(f"{path}:{number}: {error}; mend the offsets") from error
        if record.article.id in records:
            raise GoldError(f"{path}:{number}: id {record.article.id!r} twice; keep one line of it")
        records[record.article.id] = record
    return tuple(records.values())


def _parse_gold(line: bytes, _where: str) -> GoldArticle:
    article = GoldArticle.model_validate_json(line)
    article.check_grounding(article.text)
    return article


def _parse_prediction(line: bytes, where: str) -> ArticleRecord:
    # Gold lines serve as predictions too: that is how two annotators are compared.
    try:
        return read_record(line, where)
    except GoldGiven:
        return GoldArticle.model_validate_json(line)


def read_gold(path: Path) -> tuple[GoldArticle, ...]:
    """The gold articles of a JSON Lines file (`-`: standard input), in order.

    Raises GoldError, naming file and line, for a line that is no gold article, for offsets that do
    not give back their text, for an id that comes twice, and for a file without articles.
    """
    articles = _read_lines(path, _parse_gold)
    if not articles:
        raise GoldError(f"{path}: holds no article; give a file of gold lines")
    return articles


def read_predictions(path: Path) -> dict[str, ArticleRecord]:
    """Records by article id from a JSON Lines file (`-`: standard input).

    Gold lines are read as records. Raises GoldError, naming file and line.
    """
    return {record.article.id: record for record in _read_lines(path, _parse_prediction)}


def raw_article(gold: GoldArticle) -> RawArticle:
    """The article as the pipeline would read it from its file or row."""
    from pipeline.reading import html_article, row_article, text_article

    name, source = gold.article.id, gold.article.source
    match gold.format:
        case "html":
            return html_article(gold.text, id=name, source=source)
        case "json":
            return row_article({**(gold.input or {}), "text": gold.text, "id": name}, source)
        case _:
            return text_article(gold.text, id=name, source=source)


def _pipeline() -> ExtractMany:
    from pipeline import extract_many

    return extract_many


def predict(
    gold: Iterable[GoldArticle], extract_many: ExtractMany | None = None
) -> dict[str, ArticleRecord]:
    """Records by article id that the pipeline, or `extract_many`, makes of the gold texts."""
    run = extract_many or _pipeline()
    records = run(raw_article(article) for article in gold)
    return {record.article.id: record for record in records}
