"""The first visit with a telephone: bytes over the line and requests."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from tests.bench.bench import Bench
from tests.bench.rows import AtMost, Row, row
from tests.bench.samples import Run

GROUP = "visit"
TITLE = "Een eerste bezoek met een telefoon"
HOW = (
    "Chromium met een leeg geheugen opent de pagina uit de stad van `make run`, 360 × 740, zonder "
    "te scrollen; geteld zijn alle bytes over de lijn met hun koppen."
)
PAGES: Mapping[str, tuple[str, int, int]] = {
    "tekstpagina": ("/huisregels/", 45, 6),
    "voorpagina van de stad": ("/", 120, 12),
    "voorpagina van een wijk": ("/oude-sluis/", 120, 12),
    "nieuws van alle wijken": ("/nieuws/", 120, 12),
    "bericht met foto": ("", 120, 12),
    "zoeken": ("/zoeken/?q=plein", 120, 12),
}
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]


def measure(bench: Bench) -> None:
    chromium = shutil.which("chromium")
    if not chromium:
        bench.run.missing[GROUP] = "niet gemeten: geen chromium"
        return
    from playwright.sync_api import sync_playwright

    city = bench.demo()
    server = city.serve(cache=True)
    paths = {name: path or city.ask("item")["path"] for name, (path, *_limits) in PAGES.items()}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        for name, path in paths.items():
            numbers = _first_visit(browser, f"http://127.0.0.1:{server.port}{path}")
            bench.run.keep(GROUP, name, **numbers)
        browser.close()
    city.stop_servers()


def _first_visit(browser: Any, url: str) -> dict[str, float]:
    context = browser.new_context(viewport={"width": 360, "height": 740}, locale="nl-NL")
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    asked: dict[str, dict[str, Any]] = {}
    session.on("Network.responseReceived", lambda e: asked.update({e["requestId"]: e}))
    sizes: dict[str, float] = {}
    session.on(
        "Network.loadingFinished", lambda e: sizes.update({e["requestId"]: e["encodedDataLength"]})
    )
    page.goto(url, wait_until="networkidle")
    context.close()
    home = urlsplit(url).netloc
    hosts = [urlsplit(asked[key]["response"]["url"]).netloc for key in sizes if key in asked]
    document = [key for key in sizes if key in asked and asked[key]["type"] == "Document"]
    return {
        "kb": sum(sizes.values()) / 1000,
        "requests": len(sizes),
        "html_kb": sum(sizes[key] for key in document) / 1000,
        "strangers": sum(host not in ("", home) for host in hosts),
    }


def rows(run: Run) -> list[Row]:
    found = []
    for name, (_path, kilobytes, requests) in PAGES.items():
        found.append(
            row(
                f"{name}: bytes",
                lambda n=name: run.median(GROUP, n, "kb"),
                AtMost(kilobytes),
                "KB",
                lambda n=name: f"HTML {run.median(GROUP, n, 'html_kb'):.1f} KB",
            )
        )
        found.append(
            row(
                f"{name}: verzoeken",
                lambda n=name: run.median(GROUP, n, "requests"),
                AtMost(requests),
            )
        )
    found.append(
        row(
            "verzoeken aan anderen, alle pagina's samen",
            lambda: sum(run.median(GROUP, name, "strangers") for name in PAGES),
            AtMost(0),
        )
    )
    return found
