"""What was sent and taken is opened in a real browser, which must run nothing of it (R-21)."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from django.test import Client
from playwright.sync_api import Browser
from playwright.sync_api import Error as BrowserError

from tests.factories.hostile import HTML, SVG
from tests.wijkteams.test_hostile_files import Served, read, send
from wijkteams.models import Document, Image, Wijk

pytestmark = [pytest.mark.django_db, pytest.mark.e2e]


class Stand:
    """Sends answers of the site as they are, to a real browser, and counts scripts that ran."""

    def __init__(self, answers: dict[str, Served]) -> None:
        self.ran: list[str] = []
        stand = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                if self.path == "/ran":
                    stand.ran.append(self.headers.get("Referer", ""))
                status, headers, body = answers.get(self.path, (404, {}, b""))
                self.send_response(status)
                for name, value in headers.items():
                    if name not in {"Content-Length", "Connection"}:
                        self.send_header(name, value)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *args: object) -> None:
                """Say nothing."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.base = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()


def visit(browser: Browser, stand: Stand, paths: list[str]) -> None:
    """Open each address, and each as a picture, a frame and an object of a page."""
    page = browser.new_page()
    for path in paths:
        try:
            page.goto(stand.base + path, wait_until="load", timeout=10_000)
        except BrowserError:  # a download begins, or there is nothing to show
            continue
    page.goto(stand.base + "/frame", wait_until="load")
    page.wait_for_timeout(500)
    page.close()


@pytest.fixture
def stand(as_joris: Client, client: Client, haven: Wijk) -> Iterator[tuple[Stand, list[str]]]:
    send(as_joris, haven, "wagtailimages:add")
    send(as_joris, haven, "wagtaildocs:add")
    urls = [document.url for document in Document.objects.all()]
    urls += [image.get_rendition("width-100").url for image in Image.objects.all()]
    answers = {f"/{n}": read(client, url) for n, url in enumerate(urls)}
    paths = list(answers)
    frames = "".join(
        f"<iframe src={path}></iframe><object data={path}></object><embed src={path}>"
        f"<script src={path}></script><img src={path}>"
        for path in paths
    )
    answers["/frame"] = (200, {"Content-Type": "text/html"}, frames.encode())
    answers["/html"] = (200, {"Content-Type": "text/html"}, HTML)
    answers["/svg"] = (200, {"Content-Type": "image/svg+xml"}, SVG)
    made = Stand(answers)
    yield made, paths
    made.server.shutdown()


def test_a_real_browser_runs_none_of_it(browser: Browser, stand: tuple[Stand, list[str]]) -> None:
    served, paths = stand
    assert len(paths) >= 10

    visit(browser, served, paths)

    assert served.ran == []
    visit(browser, served, ["/html", "/svg"])  # sent without our headers they do run
    assert len(served.ran) >= 2
