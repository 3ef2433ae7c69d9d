"""An error in its sentence: where the sentence stands in the raw text, and what is marked in it."""

import time

import pytest
from making import day, gold, people, predicted

from pipeline.evaluating.excerpts import (
    CONTEXT,
    Excerpts,
    pieces,
    runs,
    same_fact,
    sentence_span,
    window,
)
from pipeline.evaluating.metrics import evaluate
from pipeline.records import Mention, Span


def spot(start: int, end: int, sentence: str) -> Mention:
    return Mention(start=start, end=end, text="", sentence=sentence)


RAW = "One 20. Two 20. Three 20."


@pytest.mark.parametrize(
    ("raw", "mention", "text"),
    [
        (RAW, spot(4, 6, "One 20."), "One 20."),
        (RAW, spot(12, 14, "Two 20."), "Two 20."),
        (RAW, spot(22, 24, "Three  20."), "Three 20."),
        ("A. “Zhas”\xa0has 20. B.", spot(14, 16, '"Zhas" has 20.'), "“Zhas”\xa0has 20."),
        ("A. <b>Zhas</b>&nbsp;has 20. B.", spot(24, 26, "Zhas has 20."), "Zhas</b>&nbsp;has 20."),
        ("20. 20.", spot(4, 6, "20 ."), "20."),
        ("One 20\nTwo. Three.", spot(4, 10, "One 20"), "One 20\nTwo"),
    ],
)
def test_the_sentence_is_found_around_its_mention(raw, mention, text) -> None:
    """As it is, else by its words whatever stands between them; the mention is never cut."""
    start, end = sentence_span(raw, mention)
    assert raw[start:end] == text


@pytest.mark.parametrize("sentence", ["Four 20.", "", "...", "Two 20. Two 20."])
def test_a_sentence_of_other_words_is_not_found(sentence) -> None:
    """Nothing is guessed."""
    assert sentence_span(RAW, spot(12, 14, sentence)) is None


def test_looking_for_a_sentence_takes_no_time() -> None:
    """Text made to confuse the search is searched once."""
    raw = "a" + "<>" * 5000 + "&lt;" * 5000 + "c"
    started = time.perf_counter()
    assert sentence_span(raw, spot(0, 1, "a b")) is None
    assert time.perf_counter() - started < 1


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("x" * 500 + "20" + "x" * 500, (500 - CONTEXT, 502 + CONTEXT)),
        ("no 20 no", (0, 8)),
        ("word " * 100 + "20" + " word" * 100, (385, 617)),
    ],
)
def test_a_window_keeps_words_whole(raw, expected) -> None:
    """Not more than the context on either side, cut at spaces where there are any."""
    start = raw.index("20")
    assert window(raw, spot(start, start + 2, "another")) == expected


def test_a_window_says_where_it_breaks_off() -> None:
    """An ellipsis on each side that goes on."""
    raw = "20 " + "word " * 100
    cut = pieces(raw, spot(0, 2, "another"), [], [])
    assert (cut[0].text, cut[0].focus, cut[-1].text) == ("20", True, "…")


def test_pieces_give_back_the_sentence() -> None:
    """Cut at every bound, marked by who has it; the pieces of the error are one run."""
    focus = spot(4, 10, "0123456789ab")
    cut = pieces("0123456789ab", focus, [Span(start=4, end=10)], [Span(start=8, end=11)])
    assert [(p.text, p.mark, p.focus) for p in cut] == [
        ("0123", "", False),
        ("4567", "gold", True),
        ("89", "both", True),
        ("a", "predicted", False),
        ("b", "", False),
    ]
    assert [(focus, "".join(p.text for p in run)) for focus, run in runs(cut)] == [
        (False, "0123"),
        (True, "456789"),
        (False, "ab"),
    ]


def test_an_excerpt_marks_the_type_of_the_error_alone() -> None:
    """Dates stay unmarked in an error of a population, also without a prediction."""
    article = gold("In 1937 came 20", populations=[people("20", 20)], dates=[day("1937", "1937")])
    (miss, _) = evaluate([article], {}).findings()
    cut = Excerpts({"a": article}, {}).of(miss)
    assert [(p.text, p.mark, p.focus) for p in cut] == [
        ("In 1937 came ", "", False),
        ("20", "gold", True),
    ]


def test_wrong_fields_of_one_fact_stand_together() -> None:
    """Misses and extras stand alone, even at one place."""
    text = "20 men, 30 men, 40"
    article = gold(
        text, populations=[people("20 men", 20, group="men"), people("30 men", 30), people("40", 4)]
    )
    found = [
        people("20 men", 20, kind="lost"),
        people("30 men", 30, kind="lost", time="1937"),
        people("40", 5),
        people("40", 6),
    ]
    findings = evaluate([article], {"a": predicted(text, populations=found)}).findings()
    assert [[f.field or f.kind for f in group] for group in same_fact(findings)] == [
        ["miss"],
        ["extra"],
        ["extra"],
        ["kind", "group"],
        ["kind", "time"],
    ]
