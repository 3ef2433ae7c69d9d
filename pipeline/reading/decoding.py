"""Bytes to text: byte-order marks, UTF-8, a page's own charset, then charset-normalizer."""

import codecs
import re
from contextlib import suppress

from charset_normalizer import from_bytes

from pipeline.errors import Code, RejectedInput

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    b"%PDF",
    b"PK\x03\x04",
    b"\x89PNG",
    b"GIF8",
    b"\xff\xd8\xff",
    b"\xd0\xcf\x11\xe0",
    b"\x7fELF",
)
_GZIP = b"\x1f\x8b"
_CHARSET = re.compile(rb"<meta[^>]+charset=[\"']?([\w-]+)", re.IGNORECASE)
# The portal writes English and Russian; other single-byte guesses on a short text are noise.
_LIKELY = ["cp1251", "koi8_r", "cp1252", "utf_16_le", "utf_16_be", "mac_cyrillic", "cp866"]
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MAX_CONTROL_SHARE = 0.01
# UTF-16 without a mark reads as UTF-8 too, with a control character beside every letter.
_UTF16_CONTROL_SHARE = 0.2


def decode(data: bytes, source: str, charset: str | None = None) -> str:
    """The text of a file, `charset` as its server declares it; raises RejectedInput.

    The codes are empty, binary and encoding.
    """
    if not data.strip():
        reason = "the file holds nothing but space" if data else "the file is empty"
        raise RejectedInput(Code.EMPTY, source, reason)
    if data.startswith(_GZIP):
        reason = "is gzipped: unpack it (gunzip), or give it as a file whose name ends in .gz"
        raise RejectedInput(Code.BINARY, source, reason)
    if data.startswith(_MAGIC):
        raise RejectedInput(Code.BINARY, source, f"starts with {data[:4]!r}, a binary format")
    text = _decoded(data, source, charset)
    if _control_share(text) > _MAX_CONTROL_SHARE:
        raise RejectedInput(Code.BINARY, source, "holds control characters as binary files do")
    if not text.strip():
        raise RejectedInput(Code.EMPTY, source, "the file holds nothing but space")
    return text


def unmarked(data: bytes) -> str:
    """The beginning of a file without its byte-order mark; what does not fit is left out."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "ignore")
    return data.decode(errors="ignore")


def _decoded(data: bytes, source: str, charset: str | None) -> str:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding, source)
    declared = _CHARSET.search(data, 0, 4096)
    for encoding in ("utf-8", charset or "", declared[1].decode() if declared else ""):
        with suppress(UnicodeDecodeError, LookupError):
            text = data.decode(encoding)
            if _control_share(text) < _UTF16_CONTROL_SHARE:
                return text
    best = from_bytes(data, cp_isolation=_LIKELY).best()
    if best is None:
        code = Code.BINARY if b"\x00" in data else Code.ENCODING
        raise RejectedInput(code, source, "no text encoding fits its bytes")
    return str(best)


def _control_share(text: str) -> float:
    head = text[:20_000]
    return len(_CONTROL.findall(head)) / len(head) if head else 0.0


def _strict(data: bytes, encoding: str, source: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        reason = f"its byte-order mark says {encoding}, byte {error.start} does not fit"
        raise RejectedInput(Code.ENCODING, source, reason) from error
