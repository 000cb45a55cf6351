"""A site that was really started, with its own database, web server and worker, and a browser."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.journeys.demo_city import copy_of_shared, started
from tests.kept_database import lay_ready

# Playwright keeps a loop running in this thread; a test that also has a database of its own is no
# reason to refuse: nothing here runs beside it.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
ROOT = Path(__file__).resolve().parents[2]
CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Letters as much the same on every machine as they can be, for pictures that are compared.
    "--font-render-hinting=none",
    "--disable-lcd-text",
    "--force-color-profile=srgb",
]
DEMO_PASSWORD = "welkom-in-sluisdam"
PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 900}


# These have a city of their own: they can run while the demo city is built.
OWN_CITY = ("test_newsletter_story", "test_behind_tls", "test_hostile_files_run_nothing")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest stories first; beside the browser that builds the city, who needs none.

    The stories of a file stay with one browser, whose city they change. Who only looks, and looks
    long, may go to any.
    """
    first = ("test_accessibility", *OWN_CITY)
    rank = {name: number for number, name in enumerate(first)}
    # What is asked together with them keeps its place behind them.
    items.sort(key=lambda item: rank.get(item.path.stem, len(first)))
    for item in items:
        if item.path.stem != first[0]:
            item.add_marker(pytest.mark.xdist_group(item.path.stem))


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the demo city, started as `make run` starts it."""
    var = tmp_path_factory.mktemp("var")
    if int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1")) > 1:
        copy_of_shared(tmp_path_factory.getbasetemp().parent, var)
    else:
        lay_ready(var)
    with started(var) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=CHROMIUM_FLAGS
        )
        yield chromium
        chromium.close()


class Desk:
    """Somebody with a browser of their own."""

    def __init__(self, context: BrowserContext, site: str) -> None:
        self.context, self.site = context, site
        self.page: Page = context.new_page()

    def go(self, path: str) -> Page:
        """Open an address of the site; remembers the status as `status`."""
        response = self.page.goto(path if path.startswith("http") else f"{self.site}{path}")
        self.status = response.status if response else 0
        return self.page

    def log_in(self, email: str, password: str = DEMO_PASSWORD) -> Page:
        """Log in to the CMS."""
        page = self.go("/inloggen/")
        page.get_by_label("e-mail").fill(email)
        page.get_by_label("Wachtwoord", exact=False).first.fill(password)
        page.locator("main").get_by_role("button", name="Inloggen").click()
        page.wait_for_url("**/beheer/**")
        return page


@pytest.fixture
def sit_down(browser: Browser, site: str) -> Iterator[object]:
    """`sit_down(PHONE)` gives somebody a browser of that size."""
    contexts: list[BrowserContext] = []

    def make(viewport: dict[str, int] = DESK, **options: object) -> Desk:
        context = browser.new_context(viewport=viewport, locale="nl-NL", **options)  # type: ignore[arg-type]
        context.set_default_timeout(20_000)
        contexts.append(context)
        return Desk(context, site)

    yield make
    for context in contexts:
        context.close()
