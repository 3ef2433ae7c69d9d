"""The routes under /v1, and those that tell how the service is."""

import asyncio
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response
from prometheus_client import CONTENT_TYPE_LATEST

from pipeline.reading import Parcel
from pipeline.records import ArticleRecord, json_schema
from pipeline.serving import work
from pipeline.serving.articles import HTML, JSON, TEXT, is_array, many_parcels, one_parcel
from pipeline.serving.correcting import Corrected, Draft
from pipeline.serving.problems import Refusal, not_ready, refusal
from pipeline.serving.receiving import media_type, read_body
from pipeline.serving.service import Service
from pipeline.serving.shapes import (
    WORK,
    Results,
    State,
    article_body,
    correction_body,
    problems,
)

router = APIRouter()


def _service(request: Request) -> Service:
    service: Service = request.app.state.service
    return service


_Service = Annotated[Service, Depends(_service)]
_Id = Annotated[
    str | None,
    Query(
        alias="id", min_length=1, max_length=200, description="The article's id (text and HTML)."
    ),
]
_ARTICLE_TYPES = (TEXT, HTML, JSON)


def _json(text: str) -> Response:
    return Response(text, media_type=JSON)


@router.post(
    "/v1/extract",
    response_model=ArticleRecord | Results,
    responses=problems(*WORK),
    openapi_extra=article_body(many=True),
    tags=["extraction"],
)
async def extract(request: Request, service: _Service, id_: _Id = None) -> Response:
    """The record of one article, or the outcomes of an array of them.

    A text or HTML body is one article, a JSON object too; an array gives `results` in its order,
    where an article without a record has a `problem` and the others go on.
    """
    with service.gate.entered():
        kind = media_type(request, _ARTICLE_TYPES)
        body = await read_body(request, service.settings)
        if kind == JSON and is_array(body):
            return _json(await _results(service, _parcels(service, body)))
        parcel = one_parcel(body, kind, id_)
        return _json((await service.extracted(parcel, service.settings.timeout)).json)


def _parcels(service: Service, body: bytes) -> list[Parcel]:
    parcels, most = many_parcels(body), service.settings.max_articles
    if len(parcels) > most:
        raise refusal(
            HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
            "too_many_articles",
            f"{len(parcels)} articles, the limit is {most}",
            "send fewer at once, or raise the limit with --max-articles",
        )
    return parcels


async def _results(service: Service, parcels: list[Parcel]) -> str:
    """Outcomes as JSON; those of one request take turns with other requests' articles."""
    turns = asyncio.Semaphore(service.settings.workers)
    loop = asyncio.get_running_loop()
    end = loop.time() + service.settings.timeout

    async def result(parcel: Parcel) -> str:
        async with turns:
            try:
                found = await service.extracted(parcel, end - loop.time())
                return f'{{"record":{found.json}}}'
            except Refusal as error:
                return f'{{"problem":{error.problem.model_dump_json()}}}'

    return f'{{"results":[{",".join(await asyncio.gather(*map(result, parcels)))}]}}'


@router.post(
    "/v1/draft",
    response_model=Draft,
    responses=problems(*WORK),
    openapi_extra=article_body(many=False),
    tags=["correction"],
)
async def draft(request: Request, service: _Service, id_: _Id = None) -> Response:
    """One article as a gold line to correct, with its visible text in segments."""
    with service.gate.entered():
        kind = media_type(request, _ARTICLE_TYPES)
        body = await read_body(request, service.settings)
        parcel = one_parcel(body, kind, id_)
        return _json(await service.do(work.draft, parcel, service.settings.timeout))


@router.post(
    "/v1/gold",
    response_model=Corrected,
    responses=problems(*WORK),
    openapi_extra=correction_body(),
    tags=["correction"],
)
async def gold(request: Request, service: _Service) -> Response:
    """A draft with its spans corrected: the gold line, and what `ehistory annotate check` says of it."""
    with service.gate.entered():
        media_type(request, (JSON,))
        body = await read_body(request, service.settings)
        return _json(await service.do(work.gold, body, service.settings.timeout))


@router.get("/v1/schema", tags=["extraction"])
async def schema() -> dict[str, object]:
    """The JSON Schema (2020-12) of a record."""
    return json_schema()


@router.get("/healthz", tags=["state"])
async def healthz() -> State:
    """That the service answers; where it does not, start it again."""
    return State(status="alive")


@router.get("/readyz", responses=problems(503), tags=["state"])
async def readyz(service: _Service) -> State:
    """Whether the model is loaded and the service is not about to stop."""
    if service.fault:
        raise not_ready(service.fault)
    return State(status="ready")


@router.get("/metrics", response_class=Response, tags=["state"])
async def metrics(service: _Service) -> Response:
    """Counts in Prometheus' text format."""
    return Response(service.metrics.text(), media_type=CONTENT_TYPE_LATEST)
