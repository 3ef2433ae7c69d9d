"""How much of an input is read: the length of an article, and what its file or line may hold."""

from dataclasses import dataclass

from pipeline.articles import DEFAULT_MAX_CHARS
from pipeline.errors import Code, RejectedInput

# A character is at most four bytes, or six as a \u escape of JSON.
_TEXT_BYTES, _JSON_BYTES = 4, 6
# Markup, scripts and pictures inlined outweigh the text of a page.
_PAGE_BYTES = 20
_METADATA_BYTES = 65_536
# A .json file is parsed whole; JSON Lines are not, and may be of any length.
JSON_FILE_BYTES = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """`max_chars` is that of an article's visible text; the rest, in bytes, follows from it."""

    max_chars: int = DEFAULT_MAX_CHARS

    @property
    def text_bytes(self) -> int:
        """What a text file may hold."""
        return self.max_chars * _TEXT_BYTES

    @property
    def page_bytes(self) -> int:
        """What an HTML page may hold."""
        return self.max_chars * _PAGE_BYTES

    @property
    def line_bytes(self) -> int:
        """What a line of JSON may hold."""
        return self.max_chars * _JSON_BYTES + _METADATA_BYTES

    def too_large(self, limit: int) -> str:
        """What is wrong with an article's file, line or page of more bytes than `limit`."""
        return f"more than {limit} bytes, the most allowed for {self.max_chars} characters"

    def check(self, chars: int, source: str) -> None:
        """Raise RejectedInput for an article of more than `max_chars` characters."""
        if chars > self.max_chars:
            reason = f"{chars} characters, the limit is {self.max_chars}"
            raise RejectedInput(Code.TOO_LARGE, source, reason)
