"""A saved page to the part a reader sees, mapped to the HTML source.

trafilatura says which text is the article's; the standard parser says where each character of it
stands in the source. A block of the page is kept where trafilatura kept its text.
"""

import html
import re
from html.parser import HTMLParser

from rapidfuzz.fuzz import partial_ratio

from pipeline.offsets import MappedText, Piece

_INLINE = frozenset(
    "a abbr b big cite code em font i mark q s small span strong sub sup u nobr time ins del".split()  # noqa: SIM905
)
_HIDDEN = frozenset(("script", "style", "noscript", "template", "title", "head", "svg", "iframe"))
# A block this long is compared by likeness; shorter ones must be a whole line of the main text.
_LONG_CHARS = 40
_LIKENESS = 92


class _Blocks(HTMLParser):
    """The visible text of a page, a list of pieces a block."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=False)
        self.source = source
        self.blocks: list[list[Piece]] = [[]]
        self._hidden: list[str] = []
        self._lines = [0, *(match.end() for match in re.finditer("\n", source))]
        self.feed(source)
        self.close()

    def _offset(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag in _HIDDEN:
            self._hidden.append(tag)
        if tag not in _INLINE:
            self._break()

    def handle_endtag(self, tag: str) -> None:
        if tag in self._hidden:
            del self._hidden[self._hidden.index(tag) :]
        if tag not in _INLINE:
            self._break()

    def _break(self) -> None:
        if self.blocks[-1]:
            self.blocks.append([])

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            start = self._offset()
            self.blocks[-1] += [
                (" " if char in "\n\r\t" else char, start + i, start + i + 1)
                for i, char in enumerate(data)
            ]

    def _reference(self, reference: str) -> None:
        if self._hidden:
            return
        start = self._offset()
        end = start + len(reference)
        end += self.source[end : end + 1] == ";"
        self.blocks[-1].append((html.unescape(reference + ";"), start, end))

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
        source, include_comments=False, include_tables=True, favor_recall=True
    )
    if not main:
        return None
    lines = {_plain(line.lstrip("-| ")) for line in main.splitlines()} - {""}
    blocks = [b for pieces in _Blocks(source).blocks if (b := _squeezed(pieces))]
    texts = [_plain("".join(piece[0] for piece in block)) for block in blocks]
    kept = _main_blocks(texts, lines, _plain(main), _plain(title or ""))
    if not kept:
        return None
    parts = [MappedText.from_pieces(blocks[i]) for i in kept]
    return MappedText.concatenate(parts, "\n\n")


def _main_blocks(texts: list[str], lines: set[str], main: str, title: str) -> list[int]:
    long = [
        i
        for i, text in enumerate(texts)
        if len(text) >= _LONG_CHARS
        and (text in main or partial_ratio(text, main, score_cutoff=_LIKENESS) >= _LIKENESS)
    ]
    if not long:
        return [i for i, text in enumerate(texts) if text in lines]
    first, last = long[0], long[-1]
    chosen = set(long) | {i for i in range(first, last) if texts[i] in lines}
    headings = [i for i in range(first) if title and texts[i] == title]
    return sorted(chosen | set(headings[-1:]))
