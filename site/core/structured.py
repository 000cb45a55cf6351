"""What pages tell programs: schema.org for search engines, Open Graph for shared links."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.safestring import SafeString, mark_safe
from wagtail.images.models import SourceImageIOError

from core.absolute import absolute

if TYPE_CHECKING:
    from core.models import BasePage

SOCIAL_SPEC = "fill-1200x630|format-jpeg"
SOCIAL_FALLBACK = ("img/social.png", 1200, 630)
# So that no text can end the script element it stands in, nor begin another.
ESCAPES = {ord(sign): f"\\u{ord(sign):04X}" for sign in "<>&\u2028\u2029"}


def as_script_json(data: Any) -> SafeString:
    """Data as JSON that is safe within <script type="application/ld+json">."""
    text = json.dumps(data, ensure_ascii=False, default=str)
    return mark_safe(text.translate(ESCAPES))  # noqa: S308


def graph(*things: dict[str, Any] | None) -> SafeString:
    """Several things of schema.org in one script; empty when there is none."""
    known = [thing for thing in things if thing]
    if not known:
        return SafeString("")
    return as_script_json({"@context": "https://schema.org", "@graph": known})


def breadcrumb_list(
    breadcrumbs: list[dict[str, Any]], page: BasePage, url: str
) -> dict[str, Any] | None:
    """The way from the hub to this page; None for the hub itself."""
    if not breadcrumbs:
        return None
    steps = [(step["title"], absolute(step["url"] or "/")) for step in breadcrumbs]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": name, "item": address}
            for place, (name, address) in enumerate([*steps, (page.title, url)], 1)
        ],
    }


def social_image(page: BasePage) -> tuple[str, int, int]:
    """Address and size of the picture of a shared link: the page's own, else that of the site."""
    if page.image is not None:
        try:
            rendition = page.image.get_rendition(SOCIAL_SPEC)
        except SourceImageIOError:
            pass
        else:
            return whole(rendition.url), rendition.width, rendition.height
    path, width, height = SOCIAL_FALLBACK
    return whole(static(path)), width, height


def whole(url: str) -> str:
    """The whole address of a file; another server may hold it already."""
    return absolute(url) if url.startswith("/") else url


def open_graph(page: BasePage, url: str) -> dict[str, Any]:
    """What a shared link shows."""
    image_url, width, height = social_image(page)
    return {
        "title": page.seo_title or page.title,
        "description": page.description_for_search,
        "type": page.og_type,
        "url": url,
        "image_url": image_url,
        "image_width": width,
        "image_height": height,
        "image_alt": page.alt if page.image is not None else "",
    }


def describe(page: BasePage, frame: dict[str, Any], request: HttpRequest) -> dict[str, Any]:
    """Both, for the context of a page: `og` and `structured_data` (JSON, ready to print)."""
    url = frame["canonical_url"]
    own = page.structured_data(request)
    return {
        "og": open_graph(page, url),
        "structured_data": graph(own, breadcrumb_list(frame["breadcrumbs"], page, url)),
    }
