"""The frame of a ward around the small pages of moderation, that are never kept."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from wagtail.models import Locale

from core.navigation import page_frame
from core.structured import describe_screen
from wijkteams.models import Wijk, WijkPage


def show(
    request: HttpRequest,
    template: str,
    title: str,
    *,
    wijk: Wijk | None,
    status: int = 200,
    **context: Any,
) -> HttpResponse:
    """A page of templates/moderatie/ in the colours and with the menu of a ward.

    Its address may be a secret: no meta tag repeats it.
    """
    shown = {**_around(request, wijk, title), "title": title, "ward": wijk, **context}
    shown |= {"canonical_url": "", "og": None, "languages": [], "alternates": []}
    response = render(request, f"moderatie/{template}.html", shown, status=status)
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response


def leads_nowhere(request: HttpRequest) -> HttpResponse:
    """The same answer for a link that never was, and for one that is gone."""
    from wijkteams.moderatie.brakes import WRONG_LINKS

    WRONG_LINKS.count_wrong_try(request)
    return show(request, "onbekend", _("Deze link werkt niet (meer)"), wijk=None, status=404)


def _around(request: HttpRequest, wijk: Wijk | None, title: str) -> dict[str, Any]:
    described = describe_screen(request, title=title, description="")
    page = _page_of(wijk)
    if page is None:
        return {**described, "palet": wijk.palette if wijk else ""}
    return {**page_frame(page, request), **described}


def _page_of(wijk: Wijk | None) -> WijkPage | None:
    """The ward's front page in the reader's language, or else in Dutch."""
    if wijk is None:
        return None
    pages = WijkPage.objects.live().public().filter(alias_of=None, wijk=wijk)
    found = {page.locale.language_code: page for page in pages.select_related("locale", "wijk")}
    own = Locale.get_active().language_code
    return found.get(own) or found.get(settings.LANGUAGE_CODE)
