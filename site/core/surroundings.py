"""The pages around a page that its frame shows, in one query."""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.http import HttpRequest
from wagtail.models import Page

from core.page_cache import Remembered
from core.places import place_of, url_of
from core.tree import ancestor_paths

BRANCH_DEPTH = 3
# Of each page around it, its frame shows the title and the address.
SHOWN = (
    "path",
    "depth",
    "slug",
    "url_path",
    "title",
    "draft_title",
    "live",
    "show_in_menus",
    "translation_key",
    "locale",
    "content_type",
)
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


_FRAMES: Remembered[list[Page]] = Remembered()
_VERSIONS: Remembered[list[Page]] = Remembered()


def _read(page: Page, request: HttpRequest) -> Surroundings:
    place = place_of(request)
    hub = place.hub if place is not None else None
    above = ancestor_paths(page)
    branch = page.path[: BRANCH_DEPTH * page.steplen] if page.depth >= BRANCH_DEPTH else ""
    in_frame = Q(path__in=above) | _menus(hub, branch)

    def is_framed(other: Page) -> bool:
        is_own = hub is not None and _is_own(other, hub)
        return other.path in above or is_own or bool(branch and _is_in_menu_of(other, branch))

    key = (*above[-1:], branch, hub and hub.pk)
    frame, versions = _frame_and_versions(page, key, in_frame, is_framed)
    for other in (*frame, *versions):
        url_of(other, request)
    frame, versions = [copy(other) for other in frame], [copy(other) for other in versions]
    ancestors = [other for other in frame if other.path in set(above)]
    return Surroundings(
        ancestors=[other for other in ancestors if other.depth > 1 and other.live],
        own_pages=[other for other in frame if hub and _is_own(other, hub)],
        branch_menu=[other for other in frame if branch and _is_in_menu_of(other, branch)],
        versions=_with_locales(versions, place),
        above=ancestors,
    )


def _menus(hub: Page | None, branch: str) -> Q:
    wanted = own_pages_query(hub) if hub is not None else Q(pk__in=[])
    if branch:
        wanted |= _children(branch, BRANCH_DEPTH) & Q(live=True, show_in_menus=True)
    return wanted


def _frame_and_versions(
    page: Page, key: Any, in_frame: Q, is_framed: Callable[[Page], bool]
) -> tuple[list[Page], list[Page]]:
    """What many pages have in common, and this page in other languages; in one query at the most.

    Of both, only rows that drop everything decide (core.page_cache).
    """
    frame, versions = _FRAMES.known(key), _VERSIONS.known(page.translation_key)
    if frame is None or versions is None:
        is_version = Q(translation_key=page.translation_key)
        wanted = is_version if frame is not None else in_frame | is_version
        found = list(Page.objects.filter(wanted).order_by("path").only(*SHOWN))
        own = [other for other in found if other.translation_key == page.translation_key]
        versions = [other for other in own if other.live]
        if frame is None:
            made = [other for other in found if is_framed(other)]
            frame = _FRAMES.get(key, lambda: made)
        _VERSIONS.get(page.translation_key, lambda: versions)
    return frame, versions


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
