"""The pages around a page that its frame shows, in one query."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.http import HttpRequest
from wagtail.models import Page

from core.places import place_of
from core.tree import ancestor_paths

BRANCH_DEPTH = 3
FOOTER_SLUGS = ("huisregels", "toegankelijkheid")


@dataclass(frozen=True)
class Surroundings:
    """Ancestors (hub first), the hub's own pages, the menu of the branch, other languages."""

    ancestors: list[Page]
    own_pages: list[Page]
    branch_menu: list[Page]
    versions: list[Page]
    above: list[Page]
    "All ancestors, the root and drafts too, for asking who may read."


def surroundings_of(page: Page, request: HttpRequest) -> Surroundings:
    """Read once for each request."""
    found: Surroundings | None = getattr(request, "_surroundings", None)
    if found is None or getattr(request, "_surroundings_of", None) != page.pk:
        found = _read(page, request)
        request._surroundings = found  # type: ignore[attr-defined]
        request._surroundings_of = page.pk  # type: ignore[attr-defined]
        request._own_pages = found.own_pages  # type: ignore[attr-defined]
    return found


def own_pages_query(hub: Page) -> Q:
    """The hub's sections and rules; its wards are many, and are listed elsewhere."""
    shown = Q(show_in_menus=True) | Q(slug__in=FOOTER_SLUGS)
    return _children(hub.path, hub.depth) & Q(live=True) & shown


def _children(path: str, depth: int) -> Q:
    first, last = Page._get_children_path_interval(path)
    return Q(depth=depth + 1, path__range=(first, last))


def _read(page: Page, request: HttpRequest) -> Surroundings:
    place = place_of(request)
    above = ancestor_paths(page)
    branch = page.path[: BRANCH_DEPTH * page.steplen] if page.depth >= BRANCH_DEPTH else ""
    wanted = Q(path__in=above) | Q(translation_key=page.translation_key)
    if place is not None:
        wanted |= own_pages_query(place.hub)
    if branch:
        wanted |= _children(branch, BRANCH_DEPTH) & Q(live=True, show_in_menus=True)
    found = list(Page.objects.filter(wanted).order_by("path"))
    ancestors = [other for other in found if other.path in set(above)]
    return Surroundings(
        ancestors=[other for other in ancestors if other.depth > 1 and other.live],
        own_pages=[other for other in found if place and _is_own(other, place.hub)],
        branch_menu=[other for other in found if branch and _is_in_menu_of(other, branch)],
        versions=_with_locales(
            [p for p in found if p.live and p.translation_key == page.translation_key], place
        ),
        above=ancestors,
    )


def _is_own(page: Page, hub: Page) -> bool:
    shown = page.show_in_menus or page.slug in FOOTER_SLUGS
    return page.depth == hub.depth + 1 and page.path.startswith(hub.path) and page.live and shown


def _is_in_menu_of(page: Page, branch: str) -> bool:
    inside = page.depth == BRANCH_DEPTH + 1 and page.path.startswith(branch)
    return inside and page.live and page.show_in_menus


def _with_locales(pages: list[Page], place: Any) -> list[Page]:
    """The languages are known from the hubs: no query for each."""
    known = {hub.locale_id: hub.locale for hub in place.hubs} if place else {}
    for page in pages:
        if page.locale_id in known:
            page.locale = known[page.locale_id]
    return sorted(pages, key=lambda page: page.locale_id)
