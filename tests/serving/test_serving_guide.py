"""docs/guide/serving.md says what the service does."""

import json
import re
from pathlib import Path

import pytest

from pipeline.serving.settings import Settings

GUIDE = (Path(__file__).parents[2] / "docs" / "guide" / "serving.md").read_text(encoding="utf-8")


def test_its_example_of_json_works(server) -> None:
    row = json.loads(re.search(r"-d '(\{.*\})'", GUIDE)[1])
    assert server.client.post("/v1/extract", json=row).json()["dates"][0]["edtf"] == "2013"


def test_its_routes_are_those_of_the_service(server) -> None:
    described = server.client.get("/openapi.json").json()["paths"]
    told = set(re.findall(r"`(?:GET|POST) (/\S+)`", GUIDE))
    assert told == {*described, "/openapi.json"}


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("workers", Settings().workers),
        ("max-requests", Settings().max_requests),
        ("timeout", int(Settings().timeout)),
        ("max-bytes", f"{Settings().max_bytes // 1024**2} MiB"),
        ("max-articles", Settings().max_articles),
        ("max-chars", f"{Settings().max_chars:,}"),
    ],
)
def test_its_limits_are_the_defaults(option, value) -> None:
    assert re.search(rf"^\| `--{option}`[^|]*\| {re.escape(str(value))} \|", GUIDE, re.MULTILINE)
