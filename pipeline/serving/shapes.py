"""How requests and answers look in the OpenAPI description, with examples."""

import json
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict
from pydantic.json_schema import models_json_schema

from pipeline.records import ArticleRecord
from pipeline.serving.answers import MEDIA_TYPE
from pipeline.serving.articles import HTML, JSON, MANY, ONE, TEXT, PageArticle, TextArticle
from pipeline.serving.correcting import Correction
from pipeline.serving.problems import Problem, late

_SCHEMAS = "#/components/schemas/{model}"
TEXT_EXAMPLE = "In 1989 about 12 thousand Kurds lived in Zhambyl Region."
ROW_EXAMPLE = {
    "id": "kurds",
    "text": f"{TEXT_EXAMPLE} Last year they celebrated.",
    "published": "2014-05-01",
}
# What the text example gives.
RECORD_EXAMPLE = json.loads(Path(__file__).with_name("example.json").read_text(encoding="utf-8"))
PAGE_EXAMPLE = {
    "id": "kurds-page",
    "html": f"<html><title>Kurds</title><article><h1>Kurds</h1><p>{TEXT_EXAMPLE}</p></article></html>",
    "url": "https://e-history.kz/en/news/show/1",
}


class _Shape(BaseModel):
    model_config = ConfigDict(frozen=True)


class Recorded(_Shape):
    """An article of an array that has a record."""

    record: ArticleRecord


class Refused(_Shape):
    """An article of an array that has none, and why."""

    problem: Problem


class Results(_Shape):
    """The outcomes of an array, in its order."""

    results: list[Recorded | Refused]


class State(_Shape):
    """That all is well."""

    status: str


_PROBLEM = {"schema": {"$ref": _SCHEMAS.format(model="Problem")}}


def problems(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The problems that a route answers with, as FastAPI's `responses`."""
    content = {MEDIA_TYPE: {**_PROBLEM, "example": late(60).problem.model_dump()}}
    return {status: {"description": WHEN[status], "content": content} for status in statuses}


def answer_examples() -> dict[str, Any]:
    """Both forms of a good answer of `/v1/extract`."""
    failed = Refused(problem=late(60).problem).model_dump()
    results = {"results": [{"record": RECORD_EXAMPLE}, failed]}
    return {
        "one": {"summary": "One article", "value": RECORD_EXAMPLE},
        "many": {"summary": "An array", "value": results},
    }


WHEN = {
    400: "The JSON is broken.",
    408: "The body did not arrive in time.",
    413: "The body, the array or an article is too large.",
    415: "The content type is none of those accepted.",
    422: "The request is understood, but nothing can be made of it.",
    500: "A defect: the article can't be processed.",
    503: "Too many requests at once, or not ready: ask again after Retry-After.",
    504: "The article took too long; the work on it was stopped.",
}
WORK = (400, 408, 413, 415, 422, 500, 503, 504)


def _schema_of(adapter: Any) -> dict[str, Any]:  # noqa: ANN401 - a pydantic adapter of any type
    schema: dict[str, Any] = adapter.json_schema(ref_template="#/components/schemas/{model}")
    schema.pop("$defs", None)
    return schema


def _content(*, many: bool) -> dict[str, Any]:
    one = _schema_of(ONE)
    body = {"anyOf": [one, _schema_of(MANY)]} if many else one
    examples: dict[str, dict[str, Any]] = {
        "text": {"summary": "A text", "value": ROW_EXAMPLE},
        "page": {"summary": "A saved page", "value": PAGE_EXAMPLE},
    }
    if many:
        examples["many"] = {"summary": "Several", "value": [ROW_EXAMPLE, PAGE_EXAMPLE]}
    string = {"type": "string", "minLength": 1}
    return {
        TEXT: {"schema": string, "example": TEXT_EXAMPLE},
        HTML: {"schema": string, "example": PAGE_EXAMPLE["html"]},
        JSON: {"schema": body, "examples": examples},
    }


def article_body(*, many: bool) -> dict[str, Any]:
    """The request body of a route that takes an article, or also an array of them."""
    return {"requestBody": {"required": True, "content": _content(many=many)}}


def correction_body() -> dict[str, Any]:
    """The request body of the route that takes corrections."""
    return {
        "requestBody": {
            "required": True,
            "content": {JSON: {"schema": {"$ref": _SCHEMAS.format(model="Correction")}}},
        }
    }


def components() -> dict[str, Any]:
    """The schemas that bodies and problems refer to; those of answers FastAPI finds itself.

    All as they are written out, so that a draft has one schema on its way out and back.
    """
    models = (Correction, TextArticle, PageArticle, Problem)
    _, found = models_json_schema([(m, "serialization") for m in models], ref_template=_SCHEMAS)
    schemas: dict[str, Any] = found["$defs"]
    return schemas
