"""Chromium for tests of pages: headless, and all that a page asks for or complains of is kept."""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

CHROMIUMS = ("chromium", "chromium-browser", "google-chrome")
TIMEOUT = 5000  # milliseconds for what should be there at once
ABSENT = "no Chromium on the path; `make .chromium.stamp` installs Debian's"


def _absent() -> None:
    # A run that must prove something (CI=true) can't pass by looking away.
    (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(ABSENT)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The machine's own Chromium, started once; playwright turns the sandbox off, as root needs it."""
    path = next(filter(None, map(shutil.which, CHROMIUMS)), None)
    if path is None:
        _absent()
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path)
        yield running
        running.close()


@dataclass
class Visit:
    """One page as a user has it: what it asked for, and its errors, warnings and pop-ups."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", lambda dialog: self.complaints.append(dialog.message))

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)


@pytest.fixture
def visit(browser) -> Iterator[Callable[..., Visit]]:
    """`visit(url, width=…, height=…, **options of a browser context)` opens a page of its own."""
    contexts = []

    def open_page(url: str, width: int = 1280, height: int = 900, **options: object) -> Visit:
        context = browser.new_context(
            viewport={"width": width, "height": height}, reduced_motion="reduce", **options
        )
        context.set_default_timeout(TIMEOUT)
        contexts.append(context)
        visited = Visit(context.new_page())
        visited.page.goto(url)
        return visited

    yield open_page
    for context in contexts:
        context.close()
