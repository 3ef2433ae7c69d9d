"""Formal problems of gold: each rule sees its own, all are listed, sound gold has none."""

import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest
from making import gold, people
from tooling import TEXT, sample

from pipeline.annotating.checking import check
from pipeline.annotating.rules import RULES

DEV = Path(__file__).parents[2] / "corpus" / "gold" / "dev.jsonl"
Line = dict[str, Any]


def line_of(article) -> Line:
    return json.loads(article.model_dump_json())


def problems(*lines: Line | str) -> list[tuple[int, str, str | None, str, str]]:
    """Line, rule, fact, what was seen and what to do."""
    texts = [line if isinstance(line, str) else json.dumps(line) for line in lines]
    _, found = check("\n".join(texts).encode())
    return [(p.line, p.rule, p.fact, p.seen, p.remedy) for p in found]


def changed(path: str, value: object) -> Line:
    """The sample's line with one value replaced: "dates.0.kind"."""
    line = line_of(sample())
    *parents, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    place: Any = line
    for step in parents:
        place = place[step]
    place[last] = value
    return line


def mention(surface: str) -> Line:
    start = TEXT.index(surface)
    return {"start": start, "end": start + len(surface), "text": surface, "sentence": TEXT}


SAME_YEAR = {
    "id": "date-3",
    "mentions": [mention("1953")],
    "edtf": "1945",
    "kind": "year",
    "earliest": "1945-01-01",
    "latest": "1945-12-31",
}
MENTIONS = line_of(sample())["populations"][0]["mentions"]
IGNORED = line_of(sample())["ignore"][0]
EARLIER = {"start": 0, "end": 2, "text": line_of(sample())["text"][:2]}
DATES = line_of(sample())["dates"]


def test_a_byte_order_mark_is_no_problem() -> None:
    """Some editors write one."""
    assert check(sample().model_dump_json().encode("utf-8-sig")) == (1, ())


def test_a_record_is_told_as_such() -> None:
    """By one problem, not one for each field that it lacks."""
    line = line_of(sample())
    for name in ("text", "format", "style", "ignore", "input"):
        line.pop(name)
    ((_, rule, _, seen, remedy),) = problems(line)
    assert (rule, remedy) == ("schema", "give a file of gold")
    assert seen.startswith("a record, not gold")


# Rule: what is changed in the sample, the fact it is found in, what is seen and what to do.
CASES = [
    ("text", "article.n_chars", 5, None, "n_chars 5, the text has 214", "set it to that"),
    ("text", "article.sha256", "ab" * 32, None, "sha256 abababababab… is neither", "set it to "),
    (
        "surfaces",
        "dates.1.mentions.0.text",
        "1946",
        "date-2",
        "is '1945' in the text, not '1946'",
        "mend the offsets",
    ),
    (
        "surfaces",
        "ignore.0.text",
        "any",
        None,
        "is 'some' in the text, not 'any'",
        "mend the offsets",
    ),
    (
        "sentences",
        "dates.0.mentions.0.sentence",
        "No.",
        "date-1",
        "'1937' is not in its sentence 'No.'",
        "give the sentence",
    ),
    (
        "edges",
        "dates.1.mentions.0",
        mention("in 1945"),
        "date-2",
        "'in 1945' begins with 'in'",
        "leave it out",
    ),
    (
        "edges",
        "dates.1.mentions.0",
        mention(" 1945"),
        "date-2",
        "white space at an edge of ' 1945'",
        "leave it out",
    ),
    (
        "edges",
        "organizations.0.mentions.0",
        mention("«Avangard"),
        "org-1",
        "'«Avangard' begins with '«'",
        "leave it out",
    ),
    (
        "overlaps",
        "populations.0.mentions.1",
        mention("20 thousand Koreans"),
        "pop-1",
        "overlaps 35:60 of pop-1",
        "keep one of them",
    ),
    (
        "ignored",
        "ignore.0",
        {"start": 28, "end": 34, "text": "n 1937"},
        "date-1",
        "mention 30:34 is in the ignored 28:34",
        "take out",
    ),
    ("ignored", "ignore", [IGNORED, EARLIER], None, "stretches are not in text order", "sort them"),
    (
        "ids",
        "dates.0.id",
        "date-7",
        "date-7",
        "id 'date-7' of the 1. date of the text",
        "call it 'date-1'",
    ),
    ("ids", "populations.0.mentions", MENTIONS[::-1], "pop-1", "not in text order", "sort them"),
    ("ids", "dates", DATES[::-1], None, "dates are not in order of first mention", "sort them"),
    (
        "quantities",
        "populations.0.low",
        20000,
        "pop-1",
        "approximate with value 20000, low 20000",
        "give a value and no bounds",
    ),
    (
        "quantities",
        "populations.0.value",
        None,
        "pop-1",
        "approximate with value None",
        "give a value and no bounds",
    ),
    (
        "quantities",
        "populations.0.qualifier",
        "more_than",
        "pop-1",
        "more_than with value 20000, low None",
        "give value = low and no high",
    ),
    (
        "quantities",
        "percentages.0.qualifier",
        "at_most",
        "pct-1",
        "at_most with value 6.2",
        "give value = high and no low",
    ),
    (
        "quantities",
        "percentages.0.qualifier",
        "range",
        "pct-1",
        "range with value 6.2",
        "give low below high and no value",
    ),
    ("dates", "dates.0.kind", "decade", "date-1", "kind decade with edtf '1937'", "give the kind"),
    ("dates", "dates.0.edtf", None, "date-1", "year without edtf", "give its EDTF string"),
    (
        "dates",
        "dates.0.approximate",
        True,
        "date-1",
        "approximate true with edtf '1937'",
        "let approximate and the mark ~ agree",
    ),
    (
        "dates",
        "dates.0.edtf",
        "1937?",
        "date-1",
        "uncertain false with edtf '1937?'",
        "let uncertain and the mark ? agree",
    ),
    (
        "bounds",
        "dates.0.latest",
        "1937-12-30",
        "date-1",
        "bounds 1937-01-01 to 1937-12-30 of 1937",
        "set them to 1937-01-01 and 1937-12-31",
    ),
    (
        "bounds",
        "dates.0.edtf",
        "1937-XX",
        "date-1",
        "edtf '1937-XX' is EDTF, but no form of the contract",
        "write it as",
    ),
    (
        "times",
        "populations.0.time",
        "1937~",
        "pop-1",
        "time '1937~' has a mark",
        "write the bare EDTF string",
    ),
    (
        "places",
        "populations.0.place.code",
        "Kazakhstan",
        "pop-1",
        "place code 'Kazakhstan'",
        'write ISO 3166 ("KZ", "KZ-ALM") or null',
    ),
    (
        "places",
        "populations.0.place.name",
        " ",
        "pop-1",
        "a place without name",
        "name it, or set place to null",
    ),
    (
        "names",
        "organizations.0.name",
        "the Avangard",
        "org-1",
        "name 'the Avangard' begins with 'the '",
        "leave it out",
    ),
    (
        "names",
        "organizations.0.aliases",
        ["Avangard"],
        "org-1",
        "alias 'Avangard' comes twice",
        "name it once",
    ),
    (
        "leaders",
        "organizations.0.leaders.0.start",
        30,
        "org-1",
        "leader 'Kim Roman' at 30:",
        "mend the offsets",
    ),
    (
        "duplicates",
        "dates",
        [*DATES, SAME_YEAR],
        "date-3",
        "says what date-2 says: '1953'",
        "give its mentions to date-2",
    ),
]


@pytest.mark.parametrize(("rule", "path", "value", "fact", "seen", "remedy"), CASES)
def test_a_rule_sees_what_breaks_it(rule, path, value, fact, seen, remedy) -> None:
    """Line, fact, what was seen, what to do."""
    found = [p for p in problems(changed(path, value)) if p[1] == rule]
    assert found, problems(changed(path, value))
    assert found[0][0] == 1
    assert found[0][2] == fact
    assert seen in found[0][3]
    assert found[0][4].startswith(remedy)


def test_every_rule_has_a_case() -> None:
    """A rule that nothing breaks could not fail."""
    assert {rule for rule, *_ in CASES} == set(RULES)


def test_the_guide_lists_the_rules() -> None:
    """All of them, and no other."""
    guide = (DEV.parents[2] / "docs" / "guide" / "annotating.md").read_text(encoding="utf-8")
    table = guide.partition("| rule | holds |")[2].partition("\n\n")[0]
    listed = {
        name for row in table.splitlines()[2:] for name in re.findall(r"`(\w+)`", row.split("|")[1])
    }
    assert listed == {*RULES, "json", "schema", "article"}


def test_sound_gold_has_no_problem() -> None:
    """The sample, and an article without facts."""
    assert problems(line_of(sample()), line_of(gold("Nothing here.", "b"))) == []


def test_the_development_gold_is_sound() -> None:
    """All of it, by every rule."""
    lines, found = check(DEV.read_bytes())
    assert lines > 0
    assert found == ()


@pytest.mark.parametrize(
    ("path", "value", "fact", "seen"),
    [
        (
            "populations.0.kind",
            "gone",
            "pop-1",
            "populations.0.kind: 'gone': Input should be 'resident', 'moved'",
        ),
        (
            "populations.0.time",
            "37",
            "pop-1",
            "populations.0.time: '37': Value error, '37' is no EDTF string",
        ),
        ("dates.0.mentions", [], "date-1", "dates.0.mentions: Tuple should have at least 1 item"),
        ("dates.0.mentions.0.end", 3, "date-1", "empty span 30:3"),
        ("populations.0.size", 1, "pop-1", "populations.0.size: 1: Extra inputs are not permitted"),
        ("style", "odd", None, "style: 'odd': Input should be 'edited' or 'translated'"),
        ("article.id", None, None, "article.id: None: Input should be a valid string"),
    ],
)
def test_what_the_schema_forbids_is_told(path, value, fact, seen) -> None:
    """Enums, EDTF, missing and strange fields, by place."""
    found = problems(changed(path, value))
    assert (found[0][1], found[0][2]) == ("schema", fact)
    assert seen in found[0][3]


def test_all_problems_are_listed_at_once() -> None:
    """Two broken facts of a line, what its sound facts break, and the other lines."""
    line = changed("populations.0.kind", "gone")
    line["percentages"][0]["value"] = "many"
    line["dates"][0]["latest"] = None
    line["dates"][1]["id"] = "date-5"
    found = problems(line, "", "{", "[]", line_of(sample("b")), line_of(sample("b")))
    assert [(number, rule, fact) for number, rule, fact, *_ in found] == [
        (1, "schema", "pop-1"),
        (1, "schema", "pct-1"),
        (1, "bounds", "date-1"),
        (3, "json", None),
        (4, "json", None),
        (6, "article", None),
    ]
    assert found[-1][3] == "the id 'b' is that of line 5 too"


def test_a_fact_without_an_id_is_named_by_its_place() -> None:
    """There is nothing else to call it."""
    line = line_of(sample())
    del line["dates"][1]["id"]
    assert problems(line)[0][1:3] == ("schema", "dates[1]")


def test_the_hash_may_be_that_of_the_source_file(tmp_path, monkeypatch) -> None:
    """A file in another encoding has other bytes than its text in UTF-8."""
    monkeypatch.chdir(tmp_path)
    text = "В 1937 году 200 человек"
    article = gold(text, populations=[people("200 человек", 200, id="pop-1")])
    line = line_of(article)
    Path("a.txt").write_bytes(text.encode("cp1251"))
    line["article"]["sha256"] = hashlib.sha256(text.encode("cp1251")).hexdigest()
    assert problems(line) == []
    Path("a.txt").unlink()
    assert [p[1] for p in problems(line)] == ["text"]


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ({"time": "1937"}, {"time": "1937"}, True),
        ({"time": "1937"}, {"time": "1938"}, False),
        ({"group": "Kurds"}, {}, False),
    ],
)
def test_counts_are_duplicates_where_all_they_say_is_the_same(first, second, same) -> None:
    """Of one number, but of two years or peoples, they are two facts."""
    text = "20 men came. 20 men left."
    counts = [
        people("20 men", 20, id="pop-1", **first),
        people("20 men#2", 20, id="pop-2", **second),
    ]
    found = problems(line_of(gold(text, populations=counts)))
    assert [p[1] for p in found] == (["duplicates"] if same else [])


@pytest.mark.parametrize(
    ("text", "sentence", "held"),
    [
        ("20&nbsp;thousand <b>Kurds</b>", "Some 20 thousand Kurds came.", True),
        ("«Qazaq» [3]", 'They read "Qazaq".', True),
        ("1.5 mln. people", "There were 1.5 mln.", True),
        ("1.5 mln. people", "There were 2 mln.", False),
        ("approx. 5 200 workers", "The company had approx.", True),
        ("Institute named after A.Kh. Margulan", "The Institute named after A.Kh.", True),
        ("Perinatal Center No. 2", "Born in Perinatal Center", True),
        ("19,0 %", "| 135 214 | 19,0", True),
        (
            "about 12 Kurds lived in Zhambyl Region. The",
            "Here about 12 Kurds lived in Zhambyl Region.",
            False,
        ),
        ("20 Kurds. They", "There came 20 Kurds.", False),
        ("in 1937. The", "They came in 1937.", False),
        ("20 Kurds came", "There were 20 Kurds", False),
        ("20 Kurds", "20 Greeks", False),
    ],
)
def test_a_mention_is_looked_for_as_it_is_read(text, sentence, held) -> None:
    """Entities, tags, quotes and footnote marks apart; it may go on behind an abbreviation."""
    article = sample()
    (fact, *others) = article.dates
    mention = fact.mentions[0].model_copy(update={"text": text, "sentence": sentence})
    dates = (fact.model_copy(update={"mentions": (mention,)}), *others)
    flaws = list(RULES["sentences"](article.model_copy(update={"dates": dates})))
    assert (flaws == []) is held
