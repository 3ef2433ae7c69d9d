"""Inputs that are broken, wrong or meant to harm, made when they are needed.

Each is a file's name, its bytes and the codes of its rejects; no code means a record.
"""

import gzip
import io
import json
import random
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from pipeline.errors import Code

SENTENCE = "In 1989 about 25 thousand Kurds lived in Kazakhstan. "
RUSSIAN = "В 1937 году в Казахстан прибыли корейцы, девяносто пять тысяч человек. "
MAX_CHARS = 20_000
# The time stamp is fixed: its bytes may be line breaks, and read as JSON Lines the archive would have more lines.
BOMB = gzip.compress(b"\0" * 50_000_000, mtime=0)


@dataclass(frozen=True)
class Hostile:
    """A file, and what is to become of it: records, and rejects by their codes."""

    name: str
    data: bytes
    records: int = 1
    codes: tuple[Code, ...] = ()


def _paragraph(of: str) -> str:
    """A paragraph that no other page has."""
    return f"<p>{SENTENCE}They worked in the fields and mines of the {of} and built a school there.</p>"


def _page(body: str, head: str = "") -> bytes:
    return f"<html><head><title>Kurds</title>{head}</head><body><h1>Kurds</h1>{body}</body></html>".encode()


def _text(of: str, data: str | bytes) -> Hostile:
    """A text with a sentence before it that no other text has."""
    told = data if isinstance(data, bytes) else data.encode()
    return Hostile(f"{of}.txt", SENTENCE.replace("Kazakhstan", f"the {of}").encode() + told)


def _rows(*lines: str) -> bytes:
    return ("\n".join(lines) + "\n").encode("utf-8", "surrogatepass")


def _row(**values: object) -> str:
    return json.dumps({"text": SENTENCE, **values})


def archive(*bodies: tuple[bytes, list[tuple[str, str]]]) -> bytes:
    """A WARC archive of pages with headers of their own."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    for number, (body, headers) in enumerate(bodies):
        http = StatusAndHeaders(
            "200 OK", [("Content-Type", "text/html"), *headers], protocol="HTTP/1.1"
        )
        address = f"https://e-history.kz/en/news/show/{zlib.crc32(bodies[-1][0])}{number}"
        writer.write_record(
            writer.create_warc_record(address, "response", io.BytesIO(body), http_headers=http)
        )
    return out.getvalue()


def _rejected(name: str, data: bytes, *codes: Code) -> Hostile:
    return Hostile(name, data, 0, codes)


def texts() -> list[Hostile]:
    """Nothing, no text, text in wrong and mixed encodings, and characters that hide or pile up."""
    made = [
        _rejected("empty.txt", b"", Code.EMPTY),
        _rejected("space.txt", b" \n\t\xc2\xa0\n" * 9, Code.EMPTY),
        _rejected("nul-bytes.txt", b"\0" * 4_000, Code.BINARY),
        _rejected("noise.txt", random.Random(7).randbytes(4_000), Code.BINARY),
        _rejected("bom-of-another.txt", b"\xff\xfe" + SENTENCE.encode() + b"!!", Code.ENCODING),
        _rejected("ten-megabytes.txt", b"In 1989 25 thousand Kurds. " * 400_000, Code.TOO_LARGE),
        _text("nul-in-words", SENTENCE.replace("Kurds", "Ku\0rds").encode()),
        _text("mixed", (SENTENCE * 20).encode() + RUSSIAN.encode("cp1251")),
        Hostile("two-marks.txt", b"\xef\xbb\xbf\xef\xbb\xbf" + SENTENCE.encode()),
        _text("bidi", f"\u202e{SENTENCE}\u202c\u2066{SENTENCE}\u2069".encode()),
        _text("zero-width", "\u200b".join(SENTENCE).encode()),
        _text("marks", (SENTENCE.replace("Kurds", "Kurds" + "\u0301" * 15_000)).encode()),
        _text("private-signs", (SENTENCE + "\ue000 was \ue006 by \ue001, \ue002. ").encode()),
        _text("one-word", b"a" * 19_000),
        _text("share-of-a-long-word", b"There 33% of " + b"a" * 2_000 + b" 90 people (or) lived."),
        _text("quotes", b'"' * 4_000),
        _text("gap", SENTENCE.encode() + b" " * 15_000 + SENTENCE.encode()),
        _text("numbers", " ".join(map(str, range(2_000))).encode()),
        _text("separators", b"\n\na" + b" > b" * 80 + b"."),
        _text("articles", b"the " * 1_500),
        _text("bodies", ("The " + " and ".join(f'union "Samal {n}"' for n in range(60)) + " grew.").encode()),
        _text("initials", f"The kolkhoz named after {'A.' * 40}No grew wheat in 1937.".encode()),
        _text("long-ago", f"Posted: 12.05.2014\n\n{SENTENCE}It began 9000 years ago.\n".encode()),
        _text("huge-number", f"There were {'9' * 5_000} Kurds and 10^999999999 Poles.".encode()),
    ]  # fmt: skip
    encodings = ("utf-16", "utf-16-be", "utf-32", "cp1251", "koi8_r", "mac_cyrillic", "cp866")
    encoded = (Hostile(f"{e}.txt", (RUSSIAN * 8 + e).encode(e)) for e in encodings)
    return [*made, *encoded]


def pages() -> list[Hostile]:
    """Pages that nest, repeat, break off or carry scripts and entities without end."""
    return [
        Hostile("nested.html", _page("<div>" * 5_000 + _paragraph("nested") + "</div>" * 5_000)),
        Hostile("nested-tables.html", _page("<table><tr><td>" * 800 + _paragraph("nested tables"))),
        Hostile("script.html", _page("<script>alert(1)</script>" + _paragraph("script") + "<svg/onload=alert(1)>")),
        Hostile("handlers.html", _page('<img src=x onerror="alert(1)">' + _paragraph("handlers") + '<a href="javascript:x">k</a>')),
        Hostile("entities.html", _page(_paragraph("entities") + f"<p>{'&lt;&#0;&#xD800;&#99999999;&nosuch;' * 500}</p>")),
        _rejected("laughs.html", b'<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>' + _page(_paragraph("laughs") + "&b;" * 900), Code.NO_MAIN_TEXT),
        Hostile("open-tags.html", _page(_paragraph("open tags") + "<p <b <i " * 900)),
        Hostile("open-notes.html", _page(_paragraph("open notes") + "<sup " * 15_000)),
        Hostile("attributes.html", _page(_paragraph("attributes") + f"<p {'a=1 ' * 20_000}>")),
        Hostile("declared-wrongly.html", _page(_paragraph("declared wrongly"), '<meta charset="no-such-charset">')),
        Hostile("comment-never-closed.html", _page("<!--" + _paragraph("comment"))),
        _rejected("tags-alone.html", b"<html><body>" + b"<b></b>" * 10_000, Code.NO_MAIN_TEXT),
        _rejected("too-large.html", _page("<p>" + "x" * 500_000), Code.TOO_LARGE),
    ]  # fmt: skip


def rows() -> list[Hostile]:
    """Lines of JSON that are none, or say what no article says; good ones among them."""
    deep = "[" * 100_000 + "]" * 100_000
    return [
        Hostile("broken.jsonl", _rows("{", _row(id="row-1"), '{"text": "a"', "}", "null"), 1, (Code.BROKEN_JSON,) * 3 + (Code.INVALID_ROW,)),
        Hostile("twice.jsonl", _rows('{"text": "One.", "text": "Two."}', _row(id="row-2", text="Two rows.")), 1, (Code.BROKEN_JSON,)),
        Hostile("not-a-number.jsonl", _rows(_row(id=float("nan")), _row(views=float("inf")), _row(id="row-3", text="Three rows.")), 1, (Code.BROKEN_JSON,) * 2),
        Hostile("types.jsonl", _rows(*(_row(**{name: value}) for name, value in (("text", 5), ("text", ["a"]), ("url", 1), ("title", {}), ("published", True), ("id", [1]), ("id", 1.5)))), 0, (Code.INVALID_ROW,) * 7),
        Hostile("huge.jsonl", _rows('{"text": "a", "id": ' + "9" * 5_000 + "}", '{"text": "a", "id": 1e999999}', deep), 0, (Code.BROKEN_JSON, Code.INVALID_ROW, Code.TOO_LARGE)),
        Hostile("deep.jsonl", _rows(deep[95_000:105_000], _row(id="row-4", text="Four rows.")), 1, (Code.BROKEN_JSON,)),
        Hostile("half-pairs.jsonl", _rows(r'{"text": "Kurds \ud800."}', r'{"text": "Kurds.", "id": "\udfff"}', '{"text": "\ud800"}'), 0, (Code.ENCODING,) * 3),
        Hostile("ids.jsonl", _rows(*(_row(id=id_, text=f"{SENTENCE}{n}") for n, id_ in enumerate(("../../up", "/etc/passwd", "=cmd()", "a\nb", "\x1b[2J", "<script>")))), 6),
        Hostile("day.jsonl", _rows(_row(published="2014-02-31", text=SENTENCE + "It began 9 years ago.")), 1),
        Hostile("json-cut.json", b'[{"text": "a"}', 0, (Code.BROKEN_JSON,)),
    ]  # fmt: skip


def archives() -> list[Hostile]:
    """Archives that swell, are cut short or are none."""
    page, other = _page(_paragraph("first page")), _page(_paragraph("second page"))
    packed = [("Content-Encoding", "gzip")]
    whole = archive((page, []), (page.replace(b"first", b"third"), []))
    return [
        _rejected("bomb.txt.gz", BOMB, Code.TOO_LARGE),
        _rejected("bomb-of-bombs.jsonl.gz", gzip.compress(BOMB), Code.ENCODING, Code.ENCODING),
        _rejected("cut.txt.gz", gzip.compress((SENTENCE * 99).encode())[:-20], Code.BROKEN_ARCHIVE),
        _rejected("damaged.txt.gz", gzip.compress(SENTENCE.encode())[:-9] + b"damaged!!", Code.BROKEN_ARCHIVE),
        _rejected("no-gzip.txt.gz", SENTENCE.encode(), Code.BROKEN_ARCHIVE),
        Hostile("bomb.warc.gz", archive((BOMB, packed), (other, [])), 1, (Code.TOO_LARGE,)),
        Hostile("cut.warc.gz", whole[:-60], 1, (Code.BROKEN_RECORD,)),
        _rejected("no-archive.parquet", b"PAR1" + b"\0" * 99 + b"PAR1", Code.BROKEN_ARCHIVE),
    ]  # fmt: skip


def all_inputs() -> Mapping[str, Hostile]:
    """Every hostile file by its name."""
    return {made.name: made for made in [*texts(), *pages(), *rows(), *archives()]}
