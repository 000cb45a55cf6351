"""Screens of the hub that are no pages."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from wagtail.models import Locale

from wijkteams.wards import ward_items


@require_safe
def wards(request: HttpRequest) -> HttpResponse:
    """All wards of the city, and the ward finder."""
    found = ward_items(Locale.get_active(), limit=100)
    context = {"wijken": found.items, "query": "", "message": "", "older_url": None}
    return render(request, "home/wijken.html", context)
