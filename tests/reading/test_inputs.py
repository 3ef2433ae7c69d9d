"""Whatever the input, each article is read once and each failure has a code and a remedy."""

import gzip
import io
import json
import os
import sys
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pipeline.articles import RawArticle
from pipeline.errors import Code, MissingExtraError, RejectedInput
from pipeline.reading import read_inputs

TEXT = "В 1937 году в Казахстан прибыли корейцы. " * 8
HTML = """<html><head><title>Poles of Kellerovka - e-history.kz</title>
<meta property="article:published_time" content="2014-05-12T10:00:00"></head><body>
<nav><a href="/">Home</a> <a href="/n">News of 1999</a></nav>
<h1>Poles of Kellerovka</h1>
<p>In 1936 more than 35&nbsp;thousand Poles were deported to the steppes of Kazakhstan, and most of
them were settled in villages which had only a number.</p>
<p>The village &laquo;Tochka 5&raquo; was built by <b>300 families</b>, who dug earth-houses before the first
winter and opened a school in the spring of 1937.</p>
<footer>Views: 1204</footer></body></html>"""


def read(
    *paths: object, stdin: bytes = b"", max_chars: int = 10_000
) -> list[RawArticle | RejectedInput]:
    inputs = [str(path) for path in paths]
    return list(read_inputs(inputs, max_chars=max_chars, stdin=io.BytesIO(stdin)))


def codes(items: list[RawArticle | RejectedInput]) -> list[Code | None]:
    return [item.code if isinstance(item, RejectedInput) else None for item in items]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1251"]
)
def test_encodings_are_told(tmp_path: Path, encoding: str) -> None:
    """The text is the same whatever the encoding; a byte-order mark is no part of it."""
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.encode(encoding))
    (article,) = read(path)
    assert isinstance(article, RawArticle)
    assert (article.raw, article.id) == (TEXT, "a")


@pytest.mark.parametrize("text", [TEXT, "About 300 families – Poles – came in 1936. " * 8])
def test_a_stray_nul_changes_no_encoding(tmp_path: Path, text: str) -> None:
    """UTF-8 stays UTF-8: with every second byte no NUL it is neither UTF-16 nor one of the old code pages."""
    spoilt = text[:50] + "\x00" + text[50:]
    (tmp_path / "a.txt").write_bytes(spoilt.encode())
    (article,) = read(tmp_path / "a.txt")
    assert isinstance(article, RawArticle)
    assert article.raw == spoilt


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.txt", b"", Code.EMPTY),
        ("a.txt", b"  \n ", Code.EMPTY),
        ("a.txt", b"%PDF-1.7 \x00\x01", Code.BINARY),
        ("a.txt", b"\x00\x01\x02\x03" * 50, Code.BINARY),
        ("a.txt", b"In 1936 about\x00 300 families came", Code.BINARY),
        ("a.txt", b"\xff\xfea", Code.ENCODING),
        ("a.docx", b"text", Code.UNKNOWN_FORMAT),
        ("a.txt.gz", b"no gzip", Code.BROKEN_ARCHIVE),
        ("a.txt.gz", gzip.compress(b"text " * 500)[:-9], Code.BROKEN_ARCHIVE),
        ("a.txt.gz", gzip.compress(b"x" * 100_000), Code.TOO_LARGE),
        ("a.txt", b"x" * 10_001, Code.TOO_LARGE),
        ("a.jsonl", b"{broken", Code.BROKEN_JSON),
        ("a.jsonl", b'{"title": "no text"}', Code.INVALID_ROW),
        ("a.jsonl", b'{"text": 5}', Code.INVALID_ROW),
        ("a.jsonl", b"[1]", Code.INVALID_ROW),
        ("a.jsonl", b"", Code.EMPTY),
        ("a.html", b"<html><body></body></html>", Code.NO_MAIN_TEXT),
        ("a.html", b"<p>" + b"x" * 200_001, Code.TOO_LARGE),
        ("a.json", b"[", Code.BROKEN_JSON),
        ("a.json", b"[]", Code.EMPTY),
        ("a.json", b'{"text": "Text.", "id": 7.5}', Code.INVALID_ROW),
        ("a.json", b'{"text": "Text.", "title": 7}', Code.INVALID_ROW),
        ("a.json", b'"text"', Code.INVALID_ROW),
        ("a.warc.gz", b"no gzip", Code.BROKEN_ARCHIVE),
        ("a.warc", b"no archive", Code.BROKEN_ARCHIVE),
        ("a.warc", b"", Code.EMPTY),
        ("a.parquet", b"no parquet", Code.BROKEN_ARCHIVE),
    ],
)
def test_bad_input_is_rejected_with_its_reason(
    tmp_path: Path, name: str, data: bytes, code: Code
) -> None:
    """The message names the file and the remedy; the good file after it is still read."""
    (tmp_path / name).write_bytes(data)
    (tmp_path / "good.txt").write_text("Good text.")
    bad, good = read(tmp_path / name, tmp_path / "good.txt")
    assert isinstance(bad, RejectedInput)
    assert bad.code == code
    assert name in str(bad)
    assert bad.remedy in str(bad)
    assert isinstance(good, RawArticle)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (b"null", "a JSON null, no object"),
        (b"[1]", "a JSON array, no object"),
        (b'{"text": true}', "the row has a text of type boolean"),
        (b'{"text": "Text.", "url": {}}', "url is of type object, not a string"),
        (
            b'{"text": "Text.", "id": 1.5}',
            "id is of type number, neither a string nor a whole number",
        ),
    ],
)
def test_types_are_called_as_json_calls_them(tmp_path: Path, row: bytes, reason: str) -> None:
    """A reader of rejects need not know Python."""
    (tmp_path / "rows.jsonl").write_bytes(row)
    (bad,) = read(tmp_path / "rows.jsonl")
    assert isinstance(bad, RejectedInput)
    assert bad.reason == reason


def test_rows_carry_metadata_and_bad_ones_do_not_stop_the_rest(tmp_path: Path) -> None:
    """A broken line between two rows is a reject of its own."""
    row = {"id": 7, "text": "Text.", "title": "T", "published": "2014-05-01T10:00:00", "extra": 1}
    path = tmp_path / "rows.jsonl"
    path.write_text(f'{json.dumps(row)}\n{{broken\n\n{{"text": "Other."}}\n')
    first, broken, second = read(path)
    assert isinstance(first, RawArticle)
    assert (first.id, first.title, first.published) == ("7", "T", "2014-05-01")
    assert isinstance(broken, RejectedInput)
    assert isinstance(second, RawArticle)
    assert (second.id, second.source) == ("rows-4", f"{path}:4")


def test_folders_globs_and_repeats(tmp_path: Path) -> None:
    """Folders are walked in order, hidden and foreign files skipped, a file given twice read once."""
    for name in ("b.txt", "sub/a.txt", ".hidden.txt", "x.pdf"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"Text {name}.")
    items = read(tmp_path, tmp_path / "*.txt")
    assert [item.id for item in items if isinstance(item, RawArticle)] == ["b", "a"]
    assert codes(items) == [None, None]


@pytest.mark.parametrize(
    ("given", "code", "words"),
    [
        ("none.txt", Code.UNREADABLE, "there is no such file; check the path"),
        ("none*.txt", Code.UNREADABLE, "no file matches; check the path"),
        ("fol*", Code.UNREADABLE, "no file matches; check the path"),
        ("folder", Code.EMPTY, "the folder holds no article file (.txt, .html,"),
        ("rows.jsonl", Code.EMPTY, "the row's text is empty; leave it out"),
        ("space.txt", Code.EMPTY, "the file holds nothing but space; leave it out"),
        ("none.html", Code.EMPTY, "the file is empty; leave it out"),
        ("link.txt", Code.UNREADABLE, "is a link that leads nowhere; check the path"),
        (
            "broken.json",
            Code.BROKEN_JSON,
            "; mend it: a line must hold one whole JSON object, a .json file one or",
        ),
        ("deep.json", Code.BROKEN_JSON, "deep.json: it is nested too deep; mend it"),
        ("deep.jsonl", Code.BROKEN_JSON, "deep.jsonl:1: it is nested too deep; mend it"),
        (
            "half.jsonl",
            Code.ENCODING,
            "text holds half a surrogate pair at character 6; save it as UTF-8",
        ),
        (
            "half.json",
            Code.ENCODING,
            "title holds half a surrogate pair at character 0; save it as UTF-8",
        ),
        ("text.txt", Code.TOO_LARGE, "more than 40 bytes, the most allowed for 10 characters"),
        ("page.html", Code.TOO_LARGE, "more than 200 bytes, the most allowed for 10 characters"),
        ("no.parquet", Code.BROKEN_ARCHIVE, "it is damaged, cut short or no such archive"),
        ("no.warc", Code.BROKEN_ARCHIVE, "no record of a WARC archive begins in it; make or fetch"),
    ],
)
def test_a_reject_says_what_was_seen_and_what_helps(
    tmp_path: Path, given: str, code: Code, words: str
) -> None:
    """With a remedy that fits it."""
    (tmp_path / "folder").mkdir()
    (tmp_path / "rows.jsonl").write_text('{"text": " "}')
    (tmp_path / "text.txt").write_text("x" * 41)
    (tmp_path / "page.html").write_text("x" * 201)
    (tmp_path / "space.txt").write_text(" \n\n")
    (tmp_path / "none.html").write_text("")
    (tmp_path / "link.txt").symlink_to("nowhere")
    (tmp_path / "broken.json").write_text('[{"text": "a"')
    for name in ("deep.json", "deep.jsonl"):
        (tmp_path / name).write_text('{"text":' + "[" * 9_999)
    (tmp_path / "half.jsonl").write_text(r'{"text": "Kurds \ud800."}')
    (tmp_path / "half.json").write_text(r'{"text": "Kurds.", "title": "\ud800"}')
    for name in ("no.parquet", "no.warc"):
        (tmp_path / name).write_text("nothing of the kind")
    (item,) = read(tmp_path / given, max_chars=10)
    assert isinstance(item, RejectedInput)
    assert item.code == code
    assert words in str(item)


def test_a_line_too_long_is_passed_over(tmp_path: Path) -> None:
    """One line of ten million characters is one reject; the rows around it are read."""
    path = tmp_path / "rows.jsonl"
    long = json.dumps({"text": "x" * 10_000_000})
    path.write_text(f'{{"text": "One."}}\n{long}\n{{"text": "Two."}}\n')
    items = read(path)
    assert codes(items) == [None, Code.TOO_LARGE, None]
    assert f"{path}:2" in str(items[1])
    assert "--max-chars" in str(items[1])


def test_the_limit_is_that_of_the_text_a_reader_sees(tmp_path: Path) -> None:
    """Markup does not count, characters do."""
    (tmp_path / "a.html").write_text(HTML.replace("<nav>", f"<nav><!--{'x' * 30_000}-->"))
    (tmp_path / "b.jsonl").write_text(json.dumps({"text": "й" * 10_000}))
    (tmp_path / "c.jsonl").write_text(json.dumps({"text": "й" * 10_001}))
    assert codes(read(tmp_path)) == [None, None, Code.TOO_LARGE]


def test_a_long_stream_of_rows_is_read_as_it_comes() -> None:
    """Standard input may be longer than any limit of one article."""
    rows = b'{"text": "Row of a stream."}\n' * 5_000
    items = read("-", stdin=rows, max_chars=1_000)
    assert len(items) == 5_000
    assert items[-1].source == "-:5000"  # type: ignore[union-attr]


def test_parquet_rows_are_those_of_json_lines(tmp_path: Path) -> None:
    """The same columns, dates as dates; a row without text is a reject of its own."""
    rows = [
        {"id": "a", "text": "One.", "title": "T", "published": date(2014, 5, 1), "views": 3},
        {"id": "b", "text": None, "title": None, "published": None, "views": 4},
    ]
    pq.write_table(pa.Table.from_pylist(rows), tmp_path / "rows.parquet")
    first, second = read(tmp_path / "rows.parquet")
    assert isinstance(first, RawArticle)
    assert (first.id, first.raw, first.title, first.published) == ("a", "One.", "T", "2014-05-01")
    assert first.source == f"{tmp_path}/rows.parquet:1"
    assert isinstance(second, RejectedInput)
    assert second.code == Code.INVALID_ROW


def test_parquet_without_its_extra_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No reject: nothing is wrong with the file."""
    pq.write_table(pa.Table.from_pylist([{"text": "One."}]), tmp_path / "rows.parquet")
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingExtraError, match=r"ehistory-pipeline\[parquet\]"):
        read(tmp_path / "rows.parquet")


@pytest.mark.parametrize(
    ("given", "published"),
    [
        ("2014-05-01T10:00:00Z", "2014-05-01"),
        ("2014-05", "2014-05"),
        ("01.05.2014", "2014-05-01"),
        ("1 May 2014, 10:00", "2014-05-01"),
        ("May 1, 2014", "2014-05-01"),
        ("2014-02-30", None),
        ("32.13.2014", None),
        ("0000-01-01", None),
        ("yesterday", None),
    ],
)
def test_publication_dates(given: str, published: str | None) -> None:
    """A day that is in no calendar is no date."""
    row = json.dumps({"text": "Text.", "published": given}).encode()
    (article,) = read("-", stdin=row)
    assert isinstance(article, RawArticle)
    assert article.published == published
    told = () if published else (f"published {given!r} is no date and left out",)
    assert article.warnings == told


@pytest.mark.parametrize("given", [None, "", " "])
def test_a_publication_date_that_is_not_given_is_no_fault(given: str | None) -> None:
    """Nor is one of nothing but space."""
    (article,) = read("-", stdin=json.dumps({"text": "Text.", "published": given}).encode())
    assert isinstance(article, RawArticle)
    assert (article.published, article.warnings) == (None, ())


ROW, OTHER_ROW = '{"text": "Row."}', '{"text": "Other."}'
BOM = "\ufeff"


@pytest.mark.parametrize(
    ("given", "raws"),
    [
        ("Plain.", ["Plain."]),
        ("[1] Plain.", ["[1] Plain."]),
        ("[\nPlain.", ["[\nPlain."]),
        ("<!-- a note --> Plain.", ["<!-- a note --> Plain."]),
        ("<htmlish> Plain.", ["<htmlish> Plain."]),
        (ROW, ["Row."]),
        (f"\n {ROW}\n\n{OTHER_ROW}\n", ["Row.", "Other."]),
        (f"{BOM}{ROW}\r\n{OTHER_ROW}", ["Row.", "Other."]),
        (f"{{broken\n{ROW}\n", [Code.BROKEN_JSON, "Row."]),
        (f'{{"text":\n{ROW}\n', [Code.BROKEN_JSON, "Row."]),
        ('{"text":', [Code.BROKEN_JSON]),
        ('{\n  "text": "Row."\n}\n', ["Row."]),
        ('{"title": "T",\r\n\r\n"text": "Row."}', ["Row."]),
        ('{"text": "Row."\n}', ["Row."]),
        (f"[{ROW}, {OTHER_ROW}]", ["Row.", "Other."]),
        (f"{BOM} [\n\n  {ROW},\n  {OTHER_ROW}\n]\n", ["Row.", "Other."]),
        (f"[{ROW}, 7]", ["Row.", Code.INVALID_ROW]),
    ],
)
@pytest.mark.parametrize("piece", [1, 10_000])
def test_standard_input_is_what_its_beginning_tells(
    given: str, raws: list[str | Code], piece: int
) -> None:
    """A text, rows a line, or one object or array as in a .json file, however slowly it comes."""
    items = list(read_inputs(["-"], stdin=Slow(given.encode(), piece)))
    assert [item.raw if isinstance(item, RawArticle) else item.code for item in items] == raws


class Slow(io.RawIOBase):
    """Bytes that come a few at a time, as from a pipe."""

    def __init__(self, data: bytes, piece: int) -> None:
        self.data, self.piece = io.BytesIO(data), piece

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:
        chunk = self.data.read(min(self.piece, len(buffer)))
        buffer[: len(chunk)] = chunk
        return len(chunk)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize(
    "above",
    [
        "",
        "\n ",
        "<!DOCTYPE html>\n",
        '<?xml version="1.0"\n encoding="utf-8"?>',
        "<!-- saved -->",
        "<!-- saved\n\nfrom <a> page -->\n<!---->\n",
    ],
)
def test_a_page_on_standard_input_is_no_text(above: str, encoding: str) -> None:
    """Whatever may stand above its first tag."""
    (article,) = read("-", stdin=f"{above}{HTML}".encode(encoding))
    assert isinstance(article, RawArticle)
    assert article.title == "Poles of Kellerovka"
    assert "Views" not in article.visible.text


@pytest.mark.parametrize("name", ["-", "a.txt", "a.html", "a.json"])
def test_what_is_gzipped_without_its_suffix_is_told_so(tmp_path: Path, name: str) -> None:
    """With what to do, on standard input too."""
    packed = gzip.compress(TEXT.encode())
    (tmp_path / name).write_bytes(packed)
    (item,) = read(name if name == "-" else tmp_path / name, stdin=packed)
    assert isinstance(item, RejectedInput)
    assert item.code == Code.BINARY
    assert "is gzipped: unpack it (gunzip), or give it as a file whose name ends in .gz" in str(
        item
    )


def test_rows_on_standard_input_are_read_as_they_come() -> None:
    """The first is there before the second is written."""
    reader, writer = os.pipe()
    with os.fdopen(reader, "rb") as stdin, os.fdopen(writer, "wb", buffering=0) as out:
        out.write(f"{ROW}\n".encode())
        items = read_inputs(["-"], stdin=stdin)
        assert isinstance(next(items), RawArticle)


def test_a_text_that_kept_its_tags_is_read_without_them(tmp_path: Path) -> None:
    """Entities are what they stand for; less-than signs and its own lines stay."""
    raw = "Poles\n\nThere were <b>3 thousand</b> men &ndash; 5&nbsp;%.</p><p>Then came < 20 men<br>\nand all sang.</p>"
    path = tmp_path / "text.txt"
    path.write_text(raw)
    (article,) = read(path)
    assert isinstance(article, RawArticle)
    lines = [line for line in article.visible.text.split("\n") if line]
    assert lines == [
        "Poles",
        "There were 3 thousand men – 5\xa0%.",
        "Then came < 20 men",
        "and all sang.",
    ]
    start = article.visible.text.index("5\xa0%")
    assert raw[slice(*article.visible.raw_span(start, start + 3))] == "5&nbsp;%"


@pytest.mark.parametrize("text", ["Use <b>bold</b> letters.", "Write </p> and <br> there."])
def test_a_tag_or_two_that_a_text_speaks_of_stay(text: str) -> None:
    """A page's own would be more."""
    (article,) = read("-", stdin=text.encode())
    assert isinstance(article, RawArticle)
    assert article.visible.text == text


def test_a_page_is_reduced_to_its_article(tmp_path: Path) -> None:
    """Navigation and footer are out, metadata is in, offsets lead to the source."""
    path = tmp_path / "poles.html"
    path.write_text(HTML)
    (article,) = read(path)
    assert isinstance(article, RawArticle)
    assert (article.title, article.published) == ("Poles of Kellerovka", "2014-05-12")
    text = article.visible.text
    assert "News of 1999" not in text
    assert "1204" not in text
    start = text.index("300 families")
    assert article.raw[slice(*article.visible.raw_span(start, start + 12))] == "300 families"
    start = text.index("35\xa0thousand")
    assert article.raw[slice(*article.visible.raw_span(start, start + 11))] == "35&nbsp;thousand"


@pytest.mark.parametrize(
    ("mark", "published"),
    [
        ('<div class="date">21 February 2013</div>', "2013-02-21"),
        ('<span class="news-date icon">21.02.2013 | Views: 12</span>', "2013-02-21"),
        ('<p class="byline">Published 21&nbsp;February 2013 by A. Wolf</p>', "2013-02-21"),
        ('<meta name="date" content="2013-02-21">', "2013-02-21"),
        ('<meta content="2013-02-21T10:00" property="og:published_time">', "2013-02-21"),
        ('<meta name="publication_date" content="21 February 2013">', "2013-02-21"),
        ('<time>21 February 2013</time><i class="date">1 May 2014</i>', "2014-05-01"),
        ('<i class="date">21 February 2013</i><i class="date">1 May 2014</i>', None),
        ('<p class="date">16 December 1986</p>', None),
        ('<p class="candidate">21 February 2013</p>', None),
    ],
)
def test_a_page_tells_its_day(tmp_path: Path, mark: str, published: str | None) -> None:
    """In its metadata, or in the one day that its markup calls one."""
    path = tmp_path / "page.html"
    body = f"<div>{mark}</div><h1>Poles</h1><p>{'They came to the steppe in 1936. ' * 9}</p>"
    path.write_text(f"<html><head><title>Poles</title></head><body>{body}</body></html>")
    (article,) = read(path)
    assert article.published == published  # type: ignore[union-attr]


PARAGRAPH = (
    "<p>In 1936 more than 35 thousand Poles were deported to the steppes of Kazakhstan ({}).</p>"
)
MENU = "<table><tr><td><a href='/'>Home</a></td><td><a href='/n'>News of 1999</a></td></tr></table>"
LOSSES = "<table><tr><td>Losses (settlers)<td>2,325&nbsp;killed</td><td><b>1,384</b> missing</td></tr></table>"
CENSUS = (
    "<table><tr><th>People</th><th>1926</th></tr><tr><td><a href='/k'>Kazakhs</a></td><td>3628</td></tr>"
    "<tr><td>Poles</td><td>3742</td></tr></table>"
)
GAPS = (
    "<table><tr><th></th><th>1926</th><th>1939<sup>1</sup></th></tr>\n<tr><td><p>Poles</p>\n</td> <td> </td> <td>8,100"
    "<sup>[2]</sup></td></tr><tr><td>Kurds</td><td>6,109</td><td></td></tr></table>"
)


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("{0}{losses}{1}", ["{0}", "Losses (settlers) | 2,325\xa0killed | 1,384 missing", "{1}"]),
        ("{0}{1}{census}", ["{0}", "{1}", "People | 1926", "Kazakhs | 3628", "Poles | 3742"]),
        ("{menu}{0}{menu}{1}{menu}", ["{0}", "{1}"]),
        (
            "{0}{1}{gaps}<ul><li>Kurds: 35,735<sup>1</sup></li></ul><p>They live in the north.</p>",
            [
                "{0}",
                "{1}",
                "1926 | 1939",
                "Poles |  | 8,100",
                "Kurds | 6,109 | ",
                "Kurds: 35,735",
                "They live in the north.",
            ],
        ),
        (
            "<table><tr><td>{menu}</td><td>{0}{losses}{1}</td><td>Views 1204</td></tr></table>",
            ["{0}", "Losses (settlers) | 2,325\xa0killed | 1,384 missing", "{1}"],
        ),
    ],
)
def test_rows_of_the_articles_tables_are_lines(tmp_path: Path, body: str, lines: list[str]) -> None:
    """Cells of a row stand in one line, mapped to the source; tables of links and of layout are no rows."""
    sentences = [f"{PARAGRAPH.format(n)}" for n in ("first", "second")]
    filled = body.format(*sentences, losses=LOSSES, census=CENSUS, menu=MENU, gaps=GAPS)
    path = tmp_path / "page.html"
    path.write_text(
        f"<html><head><title>Poles</title></head><body><h1>Poles</h1>{filled}</body></html>"
    )
    (article,) = read(path)
    assert isinstance(article, RawArticle)
    plain = [sentence[3:-4] for sentence in sentences]
    assert article.visible.text.split("\n\n")[1:] == [line.format(*plain) for line in lines]
    if "{losses}" in body:
        start = article.visible.text.index("1,384")
        raw = slice(*article.visible.raw_span(start, start + len("1,384")))
        assert article.raw[raw] == "1,384"


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        (
            "<p>1936-1956</p><p>They came by train.</p>{0}",
            ["1936-1956", "They came by train.", "{0}"],
        ),
        ("{0}<p>Poles 36 %</p><p>Kurds 9 %</p>", ["{0}", "Poles 36 %", "Kurds 9 %"]),
        ("<div>14.02.2014 318</div>{0}", ["14.02.2014 318", "{0}"]),
        ("{0}<p>- 40 Poles<br>- 30 Kurds</p>{1}", ["{0}", "- 40 Poles", "- 30 Kurds", "{1}"]),
        (
            "{0}<figure><img src='a.jpg'><figcaption>A class of 30</figcaption></figure>{1}",
            ["{0}", "A class of 30", "{1}"],
        ),
        ("{0}<p>There were 30<br/>houses.</p>{1}", ["{0}", "There were 30\nhouses.", "{1}"]),
        ("{0}<p>There were 30<br><br>houses.</p>{1}", ["{0}", "There were 30", "houses.", "{1}"]),
        ("{0}<p>There they were.<br>Houses.</p>{1}", ["{0}", "There they were.", "Houses.", "{1}"]),
        ("{0}{1}<p><a href='/n'>Poles 36 %</a></p>", ["{0}", "{1}"]),
    ],
)
def test_short_lines_of_the_article_stay(tmp_path: Path, body: str, lines: list[str]) -> None:
    """Above the first paragraph, below the last and between; a line broken within a sentence is no paragraph."""
    sentences = [PARAGRAPH.format(n) for n in ("first", "second")]
    filled = body.format(*sentences)
    path = tmp_path / "page.html"
    head = "<html><head><title>Poles</title></head><body><p>Menu</p><h1>Poles</h1>"
    path.write_text(f"{head}{filled}</body></html>")
    (article,) = read(path)
    assert isinstance(article, RawArticle)
    plain = [sentence[3:-4] for sentence in sentences]
    assert article.visible.text.split("\n\n")[1:] == [line.format(*plain) for line in lines]


CAME, WENT = "In 1991 84 Koreans came to Almaty.", "In 1992 90 Koreans left it."
STORY = PARAGRAPH.format("first")[3:-4]


@pytest.mark.parametrize(
    ("page", "lines"),
    [
        ("<body><p>{came}</p><p>{story}</p></body>", ["{came}", "{story}"]),
        ("<BODY><P>{came}<P>{went}<P>{story}</BODY>", ["{came}", "{went}", "{story}"]),
        (
            "<?xml version='1.0'?><html><body><p>{came}</p><p>{story}</p></body></html>",
            ["{came}", "{story}"],
        ),
        (
            "<head><title>Koreans of Almaty - e-history.kz</title></head><body><h2>The Koreans in Almaty</h2>"
            "<p>{came}</p><h3>Later</h3><p>{story}</p></body>",
            ["{came}", "{story}"],
        ),
        (
            "<head><title>Koreans of Almaty - e-history.kz</title></head><body><h1>Kazakhstan</h1>"
            "<p>{went}</p><h1>The Koreans</h1><p>{came}</p><h2>Later</h2><p>{story}</p></body>",
            ["{came}", "{story}"],
        ),
        (
            "<body><p><a href='/n'>{went}</a></p><p>Views: 1204</p><p>12 May 2014</p>"
            "<p>Home | News of 1999 | Koreans</p><p>{came}</p><p>{story}</p></body>",
            ["{came}", "{story}"],
        ),
        (
            "<head><title>The Koreans</title></head><body><p>{went}</p><h1>The Koreans</h1><p>{story}</p></body>",
            ["The Koreans", "{story}"],
        ),
    ],
)
def test_a_short_sentence_opens_an_article(tmp_path: Path, page: str, lines: list[str]) -> None:
    """Below its heading, where it has one; links, views, the day and what stands above the heading do not."""
    path = tmp_path / "page.html"
    path.write_text(page.format(came=CAME, went=WENT, story=STORY))
    (article,) = read(path)
    assert isinstance(article, RawArticle)
    told = [line.format(came=CAME, went=WENT, story=STORY) for line in lines]
    assert article.visible.text.split("\n\n") == told


def test_a_short_page_keeps_its_table(tmp_path: Path) -> None:
    """Though trafilatura tells each of its cells as a line."""
    path = tmp_path / "page.html"
    path.write_text(
        "<html><head><title>Poles</title></head><body><h1>Poles</h1>"
        "<p>Poles of Kazakhstan by the counts of those years.</p>"
        f"{CENSUS}</body></html>"
    )
    (article,) = read(path)
    assert isinstance(article, RawArticle)
    assert article.visible.text.split("\n\n")[-3:] == [
        "People | 1926",
        "Kazakhs | 3628",
        "Poles | 3742",
    ]
