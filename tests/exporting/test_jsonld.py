"""The JSON-LD document as rdflib reads it."""

from pathlib import Path

import pyshacl
import pytest
from exports import RECORDS, export, record, write_records
from rdflib import Dataset, Graph, Literal, Namespace, URIRef
from rdflib.namespace import PROV, RDF, XSD

from pipeline.records import ArticleRecord

OA = Namespace("http://www.w3.org/ns/oa#")
SCHEMA = Namespace("https://schema.org/")
EH = Namespace("urn:ehistory:terms:")
EDTF = URIRef("http://id.loc.gov/datatypes/edtf/EDTF")
SHAPES = Path(__file__).parents[2] / "docs" / "record.shacl.ttl"
ARTICLE = URIRef("urn:ehistory:article:koreans")


def read(path: Path, tmp_path: Path) -> Graph:
    """The graph of an export."""
    export(path, "jsonld", tmp_path / "facts.jsonld")
    return Graph().parse(tmp_path / "facts.jsonld", format="json-ld")


@pytest.fixture
def graph(records: Path, tmp_path: Path) -> Graph:
    """The two records."""
    return read(records, tmp_path)


def test_every_property_is_a_known_term(graph: Graph) -> None:
    """No key of the document is lost or taken for a relative address."""
    known = tuple(map(str, (OA, SCHEMA, EH, PROV, RDF)))
    assert all(str(p).startswith(known) for p in graph.predicates())
    named = {node for node in graph.all_nodes() if isinstance(node, URIRef)}
    assert all(str(node).startswith((*known, "urn:ehistory:", "https://")) for node in named)


def test_facts_carry_values_sources_and_provenance(graph: Graph) -> None:
    """In schema.org's and PROV's terms, times as EDTF."""
    population = URIRef(f"{ARTICLE}#pop-1")
    assert graph.value(population, SCHEMA.minValue) == Literal(70000)
    assert graph.value(population, SCHEMA.observationDate) == Literal("1937", datatype=EDTF)
    place = graph.value(population, SCHEMA.observationAbout)
    assert graph.value(place, SCHEMA.identifier) == Literal("KZ")
    assert graph.value(population, PROV.wasDerivedFrom) == ARTICLE
    activity = graph.value(population, PROV.wasGeneratedBy)
    assert graph.value(activity, PROV.used) == ARTICLE
    agent = graph.value(activity, PROV.wasAssociatedWith)
    assert graph.value(agent, SCHEMA.softwareVersion) == Literal("1.0.0")
    percentage = URIRef(f"{ARTICLE}#pct-1")
    assert graph.value(percentage, SCHEMA.value) == Literal(6.2)
    assert graph.value(ARTICLE, SCHEMA.url) == URIRef("https://e-history.kz/en/news/show/1?a=b%20c")


def test_leaders_hold_a_role(graph: Graph) -> None:
    """schema.org's pattern: the organization's member is a role whose member is the person."""
    role = graph.value(URIRef(f"{ARTICLE}#org-1"), SCHEMA.member)
    assert graph.value(role, SCHEMA.roleName) == Literal("head")
    person = graph.value(role, SCHEMA.member)
    assert graph.value(person, SCHEMA.name) == Literal("A. Bukeikhanov")


def test_every_mention_is_an_annotation(graph: Graph) -> None:
    """Fact, article, position and quotation, as the record has them; leaders' names too."""
    found = {
        (str(graph.value(one, OA.hasBody)), *selectors(graph, one))
        for one in graph.subjects(RDF.type, OA.Annotation)
    }
    wanted = set()
    for one in (record(), record("plain's", dates=[])):
        key = f"urn:ehistory:article:{'koreans' if one == record() else 'plain%27s'}"
        for fact in one.facts():
            wanted |= {(f"{key}#{fact.id}", m.start, m.end, m.text) for m in fact.mentions}
        wanted.add((f"{key}#org-1/leader-1", 150, 163, "A. Bukeikhanov"))
    assert found == wanted


def selectors(graph: Graph, annotation: URIRef) -> tuple[object, ...]:
    """Start, end and quotation of an annotation's target."""
    target = graph.value(annotation, OA.hasTarget)
    values = []
    for name in (OA.start, OA.end, OA.exact):
        (value,) = (
            v for s in graph.objects(target, OA.hasSelector) for v in graph.objects(s, name)
        )
        assert value.datatype == (None if name == OA.exact else XSD.nonNegativeInteger)
        values.append(value.toPython())
    return tuple(values)


def conforms(graph: Graph) -> tuple[bool, str]:
    """Whether the shapes hold, and what does not."""
    valid, _, text = pyshacl.validate(graph, shacl_graph=str(SHAPES))
    return valid, text


def test_the_shapes_hold(records: Path, tmp_path: Path) -> None:
    """For records made by hand and real ones."""
    both = tmp_path / "both.jsonl"
    both.write_bytes(records.read_bytes() + RECORDS.read_bytes())
    valid, text = conforms(read(both, tmp_path))
    assert valid, text


@pytest.mark.parametrize(
    ("subject", "lost"),
    [
        ("#pop-1", PROV.wasDerivedFrom),
        ("#pop-1", SCHEMA.measurementQualifier),
        ("#org-1", SCHEMA.name),
        ("#pop-1/1", OA.hasTarget),
        ("#extraction", PROV.wasAssociatedWith),
        ("", SCHEMA.sha256),
    ],
)
def test_the_shapes_find_what_is_missing(graph: Graph, subject: str, lost: URIRef) -> None:
    """They are no blank cheque."""
    graph.remove((ARTICLE + subject, lost, None))
    assert not conforms(graph)[0]


def test_ids_become_addresses_of_their_own(tmp_path: Path) -> None:
    """Whatever is in them."""
    names = ["a b", "a%20b", "a/b#pop-1", "<a>", "ә", "https://e-history.kz/1?x=1&y=2", "a\nb"]
    path = write_records(tmp_path / "ids.jsonl", map(record, names))
    graph = read(path, tmp_path)
    assert len(set(graph.subjects(RDF.type, SCHEMA.Article))) == len(names)
    Dataset().parse(data=graph.serialize(format="nt"), format="nt")


def test_the_document_is_one_node_a_line(tmp_path: Path) -> None:
    """So that it can be read in a stream."""
    read(RECORDS, tmp_path)
    lines = (tmp_path / "facts.jsonld").read_text(encoding="utf-8").splitlines()
    records = [ArticleRecord.model_validate_json(line) for line in RECORDS.open()]
    told = [
        len(fact.mentions) + 1 + len(getattr(fact, "leaders", ()))
        for r in records
        for fact in r.facts()
    ]
    assert len(lines) == 3 + sum(told) + 2 * len(records)
