"""What the frame of a ward's pages shows: its name, colours and menu."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from wagtail.models import Page

from wijkteams.models import Wijk, WijkPage
from wijkteams.wards import outline_url

if TYPE_CHECKING:
    from core.models import BasePage


def ward_frame(page: BasePage, ancestors: list[Page], request: HttpRequest) -> dict[str, Any]:
    """The ward's menu and palette, on each page of a ward; nothing on the hub's own pages."""
    ward_page = _ward_page(page, ancestors)
    if ward_page is None:
        return {}
    links = [
        {"title": link.title, "url": url, "current": request.path.startswith(url)}
        for link, url in ((p, p.get_url(request) or "") for p in ward_page.menu_pages())
    ]
    return {
        "wijk": ward_page.wijk,
        "wijk_page": ward_page,
        "wijk_links": links,
        "palet": ward_page.wijk.palette,
        "outline_url": outline_url(ward_page.wijk),
    }


def _ward_page(page: BasePage, ancestors: list[Page]) -> WijkPage | None:
    if isinstance(page, WijkPage):
        page.wijk = Wijk.objects.select_related("omtrek").get(pk=page.wijk_id)
        return page
    if len(ancestors) < 2:  # the hub's own pages have only the hub above them
        return None
    return WijkPage.objects.filter(pk=ancestors[1].pk).select_related("wijk__omtrek").first()
