"""The site of `ehistory browse` as a user has it in Chromium, opened from the disk, on a desk and a phone."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from making import TEXT, day, people, predicted
from playwright.sync_api import Page, expect

from pipeline import extract
from pipeline.cli import cli
from pipeline.reading import read_inputs

pytestmark = pytest.mark.browser

RAW = Path(__file__).parents[2] / "corpus" / "raw"
CONTRAST = (Path(__file__).parent / "contrast.js").read_text(encoding="utf-8")
PHONE = {"width": 390, "height": 844, "is_mobile": True, "has_touch": True}
ARTICLES = ("koreans-of-ushtobe.txt", "greeks-of-kentau.txt", "uyghurs-of-zhetysu.html")
PAGES = ("index", "timeline", "populations", "organizations", "search")

RUN = "window.ran = document.title = 'ran'"
BAD = f'</p></script><script>{RUN}</script><img src=x onerror="{RUN}">'
HOSTILE = f"{BAD} In 1937 20 men of {'x' * 300} came to evil.example {BAD}"


def _hostile():
    """Markup wherever a record holds words."""
    place = {"name": BAD}
    leaders = [{"person": BAD, "role": BAD, "start": 0, "end": 9}]
    body = {"mentions": ["evil.example"], "name": BAD, "place": place, "leaders": leaders}
    record = predicted(
        HOSTILE,
        BAD,
        populations=[people("20 men", 20, group=BAD, place=place, time="1937")],
        percentages=[{"mentions": ["20"], "value": 20, "subject": BAD}],
        organizations=[{**body, "aliases": [BAD]}],
        dates=[day("1937", "1937", "period")],
    )
    info = {"title": BAD, "url": f"javascript:{RUN}", "source": BAD, "published": "2014"}
    return record.model_copy(update={"article": record.article.model_copy(update=info)})


def _write_site(folder: Path, records: list, *texts: str) -> Path:
    lines = "\n".join(record.model_dump_json() for record in records)
    (folder / "records.jsonl").write_text(lines, encoding="utf-8")
    options = [part for text in texts for part in ("--texts", text)]
    command = ["browse", str(folder), "-o", str(folder / "site"), *options]
    assert CliRunner().invoke(cli, command).exit_code == 0
    return folder / "site"


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    """Three articles with their texts, as they were extracted."""
    paths = [str(RAW / name) for name in ARTICLES]
    records = [extract(article) for article in read_inputs(paths)]
    return _write_site(tmp_path_factory.mktemp("browse"), records, *paths)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory) -> Path:
    """An article that would be markup, with its text and once more without."""
    folder = tmp_path_factory.mktemp("hostile")
    record, text = _hostile(), folder / "text.jsonl"
    again = record.article.model_copy(update={"id": "again"})
    text.write_text(json.dumps({"id": record.article.id, "text": HOSTILE}), encoding="utf-8")
    return _write_site(folder, [record, record.model_copy(update={"article": again})], str(text))


def go(visit, site: Path, *pages: str, **options: object) -> Iterator[Page]:
    """Each page in turn, once its script is through; nothing complained, all came from the disk."""
    visited = visit("about:blank", **options)
    for name in pages:
        visited.page.goto(f"{site.as_uri()}/{name}")
        expect(visited.page.locator("html[data-ready]")).to_be_attached()
        assert visited.complaints == []
        assert all(url.startswith(("about:", "file:", "data:")) for url in visited.requests)
        yield visited.page


def opened(visit, site: Path, page: str) -> Page:
    """One page."""
    return next(go(visit, site, page))


def articles(site: Path) -> list[str]:
    return [f"articles/{path.name}" for path in sorted((site / "articles").iterdir())]


@pytest.mark.parametrize("options", [{}, PHONE], ids=["desk", "phone"])
def test_every_page_opens_from_the_disk(visit, site, options) -> None:
    """With nothing to load from elsewhere, no errors, and no sideways scrolling."""
    pages = [*(f"{name}.html" for name in PAGES), "search.html?q=koreans", *articles(site)]
    for page in go(visit, site, *pages, **options):
        assert page.evaluate("document.documentElement.scrollWidth") == options.get("width", 1280)
        expect(page.get_by_role("heading", level=1)).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_background(visit, site, scheme) -> None:
    """WCAG AA on every page, also in highlights; charts have their own test."""
    pages = [*(f"{name}.html" for name in PAGES), "search.html?q=koreans", articles(site)[0]]
    for page in go(visit, site, *pages, color_scheme=scheme):
        page.evaluate(
            "document.querySelectorAll('#chart').forEach((chart) => chart.replaceChildren())"
        )
        assert page.evaluate(CONTRAST) == [], page.url


def test_what_articles_say_is_text(visit, hostile) -> None:
    """On every page and in every list, tooltips and excerpts included."""
    pages = [*(f"{name}.html" for name in PAGES), "search.html?q=evil", "search.html?q=script"]
    for page in go(visit, hostile, *pages, *articles(hostile)):
        for mark in page.locator("#chart path[fill]").all()[:4]:
            mark.hover(force=True)
        assert page.evaluate("window.ran") is None
        assert page.locator("main img, main script").count() == 0
        assert page.locator("a[href^='javascript']").count() == 0
        if "/articles/" in page.url:
            assert page.locator("h1").inner_text() == BAD
            assert HOSTILE in " ".join(page.locator(".prose").inner_text().split())


def test_articles_are_found_by_title(visit, site) -> None:
    """The list shrinks as one types, and can be sorted."""
    page = opened(visit, site, "index.html")
    expect(page.locator("#list > li")).to_have_count(len(ARTICLES))
    page.get_by_label("Order").select_option("facts")
    tallies = [
        sum(map(int, re.findall(r"\d+", text)))
        for text in page.locator(".tallies").all_inner_texts()
    ]
    assert tallies == sorted(tallies, reverse=True)
    page.get_by_role("searchbox", name="Title").fill("koreans")
    expect(page.locator("#list > li")).to_have_count(1)
    page.get_by_role("link", name="Koreans of Ushtobe").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Koreans of Ushtobe")


def test_long_lists_are_shown_in_parts(visit, tmp_path) -> None:
    """Sixty articles at a time."""
    records = [predicted(TEXT, f"a{n:03}") for n in range(130)]
    page = opened(visit, _write_site(tmp_path, records), "index.html")
    for count in (60, 120, 130):
        expect(page.locator("#list > li")).to_have_count(count)
        more = page.get_by_role("button", name="Show")
        if count < 130:
            more.click()
    expect(more).to_be_hidden()


def test_a_fact_shows_where_it_is_told(visit, site) -> None:
    """In turn where it is told more than once; and a mention shows its fact."""
    page = opened(visit, site, "articles/koreans-of-ushtobe.html")
    fact = page.locator("button.fact", has_text="about 34\u202f000 Koreans")
    fact.click()
    chosen = page.locator(".mark.chosen")
    expect(chosen.first).to_be_in_viewport()
    expect(chosen.first).to_have_text("about 34 thousand Koreans")
    page.locator(".mark", has_text="August 21, 1937").click()
    expect(page.locator(".facts li.chosen")).to_contain_text("21 August 1937")
    expect(page.locator(".facts li.chosen")).to_be_in_viewport()


def test_highlights_can_be_hidden_by_type(visit, site) -> None:
    """The others stay."""
    page = opened(visit, site, "articles/koreans-of-ushtobe.html")
    colour = "e => getComputedStyle(e).backgroundColor"
    date, body = (page.locator(f".mark.{name}").first for name in ("dates", "organizations"))
    before = {mark: mark.evaluate(colour) for mark in (date, body)}
    assert len(set(before.values())) == 2
    page.get_by_role("checkbox", name="dates").uncheck()
    assert date.evaluate(colour) == "rgba(0, 0, 0, 0)"
    assert body.evaluate(colour) == before[body]


def test_the_facts_of_an_article_need_no_script(browser, site) -> None:
    """A mention is a link to its fact."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / "articles" / "koreans-of-ushtobe.html").as_uri())
    page.get_by_role("link", name="about 34 thousand Koreans").click()
    expect(page.locator(".facts li:target")).to_be_in_viewport()
    context.close()


def test_the_timeline_draws_dates_as_long_as_they_last(visit, tmp_path) -> None:
    """A decade is ten years wide, a year a tenth of it; choosing one tells where it is told."""
    text = "In the 1930s, in 1937 and from 1900 to 2000."
    dates = [
        day("1930s", "193X", "decade"),
        day("1937", "1937"),
        day("1900 to 2000", "1900/2000", "interval"),
    ]
    page = opened(
        visit, _write_site(tmp_path, [predicted(text, "a", dates=dates)]), "timeline.html"
    )
    page.get_by_role("button", name="all", exact=True).click()
    widths = {
        colour: page.locator(f"#chart path[fill='{colour}'][d*='A']").last.bounding_box()["width"]
        for colour in ("#006d85", "#996800", "#8b46ad")
    }
    century, decade, year = widths.values()
    assert century / decade == pytest.approx(101 / 10, rel=0.05)
    assert decade / year == pytest.approx(10, rel=0.1)
    label = page.locator("#chart text", has_text="1930s")
    # A chart drawn anew between press and release, as a bar under the pointer is, takes no click.
    label.hover(force=True)
    expect(page.locator("#chart strong")).to_have_text("1930s")
    label.click(force=True)
    expect(page.locator("#told h2")).to_have_text("1930s")
    expect(page.locator("#told")).to_be_in_viewport()
    page.locator("#told a").click()
    expect(page.locator(".mark.chosen")).to_have_text("1930s")
    expect(page.locator(".mark.chosen")).to_be_in_viewport()


def test_the_timeline_can_be_moved_and_filtered(visit, site) -> None:
    """The list below has the same dates."""
    page = opened(visit, site, "timeline.html")
    page.get_by_role("button", name="since 1991").click()
    expect(page.locator("#caption")).to_contain_text("1991 to")
    expect(page.locator("#list > li").filter(has_text="1937")).to_have_count(0)
    count = page.locator("#list > li").count()
    page.get_by_role("button", name="days to years").click()
    expect(page.locator("#list > li")).not_to_have_count(count)
    page.get_by_role("button", name="all", exact=True).click()
    page.get_by_role("button", name="Zoom in").click()
    expect(page.locator("#list > li").first).to_be_visible()


def test_populations_are_drawn_by_group(visit, site) -> None:
    """Chips choose groups, also ones typed in; the table has the same counts."""
    page = opened(visit, site, "populations.html")
    chips = page.get_by_role("group", name="Groups").get_by_role("button")
    pressed = chips.and_(page.locator("[aria-pressed=true]"))
    expect(pressed).to_have_count(5)
    for chip in range(5):
        pressed.first.click()
        expect(pressed).to_have_count(4 - chip)
    expect(page.locator("#list > tr")).to_have_count(0)
    page.get_by_label("Another group").fill("koreans")
    page.get_by_label("Another group").press("Enter")
    expect(pressed).to_have_count(1)
    expect(page.locator("#list > tr").first).to_contain_text("Koreans")
    drawn = int(re.match(r"\d+", page.locator("#caption").inner_text())[0])
    assert 0 < drawn <= page.locator("#list > tr").count()
    page.get_by_label("Scale").select_option("value")
    page.locator("#chart path[fill='#00758f']").first.click(force=True)
    expect(page.locator("#told")).to_contain_text("Koreans")


def test_organizations_with_their_leaders_and_articles(visit, site) -> None:
    """Found by name or person, by type, and those with leaders alone."""
    page = opened(visit, site, "organizations.html")
    items = page.locator("#list > li")
    every = items.count()
    page.get_by_label("with leaders").check()
    expect(items).not_to_have_count(every)
    assert items.count() == page.locator("#list .leaders").count() > 0
    person = page.locator("#list .leaders li").first.inner_text().partition(",")[0]
    page.get_by_label("Name or person").fill(person.upper())
    expect(page.locator("#count")).to_contain_text("1 body")
    items.first.get_by_role("link").first.click()
    expect(page.locator(".facts li.chosen")).to_contain_text(person)


def test_search_finds_titles_names_and_text(visit, site) -> None:
    """From the box on any page; words begin as they are typed, case and accents make no difference."""
    page = opened(visit, site, "index.html")
    box = page.get_by_role("searchbox", name="Search articles, bodies, people, places")
    box.fill("USHTÓBE korean")
    box.press("Enter")
    expect(page.locator("#count")).to_contain_text("1 article for")
    expect(page.locator("#list mark").first).to_be_visible()
    page.locator("#list a").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Koreans of Ushtobe")
    nothing = opened(visit, site, "search.html?q=obe")
    expect(nothing.locator("#count")).to_contain_text("0 articles")
