"""A crawler's archive gives its pages; a bad record is a reject of its own and stops nothing."""

import gzip
import io
import zlib
from pathlib import Path

import brotli
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from pipeline.articles import RawArticle
from pipeline.errors import Code, RejectedInput
from pipeline.reading import Limits, Parcel, read_inputs, read_parcels
from pipeline.reading.inputs import articles_of

PAGE = """<html><head><title>Poles of Kellerovka {n}</title></head><body><h1>Poles of Kellerovka {n}</h1>
<p>In 1936 more than {n} thousand Poles were deported to the steppes of Kazakhstan, and most of
them were settled in villages which had only a number.</p></body></html>"""
SITE = "https://e-history.kz/en/news/show/"


def page(n: int) -> bytes:
    return PAGE.format(n=n).encode()


def archive(records: list[dict], *, packed: bool = True) -> tuple[bytes, list[int]]:
    """The bytes of an archive, the same at every call, and the offset of every record in it."""
    out, offsets = io.BytesIO(), []
    writer = WARCWriter(out, gzip=packed)
    for n, given_record in enumerate(records):
        record = {"type": "response", "url": f"{SITE}{n}", "status": "200 OK", **given_record}
        headers = [("Content-Type", record.get("mime", "text/html; charset=UTF-8"))]
        headers += record.get("http", [])
        http = StatusAndHeaders(record["status"], headers, protocol="HTTP/1.1")
        offsets.append(out.tell())
        made = writer.create_warc_record(
            record["url"],
            record["type"],
            payload=io.BytesIO(record.get("body", page(n))),
            http_headers=http if record["type"] in ("response", "revisit") else None,
            warc_headers_dict={"WARC-Date": "2024-01-01T00:00:00Z", **record.get("warc", {})},
        )
        made.rec_headers.replace_header("WARC-Record-ID", f"<urn:uuid:{n:032}>")
        writer.write_record(made)
    return out.getvalue(), offsets


def read(data: bytes, name: str = "crawl.warc.gz", max_chars: int = 10_000) -> list:
    path = Path(name)
    return list(articles_of(io.BytesIO(data), path, name, Limits(max_chars)))


def summary(items: list) -> list:
    return [item.code if isinstance(item, RejectedInput) else item.url for item in items]


@pytest.mark.parametrize("packed", [True, False])
def test_pages_are_read_with_address_and_offset(tmp_path: Path, packed: bool) -> None:
    """The id is the canonical address, the source names the record's offset, offsets lead to the page."""
    data, offsets = archive([{}, {"url": "http://www.ehistory.kz/en/a?b=1"}], packed=packed)
    path = tmp_path / ("crawl.warc.gz" if packed else "crawl.warc")
    path.write_bytes(data)
    first, second = read_inputs([str(tmp_path)])
    assert isinstance(first, RawArticle)
    assert isinstance(second, RawArticle)
    assert (first.id, first.url) == ("e-history.kz/en/news/show/0", f"{SITE}0")
    assert (first.source, second.source) == (f"{path}:{offsets[0]}", f"{path}:{offsets[1]}")
    assert (second.id, second.title) == ("e-history.kz/en/a?b=1", "Poles of Kellerovka 1")
    start = first.visible.text.index("In 1936")
    begin, end = first.visible.raw_span(start, start + 7)
    assert first.raw[begin:end] == "In 1936"


@pytest.mark.parametrize(
    "record",
    [
        {"status": "404 Not Found"},
        {"status": "301 Moved"},
        {"mime": "image/png", "body": b"\x89PNG"},
        {"type": "metadata"},
        {"type": "request", "body": b"GET /en HTTP/1.1\r\nHost: e-history.kz\r\n\r\n"},
        {"type": "revisit"},
    ],
)
def test_what_is_no_page_is_passed_over(record: dict) -> None:
    """Redirects, errors, pictures and the crawler's own records are neither articles nor rejects."""
    data, _ = archive([{}, record, {}])
    assert summary(read(data)) == [f"{SITE}0", f"{SITE}2"]


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("gzip", gzip.compress(page(1))),
        ("deflate", zlib.compress(page(1))),
        ("br", brotli.compress(page(1))),
    ],
)
def test_compressed_pages_are_unpacked(encoding: str, body: bytes) -> None:
    """What the server packed is the page that a browser shows."""
    data, _ = archive([{"body": body, "http": [("Content-Encoding", encoding)]}])
    (item,) = read(data)
    assert item.data == page(1)


def test_the_server_says_which_charset() -> None:
    """A page in windows-1251 that only its HTTP header declares."""
    text = "<html><body><p>В 1937 году в Казахстан прибыли корейцы, девяносто пять тысяч.</p></body></html>"
    data, _ = archive([{"body": text.encode("cp1251"), "mime": "text/html; charset=windows-1251"}])
    path = Path("a.warc.gz")
    (item,) = articles_of(io.BytesIO(data), path, "a", Limits())
    assert item.charset == "windows-1251"
    from pipeline.reading import open_parcel

    assert open_parcel(item, Limits()).raw == text


@pytest.mark.parametrize(
    ("record", "code", "words"),
    [
        ({"body": b"x" * 200_001}, Code.TOO_LARGE, "more than 200000 bytes"),
        (
            {"body": gzip.compress(b"x" * 10**7), "http": [("Content-Encoding", "gzip")]},
            Code.TOO_LARGE,
            "bytes",
        ),
        (
            {"body": gzip.compress(page(1))[:-20], "http": [("Content-Encoding", "gzip")]},
            Code.BROKEN_RECORD,
            "cut",
        ),
        ({"http": [("Content-Encoding", "zstd")]}, Code.BROKEN_RECORD, "'zstd'"),
        ({"warc": {"WARC-Truncated": "length"}}, Code.BROKEN_RECORD, "(length)"),
    ],
)
def test_a_bad_record_is_rejected_by_reason(record: dict, code: Code, words: str) -> None:
    """The reject names offset and address; the pages around it are read."""
    data, offsets = archive([{}, record, {}])
    items = read(data)
    assert summary(items) == [f"{SITE}0", code, f"{SITE}2"]
    assert items[1].source == f"crawl.warc.gz:{offsets[1]}"
    assert f"{SITE}1" in items[1].reason
    assert words in items[1].reason


@pytest.mark.parametrize("packed", [True, False])
def test_reading_goes_on_after_damage(packed: bool, capfd: pytest.CaptureFixture[str]) -> None:
    """A record overwritten in its middle is one reject; every other page is read."""
    data, offsets = archive([{}, {}, {}, {}], packed=packed)
    start = (offsets[1] + offsets[2]) // 2
    broken = data[:start] + b"\xff" * 60 + data[start + 60 :]
    items = read(broken, "crawl.warc.gz" if packed else "crawl.warc")
    assert summary(items) == [f"{SITE}0", Code.BROKEN_RECORD, f"{SITE}2", f"{SITE}3"]
    assert items[1].source.endswith(f":{offsets[1]}")
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("searched_at_once", [64, 1000, 1 << 20])
def test_every_damaged_record_is_reported(
    searched_at_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two in a row are two rejects, wherever the blocks end in which the next record is sought."""
    monkeypatch.setattr("pipeline.reading.warc._SEARCHED_AT_ONCE", searched_at_once)
    data, offsets = archive([{}, {}, {}, {}])
    broken = bytearray(data)
    for offset in offsets[1:3]:
        broken[offset + 200 : offset + 240] = b"\xff" * 40
    items = read(bytes(broken))
    assert summary(items) == [f"{SITE}0", Code.BROKEN_RECORD, Code.BROKEN_RECORD, f"{SITE}3"]


@pytest.mark.parametrize("packed", [True, False])
def test_an_archive_cut_short_gives_what_stands_before(packed: bool) -> None:
    """A crawl still running, or a download broken off."""
    data, offsets = archive([{}, {}], packed=packed)
    items = read(data[: offsets[1] + 300], "crawl.warc.gz" if packed else "crawl.warc")
    assert summary(items) == [f"{SITE}0", Code.BROKEN_RECORD]


def test_an_archive_gzipped_as_one_piece_says_what_mends_it() -> None:
    """The remedy is warcio's own."""
    data, _ = archive([{}, {}], packed=False)
    items = read(gzip.compress(data))
    assert summary(items)[-1] == Code.BROKEN_ARCHIVE
    assert "warcio recompress" in items[-1].reason


def test_a_page_that_its_digest_does_not_fit_is_rejected() -> None:
    """Bytes changed after the crawl, in an archive that is otherwise whole."""
    data, offsets = archive([{}, {}], packed=False)
    items = read(data.replace(b"more than 0 thousand", b"more than 9 thousand"), "a.warc")
    assert summary(items) == [Code.BROKEN_RECORD, f"{SITE}1"]
    assert "digest" in items[0].reason
    assert items[0].source == f"a.warc:{offsets[0]}"


@pytest.mark.parametrize("data", [b"", b"no archive", gzip.compress(b"no archive")])
def test_what_is_no_archive_is_a_reject(data: bytes) -> None:
    """One reject, no article."""
    (item,) = read(data)
    assert isinstance(item, RejectedInput)


@settings(max_examples=150, deadline=None)
@given(st.data(), st.booleans())
def test_no_damage_stops_the_reading(data: st.DataObject, packed: bool) -> None:
    """Whatever bytes are overwritten, no page of another record is lost and none is made up."""
    whole, offsets = archive([{} for _ in range(5)], packed=packed)
    hit = data.draw(st.integers(0, 4))
    ends = [*offsets[1:], len(whole)]
    start = data.draw(st.integers(offsets[hit], ends[hit] - 1))
    noise = data.draw(st.binary(min_size=1, max_size=ends[hit] - start))
    items = read(
        whole[:start] + noise + whole[start + len(noise) :], "c.warc.gz" if packed else "c.warc"
    )
    pages = [item for item in items if isinstance(item, Parcel)]
    untouched = [n for n in range(5) if n != hit]
    read_again = {item.url: item.data for item in pages}
    assert [read_again.get(f"{SITE}{n}") for n in untouched] == [page(n) for n in untouched]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"WARC/1.0\r\n\r\n", "crawl.warc:0: its header says no length; fetch the page again"),
        (
            archive([{}], packed=False)[0].replace(b"WARC-Target-URI", b"WARC-Target-XXX"),
            "crawl.warc:0: a field of its header is missing or damaged; fetch the page again",
        ),
    ],
)
def test_a_header_that_lacks_a_field_is_told(data: bytes, told: str) -> None:
    """The record by its offset alone where it names no page."""
    (item,) = read(data, "crawl.warc")
    assert str(item).startswith(told)


def test_a_folder_of_archives(tmp_path: Path) -> None:
    """Archives are found among other files."""
    (tmp_path / "a.warc.gz").write_bytes(archive([{}])[0])
    (tmp_path / "b.warc").write_bytes(archive([{"url": f"{SITE}9"}], packed=False)[0])
    (tmp_path / "c.txt").write_text("Text.")
    items = list(read_parcels([str(tmp_path)], Limits()))
    assert [item.id for item in items] == [
        "e-history.kz/en/news/show/0",
        "e-history.kz/en/news/show/9",
        "c",
    ]
