"""The page: self-contained, escaped, accessible, every error in its sentence."""

import sys

import pytest
from lxml import html
from making import FULL, TEXT, gold, people, predicted

from pipeline.errors import OutputError
from pipeline.evaluating.metrics import evaluate
from pipeline.evaluating.report import confusion_table, render

HOSTILE = "<script>alert('x')</script> & <img src=//evil.example> came 20 men</blockquote>"


def page_of(articles, records) -> str:
    return render(evaluate(articles, records, gold_sha256="0" * 64), articles, records)


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
    """The two charts and the sections share no id."""
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    targets = {link.removeprefix("#") for link in tree.xpath("//nav//a/@href")}
    assert targets <= set(ids)


def test_the_page_is_accessible(tree) -> None:
    """A language, a title, captions and scopes for tables, names for charts, marks told in words."""
    assert tree.get("lang") == "en"
    assert tree.xpath("string(//title)")
    tables = tree.xpath("//table")
    assert len(tables) >= 10
    assert all(table.xpath("caption") for table in tables)
    assert all(cell.get("scope") for cell in tree.xpath("//th"))
    assert [bool(chart.get("aria-label")) for chart in tree.xpath("//svg")] == [True, True]
    assert all(mark.xpath("span[@class='sr']") for mark in tree.xpath("//blockquote//mark"))


def test_every_error_stands_in_its_sentence(tree) -> None:
    """Gold only, predicted only and both are marked; the error itself is outlined."""
    shown = [
        (item.xpath("string(p[1])"), item.xpath(".//mark[contains(@class, 'focus')]/@class"))
        for item in tree.xpath("//ol[@class='errors']/li")
    ]
    assert shown == [
        ("miss populations: 20 persons", ["gold focus"]),
        ("field populations.kind: moved, predicted lost", ["both focus"]),
        ("extra organizations: <u>Evil</u>", ["predicted focus"]),
    ]


def test_the_same_evaluation_gives_the_same_page(page) -> None:
    """No clock and no chance in it."""
    articles = [gold(TEXT, **FULL)]
    pages = {page_of(articles, {"a": predicted(TEXT, **FULL)}) for _ in range(2)}
    assert len(pages) == 1


def test_a_page_without_facts_is_a_page() -> None:
    """Nothing in the gold, nothing predicted."""
    tree = html.document_fromstring(page_of([gold("Nothing.")], {}))
    assert "populations: no mentions on either side" in tree.text_content()
    assert tree.xpath("//ol[@class='errors']/li") == []


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
