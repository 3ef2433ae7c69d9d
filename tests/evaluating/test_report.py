"""The page: self-contained, escaped, accessible, every error in its sentence."""

import sys

import pytest
from lxml import html
from making import FULL, TEXT, gold, people, predicted

from pipeline.errors import OutputError
from pipeline.evaluating.metrics import evaluate
from pipeline.evaluating.report import confusion_table, render
from pipeline.records import FACT_TYPES

HOSTILE = "<script>alert('x')</script> & <img src=//evil.example> came 20 men</blockquote>"


def page_of(articles, records) -> str:
    evaluation = evaluate(articles, records, gold_sha256="0" * 64)
    return render(evaluation, articles, records, "<i>dev</i>.jsonl")


@pytest.fixture(scope="module")
def page() -> str:
    """Everything missed in a hostile article, one field wrong in a tame one."""
    wrong = {**FULL, "populations": [{**FULL["populations"][0], "kind": "lost"}]}
    articles = [
        gold(HOSTILE, "<b>", populations=[people("20 men", 20, group="<i>men</i>")]),
        gold(TEXT, "tame", **FULL),
    ]
    name = {"mentions": ["evil.example"], "name": "<u>Evil</u>"}
    hostile = predicted(HOSTILE, "<b>", organizations=[name])
    return page_of(articles, {"<b>": hostile, "tame": predicted(TEXT, "tame", **wrong)})


@pytest.fixture(scope="module")
def tree(page):
    return html.document_fromstring(page)


def test_texts_of_articles_are_escaped(tree) -> None:
    """No tag of an article, an id or a name becomes a tag of the page."""
    assert tree.xpath("//script | //img | //u | //i | //b") == []
    assert "<u>Evil</u>" in tree.text_content()
    assert "alert('x')" in tree.text_content()


def test_the_page_loads_nothing(tree, page) -> None:
    """No address leads out of the page, and its content policy forbids all loading."""
    addresses = tree.xpath("//@href | //@src | //@srcset | //@action | //@data")
    assert all(address.startswith("#") for address in addresses)
    assert tree.xpath("//link | //iframe | //object | //embed | //form") == []
    policy = tree.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")
    assert policy.startswith("default-src 'none'")
    assert "@import" not in page
    assert "url(http" not in page


def test_ids_are_unique_and_links_lead_somewhere(tree) -> None:
    """Charts, sections and errors share no id; every error can be linked to."""
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    targets = {link.removeprefix("#") for link in tree.xpath("//a/@href")}
    assert targets <= set(ids)
    assert {"errors", "populations-miss", "error-1", "error-2", "error-3"} <= targets


def test_the_page_is_accessible(tree) -> None:
    """A language, a title, captions and scopes for tables, names for charts, marks told in words."""
    assert tree.get("lang") == "en"
    assert tree.xpath("string(//title)")
    tables = tree.xpath("//table")
    assert len(tables) >= 10
    assert all(table.xpath("caption") for table in tables)
    assert all(cell.get("scope") for cell in tree.xpath("//th"))
    assert tree.xpath("//select/@id") == tree.xpath("//label/@for") != []
    assert all(mark.xpath("span[@class='sr']") for mark in tree.xpath("//blockquote//mark"))


def test_charts_are_named_and_told_in_words(tree) -> None:
    """The name and the description that the picture refers to; the numbers are in the description."""
    charts = tree.xpath("//svg[@role='img']")
    assert [chart.xpath("string(title)") for chart in charts] == [
        "F1 of facts by type",
        "Accuracy of fields of matched facts",
        "Precision by confidence",
    ]
    for chart in charts:
        assert chart.get("aria-labelledby").split() == chart.xpath("title/@id | desc/@id")
    words = [chart.xpath("string(desc)") for chart in charts]
    assert "populations 0.667 [0.000, 1.000]; percentages 1.000" in words[0]
    assert "populations kind 0.000" in words[1]
    assert words[2] == "confidence 1.000: precision 0.800 of 5"


def test_every_error_stands_in_its_sentence(tree) -> None:
    """Both values, and the error outlined in its sentence, marked by who has it."""
    shown = [
        (
            [value.text_content() for value in item.xpath("ul/li/span")],
            item.xpath(".//span[@class='focus']/mark/@class"),
            item.xpath("string(.//span[@class='focus'])"),
        )
        for item in tree.xpath("//ol[@class='found']/li")
    ]
    assert shown == [
        (["value", "gold 20 persons", "predicted –"], ["gold"], "[gold: 20 men]"),
        (
            ["kind", "gold moved", "predicted lost"],
            ["both"],
            "[both: about 20 thousand Koreans]",
        ),
        (
            ["value", "gold –", "predicted <u>Evil</u>"],
            ["predicted"],
            "[predicted: evil.example]",
        ),
    ]


def test_errors_are_counted_and_linked_by_type_and_kind(tree) -> None:
    """Nought is no link."""
    rows = tree.xpath("//table[caption='Number of errors']/tbody/tr")
    assert [row.xpath("th | td")[0].text for row in rows] == list(FACT_TYPES)
    assert [[cell.text_content() for cell in row.xpath("td")] for row in rows] == [
        ["1", "0", "1"],
        ["0", "0", "0"],
        ["0", "1", "0"],
        ["0", "0", "0"],
    ]
    assert rows[0].xpath("td/a/@href") == ["#populations-miss", "#populations-field"]


def test_every_article_and_slice_is_scored(tree) -> None:
    """The worst article first; both articles are short, edited text."""
    cells = tree.xpath("//table[caption='Facts of all types by article']/tbody/tr")
    assert [[cell.text_content() for cell in row] for row in cells] == [
        ["<b>", "edited", "0.000", "1", "1", "1", "0"],
        ["tame", "edited", "1.000", "4", "0", "0", "1"],
    ]
    slices = tree.xpath("//table[contains(caption, 'by slice')]/tbody/tr")
    assert [(row[0].text, row[1].text) for row in slices] == [
        ("source: txt", "2"),
        ("length: short", "2"),
        ("style: edited", "2"),
    ]


def test_the_page_says_what_was_judged(tree) -> None:
    """The file of the gold, and what made the predictions."""
    assert tree.xpath("string(//h1)") == "Extraction accuracy on <i>dev</i>.jsonl"
    assert tree.xpath("string(//title)") == "Extraction accuracy on <i>dev</i>.jsonl: F1 0.800"
    assert "Predicted by pipeline 1.0.0, model none, config –" in tree.text_content()


def test_the_same_evaluation_gives_the_same_page(page) -> None:
    """No clock and no chance in it."""
    articles = [gold(TEXT, **FULL)]
    pages = {page_of(articles, {"a": predicted(TEXT, **FULL)}) for _ in range(2)}
    assert len(pages) == 1


def test_a_page_without_facts_is_a_page() -> None:
    """Nothing in the gold, nothing predicted: empty charts, drawn without a warning."""
    tree = html.document_fromstring(page_of([gold("Nothing.")], {}))
    assert "populations: no mentions on either side" in tree.text_content()
    assert tree.xpath("//ol[@class='found']/li") == []
    assert [words.text for words in tree.xpath("//svg/desc")] == [
        "no facts",
        "no facts",
        "no predictions",
    ]


@pytest.mark.parametrize("name", ["b", "ab"])
def test_charts_show_ratios_of_nought_and_without_interval(name) -> None:
    """Everything missed, in one article and in two."""
    articles = [gold(TEXT, letter, **FULL) for letter in name]
    tree = html.document_fromstring(page_of(articles, {}))
    assert tree.xpath("string(//svg/desc)").startswith("populations 0.000")


def test_charts_need_matplotlib(monkeypatch) -> None:
    """The message says what to install."""
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(OutputError, match=r"ehistory-pipeline\[report\]"):
        page_of([gold("Nothing.")], {})


def test_confusions_have_a_row_and_column_for_no_mention() -> None:
    """Labels in order, "(none)" last."""
    text = "20 and 30 and 40"
    article = gold(text, populations=[people("20", 20, kind="moved"), people("30", 30)])
    record = predicted(text, populations=[people("20", 20, kind="lost"), people("40", 40)])
    table = confusion_table(evaluate([article], {"a": record}), "populations")
    assert table.columns == ("lost", "moved", "resident", "(none)")
    assert dict(table.rows) == {
        "lost": (0, 0, 0, 0),
        "moved": (1, 0, 0, 0),
        "resident": (0, 0, 0, 1),
        "(none)": (0, 0, 1, 0),
    }
