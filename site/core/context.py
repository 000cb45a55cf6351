"""What the frame of every public screen needs."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext
from wagtail.models import Page

from core.models import StadInstellingen
from core.places import place_of
from core.surroundings import FOOTER_SLUGS, own_pages_query

DEFAULT_PALETTE = "sluis"


def frame(request: HttpRequest) -> dict[str, Any]:
    """City, menu of the hub, addresses. Lazy: the CMS pays nothing for it."""
    if request.path.startswith("/beheer/"):
        return {}
    return {
        "stad": _LazyOnce(lambda: _stad(request)),
        "hub_links": _LazyOnce(lambda: _hub_links(request)),
        "footer_links": _LazyOnce(lambda: _footer_links(request)),
        "palet": DEFAULT_PALETTE,
        "home_url": _home_url(),
        "zoeken_url": _url("zoeken"),
        "wijken_url": _url("wijken"),
    }


class _LazyOnce:
    """Called by the template at most once."""

    def __init__(self, make: Any) -> None:
        self._make = make

    def __call__(self) -> Any:
        if self._make is not None:
            self._value, self._make = self._make(), None
        return self._value


def _stad(request: HttpRequest) -> StadInstellingen:
    place_of(request)  # reads them along with the site
    return StadInstellingen.for_request(request)


def _url(name: str) -> str:
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


def _home_url() -> str:
    return reverse("wagtail_serve", args=[""])


def _own_pages(request: HttpRequest) -> list[Page]:
    """The hub's sections and rules, in the reader's language; read once for menu and footer."""
    if not hasattr(request, "_own_pages"):
        place = place_of(request)
        pages = Page.objects.none()
        if place is not None:
            pages = Page.objects.filter(own_pages_query(place.hub))
        request._own_pages = list(pages.order_by("path"))  # type: ignore[attr-defined]
    return request._own_pages  # type: ignore[attr-defined]


def _footer_links(request: HttpRequest) -> list[dict[str, Any]]:
    """What a site must tell about itself: rules, accessibility, privacy."""
    links = [
        {"title": page.title, "url": page.get_url(request)}
        for page in _own_pages(request)
        if page.slug in FOOTER_SLUGS
    ]
    privacy = _url("privacy")
    return [*links, {"title": gettext("Privacy"), "url": privacy}] if privacy else links


def _hub_links(request: HttpRequest) -> list[dict[str, Any]]:
    """The hub's own sections, in the reader's language."""
    links = [
        {
            "title": page.title,
            "url": page.get_url(request),
            "current": request.path.startswith(page.get_url(request) or "//"),
        }
        for page in _own_pages(request)
        if page.show_in_menus
    ]
    wijken = _url("wijken")
    if wijken:
        links.append(
            {"title": gettext("Wijken"), "url": wijken, "current": request.path.startswith(wijken)}
        )
    return links
