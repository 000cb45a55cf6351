"""Enlarged four times, or with text set wide, everything stays readable (WCAG 1.4.10, 1.4.12)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.journeys.addresses import all_pages
from tests.journeys.conftest import Desk

pytestmark = pytest.mark.e2e

# 1280 px wide, enlarged to 400 %: what is left is 320 px by 256.
ENLARGED = {"width": 320, "height": 256}
WIDE_TEXT = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important; }
p { margin-block-end: 2em !important; }
"""
# Whatever reaches past the edge, unless it scrolls within itself or is hidden on purpose.
OUTSIDE = """() => {
  const width = document.documentElement.clientWidth;
  const keeps = (style) => style.position === 'fixed'
    || ['auto', 'scroll', 'hidden', 'clip'].includes(style.overflowX);
  const held = (e) => e && e !== document.body
    && (keeps(getComputedStyle(e)) || held(e.parentElement));
  return [...document.querySelectorAll('body *')]
    .filter((e) => { const box = e.getBoundingClientRect();
      return box.width > 1 && box.height > 1 && (box.right > width + 1 || box.left < -1)
        && !held(e); })
    .slice(0, 5).map((e) => e.tagName + '.' + e.className);
}"""


def test_nothing_falls_off_a_page_that_is_enlarged_four_times(
    sit_down: Callable[..., Desk],
) -> None:
    desk = sit_down(ENLARGED)
    off: list[str] = []

    for path in all_pages(desk):
        page = desk.go(path)
        if page.evaluate("document.documentElement.scrollWidth") > ENLARGED["width"]:
            off.append(f"{path} scrolls sideways: {page.evaluate(OUTSIDE)}")

    assert not off, "\n".join(off)


def test_nothing_falls_off_with_text_set_wide(sit_down: Callable[..., Desk]) -> None:
    desk = sit_down({"width": 360, "height": 740}, bypass_csp=True)
    off: list[str] = []

    for path in all_pages(desk):
        page = desk.go(path)
        page.add_style_tag(content=WIDE_TEXT)
        if page.evaluate("document.documentElement.scrollWidth") > 360:
            off.append(f"{path} scrolls sideways: {page.evaluate(OUTSIDE)}")

    assert not off, "\n".join(off)
