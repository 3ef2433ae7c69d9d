"""Characters made plain, one for one or dropped, with their raw offsets kept.

Notes for a newcomer: replacing is one character for one (`str.translate`), so offsets stay; only
invisible characters and footnote marks are dropped, through `MappedText.join`.
"""

import re

from pipeline.offsets import MappedText

_SPACES = (
    "\t\v\f\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008"
    "\u2009\u200a\u202f\u205f\u3000"
)
# Icons of a page's own font. The signs of pipeline/linking/signs.py are such characters, too.
_PRIVATE = map(chr, range(0xE000, 0xF900))
_LINE_ENDS = "\r\u2028\u2029"
_SINGLE_QUOTES = "‘’‚‛`´ʼ′"
_DOUBLE_QUOTES = "“”„‟«»″"
_HYPHENS = "‐‑⁃−"
_EN_DASHES = "‒–"
_EM_DASHES = "—―⸺"

_PLAIN = str.maketrans(
    dict.fromkeys((*_SPACES, *_PRIVATE), " ")
    | dict.fromkeys(_LINE_ENDS, "\n")
    | dict.fromkeys(_SINGLE_QUOTES, "'")
    | dict.fromkeys(_DOUBLE_QUOTES, '"')
    | dict.fromkeys(_HYPHENS, "-")
    | dict.fromkeys(_EN_DASHES, "–")
    | dict.fromkeys(_EM_DASHES, "—")
)

# Soft hyphen, zero-width and bidi marks, the byte-order mark, and other control characters.
_INVISIBLE = re.compile(
    "[\xad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]|\r(?=\n)"
)
# « Alash », « Alash" : a name's quotes set off by a space; made plain, they no longer tell which opens.
_SPACED_QUOTES = re.compile(
    r"(?:[«„]|(?<!\S)“)(?P<opened>[ \xa0\u202f]?)"
    r"[^\s«»\"“”„](?:[^«»\"“”„\n]{0,90}[^\s«»\"“”„])?(?P<closed>[ \xa0\u202f]?)[»\"“”](?!\w)"
)
# [12], [7, 12–15], [1, p. 45], [3. С. 59]: a mark of the apparatus, never a part of the sentence.
_FOOTNOTE = re.compile(
    r"[ \xa0]?\[\d{1,3}(?:[ \xa0]?[,;.:–-][ \xa0]?(?:(?:pp?|c|с|ps?)\.?[ \xa0]?)?\d{1,4}){0,8}\.?\]",
    re.IGNORECASE,
)

# No word and no address is as long, and no gap as wide: what else grows with them (a tokenizer's
# search for affixes, a pattern's for the end of a gap) can't grow with the square of an article.
_GAP_CHARS, _WORD_CHARS = 32, 1000
_LONG_GAP = re.compile(rf"(?<= {{{_GAP_CHARS}}}) +")
_LONG_WORD = re.compile(rf"\S{{{_WORD_CHARS}}}(?=\S)")
# "1940;245,5;134,7" and "Kazakhs|12|5": marks between cells that no space parts.
_TIGHT_CELLS = (re.compile(r"(?<=[\w%]);(?=\d)|\|(?=\w)"), re.compile(r"(?<=\w)(?=\|)"))
# "in 1906 , he wrote ." : a space too many, also in a number ("38 ,2 %"); dots and marks that open a word are no stops.
_LOOSE_STOP = re.compile(
    r"(?<=[\w)\"%]) (?=[,;:.?!](?: |$)|(?<=\d ),\d{1,2} ?(?:%|per ?cent|thous|th\.|mln|million))"
)
# "With 16 , 400 souls": thousands set off by a comma with a space on either side.
_LOOSE_THOUSANDS = re.compile(
    r"\b(?!(?:no|school|aul|article|page|point) )[a-z]+ \d{1,3}(?P<before> ),(?P<behind> )(?=\d{3} [a-z])"
)
# "In the 19 th century", "of 5 -th May": an ordinal that lost its raised letters; "5 th. people" are thousands.
_LOOSE_ORDINAL = re.compile(
    r"(?<=\d) (?=-?th (?! ?\d)\w)|(?<=1) (?=-?st \w)|(?<=2) (?=-?nd \w)|(?<=3) (?=-?rd \w)|(?<=\d-) (?=th \w)"
)
_DOUBLED_SPACE = re.compile(r"(?<= ) +")

_LOOKALIKES = str.maketrans("АВЕКМНОРСТХІЈЅаеорсухіјѕ", "ABEKMHOPCTXIJSaeopcyxijs")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_CYRILLIC_WORD = re.compile(
    r"(?<![A-Za-z\u0400-\u04ff])[A-Za-z]*[\u0400-\u04ff][A-Za-z\u0400-\u04ff]*"
)
_CYRILLIC_ROMAN = re.compile(r"[ХІ]+")
# "The II millennium В. С.", "214 ВС", "XV с.": an era or a century; "т. II с. 45" is a page.
_CYRILLIC_ERA = re.compile(
    r"(?<=[\dIVXmsy] )(?:В\. ?С\.|ВС\b)|(?<=[IVX] )с\.(?: В\. ?С\.|(?! ?\d))"
)


def plain_characters(visible: MappedText) -> MappedText:
    """Spaces, quotes, dashes and look-alike letters made plain; invisible characters dropped."""
    kept = _tightly_quoted(_singly_quoted(_without(visible, _INVISIBLE)))
    text = kept.text.translate(_PLAIN)
    text = _latin(text) if _CYRILLIC.search(text) else text
    text = _SINGLE_QUOTED.sub(_doubly_quoted, text)
    return _measured(MappedText(text, kept.starts, kept.ends))


def _measured(mapped: MappedText) -> MappedText:
    """The text with gaps cut and words broken that no language has."""
    mapped = _without(mapped, _LONG_GAP)
    for tight in _TIGHT_CELLS:
        mapped = _broken(mapped, [match.end() for match in tight.finditer(mapped.text)])
    return _broken(mapped, [match.end() for match in _LONG_WORD.finditer(mapped.text)])


def _broken(mapped: MappedText, breaks: list[int]) -> MappedText:
    """The text with a space at each of some places."""
    if not breaks:
        return mapped
    return mapped.join(zip([0, *breaks], [*breaks, len(mapped.text)], strict=True), " ")


def without_footnote_marks(mapped: MappedText) -> MappedText:
    """The text without marks such as [12] or [3, p. 45] and the space before them, and without "people.1"."""
    bracketless = _without(mapped, _FOOTNOTE)
    return bracketless.without(_bare_marks(bracketless.text))


# "came 300 people.1 Then", "the archives2": the raised numbers of notes where nothing raises them any more.
_BARE_MARK = re.compile(
    r"\d{1,2}(?=[.,;:)\"]?(?:\s|$))(?:(?<=[a-z]{3}\d)|(?<=[a-z]{3}\d\d)"
    r"|(?<=[a-z]{3}[.;:)\"]\d)|(?<=[a-z]{3}[.;:)\"]\d\d))"
)
_NUMBERED_WORD = re.compile(
    r"\b(?:table|figure|fig|vol|part|chapter|map|photo|scheme|sheet|article|art|school|list|form|file|page|level)\W?$",
    re.IGNORECASE,
)
_WORD_BEFORE, _MOST_MISSED = 12, 2


def _bare_marks(text: str) -> list[tuple[int, int]]:
    """The numbers behind words, if they count up from 1 through the text as notes do, few of them missed."""
    found = [
        match
        for match in _BARE_MARK.finditer(text)
        if not _NUMBERED_WORD.search(text, max(0, match.start() - _WORD_BEFORE), match.start())
    ]
    numbers = [int(match[0]) for match in found]
    rising = len(found) > 1 and numbers == sorted(set(numbers))
    counted = rising and numbers[0] == 1 and numbers[-1] <= _MOST_MISSED * len(numbers)
    return [match.span() for match in found] if counted else []


# "Pupils of 1946. Photo: State Archive", "Koreans in 1937 (photo by A. Kim)": who took a line's picture.
_CREDIT = re.compile(
    r" \(photos?(?: credits?| courtesy)?(?: ?[:©/]| from | by (?-i:(?=[A-Z])))[^()\n]{2,80}\)"
    r"|(?<=[.!?)\"]) [(\[]?photos?(?: credits?| courtesy)?(?: ?[:©/]| by (?-i:(?=[A-Z]))) ?[^\n]{3,80}$",
    re.IGNORECASE | re.MULTILINE,
)


# "phone: +7 7172 744 000, 8 705 555 1945": the last digits of a number are no year.
_PHONE = re.compile(
    r"(?:\+7|\b(?:phones?|tel(?:ephones?)?|fax|mob(?:ile)?)(?:\.:?|:)) ?[\d(][\d ()+,-]{5,60}\d",
    re.IGNORECASE,
)


def without_credits(mapped: MappedText) -> MappedText:
    """The text without who took a picture, told in brackets or at the end of its caption, and where to call."""
    return _without(_without(mapped, _CREDIT), _PHONE)


# "July,1941", "Almaty,Astana", "1,9 thous.people", "in 1999,17 263 people"; other digits behind digits are a number's.
# "B1881" is the Russian "in" (U+0412 or its look-alike), "are70,000", "in1941" words that take a number;
# "XIXc.", "IV-IIIVV." take the word for a century.
# A pattern that begins with its rarest character is tried there alone.
_GLUED = (
    re.compile(
        r",(?:(?<=[A-Za-z],)(?=[A-Za-z0-9])|(?<=\b(?:1[89]|20)\d\d,)(?=\d{1,3}[ ,]\d{3}\b))"
    ),
    re.compile(r"\b[IVX]{1,6}(?=VV\.)|\b[IVX]{2,6}(?=(?:vv?|cc?)\.)"),
    # "through unions -512 people": a dash typed as a minus.
    re.compile(
        r"-(?<=[a-z] -)(?=\d[\d ,.]{0,9} (?:thous|people|persons|families|households|souls))"
    ),
    # 'the newspaper "Vakyt"(Orenburg)'.
    re.compile(r"\"(?<=[A-Za-z0-9]\")(?=\([A-Z])"),
    re.compile(r"\.(?=[A-Za-z0-9])(?:(?<=\bthous\.)|(?<=\bthsd\.)|(?<=\b(?:ths|mln|bln)\.))"),
)
_GLUED_WORD = re.compile(
    r"\b(?:[B\u0412]|[Ii]n|[Bb]y|[Ss]ince|[Uu]ntil|[Ff]rom|[Tt]ill|the|of|to|and)(?=(?:1[5-9]|20)\d\d\b)"
    r"|\b(?:are|were|was|than|about|nearly|over)(?=\d{1,3}[, ]\d{3}\b)|\byears(?=\d{1,3}\b)"
)
_DIGIT_BEHIND_LETTER = re.compile(r"\d(?<=[^\W\d_]\d)")


def unglued(mapped: MappedText) -> MappedText:
    """The text with a space where the one behind a comma or an abbreviation was left out."""
    text = mapped.text
    breaks = [match.end() for pattern in _GLUED for match in pattern.finditer(text)]
    if _DIGIT_BEHIND_LETTER.search(text):
        breaks += [match.end() for match in _GLUED_WORD.finditer(text)]
    return _broken(mapped, sorted(breaks))


def single_spaced(mapped: MappedText) -> MappedText:
    """The text with one space between words, however many were typed."""
    return _without(mapped, _DOUBLED_SPACE)


def tightly_stopped(mapped: MappedText) -> MappedText:
    """The text with no space before a comma or stop behind a word, within thousands or within an ordinal."""
    loose = _LOOSE_THOUSANDS.finditer(mapped.text) if " , " in mapped.text else ()
    edges = [match.span(edge) for match in loose for edge in ("before", "behind")]
    tight = _without(mapped.without(edges) if edges else mapped, _LOOSE_STOP)
    torn = any(letters in tight.text for letters in _ORDINAL_LETTERS)
    return _without(tight, _LOOSE_ORDINAL) if torn else tight


_ORDINAL_LETTERS = tuple(
    f"{before}{letters} " for letters in ("th", "st", "nd", "rd") for before in (" ", " -", "- ")
)


def _without(mapped: MappedText, dropped: re.Pattern[str]) -> MappedText:
    return mapped.without([match.span() for match in dropped.finditer(mapped.text)])


def _tightly_quoted(mapped: MappedText) -> MappedText:
    """The text with no space between a name and its quotes."""
    names = _SPACED_QUOTES.finditer(mapped.text)
    edges = (match.span(edge) for match in names for edge in ("opened", "closed"))
    return mapped.without([(start, end) for start, end in edges if start < end])


# ''Alash'': a double quote typed as two single ones.
_TWICE_QUOTED = re.compile(r"(?P<opened>')(?<![\w']')'(?=\w)[^'\n]{2,60}(?P<closed>')'(?![\w'])")


def _singly_quoted(mapped: MappedText) -> MappedText:
    """The text with one single quote for two on either side of a name."""
    found = _TWICE_QUOTED.finditer(mapped.text) if "''" in mapped.text else ()
    return mapped.without([match.span(edge) for match in found for edge in ("opened", "closed")])


# A name in single quotes; an apostrophe stands behind a letter, a short decade ('30s) has no capital.
_SINGLE_QUOTED = re.compile(r"'(?<![\w'\"]')(?=[A-Z])(?P<name>[^'\"\n]{2,60})'(?![\w'\"])")


def _doubly_quoted(match: re.Match[str]) -> str:
    """The name in double quotes, but inside a quotation."""
    line = match.string.rfind("\n", 0, match.start()) + 1
    quoted = match.string.count('"', line, match.start()) % 2
    return match[0] if quoted else f'"{match["name"]}"'


def _latin(text: str) -> str:
    """The text with look-alike letters in Latin ones, character for character."""
    text = _CYRILLIC_ERA.sub(lambda match: match[0].translate(_LOOKALIKES), text)
    return _CYRILLIC_WORD.sub(_latinised, text)


def _latinised(match: re.Match[str]) -> str:
    """The word in Latin letters, where its Cyrillic ones can only be look-alikes."""
    word = match[0]
    latin = word.translate(_LOOKALIKES)
    mixed = any("a" <= c.lower() <= "z" for c in word)
    return latin if latin.isascii() and (mixed or _CYRILLIC_ROMAN.fullmatch(word)) else word
