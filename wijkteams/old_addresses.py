"""Addresses that a ward once had lead on to the new one, for good (requirement X2)."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.utils.encoding import iri_to_uri

from wijkteams.models import OudAdres


class OldAddressMiddleware:
    """Looks only when nothing was found: an old first part of the path becomes the new one."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code == 404 and request.method in {"GET", "HEAD"}:
            new = new_address(request.path)
            if new:
                query = request.META.get("QUERY_STRING", "")
                return HttpResponsePermanentRedirect(iri_to_uri(f"{new}?{query}" if query else new))
        return response


def new_address(path: str) -> str | None:
    """The same path at the ward's present address; None when no ward was ever there."""
    parts = path.split("/")
    at = 2 if len(parts) > 2 and parts[1] in dict(settings.LANGUAGES) else 1
    if not parts[at : at + 1] or not parts[at] or "\0" in path:  # PostgreSQL takes no NUL
        return None
    old = OudAdres.objects.filter(slug=parts[at]).select_related("wijk").first()
    if old is None:
        return None
    return "/".join([*parts[:at], old.wijk.slug, *parts[at + 1 :]])
