"""Everything that goes wrong, as the problems of RFC 9457."""

from collections.abc import Mapping
from http import HTTPStatus

from pydantic import BaseModel, ConfigDict, ValidationError

from pipeline.errors import Code, RejectedInput

AS_DESCRIBED = "send what /openapi.json describes"


class Problem(BaseModel):
    """`code` is for programs, `detail` says what was seen, `remedy` what to do."""

    model_config = ConfigDict(frozen=True)

    type: str = "about:blank"
    title: str
    status: int
    code: str
    detail: str
    remedy: str


class Refusal(Exception):
    """A request, or an article of it, that is answered with a problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem = problem


def refusal(status: HTTPStatus, code: str, detail: str, remedy: str) -> Refusal:
    """A refusal with the title that its status has."""
    title = status.phrase
    return Refusal(Problem(title=title, status=status, code=code, detail=detail, remedy=remedy))


# Reject codes that are not 422, "understood, but there is nothing to be made of it".
_STATUSES: Mapping[Code, HTTPStatus] = {
    Code.TOO_LARGE: HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    Code.EXTRACTION: HTTPStatus.INTERNAL_SERVER_ERROR,
    Code.CRASHED: HTTPStatus.INTERNAL_SERVER_ERROR,
}


def refused(reject: RejectedInput) -> Refusal:
    """A rejected article as a refusal."""
    status = _STATUSES.get(reject.code, HTTPStatus.UNPROCESSABLE_ENTITY)
    return refusal(status, reject.code, f"{reject.source}: {reject.reason}", reject.remedy)


def busy(max_requests: int) -> Refusal:
    """No room for one more request."""
    detail = f"{max_requests} requests are being answered already"
    return refusal(HTTPStatus.SERVICE_UNAVAILABLE, "busy", detail, "ask again in a moment")


def not_ready(fault: str) -> Refusal:
    """A service that is starting, stopping or without its model."""
    remedy = "ask again in a moment; if it stays so, see the service's log"
    return refusal(HTTPStatus.SERVICE_UNAVAILABLE, "not_ready", fault, remedy)


def late(seconds: float) -> Refusal:
    """An article that was not done when its request's time was up."""
    return refusal(
        HTTPStatus.GATEWAY_TIMEOUT,
        "timeout",
        f"not done in {seconds:g} seconds",
        "send shorter articles, fewer at once, or raise the limit with --timeout",
    )


def invalid(error: ValidationError) -> Refusal:
    """A body that does not fit its schema: every fault by its place."""
    found = error.errors(include_url=False, include_context=False, include_input=False)
    broken = any(item["type"] == "json_invalid" for item in found)
    status = HTTPStatus.BAD_REQUEST if broken else HTTPStatus.UNPROCESSABLE_ENTITY
    faults = (f"{'.'.join(map(str, item['loc'])) or 'the body'}: {item['msg']}" for item in found)
    code = "broken_json" if broken else "invalid"
    return refusal(status, code, "; ".join(faults), AS_DESCRIBED)


def unfit(words: str) -> Refusal:
    """A correction that can't become gold."""
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    return refusal(status, "correction", words, "mend the span or its fields")
