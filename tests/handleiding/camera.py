"""Photographs a part of a screen, with a ring around what to press."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Locator, Page

FOLDER = Path(__file__).resolve().parents[2] / "docs/redactie/beelden"
LIMIT = 40 * 1024
STILL = (
    "*, *::before, *::after { animation: none !important; caret-color: transparent !important;"
    " transition: none !important; }"
)
RING = """box => {
  const ring = document.createElement('div');
  ring.id = 'ring';
  Object.assign(ring.style, {
    border: '4px solid #d6007a', borderRadius: '14px', boxShadow: '0 0 0 2px #fff',
    boxSizing: 'border-box', pointerEvents: 'none', position: 'fixed', zIndex: 99999,
    left: `${box.x - 8}px`, top: `${box.y - 8}px`,
    width: `${box.width + 16}px`, height: `${box.height + 16}px`,
  });
  document.body.append(ring);
}"""


def take(
    page: Page, name: str, *, around: list[Locator] | None = None, ring: Locator | None = None
) -> None:
    """Save the screen, or what is around some parts of it; a part that is gone is an error."""
    page.add_style_tag(content=STILL)
    page.wait_for_timeout(400)
    boxes = [_box(part) for part in around or []]
    if ring is not None:
        box = _box(ring)
        boxes = [*boxes, box] if boxes else []
        page.evaluate(RING, box)
    shot = page.screenshot(clip=_union(page, boxes), animations="disabled", caret="hide")
    page.evaluate("document.getElementById('ring')?.remove()")
    _save(shot, name)


def to_top(part: Locator) -> None:
    """Below the bar that stays on the screen."""
    part.evaluate("e => { e.style.scrollMarginTop = '90px'; e.scrollIntoView({block: 'start'}); }")


def _box(part: Locator) -> dict[str, float]:
    part.wait_for(state="visible")
    box = part.bounding_box()
    assert box is not None
    return dict(box)


def _union(page: Page, boxes: list[dict[str, float]], air: int = 24) -> dict[str, float] | None:
    if not boxes:
        return None
    size = page.viewport_size or {"width": 1000, "height": 760}
    left = max(0, min(box["x"] for box in boxes) - air)
    top = max(0, min(box["y"] for box in boxes) - air)
    right = min(size["width"], max(box["x"] + box["width"] for box in boxes) + air)
    bottom = min(size["height"], max(box["y"] + box["height"] for box in boxes) + air)
    assert right > left, "what the picture should show is not on the screen"
    assert bottom > top, "what the picture should show is not on the screen"
    return {"x": left, "y": top, "width": right - left, "height": bottom - top}


def _save(png: bytes, name: str) -> None:
    picture = Image.open(BytesIO(png)).convert("RGB")
    for quality in (82, 70, 55, 40):
        out = BytesIO()
        picture.save(out, "WEBP", quality=quality, method=6)
        if out.tell() <= LIMIT:
            break
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / f"{name}.webp").write_bytes(out.getvalue())
