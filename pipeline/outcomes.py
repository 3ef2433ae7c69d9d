"""What an article's contents give, before the run says what becomes of it."""

from dataclasses import dataclass

from pipeline.errors import Code

# Where id and source go into a record's line: the first place with both empty, for the article
# comes first in a record and no text can hold an unescaped quote.
_BLANK = '"id":"","source":""'


@dataclass(frozen=True, slots=True)
class Outcome:
    """A record without id and source, or why there is none: the same for the same contents.

    `line` is the record's JSON; `address` and `text` (a hash) are by what duplicates are recognised,
    null where the contents could not be read; `chars` is the length of the visible text; `facts`
    counts them by type. An outcome with neither line nor code was left out for its date.
    """

    line: str | None = None
    code: Code | None = None
    reason: str = ""
    address: str | None = None
    text: str | None = None
    chars: int = 0
    published: str | None = None
    facts: tuple[int, ...] = ()

    @property
    def lasting(self) -> bool:
        """Whether it holds for every run with these contents, whatever its options."""
        return self.line is not None or self.code not in (None, Code.TOO_LARGE)


def bound_line(line: str, id_json: str, source_json: str) -> str:
    """A record's line with the article's id and source, both as JSON strings."""
    before, blank, after = line.partition(_BLANK)
    assert blank, "a record's line begins with its article"
    return f'{before}"id":{id_json},"source":{source_json}{after}'
