"""Every factory in a spaCy pipeline of the user's own, without the components it usually follows."""

import re
import tomllib
import warnings
from pathlib import Path

import pytest
import spacy
from spacy import displacy

from pipeline import extract, load
from pipeline.displaying import COLOURS, displacy_options, mark_facts
from pipeline.errors import ModelError
from pipeline.nlp import BASE_MODEL

TEXT = (
    "In 1970 about 81 thousand Koreans lived in Kazakhstan, 0.6 percent of the people.\n"
    "The Union of Azerbaijani Cultural Centers of Kazakhstan was registered in 1999."
)
FOUND = {
    "sentences": {},
    "context": {"places": ["Kazakhstan", "Kazakhstan"], "groups": ["Koreans", "Azerbaijani"]},
    "numbers": {"numbers": ["1970", "about 81 thousand", "0.6", "1999"]},
    "dates": {"dates": ["1970", "1999"]},
    "tables": {"cells": []},
    "percentages": {"percentages": ["0.6 percent"]},
    "populations": {"populations": ["about 81 thousand Koreans"]},
    "organizations": {"organizations": ["Union of Azerbaijani Cultural Centers of Kazakhstan"]},
}
# Those that read parts of speech and the parse.
READING = ("percentages", "populations", "organizations")


@pytest.mark.parametrize("name", FOUND)
def test_a_factory_works_alone(name: str) -> None:
    """On spaCy's blank English, and on the base model without a warning."""
    blank, tagged = spacy.blank("en"), spacy.load(BASE_MODEL)
    for nlp in (blank, tagged):
        nlp.add_pipe(f"ehistory_{name}", first=name == "sentences" or None)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore" if nlp is blank else "error")
            doc = nlp(TEXT)
        for key, texts in FOUND[name].items():
            assert [span.text for span in doc.spans[key]] == texts


def test_a_doc_without_a_parse_can_be_read_to_its_end() -> None:
    """Where the tokenizer's exceptions have moved tokens, spaCy knows no edges of theirs and would crash."""
    nlp = spacy.blank("en")
    nlp.add_pipe("ehistory_populations")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        doc = nlp("In St.Petersburg the share of 40 students fell by 1,7 percentage points.")
    assert [span.text for span in doc.spans["percentages"]] == ["1,7 percentage points"]


def test_paragraphs_are_told_before_the_parser_runs() -> None:
    """Where it stands behind, the message says where to put it."""
    nlp = spacy.load(BASE_MODEL)
    nlp.add_pipe("ehistory_sentences")
    with pytest.raises(ModelError, match="first=True"):
        nlp(TEXT)


def test_parts_of_speech_need_a_ruler() -> None:
    """They are those of the model's attribute ruler; without one the message says so."""
    nlp = spacy.blank("en")
    nlp.add_pipe("ehistory_parts_of_speech")
    with pytest.raises(ModelError, match="no attribute_ruler"):
        nlp(TEXT)


def test_all_factories_are_entry_points() -> None:
    """So that spaCy finds them where nothing of this package was imported."""
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text())
    points = project["project"]["entry-points"]["spacy_factories"]
    assert set(points) == {
        f"ehistory_{name}"
        for name in (*FOUND, "encoder", "paragraph_parser", "parts_of_speech", "tok2vec")
    }


@pytest.mark.parametrize("name", READING)
def test_what_the_doc_lacks_is_told(name: str) -> None:
    """One warning, of the component that was added, with the remedy."""
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe(f"ehistory_{name}")
    with pytest.warns(UserWarning) as told:
        nlp(TEXT)
    (warning,) = [str(w.message) for w in told]
    assert warning.startswith(f"ehistory_{name}: the Doc lacks parts of speech, a parse;")
    assert "add a tagger and a parser before it" in warning


def test_spacy_load_does_what_it_is_asked() -> None:
    """A pipeline of the user's own, with pipes left out and settings changed; `pipeline.load()` has none of it."""
    settings = {"nlp": {"batch_size": 7}}
    nlp = spacy.load(
        "ehistory_pipeline", exclude=["parser"], disable=["ehistory_tables"], config=settings
    )
    nlp.add_pipe("sentencizer", first=True)
    assert "parser" not in nlp.component_names
    assert "ehistory_tables" not in nlp.pipe_names
    assert nlp.batch_size == 7
    assert {"parser", "ehistory_tables"} <= set(load().pipe_names)
    assert "sentencizer" not in load().pipe_names


def test_displacy_draws_the_facts() -> None:
    """All types in their colours, or one group."""
    nlp = spacy.load("ehistory_pipeline")
    doc = mark_facts(nlp(TEXT))
    page = displacy.render(doc, style="span", options=displacy_options(), jupyter=False)
    for label in ("POPULATION", "PERCENTAGE", "ORGANIZATION", "DATE"):
        assert label in page
        assert COLOURS[label] in page
    single = displacy.render(doc, style="span", options={"spans_key": "dates"}, jupyter=False)
    assert set(re.findall(r"#[0-9a-f]{6}", single)) == {COLOURS["YEAR"]}


def test_an_article_of_furniture_alone_has_no_facts() -> None:
    """Nothing is left to parse; the record is empty."""
    assert extract("123").facts() == ()
