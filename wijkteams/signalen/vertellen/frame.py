"""The frame of a ward around small pages that are never kept."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from wagtail.models import Locale, Page

from core.navigation import page_frame
from core.places import url_of
from core.structured import describe_screen
from core.tree import ancestor_paths
from wijkteams.models import Wijk
from wijkteams.signalen.models import SignalenIndexPage


def show(
    request: HttpRequest,
    template: str,
    title: str,
    *,
    wijk: Wijk | None,
    status: int = 200,
    **context: Any,
) -> HttpResponse:
    """A page of templates/signalen/vertellen/ in the colours and with the menu of a ward.

    Its address may be a secret, and is of use to nobody else: no meta tag repeats it.
    """
    path = f"signalen/vertellen/{template}.html"
    return in_ward(request, path, title, wijk=wijk, status=status, **context)


def in_ward(
    request: HttpRequest,
    path: str,
    title: str,
    *,
    wijk: Wijk | None,
    status: int = 200,
    **context: Any,
) -> HttpResponse:
    """The same for a template of another room."""
    shown = {**_around(request, wijk, title), "title": title, "ward": wijk, **context}
    shown |= {"canonical_url": "", "og": None, "languages": [], "alternates": []}
    response = render(request, path, shown, status=status)
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response


def _around(request: HttpRequest, wijk: Wijk | None, title: str) -> dict[str, Any]:
    described = describe_screen(request, title=title, description="")
    page = index_of(wijk)
    if page is None:
        return {**described, "palet": wijk.palette if wijk else "", "signalen_url": ""}
    around = page_frame(page, request)
    url = url_of(page, request)
    crumbs = [*around.pop("breadcrumbs"), {"title": page.title, "url": url}]
    return {**around, **described, "breadcrumbs": crumbs, "signalen_url": url}


def index_of(wijk: Wijk | None) -> SignalenIndexPage | None:
    """The public page of signals of a ward, in the reader's language or else in Dutch."""
    pages = SignalenIndexPage.objects.live().public().filter(alias_of=None, wijk=wijk)
    found = {page.locale.language_code: page for page in pages.select_related("locale", "wijk")}
    own = Locale.get_active().language_code
    page = found.get(own) or found.get(settings.LANGUAGE_CODE)
    if page is None or Page.objects.filter(path__in=ancestor_paths(page), live=False).exists():
        return None
    return page
