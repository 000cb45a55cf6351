"""Screens of the hub that are no pages."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.models import Locale

from core.structured import describe_screen
from home.front import maps_shown
from wijkteams.finder import Found, find_wards


@require_safe
def wards(request: HttpRequest) -> HttpResponse:
    """All wards of the city, and the ward finder: a postcode or name leads to a ward."""
    start = _number(request.GET.get("na", ""))
    found = find_wards(request.GET.get("q", ""), Locale.get_active(), request, start=start)
    if found.only_url:
        return redirect(found.only_url)
    context = {
        "query": found.query,
        "wijken": found.wards.items,
        "message": found.message,
        "older_url": _older_url(found),
        "kaarten": [] if found.query or start else maps_shown(request),
        **describe_screen(
            request,
            title=_("Vind uw wijk"),
            description=_("Alle wijken van de stad, op een kaart en op naam of postcode."),
        ),
    }
    return render(request, "home/wijken.html", context)


def _number(text: str) -> int:
    """A key from the address; 0 for whatever cannot be one."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 19 else 0


def _older_url(found: Found) -> str | None:
    if found.wards.older is None:
        return None
    query = {"q": found.query} if found.query else {}
    return f"{reverse('wijken')}?{urlencode({**query, 'na': found.wards.older})}"
