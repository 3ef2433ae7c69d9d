"""The OpenAPI description: true to the service, with examples that work."""

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance

from pipeline.records import FACT_TYPES
from pipeline.serving.application import create_app
from pipeline.serving.settings import Settings

# Strings that are no article (a page without text …) fit the schema and are refused with 422.
_NOT_TOLD = [positive_data_acceptance]


schema = schemathesis.openapi.from_dict(create_app(Settings()).openapi())


@schema.parametrize()
@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
def test_answers_are_those_described(case, server) -> None:
    """Whatever is sent: a status, type, headers and body that the description has, no server error."""
    case.call_and_validate(base_url=server.url, excluded_checks=_NOT_TOLD)


def examples(content: dict) -> list:
    """The examples of a media type."""
    return [e["value"] for e in content.get("examples", {}).values()] or [content["example"]]


@pytest.mark.parametrize("path", ["/v1/extract", "/v1/draft"])
def test_examples_of_bodies_work(server, path) -> None:
    """Each is answered with a record that has facts, or several."""
    described = server.client.get("/openapi.json").json()
    content = described["paths"][path]["post"]["requestBody"]["content"]
    assert len(content) == 3
    for media_type, one in content.items():
        for value in examples(one):
            body = {"json": value} if media_type == "application/json" else {"content": value}
            answer = server.client.post(path, headers={"content-type": media_type}, **body)
            assert answer.status_code == 200
            assert '"value":12000' in answer.text


def test_the_example_of_an_answer_is_what_the_text_example_gives(server) -> None:
    """But for confidence and provenance, which change with lexicons and weights."""
    described = server.client.get("/openapi.json").json()["paths"]["/v1/extract"]["post"]
    text = described["requestBody"]["content"]["text/plain"]["example"]
    answers = described["responses"]["200"]["content"]["application/json"]["examples"]
    given = server.client.post(
        "/v1/extract", content=text, headers={"content-type": "text/plain"}, params={"id": "kurds"}
    ).json()
    shown = answers["one"]["value"]
    assert answers["many"]["value"]["results"][0]["record"] == shown
    for record in (given, shown):
        del record["provenance"]
        for name in FACT_TYPES:
            for fact in record[name]:
                del fact["confidence"]
    assert given == shown
