"""What the frame of every public screen needs."""

from __future__ import annotations

from copy import copy
from functools import partial
from typing import Any

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext
from wagtail.models import Page

from core.models import StadInstellingen
from core.page_cache import Remembered
from core.places import place_of, url_of
from core.surroundings import FOOTER_SLUGS, SHOWN, own_pages_query

DEFAULT_PALETTE = "sluis"
_MENUS: Remembered[list[Page]] = Remembered()


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
        pages = _MENUS.get(place.hub.pk, partial(_pages_of, place.hub)) if place else []
        for page in pages:
            url_of(page, request)
        request._own_pages = [copy(page) for page in pages]  # type: ignore[attr-defined]
    return request._own_pages  # type: ignore[attr-defined]


def _pages_of(hub: Page) -> list[Page]:
    return list(Page.objects.filter(own_pages_query(hub)).order_by("path").only(*SHOWN))


def _footer_links(request: HttpRequest) -> list[dict[str, Any]]:
    """What a site must tell about itself: rules, accessibility, privacy."""
    links = [
        {"title": page.title, "url": url_of(page, request)}
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
            "url": url_of(page, request),
            "current": request.path.startswith(url_of(page, request) or "//"),
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
