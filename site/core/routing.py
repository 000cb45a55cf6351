"""Finding the page of an address in two queries, however deep it lies.

Wagtail climbs down the tree, two queries a step. Its way remains for addresses that are not a
page's own, such as the days of a series.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import DEFAULT_DB_ALIAS
from django.db.models import Prefetch
from django.http import Http404, HttpRequest, HttpResponse
from wagtail.models import Page

from core.places import Place, place_of

VIEWS = {"wagtail_serve", "file_of_page"}


class PageRouteMiddleware:
    """Finds the page before Wagtail does, and leaves it where Wagtail looks first."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> None:
        match = request.resolver_match
        if match is None or match.view_name not in VIEWS:
            return
        place = place_of(request)
        if place is None:
            return
        if not place.speaks_the_language:
            # Wagtail would answer in Dutch under the address of another language.
            request._wagtail_route_for_request = None  # type: ignore[attr-defined]
            return
        page = find_page(place, str(kwargs.get("path") or (args[0] if args else "")))
        if page is not None:
            request._wagtail_route_for_request = _route(page, request)  # type: ignore[attr-defined]


def _route(page: Page, request: HttpRequest) -> Any:
    try:
        return page.route(request, [])
    except Http404:  # a draft
        return None


def find_page(place: Place, path: str) -> Page | None:
    """The page of an address within the hub of the reader's language, as its own type."""
    parts = [part for part in path.split("/") if part]
    hub = place.hub
    pages = Page.objects.select_related("content_type")
    if parts:
        # The slug has an index, the whole address has none.
        url_path = f"{hub.url_path}{'/'.join(parts)}/"
        page = pages.filter(slug=parts[-1], url_path=url_path).first()
    else:
        page = pages.filter(pk=hub.pk).first()
    return as_own_type(page) if page is not None else None


def as_own_type(page: Page) -> Page | None:
    """The page with its own fields and with what every visit needs, in one query."""
    kind = page.content_type
    model = kind.model_class()
    if model is None:
        return None
    ContentType.objects._add_to_cache(DEFAULT_DB_ALIAS, kind)  # type: ignore[attr-defined]
    related = getattr(model, "visit_related", ())
    pages = model._default_manager.select_related(*related)
    if "image" in related:
        renditions = Prefetch("image__renditions", to_attr="prefetched_renditions")
        pages = pages.prefetch_related(renditions)
    found: Page | None = pages.filter(pk=page.pk).first()
    return found
