"""Out to each tool and back: what is not touched comes back as it was, offsets and all."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from making import gold
from tooling import TEXT, TOOLS, exported, file_of, one_answer, returned, sample

from pipeline.annotating.correcting import correct
from pipeline.annotating.tasks import Answer, blank, marks_of
from pipeline.evaluating.gold import read_gold

DEV = Path(__file__).parents[2] / "corpus" / "gold" / "dev.jsonl"
tools = pytest.mark.parametrize("tool", TOOLS)


@tools
def test_an_untouched_task_gives_the_same_record(tool) -> None:
    """Values, groups, places, leaders, ignored stretches, offsets behind emoji."""
    done = correct(one_answer(tool, exported(tool, sample())))
    assert done.article == sample()
    assert done.notes == []
    assert done.spans == {"kept": 7, "moved": 0, "added": 0, "deleted": 0}


@tools
def test_the_development_gold_comes_back_whole(tool) -> None:
    """All its articles: texts, pages and rows."""
    articles = read_gold(DEV)
    answers = returned(tool, exported(tool, *articles))
    assert tuple(correct(answer).article for answer in answers) == articles


@tools
def test_surfaces_are_the_spans_of_the_raw_text(tool) -> None:
    """What was read back are characters of the text, whatever unit the tool counts in."""
    answer = one_answer(tool, exported(tool, sample()))
    surfaces = {TEXT[mark.start : mark.end] for mark in answer.marks}
    assert surfaces == {
        "about 20 thousand Koreans", "20 thousand Koreans", "6.2 percent", "Avangard", "1937",
        "1945", "some",
    }  # fmt: skip


@tools
def test_a_changed_text_is_told(tool) -> None:
    """A tool that strips or normalises white space would move every offset."""
    tasks = exported(tool, sample())
    data = tasks[0].get("data", tasks[0])
    data["text"] = data["text"].strip()
    (left_out,) = returned(tool, tasks)
    assert left_out.failed
    assert "the text is not the one exported for a" in left_out.reason


@tools
@pytest.mark.parametrize("packed", [None, "{}", "[]", "no json"])
def test_a_task_that_was_not_exported_here_is_told(tool, packed) -> None:
    """Without the record nothing can be given back."""
    tasks = exported(tool, sample())
    tasks[0].get("data", tasks[0])["ehistory"] = packed
    (left_out,) = returned(tool, tasks)
    assert left_out.failed
    assert "make tasks with `ehistory annotate export`" in left_out.reason


@tools
def test_one_broken_task_leaves_the_others(tool) -> None:
    """It is named by its place; the rest is read."""
    tasks = exported(tool, sample("a"), sample("b"), sample("c"))
    del tasks[1].get("data", tasks[1])["text"]
    first, broken, last = returned(tool, tasks)
    assert (first.article.article.id, last.article.article.id) == ("a", "c")
    assert broken.failed
    assert broken.where in ("export: task 2", "export:2")
    assert "text: Field required" in broken.reason


@tools
def test_a_blank_task_has_no_spans(tool) -> None:
    """For a second annotator, who shall not see the first one's."""
    answer = one_answer(tool, exported(tool, blank(sample())))
    assert answer.marks == ()
    assert answer.article.facts() == ()
    assert answer.article.ignore == ()
    assert answer.article.text == TEXT


# White space of all sorts, astral characters, marks that combine, and signs that formats escape.
alphabet = st.sampled_from([*"ab 1\n\r\t\u00a0\u2028", "🙂", "𐰴", "e\u0301", '"', "\\", "<&>"])
texts = st.lists(alphabet, min_size=1, max_size=40).map("".join)


@st.composite
def articles(draw):
    """A text of odd characters with spans anywhere in it."""
    text = draw(texts)
    edges = st.integers(0, len(text))
    spans = draw(st.lists(st.tuples(edges, edges).filter(lambda s: s[0] < s[1]), max_size=5))
    facts = [
        {
            "id": f"date-{n}",
            "mentions": [{"start": s, "end": e, "text": text[s:e], "sentence": text}],
            "kind": "relative",
        }
        for n, (s, e) in enumerate(sorted(set(spans)), start=1)
    ]
    made = gold(text).model_dump()
    return type(gold(text)).model_validate(made | {"dates": facts})


@tools
@settings(max_examples=60, deadline=None)
@given(article=articles())
def test_any_text_and_any_span_survive(tool, article) -> None:
    """Whatever the characters before, in and behind a span, overlapping or not."""
    answer = one_answer(tool, exported(tool, article))
    where = [(m.start, m.end, m.label) for m in marks_of(article)]
    assert sorted((m.start, m.end, m.label) for m in answer.marks) == where
    assert correct(answer).article == article


@tools
def test_an_empty_file_gives_nothing(tool) -> None:
    """No task, no answer."""
    assert returned(tool, []) == []
    assert file_of(tool, []) in (b"[]", b"")


def test_an_answer_is_immutable() -> None:
    """What was read can't be changed on its way."""
    answer = one_answer("prodigy", exported("prodigy", sample()))
    assert isinstance(answer, Answer)
    with pytest.raises(AttributeError):
        answer.where = "elsewhere"
