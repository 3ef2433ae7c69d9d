"""From the visible text of an article to clean paragraphs, every character mapped to the raw input."""

import re
from dataclasses import dataclass

from pipeline.articles import RawArticle
from pipeline.cleaning.capitals import in_ordinary_letters
from pipeline.cleaning.characters import (
    plain_characters,
    single_spaced,
    tightly_stopped,
    unglued,
    without_footnote_marks,
)
from pipeline.cleaning.furniture import Line, opening_day, published_on, sort_lines, split_lines
from pipeline.cleaning.quotes import tightly_quoted
from pipeline.cleaning.retelling import retold_stretches
from pipeline.cleaning.tabs import barred_cells
from pipeline.offsets import MappedText
from pipeline.table_rows import row_of

__all__ = ["CleanText", "clean"]

# A line this long without a full stop was wrapped, not ended.
_WRAPPED_CHARS = 60
_STOPS = (".", "!", "?", ":", ";", '"', "…")
_ENDINGS = (*_STOPS, ")")
# A row of a list of numbers: "coal - 1843, 68 %".
_LABELLED = re.compile(r"[^\W\d][\w' -]{0,40}? [-–—] (?:[a-z]+ ){0,2}\d")


@dataclass(frozen=True, slots=True)
class CleanText:
    """Clean paragraphs parted by blank lines.

    `paragraphs` and `retold` are half-open stretches of `mapped.text`; the title, where it stands in
    the text, is the first paragraph.
    """

    mapped: MappedText
    paragraphs: tuple[tuple[int, int], ...]
    retold: tuple[tuple[int, int], ...]
    title: str | None
    published: str | None

    @property
    def text(self) -> str:
        """The clean text itself."""
        return self.mapped.text


def clean(article: RawArticle) -> CleanText:
    """Drop furniture, make characters plain, find the title and what is told twice."""
    mapped = without_footnote_marks(plain_characters(barred_cells(article.visible)))
    lines = sort_lines(split_lines(mapped.text), article.title)
    blocks = _paragraphs(lines.kept, lines.title)
    joined, paragraphs = _joined(mapped, blocks)
    text = in_ordinary_letters(joined)
    return CleanText(
        mapped=text,
        paragraphs=paragraphs,
        retold=retold_stretches(text.text, paragraphs),
        title=article.title or (lines.title.text if lines.title else None),
        published=article.published or published_on(lines.dropped) or opening_day(lines.kept),
    )


def _paragraphs(lines: tuple[Line, ...], title: Line | None) -> list[list[Line]]:
    blocks: list[list[Line]] = []
    for line in lines:
        previous = blocks[-1][-1] if blocks else None
        if previous and previous is not title and line is not title and _continues(previous, line):
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return blocks


def _continues(previous: Line, line: Line) -> bool:
    """Whether a line goes on with the sentence of the one before, as in hard-wrapped text."""
    if line.blank_before or previous.text.endswith(_ENDINGS) or row_of(line.text) is not None:
        return False
    if _LABELLED.match(previous.text) and _LABELLED.match(line.text):
        return False
    if " | " in previous.text and " | " in line.text:
        return False
    return line.text[0].islower() or len(previous.text) >= _WRAPPED_CHARS


def _joined(
    mapped: MappedText, blocks: list[list[Line]]
) -> tuple[MappedText, tuple[tuple[int, int], ...]]:
    wrapped = [_wrapped(mapped, block) for block in blocks]
    stretches: list[tuple[int, int]] = []
    position = 0
    for block in wrapped:
        stretches.append((position, position + len(block.text)))
        position += len(block.text) + 2
    return MappedText.concatenate(wrapped, "\n\n"), tuple(stretches)


def _wrapped(mapped: MappedText, block: list[Line]) -> MappedText:
    """The lines of a paragraph as one, evenly spaced where it is prose: a wide gap parts the cells of a table."""
    text = mapped.join(((line.start, line.end) for line in block), " ")
    if not text.text.endswith(_STOPS):
        return text
    return tightly_quoted(tightly_stopped(single_spaced(unglued(text))))
