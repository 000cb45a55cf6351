"""The frame of a newsletter's own page, around small screens that are no pages themselves."""

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
from nieuws.models import NieuwsbriefIndexPage
from wijkteams.models import Wijk


def frame(request: HttpRequest, wijk: Wijk | None, title: str) -> dict[str, Any]:
    """Menu, colours and the way back of a ward (or the city) where its page can be read."""
    described = {**describe_screen(request, title=title, description=title), "title": title}
    page = _index_of(wijk)
    if page is None:
        return {**described, **_colours(wijk), "back_url": ""}
    around = page_frame(page, request)
    url = url_of(page, request)
    crumbs = [*around.pop("breadcrumbs"), {"title": page.title, "url": url}]
    for name in ("languages", "alternates"):  # those lead to the page itself
        around.pop(name, None)
    return {**around, **described, "breadcrumbs": crumbs, "back_url": url}


def _colours(wijk: Wijk | None) -> dict[str, str]:
    return {"palet": wijk.palette} if wijk is not None else {}


def _index_of(wijk: Wijk | None) -> NieuwsbriefIndexPage | None:
    """The public page of newsletters in the reader's language, else in Dutch."""
    pages = NieuwsbriefIndexPage.objects.live().public().filter(alias_of=None, wijk=wijk)
    found = {page.locale.language_code: page for page in pages.select_related("locale", "wijk")}
    own = Locale.get_active().language_code
    page = found.get(own) or found.get(settings.LANGUAGE_CODE)
    if page is None or Page.objects.filter(path__in=ancestor_paths(page), live=False).exists():
        return None
    return page


def secret_page(
    request: HttpRequest,
    template: str,
    title: str,
    *,
    wijk: Wijk | None = None,
    status: int = 200,
    **context: Any,
) -> HttpResponse:
    """A page behind a link in a mail. Its address is a secret: no meta tag repeats it."""
    screen = describe_screen(request, title=title, description=title)
    shown = {**screen, **_colours(wijk), **context, "title": title, "canonical_url": "", "og": None}
    response = render(request, f"nieuws/abonneren/{template}.html", shown, status=status)
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response
