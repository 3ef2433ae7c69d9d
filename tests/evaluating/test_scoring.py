"""One article judged: the SemEval-2013 schemes by hand, facts, fields, ignored stretches, errors."""

import pytest
from making import FULL, TEXT, day, gold, people, predicted

from pipeline.evaluating.alignment import Marked, align_mentions
from pipeline.evaluating.results import Counts
from pipeline.evaluating.scoring import scheme_counts, score_article
from pipeline.records import Mention

# gold span and label, predicted span and label, and COR/INC/PAR/MIS/SPU of each scheme, worked by
# hand from the definitions in Segura-Bedmar et al. 2013, section 5.
WORKED = {
    "same bounds, same label": (
        [(0, 5, "x")], [(0, 5, "x")],
        {"strict": (1, 0, 0, 0, 0), "exact": (1, 0, 0, 0, 0), "partial": (1, 0, 0, 0, 0), "type": (1, 0, 0, 0, 0)},
    ),
    "same bounds, other label": (
        [(0, 5, "x")], [(0, 5, "y")],
        {"strict": (0, 1, 0, 0, 0), "exact": (1, 0, 0, 0, 0), "partial": (1, 0, 0, 0, 0), "type": (0, 1, 0, 0, 0)},
    ),
    "overlap, same label": (
        [(0, 5, "x")], [(3, 8, "x")],
        {"strict": (0, 1, 0, 0, 0), "exact": (0, 1, 0, 0, 0), "partial": (0, 0, 1, 0, 0), "type": (1, 0, 0, 0, 0)},
    ),
    "overlap, other label": (
        [(0, 5, "x")], [(3, 8, "y")],
        {"strict": (0, 1, 0, 0, 0), "exact": (0, 1, 0, 0, 0), "partial": (0, 0, 1, 0, 0), "type": (0, 1, 0, 0, 0)},
    ),
    "missed": (
        [(0, 5, "x")], [],
        {"strict": (0, 0, 0, 1, 0), "exact": (0, 0, 0, 1, 0), "partial": (0, 0, 0, 1, 0), "type": (0, 0, 0, 1, 0)},
    ),
    "spurious": (
        [], [(0, 5, "x")],
        {"strict": (0, 0, 0, 0, 1), "exact": (0, 0, 0, 0, 1), "partial": (0, 0, 0, 0, 1), "type": (0, 0, 0, 0, 1)},
    ),
    "touching is no overlap": (
        [(0, 5, "x")], [(5, 8, "x")],
        {"strict": (0, 0, 0, 1, 1), "exact": (0, 0, 0, 1, 1), "partial": (0, 0, 0, 1, 1), "type": (0, 0, 0, 1, 1)},
    ),
    "two halves of one": (
        [(0, 10, "x")], [(0, 6, "x"), (6, 10, "x")],
        {"strict": (0, 1, 0, 0, 1), "exact": (0, 1, 0, 0, 1), "partial": (0, 0, 1, 0, 1), "type": (1, 0, 0, 0, 1)},
    ),
    "all together": (
        [(0, 5, "x"), (10, 15, "x"), (20, 25, "x"), (30, 35, "x"), (40, 45, "x")],
        [(0, 5, "x"), (10, 15, "y"), (23, 28, "x"), (33, 38, "y"), (50, 55, "x")],
        {"strict": (1, 3, 0, 1, 1), "exact": (2, 2, 0, 1, 1), "partial": (2, 0, 2, 1, 1), "type": (2, 2, 0, 1, 1)},
    ),
}  # fmt: skip


def marked(spans) -> list[Marked]:
    return [
        Marked(Mention(start=start, end=end, text="", sentence=""), label)
        for start, end, label in spans
    ]


@pytest.mark.parametrize(("gold_spans", "found", "expected"), WORKED.values(), ids=WORKED.keys())
def test_semeval_2013_schemes(gold_spans, found, expected) -> None:
    """Every scheme counts what its definition says."""
    sides = marked(gold_spans), marked(found)
    counts = scheme_counts(*sides, align_mentions(*sides))
    names = ("correct", "incorrect", "partial", "missed", "spurious")
    assert {s: tuple(getattr(c, n) for n in names) for s, c in counts.items()} == expected


def test_partial_earns_half() -> None:
    """Credit, possible and actual of the example above in the partial scheme: 3 of 5 and 5."""
    counts = Counts(correct=2, partial=2, missed=1, spurious=1)
    assert (counts.credit, counts.possible, counts.actual) == (3.0, 5, 5)


def result(gold_article, record, fact_type="populations"):
    return score_article(gold_article, record).types[fact_type]


def fact_counts(gold_article, record, fact_type="populations") -> tuple[int, int, int]:
    counts = result(gold_article, record, fact_type).counts["fact"]
    return counts.correct, counts.missed, counts.spurious


@pytest.mark.parametrize(
    ("in_gold", "found", "expected"),
    [
        ([], [], (0, 0, 0)),
        ([people("20", 20)], [], (0, 1, 0)),
        ([], [people("20", 20)], (0, 0, 1)),
        ([people("20", 20)], [people("20", 20)], (1, 0, 0)),
        ([people("20", 20)], [people("30", 20)], (1, 0, 0)),
        ([people("20", 20)], [people("20", 21)], (0, 1, 1)),
        ([people("20", 20)], [people("20", 20), people("30", 20)], (1, 0, 1)),
        ([people("20", 20), people("30", 20)], [people("30", 20)], (1, 1, 0)),
    ],
)
def test_facts_match_one_to_one_by_value(in_gold, found, expected) -> None:
    """A fact is found where its value is, once."""
    text = "20 and 30"
    sides = gold(text, populations=in_gold), predicted(text, populations=found)
    assert fact_counts(*sides) == expected


def test_shared_text_then_fields_decide_among_equal_values() -> None:
    """Two facts of one value are each compared with the prediction at their own place."""
    text = "20 left, 20 died"
    facts = [people("20", 20, kind="moved"), people("20#2", 20, kind="lost")]
    scored = result(gold(text, populations=facts), predicted(text, populations=facts[::-1]))
    assert scored.findings == ()
    assert scored.fields["kind"].right == 2


@pytest.mark.parametrize(
    ("in_gold", "found", "expected"),
    [
        ([], [people("200 souls", 200)], (0, 0, 0)),
        ([], [people("00 souls", 200)], (0, 0, 0)),
        ([], [people("200 souls or", 200)], (0, 0, 1)),
        ([people("200 souls", 200)], [], (0, 0, 0)),
        ([people("30 men", 30)], [people("200 souls", 30)], (0, 1, 0)),
        (
            [people("30 men", 30)],
            [{"mentions": ["200 souls", "30 men"], "value": 30}],
            (1, 0, 0),
        ),
    ],
)
def test_mentions_inside_an_ignored_stretch_count_for_nothing(in_gold, found, expected) -> None:
    """Inside means wholly inside; a fact lives on by its other mentions."""
    text = "200 souls or 30 men"
    article = gold(text, ignore=("200 souls",), populations=in_gold)
    record = predicted(text, populations=found)
    assert fact_counts(article, record) == expected
    strict = result(article, record).counts["strict"]
    assert (strict.correct, strict.missed, strict.spurious) == expected


def test_a_missing_record_is_all_misses() -> None:
    """Without a prediction every gold fact is missed."""
    scored = score_article(gold(TEXT, **FULL), None)
    assert all(t.counts["fact"] == Counts(missed=1) for t in scored.types.values())


def test_fields_are_counted_over_matched_facts() -> None:
    """A wrong field counts once; `stated` leaves out what the gold does not state."""
    text = "20 and 30 and 40"
    scored = result(
        gold(text, populations=[people("20", 20, group="Koreans"), people("30", 30)]),
        predicted(
            text, populations=[people("20", 20), people("30", 30, group="men"), people("40", 40)]
        ),
    )
    group, qualifier = scored.fields["group"], scored.fields["qualifier"]
    assert (group.right, group.total, group.right_stated, group.stated) == (0, 2, 0, 1)
    assert (qualifier.right, qualifier.total, qualifier.stated) == (2, 2, 2)


def test_label_pairs_hold_confusions_misses_and_extras() -> None:
    """Aligned mentions give both labels, others one."""
    text = "20 and 30 and 40"
    scored = result(
        gold(text, populations=[people("20", 20, kind="moved"), people("30", 30, kind="lost")]),
        predicted(text, populations=[people("20", 1), people("40", 40, kind="other")]),
    )
    found = {(pair.gold, pair.predicted): pair.count for pair in scored.labels}
    assert found == {("moved", "resident"): 1, ("lost", None): 1, (None, "other"): 1}


def test_findings_name_what_went_wrong() -> None:
    """A miss and the extra at its place name each other; a field names both values."""
    text = "In 1937 came 20, in 1938 came 30 thousand"
    article = gold(text, populations=[people("20", 20, time="1937"), people("30 thousand", 30000)])
    record = predicted(text, populations=[people("20", 20, time="1938"), people("30", 30)])
    found = [(f.kind, f.field, f.gold, f.predicted) for f in result(article, record).findings]
    assert found == [
        ("miss", None, "30 000 persons", "30 persons"),
        ("extra", None, "30 000 persons", "30 persons"),
        ("field", "time", "1937", "1938"),
    ]


def test_a_finding_points_at_its_own_side() -> None:
    """An extra is looked for where it was predicted, a miss where the gold has it."""
    text = "12 May 1937"
    scored = result(
        gold(text, dates=[day("12 May 1937", "1937-05-12", "day")]),
        predicted(text, dates=[day("1937", "1937")]),
        "dates",
    )
    assert [(f.kind, f.mention.text) for f in scored.findings] == [
        ("miss", "12 May 1937"),
        ("extra", "1937"),
    ]


def test_confidence_is_kept_with_the_judgement() -> None:
    """Every predicted fact says how sure it was and whether it was right."""
    text = "20 and 30"
    scored = result(
        gold(text, populations=[people("20", 20)]),
        predicted(
            text, populations=[people("20", 20, confidence=0.9), people("30", 30, confidence=0.4)]
        ),
    )
    assert [(j.confidence, j.correct) for j in scored.judged] == [(0.9, True), (0.4, False)]
