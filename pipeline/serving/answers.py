"""Problems as answers: `application/problem+json` for whatever went wrong, ours or the framework's."""

from collections.abc import Mapping
from http import HTTPStatus

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from pipeline.serving.problems import AS_DESCRIBED, Problem, Refusal, refusal

MEDIA_TYPE = "application/problem+json"
RETRY_SECONDS = 1


def response(problem: Problem, headers: Mapping[str, str] | None = None) -> Response:
    """The problem as an answer."""
    more = dict(headers or {})
    if problem.status == HTTPStatus.SERVICE_UNAVAILABLE:
        more["Retry-After"] = str(RETRY_SECONDS)
    body = problem.model_dump_json()
    return Response(body, problem.status, more, media_type=MEDIA_TYPE)


async def _on_refusal(_: Request, error: Exception) -> Response:
    assert isinstance(error, Refusal)
    return response(error.problem)


async def _on_http(request: Request, error: Exception) -> Response:
    """What the framework itself turns away: no such path, no such method."""
    assert isinstance(error, HTTPException)
    status, path = HTTPStatus(error.status_code), request.url.path
    detail, remedy = str(error.detail), AS_DESCRIBED
    if status is HTTPStatus.NOT_FOUND:
        detail, remedy = f"there is no {path}", "take a path of /openapi.json"
    elif status is HTTPStatus.METHOD_NOT_ALLOWED:
        allowed = (error.headers or {}).get("Allow", "another method")
        detail, remedy = f"{path} takes no {request.method}", f"send {allowed}"
    return response(refusal(status, status.name.lower(), detail, remedy).problem, error.headers)


async def _on_parameters(_: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    faults = "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors())
    return response(
        refusal(HTTPStatus.UNPROCESSABLE_ENTITY, "invalid", faults, AS_DESCRIBED).problem
    )


async def _on_defect(_: Request, error: Exception) -> Response:
    """A defect of ours: the log has its traceback, the answer its kind alone."""
    detail = f"the service failed ({type(error).__name__})"
    remedy = "report it, with the traceback of the service's log"
    return response(refusal(HTTPStatus.INTERNAL_SERVER_ERROR, "defect", detail, remedy).problem)


def answer_with_problems(app: FastAPI) -> None:
    """Let every error of the application become a problem."""
    app.add_exception_handler(Refusal, _on_refusal)
    app.add_exception_handler(HTTPException, _on_http)
    app.add_exception_handler(RequestValidationError, _on_parameters)
    app.add_exception_handler(Exception, _on_defect)
