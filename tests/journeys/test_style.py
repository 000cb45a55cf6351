"""The style page in a browser: nothing that axe finds, and every part looks as it did."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from PIL import Image
from playwright.sync_api import Page

from tests.journeys import references
from tests.journeys.axe import violations
from tests.journeys.conftest import DESK, PHONE, Desk
from wijkteams.palettes import Palet

pytestmark = pytest.mark.e2e

SAMPLE = "/beheer/stijl/voorbeeld/?palet={}&schema={}&richting={}&deel={}"
EVERYTHING = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    # Samples are no page: the same menu stands there as a menu and in a header.
    "rules": {"landmark-unique": {"enabled": False}},
}
# What a palette can change; the other rules give the same in each of them.
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}
GROUPS = ("tekst", "lijsten", "wijk", "formulieren", "rand", "blokken")
VARIANTS = {
    "licht-1280": (DESK, "haven", "licht", "ltr"),
    "donker-360": (PHONE, "oudesluis", "donker", "ltr"),
    "rtl-360": (PHONE, "linde", "licht", "rtl"),
}
# Code names files by their contents: any change of a style sheet would change the picture.
ALL_THERE = """async () => {
  for (const code of document.querySelectorAll("code")) code.textContent = "…";
  for (const image of document.images) image.loading = "eager";
  await Promise.all([...document.images].map((image) => image.decode().catch(() => {})));
  await document.fonts.ready;
}"""


def visitor(sit_down: Callable[..., Desk], viewport: dict[str, int] = DESK, **more: object) -> Desk:
    """A volunteer who looks at the style page."""
    desk = sit_down(viewport, reduced_motion="reduce", **more)
    desk.log_in("joris@sluisdam.example")
    return desk


def found_by_axe(page: Page, options: dict[str, object]) -> list[str]:
    return [
        f"{page.url}: {one['id']} {[node['target'] for node in one['nodes'][:3]]}"
        for one in violations(page, options)
    ]


def picture_of(page: Page) -> Image.Image:
    page.evaluate(ALL_THERE)
    # The list of errors takes the focus by itself; a ring around it is no part of the style.
    page.evaluate("document.activeElement.blur()")
    shot = page.screenshot(
        full_page=True,
        animations="disabled",
        caret="hide",
        # Where a photo stands matters here, not what is on it: that weighs ten times as much.
        mask=[page.locator("img:not([src$='.svg'])")],
        mask_color="#808080",
    )
    return references.shrunk(io.BytesIO(shot))


def part_at(page: Page, top: int) -> str:
    """The part of the page that stands at this height."""
    return str(
        page.evaluate(
            """top => [...document.querySelectorAll("main > section")].findLast(
                part => part.getBoundingClientRect().top + scrollY <= top)?.id ?? "" """,
            top,
        )
    )


@pytest.mark.parametrize(("scheme", "direction"), [("licht", "ltr"), ("donker", "rtl")])
def test_axe_finds_no_colour_that_cannot_be_read(
    sit_down: Callable[..., Desk], scheme: str, direction: str
) -> None:
    page = visitor(sit_down).go(SAMPLE.format("sluis", scheme, direction, "alles"))
    found = []

    for palette in Palet.values:
        page.evaluate("palette => document.documentElement.dataset.palet = palette", palette)
        found += [f"{palette}: {problem}" for problem in found_by_axe(page, COLOURS)]

    assert not found, "\n".join(found)


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
@pytest.mark.parametrize("scheme", ["licht", "donker"])
def test_axe_finds_nothing_on_the_samples(
    sit_down: Callable[..., Desk], scheme: str, direction: str
) -> None:
    page = visitor(sit_down, PHONE).go(SAMPLE.format("haven", scheme, direction, "alles"))

    found = found_by_axe(page, EVERYTHING)

    assert not found, "\n".join(found)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


@pytest.mark.parametrize("path", ["/beheer/stijl/", "/beheer/stijl/wijk/", "/beheer/stijl/rand/"])
def test_axe_finds_nothing_on_the_style_page_itself(
    sit_down: Callable[..., Desk], path: str
) -> None:
    page = visitor(sit_down).go(path)

    assert not found_by_axe(page, EVERYTHING)


def test_samples_break_no_policy_and_ask_nothing_of_others(sit_down: Callable[..., Desk]) -> None:
    desk = visitor(sit_down)
    requests: list[str] = []
    complaints: list[str] = []
    desk.page.on("request", lambda request: requests.append(request.url))
    desk.page.on("console", lambda message: complaints.append(message.text))

    desk.go(SAMPLE.format("zon", "licht", "ltr", "alles")).evaluate(ALL_THERE)

    assert not complaints
    assert all(url.startswith(desk.site) for url in requests)


@pytest.mark.parametrize("variant", VARIANTS)
def test_every_part_looks_as_it_did(sit_down: Callable[..., Desk], variant: str) -> None:
    """Meant to be different? `python -m tests.journeys.references` makes the pictures anew."""
    viewport, *switches = VARIANTS[variant]
    desk = visitor(sit_down, viewport)
    changed = []

    for group in GROUPS:
        page = desk.go(SAMPLE.format(*switches, f"groep-{group}"))
        now, name = picture_of(page), f"{group}-{variant}"
        if references.is_renewing():
            references.keep(name, now)
            continue
        difference = references.compare(Image.open(references.reference(name)).convert("RGB"), now)
        if difference:
            path = references.save_difference(name, difference)
            changed.append(f"{part_at(page, difference.top)}: {difference.words}; see {path}")

    assert not changed, "\n".join(changed)


def test_the_same_page_twice_looks_the_same(sit_down: Callable[..., Desk]) -> None:
    desk = visitor(sit_down)
    address = SAMPLE.format("haven", "licht", "ltr", "groep-lijsten")
    first, second = picture_of(desk.go(address)), picture_of(desk.go(address))

    assert references.compare(first, second) is None


@pytest.mark.parametrize(
    ("part", "change"),
    [
        ("card", ".card:first-child { position: relative; inset-inline-start: 8px }"),
        ("notice", ".notice:last-child { margin-block-start: 8px }"),
        ("button", ":root { --wijk-actie: var(--wijk-700) }"),
        ("nav", ".site-nav a { font-weight: 400 }"),
        ("page_head", "h1 { font-weight: 500 }"),
    ],
)
def test_a_change_that_people_would_see_is_noticed(
    sit_down: Callable[..., Desk], part: str, change: str
) -> None:
    desk = visitor(sit_down, bypass_csp=True)
    page = desk.go(SAMPLE.format("haven", "licht", "ltr", part))
    before = picture_of(page)
    page.add_style_tag(content=change)

    difference = references.compare(before, picture_of(page))

    assert difference
    assert part_at(page, difference.top) == part
