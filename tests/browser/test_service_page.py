"""The service's page as a user has it in Chromium: articles in, facts seen, corrected, saved as gold."""

import json
import re
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner
from playwright.sync_api import Page, expect

from pipeline.annotating.command import check_command
from pipeline.records import ArticleRecord, json_schema

pytestmark = pytest.mark.browser

CONTRAST = (Path(__file__).parent / "contrast.js").read_text(encoding="utf-8")
PAGE = Path(__file__).parents[2] / "corpus" / "raw" / "kurds-in-kazakhstan.html"
PHONE = {"width": 390, "height": 844, "is_mobile": True}
TYPES = ("populations", "percentages", "organizations", "dates")
PATIENCE = 60_000  # milliseconds for what the model has to do, on a busy machine

TEXT = (
    "In 1989 about 12 thousand Kurds lived in Zhambyl Region, 6.2 percent of the population. "
    "The Association of Kurds of Kazakhstan was founded in 1993.\n\n"
    "Then several dozen families came, and 300 Greeks left."
)
RUN = "window.ran = document.title = 'ran'"
HOSTILE = (
    f'<script>{RUN}</script><img src=x onerror="{RUN}"></textarea></article><svg onload="{RUN}"> '
    f"In 1989 about 12 thousand Kurds came to the Union of <b>Bold</b> Writers. {'x' * 400}"
)


@pytest.fixture
def opened(visit, server):
    """`opened(text, **options)`: the page with an article's facts."""

    def with_article(text: str = TEXT, **options):
        visited = visit(server.url, **options)
        visited.page.set_default_timeout(PATIENCE)
        visited.page.get_by_label("Paste an article").fill(text)
        visited.page.get_by_role("button", name="Find facts").click()
        visited.page.locator("#article mark").first.wait_for()
        return visited

    return with_article


def marks(page: Page, kind: str = "") -> list[str]:
    return page.locator(f"#article mark{kind}").all_inner_texts()


def rows(page: Page, kind: str) -> list[str]:
    """The values of the facts of a type."""
    return [
        text.split("×")[0].strip()
        for text in page.locator(f".{kind} button.fact").all_inner_texts()
    ]


def select(page: Page, words: str) -> None:
    """Select words as a user does without a mouse."""
    page.get_by_label("Select words in the article").fill(words)
    page.get_by_role("button", name="Find", exact=True).click()
    expect(page.get_by_role("toolbar")).to_be_visible()


def corrected(page: Page) -> None:
    """Wait until a correction is answered."""
    expect(page.locator("body")).not_to_have_attribute("aria-busy", "true", timeout=PATIENCE)


def choose(page: Page, name: str) -> None:
    """What is selected becomes this."""
    page.get_by_role("toolbar").get_by_role("button", name=name, exact=True).click()
    corrected(page)


def downloaded(page: Page, button: str) -> tuple[str, str]:
    with page.expect_download() as download:
        page.get_by_role("button", name=button).click()
    return download.value.suggested_filename, download.value.path().read_text(encoding="utf-8")


@pytest.mark.parametrize("options", [{}, PHONE, {"color_scheme": "dark"}])
def test_the_page_asks_nobody_but_the_service(opened, server, options) -> None:
    """Every request goes to the service; nothing in the console, no pop-up."""
    visited = opened(**options)
    assert all(url.startswith(server.url) for url in visited.requests)
    assert visited.complaints == []


def test_every_answer_forbids_what_is_not_the_pages_own(server) -> None:
    """The content policy allows no inline script or style, no other origin."""
    for path in ("/", "/static/main.js", "/v1/schema", "/nothing"):
        policy = server.client.get(path).headers["content-security-policy"]
        assert policy.startswith("default-src 'self';")
        assert "unsafe" not in policy


def test_facts_are_marked_and_listed(opened) -> None:
    """Four types in four colours, each with its table, values put in words."""
    page = opened().page
    assert marks(page, ".populations") == ["about 12 thousand Kurds", "300 Greeks"]
    assert rows(page, "populations") == ["≈ 12,000", "300"]
    assert rows(page, "percentages") == ["6.2 %"]
    assert rows(page, "organizations") == ["Association of Kurds of Kazakhstan"]
    assert rows(page, "dates") == ["1989", "1993"]
    colour = "e => getComputedStyle(e).backgroundColor"
    colours = {page.locator(f"#article mark.{name}").first.evaluate(colour) for name in TYPES}
    assert len(colours) == 4
    legend = page.locator("#legend label").all_inner_texts()
    assert [words.split() for words in legend] == [
        [name, str(len(rows(page, name)))] for name in TYPES
    ]


def test_a_type_can_be_hidden(opened) -> None:
    """Its marks lose their colour, its table goes."""
    page = opened().page
    page.get_by_role("checkbox", name="dates").uncheck()
    expect(page.locator("section.dates")).to_be_hidden()
    assert (
        page.locator("#article mark.dates").first.evaluate(
            "e => getComputedStyle(e).backgroundColor"
        )
        == "rgba(0, 0, 0, 0)"
    )
    expect(page.locator("section.populations")).to_be_visible()


@pytest.mark.parametrize("options", [{}, PHONE])
def test_a_mention_leads_to_its_fact_and_back(opened, options) -> None:
    """A click opens the fact with its sentence; a click on that goes to the mention."""
    page = opened(**options).page
    page.locator("#article mark", has_text="300 Greeks").click()
    fact = page.locator("button.fact", has_text="300")
    expect(fact).to_be_focused()
    expect(fact).to_have_attribute("aria-expanded", "true")
    sentence = page.get_by_role("button", name="Then several dozen families came, and 300 Greeks")
    expect(sentence).to_be_in_viewport()
    sentence.click()
    mark = page.locator("#article mark.opened", has_text="300 Greeks")
    expect(mark).to_be_focused()
    expect(mark).to_be_in_viewport()


def test_keys_go_from_mention_to_mention(opened) -> None:
    """One stop of the Tab key, then arrows; Enter opens the fact, Delete takes the mention out."""
    page = opened().page
    page.locator("#article mark").first.focus()
    assert page.locator("#article mark[tabindex='0']").count() == 1
    page.keyboard.press("ArrowRight")
    expect(page.locator("#article mark").nth(1)).to_be_focused()
    page.keyboard.press("End")
    expect(page.locator("#article mark").last).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("button.fact[aria-expanded=true]")).to_be_focused()
    page.locator("#article mark").last.focus()
    page.keyboard.press("Delete")
    corrected(page)
    assert marks(page, ".populations") == ["about 12 thousand Kurds"]
    expect(page.locator("#article mark").last).to_be_focused()


def test_the_bar_for_adding_goes_with_escape(opened) -> None:
    """Nothing is selected any more."""
    page = opened().page
    select(page, "Zhambyl")
    page.keyboard.press("Escape")
    expect(page.get_by_role("toolbar")).to_be_hidden()
    assert page.evaluate("getSelection().toString()") == ""


@pytest.mark.parametrize("answer", ["dismiss", "accept"])
def test_unsaved_corrections_are_not_lost_by_the_next_article(opened, answer) -> None:
    """Asked first; no keeps them, yes goes on."""
    page = opened().page
    page.locator("#article mark", has_text="1993").focus()
    page.keyboard.press("Delete")
    corrected(page)
    page.on("dialog", lambda dialog: getattr(dialog, answer)())
    page.locator("#input summary").click()
    page.get_by_role("button", name="Find facts").click()
    corrected(page)
    assert ("1993" in marks(page)) is (answer == "accept")


PAGE_OF_HOSTILE = (
    f"<html><head><title>T</title><script>{RUN}</script></head><body onload='{RUN}'><article><h1>T</h1>"
    f"<p>{HOSTILE.replace('<', '&lt;').replace('>', '&gt;')}</p><img src=x onerror='{RUN}'></article></body></html>"
)


@pytest.mark.parametrize("article", ["Text: " + HOSTILE, PAGE_OF_HOSTILE], ids=["text", "page"])
def test_hostile_text_is_shown_as_text(visit, server, article) -> None:
    """In the article, the tables, the title, the form: nothing of it becomes a tag or runs."""
    visited = visit(server.url)
    page = visited.page
    page.set_default_timeout(PATIENCE)
    page.get_by_label("Paste an article").fill(article)
    page.get_by_label("Id").fill(f'"><img src=x onerror="{RUN}">')
    page.get_by_role("button", name="Find facts").click()
    page.locator("#article mark").first.wait_for()
    page.locator("#article mark.populations").click()
    page.get_by_role("button", name="Edit").click()
    page.get_by_label("group").fill(f'<img src=x onerror="{RUN}">')
    page.get_by_role("button", name="Apply").click()
    corrected(page)
    assert page.evaluate("window.ran") is None
    assert page.locator("main").locator("script, img, svg, b:not(.sentence b)").count() == 0
    words = page.locator("body").inner_text()
    for text in ("<script>window.ran", "</textarea></article>", "<img src=x onerror="):
        assert text in words
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert visited.complaints == []


def test_the_policy_stops_what_would_run(visit, server) -> None:
    """A script put into the page does nothing but complain."""
    visited = visit(server.url)
    script = "code => document.body.append(Object.assign(document.createElement('script'), {text: code}))"
    visited.page.evaluate(script, RUN)
    assert visited.page.evaluate("window.ran") is None
    assert "Content Security Policy" in visited.complaints[0]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_background(opened, scheme) -> None:
    """WCAG AA: 4.5 to 1 in marks, legend, tables, an open fact, its form, the bar for adding."""
    page = opened(color_scheme=scheme).page
    page.locator("#article mark", has_text="Association").click()
    page.get_by_role("button", name="Edit").click()
    select(page, "Greeks")
    assert page.evaluate(CONTRAST) == []


@pytest.mark.parametrize("width", [320, 390])
def test_a_phone_needs_no_sideways_scrolling(opened, width) -> None:
    """Nor for an open fact and its form."""
    page = opened(**{**PHONE, "width": width}).page
    page.locator("#article mark", has_text="Association").click()
    page.get_by_role("button", name="Edit").click()
    assert page.evaluate("document.documentElement.scrollWidth") == width
    expect(page.get_by_role("button", name="Apply")).to_be_visible()


def test_what_is_selected_becomes_a_fact(opened) -> None:
    """With the mouse or by its words; its fields come from them; it can be undone."""
    page = opened().page
    page.locator("#article").evaluate(
        "e => getSelection().setBaseAndExtent(e.firstChild, 1, e.firstChild, 2)"
    )
    expect(page.get_by_role("toolbar")).to_be_visible()
    select(page, "zhambyl region")
    choose(page, "organization")
    expect(page.locator("button.fact[aria-expanded=true]")).to_have_text("Zhambyl Region")
    expect(page.get_by_role("toolbar")).to_be_hidden()
    page.get_by_role("button", name="Undo").click()
    assert rows(page, "organizations") == ["Association of Kurds of Kazakhstan"]


def test_offsets_hold_beyond_the_basic_plane(opened) -> None:
    """Old Turkic letters are two units of JavaScript and one character of the record."""
    page = opened("𐰴𐰀𐰣 𐰢𐰃𐰭 came. In 1989 the Kurds 𐰴 of Almaty numbered 40, a few left.").page
    assert "1989" in marks(page, ".dates")
    select(page, "Almaty")
    choose(page, "organization")
    assert "Almaty" in marks(page, ".organizations")


def test_fields_are_edited(opened) -> None:
    """A number, a choice, a place and a name; the table has them, the mention stays."""
    page = opened().page
    page.locator("#article mark", has_text="300 Greeks").click()
    page.get_by_role("button", name="Edit").click()
    page.get_by_role("spinbutton", name="value").fill("310")
    page.get_by_label("kind").select_option("moved")
    page.get_by_placeholder("name").fill("Almaty")
    page.get_by_label("place code").fill("KZ-75")
    page.get_by_role("button", name="Apply").click()
    corrected(page)
    assert rows(page, "populations") == ["≈ 12,000", "310"]
    cells = page.locator("#pop-2").locator("xpath=ancestor::tr").inner_text().split()
    assert {"310", "moved", "Almaty", "Greeks"} <= set(cells)
    assert "300 Greeks" in marks(page, ".populations")


def test_a_fact_can_change_its_type_and_be_deleted(opened) -> None:
    """The words give the new type's fields."""
    page = opened().page
    page.locator("#article mark", has_text="1993").click()
    page.get_by_role("button", name="Edit").click()
    page.get_by_label("this is a").select_option("organization")
    corrected(page)
    assert "1993" in rows(page, "organizations")
    page.get_by_role("button", name="Delete organization").click()
    corrected(page)
    assert "1993" not in marks(page)
    page.get_by_role("button", name="Undo").click()
    page.get_by_role("button", name="Undo").click()
    assert rows(page, "dates") == ["1989", "1993"]


def test_mentions_are_added_moved_and_joined(opened) -> None:
    """To the open fact: one more mention, other bounds; a fact that is another's becomes part of it."""
    page = opened().page
    page.locator("#article mark", has_text="Association").click()
    select(page, "the population")
    choose(page, "one more mention of org-1")
    assert sorted(marks(page, ".organizations")) == [
        "Association of Kurds of Kazakhstan",
        "the population",
    ]
    page.locator("#article mark", has_text="300 Greeks").click()
    select(page, "and 300 Greeks")
    choose(page, "the bounds of pop-2")
    assert "and 300 Greeks" in marks(page, ".populations")
    page.get_by_role("button", name="Edit").click()
    page.get_by_label("same fact as").select_option("pop-1")
    corrected(page)
    assert rows(page, "populations") == ["≈ 12,000"]
    assert len(marks(page, ".populations")) == 2


def test_leaders_are_edited_with_a_selected_name(opened) -> None:
    """The person's offsets are those of the selection."""
    page = opened("The Union of Writers of Kazakhstan met in 1993. Anna Kim spoke for it.").page
    page.locator("#article mark.organizations").click()
    page.get_by_role("button", name="Edit").click()
    select(page, "Anna Kim")
    page.get_by_role("button", name="Add the selected name").click()
    page.get_by_label("role").fill("president")
    page.get_by_role("button", name="Apply").click()
    corrected(page)
    expect(page.get_by_text("Anna Kim (president)")).to_be_visible()


def test_gold_is_saved_that_check_accepts(opened, tmp_path) -> None:
    """After a correction and a choice of style: one line, one article, no problem."""
    page = opened().page
    page.locator("#article mark", has_text="1993").click()
    page.get_by_role("button", name="Delete date").click()
    corrected(page)
    page.locator("#input summary").click()
    page.get_by_label("Style").select_option("edited")
    name, line = downloaded(page, "Save as gold")
    assert name == "in-1989-about-12-thousand-kurds.gold.jsonl"
    assert line.count("\n") == 1
    gold = json.loads(line)
    assert gold["style"] == "edited"
    assert gold["text"] == TEXT
    assert [date["edtf"] for date in gold["dates"]] == ["1989"]
    path = tmp_path / name
    path.write_text(line, encoding="utf-8")
    result = CliRunner().invoke(check_command, [str(path)])
    assert result.exit_code == 0, result.output
    assert "articles checked: 1, problems: 0" in result.output


def test_what_is_no_gold_yet_is_told_and_not_saved(opened) -> None:
    """Words that give no value: told with a link to the fact; mended, it can be saved."""
    page = opened().page
    select(page, "several dozen families")
    choose(page, "population")
    expect(page.get_by_role("heading", name="To mend before it is gold")).to_be_visible()
    expect(page.get_by_role("button", name="Save as gold")).to_be_disabled()
    page.locator("#problems button").first.click()
    expect(page.locator("button.fact[aria-expanded=true]")).to_be_focused()
    page.get_by_role("button", name="Edit").click()
    page.get_by_role("spinbutton", name="value").fill("40")
    page.get_by_label("qualifier").select_option("approximate")
    page.get_by_role("button", name="Apply").click()
    corrected(page)
    expect(page.get_by_role("button", name="Save as gold")).to_be_enabled()
    expect(page.locator("#mend")).to_be_hidden()


def test_the_record_is_downloaded_as_the_package_has_it(opened) -> None:
    """It fits the schema; what makes a line gold is not in it."""
    name, text = downloaded(opened().page, "Download record")
    record = json.loads(text)
    assert name.endswith(".json")
    jsonschema.validate(record, json_schema())
    ArticleRecord.model_validate(record).check_grounding(TEXT)


def test_an_html_file_is_read_as_its_page_and_corrected_in_its_source(visit, server) -> None:
    """The text a reader sees is shown; entities inside mentions keep their offsets."""
    page = visit(server.url).page
    page.set_default_timeout(PATIENCE)
    page.get_by_label("Choose a file").set_input_files(PAGE)
    page.locator("#article mark").first.wait_for()
    words = page.locator("#article").inner_text()
    assert words.startswith("Kurds in Kazakhstan")
    assert "&nbsp;" not in words
    assert page.get_by_label("Id").input_value() == "kurds-in-kazakhstan"
    select(page, "Georgia")
    choose(page, "organization")
    assert "Georgia" in rows(page, "organizations")
    _, line = downloaded(page, "Save as gold")
    gold = json.loads(line)
    assert gold["format"] == "html"
    mentions = [m for body in gold["organizations"] for m in body["mentions"]]
    assert all(gold["text"][m["start"] : m["end"]] == m["text"] for m in mentions)


def test_a_dropped_file_in_an_old_encoding_is_read(visit, server) -> None:
    """The service finds out the encoding; a cover says where to drop."""
    page = visit(server.url).page
    page.set_default_timeout(PATIENCE)
    text = "В газете «Казахстан» писали: in 1989 about 12 thousand Kurds lived here – они жили в Алматы."
    drop = """([bytes]) => {
        const data = new DataTransfer();
        data.items.add(new File([new Uint8Array(bytes)], "Old article.txt", {type: "text/plain"}));
        for (const kind of ["dragenter", "drop"]) {
            document.body.dispatchEvent(new DragEvent(kind, {dataTransfer: data, bubbles: true, cancelable: true}));
        }
    }"""
    page.evaluate(drop, [list(text.encode("cp1251"))])
    page.locator("#article mark").first.wait_for()
    assert page.locator("#article").inner_text() == text
    assert page.get_by_label("Id").input_value() == "old-article"
    expect(page.locator("#drop")).to_be_hidden()


def test_relative_dates_are_resolved_by_the_day_of_publication(visit, server) -> None:
    """Given in the form."""
    page = visit(server.url).page
    page.set_default_timeout(PATIENCE)
    page.get_by_label("Paste an article").fill("Last year 400 guests came to Almaty.")
    page.get_by_label("Published").fill("2014-05-01")
    page.get_by_role("button", name="Find facts").click()
    expect(page.locator("button.fact", has_text="2013")).to_be_visible(timeout=PATIENCE)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<html><body></body></html>", "no article text"),
        ("x " * 20_000, "characters, the limit is 20000"),
    ],
)
def test_what_goes_wrong_is_told_with_a_remedy(visit, server, text, words) -> None:
    """In the status line, which screen readers announce; the form stays."""
    page = visit(server.url).page
    page.get_by_label("Paste an article").fill(text)
    page.get_by_role("button", name="Find facts").click()
    status = page.get_by_role("status")
    expect(status).to_contain_text(words, timeout=PATIENCE)
    assert re.search(r"; \w+", status.inner_text())
    expect(page.locator("#result")).to_be_hidden()
