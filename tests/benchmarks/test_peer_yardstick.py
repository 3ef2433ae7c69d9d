"""The yardstick of `make peers` on examples worked by hand."""

import pytest
from hypothesis import given as over
from hypothesis import strategies as st
from making import FULL, TEXT, day, gold, people, predicted

from benchmarks.peers.exchange import Found, Peer
from benchmarks.peers.measures import MEASURES, Case, measured, scored
from benchmarks.peers.page import Split, System, render
from benchmarks.peers.places import ours, stated_numbers, subjects
from benchmarks.peers.yardstick import (
    Item,
    by_bounds,
    by_place,
    by_value,
    counts_people,
    trimmed,
)
from pipeline.evaluating.results import Counts
from pipeline.records import Span


def items(*made: tuple[int, int, float | str | None]) -> list[Item]:
    return [Item(start=start, end=end, value=value) for start, end, value in made]


def summary(counts: Counts) -> tuple[int, int, int]:
    return counts.correct, counts.missed, counts.spurious


@pytest.mark.parametrize(
    ("asked", "found", "place", "value"),
    [
        (items((0, 5, 20.0)), items((0, 5, 20.0)), (1, 0, 0), (1, 0, 0)),
        (items((0, 5, 20.0)), items((3, 8, 20.0)), (1, 0, 0), (1, 0, 0)),
        (items((0, 5, 20.0)), items((0, 5, 21.0)), (1, 0, 0), (0, 1, 1)),
        (items((0, 5, 20.0)), items((5, 8, 20.0)), (0, 1, 1), (0, 1, 1)),
        (items((0, 5, 20.0)), items((0, 5, None)), (1, 0, 0), (0, 1, 1)),
        (items((0, 5, 0.3)), items((0, 5, 0.1 + 0.2)), (1, 0, 0), (1, 0, 0)),
        (items((0, 5, "193X")), items((0, 5, "1930")), (1, 0, 0), (0, 1, 1)),
        # One output is right once, however often the gold says it.
        (items((0, 5, 20.0), (0, 5, 20.0)), items((0, 5, 20.0)), (1, 1, 0), (1, 1, 0)),
        # A range of the gold, read as two numbers, one of them wrong ("12-15 thousand").
        (items((0, 9, 12000.0), (0, 9, 15000.0)), items((0, 2, 12.0), (3, 9, 15000.0)), (2, 0, 0), (1, 1, 1)),
        # The nearer in place gives way to the equal in value.
        (items((0, 9, 7.0)), items((0, 9, 8.0), (8, 12, 7.0)), (1, 0, 1), (1, 0, 1)),
        ([], items((0, 5, 20.0)), (0, 0, 1), (0, 0, 1)),
        ([], [], (0, 0, 0), (0, 0, 0)),
    ],
)  # fmt: skip
def test_places_and_values(asked, found, place, value) -> None:
    """Correct, missed, spurious: overlapping items, then those that are equal too."""
    assert summary(by_place(asked, found)) == place
    assert summary(by_value(asked, found)) == value


spans = st.lists(
    st.tuples(st.integers(0, 20), st.integers(1, 6), st.sampled_from([1.0, 2.0])), max_size=6
).map(lambda made: items(*((start, start + size, value) for start, size, value in made)))


@over(spans, spans)
def test_value_never_finds_more_than_place(asked, found) -> None:
    """Whatever is equal in value overlaps too, and the sides are always whole."""
    place, value = by_place(asked, found), by_value(asked, found)
    assert value.correct <= place.correct
    for counts in (place, value):
        assert (counts.possible, counts.actual) == (len(asked), len(found))


@over(spans)
def test_what_is_the_gold_is_all_right(asked) -> None:
    """A system that gives the gold back misses nothing."""
    assert summary(by_value(asked, asked)) == (len(asked), 0, 0)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("the Union of Writers", "Union of Writers"),
        ("«Egemen Kazakhstan»", "Egemen Kazakhstan"),
        ("in May 1999,", "May 1999"),
        ("from the 1930s", "1930s"),
        ("the second half of the 19th century", "second half of the 19th century"),
        ("On", "On"),
        ("Theatre of Opera", "Theatre of Opera"),
        ("“”", "“”"),
    ],
)
def test_trimming(text, kept) -> None:
    """Prepositions, articles, quotes and marks fall off the ends; something always stays."""
    assert trimmed(f"x {text} y", Span(start=2, end=2 + len(text))).text == kept


def test_bounds_are_compared_trimmed() -> None:
    """Exact: one of two; partial: the other earns half."""
    raw = "In 1937 the Union of Writers of Kazakhstan"
    asked = [Span(start=3, end=7), Span(start=12, end=42)]
    found = [Span(start=0, end=7), Span(start=8, end=28)]
    exact, partial = (by_bounds(raw, asked, found, scheme) for scheme in ("exact", "partial"))
    assert (exact.credit, exact.possible, exact.actual) == (1, 2, 2)
    assert (partial.credit, partial.possible, partial.actual) == (1.5, 2, 2)


@pytest.mark.parametrize(
    ("unit", "people_like"),
    [
        ("people", True),
        ("Azerbaijanis", True),
        ("Kazakh families", True),
        ("households", True),
        ("hectares", False),
        ("percent", False),
        ("", False),
        (None, False),
    ],
)
def test_units_that_are_people(unit, people_like) -> None:
    """A word of the lexicons of people or peoples."""
    assert counts_people(unit) is people_like


@pytest.mark.parametrize(
    ("fields", "numbers"),
    [
        ({"value": 20}, (20.0,)),
        ({"value": 70, "low": 70, "qualifier": "more_than"}, (70.0,)),
        ({"value": None, "low": 12, "high": 15, "qualifier": "range"}, (12.0, 15.0)),
    ],
)
def test_a_range_states_two_numbers(fields, numbers) -> None:
    """Bounds beside a value only repeat it."""
    record = predicted("some", populations=[{"mentions": ["some"], **fields}])
    assert stated_numbers(record.populations[0]) == numbers


def judged(name: str, article, *found: Found) -> tuple[int, int, int]:
    return summary(MEASURES[name].judge(Case(article, found)))


POPULATIONS = "In 1989 12 to 15 thousand Kurds came; 40 sheep, 6.2 percent."


@pytest.mark.parametrize(
    ("found", "seen", "read", "claimed"),
    [
        ([], (0, 2, 0), (0, 2, 0), (0, 2, 0)),
        (
            [Found("number", 8, 10, (12.0,)), Found("number", 14, 25, (15000.0,))],
            (2, 0, 0), (1, 1, 1), (0, 2, 0),
        ),
        (
            [Found("number", 8, 25, (12000.0, 15000.0), unit="Kurds")],
            (2, 0, 0), (2, 0, 0), (2, 0, 0),
        ),
        (
            [Found("number", 8, 25, (15000.0,), unit="Kurds"), Found("number", 38, 40, (40.0,), unit="sheep")],
            (1, 1, 1), (1, 1, 1), (1, 1, 0),
        ),
        ([Found("number", 8, 25)], (1, 1, 0), (0, 2, 1), (0, 2, 0)),
        ([Found("date", 8, 25, edtf="1989")], (0, 2, 0), (0, 2, 0), (0, 2, 0)),
    ],
)  # fmt: skip
def test_populations_seen_read_and_claimed(found, seen, read, claimed) -> None:
    """Any number is seen or read; only a unit of people is a claim."""
    kurds = people("12 to 15 thousand Kurds", None, low=12000, high=15000, qualifier="range")
    article = gold(POPULATIONS, populations=[kurds])
    assert judged("populations.seen", article, *found) == seen
    assert judged("populations.read", article, *found) == read
    assert judged("populations.claimed", article, *found) == claimed


DATES = "In 1937, about 1465, in the 1930s, long ago and on 12 May."
DATE_FACTS = [
    day("1937", "1937"),
    day("about 1465", "1465~", approximate=True),
    day("1930s", "193X", "decade"),
    day("long ago", None, "relative"),
]


@pytest.mark.parametrize(
    ("found", "every", "calendar"),
    [
        ([Found("date", 3, 7, edtf="1937")], (1, 2, 0), (1, 1, 0)),
        ([Found("date", 3, 7)], (0, 3, 0), (0, 2, 0)),
        ([Found("date", 15, 19, edtf="1465")], (1, 2, 0), (1, 1, 0)),
        ([Found("date", 28, 33, edtf="193X")], (1, 2, 0), (0, 2, 0)),
        ([Found("date", 28, 33, edtf="1930")], (0, 3, 1), (0, 2, 0)),
        ([Found("date", 35, 43, edtf="2014")], (0, 3, 0), (0, 2, 0)),
        ([Found("date", 51, 57, edtf="2015-05-12")], (0, 3, 1), (0, 2, 1)),
        ([Found("date", 0, 33, edtf="1937")], (1, 2, 0), (1, 1, 0)),
    ],
)
def test_dates_by_value(found, every, calendar) -> None:
    """Marks of approximation don't matter; what can't be asked of the gold is set aside."""
    article = gold(DATES, dates=DATE_FACTS)
    assert judged("dates.value", article, *found) == every
    assert judged("dates.calendar", article, *found) == calendar


@pytest.mark.parametrize("name", MEASURES)
def test_ignored_stretches_count_for_nothing(name) -> None:
    """Neither the gold's mentions nor what is found in them are counted."""
    quotes = [m for facts in FULL.values() for fact in facts for m in fact["mentions"]]
    case = Case(gold(TEXT, ignore=tuple(quotes), **FULL), tuple(ours(predicted(TEXT, **FULL))))
    assert summary(MEASURES[name].judge(case)) == (0, 0, 0)


@pytest.mark.parametrize("name", MEASURES)
def test_the_gold_given_back_is_all_right(name) -> None:
    """By every measure a perfect record scores one; what it sees beside populations is spurious."""
    case = Case(gold(TEXT, **FULL), tuple(ours(predicted(TEXT, **FULL))))
    extra = 1 if name in ("populations.seen", "populations.read") else 0
    assert summary(MEASURES[name].judge(case)) == (1, 0, extra)


def test_counts_are_added_before_ratios() -> None:
    """Nine of ten and none of ten are nine of twenty, between intervals that hold it."""
    score = scored([Counts(correct=9, missed=1), Counts(missed=10)])
    assert score.counts == Counts(correct=9, missed=11)
    assert score.recall.value == pytest.approx(0.45)
    assert score.precision.value == 1
    assert score.recall.low is not None
    assert score.recall.high is not None
    assert score.recall.low <= 0.45 <= score.recall.high


def test_offsets_lead_from_the_clean_text_to_the_raw_input() -> None:
    """Furniture and invisible characters are no part of what peers get, yet offsets hold."""
    raw = "Views: 120\n\nIn 1989 about 12\u00a0thousand Ku\u00adrds lived in Zhambyl Region.\n"
    (subject,) = subjects(
        [gold(raw, populations=[people("about 12\u00a0thousand Ku\u00adrds", 12000)])]
    )
    text = subject.given.text
    assert "Views" not in text
    start = text.index("12 thousand Kurds")
    (moved,) = subject.in_raw([Found("number", start, start + 17, (12000.0,))])
    assert raw[moved.start : moved.end] == "12\u00a0thousand Ku\u00adrds"
    assert subject.mentions_cleaned_away() == 0


SPANS = Peer("spans", "made", frozenset({"number", "date"}), frozenset(), False, "by hand")
ALL = Peer(
    "all",
    "made",
    frozenset({"number", "percentage", "date", "organization"}),
    frozenset({"number", "percentage", "date"}),
    True,
    "by hand",
)


def test_measures_that_do_not_suit_are_not_taken() -> None:
    """A system without values has no value scores, one without units no claims."""
    cases = [Case(gold(TEXT, **FULL), ())]
    assert set(measured(SPANS, cases)) == {"populations.seen", "dates.exact", "dates.partial"}
    assert set(measured(ALL, cases)) == set(MEASURES)


def test_the_page_has_a_row_for_whoever_offers_something() -> None:
    """Scores with intervals, dashes where a measure does not suit, no row without any score."""
    article = gold(TEXT, **FULL)
    cases = [Case(article, tuple(ours(predicted(TEXT, **FULL))))]
    systems = [System(peer, "1.0", measured(peer, cases)) for peer in (ALL, SPANS)]
    page = render([Split("test", "0123456789abcdef", 1, 0, systems)])
    one = "1.000"  # one article gives no interval
    assert "### Populations (test, 1 values)\n\n| system | seen |" in page
    assert f"| spans | {one} | – | – | – | – |" in page
    assert f"| all | {one} | {one} | {one} | {one} | {one} |" in page
    assert page.split("### Organizations")[1].count("| spans |") == 0
