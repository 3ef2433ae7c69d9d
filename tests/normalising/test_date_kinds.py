"""What a date says beside its EDTF: its kind, its part, and how sure it is; and where a reading is none."""

from collections.abc import Mapping

import pytest
from edtf_validate.valid_edtf import is_valid

from pipeline.normalising import date_patterns
from pipeline.normalising.date_patterns import Rule
from pipeline.normalising.dates import find_dates


@pytest.mark.parametrize(
    ("text", "edtf", "kind"),
    [
        ("1 December 1991", "1991-12-01", "day"),
        ("New Year's Day 1942", "1942-01-01", "day"),
        ("01.12.1991", "1991-12-01", "day"),
        ("12.04.30", "2030-04-12", "day"),
        ("12.04.31", "1931-04-12", "day"),
        ("12 (25) October 1917", "1917-10-25", "day"),
        ("25 October (7 November) 1917", "1917-11-07", "day"),
        ("28 February (1 March) 1917", "1917-03-01", "day"),
        ("6 (18) May 1868", "1868-05-18", "day"),
        ("9/X 1941", "1941-10-09", "day"),
        ("21–26 July 1917", "1917-07-21/1917-07-26", "interval"),
        ("22 March", "XXXX-03-22", "recurring"),
        ("early March", "XXXX-03", "recurring"),
        ("May 1999", "1999-05", "month"),
        ("2014-10", "2014-10", "month"),
        ("2010-10", "2010-10", "month"),
        ("1905-07", "1905/1907", "interval"),
        ("1991-12", "1991-12", "month"),
        ("April–June 1918", "1918-04/1918-06", "interval"),
        ("spring of 1932", "1932-21", "season"),
        ("autumn-winter of 1932", "1932-23/1932-24", "interval"),
        ("in 2008", "2008", "year"),
        ("1 BC", "0000", "year"),
        ("1941-1945", "1941/1945", "interval"),
        ("209 BC to 174 BC", "-0208/-0173", "interval"),
        ("1932-33", "1932/1933", "interval"),
        ("1991 to the present", "1991/..", "interval"),
        ("the 1930s", "193X", "decade"),
        ("30s of the 19th century", "183X", "decade"),
        ("thirties of the twentieth century", "193X", "decade"),
        ("the nineteen thirties", "193X", "decade"),
        ("the second decade of the XX century", "191X", "decade"),
        ("the 1850–60s", "185X/186X", "interval"),
        ("the 1930–1940s", "193X/194X", "interval"),
        ("30-40s", "193X/194X", "interval"),
        ("late 80s", "198X", "decade"),
        ("the XXI century", "20XX", "century"),
        ("3rd century BC", "-02XX", "century"),
        ("XV–XVIII centuries", "14XX/17XX", "interval"),
        ("II–III century BC", "-02XX/-01XX", "interval"),
        ("the 1st millennium BC", "-0XXX", "millennium"),
        ("the 10th millennium BC", "-9XXX", "millennium"),
        ("III–II millennium BC", "-2XXX/-1XXX", "interval"),
    ],
)
def test_a_date_has_its_kind(text: str, edtf: str, kind: str) -> None:
    """One kind a way of writing."""
    (match,) = find_dates(text)
    assert (match.value.edtf, match.value.kind) == (edtf, kind)
    assert is_valid(edtf)


@pytest.mark.parametrize(
    "text",
    [
        "40-30s",
        "the XXII century",
        "the IIX century",
        "the XV–XXII centuries",
        "the XXII–XXIII centuries",
        "the 11th millennium BC",
        "the IIX millennium",
        "the III–IIX millennium BC",
        "30.02.1918",
        "1918-02-30",
    ],
)
def test_what_no_calendar_has_is_no_date(text: str) -> None:
    """Decades that run backward, numerals that are none, centuries to come, days beyond their month."""
    assert find_dates(text) == ()


@pytest.mark.parametrize(
    ("text", "edtf", "approximate", "uncertain"),
    [
        ("1465", "1465", False, False),
        ("about 1465", "1465~", True, False),
        ("1465 (?)", "1465?", False, True),
        ("1465?", "1465?", False, True),
        ("probably in 1465", "1465?", False, True),
        ("possibly the 1930s", "193X", False, True),
        ("around the 1930s", "193X", True, False),
        ("about the 80s", "198X", True, False),
        ("the 80s", "198X", False, False),
        ("circa 1465-1466", "1465~/1466", True, False),
        ("about 1445 – 1521", "1445~/1521", True, False),
        ("c.1680", "1680~", True, False),
        ("ca 1680", "1680~", True, False),
        ("c.1445-1521", "1445~/1521", True, False),
        ("about 200-150 B.C.", "-0199~/-0149", True, False),
        ("about 1930-40s", "193X/194X", True, False),
        ("perhaps 1465-1466", "1465?/1466?", False, True),
        ("about 200 B.C.", "-0199~", True, False),
        ("approximately May 1999", "1999-05~", True, False),
    ],
)
def test_a_date_tells_how_sure_it_is(
    text: str, edtf: str, approximate: bool, uncertain: bool
) -> None:
    """EDTF marks it on a day, month or year; of two years "about" on the first; the flags say it of any date."""
    (match,) = find_dates(text)
    value = match.value
    assert (value.edtf, value.approximate, value.uncertain) == (edtf, approximate, uncertain)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("the 1999 census", "1999"),
        ("The 1999 census", "1999"),
        ("the 1930-33 famine", "1930-33"),
        ("the 1930s", "the 1930s"),
        ("the end of 1937", "the end of 1937"),
        ("the year of 1991", "the year of 1991"),
        ("about 1465", "about 1465"),
        ("mid-1943", "mid-1943"),
        ("here (8th century BC) lies", "8th century BC"),
        ("here (530 BC) lies", "530 BC"),
        ("here (III-II centuries BC) lies", "III-II centuries BC"),
        ("here (3700-3100 BC) lies", "3700-3100 BC"),
        ("here (II-I millennium BC) lies", "II-I millennium BC"),
        ("the 8th century (BC) saw", "the 8th century (BC)"),
        ("in 530 BCE. Then", "530 BCE"),
        ("in 530 B.C. Then", "530 B.C."),
        ("the 2nd century AD. Then", "the 2nd century AD"),
        ("in 751 AD. Then", "751 AD"),
        ("in 751 A.D. then", "751 A.D."),
        ("the 1st millennium AD.", "the 1st millennium AD"),
        ("(1450?) was", "1450?"),
        ("1450 (?) was", "1450 (?)"),
        ("the 80s and 90s of the XX century", "the 80s"),
    ],
)
def test_a_date_begins_with_its_own_words(text: str, span: str) -> None:
    """The article of what a bare year is told of is none of them."""
    match = find_dates(text)[0]
    assert text[match.start : match.end] == span


@pytest.mark.parametrize(
    ("text", "edtfs"),
    [
        ("in 1916, 1917 and May 1918", ["1916", "1917", "1918-05"]),
        ("1 and 3 May 1918", ["1918-05-01", "1918-05-03"]),
        ("5, 6 and 7 May 1918", ["1918-05-05", "1918-05-06", "1918-05-07"]),
        ("the night of 16 on 17 December 1986", ["1986-12-16/1986-12-17"]),
        ("on 12/13 May 1918", ["1918-05-12/1918-05-13"]),
        ("of the '80s", ["198X"]),
        ("in the 30s and 40s of the XIX century", ["183X", "184X"]),
        ("the XVI, XVII and XVIII centuries", ["15XX", "16XX", "17XX"]),
        ("the end of January to the middle of March 1932", ["1932-01", "1932-03"]),
        ("the spring and in the autumn of 1931", ["1931-21", "1931-23"]),
        ("the spring, summer and autumn of 1931", ["1931-21", "1931-22/1931-23"]),
        ("from the II to the I millennium BC", ["-1XXX/-0XXX"]),
        ("30 February 1918", ["1918-02"]),
        ("31 April 1918", ["1918-04"]),
        ("29 February", ["XXXX-02-29"]),
        ("29 February 1900", ["1900-02"]),
        ("29 February 1904", ["1904-02-29"]),
    ],
)
def test_dates_that_share_a_word(text: str, edtfs: list[str]) -> None:
    """Several days of one month, decades of one century, the two days of a night; no day that is none."""
    assert [match.value.edtf for match in find_dates(text)] == edtfs


@pytest.mark.parametrize(
    ("text", "edtfs"),
    [
        ("On 20 November 69.44% of the voters came", ["XXXX-11-20"]),
        ("By November 20, 75.3 thousand people had voted", ["XXXX-11-20"]),
        ("On 3 May 95,256 refugees were counted", ["XXXX-05-03"]),
        ("On June 1 35 thousand people came", ["XXXX-06-01"]),
        ("on 12 May 190.5 thousand sheep were driven", ["XXXX-05-12"]),
        ("on 20 May 85", ["1985-05-20"]),
        ("on March 29, 90.", ["0090-03-29"]),
    ],
)
def test_what_is_counted_on_a_day_is_no_year(text: str, edtfs: list[str]) -> None:
    """A number behind a day is its year where nothing is counted by it, no share or amount."""
    assert [match.value.edtf for match in find_dates(text)] == edtfs


@pytest.fixture
def fresh_rules() -> Mapping[str, Rule]:
    """The rules by id, compiled from the lexicons as a new process does it."""
    for function in vars(date_patterns).values():
        if hasattr(function, "cache_clear"):
            function.cache_clear()
    return {rule.id: rule for rules in date_patterns.date_rules().values() for rule in rules}


def test_rules_know_what_they_begin_with(fresh_rules: Mapping[str, Rule]) -> None:
    """Their windows are tried at days or months alone, save where a row begins otherwise."""
    rows = ("day-month-year", "month-day-year", "month-year", "old-style-two-months", "century")
    heads = [fresh_rules[row].heads for row in rows]
    assert heads == ["day", "month", "month", "either", None]


@pytest.mark.usefixtures("fresh_rules")
@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("1 Sept. 1918", "1918-09-01"),
        ("Sept 1918", "1918-09"),
        ("early in May 1918", "1918-05"),
        ("the twenty-first century", "20XX"),
        ("the end of the XIX – beginning of the XX century", "18XX/19XX"),
        ("about the second half of the 1930s", "193X"),
    ],
)
def test_rules_read_the_longest_form_of_a_word(text: str, edtf: str) -> None:
    """ "Sept." is no "Sep" with letters left, "early in" no "early", "twenty-first" no "first"."""
    (match,) = find_dates(text)
    assert (text[match.start : match.end], match.value.edtf) == (text, edtf)


@pytest.mark.parametrize(
    ("text", "edtf", "part"),
    [
        ("the second quarter of the 9th century", "08XX", None),
        ("the third quarter of 1931", "1931", None),
        ("the second part of the 18th century", "17XX", None),
        ("the latter part of the 18th century", "17XX", "late"),
        ("the first ten days of May 1945", "1945-05", None),
        ("the first days of May 1945", "1945-05", "beginning"),
        ("the last years of the 19th century", "18XX", "end"),
        ("the mid-to-late 19th century", "18XX", None),
        ("the early to mid-1930s", "193X", None),
        ("the end of IV — the beginning of III century BC", "-03XX/-02XX", "turn"),
        ("the end of the 1st century BC – beginning of the 1st century AD", "-0099/00XX", "turn"),
        ("the end of VI — the beginning of III century BC", "-05XX/-02XX", None),
        ("the end of II century BC – beginning of III century AD", "-01XX/02XX", None),
    ],
)
def test_a_date_has_its_modifiers(text: str, edtf: str, part: str | None) -> None:
    """In its span; its part is null where the contract has no value for them."""
    (match,) = find_dates(text)
    assert text[match.start : match.end] == text
    assert (match.value.edtf, match.value.part) == (edtf, part)
