"""The HTML of every page type is sound; it is also kept for a validator (`.ci/run`)."""

from __future__ import annotations

import shutil
import urllib.error
import urllib.request
from collections.abc import Callable

import pytest

from tests.html_check import problems_of
from tests.journeys.addresses import all_pages
from tests.journeys.conftest import DESK, ROOT, Desk

pytestmark = pytest.mark.e2e

KEPT = ROOT / "var" / "html"


def source_of(url: str) -> str:
    """The page as it came over the line, not as a browser mended it."""
    try:
        with urllib.request.urlopen(url, timeout=30) as answer:  # noqa: S310
            return str(answer.read().decode())
    except urllib.error.HTTPError as error:
        return str(error.read().decode())


def test_the_html_of_every_page_type_is_sound(sit_down: Callable[..., Desk]) -> None:
    desk = sit_down(DESK)
    shutil.rmtree(KEPT, ignore_errors=True)
    KEPT.mkdir(parents=True)
    wrong: list[str] = []

    for number, path in enumerate(all_pages(desk)):
        html = source_of(f"{desk.site}{path}")
        (KEPT / f"{number:02}.html").write_text(f"{html}\n<!-- {path} -->\n")
        wrong += [f"{path}: {problem}" for problem in problems_of(html)]

    assert not wrong, "\n".join(wrong)
