"""A site that was really started, with its own database, web server and worker, and a browser."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
DEMO_PASSWORD = "welkom-in-sluisdam"
PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 900}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    for _attempt in range(180):
        if process.poll() is not None:
            break
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:  # noqa: S310
                if answer.status == 200:
                    return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            pass
        time.sleep(1)
    raise AssertionError(f"The site did not start:\n{log.read_text()[-4000:]}")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the demo city, started as `make run` starts it."""
    var, port = tmp_path_factory.mktemp("var"), _free_port()
    env = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "config.settings.demo",
        "VAR_DIR": str(var),
        "PORT": str(port),
    }
    env.pop("DATABASE_URL", None)
    log = var / "start.log"
    with log.open("wb") as out:
        process = subprocess.Popen(
            [sys.executable, "manage.py", "start"],
            cwd=ROOT,
            env=env,
            stdout=out,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            _wait_for(f"http://127.0.0.1:{port}/", process, log)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)


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
