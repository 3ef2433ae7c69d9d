"""What every request for work goes through first: room for it, its body read within limits."""

import asyncio
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from http import HTTPStatus

from fastapi import Request

from pipeline.serving.problems import busy, refusal
from pipeline.serving.settings import Settings

# Bytes read past the limit and dropped: a client still sending might not hear an answer given at once.
_DISCARDED = 64 * 1024 * 1024


class Gate:
    """Counts the requests under way; one too many is turned away at once."""

    def __init__(self, settings: Settings) -> None:
        self._most = settings.max_requests
        self.inside = 0

    @contextmanager
    def entered(self) -> Iterator[None]:
        """Room for a request; raises Refusal where there is none."""
        if self.inside >= self._most:
            raise busy(self._most)
        self.inside += 1
        try:
            yield
        finally:
            self.inside -= 1


def media_type(request: Request, accepted: Collection[str]) -> str:
    """The content type without parameters; raises Refusal for one that is not accepted."""
    given = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if given in accepted:
        return given
    raise refusal(
        HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
        "media_type",
        f"content type {given!r}" if given else "no content type",
        f"send {', '.join(accepted)}",
    )


async def read_body(request: Request, settings: Settings) -> bytes:
    """The body; raises Refusal for one too large or too slow, before all of it is read."""
    try:
        async with asyncio.timeout(settings.timeout):
            return await _bounded(request, settings.max_bytes)
    except TimeoutError as error:
        detail = f"the body did not arrive in {settings.timeout:g} seconds"
        raise refusal(HTTPStatus.REQUEST_TIMEOUT, "slow_body", detail, "send it again") from error


async def _bounded(request: Request, most: int) -> bytes:
    if int(request.headers.get("content-length", 0)) > most + _DISCARDED:
        raise _too_large(most)
    body, size = bytearray(), 0
    async for chunk in request.stream():
        size += len(chunk)
        if size > most + _DISCARDED:
            break
        if size <= most:
            body += chunk
    if size > most:
        raise _too_large(most)
    return bytes(body)


def _too_large(most: int) -> Exception:
    return refusal(
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
        "body_too_large",
        f"the body has more than {most} bytes",
        "send fewer articles at once, or raise the limit with --max-bytes",
    )
