"""The report as a user has it in Chromium: seen, followed, filtered, printed; hostile text stays text."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from making import FULL, TEXT, gold, people, predicted
from playwright.sync_api import Locator, expect

from pipeline.evaluating.command import report_command
from pipeline.evaluating.metrics import evaluate

pytestmark = pytest.mark.browser

CONTRAST = (Path(__file__).parent / "contrast.js").read_text(encoding="utf-8")
HEIGHTS = "texts => texts.map(text => text.getBoundingClientRect().height)"
PHONE = {"width": 390, "height": 844, "is_mobile": True}

RUN = "window.ran = document.title = 'ran'"
HOSTILE = (
    f'<script>{RUN}</script><img src=x onerror="{RUN}"></style></blockquote><svg onload="{RUN}"> '
    f"came 20 men {'x' * 400} to evil.example"
)
NAME = f'"><script>{RUN}</script>'
FILE = f"<img src=x onerror={RUN.replace(' ', '')}>.jsonl"


def _articles():
    """Hostile texts, ids, titles, groups and names; one tame article with two wrong fields."""
    hostile = gold(HOSTILE, NAME, populations=[people("20 men", 20, group=NAME)])
    title = f"</option></select></style><script>{RUN}</script>" + "y" * 400
    info = hostile.article.model_copy(update={"title": title})
    return [hostile.model_copy(update={"article": info}), gold(TEXT, "tame", **FULL)]


def _records():
    body = {"mentions": ["evil.example"], "name": NAME, "confidence": 0.6}
    wrong = {**FULL["populations"][0], "kind": "lost", "group": "<u>Kurds</u>"}
    return [
        predicted(HOSTILE, NAME, organizations=[body]),
        predicted(TEXT, "tame", **{**FULL, "populations": [wrong]}),
    ]


@pytest.fixture(scope="module")
def path(tmp_path_factory) -> Path:
    """What `ehistory report` wrote."""
    folder = tmp_path_factory.mktemp("report")
    files = {FILE: _articles(), "pred.jsonl": _records()}
    for name, records in files.items():
        lines = "\n".join(record.model_dump_json() for record in records)
        (folder / name).write_text(lines, encoding="utf-8")
    out = folder / "report.html"
    options = ["--gold", folder / FILE, "--pred", folder / "pred.jsonl", "--out", out]
    result = CliRunner().invoke(report_command, [str(option) for option in options])
    assert result.exit_code == 0, result.output
    return out


@pytest.fixture(scope="module")
def url(path) -> str:
    return path.as_uri()


def seen(locator: Locator) -> int:
    """How many of these a user sees."""
    return locator.filter(visible=True).count()


@pytest.mark.parametrize("options", [{}, PHONE, {"color_scheme": "dark"}])
def test_the_page_loads_alone_and_without_complaint(visit, url, options) -> None:
    """One request, no error in the console, no pop-up."""
    visited = visit(url, **options)
    assert visited.requests == [url]
    assert visited.complaints == []


def test_hostile_text_is_shown_as_text(visit, url) -> None:
    """Sentences, ids, titles, values and the file's name are read as they are; none becomes a tag."""
    page = visit(url).page
    assert page.evaluate("window.ran") is None
    assert page.title() == f"Extraction accuracy on {FILE}: F1 0.800"
    assert page.locator("script, img, u, svg[onload]").count() == 0
    words = page.locator("body").inner_text()
    for text in (HOSTILE[:40], "</style></blockquote>", NAME, "<u>Kurds</u>", FILE, "</option>"):
        assert text in words


def test_hostile_text_would_not_run_without_the_policy_either(visit, path) -> None:
    """Escaping alone keeps it text; the content policy is a second lock."""
    page = path.read_text(encoding="utf-8")
    bare, cut = re.subn(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page)
    assert cut == 1
    unlocked = path.with_name("unlocked.html")
    unlocked.write_text(bare, encoding="utf-8")
    visited = visit(unlocked.as_uri())
    assert visited.page.evaluate("window.ran") is None
    assert visited.requests == [unlocked.as_uri()]


def test_the_policy_stops_what_would_run(visit, path) -> None:
    """The second lock holds: a script put into the page does nothing but complain."""
    page = path.read_text(encoding="utf-8")
    broken = path.with_name("broken.html")
    broken.write_text(page.replace("<main>", f"<main><script>{RUN}</script>"), encoding="utf-8")
    visited = visit(broken.as_uri())
    assert visited.page.evaluate("window.ran") is None
    assert "Content Security Policy" in visited.complaints[0]


@pytest.mark.parametrize("options", [{}, PHONE])
def test_charts_are_seen(visit, url, options) -> None:
    """Three named pictures, as wide as there is room for, with words large enough to read."""
    page = visit(url, **options).page
    for name in ("F1 of facts by type", "Accuracy of fields", "Precision by confidence"):
        chart = page.get_by_role("img", name=name)
        chart.scroll_into_view_if_needed()
        expect(chart).to_be_in_viewport()
        assert chart.bounding_box()["width"] > 300
        heights = chart.locator("text").evaluate_all(HEIGHTS)
        assert len(heights) > 5
        assert min(heights) > 9


def test_every_error_shows_both_sides(visit, url) -> None:
    """Each wrong value or field once, gold and prediction highlighted, the error outlined."""
    page = visit(url).page
    records = {record.article.id: record for record in _records()}
    findings = list(evaluate(_articles(), records).findings())
    errors = page.locator(".error")
    assert errors.locator(".values li").count() == len(findings) == 4
    assert errors.count() == 3
    for error in errors.all():
        for part in (".values mark.gold", ".values mark.predicted", "blockquote .focus mark"):
            expect(error.locator(part).first).to_be_visible()
        focus = error.locator(".focus")
        assert focus.evaluate("e => getComputedStyle(e).outlineStyle") == "solid"


def test_marks_differ_by_colour(visit, url) -> None:
    """Gold, predicted and both are told apart from each other and from the page."""
    page = visit(url).page
    colour = "e => getComputedStyle(e).backgroundColor"
    places = ("body", "mark.gold", "mark.predicted", "mark.both")
    colours = {page.locator(place).first.evaluate(colour) for place in places}
    assert len(colours - {"rgba(0, 0, 0, 0)"}) == len(places)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_background(visit, url, scheme) -> None:
    """WCAG AA: 4.5 to 1, also in charts and marks."""
    page = visit(url, color_scheme=scheme).page
    for details in page.locator("summary").all():
        details.click()
    assert page.evaluate(CONTRAST) == []


@pytest.mark.parametrize("width", [320, 390])
def test_a_phone_needs_no_sideways_scrolling(visit, url, width) -> None:
    """Wide tables scroll inside their frames; long words and titles break."""
    page = visit(url, **{**PHONE, "width": width}).page
    for details in page.locator("summary").all():
        details.click()
    assert page.evaluate("document.documentElement.scrollWidth") == width
    wide = page.get_by_role("region", name="Facts: normalised value")
    assert wide.evaluate("e => e.scrollWidth > e.clientWidth")


@pytest.mark.parametrize("options", [{}, PHONE])
def test_links_lead_where_they_say(visit, url, options) -> None:
    """Every link of the page goes to a heading or an error that is then in sight, below the bar."""
    page = visit(url, **options).page
    links = page.locator("main a, nav a").all()
    assert len(links) > 10
    for link in links:
        link.click()
        target = page.locator(f"[id='{link.get_attribute('href').removeprefix('#')}']")
        expect(target).to_be_in_viewport()
        bar = page.locator("nav").bounding_box()
        assert target.bounding_box()["y"] >= bar["y"] + bar["height"] - 1


@pytest.mark.parametrize(
    ("chosen", "numbers"),
    [
        ({}, ["#1", "#2", "#3"]),
        ({"Facts": "organizations"}, ["#3"]),
        ({"Facts": "dates"}, []),
        ({"Errors": "missed"}, ["#1"]),
        ({"Errors": "extra"}, ["#3"]),
        ({"Errors": "wrong fields"}, ["#2"]),
        ({"Errors": "wrong group"}, ["#2"]),
        ({"Errors": "wrong time"}, []),
        ({"Article": "tame"}, ["#2"]),
        ({"Facts": "populations", "Errors": "missed", "Article": "tame"}, []),
    ],
)
def test_lists_show_the_errors_chosen(visit, url, chosen, numbers) -> None:
    """By type, kind or field, and article, together; headings of what is hidden go with it."""
    page = visit(url).page
    lists = {label: page.get_by_role("combobox", name=label, exact=True) for label in chosen}
    for label, option in chosen.items():
        lists[label].select_option(label=option)
    shown = page.locator(".error").filter(visible=True)
    assert [link.inner_text() for link in shown.locator(".place a").all()] == numbers
    assert seen(page.locator(".errors h3")) == len(numbers)
    numbers_lead = "e => getComputedStyle(e).pointerEvents === 'auto'"
    assert page.locator(".errors table a").first.evaluate(numbers_lead) is not bool(chosen)
    for chooser in lists.values():
        chooser.select_option(index=0)
    assert seen(page.locator(".error")) == 3


def test_details_open(visit, url) -> None:
    """Precision and recall of mentions, and the articles, are a click away."""
    page = visit(url).page
    table = page.get_by_role("table", name="Facts of all types by article")
    expect(table).to_be_hidden()
    page.get_by_text("Every article, the lowest F1 first").click()
    expect(table).to_be_visible()


def test_print_has_everything_in_dark_on_light(visit, url) -> None:
    """Without the bar and the lists to choose from; closed tables are printed too."""
    page = visit(url, color_scheme="dark").page
    page.emulate_media(media="print", color_scheme="dark")
    assert seen(page.locator("nav, select")) == 0
    expect(page.get_by_text("Mentions: strict")).to_be_visible()
    style = "e => [getComputedStyle(e).backgroundColor, getComputedStyle(e).color]"
    assert page.locator("body").evaluate(style) == ["rgb(255, 255, 255)", "rgb(26, 26, 26)"]
