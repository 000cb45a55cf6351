"""What axe finds on a page. Only that comes back: what is right is a hundred times as much."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

RUN = "options => axe.run(document, options).then(found => found.violations)"


def violations(page: Page, options: dict[str, Any] | None = None) -> list[dict[str, Any]]:
    """Each rule that is broken, with the parts of the page that break it."""
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(AXE_SCRIPT)
    found: list[dict[str, Any]] = page.evaluate(
        RUN, {**(options or {}), "resultTypes": ["violations"]}
    )
    return found
