"""What pages tell programs: schema.org for search engines, Open Graph for shared links."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from django.core.files.storage import default_storage
from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.safestring import SafeString, mark_safe

from core.absolute import absolute
from core.models.settings import StadInstellingen
from core.pictures import picture_of
from core.places import place_of

if TYPE_CHECKING:
    from core.models import BasePage

SOCIAL = "social"
CARD_SIZE = (1200, 630)
SOCIAL_FALLBACK = ("img/social.png", *CARD_SIZE)
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
    """Address and size of the picture of a page for others: its own, else that of the site."""
    picture = picture_of(page.image, SOCIAL)
    if picture is not None:
        return whole(picture.url), picture.width, picture.height
    path, width, height = SOCIAL_FALLBACK
    return whole(static(path)), width, height


def card_of(frame: dict[str, Any], request: HttpRequest) -> tuple[str, str]:
    """The drawn card of a branch that has a face of its own, else of the city; and its name."""
    face = frame.get("face")
    if face is not None:
        return face.card, face.name
    stad = StadInstellingen.for_request(request)
    return (default_storage.url(stad.social_card), stad.stad) if stad.social_card else ("", "")


def shared_image(page: BasePage, frame: dict[str, Any], request: HttpRequest) -> dict[str, Any]:
    """The picture of a shared link, for Open Graph.

    A page shows its own picture. The front page of a branch, and a page without a picture, show
    the card; as long as that was not drawn, the one that comes with the program.
    """
    card, name = card_of(frame, request)
    is_front = not frame["breadcrumbs"] or frame.get("is_branch_front", False)
    if card and (is_front or page.image is None):
        (url, alt), (width, height) = (whole(card), name), CARD_SIZE
    else:
        (url, width, height), alt = social_image(page), page.alt
    return {"image_url": url, "image_width": width, "image_height": height, "image_alt": alt}


def whole(url: str) -> str:
    """The whole address of a file; another server may hold it already."""
    return absolute(url) if url.startswith("/") else url


def open_graph(page: BasePage, frame: dict[str, Any], request: HttpRequest) -> dict[str, Any]:
    """What a shared link shows."""
    return {
        "title": page.seo_title or page.title,
        "description": page.description_for_search,
        "type": page.og_type,
        "url": frame["canonical_url"],
        **shared_image(page, frame, request),
    }


def describe(page: BasePage, frame: dict[str, Any], request: HttpRequest) -> dict[str, Any]:
    """Both, for the context of a page: `og` and `structured_data` (JSON, ready to print)."""
    url = frame["canonical_url"]
    own = page.structured_data(request)
    return {
        "og": open_graph(page, frame, request),
        "structured_data": graph(own, breadcrumb_list(frame["breadcrumbs"], page, url)),
    }


def describe_screen(request: HttpRequest, *, title: str, description: str) -> dict[str, Any]:
    """The same for a screen that is no page, such as the search: `og` and `canonical_url`."""
    place_of(request)  # reads the city's settings along with the site
    card, name = card_of({}, request)
    path, width, height = SOCIAL_FALLBACK
    url = absolute(request.path)
    og = {
        "title": title,
        "description": description,
        "type": "website",
        "url": url,
        "image_url": whole(card or static(path)),
        "image_width": width,
        "image_height": height,
        "image_alt": name,
    }
    return {"og": og, "canonical_url": url}
