"""Every error this package raises on purpose, and the closed lists of reject codes and exit codes.

One tree: catch `EhistoryError` to catch them all. A message says where, what was seen and what to do.
"""

from enum import IntEnum, StrEnum


class Exit(IntEnum):
    """What the command's exit code says."""

    DONE = 0
    FAILED = 1
    MISUSE = 2
    OUTPUT = 3
    BUSY = 4
    INTERRUPTED = 130
    TERMINATED = 143


class Code(StrEnum):
    """Why an input became a reject instead of a record (the `code` of a `rejects.jsonl` line)."""

    UNREADABLE = "unreadable"
    EMPTY = "empty"
    BINARY = "binary"
    ENCODING = "encoding"
    TOO_LARGE = "too_large"
    BROKEN_ARCHIVE = "broken_archive"
    BROKEN_RECORD = "broken_record"
    BROKEN_JSON = "broken_json"
    INVALID_ROW = "invalid_row"
    INVALID_RECORD = "invalid_record"
    SCHEMA_VERSION = "schema_version"
    NO_MAIN_TEXT = "no_main_text"
    UNKNOWN_FORMAT = "unknown_format"
    DUPLICATE_ID = "duplicate_id"
    DUPLICATE_ARTICLE = "duplicate_article"
    EXTRACTION = "extraction"
    CRASHED = "crashed"


REMEDIES: dict[Code, str] = {
    Code.UNREADABLE: "check the path, and that you may read what it names",
    Code.EMPTY: "leave it out, or give what holds text",
    Code.BINARY: "give text, HTML or JSON Lines; convert office files and PDFs first",
    Code.ENCODING: "save it as UTF-8, every character whole",
    Code.TOO_LARGE: "split the input, or raise the limit with --max-chars",
    Code.BROKEN_ARCHIVE: "make or fetch the file again: it is damaged, cut short or no such archive",
    Code.BROKEN_RECORD: "fetch the page again; what is whole in the archive was read",
    Code.BROKEN_JSON: "mend it: a line must hold one whole JSON object, a .json file one or an array of them",
    Code.INVALID_ROW: 'give each row a string "text", an "id" that is a string or whole number, the rest as strings',
    Code.INVALID_RECORD: "extract the article again, or mend what is named (`ehistory schema`)",
    Code.SCHEMA_VERSION: "use the package version that wrote the record, or extract the article again",
    Code.NO_MAIN_TEXT: "check that the page holds an article; else save its text as .txt",
    Code.UNKNOWN_FORMAT: "give .txt, .html, .jsonl, .json or .warc, each also as .gz, or .parquet",
    Code.DUPLICATE_ID: "give every article its own id (for .txt and .html the file's stem)",
    Code.DUPLICATE_ARTICLE: "nothing is missing: the article is read once",
    Code.EXTRACTION: "report the article: this is a defect of the pipeline",
    Code.CRASHED: "free memory or lower --jobs and --max-chars, then use --retry-rejects",
}


_JSON_TYPES: dict[type, str] = {
    dict: "object",
    list: "array",
    str: "string",
    bool: "boolean",
    int: "number",
    float: "number",
    type(None): "null",
}


def json_type(value: object) -> str:
    """What JSON calls a value of this type, for messages; Python's name where JSON has none."""
    return _JSON_TYPES.get(type(value), type(value).__name__)


class EhistoryError(Exception):
    """The root of all errors raised on purpose; `exit_code` is what the command exits with."""

    exit_code = Exit.FAILED


class RejectedInput(EhistoryError):
    """One input that can't become an article; the run records it and goes on."""

    def __init__(self, code: Code, source: str, reason: str) -> None:
        super().__init__(f"{source}: {reason}; {REMEDIES[code]}")
        self.code = code
        self.source = source
        self.reason = reason

    def __reduce__(self) -> tuple[type["RejectedInput"], tuple[Code, str, str]]:
        return RejectedInput, (self.code, self.source, self.reason)

    @property
    def remedy(self) -> str:
        """What the user can do about it."""
        return REMEDIES[self.code]


class GoldGiven(RejectedInput):
    """A line or file of gold where records are wanted."""

    def __init__(self, source: str) -> None:
        super().__init__(Code.INVALID_RECORD, source, "gold, no record as `extract` writes it")


class PublishedError(EhistoryError):
    """A day of publication that is no date."""

    def __init__(self, given: str) -> None:
        super().__init__(f"published={given!r} is no date; give YYYY, YYYY-MM or YYYY-MM-DD")


class GroundingError(EhistoryError):
    """A mention whose offsets do not give back its text."""


class LexiconError(EhistoryError):
    """A lexicon row that does not fit its columns."""


class ModelError(EhistoryError):
    """The spaCy model or the assembled pipeline can't be loaded."""


class MissingExtraError(EhistoryError):
    """A format or engine whose packages are not installed."""

    def __init__(self, need: str, extra: str) -> None:
        super().__init__(
            f"{need} packages that are missing; pip install 'ehistory-pipeline[{extra}]'"
        )


class OutputError(EhistoryError):
    """The output folder or file can't be written, for want of space or of permission."""

    exit_code = Exit.OUTPUT


class BusyError(EhistoryError):
    """Another run writes into the output folder."""

    exit_code = Exit.BUSY


class Stopped(EhistoryError):
    """The run was asked to stop (SIGINT, SIGTERM) and did, after the article in hand."""

    def __init__(self, message: str, exit_code: Exit) -> None:
        super().__init__(message)
        self.exit_code = exit_code


class GoldError(EhistoryError):
    """A file of the evaluation (gold, predictions, baseline, earlier evaluation) that can't be used."""


class AnnotationError(EhistoryError):
    """A task of an annotation tool that can't become gold, or gold that can't be measured."""


class ExportError(EhistoryError):
    """Records of which nothing can be exported or shown, or a target that can't take them."""
