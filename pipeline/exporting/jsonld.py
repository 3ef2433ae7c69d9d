"""JSON-LD in the terms of schema.org, PROV and the W3C Web Annotation model; no outside context.

An article, its extraction (a PROV activity), its facts, and an annotation a mention; what these
vocabularies lack is under `eh:`. Shapes (SHACL) for it are in docs/record.shacl.ttl.
"""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

from pipeline.exporting.output import replaced
from pipeline.records import (
    ArticleRecord,
    Date,
    Fact,
    Leader,
    Mention,
    Organization,
    Percentage,
    Place,
    Population,
)

Node = dict[str, Any]

_URN = "urn:ehistory:"
_EDTF = {"@type": "http://id.loc.gov/datatypes/edtf/EDTF"}
_REFERENCE = {"@type": "@id"}
_OFFSET = {"@type": "xsd:nonNegativeInteger"}


def _terms(prefix: str, names: str, more: Node | None = None) -> Node:
    return {name: {"@id": f"{prefix}:{name}", **(more or {})} for name in names.split()}


CONTEXT: Node = {
    "schema": "https://schema.org/",
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "eh": f"{_URN}terms:",
    "id": "@id",
    "type": "@type",
    **_terms("schema", "Article Observation Organization OrganizationRole Person Place"),
    **_terms("schema", "identifier name alternateName inLanguage sha256 additionalType"),
    **_terms("schema", "value minValue maxValue unitText unitCode measurementQualifier"),
    **_terms("schema", "observationAbout location member roleName softwareVersion"),
    **_terms("schema", "datePublished observationDate foundingDate", _EDTF),
    **_terms("schema", "url", _REFERENCE),
    **_terms("prov", "Activity Entity SoftwareAgent"),
    **_terms("prov", "wasDerivedFrom wasGeneratedBy wasAssociatedWith used", _REFERENCE),
    **_terms("oa", "Annotation SpecificResource TextPositionSelector TextQuoteSelector exact"),
    **_terms("oa", "start end", _OFFSET),
    "body": {"@id": "oa:hasBody", **_REFERENCE},
    "target": {"@id": "oa:hasTarget", **_REFERENCE},
    "source": {"@id": "oa:hasSource", **_REFERENCE},
    "selector": {"@id": "oa:hasSelector", **_REFERENCE},
    "motivation": {"@id": "oa:motivatedBy", **_REFERENCE},
    **_terms("eh", "Population Percentage Date Mention kind group subject part confidence"),
    **_terms("eh", "approximate uncertain sentence duplicate readFrom model configuration"),
    **_terms("eh", "edtf earliest latest", _EDTF),
}


def write(records: Iterable[ArticleRecord], out: str) -> None:
    """Write the JSON-LD document `out`, a node a line; raises OutputError."""
    with replaced(Path(out)) as part, part.open("w", encoding="utf-8", newline="\n") as file:
        file.write(f'{{"@context": {_line(CONTEXT)},\n"@graph": [')
        separator = "\n"
        for record in records:
            for node in nodes(record):
                file.write(separator + _line(node))
                separator = ",\n"
        file.write("\n]}\n")


def nodes(record: ArticleRecord) -> Iterator[Node]:
    """An article, its extraction, its facts, and their mentions."""
    article = f"{_URN}article:{quote(record.article.id, safe='')}"
    yield _article(record, article)
    yield _extraction(record, article)
    for fact in record.facts():
        key = f"{article}#{fact.id}"
        made = {"wasDerivedFrom": article, "wasGeneratedBy": f"{article}#extraction"}
        yield {"id": key, **_fact(fact, key), "confidence": fact.confidence, **made}
        for position, mention in enumerate(fact.mentions, start=1):
            yield {
                **_annotation(f"{key}/{position}", key, article, mention),
                "sentence": mention.sentence,
                "duplicate": mention.duplicate,
            }
        if isinstance(fact, Organization):
            yield from _leaders(fact, key, article)


def _line(value: Node) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _known(**values: object) -> Node:
    """The properties that have a value."""
    return {name: value for name, value in values.items() if value not in (None, (), [])}


def _article(record: ArticleRecord, key: str) -> Node:
    article = record.article
    return {
        "id": key,
        "type": ["Article", "Entity"],
        **_known(
            identifier=article.id,
            name=article.title,
            url=_iri(article.url),
            inLanguage=article.language,
            datePublished=article.published,
            sha256=article.sha256,
            readFrom=article.source,
        ),
    }


def _iri(address: str | None) -> str | None:
    """An address with what no IRI may hold escaped; escapes that are there stay."""
    return None if address is None else quote(address, safe="!#$%&'()*+,/:;=?@[]~")


def _extraction(record: ArticleRecord, article: str) -> Node:
    made = record.provenance
    return {
        "id": f"{article}#extraction",
        "type": "Activity",
        "used": article,
        "model": made.model,
        "configuration": made.config_sha256,
        "wasAssociatedWith": {
            "id": f"{_URN}pipeline:{quote(made.pipeline, safe='')}",
            "type": "SoftwareAgent",
            "name": "ehistory-pipeline",
            "softwareVersion": made.pipeline,
        },
    }


def _fact(fact: Fact, key: str) -> Node:
    match fact:
        case Population():
            return {
                "type": ["Observation", "Population", "Entity"],
                **_observation(fact),
                "unitText": fact.unit,
            }
        case Percentage():
            return {
                "type": ["Observation", "Percentage", "Entity"],
                **_observation(fact),
                **_known(subject=fact.subject),
                "unitText": "percent",
                "unitCode": "P1",  # UN/CEFACT
            }
        case Organization():
            return {"type": ["Organization", "Entity"], **_organization(fact, key)}
        case Date():
            return {"type": ["Date", "Entity"], **_date(fact)}


def _observation(fact: Population | Percentage) -> Node:
    numbers = fact.model_dump(mode="json", include={"value", "low", "high"})
    return _known(
        value=numbers["value"],
        minValue=numbers["low"],
        maxValue=numbers["high"],
        measurementQualifier=fact.qualifier,
        kind=fact.kind,
        group=fact.group,
        observationAbout=_place(fact.place),
        observationDate=fact.time,
    )


def _organization(fact: Organization, key: str) -> Node:
    return _known(
        name=fact.name,
        alternateName=fact.aliases,
        additionalType=fact.type,
        location=_place(fact.place),
        foundingDate=fact.founded,
        member=[
            {
                "id": f"{key}/leader-{position}",
                "type": "OrganizationRole",
                "roleName": leader.role,
                "member": {"type": "Person", "name": leader.person},
            }
            for position, leader in enumerate(fact.leaders, start=1)
        ],
    )


def _date(fact: Date) -> Node:
    return _known(
        edtf=fact.edtf,
        part=fact.part,
        kind=fact.kind,
        approximate=fact.approximate,
        uncertain=fact.uncertain,
        earliest=fact.earliest,
        latest=fact.latest,
    )


def _place(place: Place | None) -> Node | None:
    return {"type": "Place", **_known(name=place.name, identifier=place.code)} if place else None


def _leaders(fact: Organization, key: str, article: str) -> Iterator[Node]:
    for position, leader in enumerate(fact.leaders, start=1):
        body = f"{key}/leader-{position}"
        yield _annotation(f"{body}/1", body, article, leader)


def _annotation(key: str, body: str, article: str, place: Mention | Leader) -> Node:
    """A Web Annotation that says: at this place of the article the body is told of."""
    exact = place.text if isinstance(place, Mention) else place.person
    return {
        "id": key,
        "type": ["Annotation", "Mention"],
        "motivation": "oa:identifying",
        "body": body,
        "target": {
            "type": "SpecificResource",
            "source": article,
            "selector": [
                {"type": "TextPositionSelector", "start": place.start, "end": place.end},
                {"type": "TextQuoteSelector", "exact": exact},
            ],
        },
    }
