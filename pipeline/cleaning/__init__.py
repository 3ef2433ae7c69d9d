"""From the visible text of an article to clean paragraphs, every character mapped to the raw input."""

import re
from dataclasses import dataclass
from itertools import zip_longest

from pipeline.articles import RawArticle
from pipeline.cleaning.capitals import in_ordinary_letters
from pipeline.cleaning.characters import (
    plain_characters,
    single_spaced,
    tightly_stopped,
    unglued,
    without_credits,
    without_footnote_marks,
)
from pipeline.cleaning.furniture import opening_day, published_on, sort_lines
from pipeline.cleaning.lines import Line, split_lines
from pipeline.cleaning.quotes import tightly_quoted
from pipeline.cleaning.retelling import retold_stretches
from pipeline.cleaning.tabs import barred_cells
from pipeline.offsets import MappedText
from pipeline.table_rows import row_of

__all__ = ["CleanText", "clean"]

# A line this long without a full stop was wrapped, not ended.
_WRAPPED_CHARS = 60
_STOPS = (".", "!", "?", ":", ";", '"', "…")
_ENDED = re.compile(r"[.!?:;…][\")]*$")
# A name in quotes or a bracket may end a heading, or a line within a sentence.
_CLOSED = ('"', ")")
# What no line ends with but one that goes on below: "was formed in", "in 1932–", "the Karagan-".
_UNFINISHED = re.compile(
    r"(?: (?:a|an|the|of|in|on|at|by|to|from|with|for|than|about|near|into|until|till|since|between|and|or|which|who"
    r"|that|its|their|his|her|was|were|is|are|has|had|have|only|more|some|over|nearly)|\d ?[–-]|[a-z]-)$"
)
# A word broken over two lines loses its hyphen, a span of years but the break: "Karagan-⏎da", "1932–⏎1933".
_BREAK = re.compile(r"(?<=[a-z])(?<!\bvice)(?<!\bnon)(?<!\bself)-\n(?=[a-z])|(?<=\d[–-])\n(?=\d)")
# A row of a list of numbers: "coal - 1843, 68 %".
_LABELLED = re.compile(r"[^\W\d][\w' -]{0,40}? [-–—] (?:[a-z]+ ){0,2}\d")


# What begins anew behind a line without a stop: a label ("State awards: …"), a line of a life ("1968-1970 - worker").
_LABEL = re.compile(r"[A-Z][a-z]+(?: [a-z]+){0,2}: ?")
_DAY = r"(?:(?:[A-Z][a-z]{2,8} )?(?:\d\d?\.){0,2}(?:1[89]|20)\d\d)"
_OF_A_LIFE = re.compile(
    rf"(?:(?:[Ss]ince|[Ff]rom|[Ii]n) )?{_DAY}(?: ?(?:-|–|—|to|till|until) ?(?:{_DAY}|\d\d|present|now))?"
    r"(?: years?| yy?\.)?,? ?[-–—] ?[A-Za-z]"
)


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
    marked = without_credits(plain_characters(barred_cells(article.visible)))
    mapped = without_footnote_marks(marked)
    lines = sort_lines(split_lines(mapped.text), article.title)
    blocks = _paragraphs(lines.kept, lines.title)
    joined, paragraphs = _joined(mapped, blocks)
    text = in_ordinary_letters(joined)
    return CleanText(
        mapped=text,
        paragraphs=paragraphs,
        retold=retold_stretches(text.text, paragraphs),
        title=article.title or (lines.title.text if lines.title else lines.site_title),
        published=article.published or published_on(lines.dropped) or opening_day(lines.kept),
    )


def _paragraphs(lines: tuple[Line, ...], title: Line | None) -> list[list[Line]]:
    blocks: list[list[Line]] = []
    for line, below in zip_longest(lines, lines[1:]):
        previous = blocks[-1][-1] if blocks else None
        alone = previous is None or title in (previous, line)
        if previous and not alone and _continues(previous, line, below):
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return blocks


def _continues(previous: Line, line: Line, below: Line | None) -> bool:
    """Whether a line goes on with the sentence of the one before, as in hard-wrapped text."""
    if line.blank_before or _ENDED.search(previous.text):
        return False
    if row_of(line.text) is not None:
        return _runs_into(previous, line, below)
    if _LABELLED.match(previous.text) and _LABELLED.match(line.text):
        return False
    if " | " in previous.text and " | " in line.text:
        return False
    if line.text.lstrip("(")[:1].islower():
        return True
    if previous.text.endswith(_CLOSED):
        return False
    if _UNFINISHED.search(previous.text) is not None or _parted_number(previous, line):
        return True
    return len(previous.text) >= _WRAPPED_CHARS and not _begins_anew(previous, line)


def _begins_anew(previous: Line, line: Line) -> bool:
    """Whether a line is a label's or another of a life told line by line."""
    lives = _OF_A_LIFE.match(line.text) and _OF_A_LIFE.match(previous.text)
    return bool(lives) or _LABEL.match(line.text) is not None


def _runs_into(previous: Line, line: Line, below: Line | None) -> bool:
    """Whether a line that looks like a row ("thousand soldiers, of them 30") is a sentence's: no row is beside it."""
    if _parted_number(previous, line):
        return True
    lone = row_of(previous.text) is None and (below is None or row_of(below.text) is None)
    open_ended = line.text[0].islower() or _UNFINISHED.search(previous.text) is not None
    return lone and open_ended and "|" not in line.text


# The rest of a number: a per cent sign or a multiplier.
_REST = re.compile(r"%|(?:thous|thousand|mln|million|hundred|percent|per cent)\b")


def _parted_number(previous: Line, line: Line) -> bool:
    """Whether what belongs to a number stands on the line below it."""
    return previous.text[-1].isdigit() and _REST.match(line.text) is not None


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
    lines = mapped.join(((line.start, line.end) for line in block), "\n")
    whole = lines.without([match.span() for match in _BREAK.finditer(lines.text)])
    text = MappedText(whole.text.replace("\n", " "), whole.starts, whole.ends)
    if not text.text.endswith(_STOPS):
        return text
    return tightly_quoted(tightly_stopped(single_spaced(unglued(text))))
