"""The frame of a survey's own page, around small pages that are never kept."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from core.navigation import page_frame
from core.places import url_of
from core.structured import describe_screen
from enquetes.models import Enquete, EnquetePage
from enquetes.toegang.faces import faces_of, in_own_language


def show(
    request: HttpRequest,
    enquete: Enquete,
    template: str,
    *,
    title: str = "",
    status: int = 200,
    **context: Any,
) -> HttpResponse:
    """A page of templates/enquetes/invullen/ in the colours and with the menu of the ward."""
    page = page_of(enquete)
    name = page.title if page else enquete.title
    title = f"{title} · {name}" if title else name
    shown = {**_around(request, enquete, page), **context, "enquete": enquete, "name": name}
    # Its address may be a secret, and is of use to nobody else: no meta tag repeats it.
    shown |= {"title": title, "canonical_url": "", "og": None, "languages": [], "alternates": []}
    response = render(request, f"enquetes/invullen/{template}.html", shown, status=status)
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response


def page_of(enquete: Enquete) -> EnquetePage | None:
    """Its page in the reader's language, else in Dutch. Nobody reads the title of a draft."""
    return in_own_language(faces_of(enquete))


def _around(request: HttpRequest, enquete: Enquete, page: EnquetePage | None) -> dict[str, Any]:
    if page is None:
        described = describe_screen(request, title=enquete.title, description=enquete.title)
        return {**described, "palet": enquete.wijk.palette if enquete.wijk else "", "page_url": ""}
    around = page_frame(page, request)
    url = url_of(page, request)
    crumbs = [*around.pop("breadcrumbs"), {"title": page.title, "url": url}]
    return {**around, "breadcrumbs": crumbs, "page_url": url}
