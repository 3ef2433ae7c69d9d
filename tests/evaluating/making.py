"""Hand-made articles and facts: a fact's mentions are quotes of the article's text."""

import hashlib
import re
from typing import Any

from pipeline.evaluating.gold import GoldArticle
from pipeline.records import ArticleRecord

TYPES = ("populations", "percentages", "organizations", "dates")
MADE = {"pipeline": "1.0.0", "model": "none", "config_sha256": ""}


def mention(text: str, quote: str) -> dict[str, Any]:
    """The mention of a quote; "quote#2" is its second occurrence."""
    quote, _, number = quote.partition("#")
    found = [match.start() for match in re.finditer(re.escape(quote), text)]
    start = found[int(number or 1) - 1]
    end = start + len(quote)
    return {"start": start, "end": end, "text": quote, "sentence": text}


def _facts(text: str, facts: dict[str, list[dict[str, Any]]]) -> dict[str, list[dict[str, Any]]]:
    return {
        fact_type: [
            {"id": f"x-{n}", **fact, "mentions": [mention(text, q) for q in fact["mentions"]]}
            for n, fact in enumerate(items, start=1)
        ]
        for fact_type, items in facts.items()
    }


def _info(name: str, text: str) -> dict[str, Any]:
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    sizes = {"n_chars": len(text), "n_tokens": len(text.split())}
    return {"id": name, "source": f"{name}.txt", "sha256": sha256, **sizes}


def predicted(text: str, name: str = "a", **facts: list[dict[str, Any]]) -> ArticleRecord:
    """A record of `text` with these facts."""
    return ArticleRecord.model_validate(
        {"article": _info(name, text), "provenance": MADE, **_facts(text, facts)}
    )


def gold(
    text: str,
    name: str = "a",
    ignore: tuple[str, ...] = (),
    style: str = "edited",
    **facts: list[dict[str, Any]],
) -> GoldArticle:
    """A gold article with these facts and ignored quotes."""
    ignored = [mention(text, quote) for quote in ignore]
    return GoldArticle.model_validate(
        {
            "article": _info(name, text),
            "provenance": MADE,
            "text": text,
            "format": "txt",
            "style": style,
            "ignore": [{k: span[k] for k in ("start", "end", "text")} for span in ignored],
            **_facts(text, facts),
        }
    )


def people(quote: str, value: int, **fields: Any) -> dict[str, Any]:
    """A population with one mention."""
    return {"mentions": [quote], "value": value, **fields}


def day(quote: str, edtf: str | None, kind: str = "year", **fields: Any) -> dict[str, Any]:
    """A date with one mention."""
    return {"mentions": [quote], "edtf": edtf, "kind": kind, **fields}


TEXT = "In 1937 about 20 thousand Koreans came to Karatal; 6.2 percent joined the Kolkhoz Avangard."

FULL: dict[str, list[dict[str, Any]]] = {
    "populations": [
        people(
            "about 20 thousand Koreans",
            20000,
            qualifier="approximate",
            kind="moved",
            group="Koreans",
            place={"name": "Karatal"},
            time="1937",
        )
    ],
    "percentages": [
        {"mentions": ["6.2 percent"], "value": 6.2, "subject": "Koreans of Karatal", "time": "1937"}
    ],
    "organizations": [
        {
            "mentions": ["Kolkhoz Avangard"],
            "name": "Kolkhoz Avangard",
            "type": "company",
            "leaders": [{"person": "Kim", "role": "head", "start": 26, "end": 29}],
            "founded": "1937",
        }
    ],
    "dates": [day("1937", "1937", earliest="1937-01-01", latest="1937-12-31")],
}
