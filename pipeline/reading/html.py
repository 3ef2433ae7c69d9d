"""A saved page to the part a reader sees, mapped to the HTML source.

trafilatura says which text is the article's; the standard parser says where each character of it
stands in the source. A block of the page is kept where trafilatura kept its text.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from itertools import groupby, islice, pairwise, takewhile

from rapidfuzz.fuzz import partial_ratio

from pipeline.datelines import page_day
from pipeline.offsets import MappedText, Piece

_INLINE = frozenset(
    "a abbr b big cite code em font i mark q s small span strong sub sup u nobr time ins del".split()  # noqa: SIM905
)
_HIDDEN = frozenset(("script", "style", "noscript", "template", "title", "head", "svg", "iframe"))
_MARK = r"\s*(?:\[?\d{1,3}\]?|\(\d{1,3}\)|\d?\*{1,3}\)?)\s*"
_NOTE_MARK = re.compile(rf"^{_MARK}$")
_RAISED_MARK = re.compile(
    rf"<sup\b[^>]{{0,300}}>(?:<a\b[^>]{{0,300}}>)?{_MARK}(?:</a>)?</sup>", re.IGNORECASE
)
# A block this long is compared by likeness; shorter ones must be a whole line of the main text.
_LONG_CHARS = 40
_LIKENESS = 92
# A short block that may open or close the article, whatever stands around it.
_SENTENCE = re.compile(r"^[A-Z][^ .!?:|]*(?: [^ .!?:|]+){3,}[.!?]$")
# A longer block is a paragraph that a table lays out, no cell.
_CELL_CHARS = 120


@dataclass(slots=True)
class _Block:
    """The pieces of a block, with the table row and the cell that it stands in."""

    pieces: list[Piece]
    row: int | None = None
    cell: int | None = None
    linked: bool = True
    """Whether all of it is the text of links."""
    below: bool = False
    """Whether a single line break parts it from the block before."""
    caption: bool = False
    """Whether it is told of a picture: trafilatura leaves captions out."""
    heading: str | None = None
    """The tag of the heading that it stands in."""

    @property
    def text(self) -> str:
        return _plain("".join(piece[0] for piece in self.pieces))


class _Blocks(HTMLParser):
    """The visible text of a page, block by block."""

    def __init__(self, source: str, *, line_ends: bool = False) -> None:
        super().__init__(convert_charrefs=False)
        self.source = source
        self._spaces = "\r\t" if line_ends else "\n\r\t"
        self.blocks = [_Block([])]
        self._count = 0
        self._links = 0
        self._row: int | None = None
        self._cell: int | None = None
        self._tables: list[tuple[int | None, int | None]] = []
        self._hidden: list[str] = []
        self._raised = 0
        self._caption = False
        self._heading: str | None = None
        self._lines = [0, *(match.end() for match in re.finditer("\n", source))]
        self.feed(source)
        self.close()

    def _offset(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag in _HIDDEN:
            self._hidden.append(tag)
        self._count += 1
        match tag:
            case "a":
                self._links += 1
            case "table":
                self._tables.append((self._row, self._cell))
                self._row = self._cell = None
            case "tr":
                self._row, self._cell = self._count, None
            case "td" | "th":
                self._cell = self._count
            case "figcaption":
                self._caption = True
            case "h1" | "h2":
                self._heading = tag
            case "sup":
                self._raised = len(self.blocks[-1].pieces)
        if tag not in _INLINE:
            self._break(line=tag == "br")

    def handle_endtag(self, tag: str) -> None:
        if tag in self._hidden:
            del self._hidden[self._hidden.index(tag) :]
        match tag:
            case "a":
                self._links = max(0, self._links - 1)
            case "table" if self._tables:
                self._row, self._cell = self._tables.pop()
            case "tr":
                self._row = self._cell = None
            case "figcaption" | "figure":
                self._caption = False
            case "h1" | "h2":
                self._heading = None
            case "sup":
                self._drop_mark()
        if tag not in _INLINE and tag != "br":
            self._break()

    def _drop_mark(self) -> None:
        """Drop the mark of a note: "35,735<sup>1</sup>" is no 357,351."""
        pieces = self.blocks[-1].pieces
        raised = "".join(piece[0] for piece in pieces[self._raised :])
        if _NOTE_MARK.fullmatch(raised):
            del pieces[self._raised :]

    def _break(self, *, line: bool = False) -> None:
        last = self.blocks[-1]
        if last.pieces or last.cell not in (None, self._cell):
            self.blocks.append(_Block([], below=line))
        else:
            last.below = False
        self.blocks[-1].row, self.blocks[-1].cell = self._row, self._cell
        self.blocks[-1].caption, self.blocks[-1].heading = self._caption, self._heading

    def _add(self, pieces: list[Piece]) -> None:
        block = self.blocks[-1]
        block.pieces += pieces
        if not self._links and any(not piece[0].isspace() for piece in pieces):
            block.linked = False

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            start = self._offset()
            self._add(
                [
                    (" " if char in self._spaces else char, start + i, start + i + 1)
                    for i, char in enumerate(data)
                ]
            )

    def _reference(self, reference: str) -> None:
        if self._hidden:
            return
        start = self._offset()
        end = start + len(reference)
        end += self.source[end : end + 1] == ";"
        self._add([(html.unescape(reference + ";"), start, end)])

    def handle_entityref(self, name: str) -> None:
        self._reference(f"&{name}")

    def handle_charref(self, name: str) -> None:
        self._reference(f"&#{name}")


def _plain(text: str) -> str:
    return " ".join(text.split())


def _squeezed(pieces: list[Piece]) -> list[Piece]:
    """A block without runs of space and space at its ends."""
    kept: list[Piece] = []
    for piece in pieces:
        if piece[0] != " " or (kept and kept[-1][0] != " "):
            kept.append(piece)
    while kept and kept[-1][0] == " ":
        kept.pop()
    return kept


def visible_text(source: str, title: str | None) -> MappedText | None:
    """The article's own text (and its heading, if it is `title`); null where there is none."""
    # Imported here: it costs half a second that a run of plain texts should not pay.
    import trafilatura

    main = trafilatura.extract(
        _RAISED_MARK.sub("", source), include_comments=False, include_tables=True, favor_recall=True
    )
    if not main:
        return None
    # trafilatura marks the items of a list with a dash; some have one of their own.
    told = main.splitlines()
    lines = {_plain(form) for line in told for form in _forms(line)} - {""}
    blocks = _squeezed_blocks(source)
    texts = [block.text for block in blocks]
    kept = _main_blocks(blocks, texts, lines, _plain(main), _plain(title or ""))
    if not kept:
        return None
    return _joined(blocks, sorted({*kept, *_table_cells(blocks, kept, main)}))


# One or two tags may be what a text speaks of.
_FEWEST_TAGS = 3
_TAG = re.compile(r"</(?:p|div|span|li|td|h[1-6]|a|b|i|u|em|strong)>|<br ?/?>|<p>", re.IGNORECASE)


def marked_up(text: str) -> MappedText | None:
    """A text that kept the tags of the page it is from without them, its own lines as they are; null without them."""
    if next(islice(_TAG.finditer(text), _FEWEST_TAGS - 1, None), None) is None:
        return None
    blocks = [block for block in _Blocks(text, line_ends=True).blocks if block.text]
    for block in blocks:
        block.pieces = _squeezed(block.pieces)
    return _joined(blocks, list(range(len(blocks))))


def _forms(line: str) -> tuple[str, ...]:
    """What a line of the main text may be on the page: an item, a cell, or what it says."""
    return line, line.removeprefix("- "), line.lstrip("-| ")


def _squeezed_blocks(source: str) -> list[_Block]:
    found = _Blocks(source).blocks
    for block in found:
        block.pieces = _squeezed(block.pieces)
    for above, block in pairwise(found):
        block.below = block.below and bool(above.pieces)
    filled = {block.cell for block in found if block.pieces}
    return list(_with_empty_cells(found, {None, *filled}))


def _with_empty_cells(blocks: list[_Block], filled: set[int | None]) -> Iterator[_Block]:
    """The blocks with text, and the empty cells of a row but those that it begins with."""
    begun: set[int | None] = set()
    for block in blocks:
        if block.pieces:
            begun.add(block.row)
            yield block
        elif block.row in begun and block.cell not in filled:
            filled.add(block.cell)
            yield block


def _main_blocks(
    blocks: list[_Block], texts: list[str], lines: set[str], main: str, title: str
) -> list[int]:
    long = [
        i
        for i, text in enumerate(texts)
        if len(text) >= _LONG_CHARS
        and (text in main or partial_ratio(text, main, score_cutoff=_LIKENESS) >= _LIKENESS)
    ]
    if not long:
        return [i for i, text in enumerate(texts) if text in lines]
    first = long[0]
    told = {i for i, text in enumerate(texts) if text in lines or blocks[i].caption}
    sentences = [i for i in told if texts[i] in lines and _SENTENCE.fullmatch(texts[i])]
    last = max([long[-1], *sentences])
    headings = [i for i in range(first) if title and texts[i] == title][-1:]
    # Short lines right below the heading and the text, the page's day too; what is but links there leads elsewhere.
    opening = {i for heading in headings for i in range(heading + 1, first)}
    ending = set(takewhile(told.__contains__, range(last + 1, len(texts))))
    told |= {i for i in opening if page_day(texts[i])}
    if not headings:
        opening = {i for i in sentences if _top(blocks, first) <= i < first}
    around = {i for i in opening | ending if not blocks[i].linked}
    chosen = told & {*range(first, last + 1), *around}
    return sorted({*long, *chosen, *headings})


def _top(blocks: list[_Block], first: int) -> int:
    """Where the article may begin: below its heading, which a page need not call as it does itself."""
    for level in ("h1", "h2"):
        if headings := [i for i in range(first) if blocks[i].heading == level]:
            return headings[-1]
    return 0


def _rows(blocks: list[_Block]) -> Iterator[list[int]]:
    """The blocks of each table row that has no more than one short block a cell; others lay out a page."""
    cells = [i for i, block in enumerate(blocks) if block.row is not None]
    for _, group in groupby(cells, key=lambda i: blocks[i].row):
        row = list(group)
        alone = len({blocks[i].cell for i in row}) == len(row)
        if alone and all(len(blocks[i].text) <= _CELL_CHARS for i in row):
            yield row


def _table_cells(blocks: list[_Block], kept: list[int], main: str) -> Iterator[int]:
    """Cells of the article: rows between its first and last block, or rows that trafilatura kept.

    Rows of nothing but links are navigation wherever they stand. Of a short page trafilatura tells one cell a line.
    """
    told = {_plain(line.replace("|", " ")) for line in main.splitlines()}
    stacked = "\n".join(["", *map(_plain, main.splitlines()), ""])
    for row in _rows(blocks):
        within = kept[0] < row[0] and row[-1] < kept[-1]
        linked = all(blocks[i].linked for i in row)
        cells = [blocks[i].text for i in row if blocks[i].text]
        below = len(cells) > 1 and "\n".join(["", *cells, ""]) in stacked
        if not linked and (within or below or " ".join(cells) in told):
            yield from row


def _goes_on(block: _Block) -> bool:
    """Whether a block is the next line of the one before, as where a page breaks the lines of pasted text."""
    return block.below and (block.text[:1].islower() or block.text[:1] == "%")


def _joined(blocks: list[_Block], kept: list[int]) -> MappedText:
    """The kept blocks as paragraphs, a row's cells as one line, a bar before an empty one, too."""
    beside = {i for row in _rows(blocks) for i in row[1:]}
    parts: list[list[Piece]] = []
    for i in kept:
        pieces = blocks[i].pieces
        if i in beside and parts:
            # Mapped to where the text before it ends, as every separator is.
            parts[-1] += [(" | ", parts[-1][-1][2], parts[-1][-1][2]), *pieces]
        elif i - 1 in kept and _goes_on(blocks[i]):
            parts[-1] += [("\n", parts[-1][-1][2], parts[-1][-1][2]), *pieces]
        else:
            parts.append(list(pieces))
    return MappedText.concatenate((MappedText.from_pieces(part) for part in parts), "\n\n")
