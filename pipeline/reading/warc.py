"""WARC archives, as crawlers leave them, to parcels: one for each page that was answered with 200.

Notes for a newcomer: warcio reads record after record and never goes back. In a damaged record it
gives what it could read and then loses its way, so damage is told here (a record shorter than it
says, a digest that doesn't fit) and reading begins anew at the next place that looks like a record.
"""

import contextlib
import io
import re
import zlib
from collections.abc import Iterator
from typing import Any, BinaryIO

from warcio.archiveiterator import ArchiveIterator
from warcio.bufferedreaders import ChunkedDataReader
from warcio.exceptions import ArchiveLoadFailed
from warcio.statusandheaders import StatusAndHeadersParserException

from pipeline.addresses import canonical_address
from pipeline.errors import Code, RejectedInput
from pipeline.reading.encodings import unpacked
from pipeline.reading.limits import Limits
from pipeline.reading.parcels import Parcel, parcel

_PAGE_TYPES = ("text/html", "application/xhtml+xml")
_CHARSET = re.compile(r"charset=[\"']?([\w-]+)", re.IGNORECASE)
# How a record begins, gzipped or plain, and how much of it tells that it is one.
_VERSION = b"WARC/"
_MAGIC = re.compile(rb"\x1f\x8b\x08|WARC/\d\.\d")
_BEGINNING_BYTES = 512
_SEARCHED_AT_ONCE = 1 << 20
_ONE_PIECE = "gzipped as one piece, not a record at a time; `warcio recompress` mends that"

Item = Parcel | RejectedInput

# Its own two, and what it runs into where a damaged header lacks a field or a digest is no digest.
_NOT_CHECKED = (AttributeError, LookupError, TypeError)
_STUMBLES = (
    ArchiveLoadFailed,
    StatusAndHeadersParserException,
    EOFError,
    *_NOT_CHECKED,
    ValueError,
    zlib.error,
)


class _Damaged(Exception):
    """The record at a byte offset of the archive can't be read."""

    def __init__(self, offset: int, reason: str) -> None:
        super().__init__(reason)
        self.offset = offset


def warc_parcels(stream: BinaryIO, source: str, limits: Limits) -> Iterator[Item]:
    """The pages of an archive, gzipped a record at a time or plain; a bad record is a reject."""
    if _next_record(stream, 0) is None and stream.tell():
        yield RejectedInput(Code.BROKEN_ARCHIVE, source, "no record of a WARC archive begins in it")
        return
    offset: int | None = 0
    found = False
    while offset is not None:
        stream.seek(offset)
        try:
            for item in _pages(stream, source, limits):
                found = True
                yield item
            break
        except _Damaged as damage:
            found = True
            where = f"{source}:{damage.offset}"
            yield RejectedInput(Code.BROKEN_RECORD, where, str(damage))
            offset = _next_record(stream, damage.offset + 1)
    if not found:
        yield RejectedInput(Code.EMPTY, source, "the archive holds no page")


def _pages(stream: BinaryIO, source: str, limits: Limits) -> Iterator[Item]:
    """The pages from where the stream stands to the first damaged record, which is raised."""
    records = ArchiveIterator(stream, check_digests=True)
    while True:
        try:
            # warcio prints what it stumbles over; here that becomes a reject.
            with contextlib.redirect_stderr(io.StringIO()):
                record = next(records)
                offset = records.offset
                _check_length(record, offset)
                item = _page(record, f"{source}:{offset}", limits)
                _check_whole(records, record, offset)
        except StopIteration:
            _check_end(stream, records.offset)
            return
        except _STUMBLES as error:
            if "non-chunked gzip" in str(error):
                raise RejectedInput(Code.BROKEN_ARCHIVE, source, _ONE_PIECE) from error
            # What Python says of a field that is not there tells a reader nothing.
            told = "a field of its header is missing or damaged"
            reason = told if isinstance(error, _NOT_CHECKED) else " ".join(str(error).split())
            raise _Damaged(records.offset, reason) from error
        if item is not None:
            yield item


def _check_end(stream: BinaryIO, offset: int) -> None:
    """Where warcio sees no further record, there must be no further byte."""
    if stream.seek(0, io.SEEK_END) > offset:
        raise _Damaged(offset, "the record is cut short or no record at all")


def _check_length(record: Any, offset: int) -> None:  # noqa: ANN401 - warcio has no types
    """Without a length warcio would take the rest of the archive for this record."""
    if record.length is None:
        raise _Damaged(offset, _told(record, "its header says no length"))


def _check_whole(records: ArchiveIterator, record: Any, offset: int) -> None:  # noqa: ANN401
    """Read what is left of a record; raises where it is not what its header says."""
    while record.raw_stream.read(_SEARCHED_AT_ONCE):
        pass
    if missing := record.raw_stream.limit:
        reason = f"{missing} of the record's {record.length} bytes are missing"
    elif record.digest_checker.passed is False:
        reason = "; ".join(record.digest_checker.problems)
    else:
        # Counts what follows a record and is neither blank nor the next one.
        records.read_to_end()
        reason = "it is longer or shorter than its header says" if records.err_count else ""
    if reason:
        raise _Damaged(offset, _told(record, reason))


def _url(record: Any) -> str:  # noqa: ANN401
    return record.rec_headers.get_header("WARC-Target-URI") or ""


def _told(record: Any, reason: str) -> str:  # noqa: ANN401
    """What is wrong with a record, with the address of its page if it has one."""
    url = _url(record)
    return f"{url}: {reason}" if url else reason


def _page(record: Any, source: str, limits: Limits) -> Item | None:  # noqa: ANN401
    """The page of a record, null for requests, redirects, pictures and the like."""
    headers = record.http_headers
    if record.rec_type != "response" or not headers or headers.get_statuscode() != "200":
        return None
    kind = headers.get_header("Content-Type") or ""
    if not kind.lower().startswith(_PAGE_TYPES):
        return None
    url, charset = _url(record), _CHARSET.search(kind)
    try:
        data = _payload(record, limits)
    except RejectedInput as reject:
        return RejectedInput(reject.code, source, _told(record, reject.reason))
    known = {"url": url, "charset": charset[1] if charset else None}
    return parcel(canonical_address(url) or url, source, "page", data, **known)


def _payload(record: Any, limits: Limits) -> bytes:  # noqa: ANN401
    """The page's bytes, chunks joined and compression undone; raises RejectedInput without source."""
    if cut := record.rec_headers.get_header("WARC-Truncated"):
        raise RejectedInput(Code.BROKEN_RECORD, "", f"cut short by the crawler ({cut})")
    encoding = (record.http_headers.get_header("Content-Encoding") or "identity").lower()
    chunked = record.http_headers.get_header("Transfer-Encoding") == "chunked"
    content = ChunkedDataReader(record.raw_stream) if chunked else record.raw_stream
    limit = limits.page_bytes
    data = unpacked(content.read(limit + 1), encoding, limit)
    if len(data) > limit:
        raise RejectedInput(Code.TOO_LARGE, "", limits.too_large(limit))
    return data


def _next_record(stream: BinaryIO, start: int) -> int | None:
    """The offset of the next record that begins at `start` or after it."""
    stream.seek(start)
    window = b""
    while True:
        block = stream.read(_SEARCHED_AT_ONCE)
        window += block
        # The last bytes may be half a beginning, which the next block goes on with.
        sure = max(len(window) - _BEGINNING_BYTES, 0) if block else len(window)
        for match in _MAGIC.finditer(window, 0, sure):
            if _begins_record(window[match.start() : match.start() + _BEGINNING_BYTES]):
                return start + match.start()
        if not block:
            return None
        start, window = start + sure, window[sure:]


def _begins_record(data: bytes) -> bool:
    """Whether bytes are the beginning of a record, and not of a picture that holds the same magic."""
    with contextlib.suppress(zlib.error):
        data = zlib.decompressobj(16 + zlib.MAX_WBITS).decompress(data, len(_VERSION))
    return data.startswith(_VERSION)
