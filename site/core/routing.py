"""Finding the page of an address in two queries, however deep it lies.

Wagtail climbs down the tree, two queries a step. Its way remains for addresses that neither a page
nor the page above them answers for.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
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
        found = find_page(place, str(kwargs.get("path") or (args[0] if args else "")))
        if found is not None:
            request._wagtail_route_for_request = _route(*found, request)  # type: ignore[attr-defined]


def _route(page: Page, behind: list[str], request: HttpRequest) -> Any:
    try:
        return page.route(request, behind)
    except Http404:  # a draft, or nothing of that name behind it
        return None


def find_page(place: Place, path: str) -> tuple[Page, list[str]] | None:
    """The page of an address within the hub of the reader's language, as its own type.

    Where there is none, the page above it, if its type answers for what stands behind it
    (`answers_behind`); with that last part.
    """
    parts = [part for part in path.split("/") if part]
    hub = place.hub
    if not parts:
        own = as_own_type(hub.pk, hub.content_type_id)
        return None if own is None else (own, [])
    # The slug has an index, the whole address has none.
    url_path = f"{hub.url_path}{'/'.join(parts)}/"
    asked = Q(slug=parts[-1], url_path=url_path)
    if len(parts) > 1:
        asked |= Q(slug=parts[-2], url_path=f"{hub.url_path}{'/'.join(parts[:-1])}/")
    rows = Page.objects.filter(asked).values_list("pk", "content_type_id", "url_path")
    # Of two, the longer address is the page itself.
    for pk, kind, address in sorted(rows, key=lambda row: -len(row[2])):
        model = ContentType.objects.get_for_id(kind).model_class()
        behind = [] if address == url_path else parts[-1:]
        if not behind or getattr(model, "answers_behind", False):
            page = as_own_type(pk, kind)
            return None if page is None else (page, behind)
    return None


def as_own_type(pk: int, content_type_id: int) -> Page | None:
    """The page with its own fields and with what every visit needs, in one query."""
    model = ContentType.objects.get_for_id(content_type_id).model_class()
    if model is None:
        return None
    related = getattr(model, "visit_related", ())
    heavy = getattr(model, "visit_deferred", ())
    pages = model._default_manager.select_related(*related).defer(*heavy)
    found: Page | None = pages.filter(pk=pk).first()
    return found
