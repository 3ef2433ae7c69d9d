"""What an edit in a tool means for the gold: kept, moved, deleted, added, relabelled, rewritten."""

import json
from dataclasses import replace

import pytest
from making import day, gold, people
from tooling import TEXT, sample

from pipeline.annotating.correcting import correct
from pipeline.annotating.notes import Corrected, Level
from pipeline.annotating.tasks import Answer, Mark, marks_of
from pipeline.evaluating.gold import GoldArticle


def corrected(
    article: GoldArticle, *, without: tuple[str, ...] = (), add: tuple[Mark, ...] = (), **changes
) -> Corrected:
    """The article after spans are deleted (by reference), changed (by reference, _ for -) or added."""
    marks = []
    for mark in marks_of(article):
        change = changes.get((mark.ref or "").replace("-", "_"), {})
        if mark.ref not in without:
            marks.append(replace(mark, **change))
    return correct(Answer(article, (*marks, *add), "task 7"))


def new(surface: str, label: str, text: str = TEXT, **keys) -> Mark:
    start = text.index(surface)
    return Mark(start, start + len(surface), label, where=f"span {start}", **keys)


def notes(done: Corrected, level: Level) -> list[str]:
    return [f"{n.fact}: {n.words}" if n.fact else n.words for n in done.notes if n.level == level]


def test_a_deleted_span_takes_its_mention_then_its_fact() -> None:
    """The first mention gone, the fact stays; both gone, so is the fact, and that is told."""
    half = corrected(sample(), without=("pop-1_0",))
    (fact,) = half.article.populations
    assert [m.text for m in fact.mentions] == ["20 thousand Koreans"]
    assert (fact.qualifier, fact.group) == ("approximate", "Koreans")
    none = corrected(sample(), without=("pop-1_0", "pop-1_1"))
    assert none.article.populations == ()
    assert notes(none, Level.CHANGED) == ["the population exported as pop-1 is gone"]


def test_what_stays_keeps_every_field() -> None:
    """Leaders, place and founding of a body when a date beside it goes; dates are numbered anew."""
    done = corrected(sample(), without=("date-1_0",))
    assert done.article.organizations == sample().organizations
    assert done.article.populations == sample().populations
    assert [(d.id, d.edtf) for d in done.article.dates] == [("date-1", "1945")]


@pytest.mark.parametrize("keeps_reference", [True, False])
def test_a_moved_span_keeps_its_fact(keeps_reference) -> None:
    """Resized, or deleted and drawn again over the same words: the fields stay, a look is asked for."""
    change = {"start": TEXT.index("20 thousand")}
    if not keeps_reference:
        change |= {"ref": None, "fields": None}
    done = corrected(sample(), pop_1_0=change)
    (fact,) = done.article.populations
    assert [m.text for m in fact.mentions] == ["20 thousand Koreans"] * 2
    assert fact.place == sample().populations[0].place
    assert done.spans == {"kept": 6, "moved": 1, "added": 0, "deleted": 0}
    assert notes(done, Level.CHECK) == [
        "pop-1: moved from 35:60; its fields are as before: check them"
    ]


def test_white_space_at_an_edge_is_left_out() -> None:
    """Tools let one select the space behind a word."""
    moved = corrected(sample(), date_2_0={"start": TEXT.index("1945") - 1})
    assert moved.article.dates[1].mentions[0].text == "1945"
    added = corrected(sample(), add=(new(" 1953.\n", "date"),))
    assert added.article.dates[2].mentions[0].text == "1953."


@pytest.mark.parametrize(
    ("label", "surface", "fields"),
    [
        ("date", "1953", {"edtf": "1953", "kind": "year", "latest": "1953-12-31"}),
        ("population", "Koreans of Karatal", {"value": None}),
        ("percentage", "20", {"value": 20, "qualifier": "exact", "kind": "share"}),
        ("organization", "Kim Roman", {"name": "Kim Roman", "type": "other"}),
    ],
)
def test_an_added_span_is_valued_by_its_words(label, surface, fields) -> None:
    """Number, EDTF, name and type as the pipeline's normalisers read them."""
    done = corrected(sample(), add=(new(surface, label),))
    facts = [f for f in done.article.facts() if f.mentions[0].text == surface]
    assert len(facts) == 1
    assert {name: getattr(facts[0], name) for name in fields} == fields


def test_an_added_span_stands_in_its_sentence() -> None:
    """The sentence is the pipeline's, the offsets those of the raw text."""
    done = corrected(sample(), add=(new("1953", "date"),))
    mention = done.article.dates[-1].mentions[0]
    assert mention.sentence == "Of the 20 thousand Koreans some left in 1945, others after 1953."
    assert TEXT[mention.start : mention.end] == mention.text == "1953"


def test_an_added_span_of_a_retold_paragraph_is_a_duplicate() -> None:
    """As the pipeline marks it."""
    lead = "In 1937 about 20 thousand Koreans came to Karatal and settled there for good."
    text = f"{lead}\n\n{lead}\n\nThey built the canal in 1938."
    second = text.rindex("1937")
    dates = [day("1937", "1937", id="date-1", earliest="1937-01-01", latest="1937-12-31")]
    done = corrected(gold(text, dates=dates), add=(Mark(second, second + 4, "date"),))
    assert [m.duplicate for m in done.article.dates[0].mentions] == [False, True]


def test_words_without_a_value_need_fields() -> None:
    """The fact is written with the gap, and the gap is told."""
    text = "Several dozen families came in the time of troubles."
    marks = (
        new("Several dozen families", "population", text),
        new("the time of troubles", "date", text),
    )
    done = corrected(gold(text), add=marks)
    assert notes(done, Level.NEEDS_FIELDS) == [
        "pop-1: 'Several dozen families' does not tell value",
        "date-1: 'the time of troubles' does not tell edtf, kind",
    ]
    assert done.article.populations[0].value is None


def test_defaults_are_told() -> None:
    """Kind, group, place and time are not said by a count's own words."""
    done = corrected(
        gold("200 souls lived there"), add=(new("200 souls", "population", "200 souls"),)
    )
    assert notes(done, Level.CHECK) == [
        "pop-1: new; not told by '200 souls' alone: kind, group, place, time"
    ]


def test_a_changed_label_moves_the_mention() -> None:
    """It leaves its fact and is a fact of the other type, valued by its words."""
    done = corrected(sample(), date_2_0={"label": "population"})
    assert [d.edtf for d in done.article.dates] == ["1937"]
    assert [(p.id, p.value) for p in done.article.populations] == [
        ("pop-1", 20000),
        ("pop-2", 1945),
    ]
    assert "the date exported as date-2 is gone" in notes(done, Level.CHANGED)


@pytest.mark.parametrize("label", ["date", "organization"])
def test_a_value_the_article_has_gains_a_mention(label) -> None:
    """One date an EDTF string, one fact a name; the other surface is an alias."""
    text = "Union of Writers met in 1937. In the year 1937 the union of writers closed."
    bodies = [{"id": "org-1", "mentions": ["Union of Writers"], "name": "Union of Writers"}]
    dates = [day("1937", "1937", id="date-1", earliest="1937-01-01", latest="1937-12-31")]
    article = gold(text, organizations=bodies, dates=dates)
    surface = {"date": "the year 1937", "organization": "union of writers"}[label]
    done = corrected(article, add=(new(surface, label, text),))
    (date,), (body,) = done.article.dates, done.article.organizations
    texts = [m.text for m in (date if label == "date" else body).mentions]
    assert texts[-1] == surface
    assert len(texts) == 2
    assert body.aliases == (("union of writers",) if label == "organization" else ())


def test_counts_are_never_joined_by_value() -> None:
    """20 thousand people may be counted twice, in two years."""
    article = gold("20 men came. 20 men left.", populations=[people("20 men", 20, id="pop-1")])
    done = corrected(article, add=(Mark(13, 19, "population"),))
    assert [p.id for p in done.article.populations] == ["pop-1", "pop-2"]


def edited(article: GoldArticle, ref: str, **fields) -> dict:
    """The change that rewrites the fields of a mark."""
    mark = next(m for m in marks_of(article) if m.ref == ref)
    return {"fields": json.dumps(json.loads(mark.fields or "{}") | fields)}


def test_edited_fields_are_the_facts() -> None:
    """On one mention or on all, for all its mentions."""
    change = edited(sample(), "pop-1_1", kind="lost", place={"name": "Almaty", "code": "KZ-ALA"})
    done = corrected(sample(), pop_1_1=change)
    (fact,) = done.article.populations
    assert (fact.kind, fact.place.code, fact.time) == ("lost", "KZ-ALA", "1937")
    assert len(fact.mentions) == 2
    assert notes(done, Level.CHANGED) == ["pop-1: edited: kind, place"]


def test_edited_edtf_moves_the_bounds() -> None:
    """They follow from the string."""
    change = edited(sample(), "date-2_0", edtf="194X", kind="decade")
    date = corrected(sample(), date_2_0=change).article.dates[1]
    assert (date.edtf, date.earliest, date.latest) == ("194X", "1940-01-01", "1949-12-31")


def test_fields_of_an_added_span_fill_its_gaps() -> None:
    """What the annotator wrote comes before what the words say."""
    text = "Several dozen families came."
    fields = json.dumps(
        {"value": 36, "qualifier": "approximate", "unit": "families", "kind": "moved"}
    )
    done = corrected(
        gold(text), add=(new("Several dozen families", "population", text, fields=fields),)
    )
    (fact,) = done.article.populations
    assert (fact.value, fact.unit, fact.kind) == (36, "families", "moved")
    assert notes(done, Level.NEEDS_FIELDS) == []


def test_an_id_gives_a_mention_to_a_fact() -> None:
    """To one that exists, to a new one with other spans, or to one of its own."""
    text = "20 men came, 30 men left, then 50."
    counts = [people("20 men", 20, id="pop-1", kind="moved"), people("30 men", 30, id="pop-2")]
    article = gold(text, populations=counts)
    to_first = corrected(article, pop_2_0=edited(article, "pop-2_0", id="pop-1"))
    (fact,) = to_first.article.populations
    assert [m.text for m in fact.mentions] == ["20 men", "30 men"]
    assert (fact.value, fact.kind) == (20, "moved")
    together = corrected(
        article,
        pop_2_0=edited(article, "pop-2_0", id="x"),
        add=(new("50", "population", text, fields='{"id": "x"}'),),
    )
    assert [[m.text for m in p.mentions] for p in together.article.populations] == [
        ["20 men"], ["30 men", "50"],
    ]  # fmt: skip
    assert together.article.populations[1].value == 30


def test_a_reason_of_an_ignored_stretch_is_kept_or_edited() -> None:
    """Doubtful stretches go round like facts."""
    added = corrected(sample(), add=(new("led by", "ignore", fields='{"reason": "unclear"}'),))
    assert [(i.text, i.reason) for i in added.article.ignore] == [
        ("led by", "unclear"),
        ("some", ""),
    ]
    change = edited(sample(), "ignore_0", reason="how many?")
    assert corrected(sample(), ignore_0=change).article.ignore[0].reason == "how many?"
    assert corrected(sample(), without=("ignore_0",)).article.ignore == ()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"pop_1_0": {"fields": "{"}}, "task 7: pop-1_0: fields are no JSON: "),
        ({"pop_1_0": {"fields": "[1]"}}, "task 7: pop-1_0: fields are no JSON object; write"),
        (
            {"pop_1_0": {"fields": '{"kind": "gone"}'}},
            "task 7: the population 'about 20 thousand Koreans': kind: Input should be 'resident'",
        ),
        (
            {"date_2_0": {"fields": '{"edtf": "19-45"}'}},
            "task 7: the date '1945': edtf: Value error, '19-45' is no EDTF string",
        ),
        (
            {"pop_1_0": {"fields": '{"size": 1}'}},
            "size: Extra inputs are not permitted; mend its fields",
        ),
        (
            {"pop_1_0": {"fields": '{"value": 1}'}, "pop_1_1": {"fields": '{"value": 2}'}},
            "task 7: pop-1_0, pop-1_1 are one fact, but their fields differ; make them agree",
        ),
        (
            {"add": (Mark(TEXT.index("\r\n"), TEXT.index("In"), "date", where="span x"),)},
            "task 7: span x covers white space alone; delete it",
        ),
    ],
)
def test_what_can_not_become_gold_is_told(change, words) -> None:
    """The task is left out; the note names task and span."""
    done = corrected(sample(), **change)
    assert done.article is None
    assert words in notes(done, Level.FAILED)[0]


def test_two_facts_on_one_stretch_keep_their_references() -> None:
    """Equal spans of two facts: the reference says which is which."""
    text = "20 men and women"
    counts = [
        people("20 men", 20, id="pop-1", group="men"),
        people("20 men", 20, id="pop-2", group="women"),
    ]
    article = gold(text, populations=counts)
    done = corrected(article, without=("pop-1_0",))
    assert [p.group for p in done.article.populations] == ["women"]
