"""The application: routes, page, problems, counts and the headers that every answer has."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.responses import FileResponse
from starlette.datastructures import MutableHeaders
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pipeline.nlp import package_version
from pipeline.serving.answers import answer_with_problems
from pipeline.serving.api import router
from pipeline.serving.articles import JSON
from pipeline.serving.metrics import Counting
from pipeline.serving.service import Service
from pipeline.serving.settings import Settings
from pipeline.serving.shapes import answer_examples, components

STATIC = Path(__file__).parent / "static"
_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; "
        "frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    # What is asked again is new or has not changed (ETag), after an update too.
    "Cache-Control": "no-cache",
}


class _Headers:
    """Middleware that adds the headers; none of them depends on the answer."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(_HEADERS)
            await send(message)

        await self._app(scope, receive, sending)


def create_app(settings: Settings) -> FastAPI:
    """The service as an ASGI application; its processes start and end with it."""
    service = Service(settings)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        async with service.running():
            yield

    app = FastAPI(
        title="ehistory",
        summary="Populations, percentages, organizations and dates from articles of e-history.kz",
        version=package_version(),
        lifespan=lifespan,
        # Their pages would load scripts from elsewhere.
        docs_url=None,
        redoc_url=None,
    )
    app.state.service = service
    app.include_router(router)
    app.add_api_route("/", _page, include_in_schema=False, response_class=FileResponse)
    app.mount("/static", StaticFiles(directory=STATIC))
    app.add_middleware(Counting, metrics=service.metrics)
    app.add_middleware(_Headers)
    answer_with_problems(app)
    app.openapi_schema = _described(app)
    return app


def _described(app: FastAPI) -> dict[str, Any]:
    """The OpenAPI description, with the bodies that routes read themselves."""
    found = app.openapi()
    answer = found["paths"]["/v1/extract"]["post"]["responses"]["200"]["content"][JSON]
    # Put in here, for FastAPI leaves out nulls.
    answer["examples"] = answer_examples()
    schemas = found["components"]["schemas"]
    found["components"]["schemas"] = dict(sorted((schemas | components()).items()))
    return found


async def _page(_: Request) -> Response:
    return FileResponse(STATIC / "index.html")
