"""Records made by hand, and the command run over them."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from click.testing import CliRunner, Result

from pipeline.cli import cli
from pipeline.records import ArticleRecord

FIXTURES = Path(__file__).parent / "fixtures"
# How docs/guide/exporting.md starts Datasette.
SERVER = "datasette facts.db -m facts.metadata.json"
RECORDS = FIXTURES / "records-1.0.jsonl"

FORMULA = '=HYPERLINK("https://evil.example")'
QUOTED = "'Alash', the party"


def mention(start: int, text: str, **more: object) -> dict:
    """A mention of a text at an offset."""
    sentence = f"In a sentence, {text}."
    return {"start": start, "end": start + len(text), "text": text, "sentence": sentence, **more}


def record(name: str = "koreans", **more: object) -> ArticleRecord:
    """A record with a fact of each type, nulls, a BC date, and texts that tables stumble over."""
    values = {
        "schema_version": "1.0",
        "article": {
            "id": name,
            "source": f"articles/{name}.txt",
            "url": "https://e-history.kz/en/news/show/1?a=b c",
            "title": FORMULA,
            "language": "en",
            "published": "2014-05-01",
            "sha256": "ab" * 32,
            "n_chars": 2990,
            "n_tokens": 530,
        },
        "populations": [
            {
                "id": "pop-1",
                "mentions": [
                    mention(10, "from 70 to 80 thousand\nKoreans"),
                    mention(90, "80 thousand Koreans", duplicate=True),
                ],
                "confidence": 0.9,
                "low": 70000,
                "high": 80000,
                "qualifier": "range",
                "kind": "moved",
                "group": "Koreans",
                "place": {"name": "Kazakhstan", "code": "KZ"},
                "time": "1937",
            }
        ],
        "percentages": [
            {
                "id": "pct-1",
                "mentions": [mention(120, "6,2 percent")],
                "value": 6.2,
                "kind": "decrease",
                "subject": "@number of pupils",
            }
        ],
        "organizations": [
            {
                "id": "org-1",
                "mentions": [mention(140, "Alash")],
                "name": QUOTED,
                "aliases": ['Alash; "Horde"', "АЛАШ"],
                "type": "party",
                "place": {"name": "Torgay"},
                "leaders": [{"start": 150, "end": 163, "person": "A. Bukeikhanov", "role": "head"}],
                "founded": "1917-07",
            }
        ],
        "dates": [
            {
                "id": "date-1",
                "mentions": [mention(170, "530 BC")],
                "edtf": "-0529",
                "kind": "year",
                "earliest": "-0529-01-01",
                "latest": "-0529-12-31",
            },
            {"id": "date-2", "mentions": [mention(180, "recently")], "kind": "relative"},
        ],
        "warnings": ["no publication date"],
        "provenance": {
            "pipeline": "1.0.0",
            "model": "en_core_web_sm-3.8.0",
            "config_sha256": "cd" * 32,
        },
        **more,
    }
    return ArticleRecord.model_validate(values)


def many(count: int) -> Iterator[ArticleRecord]:
    """Records with ids of their own."""
    return (record(f"article-{number}") for number in range(count))


def write_records(path: Path, records: Iterable[ArticleRecord | dict | str]) -> Path:
    """A JSON Lines file of records, objects and raw lines."""
    lines = (
        one
        if isinstance(one, str)
        else json.dumps(one)
        if isinstance(one, dict)
        else one.model_dump_json()
        for one in records
    )
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def invoke(*args: object, stdin: bytes | None = None) -> Result:
    """Run the command `ehistory` in this process."""
    return CliRunner().invoke(cli, [str(arg) for arg in args], input=stdin)


def export(records: Path, target: str, out: Path | None = None) -> Result:
    """Export to a good end."""
    place = () if out is None else ("--out", out)
    result = invoke("export", records, "--to", target, *place)
    assert result.exit_code == 0, (result.output, result.exception)
    return result
