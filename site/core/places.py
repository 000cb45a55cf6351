"""Where a visitor is: the site, its settings, the hub in each language. Two queries at the most.

Wagtail asks for site, hub, languages and their addresses one at a time, about eight queries in
all; here they are read together, remembered, and put where Wagtail looks first.
"""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass
from typing import Any

from django.core.cache import cache
from django.db.models import Exists, OuterRef
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
from core.page_cache import Remembered


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


@dataclass(frozen=True)
class _Found:
    """What is the same for all requests; shared by them, so each takes copies."""

    settings: StadInstellingen | None
    site: Site
    hubs: list[Page]
    root_paths: list[SiteRootPath]


_ONLY_SITE: Remembered[_Found | None] = Remembered()


def url_of(page: Page, request: HttpRequest) -> str:
    """The path of a page's address, worked out once: Wagtail does it anew each time it is asked.

    A page that is remembered for other visits keeps it; so do its copies.
    """
    known: str | None = page.__dict__.get("known_url")
    if known is None:
        known = page.known_url = page.get_url(request) or ""
    return known


def place_of(request: HttpRequest) -> Place | None:
    """The place of a request, read once; None where there is no site at all."""
    place: Place | None = getattr(request, "_place", None)
    if place is None:
        found = _ONLY_SITE.get("site", _only_site) or _site_that_wagtail_chooses(request)
        if found is None:
            return None
        place = Place(copy(found.site), [copy(hub) for hub in found.hubs])
        _leave_for_wagtail(request, found, place)
    return place


def _only_site() -> _Found | None:
    """The site, with its settings in the same query; None when there are more to choose from."""
    others = Exists(Site.objects.exclude(pk=OuterRef("site")))
    rows = StadInstellingen.objects.select_related("site__root_page").annotate(others=others)
    found = list(rows[:2])
    if len(found) != 1 or found[0].others or not found[0].site.is_default_site:
        return None
    only = _with_hubs(found[0].site, found[0])
    key: dict[str, Any] = {"version": SITE_ROOT_PATHS_CACHE_VERSION}
    if cache.get(SITE_ROOT_PATHS_CACHE_KEY, **key) is None:
        # All addresses there are: with another site beside it, Wagtail gathers them itself.
        cache.set(SITE_ROOT_PATHS_CACHE_KEY, only.root_paths, 3600, **key)
    return only


def _site_that_wagtail_chooses(request: HttpRequest) -> _Found | None:
    site = Site.find_for_request(request)
    return _with_hubs(site, None) if site is not None else None


def _with_hubs(site: Site, settings: StadInstellingen | None) -> _Found:
    translations = Page.objects.filter(translation_key=site.root_page.translation_key)
    hubs = list(translations.select_related("locale").order_by("path"))
    paths = [
        SiteRootPath(site.pk, hub.url_path, site.root_url, hub.locale.language_code) for hub in hubs
    ]
    return _Found(settings, site, hubs, paths)


def _leave_for_wagtail(request: HttpRequest, found: _Found, place: Place) -> None:
    """Where Wagtail looks before it asks the database."""
    left: Any = request
    left._place = place
    if found.settings is not None:
        settings = copy(found.settings)
        settings._request = request
        setattr(left, StadInstellingen.get_cache_attr_name(), settings)
        left._wagtail_site = place.site
        left._wagtail_cached_site_root_paths = found.root_paths
