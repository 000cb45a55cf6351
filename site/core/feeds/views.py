"""Finding the page that a file belongs to. Wagtail's own addresses take no dots."""

from __future__ import annotations

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import get_language
from django.views.decorators.http import require_safe
from wagtail.models import Page

from core.feeds.registry import feed_views


@require_safe
def file_of_page(request: HttpRequest, path: str, filename: str) -> HttpResponseBase:
    """The file of a public page; 404 for everybody if the page is not public."""
    views = feed_views(filename)
    page = public_page(request, path) if views else None
    if page is not None:
        for view in views:
            response = view(request, page)
            if response is not None:
                return response
    raise Http404


def public_page(request: HttpRequest, path: str) -> Page | None:
    """The page at this address in this language, if everybody may read it."""
    route = Page.route_for_request(request, path)
    if route is None or route.args or route.kwargs:
        return None
    page = route.page
    # Where the hub is not translated, Wagtail falls back to the Dutch one.
    if page.locale.language_code != get_language() or page.get_view_restrictions().exists():
        return None
    return page
