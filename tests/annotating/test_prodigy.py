"""Prodigy's JSON Lines: tokens that hold every span, answers, spans drawn anew."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tooling import TEXT, exported, one_answer, returned, sample

from pipeline.annotating.correcting import correct
from pipeline.annotating.prodigy import tokens_of
from pipeline.annotating.tasks import LeftOut, Mark

TOOL = "prodigy"


def test_tokens_are_of_the_documented_form() -> None:
    """Offsets, running numbers, and whether a space follows; line breaks are tokens."""
    tokens = [
        tuple(token.model_dump().values()) for token in tokens_of("In 1937,  they\n came", ())
    ]
    assert tokens == [
        ("In", 0, 2, 0, True),
        ("1937", 3, 7, 1, False),
        (",", 7, 8, 2, True),
        (" ", 9, 10, 3, False),
        ("they", 10, 14, 4, False),
        ("\n ", 14, 16, 5, False),
        ("came", 16, 20, 6, False),
    ]


@given(st.text(alphabet="ab1 \n\t,🙂", max_size=30), st.data())
def test_tokens_add_up_to_the_text_and_hold_every_span(text, data) -> None:
    """With the spaces that `ws` stands for nothing is lost, and no span ends inside a token."""
    edges = st.integers(0, len(text))
    pairs = data.draw(st.lists(st.tuples(edges, edges).filter(lambda s: s[0] < s[1]), max_size=4))
    tokens = tokens_of(text, [Mark(start, end, "date") for start, end in pairs])
    assert "".join(token.text + " " * token.ws for token in tokens) == text
    assert all(text[token.start : token.end] == token.text for token in tokens)
    assert [token.id for token in tokens] == list(range(len(tokens)))
    assert {start for start, _ in pairs} <= {token.start for token in tokens}
    assert {end for _, end in pairs} <= {token.end for token in tokens}


def test_spans_name_their_first_and_last_token() -> None:
    """`token_end` is the last token itself, as in Prodigy's own tasks."""
    (task,) = exported(TOOL, sample())
    for span in task["spans"]:
        first, last = task["tokens"][span["token_start"]], task["tokens"][span["token_end"]]
        assert (first["start"], last["end"]) == (span["start"], span["end"])
        assert TEXT[span["start"] : span["end"]].startswith(first["text"])


@pytest.mark.parametrize(
    ("answer", "reason"), [("reject", "rejected"), ("ignore", "ignored"), (None, "no answer")]
)
def test_what_was_not_accepted_is_left_out(answer, reason) -> None:
    """It is counted, not read."""
    tasks = exported(TOOL, sample("a"), sample("b"))
    tasks[0]["answer"] = answer
    first, second = returned(TOOL, tasks)
    assert first == LeftOut("export:1", reason)
    assert (second.article.article.id, second.annotator) == ("b", "db-ann")


def test_a_line_of_another_file_is_told() -> None:
    """Gold, say, has neither answers nor what was exported."""
    (left_out,) = returned(TOOL, [{"text": TEXT, "style": "edited"}])
    reason = "no answer and no exported record: is this the tool's own export?"
    assert left_out == LeftOut("export:1", reason, failed=True)


def test_spans_drawn_anew_find_their_facts() -> None:
    """The interface gives a span no reference: label and bounds do."""
    (task,) = exported(TOOL, sample())
    for span in task["spans"]:
        del span["ref"]
    assert correct(one_answer(TOOL, [task])).article == sample()


def test_another_tokenizer_moves_nothing() -> None:
    """Tokens split anew, with the spans' indices; offsets stay."""
    (task,) = exported(TOOL, sample())
    marks = [Mark(at, at + 1, "") for at in range(len(TEXT)) if not TEXT[at].isspace()]
    task["tokens"] = [token.model_dump() for token in tokens_of(TEXT, marks)]
    for span in task["spans"]:
        span["token_start"] = next(t["id"] for t in task["tokens"] if t["start"] == span["start"])
        span["token_end"] = next(t["id"] for t in task["tokens"] if t["end"] == span["end"])
    assert len(task["tokens"]) > 100
    assert correct(one_answer(TOOL, [task])).article == sample()


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"token_start": 0}, "span 30:34 date has tokens at 0:34; mark the span again"),
        ({"token_end": 999}, "span 30:34 date has tokens beyond the .* of the task"),
        ({"start": 31}, "span 31:34 date has tokens at 30:34"),
        ({"text": "1938"}, "span 30:34 date 30:34 gives '1937', the tool shows '1938'"),
        ({"end": 9999}, "span 30:9999 date covers 30:9999 of"),
        ({"label": "YEAR"}, "span 30:34 YEAR has label 'YEAR'; give one of"),
        ({"start": "x"}, "spans.0.start: Input should be a valid integer"),
    ],
)
def test_a_wrong_span_is_named(change, reason) -> None:
    """The line and the span, what was seen and what to do."""
    (task,) = exported(TOOL, sample())
    task["spans"][0].update(change)
    (left_out,) = returned(TOOL, [task])
    assert left_out.failed
    assert left_out.where == "export:1"
    assert re.search(reason, left_out.reason), left_out.reason


def test_spans_without_tokens_are_read() -> None:
    """Highlighting by character leaves the token indices out."""
    (task,) = exported(TOOL, sample())
    for span in task["spans"]:
        span.update(token_start=None, token_end=None)
    assert correct(one_answer(TOOL, [task])).article == sample()
