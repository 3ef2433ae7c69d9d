"""Writes the pictures of docs/guide/serving.md, from the page itself in Chromium: `make screenshots`."""

import shutil
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from benchmarks.service import serving

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs" / "images"
ARTICLE = ROOT / "corpus" / "raw" / "virgin-lands-settlers.txt"
DESKTOP = {"viewport": {"width": 1280, "height": 860}}
PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
SETTLED = 1000  # milliseconds for scrolling to come to rest


def _opened(page: Page, url: str) -> None:
    page.goto(url)
    page.get_by_label("Choose a file").set_input_files(ARTICLE)
    page.locator("#article mark").first.wait_for()


def _taken(page: Page, name: str) -> None:
    page.wait_for_timeout(SETTLED)
    page.screenshot(path=IMAGES / name)


def _facts(page: Page, name: str) -> None:
    page.locator("#article mark", has_text="640,000").click()
    _taken(page, name)


def _correction(page: Page) -> None:
    page.locator("#article mark", has_text="317 workers").click()
    page.get_by_role("button", name="Edit").click()
    page.get_by_label("Select words in the article").fill("planned settlers")
    page.get_by_role("button", name="Find", exact=True).click()
    _taken(page, "page-correcting.png")


def main() -> None:
    """Take them all."""
    IMAGES.mkdir(exist_ok=True)
    with serving() as (url, _, _), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        for name, options in (
            ("page.png", DESKTOP),
            ("page-phone.png", PHONE),
        ):
            page = browser.new_context(**options).new_page()
            _opened(page, url)
            _facts(page, name)
        page = browser.new_context(**DESKTOP).new_page()
        _opened(page, url)
        _correction(page)
        browser.close()


if __name__ == "__main__":
    main()
