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
from wijkteams.initiatieven.models import InitiatievenIndexPage
from wijkteams.models import Wijk


def in_ward(
    request: HttpRequest,
    template: str,
    title: str,
    *,
    wijk: Wijk | None,
    status: int = 200,
    **context: Any,
) -> HttpResponse:
    """A page of templates/initiatieven/ in the colours and with the menu of a ward.

    Its address may be a secret, and is of use to nobody else: no meta tag repeats it.
    """
    shown = {**_around(request, wijk, title), "title": title, "ward": wijk, **context}
    shown |= {"canonical_url": "", "og": None, "languages": [], "alternates": []}
    response = render(request, f"initiatieven/{template}.html", shown, status=status)
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response


def _around(request: HttpRequest, wijk: Wijk | None, title: str) -> dict[str, Any]:
    described = describe_screen(request, title=title, description="")
    page = index_of(wijk)
    if page is None:
        return {**described, "palet": wijk.palette if wijk else "", "initiatieven_url": ""}
    around = page_frame(page, request)
    url = url_of(page, request)
    crumbs = [*around.pop("breadcrumbs"), {"title": page.title, "url": url}]
    return {**around, **described, "breadcrumbs": crumbs, "initiatieven_url": url}


def index_of(wijk: Wijk | None) -> InitiatievenIndexPage | None:
    """The public page of initiatives of a ward, in the reader's language or else in Dutch."""
    pages = InitiatievenIndexPage.objects.live().public().filter(alias_of=None, wijk=wijk)
    found = {page.locale.language_code: page for page in pages.select_related("locale", "wijk")}
    own = Locale.get_active().language_code
    page = found.get(own) or found.get(settings.LANGUAGE_CODE)
    if page is None or Page.objects.filter(path__in=ancestor_paths(page), live=False).exists():
        return None
    return page
