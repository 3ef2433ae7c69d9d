"""POST /v1/extract as a program uses it: texts, pages, JSON, arrays, and what is refused."""

import json
from pathlib import Path

import jsonschema
import pytest
from servers import KURDS

from pipeline.extracting import extract
from pipeline.reading import html_article
from pipeline.records import json_schema

PAGE = Path(__file__).parents[2] / "corpus" / "raw" / "kurds-in-kazakhstan.html"
TEXT = {"content-type": "text/plain; charset=utf-8"}
JSON = {"content-type": "application/json"}
HTML = {"content-type": "text/html"}
PROBLEM = "application/problem+json"


def test_a_text_gives_the_record_that_the_package_gives(server) -> None:
    """The same facts, bytes hashed, the id that was asked for."""
    answer = server.client.post(
        "/v1/extract", content=KURDS.encode(), headers=TEXT, params={"id": "kurds"}
    )
    assert answer.status_code == 200
    expected = json.loads(extract(KURDS).model_dump_json())
    record = answer.json()
    assert record["article"].pop("id") == "kurds"
    assert record["article"].pop("source") == "request.txt"
    for name in ("id", "source"):
        del expected["article"][name]
    assert record == expected


def test_a_page_gives_offsets_into_its_source(server) -> None:
    """A mention's offsets give back its characters in the HTML that was sent."""
    raw = PAGE.read_text(encoding="utf-8")
    record = server.client.post("/v1/extract", content=raw.encode(), headers=HTML).json()
    mentions = [m for fact in record["populations"] for m in fact["mentions"]]
    assert len(mentions) > 5
    assert all(raw[m["start"] : m["end"]] == m["text"] for m in mentions)
    assert record["article"]["title"] == html_article(raw, id="", source="").title


def test_a_row_resolves_relative_dates_by_its_publication(server) -> None:
    """The metadata of a JSON row reach the record."""
    row = {
        "id": "a",
        "text": "Last year 50 Kurds came.",
        "published": "2014-05-01",
        "url": "http://x",
    }
    record = server.client.post("/v1/extract", json=row).json()
    assert record["dates"][0]["edtf"] == "2013"
    known = {name: record["article"][name] for name in ("id", "published", "url", "source")}
    assert known == {
        "id": "a",
        "published": "2014-05-01",
        "url": "http://x",
        "source": "request.json",
    }


def test_an_array_gives_an_outcome_each_in_order(server) -> None:
    """What can't be read is a problem in its place; the others have records."""
    rows = [{"text": KURDS}, {"html": "<p>no</p>"}, {"text": KURDS, "id": "last"}]
    results = server.client.post("/v1/extract", json=rows).json()["results"]
    assert [list(result) for result in results] == [["record"], ["problem"], ["record"]]
    assert results[1]["problem"]["code"] == "no_main_text"
    assert results[1]["problem"]["status"] == 422
    assert [results[i]["record"]["article"]["id"] for i in (0, 2)] == ["article-1", "last"]


@pytest.mark.parametrize("empty", [{"text": ""}, {"text": " \n"}, {"html": " "}])
def test_an_empty_article_of_an_array_stops_no_other(server, empty) -> None:
    """It is a problem in its place, told without a regular expression."""
    results = server.client.post("/v1/extract", json=[empty, {"text": KURDS}]).json()["results"]
    assert [list(result) for result in results] == [["problem"], ["record"]]
    problem = results[0]["problem"]
    assert (problem["code"], problem["status"]) == ("empty", 422)
    assert problem["detail"].startswith("request.json:1: ")


def test_characters_beyond_the_basic_plane_count_as_one(server) -> None:
    """Offsets are code points, not UTF-16 units."""
    text = f"𐰴𐰀𐰣 {KURDS}"
    record = server.client.post("/v1/extract", json={"text": text}).json()
    mention = record["populations"][0]["mentions"][0]
    assert text[mention["start"] : mention["end"]] == "about 12 thousand Kurds"


REFUSED = [
    ("no type", b"x", {}, 415, "media_type"),
    ("a PDF by its type", b"x", {"content-type": "application/pdf"}, 415, "media_type"),
    ("broken JSON", b'{"text": ', JSON, 400, "broken_json"),
    ("half a surrogate pair", b'{"text": "\\ud800 20 Kurds"}', JSON, 400, "broken_json"),
    ("JSON that nests too deep", b"[" * 100_000, JSON, 400, "broken_json"),
    ("JSON that is no article", b"5", JSON, 422, "invalid"),
    ("an empty object", b"{}", JSON, 422, "invalid"),
    ("an empty array", b"[]", JSON, 422, "invalid"),
    ("a key nobody knows", b'{"text": "x", "txet": "y"}', JSON, 422, "invalid"),
    ("text and page at once", b'{"text": "x", "html": "y"}', JSON, 422, "invalid"),
    ("a day that is none", b'{"text": "x", "published": "2014-02-30"}', JSON, 422, "invalid"),
    ("an empty body", b"", TEXT, 422, "empty"),
    ("an empty text", b'{"text": " "}', JSON, 422, "empty"),
    ("an empty page", b'{"html": ""}', JSON, 422, "empty"),
    ("a PDF by its bytes", b"%PDF-1.7 ...", TEXT, 422, "binary"),
    ("a page without article", b"<p>x</p>", HTML, 422, "no_main_text"),
    ("an article too long", b"x " * 20_000, TEXT, 413, "too_large"),
    ("a body too large", b"x" * 200_001, TEXT, 413, "body_too_large"),
    ("too many articles", b'[{"text":"x"},{"text":"x"},{"text":"x"},{"text":"x"}]', JSON, 413,
     "too_many_articles"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("content", "headers", "status", "code"),
    [case[1:] for case in REFUSED],
    ids=[case[0] for case in REFUSED],
)
def test_what_is_refused_is_a_problem(server, content, headers, status, code) -> None:
    """Status, code, what was seen; the body's type is that of RFC 9457."""
    answer = server.client.post("/v1/extract", content=content, headers=headers)
    assert (answer.status_code, answer.headers["content-type"]) == (status, PROBLEM)
    problem = answer.json()
    assert (problem["status"], problem["code"], problem["type"]) == (status, code, "about:blank")
    assert problem["detail"]
    assert problem["remedy"]


def test_a_body_of_unknown_length_is_measured_as_it_comes(server) -> None:
    """Chunked, without a length, far past the limit: the client still hears why."""
    chunks = (b"x" * 100_000 for _ in range(100))
    answer = server.client.post("/v1/extract", content=chunks, headers=TEXT)
    assert (answer.status_code, answer.json()["code"]) == (413, "body_too_large")


@pytest.mark.parametrize(
    ("method", "path", "status", "told"),
    [
        (
            "GET",
            "/nothing",
            404,
            ("not_found", "there is no /nothing", "take a path of /openapi.json"),
        ),
        (
            "GET",
            "/static/no.js",
            404,
            ("not_found", "there is no /static/no.js", "take a path of /openapi.json"),
        ),
        (
            "PUT",
            "/v1/extract",
            405,
            ("method_not_allowed", "/v1/extract takes no PUT", "send POST"),
        ),
        (
            "PUT",
            "/static/main.js",
            405,
            ("method_not_allowed", "/static/main.js takes no PUT", "send GET, HEAD"),
        ),
    ],
)
def test_paths_and_methods_that_are_none_are_problems_too(
    server, method, path, status, told
) -> None:
    """With what was seen and what to do, as any other."""
    answer = server.client.request(method, path)
    assert (answer.status_code, answer.headers["content-type"]) == (status, PROBLEM)
    problem = answer.json()
    assert (problem["code"], problem["detail"], problem["remedy"]) == told


def test_the_schema_is_that_of_the_records(server) -> None:
    """A record that the service gives fits the schema that it gives."""
    schema = server.client.get("/v1/schema").json()
    assert schema == json_schema()
    jsonschema.validate(server.client.post("/v1/extract", json={"text": KURDS}).json(), schema)
