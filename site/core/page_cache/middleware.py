"""Answers anonymous readers from a file, and keeps what was made for them.

Stands before everything that adds headers: what is kept is the answer as it left the house. Only
who stands before this one (the number of the request) is asked anew.
"""

from __future__ import annotations

import gzip
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from core.page_cache.address import Address, address_of
from core.page_cache.answer import Dependencies, dependencies
from core.page_cache.beginning import claim, state_or_begin
from core.page_cache.events import ANY_PUBLICATION
from core.page_cache.generation import State
from core.page_cache.headers import REVALIDATE, VARY, kept_headers
from core.page_cache.keeping import Made, keep
from core.page_cache.promise import promise, still_promised
from core.page_cache.reading import fill, give, not_changed, read, without_text
from core.page_cache.views import is_open

# What only belongs to one reader. It never gets this far; if it ever does, it goes no further.
NOBODY_ELSES = (b"csrfmiddlewaretoken", b"wagtail-userbar", b'nonce="')


class PageCacheMiddleware:
    """Stands right after the number of the request."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        if settings.PAGE_CACHE:
            claim()

    def __call__(self, request: HttpRequest) -> HttpResponse:
        address = address_of(request)
        if address is None:
            return self.get_response(request)
        state = None
        if settings.PAGE_CACHE:
            kept = None if address.query else read(address)
            if kept is not None:
                return give(kept, request)
            state = state_or_begin()
            promised = still_promised(request, address, state)
            if promised is not None:
                return promised
        return self._make(request, address, state)

    def _make(self, request: HttpRequest, address: Address, began: State | None) -> HttpResponse:
        with dependencies() as found:
            response = self.get_response(request)
        if not is_the_same_for_all(request, response, found):
            return response
        body = _plain(response)
        if any(mark in body for mark in NOBODY_ELSES):
            return response
        response.headers["Cache-Control"], response.headers["Vary"] = REVALIDATE, VARY
        made = Made(
            address, kept_headers(response), body, _keys(request, found), found.until, began
        )
        kept = keep(made) if request.method == "GET" and not address.query else None
        if kept is None:
            promise(response, address, began, found.until)
        else:
            gzipped = "Content-Encoding" in response.headers
            response.content = kept.gzipped if gzipped else kept.body
            fill(response, kept, gzipped=gzipped)
        return not_changed(request, response) or without_text(request, response)


def _keys(request: HttpRequest, found: Dependencies) -> frozenset[str]:
    """What was said, and the page itself. Other screens that say nothing show pages of any kind."""
    match, route = request.resolver_match, getattr(request, "_wagtail_route_for_request", None)
    own = {f"pagina:{route.page.pk}"} if route else set()
    if not found.keys and match is not None and match.view_name != "wagtail_serve":
        own.add(ANY_PUBLICATION)
    return frozenset(found.keys | own)


def is_the_same_for_all(request: HttpRequest, response: HttpResponse, found: Dependencies) -> bool:
    """Whether anybody who asks would get this very answer."""
    if response.status_code != 200 or response.streaming or response.cookies:
        return False
    control = response.headers.get("Cache-Control", "")
    if found.refusals or "private" in control or "no-store" in control:
        return False
    return is_open(request)


def _plain(response: HttpResponse) -> bytes:
    if response.headers.get("Content-Encoding") == "gzip":
        return gzip.decompress(response.content)
    return response.content
