"""Docs that go through bytes, a DocBin, a pickle or another process are what they were."""

import pickle
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest
from spacy.tokens import Doc, DocBin

from pipeline import load
from pipeline.assembling import assemble
from pipeline.extensions import SPAN_ATTRIBUTES
from pipeline.nlp import make_doc
from pipeline.reading import read_inputs
from pipeline.stored import CLASSES

RAW = Path(__file__).parents[1] / "corpus" / "raw"
# A table, a page, leaders; between them a value of every class.
ARTICLES = ("census-takers-1897-1939.txt", "uyghurs-of-zhetysu.html", "koreans-of-ushtobe.txt")


def through_bytes(doc: Doc) -> Doc:
    return Doc(doc.vocab).from_bytes(doc.to_bytes())


def through_a_bin(doc: Doc) -> Doc:
    data = DocBin(store_user_data=True, docs=[doc]).to_bytes()
    return next(iter(DocBin().from_bytes(data).get_docs(doc.vocab)))


def through_a_pickle(doc: Doc) -> Doc:
    return pickle.loads(pickle.dumps(doc))


@pytest.mark.parametrize("through", [through_bytes, through_a_bin, through_a_pickle, Doc.copy])
@pytest.mark.parametrize("name", ARTICLES)
def test_a_doc_gives_the_same_record(name: str, through: Callable[[Doc], Doc]) -> None:
    """All that assembling reads: values, offsets, sentences, what is told twice."""
    (article,) = read_inputs([str(RAW / name)])
    doc = load()(make_doc(load(), article))
    assert assemble(through(doc), article) == assemble(doc, article)


def _classes(value: object) -> set[str]:
    """The names of our classes in a value."""
    if isinstance(value, tuple):
        return set().union(*map(_classes, value))
    if not type(value).__module__.startswith("pipeline."):
        return set()
    names = getattr(value, "__dataclass_fields__", None) or type(value).model_fields
    return {type(value).__name__}.union(*(_classes(getattr(value, name)) for name in names))


def test_every_value_is_told_as_it_was() -> None:
    """Attribute by attribute, types included; and these articles have all classes that are listed."""
    met: set[str] = set()
    for item in read_inputs([str(RAW / name) for name in ARTICLES]):
        doc = load()(make_doc(load(), item))
        again = through_bytes(doc)
        assert repr(again._.clean) == repr(doc._.clean)
        met |= _classes(doc._.clean)
        for key, spans in doc.spans.items():
            for before, after in zip(spans, again.spans[key], strict=True):
                for attribute in SPAN_ATTRIBUTES:
                    value = before._.get(attribute)
                    assert repr(after._.get(attribute)) == repr(value)
                    met |= _classes(value)
    assert met == set(CLASSES)


@pytest.mark.parametrize(("name", "module"), CLASSES.items())
def test_the_list_of_classes_says_where_they_are(name: str, module: str) -> None:
    """One that has moved would be written by no rule."""
    assert getattr(import_module(module), name).__module__ == module


def test_docs_come_back_from_other_processes() -> None:
    """spaCy's own `n_process`."""
    texts = ["In 1970 81 thousand Koreans lived in Kazakhstan."] * 2
    for doc in load().pipe(texts, n_process=2):
        assert doc.spans["populations"][0]._.population.quantity.value == 81000
