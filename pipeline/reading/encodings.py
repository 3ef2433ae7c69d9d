"""A page as the server packed it to the page that a browser shows (HTTP's Content-Encoding).

warcio's own unpacking takes damaged data for data that was never packed, and knows no limit.
"""

import zlib
from collections.abc import Callable, Mapping

import brotli

from pipeline.errors import Code, RejectedInput

# What zlib calls gzip, zlib and bare deflate streams; servers send both of the latter as "deflate".
_GZIP, _ZLIB, _BARE = 16 + zlib.MAX_WBITS, zlib.MAX_WBITS, -zlib.MAX_WBITS

# Packed bytes and a limit to unpacked bytes, and whether they end where the packed ones do.
_Unpacker = Callable[[bytes, int], tuple[bytes, bool]]


def unpacked(data: bytes, encoding: str, limit: int) -> bytes:
    """At most `limit` + 1 unpacked bytes; raises RejectedInput (without source) for damaged ones."""
    if encoding in ("identity", ""):
        return data
    if encoding not in _UNPACKERS:
        raise RejectedInput(Code.BROKEN_RECORD, "", f"its content encoding {encoding!r} is unknown")
    try:
        plain, complete = _UNPACKERS[encoding](data, limit + 1)
    except (zlib.error, brotli.error) as error:
        reason = f"its {encoding} data are damaged: {error}"
        raise RejectedInput(Code.BROKEN_RECORD, "", reason) from error
    if not complete and len(plain) <= limit:
        raise RejectedInput(Code.BROKEN_RECORD, "", f"its {encoding} data are cut short")
    return plain


def _inflated(window: int) -> _Unpacker:
    def unpack(data: bytes, limit: int) -> tuple[bytes, bool]:
        unpacker = zlib.decompressobj(window)
        return unpacker.decompress(data, limit), unpacker.eof

    return unpack


def _deflated(data: bytes, limit: int) -> tuple[bytes, bool]:
    try:
        return _inflated(_ZLIB)(data, limit)
    except zlib.error:
        return _inflated(_BARE)(data, limit)


def _brotli(data: bytes, limit: int) -> tuple[bytes, bool]:
    unpacker = brotli.Decompressor()
    plain = unpacker.process(data, output_buffer_limit=limit)
    return plain, unpacker.is_finished()


_UNPACKERS: Mapping[str, _Unpacker] = {
    "gzip": _inflated(_GZIP),
    "x-gzip": _inflated(_GZIP),
    "deflate": _deflated,
    "br": _brotli,
}
