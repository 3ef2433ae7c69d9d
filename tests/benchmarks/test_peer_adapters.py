"""What adapters make of their peers' results, told on hand-made results: no peer is installed."""

import sys
from datetime import datetime
from types import SimpleNamespace as Made

import pytest

from benchmarks.peers import running
from benchmarks.peers.adapters import NAMES, adapter, cqe, dates, entities, quantulum, recognizers
from benchmarks.peers.adapters.reference import FALLBACK, reference
from benchmarks.peers.exchange import (
    Found,
    Given,
    read_outputs,
    read_texts,
    write_outputs,
    write_texts,
)


@pytest.mark.parametrize("name", NAMES)
def test_every_adapter_says_what_it_offers(name) -> None:
    """It has a way to run, finds something, and has values of nothing that it doesn't find."""
    module = adapter(name)
    assert callable(module.run)
    assert module.PEER.kinds
    assert module.PEER.valued <= module.PEER.kinds


def test_texts_and_outputs_come_back_as_written(tmp_path) -> None:
    """What passes between the environments is not changed by passing."""
    texts = [Given("a", "Қазақ – 1\u2028line", "2015-03-12"), Given("b", "")]
    outputs = [[Found("number", 0, 3, (12.0, 15.5), unit="people"), Found("date", 4, 8)], []]
    path = tmp_path / "lines.jsonl"
    write_texts(path, texts)
    assert read_texts(path) == texts
    write_outputs(path, outputs)
    assert read_outputs(path) == outputs


def quantity(value, span, unit="dimensionless", uncertainty=None) -> Made:
    return Made(value=value, span=span, unit=Made(name=unit), uncertainty=uncertainty)


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (quantity(81000, (8, 19)), Found("number", 108, 119, (81000.0,))),
        (quantity(6.2, (0, 11), "percentage"), Found("percentage", 100, 111, (6.2,))),
        (quantity(37.5, (0, 9), "percentage", 7.5), Found("percentage", 100, 109, (30.0, 45.0))),
        (quantity(12, (-1, 2)), Found("number", 100, 102, (12.0,))),
    ],
)
def test_quantulum_quantities(made, expected) -> None:
    """Percentages apart, an uncertainty as a range, offsets moved."""
    assert quantulum.found([made], 100) == [expected]


@pytest.mark.parametrize(
    ("timex", "expected"),
    [
        ("1970", "1970"),
        ("1999-05", "1999-05"),
        ("1991-12-01", "1991-12-01"),
        ("XXXX-05-01", "XXXX-05-01"),
        ("1932-SP", "1932-21"),
        ("1944-WI", "1944-24"),
        ("(1941-01-01,1945-01-01,P4Y)", "1941/1945"),
        ("(1917-06-01,1917-09-01,P3M)", "1917-06/1917-09"),
        ("(1917-07-21,1917-07-26,P5D)", "1917-07-21/1917-07-26"),
        ("(1930-01-01,1940-01-01,P10Y)", "193X"),
        ("(1700-01-01,1800-01-01,P100Y)", "17XX"),
        ("P10Y", None),
        ("XXXX-WXX-1", None),
        (None, None),
    ],
)
def test_recognizers_timex_to_edtf(timex, expected) -> None:
    """Points, seasons, spans of years, months and days, decades, centuries."""
    assert recognizers.edtf(timex) == expected


def test_recognizers_numbers_end_after_their_last_character() -> None:
    """Its inclusive ends become exclusive ones; a percentage loses its sign."""
    results = [
        Made(start=3, end=12, resolution={"value": "6.2%"}),
        Made(start=20, end=21, resolution=None),
    ]
    found = list(recognizers.numbers(results, "percentage", 100))
    assert found == [Found("percentage", 103, 113, (6.2,)), Found("percentage", 120, 122)]


def parsed(category: str, timex: str | None) -> Made:
    return Made(type=f"datetimeV2.{category}", value={"values": [{"timex": timex}]})


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (parsed("date", "1991-12-01"), Found("date", 105, 121, edtf="1991-12-01")),
        (parsed("daterange", "1932-SP"), Found("date", 105, 121, edtf="1932-21")),
        (Made(type="datetimeV2.daterange", value=None), Found("date", 105, 121)),
        (None, Found("date", 105, 121)),
        (parsed("duration", "P10Y"), None),
        (parsed("set", "P1Y"), None),
        (parsed("time", "T10"), None),
    ],
)
def test_recognizers_dates(made, expected) -> None:
    """A date that it fails to parse is a span without value; durations and times are no dates."""
    assert recognizers.date(Made(start=5, length=16), made, 100) == expected


def test_recognizers_empty_extracts_are_nothing() -> None:
    """The port extracts stretches of no characters; they are left out."""
    assert recognizers.date(Made(start=5, length=0), parsed("date", "1991-12-01")) is None


@pytest.mark.parametrize(
    ("period", "expected"),
    [("day", "1937-05-12"), ("month", "1937-05"), ("year", "1937"), ("week", None), (None, None)],
)
def test_dateparser_periods_are_precisions(period, expected) -> None:
    """A time is written as far as its period says."""
    assert dates.edtf(datetime(1937, 5, 12), period) == expected


def test_dateparser_words_are_placed_in_order() -> None:
    """The same words twice are two places; words that the text lacks are left out."""
    day = datetime(1937, 1, 1)
    results = [("in 1937", day, "year"), ("elsewhere", day, "year"), ("in 1937", day, "year")]
    found = list(dates.found(results, "Born in 1937, died in 1937."))
    assert found == [Found("date", 5, 12, edtf="1937"), Found("date", 19, 26, edtf="1937")]


@pytest.mark.parametrize(
    ("published", "expected"),
    [("2014-05-01", datetime(2014, 5, 1)), ("2014", FALLBACK), (None, FALLBACK)],
)
def test_relative_dates_are_told_from_the_publication_day(published, expected) -> None:
    """Without a day the reference is fixed, so that a run is the same on any day."""
    assert reference(published) == expected


def test_spacy_labels_without_use_are_left_out() -> None:
    """People and places are no kind of ours."""
    labels = {"CARDINAL": "number", "PERCENT": "percentage", "DATE": "date", "ORG": "organization"}
    made = [Made(label_=label, start_char=1, end_char=4) for label in (*labels, "PERSON", "GPE")]
    assert entities.found(made) == [Found(kind, 1, 4) for kind in labels.values()]  # type: ignore[arg-type]


def cqe_quantity(text: str, value, values, unit="-", words=(), units=()) -> Made:
    """A quantity of the peer with its places in `text`, the sentence as it preprocessed it."""
    return Made(
        value=value,
        unit=Made(norm_unit=unit, unit=words),
        get_char_indices=lambda: {"value": list(values), "unit": list(units)},
        get_preprocessed_text=lambda: text,
    )


def test_cqe_units_join_values_that_they_touch() -> None:
    """A unit that follows is of the span, one that stands elsewhere is not; ranges have two numbers."""
    text = "Koreans: 12 to 15 thousand people, 20"
    bounds = Made(lower=12.0, upper=15000.0)
    near = cqe_quantity(text, bounds, [(9, 11), (15, 26)], "people", ("people",), [(27, 33)])
    far = cqe_quantity(text, Made(value=20.0), [(35, 37)], "korean", ("Koreans",), [(0, 7)])
    assert list(cqe.found([near, far], text, 100)) == [
        Found("number", 109, 133, (12.0, 15000.0), unit="people"),
        Found("number", 135, 137, (20.0,), unit="Koreans"),
    ]


def test_cqe_places_lead_back_to_the_sentence_as_it_was() -> None:
    """The peer writes "per cent" as one word and drops double spaces."""
    text, value, unit = "It grew by 6.2 percent", Made(value=6.2), "percentage"
    made = cqe_quantity(text, value, [(11, 14)], unit, ("percent",), [(15, 22)])
    sentence = "It  grew by 6.2 per cent"
    (found,) = cqe.found([made], sentence)
    assert (found.kind, sentence[found.start : found.end]) == ("percentage", "6.2 per cent")


def test_cqe_quantities_without_a_place_are_left_out() -> None:
    """A value that it infers stands nowhere in the text."""
    assert list(cqe.found([cqe_quantity("one", Made(value=1.0), [])], "one")) == []


def test_a_peer_runs_over_a_file(tmp_path, monkeypatch, capsys) -> None:
    """Outputs are written line by line, the version is printed last."""
    made = Made(
        PEER=Made(package="pytest"),
        run=lambda texts: [[Found("date", 0, len(text.text))] for text in texts],
    )
    monkeypatch.setattr(running, "adapter", lambda _: made)
    write_texts(tmp_path / "in.jsonl", [Given("a", "1937"), Given("b", "May 1999")])
    running.main("made", str(tmp_path / "in.jsonl"), str(tmp_path / "out.jsonl"))
    assert read_outputs(tmp_path / "out.jsonl") == [[Found("date", 0, 4)], [Found("date", 0, 8)]]
    assert capsys.readouterr().out == f"{pytest.__version__}\n"


def test_a_peer_that_fails_is_named(tmp_path, monkeypatch) -> None:
    """The program ends with the peer's name, the command and what it said."""
    from benchmarks.peers import __main__ as driver

    monkeypatch.setattr(driver, "PYTHON", sys.executable)
    with pytest.raises(
        SystemExit, match=r"nonesuch: the peer failed; run .*nonesuch.*\n(.|\n)*No module"
    ):
        driver._run("nonesuch", tmp_path / "in.jsonl", tmp_path / "out.jsonl")
