"""What the frame of every public screen needs."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from wagtail.models import Page, Site

from core.models import StadInstellingen

DEFAULT_PALETTE = "sluis"


def frame(request: HttpRequest) -> dict[str, Any]:
    """City, menu of the hub, addresses. Lazy: the CMS pays nothing for it."""
    if request.path.startswith("/beheer/"):
        return {}
    return {
        "stad": _LazyOnce(lambda: StadInstellingen.for_request(request)),
        "hub_links": _LazyOnce(lambda: _hub_links(request)),
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


def _url(name: str) -> str:
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


def _home_url() -> str:
    return reverse("wagtail_serve", args=[""])


def _hub_links(request: HttpRequest) -> list[dict[str, Any]]:
    """The hub's own sections, in the reader's language."""
    site = Site.find_for_request(request)
    if site is None:
        return []
    home = site.root_page.localized
    pages = Page.objects.child_of(home).live().in_menu().order_by("path")
    links = [
        {
            "title": page.title,
            "url": page.get_url(request),
            "current": request.path.startswith(page.get_url(request) or "//"),
        }
        for page in pages
    ]
    wijken = _url("wijken")
    if wijken:
        from django.utils.translation import gettext as _

        links.append(
            {"title": _("Wijken"), "url": wijken, "current": request.path.startswith(wijken)}
        )
    return links
