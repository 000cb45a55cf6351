"""The screen /zoeken/."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.places import place_of
from core.search.results import EMPTY, MAX_PAGES, Results, search_pages
from core.search.scopes import Scope, scope_of
from core.search.words import clean
from core.structured import describe_screen


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Public pages with the words of `?q=`, twenty at a time. Nothing of it is kept."""
    query = clean(request.GET.get("q", ""))
    number = _number(request.GET.get("pagina", ""))
    first = scope_of(request.GET)
    place_of(request)  # leaves the addresses of the site where each result looks for them
    found = search_pages(query, get_language(), number=number, first=first) if query else EMPTY
    context = {
        **_in_words(found, query, first),
        **_pages(found, query, first, number),
        "query": query,
        "items": found.items,
        "first": first,
        "searched": bool(query),
        **describe_screen(
            request,
            title=_("Zoeken"),
            description=_("Zoek in het nieuws en de pagina's van alle wijken."),
        ),
    }
    response = render(request, "core/zoeken.html", context)
    if query:  # lists of what somebody once looked for are no use to others
        response["X-Robots-Tag"] = "noindex"
    return response


def _in_words(found: Results, query: str, first: Scope | None) -> dict[str, Any]:
    return {
        "count_text": count_text(found, found.instead or query),
        "instead": found.instead,
        "instead_url": _page_url(found.instead, first),
        "nothing_text": _("Niets gevonden voor ‘%(query)s’.") % {"query": query},
        "first_text": first and _("Eerst wat bij %(place)s hoort.") % {"place": first.title},
    }


def _pages(found: Results, query: str, first: Scope | None, number: int) -> dict[str, str | None]:
    previous = number - 1 if query else 0
    return {
        "next_url": _page_url(query, first, pagina=number + 1) if found.has_next else None,
        "previous_url": _page_url(query, first, pagina=previous) if previous else None,
    }


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


def _page_url(query: str, first: Scope | None, **more: int) -> str:
    scope = {first.name: first.value} if first else {}
    return f"?{urlencode({'q': query, **scope, **more})}"
