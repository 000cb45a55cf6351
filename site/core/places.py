"""Where a visitor is: the site, its settings, the hub in each language. Two queries a request.

Wagtail asks for site, hub, languages and their addresses one at a time, about eight queries in
all; here they are read together and put where Wagtail looks first.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.core.cache import cache
from django.http import HttpRequest
from django.utils.translation import get_language
from wagtail.coreutils import get_supported_content_language_variant
from wagtail.models import Page, Site
from wagtail.models.sites import (
    SITE_ROOT_PATHS_CACHE_KEY,
    SITE_ROOT_PATHS_CACHE_VERSION,
    SiteRootPath,
)

from core.models.settings import StadInstellingen


@dataclass(frozen=True)
class Place:
    """The site that was asked, and its front pages."""

    site: Site
    hubs: list[Page]

    @property
    def hub(self) -> Page:
        """The hub in the reader's language, as far as it was published; else the first one."""
        return self._own_hub() or next(h for h in self.hubs if h.pk == self.site.root_page_id)

    @property
    def speaks_the_language(self) -> bool:
        """Whether there is a hub in the reader's language at all."""
        return self._own_hub() is not None

    def _own_hub(self) -> Page | None:
        language = get_supported_content_language_variant(get_language())
        of_language = (hub for hub in self.hubs if hub.locale.language_code == language)
        return next((hub for hub in of_language if hub.live), None)


def place_of(request: HttpRequest) -> Place | None:
    """The place of a request, read once; None where there is no site at all."""
    place: Place | None = getattr(request, "_place", None)
    if place is None:
        site = _site_of(request)
        if site is None:
            return None
        place = Place(site, _hubs_of(site))
        request._place = place  # type: ignore[attr-defined]
    return place


def _site_of(request: HttpRequest) -> Site | None:
    """The site, with its settings in the same query; a second site leaves the choice to Wagtail."""
    found = list(StadInstellingen.objects.select_related("site__root_page")[:2])
    if len(found) == 1 and found[0].site.is_default_site:
        site = found[0].site
        found[0]._request = request
        setattr(request, StadInstellingen.get_cache_attr_name(), found[0])
        request._wagtail_site = site  # type: ignore[attr-defined]
        return site
    return Site.find_for_request(request)


def _hubs_of(site: Site) -> list[Page]:
    translations = Page.objects.filter(translation_key=site.root_page.translation_key)
    hubs = list(translations.select_related("locale").order_by("path"))
    _share_root_paths(site, hubs)
    return hubs


def _share_root_paths(site: Site, hubs: list[Page]) -> None:
    key: dict[str, Any] = {"version": SITE_ROOT_PATHS_CACHE_VERSION}
    if cache.get(SITE_ROOT_PATHS_CACHE_KEY, **key) is not None:
        return
    paths = [
        SiteRootPath(site.pk, hub.url_path, site.root_url, hub.locale.language_code) for hub in hubs
    ]
    cache.set(SITE_ROOT_PATHS_CACHE_KEY, paths, 3600, **key)
