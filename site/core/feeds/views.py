"""Finding the page that a file belongs to. Wagtail's own addresses take no dots."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.views.decorators.http import conditional_page, require_safe
from wagtail.models import Page

from core.feeds.registry import feed_view


@require_safe
@conditional_page
def file_of_page(request: HttpRequest, path: str, filename: str) -> HttpResponse:
    """The file of a public page; 404 for everybody if the page is not public."""
    view = feed_view(filename)
    page = _public_page(request, path) if view else None
    response = view(request, page) if view and page else None
    if response is None:
        raise Http404
    response["Cache-Control"] = "public, max-age=300"
    return response


def _public_page(request: HttpRequest, path: str) -> Page | None:
    """The page at this address in this language, if everybody may read it."""
    route = Page.route_for_request(request, path)
    if route is None or route.args or route.kwargs:
        return None
    page = route.page
    # Where the hub is not translated, Wagtail falls back to the Dutch one.
    if page.locale.language_code != get_language() or page.get_view_restrictions().exists():
        return None
    return page
