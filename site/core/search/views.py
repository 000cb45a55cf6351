"""The screen /zoeken/."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.search.results import EMPTY, MAX_PAGES, Results, search_pages
from core.search.words import clean


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Public pages with the words of `?q=`, twenty at a time. Nothing of it is kept."""
    query = clean(request.GET.get("q", ""))
    number = _number(request.GET.get("pagina", ""))
    found = search_pages(query, get_language(), number=number) if query else EMPTY
    context = {
        "query": query,
        "items": found.items,
        "count_text": count_text(found, query),
        "next_url": _page_url(query, number + 1) if found.has_next else None,
        "previous_url": _page_url(query, number - 1) if query and number > 1 else None,
        "searched": bool(query),
    }
    response = render(request, "core/zoeken.html", context)
    response["X-Robots-Tag"] = "noindex"
    return response


def count_text(found: Results, query: str) -> str:
    """How much was found, in words."""
    if not found.total:
        return _("Niets gevonden voor ‘%(query)s’") % {"query": query}
    if found.more_than_shown:
        return _("Meer dan %(count)d resultaten voor ‘%(query)s’") % {
            "count": found.total,
            "query": query,
        }
    return ngettext(
        "%(count)d resultaat voor ‘%(query)s’",
        "%(count)d resultaten voor ‘%(query)s’",
        found.total,
    ) % {"count": found.total, "query": query}


def _number(text: str) -> int:
    """The page that was asked for; the first if it makes no sense."""
    if not (text.isascii() and text.isdigit() and len(text) < 4):
        return 1
    return min(max(int(text), 1), MAX_PAGES)


def _page_url(query: str, number: int) -> str:
    return f"?{urlencode({'q': query, 'pagina': number})}"
